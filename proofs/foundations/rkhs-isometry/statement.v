(* statement: sha256:84498e93808025c1863aa93020bab135fd583f6f185f1a05248694c3ba9c2b4b *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall i : nat, (0 <= i <= N - 1)%N -> 0 < s P i <-> (i < (\rank (T_star P)))%N.
