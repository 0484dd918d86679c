(* statement: sha256:fa0f0222777377ead597280c12f8a6a7b6e3156f21f7795231d6c6ca778b8af0 *)
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
  (exists minimum1 : R, minimum_svme_is P d minimum1 /\ minimum1 = \sum_(1 <= i < d.+1) (1 - s P i ^+ 2))
      /\ svme P Phi (T_star P *m Phi) <= svme P Phi Psi.
