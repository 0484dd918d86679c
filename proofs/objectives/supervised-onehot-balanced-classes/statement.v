(* statement: sha256:000c3b34f2a83b12d26de6f2b93d15aea6b5878b2ec958e427e605dba347a4fc *)
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
  (forall a : 'I_M, forall b : 'I_M, q P 0 a = q P 0 b) ->
  selfadj (p P) (T P *m L *m T_star P) /\ selfadj (p P) (T P *m T_star P) /\ (selfadj (p P) (T P *m L *m T_star P)
      /\ extracts (p P) (T P *m L *m T_star P) Phi <-> selfadj (p P) (T P *m T_star P)
      /\ extracts (p P) (T P *m T_star P) Phi).
