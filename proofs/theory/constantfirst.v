(** * What is left of the top eigenspace of a connected table without the constant function. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators selfadjoint ratio centred eigenvalues.
From Contexture Require Import trained orthonormal singular existence expansion encoders extract losses learning uncentred connected.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section ConstantFirst.
Variables (R : rcfType) (N M : nat) (P : context R N M) (d : nat) (E : eigenbasis (law (dual P)) (T_star P *m T P)).
Notation pX := (law P). Notation pA := (law (dual P)). Notation K := (T_star P *m T P).
Hypothesis one_component : components P = 1%N.
Hypothesis sd : 0 < s P d.
Let q0 := law_gt0 (dual P).
Notation e i := (column (ef E) i).

Lemma rest_mean i : (0 < i < M)%N -> mean pA (e i) = 0.
Proof.
move=> /andP[i0 iM]; have Ke : K *m e i = s P i ^+ 2 *: e i.
  by rewrite (column_lt _ iM) eig_col -(eigenvalueE E) /= eigenvalue_KA.
have K1 : K *m const_mx 1 = const_mx 1 :> 'cV[R]_M by rewrite KA_KX KX_one.
have si : s P i ^+ 2 != 1.
  by rewrite lt_eqF // expr_lt1 ?s_ge0 // (le_lt_trans (s_decreasing P i0)) // second_below_one.
have h : mean pA (e i) = s P i ^+ 2 * mean pA (e i).
  by rewrite !mean_ip -ipZr -Ke (selfadjP (KA_selfadj P)) K1.
apply/eqP; move/eqP: h; rewrite -subr_eq0 -{1}[mean _ _]mul1r -mulrBl mulf_eq0 subr_eq0 eq_sym (negPf si) /=.
by [].
Qed.

Lemma first_constant : center pA (e 0) = 0.
Proof.
have EE : gram pA (ef E) (ef E) = 1%:M by rewrite gramE ef_orth.
have M0 := M_gt0 P; have oneE : one = ip pA one (e 0) *: e 0.
  apply: (basis_ext EE) => i iM; rewrite ipZr !(column_lt _ iM) (column_lt _ M0) -ip_gram ef_orth mxE.
  case: (posnP i) => [i0|i0]; last first.
    rewrite (_ : (_ == _) = false) ?mulr0; last by rewrite -val_eqE /= gtn_eqF.
    by rewrite -(column_lt _ iM) ipC -[one]/(const_mx 1) -mean_ip rest_mean // i0.
  subst i; rewrite (_ : Ordinal iM = Ordinal M0) ?eqxx ?mulr1 1?ipC //; exact: val_inj.
have c0 : ip pA one (e 0) != 0.
  apply: contraPneq oneE => ->; rewrite scale0r => /colP/(_ (Ordinal M0)); rewrite !mxE => /eqP.
  by rewrite oner_eq0.
have -> : e 0 = (ip pA one (e 0))^-1 *: const_mx 1 by rewrite -[const_mx 1]/one {2}oneE scalerA mulVf // scale1r.
rewrite /center mean_ip ipZr -/(sqn _ _) -[const_mx 1]/one (sqn_one (dual P)) mulr1.
by apply/colP => a; rewrite !mxE mulr1 subrr.
Qed.

Hypothesis dN : (d < N)%N.
Fact dM : (d < M)%N.
Proof. by rewrite ltnNge; apply: contraL sd => Md; rewrite s_beyond ?ltxx // geq_min Md orbT. Qed.

Fact all_positive (j : nat) : (j < d.+1)%N -> 0 < s P j.
Proof. by move=> jd; apply: lt_le_trans sd (s_decreasing P _). Qed.

Notation top := (top_eigenfunctions E (1 + d)).
(** T e_j / s_j for j = 1 .. d *)
Let U : 'M[R]_(N, d) := rsubmx (images (1 + d) E).

Fact rest_col n (F : 'M[R]_(n, 1 + d)) j : col j (rsubmx F) = col (rshift 1 j) F.
Proof. by apply/colP => x; rewrite !mxE. Qed.

Fact rest_orthonormal : orthonormal_centred P U.
Proof.
split=> [|j].
  apply/matrixP => i j; have /matrixP/(_ (rshift 1 i) (rshift 1 j)) := images_gram E all_positive (dM : (d.+1 <= M)%N).
  rewrite !mxE !rest_col => ->; by rewrite -[rshift 1 i == _]val_eqE /= eqn_add2l.
rewrite rest_col images_col mean_ip ipZr -mean_ip expect_mean top_eigenfunctions_col rest_mean ?mulr0 //.
by rewrite /= add1n (leq_ltn_trans (ltn_ord j) dM).
Qed.

Fact rest_learns : learns P U.
Proof.
apply/(learns_explained dN rest_orthonormal); rewrite big_add1 big_mkord; apply: eq_bigr => j _.
have /matrixP/(_ j j) := rest_orthonormal.1; rewrite !mxE eqxx => u.
rewrite -quadratic_form rest_col images_value ?ipZr -?rest_col ?u ?mulr1 //; exact: dM.
Qed.

Fact centred_top (W : 'M[R]_(1 + d)) : T P *m cmx (dual P) (top *m W) = U *m (diag_mx (\row_j s P j.+1) *m dsubmx W).
Proof.
have -> : cmx (dual P) (top *m W) = rsubmx top *m dsubmx W.
  rewrite cmx_mul -{1}[W]vsubmxK -[cmx _ _]hsubmxK mul_row_col.
  have -> : lsubmx (cmx (dual P) top) = 0.
    apply/matrixP => a j; rewrite ord1; transitivity (col (lshift d ord0) (cmx (dual P) top) a 0); first by rewrite !mxE.
    by rewrite center_col top_eigenfunctions_col first_constant mxE.
  rewrite mul0mx add0r; congr (_ *m _); apply/matrixP => a j.
  transitivity (col (rshift 1 j) (cmx (dual P) top) a 0); first by rewrite !mxE.
  rewrite center_col center_mean_zero ?top_eigenfunctions_col ?rest_mean //.
    by rewrite -top_eigenfunctions_col !mxE.
  by rewrite /= add1n (leq_ltn_trans (ltn_ord j) dM).
rewrite !mulmxA; congr (_ *m _); apply/matrixP => x j; rewrite mul_mx_diag [RHS]mxE [(\row_j _) _ _]mxE.
have -> : U x j = col (rshift 1 j) (images (1 + d) E) x 0 by rewrite !mxE.
rewrite images_col [(_ *: _ : 'cV_N) x 0]mxE mulrC mulrA mulfV ?mul1r; last exact/lt0r_neq0/(all_positive (j := j.+1))/(ltn_ord j).
rewrite -rest_col colE mulmxA -colE [RHS]mxE.
by [].
Qed.

(** Every choice of d independent combinations. *)
Lemma combinations_learn (W : 'M[R]_(1 + d)) (G : 'M[R]_(1 + d, d)) (X := T P *m cmx (dual P) (top *m W) *m G) :
  \rank X = d -> learns P X.
Proof.
rewrite /X centred_top -mulmxA; set Z := _ *m G => r.
have Zu : Z \in unitmx.
  rewrite -row_full_unit /row_full eqn_leq rank_leq_col -{1}r /=; apply: leq_trans (mxrankM_maxr U Z) _.
  by [].
have [S [/span_factor[A AE] /span_factor[B BE]]] := rest_learns.
exists S; split=> v; first by apply: (factor_span (W := A *m Z)); rewrite {1}AE mulmxA.
by apply: (factor_span (W := invmx Z *m B)); rewrite -mulmxA (mulmxA Z) mulmxV // mul1mx.
Qed.
End ConstantFirst.
