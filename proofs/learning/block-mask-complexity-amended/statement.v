(* statement: sha256:ae0756f38129950ef66c5698105a4d1638246654e729f09a6d76723de6d71a35 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall D : nat,
  (1 <= D <= 4)%N ->
  forall b : nat,
  (0 <= b <= D)%N ->
  forall P : context R #|{ffun 'I_D -> bool}| #|massive (@block_law R D b)|,
  is_law P ->
  complexity P = 2%:R ^+ (D - b)%N.
