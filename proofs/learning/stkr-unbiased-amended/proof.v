(* statement: sha256:9aa393b1b8c656d3e71d3befa8813ff916f7d8978102db0f5efdd245326e210b *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements geometry operators kernelbasis.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Unbiased.
Variables (R : rcfType) (N M n : nat) (P : context R N M) (F : 'M[R]_N).
Let k := F *m F^T.

(** The power with the weights of n draws in place of p: entry by entry, its expectation is k^j for j = 1 and 2. *)
Theorem stkr_unbiased_amended j x y : (0 < n)%N -> (1 <= j <= 2)%N ->
  expectation (p P) (fun S : sample N n => kernel_power (empirical R S) k j x y) = kernel_power (p P) k j x y.
Proof.
move=> n0; have p1 := law_sum1 P; case: j => [//|[_|[_|//]]].
  rewrite (eq_expectation _ (G := fun=> k x y)) => [|S]; last by rewrite /kernel_power mul1mx.
  by rewrite expectation1 // /kernel_power mul1mx.
have two (w : 'rV[R]_N) : kernel_power w k 2 x y = \sum_z w 0 z * (k x z * k z y).
  rewrite /kernel_power powerS mulmx1 mxE; apply: eq_bigr => z _; rewrite [integral_operator _ _ _ _]mxE.
  by rewrite mulrAC mulrC.
rewrite two (eq_expectation _ (G := fun S => \sum_z empirical R S 0 z * (k x z * k z y))) => [|S]; last exact: two.
exact: (expectation_empirical n0 p1 (fun z => k x z * k z y)).
Qed.
End Unbiased.

(** ** The statement as generated *)
Theorem stkr_unbiased_amended_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P F m /andP[m0 _] e e12 k; apply/matrixP => x y; rewrite subn1.
rewrite -[RHS](stkr_unbiased_amended P F x y m0 e12) [LHS]summxE; apply: eq_bigr => S _.
by rewrite mxE /kernel_power integral_operatorE.
Qed.
