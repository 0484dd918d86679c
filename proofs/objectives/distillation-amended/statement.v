(* statement: sha256:73bd7805541387f3211a55cf0753a88050df1ba93d13a4d3ba9c1a45df403f67 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall e : nat,
  (1 <= e <= N - 1)%N ->
  forall Teacher : 'M[R]_(N, e),
  forall d : nat,
  (1 <= d <= e)%N ->
  forall Phi : 'M[R]_(N, d),
  let F := centred_encoder P Teacher in
  learns P Teacher ->
  integral_operator (p P) (F *m F^T) *m F = T P *m (T_star P *m F) ->
  symmetric (F *m F^T) /\ minimises_kise P (F *m F^T) Phi ->
  learns P (centred_encoder P Phi).
