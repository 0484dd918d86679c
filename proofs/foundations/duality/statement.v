(* statement: sha256:4d89f9f4a75d34c2428b3cb192ea76216266946cf5a96e91fa63809d6ec39b55 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall S : singular_system P,
  (forall i : nat, (1 <= i <= minn N M)%N -> selfadj (p P) (T P *m T_star P) /\ selfadj (q P) (T_star P *m T P)
      /\ eigenvalue (T P *m T_star P) i = eigenvalue (T_star P *m T P) i)
      /\ (forall i : nat, (M.+1 <= i <= N)%N -> selfadj (p P) (T P *m T_star P) /\ eigenvalue (T P *m T_star P) i = 0)
      /\ (forall i : nat, (N.+1 <= i <= M)%N -> selfadj (q P) (T_star P *m T P) /\ eigenvalue (T_star P *m T P) i = 0)
      /\ forall i : nat, (0 <= i <= N - 1)%N -> 0 < s P i -> ((i < M)%N /\ s P i != (0 : R)
      /\ mu S i = (s P i)^-1 *: (T P *m nu S i)) /\ (i < M)%N /\ s P i != (0 : R)
      /\ nu S i = (s P i)^-1 *: (T_star P *m mu S i).
