(* statement: sha256:6e80b9e8ad1e71d3e5369eac1649619954150f72fb6ef79b50338a00902ea451 *)
(** P = [1], u = W = 0: nothing varies within the classes, and what J divides by is 0. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements concrete.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Theorem fisher_fails (R : rcfType) : ~ statement.statement R.
Proof.
pose P := @table_context 1 1 [:: [:: 1%N]] R isT.
by move=> /(_ _ _ P 1%N isT 0 1%N isT 0)[_ [_ []]]; rewrite !mul0mx unitmxE det0 unitr0.
Qed.
