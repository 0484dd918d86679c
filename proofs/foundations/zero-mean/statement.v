(* statement: sha256:16380d2df1015ad98c8b1804c852999f453943f5069ed0716bc4847b646c5f00 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall S : singular_system P,
  (forall i : nat, (1 <= i <= N - 1)%N -> mean (p P) (mu S i) = 0)
      /\ forall i : nat, (1 <= i <= M - 1)%N -> mean (q P) (nu S i) = 0.
