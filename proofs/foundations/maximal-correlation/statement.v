(* statement: sha256:ffef2362ec158d3f891f772a4f822d10e035065d8d5cd17909864e56d1080858 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  (1 < N)%N /\ exists correlation1 : R, maximal_correlation_is P correlation1 /\ s P 1 = correlation1.
