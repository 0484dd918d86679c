(** * Ky Fan: a projector of rank d sees at most the d largest eigenvalues. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry selfadjoint.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** The fractional knapsack behind Ky Fan. *)
Section Knapsack.
Variables (R : realFieldType) (n : nat) (l w : 'I_n -> R) (d : nat).
Hypothesis l_sorted : forall i j : 'I_n, (i <= j)%N -> l j <= l i.
Hypotheses (w_ge0 : forall j, 0 <= w j) (w_le1 : forall j, w j <= 1).
Hypothesis w_sum : \sum_j w j = d%:R.

Fact d_le_n : (d <= n)%N.
Proof.
rewrite -(ler_nat R) -w_sum; apply: le_trans (_ : \sum_(j < n) 1 <= _).
  by apply: ler_sum => j _.
by rewrite sumr_const card_ord.
Qed.

Fact threshold : exists c, forall j : 'I_n, if (j < d)%N then c <= l j else l j <= c.
Proof.
have [ltdn|] := ltnP d n.
  exists (l (Ordinal ltdn)) => j; case: ltnP => h; apply: l_sorted => //=.
  exact: ltnW.
move=> lend; exists (- \sum_j `|l j|) => j.
rewrite (leq_trans (ltn_ord j) lend) ler_oppl; apply: le_trans (ler_norm _) _.
by rewrite normrN (bigD1 j) //= ler_addl sumr_ge0.
Qed.

Lemma knapsack : \sum_j w j * l j <= \sum_(j < n | (j < d)%N) l j.
Proof.
have [c hc] := threshold; pose b (j : 'I_n) : R := (j < d)%N%:R.
have sumb : \sum_j b j = d%:R.
  transitivity (\sum_(j < n | (j < d)%N) (1 : R)).
    by rewrite [RHS]big_mkcond; apply: eq_bigr => j _; rewrite /b; case: ifP.
  by rewrite -(big_ord_widen _ (fun=> 1) d_le_n) sumr_const card_ord.
have -> : \sum_(j < n | (j < d)%N) l j = \sum_j b j * l j.
  rewrite big_mkcond; apply: eq_bigr => j _; rewrite /b.
  by case: ifP; rewrite ?mul1r ?mul0r.
rewrite -subr_ge0 -sumrB.
have -> : \sum_j (b j * l j - w j * l j) = \sum_j (b j - w j) * (l j - c).
  have z : \sum_j (b j - w j) = 0 by rewrite sumrB sumb w_sum subrr.
  transitivity (\sum_j (b j * l j - w j * l j) - \sum_j c * (b j - w j)).
    by rewrite -mulr_sumr z mulr0 subr0.
  by rewrite -sumrB; apply: eq_bigr => j _; ring.
apply: sumr_ge0 => j _; have := hc j; rewrite /b; case: ifP => _ h.
  by rewrite mulr_ge0 ?subr_ge0.
by rewrite mulr_le0 ?subr_le0.
Qed.
End Knapsack.

Section KyFan.
Variables (R : realFieldType) (n : nat) (p : 'rV[R]_n).
Hypothesis p_gt0 : forall x, 0 < p 0 x.
Implicit Types (K M Pi : 'M[R]_n).

(** Ky Fan's maximum principle for orthogonal projectors of rank d. *)
Theorem ky_fan K (E : eigenbasis p K) Pi d : projector p Pi -> \tr Pi = d%:R ->
  \tr (Pi *m K) <= \sum_(j < n | (j < d)%N) ev E 0 j.
Proof.
move=> pr tr; rewrite (trace_proj E); apply: knapsack.
- by move=> i j; apply: ev_sorted.
- by move=> j; rewrite projector_sqn ?sqn_ge0.
- by move=> j; rewrite -(sqn_basis E j) projector_le.
- by rewrite -(trace_weights E).
Qed.
(** A certificate-friendly dual bound: no eigenvalues at all. *)
Theorem ky_fan_dual K S c Pi : projector p Pi ->
  psd p S -> psd p (S - (K - c%:M)) -> \tr (Pi *m K) <= c * \tr Pi + \tr S.
Proof.
move=> pr S0 h.
have psdP M : psd p M -> 0 <= \tr (Pi *m M).
  move=> M0; have [idem sa] := pr.
  rewrite -{1}idem -mulmxA mxtrace_mulC -mulmxA; apply: (psd_trace p_gt0) => f.
  by rewrite -!mulmxA (selfadjP sa).
have psdQ M : psd p M -> \tr (Pi *m M) <= \tr M.
  move=> M0; rewrite -subr_ge0 -linearB /= -{1}[M]mul1mx -mulmxBl.
  have [idem sa] := projector_compl pr.
  rewrite -idem -mulmxA mxtrace_mulC -mulmxA; apply: (psd_trace p_gt0) => f.
  by rewrite -!mulmxA (selfadjP sa).
have -> : \tr (Pi *m K) = c * \tr Pi + \tr S
    - (\tr (Pi *m (S - (K - c%:M))) + (\tr S - \tr (Pi *m S))).
  by rewrite !mulmxBr !linearB /= mul_mx_scalar linearZ /=; ring.
by rewrite ler_subl_addr ler_addl addr_ge0 ?psdP // subr_ge0 psdQ.
Qed.
End KyFan.
