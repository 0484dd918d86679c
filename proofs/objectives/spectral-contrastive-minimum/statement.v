(* statement: sha256:1c3cee63a43a24512dab91d0a7d565b84845a39aa0ba2d063d00a57abaca1d38 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall d : nat,
  (1 <= d <= N)%N ->
  exists minimum1 : R, minimum_spectral_contrastive_is P d minimum1 /\ minimum1 = - (\sum_(0 <= i < d) s P i ^+ 4).
