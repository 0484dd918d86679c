(* statement: sha256:3af3fdf39b055750f9bbdc37ee4dc04f6bfa2521b32db988374dae5189a5dcee *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall f : 'cV[R]_N,
  forall eps : R,
  let g := T_star P *m f in
  0 < eps ->
  f != 0 /\ in_F P f eps ->
  dispersion P g <= 4%:R * eps * norm (q P) g ^+ 2.
