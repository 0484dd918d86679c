(* statement: sha256:a2a5e84c76b42db18f60c750871cf191b28841b6de9131d6082556c508d30aa7 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall f : 'cV[R]_N,
  forall m : nat,
  (1 <= m <= 2)%N ->
  forall e : nat,
  (1 <= e <= 3)%N ->
  let k := f *m f^T in
  expected_table (p P) (fun S : sample N m => power (k *m diag_mx (empirical R S)) (e - 1)%N *m k)
      = power (integral_operator (p P) k) (e - 1)%N *m k.
