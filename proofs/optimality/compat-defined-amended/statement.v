(* statement: sha256:2df0d982680f27e71b492331e1be7a1c5a4baf7cd10bdeba07f4e5346578f7fb *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall f : 'cV[R]_N,
  0 < norm (p P) (centred_encoder P f) ->
  center (p P) f != 0 /\ 0 <= compatibility P f <= 1.
