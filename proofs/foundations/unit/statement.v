(* statement: sha256:5d78db1fbf0867816d94dded24bb93aa141fdfef1ba226dfd58ae395465ae6e0 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  T P *m @one R M = @one R N /\ T_star P *m @one R N = @one R M /\ T_star P *m (T P *m @one R M) = @one R M
      /\ T P *m (T_star P *m @one R N) = @one R N.
