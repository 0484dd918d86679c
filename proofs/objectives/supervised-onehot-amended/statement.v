(* statement: sha256:a7088250baf5b46e0d8f6fed40a248030034ebbc61c5c76d5eb534bf7b8fca11 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall d : nat,
  (1 <= d <= N)%N ->
  forall Phi : 'M[R]_(N, d),
  let L := integral_operator (q P) (@one_hot R M) in
  selfadj (p P) (T P *m L *m T_star P) /\ 0 < eigenvalue (T P *m L *m T_star P) d ->
  selfadj (p P) (T P *m L *m T_star P) /\ (minimises_supervised P (@one_hot R M) Phi
      <-> selfadj (p P) (T P *m L *m T_star P) /\ extracts (p P) (T P *m L *m T_star P) Phi).
