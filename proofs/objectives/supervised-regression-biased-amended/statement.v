(* statement: sha256:fbfcb5f0d429e970956427a83ee4c5f6453f5e1306bee4c13fd26e71c51f8aa3 *)
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
  selfadj (p P) (T P *m L *m T_star P) /\ 0 < eigenvalue (T P *m L *m T_star P) d ->
  selfadj (p P) (T P *m L *m T_star P) /\ (minimises_supervised_biased P v Phi
      <-> selfadj (p P) (T P *m L *m T_star P) /\ extracts (p P) (T P *m L *m T_star P) (centred_encoder P Phi)).
