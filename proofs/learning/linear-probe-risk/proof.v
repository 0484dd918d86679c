(* statement: sha256:73ce018c8ef9de8a7b062b47a1a421fcd3534e08f8db2635ba8e6a3fd979c8df *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements geometry operators singular frobenius kernelbasis sampling orthonormal.
From Contexture Require Import finitely ball.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section LinearProbe.
Variables (R : rcfType) (N d n : nat) (Phi : 'M[R]_(N, d)) (y : 'cV[R]_N).
Implicit Types (w : 'rV[R]_N) (v : 'cV[R]_d) (S : sample N n).

Notation risk w := (square_risk w Phi y).
Notation loss := (fit_loss Phi y).

Let cross w i : R := \sum_x w 0 x * (Phi x i * y x 0).
Let level w : R := \sum_x w 0 x * y x 0 ^+ 2.

(** v^T C v - 2 v^T c + E y^2 *)
Fact square_risk_split w v : risk w v =
  \sum_(ij : 'I_d * 'I_d) (v ij.1 0 * v ij.2 0) * moment Phi w ij.1 ij.2 - 2%:R * (\sum_i v i 0 * cross w i) + level w.
Proof.
have quad : \sum_(ij : 'I_d * 'I_d) (v ij.1 0 * v ij.2 0) * moment Phi w ij.1 ij.2 = \sum_x w 0 x * (Phi *m v) x 0 ^+ 2.
  rewrite -(pair_big xpredT xpredT (fun i j => v i 0 * v j 0 * moment Phi w i j)) /=.
  transitivity (\sum_i \sum_j \sum_x w 0 x * ((Phi x i * v i 0) * (Phi x j * v j 0))).
    apply: eq_bigr => i _; apply: eq_bigr => j _; rewrite momentE mulr_sumr; apply: eq_bigr => x _; mring.
  under eq_bigr => i _ do rewrite exchange_big /=.
  rewrite exchange_big; apply: eq_bigr => x _ /=; rewrite expr2 [(_ *m v) _ _]mxE big_distrlr /= mulr_sumr.
  by apply: eq_bigr => i _; rewrite mulr_sumr.
have lin : \sum_i v i 0 * cross w i = \sum_x w 0 x * ((Phi *m v) x 0 * y x 0).
  transitivity (\sum_i \sum_x w 0 x * (Phi x i * v i 0 * y x 0)).
    apply: eq_bigr => i _; rewrite mulr_sumr; apply: eq_bigr => x _; mring.
  by rewrite exchange_big; apply: eq_bigr => x _ /=; rewrite [(_ *m v) _ _]mxE mulr_suml mulr_sumr.
rewrite quad lin mulr_sumr -sumrB -big_split; apply: eq_bigr => x _ /=; mring.
Qed.

Fact fit_loss_empirical (n0 : (0 < n)%N) S v : loss S v = risk (empirical R S) v.
Proof. by rewrite /square_risk (empirical_sum S). Qed.

(** |v| <= B: two laws give v almost the same loss, but for a number that is the same for all v. *)
Fact square_risk_distance (u w : 'rV[R]_N) (B : R) v : 0 <= B -> in_ball B v ->
  `|risk u v - risk w v - (level u - level w)|
  <= B ^+ 2 * Num.sqrt (frob (moment Phi u - moment Phi w)) + 2%:R * (B * Num.sqrt (\sum_i (cross u i - cross w i) ^+ 2)).
Proof.
move=> B0 vB; set X := moment Phi u - moment Phi w.
have -> : risk u v - risk w v - (level u - level w) =
    \sum_(ij : 'I_d * 'I_d) (v ij.1 0 * v ij.2 0) * X ij.1 ij.2 - 2%:R * \sum_i v i 0 * (cross u i - cross w i).
  rewrite !square_risk_split.
  have -> : \sum_(ij : 'I_d * 'I_d) (v ij.1 0 * v ij.2 0) * X ij.1 ij.2 =
     \sum_(ij : 'I_d * 'I_d) (v ij.1 0 * v ij.2 0) * moment Phi u ij.1 ij.2 -
     \sum_(ij : 'I_d * 'I_d) (v ij.1 0 * v ij.2 0) * moment Phi w ij.1 ij.2.
    by rewrite -sumrB; apply: eq_bigr => ij _; rewrite [X _ _]mxE [(- _ : 'M_d) _ _]mxE mulrBr.
  have -> : \sum_i v i 0 * (cross u i - cross w i) = \sum_i v i 0 * cross u i - \sum_i v i 0 * cross w i.
    by rewrite -sumrB; apply: eq_bigr => i _; rewrite mulrBr.
  move: (level u) (level w) (\sum_i _ * _) (\sum_i v i 0 * cross w i) (\sum_ij _) (\sum_(ij : 'I_d * 'I_d) _ * moment Phi w _ _).
  by move=> a b c e f g; ring.
have root (a b c : R) : 0 <= c -> a ^+ 2 <= c ^+ 2 * b -> `|a| <= c * Num.sqrt b.
  by move=> c0 h; rewrite -sqrtr_sqr -[X in X * _]ger0_norm // -[X in X * _]sqrtr_sqr -sqrtrM ?sqr_ge0 // ler_wsqrtr.
have v0 : 0 <= \sum_j v j 0 ^+ 2 by apply: sumr_ge0 => j _; apply: sqr_ge0.
apply: le_trans (ler_norm_sub _ _) _; apply: ler_add.
  apply: root; first exact: sqr_ge0.
  apply: le_trans (sum_cauchy (fun ij : 'I_d * 'I_d => v ij.1 0 * v ij.2 0) (fun ij => X ij.1 ij.2)) _.
  have -> : \sum_(ij : 'I_d * 'I_d) X ij.1 ij.2 ^+ 2 = frob X by rewrite -(pair_big xpredT xpredT (fun i j => X i j ^+ 2)).
  have -> : \sum_(ij : 'I_d * 'I_d) (v ij.1 0 * v ij.2 0) ^+ 2 = (\sum_j v j 0 ^+ 2) ^+ 2.
    rewrite -(pair_big xpredT xpredT (fun i j => (v i 0 * v j 0) ^+ 2)) /= expr2 big_distrlr /=.
    by apply: eq_bigr => i _; apply: eq_bigr => j _; rewrite exprMn.
  by rewrite ler_wpmul2r ?frob_ge0 // ler_expn2r // nnegrE ?sqr_ge0.
rewrite normrM ger0_norm ?ler0n // ler_wpmul2l ?ler0n //; apply: root => //.
apply: le_trans (sum_cauchy _ _) _; rewrite ler_wpmul2r //.
by apply: sumr_ge0 => i _; apply: sqr_ge0.
Qed.

(** ** On average *)
Variable w : 'rV[R]_N.
Hypotheses (w0 : forall x, 0 < w 0 x) (w1 : \sum_x w 0 x = 1) (n0 : (0 < n)%N).
Notation E := (@expectation R N n w).
Let w_ge0 x : 0 <= w 0 x := ltW (w0 x).

(** Jensen's inequality for the root. *)
Fact expectation_sqrt (F : sample N n -> R) (b : R) : (forall S, 0 <= F S) -> E F <= b / n%:R ->
  E (fun S => Num.sqrt (F S)) <= Num.sqrt b / Num.sqrt n%:R.
Proof.
move=> F0 Fb; have nR : 0 < n%:R :> R by rewrite ltr0n.
have EF : 0 <= E F by apply: sumr_ge0 => S _; rewrite mulr_ge0 ?chance_ge0.
have b0 : 0 <= b by have := le_trans EF Fb; rewrite pmulr_lge0 ?invr_gt0.
have r0 : 0 <= E (fun S => Num.sqrt (F S)) by apply: sumr_ge0 => S _; rewrite mulr_ge0 ?chance_ge0 ?sqrtr_ge0.
have q0 : 0 <= Num.sqrt b / Num.sqrt n%:R by rewrite divr_ge0 ?sqrtr_ge0.
rewrite -ler_sqr ?nnegrE // expr_div_n !sqr_sqrtr ?ler0n //; apply: le_trans (expectation_sqr w1 w_ge0 _) _.
by apply: le_trans Fb; apply: le_expectation => // S; rewrite sqr_sqrtr.
Qed.

Variables (k Y B : R).
Hypotheses (k0 : 0 <= k) (Y0 : 0 <= Y) (B0 : 0 <= B).
Hypotheses (kP : forall x, \sum_j Phi x j ^+ 2 <= k ^+ 2) (YP : forall x, `|y x 0| <= Y).

Fact mean_le (h : 'I_N -> R) c : (forall x, h x <= c) -> \sum_x w 0 x * h x <= c.
Proof.
move=> hc; rewrite -[X in _ <= X]mul1r -w1 mulr_suml; apply: ler_sum => x _.
by rewrite ler_wpmul2l.
Qed.

Fact moment_rate : E (fun S => Num.sqrt (frob (moment Phi (empirical R S) - moment Phi w))) <= k ^+ 2 / Num.sqrt n%:R.
Proof.
rewrite -[k ^+ 2]ger0_norm ?sqr_ge0 // -sqrtr_sqr; apply: expectation_sqrt => [S|]; first exact: frob_ge0.
rewrite (moment_variance Phi n0 w1) ler_wpmul2r ?invr_ge0 ?ler0n // ler_subl_addr.
apply: (@le_trans _ _ ((k ^+ 2) ^+ 2)); last by rewrite ler_addl frob_ge0.
apply: mean_le => x; have -> : (Phi *m Phi^T) x x = \sum_j Phi x j ^+ 2.
  by rewrite mxE; apply: eq_bigr => j _; rewrite mxE expr2.
have s0 : 0 <= \sum_j Phi x j ^+ 2 by apply: sumr_ge0 => j _; apply: sqr_ge0.
by rewrite ler_expn2r // nnegrE ?sqr_ge0.
Qed.

Fact cross_rate : E (fun S => Num.sqrt (\sum_i (cross (empirical R S) i - cross w i) ^+ 2)) <= k * Y / Num.sqrt n%:R.
Proof.
rewrite -[k * Y]ger0_norm ?mulr_ge0 // -sqrtr_sqr; apply: expectation_sqrt => [S|].
  by apply: sumr_ge0 => i _; apply: sqr_ge0.
rewrite expectation_sum (eq_bigr _ (fun i _ => expectation_variance n0 w1 (fun x => Phi x i * y x 0))) -mulr_suml.
rewrite ler_wpmul2r ?invr_ge0 ?ler0n //.
apply: (@le_trans _ _ (\sum_i \sum_x w 0 x * (Phi x i * y x 0) ^+ 2)).
  by apply: ler_sum => i _; rewrite ler_subl_addr ler_addl sqr_ge0.
rewrite exchange_big /=; under eq_bigr => x _ do rewrite -mulr_sumr.
apply: mean_le => x; under eq_bigr => i _ do rewrite exprMn.
rewrite -mulr_suml exprMn; apply: ler_pmul => //; rewrite ?sqr_ge0 //.
  by apply: sumr_ge0 => j _; apply: sqr_ge0.
by rewrite -[y x 0 ^+ 2]real_normK ?num_real // ler_expn2r // nnegrE.
Qed.

Fact probe_rate (fit : sample N n -> 'cV[R]_d) (best : 'cV[R]_d) : in_ball B best ->
  (forall S, in_ball B (fit S) /\ forall v, in_ball B v -> loss S (fit S) <= loss S v) ->
  E (fun S => risk w (fit S)) - risk w best <= 4%:R * k * B * (k * B + Y) / Num.sqrt n%:R.
Proof.
move=> bB fitP; rewrite -[X in _ - X](expectation1 n w1) -expectationB.
pose a S := Num.sqrt (frob (moment Phi (empirical R S) - moment Phi w)).
pose b S := Num.sqrt (\sum_i (cross (empirical R S) i - cross w i) ^+ 2).
have r0 : 0 <= (Num.sqrt n%:R)^-1 :> R by rewrite invr_ge0 sqrtr_ge0.
apply: (@le_trans _ _ (E (fun S => 2%:R * B ^+ 2 * a S + 4%:R * B * b S))).
  apply: le_expectation => // S; have [fB fmin] := fitP S.
  have := fmin _ bB; rewrite !fit_loss_empirical // => opt.
  have := square_risk_distance (empirical R S) w B0 bB; have := square_risk_distance (empirical R S) w B0 fB.
  rewrite -/(a S) -/(b S) !ler_norml => /andP[+ _] /andP[_ +].
  move=> lo hi; rewrite -subr_ge0 in lo; rewrite -subr_ge0 in hi; rewrite -subr_ge0 in opt; rewrite -subr_ge0.
  have := addr_ge0 (addr_ge0 lo hi) opt; congr (0 <= _).
  move: (level _) (level w) (risk _ (fit S)) (risk w (fit S)) (risk _ best) (risk w best) (a S) (b S).
  by move=> x1 x2 x3 x4 x5 x6 x7 x8; ring.
rewrite expectationD !expectationZ.
apply: (@le_trans _ _ (2%:R * B ^+ 2 * (k ^+ 2 / Num.sqrt n%:R) + 4%:R * B * (k * Y / Num.sqrt n%:R))).
  apply: ler_add; apply: ler_wpmul2l; rewrite ?moment_rate ?cross_rate ?mulr_ge0 ?ler0n ?sqr_ge0 //.
rewrite -subr_ge0; move: (Num.sqrt n%:R)^-1 r0 => r r0.
have -> : 4%:R * k * B * (k * B + Y) * r - (2%:R * B ^+ 2 * (k ^+ 2 * r) + 4%:R * B * (k * Y * r)) = 2%:R * (k * B) ^+ 2 * r by ring.
by rewrite !mulr_ge0 ?ler0n ?sqr_ge0.
Qed.
End LinearProbe.

(** For whichever weights fit each sample best, so also for those of least norm. That no weights in the ball are better *)
(** than [best] is not used; it is what makes its risk the least. *)
Theorem linear_probe_risk (R : rcfType) N M d n (P : context R N M) (Phi : 'M[R]_(N, d)) (y : 'cV[R]_N) (B : R)
    (fit : sample N n -> 'cV[R]_d) (best : 'cV[R]_d) :
  let kappa := Num.sqrt (largest (fun x => \sum_j Phi x j ^+ 2)) in let Y := largest (fun x => `|y x 0|) in
  0 <= B -> (0 < n)%N ->
  (forall S, in_ball B (fit S) /\ forall v, in_ball B v -> fit_loss Phi y S (fit S) <= fit_loss Phi y S v) ->
  in_ball B best -> (forall v, in_ball B v -> square_risk (p P) Phi y best <= square_risk (p P) Phi y v) ->
  expectation (p P) (fun S => square_risk (p P) Phi y (fit S)) - square_risk (p P) Phi y best
  <= 4%:R * kappa * B * (kappa * B + Y) / Num.sqrt n%:R.
Proof.
move=> kappa Y B0 n0 fitP bB _.
have l0 (h : 'I_N -> R) : 0 <= largest h by rewrite /largest; elim/big_rec: _ => // i x _ x0; rewrite le_maxr x0 orbT.
apply: probe_rate => //; [exact: law_gt0 | exact: law_sum1 | exact: sqrtr_ge0 | exact: l0 | | ] => x.
  by rewrite sqr_sqrtr ?l0 //; apply: (largest_ge (fun x => \sum_j Phi x j ^+ 2)).
exact: (largest_ge (fun x => `|y x 0|)).
Qed.

(** ** The statement as generated *)
Theorem linear_probe_risk_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P d _ Phi y B n /andP[n0 _] B0; split=> //; have p0 x : 0 <= p P 0 x := ltW (law_gt0 P x).
have fits (S : sample N n) : exists v, [/\ in_ball B v,
    forall u, in_ball B u -> fit_loss Phi y S v <= fit_loss Phi y S u &
    forall u, in_ball B u -> fit_loss Phi y S u <= fit_loss Phi y S v -> \sum_j v j 0 ^+ 2 <= \sum_j u j 0 ^+ 2].
  have [|v [vB best short]] := @least_squares_ball _ _ _ (empirical R S) Phi y B _ B0.
    by move=> x; rewrite mxE divr_ge0 ?ler0n.
  by exists v; split=> // u uB; rewrite !fit_loss_empirical //; [apply: best | apply: short].
have [fit fitP] := fin_all_exists fits; have [best [bB bmin _]] := least_squares_ball Phi y p0 B0.
exists (fun S => square_risk (p P) Phi y (fit S)); split=> [S|].
  by have [fB fmin short] := fitP S; exists (fit S); split=> // u uB umin; apply: short => //; apply: umin.
split=> //; exists (square_risk (p P) Phi y best); split; first by split=> //; exists best.
have kE x : \sum_(1 <= j < d.+1) column Phi j.-1 x 0 ^+ 2 = \sum_j Phi x j ^+ 2.
  by rewrite big_add1 big_mkord; apply: eq_bigr => j _; rewrite columnE mxE.
have k0 x : 0 <= \sum_j Phi x j ^+ 2 by rewrite sumr_ge0 // => j _; rewrite sqr_ge0.
have N0 := N_gt0 P; exists (largest (fun x => \sum_j Phi x j ^+ 2)).
have [[x [_ xE]] top] := maximum_largest N0 k0; split.
  by split=> [|z _]; [exists x; rewrite kE | rewrite kE top].
split; first exact: le_trans (k0 x) (largest_ge (fun x => \sum_j Phi x j ^+ 2) x).
exists (largest (fun x => `|y x 0|)); split; first by apply: maximum_largest N0 _ => z; rewrite normr_ge0.
split; first exact: ler0n.
split; first by rewrite gt_eqF // sqrtr_gt0 ltr0n.
by apply: linear_probe_risk => // S; have [fB fmin _] := fitP S.
Qed.
