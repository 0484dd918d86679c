(** * Contexts in which X and A are independent, or one side is a point: averages see nothing of mean zero. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import vocabulary geometry operators ratio centred singular expansion existence encoders.
From Contexture Require Import bound optimal concrete.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** The zero encoder has not learned. *)
Lemma zero_learns_not (R : rcfType) N M (P : context R N M) d : (0 < d < N)%N -> ~ learns P (0 : 'M[R]_(N, d)).
Proof.
case: d => [//|d] /andP[_ dN] /(learns_covariance dN).
by rewrite /covX /cmx !mulmx0 subrr trmx0 !mul0mx unitmxE det0 unitr0.
Qed.

(** On one point nothing varies, and nothing depends on it. *)
Lemma one_point_centred (R : rcfType) M (P : context R 1 M) d (Phi : 'M[R]_(1, d)) : cmx P Phi = 0.
Proof.
have certain : law P = 1%:M.
  by apply/matrixP => i j; rewrite !ord1 [RHS]mxE eqxx; have := law_sum1 P; rewrite big_ord1.
by rewrite /cmx certain mul1mx; apply/matrixP => i j; rewrite !ord1 !mxE big_ord1 mxE mul1r subrr.
Qed.
Lemma single_independent (R : rcfType) N (P : context R N 1) : independent P.
Proof.
move=> x a; have q1 : q P 0 a = 1 by rewrite -[RHS](law_sum1 (dual P)) big_ord1 ord1.
by rewrite q1 mulr1 mxE big_ord1 ord1.
Qed.

(** One feature. *)
Lemma orthonormal_one (R : rcfType) N M (P : context R N M) (f : 'cV[R]_N) :
  sqn (p P) f = 1 -> mean (p P) f = 0 -> orthonormal_centred P f.
Proof.
move=> n m; have cf j : col j f = f by apply/colP => x; rewrite mxE ord1.
by split=> [|j]; [apply/matrixP => i j; rewrite mxE !cf !ord1 -/(sqn _ _) n mxE | rewrite cf].
Qed.

Lemma independent_dual (R : rcfType) N M (P : context R N M) : independent P -> independent (dual P).
Proof. by move=> ind a x; rewrite law_dd [LHS]mxE ind mulrC. Qed.
Lemma independent_T (R : rcfType) N M (P : context R N M) : independent P -> T P = one *m q P.
Proof.
move=> ind; apply/matrixP => x a; rewrite [LHS]mxE ind mulrAC divff ?law_neq0 // mul1r.
by rewrite [RHS]mxE big_ord1 [one _ _]mxE mul1r.
Qed.

Section Independent.
Variables (R : rcfType) (N M : nat) (P : context R N M).
Hypothesis ind : independent P.

Lemma independent_average d (Psi : 'M[R]_(M, d)) : T P *m cmx (dual P) Psi = 0.
Proof. by rewrite independent_T // -mulmxA law_cmx mulmx0. Qed.
Lemma independent_T_star f : mean (p P) f = 0 -> T_star P *m f = 0.
Proof. by move=> m; rewrite (independent_T (independent_dual ind)) law_dd -mulmxA mean_mx m raddf0 mulmx0. Qed.

(** No singular value but the first. *)
Lemma independent_s i : s P i.+1 = 0.
Proof.
have [iN|Ni] := ltnP i.+1 N; last by rewrite s_beyond // geq_min Ni.
have [S _] := system_exists P; apply/eqP; rewrite -sqrf_eq0 -(top_sqn S iN).
by rewrite independent_T_star ?left_mean // /sqn ip0l.
Qed.

(** Nothing of a centred feature is explained, and any centred features learn. *)
Lemma independent_explained d (Phi : 'M[R]_(N, d)) : (forall j, mean (p P) (col j Phi) = 0) -> explained P Phi = 0.
Proof. by move=> m; rewrite /explained big1 // => j _; rewrite independent_T_star ?m // /sqn ip0l. Qed.
Lemma independent_learns d (Phi : 'M[R]_(N, d)) : (d < N)%N -> orthonormal_centred P Phi -> learns P Phi.
Proof.
move=> dN oc; apply: best_learns => //; rewrite independent_explained; last by case: oc.
by rewrite big_nat_cond big1 // => -[//|i] _; rewrite independent_s expr0n.
Qed.
End Independent.

(** Conversely s_1 > 0 where T* sees anything of mean zero. *)
Lemma seen_s (R : rcfType) N M (P : context R N M) f a : mean (p P) f = 0 -> (T_star P *m f) a 0 != 0 -> 0 < s P 1.
Proof.
move=> m seen; rewrite lt_neqAle s_ge0 andbT; apply: contraNneq seen => s1; have := Ts_centred_le m.
rewrite -s1 expr0n mul0r => le0; have /eqP : sqn (q P) (T_star P *m f) = 0.
  by apply/eqP; rewrite eq_le le0 sqn_ge0 //; apply: law_gt0.
by rewrite sqn_eq0 => [/eqP ->|]; [rewrite mxE | apply: law_gt0].
Qed.

(** The table that is 1/4 everywhere. *)
Definition square (R : rcfType) : context R 2 2 := @table_context 2 2 [:: [:: 1; 1]; [:: 1; 1]]%N R isT.
Lemma square_independent (R : rcfType) : independent (square R).
Proof. by case=> [[|[|x]] x2] // [[|[|a]] a2] //; written; numbers. Qed.
