(* statement: sha256:d676db77bce07dc7936b130a5f8555165a45853545536a8db312beec34dd00ac *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import trained geometry operators encoders correlations.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section BarlowLearns.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem barlow_learns_amended (d : nat) (lambda : R) (Psi Chi : 'M[R]_(M, d)) :
  (1 <= d <= M - 1)%N -> 1 <= lambda \/ d = 1%N -> learns (transposed P) Psi ->
  (forall i j, i != j -> covariance (transposed P) Psi i j = 0 /\ covariance P (T P *m Psi) i j = 0) ->
  (forall i j, i = j <-> covariance (transposed P) Chi i j != 0) ->
  barlow_twins P Psi lambda <= barlow_twins P Chi lambda.
Proof.
move=> /andP[d1 /(index_lt d1) dM] weight lr un own.
have pos i : 0 < covariance (transposed P) Chi i i.
  rewrite lt_neqAle eq_sym; have /own -> /= : i = i by [].
  by rewrite /covariance variance sqn_ge0 //; apply: law_gt0.
have apart i j : i != j -> covariance (transposed P) Chi i j = 0.
  by move=> ij; apply/eqP; apply: contraNT ij => /own ->.
rewrite learned_barlow // => [|i j /un[]//|i j /un[_ <-]]; last exact: shared_images.
have le := barlow_frob P Chi weight; have ge := uncorrelated_ge pos apart; exact: le_trans ge le.
Qed.
End BarlowLearns.
Print Assumptions barlow_learns_amended.
