(* statement: sha256:010e43fffc860120fdc2252f91def6c3535ae33d360c4b378e4637818fd5c2ed *)
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
  forall Psi : 'M[R]_(M, d),
  minimises_contrastive P Psi <-> learns P (T P *m centred_encoder (transposed P) Psi).
