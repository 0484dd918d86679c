(* statement: sha256:a42f3d37a7ddceb4e889a03ec94a4dc3371502c35fa35019fef0b65b65f587ef *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements lowrank.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section LowRank.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem low_rank_amended (d : nat) (Phi : 'M[R]_(N, d)) (Psi : 'M[R]_(M, d)) :
  (1 <= d <= N)%N -> 0 < eigenvalue (T P *m T_star P) d ->
  minimises (@any ('M_(N, d) * 'M_(M, d))) (fun e => low_rank P e.1 e.2) (Phi, Psi) ->
  extracts (p P) (T P *m T_star P) Phi.
Proof. by move=> /andP[d1 dN] l0; apply: low_rank_extracts. Qed.
End LowRank.

Theorem low_rank_amended_stated (R : rcfType) : statement.statement R.
Proof.
by move=> N M P d d_range Phi Psi [sK l0] least; split=> //; apply: (low_rank_amended d_range l0 least).
Qed.
