(** * Contexts in which X and A are independent: T takes the mean, and any centred features learn. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import vocabulary geometry operators singular existence expansion encoders optimal.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** Of features that learn no combination is constant. *)
Lemma learns_no_constant (R : rcfType) N M (P : context R N M) d (Phi : 'M[R]_(N, d)) (v : 'cV[R]_d) (b : R) :
  (d < N)%N -> learns P Phi -> Phi *m v = b *: one -> v = 0.
Proof. by move=> dN lr e; apply: (covariance_unit P Phi).1 (learns_covariance dN lr) _ _; exists b. Qed.

(** Nothing depends on a side of one point. *)
Lemma single_independent (R : rcfType) N (P : context R N 1) : independent P.
Proof.
move=> x a; have q1 : q P 0 a = 1 by rewrite -[RHS](law_sum1 (dual P)) big_ord1 ord1.
by rewrite q1 mulr1 mxE big_ord1 ord1.
Qed.
Lemma independent_dual (R : rcfType) N M (P : context R N M) : independent P -> independent (dual P).
Proof. by move=> ind a x; rewrite law_dd mulrC -ind mxE. Qed.

Section Independent.
Variables (R : rcfType) (N M : nat) (P : context R N M).
Hypothesis ind : independent P.

Lemma independent_T g : T P *m g = const_mx (mean (q P) g) :> 'cV[R]_N.
Proof.
apply/colP => x; rewrite [LHS]mxE [RHS]mxE; apply: eq_bigr => a _.
by rewrite [T P _ _]mxE ind [p P 0 x * _]mulrC mulfK ?law_neq0.
Qed.
Lemma independent_T_star f : T_star P *m f = const_mx (mean (p P) f) :> 'cV[R]_M.
Proof.
apply/colP => a; rewrite [LHS]mxE [RHS]mxE; apply: eq_bigr => x _.
by rewrite [T_star P _ _]mxE [P^T _ _]mxE ind mulfK // law_neq0.
Qed.

Lemma independent_s i : (0 < i)%N -> s P i = 0.
Proof.
case: i => // i _; have [iN|Ni] := ltnP i.+1 N; last by rewrite s_beyond // geq_min Ni.
have [S _] := system_exists P; apply/eqP; rewrite -sqrf_eq0 -(top_sqn S iN) independent_T_star left_mean //.
by rewrite (_ : const_mx 0 = 0) ?/sqn ?ip0l //; apply/matrixP => x y; rewrite !mxE.
Qed.

(** Nothing of a centred feature is explained. *)
Lemma independent_explained d (Phi : 'M[R]_(N, d)) : (forall j, mean (p P) (col j Phi) = 0) -> explained P Phi = 0.
Proof.
move=> m; rewrite /explained big1 // => j _; rewrite independent_T_star m /sqn /ip big1 // => a _.
by rewrite [const_mx _ _ _]mxE mul0r mulr0.
Qed.

Lemma independent_learns d (Phi : 'M[R]_(N, d)) : (d < N)%N -> orthonormal_centred P Phi -> learns P Phi.
Proof.
move=> dN oc; apply: best_learns => //; rewrite big_nat_cond big1 => [|i /andP[/andP[i1 _] _]].
  by rewrite independent_explained //; case: oc.
by rewrite independent_s // expr0n.
Qed.
End Independent.

(** One feature. *)
Lemma orthonormal_one (R : rcfType) N M (P : context R N M) (f : 'cV[R]_N) :
  sqn (p P) f = 1 -> mean (p P) f = 0 -> orthonormal_centred P f.
Proof.
move=> n m; have cf j : col j f = f by apply/colP => x; rewrite mxE ord1.
by split=> [|j]; [apply/matrixP => i j; rewrite mxE !cf !ord1 -/(sqn _ _) n mxE | rewrite cf].
Qed.
