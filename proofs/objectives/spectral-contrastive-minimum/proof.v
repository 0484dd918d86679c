(* statement: sha256:1c3cee63a43a24512dab91d0a7d565b84845a39aa0ba2d063d00a57abaca1d38 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements uncentred.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section SpectralContrastiveMinimum.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem spectral_contrastive_minimum (d : nat) : (1 <= d <= N)%N ->
  minimum_is (@any 'M[R]_(M, d)) (spectral_contrastive P (d := d)) (- \sum_(0 <= i < d) s P i ^+ 4).
Proof. by move=> _; apply: spectral_minimum. Qed.
End SpectralContrastiveMinimum.

Theorem spectral_contrastive_minimum_stated (R : rcfType) : statement.statement R.
Proof.
by move=> N M P d dN; eexists; split; first exact: spectral_contrastive_minimum.
Qed.
