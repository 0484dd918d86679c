(* statement: sha256:32b9449decb07f3cec72ffb3dce922042c0ce8141c0851ce6c06789aadc10c55 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements operators encoders losses learning definite.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section SvmeEqualsKise.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem svme_equals_kise (d : nat) (Phi : 'M[R]_(N, d)) (Psi : 'M[R]_(M, d)) :
  (1 <= d <= N - 1)%N -> covariance P Phi = 1%:M ->
  svme P Phi (T_star P *m Phi) = kise P (kX P) Phi /\ kise P (kX P) Phi <= svme P Phi Psi.
Proof.
move=> _ u; have e : svme P Phi (T_star P *m Phi) = kise P (kX P) Phi.
  by rewrite svme_explained // kise_trace // integral_kX trace_KX.
by split=> //; rewrite -e svme_best.
Qed.
End SvmeEqualsKise.

Theorem svme_equals_kise_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P d dN Phi Psi u; split; first exact: symmetric_kX.
exact: svme_equals_kise.
Qed.
