(** * Correlations of the features of two views: they are T* T on the features, each scaled to variance 1. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators selfadjoint ratio centred worstcase eigenvalues.
From Contexture Require Import trained labels orthonormal singular existence expansion spectralinner encoders losses frobenius pencil ritz biased.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** |1 - S|^2 by the eigenvalues of a symmetric S. *)
Lemma frob_eigenvalues (R : rcfType) d (S : 'M[R]_d) : S^T = S ->
  frob (1%:M - S) = \sum_(i < d) (1 - eigenvalue S i.+1) ^+ 2.
Proof.
move=> sS; have [E _] := spectral.eigenbasis_exists (@flat_gt0 R d) (flat_selfadj sS).
have := ef_orth E; rewrite flat_diag mulmx1 => EE; have EEi := mulmx1C EE.
have SE : 1%:M - S = ef E *m diag_mx (\row_i (1 - ev E 0 i)) *m (ef E)^T.
  have -> : diag_mx (\row_i (1 - ev E 0 i)) = 1%:M - diag_mx (ev E).
    by apply/matrixP => i j; rewrite !mxE; case: eqP => [->|_]; rewrite ?subrr // mulr0n subrr.
  by rewrite mulmxBr mulmxBl mulmx1 EEi -ef_eig -mulmxA EEi mulmx1.
rewrite frobE SE !trmx_mul trmxK tr_diag_mx -!mulmxA (mulmxA _ (ef E)) EE mul1mx mxtrace_mulC -!mulmxA EE mulmx1.
apply: eq_bigr => i _; rewrite mul_diag_mx mxE [diag_mx _ _ _]mxE eqxx mulr1n mxE -expr2 (eigenvalueE E).
by [].
Qed.

(** The diagonal and the rest. *)
Lemma frob_split (R : rcfType) d (S : 'M[R]_d) :
  frob (1%:M - S) = \sum_i (1 - S i i) ^+ 2 + \sum_i \sum_(j | j != i) S i j ^+ 2.
Proof.
rewrite -big_split; apply: eq_bigr => i _; rewrite (bigD1 i) //= 2![in LHS]mxE eqxx [in LHS]mxE; congr (_ + _).
by apply: eq_bigr => j ji; rewrite 3!mxE eq_sym (negPf ji) sub0r sqrrN.
Qed.

Lemma diag_inverse (R : rcfType) d (v : 'I_d -> R) : (forall i, v i != 0) ->
  diag_mx (\row_i (v i)^-1) *m diag_mx (\row_i v i) = 1%:M.
Proof.
move=> v0; apply/matrixP => i j; rewrite mul_diag_mx !mxE; case: eqP => [->|_]; last by rewrite mulr0.
by rewrite mulVf.
Qed.

Section Correlations.
Variables (R : rcfType) (N M d : nat) (P : context R N M) (Chi : 'M[R]_(M, d)).
Notation pX := (law P). Notation pA := (law (dual P)).
Notation F := (cmx (dual P) Chi). Notation C := (covX (dual P) Chi). Notation B := (covA (dual P) Chi).
Let q0 := law_gt0 (dual P).

Lemma variance i : C i i = sqn pA (col i F). Proof. by rewrite /covX ip_gram. Qed.
Lemma shared i j : B i j = ip pX (T P *m col i F) (T P *m col j F).
Proof. by rewrite /covA law_dd expect_dd ip_gram !colE !mulmxA. Qed.

Lemma views_shared i j : two_views P (fun a b => F a i * F b j) = B i j.
Proof.
rewrite shared; apply: eq_bigr => x _; congr (_ * _).
rewrite [(T P *m col i F) _ _]mxE [(T P *m col j F) _ _]mxE big_distrlr /=; apply: eq_bigr => a _; apply: eq_bigr => b _.
by rewrite ![col _ _ _ _]mxE mulrACA.
Qed.

(** It is the covariance of the averages. *)
Lemma shared_images i j : B i j = covX P (T P *m Chi) i j.
Proof. by rewrite shared /covX ip_gram cmx_T !colE !mulmxA. Qed.

Hypothesis pos : forall i, 0 < C i i.
Let deviation : 'rV[R]_d := \row_i Num.sqrt (C i i).
Let inverse : 'rV[R]_d := \row_i (Num.sqrt (C i i))^-1.

Fact deviation_neq0 i : Num.sqrt (C i i) != 0. Proof. by rewrite gt_eqF // sqrtr_gt0. Qed.
Fact inverse_deviation : diag_mx inverse *m diag_mx deviation = 1%:M.
Proof. exact: diag_inverse deviation_neq0. Qed.

(** The correlations, and the features of variance 1. *)
Definition correlations : 'M[R]_d := \matrix_(i, j) correlation P Chi i j.
Let Z := F *m diag_mx inverse.

Lemma correlationE i j : correlation P Chi i j = B i j / (Num.sqrt (C i i) * Num.sqrt (C j j)).
Proof. by rewrite /correlation views_shared. Qed.

Lemma correlation_diag i : correlation P Chi i i = B i i / C i i.
Proof. by rewrite correlationE -expr2 sqr_sqrtr // ltW. Qed.

Lemma correlation_range i : 0 <= correlation P Chi i i <= s P 1 ^+ 2.
Proof.
rewrite correlation_diag; have v := pos i; have m := cmx_mean (dual P) Chi i; apply/andP; split.
  by rewrite divr_ge0 ?(ltW v) // shared sqn_ge0 //; apply: law_gt0.
have [S _] := system_exists P; by rewrite ler_pdivr_mulr // variance shared; apply: (T_centred_le S).
Qed.

(** Each feature shares at most s_1^2 of its variance. *)
Theorem barlow_first (lambda : R) : 0 <= lambda -> d%:R * (1 - s P 1 ^+ 2) ^+ 2 <= barlow_twins P Chi lambda.
Proof.
move=> l0; rewrite /barlow_twins; apply: (@le_trans _ _ (\sum_i (1 - correlation P Chi i i) ^+ 2)); last first.
  rewrite ler_addl mulr_ge0 // sumr_ge0 // => i _; rewrite sumr_ge0 // => j _; exact: sqr_ge0.
rewrite mulr_natl -[X in _ *+ X]card_ord -sumr_const; apply: ler_sum => i _.
have /andP[c0 c1] := correlation_range i; have s1 : s P 1 ^+ 2 <= 1 by rewrite expr_le1 ?s_ge0 ?s_le1.
by rewrite ler_sqr ?nnegrE ?subr_ge0 ?(le_trans c1) // ler_add2l ler_opp2.
Qed.

(** Weights of at least 1, or nothing to weigh. *)
Lemma barlow_frob (lambda : R) : 1 <= lambda \/ d = 1%N -> frob (1%:M - correlations) <= barlow_twins P Chi lambda.
Proof.
move=> h; rewrite frob_split; under eq_bigr => i _ do rewrite mxE.
rewrite ler_add2l; set rest := \sum_i _; have -> : rest = \sum_i \sum_(j | j != i) correlation P Chi i j ^+ 2.
  by apply: eq_bigr => i _; apply: eq_bigr => j _; rewrite mxE.
case: h => [l1|d1].
  by rewrite ler_pemull // sumr_ge0 // => i _; rewrite sumr_ge0 // => j _; exact: sqr_ge0.
rewrite big1 ?mulr0 // => i _; rewrite big_pred0 // => j; apply/negbTE; rewrite negbK -val_eqE /=.
by have := ltn_ord i; have := ltn_ord j; rewrite {2 4}d1; case: (nat_of_ord i) => //; case: (nat_of_ord j).
Qed.

(** ** Features that are uncorrelated in one view. *)
Hypothesis uncorrelated : forall i j, i != j -> C i j = 0.

Fact scaled_orthonormal : gram pA Z Z = 1%:M.
Proof.
have ZC : gram pA Z Z = diag_mx inverse *m C *m diag_mx inverse.
  by rewrite gramE /Z /covX trmx_mul tr_diag_mx !mulmxA.
rewrite ZC; apply/matrixP => i j; rewrite mul_mx_diag mxE mul_diag_mx mxE ![inverse _ _]mxE [RHS]mxE.
have [<-|ij] := eqVneq i j; last by rewrite (uncorrelated ij) mulr0 mul0r.
rewrite mulrAC -invfM -expr2 sqr_sqrtr ?ltW // mulVf //; exact: lt0r_neq0.
Qed.

Fact C_unit : C \in unitmx.
Proof.
have CE : C = diag_mx (\row_i C i i).
  apply/matrixP => i j; rewrite [RHS]mxE [(\row_i _) _ _]mxE; have [<-|ij] := eqVneq i j; first by rewrite mulr1n.
  by rewrite mulr0n (uncorrelated ij).
rewrite CE unitmxE det_diag unitfE; apply/prodf_neq0 => i _; rewrite mxE; exact: lt0r_neq0.
Qed.

Fact correlations_form : correlations = Z^T *m diag_mx pA *m (KX0 (dual P) *m Z).
Proof.
have -> : Z^T *m diag_mx pA *m (KX0 (dual P) *m Z) = diag_mx inverse *m B *m diag_mx inverse.
  by rewrite (expected_form (dual P) Chi) /Z trmx_mul tr_diag_mx !mulmxA.
apply/matrixP => i j; rewrite [LHS]mxE mul_mx_diag [RHS]mxE mul_diag_mx [X in _ = X * _]mxE ![inverse _ _]mxE correlationE invfM.
by rewrite [RHS]mulrAC [RHS]mulrC.
Qed.

Fact correlations_sym : correlations^T = correlations.
Proof.
rewrite correlations_form; move: (Z) => G; rewrite !trmx_mul trmxK tr_diag_mx !mulmxA.
by rewrite -(mulmxA G^T (KX0 (dual P))^T) -(KX0_selfadj (dual P)) !mulmxA.
Qed.

Fact correlations_eigenvalue i : eigenvalue correlations i = generalised_eigenvalue B C i.
Proof. by rewrite correlations_form (ritz_eigenvalue inverse_deviation scaled_orthonormal). Qed.

Lemma uncorrelated_frob : frob (1%:M - correlations) = \sum_(i < d) (1 - generalised_eigenvalue B C i.+1) ^+ 2.
Proof. by rewrite frob_eigenvalues ?correlations_sym //; apply: eq_bigr => i _; rewrite correlations_eigenvalue. Qed.

Lemma uncorrelated_ge : \sum_(1 <= i < d.+1) (1 - s P i ^+ 2) ^+ 2 <= frob (1%:M - correlations).
Proof.
rewrite uncorrelated_frob big_add1 big_mkord; apply: ler_sum => i _.
have le := ritz_below C_unit (ltn_ord i); rewrite s_dual in le.
have s1 : s P i.+1 ^+ 2 <= 1 by rewrite expr_le1 ?s_ge0 ?s_le1.
by rewrite ler_sqr ?nnegrE ?subr_ge0 ?(le_trans le) // ler_add2l ler_opp2.
Qed.
End Correlations.

(** What learns the contexture has mean zero. *)
Lemma learned_mean_zero (R : rcfType) (N M d : nat) (P : context R N M) (Phi : 'M[R]_(N, d)) :
  (d < N)%N -> learns P Phi -> cmx P Phi = Phi.
Proof.
move=> dN lr; have [S [A [_ [AE _]]]] := learns_factor lr; have [_ m] := top_orthonormal S dN.
by rewrite AE cmx_mul cmx_id.
Qed.

(** Features that learn the contexture, uncorrelated in one view and between two. *)
Lemma learned_barlow (R : rcfType) (N M d : nat) (P : context R N M) (Psi : 'M[R]_(M, d)) (lambda : R) :
  (d < M)%N -> learns (dual P) Psi ->
  (forall i j, i != j -> covX (dual P) Psi i j = 0) -> (forall i j, i != j -> covA (dual P) Psi i j = 0) ->
  barlow_twins P Psi lambda = \sum_(1 <= i < d.+1) (1 - s P i ^+ 2) ^+ 2.
Proof.
move=> dM lr c0 b0; have Cu := learns_covariance dM lr.
have pos i : 0 < covX (dual P) Psi i i.
  have := sqn_ge0 (law_gt0 (dual P)) (col i (cmx (dual P) Psi)); rewrite -variance le_eqVlt => /orP[/eqP/esym z|//].
  have /(gram_unit (law_gt0 (dual P))) ind := Cu; have /colP/(_ i) : delta_mx i 0 = 0 :> 'cV[R]_d.
    by apply: ind; apply/eqP; rewrite -colE -(sqn_eq0 (law_gt0 (dual P))) -variance z.
  by rewrite !mxE !eqxx => /eqP; rewrite oner_eq0.
have -> : barlow_twins P Psi lambda = frob (1%:M - correlations P Psi).
  rewrite frob_split /barlow_twins; congr (_ + _); first by apply: eq_bigr => i _; rewrite mxE.
  have z (i j : 'I_d) : j != i -> correlation P Psi i j = 0.
    by move=> ji; rewrite correlationE // b0 ?mul0r // eq_sym.
  rewrite big1 ?mulr0 => [|i _]; last by rewrite big1 // => j ji; rewrite z // expr0n.
  by apply/esym; rewrite big1 // => i _; rewrite big1 // => j ji; rewrite mxE z // expr0n.
rewrite uncorrelated_frob // big_add1 big_mkord; apply: eq_bigr => i _; congr ((1 - _) ^+ 2).
have lr' : learns (dual P) (cmx (dual P) Psi) by rewrite learned_mean_zero.
by rewrite (ritz_values Cu dM lr') ?s_dual.
Qed.
