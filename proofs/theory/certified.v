(** * From an accepted certificate to a theorem about every function.       *)
From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_algebra ssrZ ring.
From Contexture Require Import context geometry operators soundness.
From Contexture Require checker.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Lemma at_map_seq (f : nat -> Z) n i : (i < n)%N ->
  checker.at_ (List.map f (List.seq 0 n)) i = f i.
Proof.
move=> lt; rewrite /checker.at_ (List.nth_indep _ _ (f 0%N)); last first.
  by rewrite List.map_length List.seq_length; apply/ssrnat.ltP.
by rewrite List.map_nth List.seq_nth //; apply/ssrnat.ltP.
Qed.

Lemma ltbE a b : Nat.ltb a b = (a < b)%N.
Proof. by apply/idP/idP => [/Nat.ltb_lt/ssrnat.ltP|/ssrnat.ltP/Nat.ltb_lt]. Qed.
Lemma eqbE a b : Nat.eqb a b = (a == b).
Proof. by apply/idP/eqP => [/Nat.eqb_eq|->]; last exact/Nat.eqb_eq. Qed.

Section Counts.
Variables (R : realFieldType) (n m : nat) (C : checker.mat).
Hypothesis ok : checker.check_counts n m C.
Notation zr := (zr R).
Let N : R := zr (checker.total n m C).
Let c (i k : nat) : R := zr (checker.ent C i k).

Fact okP : [/\ (0 < n)%N, forall (i : 'I_n) (k : 'I_m), 0 <= c i k,
  forall i : 'I_n, 0 < \sum_(k < m) c i k & forall k : 'I_m, 0 < \sum_(i < n) c i k].
Proof.
have := ok; rewrite /checker.check_counts => /andP[/andP[/andP[n0 ge] rows] cols].
split; first exact/ssrnat.ltP/Nat.ltb_lt.
- by move=> i k; apply/zr_ge0/(all_belowP (all_belowP ge i)).
- by move=> i; have := zr_gt0 R (all_belowP rows i); rewrite zr_sum.
- by move=> k; have := zr_gt0 R (all_belowP cols k); rewrite zr_sum.
Qed.

Fact N_E : N = \sum_(i < n) \sum_(k < m) c i k.
Proof. by rewrite /N zr_sum; apply: eq_bigr => i _; rewrite zr_sum. Qed.
Fact N_gt0 : 0 < N.
Proof.
have [n0 _ rows _] := okP; rewrite N_E (bigD1 (Ordinal n0)) //=.
by rewrite ltr_paddr ?(rows (Ordinal n0)) // sumr_ge0 // => i _; apply/ltW/rows.
Qed.
Let N0 : N != 0 := lt0r_neq0 N_gt0.

Let J : 'M[R]_(n, m) := \matrix_(i, k) (c i k / N).
Fact J_ge0 i k : 0 <= J i k.
Proof. by have [_ h _ _] := okP; rewrite mxE divr_ge0 // ltW // N_gt0. Qed.
Fact J_row i : \sum_k J i k = (\sum_(k < m) c i k) / N.
Proof. by rewrite mulr_suml; apply: eq_bigr => k _; rewrite mxE. Qed.
Fact J_col k : \sum_i J i k = (\sum_(i < n) c i k) / N.
Proof. by rewrite mulr_suml; apply: eq_bigr => i _; rewrite mxE. Qed.
Fact J_sum1 : \sum_i \sum_k J i k = 1.
Proof. by rewrite (eq_bigr _ (fun i _ => J_row i)) -mulr_suml -N_E divff. Qed.
Fact J_rowP i : 0 < \sum_k J i k.
Proof. by have [_ _ h _] := okP; rewrite J_row divr_gt0 ?N_gt0. Qed.
Fact J_colP k : 0 < \sum_i J i k.
Proof. by have [_ _ _ h] := okP; rewrite J_col divr_gt0 ?N_gt0. Qed.

(** The context read off a table of counts. *)
Definition context_of : context R n m := Context J_ge0 J_sum1 J_rowP J_colP.
Notation P := context_of.
Notation pX := (law P). Notation pA := (law (dual P)).
Notation T := (expect P). Notation T' := (expect (dual P)).

Fact rE i : zr (checker.row_sum m C i) = \sum_(k < m) c i k.
Proof. exact: zr_sum. Qed.
Fact sE k : zr (checker.col_sum n C k) = \sum_(i < n) c i k.
Proof. exact: zr_sum. Qed.
Fact pXE i : N * pX 0 i = zr (checker.row_sum m C i).
Proof. by rewrite mxE J_row mulrCA divff // mulr1 rE. Qed.
Fact pAE k : N * pA 0 k = zr (checker.col_sum n C k).
Proof.
rewrite mxE (eq_bigr (J^~ k)) => [|i _]; last by rewrite mxE.
by rewrite J_col mulrCA divff // mulr1 sE.
Qed.
Fact PE i k : N * P i k = c i k. Proof. by rewrite mxE mulrCA divff ?mulr1. Qed.

Lemma joint_ip (f : 'cV[R]_n) (g : 'cV[R]_m) :
  \sum_i \sum_k P i k * (f i 0 * g k 0) = ip pX f (T *m g).
Proof.
apply: eq_bigr => i _; rewrite [(T *m g) _ _]mxE !mulr_sumr.
by apply: eq_bigr => k _; rewrite -(law_expect P); mring.
Qed.

Variables (num den : Z).
Hypothesis den_gt0 : Z.ltb Z0 den.
Notation B := (checker.block n m C num den).

Lemma block_form (f : 'cV[R]_n) (g : 'cV[R]_m) :
  let x (i : 'I_(n + m)) := match split i with inl i => f i 0 | inr k => g k 0 end in
  \sum_(i < n + m) \sum_(j < n + m) zr (B i j) * (x i * x j) =
  N ^+ 2 * (zr num * sqn pX f + zr den * (mean pX f) ^+ 2
    + 2%:R * zr den * ip pX f (T *m g) + zr den * sqn pA g).
Proof.
move=> x.
have xl i : x (lshift m i) = f i 0 by rewrite /x (unsplitK (inl i)).
have xr k : x (rshift n k) = g k 0 by rewrite /x (unsplitK (inr k)).
have lt_l (i : 'I_n) : Nat.ltb (lshift m i) n = true by rewrite ltbE /= ltn_ord.
have lt_r (k : 'I_m) : Nat.ltb (rshift n k) n = false by rewrite ltbE /= ltnNge leq_addr.
have sub_r (k : 'I_m) : (rshift n k - n)%coq_nat = k by rewrite minusE /= addKn.
have ll (i j : 'I_n) : zr (B (lshift m i) (lshift m j)) =
    N ^+ 2 * (zr num * ((i == j)%:R * pX 0 i) + zr den * (pX 0 i * pX 0 j)).
  rewrite /checker.block !lt_l eqbE /= !at_map_seq ?ltn_ord // zrD !zrM -!pXE.
  have -> : (i == j :> nat) = (i == j) by [].
  by case: (i == j); rewrite ?zrM ?zr0 -?pXE /=; mring.
have lr (i : 'I_n) (k : 'I_m) : zr (B (lshift m i) (rshift n k)) = N ^+ 2 * (zr den * P i k).
  by rewrite /checker.block lt_l lt_r !zrM sub_r -/(c i k) -PE -/N; mring.
have rl (i : 'I_n) (k : 'I_m) : zr (B (rshift n k) (lshift m i)) = N ^+ 2 * (zr den * P i k).
  by rewrite /checker.block lt_l lt_r !zrM sub_r -/(c i k) -PE -/N; mring.
have rr (k q : 'I_m) : zr (B (rshift n k) (rshift n q)) =
    N ^+ 2 * (zr den * ((k == q)%:R * pA 0 k)).
  rewrite /checker.block !lt_r eqbE /= eqn_add2l.
  have -> : (k == q :> nat) = (k == q) by [].
  case: (k == q); rewrite ?zr0 ?mul0r ?mulr0 // !zrM minusE addKn at_map_seq //.
  by rewrite -pAE -/N /=; mring.
rewrite big_split_ord /=.
have -> : \sum_(i < n) \sum_(j < n + m) zr (B (lshift m i) j) * (x (lshift m i) * x j) =
  N ^+ 2 * (zr num * sqn pX f + zr den * (mean pX f) ^+ 2 + zr den * ip pX f (T *m g)).
  transitivity (\sum_(i < n) N ^+ 2 * (zr num * (pX 0 i * (f i 0 * f i 0))
    + zr den * (pX 0 i * f i 0 * mean pX f)
    + zr den * \sum_k P i k * (f i 0 * g k 0))).
    apply: eq_bigr => i _; rewrite big_split_ord /= xl mulrDr; congr (_ + _).
      transitivity (\sum_(j < n) (N ^+ 2 * zr num * ((i == j)%:R * (pX 0 i * (f i 0 * f j 0)))
         + N ^+ 2 * zr den * (pX 0 i * f i 0) * (pX 0 j * f j 0))).
        by apply: eq_bigr => j _; rewrite ll xl; move: ((i == j)%:R) => e; mring.
      rewrite big_split /= -!mulr_sumr (bigD1 i) //= eqxx mul1r big1 ?addr0 => [|j].
        by rewrite -/(mean pX f); mring.
      by rewrite eq_sym => /negPf ->; rewrite mul0r.
    by rewrite mulr_sumr mulr_sumr; apply: eq_bigr => k _; rewrite lr xr; mring.
  rewrite -mulr_sumr !big_split /= -!mulr_sumr joint_ip -mulr_suml.
  by rewrite -/(mean pX f) -expr2.
have -> : \sum_(k < m) \sum_(j < n + m) zr (B (rshift n k) j) * (x (rshift n k) * x j) =
  N ^+ 2 * (zr den * ip pX f (T *m g) + zr den * sqn pA g).
  transitivity (\sum_(k < m) N ^+ 2 * (zr den * (\sum_i P i k * (f i 0 * g k 0))
    + zr den * (pA 0 k * (g k 0 * g k 0)))).
    apply: eq_bigr => k _; rewrite big_split_ord /= xr mulrDr; congr (_ + _).
      by rewrite mulr_sumr mulr_sumr; apply: eq_bigr => i _; rewrite rl xl; mring.
    rewrite (bigD1 k) //= big1 ?addr0 => [|q].
      by rewrite rr eqxx mul1r xr; mring.
    by rewrite eq_sym rr => /negPf ->; rewrite mul0r !mulr0 mul0r.
  by rewrite -mulr_sumr big_split /= -!mulr_sumr exchange_big joint_ip.
by move: (ip _ _ _) (sqn _ _) (sqn _ _) (mean _ _) (zr num) (zr den) => *; ring.
Qed.

Hypothesis num_ge0 : Z.leb Z0 num.

Lemma rho2_bound w : checker.check_psd (n + m) B w ->
  forall f : 'cV[R]_n, rho2 P f <= zr num / zr den.
Proof.
move=> psd f; have d0 : 0 < zr den by apply: zr_gt0.
rewrite /rho2; set h := center pX f.
have [h0|h0] := eqVneq h 0.
  by rewrite h0 mulmx0 /sqn !ip0l mul0r; apply: divr_ge0; [apply: zr_ge0 | apply: ltW].
have hh : 0 < sqn pX h by rewrite sqn_gt0 //; apply: law_gt0.
rewrite ler_pdivr_mulr // mulrAC ler_pdivl_mulr // mulrC.
have := check_psdP psd (fun i => match split i with
  inl i => h i 0 | inr k => (- (T' *m h)) k 0 end).
rewrite block_form center_mean expr0n mulr0 addr0 pmulr_rge0 ?exprn_gt0 ?N_gt0 //.
rewrite sqnN mulmxN ipNr expect_adjoint -/(sqn pA (T' *m h)).
move: (sqn pA _) (sqn pX h) => a b pos; rewrite -subr_ge0.
have -> : b * zr num - a * zr den
    = zr num * b + 2%:R * zr den * - a + zr den * a by ring.
exact: pos.
Qed.
End Counts.

(** Main soundness theorem: [reflexivity] on booleans proves a bound for all f. *)
Theorem rho2_certified (R : realFieldType) n m C num den w :
  checker.check_rho2_le n m C num den w ->
  exists ok : checker.check_counts n m C,
    forall f : 'cV[R]_n, rho2 (context_of R ok) f <= zr R num / zr R den.
Proof.
rewrite /checker.check_rho2_le => /andP[/andP[/andP[ok num0] den0] psd].
by exists ok; apply: rho2_bound psd.
Qed.
