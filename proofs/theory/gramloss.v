(** * Losses of a Gram matrix: |G|^2 - 2 Tr(Z* K Z) for the features Z, their *)
(** Gram matrix G and a positive operator K. The square is completed.          *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry selfadjoint ratio spectral eigenvalues.
From Contexture Require Import objectives orthonormal encoders extract cover square frobenius span.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section GramLoss.
Variables (R : rcfType) (n : nat) (w : 'rV[R]_n) (K : 'M[R]_n).
Hypotheses (w0 : forall x, 0 < w 0 x) (sK : selfadj w K) (K0 : psd w K).
Notation D := (diag_mx w).

Definition gram_loss d (Z : 'M[R]_(n, d)) : R := frob (Z^T *m D *m Z) - 2%:R * trace_on w K Z.

(** In an orthonormal basis of the span of Z. *)
Lemma gram_loss_orthonormal r d (Z : 'M[R]_(n, d)) (U : 'M[R]_(n, r)) (W : 'M[R]_(r, d)) (B := U^T *m D *m (K *m U)) :
  gram w U U = 1%:M -> Z = U *m W -> gram_loss Z = frob (W *m W^T - B) - frob B.
Proof.
rewrite gramE => UU ZE; have two : 2%:R != 0 :> R by rewrite pnatr_eq0.
have BB : B^T = B.
  rewrite /B !trmx_mul trmxK tr_diag_mx -!mulmxA; congr (_ *m _).
  by rewrite !mulmxA sK.
apply: (divIf two); rewrite mulrBl [RHS]mulrBl -frob_complete // /gram_loss [2%:R * _]mulrC mulfK // ZE trace_onE.
congr (_ / _ - _).
  have -> : (U *m W)^T *m D *m (U *m W) = W^T *m W.
    by rewrite trmx_mul -!mulmxA (mulmxA D) (mulmxA U^T) (mulmxA U^T D) UU mul1mx.
  by rewrite !frobE !trmx_mul !trmxK [RHS]mxtrace_mulC -!mulmxA [RHS]mxtrace_mulC -!mulmxA.
by rewrite /B !trmx_mul -!mulmxA mxtrace_mulC -!mulmxA.
Qed.

Fact square_selfadj : selfadj w (K *m K).
Proof. by rewrite /selfadj trmx_mul mulmxA sK -!mulmxA sK. Qed.
Fact square_psd : psd w (K *m K).
Proof. by move=> f; rewrite -mulmxA (selfadjP sK) sqn_ge0. Qed.

(** |U* K U|^2 <= tr (K^2 on the span of U) <= l_1^2 + .. + l_r^2 *)
Lemma frob_le r (U : 'M[R]_(n, r)) (B := U^T *m D *m (K *m U)) : gram w U U = 1%:M -> frob B <= trace_on w (K *m K) U.
Proof.
move=> UU; have UUE := UU; rewrite gramE in UUE.
have u : U^T *m D *m U \in unitmx by rewrite UUE unitmx1.
have pr := gram_projP u; have PiE : gram_proj w U = U *m (U^T *m D) by rewrite /gram_proj UUE invmx1 mulmx1 !mulmxA.
rewrite /frob exchange_big; apply: ler_sum => j _ /=.
have -> : ip w (col j U) (K *m K *m col j U) = sqn w (K *m col j U) by rewrite -mulmxA (selfadjP sK).
have -> : \sum_i B i j ^+ 2 = sqn w (U *m col j B).
  by rewrite (orthonormal_length _ UU); apply: eq_bigr => i _; rewrite [col _ _ _ _]mxE.
have -> : U *m col j B = gram_proj w U *m (K *m col j U).
  by rewrite PiE /B !colE !mulmxA.
by rewrite -(projector_sqn _ pr) (projector_le w0).
Qed.

Lemma gram_loss_bound r d (Z : 'M[R]_(n, d)) (U : 'M[R]_(n, r)) (W : 'M[R]_(r, d)) (B := U^T *m D *m (K *m U)) :
  gram w U U = 1%:M -> Z = U *m W ->
  - top_sum_of (K *m K) r <= gram_loss Z /\
  (gram_loss Z = - top_sum_of (K *m K) r -> W *m W^T = B /\ extracts w K U).
Proof.
move=> UU ZE; rewrite (gram_loss_orthonormal UU ZE) -/B.
have le1 := frob_le UU; have le2 := trace_le w0 square_selfadj UU; have le := le_trans le1 le2.
have ge := frob_ge0 (W *m W^T - B); rewrite -/B in le1 le.
split=> [|e]; first by rewrite ler_subr_addr (le_trans _ ge) // addrC subr_le0.
have z : frob (W *m W^T - B) = 0.
  by apply/eqP; rewrite eq_le ge andbT; move/eqP: e; rewrite subr_eq => /eqP ->; rewrite addrC subr_le0.
split; first by apply/eqP; rewrite -subr_eq0 (frob_eq0 z).
apply/(extracts_square w0 sK K0)/trace_extracts => //; first exact: square_selfadj.
by move/eqP: e; rewrite z sub0r eqr_opp => /eqP <-.
Qed.

(** Any features. *)
Theorem gram_loss_ge d (Z : 'M[R]_(n, d)) : - top_sum_of (K *m K) d <= gram_loss Z.
Proof.
have [r [U [W [rd UU ZE]]]] := orthonormal_factor w0 Z.
apply: le_trans (proj1 (gram_loss_bound UU ZE)); rewrite ler_opp2.
exact: (top_sum_le w0 square_selfadj square_psd rd).
Qed.

(** Where l_d > 0, who attains the bound extracts the top eigenspace. *)
Theorem gram_loss_extracts d (Z : 'M[R]_(n, d)) : (0 < d <= n)%N -> 0 < eigenvalue K d ->
  gram_loss Z = - top_sum_of (K *m K) d -> extracts w K Z.
Proof.
move=> /andP[d0 dn] l0 e; have [U [W [UU ZE]]] := orthonormal_cover w0 Z dn.
have [WW ex] := proj2 (gram_loss_bound UU ZE) e.
have := extracts_unit w0 d0 l0 ex; rewrite -WW unitmx_mul => /andP[Wu _].
exact: extracts_change Wu ZE ex.
Qed.

(** It is attained by eigenfunctions of the lengths sqrt l_j; what is left over is zero. *)
Theorem gram_loss_minimum d : minimum_is (@any 'M[R]_(n, d)) (gram_loss (d := d)) (- top_sum_of (K *m K) d).
Proof.
split=> [|Z _]; last exact: gram_loss_ge.
have [E _] := eigenbasis_exists w0 sK; have [E2 [_ e2]] := square_basis K0 E.
pose l (i : nat) : R := if insub i is Some j then ev E 0 j else 0.
have lE (i : 'I_n) : l i = ev E 0 i by rewrite /l valK.
pose W : 'M[R]_(n, d) := \matrix_(i, j) ((i == j :> nat)%:R * Num.sqrt (ev E 0 i)).
have EE : gram w (ef E) (ef E) = 1%:M by rewrite gramE ef_orth.
exists (ef E *m W); split=> //; rewrite (gram_loss_orthonormal EE erefl).
rewrite ef_eig mulmxA ef_orth mul1mx.
have WW : W *m W^T = diag_mx (\row_i if (i < d)%N then ev E 0 i else 0).
  apply/matrixP => i k; rewrite [LHS]mxE [RHS]mxE [(\row_i _) _ _]mxE.
  have [id|di] := ltnP i d; last first.
    rewrite mul0rn big1 // => j _; rewrite mxE (_ : (i == j :> nat) = false) ?mul0r //.
    by rewrite gtn_eqF // (leq_trans _ di).
  rewrite (bigD1 (Ordinal id)) //= big1 ?addr0 => [|j ji]; last first.
    by rewrite mxE (_ : (i == j :> nat) = false) ?mul0r //; apply: contraNF ji => /eqP ij; apply/eqP/val_inj.
  rewrite 2!mxE [W k _]mxE /= eqxx mul1r [_ == _ :> nat]eq_sym (_ : (i == k :> nat) = (i == k)) //.
  case: eqP => [->|_]; last by rewrite mul0r mulr0.
  by rewrite mul1r -expr2 sqr_sqrtr // (ev_ge0 K0).
have diag_frob (v : 'rV[R]_n) : frob (diag_mx v) = \sum_i v 0 i ^+ 2.
  apply: eq_bigr => i _; rewrite (bigD1 i) //= big1 ?addr0 => [|j ji]; first by rewrite mxE eqxx.
  by rewrite mxE eq_sym (negPf ji) expr0n.
rewrite WW -linearB /= !diag_frob -sumrB /top_sum_of big_add1.
have -> : \sum_(0 <= i < d) eigenvalue (K *m K) i.+1 = \sum_(i < n | (i < d)%N) ev E 0 i ^+ 2.
  have [dn|nd] := leqP d n.
    rewrite big_mkord (big_ord_narrow dn); apply: eq_bigr => i _.
    by rewrite -e2 -(eigenvalueE E2).
  rewrite (big_cat_nat _ _ _ (leq0n n) (ltnW nd)) /= [X in _ + X]big_nat_cond [X in _ + X]big1 ?addr0; last first.
    by move=> i /andP[/andP[ni _] _]; rewrite (eigenvalue_beyond E2).
  rewrite big_mkord; apply: eq_big => [i|i _]; first by rewrite (leq_trans (ltn_ord i) (ltnW nd)).
  by rewrite -e2 -(eigenvalueE E2).
rewrite -sumrN [RHS]big_mkcond; apply: eq_bigr => i _; rewrite 3!mxE.
by case: ifP => _; rewrite ?subrr ?sub0r ?sqrrN ?subrr // expr0n sub0r.
Qed.
End GramLoss.
