(* statement: sha256:d676db77bce07dc7936b130a5f8555165a45853545536a8db312beec34dd00ac *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements stated geometry operators losses encoders correlations.
Require statement.
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

(** Independent features are not constant. *)
Lemma independent_features (R : rcfType) N M (P : context R N M) d (Psi : 'M[R]_(M, d)) :
  covariance (transposed P) Psi \in unitmx -> no_constant_feature P Psi.
Proof.
move=> Cu j; apply/eqP => z.
have : covariance (transposed P) Psi *m delta_mx j (0 : 'I_1) = 0.
  by rewrite /covariance /covX -!mulmxA -colE center_col z !mulmx0.
move=> /(congr1 (mulmx (invmx (covariance (transposed P) Psi)))); rewrite mulKmx // mulmx0 => /matrixP/(_ j 0).
by rewrite !mxE !eqxx => /eqP; rewrite oner_eq0.
Qed.

Theorem barlow_learns_amended_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P d d_range lambda Psi Chi weight lr un own.
have own' (i j : 'I_d) : i = j <-> covariance (transposed P) Chi i j != 0.
  have := own i.+1 (from_one i) j.+1 (from_one j); rewrite entry_ord => -[ij ji].
  by split=> [e|/ji[e]]; [apply: ij; rewrite e | apply: val_inj].
have Cu : covariance (transposed P) Psi \in unitmx.
  by case/andP: (d_range) => d1 /(index_lt d1) dM; exact: (learns_covariance (P := transposed P)).
split; first exact: independent_features.
split=> [j|].
  have /own' : j = j by []; apply: contraNneq => z; rewrite /covariance variance center_col z /sqn ip0l.
  by [].
apply: barlow_learns_amended => // i j ij.
have := un i.+1 (from_one i) j.+1 (from_one j); rewrite !entry_ord; apply.
by rewrite eqSS.
Qed.
