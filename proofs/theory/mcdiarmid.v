(** * McDiarmid's inequality: a number of a sample that no draw changes by more than c is near its expectation. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import trained jensen exponential hoeffding sample.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** ** The first draw, and the others *)
Section Prepend.
Variables (R : rcfType) (N n : nat) (w : 'rV[R]_N).
Definition prepend (x : 'I_N) (S : sample N n) : sample N n.+1 := [ffun i => oapp S x (unlift ord0 i)].

Lemma prepend0 x S : prepend x S ord0 = x. Proof. by rewrite ffunE unlift_none. Qed.
Lemma prepend_lift x S i : prepend x S (lift ord0 i) = S i. Proof. by rewrite ffunE liftK. Qed.

Lemma expectation_prepend (F : sample N n.+1 -> R) :
  expectation w F = \sum_x w 0 x * expectation w (fun S => F (prepend x S)).
Proof.
rewrite (eq_bigr (fun x => \sum_S w 0 x * (chance w S * F (prepend x S)))) => [|x _]; last by rewrite mulr_sumr.
rewrite pair_big /= /expectation (reindex (fun xS : 'I_N * sample N n => prepend xS.1 xS.2)) /=; last first.
  exists (fun S => (S ord0, [ffun i => S (lift ord0 i)])) => [[x S]|S] _ /=.
    by rewrite prepend0; congr (_, _); apply/ffunP => i; rewrite ffunE prepend_lift.
  by apply/ffunP => i; rewrite ffunE; case: unliftP => [j ->|->] //=; rewrite ffunE.
apply: eq_bigr => [[x S]] _ /=; rewrite mulrA; congr (_ * _); rewrite /chance big_ord_recl prepend0; congr (_ * _).
by apply: eq_bigr => i _; rewrite prepend_lift.
Qed.
End Prepend.

(** ** Numbers that no draw changes by more than c *)
(** S and S' are the same but for the i-th draw. *)
Definition same_but N n (i : 'I_n) (S S' : sample N n) := forall j, j != i -> S j = S' j.
Definition varies_by (R : rcfType) N n (F : sample N n -> R) (c : R) := forall i S S', same_but i S S' -> F S - F S' <= c.

Section McDiarmid.
Variables (R : rcfType) (e : exponential R) (N : nat) (w : 'rV[R]_N).
Hypothesis archimedean : Num.archimedean_axiom R.
Hypotheses (w0 : forall x, 0 <= w 0 x) (w1 : \sum_x w 0 x = 1).
Notation exp := (exp e).

Lemma exponential_moment n (F : sample N n -> R) (c l : R) : varies_by F c -> 0 <= l ->
  expectation w (fun S => exp (l * F S)) <= exp (l * expectation w F + n%:R * ((l * c) ^+ 2 / 8%:R)).
Proof.
move=> Fc l0; elim: n F Fc => [|n IH] F Fc.
  pose S0 : sample N 0 := finfun (fun i : 'I_0 => False_rect 'I_N (notF (ltn_ord i))).
  have E G : expectation w (fun S : sample N 0 => G S) = G S0.
    rewrite (eq_expectation _ (G := fun=> G S0)) ?expectation1 // => S; congr G.
    by apply/ffunP => [[]].
  by rewrite !E mul0r addr0.
rewrite !expectation_prepend; set q := _ ^+ 2 / _.
pose h x := expectation w (fun S => F (prepend x S)).
have hc x y : h x - h y <= c.
  rewrite /h -expectationB -[X in _ <= X](expectation1 n w1); apply: le_expectation => // S.
  apply: (Fc ord0) => j; rewrite !ffunE; by case: unliftP => [i ->|->]; rewrite ?eqxx.
apply: (@le_trans _ _ (\sum_x w 0 x * (exp (n%:R * q) * exp (l * h x)))).
  apply: ler_sum => x _; rewrite ler_wpmul2l // -exp_add addrC; apply: IH => i S S' SS.
  apply: (Fc (lift ord0 i)) => j; rewrite !ffunE; case: unliftP => [k ->|->] //= ki; apply: SS.
  by apply: contra ki => /eqP ->.
have -> : \sum_x w 0 x * (exp (n%:R * q) * exp (l * h x)) = exp (n%:R * q) * \sum_x w 0 x * exp (l * h x).
  by rewrite mulr_sumr; apply: eq_bigr => x _; rewrite mulrCA.
apply: le_trans (ler_wpmul2l (ltW (exp_gt0 e _)) (hoeffding e archimedean w0 w1 hc l0)) _.
rewrite -exp_add -[X in _ <= exp (l * X + _)]/(\sum_x w 0 x * h x) -/q; move: (\sum_x _) q => m q.
have -> : n.+1%:R = n%:R + 1 :> R by rewrite -addn1 natrD.
by apply: exp_le; rewrite le_eqVlt; apply/orP; left; apply/eqP; ring.
Qed.

(** The upper tail. *)
Theorem mcdiarmid n (F : sample N n -> R) (c t : R) : varies_by F c -> (0 < n)%N -> 0 < c -> 0 <= t ->
  probability w (fun S => t <= F S - expectation w F) <= exp (- 2%:R * t ^+ 2 / (n%:R * c ^+ 2)).
Proof.
move=> Fc n0 c0 t0; have n0R : 0 < n%:R :> R by rewrite ltr0n.
have d0 : 0 < n%:R * c ^+ 2 by rewrite mulr_gt0 ?exprn_gt0.
pose l := 4%:R * t / (n%:R * c ^+ 2); have l0 : 0 <= l by rewrite divr_ge0 ?(ltW d0) // mulr_ge0 ?ler0n.
set m := expectation w F.
apply: (@le_trans _ _ (expectation w (fun S => exp (- (l * (m + t))) * exp (l * F S)))).
  apply: le_expectation => // S; rewrite -exp_add; case: (boolP (t <= _)) => [h|_]; last exact/ltW/exp_gt0.
  apply: exp_ge1; rewrite addrC -mulrBr mulr_ge0 // opprD addrA subr_ge0 //.
rewrite expectationZ; apply: le_trans (ler_wpmul2l (ltW (exp_gt0 e _)) (exponential_moment Fc l0)) _.
rewrite -exp_add -/m; apply: exp_le; rewrite le_eqVlt; apply/orP; left; apply/eqP.
have e8 : 8%:R * 8%:R^-1 = 1 :> R by rewrite divff // pnatr_eq0.
have := mulfV (lt0r_neq0 d0); rewrite /l; move: (n%:R) (8%:R^-1) e8 => k v e8; move: ((k * _)^-1) => z kz.
transitivity ((k * c ^+ 2 * z) * (8%:R * v) * 2%:R * t ^+ 2 * z - 4%:R * t ^+ 2 * z); first by ring.
by rewrite kz e8; ring.
Qed.

(** Both tails. *)
Theorem mcdiarmid_both n (F : sample N n -> R) (c t : R) : varies_by F c -> (0 < n)%N -> 0 < c -> 0 <= t ->
  probability w (fun S => t <= `|F S - expectation w F|) <= 2%:R * exp (- 2%:R * t ^+ 2 / (n%:R * c ^+ 2)).
Proof.
move=> Fc n0 c0 t0; have Gc : varies_by (fun S => - F S) c.
  by move=> i S S' SS; rewrite opprK addrC; apply: (Fc i) => j /SS.
rewrite mulr_natl mulr2n; apply: le_trans (ler_add (mcdiarmid Fc n0 c0 t0) (mcdiarmid Gc n0 c0 t0)).
rewrite -expectationD; apply: le_expectation => // S; rewrite expectationN opprK [- F S + _]addrC.
rewrite ler_normr opprB -natrD ler_nat; by case: (t <= _); case: (t <= _).
Qed.
End McDiarmid.
