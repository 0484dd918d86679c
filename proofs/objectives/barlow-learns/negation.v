(* statement: sha256:34fd5106e785db4f3b25eb14954d0c4916ed8726e745560652977b37ba0a52e0 *)
(** Two points of X, so that s_2 = 0, and lambda = 1/4: it is cheaper to have nu_1 twice than nu_1 and nu_2. *)
From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements concrete stated geometry operators singular existence expansion encoders.
From Contexture Require Import losses correlations independent.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Theorem barlow_learns_fails (R : rcfType) : ~ statement.statement R.
Proof.
pose P := @table_context 2 3 [:: [:: 0; 0; 2]; [:: 1; 1; 0]]%N R isT; have [S _] := system_exists P.
have y0 : 0 < s P 1 ^+ 2.
  apply: exprn_gt0; apply: (@seen_s _ _ _ P (rows 2 1 [:: [:: 1]; [:: -1]]) ord0).
    by rewrite /mean; written; numbers.
  by written; rewrite [X in X != 0](_ : _ = -1) ?oppr_eq0 ?oner_eq0 //; numbers.
have y1 : s P 1 ^+ 2 <= 1 by rewrite expr_le1 ?s_ge0 ?s_le1.
have s2 : s P 2 = 0 by rewrite s_beyond.
have first : mean (q P) (nu S 1) = 0 by apply: right_mean.
have unit : ip (q P) (nu S 1) (nu S 1) = 1 by rewrite right_ip.
(** Psi has the two singular functions. *)
pose Psi : 'M[R]_(3, 2) := top_functions 2 (dual_system S).
have learned : learns (transposed P) Psi by exists (dual_system S); split=> w; exists w.
have oc : orthonormal_centred (dual P) Psi by apply: top_orthonormal.
have Psi_apart i j : i != j -> covX (dual P) Psi i j = 0.
  by move=> ij; rewrite [covX _ _](orthonormal_covariance oc) mxE (negPf ij).
have Psi_shared i j : i != j -> covA (dual P) Psi i j = 0.
  have T_col k : T P *m col k Psi = s P k.+1 *: mu S k.+1 by rewrite (top_col (dual_system S)) T_nu.
  rewrite shared cmx_id ?T_col => [|k]; last by case: oc.
  by case: i j => [[|[|i]] hi] // [[|[|j]] hj] // _; rewrite s2 scale0r ?ip0l ?ip0r.
(** Chi has the first one twice. *)
pose Chi : 'M[R]_(3, 2) := \matrix_(a, j) nu S 1 a 0.
have Chi_col j : col j Chi = nu S 1 by apply/colP => a; rewrite !mxE.
have Chi_centred : cmx (dual P) Chi = Chi by apply: cmx_id => j; rewrite Chi_col.
have Chi_unit i : covX (dual P) Chi i i = 1 by rewrite variance Chi_centred Chi_col.
have Chi_correlation i j : correlation P Chi i j = s P 1 ^+ 2.
  rewrite correlationE /= !Chi_unit sqrtr1 mulr1 divr1 shared Chi_centred !Chi_col T_nu ipZl ipZr left_ip //.
  by rewrite mulr1 expr2.
move=> /(_ _ _ P 2%N isT 4%:R^-1 Psi Chi)[|//|||_ [_]].
- by rewrite invr_gt0 ltr0n.
- case=> // i /andP[_ hi] [//|j] /andP[_ hj] ij.
  rewrite (entry_ord _ (Ordinal hi) (Ordinal hj)) (entry_ord _ (Ordinal hi) (Ordinal hj)) /covariance -shared_images.
  by rewrite Psi_apart ?Psi_shared.
- by case=> // i /andP[_ hi]; rewrite (entry_ord _ (Ordinal hi) (Ordinal hi)) /covariance Chi_unit ltr01.
rewrite (learned_barlow _ _ learned) // big_ltn // big_nat1 s2 /barlow_twins.
rewrite !big_ord_recl !big_ord0 ![\sum_(j | _) _]big_mkcond !big_ord_recl !big_ord0 /= !Chi_correlation.
move: (s P 1 ^+ 2) y0 y1 => y y0 y1; rewrite leNgt => /negP; apply; rewrite -subr_gt0.
rewrite [X in 0 < X](_ : _ = y / 2%:R + y * (1 - y) * 3%:R / 2%:R); last by numbers.
by rewrite ltr_spaddl ?divr_gt0 ?divr_ge0 ?mulr_ge0 ?subr_ge0 ?ler0n ?ltr0n // ltW.
Qed.
