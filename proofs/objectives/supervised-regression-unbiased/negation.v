(* statement: sha256:719444748b53ac6fa56ed72bf89b093ebe3feccee5a7308c7cd35174239f8f4a *)
(** One point and the label 0: the feature 0 has the risk 0, the least, but its column is not independent. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements concrete norisk.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Theorem supervised_regression_unbiased_fails (R : rcfType) : ~ statement.statement R.
Proof.
move=> claim; pose P := one_point R.
have best : minimises_supervised P (0 : 'M_(1, 1)) (0 : 'M_(1, 1)).
  apply: (no_risk (W := 0)) => [F W|]; first exact: square_loss_ge0.
  by apply: square_loss0 => x a; rewrite mul0mx !row0.
have [_ [/(_ best)[_ [independent _]] _]] := claim 1%N 1%N P 1%N isT 0 1%N isT 0.
by have /colP/(_ ord0)/eqP := independent 1 (mul0mx _ _); rewrite !mxE oner_eq0.
Qed.
