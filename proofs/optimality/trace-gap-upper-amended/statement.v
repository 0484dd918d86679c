(* statement: sha256:77fd6710c9771ee9fd30846a8ad99af598e0cad6ce2aa2a0ac5347e061ad2d6e *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall d : nat,
  (1 <= d <= N - 2)%N ->
  forall Phi : 'M[R]_(N, d),
  \det (covariance P Phi) != 0 ->
  ((centred_rank P Phi).+1 < N)%N /\ exists gap1 : R, trace_gap_is P Phi gap1 /\ Phi != 0 /\ ~ in_span Phi (@one R N)
      /\ gap1 <= \sum_(1 <= i < d + 2) s P i ^+ 2 - ratio_trace P Phi.
