(* statement: sha256:fbfcb5f0d429e970956427a83ee4c5f6453f5e1306bee4c13fd26e71c51f8aa3 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements operators biased risk.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section SupervisedRegressionBiased.
Variables (R : rcfType) (N M : nat) (P : context R N M).

(** Labels may have any number k of dimensions, and none is asked of d >= 1. *)
Theorem supervised_regression_biased_amended (k d : nat) (v : 'M[R]_(M, k)) (Phi : 'M[R]_(N, d))
    (cv := centred_encoder (transposed P) v) (L := integral_operator (q P) (cv *m cv^T)) :
  (d <= N - 1)%N -> eigenvalue (T P *m L *m T_star P) d > 0 ->
  minimises_supervised_biased P v Phi <-> extracts (p P) (T P *m L *m T_star P) (centred_encoder P Phi).
Proof.
rewrite /L target_sandwich => dN pos; apply: biased_minimises => //.
exact: leq_trans dN (leq_subr 1 N).
Qed.
End SupervisedRegressionBiased.

Theorem supervised_regression_biased_amended_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P k _ v d /andP[_ dN] Phi L [sa pos]; split=> //; rewrite supervised_regression_biased_amended //.
by split=> [|[]].
Qed.
