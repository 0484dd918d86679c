(* statement: sha256:9aa393b1b8c656d3e71d3befa8813ff916f7d8978102db0f5efdd245326e210b *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall F : 'M[R]_(N, N),
  forall m : nat,
  (1 <= m <= 3)%N ->
  forall e : nat,
  (1 <= e <= 2)%N ->
  let k := F *m F^T in
  expected_table (p P) (fun S : sample N m => power (k *m diag_mx (empirical R S)) (e - 1)%N *m k)
      = power (integral_operator (p P) k) (e - 1)%N *m k.
