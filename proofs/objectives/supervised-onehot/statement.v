(* statement: sha256:da4a7d8c86f70710ff04c823db2eb5fe5768e254c831bf8e4537b96b4d095c03 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall d : nat,
  (1 <= d <= N)%N ->
  forall Phi : 'M[R]_(N, d),
  let L := integral_operator (q P) (@one_hot R M) in
  selfadj (p P) (T P *m L *m T_star P) /\ (minimises_supervised P (@one_hot R M) Phi
      <-> selfadj (p P) (T P *m L *m T_star P) /\ extracts (p P) (T P *m L *m T_star P) Phi).
