(** * Ky Fan's case of equality: only top eigenspaces attain it.            *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators selfadjoint kyfan worstcase.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Equality.
Variables (R : realFieldType) (n : nat) (p : 'rV[R]_n).
Hypothesis p_gt0 : forall x, 0 < p 0 x.
Variables (K Pi : 'M[R]_n) (E : eigenbasis p K) (d : nat).
Hypotheses (pr : projector p Pi) (tr : \tr Pi = d%:R).
Notation l j := (ev E 0 j).
Notation e j := (col j (ef E)).
Variable c : R.
Hypotheses (above : forall j : 'I_n, (j < d)%N -> c <= l j) (below : forall j : 'I_n, (d <= j)%N -> l j <= c).
Hypothesis attained : \sum_(j < n | (j < d)%N) l j <= \tr (Pi *m K).

Let w j := ip p (e j) (Pi *m e j).
Let b (j : 'I_n) : R := (j < d)%N%:R.
Let w_ge0 j : 0 <= w j. Proof. by rewrite /w projector_sqn // sqn_ge0. Qed.
Let w_le1 j : w j <= 1. Proof. by rewrite -(sqn_basis E j) projector_le. Qed.

Fact d_le : (d <= n)%N.
Proof. by apply: (@d_le_n R n w d); rewrite // -(trace_weights E). Qed.

Fact slack j : (b j - w j) * (l j - c) = 0.
Proof.
have term i : 0 <= (b i - w i) * (l i - c).
  have := w_ge0 i; have := w_le1 i; rewrite /b; case: (ltnP i d) => id w1 w0.
    by rewrite mulr_ge0 ?subr_ge0 ?above.
  by rewrite sub0r mulr_le0 ?oppr_le0 ?subr_le0 ?below.
have sumb : \sum_i b i = d%:R.
  transitivity (\sum_(i < n | (i < d)%N) (1 : R)).
    by rewrite [RHS]big_mkcond; apply: eq_bigr => i _; rewrite /b; case: ifP.
  by rewrite (big_ord_narrow d_le) sumr_const card_ord.
have sumw : \sum_i w i = d%:R by rewrite -tr (trace_weights E).
have bl : \sum_i b i * l i = \sum_(i < n | (i < d)%N) l i.
  by rewrite [RHS]big_mkcond; apply: eq_bigr => i _; rewrite /b; case: ifP; rewrite ?mul1r ?mul0r.
have total : \sum_i (b i - w i) * (l i - c) <= 0.
  rewrite (eq_bigr (fun i => (b i * l i - w i * l i) - c * (b i - w i))) => [|i _]; last by ring.
  rewrite sumrB sumrB -mulr_sumr sumrB sumb sumw subrr mulr0 subr0 bl.
  by rewrite subr_le0 -(trace_proj E).
have /eqP : \sum_i (b i - w i) * (l i - c) = 0.
  by apply/eqP; rewrite eq_le total sumr_ge0.
by rewrite psumr_eq0 // => /allP/(_ j (mem_index_enum _)) /eqP.
Qed.

Fact strictly_above j : c < l j -> Pi *m e j = e j.
Proof.
move=> cj; have jd : (j < d)%N by rewrite ltnNge; apply/negP => /below; rewrite leNgt cj.
have /eqP := slack j; rewrite mulf_eq0 [_ - c == 0]subr_eq0 (gt_eqF cj) orbF subr_eq0 /b jd => /eqP w1.
apply/eqP; rewrite eq_sym -subr_eq0 -(sqn_eq0 p_gt0).
have -> : e j - Pi *m e j = (1%:M - Pi) *m e j by rewrite mulmxBl mul1mx.
rewrite -projector_sqn; last exact: projector_compl.
by rewrite mulmxBl mul1mx ipBr -/(sqn p (e j)) sqn_basis -/(w j) -w1 subrr.
Qed.

Fact strictly_below j : l j < c -> Pi *m e j = 0.
Proof.
move=> cj; have jd : (d <= j)%N by rewrite leqNgt; apply/negP => /above; rewrite leNgt cj.
have /eqP := slack j; rewrite mulf_eq0 [_ - c == 0]subr_eq0 (lt_eqF cj) orbF subr_eq0 /b ltnNge jd /= => /eqP w1.
by apply/eqP; rewrite -(sqn_eq0 p_gt0) -projector_sqn // -/(w j) -w1.
Qed.

Fact orthogonal i j : l i != l j -> ip p (e i) (Pi *m e j) = 0.
Proof.
move=> ij; have ne : i != j by apply: contraNneq ij => ->.
have ee : ip p (e i) (e j) = 0 by rewrite -ip_gram ef_orth mxE (negPf ne).
have [|cj|cj] := ltrgtP (l j) c.
- by move/strictly_below ->; rewrite ip0r.
- by rewrite (strictly_above cj).
rewrite (selfadjP pr.2); have [|ci|ci] := ltrgtP (l i) c.
- by move/strictly_below ->; rewrite ip0l.
- by rewrite (strictly_above ci).
by case/eqP: ij; rewrite ci cj.
Qed.

(** Such a projector commutes with the operator; *)
Theorem equality_commutes : K *m Pi = Pi *m K.
Proof.
have inv := ef_inv E; pose W := (ef E)^T *m diag_mx p *m Pi *m ef E.
have WE : W *m diag_mx (ev E) = diag_mx (ev E) *m W.
  apply/matrixP => i j; rewrite mul_mx_diag mul_diag_mx [LHS]mxE [RHS]mxE mulrC.
  have [->//|ne] := eqVneq (l i) (l j).
  rewrite (_ : W i j = 0) ?mulr0 //.
  by rewrite /W -mulmxA ip_gram -(orthogonal ne) !colE mulmxA.
have KE : K = ef E *m diag_mx (ev E) *m ((ef E)^T *m diag_mx p) by rewrite -ef_eig -mulmxA inv mulmx1.
have PE : Pi = ef E *m W *m ((ef E)^T *m diag_mx p).
  by rewrite /W -!mulmxA inv mulmx1 !mulmxA -(mulmxA _ _ (diag_mx p)) inv mul1mx.
have EE : (ef E)^T *m diag_mx p *m ef E = 1%:M := ef_orth E.
clearbody W; move: (ef E) ((ef E)^T *m diag_mx p) inv EE KE PE => F G inv EE KE PE.
rewrite KE PE !mulmxA -(mulmxA _ G F) -(mulmxA (F *m W) G F) EE !mulmx1.
by rewrite -(mulmxA F) -(mulmxA F W) WE.
Qed.

Fact coord_ip f j : coord E f j 0 = ip p (e j) f.
Proof. by rewrite /coord ip_gram; congr (ip p _ _); apply/colP => x; rewrite mxE. Qed.

Fact forms f : sqn p f = \sum_j coord E f j 0 ^+ 2 /\ ip p f (K *m f) = \sum_j l j * coord E f j 0 ^+ 2.
Proof.
move: (coord E f) (coordK E f) => y <-; rewrite form_coord /sqn ip_coord; split=> //.
Qed.

(** and the operator is at least c on its range, at most c off it. *)
Theorem equality_range f : Pi *m f = f -> c * sqn p f <= ip p f (K *m f).
Proof.
move=> Pf; have [-> ->] := forms f; rewrite mulr_sumr; apply: ler_sum => j _.
have [cj|cj] := lerP c (l j); first by rewrite ler_wpmul2r ?sqr_ge0.
by rewrite coord_ip -Pf (selfadjP pr.2) (strictly_below cj) ip0l expr0n !mulr0.
Qed.

Theorem equality_kernel f : Pi *m f = 0 -> ip p f (K *m f) <= c * sqn p f.
Proof.
move=> Pf; have [-> ->] := forms f; rewrite mulr_sumr; apply: ler_sum => j _.
have [cj|cj] := lerP (l j) c; first by rewrite ler_wpmul2r ?sqr_ge0.
by rewrite coord_ip -(strictly_above cj) -(selfadjP pr.2) Pf ip0r expr0n !mulr0.
Qed.
End Equality.
