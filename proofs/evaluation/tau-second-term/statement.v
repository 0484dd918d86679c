(* statement: sha256:75e6e235901b0e59ff669f51b9519e8fb1bd0a4e968248119c9297595c042cf8 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall beta : R,
  forall d0 : nat,
  (1 <= d0 <= N - 1)%N ->
  forall d : nat,
  (1 <= d <= d0)%N ->
  0 < beta ->
  \sum_(1 <= i < d0.+1) s P i ^+ 2 != (0 : R)
      /\ beta * (\sum_(1 <= i < d.+1) s P i ^+ 2) / (\sum_(1 <= i < d0.+1) s P i ^+ 2) <= beta.
