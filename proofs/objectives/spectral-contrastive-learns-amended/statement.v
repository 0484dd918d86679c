(* statement: sha256:2300fed4b9ac1dcaf405d297d025a5e4b0fd306533d9d16b500fbdb0605365d1 *)
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
  forall Psi : 'M[R]_(M, d),
  0 < s P (d - 1)%N ->
  minimises_spectral_contrastive P Psi ->
  (selfadj (q P) (T_star P *m T P) /\ extracts (q P) (T_star P *m T P) Psi) /\ selfadj (p P) (T P *m T_star P)
      /\ extracts (p P) (T P *m T_star P) (T P *m Psi).
