(* statement: sha256:3b485d047cd596ddfaccfd36514a01caf7ab689b3454b441d98ce6bb46093822 *)
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
  symmetric (kX P) /\ (symmetric (kX P) /\ minimises_kise P (kX P) Phi <-> covariance P Phi = (1%:M : 'M[R]_d)
      /\ learns P (centred_encoder P Phi)).
