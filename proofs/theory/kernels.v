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

(** The operators K and K^2 have the same top eigenspaces, where K is positive. *)
Section Square.
Variables (R : rcfType) (n : nat) (w : 'rV[R]_n) (K : 'M[R]_n).
Hypotheses (w0 : forall x, 0 < w 0 x) (sK : selfadj w K) (K0 : psd w K).

Lemma ev_ge0 (E : eigenbasis w K) j : 0 <= ev E 0 j.
Proof. by have := K0 (col j (ef E)); rewrite eig_col ipZr -/(sqn w _) sqn_basis mulr1. Qed.

Fact square_basis (E : eigenbasis w K) : exists E2 : eigenbasis w (K *m K), ef E2 = ef E /\ forall j, ev E2 0 j = ev E 0 j ^+ 2.
Proof.
have eig2 : K *m K *m ef E = ef E *m diag_mx (\row_j ev E 0 j ^+ 2).
  have <- : diag_mx (ev E) *m diag_mx (ev E) = diag_mx (\row_j ev E 0 j ^+ 2).
    by apply/matrixP => i j; rewrite mul_mx_diag !mxE expr2; case: eqP => [->|_]; rewrite ?mul0r.
  by rewrite -(mulmxA K) (ef_eig E) (mulmxA K) (ef_eig E) -mulmxA.
have srt (i j : 'I_n) : (i <= j)%N -> (\row_j ev E 0 j ^+ 2) 0 j <= (\row_j ev E 0 j ^+ 2 : 'rV[R]_n) 0 i.
  by move=> ij; rewrite !mxE ler_sqr ?nnegrE ?ev_ge0 //; apply: ev_sorted.
by exists (Eigenbasis (ef_orth E) eig2 srt); split=> // j; rewrite mxE.
Qed.

Fact root_basis (E2 : eigenbasis w (K *m K)) : exists E : eigenbasis w K, ef E = ef E2 /\ forall j, ev E2 0 j = ev E 0 j ^+ 2.
Proof.
have form j : sqn w (K *m col j (ef E2)) = ev E2 0 j.
  by rewrite /sqn -(selfadjP sK) mulmxA eig_col ipZr -/(sqn w _) sqn_basis mulr1.
have l0 j : 0 <= ev E2 0 j by rewrite -form sqn_ge0.
have col_eig j : K *m col j (ef E2) = Num.sqrt (ev E2 0 j) *: col j (ef E2).
  set e := col j _; set r := Num.sqrt _; have rr : r * r = ev E2 0 j by rewrite -expr2 sqr_sqrtr.
  have [r0|rn0] := eqVneq r 0.
    by apply/eqP; rewrite r0 scale0r -(sqn_eq0 w0) form -rr r0 mulr0.
  pose u := K *m e - r *: e.
  have Ku : K *m u = - r *: u.
    by rewrite /u mulmxBr mulmxA eig_col -rr -scalemxAr scalerBr scalerA !scaleNr mulNr scaleNr opprK -scalerA addrC.
  have : 0 <= - r * sqn w u by have := K0 u; rewrite Ku ipZr.
  rewrite mulNr oppr_ge0 pmulr_rle0 => [h|]; last by rewrite lt_def rn0 sqrtr_ge0.
  by apply/eqP; rewrite -subr_eq0 -/u -(sqn_eq0 w0) eq_le h sqn_ge0.
have eig : K *m ef E2 = ef E2 *m diag_mx (\row_j Num.sqrt (ev E2 0 j)).
  apply/matrixP => x j; rewrite mul_mx_diag [RHS]mxE [(\row_j _) _ _]mxE mulrC.
  transitivity ((K *m col j (ef E2)) x 0); first by rewrite !colE mulmxA -colE [RHS]mxE.
  by rewrite col_eig !mxE.
have srt (i j : 'I_n) : (i <= j)%N -> (\row_j Num.sqrt (ev E2 0 j)) 0 j <= (\row_j Num.sqrt (ev E2 0 j) : 'rV[R]_n) 0 i.
  by move=> ij; rewrite !mxE ler_wsqrtr //; apply: ev_sorted.
by exists (Eigenbasis (ef_orth E2) eig srt); split=> // j; rewrite mxE sqr_sqrtr.
Qed.

Theorem extracts_square d (Phi : 'M[R]_(n, d)) : extracts w (K *m K) Phi <-> extracts w K Phi.
Proof.
split=> -[ind [E sp]]; split=> //.
  have [E' [eE _]] := root_basis E; exists E'.
  by rewrite (_ : top_eigenfunctions E' d = top_eigenfunctions E d) // /top_eigenfunctions eE.
have [E' [eE _]] := square_basis E; exists E'.
by rewrite (_ : top_eigenfunctions E' d = top_eigenfunctions E d) // /top_eigenfunctions eE.
Qed.
End Square.
