(* statement: sha256:8a64e9c14554a17ff21820bb02a3a4489048824344f80787532079dc974a32b6 *)
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
  forall wi : R,
  forall wv : R,
  forall wc : R,
  forall eps : R,
  forall Chi : 'M[R]_(M, d),
  0 <= wi /\ 0 <= eps ->
  (forall i : nat, (1 <= i <= d)%N -> 1 <= entry (covariance (transposed P) Chi) i i) ->
  (forall i : nat, (1 <= i <= d)%N -> forall j : nat, (1 <= j <= d)%N -> (i != j)%N
      -> entry (covariance (transposed P) Chi) i j = 0) ->
  vicreg_is_defined P Chi eps
      /\ 2%:R * wi * (\sum_(1 <= i < d.+1) (1 - s (transposed P) i ^+ 2)) <= vicreg P Chi wi wv wc eps.
