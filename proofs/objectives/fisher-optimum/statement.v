(* statement: sha256:7239e46f2bca0eb5f1afc82d1feb7e0bd6b45644e25cd296a7785fdeb08b8e44 *)
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
  forall V : 'M[R]_(d, k),
  let m := T_star P *m u in
  let SB := \sum_(a : 'I_M) \sum_(b : 'I_M) q P 0 a * q P 0 b *: (m^T *m (@indicator R M a
      - @indicator R M b) *m (@indicator R M a - @indicator R M b)^T *m m) in
  let SW := \sum_(x : 'I_N) \sum_(a : 'I_M) joint P x a *: ((u^T *m @indicator R N x
      - m^T *m @indicator R M a) *m (u^T *m @indicator R N x - m^T *m @indicator R M a)^T) in
  \det SW != 0 ->
  (forall i : nat, (1 <= i <= d)%N -> symmetric SB /\ positive_definite SW
      /\ SB *m column W^T i.-1 = generalised_eigenvalue SB SW i *: (SW *m column W^T i.-1)) ->
  \det (W *m SW *m W^T) != 0 /\ \det (V *m SW *m V^T) != 0 ->
  V *m SW *m V^T \in unitmx /\ W *m SW *m W^T \in unitmx
      /\ \tr (invmx (V *m SW *m V^T) *m (V *m SB *m V^T)) <= \tr (invmx (W *m SW *m W^T) *m (W *m SB *m W^T)).
