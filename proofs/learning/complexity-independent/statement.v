(* statement: sha256:c5ba20002f0a0a65acd109a03df28f85c2a4dcb7c5bc26525d6bd3263236c10c *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  1 <= complexity P /\ (complexity P = 1 <-> independent P)
      /\ exists least1 : R, minimum_is any (fun x : 'I_N => p P 0 x) least1 /\ least1 != (0 : R)
      /\ complexity P <= 1 / least1.
