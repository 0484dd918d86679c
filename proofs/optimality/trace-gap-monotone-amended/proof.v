(* statement: sha256:345f37a4a1d1fd9db9e426cbe440c28fa573fb0647ff8531720a7047e5ce540a *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import vocabulary encoders.
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
Print Assumptions trace_gap_monotone_amended.
