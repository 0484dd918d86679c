(* statement: sha256:e740cf0cbdbae4112abfa15abedf55994dd035ae3b5a3864eeb68343f58d8ddc *)
(** On two points a feature that is not constant is a family of one function, and there is no s_2. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements encoders concrete.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Theorem trace_gap_monotone_fails (R : rcfType) : ~ statement.statement R.
Proof.
pose f : 'cV[R]_2 := rows 2 1 [:: [:: 0]; [:: 1]].
move=> /(_ _ _ (two_points R) 1%N erefl 0 f)[]; rewrite ltnS ltnS leqn0 mxrank_eq0 => /eqP c0 _.
have /cmx_eq0[b /colP fE] : cmx (two_points R) f = 0.
  rewrite (_ : f = row_mx (0 : 'M[R]_(2, 1)) f *m col_mx 0 1%:M); last by rewrite mul_row_col mulmx0 add0r mulmx1.
  by rewrite cmx_mul c0 mul0mx.
have := fE (lift ord0 ord0); have := fE ord0.
by rewrite !mxE mulr1 => <- /eqP; rewrite oner_eq0.
Qed.
