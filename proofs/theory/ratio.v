(** * Lemma 22: the ratio trace is at most the sum of the top-d eigenvalues. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators selfadjoint kyfan.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section GramProjector.
Variables (R : realFieldType) (n d : nat) (p : 'rV[R]_n) (Phi : 'M[R]_(n, d)).
Notation D := (diag_mx p).
Let G := Phi^T *m D *m Phi.
Hypothesis G_unit : G \in unitmx.

Definition gram_proj : 'M[R]_n := Phi *m invmx G *m Phi^T *m D.

Fact gram_sym : G^T = G.
Proof. by rewrite /G !trmx_mul trmxK tr_diag_mx mulmxA. Qed.

Lemma gram_projP : projector p gram_proj.
Proof.
rewrite /gram_proj; split; last first.
  by rewrite /selfadj !trmx_mul trmxK tr_diag_mx trmx_inv gram_sym !mulmxA.
rewrite -!mulmxA [Phi^T *m (D *m (Phi *m _))]mulmxA.
by rewrite [_ *m (Phi *m _)]mulmxA -/G (mulmxA (invmx G)) mulVmx // mul1mx.
Qed.

Lemma gram_proj_trace : \tr gram_proj = d%:R.
Proof.
rewrite /gram_proj -!mulmxA mxtrace_mulC -!mulmxA (mulmxA Phi^T) -/G.
by rewrite mulVmx // mxtrace1.
Qed.
End GramProjector.

Section RatioTrace.
Variables (R : realFieldType) (n m d : nat) (P : context R n m).
Notation pX := (law P). Notation pA := (law (dual P)).
Notation T := (expect P). Notation T' := (expect (dual P)).
Variable Phi : 'M[R]_(n, d).

Lemma diag_expect : diag_mx pX *m T = P :> 'M_(n, m).
Proof. by apply/matrixP => x a; rewrite mul_diag_mx mxE law_expect. Qed.

Lemma diag_adjoint : T'^T *m diag_mx pA = diag_mx pX *m T.
Proof.
rewrite diag_expect; apply/matrixP => x a; rewrite mul_mx_diag mxE mxE mulrC.
by rewrite law_expect mxE.
Qed.

Lemma law_one : pX *m const_mx 1 = 1%:M :> 'M_1.
Proof.
apply/matrixP => i j; rewrite !ord1 !mxE eqxx -[RHS](law_sum1 P).
by apply: eq_bigr => x _; rewrite [const_mx _ _ _]mxE mulr1.
Qed.

Lemma law_cmx : pX *m cmx P Phi = 0.
Proof. by rewrite /cmx mulmxBr mulmxA law_one mul1mx subrr. Qed.

Lemma cmx_one : (cmx P Phi)^T *m diag_mx pX *m (const_mx 1 : 'cV_n) = 0.
Proof.
apply: trmx_inj; rewrite !trmx_mul trmxK trmx0 tr_diag_mx trmx_const -law_cmx.
rewrite mulmxA; congr (_ *m _); apply/matrixP => i x.
by rewrite mul_mx_diag !mxE mul1r.
Qed.

Lemma KX_gram : diag_mx pX *m KX P = T'^T *m diag_mx pA *m T'.
Proof. by rewrite /KX mulmxA diag_adjoint. Qed.

Lemma KX_selfadj : selfadj pX (KX P).
Proof.
apply: trmx_inj.
by rewrite [RHS]trmx_mul trmxK tr_diag_mx KX_gram !trmx_mul trmxK tr_diag_mx mulmxA.
Qed.

Lemma KX_psd : psd pX (KX P).
Proof. by move=> f; rewrite quadratic_form sqn_ge0 //; apply: law_gt0. Qed.

Hypothesis C_unit : covX P Phi \in unitmx.
Let Pi := gram_proj pX (cmx P Phi).

Lemma ratio_trace_proj : ratio_trace P Phi = \tr (Pi *m KX0 P).
Proof.
rewrite /KX0 mulmxBr linearB /= mulmxA.
have -> : Pi *m const_mx 1 = 0 :> 'cV_n.
  rewrite /Pi /gram_proj -!mulmxA (mulmxA _ (diag_mx pX) (const_mx 1)) cmx_one.
  by rewrite !mulmx0.
rewrite mul0mx linear0 subr0 /ratio_trace /Pi /gram_proj -/(covX P Phi).
have -> : covA P Phi = (cmx P Phi)^T *m (diag_mx pX *m KX P) *m cmx P Phi.
  by rewrite /covA trmx_mul KX_gram !mulmxA.
by rewrite -!mulmxA [RHS]mxtrace_mulC -!mulmxA.
Qed.

(** For every eigenbasis of the centred kernel operator. *)
Theorem ratio_trace_le (E : eigenbasis pX (KX0 P)) :
  ratio_trace P Phi <= \sum_(j < n | (j < d)%N) ev E 0 j.
Proof.
rewrite ratio_trace_proj; apply: ky_fan; first exact: law_gt0.
  exact: gram_projP.
exact: gram_proj_trace.
Qed.

(** Without eigenvalues: a rational certificate (c, S) bounds every Phi. *)
Theorem ratio_trace_dual (S : 'M[R]_n) (c : R) :
  psd pX S -> psd pX (S - (KX0 P - c%:M)) ->
  ratio_trace P Phi <= c * d%:R + \tr S.
Proof.
move=> S0 h; rewrite ratio_trace_proj -(gram_proj_trace C_unit).
by apply: ky_fan_dual S0 h; [apply: law_gt0 | apply: gram_projP].
Qed.
End RatioTrace.
