(* statement: sha256:3b485d047cd596ddfaccfd36514a01caf7ab689b3454b441d98ce6bb46093822 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements operators encoders losses learning.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section KiseDualKernel.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem kise_dual_kernel (d : nat) (Phi : 'M[R]_(N, d)) : (1 <= d <= N - 1)%N ->
  minimises (unit_covariance P (d := d)) (kise P (kX P) (d := d)) Phi
  <-> covariance P Phi = 1%:M /\ learns P (centred_encoder P Phi).
Proof.
move=> /andP[d1 /(index_lt d1) dN]; apply: (explained_minimises (b := d%:R) dN ltr01) => F u.
by rewrite kise_trace // integral_kX trace_KX.
Qed.
End KiseDualKernel.

Theorem kise_dual_kernel_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P d d_range Phi; have sk : symmetric (kX P).
  apply/matrixP => x y; rewrite mxE !kernel_rows.
  by apply: eq_bigr => a _; rewrite [T P y a * _]mulrC.
by split=> //; have [le ge] := kise_dual_kernel P Phi d_range; split=> [[_ /le]|/ge].
Qed.
