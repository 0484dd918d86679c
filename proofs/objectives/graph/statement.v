(* statement: sha256:0607d9b64affe40547422dd8c967cd13d9dcfc6b4c2f7b8d075cdc71744d5699 *)
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
  symmetric (joint P) /\ minimises_graph_loss P Phi ->
  learns P (centred_encoder P Phi).
