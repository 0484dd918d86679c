(* statement: sha256:7269c5c42a978c050713b704680ff5b30cd94b1fb066d72edc15abf84cf77c51 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  (1 < N)%N /\ ((1 < N)%N /\ s P 1 = 0 <-> independent P).
