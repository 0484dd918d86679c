(* statement: sha256:dc8c4c600c09b07204740cc9c7b0886ffe6f82b5d4629740105111cc91956e96 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) (E : exponential R) : Prop :=
  forall D : nat,
  (1 <= D <= 3)%N ->
  forall alpha : R,
  forall b : nat,
  (0 <= b <= D)%N ->
  0 <= alpha <= 1 ->
  b%:R <= alpha * D%:R < b%:R + 1 ->
  forall P : context R #|{ffun 'I_D -> bool}| #|massive (@block_law R D b)|,
  is_law P ->
  (0 : R) < 2%:R /\ complexity P <= exp E ((1 - alpha) * D%:R * ln E 2%:R).
