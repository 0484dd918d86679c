(* statement: sha256:664df2f9b4937f3296311383d3856a5bdb623824fce00d8f0aa59ba5ae5db052 *)
(** Where all features are zero there is no independent subset of them. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements concrete.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Theorem ratio_trace_max_fails (R : rcfType) : ~ statement.statement R.
Proof. by move=> /(_ _ _ (two_points R) 1%N erefl 0)[_ [[+ _] _]]; rewrite eqxx. Qed.
