(* statement: sha256:c7d8fb0536cdf664a102088f4b663a054994e67ef2fb6fc438a48e649c915309 *)
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
  learns P Phi ->
  ((centred_rank P Phi).+1 < N)%N /\ exists gap1 : R, trace_gap_is P Phi gap1 /\ (d.+1 < N)%N /\ gap1 = s P d.+1.
