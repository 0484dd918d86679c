(* statement: sha256:6ca55880407891c900cfb23dee1ac5241e88792cf77594de551a307a80606007 *)
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
  forall eps : R,
  0 < eps <= 1 ->
  (((centred_rank P Phi).+1 < N)%N /\ exists gap1 : R, trace_gap_is P Phi gap1 /\ (1 < N)%N /\ gap1 < s P 1 ^+ 2) ->
  (1 < N)%N /\ 1 - s P 1 < eps ->
  0 < eps /\ exists worst2 : R, worst_error_is P Phi eps worst2 /\ (1 < N)%N /\ ((centred_rank P Phi).+1 < N)%N
      /\ exists gap1 : R, trace_gap_is P Phi gap1 /\ s P 1 ^+ 2 - gap1 ^+ 2 != 0
      /\ worst2 <= (s P 1 ^+ 2 - (1 - eps) ^+ 2 + s P 1 * gap1) / (s P 1 ^+ 2 - gap1 ^+ 2).
