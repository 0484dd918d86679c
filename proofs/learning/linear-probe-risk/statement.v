(* statement: sha256:73ce018c8ef9de8a7b062b47a1a421fcd3534e08f8db2635ba8e6a3fd979c8df *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall d : nat,
  (1 <= d <= 2)%N ->
  forall Phi : 'M[R]_(N, d),
  forall y : 'cV[R]_N,
  forall B : R,
  forall n : nat,
  (1 <= n <= 3)%N ->
  0 <= B ->
  (forall S : sample N n, 0 <= B)
      /\ exists risk3 : sample N n -> R, (forall S : sample N n, fit_risk_is (p P) Phi S y B (risk3 S)) /\ 0 <= B
      /\ exists risk4 : R, least_risk_is (p P) Phi y B risk4
      /\ exists largest1 : R, maximum_is any (fun x : 'I_N => \sum_(1 <= j < d.+1) column Phi j.-1 x 0 ^+ 2) largest1
      /\ 0 <= largest1 /\ exists largest2 : R, maximum_is any (fun x : 'I_N => `|y x 0|) largest2 /\ (0 : R) <= n%:R
      /\ Num.sqrt n%:R != (0 : R)
      /\ expectation (p P) (fun S : sample N n => risk3 S) - risk4
      <= 4%:R * Num.sqrt largest1 * B * (Num.sqrt largest1 * B + largest2) / Num.sqrt n%:R.
