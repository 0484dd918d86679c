(* statement: sha256:a4bf8e3b1dae43d11bf8bce09ed99bc8fe8ab4b44f7cecce22d4807aca7f28be *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall k : 'M[R]_(N, N),
  forall d : nat,
  (1 <= d <= N - 1)%N ->
  forall Phi : 'M[R]_(N, d),
  symmetric k /\ psd_matrix k ->
  symmetric k /\ minimises_kise P k Phi ->
  selfadj (p P) (integral_operator (p P) k) /\ extracts (p P) (integral_operator (p P) k) Phi.
