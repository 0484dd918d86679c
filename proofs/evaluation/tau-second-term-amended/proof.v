(* statement: sha256:bf4b1e5184aa1853f9ffa7cd01f79bf6bf1ad72019cf4e56219e721d1f2747e6 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements expansion.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section TauSecondTerm.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Fact divisor_gt0 (d0 : nat) : (1 <= d0)%N -> 0 < s P 1 -> 0 < \sum_(1 <= i < d0.+1) s P i ^+ 2.
Proof.
by move=> d0_1 s1; rewrite big_ltn ?ltnS // ltr_paddr ?exprn_gt0 // sumr_ge0 // => i _; rewrite sqr_ge0.
Qed.

Theorem tau_second_term_amended (beta : R) (d0 d : nat) :
  (1 <= d0 <= N - 1)%N -> (1 <= d <= d0)%N -> 0 < beta -> 0 < s P 1 ->
  beta * (\sum_(1 <= i < d.+1) s P i ^+ 2) / (\sum_(1 <= i < d0.+1) s P i ^+ 2) <= beta.
Proof.
move=> /andP[d0_1 _] /andP[d1 dd0] b0 s1.
rewrite ler_pdivr_mulr ?divisor_gt0 // ler_pmul2l // [X in _ <= X](big_cat_nat _ _ _ (isT : (1 <= d.+1)%N)) //=.
by rewrite ler_addl sumr_ge0 // => i _; rewrite sqr_ge0.
Qed.
End TauSecondTerm.

Theorem tau_second_term_amended_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P beta d0 d0N d dd0 b0 [_ s1]; have /andP[d0_1 _] := d0N.
by split; [exact/lt0r_neq0/divisor_gt0 | exact: tau_second_term_amended].
Qed.
