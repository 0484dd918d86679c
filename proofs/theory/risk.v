(** * Least squares: the risk of features is what their span does not see of the labels. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators selfadjoint kyfan ratio spectral centred.
From Contexture Require Import eigenvalues labels orthonormal singular encoders extract span.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section LossKernel.
Variables (R : realFieldType) (N M : nat) (P : context R N M).
Notation pX := (law P). Notation pA := (law (dual P)).

(** q(a) P(x|a) = P(a|x) p(x) *)
Lemma diag_dual : diag_mx pA *m expect (dual P) = (expect P)^T *m diag_mx pX.
Proof. by apply: trmx_inj; rewrite !trmx_mul !tr_diag_mx trmxK diag_adjoint. Qed.

(** T L T* for L = k q. *)
Lemma sandwich (k : 'M[R]_M) :
  expect P *m (k *m diag_mx pA) *m expect (dual P) = expect P *m k *m (expect P)^T *m diag_mx pX.
Proof. by rewrite -!mulmxA diag_dual. Qed.
End LossKernel.

Lemma integral_operatorE (R : rcfType) n (w : 'rV[R]_n) (k : 'M[R]_n) : integral_operator w k = k *m diag_mx w.
Proof. by apply/matrixP => x y; rewrite mul_mx_diag !mxE. Qed.

Section LeastSquares.
Variables (R : rcfType) (n k : nat) (w : 'rV[R]_n) (G : 'M[R]_(n, k)).
Hypothesis w0 : forall x, 0 < w 0 x.
Notation D := (diag_mx w).
(** The operator of the targets G: its kernel is G(x) . G(y). *)
Definition target_operator : 'M[R]_n := G *m G^T *m D.
Notation H := target_operator.

Lemma target_selfadj : selfadj w H.
Proof. by rewrite /selfadj /H !trmx_mul trmxK tr_diag_mx !mulmxA. Qed.

Lemma target_form (f : 'cV[R]_n) : ip w f (H *m f) = \sum_j ip w (col j G) f ^+ 2.
Proof.
rewrite ipE /H !mulmxA; have -> : f^T *m D *m G *m G^T *m D *m f = (G^T *m D *m f)^T *m (G^T *m D *m f).
  by rewrite !trmx_mul trmxK tr_diag_mx !mulmxA.
rewrite mxE; apply: eq_bigr => j _; rewrite [_^T _ _]mxE -expr2 ip_gram.
by congr (ip w _ _ ^+ 2); apply/colP => x; rewrite mxE.
Qed.

Lemma target_psd : psd w H.
Proof. by move=> f; rewrite target_form sumr_ge0 // => j _; apply: sqr_ge0. Qed.

(** sum_j |F_j|^2 *)
Definition square (F : 'M[R]_(n, k)) : R := \sum_j sqn w (col j F).

Lemma square_trace F : square F = \tr (F^T *m D *m F). Proof. by rewrite trace_sqn. Qed.
(** What a projector leaves. *)
Lemma square_compl Pi : projector w Pi -> square (G - Pi *m G) = \tr H - \tr (Pi *m H).
Proof.
move=> pr; have [idem sa] := projector_compl pr.
have -> : G - Pi *m G = (1%:M - Pi) *m G by rewrite mulmxBl mul1mx.
rewrite square_trace -linearB /= -[X in _ = \tr (X - _)]mul1mx -mulmxBl /H.
move: (1%:M - Pi) idem sa => Q idem sa.
rewrite trmx_mul -!mulmxA (mulmxA Q^T) -sa -!mulmxA (mulmxA Q Q) idem.
by rewrite mxtrace_mulC -!mulmxA mxtrace_mulC -!mulmxA.
Qed.

Lemma square_proj_le Pi (F : 'M[R]_(n, k)) : projector w Pi -> square (Pi *m F) <= square F.
Proof.
move=> pr; apply: ler_sum => j _.
by rewrite colE -mulmxA -colE -projector_sqn // projector_le.
Qed.

Variables (d : nat) (Phi : 'M[R]_(n, d)).

Lemma least_squares_ge W : \tr H - seen w H Phi <= square (Phi *m W - G).
Proof.
have pr := span_projP w0 Phi; rewrite -square_compl //.
apply: le_trans (square_proj_le _ (projector_compl pr)).
have -> : (1%:M - span_proj w Phi) *m (Phi *m W - G) = - (G - span_proj w Phi *m G).
  by rewrite mulmxBr !mulmxBl !mul1mx mulmxA span_proj_id // subrr sub0r.
rewrite le_eqVlt; apply/orP; left; apply/eqP/eq_bigr => j _.
by rewrite -[in RHS]sqnN; congr (sqn w _); apply/colP => x; rewrite !mxE !opprK.
Qed.

Lemma least_squares_eq : exists W, square (Phi *m W - G) = \tr H - seen w H Phi.
Proof.
have [A AE] := span_proj_factor w Phi; exists (A *m G).
rewrite -square_compl; last exact: span_projP.
rewrite mulmxA -AE; apply: eq_bigr => j _.
by rewrite -[in RHS]sqnN; congr (sqn w _); apply/colP => x; rewrite !mxE opprB.
Qed.
End LeastSquares.

Section Risk.
Variables (R : rcfType) (N M k : nat) (P : context R N M) (v : 'M[R]_(M, k)).
Notation pX := (p P). Notation pA := (q P).
Notation p0 := (law_gt0 P).
Notation H := (target_operator pX (T P *m v)).

(** What no function of x predicts. *)
Definition noise : R := square pA v - square pX (T P *m v).

Lemma square_lossE (F : 'M[R]_(N, k)) : square_loss P v F = square pX (F - T P *m v) + noise.
Proof.
rewrite /square_loss /noise /square -sumrB -big_split /=.
transitivity (\sum_j \sum_x \sum_a P x a * (F x j - v a j) ^+ 2).
  rewrite [RHS]exchange_big; apply: eq_bigr => x _; rewrite [RHS]exchange_big; apply: eq_bigr => a _.
  by rewrite /distance2 mulr_sumr; apply: eq_bigr => j _; rewrite !mxE.
apply: eq_bigr => j _; pose f := col j F; pose g := col j v.
have -> : col j (F - T P *m v) = f - T P *m g.
  by apply/colP => x; rewrite !mxE; congr (_ - _); apply: eq_bigr => a _; rewrite !mxE.
have -> : col j (T P *m v) = T P *m g by rewrite /g !colE mulmxA.
rewrite -second_moment sqnD sqnN ipNr.
transitivity (\sum_x pX 0 x * (f x 0 ^+ 2 - 2%:R * (f x 0 * (T P *m g) x 0) + \sum_a T P x a * g a 0 ^+ 2)).
  apply: eq_bigr => x _; rewrite [(T P *m g) x 0]mxE.
  transitivity (pX 0 x * \sum_a T P x a * (f x 0 - g a 0) ^+ 2).
    by rewrite mulr_sumr; apply: eq_bigr => a _; rewrite mulrA law_expect !mxE.
  congr (_ * _).
  transitivity (\sum_a (T P x a * f x 0 ^+ 2 - 2%:R * (f x 0 * (T P x a * g a 0)) + T P x a * g a 0 ^+ 2)).
    by apply: eq_bigr => a _; mring.
  rewrite big_split sumrB /= -mulr_suml expect_sum1 mul1r; congr (_ - _ + _).
  by rewrite -mulr_sumr -mulr_sumr.
rewrite (eq_bigr (fun x => pX 0 x * (f x 0 * f x 0) - 2%:R * (pX 0 x * (f x 0 * (T P *m g) x 0))
   + pX 0 x * (\sum_a T P x a * g a 0 ^+ 2))) => [|x _]; last by move: (\sum_a _) => z; mring.
by rewrite big_split sumrB /= -mulr_sumr /sqn /ip; move: (\sum_x _) (\sum_x _) (\sum_x _) (\sum_x _) => a b c e; ring.
Qed.

(** The operator of the claims is that of the targets E[v | x]. *)
Lemma target_sandwich : T P *m integral_operator pA (v *m v^T) *m T_star P = H.
Proof. by rewrite integral_operatorE sandwich /target_operator trmx_mul !mulmxA. Qed.

Section Unbiased.
Variable d : nat.
Implicit Types Phi : 'M[R]_(N, d).

Lemma supervised_risk Phi r : risk_is (supervised_loss P v) Phi r <-> r = \tr H - seen pX H Phi + noise.
Proof.
have [W WE] := least_squares_eq (T P *m v) p0 Phi.
have least : risk_is (supervised_loss P v) Phi (\tr H - seen pX H Phi + noise).
  split; first by exists W; rewrite /supervised_loss square_lossE WE.
  by move=> W' _; rewrite /supervised_loss square_lossE ler_add2r least_squares_ge //; apply: p0.
split=> [[[W' [_ WE']] low]|-> //]; have [[Z [_ ZE]] lowest] := least.
by apply/eqP; rewrite eq_le -{1}ZE low //= -WE' lowest.
Qed.

Theorem supervised_minimises Phi : (d <= N)%N -> 0 < eigenvalue H d ->
  minimises_supervised P v Phi <-> extracts pX H Phi.
Proof.
move=> dN pos; have sH := target_selfadj pX (T P *m v); have hH := target_psd pX (T P *m v).
rewrite (seen_extracts p0 sH hH Phi pos); split=> [[r [/supervised_risk -> low]]|top].
  have [Best ext] := extracts_exists p0 sH dN.
  apply/eqP; rewrite eq_le seen_le //=; last exact: p0.
  have := low Best _ ((supervised_risk Best _).2 erefl); rewrite (extracts_seen p0 ext).
  by rewrite ler_add2r ler_add2l ler_opp2.
exists (\tr H - seen pX H Phi + noise); split; first exact/supervised_risk.
move=> Phi' r' /supervised_risk ->; rewrite top ler_add2r ler_add2l ler_opp2 seen_le //.
exact: p0.
Qed.
End Unbiased.
End Risk.
