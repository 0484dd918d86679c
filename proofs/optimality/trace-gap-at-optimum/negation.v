(* statement: sha256:c7d8fb0536cdf664a102088f4b663a054994e67ef2fb6fc438a48e649c915309 *)
(** A gap is made of squares: here s_2 = 1/4, and the features that learn the contexture leave s_2^2 = 1/16. *)
From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements orthonormal expansion encoders known concrete.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Instance.
Variable R : rcfType.
Definition P : context R 3 3 :=
  table_context R (erefl : is_table 3 3 [:: [:: 2; 1; 1]; [:: 1; 2; 1]; [:: 1; 1; 2]]%N).
Definition G : 'M[R]_3 := rows 3 3 [:: [:: 1; 1; 1]; [:: 1; -1; 1]; [:: 1; 0; -2%:R]].

Fact system : exists S : singular_system P, s P 2 ^+ 2 = 16%:R^-1.
Proof.
have [|||||S [_ /(_ (lift ord0 (lift ord0 ord0))) sE]] := @known_system _ _ _ P G
  (rows 1 3 [:: [:: 1; 2%:R / 3%:R; 2%:R]]) (rows 1 3 [:: [:: 1; 16%:R^-1; 16%:R^-1]]).
- by entry_by_entry; numbers.
- by case=> [[|[|[|?]]] ?] //; rewrite mxE /= ?ltr01 ?ltr0n ?divr_gt0 ?ltr0n.
- by entry_by_entry; numbers.
- by case=> [[|[|[|?]]] ?] // [[|[|[|?]]] ?] //; rewrite !mxE /= ?lexx ?invf_le1 ?ltr0n ?ler1n.
- by rewrite (column_lt _ (isT : (0 < 3)%N)); apply/colP; case=> [[|[|[|?]]] ?] //; rewrite !mxE.
by exists S; rewrite sE mxE.
Qed.
End Instance.

Theorem trace_gap_at_optimum_fails (R : rcfType) : ~ statement.statement R.
Proof.
have [S s2] := system R; pose Top := top_functions 1 S.
have lr : learns (P R) Top by exists S; split=> w; exists w.
move=> /(_ _ _ (P R) 1%N erefl Top lr)[_ [gap [[_ least] [_ gapE]]]].
have := least _ Top; rewrite /family_gap (learns_ratio_trace _ lr) // (big_nat_recr 2) //= addrC addKr s2 gapE => h.
have {}h : s (P R) 2 <= 16%:R^-1.
  apply: h; split=> [|j]; first exact: learns_covariance lr.
  by exists (delta_mx j 0); rewrite colE.
have := h; rewrite -ler_sqr ?nnegrE ?s_ge0 ?invr_ge0 ?ler0n // s2 exprVn lef_pinv ?posrE ?exprn_gt0 ?ltr0n //.
by rewrite -natrX ler_nat.
Qed.
