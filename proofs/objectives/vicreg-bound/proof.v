(* statement: sha256:8a64e9c14554a17ff21820bb02a3a4489048824344f80787532079dc974a32b6 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements expansion encoders invariance stated.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section VicregBound.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem vicreg_bound (d : nat) (wi wv wc eps : R) (Chi : 'M[R]_(M, d)) :
  (1 <= d <= M - 1)%N -> 0 <= wi /\ 0 <= eps ->
  (forall i, 1 <= covariance (transposed P) Chi i i) ->
  (forall i j, i != j -> covariance (transposed P) Chi i j = 0) ->
  2%:R * wi * (\sum_(1 <= i < d.+1) (1 - s (transposed P) i ^+ 2)) <= vicreg P Chi wi wv wc eps.
Proof.
move=> /andP[d1 /(index_lt d1) dM] [wi0 e0] v1 un; under eq_bigr => i _ do rewrite s_dual.
exact: vicreg_ge.
Qed.
End VicregBound.

Theorem vicreg_bound_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P d dM wi wv wc eps Chi w0e0 v1 un.
have v1' i : 1 <= covariance (transposed P) Chi i i by rewrite -entry_ord; apply/v1/from_one.
split; last first.
  by apply: vicreg_bound => // i j ij; rewrite -entry_ord; apply: un; rewrite ?from_one // eqSS.
split=> [|j]; first by case/andP: dM.
by case: w0e0 => _ e0; rewrite addr_ge0 // (le_trans ler01).
Qed.
