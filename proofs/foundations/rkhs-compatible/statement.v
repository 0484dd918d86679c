(* statement: sha256:9f66ad01f9fd747bb6f556ff9b0d2246d490f7d3b150b8ad09386963e3b92543 *)
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
  let h := T_star P *m f in
  0 <= eps <= 1 ->
  f != 0 /\ (f != 0 /\ in_F P f eps
      <-> (1 - eps) * norm (p P) (centred_encoder P f) <= norm (q P) (centred_encoder (transposed P) h)
      /\ norm (q P) (centred_encoder (transposed P) h) <= norm (p P) (centred_encoder P f)).
