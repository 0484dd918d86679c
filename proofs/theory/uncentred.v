(** * The spectral contrastive loss as it is trained: it is not centred.     *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators selfadjoint ratio eigenvalues.
From Contexture Require Import trained orthonormal singular existence expansion encoders extract cover span square frobenius gramloss contrast.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Uncentred.
Variables (R : rcfType) (N M : nat) (P : context R N M).
Notation pX := (law P). Notation pA := (law (dual P)). Notation K := (T_star P *m T P).
Let q0 := law_gt0 (dual P).

Fact KA_KX : K = KX (dual P). Proof. by rewrite /KX expect_dd. Qed.
Fact KA_selfadj : selfadj pA K. Proof. by rewrite KA_KX; apply: KX_selfadj. Qed.
Fact KA_psd : psd pA K. Proof. by rewrite KA_KX; apply: KX_psd. Qed.

Lemma spectral_gram d (Psi : 'M[R]_(M, d)) : spectral_contrastive P Psi = gram_loss pA K Psi.
Proof.
rewrite /spectral_contrastive /gram_loss two_views_trace squares_gram addrC; congr (_ - 2%:R * _).
by apply: eq_bigr => j _; rewrite KA_KX quadratic_form law_dd expect_dd.
Qed.

Lemma top_sum_KA_square d : top_sum_of (K *m K) d = \sum_(0 <= i < d) s P i ^+ 4.
Proof.
have [S _] := system_exists (dual P); have [E2 [_ ev2]] := square_basis (@KX_psd _ _ _ (dual P)) (left_basis S).
rewrite KA_KX /top_sum_of big_add1; apply: eq_big_nat => i _; have [iM|Mi] := ltnP i M; last first.
  by rewrite (eigenvalue_beyond E2) // s_beyond ?expr0n // geq_min Mi orbT.
by rewrite (eigenvalueE E2 (Ordinal iM)) ev2 -(eigenvalueE (left_basis S)) -KA_KX eigenvalue_KA -exprM.
Qed.

Theorem spectral_minimum d :
  minimum_is (@any 'M[R]_(M, d)) (spectral_contrastive P (d := d)) (- \sum_(0 <= i < d) s P i ^+ 4).
Proof.
rewrite -top_sum_KA_square; have [[Z [_ e]] le] := gram_loss_minimum q0 KA_selfadj KA_psd d.
by split=> [|Y _]; [exists Z | ]; rewrite spectral_gram // le.
Qed.

(** Where s_(d-1) > 0 the minimisers extract the top eigenspace of T* T, *)
Theorem spectral_extracts d (Psi : 'M[R]_(M, d)) : (0 < d)%N -> 0 < s P d.-1 ->
  minimises (@any 'M[R]_(M, d)) (spectral_contrastive P (d := d)) Psi -> extracts pA K Psi.
Proof.
move=> d0 sd [_ least]; have [[best [_ value]] _] := spectral_minimum d.
have dM : (d <= M)%N.
  rewrite -(prednK d0) ltnNge; apply: contraL sd => Md; by rewrite s_beyond ?ltxx // geq_min Md orbT.
apply: (gram_loss_extracts q0 KA_selfadj KA_psd); rewrite ?d0 //.
  by rewrite -(prednK d0) eigenvalue_KA exprn_gt0.
apply/eqP; rewrite eq_le (gram_loss_ge q0 KA_selfadj KA_psd) andbT -spectral_gram top_sum_KA_square -value.
exact: least.
Qed.
End Uncentred.

(** and T takes what is extracted on A to what is extracted on X. *)
Section Images.
Variables (R : rcfType) (N M : nat) (P : context R N M) (d : nat) (E : eigenbasis (law (dual P)) (T_star P *m T P)).
Notation pX := (law P). Notation pA := (law (dual P)). Notation K := (T_star P *m T P).
Hypothesis pos : forall j : nat, (j < d)%N -> 0 < s P j.
Hypothesis dM : (d <= M)%N.
Notation top := (top_eigenfunctions E d).
Let root : 'rV[R]_d := \row_j s P j.
Let back : 'rV[R]_d := \row_j (s P j)^-1.

Fact root_back : diag_mx root *m diag_mx back = 1%:M.
Proof.
apply/matrixP => i j; rewrite mul_diag_mx !mxE; case: eqP => [->|_]; last by rewrite mulr0.
by rewrite mulfV // gt_eqF // pos.
Qed.

Fact top_value (j : 'I_d) : K *m col j top = s P j ^+ 2 *: col j top.
Proof.
have jM := leq_trans (ltn_ord j) dM; rewrite top_eigenfunctions_col (column_lt _ jM) eig_col; congr (_ *: _).
by rewrite -(eigenvalueE E) /= eigenvalue_KA.
Qed.

(** T e_j / s_j *)
Definition images : 'M[R]_(N, d) := T P *m top *m diag_mx back.

Lemma images_col j : col j images = (s P j)^-1 *: (T P *m col j top).
Proof.
apply/colP => x; rewrite [LHS]mxE /images mul_mx_diag mxE [back _ _]mxE [RHS]mxE mulrC; congr (_ * _).
by rewrite [RHS]mxE [LHS]mxE; apply: eq_bigr => a _; rewrite [col _ _ _ _]mxE.
Qed.

Lemma images_factor : T P *m top = images *m diag_mx root.
Proof. by rewrite /images -(mulmxA _ (diag_mx back)) (mulmx1C root_back) mulmx1. Qed.

Lemma images_gram : gram pX images images = 1%:M.
Proof.
have g := top_eigenfunctions_gram E dM; apply/matrixP => i j; have /matrixP/(_ i j) := g.
rewrite !mxE !images_col => gij.
rewrite ipZl ipZr expect_adjoint mulmxA [ip pA _ _]ipC top_value ipZr [ip pA _ _]ipC gij.
case: eqP => [->|_]; last by rewrite !mulr0.
have sj : s P j != 0 by rewrite gt_eqF // pos.
by rewrite mulr1 mulrA -invfM -expr2 mulVf // expf_neq0.
Qed.

Lemma images_value j : KX P *m col j images = s P j ^+ 2 *: col j images.
Proof. by rewrite images_col -scalemxAr /KX -!mulmxA (mulmxA (T_star P)) top_value -!scalemxAr !scalerA mulrC. Qed.

Lemma images_extract : extracts pX (KX P) images.
Proof.
apply: trace_extracts (images_gram) _; [exact: law_gt0 | exact: KX_selfadj | ].
rewrite le_eqVlt; apply/orP; left; apply/eqP; rewrite /top_sum_of big_add1 big_mkord; apply: eq_bigr => j _.
rewrite images_value ipZr eigenvalue_KX; have /matrixP/(_ j j) := images_gram.
by rewrite !mxE eqxx => ->; rewrite mulr1.
Qed.
End Images.

Theorem images_extracted (R : rcfType) N M (P : context R N M) d (Psi : 'M[R]_(M, d)) : 0 < s P d.-1 ->
  extracts (law (dual P)) (T_star P *m T P) Psi -> extracts (law P) (KX P) (T P *m Psi).
Proof.
move=> sd [ind [E [/span_factor[A AE] /span_factor[B BE]]]]; have dM := independent_size ind.
have pos j : (j < d)%N -> 0 < s P j.
  by move=> jd; apply: lt_le_trans sd (s_decreasing P _); rewrite -ltnS (ltn_predK jd).
have BA : B *m A = 1%:M.
  apply/matrixP => i j; have : col j (B *m A - 1%:M) = 0.
    apply: ind; rewrite colE mulmxA mulmxBr mulmx1 mulmxA -BE -AE subrr mul0mx //.
  by move/colP/(_ i); rewrite !mxE => /eqP; rewrite subr_eq0 => /eqP.
apply: (extracts_change (U := images d E) (W := diag_mx (\row_j s P j) *m A)); last exact: images_extract pos dM.
  rewrite unitmx_mul; apply/andP; split; last by case/mulmx1_unit: BA.
  by case/mulmx1_unit: (root_back pos).
by rewrite {1}AE !mulmxA -(mulmxA (T P)) -images_factor // mulmxA.
Qed.
