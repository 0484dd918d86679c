(* statement: sha256:bc1b277fc9a7497c3a0c4dfec8e9d113aaae50fd6dea6b6cc61e79ce61c0ab3a *)
(** On two points there is no s_2. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements concrete.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Theorem trace_gap_upper_fails (R : rcfType) : ~ statement.statement R.
Proof. by move=> /(_ _ _ (two_points R) 1%N erefl 0)[_ [gap [_ [/(_ 2%N erefl)]]]]. Qed.
