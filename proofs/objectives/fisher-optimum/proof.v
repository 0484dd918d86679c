(* statement: sha256:7239e46f2bca0eb5f1afc82d1feb7e0bd6b45644e25cd296a7785fdeb08b8e44 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements orthonormal pencil fisher stated.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section FisherOptimum.
Variables (R : rcfType) (N M : nat) (P : context R N M).

(** [between_scatter] and [within_scatter] are the sums SB and SW of the file; [col j] counts from 0. *)
Theorem fisher_optimum (k d : nat) (u : 'M[R]_(N, k)) (W V : 'M[R]_(d, k))
    (SB := between_scatter P u) (SW := within_scatter P u) :
  (1 <= k <= N)%N -> (1 <= d <= k)%N -> \det SW != 0 ->
  (forall j : 'I_d, SB *m col j W^T = generalised_eigenvalue SB SW j.+1 *: (SW *m col j W^T)) ->
  \det (W *m SW *m W^T) != 0 /\ \det (V *m SW *m V^T) != 0 ->
  \tr (invmx (V *m SW *m V^T) *m (V *m SB *m V^T)) <= \tr (invmx (W *m SW *m W^T) *m (W *m SB *m W^T)).
Proof.
move=> _ _ Su eig [Wu Vu]; rewrite -!unitfE -!unitmxE in Su Wu Vu.
have pos := within_scatter_pos Su; have sW := within_scatter_sym P u; have sB := between_scatter_sym P u.
apply: (@le_trans _ _ (\sum_(1 <= i < d.+1) generalised_eigenvalue SB SW i)).
  exact: (discriminant_le sB sW pos Vu).
by rewrite -(discriminant_top Wu eig).
Qed.
End FisherOptimum.

Theorem fisher_optimum_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P k k_range u d d_range W V m SB SW det eig units; have [Wu Vu] := units.
do 2![split; first by rewrite unitmxE unitfE].
apply: fisher_optimum => // j.
by have [_ [_]] := eig j.+1 (from_one j); rewrite /= columnE.
Qed.
