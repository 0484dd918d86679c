(* statement: sha256:946ae81827e72ad2142b9950cdd65085f253fa3535ef441810fcb6904ea6eba0 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements operators encoders extract losses meanzero kernels.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Kise.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem kise_amended (k : 'M[R]_N) (d : nat) (Phi : 'M[R]_(N, d)) (h := (centred_encoder P (centred_encoder P k)^T)^T) :
  (1 <= d <= N - 1)%N -> symmetric k /\ psd_matrix k ->
  minimises (unit_covariance P (d := d)) (kise P k (d := d)) Phi
  <-> covariance P Phi = 1%:M /\ extracts (p P) (integral_operator (p P) h) (centred_encoder P Phi).
Proof.
move=> /andP[d1 /(index_lt d1) dN] [sk pk]; pose H := integral_operator (p P) h.
have sH := integral_selfadj (p P) (centred_kernel_symmetric P sk).
have H0 := integral_psd (p P) (centred_kernel_psd P pk).
have H1 := centred_kernel_one P k.
have form (F : 'M[R]_(N, d)) : unit_covariance P F -> kise P k F = d%:R - 1 * trace_on (p P) H (cmx P F).
  by move=> u; rewrite kise_trace // centred_kernel_trace // => j; apply: cmx_mean.
have best := mean_zero_maximum sH H1 H0 dN.
rewrite (trace_minimises ltr01 form best); split=> -[u e]; split=> //.
  by apply/(mean_zero_extracts sH) => //; apply/unit_covarianceE.
by apply/(mean_zero_extracts sH) => //; apply/unit_covarianceE.
Qed.
End Kise.

Theorem kise_amended_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P k d d_range Phi h spd; have sH := integral_selfadj (p P) (centred_kernel_symmetric P spd.1).
split; first exact: spd.1.
split=> //; have [le ge] := kise_amended P Phi d_range spd.
by split=> [[_ /le []]|[u [_ e]]]; split=> //; [exact: spd.1 | apply: ge].
Qed.
