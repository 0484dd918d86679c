(* statement: sha256:a2a5e84c76b42db18f60c750871cf191b28841b6de9131d6082556c508d30aa7 *)
(** Two points, k(x1,x1) = 1 and 0 elsewhere, one draw: the draw stands in both integrals of k^3, so that the mean is
    1/2 in place of 1/4. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements concrete operators losses.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Single.
Variable R : rcfType.
(** The kernel. *)
Notation k := (delta_mx ord0 ord0 : 'M[R]_2).

(** k^3 at x1 for any weights in place of the law. *)
Fact third_power (w : 'rV[R]_2) : (power (k *m diag_mx w) 2 *m k) ord0 ord0 = w 0 ord0 ^+ 2.
Proof.
rewrite /power /= mulmx1.
rewrite !mul_mx_diag; written. rewrite !mxE /=. ring.
Qed.

Fact drawn_square (S : sample 2 1) : empirical R S 0 ord0 ^+ 2 = \sum_x empirical R S 0 x * (x == ord0)%:R.
Proof.
rewrite (bigD1 ord0) //= big1 ?addr0 ?mulr1 => [|x /negPf ->]; last by rewrite mulr0.
rewrite mxE divr1.
Show.
Qed.
End Single.

Theorem stkr_unbiased_fails (R : rcfType) : ~ statement.statement R.
Proof.
move=> claim; pose P := two_points R; pose f : 'cV[R]_2 := delta_mx ord0 0.
have := claim 2%N 1%N P f 1%N isT 3%N isT.
rewrite mul_delta_mx_cond.
Qed.
Print Assumptions stkr_unbiased_fails.
