(* statement: sha256:2300fed4b9ac1dcaf405d297d025a5e4b0fd306533d9d16b500fbdb0605365d1 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements uncentred ratio.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section SpectralContrastiveLearns.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem spectral_contrastive_learns_amended (d : nat) (Psi : 'M[R]_(M, d)) : (1 <= d <= N)%N -> 0 < s P (d - 1) ->
  minimises (@any 'M[R]_(M, d)) (spectral_contrastive P (d := d)) Psi ->
  extracts (q P) (T_star P *m T P) Psi /\ extracts (p P) (T P *m T_star P) (T P *m Psi).
Proof.
rewrite subn1 => /andP[d1 _] sd least; have ex := spectral_extracts d1 sd least; split=> //.
exact: images_extracted.
Qed.
End SpectralContrastiveLearns.

Theorem spectral_contrastive_learns_amended_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P d dN Psi sd least; have [exA exX] := spectral_contrastive_learns_amended dN sd least.
by split; split=> //; [exact: KA_selfadj | exact: KX_selfadj].
Qed.
