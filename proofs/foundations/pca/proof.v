(* statement: sha256:ae7159184c0a84e58f442561d46811513c2dcf98b8a44859cd05ac03f5bc3844 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements orthonormal existence encoders optimal stated.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Pca.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem pca (d : nat) (Phi : 'M[R]_(N, d)) :
  (1 <= d <= N - 1)%N -> gram (p P) Phi Phi = 1%:M -> (forall j, mean (p P) (col j Phi) = 0) ->
  maximises_explained P Phi <-> learns P Phi.
Proof.
move=> /andP[d1 dN] g m; have oc : orthonormal_centred P Phi by split.
have dN' := index_lt d1 dN; split=> [[_ most]|lr].
  have [S _] := system_exists P; apply: (best_learns dN' oc).
  by rewrite -(top_explained S dN'); apply/most/top_orthonormal.
split=> // Psi oc'; rewrite !explained_ratio_trace // (learns_ratio_trace dN' lr).
by apply: ratio_trace_top_le; rewrite (orthonormal_covariance oc') unitmx1.
Qed.
End Pca.

Theorem pca_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P d d_range Phi gramE means; apply: pca => //.
exact/(all_columns Phi (fun f => mean (p P) f = 0)).
Qed.
