(* statement: sha256:a7088250baf5b46e0d8f6fed40a248030034ebbc61c5c76d5eb534bf7b8fca11 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements risk.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section SupervisedOnehot.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem supervised_onehot_amended (d : nat) (Phi : 'M[R]_(N, d)) (L := integral_operator (q P) one_hot) :
  (1 <= d <= N)%N -> eigenvalue (T P *m L *m T_star P) d > 0 ->
  minimises_supervised P one_hot Phi <-> extracts (p P) (T P *m L *m T_star P) Phi.
Proof.
have -> : L = integral_operator (q P) (one_hot *m one_hot^T) by rewrite trmx1 mulmx1.
by rewrite target_sandwich => /andP[_ dN] pos; apply: supervised_minimises.
Qed.
End SupervisedOnehot.

Theorem supervised_onehot_amended_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P d dN Phi L [sa pos]; split=> //; rewrite supervised_onehot_amended //.
by split=> [|[]].
Qed.
