(* statement: sha256:900d713286b3a39d5d7ca00fef41598e4604d96ee92ec37791b09d3a567668f1 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall f : 'cV[R]_N,
  forall g : 'cV[R]_N,
  forall k : 'cV[R]_N,
  T_star P *m f = T_star P *m g ->
  ip (p P) f k = ip (p P) g k.
