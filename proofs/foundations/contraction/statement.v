(* statement: sha256:db7c688c7b8346ed60a4d4a770d52f665d89c845d673ba045b1136f6ca22bcc7 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall f : 'cV[R]_N,
  forall g : 'cV[R]_M,
  norm (p P) (T P *m g) <= norm (q P) g /\ norm (q P) (T_star P *m f) <= norm (p P) f
      /\ forall i : nat, (1 <= i <= N)%N -> selfadj (p P) (T P *m T_star P)
      /\ 0 <= eigenvalue (T P *m T_star P) i <= 1.
