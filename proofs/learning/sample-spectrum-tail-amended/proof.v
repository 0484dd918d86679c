(* statement: sha256:00017407d13f023e73e8a5aef52c44a8589f1a0eb69d96fd97a5c943d76223c1 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements geometry operators pencil kernelbasis swap sampling mcdiarmid tails drawing.
From Contexture Require Import finitely.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section SpectrumTail.
Variables (R : rcfType) (e : exponential R) (N M n r : nat) (P : context R N M) (F : 'M[R]_(N, r)).
Let k := F *m F^T.
Let kappa2 := largest (fun x => k x x).
Notation G := (sample_gram k).

(** G is the statement's transpose(E) k E over n, and so are its eigenvalues. An eigenvalue past the last is 0. No k(x,x) *)
(** is negative, so the largest of them is [largest]. The reals are archimedean; no more of completeness is used. *)
Theorem sample_spectrum_tail_amended d (t : R) :
  let top (S : sample N n) := \sum_(1 <= i < d.+1) eigenvalue (G S) i in
  Num.archimedean_axiom R -> (0 < n)%N -> 0 < t -> 0 < kappa2 ->
  probability (p P) (fun S => t <= `|top S - expectation (p P) top|)
  <= 2%:R * exp e (- 2%:R * n%:R * t ^+ 2 / kappa2 ^+ 2).
Proof.
move=> top ar n0 t0 k0; have p0 := law_gt0 P; have p1 := law_sum1 P.
have n0R : 0 < n%:R :> R by rewrite ltr0n.
have vary : varies_by top (kappa2 / n%:R).
  move=> i S S' SS; rewrite /top -!/(top_sum_of _ _) !sample_moment // (top_sum_min (@flat_gt0 R r) (moment_selfadj F _)).
  rewrite [X in _ - X](top_sum_min (@flat_gt0 R r) (moment_selfadj F _)).
  have kc x : (F *m F^T) x x <= kappa2 by apply: (largest_ge (fun x => k x x)).
  by have := one_draw_top kc (trmx0 R r r) (geq_minr d r) SS; rewrite !subr0.
have -> : - 2%:R * n%:R * t ^+ 2 / kappa2 ^+ 2 = - 2%:R * t ^+ 2 / (n%:R * (kappa2 / n%:R) ^+ 2).
  have -> : n%:R * (kappa2 / n%:R) ^+ 2 = kappa2 ^+ 2 / n%:R.
    have := divff (lt0r_neq0 n0R); move: n%:R (n%:R^-1) (kappa2) => a a' c aa.
    by rewrite [LHS](_ : _ = a * a' * (c ^+ 2 * a')); [rewrite aa mul1r | ring].
  by rewrite invf_div; move: (kappa2 ^+ 2)^-1 => z; ring.
exact: (mcdiarmid_both e ar (fun x => ltW (p0 x)) p1 vary n0 (divr_gt0 k0 n0R) (ltW t0)).
Qed.
End SpectrumTail.

(** ** The statement as generated *)
Theorem sample_spectrum_tail_amended_stated (R : rcfType) (E : exponential R) : Num.archimedean_axiom R -> statement.statement E.
Proof.
move=> ar N M P r _ F n /andP[n0 _] d _ t k average t0 [kappa2 [top kpos]].
have sD := drawn_symmetric F (n := n); split=> [S|]; first by split.
have k0 x : 0 <= k x x by rewrite mxE sumr_ge0 // => l _; rewrite mxE -expr2 sqr_ge0.
have N0 : (0 < N)%N by case: top.1 => x _; apply: leq_ltn_trans (ltn_ord x).
have kE : kappa2 = largest (fun x => k x x) by apply: maximum_unique top (maximum_largest N0 k0).
have nn : n%:R != 0 :> R by rewrite pnatr_eq0 -lt0n.
pose far (S : sample N n) :=
  t <= `|top_sum_of (sample_gram k S) d - expectation (p P) (fun S : sample N n => top_sum_of (sample_gram k S) d)|.
have scaled (S : sample N n) : top_sum_of ((drawn R S)^T *m k *m drawn R S) d / n%:R = top_sum_of (sample_gram k S) d.
  by have := drawn_top F n0 S d; rewrite -/k => ->; rewrite mulrAC divff ?mul1r.
exists (probability (p P) far); split.
  apply: probability_decided => S; rewrite scaled /average (expectation_over n0 _ (fun S => drawn_top F n0 S d)).
  by split=> [|[_ [_]]].
exists kappa2; split=> //; split; first by rewrite expf_neq0 // gt_eqF.
by rewrite kE; apply: sample_spectrum_tail_amended; rewrite // -/k -kE.
Qed.
