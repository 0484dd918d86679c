(* statement: sha256:55afbbef8fd40061d5715c4c52ea37e2bb9a81242f834c78d28428a7bf8f4c3d *)
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
  minimises_svme P Phi (T_star P *m Phi) <-> learns P (centred_encoder P Phi).
