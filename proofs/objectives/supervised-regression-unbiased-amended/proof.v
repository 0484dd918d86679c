(* statement: sha256:46d15f8c4530dc410f44ed90131bdd162d1583029264f3a54d214e8efb2e8cc8 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements risk.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section SupervisedRegressionUnbiased.
Variables (R : rcfType) (N M : nat) (P : context R N M).

(** Labels may have any number k of dimensions, and none is asked of d >= 1. *)
Theorem supervised_regression_unbiased_amended (k d : nat) (v : 'M[R]_(M, k)) (Phi : 'M[R]_(N, d))
    (L := integral_operator (q P) (v *m v^T)) :
  (d <= N)%N -> eigenvalue (T P *m L *m T_star P) d > 0 ->
  minimises_supervised P v Phi <-> extracts (p P) (T P *m L *m T_star P) Phi.
Proof. by rewrite /L target_sandwich => dN pos; apply: supervised_minimises. Qed.
End SupervisedRegressionUnbiased.

Theorem supervised_regression_unbiased_amended_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P k _ v d /andP[_ dN] Phi L [sa pos]; split=> //; rewrite supervised_regression_unbiased_amended //.
by split=> [|[]].
Qed.
