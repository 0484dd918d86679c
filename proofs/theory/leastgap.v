(** * Every encoder has a trace gap: of k functions in its span those of the top Ritz values leave least. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators selfadjoint kyfan ratio spectral centred eigenvalues vocabulary.
From Contexture Require Import objectives orthonormal singular existence expansion encoders extract span pencil ritz kernelgap.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** A span has an orthonormal basis. *)
Lemma orthonormal_span (R : rcfType) n (w : 'rV[R]_n) d (Phi : 'M[R]_(n, d)) : (forall x, 0 < w 0 x) ->
  exists Z : 'M[R]_(n, \rank Phi^T), [/\ gram w Z Z = 1%:M, exists A, Z = Phi *m A & exists B, Phi = Z *m B].
Proof.
move=> w0; have [[A AE] [B BE]] := maximal_columns_factor Phi.
have ind : independent_columns (maximal_columns Phi) by move=> v; apply: maximal_columns_free.
have [C [C' [CC g]]] := orthonormalise w0 ind; exists (maximal_columns Phi *m C); split=> //.
  by exists (A *m C); rewrite AE mulmxA.
by exists (C' *m B); rewrite mulmxA -(mulmxA _ C) CC mulmx1.
Qed.

Section LeastGap.
Variables (R : rcfType) (N M d : nat) (P : context R N M) (Phi : 'M[R]_(N, d)).
Notation pX := (law P). Notation D := (diag_mx pX).

Theorem trace_gap_exists : exists t, trace_gap_is P Phi t.
Proof.
have [Z [g [A ZE] [B BE]]] := orthonormal_span (cmx P Phi) (law_gt0 P).
set r := \rank _ in Z g A ZE B BE; rewrite gramE in g.
pose S := Z^T *m D *m (KX0 P *m Z).
have sS : S^T = S.
  rewrite /S !trmx_mul trmxK tr_diag_mx !mulmxA.
  by rewrite -(mulmxA Z^T (KX0 P)^T D) -(KX0_selfadj P) !mulmxA.
have f0 := @flat_gt0 R r; have sa := flat_selfadj sS; have [E _] := eigenbasis_exists f0 sa.
(* A family of the span in coordinates. *)
have coordinates k (F : 'M[R]_(N, k)) (G : 'M[R]_(r, k)) : cmx P F = Z *m G ->
    covX P F = G^T *m G /\ covA P F = G^T *m S *m G.
  move=> FE; split.
    rewrite /covX FE trmx_mul -!mulmxA (mulmxA D) (mulmxA Z^T) (mulmxA Z^T D).
    by rewrite g mul1mx.
  by rewrite expected_form FE trmx_mul /S !mulmxA.
pose gap k := \sum_(1 <= i < k.+2) s P i ^+ 2 - top_sum_of S k.
have attained k : (k <= r)%N -> exists F : 'M[R]_(N, k), family P Phi F /\ family_gap P F = gap k.
  move=> kr; pose G := top_eigenfunctions E k; have gG := top_eigenfunctions_gram E kr.
  rewrite -/G gramE flat_diag mulmx1 in gG.
  have FE : cmx P (Phi *m (A *m G)) = Z *m G by rewrite cmx_mul mulmxA -ZE.
  have [cX cA] := coordinates _ _ _ FE; rewrite gG in cX; exists (Phi *m (A *m G)); split.
    by split=> [|j]; [rewrite /covariance cX unitmx1 | exists (col j (A *m G)); rewrite !colE !mulmxA].
  rewrite /family_gap /gap /context.ratio_trace cX invmx1 mul1mx cA.
  by rewrite -(top_eigenfunctions_trace E kr) trace_onE flat_diag mulmx1 !mulmxA.
have below k (F : 'M[R]_(N, k)) : family P Phi F -> (k <= r)%N /\ gap k <= family_gap P F.
  move=> [Fu /columns_factor[W FE]].
  have GE : cmx P F = Z *m (B *m W) by rewrite FE cmx_mul {1}BE mulmxA.
  have [cX cA] := coordinates _ _ _ GE; rewrite /covariance cX in Fu; split.
    have := mxrank_unit Fu => <-; apply: leq_trans (mxrankM_maxl _ _) _; exact: rank_leq_col.
  by rewrite /family_gap /gap ler_add2l ler_opp2 /context.ratio_trace cX cA; apply: seen_family.
pose i0 : 'I_r.+1 := ord0; case: (@Order.TotalTheory.arg_minP _ _ _ i0 xpredT (fun i : 'I_r.+1 => gap i) isT) => i _ least.
exists (gap i); split; first by have [|F [fam e]] := attained i; [rewrite -ltnS | exists i, F].
move=> k F fam; have [kr le] := below k F fam; apply: le_trans le.
by have := least (Ordinal (kr : (k < r.+1)%N) : 'I_r.+1) isT.
Qed.
End LeastGap.
