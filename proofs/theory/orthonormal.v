(** * Orthonormal families: columns, inner products, completion to a basis. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import context geometry vocabulary.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Columns.
Variable R : rcfType.

Lemma columnE n c (F : 'M[R]_(n, c)) (i : 'I_c) : column F i = col i F.
Proof. by rewrite /column valK. Qed.

Lemma column_lt n c (F : 'M[R]_(n, c)) i (ic : (i < c)%N) : column F i = col (Ordinal ic) F.
Proof. by rewrite -columnE. Qed.

Lemma column_beyond n c (F : 'M[R]_(n, c)) i : (c <= i)%N -> column F i = 0.
Proof. by move=> ci; rewrite /column insubF // ltnNge ci. Qed.

Lemma column_mul m n c (A : 'M[R]_(m, n)) (F : 'M[R]_(n, c)) i : A *m column F i = column (A *m F) i.
Proof.
rewrite /column; case: insubP => [j _ _|_]; last by rewrite mulmx0.
by rewrite !colE mulmxA.
Qed.

Lemma eq_columns n c (F G : 'M[R]_(n, c)) : (forall i, (i < c)%N -> column F i = column G i) -> F = G.
Proof.
move=> h; apply/matrixP => x j; have := h j (ltn_ord j); rewrite !columnE => /colP/(_ x).
by rewrite !mxE.
Qed.

Lemma column_row_mx n c e (F : 'M[R]_(n, c)) (G : 'M[R]_(n, e)) i : (i < c)%N ->
  column (row_mx F G) i = column F i.
Proof.
move=> ic; have ice : (i < c + e)%N by rewrite ltn_addr.
rewrite (column_lt _ ice) (column_lt _ ic); apply/colP => x; rewrite !mxE.
by rewrite (_ : Ordinal ice = lshift e (Ordinal ic)) ?(unsplitK (inl _)) //; apply: val_inj.
Qed.

End Columns.

Section Orthonormal.
Variables (R : rcfType) (n : nat) (w : 'rV[R]_n).

Lemma gramE c e (F : 'M[R]_(n, c)) (G : 'M[R]_(n, e)) : gram w F G = F^T *m diag_mx w *m G.
Proof. by apply/matrixP => i j; rewrite ip_gram mxE. Qed.

Lemma orthonormal_rank c (F : 'M[R]_(n, c)) : gram w F F = 1%:M -> (c <= n)%N.
Proof.
rewrite gramE => FF; have : row_free F^T by apply/row_freeP; exists (diag_mx w *m F); rewrite mulmxA.
by rewrite /row_free mxrank_tr => /eqP <-; apply: rank_leq_row.
Qed.

(** Functions are equal if they have the same inner products with a basis. *)
Lemma basis_ext (F : 'M[R]_n) (f g : 'cV[R]_n) : gram w F F = 1%:M ->
  (forall i, (i < n)%N -> ip w (column F i) f = ip w (column F i) g) -> f = g.
Proof.
rewrite gramE => FF h; have FFi := mulmx1C FF.
rewrite -[f]mul1mx -[g]mul1mx -FFi -!mulmxA; congr (_ *m _).
have e (k : 'cV[R]_n) j : (F^T *m (diag_mx w *m k)) j 0 = ip w (col j F) k.
  by rewrite mulmxA ip_gram; congr (ip w _ _); apply/colP => x; rewrite mxE.
by apply/colP => j; rewrite !e -columnE h.
Qed.

(** An orthonormal family that is not a basis can be extended by one. *)
Lemma extend_one c (F : 'M[R]_(n, c)) : (forall x, 0 < w 0 x) -> gram w F F = 1%:M -> (c < n)%N ->
  exists g : 'cV[R]_n, gram w (row_mx F g) (row_mx F g) = 1%:M.
Proof.
move=> w0 FF cn; have kn0 : kermx (diag_mx w *m F) != 0.
  by rewrite -mxrank_eq0 mxrank_ker -lt0n subn_gt0; apply: leq_ltn_trans (rank_leq_col _) _.
pose v := (nz_row (kermx (diag_mx w *m F)))^T.
have vF : v^T *m diag_mx w *m F = 0.
  by rewrite -mulmxA trmxK; apply/sub_kermxP; apply: nz_row_sub.
have v0 : 0 < sqn w v.
  by rewrite sqn_gt0 //; apply: contra kn0 => /eqP/(congr1 trmx); rewrite trmxK trmx0 => /eqP; rewrite nz_row_eq0.
rewrite gramE in FF; pose r := Num.sqrt (sqn w v); have r0 : r != 0 by rewrite gt_eqF // sqrtr_gt0.
exists (r^-1 *: v); rewrite gramE tr_row_mx mul_col_mx mul_col_row FF.
have uF : (r^-1 *: v)^T *m diag_mx w *m F = 0.
  by rewrite [(_ *: _)^T]linearZ /= -!scalemxAl vF scaler0.
have -> : F^T *m diag_mx w *m (r^-1 *: v) = 0.
  by apply: trmx_inj; rewrite !trmx_mul trmxK tr_diag_mx trmx0 mulmxA uF.
have -> : (r^-1 *: v)^T *m diag_mx w *m (r^-1 *: v) = 1%:M.
  apply/matrixP => i j; rewrite !ord1 -ipE [RHS]mxE eqxx -/(sqn w _) sqnZ.
  by rewrite -[sqn w v](sqr_sqrtr (ltW v0)) -/r exprVn mulVf // expf_neq0.
by rewrite uF -scalar_mx_block.
Qed.

(** An orthonormal family is the beginning of an orthonormal basis. *)
Theorem orthonormal_completion c (F : 'M[R]_(n, c)) : (forall x, 0 < w 0 x) -> gram w F F = 1%:M ->
  exists B : 'M[R]_n, gram w B B = 1%:M /\ forall i, (i < c)%N -> column B i = column F i.
Proof.
move=> w0; have [k] := ubnP (n - c)%N; elim: k c F => // k IH c F ltk FF.
have [cn|nc] := ltnP c n; last first.
  have cn : c = n by apply/eqP; rewrite eqn_leq nc (orthonormal_rank FF).
  by subst c; exists F.
have [g Fg] := extend_one w0 FF cn.
have [|B [BB Bg]] := IH _ (row_mx F g) _ Fg.
  by rewrite addn1 subnS -ltnS prednK ?subn_gt0.
by exists B; split=> // i ic; rewrite Bg ?column_row_mx // ltn_addr.
Qed.
End Orthonormal.
