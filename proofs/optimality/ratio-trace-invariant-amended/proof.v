(* statement: sha256:869659d378cbfaf5a722d4fd88c2741ccfc0a8128cc9de80da3de935acfc1721 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import vocabulary encoders.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section RatioTraceInvariant.
Variables (R : rcfType) (N M : nat) (P : context R N M).

(** An invertible matrix is one of a non-zero determinant. *)
Theorem ratio_trace_invariant_amended (d : nat) (Phi : 'M[R]_(N, d)) (G : 'M[R]_d) :
  (1 <= d <= N)%N -> \det G != 0 -> \det (covariance P Phi) != 0 ->
  ratio_trace P (Phi *m G) = ratio_trace P Phi.
Proof.
move=> _; rewrite -!unitfE -!unitmxE => Gu Cu.
have Cu' : covariance P (Phi *m G) \in unitmx.
  rewrite /covariance /covX cmx_mul trmx_mul -!mulmxA !unitmx_mul unitmx_tr Gu /=.
  by rewrite !mulmxA unitmx_mul Gu andbT.
rewrite !ratio_traceE //; apply: (ratio_trace_span (A := G) (B := invmx G)) => //.
by rewrite -mulmxA mulmxV ?mulmx1.
Qed.
End RatioTraceInvariant.
Print Assumptions ratio_trace_invariant_amended.
