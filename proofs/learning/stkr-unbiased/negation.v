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

Fact expected_entry (F : sample 2 1 -> 'M[R]_2) w x y : expected_table w F x y = expectation w (fun S => F S x y).
Proof. by rewrite /expected_table summxE; apply: eq_bigr => S _; rewrite mxE. Qed.

(** k^3 at x1 for any weights in place of the law. *)
Fact third_power (w : 'rV[R]_2) : (power (k *m diag_mx w) 2 *m k) ord0 ord0 = w 0 ord0 ^+ 2.
Proof.
by rewrite /power /= mulmx1 !mul_mx_diag; written; rewrite !mxE /=; ring.
Qed.

Fact drawn_square (S : sample 2 1) : empirical R S 0 ord0 ^+ 2 = \sum_x empirical R S 0 x * (x == ord0)%:R.
Proof.
rewrite (bigD1 ord0) //= big1 ?addr0 ?mulr1 => [|x /negPf ->]; last by rewrite mulr0.
have : (#|[set i | S i == ord0]| <= 1)%N by rewrite (leq_trans (max_card _)) ?card_ord.
by rewrite mxE divr1; case: #|_| => [|[|//]]; rewrite ?expr0n ?expr1n.
Qed.
End Single.

Theorem stkr_unbiased_fails (R : rcfType) : ~ statement.statement R.
Proof.
move=> claim; pose P := two_points R; pose f : 'cV[R]_2 := delta_mx ord0 0.
have kE : f *m f^T = delta_mx ord0 ord0 by rewrite trmx_delta mul_delta_mx.
have p0 : p P 0 ord0 = 2%:R^-1 by written; numbers.
have := claim 2%N 1%N P f 1%N isT 3%N isT; cbv zeta; rewrite kE integral_operatorE => /matrixP/(_ ord0 ord0).
rewrite third_power p0 expected_entry.
rewrite (eq_expectation _ (fun S => etrans (third_power (empirical R S)) (drawn_square R S))).
rewrite expectation_empirical ?law_sum1 // (bigD1 ord0) //= big1 ?addr0 ?mulr1 => [|x /negPf ->]; last exact: mulr0.
rewrite p0 expr2 => /eqP; rewrite -[X in X == _]mulr1 (inj_eq (mulfI _)) ?invr_eq0 ?pnatr_eq0 //.
by rewrite eq_sym invr_eq1 pnatr_eq1.
Qed.
