(* statement: sha256:059023e723a09ff96e40f1e7bc5a8aa119c8cd3501a33c7816abbaa9c58cd174 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) (E : exponential R) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall d : nat,
  (1 <= d <= M - 1)%N ->
  forall t : R,
  forall Psi : 'M[R]_(M, d),
  forall Chi : 'M[R]_(M, d),
  learns (transposed P) Psi /\ (0 < t /\ no_zero_row Psi) /\ 0 < t /\ no_zero_row Chi ->
  0 < t /\ no_zero_row Psi /\ no_zero_row Chi /\ nt_xent P E Psi t <= nt_xent P E Chi t.
