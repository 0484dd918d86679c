(* statement: sha256:b50208b16122d1826eed59094bf0f95c2bb2acb817e05fd91fbae75f2d0c3e30 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements operators encoders losses graphs.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Graph.
Variables (R : rcfType) (N : nat) (P : context R N N).

(** A graph is a context with a symmetric table. *)
Theorem graph_amended (d : nat) (Phi : 'M[R]_(N, d)) :
  (forall u v, P u v = P v u) -> (1 <= d <= N - 1)%N -> (forall i, (1 <= i <= N)%N -> 0 <= eigenvalue (T P) i) ->
  minimises (unit_covariance P (d := d)) (graph_loss P (d := d)) Phi
  <-> covariance P Phi = 1%:M /\ learns P (centred_encoder P Phi).
Proof.
move=> sym /andP[d1 /(index_lt d1) dN] pos; apply: graph_minimises => //.
by apply: (eigenvalues_psd (law_gt0 P)) => //; apply: graph_selfadj.
Qed.
End Graph.

Theorem graph_amended_stated (R : rcfType) : statement.statement R.
Proof.
move=> N P sym d d_range Phi pos; have sP : symmetric (joint P) by apply/matrixP => x y; rewrite mxE.
split=> //; have [le ge] : _ <-> _ := graph_amended Phi sym d_range (fun i range => (pos i range).2).
by split=> [[_ /le]|/ge].
Qed.
