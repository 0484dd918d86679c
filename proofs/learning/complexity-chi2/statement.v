(* statement: sha256:a6d613bcddd4fc4af7a6c9a15ff695e28500605beb7ed5fe763276d74cd40757 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall S : singular_system P,
  (forall x : 'I_N, kX P x x = 1 + \sum_(a : 'I_M) (T P x a - q P 0 a) ^+ 2 / q P 0 a
      /\ 1 + \sum_(a : 'I_M) (T P x a - q P 0 a) ^+ 2 / q P 0 a = \sum_(0 <= i < N) s P i ^+ 2 * mu S i x 0 ^+ 2)
      /\ (exists largest1 : R, maximum_is any (fun x : 'I_N => kX P x x) largest1
      /\ \sum_(0 <= i < N) s P i ^+ 2 = \sum_(x : 'I_N) p P 0 x * kX P x x
      /\ \sum_(x : 'I_N) p P 0 x * kX P x x <= largest1)
      /\ forall x : 'I_N, forall y : 'I_N, exists largest1 : R, maximum_is any (fun x : 'I_N => kX P x x) largest1
      /\ `|kX P x y| <= largest1.
