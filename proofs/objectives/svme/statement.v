(* statement: sha256:eeb9693468d953e5b13b4fd23d62134c9ac6d38e1ed90d388a3d926fb3d3167f *)
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
  covariance P Phi = (1%:M : 'M[R]_d) ->
  minimises_svme P Phi (T_star P *m Phi) <-> learns P Phi.
