(* statement: sha256:da4a7d8c86f70710ff04c823db2eb5fe5768e254c831bf8e4537b96b4d095c03 *)
(** Two points of one class: two features that are both the constant 1 have the risk 0, the least, but are not
    independent. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements concrete norisk.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Theorem supervised_onehot_fails (R : rcfType) : ~ statement.statement R.
Proof.
move=> claim; pose P := two_points R.
have best : minimises_supervised P one_hot (const_mx 1 : 'M_(2, 2)).
  apply: (no_risk (W := delta_mx ord0 ord0)) => [F W|]; first exact: square_loss_ge0.
  apply: square_loss0 => x a; apply/rowP => j.
  by rewrite !mxE !big_ord_recl big_ord0 !mxE !ord1 /= mulr0 mulr1 !addr0.
have [_ [/(_ best)[_ [independent _]] _]] := claim 2%N 1%N P 2%N isT (const_mx 1).
pose difference : 'cV[R]_2 := \col_j (-1) ^+ j.
have : difference = 0.
  by apply: independent; apply/colP => x; rewrite !mxE !big_ord_recl big_ord0 !mxE /= expr0 expr1 !mul1r addr0 subrr.
by move/colP/(_ ord0)/eqP; rewrite !mxE expr0 oner_eq0.
Qed.
