(* statement: sha256:2c091671fd96ba67ea56c5373fb184a1474371042a623ce46bea32183cd877f6 *)
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
  learns P (T P *m Psi) <-> learns (transposed P) Psi.
