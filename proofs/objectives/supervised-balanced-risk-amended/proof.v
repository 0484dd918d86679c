(* statement: sha256:2301915003f319351c18a93b1d2ca9dc1f2033d5432b7829fc093ef4d3e9c40c *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements operators encoders balanced.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section SupervisedBalancedRisk.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem supervised_balanced_risk_amended (d : nat) (Phi : 'M[R]_(N, d)) :
  (1 <= d <= N - 1)%N -> equal_classes P -> s P d > 0 ->
  minimises_balanced P Phi <-> learns P (centred_encoder P Phi).
Proof.
move=> /andP[d1 dN] eq sd; apply: balanced_minimises => //.
by rewrite d1 (index_lt d1 dN).
Qed.
End SupervisedBalancedRisk.

Theorem supervised_balanced_risk_amended_stated (R : rcfType) : statement.statement R.
Proof.
by move=> N M P d dN Phi eq sd; apply: supervised_balanced_risk_amended.
Qed.
