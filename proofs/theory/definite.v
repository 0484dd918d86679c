(** * Where terms have a value: operators that are self-adjoint, covariances that are positive definite. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements geometry operators ratio encoders losses risk ritz.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Definite.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Lemma symmetric_kX : symmetric (kX P).
Proof.
apply/matrixP => x y; rewrite [LHS]mxE [LHS]mxE [RHS]mxE; congr (_ / _); last exact: mulrC.
by apply: eq_bigr => a _; congr (_ * _); exact: mulrC.
Qed.

(** T L T* for the integral operator L of a symmetric kernel. *)
Lemma sandwich_selfadj (k : 'M[R]_M) : symmetric k -> selfadj (p P) (T P *m integral_operator (q P) k *m T_star P).
Proof.
move=> sk; rewrite losses.integral_operatorE sandwich -losses.integral_operatorE; apply: losses.integral_selfadj.
by rewrite /symmetric !trmx_mul trmxK sk mulmxA.
Qed.

(** T L T* for one-hot labels. *)
Lemma one_hot_selfadj : selfadj (p P) (T P *m integral_operator (q P) (@one_hot R M) *m T_star P).
Proof. exact/sandwich_selfadj/trmx1. Qed.

(** A pencil of B_Phi and C_Phi has eigenvalues where C_Phi is invertible. *)
Lemma pencil_defined d (Phi : 'M[R]_(N, d)) : \det (covariance P Phi) != 0 ->
  symmetric (expected_covariance P Phi) /\ positive_definite (covariance P Phi).
Proof.
rewrite -unitfE -unitmxE => Cu; split; first exact: ritz.expected_sym.
split=> [|v v0]; first exact: ritz.covariance_sym.
have -> : v^T *m covariance P Phi *m v = (cmx P Phi *m v)^T *m diag_mx (p P) *m (cmx P Phi *m v).
  by rewrite /covariance /covX trmx_mul !mulmxA.
have p0 := law_gt0 P; rewrite -ipE -/(sqn _ _) sqn_gt0 //; apply: contra_neq v0.
by have /(gram_unit p0) := Cu; apply.
Qed.
End Definite.
