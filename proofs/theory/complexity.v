(** * The complexity of a context: kappa^2, the largest kX(x,x).             *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import vocabulary geometry operators selfadjoint singular existence expansion.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** ** Definitions *)
(** The largest of the values of h, none of which is negative. *)
Definition largest (R : realFieldType) n (h : 'I_n -> R) : R := \big[Num.max/0]_x h x.
(** The least of the values of h, none of which is above 1. *)
Definition least (R : realFieldType) n (h : 'I_n -> R) : R := \big[Num.min/1]_x h x.

(** kappa^2 = max_x kX(x,x). *)
Definition complexity (R : rcfType) N M (P : context R N M) : R := largest (fun x => kX P x x).

(** ** What they are *)
Section Extremes.
Variables (R : realFieldType) (n : nat) (h : 'I_n -> R).
Lemma largest_ge x : h x <= largest h.
Proof.
rewrite /largest; elim: (index_enum _) (mem_index_enum x) => // y r IH; rewrite inE big_cons le_maxr.
by case/orP=> [/eqP <-|/IH ->]; rewrite ?lexx ?orbT.
Qed.
Lemma largest_le c : 0 <= c -> (forall x, h x <= c) -> largest h <= c.
Proof. by move=> c0 hc; rewrite /largest; elim/big_ind: _ => // a b ac bc; rewrite le_maxl ac bc. Qed.
Lemma least_le x : least h <= h x.
Proof.
rewrite /least; elim: (index_enum _) (mem_index_enum x) => // y r IH; rewrite inE big_cons le_minl.
by case/orP=> [/eqP <-|/IH ->]; rewrite ?lexx ?orbT.
Qed.
Lemma least_gt0 : (forall x, 0 < h x) -> 0 < least h.
Proof. by move=> h0; rewrite /least; elim/big_ind: _ => // a b a0 b0; rewrite lt_minr a0 b0. Qed.
End Extremes.

Section Complexity.
Variables (R : rcfType) (N M : nat) (P : context R N M).
Notation pX := (p P). Notation pA := (q P).

(** kX(x,y) is the inner product of P(.|x)/q and P(.|y)/q. *)
Lemma kernel_rows x y : kX P x y = \sum_a T P x a * T P y a / pA 0 a.
Proof.
rewrite [kX _ _ _]mxE mulr_suml; apply: eq_bigr => a _; rewrite [T P x a]mxE [T P y a]mxE invfM.
by rewrite -[RHS]mulr1 -(divff (law_neq0 (dual P) a)); mring.
Qed.

Lemma kernel_ge0 x : 0 <= kX P x x.
Proof.
rewrite kernel_rows sumr_ge0 // => a _.
by rewrite divr_ge0 ?mulr_ge0 ?expect_ge0 // ltW ?law_gt0.
Qed.

Lemma complexity_ge x : kX P x x <= complexity P.
Proof. exact: (largest_ge (fun x => kX P x x)). Qed.

(** kX(x,x) = 1 + chi^2 of P(.|x) from q. *)
Lemma kernel_chi2 x : kX P x x = 1 + \sum_a (T P x a - pA 0 a) ^+ 2 / pA 0 a.
Proof.
have e a : (T P x a - pA 0 a) ^+ 2 / pA 0 a = T P x a * T P x a / pA 0 a - 2%:R * T P x a + pA 0 a.
  have qa := law_neq0 (dual P) a; move: (T P x a) (pA 0 a) qa => t c c0.
  rewrite (_ : _ ^+ 2 = t * t + (c - 2%:R * t) * c); last by ring.
  by rewrite [in LHS]mulrDl mulfK //; ring.
rewrite kernel_rows (eq_bigr _ (fun a _ => e a)) big_split sumrB /= -mulr_sumr expect_sum1 (law_sum1 (dual P)) mulr1.
by set z := \sum_a _; ring.
Qed.

(** Cauchy-Schwarz. *)
Lemma kernel_cauchy x y : kX P x y ^+ 2 <= kX P x x * kX P y y.
Proof.
have q0 := law_gt0 (dual P).
have e u v : kX P u v = ip pA (\col_a (T P u a / pA 0 a)) (\col_a (T P v a / pA 0 a)).
  rewrite kernel_rows; apply: eq_bigr => a _.
  by rewrite [(\col_ _ _) _ _]mxE [(\col_ _ _) a _]mxE -[LHS]mulr1 -(divff (law_neq0 (dual P) a)); mring.
by rewrite !e; apply: cauchy_schwarz.
Qed.

(** sum_x p(x) kX(x,x) = sum_i s_i^2 *)
Lemma kernel_trace : \sum_x pX 0 x * kX P x x = \sum_(0 <= i < N) s P i ^+ 2.
Proof.
have [S _] := system_exists P; transitivity (\tr (KX P)).
  by apply: eq_bigr => x _; rewrite kernel_entry.
by rewrite (trace_eig (left_basis S)) big_mkord; apply: eq_bigr => i _; rewrite mxE sigmaE.
Qed.
End Complexity.
