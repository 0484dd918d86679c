(* statement: sha256:d7c4e85d941ecaf343821d4bf88c7b6f9ea7d03f299dabc25a33ed7687473bda *)
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
  symmetric (F *m F^T) /\ minimises_kise P (F *m F^T) Phi ->
  learns P Phi.
