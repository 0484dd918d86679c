(** * Norms and compatibility: where the square roots go.                   *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators vocabulary orthonormal singular.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Norm.
Variables (R : rcfType) (n : nat) (w : 'rV[R]_n).
Hypothesis w0 : forall x, 0 < w 0 x.
Implicit Types f g : 'cV[R]_n.

Lemma norm_ge0 f : 0 <= norm w f. Proof. exact: sqrtr_ge0. Qed.
Lemma norm_sq f : norm w f ^+ 2 = sqn w f. Proof. by rewrite sqr_sqrtr ?sqn_ge0. Qed.
Lemma norm_gt0 f : (0 < norm w f) = (f != 0). Proof. by rewrite sqrtr_gt0 sqn_gt0. Qed.
Lemma norm_one f : (norm w f = 1) <-> (sqn w f = 1).
Proof. by split=> [h|h]; [rewrite -norm_sq h expr1n | rewrite /norm h sqrtr1]. Qed.

(** Cauchy-Schwarz with norms. *)
Lemma ip_le_norm f g : ip w f g <= norm w f * norm w g.
Proof.
apply: le_trans (ler_norm _) _; rewrite -ler_sqr ?nnegrE ?normr_ge0 ?mulr_ge0 ?norm_ge0 //.
by rewrite real_normK ?num_real // exprMn !norm_sq cauchy_schwarz.
Qed.
End Norm.

Section Compatibility.
Variables (R : rcfType) (N M : nat) (P : context R N M).
Notation p0 := (law_gt0 P). Notation q0 := (law_gt0 (dual P)).
Implicit Types f : 'cV[R]_N.

Lemma rho2_compatibility f : rho2 P f = compatibility P f ^+ 2.
Proof. by rewrite /compatibility expr_div_n (norm_sq p0) (norm_sq q0). Qed.

Lemma compatibility_ge0 f : 0 <= compatibility P f.
Proof. by rewrite divr_ge0 ?norm_ge0. Qed.

Lemma compatibility_bounds f : 0 <= compatibility P f <= 1.
Proof.
rewrite compatibility_ge0 -(@expr_le1 _ 2) ?compatibility_ge0 //.
by rewrite -rho2_compatibility rho2_le1.
Qed.

(** The compatibility is the maximum of the definition. *)
Theorem compatibility_max f : 0 < norm (p P) (center (p P) f) ->
  (forall g : 'cV[R]_M, g != 0 ->
     ip (p P) (center (p P) f) (T P *m g) / (norm (p P) (center (p P) f) * norm (q P) g) <= compatibility P f) /\
  (exists g : 'cV[R]_M, g != 0 /\
     ip (p P) (center (p P) f) (T P *m g) / (norm (p P) (center (p P) f) * norm (q P) g) = compatibility P f).
Proof.
move=> nf; split=> [g gn0|].
  have ng : 0 < norm (q P) g by rewrite norm_gt0 //; apply: q0.
  rewrite ler_pdivr_mulr ?mulr_gt0 // mulrA /compatibility divfK ?gt_eqF // expect_adjoint.
  exact: ip_le_norm q0 _ _.
have [g0|gn0] := eqVneq (T_star P *m center (p P) f) 0.
  exists one; split.
    apply/eqP => /colP/(_ (Ordinal (M_gt0 P))); rewrite !mxE => /eqP.
    by rewrite oner_eq0.
  by rewrite expect_adjoint /compatibility g0 ip0l mul0r {1}/norm /sqn ip0l sqrtr0 mul0r.
exists (T_star P *m center (p P) f); split=> //.
rewrite expect_adjoint -/(sqn _ _) -(norm_sq q0) /compatibility expr2.
by rewrite invfM mulrA mulrAC mulfK // gt_eqF // norm_gt0 //; apply: q0.
Qed.

Lemma centred_center f : mean (p P) f = 0 -> center (p P) f = f.
Proof. by move=> f0; rewrite /center f0; apply/colP => x; rewrite !mxE subr0. Qed.

(** f is in F_eps: the same without roots. *)
Lemma in_F_form f eps : in_F P f eps -> eps <= 1 ->
  (1 - eps) ^+ 2 * sqn (p P) f <= sqn (q P) (T_star P *m f).
Proof.
case=> fn0 f0 h e1; rewrite -ler_pdivl_mulr ?sqn_gt0 //; last exact: p0.
rewrite -[X in _ <= _ / sqn _ X](centred_center f0) -[X in T_star P *m X](centred_center f0) -/(rho2 P f).
by rewrite rho2_compatibility ler_sqr ?nnegrE ?subr_ge0 // compatibility_ge0.
Qed.

Lemma form_in_F f eps : f != 0 -> mean (p P) f = 0 -> eps <= 1 ->
  (1 - eps) ^+ 2 * sqn (p P) f <= sqn (q P) (T_star P *m f) -> in_F P f eps.
Proof.
move=> fn0 f0 e1 h; split=> //; rewrite -ler_sqr ?nnegrE ?subr_ge0 ?compatibility_ge0 //.
rewrite -rho2_compatibility /rho2 (centred_center f0) ler_pdivl_mulr ?sqn_gt0 //; exact: p0.
Qed.
End Compatibility.
