(* statement: sha256:de713ce502cf2cd93dfcd0e05729694b064a8c4e6bfabd6c5ba3ac2f9114b5b8 *)
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
  (forall i : nat, (1 <= i <= d)%N -> mean (p P) (column Phi i.-1) = 0) ->
  covariance P Phi = (1%:M : 'M[R]_d) ->
  symmetric (joint P)
      /\ graph_loss P Phi = d%:R - \sum_(1 <= i < d.+1) ip (p P) (column Phi i.-1) (T P *m column Phi i.-1).
