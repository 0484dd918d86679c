(* statement: sha256:4a3997ab32ff34a8de11cac48f51bbdbbbe22cc25405d26d8b3eb530929614b8 *)
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
  minimises_spectral_contrastive P Psi ->
  learns P (T P *m centred_encoder (transposed P) Psi).
