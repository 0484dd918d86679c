(** * A B and B A have the same sums of largest eigenvalues, where B is the adjoint of A. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import vocabulary geometry selfadjoint kyfan ratio spectral eigenvalues objectives orthonormal encoders extract span.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** ** Sums of all eigenvalues, and of those that there are *)
Section Sums.
Variables (R : rcfType) (n : nat) (w : 'rV[R]_n) (K : 'M[R]_n).
Hypotheses (w0 : forall x, 0 < w 0 x) (sK : selfadj w K).

Lemma top_sum_min d : top_sum_of K d = top_sum_of K (minn d n).
Proof.
have [E _] := eigenbasis_exists w0 sK; have [//|nd] := leqP d n.
rewrite /top_sum_of (@big_cat_nat _ _ _ n.+1 1 d.+1) //=; last by rewrite ltnS ltnW.
rewrite [X in _ + X]big_nat_cond [X in _ + X]big1 ?addr0 // => i /andP[/andP[ni _] _].
by rewrite -(ltn_predK ni) (eigenvalue_beyond E) // -ltnS (ltn_predK ni).
Qed.

Lemma top_sum_all : top_sum_of K n = \tr K.
Proof.
have [E _] := eigenbasis_exists w0 sK; rewrite (top_sum_basis E (leqnn n)) (trace_eig E).
by apply: eq_bigl => j; rewrite ltn_ord.
Qed.

Lemma tail_sum d : \sum_(d.+1 <= i < n.+1) eigenvalue K i = \tr K - top_sum_of K d.
Proof.
rewrite -top_sum_all; have [dn|nd] := leqP d n.
  by rewrite /top_sum_of [X in X - _](@big_cat_nat _ _ _ d.+1 1 n.+1) //= addrAC subrr add0r.
by rewrite (top_sum_min d) (minn_idPr (ltnW nd)) subrr big_geq // ltnS ltnW.
Qed.
End Sums.

Section ProjectorTrace.
Variables (R : rcfType) (n : nat) (w : 'rV[R]_n).
Hypothesis w0 : forall x, 0 < w 0 x.

Lemma projector_trace_ge0 (Q K : 'M[R]_n) : projector w Q -> psd w K -> 0 <= \tr (Q *m K).
Proof.
case=> idem sa K0; rewrite -idem -mulmxA mxtrace_mulC -mulmxA; apply: (psd_trace w0) => f.
by rewrite -!mulmxA (selfadjP sa).
Qed.

Lemma projector_trace_le (Q K : 'M[R]_n) : projector w Q -> psd w K -> \tr (Q *m K) <= \tr K.
Proof.
move=> pQ K0; have := projector_trace_ge0 (projector_compl pQ) K0.
by rewrite mulmxBl mul1mx linearB /= subr_ge0.
Qed.
End ProjectorTrace.

Section Swap.
Variables (R : rcfType) (n m : nat) (v : 'rV[R]_n) (w : 'rV[R]_m) (A : 'M[R]_(n, m)) (B : 'M[R]_(m, n)).
Hypotheses (v0 : forall x, 0 < v 0 x) (w0 : forall x, 0 < w 0 x).
(** <A g, f>_v = <g, B f>_w *)
Hypothesis adj : A^T *m diag_mx v = diag_mx w *m B.

Fact adj_tr : B^T *m diag_mx w = diag_mx v *m A.
Proof. by apply: trmx_inj; rewrite !trmx_mul trmxK !tr_diag_mx adj. Qed.
Fact swap_selfadj : selfadj v (A *m B).
Proof. by rewrite /selfadj trmx_mul -mulmxA adj mulmxA -adj_tr mulmxA. Qed.
Fact swap_ip (f g : 'cV[R]_n) (Q : 'M[R]_m) : ip v f (A *m Q *m B *m g) = ip w (B *m f) (Q *m (B *m g)).
Proof. by rewrite !ipE trmx_mul -(mulmxA f^T B^T) adj_tr !mulmxA. Qed.
Fact swap_psd : psd v (A *m B).
Proof. by move=> f; rewrite -[A]mulmx1 swap_ip mul1mx sqn_ge0. Qed.
End Swap.

Section SwapSums.
Variables (R : rcfType).

Lemma swap_le n m (v : 'rV[R]_n) (w : 'rV[R]_m) (A : 'M[R]_(n, m)) (B : 'M[R]_(m, n)) d :
  (forall x, 0 < v 0 x) -> (forall x, 0 < w 0 x) -> A^T *m diag_mx v = diag_mx w *m B ->
  top_sum_of (A *m B) d <= top_sum_of (B *m A) d.
Proof.
move=> v0 w0 adj; have adj' := adj_tr adj.
have sAB := swap_selfadj adj; have sBA := swap_selfadj adj'; have pBA := swap_psd v0 adj'.
rewrite (top_sum_min v0 sAB); apply: le_trans (top_sum_le w0 sBA pBA (geq_minl d n)).
move: (minn d n) (geq_minr d n) => e en.
have [E _] := eigenbasis_exists v0 sAB; pose U := top_eigenfunctions E e.
have UU : gram v U U = 1%:M by apply: top_eigenfunctions_gram.
have u : U^T *m diag_mx v *m U \in unitmx by rewrite -gramE UU unitmx1.
apply: le_trans (seen_le w0 sBA pBA (B *m U)); rewrite /seen; set Q := span_proj w (B *m U).
have pQ : projector w Q := span_projP w0 _.
have QU : Q *m (B *m U) = B *m U := span_proj_id w0 _.
clearbody Q.
rewrite -(top_eigenfunctions_trace E en) -/U trace_on_proj // [X in _ <= \tr X]mulmxA [X in _ <= X]mxtrace_mulC [X in _ <= \tr X]mulmxA.
have -> : \tr (gram_proj v U *m (A *m B)) = \tr (gram_proj v U *m (A *m Q *m B)).
  rewrite /gram_proj -!mulmxA [LHS]mxtrace_mulC [RHS]mxtrace_mulC; congr (\tr _).
  by rewrite -!mulmxA QU.
apply: (projector_trace_le v0); first exact: gram_projP.
by move=> f; rewrite (swap_ip adj) (projector_sqn _ pQ) sqn_ge0.
Qed.

Theorem swap_top_sum n m (v : 'rV[R]_n) (w : 'rV[R]_m) (A : 'M[R]_(n, m)) (B : 'M[R]_(m, n)) d :
  (forall x, 0 < v 0 x) -> (forall x, 0 < w 0 x) -> A^T *m diag_mx v = diag_mx w *m B ->
  top_sum_of (A *m B) d = top_sum_of (B *m A) d.
Proof.
by move=> v0 w0 adj; apply/eqP; rewrite eq_le (swap_le _ v0 w0 adj) (swap_le _ w0 v0 (adj_tr adj)).
Qed.
End SwapSums.
