(* statement: sha256:3f4b6ddfaea16a76e5d912c2ddfd50ddc77324b7aec323fa280f65d4539d4482 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  (2 <= N)%N /\ (2 <= M)%N ->
  (1 < N)%N /\ exists correlation1 : R, maximal_correlation_is P correlation1 /\ s P 1 = correlation1.
