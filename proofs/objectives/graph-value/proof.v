(* statement: sha256:de713ce502cf2cd93dfcd0e05729694b064a8c4e6bfabd6c5ba3ac2f9114b5b8 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import objectives encoders losses graphs.
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
Print Assumptions graph_value.
