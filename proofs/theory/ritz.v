(** * Rayleigh-Ritz: the pencil of B_Phi and C_Phi is T T* seen on the span of the features. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators selfadjoint kyfan ratio spectral worstcase minmax centred.
From Contexture Require Import eigenvalues labels orthonormal singular existence expansion encoders losses span pencil.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Ritz.
Variables (R : rcfType) (N M d : nat) (P : context R N M) (Phi : 'M[R]_(N, d)).
Notation pX := (law P). Notation D := (diag_mx pX).
Notation p0 := (law_gt0 P).
Let F := cmx P Phi.
Let B := covA P Phi.
Let C := covX P Phi.

Lemma expected_form : B = F^T *m D *m (KX0 P *m F).
Proof.
have -> : KX0 P *m F = KX P *m F.
  by rewrite /KX0 mulmxBl -(mulmxA _ pX) law_cmx mulmx0 subr0.
by rewrite -[RHS]mulmxA (mulmxA D) KX_gram /B /covA /F trmx_mul !mulmxA.
Qed.

Lemma expected_sym : B^T = B. Proof. by rewrite /B /covA !trmx_mul !trmxK tr_diag_mx !mulmxA. Qed.
Lemma covariance_sym : C^T = C. Proof. by rewrite /C /covX !trmx_mul trmxK tr_diag_mx mulmxA. Qed.

(** Eigenvectors of different values are orthogonal for C. *)
Lemma ritz_orthogonal (a b : R) (v w : 'cV[R]_d) : b < a -> B *m v = a *: (C *m v) -> B *m w = b *: (C *m w) ->
  (v^T *m C *m w) 0 0 = 0.
Proof.
move=> ba Bv Bw.
have e : a * (v^T *m C *m w) 0 0 = b * (v^T *m C *m w) 0 0.
  have -> : a * (v^T *m C *m w) 0 0 = (v^T *m B *m w) 0 0.
    have -> : v^T *m B = (B *m v)^T by rewrite trmx_mul expected_sym.
    by rewrite Bv [(_ *: _)^T]linearZ /= trmx_mul covariance_sym -scalemxAl [RHS]mxE.
  by rewrite -mulmxA Bw -scalemxAr mulmxA [LHS]mxE.
apply/eqP; move/eqP: e; rewrite -subr_eq0 -mulrBl mulf_eq0 subr_eq0 gt_eqF //.
Qed.

Hypothesis Cu : C \in unitmx.
Fact independent : independent_columns F.
Proof. by apply/(gram_unit p0). Qed.

Section Coordinates.
Variables (A A' : 'M[R]_d).
Hypotheses (AA : A *m A' = 1%:M) (AF : gram pX (F *m A) (F *m A) = 1%:M).
Let Z := F *m A.
Let S := Z^T *m D *m (KX0 P *m Z).

Fact ritz_eigenvalue i : generalised_eigenvalue B C i = eigenvalue S i.
Proof.
have AC : A^T *m C *m A = 1%:M by rewrite -AF gramE trmx_mul /C /covX !mulmxA.
rewrite (pencil_eigenvalue _ AA AC); congr (eigenvalue _ i).
by rewrite /S /Z expected_form trmx_mul !mulmxA.
Qed.

Fact S_sym : S^T = S.
Proof.
rewrite /S; move: (Z) => G; rewrite !trmx_mul trmxK tr_diag_mx !mulmxA.
by rewrite -(mulmxA G^T (KX0 P)^T D) -(KX0_selfadj P) !mulmxA.
Qed.

Fact ZZ : Z^T *m D *m Z = 1%:M. Proof. by rewrite -gramE. Qed.
Fact ip_Z (y : 'cV[R]_d) : sqn pX (Z *m y) = sqn (flat R d) y.
Proof.
rewrite /sqn flat_ip ipE; move: (Z) ZZ => G GG; rewrite trmx_mul !mulmxA.
by rewrite -(mulmxA y^T) -(mulmxA y^T) GG mulmx1.
Qed.

Fact form_Z (y : 'cV[R]_d) : ip pX (Z *m y) (KX0 P *m (Z *m y)) = ip (flat R d) y (S *m y).
Proof. by rewrite flat_ip ipE /S; move: (Z) => G; rewrite trmx_mul !mulmxA. Qed.

(** Cauchy: the values of a span are below those of the whole. *)
Theorem ritz_le i : (i < d)%N -> eigenvalue S i.+1 <= s P i.+1 ^+ 2.
Proof.
move=> id; have dN := unit_size Cu; have iN := leq_trans id dN.
have [E _] := eigenbasis_exists (@flat_gt0 R d) (flat_selfadj S_sym).
have [Sys _] := system_exists P; rewrite -(centred_basis_ev Sys (Ordinal iN)) (eigenvalueE E (Ordinal id)).
pose I : 'M[R]_(d, i.+1) := \matrix_(j, k) (j == k :> nat)%:R.
have Iw (w : 'cV[R]_i.+1) (j : 'I_d) : (I *m w) j 0 = if (j <= i)%N then w (inord j) 0 else 0.
  rewrite mxE; case: leqP => ji.
    rewrite (bigD1 (inord j)) //= mxE inordK ?ltnS // eqxx mul1r big1 ?addr0 // => k kj.
    rewrite mxE (_ : (j == k :> nat) = false) ?mul0r //; apply: contraNF kj => /eqP jk.
    by apply/eqP/val_inj; rewrite /= inordK.
  rewrite big1 // => k _; rewrite mxE (_ : (j == k :> nat) = false) ?mul0r //.
  by apply/eqP => jk; move: ji; rewrite jk ltnNge -ltnS ltn_ord.
have I_inj (w : 'cV[R]_i.+1) : I *m w = 0 -> w = 0.
  move=> /colP Iw0; apply/colP => k; have kd : (k < d)%N by apply: leq_trans id.
  have := Iw0 (Ordinal kd); rewrite Iw /= -ltnS ltn_ord !mxE => <-.
  by congr (w _ 0); apply: val_inj; rewrite /= inordK.
apply: (minmax_lower p0 (centred_basis Sys) iN (Phi := Z *m (ef E *m I))) => w.
  move=> /(congr1 (mulmx (Z^T *m D))); rewrite mulmx0 (mulmxA (Z^T *m D)) (mulmxA (Z^T *m D)) ZZ mul1mx.
  move=> /(congr1 (mulmx (ef E)^T)).
  have := ef_orth E; rewrite flat_diag mulmx1 => EE; rewrite mulmx0 !mulmxA EE mul1mx.
  exact: I_inj.
rewrite -!(mulmxA Z) -!(mulmxA (ef E)) ip_Z form_Z form_coord /sqn ip_coord mulr_sumr; apply: ler_sum => j _.
rewrite Iw; case: leqP => ji; last by rewrite expr0n !mulr0.
by rewrite -expr2 ler_wpmul2r ?sqr_ge0 // ev_sorted.
Qed.
End Coordinates.

Theorem ritz_below i : (i < d)%N -> generalised_eigenvalue B C i.+1 <= s P i.+1 ^+ 2.
Proof.
move=> id; have [A [A' [AA AF]]] := orthonormalise p0 independent.
by rewrite (ritz_eigenvalue AA AF); apply: ritz_le.
Qed.

(** Of features that learn the contexture the values are those of T T*, *)
Section Learned.
Hypotheses (dN : (d < N)%N) (lr : learns P F).

Fact learned : exists (Sys : singular_system P) (A A' : 'M[R]_d), A *m A' = 1%:M /\ F *m A = top_functions d Sys.
Proof.
have [Sys [A' [A [FE TE]]]] := learns_factor lr; exists Sys, A, A'; split=> //.
have := independent; move: F FE TE => G FE TE ind.
apply/eqP; rewrite -subr_eq0; apply/eqP/matrixP => i j.
have : col j (A *m A' - 1%:M) = 0.
  by apply: ind; rewrite colE mulmxA mulmxBr mulmx1 mulmxA -TE -FE subrr mul0mx.
by move/colP/(_ i); rewrite !mxE.
Qed.

Fact top_KX0 (Sys : singular_system P) :
  KX0 P *m top_functions d Sys = top_functions d Sys *m diag_mx (\row_(j < d) s P j.+1 ^+ 2).
Proof.
apply/matrixP => x j; rewrite mul_mx_diag [RHS]mxE [(\row_j _) 0 j]mxE mulrC.
have jN : (j.+1 < N)%N by apply: leq_ltn_trans dN.
transitivity ((KX0 P *m mu Sys j.+1) x 0); first by rewrite -top_col !colE mulmxA -colE [RHS]mxE.
rewrite KX0_center center_mean_zero ?left_mean // KX_mu [LHS]mxE; congr (_ * _).
by rewrite [RHS]mxE.
Qed.

Theorem ritz_values i : (i < d)%N -> generalised_eigenvalue B C i.+1 = s P i.+1 ^+ 2.
Proof.
move=> id; have [Sys [A [A' [AA TE]]]] := learned; have [g _] := top_orthonormal Sys dN.
have AF : gram pX (F *m A) (F *m A) = 1%:M by rewrite TE.
rewrite (ritz_eigenvalue AA AF) TE top_KX0 mulmxA -gramE g mul1mx.
pose l : 'rV[R]_d := \row_(j < d) s P j.+1 ^+ 2.
have o : (1%:M)^T *m diag_mx (flat R d) *m 1%:M = 1%:M :> 'M_d by rewrite flat_diag trmx1 !mulmx1.
have e : diag_mx l *m 1%:M = 1%:M *m diag_mx l by rewrite mulmx1 mul1mx.
have srt (j k : 'I_d) : (j <= k)%N -> l 0 k <= l 0 j by move=> jk; rewrite !mxE s_sq_decreasing.
by rewrite (eigenvalueE (Eigenbasis o e srt) (Ordinal id)) mxE.
Qed.

(** and the vectors give singular functions. *)
Theorem ritz_functions i (v : 'cV[R]_d) : B *m v = s P i ^+ 2 *: (C *m v) -> KX P *m (F *m v) = s P i ^+ 2 *: (F *m v).
Proof.
have [Sys [A [A' [AA TE]]]] := learned; move=> Bv.
have FE : F = top_functions d Sys *m A' by rewrite -TE -mulmxA AA mulmx1.
have K0 : KX0 P *m F = KX P *m F by rewrite /KX0 mulmxBl -(mulmxA _ pX) law_cmx mulmx0 subr0.
have [y Ey] : exists y, KX P *m (F *m v) - s P i ^+ 2 *: (F *m v) = F *m y.
  exists (A *m (diag_mx (\row_(j < d) s P j.+1 ^+ 2) *m (A' *m v)) - s P i ^+ 2 *: v).
  rewrite mulmxBr -scalemxAr mulmxA -K0; congr (_ - _).
  by rewrite {1}FE !mulmxA top_KX0 TE.
have CE z : C *m z = F^T *m D *m (F *m z) by rewrite /C /covX -/F -!mulmxA.
have BE : B *m v = F^T *m D *m (KX P *m (F *m v)) by rewrite expected_form K0 -!mulmxA.
have Cy : C *m y = 0 by rewrite CE -Ey mulmxBr -scalemxAr -BE -CE Bv subrr.
have y0 : y = 0 by rewrite -[y]mul1mx -(mulVmx Cu) -mulmxA Cy mulmx0.
by apply/eqP; rewrite -subr_eq0 Ey y0 mulmx0.
Qed.
End Learned.
End Ritz.
