(* statement: sha256:dc48a6c94afb8076af4710f948bf7fb48aeb4bd3362c2931a41fa7f315ac3959 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements ritz.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section RitzOrthonormal.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem ritz_orthonormal_amended (d i j : nat) (Phi : 'M[R]_(N, d)) (v w : 'cV[R]_d)
    (B := expected_covariance P Phi) (C := covariance P Phi) :
  (1 <= d <= N - 1)%N -> (1 <= i <= d)%N -> (1 <= j <= d)%N -> \det C != 0 ->
  generalised_eigenvalue B C i > generalised_eigenvalue B C j ->
  B *m v = generalised_eigenvalue B C i *: (C *m v) /\ B *m w = generalised_eigenvalue B C j *: (C *m w) ->
  (v^T *m C *m w) 0 0 = 0.
Proof. by move=> _ _ _ _ ij [Bv Bw]; apply: (ritz_orthogonal ij Bv Bw). Qed.
End RitzOrthonormal.

Theorem ritz_orthonormal_amended_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P d dN Phi i id j jd v w B C Cu [_ [_ ij]] [[_ [_ Bv]] [_ [_ Bw]]].
exact: (ritz_orthonormal_amended dN id jd Cu ij).
Qed.
