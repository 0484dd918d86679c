(* statement: sha256:9e0a2366f1ed8ac56540eef31c5eb8d254e4445bd59409d820392d8a82ab123e *)
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
  in_span (T_star P) (T_star P *m f) /\ in_span (T_star P) (T_star P *m g)
      /\ exists inner1 : R, spectral_inner_is P (T_star P *m f) (T_star P *m g) inner1 /\ ip (p P) f g = inner1.
