(* statement: sha256:ec39141162d92d8faf6a13cca63603464bae93f6d584bc1fd8fc7ed658ed58fa *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall k : 'M[R]_(M, M),
  let h := T P *m k *m (T P)^T in
  T P *m integral_operator (q P) k *m T_star P = integral_operator (p P) h
      /\ forall x : 'I_N, forall y : 'I_N, h x y = \sum_(a : 'I_M) \sum_(b : 'I_M) k a b * T P x a * T P y b.
