(* statement: sha256:8fd1d687a7ca430b63141131e8cb01c79a447f7983c6165f6e29b783e0708c8b *)
(** Two points and the label 0: the feature 0 has the risk 0, the least, but its column is not independent. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements concrete norisk.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Theorem supervised_regression_biased_fails (R : rcfType) : ~ statement.statement R.
Proof.
move=> claim; pose P := two_points R.
have best : minimises_supervised_biased P (0 : 'M_(1, 1)) (0 : 'M_(2, 1)).
  apply: (no_risk (W := (0, 0))) => [F W|]; first exact: square_loss_ge0.
  by apply: square_loss0 => x a; rewrite !mulmx0 addr0 !row0.
have [_ [/(_ best)[_ [independent _]] _]] := claim 2%N 1%N P 1%N isT 0 1%N isT 0.
by have /colP/(_ ord0)/eqP := independent 1 (mul0mx _ _); rewrite !mxE oner_eq0.
Qed.
