(** * Samples: n independent draws from a finite law.                        *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import vocabulary geometry.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** ** Definitions *)
(** The points drawn, in order. *)
Notation sample N n := {ffun 'I_n -> 'I_N}.

Section Sample.
Variables (R : rcfType) (N n : nat) (w : 'rV[R]_N).
(** The probability of a sample: the product of the weights of its points. *)
Definition chance (S : sample N n) : R := \prod_i w 0 (S i).
(** The expectation of a number that depends on the sample. *)
Definition expectation (F : sample N n -> R) : R := \sum_S chance S * F S.
(** The probability of an event. *)
Definition probability (A : pred (sample N n)) : R := expectation (fun S => (A S)%:R).
(** The matrix of drawn points: column i is the indicator of the i-th. *)
Definition drawn (S : sample N n) : 'M[R]_(N, n) := \matrix_(x, i) (S i == x)%:R.
(** The weights of the sample: how often each point was drawn, over n. *)
Definition empirical (S : sample N n) : 'rV[R]_N := \row_x (#|[set i | S i == x]|%:R / n%:R).
(** The matrix k(x_i, x_j) / n of the sample. *)
Definition sample_gram (k : 'M[R]_N) (S : sample N n) : 'M[R]_n := \matrix_(i, j) (k (S i) (S j) / n%:R).
End Sample.

(** ** Expectations *)
Section Expectation.
Variables (R : rcfType) (N n : nat) (w : 'rV[R]_N).
Notation E := (@expectation R N n w).
Implicit Types (F G : sample N n -> R) (h : 'I_N -> R).

Lemma expectationD F G : E (fun S => F S + G S) = E F + E G.
Proof. by rewrite -big_split; apply: eq_bigr => S _; rewrite mulrDr. Qed.
Lemma expectationZ c F : E (fun S => c * F S) = c * E F.
Proof. by rewrite [RHS]mulr_sumr; apply: eq_bigr => S _; rewrite mulrCA. Qed.
Lemma expectationN F : E (fun S => - F S) = - E F.
Proof. by rewrite -[RHS]sumrN; apply: eq_bigr => S _; rewrite mulrN. Qed.
Lemma expectationB F G : E (fun S => F S - G S) = E F - E G.
Proof. by rewrite expectationD expectationN. Qed.
Lemma expectation_sum I (r : seq I) (Q : pred I) (F : I -> sample N n -> R) :
  E (fun S => \sum_(i <- r | Q i) F i S) = \sum_(i <- r | Q i) E (F i).
Proof. by rewrite exchange_big; apply: eq_bigr => S _; rewrite mulr_sumr. Qed.
Lemma eq_expectation F G : (forall S, F S = G S) -> E F = E G.
Proof. by move=> FG; apply: eq_bigr => S _; rewrite FG. Qed.

(** Independence: the expectation of a product over the draws. *)
Lemma expectation_prod (h : 'I_n -> 'I_N -> R) :
  E (fun S => \prod_i h i (S i)) = \prod_i \sum_x w 0 x * h i x.
Proof. by rewrite bigA_distr_bigA; apply: eq_bigr => S _; rewrite -big_split. Qed.

Hypothesis w1 : \sum_x w 0 x = 1.

Lemma expectation1 c : E (fun=> c) = c.
Proof.
have := expectation_prod (fun _ _ => 1); rewrite (eq_expectation (G := fun=> 1)) => [e|S]; last by rewrite big1.
rewrite -[RHS]mulr1 (_ : E _ = c * E (fun=> 1)); last first.
  by rewrite -expectationZ; apply: eq_expectation => S; rewrite mulr1.
by rewrite e big1 // => i _; rewrite -[RHS]w1; apply: eq_bigr => x _; rewrite mulr1.
Qed.

(** One draw, and two. *)
Lemma expectation_draw h i : E (fun S => h (S i)) = \sum_x w 0 x * h x.
Proof.
have := expectation_prod (fun j x => if j == i then h x else 1).
rewrite (eq_expectation (G := fun S => h (S i))) => [->|S]; last first.
  by rewrite (bigD1 i) //= eqxx big1 ?mulr1 // => j /negPf ->.
rewrite (bigD1 i) //= [X in _ * X]big1 ?mulr1 => [|j /negPf ->]; last first.
  by rewrite -[RHS]w1; apply: eq_bigr => x _; rewrite mulr1.
by apply: eq_bigr => x _; rewrite eqxx.
Qed.

Lemma expectation_draws g h i j : i != j ->
  E (fun S => g (S i) * h (S j)) = (\sum_x w 0 x * g x) * (\sum_x w 0 x * h x).
Proof.
move=> ij; have ji : j != i by rewrite eq_sym.
have := expectation_prod (fun k x => if k == i then g x else if k == j then h x else 1).
rewrite (eq_expectation (G := fun S => g (S i) * h (S j))) => [->|S]; last first.
  rewrite (bigD1 i) //= eqxx (bigD1 j) //= (negPf ji) eqxx big1 ?mulr1 // => k /andP[/negPf -> /negPf ->].
  by [].
rewrite (bigD1 i) //= (bigD1 j) //= [X in _ * (_ * X)]big1 ?mulr1 => [|k /andP[/negPf -> /negPf ->]]; last first.
  by rewrite -[RHS]w1; apply: eq_bigr => x _; rewrite mulr1.
by congr (_ * _); apply: eq_bigr => x _; rewrite ?(negPf ji) eqxx.
Qed.

Hypothesis w0 : forall x, 0 <= w 0 x.

Lemma chance_ge0 (S : sample N n) : 0 <= chance w S. Proof. by apply: prodr_ge0. Qed.
Lemma le_expectation F G : (forall S, F S <= G S) -> E F <= E G.
Proof. by move=> FG; apply: ler_sum => S _; rewrite ler_wpmul2l ?chance_ge0. Qed.

(** Jensen's inequality for the square. *)
Lemma expectation_sqr F : E F ^+ 2 <= E (fun S => F S ^+ 2).
Proof.
have : 0 <= E (fun S => (F S - E F) ^+ 2).
  by apply: sumr_ge0 => S _; rewrite mulr_ge0 ?chance_ge0 ?sqr_ge0.
rewrite (eq_expectation (G := fun S => F S ^+ 2 - (2%:R * E F) * F S + E F ^+ 2)) => [|S]; last by ring.
rewrite expectationD expectationB expectationZ expectation1 => h.
by rewrite -subr_ge0; apply: le_trans h _; rewrite le_eqVlt; apply/orP; left; apply/eqP; ring.
Qed.
End Expectation.

(** ** The empirical weights *)
Section Empirical.
Variables (R : rcfType) (N n : nat).
Hypothesis n0 : (0 < n)%N.
Let n0R : n%:R != 0 :> R. Proof. by rewrite pnatr_eq0 -lt0n. Qed.

(** They average over the draws. *)
Lemma empirical_sum (S : sample N n) (h : 'I_N -> R) :
  \sum_x empirical R S 0 x * h x = (\sum_i h (S i)) / n%:R.
Proof.
rewrite (eq_bigr (fun x => \sum_(i | S i == x) h x / n%:R)) => [|x _]; last first.
  by rewrite mxE sumr_const -[RHS]mulr_natl cardsE mulrAC -mulrA.
rewrite (exchange_big_dep xpredT) //= mulr_suml; apply: eq_bigr => i _.
by rewrite (big_pred1 (S i)) // => x; rewrite eq_sym.
Qed.

Lemma empirical_drawn (S : sample N n) : drawn R S *m (drawn R S)^T = n%:R *: diag_mx (empirical R S).
Proof.
apply/matrixP => x y; rewrite mxE [RHS]mxE [diag_mx _ _ _]mxE [empirical _ _ _ _]mxE.
have [->|xy] := eqVneq x y; last first.
  rewrite mulr0n mulr0 big1 // => i _; rewrite !mxE; case: eqP => [->|]; rewrite ?mul0r //.
  by rewrite (negPf xy) mulr0.
rewrite mulr1n mulrC divfK // -sum1_card natr_sum [RHS]big_mkcond; apply: eq_bigr => i _.
by rewrite !mxE inE; case: eqP => _; rewrite ?mulr1 ?mulr0.
Qed.

Variable w : 'rV[R]_N.
Hypothesis w1 : \sum_x w 0 x = 1.

(** Their expectation is the law. *)
Lemma expectation_empirical (h : 'I_N -> R) :
  expectation w (fun S : sample N n => \sum_x empirical R S 0 x * h x) = \sum_x w 0 x * h x.
Proof.
rewrite (eq_expectation _ (G := fun S => n%:R^-1 * \sum_i h (S i))) => [|S]; last by rewrite empirical_sum mulrC.
rewrite expectationZ expectation_sum (eq_bigr _ (fun i _ => expectation_draw w1 h i)).
by rewrite sumr_const card_ord -[(\sum_x _) *+ n]mulr_natl mulKf.
Qed.

(** The mean square error of an average is the variance over n. *)
Lemma expectation_variance (h : 'I_N -> R) : let m := \sum_x w 0 x * h x in
  expectation w (fun S : sample N n => (\sum_x empirical R S 0 x * h x - m) ^+ 2)
  = (\sum_x w 0 x * h x ^+ 2 - m ^+ 2) / n%:R.
Proof.
move=> m; pose v := \sum_x w 0 x * h x ^+ 2.
rewrite (eq_expectation _ (G := fun S => (n%:R ^- 2) * (\sum_i \sum_j h (S i) * h (S j)) -
   (2%:R * m) * (\sum_x empirical R S 0 x * h x) + m ^+ 2)) => [|S]; last first.
  rewrite empirical_sum; have -> : \sum_i \sum_j h (S i) * h (S j) = (\sum_i h (S i)) ^+ 2.
    by rewrite expr2 mulr_suml; apply: eq_bigr => i _; rewrite mulr_sumr.
  by rewrite -exprVn; move: (\sum_i _) (n%:R^-1) => a b; ring.
rewrite expectationD expectationB !expectationZ expectation1 // expectation_empirical -/m.
have two i : expectation w (fun S : sample N n => \sum_j h (S i) * h (S j)) = v + n.-1%:R * m ^+ 2.
  rewrite expectation_sum (bigD1 i) //=; congr (_ + _).
    by rewrite (eq_expectation _ (G := fun S => h (S i) ^+ 2)) // (expectation_draw w1 (fun x => h x ^+ 2) i).
  rewrite (eq_bigr (fun=> m ^+ 2)) => [|j ji]; last by rewrite (expectation_draws w1 h h) // eq_sym.
  by rewrite sumr_const -mulr_natl; congr (_%:R * _); rewrite cardC1 card_ord.
rewrite expectation_sum (eq_bigr _ (fun i _ => two i)) sumr_const card_ord -[(v + _) *+ n]mulr_natl.
have -> : n.-1%:R = n%:R - 1 :> R by rewrite -{2}(prednK n0) -addn1 natrD addrK.
apply: (mulfI n0R); rewrite [RHS]mulrC mulfVK // -exprVn !expr2.
rewrite -/v; clear two; clearbody m v; have := divff n0R; move: n%:R n%:R^-1 => k z kz.
transitivity ((k * z) * (k * z) * (v + (k - 1) * (m * m)) - k * (m * m)); last by rewrite kz; ring.
by ring.
Qed.
End Empirical.
