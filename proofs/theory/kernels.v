(** * Kernels that are centred on both sides.                                *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators selfadjoint ratio centred.
From Contexture Require Import objectives orthonormal singular encoders extract losses.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Centred.
Variables (R : rcfType) (N M : nat) (P : context R N M) (k : 'M[R]_N).
Notation pX := (law P). Notation D := (diag_mx pX). Notation one := (one : 'cV[R]_N).
(** k, less the means of its columns and of its rows. *)
Definition centred_kernel : 'M[R]_N := (centred_encoder P (centred_encoder P k)^T)^T.
Let C : 'M[R]_N := 1%:M - one *m pX.

Fact D_one : D *m one = pX^T.
Proof. by apply/matrixP => i j; rewrite mul_diag_mx !mxE mulr1. Qed.
Fact one_D : one^T *m D = pX.
Proof. by apply: trmx_inj; rewrite trmx_mul tr_diag_mx trmxK D_one. Qed.
Fact pX_one : pX *m one = 1%:M. Proof. exact: law_one. Qed.

Lemma centred_kernelE : centred_kernel = C *m k *m C^T.
Proof.
have cE c (F : 'M[R]_(N, c)) : cmx P F = C *m F by rewrite /cmx /C mulmxBl mul1mx mulmxA.
by rewrite /centred_kernel /centred_encoder !cE trmx_mul trmxK.
Qed.

Fact CD_one : C^T *m (D *m one) = 0.
Proof. by rewrite D_one -trmx_mul /C mulmxBr mulmx1 mulmxA pX_one mul1mx subrr trmx0. Qed.

Fact CD_id (z : 'cV[R]_N) : mean pX z = 0 -> C^T *m (D *m z) = D *m z.
Proof.
move=> m; rewrite /C [(_ - _)^T]linearB /= trmx1 mulmxBl mul1mx trmx_mul -mulmxA (mulmxA one^T) one_D.
by rewrite mean_mx m raddf0 mulmx0 subr0.
Qed.

Lemma centred_kernel_symmetric : symmetric k -> symmetric centred_kernel.
Proof. by move=> sk; rewrite /symmetric centred_kernelE !trmx_mul trmxK sk mulmxA. Qed.

Lemma centred_kernel_psd : psd_matrix k -> psd_matrix centred_kernel.
Proof.
case=> sk pk; split=> [|v]; first exact: centred_kernel_symmetric.
by have := pk (C^T *m v); rewrite centred_kernelE trmx_mul trmxK !mulmxA.
Qed.

Lemma centred_kernel_one : integral_operator pX centred_kernel *m one = 0.
Proof. by rewrite integral_operatorE centred_kernelE -!mulmxA CD_one !mulmx0. Qed.

Lemma centred_kernel_trace d (Z : 'M[R]_(N, d)) : (forall j, mean pX (col j Z) = 0) ->
  trace_on pX (integral_operator pX centred_kernel) Z = trace_on pX (integral_operator pX k) Z.
Proof.
move=> m; apply: eq_bigr => j _; rewrite !integral_operatorE centred_kernelE !ipE -!mulmxA.
rewrite (CD_id (m j)) -/C; congr (fun_of_matrix _ 0 0).
have e : (col j Z)^T *m D *m C = (col j Z)^T *m D.
  by apply: trmx_inj; rewrite !trmx_mul trmxK tr_diag_mx CD_id.
by rewrite !mulmxA e.
Qed.
End Centred.
