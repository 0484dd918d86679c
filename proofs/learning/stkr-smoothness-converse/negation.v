(* statement: sha256:a7fd21969c336a92c2d5a19a6a28a0e74940297957b1d7aa0e394b65f8969380 *)
(** Points of mass 1/6, 1/3 and 1/2: f1 = [0, 1, 0] is at least as smooth in each power of k as f2 = [1, 0, 1], by
    2 3^j <= 6^j + 2^j; but a step at 1/2 makes the smoothness of f1 1 and that of f2 8/5. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements concrete geometry operators losses.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** ** Diagonal kernels. *)
Section Diagonal.
Variables (R : rcfType) (n : nat) (w d : 'rV[R]_n).
Hypothesis d0 : forall x, 0 < d 0 x.
(** ||f||^2 / ||f||_k^2 *)
Definition smooth (f : 'cV[R]_n) : R := sqn w f / (\sum_x f x 0 ^+ 2 / d 0 x).

Fact diagonal_form (c : 'cV[R]_n) : (c^T *m diag_mx d *m c) 0 0 = \sum_x c x 0 ^+ 2 * d 0 x.
Proof. by rewrite mul_mx_diag mxE; apply: eq_bigr => x _; rewrite !mxE expr2 mulrAC. Qed.

Lemma diagonal_psd : psd_matrix (diag_mx d).
Proof.
split=> [|c]; first exact: tr_diag_mx.
by rewrite diagonal_form sumr_ge0 // => x _; rewrite mulr_ge0 ?sqr_ge0 // ltW.
Qed.

Fact preimage (f : 'cV[R]_n) : f = diag_mx d *m \col_x (f x 0 / d 0 x).
Proof. by apply/colP => x; rewrite mul_diag_mx !mxE mulrC divfK // gt_eqF. Qed.

Lemma smooth_is f : smoothness_is w (diag_mx d) f (smooth f).
Proof.
left; exists (\col_x (f x 0 / d 0 x)); split; first exact: preimage.
congr (_ / _); rewrite diagonal_form; apply: eq_bigr => x _.
by rewrite mxE expr_div_n [d 0 x ^+ 2]expr2 invfM -!mulrA mulVf ?mulr1 // gt_eqF.
Qed.

Lemma smooth_unique f v : smoothness_is w (diag_mx d) f v -> v = smooth f.
Proof.
case=> [[c [fE ->]]|[no _]]; last by case: no; exists (\col_x (f x 0 / d 0 x)); apply: preimage.
congr (_ / _); rewrite diagonal_form; apply: eq_bigr => x _; have dn : d 0 x != 0 by rewrite gt_eqF.
by rewrite fE mul_diag_mx mxE exprMn [d 0 x ^+ 2]expr2 [RHS]mulrC !mulrA mulVf // mul1r -mulrA -expr2 mulrC.
Qed.
End Diagonal.

Section Instance.
Variable R : rcfType.
Notation P := (table_context R (isT : is_table 3 1 [:: [:: 1]; [:: 2]; [:: 3]]%N)).
Notation f1 := (rows 3 1 [:: [:: 0]; [:: 1]; [:: 0]] : 'cV[R]_3).
Notation f2 := (rows 3 1 [:: [:: 1]; [:: 0]; [:: 1]] : 'cV[R]_3).

Fact masses : p P = rows 1 3 [:: [:: 6%:R^-1; 3%:R^-1; 2%:R^-1]].
Proof. by entry_by_entry; numbers. Qed.
Fact order (x y : 'I_3) : (p P 0 x <= p P 0 y) = (x <= y)%N.
Proof.
by case: x y => [[|[|[|//]]] ?] [[|[|[|//]]] ?]; rewrite !table_p ler_pmul2r ?invr_gt0 ?ltr0n // ler_nat.
Qed.
Fact square_f1 : sqn (p P) f1 = 3%:R^-1. Proof. by rewrite /sqn /ip; written; numbers. Qed.
Fact square_f2 : sqn (p P) f2 = 2%:R / 3%:R. Proof. by rewrite /sqn /ip; written; numbers. Qed.

Fact smooth_f1 d : smooth (p P) d f1 = d 0 (lift ord0 ord0) / 3%:R.
Proof.
rewrite /smooth square_f1; written.
by rewrite !(expr0n, expr1n, mul0r, mul1r, add0r, addr0, invrK) mulrC.
Qed.
Fact smooth_f2 d : smooth (p P) d f2 = 2%:R / 3%:R / ((d 0 ord0)^-1 + (d 0 (lift ord0 (lift ord0 ord0)))^-1).
Proof.
by rewrite /smooth square_f2; written; rewrite !(expr0n, expr1n, mul0r, mul1r, add0r, addr0).
Qed.

(** ** The powers of the kernel that is 1 on the diagonal. *)
Fact powers j : power (integral_operator (p P) (diag_mx one^T)) j *m diag_mx one^T = diag_mx (\row_x p P 0 x ^+ j).
Proof.
rewrite /one trmx_const diag_const_mx integral_operatorE mul1mx mulmx1; elim: j => [|j IH].
  by apply/matrixP => x y; rewrite !mxE expr0.
rewrite powerS IH mulmx_diag; congr diag_mx; apply/rowP => x.
by rewrite !mxE exprS.
Qed.

Fact smoother j : (j < 6)%N -> smooth (p P) (\row_x p P 0 x ^+ j) f2 <= smooth (p P) (\row_x p P 0 x ^+ j) f1.
Proof.
rewrite smooth_f1 smooth_f2 masses !mxE /= !exprVn !invrK -!natrX -natrD => j6.
have enough : (2 * 3 ^ j <= 6 ^ j + 2 ^ j)%N by case: j j6 => [|[|[|[|[|[|]]]]]].
rewrite mulrAC ler_pmul2r ?invr_gt0 ?ltr0n // ler_pdivr_mulr ?ltr0n ?addn_gt0 ?expn_gt0 //.
by rewrite mulrC ler_pdivl_mulr ?ltr0n ?expn_gt0 // -natrM ler_nat.
Qed.

(** ** The step at 1/2. *)
Notation y := (lift ord0 (lift ord0 ord0) : 'I_3).
Fact inverse : diag_mx (p P) *m diag_mx (rows 1 3 [:: [:: 6%:R; 3%:R; 2%:R]]) = 1%:M.
Proof.
rewrite masses mulmx_diag -[RHS]diag_const_mx; congr diag_mx.
by apply/rowP; case=> [[|[|[|//]]] ?]; rewrite !mxE /= mulVf ?pnatr_eq0.
Qed.

Fact step : diag_mx one^T *m diag_mx (one + \sum_(x | p P 0 y <= p P 0 x) indicator x)^T *m invmx (diag_mx (p P))
  = diag_mx (rows 1 3 [:: [:: 6%:R; 3%:R; 4%:R]]).
Proof.
have -> : invmx (diag_mx (p P)) = diag_mx (rows 1 3 [:: [:: 6%:R; 3%:R; 2%:R]]).
  by rewrite -[LHS]mulmx1 -inverse mulmxA mulVmx ?mul1mx //; case/mulmx1_unit: inverse.
rewrite (big_pred1 y) => [|x]; last by rewrite order; case: x => [[|[|[|//]]] ?].
rewrite {1}/one trmx_const diag_const_mx mul1mx mulmx_diag; congr diag_mx.
by apply/rowP; case=> [[|[|[|//]]] ?]; rewrite !mxE /=; numbers.
Qed.
(** ** The hypotheses. *)
Fact positive_f1 : 0 < norm (p P) f1. Proof. by rewrite sqrtr_gt0 square_f1 invr_gt0 ltr0n. Qed.
Fact positive_f2 : 0 < norm (p P) f2. Proof. by rewrite sqrtr_gt0 square_f2 divr_gt0 ?ltr0n. Qed.
Fact nonzero (f : 'cV[R]_3) : 0 < norm (p P) f -> f != 0.
Proof. by apply: contraTneq => ->; rewrite /norm /sqn ip0l sqrtr0 ltxx. Qed.

Fact unit_square f x : ((norm (p P) f)^-1 *: f) x 0 ^+ 2 = f x 0 ^+ 2 / sqn (p P) f.
Proof. by rewrite mxE exprMn exprVn sqr_sqrtr ?sqn_ge0 1?mulrC //; apply: law_gt0. Qed.

Let w1 := (norm (p P) f1)^-1 *: f1.
Let w2 := (norm (p P) f2)^-1 *: f2.
Fact outweighs : \sum_(x | x != ord0) `|w2 x 0 ^+ 2 - w1 x 0 ^+ 2| / p P 0 x ^+ 5
  <= (w2 ord0 0 ^+ 2 - w1 ord0 0 ^+ 2) / p P 0 ord0 ^+ 5.
Proof.
rewrite big_mkcond !big_ord_recl big_ord0 /= !unit_square square_f1 square_f2 masses !mxE /=.
rewrite !(expr0n, expr1n, mul0r, mul1r, add0r, addr0, subr0, sub0r, invrK, exprVn) normrN.
rewrite !ger0_norm ?divr_ge0 ?invr_ge0 ?divr_ge0 ?ler0n //.
have c0 : 0 < 2%:R / 3%:R :> R by rewrite divr_gt0 ?ltr0n.
rewrite -(ler_pmul2l c0) mulrDr !mulrA divff ?gt_eqF // !mul1r divfK ?pnatr_eq0 //.
by rewrite -!natrM -natrD ler_nat.
Qed.

Fact powers_smoother e : (1 <= e <= 6)%N ->
  let K := power (integral_operator (p P) (diag_mx one^T)) (e - 1)%N *m diag_mx one^T in
  psd_matrix K /\ f1 != 0 /\ exists v1, smoothness_is (p P) K f1 v1 /\ f2 != 0 /\
  exists v2, smoothness_is (p P) K f2 v2 /\ v2 <= v1.
Proof.
move=> /andP[e1 e6]; rewrite powers; pose d := \row_x p P 0 x ^+ (e - 1).
have d0 x : 0 < d 0 x by rewrite mxE exprn_gt0 ?law_gt0.
split; first exact: diagonal_psd; split; first exact/nonzero/positive_f1.
exists (smooth (p P) d f1); split; [exact: smooth_is | split; first exact/nonzero/positive_f2].
exists (smooth (p P) d f2); split; first exact: smooth_is.
by apply: smoother; rewrite subn1 prednK.
Qed.
End Instance.

Theorem stkr_smoothness_converse_fails (R : rcfType) : ~ statement.statement R.
Proof.
move=> claim; pose P := table_context R (isT : is_table 3 1 [:: [:: 1]; [:: 2]; [:: 3]]%N).
pose f1 : 'cV[R]_3 := rows 3 1 [:: [:: 0]; [:: 1]; [:: 0]].
pose f2 : 'cV[R]_3 := rows 3 1 [:: [:: 1]; [:: 0]; [:: 1]].
have first x : p P 0 ord0 <= p P 0 x by rewrite order.
have norm1 := positive_f1 R; have norm2 := positive_f2 R.
have [||_] := claim 3%N 1%N P (lift ord0 (lift ord0 ord0)) f1 f2 (conj norm1 norm2).
- exact: powers_smoother.
- by exists ord0; split=> //; rewrite !gt_eqF //; split=> //; split=> //; apply: outweighs.
rewrite step; pose d : 'rV[R]_3 := rows 1 3 [:: [:: 6%:R; 3%:R; 4%:R]]; have d0 x : 0 < d 0 x.
  by case: x => [[|[|[|//]]] ?]; rewrite mxE ltr0n.
move=> [_ [_ [v1 [/(smooth_unique d0) -> [_ [v2 [/(smooth_unique d0) -> ]]]]]]].
rewrite smooth_f1 smooth_f2 !mxE /= divff ?pnatr_eq0 //.
have -> : 2%:R / 3%:R / (6%:R^-1 + 4%:R^-1) = 8%:R / 5%:R :> R by numbers; rewrite -natrD pnatr_eq0.
by rewrite ler_pdivr_mulr ?ltr0n // mul1r ler_nat.
Qed.
