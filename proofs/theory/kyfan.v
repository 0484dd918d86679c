(** * Projectors, Ky Fan, ratio trace, Eckart-Young - without square roots. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Defs.
Variables (R : realFieldType) (n : nat) (p : 'rV[R]_n).
Notation D := (diag_mx p).

Definition selfadj (K : 'M[R]_n) := D *m K = K^T *m D.
Definition psd (K : 'M[R]_n) := forall f, 0 <= ip p f (K *m f).
Definition projector (Pi : 'M[R]_n) := Pi *m Pi = Pi /\ selfadj Pi.

(** An orthonormal eigenbasis with eigenvalues in decreasing order. *)
Record eigenbasis (K : 'M[R]_n) := Eigenbasis {
  ef : 'M[R]_n;
  ev : 'rV[R]_n;
  ef_orth : ef^T *m D *m ef = 1%:M;
  ef_eig : K *m ef = ef *m diag_mx ev;
  ev_sorted : forall i j : 'I_n, (i <= j)%N -> ev 0 j <= ev 0 i }.

(** Hilbert-Schmidt norm squared in L2(p). *)
Definition hs (M : 'M[R]_n) : R :=
  \sum_x \sum_y p 0 x / p 0 y * M x y ^+ 2.
End Defs.

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

Section Projectors.
Variables (R : realFieldType) (n : nat) (p : 'rV[R]_n).
Hypothesis p_gt0 : forall x, 0 < p 0 x.
Notation D := (diag_mx p).
Implicit Types (K M Pi : 'M[R]_n).

Lemma selfadjP K : selfadj p K -> forall f g, ip p f (K *m g) = ip p (K *m f) g.
Proof. by move=> h f g; rewrite !ipE trmx_mul -mulmxA (mulmxA D) h !mulmxA. Qed.

Lemma selfadj1 : selfadj p 1%:M. Proof. by rewrite /selfadj trmx1 mulmx1 mul1mx. Qed.
Lemma selfadjB K M : selfadj p K -> selfadj p M -> selfadj p (K - M).
Proof. by rewrite /selfadj => hK hM; rewrite [(_ - _)^T]linearB mulmxBr mulmxBl hK hM. Qed.

Lemma projector_compl Pi : projector p Pi -> projector p (1%:M - Pi).
Proof.
case=> idem sa; split; last exact: selfadjB selfadj1 sa.
by rewrite mulmxBr mulmx1 mulmxBl idem mul1mx subrr subr0.
Qed.

Lemma projector_sqn Pi f : projector p Pi -> ip p f (Pi *m f) = sqn p (Pi *m f).
Proof. by case=> idem /selfadjP sa; rewrite -{1}idem -mulmxA sa. Qed.

Lemma projector_le Pi f : projector p Pi -> ip p f (Pi *m f) <= sqn p f.
Proof.
move=> pr; rewrite -subr_ge0 /sqn -ipBr.
have -> : f - Pi *m f = (1%:M - Pi) *m f by rewrite mulmxBl mul1mx.
by rewrite projector_sqn ?sqn_ge0 //; apply: projector_compl.
Qed.

(** Trace in coordinates of an orthonormal basis. *)
Lemma psd_trace M : psd p M -> 0 <= \tr M.
Proof.
move=> h; apply: sumr_ge0 => x _; have := h (delta_mx x 0).
rewrite /ip (bigD1 x) //= big1 => [|y yx]; last first.
  by rewrite [delta_mx _ _ _ _]mxE (negPf yx) mul0r mulr0.
rewrite -colE !mxE !eqxx mul1r addr0 pmulr_rge0 //.
Qed.

Section Eigenbasis.
Variables (K : 'M[R]_n) (E : eigenbasis p K).
Notation e := (ef E). Notation l := (fun j => ev E 0 j).
Let ej j := col j e.

Lemma ef_inv : e *m (e^T *m D) = 1%:M.
Proof. by apply: mulmx1C; rewrite ef_orth. Qed.

Lemma trace_basis M : \tr M = \tr (e^T *m D *m M *m e).
Proof. by rewrite mxtrace_mulC mulmxA ef_inv mul1mx. Qed.

Lemma sqn_basis j : sqn p (ej j) = 1.
Proof. by rewrite /sqn -ip_gram ef_orth mxE eqxx. Qed.

Lemma eig_col j : K *m ej j = l j *: ej j.
Proof.
rewrite /ej !colE mulmxA ef_eig -mulmxA scalemxAr; congr (_ *m _).
by apply/matrixP => a b; rewrite mul_diag_mx !mxE; case: eqP => [->|]; rewrite ?mulr0.
Qed.

Lemma trace_eig : \tr K = \sum_j l j.
Proof. by rewrite trace_basis -mulmxA ef_eig mulmxA ef_orth mul1mx mxtrace_diag. Qed.

Lemma trace_proj Pi : \tr (Pi *m K) = \sum_j ip p (ej j) (Pi *m ej j) * l j.
Proof.
rewrite trace_basis -!mulmxA ef_eig; apply: eq_bigr => j _.
rewrite !mulmxA mul_mx_diag mxE; congr (_ * _).
by rewrite -mulmxA ip_gram /ej !colE mulmxA.
Qed.

Lemma trace_weights Pi : \tr Pi = \sum_j ip p (ej j) (Pi *m ej j).
Proof.
rewrite trace_basis; apply: eq_bigr => j _.
by rewrite -mulmxA ip_gram /ej !colE mulmxA.
Qed.

(** Ky Fan's maximum principle for orthogonal projectors of rank d. *)
Theorem ky_fan Pi d : projector p Pi -> \tr Pi = d%:R ->
  \tr (Pi *m K) <= \sum_(j < n | (j < d)%N) l j.
Proof.
move=> pr tr; rewrite trace_proj; apply: knapsack.
- by move=> i j; apply: ev_sorted.
- by move=> j; rewrite projector_sqn ?sqn_ge0.
- by move=> j; rewrite -(sqn_basis j) projector_le.
- by rewrite -trace_weights.
Qed.
End Eigenbasis.

(** A certificate-friendly dual bound: no eigenvalues at all. *)
Theorem ky_fan_dual K S c Pi : projector p Pi ->
  psd p S -> psd p (S - (K - c%:M)) -> \tr (Pi *m K) <= c * \tr Pi + \tr S.
Proof.
move=> pr S0 h.
have psdP M : psd p M -> 0 <= \tr (Pi *m M).
  move=> M0; have [idem sa] := pr.
  rewrite -{1}idem -mulmxA mxtrace_mulC -mulmxA; apply: psd_trace => f.
  by rewrite -!mulmxA (selfadjP sa).
have psdQ M : psd p M -> \tr (Pi *m M) <= \tr M.
  move=> M0; rewrite -subr_ge0 -linearB /= -{1}[M]mul1mx -mulmxBl.
  have [idem sa] := projector_compl pr.
  rewrite -idem -mulmxA mxtrace_mulC -mulmxA; apply: psd_trace => f.
  by rewrite -!mulmxA (selfadjP sa).
have -> : \tr (Pi *m K) = c * \tr Pi + \tr S
    - (\tr (Pi *m (S - (K - c%:M))) + (\tr S - \tr (Pi *m S))).
  by rewrite !mulmxBr !linearB /= mul_mx_scalar linearZ /=; ring.
by rewrite ler_subl_addr ler_addl addr_ge0 ?psdP // subr_ge0 psdQ.
Qed.
End Projectors.
