(* statement: sha256:f457d55b580a88e35dbddfae0dbdcdd9f3d17fac51bb12faeece968a45b96d78 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall r : nat,
  (1 <= r <= 2)%N ->
  forall F : 'M[R]_(N, r),
  forall c : R,
  forall d : nat,
  (1 <= d <= 2)%N ->
  forall B : 'M[R]_(N, d),
  forall a : 'cV[R]_N,
  forall eps : R,
  let k := c *: F *m F^T in
  let L := integral_operator (p P) k in
  let f := k *m a in
  let V := k *m B in
  let G := B^T *m V in
  let square_ := (a^T *m f) 0 0 in
  0 < c ->
  selfadj (p P) L /\ eigenvalue L 1 <= 1 ->
  \det G != 0 ->
  ((forall j : nat, (0 <= j <= d)%N -> selfadj (p P) L)
      /\ (forall j : nat, (0 <= j <= d)%N -> forall i : nat, (1 <= i <= j)%N -> symmetric (gram (p P) V V))
      /\ (forall j : nat, (0 <= j <= d)%N -> forall i : nat, (1 <= i <= j)%N -> positive_definite G)
      /\ exists least1 : R, minimum_is (fun j : nat => (0 <= j <= d)%N) (fun j : nat => top_sum_of L j.+1 - \sum_(1
      <= i < j.+1) generalised_eigenvalue (gram (p P) V V) G i) least1 /\ least1 < 1) ->
  0 < square_ ->
  0 <= eps <= 1 /\ (1 - eps) * square_ <= norm (p P) f ^+ 2 ->
  let residual := f - V *m invmx G *m (B^T *m f) in
  G \in unitmx /\ (forall j : nat, (0 <= j <= d)%N -> selfadj (p P) L)
      /\ (forall j : nat, (0 <= j <= d)%N -> forall i : nat, (1 <= i <= j)%N -> symmetric (gram (p P) V V))
      /\ (forall j : nat, (0 <= j <= d)%N -> forall i : nat, (1 <= i <= j)%N -> positive_definite G)
      /\ exists least1 : R, minimum_is (fun j : nat => (0 <= j <= d)%N) (fun j : nat => top_sum_of L j.+1 - \sum_(1
      <= i < j.+1) generalised_eigenvalue (gram (p P) V V) G i) least1 /\ 0 <= least1 /\ 1 - least1 != 0
      /\ norm (p P) residual ^+ 2 <= least1 * (Num.sqrt least1 + eps) / (1 - least1) * square_.
