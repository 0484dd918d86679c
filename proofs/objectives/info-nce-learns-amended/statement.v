(* statement: sha256:dbe067d0c8c7518a12979957c0fb27ded54d13b2e65bc81dac55e68643d029a4 *)
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
  0 < t ->
  (forall i : nat, (1 <= i <= d)%N -> entry (covariance (transposed P) Psi) i i <= 1) ->
  (forall i : nat, (1 <= i <= d)%N -> forall j : nat, (1 <= j <= d)%N -> (i != j)%N
      -> entry (covariance (transposed P) Psi) i j = 0) ->
  (0 < t /\ t != 0 /\ - \tr (covariance P (T P *m Psi)) / t <= info_nce P E Psi t)
      /\ - (\sum_(1 <= i < d.+1) s (transposed P) i ^+ 2) <= - \tr (covariance P (T P *m Psi)).
