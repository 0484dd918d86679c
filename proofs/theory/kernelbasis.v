(** * The eigenfunctions of a kernel: k = sum_j l_j e_j e_j^T.                *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import vocabulary geometry selfadjoint spectral eigenvalues.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Lemma integral_operatorE (R : rcfType) n (w : 'rV[R]_n) (k : 'M[R]_n) : integral_operator w k = k *m diag_mx w.
Proof. by apply/matrixP => x y; rewrite mul_mx_diag !mxE. Qed.

(** F F^T is positive semidefinite. *)
Lemma factor_psd (R : rcfType) n m (F : 'M[R]_(n, m)) : psd_matrix (F *m F^T).
Proof.
split=> [|v]; first by rewrite /symmetric trmx_mul trmxK.
have -> : v^T *m (F *m F^T) *m v = (F^T *m v)^T *m (F^T *m v) by rewrite trmx_mul trmxK !mulmxA.
by rewrite mxE sumr_ge0 // => i _; rewrite mxE -expr2 sqr_ge0.
Qed.

Section KernelBasis.
Variables (R : rcfType) (n : nat) (w : 'rV[R]_n) (k : 'M[R]_n).
Hypotheses (w0 : forall x, 0 < w 0 x) (k0 : psd_matrix k).
Notation D := (diag_mx w).
Notation K := (integral_operator w k).

Lemma kernel_selfadj : selfadj w K.
Proof. by rewrite /selfadj integral_operatorE trmx_mul tr_diag_mx k0.1 !mulmxA. Qed.

Lemma kernel_op_form (f : 'cV[R]_n) : 0 <= ip w f (K *m f).
Proof.
rewrite integral_operatorE ipE !mulmxA -(mulmxA _ D f) (_ : f^T *m D = (D *m f)^T) ?(k0.2) //.
by rewrite trmx_mul tr_diag_mx.
Qed.

Variable E : eigenbasis w K.
Notation e := (ef E). Notation l := (ev E).

Lemma kernel_ev_ge0 j : 0 <= l 0 j.
Proof.
have n1 : sqn w (col j e) = 1 by rewrite sqn_basis.
by rewrite -[l 0 j]mulr1 -n1 /sqn -ipZr -eig_col kernel_op_form.
Qed.

(** k = e diag(l) e^T *)
Lemma kernel_form : k = e *m diag_mx l *m e^T.
Proof.
have KE := ef_eig E; have ee := ef_inv E; move: e l KE ee => f m KE ee.
have Dff : D *m (f *m f^T) = 1%:M by apply: trmx_inj; rewrite !trmx_mul trmxK tr_diag_mx trmx1 -mulmxA.
by rewrite -KE integral_operatorE -!mulmxA Dff mulmx1.
Qed.

(** Kernels made of the same functions. *)
Definition spectral_kernel (m : 'I_n -> R) : 'M[R]_n := e *m diag_mx (\row_j m j) *m e^T.

Lemma spectral_kernelM a b : spectral_kernel a *m D *m spectral_kernel b = spectral_kernel (fun j => a j * b j).
Proof.
rewrite /spectral_kernel -!mulmxA (mulmxA D) (mulmxA e^T) (mulmxA e^T D) [e^T *m D *m e]ef_orth mul1mx.
congr (_ *m _); rewrite mulmxA; congr (_ *m _); apply/matrixP => i j; rewrite mul_mx_diag !mxE.
by case: eqP => [->|_]; rewrite ?mulr1n // mulr0n mul0r.
Qed.

Lemma spectral_kernel_sym m : (spectral_kernel m)^T = spectral_kernel m.
Proof. by rewrite /spectral_kernel !trmx_mul trmxK tr_diag_mx mulmxA. Qed.

Lemma spectral_kernel_form m (u v : 'cV[R]_n) :
  (u^T *m spectral_kernel m *m v) 0 0 = \sum_j m j * ((e^T *m u) j 0 * (e^T *m v) j 0).
Proof.
have -> : u^T *m spectral_kernel m *m v = (e^T *m u)^T *m diag_mx (\row_j m j) *m (e^T *m v).
  by rewrite /spectral_kernel trmx_mul trmxK !mulmxA.
rewrite mul_mx_diag mxE; apply: eq_bigr => j _; rewrite [(\matrix_(_, _) _) _ _]mxE.
by rewrite [_^T _ _]mxE [(\row_j _) _ _]mxE mulrAC mulrC.
Qed.

Lemma spectral_kernel_psd m : (forall j, 0 <= m j) -> psd_matrix (spectral_kernel m).
Proof.
move=> m0; split=> [|v]; first exact: spectral_kernel_sym.
by rewrite spectral_kernel_form sumr_ge0 // => j _; rewrite mulr_ge0 // -expr2 sqr_ge0.
Qed.
End KernelBasis.

(** Cauchy-Schwarz for a positive semidefinite matrix. *)
Lemma psd_cauchy (R : rcfType) n (k : 'M[R]_n) (u v : 'cV[R]_n) : psd_matrix k ->
  (u^T *m k *m v) 0 0 ^+ 2 <= (u^T *m k *m u) 0 0 * (v^T *m k *m v) 0 0.
Proof.
move=> k0; pose w : 'rV[R]_n := const_mx 1.
have w0 x : 0 < w 0 x by rewrite mxE ltr01.
have [E _] := eigenbasis_exists w0 (kernel_selfadj w k0).
have kE : k = spectral_kernel E (fun j => ev E 0 j).
  rewrite {1}(kernel_form E) /spectral_kernel; congr (_ *m diag_mx _ *m _).
  by apply/rowP => j; rewrite mxE.
pose r j := Num.sqrt (ev E 0 j).
have rr j : ev E 0 j = r j ^+ 2 by rewrite sqr_sqrtr // (kernel_ev_ge0 k0).
pose c (f : 'cV[R]_n) : 'cV[R]_n := \col_j (r j * ((ef E)^T *m f) j 0).
have ec f g : (f^T *m k *m g) 0 0 = ip w (c f) (c g).
  rewrite kE spectral_kernel_form; apply: eq_bigr => j _; rewrite rr [w _ _]mxE ![c _ _ _]mxE.
  by move: (_ j 0) (r j) ((_ *m g) j 0) => a b d; ring.
by rewrite !ec; apply: cauchy_schwarz.
Qed.
