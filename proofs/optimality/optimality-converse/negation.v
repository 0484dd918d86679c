(* statement: sha256:093136113b9bcb46ff8b1de9c8fd12d2cd9e0131ce30d4168cb46d70981a0eb7 *)
(** With eps = 2 the task would have a negative compatibility, in any context; this is one where the value exists. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements errors joined.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Theorem optimality_converse_fails (R : rcfType) : ~ statement.statement R.
Proof.
have two : 0 < 2%:R :> R by rewrite ltr0n.
move=> /(_ _ _ (joined R) 1%N erefl 2%:R 0 two) [_ [_ [_ [f [_ _ rho _]]]]].
have := compatibility_ge0 (joined R) f.
by rewrite rho subr_ge0 lern1.
Qed.
