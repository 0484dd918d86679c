(** * Encoders on A and their averages T Psi.                                *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators vocabulary orthonormal singular existence expansion encoders.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Average.
Variables (R : rcfType) (N M : nat) (P : context R N M).

(** T sees every non-zero function in the range of T*. *)
Lemma T_injective k (X : 'M[R]_(N, k)) : T P *m (T_star P *m X) = 0 -> T_star P *m X = 0.
Proof.
move=> h; apply/matrixP => a j; rewrite [RHS]mxE.
have z : T_star P *m col j X = 0.
  apply/eqP; rewrite -(sqn_eq0 (law_gt0 (dual P))) /sqn -expect_adjoint.
  by rewrite (_ : T P *m _ = 0) ?ip0r //; rewrite !colE !mulmxA -(mulmxA (T P)) h mul0mx.
by have /colP/(_ a) := z; rewrite colE mulmxA -colE !mxE.
Qed.

(** A system of the transposed context is one of the context. *)
Definition system_of_dual (S : singular_system (dual P)) : singular_system P.
Proof.
refine (@SingularSystem _ _ _ P (right_functions S) (left_functions S) (sigma S) _ _ (sigma_ge0 S)
  (sigma_decreasing S) _ _ _ (right_first S) (left_first S)).
- by rewrite -(law_dd P); apply: right_orthonormal.
- exact: left_orthonormal.
- by move=> i; rewrite minnC; apply: sigma_ends.
- by move=> i; have := T_star_left S i; rewrite expect_dd.
- exact: (T_right (P := dual P)).
Defined.

Section OneSystem.
Variables (S : singular_system P) (d : nat).
Hypothesis sd : 0 < s P d.
Let top := top_functions d S.
Let topA : 'M[R]_(M, d) := \matrix_(a, j) nu S j.+1 a 0.
Let e : 'rV[R]_d := \row_(j < d) s P j.+1.
Let e' : 'rV[R]_d := \row_(j < d) (s P j.+1)^-1.

Fact s_neq0 (j : 'I_d) : s P j.+1 != 0.
Proof. by rewrite gt_eqF // (lt_le_trans sd) // s_decreasing. Qed.

Fact ee' : diag_mx e *m diag_mx e' = 1%:M.
Proof.
apply/matrixP => i j; rewrite mul_diag_mx !mxE; case: eqP => [->|_]; last by rewrite mulr0.
by rewrite mulfV // s_neq0.
Qed.

Fact T_topA : T P *m topA = top *m diag_mx e.
Proof.
apply/matrixP => x j; rewrite mul_mx_diag [RHS]mxE [e _ _]mxE [top _ _]mxE mulrC.
have /colP/(_ x) := T_nu S j.+1; rewrite [in RHS]mxE => <-.
by rewrite !mxE; apply: eq_bigr => a _; rewrite [topA _ _]mxE.
Qed.

Fact Ts_top : T_star P *m top = topA *m diag_mx e.
Proof.
apply/matrixP => a j; rewrite mul_mx_diag [RHS]mxE [e _ _]mxE [topA _ _]mxE mulrC.
have /colP/(_ a) := Ts_mu S j.+1; rewrite [in RHS]mxE => <-.
by rewrite !mxE; apply: eq_bigr => x _; rewrite [top _ _]mxE.
Qed.

Fact topA_range : topA = T_star P *m (top *m diag_mx e').
Proof. by rewrite mulmxA Ts_top -mulmxA ee' mulmx1. Qed.

Fact T_equal (X Y : 'M[R]_(N, d)) : T P *m (T_star P *m X) = T P *m (T_star P *m Y) -> T_star P *m X = T_star P *m Y.
Proof.
by move=> h; apply/eqP; rewrite -subr_eq0 -mulmxBr; apply/eqP/T_injective; rewrite !mulmxBr h subrr.
Qed.

Lemma average_to_A (X : 'M[R]_(N, d)) (Psi := T_star P *m X) :
  same_span (T P *m Psi) top -> same_span Psi topA.
Proof.
case=> /span_factor[A AE] /span_factor[B BE].
have PA : Psi = topA *m (diag_mx e' *m A).
  have r : topA *m (diag_mx e' *m A) = T_star P *m (top *m diag_mx e' *m (diag_mx e' *m A)).
    by rewrite [RHS]mulmxA -topA_range.
  rewrite r; apply: T_equal; rewrite -r -/Psi AE [RHS]mulmxA T_topA -[RHS]mulmxA [diag_mx e *m _]mulmxA ee' mul1mx.
  by [].
have PB : topA = Psi *m (B *m diag_mx e).
  have r : Psi *m (B *m diag_mx e) = T_star P *m (X *m (B *m diag_mx e)) by rewrite [RHS]mulmxA.
  rewrite r {1}topA_range; apply: T_equal; rewrite -r -topA_range T_topA BE.
  by rewrite !mulmxA.
by split=> w; [apply: factor_span PA w | apply: factor_span PB w].
Qed.

Lemma average_from_A (Psi : 'M[R]_(M, d)) : same_span Psi topA -> same_span (T P *m Psi) top.
Proof.
case=> /span_factor[A AE] /span_factor[B BE].
have PA : T P *m Psi = top *m (diag_mx e *m A) by rewrite AE [LHS]mulmxA T_topA -[LHS]mulmxA.
have PB : top = T P *m Psi *m (B *m diag_mx e').
  rewrite -[LHS]mulmx1 -ee' [LHS]mulmxA -T_topA BE.
  by rewrite !mulmxA.
by split=> w; [apply: factor_span PA w | apply: factor_span PB w].
Qed.
End OneSystem.
End Average.
