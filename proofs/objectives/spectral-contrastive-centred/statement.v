(* statement: sha256:d3c9e85340d1933d029f550c4d0a51a4aa2277a1431b9a698945b39129d4af98 *)
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
  forall Psi : 'M[R]_(M, d.+1),
  forall G : 'M[R]_(d.+1, d),
  ((components P) = 1)%N /\ 0 < s P d ->
  minimises_spectral_contrastive P Psi ->
  ((\rank (T P *m centred_encoder (transposed P) Psi *m G)) = d)%N ->
  learns P (T P *m centred_encoder (transposed P) Psi *m G).
