(* statement: sha256:4ed0639c23626bff64a43609add822e85ce0102cd57bbc6c27ec07d464440fba *)
(** Where A has one point s_1 = s_2 = 0, and the value is 0/0. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements expansion concrete.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Theorem optimality_value_fails (R : rcfType) : ~ statement.statement R.
Proof.
have s0 i : s (three_points R) i.+1 = 0 by apply: s_beyond.
move=> /(_ _ _ (three_points R) 1%N erefl 1 0 ltr01)[].
  by rewrite !s0 expr0n addr0 mul0r sqrtr0 subr0 !lexx.
by move=> [_ [e [_ [_ [_ [+ _]]]]]] _; rewrite !s0 subrr eqxx.
Qed.
