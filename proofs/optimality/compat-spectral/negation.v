(* statement: sha256:aadb2be705517d181a18ebba3afb293573e614bd2b9fe72de575d013962b4fcd *)
(** Where A has one point g is an empty sum, and the last quotient divides by its norm. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements geometry operators existence encoders errors concrete.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Theorem compat_spectral_fails (R : rcfType) : ~ statement.statement R.
Proof.
pose f : 'cV[R]_2 := rows 2 1 [:: [:: 0]; [:: 1]].
have [S _] := system_exists (two_points R).
move=> /(_ _ _ (two_points R) S f)[].
  rewrite norm_gt0 //; last exact: law_gt0.
  apply/eqP => /cmx_eq0[b /colP fE]; have := fE (lift ord0 ord0); have := fE ord0.
  by rewrite !mxE mulr1 => <- /eqP; rewrite oner_eq0.
by move=> _ [_ [+ _]]; rewrite big_geq // /norm /sqn ip0l sqrtr0 mulr0 eqxx.
Qed.
