(* statement: sha256:c52c0ada5a8ddd0ed6fdd8e28526113ae9c8445c4973a6c1a9c90fb0e62caeca *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall wi : R,
  forall wv : R,
  forall wc : R,
  forall psi : 'cV[R]_M,
  forall chi : 'cV[R]_M,
  0 < wi /\ (1 < M)%N /\ 2%:R * wi * (1 - s (transposed P) 1 ^+ 2) <= wv ->
  learns (transposed P) psi /\ covariance (transposed P) psi = (1%:M : 'M[R]_1) ->
  vicreg_is_defined P psi 0 /\ vicreg_is_defined P chi 0 /\ vicreg P psi wi wv wc 0 <= vicreg P chi wi wv wc 0.
