(* statement: sha256:9b6d9597dbd372d00f2e086fb7230fd10c1284213d967eeff4a0db029d36a333 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall d : nat,
  (1 <= d <= minn N M - 1)%N ->
  forall Psi : 'M[R]_(M, d),
  covariance (transposed P) Psi = (1%:M : 'M[R]_d) ->
  (minimises_noncontrastive P Psi <-> learns (transposed P) (centred_encoder (transposed P) Psi)) /\ (0 < s P d
      /\ minimises_noncontrastive P Psi -> learns P (T P *m centred_encoder (transposed P) Psi)).
