(* statement: sha256:77d15327a2be67f7a3406e33ef71a9dda5458a788d9396ef3e4566878d8365c5 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  symmetric (kX P) /\ psd_matrix (kX P) /\ symmetric (kA P) /\ psd_matrix (kA P)
      /\ (forall x : 'I_N, forall y : 'I_N, 0 <= kX P x y) /\ (forall a : 'I_M, forall b : 'I_M, 0 <= kA P a b)
      /\ forall x : 'I_N, \sum_(y : 'I_N) kX P x y * p P 0 y = 1.
