(* statement: sha256:56805838524ced43da6e9f334af5e8a42e638025d7fa8baaea07c697d0787273 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements encoders stated defined.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section RatioTraceMax.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem ratio_trace_max_amended (d : nat) (Phi : 'M[R]_(N, d)) (top := \sum_(1 <= i < d.+1) s P i ^+ 2) :
  (1 <= d <= N - 1)%N -> \det (covariance P Phi) != 0 ->
  [/\ gram (p P) Phi Phi = 1%:M -> (forall j, mean (p P) (col j Phi) = 0) -> explained P Phi <= top,
      ratio_trace P Phi <= top
    & learns P Phi -> ratio_trace P Phi = top].
Proof.
rewrite -unitfE -unitmxE => /andP[d1 dN] Cu; rewrite ratio_traceE //.
have dN' : (d < N)%N := index_lt d1 dN.
split=> [g m| |lr]; last exact: learns_ratio_trace.
  by rewrite explained_ratio_trace //; apply: ratio_trace_top_le.
exact: ratio_trace_top_le.
Qed.
End RatioTraceMax.

Theorem ratio_trace_max_amended_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P d d_range Phi top Cn; have [oc le eq] := ratio_trace_max_amended d_range Cn.
have [d1 _] := andP d_range; rewrite -unitfE -unitmxE in Cn; have [n0 no] := ratio_trace_defined d1 Cn.
split; last by split=> // lr; do 2!split=> //; apply: eq.
move=> [g m]; apply: oc => //; exact/(all_columns Phi (fun f => mean (p P) f = 0)).
Qed.
