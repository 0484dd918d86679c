(* statement: sha256:3ce9564ff838985929681e83455088805fe35576a2bdf8e67c8d62e26d3b0ef6 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall f : 'cV[R]_N,
  forall a : 'I_M,
  let k := (q P 0 a)^-1 *: (T P *m @indicator R M a) in
  T_star P *m k = kA P *m @indicator R M a /\ (T_star P *m f) a 0 = ip (p P) f k /\ in_span (T_star P) (T_star P *m f)
      /\ in_span (T_star P) (kA P *m @indicator R M a)
      /\ exists inner1 : R, spectral_inner_is P (T_star P *m f) (kA P *m @indicator R M a) inner1
      /\ (T_star P *m f) a 0 = inner1.
