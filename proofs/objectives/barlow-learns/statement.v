(* statement: sha256:34fd5106e785db4f3b25eb14954d0c4916ed8726e745560652977b37ba0a52e0 *)
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
  forall Psi : 'M[R]_(M, d),
  forall Chi : 'M[R]_(M, d),
  0 < lambda ->
  learns (transposed P) Psi ->
  (forall i : nat, (1 <= i <= d)%N -> forall j : nat, (1 <= j <= d)%N -> (i != j)%N
      -> entry (covariance (transposed P) Psi) i j = 0 /\ entry (covariance P (T P *m Psi)) i j = 0) ->
  (forall i : nat, (1 <= i <= d)%N -> 0 < entry (covariance (transposed P) Chi) i i) ->
  no_constant_feature P Psi /\ no_constant_feature P Chi /\ barlow_twins P Psi lambda <= barlow_twins P Chi lambda.
