(* statement: sha256:dc48a6c94afb8076af4710f948bf7fb48aeb4bd3362c2931a41fa7f315ac3959 *)
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
  forall i : nat,
  (1 <= i <= d)%N ->
  forall j : nat,
  (1 <= j <= d)%N ->
  forall v : 'cV[R]_d,
  forall w : 'cV[R]_d,
  let B := expected_covariance P Phi in
  let C_ := covariance P Phi in
  \det C_ != 0 ->
  symmetric B /\ positive_definite C_ /\ generalised_eigenvalue B C_ j < generalised_eigenvalue B C_ i ->
  (symmetric B /\ positive_definite C_ /\ B *m v = generalised_eigenvalue B C_ i *: (C_ *m v)) /\ symmetric B
      /\ positive_definite C_ /\ B *m w = generalised_eigenvalue B C_ j *: (C_ *m w) ->
  (v^T *m C_ *m w) 0 0 = 0.
