(* statement: sha256:afddd5c20c89c37eefaf6c0e063174f7b1a836d0092735e297ad76b3e30104fe *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall S : singular_system P,
  forall d : nat,
  (1 <= d <= N - 1)%N ->
  forall c : 'cV[R]_d,
  forall Phi : 'M[R]_(N, d),
  0 < entry c d 1 ->
  (forall i : nat, (1 <= i <= d - 1)%N -> entry c i.+1 1 < entry c i 1) ->
  (decreasing_weights c /\ exists maximum1 : R, maximum_nested_is P c maximum1
      /\ maximum1 = \sum_(1 <= i < d.+1) entry c i 1 * s P i ^+ 2) /\ decreasing_weights c /\ (decreasing_weights c
      /\ maximises_nested P c Phi -> forall i : nat, (1 <= i <= d)%N -> column Phi i.-1 = mu S i
      \/ column Phi i.-1 = - mu S i).
