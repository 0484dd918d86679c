(* statement: sha256:322194f73b314a2bb13c09f46ca1982469034d672264a8a2b527cca3080ad959 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall D : nat,
  (1 <= D <= 3)%N ->
  forall alpha : R,
  0 <= alpha <= 1 ->
  0 <= alpha /\ alpha <= 1 ->
  forall P : context R #|{ffun 'I_D -> bool}| #|massive (@flip_law R D alpha)|,
  is_law P ->
  complexity P = (alpha ^+ 2 - 2%:R * alpha + 2%:R) ^+ D.
