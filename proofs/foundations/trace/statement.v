(* statement: sha256:b0916ba0dd315d5d6e1605f5f490eb38c10d47ac74500fa7cf66f42e3476079e *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  (forall x : 'I_N, forall a : 'I_M, p P 0 x * q P 0 a != (0 : R))
      /\ \sum_(0 <= i < N) s P i ^+ 2 = \sum_(x : 'I_N) kX P x x * p P 0 x
      /\ \sum_(x : 'I_N) kX P x x * p P 0 x = \sum_(x : 'I_N) \sum_(a : 'I_M) joint P x a ^+ 2 / (p P 0 x * q P 0 a).
