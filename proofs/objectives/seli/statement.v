(* statement: sha256:26322336e94412bfa5230ec1a4e38fb8fcede66fbe6a2ec42c9cdef82b67d2e7 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  let k := T P *m (T P)^T in
  (forall x : 'I_N, exists a : 'I_M, T P x a = 1) ->
  T P *m integral_operator (q P) (@one_hot R M) *m T_star P = integral_operator (p P) k
      /\ forall x : 'I_N, forall y : 'I_N, ((exists a : 'I_M, T P x a = 1 /\ T P y a = 1) -> k x y = 1)
      /\ (~ (exists a : 'I_M, T P x a = 1 /\ T P y a = 1) -> k x y = 0).
