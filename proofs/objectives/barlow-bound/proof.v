(* statement: sha256:d55cf6c3782a4e0e50dde1a56f1663c8cc4bb36d7f753ddb3537861d2ef965a0 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import trained expansion correlations.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section BarlowBound.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem barlow_bound (d : nat) (lambda : R) (Chi : 'M[R]_(M, d)) (C := covariance (transposed P) Chi) :
  (1 <= d <= M - 1)%N -> 0 <= lambda -> (forall i, 0 < C i i) ->
  d%:R * (1 - s (transposed P) 1 ^+ 2) ^+ 2 <= barlow_twins P Chi lambda /\
  (1 <= lambda /\ (forall i j, i != j -> C i j = 0) ->
     \sum_(1 <= i < d.+1) (1 - s (transposed P) i ^+ 2) ^+ 2 <= barlow_twins P Chi lambda).
Proof.
move=> _ l0 pos; split=> [|[l1 un]]; first by rewrite s_dual barlow_first.
under eq_bigr => i _ do rewrite s_dual.
by apply: (le_trans (uncorrelated_ge pos un)); apply: barlow_frob => //; left.
Qed.
End BarlowBound.
Print Assumptions barlow_bound.
