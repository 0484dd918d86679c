(* statement: sha256:9f89623ab4339d18f41f51b6205ae518d09a3cc38791186ee3e01422e5792b03 *)
(** One point and the kernel 0: the divisor m^T K m is 0 for every measure m. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements concrete.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Theorem stkr_lipschitz_fails (R : rcfType) : ~ statement.statement R.
Proof.
move=> claim; pose P := one_point R.
have [|/negP nonzero _] := claim 1%N 1%N P 1%N isT 0 1%N isT 0 1; first by exists ord0; rewrite mxE oner_neq0.
by apply: nonzero; rewrite !(mul0mx, mulmx0) mxE.
Qed.
