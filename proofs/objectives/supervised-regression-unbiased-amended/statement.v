(* statement: sha256:46d15f8c4530dc410f44ed90131bdd162d1583029264f3a54d214e8efb2e8cc8 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall k : nat,
  (1 <= k <= M)%N ->
  forall v : 'M[R]_(M, k),
  forall d : nat,
  (1 <= d <= N)%N ->
  forall Phi : 'M[R]_(N, d),
  let L := integral_operator (q P) (v *m v^T) in
  selfadj (p P) (T P *m L *m T_star P) /\ 0 < eigenvalue (T P *m L *m T_star P) d ->
  selfadj (p P) (T P *m L *m T_star P) /\ (minimises_supervised P v Phi <-> selfadj (p P) (T P *m L *m T_star P)
      /\ extracts (p P) (T P *m L *m T_star P) Phi).
