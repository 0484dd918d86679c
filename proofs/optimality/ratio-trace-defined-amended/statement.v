(* statement: sha256:f6a48534052bb09d887eafe008ca6312908d846472c1941dfd41204db5d50118 *)
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
  ~ in_span Phi (@one R N) ->
  Phi != 0 /\ ~ in_span Phi (@one R N) /\ 0 <= ratio_trace P Phi.
