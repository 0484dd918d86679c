(* statement: sha256:84498e93808025c1863aa93020bab135fd583f6f185f1a05248694c3ba9c2b4b *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements orthonormal singular existence expansion.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section RkhsIsometry.
Variables (R : rcfType) (N M : nat) (P : context R N M).

(** The positive singular values are the first ones. *)
Fact positive_first : exists r, (r <= minn N M)%N /\ forall i, (0 < s P i) = (i < r)%N.
Proof.
have ex : exists i, s P i == 0 by exists (minn N M); rewrite s_beyond.
case: (ex_minnP ex) => r /eqP sr least; exists r; split=> [|i].
  by apply: least; rewrite s_beyond.
rewrite lt_def s_ge0 andbT; apply/idP/idP => [si|ir].
  rewrite ltnNge; apply: contra si => ri; rewrite eq_le s_ge0 andbT -sr; exact: s_decreasing.
by apply/eqP => si; have := least i; rewrite si eqxx leqNgt ir => /(_ isT).
Qed.

Theorem rkhs_isometry i : (0 <= i <= N - 1)%N -> 0 < s P i <-> (i < \rank (T_star P))%N.
Proof.
move=> _; have [S _] := system_exists P; have [r [rm pos]] := positive_first.
pose A := right_functions S; pose B := left_functions S.
have unit_of n (w : 'rV[R]_n) (F : 'M[R]_n) : gram w F F = 1%:M -> F \in unitmx.
  by rewrite gramE => /mulmx1_unit[].
have [Au Bu] := (unit_of _ _ _ (right_orthonormal S), unit_of _ _ _ (left_orthonormal S)).
pose t : 'rV[R]_N := \row_x (if (x < r)%N then s P x else 1).
have TB : T_star P *m B = A *m (pid_mx r *m diag_mx t).
  apply: eq_columns => j jN; rewrite -[LHS]column_mul [LHS](Ts_mu S j) [RHS](column_lt _ jN) /nu /column.
  apply/colP => a; rewrite [LHS]mxE [RHS]mxE mxE.
  transitivity (\sum_(k < M) A a k * (s P j *+ (k == j :> nat))); last first.
    apply: eq_bigr => k _; rewrite mul_mx_diag !mxE /=; congr (_ * _).
    case: eqP => [->|_] /=; last by rewrite mul0r.
    have [jr|rj] := ltnP j r; first by rewrite mul1r.
    by rewrite mul0r mulr1n; apply/eqP; rewrite eq_le s_ge0 andbT leNgt pos -leqNgt.
  case: insubP => [k _ /= kj|]; last first.
    rewrite -leqNgt => Mj; rewrite mxE mulr0 big1 // => k _.
    by rewrite ltn_eqF ?mulr0 // (leq_trans (ltn_ord k)).
  rewrite mxE (bigD1 k) //= big1 ?addr0 => [|k' k'k]; rewrite -kj; last first.
    by rewrite (inj_eq val_inj) (negPf k'k) mulr0.
  by rewrite eqxx mulrC.
have tu : row_free (diag_mx t).
  rewrite row_free_unit unitmxE det_diag unitfE; apply/prodf_neq0 => x _; rewrite mxE.
  by case: ifP => [|_]; rewrite ?oner_eq0 // -pos => /gt_eqF ->.
have <- : r = \rank (T_star P).
  rewrite -(mxrankMfree (T_star P) (_ : row_free B)) ?row_free_unit // TB.
  rewrite (eqmxMfull _ (_ : row_full A)) ?row_full_unit // (mxrankMfree _ tu) rank_pid_mx //.
    by rewrite (leq_trans rm) // geq_minr.
  by rewrite (leq_trans rm) // geq_minl.
by rewrite pos.
Qed.
End RkhsIsometry.

Theorem rkhs_isometry_stated (R : rcfType) : statement.statement R.
Proof.
by move=> N M P i iN; exact: rkhs_isometry.
Qed.
