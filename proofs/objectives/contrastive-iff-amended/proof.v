(* statement: sha256:7af36aae5f46219a803eecf6dea06c5f58cd23e1d9fa822bca813168f11da54c *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements learning contrast.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section ContrastiveIff.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem contrastive_iff_amended (d : nat) (Psi : 'M[R]_(M, d)) : (1 <= d <= N - 1)%N -> 0 < s P d ->
  minimises (@any 'M[R]_(M, d)) (contrastive P (d := d)) Psi -> learns P (T P *m centred_encoder (transposed P) Psi).
Proof. by move=> /andP[d1 _] sd least; apply/learns_average/contrastive_learns. Qed.
End ContrastiveIff.

Theorem contrastive_iff_amended_stated (R : rcfType) : statement.statement R.
Proof. by move=> N M P d d_range Psi sd; apply: contrastive_iff_amended. Qed.
