(* statement: sha256:1f079c898e2c8ba966622d9cf099241ffa384ddeef95a118fbf4274b868bcaf9 *)
(** P = [1, 1; 1, 1] / 4 and t = 1: the loss of a singular function is ln((e + 1/e) / 2) > 0, that of 0 is 0. *)
From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements concrete geometry singular existence expansion encoders.
From Contexture Require Import contrast jensen exponential independent.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Theorem info_nce_learns_fails (R : rcfType) (E : exponential R) : Num.archimedean_axiom R -> ~ statement.statement E.
Proof.
move=> _; pose P := square R; have [S _] := system_exists P.
have s1 : s P 1 = 0 by apply/independent_s/square_independent.
have half a : q P 0 a = 2%:R^-1 by case: a => [[|[|a]] a2] //; written; numbers.
have loss (F : 'cV[R]_2) : T P *m F = 0 -> info_nce P E F 1 =
    2%:R^-1 * ln E (2%:R^-1 * exp E (F ord0 0 * F ord0 0) + 2%:R^-1 * exp E (F ord0 0 * F (lift ord0 ord0) 0)) +
    2%:R^-1 * ln E (2%:R^-1 * exp E (F ord0 0 * F (lift ord0 ord0) 0) +
                    2%:R^-1 * exp E (F (lift ord0 ord0) 0 * F (lift ord0 ord0) 0)).
  move=> unseen; rewrite /info_nce two_views_trace big_ord1 col_id unseen /sqn ip0l oppr0 mul0r add0r.
  rewrite !big_ord_recl !big_ord0 !half /dot !big_ord1 !mxE !divr1 !addr0.
  by rewrite [F (lift ord0 ord0) 0 * F ord0 0]mulrC.
set u := nu S 1; have sum : u ord0 0 + u (lift ord0 ord0) 0 = 0.
  have : mean (q P) u = 0 by apply: right_mean.
  rewrite /mean !big_ord_recl big_ord0 !half addr0 -mulrDr => /eqP.
  by rewrite mulf_eq0 invr_eq0 pnatr_eq0 => /eqP.
have opposite : u (lift ord0 ord0) 0 = - u ord0 0 by apply/eqP; rewrite -addr_eq0 addrC sum.
have length : u ord0 0 * u ord0 0 = 1.
  have : ip (q P) u u = 1 by rewrite right_ip.
  by rewrite /ip !big_ord_recl big_ord0 !half opposite => <-; move: (u ord0 0) => z; numbers.
have topE : top_functions 1 (dual_system S) = u by apply/matrixP => a j; rewrite ord1 mxE.
move=> /(_ _ _ P 1%N isT 1 u 0 ltr01)[|_].
  rewrite -topE; split; first by exists (dual_system S); split=> w; exists w.
  exact/orthonormal_covariance/top_orthonormal.
rewrite !loss ?mulmx0 ?T_nu ?s1 ?scale0r // opposite !mxE !(mulr0, mul0r, mulrN, mulNr) opprK length exp_0.
have whole x : 2%:R^-1 * x + 2%:R^-1 * x = x :> R by numbers.
rewrite [2%:R^-1 * exp E (- 1) + _]addrC !whole -mulrDr => /(exp_le E); rewrite !ln_inverse ?ltr01 //; last first.
  by rewrite mulr_gt0 ?invr_gt0 ?ltr0n ?addr_gt0 ?exp_gt0.
rewrite ler_pdivr_mull ?ltr0n // mulr1 leNgt => /negP; apply.
by apply: le_lt_trans (exp_above E 1) _; rewrite ltr_addl exp_gt0.
Qed.
