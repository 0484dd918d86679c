(** * Singular systems: they exist, and their values are s_0 .. s_(N-1).     *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators selfadjoint kyfan ratio spectral worstcase centred.
From Contexture Require Import eigenvalues vocabulary orthonormal.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Systems.
Variables (R : rcfType) (N M : nat) (P : context R N M).
Notation pX := (law P). Notation pA := (law (dual P)).
Notation K := (KX P).

Lemma N_gt0 : (0 < N)%N.
Proof.
move: P; case: N => // P0; have /eqP := joint_sum1 P0.
by rewrite big_ord0 eq_sym oner_eq0.
Qed.
Lemma M_gt0 : (0 < M)%N.
Proof.
move: P; case: M => // P0; have /eqP := joint_sum1 P0.
by rewrite big1 ?[_ == 1]eq_sym ?oner_eq0 // => x _; rewrite big_ord0.
Qed.

Lemma sqn_one : sqn pX one = 1.
Proof. by rewrite /sqn -mean_ip -(law_sum1 P); apply: eq_bigr => x _; rewrite [one _ _]mxE mulr1. Qed.

Section OneSystem.
Variable S : singular_system P.

Fact left_eig : K *m left_functions S = left_functions S *m diag_mx (\row_(j < N) sigma S j ^+ 2).
Proof.
apply: eq_columns => i iN; rewrite -[LHS]column_mul /KX -mulmxA T_star_left -scalemxAr T_right scalerA.
rewrite (column_lt _ iN) [RHS](column_lt _ iN); apply/colP => x.
by rewrite mul_mx_diag !mxE -expr2 mulrC.
Qed.
Fact left_sorted (i j : 'I_N) : (i <= j)%N ->
  (\row_(j < N) sigma S j ^+ 2) 0 j <= (\row_(j < N) sigma S j ^+ 2 : 'rV[R]_N) 0 i.
Proof. by move=> ij; rewrite !mxE ler_sqr ?nnegrE ?sigma_ge0 // sigma_decreasing. Qed.
Fact left_orth : (left_functions S)^T *m diag_mx pX *m left_functions S = 1%:M.
Proof. by rewrite -gramE left_orthonormal. Qed.

(** The left singular functions are an eigenbasis of T T*. *)
Definition left_basis : eigenbasis pX K := Eigenbasis left_orth left_eig left_sorted.

Lemma eigenvalue_sigma i : eigenvalue K i.+1 = sigma S i ^+ 2.
Proof.
have [iN|Ni] := ltnP i N; first by rewrite (eigenvalueE left_basis (Ordinal iN)) mxE.
by rewrite (eigenvalue_beyond left_basis) // sigma_ends ?expr0n // geq_min Ni.
Qed.

(** The values of a singular system are the singular values. *)
Theorem sigmaE i : sigma S i = s P i.
Proof. by rewrite /s -/(KX P) eigenvalue_sigma sqrtr_sqr ger0_norm ?sigma_ge0. Qed.

Lemma left_ip i j : (i < N)%N -> (j < N)%N -> ip pX (mu S i) (mu S j) = (i == j)%:R.
Proof.
move=> iN jN; have /matrixP/(_ (Ordinal iN) (Ordinal jN)) := left_orthonormal S.
by rewrite !mxE -!columnE /= => ->.
Qed.
Lemma right_ip i j : (i < M)%N -> (j < M)%N -> ip pA (nu S i) (nu S j) = (i == j)%:R.
Proof.
move=> iN jN; have /matrixP/(_ (Ordinal iN) (Ordinal jN)) := right_orthonormal S.
by rewrite !mxE -!columnE /= => ->.
Qed.

Lemma left_mean i : (0 < i < N)%N -> mean pX (mu S i) = 0.
Proof.
case/andP=> i0 iN; rewrite mean_ip -[const_mx 1](left_first S) -/(mu S 0) left_ip ?N_gt0 //.
by case: i i0 iN.
Qed.
Lemma right_mean i : (0 < i < M)%N -> mean pA (nu S i) = 0.
Proof.
case/andP=> i0 iN; rewrite mean_ip -[const_mx 1](right_first S) -/(nu S 0) right_ip ?M_gt0 //.
by case: i i0 iN.
Qed.

Lemma KX_mu i : K *m mu S i = s P i ^+ 2 *: mu S i.
Proof. by rewrite -mulmxA T_star_left -scalemxAr T_right scalerA -expr2 sigmaE. Qed.

(** ** Without the constant direction: mu_1 .. mu_(N-1), mu_0 is an eigenbasis of T T* - 1 p. *)
Definition next (j : 'I_N) : 'I_N :=
  if insub j.+1 is Some k then k else Ordinal (leq_ltn_trans (leq0n j) (ltn_ord j)).

Lemma nextE (j : 'I_N) (lt : (j.+1 < N)%N) : next j = Ordinal lt.
Proof. by rewrite /next insubT. Qed.
Lemma next_last (j : 'I_N) : (N <= j.+1)%N -> next j = 0%N :> nat.
Proof. by move=> h; rewrite /next insubF // ltnNge h. Qed.

Lemma next_inj : injective next.
Proof.
move=> i j; have [iN|Ni] := ltnP i.+1 N; have [jN|Nj] := ltnP j.+1 N.
- by rewrite (nextE iN) (nextE jN) => -[] /val_inj.
- by move=> /(congr1 val) /=; rewrite (next_last Nj) (nextE iN).
- by move=> /(congr1 val) /=; rewrite (next_last Ni) (nextE jN).
move=> _; apply: val_inj => /=; apply/eqP; rewrite -eqSS eqn_leq.
by rewrite (leq_trans (ltn_ord i)) // (leq_trans (ltn_ord j)).
Qed.

Let shifted : 'M[R]_N := \matrix_(x, j) left_functions S x (next j).
Let values : 'rV[R]_N := \row_(j < N) s P j.+1 ^+ 2.

Fact shifted_col j : col j shifted = mu S (next j).
Proof. by rewrite /mu columnE; apply/colP => x; rewrite !mxE. Qed.

Fact shifted_orth : shifted^T *m diag_mx pX *m shifted = 1%:M.
Proof.
apply/matrixP => i j; rewrite ip_gram !shifted_col left_ip // mxE.
by rewrite -(inj_eq next_inj).
Qed.

Fact shifted_eig : KX0 P *m shifted = shifted *m diag_mx values.
Proof.
apply/matrixP => x j; rewrite mul_mx_diag [RHS]mxE [values _ _]mxE mulrC.
transitivity ((KX0 P *m col j shifted) x 0); first by rewrite !colE mulmxA -colE [RHS]mxE.
transitivity ((s P j.+1 ^+ 2 *: col j shifted) x 0); last by rewrite !mxE.
congr (fun_of_matrix _ _ _); rewrite shifted_col KX0_center.
have [jN|Nj] := ltnP j.+1 N.
  rewrite (nextE jN) /= /center left_mean ?jN // (_ : const_mx 0 = 0) ?subr0 ?KX_mu //.
rewrite (next_last Nj) /mu left_first -sigmaE sigma_ends ?geq_min ?Nj // expr0n scale0r.
rewrite /center mean_ip -/(sqn _ _) sqn_one.
by rewrite /one subrr mulmx0.
Qed.

Fact shifted_sorted (i j : 'I_N) : (i <= j)%N -> values 0 j <= values 0 i.
Proof. by move=> ij; rewrite !mxE -!sigmaE ler_sqr ?nnegrE ?sigma_ge0 // sigma_decreasing. Qed.

Definition centred_basis : eigenbasis pX (KX0 P) := Eigenbasis shifted_orth shifted_eig shifted_sorted.

Lemma centred_basis_ev j : ev centred_basis 0 j = s P j.+1 ^+ 2. Proof. by rewrite mxE. Qed.
Lemma centred_basis_ef j : (j.+1 < N)%N -> column (ef centred_basis) j = mu S j.+1.
Proof.
move=> jN; rewrite (column_lt _ (ltnW jN)) shifted_col.
by rewrite (nextE (j := Ordinal (ltnW jN)) jN).
Qed.
End OneSystem.

(** ** Existence. *)
Section FromBasis.
Variable E : eigenbasis pX K.
Hypothesis first : column (ef E) 0 = one.
Notation e i := (column (ef E) i).
Let l (i : nat) : R := if insub i is Some j then ev E 0 j else 0.

Fact lE (i : 'I_N) : l i = ev E 0 i. Proof. by rewrite /l valK. Qed.
Fact e_ip i j : (i < N)%N -> (j < N)%N -> ip pX (e i) (e j) = (i == j)%:R.
Proof.
move=> iN jN; rewrite (column_lt _ iN) (column_lt _ jN) -ip_gram ef_orth mxE.
by [].
Qed.
Fact e_eig i : K *m e i = l i *: e i.
Proof.
have [iN|Ni] := ltnP i N; last by rewrite column_beyond // mulmx0 scaler0.
by rewrite (column_lt _ iN) eig_col -lE.
Qed.
Fact Te_ip i j : (i < N)%N -> (j < N)%N ->
  ip pA (expect (dual P) *m e i) (expect (dual P) *m e j) = l i * (i == j)%:R.
Proof.
move=> iN jN; rewrite -expect_adjoint mulmxA -/(KX P) e_eig ipZr e_ip //.
by case: eqP => [->|]; rewrite ?mulr0.
Qed.
Fact l_ge0 i : 0 <= l i.
Proof.
have [iN|Ni] := ltnP i N; last by rewrite /l insubF // ltnNge Ni.
have := Te_ip iN iN; rewrite eqxx mulr1 => <-; apply: sqn_ge0; exact: law_gt0.
Qed.
Fact l_sorted i j : (i <= j)%N -> l j <= l i.
Proof.
move=> ij; have [jN|Nj] := ltnP j N; last by rewrite {1}/l insubF ?l_ge0 // ltnNge Nj.
have iN := leq_ltn_trans ij jN.
by rewrite (lE (Ordinal iN)) (lE (Ordinal jN)); apply: ev_sorted.
Qed.
Fact l_first : l 0 = 1.
Proof.
have := e_eig 0; rewrite first KX_one => /colP/(_ (Ordinal N_gt0)); rewrite !mxE mulr1.
by move=> <-.
Qed.

(** The number of positive singular values. *)
Let r : nat := (\sum_(i < N) (l i != 0%R))%N.
Fact r_lt i : (i < r)%N = (l i != 0).
Proof.
have zero_after a b : (a <= b)%N -> l a = 0 -> l b = 0.
  by move=> ab la; apply/eqP; rewrite eq_le l_ge0 andbT -la l_sorted.
have le_i : l i = 0 -> (r <= i)%N.
  move=> li; rewrite /r; have [iN|Ni] := leqP i N; last first.
    by apply: leq_trans (ltnW Ni); rewrite -[X in (_ <= X)%N]card_ord -sum1_card leq_sum // => j _; case: eqP.
  rewrite (bigID (fun j : 'I_N => (j < i)%N)) /= [X in (_ + X)%N]big1 ?addn0 => [|j].
    rewrite -(big_ord_widen _ (fun j => nat_of_bool (l j != 0)) iN).
    by rewrite -[X in (_ <= X)%N]card_ord -sum1_card leq_sum // => j _; case: eqP.
  by rewrite -leqNgt => ij; rewrite (zero_after i j) // eqxx.
have [li|li] := eqVneq (l i) 0; first by rewrite ltnNge le_i.
have iN : (i < N)%N by rewrite ltnNge; apply: contra li => Ni; rewrite /l insubF // ltnNge Ni.
rewrite /r (bigID (fun j : 'I_N => (j < i.+1)%N)) /= (_ : (i < _)%N) // ltn_addr //.
rewrite -(big_ord_widen _ (fun j => nat_of_bool (l j != 0)) iN) (eq_bigr (fun=> 1%N)) ?sum1_card ?card_ord //.
move=> j _; rewrite (_ : l j != 0) //; apply: contra li => /eqP lj.
by rewrite (zero_after j i) // -ltnS ltn_ord.
Qed.
Fact r_le_N : (r <= N)%N.
Proof. by rewrite leqNgt r_lt /l insubF ?eqxx // ltnn. Qed.

Let V : 'M[R]_(M, r) := \matrix_(a, j) ((expect (dual P) *m e j) a 0 / Num.sqrt (l j)).
Fact V_col i : (i < r)%N -> column V i = (Num.sqrt (l i))^-1 *: (expect (dual P) *m e i).
Proof. by move=> ir; rewrite (column_lt _ ir); apply/colP => a; rewrite !mxE mulrC. Qed.
Fact V_orth : gram pA V V = 1%:M.
Proof.
apply/matrixP => i j; rewrite !mxE -!columnE !V_col // ipZl ipZr Te_ip ?(leq_trans _ r_le_N) //.
rewrite (_ : (i == j :> nat) = (i == j)) //; case: eqP => [->|]; last by rewrite !mulr0.
have lj : l j != 0 by rewrite -r_lt.
by rewrite mulr1 mulrA -invfM -expr2 sqr_sqrtr ?l_ge0 // mulVf.
Qed.

Theorem system_of_basis : exists S : singular_system P, left_functions S = ef E.
Proof.
have [B [BB BV]] := orthonormal_completion (law_gt0 (dual P)) V_orth.
have rM : (r <= M)%N := orthonormal_rank V_orth.
have sq i : Num.sqrt (l i) ^+ 2 = l i by rewrite sqr_sqrtr ?l_ge0.
have sn i : (i < r)%N -> Num.sqrt (l i) != 0.
  by rewrite r_lt sqrtr_eq0 -ltNge lt_def l_ge0 andbT.
have s0 i : (r <= i)%N -> l i = 0 by rewrite leqNgt r_lt negbK => /eqP.
have Ts i : expect (dual P) *m e i = Num.sqrt (l i) *: column B i.
  have [ir|ri] := ltnP i r; first by rewrite BV // V_col // scalerA mulfV ?sn // scale1r.
  rewrite s0 // sqrtr0 scale0r; have [iN|Ni] := ltnP i N; last by rewrite column_beyond ?mulmx0.
  apply/eqP; rewrite -(sqn_eq0 (law_gt0 (dual P))) /sqn Te_ip // s0 ?mul0r //.
have Tn i : expect P *m column B i = Num.sqrt (l i) *: e i.
  have [ir|ri] := ltnP i r.
    rewrite BV // V_col // -scalemxAr mulmxA e_eig scalerA -{2}sq expr2 mulrA mulVf ?mul1r //.
    exact: sn.
  rewrite s0 // sqrtr0 scale0r; have [iM|Mi] := ltnP i M; last by rewrite column_beyond ?mulmx0.
  apply: (basis_ext (w := pX) (F := ef E)); first by rewrite gramE ef_orth.
  move=> j jN; rewrite ip0r expect_adjoint Ts ipZl.
  have [jr|rj] := ltnP j r; last by rewrite s0 // sqrtr0 mul0r.
  have /matrixP/(_ (Ordinal (leq_trans jr rM)) (Ordinal iM)) := BB.
  rewrite !mxE -!columnE /= => ->; rewrite (_ : _ == _ = false) ?mulr0 //.
  by apply/eqP => -[ji]; rewrite ji ltnNge ri in jr.
have ge0 i : 0 <= Num.sqrt (l i) by apply: sqrtr_ge0.
have dec i j : (i <= j)%N -> Num.sqrt (l j) <= Num.sqrt (l i) by move=> ij; rewrite ler_wsqrtr ?l_sorted.
have ends i : (minn N M <= i)%N -> Num.sqrt (l i) = 0.
  by move=> h; rewrite s0 ?sqrtr0 // (leq_trans _ h) // leq_min r_le_N.
have eo : gram pX (ef E) (ef E) = 1%:M by rewrite gramE ef_orth.
have Bfirst : column B 0 = one.
  have := Ts 0%N; rewrite first (adjoint1 P) l_first sqrtr1 scale1r => <-.
  by [].
by exists (SingularSystem eo BB ge0 dec ends Tn Ts first Bfirst).
Qed.
End FromBasis.
End Systems.
