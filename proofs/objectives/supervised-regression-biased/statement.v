(* statement: sha256:8fd1d687a7ca430b63141131e8cb01c79a447f7983c6165f6e29b783e0708c8b *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall k : nat,
  (1 <= k <= M)%N ->
  forall v : 'M[R]_(M, k),
  forall d : nat,
  (1 <= d <= N - 1)%N ->
  forall Phi : 'M[R]_(N, d),
  let L := integral_operator (q P) (centred_encoder (transposed P) v *m (centred_encoder (transposed P) v)^T) in
  selfadj (p P) (T P *m L *m T_star P) /\ (minimises_supervised_biased P v Phi
      <-> selfadj (p P) (T P *m L *m T_star P) /\ extracts (p P) (T P *m L *m T_star P) Phi).
