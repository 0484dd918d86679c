(* statement: sha256:869659d378cbfaf5a722d4fd88c2741ccfc0a8128cc9de80da3de935acfc1721 *)
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
  forall Phi : 'M[R]_(N, d),
  forall G : 'M[R]_(d, d),
  \det G != 0 ->
  \det (covariance P Phi) != 0 ->
  Phi *m G != 0 /\ ~ in_span (Phi *m G) (@one R N) /\ Phi != 0 /\ ~ in_span Phi (@one R N)
      /\ ratio_trace P (Phi *m G) = ratio_trace P Phi.
