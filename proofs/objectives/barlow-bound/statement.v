(* statement: sha256:d55cf6c3782a4e0e50dde1a56f1663c8cc4bb36d7f753ddb3537861d2ef965a0 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall d : nat,
  (1 <= d <= M - 1)%N ->
  forall lambda : R,
  forall Chi : 'M[R]_(M, d),
  0 <= lambda ->
  (forall i : nat, (1 <= i <= d)%N -> 0 < entry (covariance (transposed P) Chi) i i) ->
  (no_constant_feature P Chi /\ (1 < M)%N /\ d%:R * (1 - s (transposed P) 1 ^+ 2) ^+ 2 <= barlow_twins P Chi lambda)
      /\ ((1 <= lambda
      /\ forall i : nat, (1 <= i <= d)%N -> forall j : nat, (1 <= j <= d)%N -> (i != j)%N
      -> entry (covariance (transposed P) Chi) i j = 0) -> no_constant_feature P Chi
      /\ \sum_(1 <= i < d.+1) (1 - s (transposed P) i ^+ 2) ^+ 2 <= barlow_twins P Chi lambda).
