(* statement: sha256:7628783af15d778545be9c45715ced60181d6f2048de0d61036f1da86e122496 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  (forall x : 'I_N, exists a : 'I_M, T P x a = 1) ->
  forall x : 'I_N, forall y : 'I_N, kX P x y = \sum_(a : 'I_M | (T P x a == 1) && (T P y a == 1)) 1 / q P 0 a.
