(* statement: sha256:6157fccd9df0a7284d8ae27487a59dcc96167d7257a0df2c319188163f162f35 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall S : singular_system P,
  forall i : nat,
  (0 <= i <= N - 1)%N ->
  0 < s P i ->
  forall x : 'I_N, (0 : R) <= complexity P /\ s P i != (0 : R) /\ `|mu S i x 0| <= Num.sqrt (complexity P) / s P i.
