(* statement: sha256:bf4b1e5184aa1853f9ffa7cd01f79bf6bf1ad72019cf4e56219e721d1f2747e6 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import vocabulary expansion.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section TauSecondTerm.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem tau_second_term_amended (beta : R) (d0 d : nat) :
  (1 <= d0 <= N - 1)%N -> (1 <= d <= d0)%N -> 0 < beta -> 0 < s P 1 ->
  beta * (\sum_(1 <= i < d.+1) s P i ^+ 2) / (\sum_(1 <= i < d0.+1) s P i ^+ 2) <= beta.
Proof.
move=> _ /andP[d1 dd0] b0 s1; have ge0 k l : 0 <= \sum_(k <= i < l) s P i ^+ 2.
  by rewrite sumr_ge0 // => i _; rewrite sqr_ge0.
have pos : 0 < \sum_(1 <= i < d0.+1) s P i ^+ 2.
  by rewrite big_ltn ?ltnS ?(leq_trans d1) // ltr_paddr // exprn_gt0.
rewrite ler_pdivr_mulr // ler_pmul2l // [X in _ <= X](big_cat_nat _ _ _ (isT : (1 <= d.+1)%N)) //=.
by rewrite ler_addl ge0.
Qed.
End TauSecondTerm.
Print Assumptions tau_second_term_amended.
