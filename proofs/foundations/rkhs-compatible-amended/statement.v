(* statement: sha256:a5356497400e4109f97d4bb99da23d28c68b029ae4b65f81a2d63aa32dcb7c2e *)
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
  mean (p P) f = 0 /\ 0 < norm (p P) f ->
  f != 0 /\ (f != 0 /\ in_F P f eps
      <-> (1 - eps) * norm (p P) (centred_encoder P f) <= norm (q P) (centred_encoder (transposed P) h)
      /\ norm (q P) (centred_encoder (transposed P) h) <= norm (p P) (centred_encoder P f)).
