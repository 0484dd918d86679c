(* statement: sha256:9b00a48fdc13bc2176706750cf82efc6fbaff6e0b70c22d6f9733c996f2d85ed *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements operators balanced collapse kernelbasis definite.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section NeuralCollapse.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem neural_collapse_amended (Phi : 'M[R]_(N, M - 1)) (v := centred_encoder (transposed P) one_hot) :
  equal_classes P -> deterministic P -> same_span Phi (T P - M%:R^-1 *: (one *m one^T)) ->
  extracts (p P) (T P *m integral_operator (q P) (v *m v^T) *m T_star P) Phi.
Proof. by move=> eq det sp; apply: (collapse eq det sp). Qed.
End NeuralCollapse.

Theorem neural_collapse_amended_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P Phi v eq det sp; split; last exact: neural_collapse_amended.
exact/sandwich_selfadj/(factor_psd v).1.
Qed.
