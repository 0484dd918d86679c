(** * Encoders: spans, projectors, ratio traces, explained variance.         *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators selfadjoint kyfan ratio spectral worstcase centred.
From Contexture Require Import eigenvalues vocabulary orthonormal singular existence expansion.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** An index within 1 .. N-k-1 is below N. *)
Lemma index_lt d N k : (0 < d)%N -> (d <= N - k.+1)%N -> (d < N)%N.
Proof.
case: N => [|N] d0 h; first by move: h d0; rewrite sub0n leqn0 => /eqP ->.
by rewrite (leq_ltn_trans h) // subSS ltnS leq_subr.
Qed.

Lemma index_lt2 d N : (0 < d)%N -> (d <= N - 2)%N -> (d.+1 < N)%N.
Proof.
case: N => [|[|N]]; rewrite ?subSS ?subn0 ?sub0n // => d0; by rewrite leqNgt d0.
Qed.

Section Spans.
Variables (R : rcfType) (n : nat).

Lemma in_spanP c (F : 'M[R]_(n, c)) f : in_span F f <-> (f^T <= F^T)%MS.
Proof.
split=> [[w ->]|/submxP[D fE]]; first by rewrite trmx_mul submxMl.
by exists D^T; apply: trmx_inj; rewrite fE trmx_mul trmxK.
Qed.

Lemma span_factor c e (F : 'M[R]_(n, c)) (G : 'M[R]_(n, e)) :
  (forall w, in_span G (F *m w)) -> exists W, F = G *m W.
Proof.
move=> h; have /submxP[D FE] : (F^T <= G^T)%MS.
  apply/row_subP => j; rewrite -tr_col; apply/in_spanP; rewrite colE; exact: h.
by exists D^T; apply: trmx_inj; rewrite FE trmx_mul trmxK.
Qed.

Lemma factor_span c e (F : 'M[R]_(n, c)) (G : 'M[R]_(n, e)) W : F = G *m W -> forall w, in_span G (F *m w).
Proof. by move=> -> w; exists (W *m w); rewrite mulmxA. Qed.

Lemma columns_factor c e (F : 'M[R]_(n, c)) (G : 'M[R]_(n, e)) :
  (forall j, in_span G (col j F)) -> exists W, F = G *m W.
Proof.
move=> h; have /submxP[D FE] : (F^T <= G^T)%MS by apply/row_subP => j; rewrite -tr_col; apply/in_spanP.
by exists D^T; apply: trmx_inj; rewrite FE trmx_mul trmxK.
Qed.

Variable w : 'rV[R]_n.
Hypothesis w0 : forall x, 0 < w 0 x.
Notation D := (diag_mx w).

Lemma gram_unit c (F : 'M[R]_(n, c)) : (forall v : 'cV_c, F *m v = 0 -> v = 0) <-> F^T *m D *m F \in unitmx.
Proof.
split=> [inj|Gu v Fv]; last first.
  by rewrite -[v]mul1mx -(mulVmx Gu) -!mulmxA Fv !mulmx0.
rewrite -row_free_unit -kermx_eq0 -submx0; apply/rV_subP => v /sub_kermxP vG; rewrite submx0.
have : F *m v^T = 0.
  apply/eqP; rewrite -(sqn_eq0 w0) /sqn ipE trmx_mul trmxK !mulmxA.
  by rewrite -(mulmxA v) -(mulmxA v) vG mul0mx mxE.
by move/inj/(congr1 trmx); rewrite trmxK trmx0 => ->.
Qed.

Lemma diag_inj k (A B : 'M[R]_(n, k)) : D *m A = D *m B -> A = B.
Proof.
move=> e; apply/matrixP => x j; have /matrixP/(_ x j) := e; rewrite !mul_diag_mx !mxE.
by apply: mulfI; rewrite gt_eqF.
Qed.

(** Orthogonal projectors with the same range are the same. *)
Lemma projector_eq A B : projector w A -> projector w B -> A *m B = B -> B *m A = A -> A = B.
Proof.
move=> [_ sA] [_ sB] AB BA; apply: diag_inj.
by rewrite -{1}BA mulmxA sB -mulmxA sA mulmxA -trmx_mul AB -sB.
Qed.

Lemma gram_proj_id c (F : 'M[R]_(n, c)) : F^T *m D *m F \in unitmx -> gram_proj w F *m F = F.
Proof. by move=> Gu; rewrite /gram_proj -!mulmxA [F^T *m _]mulmxA mulVmx ?mulmx1. Qed.

Lemma gram_proj_eq c e (F : 'M[R]_(n, c)) (G : 'M[R]_(n, e)) A B :
  F^T *m D *m F \in unitmx -> G^T *m D *m G \in unitmx -> F = G *m A -> G = F *m B -> gram_proj w F = gram_proj w G.
Proof.
move=> Fu Gu FE GE.
have absorb k (Z : 'M[R]_n) (H : 'M[R]_(n, k)) : Z *m H = H -> Z *m gram_proj w H = gram_proj w H.
  by move=> ZH; rewrite /gram_proj !mulmxA ZH.
apply: projector_eq; try exact: gram_projP.
  by apply: absorb; rewrite GE mulmxA gram_proj_id.
by apply: absorb; rewrite FE mulmxA gram_proj_id.
Qed.
End Spans.

Section Encoders.
Variables (R : rcfType) (N M : nat) (P : context R N M).
Notation pX := (law P). Notation pA := (law (dual P)). Notation s := (s P).
Notation RT := (context.ratio_trace P).

Lemma cmx_mul c e (F : 'M[R]_(N, c)) (W : 'M[R]_(c, e)) : cmx P (F *m W) = cmx P F *m W.
Proof. by rewrite /cmx mulmxBl -!mulmxA. Qed.

Lemma cmx_id c (F : 'M[R]_(N, c)) : (forall j, mean pX (col j F) = 0) -> cmx P F = F.
Proof.
move=> m0; rewrite /cmx (_ : pX *m F = 0) ?mulmx0 ?subr0 //; apply/rowP => j.
rewrite [RHS]mxE -(m0 j) [LHS]mxE; apply: eq_bigr => x _.
by rewrite [col _ _ _ _]mxE.
Qed.

Lemma cmx_eq0 (f : 'cV[R]_N) : cmx P f = 0 <-> exists b, f = b *: one.
Proof.
rewrite /cmx mean_mx mul_mx_scalar; split=> [/eqP|[b ->]].
  by rewrite subr_eq0 => /eqP fE; exists (mean pX f).
rewrite mean_ip ipZr -[const_mx 1]/one -/(sqn _ _) sqn_one mulr1.
by rewrite /one subrr.
Qed.

(** Families with an invertible covariance are those independent of each other and of constants. *)
Lemma covariance_unit c (F : 'M[R]_(N, c)) :
  covX P F \in unitmx <-> forall v : 'cV_c, (exists b, F *m v = b *: one) -> v = 0.
Proof.
rewrite -(gram_unit (law_gt0 P)); split=> h v.
  by move/cmx_eq0; rewrite cmx_mul; apply: h.
by rewrite -cmx_mul => /cmx_eq0; apply: h.
Qed.

(** The sum of the first d squares in the two ways that it is written. *)
Lemma top_sum d : (d <= N)%N -> \sum_(j < N | (j < d)%N) s j.+1 ^+ 2 = \sum_(1 <= i < d.+1) s i ^+ 2.
Proof.
by move=> dN; rewrite big_add1 big_mkord (big_ord_narrow dN).
Qed.

Lemma unit_rank c (F : 'M[R]_(N, c)) : covX P F \in unitmx -> \rank F^T = c.
Proof.
move=> Cu; apply/eqP; change (row_free F^T); rewrite -kermx_eq0 -submx0; apply/rV_subP => v /sub_kermxP vF.
rewrite submx0; have /(covariance_unit F)/(_ v^T) := Cu.
move=> h; suff : v^T = 0 by move/(congr1 trmx); rewrite trmxK trmx0 => ->.
by apply: h; exists 0; rewrite scale0r; apply: trmx_inj; rewrite trmx_mul trmxK vF trmx0.
Qed.

Lemma unit_size c (F : 'M[R]_(N, c)) : covX P F \in unitmx -> (c <= N)%N.
Proof. by move/unit_rank <-; apply: rank_leq_col. Qed.

(** Lemma 22: Ky Fan for ratio traces. *)
Theorem ratio_trace_top_le d (Phi : 'M[R]_(N, d)) : covX P Phi \in unitmx ->
  RT Phi <= \sum_(1 <= i < d.+1) s i ^+ 2.
Proof.
move=> Cu; have [S _] := system_exists P; rewrite -top_sum ?(unit_size Cu) //.
apply: le_trans (ratio_trace_le Cu (centred_basis S)) _.
by rewrite le_eqVlt; apply/orP; left; apply/eqP/eq_bigr => j _; rewrite centred_basis_ev.
Qed.

(** The ratio trace depends on the span only. *)
Theorem ratio_trace_span c e (F : 'M[R]_(N, c)) (G : 'M[R]_(N, e)) A B :
  covX P F \in unitmx -> covX P G \in unitmx -> F = G *m A -> G = F *m B -> RT F = RT G.
Proof.
move=> Fu Gu FE GE; rewrite !ratio_trace_proj //; congr (\tr (_ *m _)).
by apply: (gram_proj_eq (law_gt0 P) (A := A) (B := B)); rewrite // -cmx_mul -?FE -?GE.
Qed.

(** The columns that [ratio_trace] takes. *)
Lemma maximal_columns_factor d (Phi : 'M[R]_(N, d)) :
  (exists A, maximal_columns Phi = Phi *m A) /\ (exists B, Phi = maximal_columns Phi *m B).
Proof.
have h := eq_maxrowsub Phi^T.
have /submxP[A AE] : (rowsub (maxrankfun Phi^T) Phi^T <= Phi^T)%MS by rewrite h.
have /submxP[B BE] : (Phi^T <= rowsub (maxrankfun Phi^T) Phi^T)%MS by rewrite h.
split; [exists A^T | exists B^T]; apply: trmx_inj.
  by rewrite trmx_mul !trmxK.
by rewrite trmx_mul !trmxK.
Qed.

Lemma maximal_columns_free d (Phi : 'M[R]_(N, d)) (v : 'cV_(\rank Phi^T)) : maximal_columns Phi *m v = 0 -> v = 0.
Proof.
move=> /(congr1 trmx); rewrite trmx_mul trmx0 trmxK => /eqP.
by rewrite (mulmx_free_eq0 _ (maxrowsub_free Phi^T)) => /eqP/(congr1 trmx); rewrite trmxK trmx0.
Qed.

(** They have an invertible covariance unless a constant is in the span. *)
Lemma maximal_columns_unit d (Phi : 'M[R]_(N, d)) : ~ in_span Phi one -> covX P (maximal_columns Phi) \in unitmx.
Proof.
move=> no; apply/covariance_unit => v [b vE]; have [b0|b0] := eqVneq b 0.
  by apply: maximal_columns_free; rewrite vE b0 scale0r.
case: no; have [[A AE] _] := maximal_columns_factor Phi; exists (b^-1 *: (A *m v)).
by rewrite -scalemxAr mulmxA -AE vE scalerA mulVf // scale1r.
Qed.

Lemma unit_no_constant d (Phi : 'M[R]_(N, d)) : covX P Phi \in unitmx -> ~ in_span Phi one.
Proof.
move=> /covariance_unit h [w wE]; have w0 : w = 0 by apply: h; exists 1; rewrite -wE scale1r.
have /colP/(_ (Ordinal (N_gt0 P))) := wE; rewrite w0 mulmx0 !mxE => /eqP.
by rewrite oner_eq0.
Qed.

(** With an invertible covariance all columns are taken. *)
Theorem ratio_traceE d (Phi : 'M[R]_(N, d)) : covX P Phi \in unitmx -> vocabulary.ratio_trace P Phi = RT Phi.
Proof.
move=> Cu; have [[A AE] [B BE]] := maximal_columns_factor Phi.
by apply: ratio_trace_span AE BE => //; apply/maximal_columns_unit/unit_no_constant.
Qed.

Lemma ratio_trace_ge0 d (Phi : 'M[R]_(N, d)) : covX P Phi \in unitmx -> 0 <= RT Phi.
Proof.
move=> Cu; rewrite ratio_trace_proj //; have := gram_projP Cu; move: (gram_proj _ _) => Pi [idem sa].
rewrite -{1}idem -mulmxA mxtrace_mulC -mulmxA; apply: (psd_trace (law_gt0 P)) => f.
by rewrite -!mulmxA (selfadjP sa); apply: KX0_psd.
Qed.

(** ** Orthonormal columns of mean zero. *)
Lemma orthonormal_covariance d (Phi : 'M[R]_(N, d)) : orthonormal_centred P Phi -> covX P Phi = 1%:M.
Proof. by case=> g m; rewrite /covX cmx_id // -gramE. Qed.

Lemma trace_sqn m d (w : 'rV[R]_m) (F : 'M[R]_(m, d)) : \tr (F^T *m diag_mx w *m F) = \sum_j sqn w (col j F).
Proof. by apply: eq_bigr => j _; rewrite ip_gram. Qed.

Lemma explained_ratio_trace d (Phi : 'M[R]_(N, d)) : orthonormal_centred P Phi -> explained P Phi = RT Phi.
Proof.
move=> oc; have [_ m] := oc; rewrite /context.ratio_trace (orthonormal_covariance oc) invmx1 mul1mx.
rewrite /covA cmx_id // trace_sqn; apply: eq_bigr => j _.
by rewrite !colE mulmxA.
Qed.

(** ** Top-d singular functions. *)
Section Top.
Variables (S : singular_system P) (d : nat).
Hypothesis dN : (d < N)%N.
Notation top := (top_functions d S).

Lemma top_col j : col j top = mu S j.+1.
Proof. by apply/colP => x; rewrite !mxE. Qed.

Lemma top_orthonormal : orthonormal_centred P top.
Proof.
have lt (j : 'I_d) : (j.+1 < N)%N by rewrite (leq_ltn_trans _ dN).
split=> [|j]; last by rewrite top_col left_mean //= lt.
by apply/matrixP => i j; rewrite [LHS]mxE !top_col left_ip ?lt // mxE.
Qed.

Lemma top_sqn j : (j.+1 < N)%N -> sqn pA (T_star P *m mu S j.+1) = s j.+1 ^+ 2.
Proof.
by move=> lt; rewrite /sqn -expect_adjoint mulmxA -/(KX P) KX_mu ipZr left_ip // eqxx mulr1.
Qed.

Lemma top_explained : explained P top = \sum_(1 <= i < d.+1) s i ^+ 2.
Proof.
rewrite big_add1 big_mkord; apply: eq_bigr => j _.
by rewrite top_col top_sqn // (leq_ltn_trans _ dN).
Qed.

Lemma top_covariance : covX P top \in unitmx.
Proof. by rewrite orthonormal_covariance ?unitmx1 //; apply: top_orthonormal. Qed.

Lemma top_ratio_trace : RT top = \sum_(1 <= i < d.+1) s i ^+ 2.
Proof. by rewrite -explained_ratio_trace ?top_explained //; apply: top_orthonormal. Qed.
End Top.

Lemma learns_factor d (Phi : 'M[R]_(N, d)) : learns P Phi ->
  exists (S : singular_system P) A B, Phi = top_functions d S *m A /\ top_functions d S = Phi *m B.
Proof.
by case=> S [/span_factor[A AE] /span_factor[B BE]]; exists S, A, B.
Qed.

Lemma learns_covariance d (Phi : 'M[R]_(N, d)) : (d < N)%N -> learns P Phi -> covX P Phi \in unitmx.
Proof.
move=> dN /learns_factor[S [A [B [AE BE]]]]; have Cu := top_covariance S dN.
have AB : A *m B = 1%:M.
  have := BE; rewrite AE -mulmxA => e; apply/eqP; rewrite -subr_eq0; apply/eqP/matrixP => i j.
  have /(covariance_unit _)/(_ (col j (A *m B - 1%:M))) := Cu.
  move=> h; have : col j (A *m B - 1%:M) = 0.
    by apply: h; exists 0; rewrite scale0r colE mulmxA mulmxBr mulmx1 -e subrr mul0mx.
  by move/colP/(_ i); rewrite !mxE.
apply/covariance_unit => v [b vE].
have /(covariance_unit _)/(_ (A *m v)) := Cu; rewrite mulmxA -AE => /(_ (ex_intro _ b vE)) Av.
by rewrite -[v]mul1mx -(mulmx1C AB) -mulmxA Av mulmx0.
Qed.

Theorem learns_ratio_trace d (Phi : 'M[R]_(N, d)) : (d < N)%N -> learns P Phi ->
  RT Phi = \sum_(1 <= i < d.+1) s i ^+ 2.
Proof.
move=> dN lr; have [S [A [B [AE BE]]]] := learns_factor lr.
rewrite -(top_ratio_trace S dN); apply: ratio_trace_span AE BE.
  exact: learns_covariance.
exact: top_covariance.
Qed.
End Encoders.
