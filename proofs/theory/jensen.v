(** * Exponentials of averages: Jensen's inequality for the logarithm of a mean of exponentials. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators ratio centred.
From Contexture Require Import trained singular existence expansion encoders losses contrast biased correlations invariance.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Jensen.
Variables (R : rcfType) (e : exponential R).
Notation exp := (exp e). Notation ln := (ln e).

Lemma exp_0 : exp 0 = 1.
Proof.
have ge := exp_above e 0; rewrite addr0 in ge; have n0 : exp 0 != 0 by rewrite gt_eqF // (lt_le_trans ltr01).
by apply: (mulfI n0); rewrite -exp_add addr0 mulr1.
Qed.
Lemma exp_gt0 x : 0 < exp x.
Proof.
have n0 y : exp y != 0.
  apply/eqP => z; have := exp_0; rewrite -(subrr y) exp_add z mul0r => /eqP.
  by rewrite eq_sym oner_eq0.
have two : 2%:R != 0 :> R by rewrite pnatr_eq0.
have -> : x = x / 2%:R + x / 2%:R by rewrite -mulrDl -mulr2n -mulr_natr mulfK.
by rewrite exp_add -expr2 lt_def expf_neq0 // sqr_ge0.
Qed.
Lemma exp_lt x y : x < y -> exp x < exp y.
Proof.
rewrite -subr_gt0 => d; rewrite -[y](subrK x) exp_add -[X in X < _]mul1r ltr_pmul2r ?exp_gt0 //.
by apply: lt_le_trans (exp_above e (y - x)); rewrite ltr_addl.
Qed.

Theorem jensen n (w : 'rV[R]_n) (y : 'I_n -> R) : (forall b, 0 <= w 0 b) -> \sum_b w 0 b = 1 ->
  \sum_b w 0 b * y b <= ln (\sum_b w 0 b * exp (y b)).
Proof.
move=> w0 w1; set m := \sum_b _; set S := \sum_b _.
have le : exp m <= S.
  have -> : S = exp m * \sum_b w 0 b * exp (y b - m).
    rewrite mulr_sumr; apply: eq_bigr => b _; rewrite mulrCA -exp_add; congr (_ * exp _).
    by rewrite addrC subrK.
  rewrite -[X in X <= _]mulr1 ler_pmul2l ?exp_gt0 //.
  apply: (@le_trans _ _ (\sum_b w 0 b * (1 + (y b - m)))); last first.
    by apply: ler_sum => b _; rewrite ler_wpmul2l ?exp_above.
  under eq_bigr => b _ do rewrite mulrDr mulr1 mulrBr.
  by rewrite big_split sumrB /= -mulr_suml w1 mul1r subrr addr0.
rewrite leNgt; apply/negP => /exp_lt; rewrite ln_inverse ?(lt_le_trans (exp_gt0 m)) // ltNge le.
by [].
Qed.
End Jensen.

Section InfoNce.
Variables (R : rcfType) (N M d : nat) (P : context R N M) (Psi : 'M[R]_(M, d)).
Notation pX := (law P). Notation pA := (law (dual P)).
Notation C := (covX (dual P) Psi). Notation B := (covA (dual P) Psi).

Lemma image_trace : \tr (covariance P (T P *m Psi)) = \sum_j B j j.
Proof. by apply: eq_bigr => j _; rewrite -shared_images. Qed.

(** Pairs of one x, less pairs of two. *)
Lemma pairs_apart : two_views P (fun a b => dot (row a Psi) (row b Psi)) =
  \sum_j B j j + \sum_a q P 0 a * (\sum_b q P 0 b * dot (row a Psi) (row b Psi)).
Proof.
rewrite two_views_trace; have -> : \sum_a q P 0 a * (\sum_b q P 0 b * dot (row a Psi) (row b Psi)) = \sum_j mean pA (col j Psi) ^+ 2.
  transitivity (\sum_a \sum_b \sum_j q P 0 a * Psi a j * (q P 0 b * Psi b j)).
    apply: eq_bigr => a _; rewrite mulr_sumr; apply: eq_bigr => b _; rewrite /dot !mulr_sumr; apply: eq_bigr => j _.
    by rewrite ![row _ _ _ _]mxE; mring.
  under eq_bigr => a _ do rewrite exchange_big /=.
  rewrite exchange_big; apply: eq_bigr => j _ /=; rewrite expr2 /mean big_distrlr /=.
  by apply: eq_bigr => a _; apply: eq_bigr => b _; rewrite ![col _ _ _ _]mxE.
rewrite -big_split; apply: eq_bigr => j _ /=; rewrite shared -/(sqn _ _).
have -> : T P *m col j (cmx (dual P) Psi) = T P *m col j Psi - mean pA (col j Psi) *: one.
  rewrite center_col /center mulmxBr; congr (_ - _).
  have -> : const_mx (mean pA (col j Psi)) = mean pA (col j Psi) *: const_mx 1 :> 'cV[R]_M.
    by apply/colP => a; rewrite !mxE mulr1.
  by rewrite -scalemxAr (expect1 P).
rewrite sqnD sqnN sqnZ ipNr ipZr [ip _ _ one]ipC -[one]/(const_mx 1) -mean_ip expect_mean.
by rewrite -[const_mx 1]/(one : 'cV[R]_N) sqn_one; ring.
Qed.

Theorem info_nce_ge (e : exponential R) (t : R) : - \tr (covariance P (T P *m Psi)) / t <= info_nce P e Psi t.
Proof.
rewrite /info_nce image_trace pairs_apart opprD mulrDl -addrA ler_addl mulNr addrC subr_ge0 mulr_suml.
apply: ler_sum => a _; rewrite -mulrA ler_wpmul2l ?(ltW (law_gt0 (dual P) a)) //.
have := jensen e (fun b => dot (row a Psi) (row b Psi) / t) (fun b => ltW (law_gt0 (dual P) b)) (law_sum1 (dual P)).
by apply: le_trans; rewrite mulr_suml; apply: ler_sum => b _; rewrite mulrA.
Qed.
End InfoNce.

(** Variances of at most 1. Features that are constant share nothing. *)
Theorem shared_trace_le (R : rcfType) (N M d : nat) (P : context R N M) (Psi : 'M[R]_(M, d)) : (d < M)%N ->
  (forall i, covX (dual P) Psi i i <= 1) -> (forall i j, i != j -> covX (dual P) Psi i j = 0) ->
  \sum_j covA (dual P) Psi j j <= \sum_(1 <= i < d.+1) s P i ^+ 2.
Proof.
move=> dM v1 un; pose J := [pred j | 0 < covX (dual P) Psi j j]; pose F := colsub (enum_val : 'I_#|J| -> 'I_d) Psi.
have Fc k : col k (cmx (dual P) F) = col (enum_val k) (cmx (dual P) Psi).
  rewrite !center_col; congr center; by apply/colP => a; rewrite !mxE.
have cF k l : covX (dual P) F k l = covX (dual P) Psi (enum_val k) (enum_val l) by rewrite /covX !ip_gram !Fc.
have bF k : covA (dual P) F k k = covA (dual P) Psi (enum_val k) (enum_val k) by rewrite !shared !Fc.
have pF k : 0 < covX (dual P) F k k by rewrite cF; have := enum_valP k.
have uF k l : k != l -> covX (dual P) F k l = 0 by move=> kl; rewrite cF un // (inj_eq enum_val_inj).
have Jd : (#|J| <= d)%N by rewrite -[X in (_ <= X)%N]card_ord max_card.
rewrite (bigID J) /= [X in _ + X]big1 ?addr0 => [|j]; last first.
  have := sqn_ge0 (law_gt0 (dual P)) (col j (cmx (dual P) Psi)); rewrite -variance le_eqVlt => /orP[/eqP/esym z _|->//].
  apply/eqP; rewrite eq_le; have := shared_le P Psi j; rewrite z mulr0 => -> /=.
  by rewrite shared; apply/sqn_ge0/law_gt0.
apply: (@le_trans _ _ (\sum_(1 <= i < #|J|.+1) s P i ^+ 2)); last first.
  rewrite [X in _ <= X](big_cat_nat _ _ _ (_ : 1 <= #|J|.+1)%N) //= ler_addl.
  by apply: sumr_ge0 => i _; apply: sqr_ge0.
apply: le_trans (correlation_sum (leq_ltn_trans Jd dM) uF pF).
rewrite (eq_bigl (fun j => j \in J)) // big_enum_val; apply: ler_sum => k _.
rewrite correlation_diag // -bF cF ler_pdivl_mulr -?cF // ler_pimulr //; last by rewrite cF v1.
by rewrite shared; apply/sqn_ge0/law_gt0.
Qed.
