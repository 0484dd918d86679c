(* statement: sha256:d737eca786442d4a129f9918a1e1e398df58da3366003f11a0a164c2664743b3 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  (2 <= N)%N ->
  (1 < N)%N /\ ((1 < N)%N /\ s P 1 = 0 <-> independent P).
