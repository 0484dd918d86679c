(* statement: sha256:059023e723a09ff96e40f1e7bc5a8aa119c8cd3501a33c7816abbaa9c58cd174 *)
(** Two views that tell nothing of each other: the feature 1 has the loss 0, and the learned one, whose directions
    differ, the loss ln ((e + 1/e) / 2). *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements concrete jensen exponential twoviews.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Directions.
Variables (R : rcfType) (E : exponential R).
Notation P := (views R).

(** Features of norm 1 are their own directions. *)
Fact directions (f : 'cV[R]_2) : (forall a, f a 0 ^+ 2 = 1) -> nt_xent P E f 1 = info_nce P E f 1.
Proof.
move=> unit; congr (info_nce P E _ 1); apply/matrixP => a j.
by rewrite mxE /dot big_ord1 mxE ord1 -expr2 unit sqrtr1 divr1.
Qed.

Fact dotE (f : 'cV[R]_2) a b : dot (row a f) (row b f) = f a 0 * f b 0.
Proof. by rewrite /dot big_ord1 !mxE. Qed.

Fact ln_exp x : ln E (exp E x) = x.
Proof.
have e := ln_inverse E (exp_gt0 E x); apply/eqP; rewrite eq_le !leNgt.
by apply/andP; split; apply/negP => /(exp_lt E); rewrite e ltxx.
Qed.

Fact constant_loss : nt_xent P E one 1 = 0.
Proof.
rewrite directions => [|a]; last by rewrite mxE expr1n.
rewrite /info_nce /two_views; written; rewrite !dotE !mxE !(invr1, mul1r, mulr1, addr0).
have -> : 2%:R^-1 * exp E 1 + 2%:R^-1 * exp E 1 = exp E 1 by numbers.
by rewrite ln_exp; numbers.
Qed.

Fact learned_loss : nt_xent P E (sign R) 1 = ln E ((exp E 1 + exp E (-1)) / 2%:R).
Proof.
rewrite directions => [|a]; last by rewrite mxE; case: a => [[|[|//]] ?] /=; ring.
rewrite /info_nce /two_views; written; rewrite !dotE !mxE !(invr1, mul1r, mulr1, mulrN1, mulN1r, opprK, addr0) /=.
have -> : 2%:R^-1 * exp E 1 + 2%:R^-1 * exp E (-1) = (exp E 1 + exp E (-1)) / 2%:R by numbers.
have -> : 2%:R^-1 * exp E (-1) + 2%:R^-1 * exp E 1 = (exp E 1 + exp E (-1)) / 2%:R by numbers.
by numbers.
Qed.

(** e + 1/e > 2 *)
Fact mean_above : 1 < (exp E 1 + exp E (-1)) / 2%:R.
Proof.
have one_below : 1 < exp E 1 by rewrite -[X in X < _](exp_0 E) exp_lt ?ltr01.
have gap : 0 < exp E 1 - 1 by rewrite subr_gt0.
have inverse := exp_neg E 1; rewrite ltr_pdivl_mulr ?ltr0n // mul1r -subr_gt0 -(pmulr_rgt0 _ (exp_gt0 E 1)).
by rewrite (_ : _ * _ = (exp E 1 - 1) ^+ 2) ?exprn_gt0 // mulrBr mulrDr inverse; ring.
Qed.
End Directions.

Theorem nt_xent_learns_fails (R : rcfType) (E : exponential R) : Num.archimedean_axiom R -> ~ statement.statement E.
Proof.
move=> _ claim; have no_zero (f : 'cV[R]_2) : (forall a, f a 0 != 0) -> no_zero_row f.
  by move=> n a; apply/eqP => /rowP/(_ 0); rewrite !mxE; apply/eqP.
have [|_ [_ [_]]] := claim _ _ (views R) 1%N isT 1 (sign R) one.
  split; first exact: sign_learns.
  split; split; rewrite ?ltr01 //; apply: no_zero => a; rewrite mxE ?oner_neq0 //.
  by case: a => [[|[|//]] ?] /=; rewrite ?oppr_eq0 oner_neq0.
rewrite constant_loss learned_loss leNgt => /negP; apply.
have c1 := mean_above E; set c := _ / _ in c1 *; rewrite ltNge; apply/negP => /(exp_le E).
by rewrite exp_0 ln_inverse ?(lt_trans ltr01) // leNgt c1.
Qed.
