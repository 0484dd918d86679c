(** * Objectives, column by column: their values in inner products.          *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators selfadjoint ratio centred.
From Contexture Require Import objectives orthonormal singular existence expansion encoders extract.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Centred.
Variables (R : rcfType) (N M : nat) (P : context R N M).
Notation pX := (law P).
Implicit Type f : 'cV[R]_N.

Lemma center_col d (Phi : 'M[R]_(N, d)) j : col j (cmx P Phi) = center pX (col j Phi).
Proof. by rewrite center_mx !colE /cmx mulmxBl !mulmxA. Qed.

Lemma cmx_mean d (Phi : 'M[R]_(N, d)) j : mean pX (col j (cmx P Phi)) = 0.
Proof. by rewrite center_col center_mean. Qed.

Lemma center_mean_zero f : mean pX f = 0 -> center pX f = f.
Proof. by rewrite /center => ->; apply/colP => x; rewrite !mxE subr0. Qed.

Lemma cmx_cmx d (Phi : 'M[R]_(N, d)) : cmx P (cmx P Phi) = cmx P Phi.
Proof. by apply: cmx_id => j; apply: cmx_mean. Qed.

(** Cov[Phi] = I says that Phi~ is orthonormal. *)
Lemma unit_covarianceE d (Phi : 'M[R]_(N, d)) : unit_covariance P Phi <-> orthonormal_centred P (cmx P Phi).
Proof.
have e : covariance P Phi = gram pX (cmx P Phi) (cmx P Phi) by rewrite gramE.
rewrite /unit_covariance e; split=> [h|[]//]; split=> // j; exact: cmx_mean.
Qed.

Lemma orthonormal_unit_covariance d (Phi : 'M[R]_(N, d)) : orthonormal_centred P Phi -> unit_covariance P Phi.
Proof. by move=> oc; apply/unit_covarianceE; case: (oc) => _ m; rewrite cmx_id. Qed.

Lemma orthonormal_sqn d (Phi : 'M[R]_(N, d)) : orthonormal_centred P Phi -> \sum_j sqn pX (col j Phi) = d%:R.
Proof.
case=> /matrixP g _; rewrite (eq_bigr (fun=> 1)) ?sumr_const ?card_ord // => j _.
by have := g j j; rewrite !mxE eqxx.
Qed.

End Centred.

Section Losses.
Variables (R : rcfType) (N M : nat) (P : context R N M).
Notation pX := (law P). Notation pA := (law (dual P)).
Implicit Types (f : 'cV[R]_N) (g : 'cV[R]_M).

(** E (f(X) - g(A))^2 *)
Lemma joint_square f g :
  \sum_x \sum_a P x a * (f x 0 - g a 0) ^+ 2 = sqn pX f + sqn pA g - 2%:R * ip pA (expect (dual P) *m f) g.
Proof.
have rows : \sum_x \sum_a P x a * (f x 0 * f x 0) = sqn pX f.
  by apply: eq_bigr => x _; rewrite -mulr_suml mxE.
have cols : \sum_x \sum_a P x a * (g a 0 * g a 0) = sqn pA g.
  rewrite exchange_big; apply: eq_bigr => a _; rewrite -mulr_suml mxE; congr (_ * _).
  by apply: eq_bigr => x _; rewrite mxE.
have cross : \sum_x \sum_a P x a * (f x 0 * g a 0) = ip pA (expect (dual P) *m f) g.
  rewrite -expect_adjoint; apply: eq_bigr => x _; rewrite [(expect P *m g) _ _]mxE !mulr_sumr.
  by apply: eq_bigr => a _; rewrite -(law_expect P); mring.
rewrite -rows -cols -cross mulr_sumr -big_split -sumrB; apply: eq_bigr => x _ /=.
by rewrite mulr_sumr -big_split -sumrB; apply: eq_bigr => a _ /=; mring.
Qed.

(** What T* does not see of f: ||f||^2 - ||T* f||^2. It is the same for f~. *)
Definition unseen f : R := sqn pX f - sqn pA (expect (dual P) *m f).

Lemma unseen_center f : unseen (center pX f) = unseen f.
Proof.
rewrite /unseen center_mx mean_mx mul_mx_scalar mulmxBr -[expect (dual P) *m (_ *: _)]scalemxAr (adjoint1 P).
rewrite !sqnD !sqnN !ipNr !sqnZ !ipZr.
have -> : sqn pX (const_mx 1) = 1 by rewrite -[RHS](sqn_one P).
have -> : sqn pA (const_mx 1) = 1 by rewrite -[RHS](sqn_one (dual P)).
rewrite ipC -mean_ip [ip pA _ _]ipC -(mean_ip (dual P)) (expect_mean (dual P)) law_dd.
by ring.
Qed.

Lemma unseen_sum d (Phi : 'M[R]_(N, d)) : unit_covariance P Phi ->
  \sum_j unseen (col j Phi) = d%:R - explained P (cmx P Phi).
Proof.
move=> /unit_covarianceE oc; rewrite -(orthonormal_sqn oc) -sumrB; apply: eq_bigr => j _.
by rewrite center_col -unseen_center.
Qed.

(** ** Single view. *)
Lemma svmeE d (Phi : 'M[R]_(N, d)) (Psi : 'M[R]_(M, d)) :
  svme P Phi Psi = \sum_j (unseen (col j Phi) + sqn pA (col j Psi - expect (dual P) *m col j Phi)).
Proof.
transitivity (\sum_j \sum_x \sum_a P x a * (col j Phi x 0 - col j Psi a 0) ^+ 2).
  rewrite [RHS]exchange_big; apply: eq_bigr => x _; rewrite [RHS]exchange_big; apply: eq_bigr => a _ /=.
  by rewrite -mulr_sumr; congr (_ * _); apply: eq_bigr => j _; rewrite !mxE.
apply: eq_bigr => j _; rewrite joint_square /unseen sqnD sqnN ipNr [ip _ (col j Psi) _]ipC.
by ring.
Qed.

(** The best Psi for Phi is T* Phi. *)
Lemma svme_at d (Phi : 'M[R]_(N, d)) : svme P Phi (expect (dual P) *m Phi) = \sum_j unseen (col j Phi).
Proof. by rewrite svmeE; apply: eq_bigr => j _; rewrite !colE mulmxA subrr /sqn ip0l addr0. Qed.

Lemma svme_best d (Phi : 'M[R]_(N, d)) (Psi : 'M[R]_(M, d)) : svme P Phi (expect (dual P) *m Phi) <= svme P Phi Psi.
Proof. by rewrite svme_at svmeE; apply: ler_sum => j _; rewrite ler_addl sqn_ge0 //; apply: law_gt0. Qed.

Lemma svme_explained d (Phi : 'M[R]_(N, d)) : unit_covariance P Phi ->
  svme P Phi (expect (dual P) *m Phi) = d%:R - 1 * explained P (cmx P Phi).
Proof. by move=> u; rewrite svme_at unseen_sum // mul1r. Qed.

(** ** Two sides. *)
Lemma two_sidedE d (Phi : 'M[R]_(N, d)) (Psi : 'M[R]_(M, d)) :
  unit_covariance P Phi -> unit_covariance_A P Psi ->
  two_sided P Phi Psi = 2%:R * (d%:R - \sum_j ip pX (col j (cmx P Phi)) (expect P *m col j (cmx (dual P) Psi))).
Proof.
move=> /unit_covarianceE oX; rewrite /unit_covariance_A => h.
have /unit_covarianceE oA : unit_covariance (dual P) Psi by [].
rewrite /two_sided /centred_encoder svmeE mulrBr mulr_sumr {1}[2%:R]mulr2n mulrDl mul1r -{1}(orthonormal_sqn oX) -(orthonormal_sqn oA).
rewrite -big_split -sumrB; apply: eq_bigr => j _ /=.
rewrite /unseen sqnD sqnN ipNr (expect_adjoint P) [ip _ (col j (cmx (dual P) _)) _]ipC.
move: (sqn pX _) (sqn pA (col j (cmx (dual P) Psi))) (sqn pA _) (ip _ _ _) => a b c e.
by ring.
Qed.

(** ** Non-contrastive. *)
Lemma noncontrastive_center d (Psi : 'M[R]_(M, d)) : noncontrastive P (cmx (dual P) Psi) = noncontrastive P Psi.
Proof.
apply: eq_bigr => x _; congr (_ * _); apply: eq_bigr => a _; apply: eq_bigr => b _; congr (_ * _).
apply: eq_bigr => j _; congr (_ ^+ 2).
rewrite [row a _ _ _]mxE [row b _ _ _]mxE [row a Psi _ _]mxE [row b Psi _ _]mxE /cmx.
move: (pA *m Psi) => v; rewrite !mxE !big_ord1 !mxE.
by mring.
Qed.

Lemma noncontrastiveE d (Psi : 'M[R]_(M, d)) :
  noncontrastive P Psi = 2%:R * \sum_j (sqn pA (col j Psi) - sqn pX (expect P *m col j Psi)).
Proof.
rewrite mulr_sumr; under [RHS]eq_bigr => j _ do rewrite -dispersionE /dispersion.
rewrite [RHS]exchange_big /=; apply: eq_bigr => x _; rewrite -mulr_sumr; congr (_ * _).
rewrite [RHS]exchange_big /=; apply: eq_bigr => a _; rewrite [RHS]exchange_big /=; apply: eq_bigr => b _.
by rewrite -mulr_sumr; congr (_ * _); apply: eq_bigr => j _; rewrite !mxE.
Qed.

Lemma noncontrastive_explained d (Psi : 'M[R]_(M, d)) : unit_covariance_A P Psi ->
  noncontrastive P Psi = 2%:R * (d%:R - explained (dual P) (cmx (dual P) Psi)).
Proof.
move=> h; have /unit_covarianceE oA : unit_covariance (dual P) Psi by [].
rewrite -noncontrastive_center noncontrastiveE sumrB (orthonormal_sqn oA); congr (_ * (_ - _)).
by apply: eq_bigr => j _; rewrite law_dd expect_dd.
Qed.

(** ** Integral operators of kernels. *)
Lemma integral_operatorE n (w : 'rV[R]_n) (k : 'M[R]_n) : integral_operator w k = k *m diag_mx w.
Proof. by apply/matrixP => x y; rewrite mul_mx_diag !mxE. Qed.

Lemma integral_selfadj n (w : 'rV[R]_n) (k : 'M[R]_n) : symmetric k -> selfadj w (integral_operator w k).
Proof. by move=> sk; rewrite /selfadj integral_operatorE trmx_mul tr_diag_mx sk mulmxA. Qed.

Lemma integral_psd n (w : 'rV[R]_n) (k : 'M[R]_n) : psd_matrix k -> psd w (integral_operator w k).
Proof.
case=> _ pk f; rewrite integral_operatorE ipE; have := pk (diag_mx w *m f).
by rewrite trmx_mul tr_diag_mx !mulmxA.
Qed.

Lemma integral_kX : integral_operator pX (kX P) = KX P.
Proof. by apply/matrixP => x y; rewrite mxE kernel_entry mulrC. Qed.

Lemma kiseE k d (Phi : 'M[R]_(N, d)) (Z := cmx P Phi) :
  kise P k Phi = \sum_j sqn pX (col j Z) - trace_on pX (integral_operator pX k) Z.
Proof.
rewrite /kise -/Z /trace_on; congr (_ - _).
  transitivity (\sum_x \sum_j pX 0 x * (Z x j * Z x j)).
    by apply: eq_bigr => x _; rewrite mulr_sumr; apply: eq_bigr => j _; rewrite !mxE.
  by rewrite exchange_big; apply: eq_bigr => j _; apply: eq_bigr => x _; rewrite !mxE.
transitivity (\sum_x \sum_j pX 0 x * (Z x j * (integral_operator pX k *m Z) x j)).
  by apply: eq_bigr => x _; rewrite mulr_sumr; apply: eq_bigr => j _; rewrite 2![row _ _ _ _]mxE.
rewrite exchange_big; apply: eq_bigr => j _; apply: eq_bigr => x _.
rewrite [col j Z x 0]mxE [in RHS]colE mulmxA -colE.
by rewrite [col j (integral_operator _ _ *m _) _ _]mxE.
Qed.

Lemma kise_trace k d (Phi : 'M[R]_(N, d)) : unit_covariance P Phi ->
  kise P k Phi = d%:R - 1 * trace_on pX (integral_operator pX k) (cmx P Phi).
Proof. by move=> /unit_covarianceE oc; rewrite kiseE (orthonormal_sqn oc) mul1r. Qed.

(** The trace of T T* on functions of mean zero. *)
Lemma trace_KX d (Z : 'M[R]_(N, d)) : trace_on pX (KX P) Z = explained P Z.
Proof. by apply: eq_bigr => j _; rewrite quadratic_form. Qed.
End Losses.
