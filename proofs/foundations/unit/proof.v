(* statement: sha256:5d78db1fbf0867816d94dded24bb93aa141fdfef1ba226dfd58ae395465ae6e0 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements operators.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Unit.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem unit :
  [/\ T P *m one = one,
      T_star P *m one = one,
      T_star P *m (T P *m one) = one
    & T P *m (T_star P *m one) = one].
Proof.
have T1 := expect1 P; have Ts1 := adjoint1 P; rewrite -!/one in T1 Ts1.
by split; rewrite ?T1 ?Ts1.
Qed.
End Unit.

Theorem unit_stated (R : rcfType) : statement.statement R.
Proof.
by move=> N M P; have [] := unit P.
Qed.
