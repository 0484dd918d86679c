(* statement: sha256:e6ab83051d5dfd570f442118f81fcc77425ff9687780fdb4d4576dc937480d1c *)
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
  in_span (T P) f ->
  in_span (T_star P) (T_star P *m f) /\ in_span (T_star P) (T_star P *m g)
      /\ exists inner1 : R, spectral_inner_is P (T_star P *m f) (T_star P *m g) inner1 /\ ip (p P) f g = inner1.
