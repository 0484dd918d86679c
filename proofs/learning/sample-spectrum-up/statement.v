(* statement: sha256:53b0b3a45bbb936f3b8a5b04c9d2b9879b0d3d4b5bfc685771e15f9a384f4d36 *)
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
  forall n : nat,
  (1 <= n <= 3)%N ->
  forall d : nat,
  (0 <= d <= N)%N ->
  let k := F *m F^T in
  let L := integral_operator (p P) k in
  let top := expectation (p P) (fun S : sample N n => top_sum_of ((drawn R S)^T *m k *m drawn R S) d) / n%:R in
  let whole := expectation (p P) (fun S : sample N n => \tr ((drawn R S)^T *m k *m drawn R S)) / n%:R in
  ((forall S : sample N n, symmetric ((drawn R S)^T *m k *m drawn R S)) /\ selfadj (p P) L /\ top_sum_of L d <= top)
      /\ (forall S : sample N n, symmetric ((drawn R S)^T *m k *m drawn R S)) /\ selfadj (p P) L
      /\ whole - top <= \tr L - top_sum_of L d.
