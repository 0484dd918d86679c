(* statement: sha256:4d89f9f4a75d34c2428b3cb192ea76216266946cf5a96e91fa63809d6ec39b55 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements singular expansion ratio uncentred.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Duality.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem duality (S : singular_system P) :
  [/\ forall i, (1 <= i <= minn N M)%N -> eigenvalue (T P *m T_star P) i = eigenvalue (T_star P *m T P) i,
      forall i, (M + 1 <= i <= N)%N -> eigenvalue (T P *m T_star P) i = 0,
      forall i, (N + 1 <= i <= M)%N -> eigenvalue (T_star P *m T P) i = 0
    & forall i, (0 <= i <= N - 1)%N -> 0 < s P i ->
        mu S i = (s P i)^-1 *: (T P *m nu S i) /\ nu S i = (s P i)^-1 *: (T_star P *m mu S i)].
Proof.
split=> [[//|i] _|[|i]|[|i]|i _ si]; rewrite ?addn1 // ?eigenvalue_KX ?eigenvalue_KA //.
- by rewrite ltnS => /andP[Mi _]; rewrite s_beyond ?expr0n // geq_min Mi orbT.
- by rewrite ltnS => /andP[Ni _]; rewrite s_beyond ?expr0n // geq_min Ni.
by rewrite T_nu Ts_mu !scalerA mulVf ?scale1r // gt_eqF.
Qed.
End Duality.

Theorem duality_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P S; have [e0 eX eA sv] := duality S; rewrite !addn1 in eX eA.
have [saX saA] := (KX_selfadj P, KA_selfadj P).
split=> [i im|]; first by do 2![split=> //]; exact: e0.
split=> [i iN|]; first by split=> //; exact: eX.
split=> [i iM|i iN si]; first by split=> //; exact: eA.
have iM : (i < M)%N by rewrite ltnNge; apply: contraL si => Mi; rewrite s_beyond ?ltxx // geq_min Mi orbT.
by have [muE nuE] := sv i iN si; have si0 := lt0r_neq0 si; do ?split.
Qed.
