(* statement: sha256:e740cf0cbdbae4112abfa15abedf55994dd035ae3b5a3864eeb68343f58d8ddc *)
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
  forall f : 'cV[R]_N,
  ((centred_rank P (row_mx Phi f)).+1 < N)%N /\ exists gap1 : R, trace_gap_is P (row_mx Phi f) gap1
      /\ ((centred_rank P Phi).+1 < N)%N /\ exists gap2 : R, trace_gap_is P Phi gap2 /\ gap1 <= gap2.
