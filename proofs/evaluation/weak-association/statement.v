(* statement: sha256:05f4aedef97d9a8a1a5ee520471da23abcf3d7f969c90df29fe0f1828b17653f *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall eps : R,
  (forall x : 'I_N, forall y : 'I_N, `|kX P x y - 1| < eps) ->
  \sum_(1 <= i < N) s P i ^+ 2 < eps.
