(* statement: sha256:5a7848a44219ba3d4707ca1c704f08974c06411eb80d652f4a1c3858f853672d *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall d : nat,
  (1 <= d <= N - 1)%N ->
  exists minimum1 : R, minimum_low_rank_is P d minimum1 /\ minimum1 = - (\sum_(0 <= i < d) s P i ^+ 2).
