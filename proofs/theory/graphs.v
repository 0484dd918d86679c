(** * Graphs: contexts with a symmetric table, where T is its own adjoint.   *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators selfadjoint ratio centred spectral eigenvalues equality.
From Contexture Require Import objectives orthonormal singular existence encoders extract losses meanzero learning square.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Graph.
Variables (R : rcfType) (N : nat) (P : context R N N).
Hypothesis sym : forall u v, P u v = P v u.
Notation pX := (law P). Notation T := (expect P). Notation one := (one : 'cV[R]_N).

Lemma graph_law : law (dual P) = pX.
Proof. by apply/rowP => u; rewrite !mxE; apply: eq_bigr => v _; rewrite mxE sym. Qed.
Lemma graph_adjoint : expect (dual P) = T.
Proof. by apply/matrixP => u v; rewrite [LHS]mxE [RHS]mxE graph_law mxE sym. Qed.

Lemma graph_selfadj : selfadj pX T.
Proof. by rewrite /selfadj -{2}graph_adjoint -{2}graph_law diag_adjoint. Qed.

Lemma graph_loss_trace d (Phi : 'M[R]_(N, d)) : graph_loss P Phi = \sum_j sqn pX (col j Phi) - trace_on pX T Phi.
Proof.
have two : 2%:R != 0 :> R by rewrite pnatr_eq0.
apply: (mulIf two); rewrite /graph_loss divfK // -[LHS]/(svme P Phi Phi) svmeE /trace_on -sumrB mulr_suml.
apply: eq_bigr => j _; rewrite /unseen graph_law graph_adjoint sqnD sqnN ipNr.
by move: (sqn pX (col j Phi)) (sqn pX (T *m _)) (ip _ _ _) => a b c; ring.
Qed.

Lemma graph_loss_center d (Phi : 'M[R]_(N, d)) : graph_loss P (cmx P Phi) = graph_loss P Phi.
Proof.
congr (_ / _); apply: eq_bigr => u _; apply: eq_bigr => v _; congr (_ * _).
apply: eq_bigr => j _; congr (_ ^+ 2).
rewrite [row u _ _ _]mxE [row v _ _ _]mxE [row u Phi _ _]mxE [row v Phi _ _]mxE /cmx.
move: (pX *m Phi) => b; rewrite !mxE !big_ord1 !mxE.
by mring.
Qed.

(** T on functions of mean zero. *)
Let H := T - one *m pX.

Fact H_center f : H *m f = T *m center pX f.
Proof. by rewrite /H mulmxBl -(mulmxA one) center_mx mulmxBr (mulmxA T (const_mx 1)) (expect1 P). Qed.

Lemma graph_loss_form d (Phi : 'M[R]_(N, d)) : unit_covariance P Phi ->
  graph_loss P Phi = d%:R - 1 * trace_on pX H (cmx P Phi).
Proof.
move=> /unit_covarianceE oc; rewrite -graph_loss_center graph_loss_trace (orthonormal_sqn oc) mul1r.
congr (_ - _); apply: eq_bigr => j _.
by rewrite H_center center_mean_zero ?cmx_mean.
Qed.

Fact H_selfadj : selfadj pX H.
Proof.
apply: selfadjB; first exact: graph_selfadj; have -> : one *m pX = KX P - KX0 P by rewrite /KX0 opprB addrC subrK.
by apply: selfadjB; [apply: KX_selfadj | apply: KX0_selfadj].
Qed.
Fact H_one : H *m one = 0.
Proof. by rewrite H_center /center mean_ip -/(sqn _ _) sqn_one /one subrr mulmx0. Qed.
(** ** Signed eigenvalues. T is at least -1; T + 1, without the constant, is positive, and has the eigenspaces of T. *)
Definition lifted : 'M[R]_N := H + (1%:M - one *m pX).

Lemma lifted_center f : lifted *m f = T *m center pX f + center pX f.
Proof. by rewrite /lifted mulmxDl H_center mulmxBl mul1mx -(mulmxA one) -center_mx. Qed.

Fact lifted_selfadj : selfadj pX lifted.
Proof.
have sa : selfadj pX (1%:M - one *m pX).
  apply: selfadjB; first exact: selfadj1.
  have -> : one *m pX = KX P - KX0 P by rewrite /KX0 opprB addrC subrK.
  by apply: selfadjB; [apply: KX_selfadj | apply: KX0_selfadj].
by rewrite /selfadj /lifted [(_ + _)^T]linearD /= mulmxDr mulmxDl H_selfadj sa.
Qed.
Fact lifted_one : lifted *m one = 0.
Proof. by rewrite lifted_center /center mean_ip -/(sqn _ _) sqn_one /one subrr mulmx0 addr0. Qed.

(** E (f(U) + f(V))^2 = 2 ||f||^2 + 2 <f, T f> *)
Fact lifted_psd : psd pX lifted.
Proof.
move=> f; rewrite lifted_center; have gm := center_mean P f.
have fE : f = center pX f + mean pX f *: one by apply/colP => x; rewrite !mxE mulr1 subrK.
move: (center pX f) gm fE => g gm ->.
rewrite ipDl ipZl -[one]/(const_mx 1) -(mean_ip P) (_ : mean pX (T *m g + g) = 0); last first.
  by rewrite (mean_ip P) ipDr -!(mean_ip P) (expect_mean P) graph_law gm addr0.
rewrite mulr0 addr0 -(pmulr_rge0 _ (ltr0Sn R 1)).
have <- : \sum_u \sum_v P u v * (g u 0 - (- g) v 0) ^+ 2 = 2%:R * ip pX g (T *m g + g).
  rewrite joint_square graph_law graph_adjoint sqnN ipNr ipDr -(selfadjP graph_selfadj) /sqn.
  by move: (ip pX g g) (ip pX g (T *m g)) => a b; ring.
apply: sumr_ge0 => u _; apply: sumr_ge0 => v _.
by rewrite mulr_ge0 ?joint_ge0 ?sqr_ge0.
Qed.

Lemma graph_loss_lifted d (Phi : 'M[R]_(N, d)) : unit_covariance P Phi ->
  graph_loss P Phi = 2%:R * d%:R - 1 * trace_on pX lifted (cmx P Phi).
Proof.
move=> u; have /unit_covarianceE oc := u; rewrite graph_loss_form // -(orthonormal_sqn oc) !mul1r /trace_on.
rewrite mulr_sumr -!sumrB; apply: eq_bigr => j _; rewrite lifted_center H_center center_mean_zero ?cmx_mean // ipDr.
by rewrite -/(sqn pX _); move: (sqn _ _) (ip _ _ _) => a b; ring.
Qed.

(** For every graph the minimisers extract the top eigenspace of T, signed, among functions of mean zero. *)
Theorem graph_minimises_signed d (Phi : 'M[R]_(N, d)) : (d < N)%N ->
  minimises (unit_covariance P (d := d)) (graph_loss P (d := d)) Phi
  <-> unit_covariance P Phi /\ extracts pX lifted (cmx P Phi).
Proof.
move=> dN; rewrite (trace_minimises ltr01 (@graph_loss_lifted d) (mean_zero_maximum lifted_selfadj lifted_one lifted_psd dN)).
by split=> -[u h]; split=> //; apply/(mean_zero_extracts lifted_selfadj) => //; apply/unit_covarianceE.
Qed.

(** ** Without negative eigenvalues. *)
Hypothesis T0 : psd pX T.

Fact H_psd : psd pX H.
Proof.
move=> f; rewrite H_center; have {1}-> : f = center pX f + mean pX f *: one.
  by apply/colP => x; rewrite !mxE mulr1 subrK.
rewrite ipDl ipZl -[one]/(const_mx 1) -(mean_ip P) (expect_mean P) graph_law center_mean mulr0 addr0.
exact: T0.
Qed.
Fact H_square : H *m H = KX0 P.
Proof.
have pT : pX *m T = pX.
  apply/rowP => v; rewrite -{2}graph_law !mxE; apply: eq_bigr => u _.
  by rewrite law_expect mxE.
by rewrite {2}/H mulmxBr mulmxA H_one mul0mx subr0 {1}/H mulmxBl -mulmxA pT /KX0 /KX graph_adjoint.
Qed.

(** For Phi~ the top eigenspaces of T, and of T T* on functions of mean zero, are the same. *)
Lemma graph_extracts d (Z : 'M[R]_(N, d)) : extracts pX (KX0 P) Z <-> extracts pX H Z.
Proof. by rewrite -H_square; apply: extracts_square; [apply: law_gt0 | apply: H_selfadj | apply: H_psd]. Qed.

Theorem graph_minimises d (Phi : 'M[R]_(N, d)) : (d < N)%N ->
  minimises (unit_covariance P (d := d)) (graph_loss P (d := d)) Phi <-> unit_covariance P Phi /\ learns P (cmx P Phi).
Proof.
move=> dN; rewrite (trace_minimises ltr01 (@graph_loss_form d) (mean_zero_maximum H_selfadj H_one H_psd dN)).
split=> -[u h]; split=> //; have oc : orthonormal_centred P (cmx P Phi) by apply/unit_covarianceE.
  by apply/(learns_extracts dN oc)/graph_extracts/(mean_zero_extracts H_selfadj oc).
by apply/(mean_zero_extracts H_selfadj oc)/graph_extracts/(learns_extracts dN oc).
Qed.
End Graph.

(** An operator whose eigenvalues are not negative is positive. *)
Lemma eigenvalues_psd (R : rcfType) n (w : 'rV[R]_n) (K : 'M[R]_n) : (forall x, 0 < w 0 x) -> selfadj w K ->
  (forall i, (1 <= i <= n)%N -> 0 <= eigenvalue K i) -> psd w K.
Proof.
move=> w0 sK h f; have [E _] := eigenbasis_exists w0 sK; have [_ ->] := forms E f.
apply: sumr_ge0 => j _; apply: mulr_ge0; last exact: sqr_ge0.
by rewrite -(eigenvalueE E) h //= ltn_ord.
Qed.
