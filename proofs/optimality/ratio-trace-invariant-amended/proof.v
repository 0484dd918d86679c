(* statement: sha256:869659d378cbfaf5a722d4fd88c2741ccfc0a8128cc9de80da3de935acfc1721 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements encoders defined.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section RatioTraceInvariant.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Lemma mixed_covariance (d : nat) (Phi : 'M[R]_(N, d)) (G : 'M[R]_d) :
  G \in unitmx -> covariance P Phi \in unitmx -> covariance P (Phi *m G) \in unitmx.
Proof.
move=> Gu Cu; rewrite /covariance /covX cmx_mul trmx_mul -!mulmxA !unitmx_mul unitmx_tr Gu /=.
by rewrite !mulmxA unitmx_mul Gu andbT.
Qed.

(** An invertible matrix is one of a non-zero determinant. *)
Theorem ratio_trace_invariant_amended (d : nat) (Phi : 'M[R]_(N, d)) (G : 'M[R]_d) :
  (1 <= d <= N)%N -> \det G != 0 -> \det (covariance P Phi) != 0 ->
  ratio_trace P (Phi *m G) = ratio_trace P Phi.
Proof.
move=> _; rewrite -!unitfE -!unitmxE => Gu Cu.
have Cu' := mixed_covariance Gu Cu; rewrite !ratio_traceE //; apply: (ratio_trace_span (A := G) (B := invmx G)) => //.
by rewrite -mulmxA mulmxV ?mulmx1.
Qed.
End RatioTraceInvariant.

Theorem ratio_trace_invariant_amended_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P d d_range Phi G Gn Cn; have [d1 _] := andP d_range.
have same := ratio_trace_invariant_amended d_range Gn Cn.
rewrite -!unitfE -!unitmxE in Gn Cn; have [n0 no] := ratio_trace_defined d1 Cn.
by have [n1 no1] := ratio_trace_defined d1 (mixed_covariance Gn Cn).
Qed.
