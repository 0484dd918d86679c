(** * Exponentials without limits: bounds that hold up to an error that halving makes as small as one likes. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import trained jensen.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** The reals are archimedean: every number is below some natural number. Nothing else of completeness is used. *)
Section Halving.
Variable R : rcfType.
Hypothesis archimedean : Num.archimedean_axiom R.

(** What holds up to c / 2^k for all k holds. *)
Lemma halving_limit (x y c : R) : (forall k, x <= y + c / 2%:R ^+ k) -> x <= y.
Proof.
move=> h; rewrite leNgt; apply/negP; rewrite -subr_gt0 => d; have [k] := archimedean (c / (x - y)).
rewrite ltNge => /negP; apply; apply: le_trans (ler_norm _); rewrite ler_pdivl_mulr //.
apply: (@le_trans _ _ (2%:R ^+ k * (x - y))).
  by rewrite ler_wpmul2r ?(ltW d) // -natrX ler_nat ltnW // ltn_expl.
by rewrite -ler_pdivl_mull ?exprn_gt0 ?ltr0n // ler_subl_addl mulrC.
Qed.
End Halving.

Section Exponential.
Variables (R : rcfType) (e : exponential R).
Notation exp := (exp e).

Lemma exp_le x y : x <= y -> exp x <= exp y.
Proof. by rewrite le_eqVlt => /orP[/eqP ->//|/(exp_lt e)/ltW]. Qed.
Lemma exp_ge1 x : 0 <= x -> 1 <= exp x.
Proof. by move=> x0; rewrite -[X in X <= _](exp_0 e) exp_le. Qed.
Lemma exp_neg x : exp x * exp (- x) = 1.
Proof. by rewrite -exp_add subrr exp_0. Qed.
(** The tangent at x. *)
Lemma exp_tangent x y : exp x * (1 + (y - x)) <= exp y.
Proof.
have -> : exp y = exp x * exp (y - x) by rewrite -exp_add addrC subrK.
by rewrite ler_wpmul2l ?exp_above // ltW ?exp_gt0.
Qed.
Lemma exp_below x : exp x * (1 - x) <= 1.
Proof. by have := exp_tangent x 0; rewrite sub0r exp_0. Qed.
(** The chord from 0 to t. *)
Lemma exp_chord u t : 0 <= u -> u <= 1 -> exp (u * t) <= 1 + u * (exp t - 1).
Proof.
move=> u0; rewrite -subr_ge0 => u1.
have a := ler_wpmul2l u1 (exp_tangent (u * t) 0); have b := ler_wpmul2l u0 (exp_tangent (u * t) t).
rewrite exp_0 in a; have := ler_add a b.
have -> : (1 - u) * 1 + u * exp t = 1 + u * (exp t - 1) by ring.
by apply: le_trans; rewrite le_eqVlt; apply/orP; left; apply/eqP; ring.
Qed.

(** tanh x = (exp x - exp -x) / (exp x + exp -x) is at most x. *)
Definition tanh x := (exp (2%:R * x) - 1) / (exp (2%:R * x) + 1).
Fact tanh_den x : 0 < exp (2%:R * x) + 1. Proof. by apply: addr_gt0; rewrite ?exp_gt0 ?ltr01. Qed.
Fact tanh_le1 x : tanh x <= 1.
Proof. by rewrite ler_pdivr_mulr ?tanh_den // mul1r ler_add2l (le_trans (lerN10 R) ler01). Qed.

Fact tanh_double x : 0 <= x -> tanh (2%:R * x) <= 2%:R * tanh x.
Proof.
move=> x0; rewrite /tanh; have -> : exp (2%:R * (2%:R * x)) = exp (2%:R * x) ^+ 2.
  by rewrite expr2 -exp_add; congr exp; ring.
have E1 : 1 <= exp (2%:R * x) by rewrite exp_ge1 // mulr_ge0 ?ler0n.
move: (exp _) E1 => E E1; have E0 : 0 < E := lt_le_trans ltr01 E1.
have d1 : 0 < E + 1 by rewrite addr_gt0 ?ltr01. have d2 : 0 < E ^+ 2 + 1 by rewrite addr_gt0 ?exprn_gt0 ?ltr01.
rewrite ler_pdivr_mulr // mulrA mulrAC ler_pdivl_mulr // -subr_ge0.
have -> : 2%:R * (E - 1) * (E ^+ 2 + 1) - (E ^+ 2 - 1) * (E + 1) = (E - 1) ^+ 3 by ring.
by rewrite exprn_ge0 // subr_ge0.
Qed.

Fact tanh_rough x : 0 <= x -> tanh x <= x + 16%:R * x ^+ 2.
Proof.
move=> x0; have [small|large] := leP (4%:R * x) 1; last first.
  apply: le_trans (tanh_le1 x) _; apply: (@le_trans _ _ (16%:R * x ^+ 2)); last by rewrite ler_addr.
  have -> : 16%:R * x ^+ 2 = (4%:R * x) ^+ 2 by ring.
  by rewrite exprn_ege1 // ltW.
have h := exp_below (2%:R * x); have E1 : 1 <= exp (2%:R * x) by rewrite exp_ge1 // mulr_ge0 ?ler0n.
rewrite /tanh; move: (exp _) E1 h => E E1 h; rewrite ler_pdivr_mulr ?addr_gt0 ?ltr01 ?(lt_le_trans ltr01) //.
apply: (@le_trans _ _ ((x + 16%:R * x ^+ 2) * 2%:R)); last first.
  by rewrite ler_wpmul2l ?addr_ge0 ?mulr_ge0 ?ler0n ?sqr_ge0 // ler_add2r.
have q : 0 < 1 - 2%:R * x.
  rewrite subr_gt0; apply: (@le_lt_trans _ _ (1 / 2%:R)); last by rewrite ltr_pdivr_mulr ?ltr0n // mul1r ltr1n.
  by rewrite ler_pdivl_mulr ?ltr0n // (_ : _ * 2%:R = 4%:R * x) //; ring.
rewrite -(ler_pmul2r q); apply: (@le_trans _ _ (2%:R * x)).
  by rewrite -subr_ge0 [X in 0 <= X](_ : _ = 1 - E * (1 - 2%:R * x)) ?subr_ge0 //; ring.
rewrite -subr_ge0 [X in 0 <= X](_ : _ = x ^+ 2 * (12%:R + 16%:R * (1 - 4%:R * x))); last by ring.
by rewrite mulr_ge0 ?sqr_ge0 // addr_ge0 ?ler0n // mulr_ge0 ?ler0n // subr_ge0.
Qed.

Theorem tanh_le x : Num.archimedean_axiom R -> 0 <= x -> tanh x <= x.
Proof.
move=> ar x0; have halves k y : 0 <= y -> tanh y <= y + 16%:R * y ^+ 2 / 2%:R ^+ k.
  elim: k y => [|k IH] y y0; first by rewrite expr0 divr1 tanh_rough.
  have two : 2%:R != 0 :> R by rewrite pnatr_eq0.
  have h0 : 0 <= y / 2%:R by rewrite divr_ge0 ?ler0n.
  have yE : y = 2%:R * (y / 2%:R) by rewrite mulrC divfK.
  rewrite {1}yE; apply: le_trans (tanh_double h0) _.
  apply: le_trans (ler_wpmul2l (ler0n _ 2) (IH _ h0)) _.
  rewrite [X in _ <= X + _]yE [X in 16%:R * X ^+ 2 / 2%:R ^+ k.+1]yE [2%:R ^+ k.+1]exprS invfM.
  move: (y / _) ((2%:R ^+ k)^-1) => z v; rewrite le_eqVlt; apply/orP; left; apply/eqP.
  have -> : 16%:R * (2%:R * z) ^+ 2 * (2%:R^-1 * v) = 2%:R * 2%:R^-1 * (32%:R * z ^+ 2 * v) by ring.
  by rewrite divff //; ring.
by apply: (halving_limit ar) => k; apply: halves.
Qed.
End Exponential.
