(** * Pencils B v = theta C v, for symmetric B and positive definite C.      *)
(** In coordinates in which C is the identity they are symmetric matrices.    *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry selfadjoint kyfan ratio spectral worstcase minmax.
From Contexture Require Import eigenvalues labels orthonormal encoders extract span.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Lemma char_poly_similar (R : comRingType) d (X Y K : 'M[R]_d) : Y *m X = 1%:M -> char_poly (X *m K *m Y) = char_poly K.
Proof.
move=> YX; have XY := mulmx1C YX; pose x := map_mx polyC X; pose y := map_mx polyC Y.
have xy : x *m y = 1%:M by rewrite -map_mxM XY map_mx1.
rewrite /char_poly (_ : char_poly_mx (X *m K *m Y) = x *m char_poly_mx K *m y).
  by rewrite !det_mulmx mulrAC -det_mulmx xy det1 mul1r.
by rewrite /char_poly_mx mulmxBr mulmxBl mul_mx_scalar -scalemxAl xy scalemx1 !map_mxM.
Qed.

Section Pencil.
Variables (R : rcfType) (d : nat).
Implicit Types B C A : 'M[R]_d.
Definition flat n : 'rV[R]_n := const_mx 1.
Lemma flat_gt0 n x : 0 < flat n 0 x. Proof. by rewrite mxE ltr01. Qed.
Lemma flat_diag n : diag_mx (flat n) = 1%:M. Proof. exact: diag_const_mx. Qed.
Lemma flat_selfadj n (S : 'M[R]_n) : S^T = S -> selfadj (flat n) S.
Proof. by rewrite /selfadj flat_diag mul1mx mulmx1. Qed.
Lemma flat_ip n (f g : 'cV[R]_n) : ip (flat n) f g = (f^T *m g) 0 0.
Proof. by rewrite ipE flat_diag mulmx1. Qed.

(** A and A' are coordinates in which C is the identity. *)
Section Coordinates.
Variables (B C A A' : 'M[R]_d).
Hypotheses (AA : A *m A' = 1%:M) (AC : A^T *m C *m A = 1%:M).

Fact pencil_inverse : invmx C = A *m A^T.
Proof.
have CA : C *m (A *m A^T) = 1%:M by rewrite mulmxA; apply: mulmx1C; rewrite mulmxA.
have Cu : C \in unitmx by case/mulmx1_unit: CA.
by rewrite -[LHS]mulmx1 -CA (mulmxA (invmx C)) mulVmx // mul1mx.
Qed.

Lemma pencil_eigenvalue i : generalised_eigenvalue B C i = eigenvalue (A^T *m B *m A) i.
Proof.
rewrite /generalised_eigenvalue /eigenvalues.eigenvalue pencil_inverse.
have -> : A *m A^T *m B = A *m (A^T *m B *m A) *m A' by rewrite -!mulmxA AA mulmx1.
by rewrite char_poly_similar // (mulmx1C AA).
Qed.
End Coordinates.

Variables (B C : 'M[R]_d).
Hypotheses (sB : B^T = B) (sC : C^T = C) (pC : forall v : 'cV[R]_d, v != 0 -> 0 < (v^T *m C *m v) 0 0).

(** J(V) = Tr((V C V^T)^-1 V B V^T) is largest at eigenvectors of the largest eigenvalues. *)
Definition discriminant e (V : 'M[R]_(e, d)) : R := \tr (invmx (V *m C *m V^T) *m (V *m B *m V^T)).

Lemma discriminant_le e (V : 'M[R]_(e, d)) : V *m C *m V^T \in unitmx ->
  discriminant V <= \sum_(1 <= i < e.+1) generalised_eigenvalue B C i.
Proof.
move=> Vu; have [A [A' [AA AC]]] := positive_square sC pC.
pose S := A^T *m B *m A; have sS : selfadj (flat d) S.
  by apply: flat_selfadj; rewrite /S !trmx_mul trmxK sB mulmxA.
have -> : \sum_(1 <= i < e.+1) generalised_eigenvalue B C i = top_sum_of S e.
  by apply: eq_bigr => i _; rewrite (pencil_eigenvalue _ AA AC).
pose Z : 'M[R]_(d, e) := A' *m V^T.
have VE : V^T = A *m Z by rewrite /Z mulmxA AA mul1mx.
have VtE : V = Z^T *m A^T by rewrite -trmx_mul -VE trmxK.
have CZ : V *m C *m V^T = Z^T *m Z.
  by rewrite VE VtE -!mulmxA (mulmxA C) (mulmxA A^T) (mulmxA A^T) AC mul1mx.
have BZ : V *m B *m V^T = Z^T *m S *m Z by rewrite VE VtE /S !mulmxA.
have Zu : Z^T *m diag_mx (flat d) *m Z \in unitmx by rewrite flat_diag mulmx1 -CZ.
clearbody Z S; have ind : independent_columns Z by apply/(gram_unit (@flat_gt0 d)).
have -> : discriminant V = seen (flat d) S Z.
  rewrite /discriminant CZ BZ /seen (span_proj_gram (@flat_gt0 d) Zu) /gram_proj flat_diag !mulmx1.
  by rewrite -!mulmxA [RHS]mxtrace_mulC -!mulmxA.
have [X [Y [XY g]]] := orthonormalise (@flat_gt0 d) ind.
have back : Z = Z *m X *m Y by rewrite -mulmxA XY mulmx1.
rewrite (seen_same (@flat_gt0 d) S back erefl) seen_orthonormal //; last exact: flat_gt0.
by apply: trace_le => //; apply: flat_gt0.
Qed.

Lemma discriminant_top e (W : 'M[R]_(e, d)) : W *m C *m W^T \in unitmx ->
  (forall j : 'I_e, B *m col j W^T = generalised_eigenvalue B C j.+1 *: (C *m col j W^T)) ->
  discriminant W = \sum_(1 <= i < e.+1) generalised_eigenvalue B C i.
Proof.
move=> Wu eig; pose l : 'rV[R]_e := \row_(j < e) generalised_eigenvalue B C j.+1.
have BW : B *m W^T = C *m W^T *m diag_mx l.
  apply/matrixP => x j; rewrite mul_mx_diag [RHS]mxE [l _ _]mxE.
  have /colP/(_ x) := eig j; rewrite !colE !mulmxA -!colE [LHS]mxE => ->.
  by rewrite mxE mulrC; congr (_ * _); rewrite mxE.
rewrite /discriminant -(mulmxA W B) BW (mulmxA W) (mulmxA W C) mulmxA mulVmx // mul1mx.
rewrite mxtrace_diag big_add1 big_mkord; apply: eq_bigr => j _; by rewrite mxE.
Qed.
End Pencil.
