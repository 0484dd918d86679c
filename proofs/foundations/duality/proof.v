(* statement: sha256:4d89f9f4a75d34c2428b3cb192ea76216266946cf5a96e91fa63809d6ec39b55 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import vocabulary singular expansion.
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
Print Assumptions duality.
