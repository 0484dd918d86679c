(* statement: sha256:79e9c28b4220bbb15915b33da1ee0448055368f04862addc559ac044e5988d2e *)
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
  forall i : nat,
  (1 <= i <= d)%N ->
  \det (covariance P Phi) != 0 ->
  symmetric (expected_covariance P Phi) /\ positive_definite (covariance P Phi)
      /\ generalised_eigenvalue (expected_covariance P Phi) (covariance P Phi) i <= s P i ^+ 2.
