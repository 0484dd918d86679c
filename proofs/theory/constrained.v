(** * The greatest value of a quadratic form a on the unit vectors where a form b is not negative: it is attained. *)
(** If b is positive somewhere, a top vector of a + t b with b = 0 is best. There is one at the t where the sign of b *)
(** on the top vectors changes, and as that sign is definable, it does change somewhere. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry selfadjoint worstcase vocabulary strict definable topvectors.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Constrained.
Variables (R : rcfType) (n : nat) (w : 'rV[R]_n).
Hypothesis w0 : forall x, 0 < w 0 x.
Notation form K f := (ip w f (K *m f)). Notation sq f := (sqn w f).
Variables A B : 'M[R]_n.
Hypotheses (sA : selfadj w A) (sB : selfadj w B).
Implicit Types f g h : 'cV[R]_n.

(** ** The sign of b on the top vectors of a + t b is definable. *)
Definition negative (t : R) := exists f, form B f < 0 /\ best w (A + t *: B) f.

Fact negative_definable : definable (fun a : nat -> R => negative (a 0%N)).
Proof.
pose v k (a : nat -> R) : 'cV[R]_n := \col_i a (k + i)%N.
have vector k i : polynomial (fun a => v k a i 0).
  by have [t tP] := polynomial_place R (k + i)%N; exists t => e a ea; rewrite mxE (tP _ _ ea).
have pair (K : 'M[R]_n) k : polynomial (fun a => form K (v k a)).
  apply: polynomial_sum => x; apply: polynomial_mul (polynomial_const _) _; apply: polynomial_mul; first exact: vector.
  have [t tP] : polynomial (fun a => \sum_y K x y * v k a y 0).
    by apply: polynomial_sum => y; apply: polynomial_mul (polynomial_const _) (vector k y).
  by exists t => e a ea; rewrite (tP _ _ ea) mxE.
have square k : polynomial (fun a => sq (v k a)).
  by apply: polynomial_sum => x; apply: polynomial_mul (polynomial_const _) _; apply: polynomial_mul; apply: vector.
have value k : polynomial (fun a => form A (v k a) + a 0%N * form B (v k a)).
  by apply: polynomial_add (pair A k) (polynomial_mul (polynomial_place R 0) (pair B k)).
pose Q (a : nat -> R) f := form B f < 0 /\ ~ exists g,
  (form A f + a 0%N * form B f) * sq g < (form A g + a 0%N * form B g) * sq f.
have negativeE a : negative (a 0%N) <-> exists f, Q a f.
  split=> -[f [bf h]]; exists f; split=> //.
    by move=> [g]; rewrite ltNge -!form_add h.
  by move=> g; rewrite leNgt !form_add; apply/negP => lt; apply: h; exists g.
have [F FP] : definable (fun a => exists f, Q a f).
  apply: (@definable_vector _ _ 1%N) => [a a' f e [bf h]|].
    by rewrite /Q -(e 0%N).
  apply: definable_and; first exact: definable_lt (pair B 1%N) (polynomial_const 0).
  apply: definable_not.
  apply: (@definable_vector _ n n.+1 (fun a g => (form A (v 1%N a) + a 0%N * form B (v 1%N a)) * sq g <
    (form A g + a 0%N * form B g) * sq (v 1%N a))).
    move=> a a' g e; have -> : v 1%N a = v 1%N a' by apply/colP => i; rewrite !mxE e // add1n ltnS.
    by rewrite (e 0%N).
  by apply: definable_lt (polynomial_mul (value _) (square _)) (polynomial_mul (value _) (square _)).
by exists F => e a ea; rewrite (FP e a ea) negativeE.
Qed.

(** ** The theorem. *)
Theorem constrained_max : (exists f, f != 0 /\ 0 <= form B f) ->
  exists f, [/\ f != 0, 0 <= form B f & forall g, 0 <= form B g -> form A g * sq f <= form A f * sq g].
Proof.
move=> [f1 [f1n bf1]]; have [h [kappa [hn hk kle]]] := top_of w0 sB f1n.
have kappa0 : 0 <= kappa by have := le_trans bf1 (kle f1); rewrite pmulr_lge0 // sqn_gt0.
have [k0|kn] := eqVneq kappa 0.
  (* b is nowhere positive: where it is 0 is a subspace. *)
  rewrite k0 in kle; have [Pi [delta [delta0 _ on_top below]]] := top_space w0 sB kle.
  have inside g : 0 <= form B g -> g = Pi *m g.
    by move=> bg; apply: (on_top_space w0 delta0 (below g)); rewrite mul0r.
  have [|x [l [xn xl le]]] := @top_on _ _ _ w0 _ Pi A sA; first by exists f1; rewrite -inside.
  exists (Pi *m x); split=> // [|g bg]; first by rewrite on_top mul0r.
  by rewrite (inside g bg) xl mulrAC ler_wpmul2r ?sqn_ge0.
have bh : 0 < form B h by rewrite hk mulr_gt0 ?sqn_gt0 // lt_neqAle eq_sym kn.
have s_at t : selfadj w (A + t *: B) by apply: selfadj_add.
have tops t : exists f, f != 0 /\ best w (A + t *: B) f.
  by have [f [l [fn fl le]]] := top_of w0 (s_at t) hn; exists f; split=> //; apply: best_value fl le.
have conclude t f : 0 <= t -> f != 0 -> form B f = 0 -> best w (A + t *: B) f ->
    exists f, [/\ f != 0, 0 <= form B f & forall g, 0 <= form B g -> form A g * sq f <= form A f * sq g].
  move=> t0 fn bf bestf; exists f; rewrite bf; split=> // g bg; have := bestf g; rewrite !form_add bf mulr0 addr0.
  by apply: le_trans; rewrite ler_wpmul2r ?sqn_ge0 // ler_addl mulr_ge0.
have [f0 [f0n f0best]] := tops 0; rewrite scale0r addr0 in f0best.
have [bf0|bf0] := lerP 0 (form B f0); first by exists f0; split.
have [alpha alpha0 alphaP] := bounded w0 sA hn.
have [alpha' alpha'0 alpha'P] := bounded w0 (selfadj_opp sA) hn.
pose last := ((alpha + alpha') * sq h / form B h) + 1.
have last0 : 0 < last by rewrite ltr_paddl ?ltr01 // divr_ge0 ?mulr_ge0 ?addr_ge0 ?sqn_ge0 // ltW.
have positive : ~ negative last.
  move=> [f [bf bestf]]; have := bestf h; rewrite !form_add leNgt => /negP; apply.
  have fpos : 0 < sq f.
    by rewrite sqn_gt0 //; apply: contraTneq bf => ->; rewrite mulmx0 ip0r ltxx.
  have hpos : 0 < sq h by rewrite sqn_gt0.
  have lE : last * form B h = (alpha + alpha') * sq h + form B h.
    by rewrite /last mulrDl mul1r divfK // gt_eqF.
  have h1 := alphaP f; have := alpha'P h; rewrite form_opp => h2.
  have h3 : 0 < form B h * sq f by rewrite mulr_gt0.
  have h4 : last * form B f * sq h < 0 by rewrite pmulr_llt0 // pmulr_rlt0.
  have h5 := ler_wpmul2r (ltW hpos) h1; have h6 := ler_wpmul2r (ltW fpos) h2.
  have := ltr_le_add (ltr_add h3 h4) (ler_add h5 h6); rewrite lE add0r.
  rewrite -subr_gt0 => k; rewrite -subr_gt0; apply: lt_le_trans k _; rewrite le_eqVlt; apply/orP; left; apply/eqP.
  by ring.
have first : negative 0 by exists f0; split=> //; rewrite scale0r addr0.
have [t [r [t0 _ change]]] := definable_end negative_definable last0 first positive.
have shift t' x : A + x *: B = A + t' *: B + (x - t') *: B by rewrite -addrA -scalerDl [t' + _]addrC subrK.
case: change => [[nt rt before]|[[f [bf fbest]] tr after]].
  have [f [fn fbest]] := tops t.
  have [|u [un ubest bu]] := follow w0 (s_at t) (selfadj_opp sB) fn fbest.
    move=> rho rho0; pose d := Num.min rho (t - r) / 2%:R.
    have m0 : 0 < Num.min rho (t - r) by rewrite lt_minr rho0 subr_gt0.
    have d0 : 0 < d by rewrite divr_gt0 ?ltr0n.
    have dm : d < Num.min rho (t - r) by rewrite ltr_pdivr_mulr ?ltr0n // ltr_pmulr // ltr1n.
    move: dm; rewrite lt_minr => /andP[drho dtr].
    have [|g [bg gbest]] := before (t - d); first by rewrite ltr_subr_addr addrC -ltr_subr_addr dtr ltr_subl_addr ltr_addl.
    exists d, g; split=> //.
    - by apply: contraTneq bg => ->; rewrite mulmx0 ip0r ltxx.
    - by rewrite form_opp oppr_ge0 ltW.
    by move: gbest; rewrite (shift t) (_ : t - d - t = - d) ?scaleNr ?scalerN // addrAC subrr sub0r.
  apply: (conclude t u) => //; apply/eqP; rewrite eq_le; rewrite form_opp oppr_ge0 in bu; rewrite bu /= leNgt.
  by apply/negP => neg; apply: nt; exists u.
have fn : f != 0 by apply: contraTneq bf => ->; rewrite mulmx0 ip0r ltxx.
have [|u [un ubest bu]] := follow w0 (s_at t) sB fn fbest.
  move=> rho rho0; pose d := Num.min rho (r - t) / 2%:R.
  have m0 : 0 < Num.min rho (r - t) by rewrite lt_minr rho0 subr_gt0.
  have d0 : 0 < d by rewrite divr_gt0 ?ltr0n.
  have dm : d < Num.min rho (r - t) by rewrite ltr_pdivr_mulr ?ltr0n // ltr_pmulr // ltr1n.
  move: dm; rewrite lt_minr => /andP[drho dtr].
  have [g [gn gbest]] := tops (t + d); exists d, g; split=> //.
    rewrite leNgt; apply/negP => neg; apply: (after (t + d)); last by exists g.
    by rewrite ltr_addl d0 addrC -ltr_subr_addr.
  by move: gbest; rewrite (shift t) (_ : t + d - t = d) // addrAC subrr add0r.
(* Some combination of f and u has b = 0. *)
have [||x [root _]] := @root_on_side _ (form B f) (ip w u (B *m f)) (form B u) 0.
- by rewrite lt_eqF.
- by rewrite mulr_le0_ge0 // ltW.
rewrite -(along _ _ _ sB) in root; have sum_n : u + x *: f != 0.
  apply: contraNneq un => sum0; have uE : u = - x *: f by rewrite scaleNr; apply/eqP; rewrite -addr_eq0 sum0.
  move: bu; rewrite uE -scalemxAr ipZl ipZr mulrA nmulr_lge0 // -expr2 => x2.
  by have /eqP : (- x) ^+ 2 = 0; [apply/eqP; rewrite eq_le x2 sqr_ge0 | rewrite sqrf_eq0 => /eqP ->; rewrite scale0r].
apply: (conclude t (u + x *: f)) => //; exact: best_add.
Qed.
End Constrained.
