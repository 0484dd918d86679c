(* statement: sha256:a42f3d37a7ddceb4e889a03ec94a4dc3371502c35fa35019fef0b65b65f587ef *)
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
  forall Psi : 'M[R]_(M, d),
  selfadj (p P) (T P *m T_star P) /\ 0 < eigenvalue (T P *m T_star P) d ->
  minimises_low_rank P Phi Psi ->
  selfadj (p P) (T P *m T_star P) /\ extracts (p P) (T P *m T_star P) Phi.
