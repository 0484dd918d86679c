(* statement: sha256:32b9449decb07f3cec72ffb3dce922042c0ce8141c0851ce6c06789aadc10c55 *)
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
  forall Phi : 'M[R]_(N, d),
  forall Psi : 'M[R]_(M, d),
  covariance P Phi = (1%:M : 'M[R]_d) ->
  symmetric (kX P) /\ svme P Phi (T_star P *m Phi) = kise P (kX P) Phi /\ kise P (kX P) Phi <= svme P Phi Psi.
