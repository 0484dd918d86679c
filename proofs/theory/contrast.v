(** * The contrastive objective: its least value, and who attains it.        *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators selfadjoint ratio centred spectral eigenvalues.
From Contexture Require Import objectives orthonormal singular existence expansion encoders extract losses cover span square frobenius gramloss learning.
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

Lemma contrastive_gram d (Psi : 'M[R]_(M, d)) : contrastive P Psi = gram_loss pA K0 (cmx (dual P) Psi) / 2%:R.
Proof.
have two : 2%:R != 0 :> R by rewrite pnatr_eq0.
rewrite /contrastive /gram_loss -squares_gram two_views_mean_zero => [|j]; last exact: (cmx_mean (dual P)).
by rewrite trace_onE mulrBl [2%:R * _]mulrC mulfK // addrC.
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
exists Z; rewrite contrastive_gram (cmx_id (P := dual P) mZ) /gram_loss trace_onE -two_views_mean_zero // two_views_trace.
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
by move: (\sum_(1 <= i < d.+1) _) => t; apply: (mulIf two); rewrite !divfK //; ring.
Qed.

Theorem contrastive_minimum d :
  minimum_is (@any 'M[R]_(M, d)) (contrastive P (d := d)) (- (\sum_(1 <= i < d.+1) s P i ^+ 4) / 2%:R).
Proof.
split; first by have [Psi e] := contrastive_attained d; exists Psi.
move=> Psi _; rewrite contrastive_gram -top_sum_square ler_pmul2r ?invr_gt0 ?ltr0n //.
exact: (gram_loss_ge q0 sK0 K0_ge0).
Qed.

(** Where s_d > 0 the minimisers learn the contexture, seen from A. *)
Theorem contrastive_learns d (Psi : 'M[R]_(M, d)) : (0 < d)%N -> 0 < s P d ->
  minimises (@any 'M[R]_(M, d)) (contrastive P (d := d)) Psi -> learns (dual P) (cmx (dual P) Psi).
Proof.
move=> d0 sd [_ least]; have dM : (d < M)%N.
  by rewrite ltnNge; apply: contraL sd => Md; rewrite s_beyond ?ltxx // geq_min Md orbT.
have [[best [_ value]] _] := contrastive_minimum d.
have attained : gram_loss pA K0 (cmx (dual P) Psi) = - top_sum_of (K0 *m K0) d.
  apply/eqP; rewrite eq_le (gram_loss_ge q0 sK0 K0_ge0) andbT; have := least best I.
  by rewrite value contrastive_gram -top_sum_square ler_pmul2r // invr_gt0 ltr0n.
have l0 : 0 < eigenvalue K0 d.
  have [S _] := system_exists (dual P); rewrite -(prednK d0) (eigenvalueE (centred_basis S) (Ordinal (leq_ltn_trans (leq_pred d) dM))).
  by rewrite centred_basis_ev /= prednK // s_dual exprn_gt0.
have d0M : (0 < d <= M)%N by rewrite d0 ltnW.
have ex := gram_loss_extracts q0 sK0 K0_ge0 d0M l0 attained.
have [A [B [AB g]]] := orthonormalise q0 ex.1; have Au : A \in unitmx by case/mulmx1_unit: AB.
have oc : orthonormal_centred (dual P) (cmx (dual P) Psi *m A).
  by split=> // j; rewrite -cmx_mul cmx_mean.
have [S [/span_factor[X XE] /span_factor[Y YE]]] := (proj2 (learns_extracts dM oc)) (extracts_change Au erefl ex).
exists S; split=> v; last by apply: (factor_span (W := A *m Y)); rewrite {1}YE !mulmxA.
by apply: (factor_span (W := X *m B)); rewrite mulmxA -XE -mulmxA AB mulmx1.
Qed.
End Contrast.
