(* statement: sha256:0baecb36fae777f476501a5ef8d3d19daed194214d5bac1968f4995309b2187b *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall S : singular_system P,
  forall x : 'I_N, forall a : 'I_M, joint P x a = (\sum_(0
      <= i < minn N M) s P i * mu S i x 0 * nu S i a 0) * p P 0 x * q P 0 a.
