(* statement: sha256:f7c4b680e9bdc15377259a15c8a2a8dbc52a66cd2f1f86287829c168995ac0a9 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import vocabulary singular expansion.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Lipschitz.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Section Positions.
Variables (k : nat) (z : 'M[R]_(N, k)).
(** The Euclidean distance of positions. *)
Definition distance x y : R := Num.sqrt (\sum_j (z x j - z y j) ^+ 2).
(** L_k = max |kX(y,x) - kX(y,w)| / ||z(x) - z(w)||  over pairs at different positions. *)
Definition kernel_lipschitz_is (L : R) :=
  (forall y x w, distance x w > 0 -> `|kX P y x - kX P y w| / distance x w <= L) /\
  exists y x w, distance x w > 0 /\ `|kX P y x - kX P y w| / distance x w = L.
(** L_mu: the same for mu_1 .. mu_(N-1), the largest over all choices of singular functions. *)
Definition function_lipschitz_is (L : R) :=
  (forall (S : singular_system P) i x w, (1 <= i <= N - 1)%N -> distance x w > 0 ->
     `|mu S i x 0 - mu S i w 0| / distance x w <= L) /\
  exists (S : singular_system P) i x w, [/\ (1 <= i <= N - 1)%N, distance x w > 0 &
     `|mu S i x 0 - mu S i w 0| / distance x w = L].
End Positions.

(** The file has positions in one column of rationals; any number of columns does. *)
Theorem lipschitz_amended (S : singular_system P) (k : nat) (z : 'M[R]_(N, k)) (c L_k L_mu : R) :
  (exists x y, distance z x y > 0) ->
  (forall i x, (1 <= i <= N - 1)%N -> `|mu S i x 0| <= c) ->
  kernel_lipschitz_is z L_k -> function_lipschitz_is z L_mu ->
  L_k <= c * L_mu * \sum_(1 <= i < N) s P i ^+ 2.
Proof.
move=> _ small [_ [y [x [w [d0 <-]]]]] [lip _].
have N0 := N_gt0 P; have kE u v : kX P u v = \sum_(0 <= i < N) s P i ^+ 2 * mu S i u 0 * mu S i v 0.
  exact: kernel_expansion.
rewrite ler_pdivr_mulr // !kE -sumrB (big_ltn N0) mu_0 ![one _ _]mxE subrr add0r.
rewrite mulr_sumr mulr_suml; apply: le_trans (ler_norm_sum _ _ _) _.
rewrite big_nat_cond [X in _ <= X]big_nat_cond; apply: ler_sum => i /andP[/andP[i1 iN] _].
have iN' : (1 <= i <= N - 1)%N by rewrite i1 -ltnS subn1 prednK.
rewrite -mulrBr [`|_ * _|]normrM [`|_ * _|]normrM (ger0_norm (sqr_ge0 _)).
have := lip S i x w iN' d0; rewrite ler_pdivr_mulr // => lx.
apply: le_trans (_ : s P i ^+ 2 * (c * (L_mu * distance z x w)) <= _); last first.
  by rewrite le_eqVlt; apply/orP; left; apply/eqP; ring.
rewrite -mulrA ler_wpmul2l ?sqr_ge0 // ler_pmul ?normr_ge0 //.
exact: small.
Qed.
End Lipschitz.
Print Assumptions lipschitz_amended.
