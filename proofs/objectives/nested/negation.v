(* statement: sha256:afddd5c20c89c37eefaf6c0e063174f7b1a836d0092735e297ad76b3e30104fe *)
(** Three points with one label: every singular value is 0, and 3/5 mu_1 + 4/5 mu_2 is as good as mu_1. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements concrete stated geometry operators orthonormal singular existence.
From Contexture Require Import encoders independent.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Mixed.
Variables (R : rcfType) (S : singular_system (three_points R)).
Notation P := (three_points R).
Notation mixed := ((3%:R / 5%:R) *: mu S 1 + (4%:R / 5%:R) *: mu S 2).

Fact mixed_orthonormal : orthonormal_centred P mixed.
Proof.
have ip_mu i j : (i < 3)%N -> (j < 3)%N -> ip (p P) (mu S i) (mu S j) = (i == j)%:R by apply: left_ip.
apply: orthonormal_one.
  rewrite /sqn !(ipDl, ipDr, ipZl, ipZr) !ip_mu //=; numbers.
by rewrite mean_ip ipDr !ipZr -!mean_ip !left_mean // !mulr0 addr0.
Qed.

(** All have the value 0. *)
Fact mixed_best (c : 'cV[R]_1) : maximises_nested P c mixed.
Proof.
have zero (Phi : 'M[R]_(3, 1)) : orthonormal_centred P Phi -> nested P c Phi = 0.
  case=> _ m; rewrite /nested big_ord1 independent_T_star ?m ?mulmx0 ?ip0r ?mulr0 //.
  exact: single_independent.
by split=> [|Phi oc]; [exact: mixed_orthonormal | rewrite !zero //; exact: mixed_orthonormal].
Qed.

Fact mixed_other : ~ (mixed = mu S 1 \/ mixed = - mu S 1).
Proof.
have ip_mu i j : (i < 3)%N -> (j < 3)%N -> ip (p P) (mu S i) (mu S j) = (i == j)%:R by apply: left_ip.
have second : ip (p P) mixed (mu S 2) = 4%:R / 5%:R by rewrite ipDl !ipZl !ip_mu //= mulr0 add0r mulr1.
have nonzero : 4%:R / 5%:R != 0 :> R by rewrite mulf_neq0 ?invr_eq0 ?pnatr_eq0.
by case=> e; move: second nonzero; rewrite e ?ipNl ip_mu //= ?oppr0 => <-; rewrite eqxx.
Qed.
End Mixed.

Theorem nested_fails (R : rcfType) : ~ statement.statement R.
Proof.
move=> claim; have [S _] := system_exists (three_points R).
have decreasing : decreasing_weights (1 : 'cV[R]_1).
  by split=> [i j|i]; [rewrite !ord1 | rewrite ord1 mxE ltr01].
have positive : 0 < entry (1 : 'cV[R]_1) 1 1 by rewrite (entry_ord _ ord0 ord0) mxE ltr01.
have [i|_ [_ imp]] := claim 3%N 1%N _ S 1%N isT 1 (3%:R / 5%:R *: mu S 1 + 4%:R / 5%:R *: mu S 2) positive.
  by case: i.
apply: (mixed_other (S := S)); have := imp (conj decreasing (mixed_best S 1)) 1%N isT.
rewrite /= (columnE _ ord0) (_ : col _ _ = 3%:R / 5%:R *: mu S 1 + 4%:R / 5%:R *: mu S 2) //.
by apply/colP => x; rewrite mxE.
Qed.
