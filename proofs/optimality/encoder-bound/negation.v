(* statement: sha256:6ca55880407891c900cfb23dee1ac5241e88792cf77594de551a307a80606007 *)
(** The bound squares the gap, which is made of squares: for s_1 = 1, a gap of 1/4 and eps = 1/4 it is 11/15. *)
(** The task (1, 0, -1) is in F_eps, and the feature (0, 1, -1) leaves 3/4 of it. *)
From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements geometry operators orthonormal encoders errors concrete joined.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Instance.
Variable R : rcfType.
Notation P := (joined R).
Definition Phi : 'M[R]_(3, 1) := rows 3 1 [:: [:: 0]; [:: 1]; [:: -1]].
Definition task : 'cV[R]_3 := rows 3 1 [:: [:: 1]; [:: 0]; [:: -1]].
Definition eps : R := 4%:R^-1.

Fact Phi_mean : mean (p P) Phi = 0. Proof. by rewrite /mean; written; numbers. Qed.
Fact Phi_centred : cmx P Phi = Phi.
Proof. by apply: cmx_id => j; rewrite ord1 -[RHS]Phi_mean; congr mean; apply/colP => x; rewrite mxE. Qed.

Fact Phi_covariance : covX P Phi = (2%:R / 3%:R)%:M.
Proof. by rewrite /covX Phi_centred -gramE; apply/matrixP => i j; rewrite !ord1 [RHS]mxE; written; numbers. Qed.
Fact Phi_unit : covX P Phi \in unitmx.
Proof. by rewrite Phi_covariance unitmxE det_scalar1 unitfE mulf_neq0 ?invr_eq0 ?pnatr_eq0. Qed.

(** The feature alone leaves 1/4, no feature leaves 1. *)
Fact Phi_gap : family_gap P Phi = 4%:R^-1.
Proof.
have [_ [_ s1 s2]] := joined_system R.
rewrite /family_gap big_nat_recl // big_nat1 s1 s2 /context.ratio_trace Phi_covariance invmx_scalar mul_scalar_mx.
rewrite mxtraceZ /covA Phi_centred -gramE /mxtrace big_ord1; written; numbers.
Qed.

Fact gap : trace_gap_is P Phi 4%:R^-1.
Proof.
have [_ [_ s1 s2]] := joined_system R; split.
  by exists 1%N, Phi; split; [split=> [|j]; [exact: Phi_unit | exists (delta_mx j 0); rewrite colE] | exact: Phi_gap].
move=> k F [Fu /columns_factor[W FE]]; have := unit_rank Fu; rewrite {1}FE trmx_mul => rank.
case: k F Fu W FE rank => [|[|k]] F Fu W FE rank.
- have := ratio_trace_top_le Fu; rewrite /family_gap big_nat1 s1 big_geq // -subr_ge0 sub0r => h.
  by rewrite expr1n -[X in X <= _]addr0; apply: ler_add; rewrite ?invf_le1 ?ltr0n ?ler1n.
- have Wu : W \in unitmx.
    have := mxrankM_maxl W^T Phi^T; rewrite rank -row_full_unit /row_full eqn_leq rank_leq_row mxrank_tr.
    by [].
  rewrite /family_gap (@ratio_trace_span _ _ _ P _ _ F Phi W (invmx W)) ?Phi_unit //; last by rewrite FE mulmxK.
  by rewrite -Phi_gap.
by have := mxrankM_maxr W^T Phi^T; rewrite rank => /leq_trans/(_ (rank_leq_row _)).
Qed.

Fact gap_unique g : trace_gap_is P Phi g -> g = 4%:R^-1.
Proof.
case=> [[k [F [fam <-]]] least]; apply/eqP; rewrite eq_le gap.2 // andbT -Phi_gap; apply: least.
by split=> [|j]; [exact: Phi_unit | exists (delta_mx j 0); rewrite colE].
Qed.

(** The task, with norm 1. *)
Definition r : R := Num.sqrt (3%:R / 2%:R).
Fact r2 : r ^+ 2 = 3%:R / 2%:R. Proof. by rewrite sqr_sqrtr // divr_ge0 ?ler0n. Qed.

Fact task_sqn : sqn (p P) (r *: task) = 1.
Proof. by rewrite sqnZ r2 /sqn /ip; written; numbers. Qed.

Fact task_in_F : in_F P (r *: task) eps.
Proof.
apply: form_in_F.
- by rewrite -(sqn_gt0 (law_gt0 P)) task_sqn ltr01.
- by rewrite mean_ip ipZr -mean_ip (_ : mean _ _ = 0) ?mulr0 // /mean; written; numbers.
- by rewrite invf_le1 ?ltr0n ?ler1n.
rewrite task_sqn -scalemxAr sqnZ r2 -subr_ge0 /sqn /ip; written.
by rewrite (_ : _ - _ = 3%:R / 16%:R) ?divr_ge0 ?ler0n // /eps; numbers.
Qed.

Fact task_error e : err_le P Phi (r *: task) e -> 3%:R / 4%:R <= e.
Proof.
case=> w [b]; apply: le_trans.
have entry x : (Phi *m w + b *: one - r *: task) x 0 = Phi x 0 * w 0 0 + b - r * task x 0.
  by rewrite !mxE big_ord1 !mxE mulr1.
have -> : sqn (p P) (Phi *m w + b *: one - r *: task) =
    b ^+ 2 + 2%:R / 3%:R * (w 0 0 - r / 2%:R) ^+ 2 + r ^+ 2 / 2%:R.
  by rewrite /sqn /ip !big_ord_recl big_ord0 !entry; written; move: (w 0 0) => v; numbers.
rewrite r2 (_ : 3%:R / 2%:R / 2%:R = 3%:R / 4%:R :> R); last by numbers.
by rewrite ler_addr addr_ge0 ?sqr_ge0 // mulr_ge0 ?divr_ge0 ?ler0n ?sqr_ge0.
Qed.
End Instance.

Theorem encoder_bound_fails (R : rcfType) : ~ statement.statement R.
Proof.
have [_ [_ s1 _]] := joined_system R; have e0 : 0 < eps R by rewrite invr_gt0 ltr0n.
move=> /(_ _ _ (joined R) 1%N erefl (Phi R) (eps R))[].
- by rewrite e0 invf_le1 ?ltr0n ?ler1n.
- split; first by rewrite !ltnS rank_leq_col.
  by exists 4%:R^-1; split; [exact: gap | rewrite s1 expr1n invf_lt1 ?ltr0n ?ltr1n].
- by rewrite s1 subrr.
move=> _ [e [[upper _] [_ [_ [g [/gap_unique -> [_]]]]]]].
have := task_error (upper _ (task_in_F R) _); rewrite norm_one ?task_sqn //; last exact: law_gt0.
move=> /(_ erefl) /le_trans h /h; rewrite s1 -subr_ge0 /eps (_ : _ - _ = - 60%:R^-1); last by numbers.
by rewrite oppr_ge0 invr_le0 lern0.
Qed.
