(* statement: sha256:26322336e94412bfa5230ec1a4e38fb8fcede66fbe6a2ec42c9cdef82b67d2e7 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements geometry operators risk deterministic.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Seli.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem seli (k := T P *m (T P)^T) : deterministic P ->
  T P *m integral_operator (q P) one_hot *m T_star P = integral_operator (p P) k /\
  forall x y, ((exists a, T P x a = 1 /\ T P y a = 1) -> k x y = 1) /\
              ((~ exists a, T P x a = 1 /\ T P y a = 1) -> k x y = 0).
Proof.
move=> det; split=> [|x y]; first by rewrite !integral_operatorE sandwich mulmx1.
have kE : k x y = \sum_a (T P x a == 1)%:R * (T P y a == 1)%:R.
  by rewrite mxE; apply: eq_bigr => a _; rewrite [_^T _ _]mxE -!(indicatorE det).
rewrite kE; split=> [[a [xa ya]]|no].
  rewrite (bigD1 a) //= xa ya eqxx mulr1 big1 ?addr0 // => b ba.
  by rewrite -!(indicatorE det) (label_unique xa ba) mul0r.
rewrite big1 // => a _; case: eqP => [xa|]; last by rewrite mul0r.
by case: eqP => [ya|]; rewrite ?mulr0 //; case: no; exists a.
Qed.
End Seli.

Theorem seli_stated (R : rcfType) : statement.statement R.
Proof.
by move=> N M P k det; apply: seli.
Qed.
