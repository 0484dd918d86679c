(* statement: sha256:de713ce502cf2cd93dfcd0e05729694b064a8c4e6bfabd6c5ba3ac2f9114b5b8 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements orthonormal encoders losses graphs stated.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section GraphValue.
Variables (R : rcfType) (N : nat) (P : context R N N).

(** A graph is a context with a symmetric table. *)
Theorem graph_value (d : nat) (Phi : 'M[R]_(N, d)) :
  (forall u v, P u v = P v u) -> (1 <= d <= N - 1)%N -> (forall i, mean (p P) (col i Phi) = 0) -> covariance P Phi = 1%:M ->
  graph_loss P Phi = d%:R - \sum_(i < d) ip (p P) (col i Phi) (T P *m col i Phi).
Proof.
move=> sym _ m u; have /unit_covarianceE oc : unit_covariance P Phi by [].
by rewrite graph_loss_trace // -{1}(cmx_id m) (orthonormal_sqn oc).
Qed.
End GraphValue.

Theorem graph_value_stated (R : rcfType) : statement.statement R.
Proof.
move=> N P sym d d_range Phi /(all_columns Phi (fun f => mean (p P) f = 0)) m u.
split; first by apply/matrixP => x y; rewrite mxE.
rewrite (graph_value sym d_range m u); congr (_ - _).
by rewrite big_add1 big_mkord; apply: eq_bigr => i _; rewrite /= columnE.
Qed.
