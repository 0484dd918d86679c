(* statement: sha256:aadb2be705517d181a18ebba3afb293573e614bd2b9fe72de575d013962b4fcd *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall S : singular_system P,
  forall f : 'cV[R]_N,
  let g := \sum_(1 <= i < minn N M) s P i * ip (p P) f (mu S i) *: nu S i in
  0 < norm (p P) (centred_encoder P f) ->
  (center (p P) f != 0 /\ \sum_(1 <= i < N) ip (p P) f (mu S i) ^+ 2 != 0
      /\ norm (p P) (centred_encoder P f) ^+ 2 != 0
      /\ compatibility P f ^+ 2 = (\sum_(1 <= i < N) s P i ^+ 2 * ip (p P) f (mu S i) ^+ 2) / (\sum_(1
      <= i < N) ip (p P) f (mu S i) ^+ 2)
      /\ (\sum_(1 <= i < N) s P i ^+ 2 * ip (p P) f (mu S i) ^+ 2) / (\sum_(1 <= i < N) ip (p P) f (mu S i) ^+ 2)
      = norm (q P) (T_star P *m centred_encoder P f) ^+ 2 / norm (p P) (centred_encoder P f) ^+ 2)
      /\ center (p P) f != 0 /\ norm (p P) (centred_encoder P f) * norm (q P) g != 0
      /\ compatibility P f
      = ip (p P) (centred_encoder P f) (T P *m g) / (norm (p P) (centred_encoder P f) * norm (q P) g).
