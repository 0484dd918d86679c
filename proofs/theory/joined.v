(** * A context where a joins two of three points of X: s_1 = 1 and s_2 = 0. *)
From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import vocabulary operators orthonormal singular expansion encoders known concrete.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Joined.
Variable R : rcfType.
Definition joined : context R 3 2 := table_context R (erefl : is_table 3 2 [:: [:: 0; 1]; [:: 0; 1]; [:: 1; 0]]%N).
Definition functions : 'M[R]_3 := rows 3 3 [:: [:: 1; 1; 1]; [:: 1; 1; -1]; [:: 1; -2%:R; 0]].

Lemma joined_system : exists S : singular_system joined,
  [/\ mu S 1 = (Num.sqrt 2%:R)^-1 *: col (lift ord0 ord0) functions, s joined 1 = 1 & s joined 2 = 0].
Proof.
have [|||||S [muE sE]] := @known_system _ _ _ joined functions (rows 1 3 [:: [:: 1; 2%:R; 2%:R / 3%:R]])
  (rows 1 3 [:: [:: 1; 1; 0]]).
- by entry_by_entry; numbers.
- by case=> [[|[|[|?]]] ?] //; rewrite mxE /= ?ltr01 ?ltr0n ?divr_gt0 ?ltr0n.
- by entry_by_entry; numbers.
- by case=> [[|[|[|?]]] ?] // [[|[|[|?]]] ?] //; rewrite !mxE /= ?lexx ?ler01.
- by rewrite (column_lt _ (isT : (0 < 3)%N)); apply/colP; case=> [[|[|[|?]]] ?] //; rewrite !mxE.
exists S; split.
- by have := muE (lift ord0 ord0); rewrite mxE.
- have := sE (lift ord0 ord0); rewrite mxE /= => /eqP.
  by rewrite sqrf_eq1 [_ == -1]gt_eqF ?orbF => [/eqP //|]; rewrite (lt_le_trans (ltrN10 R)) // s_ge0.
by have := sE (lift ord0 (lift ord0 ord0)); rewrite mxE /= => /eqP; rewrite sqrf_eq0 => /eqP.
Qed.

(** (1, 1, -2) is a top singular function. *)
Lemma joined_learns (Phi : 'M[R]_(3, 1)) c : c != 0 -> Phi = c *: col (lift ord0 ord0) functions -> learns joined Phi.
Proof.
move=> c0 ->; have [S [muE _ _]] := joined_system; exists S.
have r0 : Num.sqrt 2%:R != 0 :> R by rewrite sqrtr_eq0 -ltNge ltr0n.
apply: (@multiple_span _ _ _ _ _ (c * Num.sqrt 2%:R)); first by rewrite mulf_neq0.
have -> : top_functions 1 S = (Num.sqrt 2%:R)^-1 *: col (lift ord0 ord0) functions by apply/colP => x; rewrite mxE muE.
by rewrite scalerA mulfK.
Qed.
End Joined.
