(* statement: sha256:f2e6c1cf8f71fa2416de0999869aae0de0ca83f7fbc1282dacc9112f297126ed *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements encoders expansion.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section TraceGapAtOptimum.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem trace_gap_at_optimum_amended (d : nat) (Phi : 'M[R]_(N, d)) :
  (1 <= d <= N - 2)%N -> learns P Phi ->
  trace_gap_is P Phi (s P d.+1 ^+ 2) /\ forall TG, trace_gap_is P Phi TG -> TG = s P d.+1 ^+ 2.
Proof.
move=> /andP[d1 dN] lr.
have dN' : (d < N)%N := index_lt d1 dN.
have Cu := learns_covariance dN' lr.
have step : family_gap P (Phi : 'M_(N, d)) = s P d.+1 ^+ 2.
  by rewrite /family_gap learns_ratio_trace // (big_nat_recr d.+1) //= addrC addKr.
have best : trace_gap_is P Phi (s P d.+1 ^+ 2).
  split; first by exists d, Phi; split=> //; split=> // j; exists (delta_mx j 0); rewrite colE.
  move=> k F [Fu sub].
  have kd : (k <= d)%N.
    have [W FE] := columns_factor sub; rewrite -(unit_rank Fu) FE trmx_mul.
    by apply: leq_trans (mxrankM_maxr _ _) _; apply: rank_leq_row.
  apply: (@le_trans _ _ (s P k.+1 ^+ 2)); first exact: s_sq_decreasing.
  rewrite /family_gap (big_nat_recr k.+1) //= -addrA addrCA ler_addl subr_ge0.
  exact: ratio_trace_top_le.
split=> // TG [[k [F [fam <-]]] least]; apply/eqP; rewrite eq_le.
rewrite (best.2 k F fam) andbT -step; apply: least.
by split=> // j; exists (delta_mx j 0); rewrite colE.
Qed.
End TraceGapAtOptimum.

Theorem trace_gap_at_optimum_amended_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P d d_range Phi lr; have [d1 dN] := andP d_range; split.
  by apply: leq_ltn_trans (index_lt2 d1 dN); rewrite ltnS; apply: rank_leq_col.
by exists (s P d.+1 ^+ 2); split=> //; case: (trace_gap_at_optimum_amended d_range lr).
Qed.
