(* statement: sha256:395c1e488168cf35fcb33f79b49fd3e3fdb3bb620c76c8e33a3316b06cd8f60c *)
(** Where A has one point only constants are expectations, and with eps = 1 every f of mean zero is in F_eps. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements errors concrete.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Theorem compat_realised_fails (R : rcfType) : ~ statement.statement R.
Proof.
pose f : 'cV[R]_2 := rows 2 1 [:: [:: 1]; [:: -1]].
have f0 : f != 0 by apply/eqP => /colP/(_ 0); rewrite !mxE => /eqP; rewrite oner_eq0.
move=> /(_ _ _ (two_points R) f 1 ltr01)[].
  split=> //; split=> //; last by rewrite subrr compatibility_ge0.
  by rewrite /mean; written; rewrite mulrN1 mulr1 addr0 subrr.
case=> g /colP fE _; have := fE (lift ord0 ord0); have := fE ord0; written.
by move=> <- /eqP; rewrite eq_sym -addr_eq0 -mulr2n pnatr_eq0.
Qed.
