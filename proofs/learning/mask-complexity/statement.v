(* statement: sha256:b584108e487e533e32a5bc86a2180cb3b8164be31a2f343080258b44f236458a *)
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
  complexity P = (2%:R - alpha) ^+ D.
