(** * The contrastive objective: its least value, and who attains it.        *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators selfadjoint ratio centred spectral eigenvalues.
From Contexture Require Import objectives orthonormal singular existence expansion encoders extract losses cover square frobenius learning.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Contrast.
Variables (R : rcfType) (N M : nat) (P : context R N M).
Notation pX := (law P). Notation pA := (law (dual P)). Notation K0 := (KX0 (dual P)).
Notation D := (diag_mx pA).
Let q0 := law_gt0 (dual P).
Let sK0 : selfadj pA K0 := KX0_selfadj (dual P).
Let K0_ge0 : psd pA K0 := @KX0_psd _ _ _ (dual P).

(** E F F^T(A, A+) is a trace of T* T. *)
Lemma two_views_trace d (Z : 'M[R]_(M, d)) :
  two_views P (fun a b => dot (row a Z) (row b Z)) = \sum_j sqn pX (expect P *m col j Z).
Proof.
rewrite /two_views exchange_big /=; apply: eq_bigr => x _; rewrite -mulr_sumr; congr (_ * _).
transitivity (\sum_a \sum_b \sum_j expect P x a * expect P x b * (Z a j * Z b j)).
  by apply: eq_bigr => a _; apply: eq_bigr => b _; rewrite /dot mulr_sumr; apply: eq_bigr => j _; rewrite !mxE.
under eq_bigr => a _ do rewrite exchange_big /=.
rewrite exchange_big; apply: eq_bigr => j _ /=; rewrite mxE mulr_suml; apply: eq_bigr => a _.
rewrite mulr_sumr; apply: eq_bigr => b _; rewrite !mxE.
by mring.
Qed.

Lemma two_views_mean_zero d (Z : 'M[R]_(M, d)) : (forall j, mean pA (col j Z) = 0) ->
  two_views P (fun a b => dot (row a Z) (row b Z)) = \tr (Z^T *m D *m (K0 *m Z)).
Proof.
move=> m; rewrite two_views_trace -trace_onE trace_KX0 // trace_KX; apply: eq_bigr => j _.
by rewrite law_dd expect_dd.
Qed.

Lemma squares_gram d (Z : 'M[R]_(M, d)) :
  \sum_a \sum_b pA 0 a * pA 0 b * dot (row a Z) (row b Z) ^+ 2 = frob (Z^T *m D *m Z).
Proof.
transitivity (\sum_a \sum_b \sum_i \sum_j pA 0 a * pA 0 b * (Z a i * Z b i * (Z a j * Z b j))).
  apply: eq_bigr => a _; apply: eq_bigr => b _; rewrite /dot expr2 big_distrlr /= mulr_sumr; apply: eq_bigr => i _.
  by rewrite mulr_sumr; apply: eq_bigr => j _; rewrite !mxE.
transitivity (\sum_i \sum_j \sum_a \sum_b pA 0 a * pA 0 b * (Z a i * Z b i * (Z a j * Z b j))).
  under eq_bigr => a _ do rewrite exchange_big /=.
  rewrite exchange_big; apply: eq_bigr => i _ /=.
  under eq_bigr => a _ do rewrite exchange_big /=.
  by rewrite exchange_big.
apply: eq_bigr => i _; apply: eq_bigr => j _; rewrite ip_gram expr2 /ip big_distrlr.
by apply: eq_bigr => a _; apply: eq_bigr => b _; rewrite 4![col _ _ _ _]mxE /=; mring.
Qed.

Lemma contrastive_gram d (Psi : 'M[R]_(M, d)) (Z := cmx (dual P) Psi) :
  contrastive P Psi = frob (Z^T *m D *m Z) / 2%:R - \tr (Z^T *m D *m (K0 *m Z)).
Proof.
rewrite /contrastive -/Z squares_gram two_views_mean_zero 1?addrC // => j.
exact: (cmx_mean (dual P)).
Qed.

(** In an orthonormal basis of the span of Psi~. *)
Lemma contrastive_orthonormal r d (Psi : 'M[R]_(M, d)) (U : 'M[R]_(M, r)) (W : 'M[R]_(r, d)) (B := U^T *m D *m (K0 *m U)) :
  gram pA U U = 1%:M -> cmx (dual P) Psi = U *m W ->
  contrastive P Psi = frob (W *m W^T - B) / 2%:R - frob B / 2%:R.
Proof.
rewrite gramE => UU ZE; rewrite contrastive_gram ZE -frob_complete; last first.
  rewrite /B !trmx_mul trmxK tr_diag_mx -!mulmxA; congr (_ *m _).
  by rewrite !mulmxA sK0.
congr (_ / _ - _); last first.
  by rewrite /B !trmx_mul -!mulmxA mxtrace_mulC -!mulmxA.
have -> : (U *m W)^T *m D *m (U *m W) = W^T *m W.
  by rewrite trmx_mul -!mulmxA (mulmxA D) (mulmxA U^T) (mulmxA U^T D) UU mul1mx.
by rewrite !frobE !trmx_mul !trmxK [RHS]mxtrace_mulC -!mulmxA [RHS]mxtrace_mulC -!mulmxA.
Qed.

(** |U^T K U|^2 <= tr (K^2 on the span of U) <= l_1^2 + .. + l_r^2 *)
Fact K0_square_selfadj : selfadj pA (K0 *m K0).
Proof. by rewrite /selfadj trmx_mul mulmxA sK0 -!mulmxA sK0. Qed.

Lemma frob_le r (U : 'M[R]_(M, r)) (B := U^T *m D *m (K0 *m U)) : gram pA U U = 1%:M ->
  frob B <= trace_on pA (K0 *m K0) U.
Proof.
move=> UU; have UUE := UU; rewrite gramE in UUE.
have u : U^T *m D *m U \in unitmx by rewrite UUE unitmx1.
have pr := gram_projP u; have PiE : gram_proj pA U = U *m (U^T *m D) by rewrite /gram_proj UUE invmx1 mulmx1 !mulmxA.
rewrite /frob exchange_big; apply: ler_sum => j _ /=.
have -> : ip pA (col j U) (K0 *m K0 *m col j U) = sqn pA (K0 *m col j U) by rewrite -mulmxA (selfadjP sK0).
have -> : \sum_i B i j ^+ 2 = sqn pA (U *m col j B).
  by rewrite (orthonormal_length _ UU); apply: eq_bigr => i _; rewrite [col _ _ _ _]mxE.
have -> : U *m col j B = gram_proj pA U *m (K0 *m col j U).
  by rewrite PiE /B !colE !mulmxA.
by rewrite -(projector_sqn _ pr) (projector_le q0).
Qed.

Lemma top_sum_square d : top_sum_of (K0 *m K0) d = \sum_(1 <= i < d.+1) s P i ^+ 4.
Proof.
rewrite /top_sum_of; apply: eq_big_nat => i /andP[i1 _].
have [S _] := system_exists (dual P); have [E2 [_ ev2]] := square_basis K0_ge0 (centred_basis S).
rewrite -{1}(prednK i1); have [iM|Mi] := ltnP i.-1 M; last first.
  rewrite (eigenvalue_beyond E2) // s_beyond ?expr0n //.
  by rewrite geq_min (leq_trans Mi (leq_pred i)) orbT.
by rewrite (eigenvalueE E2 (Ordinal iM)) ev2 centred_basis_ev /= prednK // s_dual -exprM.
Qed.

Lemma contrastive_bound r d (Psi : 'M[R]_(M, d)) (U : 'M[R]_(M, r)) (W : 'M[R]_(r, d)) (B := U^T *m D *m (K0 *m U)) :
  gram pA U U = 1%:M -> cmx (dual P) Psi = U *m W ->
  - top_sum_of (K0 *m K0) r / 2%:R <= contrastive P Psi /\
  (contrastive P Psi = - top_sum_of (K0 *m K0) r / 2%:R -> W *m W^T = B /\ extracts pA (K0 *m K0) U).
Proof.
move=> UU ZE; rewrite (contrastive_orthonormal UU ZE) -/B -mulrBl.
have half : 0 < 2%:R^-1 :> R by rewrite invr_gt0 ltr0n.
have le1 := frob_le UU; have le2 := trace_le q0 K0_square_selfadj UU; have le := le_trans le1 le2.
have ge := frob_ge0 (W *m W^T - B); rewrite -/B in le1 le.
split=> [|/(mulIf (lt0r_neq0 half)) e].
  by rewrite ler_pmul2r // ler_subr_addr (le_trans _ ge) // addrC subr_le0.
have z : frob (W *m W^T - B) = 0.
  apply/eqP; rewrite eq_le ge andbT; move/eqP: e; rewrite subr_eq => /eqP ->.
  by rewrite addrC subr_le0.
split; first by apply/eqP; rewrite -subr_eq0 (frob_eq0 z).
apply: trace_extracts => //; first exact: K0_square_selfadj.
by move/eqP: e; rewrite z sub0r eqr_opp => /eqP <-.
Qed.

(** It is attained by s_i nu_i. *)
Lemma contrastive_attained d : exists Psi : 'M[R]_(M, d), contrastive P Psi = - (\sum_(1 <= i < d.+1) s P i ^+ 4) / 2%:R.
Proof.
have [S _] := system_exists P; pose Z : 'M[R]_(M, d) := \matrix_(a, j) (s P j.+1 * nu S j.+1 a 0).
have Zj j : col j Z = s P j.+1 *: nu S j.+1 by apply/colP => a; rewrite !mxE.
have mZ j : mean pA (col j Z) = 0.
  rewrite Zj (mean_ip (dual P)) ipZr -(mean_ip (dual P)); have [jM|Mj] := ltnP j.+1 M; first by rewrite right_mean ?mulr0.
  by rewrite s_beyond ?mul0r // geq_min Mj orbT.
have TZ j : expect P *m col j Z = s P j.+1 ^+ 2 *: mu S j.+1.
  by rewrite Zj -scalemxAr T_nu scalerA expr2.
exists Z; rewrite contrastive_gram (cmx_id (P := dual P) mZ) -two_views_mean_zero // two_views_trace.
have -> : frob (Z^T *m D *m Z) = \sum_(1 <= i < d.+1) s P i ^+ 4.
  rewrite /frob big_add1 big_mkord; apply: eq_bigr => i _; rewrite (bigD1 i) //= big1 ?addr0 => [|j ji]; rewrite ip_gram !Zj ipZl ipZr.
    have [iM|Mi] := ltnP i.+1 M; first by rewrite right_ip // eqxx mulr1 -expr2 -exprM.
    by rewrite s_beyond ?mul0r ?expr0n // geq_min Mi orbT.
  have [iM|Mi] := ltnP i.+1 M; last by rewrite s_beyond ?mul0r ?expr0n // geq_min Mi orbT.
  have [jM|Mj] := ltnP j.+1 M; last by rewrite [s P j.+1]s_beyond ?mul0r ?mulr0 ?expr0n // geq_min Mj orbT.
  by rewrite right_ip // eqSS eq_sym val_eqE (negPf ji) !mulr0 expr0n.
have -> : \sum_j sqn pX (expect P *m col j Z) = \sum_(1 <= i < d.+1) s P i ^+ 4.
  rewrite big_add1 big_mkord; apply: eq_bigr => j _; rewrite TZ sqnZ -exprM.
  have [jN|Nj] := ltnP j.+1 N; first by rewrite /sqn left_ip // eqxx mulr1.
  by rewrite s_beyond ?expr0n ?mul0r // geq_min Nj.
have two : 2%:R != 0 :> R by rewrite pnatr_eq0.
by move: (\sum_(1 <= i < d.+1) _) => t; apply: (mulIf two); rewrite mulrBl !divfK //; ring.
Qed.

Theorem contrastive_minimum d :
  minimum_is (@any 'M[R]_(M, d)) (contrastive P (d := d)) (- (\sum_(1 <= i < d.+1) s P i ^+ 4) / 2%:R).
Proof.
split; first by have [Psi e] := contrastive_attained d; exists Psi.
move=> Psi _; have [r [U [W [rd UU ZE]]]] := orthonormal_factor q0 (cmx (dual P) Psi).
apply: le_trans (proj1 (contrastive_bound UU ZE)); rewrite top_sum_square ler_pmul2r ?invr_gt0 ?ltr0n // ler_opp2.
rewrite [X in _ <= X](big_cat_nat _ _ _ (_ : 1 <= r.+1)%N) //= ler_addl.
by apply: sumr_ge0 => i _; rewrite exprn_even_ge0.
Qed.

(** Where s_d > 0 the minimisers learn the contexture, seen from A. *)
Theorem contrastive_learns d (Psi : 'M[R]_(M, d)) : (0 < d)%N -> 0 < s P d ->
  minimises (@any 'M[R]_(M, d)) (contrastive P (d := d)) Psi -> learns (dual P) (cmx (dual P) Psi).
Proof.
move=> d0 sd [_ least]; have dM : (d < M)%N.
  by rewrite ltnNge; apply: contraL sd => Md; rewrite s_beyond ?ltxx // geq_min Md orbT.
have [U [W [UU ZE]]] := orthonormal_cover q0 (cmx (dual P) Psi) (ltnW dM).
have [ge eq] := contrastive_bound UU ZE; have [[best [_ value]] _] := contrastive_minimum d.
have attained : contrastive P Psi = - top_sum_of (K0 *m K0) d / 2%:R.
  by apply/eqP; rewrite eq_le ge andbT top_sum_square -value; apply: least.
have [WW /(extracts_square q0 sK0 K0_ge0) ex] := eq attained.
have l0 : 0 < eigenvalue K0 d.
  have [S _] := system_exists (dual P); rewrite -(prednK d0) (eigenvalueE (centred_basis S) (Ordinal (leq_ltn_trans (leq_pred d) dM))).
  by rewrite centred_basis_ev /= prednK // s_dual exprn_gt0.
have := extracts_unit q0 d0 l0 ex; rewrite -WW unitmx_mul => /andP[Wu _].
have UE : U = cmx (dual P) Psi *m invmx W by rewrite ZE mulmxK.
have oc : orthonormal_centred (dual P) U.
  by split=> // j; rewrite UE -cmx_mul cmx_mean.
have [S [/span_factor[A AE] /span_factor[C CE]]] := (proj2 (learns_extracts dM oc)) ex.
exists S; split=> v; first by apply: (factor_span (W := A *m W)); rewrite ZE {1}AE mulmxA.
by apply: (factor_span (W := invmx W *m C)); rewrite mulmxA -UE.
Qed.
End Contrast.
