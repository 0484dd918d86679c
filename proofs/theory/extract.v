(** * Ky Fan with equality, for any self-adjoint operator: who has the      *)
(** greatest trace extracts the top eigenspace, and conversely.             *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry selfadjoint kyfan ratio spectral equality.
From Contexture Require Import eigenvalues objectives orthonormal encoders.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Trace.
Variables (R : rcfType) (n : nat) (w : 'rV[R]_n).
(** sum_j <phi_j, K phi_j> *)
Definition trace_on (K : 'M[R]_n) d (Phi : 'M[R]_(n, d)) : R := \sum_j ip w (col j Phi) (K *m col j Phi).
(** l_1 + .. + l_d *)
Definition top_sum_of (K : 'M[R]_n) d : R := \sum_(1 <= i < d.+1) eigenvalue K i.

Lemma trace_onE K d (Phi : 'M[R]_(n, d)) : trace_on K Phi = \tr (Phi^T *m diag_mx w *m (K *m Phi)).
Proof. by apply: eq_bigr => j _; rewrite ip_gram !colE mulmxA. Qed.

Lemma trace_on_proj K d (Phi : 'M[R]_(n, d)) : gram w Phi Phi = 1%:M -> trace_on K Phi = \tr (gram_proj w Phi *m K).
Proof.
rewrite gramE => g; rewrite trace_onE /gram_proj g invmx1 mulmx1.
by rewrite -!mulmxA [RHS]mxtrace_mulC -!mulmxA.
Qed.

Lemma top_sum_basis K (E : eigenbasis w K) d : (d <= n)%N -> top_sum_of K d = \sum_(j < n | (j < d)%N) ev E 0 j.
Proof.
move=> dn; rewrite /top_sum_of big_add1 big_mkord (big_ord_narrow dn); apply: eq_bigr => j _.
by rewrite -(eigenvalueE E).
Qed.
End Trace.

(** An eigenbasis from one of a piece on which the operator is at least c, and one of the rest. *)
Section Glue.
Variables (R : rcfType) (d e : nat) (w : 'rV[R]_(d + e)) (K : 'M[R]_(d + e)).
Variables (Phi : 'M[R]_(d + e, d)) (Psi : 'M[R]_(d + e, e)) (c : R).
Notation D := (diag_mx w).
Hypothesis sK : selfadj w K.
Hypothesis basis : gram w (row_mx Phi Psi) (row_mx Phi Psi) = 1%:M.
Hypotheses (invPhi : exists A, K *m Phi = Phi *m A) (invPsi : exists A, K *m Psi = Psi *m A).
Hypothesis above : forall v, c * sqn w (Phi *m v) <= ip w (Phi *m v) (K *m (Phi *m v)).
Hypothesis below : forall v, ip w (Psi *m v) (K *m (Psi *m v)) <= c * sqn w (Psi *m v).

Fact pieces : [/\ Phi^T *m D *m Phi = 1%:M, Phi^T *m D *m Psi = 0, Psi^T *m D *m Phi = 0 & Psi^T *m D *m Psi = 1%:M].
Proof.
have := basis; rewrite gramE tr_row_mx mul_col_mx mul_col_row scalar_mx_block => /eq_block_mx.
by [].
Qed.

(** An eigenbasis of a piece. *)
Fact diagonal k (F : 'M[R]_(d + e, k)) : F^T *m D *m F = 1%:M -> (exists A, K *m F = F *m A) ->
  exists (Q : 'M[R]_k) (l : 'rV[R]_k), [/\ Q^T *m Q = 1%:M, K *m (F *m Q) = F *m Q *m diag_mx l
    & forall i j : 'I_k, (i <= j)%N -> l 0 j <= l 0 i].
Proof.
move=> FF [A KF]; have AE : A = F^T *m D *m (K *m F) by rewrite KF mulmxA FF mul1mx.
have one0 (x : 'I_k) : 0 < (const_mx 1 : 'rV[R]_k) 0 x by rewrite mxE ltr01.
have D1 : diag_mx (const_mx 1 : 'rV[R]_k) = 1%:M by rewrite diag_const_mx.
have sA : selfadj (const_mx 1 : 'rV[R]_k) A.
  rewrite /selfadj D1 mul1mx mulmx1 AE !trmx_mul trmxK tr_diag_mx.
  by rewrite -!mulmxA [D *m (K *m F)]mulmxA sK !mulmxA.
have [E _] := eigenbasis_exists one0 sA; exists (ef E), (ev E); split.
- by have := ef_orth E; rewrite D1 mulmx1.
- by rewrite mulmxA KF -mulmxA ef_eig mulmxA.
exact: ev_sorted.
Qed.

Lemma glue : exists E : eigenbasis w K, exists Q : 'M[R]_d, Q^T *m Q = 1%:M /\ lsubmx (ef E) = Phi *m Q.
Proof.
have [PP PS SP SS] := pieces.
have [Q1 [l1 [QQ1 K1 s1]]] := diagonal PP invPhi.
have [Q2 [l2 [QQ2 K2 s2]]] := diagonal SS invPsi.
have value k (F : 'M[R]_(d + e, k)) (Q : 'M_k) l j : F^T *m D *m F = 1%:M -> Q^T *m Q = 1%:M ->
    K *m (F *m Q) = F *m Q *m diag_mx l -> sqn w (F *m col j Q) = 1 /\ ip w (F *m col j Q) (K *m (F *m col j Q)) = l 0 j.
  move=> FF QQ KQ; have cE : F *m col j Q = col j (F *m Q) by rewrite !colE mulmxA.
  have u : sqn w (F *m col j Q) = 1.
    by rewrite /sqn cE -ip_gram trmx_mul -!mulmxA (mulmxA D) (mulmxA F^T) (mulmxA F^T) FF mul1mx QQ mxE eqxx.
  split=> //; suff -> : K *m (F *m col j Q) = l 0 j *: (F *m col j Q) by rewrite ipZr -/(sqn w _) u mulr1.
  rewrite cE colE mulmxA KQ; apply/colP => x; rewrite -colE [LHS]mxE mul_mx_diag [LHS]mxE mulrC.
  by rewrite [RHS]mxE -colE [col _ _ _ _]mxE.
have c1 j : c <= l1 0 j.
  by have := above (col j Q1); have [-> ->] := value _ _ _ _ j PP QQ1 K1; rewrite mulr1.
have c2 j : l2 0 j <= c.
  by have := below (col j Q2); have [-> ->] := value _ _ _ _ j SS QQ2 K2; rewrite mulr1.
have orth : (row_mx (Phi *m Q1) (Psi *m Q2))^T *m D *m row_mx (Phi *m Q1) (Psi *m Q2) = 1%:M.
  have ab k l (F : 'M[R]_(d + e, k)) (G : 'M_(d + e, l)) (Q : 'M_k) (S : 'M_l) :
    (F *m Q)^T *m D *m (G *m S) = Q^T *m (F^T *m D *m G) *m S by rewrite trmx_mul !mulmxA.
  rewrite tr_row_mx mul_col_mx mul_col_row !ab PP PS SP SS !mulmx0 !mul0mx !mulmx1 QQ1 QQ2.
  by rewrite -scalar_mx_block.
have eig : K *m row_mx (Phi *m Q1) (Psi *m Q2) = row_mx (Phi *m Q1) (Psi *m Q2) *m diag_mx (row_mx l1 l2).
  by rewrite mul_mx_row K1 K2 diag_mx_row mul_row_block !mulmx0 addr0 add0r.
have srt (i j : 'I_(d + e)) : (i <= j)%N -> row_mx l1 l2 0 j <= row_mx l1 l2 0 i.
  case: (split_ordP i) => i' ->; case: (split_ordP j) => j' -> h; rewrite ?row_mxEl ?row_mxEr.
  - exact: s1.
  - exact: le_trans (c2 _) (c1 _).
  - by have := leq_trans (leq_addr i' d) h; rewrite leqNgt /= ltn_ord.
  - by apply: s2; rewrite leq_add2l in h.
by exists (Eigenbasis orth eig srt), Q1; rewrite row_mxKl.
Qed.
End Glue.

Section Extract.
Variables (R : rcfType) (n : nat) (w : 'rV[R]_n).
Hypothesis w0 : forall x, 0 < w 0 x.
Variable K : 'M[R]_n.
Hypothesis sK : selfadj w K.

Lemma gram_independent d (Phi : 'M[R]_(n, d)) : gram w Phi Phi = 1%:M -> independent_columns Phi.
Proof. by rewrite gramE => g; apply/(gram_unit w0); rewrite g unitmx1. Qed.

Lemma top_eigenfunctions_col (E : eigenbasis w K) d (j : 'I_d) : col j (top_eigenfunctions E d) = column (ef E) j.
Proof. by apply/colP => x; rewrite !mxE. Qed.

Lemma top_eigenfunctions_gram (E : eigenbasis w K) d : (d <= n)%N ->
  gram w (top_eigenfunctions E d) (top_eigenfunctions E d) = 1%:M.
Proof.
move=> dn; apply/matrixP => i j; rewrite !mxE !top_eigenfunctions_col.
have lt (k : 'I_d) : (k < n)%N by apply: leq_trans dn.
by rewrite !(column_lt _ (lt _)) -ip_gram ef_orth mxE.
Qed.

Lemma top_eigenfunctions_trace (E : eigenbasis w K) d : (d <= n)%N -> trace_on w K (top_eigenfunctions E d) = top_sum_of K d.
Proof.
move=> dn; rewrite (top_sum_basis E dn) (big_ord_narrow dn); apply: eq_bigr => j _.
rewrite top_eigenfunctions_col (column_lt _ (leq_trans (ltn_ord j) dn)) eig_col ipZr -/(sqn w _) sqn_basis mulr1.
by congr (ev E 0 _); apply: val_inj.
Qed.

(** Ky Fan. *)
Theorem trace_le d (Phi : 'M[R]_(n, d)) : gram w Phi Phi = 1%:M -> trace_on w K Phi <= top_sum_of K d.
Proof.
move=> g; have dn := orthonormal_rank g; have [E _] := eigenbasis_exists w0 sK.
have u : Phi^T *m diag_mx w *m Phi \in unitmx by rewrite -gramE g unitmx1.
rewrite (top_sum_basis E dn) trace_on_proj //.
by apply: (ky_fan w0); [apply: gram_projP u | apply: gram_proj_trace u].
Qed.

Lemma independent_size d (Phi : 'M[R]_(n, d)) : independent_columns Phi -> (d <= n)%N.
Proof.
move=> ind; suff <- : \rank Phi^T = d by apply: rank_leq_col.
apply/eqP; change (row_free Phi^T); rewrite -kermx_eq0 -submx0; apply/rV_subP => v /sub_kermxP vF.
rewrite submx0; have : v^T = 0 by apply: ind; apply: trmx_inj; rewrite trmx_mul trmxK vF trmx0.
by move/(congr1 trmx); rewrite trmxK trmx0 => ->.
Qed.

(** The trace depends on the span only. *)
Theorem extracts_trace d (Phi : 'M[R]_(n, d)) : extracts w K Phi -> gram w Phi Phi = 1%:M -> trace_on w K Phi = top_sum_of K d.
Proof.
case=> ind [E [/span_factor[A AE] /span_factor[B BE]]] g; have dn := independent_size ind.
have tg := top_eigenfunctions_gram E dn; rewrite -(top_eigenfunctions_trace E dn) !trace_on_proj //.
by congr (\tr (_ *m _)); apply: (gram_proj_eq w0 _ _ AE BE); rewrite -gramE ?g ?tg unitmx1.
Qed.
End Extract.

(** The case of equality. *)
Theorem trace_extracts (R : rcfType) n (w : 'rV[R]_n) (K : 'M[R]_n) d (Phi : 'M[R]_(n, d)) :
  (forall x, 0 < w 0 x) -> selfadj w K -> gram w Phi Phi = 1%:M -> top_sum_of K d <= trace_on w K Phi -> extracts w K Phi.
Proof.
move=> w0 sK g best; split; first exact: gram_independent g.
have dn := orthonormal_rank g; move: (n - d)%N (esym (subnKC dn)) => e nE.
subst n; have gE := g; rewrite gramE in gE.
have u : Phi^T *m diag_mx w *m Phi \in unitmx by rewrite gE unitmx1.
pose Pi := gram_proj w Phi; have pr : projector w Pi := gram_projP u.
have tr : \tr Pi = d%:R := gram_proj_trace u.
have PiE : Pi = Phi *m (Phi^T *m diag_mx w) by rewrite /Pi /gram_proj gE invmx1 mulmx1 !mulmxA.
have [E _] := eigenbasis_exists w0 sK.
have [c cP] := threshold d (@ev_sorted _ _ _ _ E).
have hi (j : 'I_(d + e)) : (j < d)%N -> c <= ev E 0 j by have := cP j; case: ltnP.
have lo (j : 'I_(d + e)) : (d <= j)%N -> ev E 0 j <= c by have := cP j; case: ltnP.
have att : \sum_(j < d + e | (j < d)%N) ev E 0 j <= \tr (Pi *m K).
  by rewrite -(top_sum_basis E dn) -trace_on_proj.
have com := equality_commutes w0 pr tr hi lo att.
have PPhi : Pi *m Phi = Phi by apply: gram_proj_id.
have [B [BB Bc]] := orthonormal_completion w0 g.
have BE : B = row_mx Phi (rsubmx B).
  rewrite -[LHS]hsubmxK; congr (row_mx _ _); apply: eq_columns => i id.
  rewrite -Bc // (column_lt _ id) (column_lt _ (leq_trans id (leq_addr e d))).
  by apply/colP => x; rewrite !mxE; congr (B x _); apply: val_inj.
pose Psi := rsubmx B; rewrite BE -/Psi in BB.
have [_ PS _ _] := pieces BB.
have PPsi : Pi *m Psi = 0 by rewrite PiE -mulmxA PS mulmx0.
have compl : Psi *m (Psi^T *m diag_mx w) = 1%:M - Pi.
  have := BB; rewrite gramE => /mulmx1C; rewrite tr_row_mx mul_col_mx mul_row_col -PiE => <-.
  by rewrite [X in _ = X - _]addrC addrK.
have [||||E' [Q [QQ QE]]] := glue (c := c) sK BB.
- by exists (Phi^T *m diag_mx w *m (K *m Phi)); rewrite mulmxA -PiE mulmxA -com -mulmxA PPhi.
- exists (Psi^T *m diag_mx w *m (K *m Psi)); rewrite mulmxA compl mulmxA mulmxBl mul1mx -com.
  by rewrite mulmxBl -(mulmxA K Pi) PPsi mulmx0 subr0.
- move=> v; apply: (equality_range w0 pr tr hi lo att).
  by rewrite mulmxA PPhi.
- move=> v; apply: (equality_kernel w0 pr tr hi lo att).
  by rewrite mulmxA PPsi mul0mx.
exists E'; have topE : top_eigenfunctions E' d = Phi *m Q.
  rewrite -QE; apply/matrixP => x j; rewrite !mxE (column_lt _ (leq_trans (ltn_ord j) (leq_addr e d))) mxE.
  by congr (ef E' x _); apply: val_inj.
have PE : Phi = top_eigenfunctions E' d *m Q^T by rewrite topE -mulmxA (mulmx1C QQ) mulmx1.
by split=> v; [apply: factor_span PE v | apply: factor_span topE v].
Qed.

(** Ky Fan's principle in full. *)
Theorem extracts_iff (R : rcfType) n (w : 'rV[R]_n) (K : 'M[R]_n) d (Phi : 'M[R]_(n, d)) :
  (forall x, 0 < w 0 x) -> selfadj w K -> gram w Phi Phi = 1%:M ->
  extracts w K Phi <-> trace_on w K Phi = top_sum_of K d.
Proof.
move=> w0 sK g; split=> [h|h]; first exact: extracts_trace.
by apply: trace_extracts; rewrite // h.
Qed.
