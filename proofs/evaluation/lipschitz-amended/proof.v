(* statement: sha256:f7c4b680e9bdc15377259a15c8a2a8dbc52a66cd2f1f86287829c168995ac0a9 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements operators geometry singular existence expansion eigenspaces.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Lipschitz.
Variables (R : rcfType) (N M : nat) (P : context R N M).

(** The file has positions in one column of rationals; any number of columns does. *)
Theorem lipschitz_amended (S : singular_system P) (k : nat) (z : 'M[R]_(N, k)) (c L_k L_mu : R) :
  (exists x y, distance z x y > 0) ->
  (forall i x, (1 <= i <= N - 1)%N -> `|mu S i x 0| <= c) ->
  kernel_lipschitz_is P z L_k -> function_lipschitz_is P z L_mu ->
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

(** ** Both constants exist: they are the largest of finitely many numbers. *)
Variables (k : nat) (z : 'M[R]_(N, k)).
Hypothesis apart : exists x y, distance z x y > 0.

Lemma kernel_lipschitz_exists : exists L, kernel_lipschitz_is P z L.
Proof.
have [x0 [w0 d0]] := apart.
pose F (t : 'I_N * 'I_N * 'I_N) := `|kX P t.1.1 t.1.2 - kX P t.1.1 t.2| / distance z t.1.2 t.2.
have [[[y x] w] /= d most] := @arg_maxP _ _ _ (x0, x0, w0) (fun t => distance z t.1.2 t.2 > 0) F d0.
exists (F (y, x, w)); split=> [y' x' w' d'|]; first exact: (most (y', x', w')).
by exists y, x, w.
Qed.

Fact distance_same x : distance z x x = 0.
Proof. by rewrite /distance big1 ?sqrtr0 // => j _; rewrite subrr expr0n. Qed.

(** f(x) - f(w) is an inner product. *)
Let difference x w : 'cV[R]_N := (p P 0 x)^-1 *: indicator x - (p P 0 w)^-1 *: indicator w.
Fact difference_ip x w f : ip (p P) (difference x w) f = f x 0 - f w 0.
Proof.
have at_point y : ip (p P) (indicator y) f = p P 0 y * f y 0.
  rewrite /ip (bigD1 y) //= big1 ?addr0 => [|y' yy']; rewrite [indicator _ _ _]mxE.
    by rewrite !eqxx mul1r.
  by rewrite (negPf yy') mul0r mulr0.
by rewrite ipBl !ipZl !at_point !mulKf ?law_neq0.
Qed.

Lemma function_lipschitz_exists : exists L, function_lipschitz_is P z L.
Proof.
have [S0 _] := system_exists P; have [x0 [w0 d0]] := apart.
have N1 : (1 < N)%N.
  rewrite ltnNge; apply: contraL d0 => N1; rewrite (_ : w0 = x0) ?distance_same ?ltxx //.
  apply: ord_inj; have [a b] := (leq_trans (ltn_ord x0) N1, leq_trans (ltn_ord w0) N1).
  by move: a b; rewrite !ltnS !leqn0 => /eqP -> /eqP ->.
have range i : (1 <= i <= N - 1)%N = (0 < i < N)%N by rewrite leq_subRL ?add1n // ltnW.
pose F (t : 'I_N * 'I_N * 'I_N) := largest_coordinate S0 t.1.1 (difference t.1.2 t.2) / distance z t.1.2 t.2.
pose asked (t : 'I_N * 'I_N * 'I_N) := (0 < t.1.1)%N && (distance z t.1.2 t.2 > 0).
have [[[i x] w] /andP[/= i0 d] most] := @arg_maxP _ _ _ (Ordinal N1, x0, w0) asked F d0.
exists (F (i, x, w)); split=> [S i' x' w'|].
  rewrite range => iN d'; have /andP[i'0 i'N] := iN.
  apply: le_trans (most (Ordinal i'N, x', w') _); last by rewrite /asked i'0.
  by rewrite /F /= ler_pmul2r ?invr_gt0 // -difference_ip coordinate_le.
have iN : (0 < i < N)%N by rewrite i0 ltn_ord.
have [S SE] := coordinate_attained S0 (difference x w) iN.
by exists S, i, x, w; split=> //; rewrite ?range // /F -SE difference_ip.
Qed.
End Lipschitz.

Theorem lipschitz_amended_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P S z c apart small; have [L_k kL] := kernel_lipschitz_exists P apart.
have [L_mu muL] := function_lipschitz_exists P apart; exists L_k; split=> //; exists L_mu; split=> //.
by apply: (lipschitz_amended (S := S) apart) kL muL => i x iN; exact: small.
Qed.
