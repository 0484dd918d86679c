(* statement: sha256:090eb38708eed401d8fbbacc14ceae64540cf9da527fddfa6e687d9729499757 *)
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
  forall P : context R #|{ffun 'I_D -> bool}| #|massive (@mask_law R D alpha)|,
  is_law P ->
  forall j : nat,
  (1 <= j <= #|{ffun 'I_D -> bool}|)%N ->
  let chi := column (characters R D) j.-1 in
  T P *m T_star P *m chi = (1 - alpha) ^+ ((bits (j - 1)%N))%N *: chi.
