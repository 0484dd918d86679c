(* statement: sha256:5a7848a44219ba3d4707ca1c704f08974c06411eb80d652f4a1c3858f853672d *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements encoders lowrank.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section LowRankValue.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem low_rank_value (d : nat) : (1 <= d <= N - 1)%N ->
  minimum_is (@any ('M_(N, d) * 'M_(M, d))) (fun e => low_rank P e.1 e.2) (- \sum_(0 <= i < d) s P i ^+ 2).
Proof.
move=> /andP[d1 /(index_lt d1) dN]; rewrite -top_sum_KX.
exact: low_rank_minimum (ltnW dN).
Qed.
End LowRankValue.

Theorem low_rank_value_stated (R : rcfType) : statement.statement R.
Proof. by move=> N M P d /(low_rank_value P) least; exists (- \sum_(0 <= i < d) s P i ^+ 2). Qed.
