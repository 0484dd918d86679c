(* statement: sha256:ff7332bf64057004ab93a19690d805c271d96c2599e4a81bb9c2a433a50c720c *)
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
  forall Psi : 'M[R]_(M, d),
  forall Chi : 'M[R]_(M, d),
  0 < wi /\ 0 < wv /\ 0 < wc /\ 0 <= eps ->
  learns (transposed P) Psi /\ covariance (transposed P) Psi = (1%:M : 'M[R]_d) ->
  vicreg_is_defined P Psi eps /\ vicreg_is_defined P Chi eps /\ vicreg P Psi wi wv wc eps <= vicreg P Chi wi wv wc eps.
