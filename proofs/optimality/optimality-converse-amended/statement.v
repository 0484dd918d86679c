(* statement: sha256:eb67941b34842f8728cc114e4ea1decd049aeaf0eb18972d10f08157fdf63164 *)
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
  forall eps : R,
  forall Phi : 'M[R]_(N, d),
  let value := (s P 1 ^+ 2 - (1 - eps) ^+ 2) / (s P 1 ^+ 2 - s P d.+1 ^+ 2) in
  0 < eps ->
  (1 < N)%N /\ (2 < N)%N /\ (0 : R) <= (s P 1 ^+ 2 + s P 2 ^+ 2) / 2%:R
      /\ 1 - s P 1 <= eps <= 1 - Num.sqrt ((s P 1 ^+ 2 + s P 2 ^+ 2) / 2%:R) ->
  (1 < N)%N /\ s P d.+1 < s P 1 ->
  (1 < N)%N /\ s P 1 ^+ 2 - s P d.+1 ^+ 2 != (0 : R) /\ some_task P Phi (1 - eps) value.
