(* statement: sha256:000c3b34f2a83b12d26de6f2b93d15aea6b5878b2ec958e427e605dba347a4fc *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements operators singular span balanced ratio definite.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section SupervisedOnehotBalancedClasses.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem supervised_onehot_balanced_classes (d : nat) (Phi : 'M[R]_(N, d)) (L := integral_operator (q P) one_hot) :
  (1 <= d <= N)%N -> equal_classes P ->
  extracts (p P) (T P *m L *m T_star P) Phi <-> extracts (p P) (T P *m T_star P) Phi.
Proof.
move=> _ eq; rewrite /L balanced_sandwich // mulmx1; apply: extracts_scale.
by rewrite invr_gt0 ltr0n (M_gt0 P).
Qed.
End SupervisedOnehotBalancedClasses.

Theorem supervised_onehot_balanced_classes_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P d dN Phi L eq; have sa := one_hot_selfadj P; have sK := KX_selfadj P.
by split=> //; split=> //; rewrite supervised_onehot_balanced_classes //; split=> -[].
Qed.
