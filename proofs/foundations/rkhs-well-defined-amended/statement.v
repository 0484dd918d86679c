(* statement: sha256:aca6a5c5d9be90faa27ddf1522c7602ab37ffc683a313a23cd038626bfd17a89 *)
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
  in_span (T P) (f - g) ->
  ip (p P) f k = ip (p P) g k.
