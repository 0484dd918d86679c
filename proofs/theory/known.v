(** * Singular systems of contexts whose eigenfunctions are known. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import context geometry operators selfadjoint eigenvalues vocabulary orthonormal singular.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Known.
Variables (R : rcfType) (N M : nat) (P : context R N M).

(** The columns of G are eigenfunctions of T T* that are orthogonal, with squared norms g and eigenvalues l that
    decrease, and the first is 1. Divided by their norms they are the left functions of a singular system. *)
Theorem known_system (G : 'M[R]_N) (g l : 'rV[R]_N) :
  gram (p P) G G = diag_mx g -> (forall j, 0 < g 0 j) -> T P *m T_star P *m G = G *m diag_mx l ->
  (forall i j : 'I_N, (i <= j)%N -> l 0 j <= l 0 i) -> column G 0 = one ->
  exists S : singular_system P,
    (forall j : 'I_N, mu S j = (Num.sqrt (g 0 j))^-1 *: col j G) /\ forall j : 'I_N, s P j ^+ 2 = l 0 j.
Proof.
move=> GG g0 KG sorted first; pose r : 'rV[R]_N := \row_j (Num.sqrt (g 0 j))^-1.
have FF : (G *m diag_mx r)^T *m diag_mx (p P) *m (G *m diag_mx r) = 1%:M.
  rewrite trmx_mul tr_diag_mx !mulmxA -(mulmxA (diag_mx r)) -(mulmxA (diag_mx r)) -gramE GG !mulmx_diag.
  apply/matrixP => i j; rewrite !mxE.
  have n0 : Num.sqrt (g 0 i) != 0 by rewrite gt_eqF // sqrtr_gt0.
  by rewrite -[X in _ * X / _](sqr_sqrtr (ltW (g0 i))) expr2 mulKf ?mulfV.
have KF : KX P *m (G *m diag_mx r) = G *m diag_mx r *m diag_mx l.
  rewrite mulmxA KG -!mulmxA !mulmx_diag; congr (_ *m diag_mx _).
  by apply/rowP => j; rewrite !mxE mulrC.
pose E := Eigenbasis FF KF sorted; have N0 := N_gt0 P; pose o := Ordinal N0.
have colF j : col j (G *m diag_mx r) = (Num.sqrt (g 0 j))^-1 *: col j G.
  by apply/colP => x; rewrite mul_mx_diag !mxE mulrC.
have firstE : column (ef E) 0 = one.
  rewrite (column_lt _ N0) colF -(column_lt _ N0) first.
  have := congr1 (fun A : 'M[R]_N => A o o) GG; rewrite !mxE eqxx mulr1n -(column_lt _ N0) first.
  by rewrite -/(sqn _ _) sqn_one => <-; rewrite sqrtr1 invr1 scale1r.
have [S SE] := system_of_basis firstE; exists S; split=> j; first by rewrite /mu SE columnE colF.
by rewrite -(sigmaE S) -eigenvalue_sigma (eigenvalueE E).
Qed.
End Known.

(** Columns that are multiples of each other span the same space. *)
Lemma multiple_span (R : rcfType) n d (F G : 'M[R]_(n, d)) c : c != 0 -> F = c *: G -> same_span F G.
Proof.
move=> c0 ->; split=> w; first by exists (c *: w); rewrite -scalemxAl scalemxAr.
by exists (c^-1 *: w); rewrite -scalemxAl -scalemxAr scalerA mulfV // scale1r.
Qed.
