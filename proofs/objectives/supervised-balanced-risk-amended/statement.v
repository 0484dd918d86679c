(* statement: sha256:2301915003f319351c18a93b1d2ca9dc1f2033d5432b7829fc093ef4d3e9c40c *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall d : nat,
  (1 <= d <= N - 1)%N ->
  forall Phi : 'M[R]_(N, d),
  (forall a : 'I_M, forall b : 'I_M, q P 0 a = q P 0 b) ->
  0 < s P d ->
  minimises_balanced P Phi <-> learns P (centred_encoder P Phi).
