(** * Hoeffding's lemma: an exponential of a number that varies by at most c, on average. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import trained jensen exponential.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** ** Two points: p exp(t) + 1 - p <= exp(p t + t^2 / 8) *)
Section TwoPoints.
Variables (R : rcfType) (e : exponential R).
Hypothesis archimedean : Num.archimedean_axiom R.
Notation exp := (exp e).
Let two : 2%:R != 0 :> R. Proof. by rewrite pnatr_eq0. Qed.
Let eight : 8%:R != 0 :> R. Proof. by rewrite pnatr_eq0. Qed.

Definition two_points p t := 1 + p * (exp t - 1).
(** The law with its weights multiplied by 1 and exp(t). *)
Definition tilted p t := p * exp t / two_points p t.

Section Tilt.
Variables (p t : R).
Hypotheses (p0 : 0 <= p) (p1 : p <= 1) (t0 : 0 <= t).

Fact two_points_gt0 : 0 < two_points p t.
Proof. by rewrite ltr_paddr ?ltr01 // mulr_ge0 // subr_ge0 exp_ge1. Qed.
Fact tilted_ge0 : 0 <= tilted p t.
Proof. by rewrite divr_ge0 ?(ltW two_points_gt0) // mulr_ge0 // ltW ?exp_gt0. Qed.
Fact tilted_le1 : tilted p t <= 1.
Proof.
rewrite ler_pdivr_mulr ?two_points_gt0 // mul1r -subr_ge0 [X in 0 <= X](_ : _ = 1 - p) ?subr_ge0 //.
by rewrite /two_points; ring.
Qed.

(** Twice the exponent: one law after the other. *)
Fact two_points_double : two_points p (2%:R * t) = two_points p t * two_points (tilted p t) t.
Proof.
have -> : 2%:R * t = t + t by ring.
rewrite [two_points (tilted _ _) _]/two_points mulrDr mulr1 /tilted mulrA mulrCA divff ?gt_eqF ?two_points_gt0 //.
by rewrite mulr1 /two_points exp_add; ring.
Qed.

(** The mean moves by at most tanh(t/4). *)
Fact tilted_move : tilted p t - p <= t / 4%:R.
Proof.
have t4 : 0 <= t / 4%:R by rewrite divr_ge0 ?ler0n.
apply: le_trans _ (tanh_le e archimedean t4); rewrite /tanh.
have h : 2%:R * (t / 4%:R) + 2%:R * (t / 4%:R) = t.
  by rewrite -mulrDl -natrD mulrC divfK // pnatr_eq0.
have E1 : 1 <= exp (2%:R * (t / 4%:R)) by rewrite exp_ge1 // mulr_ge0 ?ler0n.
have tE : exp t = exp (2%:R * (t / 4%:R)) ^+ 2 by rewrite expr2 -exp_add h.
have := two_points_gt0; rewrite /tilted /two_points tE; move: (exp _) E1 => E E1 W0.
have E0 : 0 < E + 1 by rewrite addr_gt0 ?ltr01 ?(lt_le_trans ltr01).
rewrite ler_pdivl_mulr // mulrBl ler_subl_addr mulrAC ler_pdivr_mulr // -subr_ge0.
rewrite [X in 0 <= X](_ : _ = (E - 1) * (p * E - (1 - p)) ^+ 2); last by ring.
by rewrite mulr_ge0 ?sqr_ge0 // subr_ge0.
Qed.

Fact two_points_rough : two_points p t <= exp (p * t + t ^+ 2 / 8%:R + 2%:R * t ^+ 2).
Proof.
have q0 : 0 <= t ^+ 2 / 8%:R by rewrite divr_ge0 ?sqr_ge0 ?ler0n.
have [small|large] := leP (2%:R * t) 1; last first.
  apply: (@le_trans _ _ (exp t)).
    rewrite -subr_ge0 [X in 0 <= X](_ : _ = (1 - p) * (exp t - 1)); last by rewrite /two_points; ring.
    by rewrite mulr_ge0 ?subr_ge0 ?exp_ge1.
  apply: exp_le; apply: (@le_trans _ _ (2%:R * t ^+ 2)); last by rewrite ler_addr addr_ge0 // mulr_ge0.
  by rewrite -[X in X <= _]mulr1 expr2 mulrCA ler_wpmul2l // ltW.
apply: le_trans (exp_above e _) _; apply: exp_le; rewrite addrAC; apply: (@le_trans _ _ (p * t + 2%:R * t ^+ 2)); last by rewrite ler_addl.
have h := exp_below e t; have t1 : 0 <= 1 - t.
  by rewrite subr_ge0; apply: le_trans small; rewrite -[X in X <= _]mul1r ler_wpmul2r ?ler1n.
have up : exp t - 1 <= t + 2%:R * t ^+ 2.
  have q : 0 < 1 - t.
    rewrite lt_def t1 andbT subr_eq0; apply: contraTneq small => <-; by rewrite mulr1 -ltNge ltr1n.
  rewrite -(ler_pmul2r q); apply: (@le_trans _ _ t).
    by rewrite -subr_ge0 [X in 0 <= X](_ : _ = 1 - exp t * (1 - t)) ?subr_ge0 //; ring.
  rewrite -subr_ge0 [X in 0 <= X](_ : _ = t ^+ 2 * (1 - 2%:R * t)); last by ring.
  by rewrite mulr_ge0 ?sqr_ge0 // subr_ge0.
apply: le_trans (ler_wpmul2l p0 up) _; rewrite mulrDr ler_add2l.
by rewrite -[X in _ <= X]mul1r ler_wpmul2r // mulr_ge0 ?ler0n ?sqr_ge0.
Qed.
End Tilt.

Fact two_points_halved k p t : 0 <= p -> p <= 1 -> 0 <= t ->
  two_points p t <= exp (p * t + t ^+ 2 / 8%:R + 2%:R * t ^+ 2 / 2%:R ^+ k).
Proof.
elim: k p t => [|k IH] p t p0 p1 t0; first by rewrite expr0 divr1 two_points_rough.
have h0 : 0 <= t / 2%:R by rewrite divr_ge0 ?ler0n.
have <- : 2%:R * (t / 2%:R) = t by rewrite mulrC divfK.
move: (t / _) h0 => h h0; rewrite two_points_double //.
have q0 := tilted_ge0 p0 h0; have q1 := tilted_le1 p0 p1 h0; have := tilted_move p0 h0.
have := IH _ _ q0 q1 h0; have := IH _ _ p0 p1 h0; have a0 := two_points_gt0 p0 h0; have b0 := two_points_gt0 q0 h0.
move: (tilted p h) q0 q1 b0 => q q0 q1 b0 A B move_le; apply: le_trans (ler_pmul (ltW a0) (ltW b0) A B) _.
rewrite -exp_add; apply: exp_le; rewrite -subr_ge0 [2%:R ^+ k.+1]exprS.
have g : 0 <= h * (h / 4%:R - (q - p)) by rewrite mulr_ge0 ?subr_ge0.
apply: le_trans g _; rewrite le_eqVlt; apply/orP; left; apply/eqP.
have -> : 4%:R^-1 = 2%:R * 8%:R^-1 :> R by apply: (mulIf eight); rewrite mulfVK // (_ : 8%:R = 4%:R * 2%:R) ?mulKf ?pnatr_eq0 // -natrM.
have zz : 2%:R * 2%:R^-1 = 1 :> R by rewrite divff.
rewrite invfM; move: (8%:R^-1) (2%:R^-1) ((2%:R ^+ k)^-1) zz => u z v zz.
have -> : 2%:R * (2%:R * h) ^+ 2 * (z * v) = (2%:R * z) * (4%:R * h ^+ 2 * v) by ring.
by rewrite zz; ring.
Qed.

Theorem two_points_le p t : 0 <= p -> p <= 1 -> 0 <= t -> two_points p t <= exp (p * t + t ^+ 2 / 8%:R).
Proof.
move=> p0 p1 t0; pose m := two_points p t; have m0 : 0 < m := two_points_gt0 p0 t0.
apply: (halving_limit archimedean (c := m * (2%:R * t ^+ 2))) => k; rewrite -/m -ler_subl_addr.
have := two_points_halved k p0 p1 t0; rewrite -/m exp_add.
move: (exp (_ + _)) (exp_gt0 e (p * t + t ^+ 2 / 8%:R)) => x x0 h.
have := exp_below e (2%:R * t ^+ 2 / 2%:R ^+ k); rewrite -[m * _ / _]mulrA; move: (2%:R * _ / _) h => d h b.
have -> : m - m * d = m * (1 - d) by ring.
have [d1|/ltW d1] := leP 1 d.
  by apply: le_trans (ltW x0); rewrite mulr_ge0_le0 ?(ltW m0) // subr_le0.
apply: le_trans (ler_wpmul2r _ h) _; rewrite ?subr_ge0 // -mulrA -[X in _ <= X]mulr1.
by rewrite ler_wpmul2l // ltW.
Qed.
End TwoPoints.

(** ** A finite law *)
Section Hoeffding.
Variables (R : rcfType) (e : exponential R) (N : nat) (w : 'rV[R]_N).
Hypothesis archimedean : Num.archimedean_axiom R.
Hypotheses (w0 : forall x, 0 <= w 0 x) (w1 : \sum_x w 0 x = 1).
Notation exp := (exp e).

Theorem hoeffding (h : 'I_N -> R) (c l : R) : (forall x y, h x - h y <= c) -> 0 <= l ->
  \sum_x w 0 x * exp (l * h x) <= exp (l * (\sum_x w 0 x * h x) + (l * c) ^+ 2 / 8%:R).
Proof.
move=> hc l0; have [x0 _|none] := pickP 'I_N; last first.
  by move: w1; rewrite big1 => [/eqP|x]; [rewrite eq_sym oner_eq0 | have := none x].
have c0 : 0 <= c by have := hc x0 x0; rewrite subrr.
have [a ha] : exists a, forall x, a <= h x <= a + c.
  have [y _ least] := arg_minP h (erefl : xpredT x0); exists (h y) => x.
  by rewrite least //= -ler_subl_addl hc.
pose u x := (h x - a) / c; pose t := l * c; pose p := \sum_x w 0 x * u x.
have uE x : h x = a + c * u x.
  have := ha x; rewrite /u; have [->|cn] := eqVneq c 0; last by rewrite [c * _]mulrC divfK // => _; ring.
  by rewrite addr0 mul0r addr0 => /andP[ax xa]; apply/eqP; rewrite eq_le xa.
have u0 x : 0 <= u x by rewrite divr_ge0 // subr_ge0; case/andP: (ha x).
have u1 x : u x <= 1.
  have [cz|cn] := eqVneq c 0; first by rewrite /u cz invr0 mulr0 ler01.
  by rewrite ler_pdivr_mulr ?lt_def ?cn // mul1r ler_subl_addl; case/andP: (ha x).
have p0 : 0 <= p by apply: sumr_ge0 => x _; rewrite mulr_ge0.
have p1 : p <= 1 by rewrite -w1; apply: ler_sum => x _; rewrite -[X in _ <= X]mulr1 ler_wpmul2l.
have t0 : 0 <= t by rewrite mulr_ge0.
have -> : \sum_x w 0 x * h x = a + c * p.
  rewrite mulr_sumr -[X in X + _]mul1r -w1 mulr_suml -big_split; apply: eq_bigr => x _ /=.
  by rewrite {1}uE; ring.
have -> : l * (a + c * p) + (l * c) ^+ 2 / 8%:R = l * a + (p * t + t ^+ 2 / 8%:R) by rewrite /t; ring.
rewrite exp_add; apply: (@le_trans _ _ (exp (l * a) * two_points e p t)); last first.
  by rewrite ler_wpmul2l ?two_points_le // ltW ?exp_gt0.
have -> : exp (l * a) * two_points e p t = \sum_x w 0 x * (exp (l * a) * (1 + u x * (exp t - 1))).
  rewrite /two_points /p -[X in X + _]w1 mulr_suml -big_split mulr_sumr; apply: eq_bigr => x _ /=; ring.
apply: ler_sum => x _; rewrite ler_wpmul2l // uE (_ : l * _ = l * a + u x * t); last by rewrite /t; ring.
by rewrite exp_add ler_wpmul2l ?exp_chord // ltW ?exp_gt0.
Qed.
End Hoeffding.
