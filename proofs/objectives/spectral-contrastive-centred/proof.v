(* statement: sha256:d3c9e85340d1933d029f550c4d0a51a4aa2277a1431b9a698945b39129d4af98 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements encoders uncentred constantfirst.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section SpectralContrastiveCentred.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem spectral_contrastive_centred (d : nat) (Psi : 'M[R]_(M, d.+1)) (G : 'M[R]_(d.+1, d)) :
  (1 <= d <= N - 1)%N -> components P = 1%N /\ 0 < s P d ->
  minimises (@any 'M[R]_(M, d.+1)) (spectral_contrastive P (d := d.+1)) Psi ->
  \rank (T P *m centred_encoder (transposed P) Psi *m G) = d ->
  learns P (T P *m centred_encoder (transposed P) Psi *m G).
Proof.
move=> /andP[d1 /(index_lt d1) dN] [one sd] least r.
have [_ [E [/span_factor[W PE] _]]] := spectral_extracts (isT : (0 < d.+1)%N) sd least.
by move: r; rewrite PE; apply: combinations_learn.
Qed.
End SpectralContrastiveCentred.

Theorem spectral_contrastive_centred_stated (R : rcfType) : statement.statement R.
Proof.
by move=> N M P d dN Psi G one_sd least r; apply: spectral_contrastive_centred.
Qed.
