(* statement: sha256:e4e79a41aae1655081826148dca9d1c8e46acdb60c46fb97f65be107b1828cc7 *)
(** P = [1, 1; 1, 1] / 4: there is a minimum, and the averages of its features are constant. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements independent learning.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Theorem noncontrastive_iff_fails (R : rcfType) : ~ statement.statement R.
Proof.
pose P := square R.
have [[Psi [u value]] least] := explained_minimum (isT : 1 < 2)%N (ltr0Sn R 1) (@noncontrastive_form _ _ _ P 1).
move=> /(_ _ _ P 1%N isT Psi)[claim _].
have /claim : minimises_noncontrastive P Psi by split=> // Chi; rewrite value; apply: least.
by rewrite [_ *m _](independent_average (square_independent R)); apply: zero_learns_not.
Qed.
