(** * Tables of drawn points, in the words of the generated statements: they are n times the matrices of samples. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements geometry operators spectral span pencil kernelbasis sampling kernelpca.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Drawn.
Variables (R : rcfType) (N n r : nat) (F : 'M[R]_(N, r)).
Hypothesis n0 : (0 < n)%N.
Notation k := (F *m F^T).
Notation table S := ((drawn R S)^T *m k *m drawn R S).
Implicit Type S : sample N n.
Let n0R : 0 < n%:R :> R. Proof. by rewrite ltr0n. Qed.

Lemma drawn_symmetric S : symmetric (table S).
Proof. by rewrite /symmetric !trmx_mul !trmxK !mulmxA. Qed.

Lemma drawn_gram S : table S = n%:R *: sample_gram k S.
Proof. by rewrite sample_gram_drawn scalerA divff ?scale1r ?gt_eqF. Qed.

Lemma drawn_top S d : top_sum_of (table S) d = n%:R * top_sum_of (sample_gram k S) d.
Proof.
rewrite drawn_gram mulr_sumr; apply: eq_big_nat => -[|i] // _.
by rewrite (eigenvalue_scale _ (@flat_gt0 R n) (sample_gram_selfadj F S)).
Qed.

Lemma drawn_trace S : \tr (table S) = n%:R * \tr (sample_gram k S).
Proof. by rewrite drawn_gram linearZ. Qed.

(** The average of n times a number, over n. *)
Lemma expectation_over (w : 'rV[R]_N) (A B : sample N n -> R) :
  (forall S, A S = n%:R * B S) -> expectation w A / n%:R = expectation w B.
Proof. by move=> AB; rewrite (eq_expectation _ AB) expectationZ mulrAC divff ?mul1r ?gt_eqF. Qed.
End Drawn.
