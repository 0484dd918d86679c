(* statement: sha256:c542bb75fe8da108070521a6d30430517a046223b15e6aa620e9a01a4c318f7a *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall f : 'cV[R]_N,
  0 < norm (p P) f ->
  center (p P) f != 0 /\ 0 <= compatibility P f <= 1.
