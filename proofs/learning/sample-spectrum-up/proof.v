(* statement: sha256:53b0b3a45bbb936f3b8a5b04c9d2b9879b0d3d4b5bfc685771e15f9a384f4d36 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements geometry operators pencil kernelbasis swap sampling stated drawing.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section SpectrumUp.
Variables (R : rcfType) (N M n r : nat) (P : context R N M) (F : 'M[R]_(N, r)).
Let k := F *m F^T.
Notation K := (integral_operator (p P) k).
Notation G := (sample_gram k).

(** G is the statement's transpose(E) k E over n, and so are its eigenvalues. What a trace has beyond the d largest *)
(** eigenvalues is the sum of the others ([tail_sum]). An eigenvalue past the last is 0. *)
Theorem sample_spectrum_up d : (0 < n)%N ->
  \sum_(1 <= i < d.+1) eigenvalue K i <= expectation (p P) (fun S : sample N n => \sum_(1 <= i < d.+1) eigenvalue (G S) i) /\
  expectation (p P) (fun S : sample N n => \sum_(d.+1 <= i < n.+1) eigenvalue (G S) i) <= \sum_(d.+1 <= i < N.+1) eigenvalue K i.
Proof.
move=> n0; have p0 := law_gt0 P; have p1 := law_sum1 P; have f0 := @flat_gt0 R n.
have up : top_sum_of K d <= expectation (p P) (fun S : sample N n => top_sum_of (G S) d).
  rewrite (kernel_moment F d p0) (eq_expectation _ (G := fun S => top_sum_of (moment F (empirical R S)) d)) => [|S].
    exact: sample_top_up.
  exact: sample_moment.
split; first exact: up.
rewrite (tail_sum p0 (kernel_selfadj _ (factor_psd F))) (eq_expectation _ (G := fun S => \tr (G S) - top_sum_of (G S) d)) => [|S].
  rewrite expectationB ler_sub // le_eqVlt; apply/orP; left; apply/eqP.
  rewrite (eq_expectation _ (G := fun S => \sum_x empirical R S 0 x * k x x)) => [|S]; last exact: sample_gram_trace.
  by rewrite (expectation_empirical n0 p1 (fun x => k x x)); apply: eq_bigr => x _; rewrite [RHS]mxE mulrC.
exact: tail_sum f0 (sample_gram_selfadj F S) d.
Qed.
End SpectrumUp.

(** ** The statement as generated *)
Theorem sample_spectrum_up_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P r _ F n /andP[n0 _] d _ k L top whole; have sk : symmetric k := (factor_psd F).1.
have sL := integral_selfadj (p P) sk; have sD := drawn_symmetric F (n := n).
have [up rest] := sample_spectrum_up P F d n0.
rewrite /top (expectation_over n0 _ (fun S => drawn_top F n0 S d)); do 2 split=> //; split=> //.
rewrite /whole (expectation_over n0 _ (drawn_trace F n0)) -expectationB -(tail_sum (law_gt0 P) sL).
rewrite (eq_expectation _ (G := fun S => \sum_(d.+1 <= i < n.+1) eigenvalue (sample_gram k S) i)) // => S.
by rewrite (tail_sum (@flat_gt0 R n) (sample_gram_selfadj F S)).
Qed.
