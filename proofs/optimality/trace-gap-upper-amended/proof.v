(* statement: sha256:77fd6710c9771ee9fd30846a8ad99af598e0cad6ce2aa2a0ac5347e061ad2d6e *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements encoders defined leastgap.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section TraceGapUpper.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem trace_gap_upper_amended (d : nat) (Phi : 'M[R]_(N, d)) (TG : R) :
  (1 <= d <= N - 2)%N -> \det (covariance P Phi) != 0 -> trace_gap_is P Phi TG ->
  TG <= \sum_(1 <= i < d.+2) s P i ^+ 2 - ratio_trace P Phi.
Proof.
move=> _; rewrite -unitfE -unitmxE => Cu [_ least]; rewrite ratio_traceE //; apply: least.
by split=> // j; exists (delta_mx j 0); rewrite colE.
Qed.
End TraceGapUpper.

Theorem trace_gap_upper_amended_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P d d_range Phi Cn; have [d1 dN] := andP d_range; split.
  by apply: leq_ltn_trans (index_lt2 d1 dN); rewrite ltnS; apply: rank_leq_col.
have [t tP] := trace_gap_exists P Phi; exists t; split=> //.
have le := trace_gap_upper_amended d_range Cn tP; rewrite -unitfE -unitmxE in Cn; rewrite addn2.
by have [] := ratio_trace_defined d1 Cn.
Qed.
