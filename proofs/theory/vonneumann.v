(** * Von Neumann's trace inequality: orthonormal functions on both sides.   *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators selfadjoint kyfan ratio.
From Contexture Require Import objectives orthonormal singular existence expansion spectralinner encoders losses learning cover.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** sum_k <z_k, f>^2 <= ||f||^2 *)
Lemma bessel (R : rcfType) n (w : 'rV[R]_n) d (Z : 'M[R]_(n, d)) f : (forall x, 0 < w 0 x) -> gram w Z Z = 1%:M ->
  \sum_k ip w (col k Z) f ^+ 2 <= sqn w f.
Proof.
move=> w0 g; have gE := g; rewrite gramE in gE.
have pr : projector w (gram_proj w Z) by apply: gram_projP; rewrite gE unitmx1.
apply: le_trans (projector_le w0 f pr); rewrite projector_sqn // /gram_proj gE invmx1 mulmx1 -!mulmxA.
rewrite (orthonormal_length _ g) le_eqVlt; apply/orP; left; apply/eqP/eq_bigr => k _.
by rewrite mulmxA ip_gram; congr (ip w _ _ ^+ 2); apply/colP => x; rewrite mxE.
Qed.

Section Weights.
Variables (R : rcfType) (N M : nat) (P : context R N M).

(** The singular values, weighted by how much of mu_i is in the span. *)
Lemma weighted_le (S : singular_system P) d (Z : 'M[R]_(N, d)) : (d < N)%N -> orthonormal_centred P Z ->
  \sum_(0 <= i < N) s P i * (\sum_k ip (p P) (col k Z) (mu S i) ^+ 2) <= \sum_(1 <= i < d.+1) s P i.
Proof.
move=> dN oc; have [g m] := oc; pose w (j : 'I_N) := \sum_k ip (p P) (col k Z) (mu S j.+1) ^+ 2.
have first k : ip (p P) (col k Z) (mu S 0) = 0 by rewrite mu_0 ipC -[one]/(const_mx 1) -(mean_ip P) m.
have last k : ip (p P) (col k Z) (mu S N) = 0 by rewrite /mu column_beyond ?ip0r.
(** from 1 .. N-1 to 0 .. N-1 *)
have shift (F : nat -> R) : F 0%N = 0 -> F N = 0 -> \sum_(0 <= i < N) F i = \sum_(j < N) F j.+1.
  move=> F0 FN; rewrite -(big_mkord xpredT (fun j => F j.+1)) -(big_add1 _ _ 0 N.+1 xpredT F).
  by rewrite [RHS]big_nat_recr ?(N_gt0 P) //= FN addr0 (big_ltn (N_gt0 P)) F0 add0r.
rewrite shift; last 2 first.
- by rewrite big1 ?mulr0 // => k _; rewrite first expr0n.
- by rewrite big1 ?mulr0 // => k _; rewrite last expr0n.
rewrite (eq_bigr (fun j => w j * s P j.+1)) => [|j _]; last by rewrite mulrC.
have -> : \sum_(1 <= i < d.+1) s P i = \sum_(j < N | (j < d)%N) s P j.+1.
  by rewrite big_add1 big_mkord (big_ord_narrow (ltnW dN)).
apply: (knapsack (l := fun j => s P j.+1)) => [i j ij|j|j|].
- exact: s_decreasing.
- by apply: sumr_ge0 => k _; apply: sqr_ge0.
- apply: le_trans (bessel _ (law_gt0 P) g) _; have [jN|Nj] := ltnP j.+1 N.
    by rewrite /sqn left_ip // eqxx.
  by rewrite /mu column_beyond // /sqn ip0l ler01.
rewrite -(orthonormal_sqn oc) exchange_big; apply: eq_bigr => k _ /=.
by rewrite /sqn (left_parseval S) shift ?first ?last ?mul0r //; apply: eq_bigr => j _; rewrite expr2.
Qed.

End Weights.

Section VonNeumann.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem von_neumann d (Z : 'M[R]_(N, d)) (Y : 'M[R]_(M, d)) : (d < N)%N -> (d < M)%N ->
  orthonormal_centred P Z -> orthonormal_centred (dual P) Y ->
  \sum_j ip (p P) (col j Z) (T P *m col j Y) <= \sum_(1 <= i < d.+1) s P i.
Proof.
move=> dN dM oX oA; have [S _] := system_exists P.
have hX := weighted_le S dN oX; have hA := weighted_le (dual_system S) dM oA.
have two : 0 < 2%:R :> R by rewrite ltr0n.
have {}hA : \sum_(0 <= i < N) s P i * (\sum_k ip (q P) (col k Y) (nu S i) ^+ 2) <= \sum_(1 <= i < d.+1) s P i.
  rewrite (shorter (N := N) (M := M)) => [|i h]; last by rewrite s_beyond // mul0r.
  under eq_bigr => i _ do rewrite -s_dual.
  by under [X in _ <= X]eq_bigr => i _ do rewrite -s_dual.
rewrite -(ler_pmul2l two) [X in _ <= X]mulr_natl [X in _ <= X]mulr2n; apply: le_trans (ler_add hX hA).
rewrite mulr_sumr -big_split /=.
rewrite (eq_bigr (fun j => \sum_(0 <= i < N) 2%:R * (ip (p P) (col j Z) (mu S i) * (s P i * ip (q P) (col j Y) (nu S i))))).
  rewrite exchange_big; apply: ler_sum => i _ /=; rewrite -mulrDr -big_split /= mulr_sumr; apply: ler_sum => j _.
  move: (ip _ _ (mu S i)) (ip _ _ (nu S i)) (s P i) (s_ge0 P i) => a b t t0.
  rewrite -subr_ge0 (_ : _ - _ = t * (a - b) ^+ 2); last by ring.
  by rewrite mulr_ge0 // sqr_ge0.
move=> j _; rewrite (left_parseval S) mulr_sumr; apply: eq_bigr => i _.
by rewrite T_coord.
Qed.

(** It is attained by mu_i and nu_i. *)
Lemma von_neumann_attained (S : singular_system P) d : (d < N)%N -> (d < M)%N ->
  \sum_(j < d) ip (p P) (col j (top_functions d S)) (T P *m col j (top_functions d (dual_system S))) = \sum_(1 <= i < d.+1) s P i.
Proof.
move=> dN dM; rewrite big_add1 big_mkord; apply: eq_bigr => j _; rewrite !top_col.
have jN : (j.+1 < N)%N by apply: leq_ltn_trans dN.
by rewrite -[mu (dual_system S) _]/(nu S j.+1) T_nu ipZr left_ip // eqxx mulr1.
Qed.
End VonNeumann.
