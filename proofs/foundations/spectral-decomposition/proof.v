(* statement: sha256:0baecb36fae777f476501a5ef8d3d19daed194214d5bac1968f4995309b2187b *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements singular expansion.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section SpectralDecomposition.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem spectral_decomposition (S : singular_system P) x a :
  P x a = (\sum_(0 <= i < minn N M) s P i * mu S i x 0 * nu S i a 0) * p P 0 x * q P 0 a.
Proof.
by rewrite (joint_expansion S) !mulr_suml.
Qed.
End SpectralDecomposition.

Theorem spectral_decomposition_stated (R : rcfType) : statement.statement R.
Proof.
by move=> N M P S x a; exact: spectral_decomposition.
Qed.
