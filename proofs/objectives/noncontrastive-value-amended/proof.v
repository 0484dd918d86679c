(* statement: sha256:971efbb319a32a5bdefb13984c8a033b1ed9451d3dca01af5820465f9e4fe397 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements expansion losses learning.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section NoncontrastiveValue.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem noncontrastive_value_amended (d : nat) : (1 <= d <= minn N M - 1)%N ->
  minimum_is (@unit_covariance_A _ _ _ P d) (noncontrastive P (d := d)) (2%:R * \sum_(1 <= i < d.+1) (1 - s P i ^+ 2)).
Proof.
move=> /index_min[_ dM]; have two : 0 < 2%:R :> R by rewrite ltr0n.
rewrite sum_one_minus mulrBr; have := explained_minimum dM two (@noncontrastive_form _ _ _ P d).
by under eq_bigr => i _ do rewrite s_dual.
Qed.
End NoncontrastiveValue.

Theorem noncontrastive_value_amended_stated (R : rcfType) : statement.statement R.
Proof.
by move=> N M P d dNM; eexists; split; first exact: noncontrastive_value_amended.
Qed.
