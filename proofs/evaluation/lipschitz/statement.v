(* statement: sha256:0b459c296f1432a3d64b882c3c276e99556a46024e805055c0a172fe8f47aa39 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall S : singular_system P,
  forall z : 'cV[R]_N,
  forall c : R,
  (exists x : 'I_N, exists y : 'I_N, 0 < distance z x y) ->
  (forall i : nat, (1 <= i <= N - 1)%N -> forall x : 'I_N, mu S i x 0 <= c) ->
  exists lipschitz1 : R, kernel_lipschitz_is P z lipschitz1
      /\ exists lipschitz2 : R, function_lipschitz_is P z lipschitz2
      /\ lipschitz1 <= c * lipschitz2 * (\sum_(1 <= i < N) s P i ^+ 2).
