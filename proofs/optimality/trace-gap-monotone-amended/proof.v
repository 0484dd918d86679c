(* statement: sha256:345f37a4a1d1fd9db9e426cbe440c28fa573fb0647ff8531720a7047e5ce540a *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements encoders leastgap.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section TraceGapMonotone.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem trace_gap_monotone_amended (d : nat) (Phi : 'M[R]_(N, d)) (f : 'cV[R]_N) (TG TG' : R) :
  (1 <= d <= N - 1)%N -> (centred_rank P (row_mx Phi f) <= N - 2)%N ->
  trace_gap_is P Phi TG -> trace_gap_is P (row_mx Phi f) TG' -> TG' <= TG.
Proof.
move=> _ _ [[k [F [[Cu sub] <-]]] _] [_ least]; apply: least; split=> // j.
by have [w ->] := sub j; exists (col_mx w 0); rewrite mul_row_col mulmx0 addr0.
Qed.
End TraceGapMonotone.

Theorem trace_gap_monotone_amended_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P d d_range Phi f rN.
have rank_le : (centred_rank P Phi <= centred_rank P (row_mx Phi f))%N.
  have -> : centred_rank P Phi = \rank (cmx P (row_mx Phi f) *m col_mx 1%:M 0).
    by rewrite -cmx_mul mul_row_col mulmx1 mulmx0 addr0.
  exact: mxrankM_maxl.
have small : ((centred_rank P (row_mx Phi f)).+1 < N)%N by rewrite addn2 in rN.
have [t tP] := trace_gap_exists P Phi; have [u uP] := trace_gap_exists P (row_mx Phi f).
split=> //; exists u; split=> //; split; first by apply: leq_trans small; rewrite !ltnS.
exists t; split=> //; apply: trace_gap_monotone_amended d_range _ tP uP.
by rewrite leq_subRL ?(leq_trans _ rN) ?leq_addl // addnC.
Qed.
