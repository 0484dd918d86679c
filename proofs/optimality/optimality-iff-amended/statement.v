(* statement: sha256:0dd7fc21c9a3e237093ab9b3c106aafa08a086cd7139936b737de95cc6e9adbb *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall d : nat,
  (1 <= d <= N - 2)%N ->
  forall eps : R,
  forall Phi : 'M[R]_(N, d),
  let value := (s P 1 ^+ 2 - (1 - eps) ^+ 2) / (s P 1 ^+ 2 - s P d.+1 ^+ 2) in
  0 < eps ->
  (1 < N)%N /\ (2 < N)%N /\ (0 : R) <= (s P 1 ^+ 2 + s P 2 ^+ 2) / 2%:R
      /\ 1 - s P 1 < eps <= 1 - Num.sqrt ((s P 1 ^+ 2 + s P 2 ^+ 2) / 2%:R) ->
  s P d.+1 < s P d ->
  (1 < N)%N /\ ((1 < N)%N /\ s P d = s P 1 \/ s P d.+1 = s P (N - 1)%N) ->
  (0 < eps /\ exists worst2 : R, worst_error_is P Phi eps worst2 /\ (1 < N)%N
      /\ s P 1 ^+ 2 - s P d.+1 ^+ 2 != (0 : R)) /\ ((0 < eps /\ exists worst1 : R, worst_error_is P Phi eps worst1
      /\ (1 < N)%N /\ s P 1 ^+ 2 - s P d.+1 ^+ 2 != (0 : R) /\ worst1 = value) <-> learns P (centred_encoder P Phi)).
