(* statement: sha256:6e80b9e8ad1e71d3e5369eac1649619954150f72fb6ef79b50338a00902ea451 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall k : nat,
  (1 <= k <= N)%N ->
  forall u : 'M[R]_(N, k),
  forall d : nat,
  (1 <= d <= k)%N ->
  forall W : 'M[R]_(d, k),
  let Phi := u *m W^T in
  let m := T_star P *m u in
  let SB := \sum_(a : 'I_M) \sum_(b : 'I_M) q P 0 a * q P 0 b *: (m^T *m (@indicator R M a
      - @indicator R M b) *m (@indicator R M a - @indicator R M b)^T *m m) in
  let SW := \sum_(x : 'I_N) \sum_(a : 'I_M) joint P x a *: ((u^T *m @indicator R N x
      - m^T *m @indicator R M a) *m (u^T *m @indicator R N x - m^T *m @indicator R M a)^T) in
  let B := expected_covariance P Phi in
  let C_ := covariance P Phi in
  W *m SB *m W^T = 2%:R *: B /\ W *m SW *m W^T = C_ - B /\ W *m SW *m W^T \in unitmx /\ C_ - B \in unitmx
      /\ \tr (invmx (W *m SW *m W^T) *m (W *m SB *m W^T)) = 2%:R * \tr (invmx (C_ - B) *m B).
