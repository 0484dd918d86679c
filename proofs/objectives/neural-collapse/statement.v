(* statement: sha256:a1e476e4d433db7ee7de3284e04f3ad15d2d3b46609c36808bb8036216e4919a *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall c : R,
  (forall a : 'I_M, forall b : 'I_M, q P 0 a = q P 0 b) ->
  (forall x : 'I_N, exists a : 'I_M, T P x a = 1) ->
  0 < c ->
  selfadj (p P) (T P *m integral_operator (q P) (@one_hot R M) *m T_star P)
      /\ extracts (p P) (T P *m integral_operator (q P) (@one_hot R M) *m T_star P) (c *: (T P
      - M%:R^-1 *: (@one R N *m (@one R M)^T))).
