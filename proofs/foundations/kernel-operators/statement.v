(* statement: sha256:f2185b3746afcd444647c0ce6eb7d22c370d54d3605f4efbbadf310d586b0006 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  integral_operator (q P) (kA P) = T_star P *m T P /\ integral_operator (p P) (kX P) = T P *m T_star P.
