(* statement: sha256:a76adc0bf11dffc5885d361209fe6aa20a3fa71158a8549a36c57b1a98e37617 *)
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
  ip (p P) f (T P *m g) = ip (q P) (T_star P *m f) g.
