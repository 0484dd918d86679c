(* statement: sha256:ffef2362ec158d3f891f772a4f822d10e035065d8d5cd17909864e56d1080858 *)
(** On one point there is no s_1. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements concrete.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.

Theorem maximal_correlation_fails (R : rcfType) : ~ statement.statement R.
Proof. by move=> /(_ _ _ (one_point R))[]. Qed.
