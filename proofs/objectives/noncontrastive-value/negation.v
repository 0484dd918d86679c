(* statement: sha256:603eb8b2935081d5fefd2cf5a34d06c722fbc7f45544b26690bf7d27be2ea9f4 *)
(** P = [1; 1] / 2: A has one point, where no feature has variance 1. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements concrete independent.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Theorem noncontrastive_value_fails (R : rcfType) : ~ statement.statement R.
Proof.
pose P := @table_context 2 1 [:: [:: 1%N]; [:: 1%N]] R isT.
move=> /(_ _ _ P 1%N isT)[_ [[[Psi [u _]] _] _]].
have := u; rewrite /unit_covariance_A /covariance /covX (one_point_centred (dual P)) mulmx0 => /matrixP/(_ 0 0).
by rewrite !mxE eqxx => /eqP; rewrite eq_sym oner_eq0.
Qed.
