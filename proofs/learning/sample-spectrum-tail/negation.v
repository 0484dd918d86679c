(* statement: sha256:9a6025ba5b25f0d618a6a4d8483899433816877a562af00563aa8c67d2495241 *)
(** One point and the kernel 0: kappa is 0, and the exponent divides by its fourth power. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements concrete.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Theorem sample_spectrum_tail_fails (R : rcfType) (E : exponential R) : Num.archimedean_axiom R -> ~ statement.statement E.
Proof.
move=> _ claim; pose P := one_point R.
have [_ [_ [_ [kappa2 [[[x [_ <-]] _] [/negP nonzero _]]]]]] := claim 1%N 1%N P 1%N isT 0 1%N isT 1%N isT 1 ltr01.
by apply: nonzero; rewrite mul0mx mxE expr0n.
Qed.
