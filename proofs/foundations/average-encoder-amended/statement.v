(* statement: sha256:c8b171b7cbf2cde6a0ebddab03ffaeb780be8a83fc85b1e7c26ad9d1b0e9d9eb *)
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
  forall Psi : 'M[R]_(M, d),
  0 < s P d ->
  (forall j : nat, (1 <= j <= d)%N -> in_span (T_star P) (column Psi j.-1)) ->
  learns P (T P *m Psi) <-> learns (transposed P) Psi.
