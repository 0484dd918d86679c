(* statement: sha256:464211e76a7626aac15fe25e28c99667da226c8336d30913629c4b2a01fbd43d *)
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
  exists minimum1 : R, minimum_contrastive_is P d minimum1 /\ minimum1 = - (\sum_(1 <= i < d.+1) s P i ^+ 4) / 2%:R.
