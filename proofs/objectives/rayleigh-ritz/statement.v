(* statement: sha256:2386182e3456d9b9d1027cd753a9c7a8850dee396d65b549b95c1eb43a56a68d *)
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
  forall v : 'cV[R]_d,
  let B := expected_covariance P Phi in
  let C_ := covariance P Phi in
  let f := centred_encoder P Phi *m v in
  learns P (centred_encoder P Phi) ->
  \det C_ != 0 ->
  (symmetric B /\ positive_definite C_ /\ generalised_eigenvalue B C_ i = s P i ^+ 2)
      /\ (B *m v = s P i ^+ 2 *: (C_ *m v) -> T P *m (T_star P *m f) = s P i ^+ 2 *: f).
