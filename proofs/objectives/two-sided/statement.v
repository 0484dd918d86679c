(* statement: sha256:720bd8c464628b0bcc65a6a9ea7136a807c83d23405b7a0f8405ea51b895e8f1 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall d : nat,
  (1 <= d <= minn N M - 1)%N ->
  exists minimum1 : R, minimum_two_sided_is P d minimum1 /\ minimum1 = 2%:R * (\sum_(1 <= i < d.+1) (1 - s P i)).
