(** * Neural collapse: of labels that are certain and equally likely, the indicators less their means. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators selfadjoint ratio centred.
From Contexture Require Import labels orthonormal singular expansion encoders extract losses span risk biased.
From Contexture Require Import balanced deterministic.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Collapse.
Variables (R : rcfType) (N M : nat) (P : context R N M).
Hypotheses (eq : equal_classes P) (det : deterministic P).
Notation p0 := (law_gt0 P).
Let G := cmx P (T P).

Lemma indicators_centred : T P - M%:R^-1 *: (one *m one^T) = G.
Proof.
rewrite /G /cmx law_T; congr (_ - _); rewrite scalemxAr; congr (_ *m _).
by apply/rowP => a; rewrite equal_q // !mxE mulr1.
Qed.

(** T T* keeps them. *)
Lemma kept : KX0 P *m G = G.
Proof.
have TG : T_star P *m G = 1%:M - one *m q P.
  by rewrite /G /cmx law_T mulmxBr (recover det) mulmxA (adjoint1 P).
have K1 : KX P *m G = G.
  by rewrite /KX -mulmxA TG mulmxBr mulmx1 mulmxA (expect1 P) /G /cmx law_T.
by rewrite /KX0 mulmxBl K1 -(mulmxA _ (law P)) law_cmx mulmx0 subr0.
Qed.

Lemma indicators_rank : (M - 1 <= \rank G)%N.
Proof.
have TG : T_star P *m G + one *m q P = 1%:M.
  by rewrite /G /cmx law_T mulmxBr (recover det) mulmxA (adjoint1 P) subrK.
pose X : 'M[R]_M := T_star P *m G + one *m q P.
have : (\rank X <= \rank G + 1)%N.
  apply: leq_trans (mxrank_add _ _) (leq_add (mxrankM_maxr _ _) _).
  by apply: leq_trans (mxrankM_maxr _ _) (rank_leq_row _).
by rewrite /X TG mxrank1 leq_subLR addnC.
Qed.

Theorem collapse (Phi : 'M[R]_(N, M - 1)) (v := cmx (dual P) (one_hot : 'M[R]_M)) :
  same_span Phi (T P - M%:R^-1 *: (one *m one^T)) ->
  extracts (p P) (T P *m integral_operator (q P) (v *m v^T) *m T_star P) Phi.
Proof.
rewrite indicators_centred centred_sandwich // => -[/span_factor[A AE] /span_factor[B BE]].
apply/extracts_scale; first exact: (c_gt0 P).
have full : (M - 1 <= \rank Phi^T)%N.
  by rewrite mxrank_tr (leq_trans indicators_rank) // BE mxrankM_maxl.
have ind := full_rank_independent full; have MN := independent_size ind.
apply/(independent_extracts p0 (KX0_selfadj P) ind).
have -> : seen (law P) (KX0 P) Phi = (M - 1)%:R.
  rewrite /seen mxtrace_mulC; have [Z ZE] := span_proj_factor (law P) Phi.
  have -> : KX0 P *m span_proj (law P) Phi = span_proj (law P) Phi by rewrite ZE AE !mulmxA kept.
  rewrite (span_proj_trace p0); congr (_%:R); apply/eqP; rewrite eqn_leq full andbT.
  exact: rank_leq_row.
apply: (@le_trans _ _ (\sum_(1 <= i < (M - 1).+1) (1 : R))).
  apply: ler_sum_nat => i /andP[i1 iM]; rewrite eigenvalue_KX0 ?i1 ?(leq_trans _ MN) //.
  by rewrite expr_le1 ?s_ge0 ?s_le1.
by rewrite sumr_const_nat subSS subn0.
Qed.
End Collapse.
