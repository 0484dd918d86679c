(* statement: sha256:50fb0968ad74fa8e72492f6d36675bd6cb3b1a7d7d73d5a18892e197f1c09ac3 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements geometry operators kernelbasis swap sampling frobenius stated drawing.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section SpectrumRate.
Variables (R : rcfType) (N M n r : nat) (P : context R N M) (F : 'M[R]_(N, r)).
Let k := F *m F^T.
Notation K := (integral_operator (p P) k).
Notation G := (sample_gram k).

(** v = E k(X,X)^2 - sum_i l_i^2 = E k(X,X)^2 - Tr(K K) *)
Let v : R := \sum_x p P 0 x * k x x ^+ 2 - \tr (K *m K).

(** G is the statement's transpose(E) k E over n, and so are its eigenvalues. An eigenvalue past the last is 0. *)
Theorem sample_spectrum_rate d : (0 < n)%N ->
  expectation (p P) (fun S : sample N n => \sum_(1 <= i < d.+1) eigenvalue (G S) i) - \sum_(1 <= i < d.+1) eigenvalue K i
  <= Num.sqrt (d%:R * v / n%:R).
Proof.
move=> n0; have p0 := law_gt0 P; have p1 := law_sum1 P.
rewrite /v kernel_square.
rewrite -/(top_sum_of K d) (kernel_moment F d p0) (eq_expectation _ (G := fun S => top_sum_of (moment F (empirical R S)) d)) => [|S].
  exact: sample_top_rate.
exact: sample_moment.
Qed.
End SpectrumRate.

(** ** The statement as generated *)
Theorem sample_spectrum_rate_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P r _ F n /andP[n0 _] d _ k L v top; have sk : symmetric k := (factor_psd F).1.
split=> [S|]; first exact: drawn_symmetric.
split; first exact: integral_selfadj; split; last first.
  rewrite /top (expectation_over n0 _ (fun S => drawn_top F n0 S d)); exact: sample_spectrum_rate.
(* v / n is the mean square distance of the moments *)
have := moment_variance F n0 (law_sum1 P); rewrite -kernel_square -/L -/v -mulrA => <-.
rewrite mulr_ge0 ?ler0n // sumr_ge0 // => S _.
by rewrite mulr_ge0 ?frob_ge0 // chance_ge0 // => x; apply/ltW/law_gt0.
Qed.
