(* statement: sha256:225af5b320ec0450b697539b1ceb830c0c2ec6e0cf9e884f25f2f0ed48095af3 *)
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
  (exists j : nat, (1 <= j <= d)%N /\ 0 < norm (p P) (column Phi j.-1)) ->
  Phi != 0 /\ ~ in_span Phi (@one R N) /\ 0 <= ratio_trace P Phi.
