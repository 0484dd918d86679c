(* statement: sha256:75e6e235901b0e59ff669f51b9519e8fb1bd0a4e968248119c9297595c042cf8 *)
(** Where A has one point all singular values but s_0 are zero, and the second term is 0/0. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements expansion concrete.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Theorem tau_second_term_fails (R : rcfType) : ~ statement.statement R.
Proof.
move=> /(_ _ _ (two_points R) 1 1%N erefl 1%N erefl ltr01)[].
by rewrite big_nat1 s_beyond ?expr0n ?eqxx.
Qed.
