(* statement: sha256:7269c5c42a978c050713b704680ff5b30cd94b1fb066d72edc15abf84cf77c51 *)
(** On one point there is no s_1, so the left side has no value. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements concrete.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.

Theorem independence_fails (R : rcfType) : ~ statement.statement R.
Proof. by move=> /(_ _ _ (one_point R))[]. Qed.
