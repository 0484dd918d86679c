(** * The parts of VICReg: what two views differ by, and variances of at least 1. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators selfadjoint ratio centred.
From Contexture Require Import trained orthonormal singular existence expansion spectralinner encoders extract losses learning correlations.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Invariance.
Variables (R : rcfType) (N M d : nat) (P : context R N M) (Chi : 'M[R]_(M, d)).
Notation pA := (law (dual P)).
Notation F := (cmx (dual P) Chi). Notation C := (covX (dual P) Chi). Notation B := (covA (dual P) Chi).

Lemma views_differ : two_views P (fun a b => distance2 (row a Chi) (row b Chi)) = 2%:R * \sum_j (C j j - B j j).
Proof.
rewrite -/(noncontrastive P Chi) -noncontrastive_center noncontrastiveE; congr (_ * _).
by apply: eq_bigr => j _; rewrite variance shared.
Qed.

(** What is shared of the variance. *)
Lemma shared_le j : B j j <= s P 1 ^+ 2 * C j j.
Proof. by have [S _] := system_exists P; rewrite variance shared; apply/(T_centred_le S)/(cmx_mean (dual P)). Qed.

Lemma hinge (v eps : R) : 1 <= v -> 0 <= eps -> Num.max 0 (1 - Num.sqrt (v + eps)) = 0.
Proof.
move=> v1 e0; apply/max_idPl; rewrite subr_le0 -(sqrtr1 R) ler_wsqrtr //.
by rewrite (le_trans v1) // ler_addl.
Qed.

Hypotheses (dM : (d < M)%N) (uncorrelated : forall i j, i != j -> C i j = 0).

Lemma correlation_sum : (forall i, 0 < C i i) -> \sum_i correlation P Chi i i <= \sum_(1 <= i < d.+1) s P i ^+ 2.
Proof.
move=> pos; have -> : \sum_i correlation P Chi i i = \tr (correlations P Chi) by apply: eq_bigr => i _; rewrite mxE.
rewrite correlations_form -trace_onE.
apply: le_trans (trace_le (law_gt0 (dual P)) (KX0_selfadj (dual P)) (scaled_orthonormal pos uncorrelated)) _.
by rewrite top_sum_KX0 //; under eq_bigr => i _ do rewrite s_dual.
Qed.

Hypothesis v1 : forall i, 1 <= C i i.
Fact positive i : 0 < C i i. Proof. exact: lt_le_trans ltr01 (v1 i). Qed.

Theorem vicreg_ge (wi wv wc eps : R) : 0 <= wi -> 0 <= eps ->
  2%:R * wi * (\sum_(1 <= i < d.+1) (1 - s P i ^+ 2)) <= vicreg P Chi wi wv wc eps.
Proof.
move=> wi0 e0; rewrite /vicreg views_differ.
set short := \sum_j Num.max _ _; have -> : short = 0 :> R by apply: big1 => j _; apply: hinge.
set pairs := \sum_i \sum_(j | _) _; have -> : pairs = 0 :> R.
  by apply: big1 => i _; apply: big1 => j ji; rewrite /covariance uncorrelated 1?eq_sym // expr0n.
rewrite (mulr0 (wc * _)) addr0 (mulr0 (wv * _)) addr0.
rewrite [2%:R * wi]mulrC -mulrA ler_wpmul2l // ler_pmul2l ?ltr0n // sum_one_minus.
apply: (@le_trans _ _ (\sum_i (1 - correlation P Chi i i))).
  by rewrite sumrB sumr_const card_ord ler_add2l ler_opp2 correlation_sum //; apply: positive.
apply: ler_sum => i _; have p := positive i.
have /andP[_ c1] := correlation_range positive i; have s1 : s P 1 ^+ 2 <= 1 by rewrite expr_le1 ?s_ge0 ?s_le1.
have -> : B i i = correlation P Chi i i * C i i by rewrite correlation_diag ?divfK ?lt0r_neq0 //; apply: positive.
by rewrite -[X in _ <= X - _]mul1r -mulrBl ler_pemulr ?v1 // subr_ge0 (le_trans c1).
Qed.
End Invariance.

(** One feature: to be shorter does not pay where the variance weighs enough. *)
Lemma shorter (R : rcfType) (wi wv k v : R) : 0 <= wi -> 0 <= k -> 2%:R * wi * k <= wv -> 0 <= v ->
  2%:R * wi * k <= 2%:R * wi * (k * v) + 2%:R * wv * Num.max 0 (1 - Num.sqrt v).
Proof.
move=> w0 k0 enough v0; set t := Num.sqrt v; have vE : v = t ^+ 2 by rewrite sqr_sqrtr.
have wk : 0 <= wi * k by rewrite mulr_ge0.
have [t1|t1] := leP 1 t.
  rewrite (_ : Num.max 0 (1 - t) = 0) ?mulr0 ?addr0; last by apply/max_idPl; rewrite subr_le0.
  by rewrite -!mulrA ler_pmul2l ?ltr0n // mulrA ler_pemulr // vE expr_ge1 // (le_trans ler01).
rewrite (_ : Num.max 0 (1 - t) = 1 - t); last by apply/max_idPr; rewrite subr_ge0 ltW.
have u0 : 0 <= 1 - t by rewrite subr_ge0 ltW.
apply: (@le_trans _ _ (2%:R * wi * (k * v) + 2%:R * (2%:R * wi * k) * (1 - t))); last first.
  by rewrite ler_add2l ler_wpmul2r // ler_pmul2l ?ltr0n.
rewrite -subr_ge0 (_ : _ - _ = 2%:R * (wi * k) * (1 - t) ^+ 2); last by rewrite vE; ring.
by rewrite mulr_ge0 ?sqr_ge0 // mulr_ge0 ?ler0n.
Qed.

Section OneFeature.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Lemma vicreg_one (chi : 'M[R]_(M, 1)) (wi wv wc : R) (v := covX (dual P) chi 0 0) (b := covA (dual P) chi 0 0) :
  vicreg P chi wi wv wc 0 = 2%:R * wi * (v - b) + 2%:R * wv * Num.max 0 (1 - Num.sqrt v).
Proof.
rewrite /vicreg views_differ !big_ord1 addr0 big_pred0 => [|j]; last by rewrite ord1 eqxx.
rewrite (mulr0 (wc * _)) addr0 divr1 -/(covX (dual P) chi) -/v -/b; move: (Num.max _ _) => m.
by rewrite [wv * _]mulrC mulrA [wi * _]mulrC.
Qed.

Theorem vicreg_learns (psi chi : 'M[R]_(M, 1)) (wi wv wc : R) :
  0 < wi -> 2%:R * wi * (1 - s P 1 ^+ 2) <= wv -> learns (dual P) psi -> unit_covariance (dual P) psi ->
  vicreg P psi wi wv wc 0 <= vicreg P chi wi wv wc 0.
Proof.
move=> w0 enough lr u; have q0 := law_gt0 (dual P).
have v1 : covX (dual P) psi 0 0 = 1 by have /matrixP/(_ 0 0) := u; rewrite [RHS]mxE.
have oc := proj1 (unit_covarianceE (dual P) psi) u.
have M1 : (1 < M)%N.
  rewrite ltnNge; apply/negP => M1; pose a := Ordinal (M_gt0 P); have [_ /(_ 0)] := oc; set f := col 0 _ => m0.
  have e : f = f a 0 *: one.
    apply/colP => b; rewrite [RHS]mxE [one b 0]mxE mulr1; congr (f _ 0); apply: val_inj => /=.
    by apply/eqP; rewrite -leqn0 -ltnS (leq_trans (ltn_ord b)).
  move: m0; rewrite e mean_ip ipZr -[const_mx 1]/(one : 'cV[R]_M) -/(sqn _ _) sqn_one mulr1 => z.
  by move: v1; rewrite variance -/f e z scale0r /sqn ip0l => /eqP; rewrite eq_sym oner_eq0.
have b1 : covA (dual P) psi 0 0 = s P 1 ^+ 2.
  have lr' : learns (dual P) (cmx (dual P) psi) by rewrite learned_mean_zero.
  have := proj1 (learns_explained M1 oc) lr'; rewrite big_nat1 s_dual => <-.
  by rewrite /explained big_ord1 shared law_dd expect_dd.
rewrite !vicreg_one v1 b1 sqrtr1 subrr maxxx mulr0 addr0.
have v0 : 0 <= covX (dual P) chi 0 0 by rewrite variance sqn_ge0.
have k0 : 0 <= 1 - s P 1 ^+ 2 by rewrite subr_ge0 expr_le1 ?s_ge0 ?s_le1.
apply: (le_trans (shorter (ltW w0) k0 enough v0)).
rewrite ler_add2r ler_pmul2l ?mulr_gt0 ?ltr0n // mulrBl mul1r ler_add2l ler_opp2.
exact: shared_le.
Qed.
End OneFeature.
