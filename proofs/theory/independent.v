(** * Contexts in which X and A are independent, or A is one point: averages see nothing of mean zero. *)
From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import vocabulary geometry operators ratio centred expansion existence encoders.
From Contexture Require Import objectives losses learning bound concrete.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** The zero encoder has not learned. *)
Lemma zero_learns_not (R : rcfType) N M (P : context R N M) d : (0 < d < N)%N -> ~ learns P (0 : 'M[R]_(N, d)).
Proof.
case: d => [//|d] /andP[_ dN] /(learns_covariance dN).
by rewrite /covX /cmx !mulmx0 subrr trmx0 !mul0mx unitmxE det0 unitr0.
Qed.

(** On one point nothing varies. *)
Lemma one_point_centred (R : rcfType) M (P : context R 1 M) d (Phi : 'M[R]_(1, d)) : cmx P Phi = 0.
Proof.
have certain : law P = 1%:M.
  by apply/matrixP => i j; rewrite !ord1 [RHS]mxE eqxx; have := law_sum1 P; rewrite big_ord1.
by rewrite /cmx certain mul1mx; apply/matrixP => i j; rewrite !ord1 !mxE big_ord1 mxE mul1r subrr.
Qed.

Section Independent.
Variables (R : rcfType) (N M : nat) (P : context R N M).
Hypothesis apart : independent P.

Lemma independent_dual : independent (dual P).
Proof. by move=> a x; rewrite law_dd [LHS]mxE apart mulrC. Qed.
Lemma independent_T : T P = one *m q P.
Proof.
apply/matrixP => x a; rewrite [LHS]mxE apart mulrAC divff ?law_neq0 // mul1r.
by rewrite [RHS]mxE big_ord1 [one _ _]mxE mul1r. Qed.
Lemma independent_average d (Psi : 'M[R]_(M, d)) : T P *m cmx (dual P) Psi = 0.
Proof. by rewrite independent_T -mulmxA law_cmx mulmx0. Qed.
Lemma independent_average_zero (g : 'cV[R]_M) : mean (q P) g = 0 -> T P *m g = 0.
Proof. by move=> m; rewrite independent_T -mulmxA mean_mx m raddf0 mulmx0. Qed.
End Independent.

(** No singular value but the first. *)
Lemma independent_s (R : rcfType) N M (P : context R N M) i : independent P -> s P i.+1 = 0.
Proof.
move=> ind; have [iN|Ni] := ltnP 1 N; last by rewrite s_beyond // geq_min (leq_trans Ni).
have [[F [oF e]] _] := explained_maximum P iN.
have : s P 1 ^+ 2 = 0.
  move: e; rewrite trace_KX big_nat1 => <-; rewrite /explained big1 // => j _.
  by rewrite (independent_average_zero (independent_dual ind)) ?law_dd /sqn ?ip0l //; case: oF.
move=> /eqP; rewrite sqrf_eq0 => /eqP s1; apply/eqP; rewrite eq_le s_ge0 andbT -s1.
by apply: s_decreasing.
Qed.

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
