(* statement: sha256:05a0d89a41f23c10ca8ba602ed148afb70a1f69c342c6429fa5af302eb94192a *)
(** Where all features are zero there is no independent subset of them. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements concrete.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Theorem ratio_trace_invariant_fails (R : rcfType) : ~ statement.statement R.
Proof.
move=> /(_ _ _ (one_point R) 1%N erefl 0 1%:M)[]; first by rewrite det1 oner_eq0.
by rewrite mulmx1 eqxx.
Qed.
