(** * How much of an operator a span sees: the trace of K on the span of any features. *)
(** The features may be dependent; the greatest trace is that of those who extract. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry selfadjoint kyfan ratio spectral.
From Contexture Require Import eigenvalues objectives orthonormal encoders extract.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** A positive definite matrix is a square: some coordinates make it the identity. *)
Lemma positive_square (R : rcfType) d (G : 'M[R]_d) :
  G^T = G -> (forall v : 'cV[R]_d, v != 0 -> 0 < (v^T *m G *m v) 0 0) ->
  exists A B : 'M[R]_d, A *m B = 1%:M /\ A^T *m G *m A = 1%:M.
Proof.
move=> sG pos; have [Q [l [QQ QG]]] := spectral sG; have QtQ := mulmx1C QQ.
have l0 j : 0 < l 0 j.
  have -> : l 0 j = (Q *m G *m Q^T) j j by rewrite QG -mulmxA QQ mulmx1 mxE eqxx mulr1n.
  have -> : (Q *m G *m Q^T) j j = ((col j Q^T)^T *m G *m col j Q^T) 0 0.
    by rewrite tr_col trmxK -row_mul colE mulmxA -row_mul -colE [col _ _ _ _]mxE [row _ _ _ _]mxE.
  apply: pos; apply/eqP => /(congr1 (mulmx Q)); rewrite colE mulmxA QQ mul1mx mulmx0 => /colP/(_ j).
  by rewrite !mxE !eqxx => /eqP; rewrite oner_eq0.
have sq j : Num.sqrt (l 0 j) * Num.sqrt (l 0 j) = l 0 j by rewrite -expr2 sqr_sqrtr // ltW.
have sn j : Num.sqrt (l 0 j) != 0 by rewrite gt_eqF // sqrtr_gt0.
pose r := diag_mx (\row_j Num.sqrt (l 0 j)); pose ri := diag_mx (\row_j (Num.sqrt (l 0 j))^-1).
have rir : ri *m r = 1%:M.
  apply/matrixP => i j; rewrite mul_mx_diag !mxE.
  by case: eqP => [->|_]; rewrite ?mul0r // mulVf.
have rr : r *m r = diag_mx l.
  by apply/matrixP => i j; rewrite mul_mx_diag !mxE; case: eqP => [->|_]; rewrite ?mul0r ?sq.
exists (Q^T *m ri), (r *m Q); split; first by rewrite -mulmxA (mulmxA ri) rir mul1mx QtQ.
rewrite trmx_mul trmxK tr_diag_mx -/ri -!mulmxA (mulmxA Q) QG -rr !mulmxA rir mul1mx -(mulmxA r) QQ mulmx1.
exact: mulmx1C.
Qed.

Section Orthonormalise.
Variables (R : rcfType) (n : nat) (w : 'rV[R]_n).
Hypothesis w0 : forall x, 0 < w 0 x.
Notation D := (diag_mx w).

(** Independent features have an orthonormal combination with the same span. *)
Lemma orthonormalise d (Phi : 'M[R]_(n, d)) : independent_columns Phi ->
  exists A B : 'M[R]_d, A *m B = 1%:M /\ gram w (Phi *m A) (Phi *m A) = 1%:M.
Proof.
move=> ind; have [v vn0|A [B [AB AA]]] := positive_square (gram_sym w Phi).
  have -> : v^T *m (Phi^T *m D *m Phi) *m v = (Phi *m v)^T *m D *m (Phi *m v) by rewrite trmx_mul !mulmxA.
  by rewrite -ipE sqn_gt0 //; apply: contra vn0 => /eqP/ind/eqP.
by exists A, B; split=> //; rewrite gramE trmx_mul -AA !mulmxA.
Qed.
End Orthonormalise.

(** ** Multiples of an operator have the same top eigenspaces. *)
Section Multiple.
Variables (R : rcfType) (n : nat) (w : 'rV[R]_n).
Lemma scaled_basis (K : 'M[R]_n) (E : eigenbasis w K) t : 0 < t ->
  exists E' : eigenbasis w (t *: K), ef E' = ef E /\ ev E' = t *: ev E.
Proof.
move=> t0; have eig : t *: K *m ef E = ef E *m diag_mx (t *: ev E).
  by rewrite -scalemxAl ef_eig scalemxAr; congr (_ *m _); apply/matrixP => i j; rewrite !mxE mulrnAr.
have srt (i j : 'I_n) : (i <= j)%N -> (t *: ev E) 0 j <= (t *: ev E) 0 i.
  by move=> ij; rewrite !mxE ler_pmul2l // ev_sorted.
by exists (Eigenbasis (ef_orth E) eig srt).
Qed.

Lemma extracts_scale (K : 'M[R]_n) c d (Phi : 'M[R]_(n, d)) : 0 < c ->
  extracts w (c *: K) Phi <-> extracts w K Phi.
Proof.
have scale (H : 'M[R]_n) t : 0 < t -> extracts w H Phi -> extracts w (t *: H) Phi.
  move=> t0 [ind [E sp]]; split=> //; have [E' [EE _]] := scaled_basis E t0; exists E'.
  by rewrite /top_eigenfunctions EE.
move=> c0; split=> h; last exact: scale.
by rewrite -[K]scale1r -(mulVf (lt0r_neq0 c0)) -scalerA; apply: scale; rewrite ?invr_gt0.
Qed.

Lemma eigenvalue_scale (K : 'M[R]_n) c i : (forall x, 0 < w 0 x) -> selfadj w K -> 0 < c ->
  eigenvalue (c *: K) i.+1 = c * eigenvalue K i.+1.
Proof.
move=> w0 sK c0; have [E _] := eigenbasis_exists w0 sK; have [E' [_ vE]] := scaled_basis E c0.
have [i_n|ni] := ltnP i n; last by rewrite (eigenvalue_beyond E) // (eigenvalue_beyond E') // mulr0.
by rewrite (eigenvalueE E (Ordinal i_n)) (eigenvalueE E' (Ordinal i_n)) vE mxE.
Qed.
End Multiple.

Section Span.
Variables (R : rcfType) (n : nat) (w : 'rV[R]_n).
Hypothesis w0 : forall x, 0 < w 0 x.
Variable K : 'M[R]_n.
Notation D := (diag_mx w).

(** The orthogonal projector on the span. *)
Definition span_proj d (Phi : 'M[R]_(n, d)) : 'M[R]_n := gram_proj w (maximal_columns Phi).
(** The trace of K on the span. *)
Definition seen d (Phi : 'M[R]_(n, d)) : R := \tr (span_proj Phi *m K).

Section OneEncoder.
Variables (d : nat) (Phi : 'M[R]_(n, d)).
Fact maximal_gram : (maximal_columns Phi)^T *m D *m maximal_columns Phi \in unitmx.
Proof. by apply/(gram_unit w0) => v; apply: maximal_columns_free. Qed.
Lemma span_projP : projector w (span_proj Phi). Proof. exact: gram_projP maximal_gram. Qed.
Lemma span_proj_trace : \tr (span_proj Phi) = (\rank Phi^T)%:R. Proof. exact: gram_proj_trace maximal_gram. Qed.
Lemma span_proj_id : span_proj Phi *m Phi = Phi.
Proof.
have [_ [B BE]] := maximal_columns_factor Phi.
by rewrite {2 3}BE mulmxA (gram_proj_id maximal_gram).
Qed.
Lemma span_proj_factor : exists A, span_proj Phi = Phi *m A.
Proof.
have [[A AE] _] := maximal_columns_factor Phi.
exists (A *m (invmx ((maximal_columns Phi)^T *m D *m maximal_columns Phi) *m (maximal_columns Phi)^T *m D)).
by rewrite mulmxA -AE /span_proj /gram_proj !mulmxA.
Qed.
End OneEncoder.

(** A span is that of another family. *)
Lemma span_proj_same d e (F : 'M[R]_(n, d)) (G : 'M[R]_(n, e)) A B :
  F = G *m A -> G = F *m B -> span_proj F = span_proj G.
Proof.
move=> FE GE.
have absorb k (X : 'M[R]_n) (H : 'M[R]_(n, k)) : X *m H = H -> X *m span_proj H = span_proj H.
  by have [Z ->] := span_proj_factor H; rewrite mulmxA => ->.
apply: (projector_eq w0); try exact: span_projP.
  by apply: absorb; rewrite GE mulmxA span_proj_id.
by apply: absorb; rewrite FE mulmxA span_proj_id.
Qed.

Lemma seen_same d e (F : 'M[R]_(n, d)) (G : 'M[R]_(n, e)) A B : F = G *m A -> G = F *m B -> seen F = seen G.
Proof. by move=> FE GE; rewrite /seen (span_proj_same FE GE). Qed.

Lemma span_proj_gram d (Phi : 'M[R]_(n, d)) : Phi^T *m D *m Phi \in unitmx -> span_proj Phi = gram_proj w Phi.
Proof.
move=> u; have [[A AE] [B BE]] := maximal_columns_factor Phi.
exact: (gram_proj_eq w0 (maximal_gram Phi) u AE BE).
Qed.

Lemma independent_rank d (Phi : 'M[R]_(n, d)) : independent_columns Phi -> \rank Phi = d.
Proof.
move=> ind; rewrite -mxrank_tr; apply/eqP; change (row_free Phi^T); rewrite -kermx_eq0 -submx0.
apply/rV_subP => v /sub_kermxP vF; rewrite submx0; have : v^T = 0.
  by apply: ind; apply: trmx_inj; rewrite trmx_mul trmxK vF trmx0.
by move/(congr1 trmx); rewrite trmxK trmx0 => ->.
Qed.

Lemma full_rank_independent d (Phi : 'M[R]_(n, d)) : (d <= \rank Phi^T)%N -> independent_columns Phi.
Proof.
move=> r v Pv; have fr : row_free Phi^T by rewrite /row_free eqn_leq rank_leq_row.
apply: trmx_inj; apply/eqP; rewrite trmx0 -(mulmx_free_eq0 _ fr) -trmx_mul Pv trmx0.
by [].
Qed.

Hypothesis sK : selfadj w K.

Lemma seen_orthonormal d (Phi : 'M[R]_(n, d)) : gram w Phi Phi = 1%:M -> seen Phi = trace_on w K Phi.
Proof.
by move=> g; rewrite trace_on_proj // /seen span_proj_gram // -gramE g unitmx1.
Qed.

Lemma extracts_same d (F G : 'M[R]_(n, d)) A B : A *m B = 1%:M -> F = G *m A -> extracts w K F -> extracts w K G.
Proof.
move=> AB FE [ind [E [sub1 sub2]]]; have GE : G = F *m B by rewrite FE -mulmxA AB mulmx1.
split.
  move=> v Gv; have Bv : A *m (B *m v) = v by rewrite mulmxA AB mul1mx.
  have : B *m v = 0 by apply: ind; rewrite FE -mulmxA Bv.
  by move=> B0; rewrite -Bv B0 mulmx0.
exists E; split=> v.
  by rewrite GE -mulmxA; apply: sub1.
by have [x ->] := sub2 v; exists (A *m x); rewrite mulmxA -FE.
Qed.

(** Of independent features: they extract if they see as much as the top eigenvalues. *)
Theorem independent_extracts d (Phi : 'M[R]_(n, d)) : independent_columns Phi ->
  extracts w K Phi <-> top_sum_of K d <= seen Phi.
Proof.
move=> ind; have [A [B [AB g]]] := orthonormalise w0 ind.
have FE : Phi *m A = Phi *m A by []; have BA := mulmx1C AB.
have GE : Phi = Phi *m A *m B by rewrite -mulmxA AB mulmx1.
rewrite (seen_same GE FE) seen_orthonormal //; split=> [h|h].
  by rewrite (extracts_trace w0 (extracts_same BA GE h) g).
exact: extracts_same AB FE (trace_extracts w0 sK g h).
Qed.

Theorem extracts_seen d (Phi : 'M[R]_(n, d)) : extracts w K Phi -> seen Phi = top_sum_of K d.
Proof.
move=> h; have [A [B [AB g]]] := orthonormalise w0 h.1.
have FE : Phi *m A = Phi *m A by []; have BA := mulmx1C AB.
have GE : Phi = Phi *m A *m B by rewrite -mulmxA AB mulmx1.
by rewrite (seen_same GE FE) seen_orthonormal // (extracts_trace w0 (extracts_same BA GE h) g).
Qed.

(** Those who extract are combinations of the top eigenfunctions. *)
Lemma extracts_form d (Phi : 'M[R]_(n, d)) : extracts w K Phi ->
  exists (E : eigenbasis w K) (A B : 'M[R]_d), [/\ A *m B = 1%:M, Phi = top_eigenfunctions E d *m A,
    top_eigenfunctions E d = Phi *m B
    & K *m top_eigenfunctions E d = top_eigenfunctions E d *m diag_mx (\row_(j < d) eigenvalue K j.+1)].
Proof.
case=> ind [E [/span_factor[A AE] /span_factor[B BE]]]; have dn := independent_size ind.
exists E, A, B; split=> //.
  apply: mulmx1C; apply/eqP; rewrite -subr_eq0; apply/eqP/matrixP => i j.
  have : col j (B *m A - 1%:M) = 0.
    by apply: ind; rewrite colE mulmxA mulmxBr mulmx1 mulmxA -BE -AE subrr mul0mx.
  by move/colP/(_ i); rewrite !mxE.
apply/matrixP => x j; rewrite mul_mx_diag [RHS]mxE [(\row_j _) 0 j]mxE mulrC.
have jn : (j < n)%N := leq_trans (ltn_ord j) dn.
transitivity ((K *m column (ef E) j) x 0).
  by rewrite -top_eigenfunctions_col !colE mulmxA -colE [RHS]mxE.
rewrite (column_lt _ jn) eig_col (eigenvalueE E (Ordinal jn)) [LHS]mxE; congr (_ * _).
by rewrite [RHS]mxE (column_lt _ jn).
Qed.

(** An encoder that extracts exists. *)
Lemma extracts_exists d : (d <= n)%N -> exists Phi : 'M[R]_(n, d), extracts w K Phi.
Proof.
move=> dn; have [E _] := eigenbasis_exists w0 sK.
exists (top_eigenfunctions E d); split; last by exists E; split=> v; exists v.
by apply: (gram_independent w0); apply: top_eigenfunctions_gram.
Qed.

(** ** Operators without negative eigenvalues. *)
Hypothesis K0 : psd w K.

Lemma eigenvalue_ge0 i : 0 <= eigenvalue K i.+1.
Proof.
have [E _] := eigenbasis_exists w0 sK; have [i_n|ni] := ltnP i n; last by rewrite (eigenvalue_beyond E).
rewrite (eigenvalueE E (Ordinal i_n)); have := K0 (col (Ordinal i_n) (ef E)).
by rewrite eig_col ipZr -/(sqn w _) sqn_basis mulr1.
Qed.

Lemma eigenvalue_decreasing i j : (i <= j)%N -> eigenvalue K j.+1 <= eigenvalue K i.+1.
Proof.
move=> ij; have [E _] := eigenbasis_exists w0 sK.
have [jn|nj] := ltnP j n; last by rewrite (eigenvalue_beyond E) // eigenvalue_ge0.
rewrite (eigenvalueE E (Ordinal jn)) (eigenvalueE E (Ordinal (leq_ltn_trans ij jn))).
exact: ev_sorted.
Qed.

Lemma top_sum_le d e : (d <= e)%N -> top_sum_of K d <= top_sum_of K e.
Proof.
move=> de; rewrite /top_sum_of (@big_cat_nat _ _ _ d.+1 1 e.+1) //= ler_addl big_nat_cond sumr_ge0 // => i.
by case/andP=> /andP[di _] _; rewrite -(ltn_predK di); apply: eigenvalue_ge0.
Qed.

Lemma top_sum_lt d e : (d < e)%N -> 0 < eigenvalue K e -> top_sum_of K d < top_sum_of K e.
Proof.
case: e => // e de pos; apply: le_lt_trans (top_sum_le (de : (d <= e)%N)) _.
by rewrite /top_sum_of (big_nat_recr e.+1) //= ltr_addl.
Qed.

(** The span of a family sees no more than its rank allows. *)
Lemma seen_rank d (Phi : 'M[R]_(n, d)) : seen Phi <= top_sum_of K (\rank Phi^T).
Proof.
have ind : independent_columns (maximal_columns Phi) by move=> v; apply: maximal_columns_free.
have [A [B [AB g]]] := orthonormalise w0 ind.
have FE : maximal_columns Phi *m A = maximal_columns Phi *m A by [].
have GE : maximal_columns Phi = maximal_columns Phi *m A *m B by rewrite -mulmxA AB mulmx1.
have [[A' AE] [B' BE]] := maximal_columns_factor Phi.
by rewrite (seen_same BE AE) (seen_same GE FE) seen_orthonormal //; apply: trace_le.
Qed.

Theorem seen_le d (Phi : 'M[R]_(n, d)) : seen Phi <= top_sum_of K d.
Proof. by apply: le_trans (seen_rank Phi) (top_sum_le _); apply: rank_leq_row. Qed.

(** Where the d-th eigenvalue is positive, exactly those who extract see the most. *)
Theorem seen_extracts d (Phi : 'M[R]_(n, d)) : 0 < eigenvalue K d ->
  extracts w K Phi <-> seen Phi = top_sum_of K d.
Proof.
move=> pos; split=> [|h]; first exact: extracts_seen.
have ind : independent_columns Phi.
  apply: full_rank_independent; rewrite leqNgt; apply/negP => rd.
  by have := le_lt_trans (seen_rank Phi) (top_sum_lt rd pos); rewrite h ltxx.
by apply/(independent_extracts ind); rewrite h.
Qed.

(** Then the operator maps their span onto itself: *)
Lemma extracts_invariant d (Phi : 'M[R]_(n, d)) : 0 < eigenvalue K d -> extracts w K Phi ->
  exists C C' : 'M[R]_d, C *m C' = 1%:M /\ K *m Phi = Phi *m C.
Proof.
move=> pos /extracts_form[E [A [B [AB PE BE KE]]]].
pose l := diag_mx (\row_(j < d) eigenvalue K j.+1); pose l' := diag_mx (\row_(j < d) (eigenvalue K j.+1)^-1).
have ll : l *m l' = 1%:M.
  apply/matrixP => i j; rewrite mul_mx_diag !mxE; case: eqP => [->|_]; last by rewrite mul0r.
  rewrite mulfV // gt_eqF // (lt_le_trans pos) //.
  have jd := ltn_ord j; have h : eigenvalue K d.-1.+1 <= eigenvalue K j.+1.
    by apply: eigenvalue_decreasing; rewrite -ltnS (ltn_predK jd).
  by rewrite (ltn_predK jd) in h; rewrite mulr1n.
exists (B *m l *m A), (B *m l' *m A); split.
  by rewrite !mulmxA -(mulmxA _ A B) AB mulmx1 -(mulmxA B) ll mulmx1 (mulmx1C AB).
by rewrite {1}PE !mulmxA KE -BE.
Qed.

(** so they are in its range. *)
Lemma extracts_range d (Phi : 'M[R]_(n, d)) : 0 < eigenvalue K d -> extracts w K Phi -> exists X, Phi = K *m X.
Proof.
move=> pos ext; have [C [C' [CC KE]]] := extracts_invariant pos ext.
by exists (Phi *m C'); rewrite mulmxA KE -mulmxA CC mulmx1.
Qed.
End Span.
