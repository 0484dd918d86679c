(* statement: sha256:490b83db114a3fe0b93a3f17c799e7e3057ab749dca34b7b83289e3ff2bae76a *)
(** Two points of one class: the feature 0 has the risk 0, the least, but is constant. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements concrete norisk independent.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Theorem supervised_balanced_risk_fails (R : rcfType) : ~ statement.statement R.
Proof.
move=> claim; pose P := two_points R.
have best : minimises_balanced P (0 : 'M_(2, 1)).
  apply: (no_risk (W := (0, 1))) => [F W|].
    by do 2!apply: sumr_ge0 => ? _; rewrite mulr_ge0 ?joint_ge0 ?divr_ge0 ?distance2_ge0 ?sqrtr_ge0.
  rewrite /balanced_loss big1 // => x _; rewrite big_ord1 mulmx0 add0r /= (_ : row x _ = row ord0 one_hot).
    by rewrite distance2_same mul0r mulr0.
  by apply/rowP => j; rewrite !mxE big_ord1 !mxE !ord1 mulr1.
exact: zero_learns_not (isT : 0 < 1 < 2)%N ((claim 2%N 1%N P 1%N isT 0).1 best).
Qed.
