(* statement: sha256:50fb0968ad74fa8e72492f6d36675bd6cb3b1a7d7d73d5a18892e197f1c09ac3 *)
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
  let v := \sum_(x : 'I_N) p P 0 x * k x x ^+ 2 - \tr (L *m L) in
  let top := expectation (p P) (fun S : sample N n => top_sum_of ((drawn R S)^T *m k *m drawn R S) d) / n%:R in
  (forall S : sample N n, symmetric ((drawn R S)^T *m k *m drawn R S)) /\ selfadj (p P) L /\ 0 <= d%:R * v / n%:R
      /\ top - top_sum_of L d <= Num.sqrt (d%:R * v / n%:R).
