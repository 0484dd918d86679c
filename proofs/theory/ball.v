(** * Least squares in a ball: a least value is attained, and of the weights where it is some are shortest. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements geometry spectral orthonormal pencil kernelbasis sampling.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** ** In coordinates where the quadratic form is diagonal *)
Section Diagonal.
Variables (R : rcfType) (d : nat) (l b : 'I_d -> R) (B : R).
Hypotheses (B0 : 0 <= B) (l0 : forall i, 0 <= l i) (bl : forall i, l i = 0 -> b i = 0).
Implicit Types u v : 'I_d -> R.
Let size v := \sum_i v i ^+ 2.
Let cost v := \sum_i (l i * v i ^+ 2 - 2%:R * (v i * b i)).

(** Where the slope is - m v with m >= 0, which is zero inside the ball, the cost is least. *)
Fact multiplier_best v m : 0 <= m -> (forall i, (l i + m) * v i = b i) -> (forall i, l i + m = 0 -> v i = 0) ->
  m = 0 \/ size v = B ^+ 2 -> forall u, size u <= B ^+ 2 ->
  cost v <= cost u /\ (cost u <= cost v -> size v <= size u).
Proof.
move=> m0 slope flat inside u uB; pose step i := (l i + m) * (u i - v i) ^+ 2.
have step0 i : 0 <= step i by rewrite mulr_ge0 ?sqr_ge0 ?addr_ge0.
have costE : cost u = cost v + (\sum_i step i + m * (size v - size u)).
  rewrite /cost /size -sumrB mulr_sumr -!big_split; apply: eq_bigr => i _ /=.
  by rewrite -slope /step; ring.
have out0 : 0 <= m * (size v - size u).
  by case: inside => [->|->]; rewrite ?mul0r // mulr_ge0 // subr_ge0.
have sum0 : 0 <= \sum_i step i by apply: sumr_ge0.
rewrite costE ler_addl addr_ge0 //; split=> //; rewrite ger_addl => le0.
have : \sum_i step i == 0 by rewrite eq_le sum0 andbT; apply: le_trans le0; rewrite ler_addl.
rewrite psumr_eq0 // => /allP all0; apply: ler_sum => i _.
have := all0 i (mem_index_enum _); rewrite /= mulf_eq0 sqrf_eq0 subr_eq0 => /orP[/eqP/flat ->|/eqP ->] //.
by rewrite expr0n sqr_ge0.
Qed.

(** The size at the multiplier m falls to that of the ball. *)
Fact multiplier_exists : 0 < B -> B ^+ 2 < size (fun i => b i / l i) ->
  exists m, 0 < m /\ size (fun i => b i / (l i + m)) = B ^+ 2.
Proof.
move=> Bpos out; pose den m := \prod_(j | b j != 0) (l j + m) ^+ 2.
pose P : {poly R} := B ^+ 2 *: \prod_(j | b j != 0) ((l j)%:P + 'X) ^+ 2
  - \sum_(i | b i != 0) b i ^+ 2 *: \prod_(j | (b j != 0) && (j != i)) ((l j)%:P + 'X) ^+ 2.
have lpos i : b i != 0 -> 0 < l i by move=> bi; rewrite lt_def l0 andbT; apply: contra bi => /eqP/bl ->.
have den0 m : 0 <= m -> 0 < den m by move=> m0; apply: prodr_gt0 => j /lpos lj; rewrite exprn_gt0 // ltr_paddr.
have PE m : 0 <= m -> P.[m] = den m * (B ^+ 2 - size (fun i => b i / (l i + m))).
  move=> m0; rewrite hornerD hornerN hornerZ horner_prod horner_sum mulrBr [den m * B ^+ 2]mulrC; congr (_ * _ - _).
    by apply: eq_bigr => j _; rewrite horner_exp hornerD hornerC hornerX.
  rewrite /size mulr_sumr [RHS](bigID (fun i => b i != 0)) /= [X in _ = _ + X]big1 ?addr0 => [|i]; last first.
    by rewrite negbK => /eqP ->; rewrite mul0r expr0n mulr0.
  apply: eq_bigr => i bi; rewrite hornerZ horner_prod /den [X in _ = X * _](bigD1 i bi) /= expr_div_n.
  rewrite (eq_bigr (fun j => (l j + m) ^+ 2)) => [|j _]; last by rewrite horner_exp hornerD hornerC hornerX.
  by rewrite [RHS]mulrC mulrA divfK // expf_neq0 // gt_eqF // ltr_paddr // lpos.
pose top := Num.sqrt (\sum_i b i ^+ 2) / B.
have top0 : 0 <= top by rewrite divr_ge0 ?sqrtr_ge0.
have sq : top ^+ 2 * B ^+ 2 = \sum_i b i ^+ 2.
  by rewrite -exprMn divfK ?gt_eqF // sqr_sqrtr // sumr_ge0 // => i _; rewrite sqr_ge0.
clearbody top.
have low : P.[0] < 0.
  rewrite PE // pmulr_rlt0 ?den0 // subr_lt0; move: out; congr (_ < _); apply: eq_bigr => i _.
  by rewrite addr0.
have high : 0 <= P.[top].
  rewrite PE // mulr_ge0 ?(ltW (den0 _ _)) // subr_ge0.
  have [z|tz] := eqVneq top 0.
    have : \sum_i b i ^+ 2 == 0 by rewrite -sq z expr0n mul0r.
    rewrite psumr_eq0 => [/allP all0|i _]; last by rewrite sqr_ge0.
    rewrite /size big1 ?sqr_ge0 // => i _; have := all0 i (mem_index_enum _); rewrite /= sqrf_eq0 => /eqP ->.
    by rewrite mul0r expr0n.
  have tpos : 0 < top by rewrite lt_def tz.
  rewrite -(ler_pmul2l (exprn_gt0 2 tpos)) sq mulr_sumr; apply: ler_sum => i _.
  rewrite -exprMn mulrCA exprMn -[X in _ <= X]mulr1 ler_wpmul2l ?sqr_ge0 //.
  have lt0 : 0 < l i + top by rewrite ltr_paddl.
  by apply: exprn_ile1; rewrite ?divr_ge0 ?(ltW lt0) ?ler_pdivr_mulr ?mul1r ?ler_addr.
have between : P.[0] <= 0 <= P.[top] by rewrite (ltW low).
have [m] := poly_ivt top0 between => /andP[m0 _] /rootP Pm.
have mpos : 0 < m by rewrite lt_def m0 andbT; apply: contraTneq low => z; rewrite -[X in P.[X]]z Pm ltxx.
by exists m; split=> //; move/eqP: Pm; rewrite PE // mulf_eq0 gt_eqF ?den0 //= subr_eq0 => /eqP <-.
Qed.

Theorem ball_best : exists v, [/\ size v <= B ^+ 2, forall u, size u <= B ^+ 2 -> cost v <= cost u &
  forall u, size u <= B ^+ 2 -> cost u <= cost v -> size v <= size u].
Proof.
have [z|Bn] := eqVneq B 0.
  have all0 u : size u <= B ^+ 2 -> forall i, u i = 0.
    rewrite z expr0n => u0 i; apply/eqP; rewrite -sqrf_eq0 eq_le sqr_ge0 andbT; apply: le_trans u0.
    by rewrite /size (bigD1 i) //= ler_addl sumr_ge0 // => j _; rewrite sqr_ge0.
  have zero : size (fun=> 0) = 0 by rewrite /size big1 // => i _; rewrite expr0n.
  exists (fun=> 0); split=> [|u /all0 u0|u _ _]; rewrite ?zero ?sqr_ge0 //; last first.
    by rewrite sumr_ge0 // => i _; rewrite sqr_ge0.
  by rewrite (_ : cost u = cost (fun=> 0)) //; apply: eq_bigr => i _; rewrite u0.
suff [v [m [[m0 slope flat] vB inside]]] : exists v m,
    [/\ [/\ 0 <= m, forall i, (l i + m) * v i = b i & forall i, l i + m = 0 -> v i = 0],
      size v <= B ^+ 2 & m = 0 \/ size v = B ^+ 2].
  by exists v; split=> // u uB; have [] := multiplier_best m0 slope flat inside uB.
have [inB|outB] := leP (size (fun i => b i / l i)) (B ^+ 2).
  exists (fun i => b i / l i), 0; split=> //; last by left.
  split=> // i; rewrite addr0; last by move=> z; rewrite bl // mul0r.
  by have [z|li] := eqVneq (l i) 0; [rewrite (bl z) z mul0r | rewrite mulrC divfK].
have Bpos : 0 < B by rewrite lt_def Bn.
have [m [m0 mB]] := multiplier_exists Bpos outB.
have lm i : 0 < l i + m by rewrite ltr_paddl.
exists (fun i => b i / (l i + m)), m; split; rewrite ?mB //; last by right.
split=> [|i|i z]; first exact: ltW; first by rewrite mulrC divfK // gt_eqF.
by have := lm i; rewrite z ltxx.
Qed.
End Diagonal.

(** ** Least squares *)
Section LeastSquares.
Variables (R : rcfType) (n d : nat) (w : 'rV[R]_n) (Phi : 'M[R]_(n, d)) (y : 'cV[R]_n) (B : R).
Hypotheses (w0 : forall x, 0 <= w 0 x) (B0 : 0 <= B).
Notation risk := (square_risk w Phi y).
Notation size v := (\sum_j v j 0 ^+ 2).

Theorem least_squares_ball : exists v, [/\ in_ball B v, forall u, in_ball B u -> risk v <= risk u &
  forall u, in_ball B u -> risk u <= risk v -> size v <= size u].
Proof.
have [E _] := eigenbasis_exists (@flat_gt0 R d) (moment_selfadj Phi w).
have EE : (ef E)^T *m ef E = 1%:M by have := ef_orth E; rewrite flat_diag mulmx1.
pose G := Phi *m ef E; pose l i := ev E 0 i; pose b i := (G^T *m diag_mx w *m y) i 0.
have GE : G^T *m diag_mx w *m G = diag_mx (ev E).
  have -> : G^T *m diag_mx w *m G = (ef E)^T *m (moment Phi w *m ef E) by rewrite trmx_mul /moment !mulmxA.
  by rewrite ef_eig mulmxA EE mul1mx.
have Gv (v : 'cV[R]_d) : Phi *m (ef E *m v) = G *m v by rewrite mulmxA.
clearbody G; have lE i : l i = \sum_x w 0 x * G x i ^+ 2.
  have /matrixP/(_ i i) := GE; rewrite ip_gram [RHS]mxE eqxx mulr1n /l => <-.
  by apply: eq_bigr => x _; rewrite !mxE expr2.
have l0 i : 0 <= l i by rewrite lE sumr_ge0 // => x _; rewrite mulr_ge0 ?sqr_ge0.
have bl i : l i = 0 -> b i = 0.
  move/eqP; rewrite lE psumr_eq0 => [/allP all0|x _]; last by rewrite mulr_ge0 ?sqr_ge0.
  rewrite /b ip_gram; apply: big1 => x _; have := all0 x (mem_index_enum _).
  rewrite /= mulf_eq0 sqrf_eq0 [col i G _ _]mxE.
  by case/orP=> /eqP ->; rewrite !mul0r ?mulr0.
have riskE (v : 'cV[R]_d) : risk (ef E *m v) = \sum_i (l i * v i 0 ^+ 2 - 2%:R * (v i 0 * b i)) + sqn w y.
  have -> : risk (ef E *m v) = sqn w (G *m v - y).
    by apply: eq_bigr => x _; rewrite Gv [(_ - y) _ _]mxE [(- y) _ _]mxE expr2.
  have vv : sqn w (G *m v) = \sum_i l i * v i 0 ^+ 2.
    rewrite /sqn ipE trmx_mul -!mulmxA (mulmxA (diag_mx w)) (mulmxA G^T) (mulmxA G^T) GE mulmxA mul_mx_diag mxE.
    by apply: eq_bigr => i _; rewrite !mxE /l; mring.
  have vb : ip w (G *m v) y = \sum_i v i 0 * b i.
    by rewrite ipE trmx_mul -!mulmxA (mulmxA G^T) mxE; apply: eq_bigr => i _; rewrite mxE.
  rewrite sqnD vv /sqn ipNl !ipNr opprK vb sumrB -mulr_sumr; move: (ip w y y) (\sum_i _) (\sum_i _) => t u z; mring.
have sizeE (v : 'cV[R]_d) : size (ef E *m v) = size v.
  have sq (u : 'cV[R]_d) : size u = (u^T *m u) 0 0 by rewrite mxE; apply: eq_bigr => i _; rewrite mxE expr2.
  by rewrite !sq trmx_mul -mulmxA (mulmxA (ef E)^T) EE mul1mx.
have inv (u : 'cV[R]_d) : u = ef E *m ((ef E)^T *m u) by rewrite mulmxA (mulmx1C EE) mul1mx.
have [v [vB best short]] := ball_best B0 l0 bl.
pose c : 'cV[R]_d := \col_i v i; have cE i : c i 0 = v i by rewrite mxE.
have sizeV : size (ef E *m c) = \sum_i v i ^+ 2 by rewrite sizeE; apply: eq_bigr => i _; rewrite cE.
have riskV : risk (ef E *m c) = \sum_i (l i * v i ^+ 2 - 2%:R * (v i * b i)) + sqn w y.
  by rewrite riskE; congr (_ + _); apply: eq_bigr => i _; rewrite cE.
exists (ef E *m c); rewrite /in_ball sizeV riskV; split=> // u; rewrite (inv u) sizeE riskE ler_add2r.
  exact: best.
exact: short.
Qed.
End LeastSquares.
