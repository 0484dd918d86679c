(* statement: sha256:1f079c898e2c8ba966622d9cf099241ffa384ddeef95a118fbf4274b868bcaf9 *)
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
  0 < t ->
  learns (transposed P) Psi /\ covariance (transposed P) Psi = (1%:M : 'M[R]_d) ->
  0 < t /\ info_nce P E Psi t <= info_nce P E Chi t.
