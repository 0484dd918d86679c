(* statement: sha256:bc1b277fc9a7497c3a0c4dfec8e9d113aaae50fd6dea6b6cc61e79ce61c0ab3a *)
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
  ((centred_rank P Phi).+1 < N)%N /\ exists gap1 : R, trace_gap_is P Phi gap1
      /\ (forall i : nat, (1 <= i <= d.+1)%N -> (i < N)%N) /\ Phi != 0 /\ ~ in_span Phi (@one R N)
      /\ gap1 <= \sum_(1 <= i < d + 2) s P i ^+ 2 - ratio_trace P Phi.
