(* statement: sha256:1507139dab7ae4f04fcf4cbf51c94e1dad2d16591251f580f0b4a8890f1dc99a *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall d : nat,
  (1 <= d <= N - 1)%N ->
  forall Phi : 'M[R]_(N, d),
  forall Psi : 'M[R]_(M, d),
  minimises_low_rank P Phi Psi ->
  learns P Phi.
