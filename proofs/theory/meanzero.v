(** * Top eigenspaces among functions of mean zero.                          *)
(** Of an operator that is positive and takes constants to zero, the constant *)
(** function can come last, so that it does not count.                        *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators selfadjoint ratio centred spectral equality.
From Contexture Require Import objectives orthonormal singular existence encoders extract losses.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section MeanZero.
Variables (R : rcfType) (N M : nat) (P : context R N M).
Notation pX := (law P). Notation one := (one : 'cV[R]_N).
Variable H : 'M[R]_N.
Hypotheses (sH : selfadj pX H) (H1 : H *m one = 0) (H0 : psd pX H).
Let p0 := law_gt0 P.

Fact down_selfadj : selfadj pX (H - one *m pX).
Proof.
apply: selfadjB => //; have -> : one *m pX = KX P - KX0 P by rewrite /KX0 opprB addrC subrK.
by apply: selfadjB; [apply: KX_selfadj | apply: KX0_selfadj].
Qed.

Lemma constant_last : exists E : eigenbasis pX H, forall j : nat, (j.+1 < N)%N -> mean pX (column (ef E) j) = 0.
Proof.
have [E _] := eigenbasis_exists p0 down_selfadj.
pose e j := col j (ef E); pose l j := ev E 0 j; pose m j := mean pX (e j).
have ee i j : ip pX (e i) (e j) = (i == j)%:R by rewrite -ip_gram ef_orth mxE.
have eig j : H *m e j = l j *: e j + m j *: one.
  have := eig_col E j; rewrite mulmxBl -(mulmxA one) mean_mx mul_mx_scalar -/(e j) -/(l j) -/(m j) => <-.
  by rewrite subrK.
have lm j : (l j + 1) * m j = 0.
  have : ip pX one (H *m e j) = 0 by rewrite (selfadjP sH) H1 ip0l.
  by rewrite eig ipDr !ipZr -/(sqn pX one) sqn_one mulr1 -[one]/(const_mx 1) -mean_ip -/(m j) mulrDl mul1r.
have l0 j : m j = 0 -> 0 <= l j.
  move=> mj; have := H0 (e j); rewrite eig mj scale0r addr0 ipZr ee eqxx mulr1.
  by [].
have e1 j : m j != 0 -> e j = m j *: one.
  move=> mj; have /eqP := lm j; rewrite mulf_eq0 (negPf mj) orbF addr_eq0 => /eqP lj.
  apply/eqP; rewrite -subr_eq0 -(sqn_eq0 p0) eq_le sqn_ge0 // andbT -oppr_ge0.
  have := H0 (e j - m j *: one); rewrite mulmxBr -scalemxAr H1 scaler0 subr0 eig lj scaleN1r.
  by rewrite (_ : - e j + _ = - (e j - m j *: one)) ?ipNr // opprB addrC.
have [j1 mj1] : exists j, m j != 0.
  have [/existsP//|/existsPn h] := boolP [exists j, m j != 0].
  have : one = 0.
    apply: (basis_ext (w := pX) (F := ef E)) => [|i iN]; first by rewrite gramE ef_orth.
    rewrite ip0r (column_lt _ iN) ipC -mean_ip; apply/eqP; have := h (Ordinal iN); by rewrite negbK.
  by move/colP/(_ (Ordinal (N_gt0 P))); rewrite !mxE => /eqP; rewrite oner_eq0.
have only j : j != j1 -> m j = 0.
  move=> jj; apply/eqP; apply: contraT => mj; have := ee j j1; rewrite (negPf jj) (e1 j mj) (e1 j1 mj1) ipZl ipZr.
  by rewrite -/(sqn pX one) sqn_one mulr1 => /eqP; rewrite mulf_eq0 (negPf mj) (negPf mj1).
have lj1 : l j1 = -1.
  by have /eqP := lm j1; rewrite mulf_eq0 (negPf mj1) orbF addr_eq0 => /eqP.
have last (j : 'I_N) : (j <= j1)%N.
  have [->//|jj] := eqVneq j j1; rewrite leqNgt; apply/negP => /ltnW h; have := ev_sorted E h.
  rewrite -/(l j) -/(l j1) lj1 => hl; have := le_trans (l0 j (only j jj)) hl.
  by rewrite oppr_ge0 ler10.
pose v : 'rV[R]_N := \row_j if j == j1 then 0 else l j.
have eigH : H *m ef E = ef E *m diag_mx v.
  apply/matrixP => x j; rewrite mul_mx_diag [RHS]mxE [v _ _]mxE mulrC.
  transitivity ((H *m e j) x 0); first by rewrite /e !colE mulmxA -colE [RHS]mxE.
  have [->|jj] := eqVneq j j1; first by rewrite e1 // -scalemxAr H1 scaler0 mxE mul0r.
  by rewrite eig only // scale0r addr0 mxE [e _ _ _]mxE.
have srt (i j : 'I_N) : (i <= j)%N -> v 0 j <= v 0 i.
  move=> ij; rewrite !mxE; have [ii|ii] := eqVneq i j1; have [jj|jj] := eqVneq j j1 => //.
  - by case/negP: jj; rewrite -val_eqE /= eqn_leq last -ii.
  - exact/l0/only.
  - exact: ev_sorted.
exists (Eigenbasis (ef_orth E) eigH srt) => j jN /=; rewrite (column_lt _ (ltnW jN)) -/(e _) -/(m _) only //.
rewrite -val_eqE /=; apply/eqP => jj; have := last (Ordinal jN).
by rewrite /= -jj ltnn.
Qed.

Variables (d : nat) (dN : (d < N)%N).

(** The greatest trace is attained by functions of mean zero. *)
Lemma mean_zero_best : exists F : 'M[R]_(N, d), orthonormal_centred P F /\ trace_on pX H F = top_sum_of H d.
Proof.
have [E E0] := constant_last; exists (top_eigenfunctions E d); have dn := ltnW dN; split.
  split=> [|j]; first exact: top_eigenfunctions_gram.
  rewrite top_eigenfunctions_col E0 //.
  exact: leq_ltn_trans (ltn_ord j) dN.
exact: top_eigenfunctions_trace.
Qed.

Theorem mean_zero_maximum : maximum_is (@orthonormal_centred _ _ _ P d) (trace_on pX H (d := d)) (top_sum_of H d).
Proof.
split; first exact: mean_zero_best.
by move=> F [g _]; apply: (trace_le p0 sH g).
Qed.

Theorem mean_zero_extracts (Phi : 'M[R]_(N, d)) : orthonormal_centred P Phi ->
  extracts pX H Phi <-> trace_on pX H Phi = top_sum_of H d.
Proof. by case=> g _; apply: extracts_iff. Qed.
End MeanZero.

(** An objective that is a constant less a multiple of the trace. *)
Section Objective.
Variables (R : rcfType) (N M : nat) (P : context R N M) (H : 'M[R]_N) (d : nat).
Variables (objective : 'M[R]_(N, d) -> R) (b a t : R).
Hypothesis a0 : 0 < a.
Hypothesis form : forall Phi, unit_covariance P Phi -> objective Phi = b - a * trace_on (law P) H (cmx P Phi).
Hypothesis best : maximum_is (@orthonormal_centred _ _ _ P d) (trace_on (law P) H (d := d)) t.

Theorem trace_minimum : minimum_is (unit_covariance P (d := d)) objective (b - a * t).
Proof.
have [[F [oF tF]] le] := best; split.
  have uF := orthonormal_unit_covariance oF; exists F; split=> //.
  by rewrite form // cmx_id ?tF //; case: oF.
move=> Phi u; rewrite form // ler_add2l ler_opp2 ler_pmul2l //.
exact/le/unit_covarianceE.
Qed.

Theorem trace_minimises Phi :
  minimises (unit_covariance P (d := d)) objective Phi <-> unit_covariance P Phi /\ trace_on (law P) H (cmx P Phi) = t.
Proof.
have [[F [uF vF]] le] := trace_minimum; split=> [[u m]|[u e]]; split=> //.
  apply/eqP; rewrite eq_le; have [_ -> /=] := best; last exact/unit_covarianceE.
  by have := m F uF; rewrite vF form // ler_add2l ler_opp2 ler_pmul2l.
by move=> F' uF'; rewrite form // e; apply: le.
Qed.
End Objective.
