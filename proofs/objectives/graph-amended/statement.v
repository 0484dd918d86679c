(* statement: sha256:b50208b16122d1826eed59094bf0f95c2bb2acb817e05fd91fbae75f2d0c3e30 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N : nat) (P : context R N N),
  (forall u v, P u v = P v u) ->
  forall d : nat,
  (1 <= d <= N - 1)%N ->
  forall Phi : 'M[R]_(N, d),
  (forall i : nat, (1 <= i <= N)%N -> selfadj (p P) (T P) /\ 0 <= eigenvalue (T P) i) ->
  symmetric (joint P) /\ (symmetric (joint P) /\ minimises_graph_loss P Phi <-> covariance P Phi = (1%:M : 'M[R]_d)
      /\ learns P (centred_encoder P Phi)).
