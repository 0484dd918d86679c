(** * Of finitely many numbers one is the largest and one the least; events that can be decided. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Extremes.
Variable R : rcfType.

(** There is one largest and one least value at most. *)
Lemma maximum_unique (E : Type) feasible (h : E -> R) a b :
  maximum_is feasible h a -> maximum_is feasible h b -> a = b.
Proof.
by case=> [[t [ft <-]] ta] [[u [fu <-]] ub]; apply/eqP; rewrite eq_le ub ?ta.
Qed.
Lemma minimum_unique (E : Type) feasible (h : E -> R) a b :
  minimum_is feasible h a -> minimum_is feasible h b -> a = b.
Proof.
by case=> [[t [ft <-]] ta] [[u [fu <-]] ub]; apply/eqP; rewrite eq_le ub ?ta.
Qed.

(** Among the points of a finite type there is a largest value. *)
Lemma maximum_exists (I : finType) (h : I -> R) (i0 : I) : exists m, maximum_is any h m.
Proof. by case: (arg_maxP h (isT : predT i0)) => i _ hi; exists (h i); split=> [|j _]; [exists i | apply: hi]. Qed.
Lemma minimum_exists (I : finType) (h : I -> R) (i0 : I) : exists m, minimum_is any h m.
Proof. by case: (arg_minP h (isT : predT i0)) => i _ hi; exists (h i); split=> [|j _]; [exists i | apply: hi]. Qed.

(** [largest] and [least] are these. *)
Lemma maximum_largest n (h : 'I_n -> R) : (0 < n)%N -> (forall x, 0 <= h x) -> maximum_is any h (largest h).
Proof.
move=> n0 h0; have [m [[x [_ hx]] top]] := maximum_exists h (Ordinal n0).
suff -> : largest h = m by split=> [|y _]; [exists x | apply: top].
apply/eqP; rewrite eq_le -{2}hx largest_ge andbT; apply: largest_le => [|y]; last exact: top.
by rewrite -hx.
Qed.
Lemma minimum_least n (h : 'I_n -> R) : (0 < n)%N -> (forall x, h x <= 1) -> minimum_is any h (least h).
Proof.
move=> n0 h1; have [m [[x [_ hx]] low]] := minimum_exists h (Ordinal n0).
suff -> : least h = m by split=> [|y _]; [exists x | apply: low].
apply/eqP; rewrite eq_le -{1}hx least_le /= /least.
by elim/big_ind: _ => [|a b am bm|y _]; [rewrite -hx | rewrite le_minr am bm | apply: low].
Qed.
End Extremes.

(** What decides an event gives its probability. *)
Lemma probability_decided (R : rcfType) N n (w : 'rV[R]_N) (event : sample N n -> Prop)
    (decided : pred (sample N n)) : (forall S, decided S <-> event S) ->
  probability_is w event (probability w decided).
Proof. by move=> h; exists decided. Qed.
