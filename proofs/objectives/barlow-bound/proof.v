(* statement: sha256:d55cf6c3782a4e0e50dde1a56f1663c8cc4bb36d7f753ddb3537861d2ef965a0 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements geometry losses expansion correlations stated.
Require statement.
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

Theorem barlow_bound_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P d d_range lambda Chi l0 pos; pose C := covariance (transposed P) Chi.
have C_pos i : 0 < C i i by rewrite -(entry_ord C) pos ?from_one.
have [first all] := barlow_bound d_range l0 C_pos.
have features : no_constant_feature P Chi.
  by move=> j; apply: contraTneq (C_pos j) => z; rewrite /C /covariance variance center_col z /sqn ip0l ltxx.
have M1 : (1 < M)%N by case/andP: d_range => d1 /(leq_trans d1); rewrite subn_gt0.
split; first by [].
case=> l1 un; split=> //; apply: all; split=> // i j ij.
by rewrite -(entry_ord C) un ?from_one // eqSS.
Qed.
