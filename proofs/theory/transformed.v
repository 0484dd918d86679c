(** * Spectrally transformed kernels, and kernel ridge regression: the definitions. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import vocabulary geometry selfadjoint spectral eigenvalues kernelbasis.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** The product of j copies of a square matrix. *)
Definition power (R : rcfType) n (M : 'M[R]_n) (j : nat) : 'M[R]_n := iter j (mulmx M) 1%:M.
(** k^j = (k D)^(j-1) k, for j >= 1. *)
Definition kernel_power (R : rcfType) n (w : 'rV[R]_n) (k : 'M[R]_n) (j : nat) : 'M[R]_n :=
  power (integral_operator w k) j.-1 *m k.
(** k_s = (I - eta k D)^-1 k, the kernel of s(l) = l / (1 - eta l). *)
Definition inverse_laplacian_kernel (R : rcfType) n (w : 'rV[R]_n) (k : 'M[R]_n) (eta : R) : 'M[R]_n :=
  invmx (1%:M - eta *: integral_operator w k) *m k.

Section Power.
Variables (R : rcfType) (n : nat).
Implicit Type M : 'M[R]_n.
Lemma powerS M j : power M j.+1 = M *m power M j. Proof. by []. Qed.
Lemma powerSr M j : power M j.+1 = power M j *m M.
Proof.
by elim: j => [|j IH]; [rewrite powerS mulmx1 mul1mx | rewrite powerS {1}IH mulmxA].
Qed.
End Power.

Section Transformed.
Variables (R : rcfType) (n : nat) (w : 'rV[R]_n) (k : 'M[R]_n).
Hypothesis k0 : psd_matrix k.
Notation D := (diag_mx w).
Notation K := (integral_operator w k).
Variable E : eigenbasis w K.

Lemma kernel_spectral : k = spectral_kernel E (fun j => ev E 0 j).
Proof.
rewrite [LHS](kernel_form E) /spectral_kernel; congr (_ *m diag_mx _ *m _).
by apply/rowP => j; rewrite mxE.
Qed.

Lemma power_spectral j c : power K j *m spectral_kernel E c = spectral_kernel E (fun i => ev E 0 i ^+ j * c i).
Proof.
elim: j => [|j IH].
  by rewrite mul1mx; congr (_ *m diag_mx _ *m _); apply/rowP => i; rewrite !mxE expr0 mul1r.
rewrite powerS -mulmxA IH [X in X *m spectral_kernel _ _]integral_operatorE [X in X *m D *m _]kernel_spectral.
rewrite spectral_kernelM.
by congr (_ *m diag_mx _ *m _); apply/rowP => i; rewrite !mxE exprS mulrA.
Qed.

Lemma kernel_power_psd j : psd_matrix (kernel_power w k j).
Proof.
rewrite /kernel_power [X in _ *m X]kernel_spectral power_spectral; apply: spectral_kernel_psd => i.
by rewrite mulr_ge0 ?exprn_ge0 // (kernel_ev_ge0 k0).
Qed.

(** No eigenvalue is above l_1. *)
Lemma kernel_ev_le j : ev E 0 j <= eigenvalue K 1.
Proof. by rewrite (eigenvalueE E (Ordinal (leq_ltn_trans (leq0n j) (ltn_ord j)))) ev_sorted. Qed.

Variable eta : R.
Hypotheses (eta0 : 0 < eta) (eta1 : eta * eigenvalue K 1 < 1).
Let s j := ev E 0 j / (1 - eta * ev E 0 j).

Fact one_minus_gt0 j : 0 < 1 - eta * ev E 0 j.
Proof. by rewrite subr_gt0 (le_lt_trans _ eta1) // ler_pmul2l // kernel_ev_le. Qed.

Fact laplacian_right : (1%:M - eta *: K) *m spectral_kernel E s = k.
Proof.
have K1 : K = power K 1 by rewrite powerS mulmx1.
rewrite mulmxBl mul1mx -scalemxAl [X in _ *: (X *m _)]K1 power_spectral [RHS]kernel_spectral.
rewrite /spectral_kernel scalemxAl scalemxAr -mulmxBl -mulmxBr; congr (_ *m _ *m _).
apply/matrixP => i j; rewrite !mxE mulrnAr -mulrnBl expr1; congr (_ *+ _).
have := one_minus_gt0 i; rewrite /s; move: (ev E 0 i) => l l0.
pose d := 1 - eta * l; rewrite -/d (_ : _ - _ = d * (l / d)); last by move: (l / d) => z; rewrite /d; ring.
by rewrite mulrC divfK // gt_eqF.
Qed.

Lemma laplacian_unit : 1%:M - eta *: K \in unitmx.
Proof.
pose B := ef E *m diag_mx (\row_j (1 - eta * ev E 0 j)^-1) *m ((ef E)^T *m D).
suff h : (1%:M - eta *: K) *m B = 1%:M by case/mulmx1_unit: h.
rewrite /B !mulmxA mulmxBl mul1mx -scalemxAl ef_eig.
have -> : ef E - eta *: (ef E *m diag_mx (ev E)) = ef E *m diag_mx (\row_j (1 - eta * ev E 0 j)).
  by apply/matrixP => x j; rewrite !mul_mx_diag !mxE; mring.
rewrite -(mulmxA (ef E)) (_ : diag_mx _ *m diag_mx _ = 1%:M) ?mulmx1 -?mulmxA ?ef_inv //.
apply/matrixP => i j; rewrite mul_mx_diag !mxE; case: eqP => [->|_]; last by rewrite mulr0n mul0r.
by rewrite mulr1n divff // gt_eqF // one_minus_gt0.
Qed.

Theorem laplacian_spectral : inverse_laplacian_kernel w k eta = spectral_kernel E s.
Proof. by rewrite /inverse_laplacian_kernel -{2}laplacian_right mulmxA mulVmx ?laplacian_unit // mul1mx. Qed.

Lemma laplacian_ev_ge0 j : 0 <= s j.
Proof. by rewrite divr_ge0 ?(kernel_ev_ge0 k0) // ltW ?one_minus_gt0. Qed.

Lemma laplacian_psd : psd_matrix (inverse_laplacian_kernel w k eta).
Proof. rewrite laplacian_spectral; apply: spectral_kernel_psd; exact: laplacian_ev_ge0. Qed.

(** k_s = k + eta k D k_s *)
Lemma laplacian_step : inverse_laplacian_kernel w k eta = k + eta *: (K *m inverse_laplacian_kernel w k eta).
Proof.
have e : (1%:M - eta *: K) *m inverse_laplacian_kernel w k eta = k.
  by rewrite /inverse_laplacian_kernel mulmxA mulmxV ?laplacian_unit // mul1mx.
by rewrite -[X in X + _]e mulmxBl mul1mx -scalemxAl subrK.
Qed.

Lemma laplacian_sum m : inverse_laplacian_kernel w k eta =
  \sum_(1 <= j < m.+1) eta ^+ j.-1 *: kernel_power w k j
  + eta ^+ m *: (power K m *m inverse_laplacian_kernel w k eta).
Proof.
elim: m => [|m IH]; first by rewrite big_geq // expr0 scale1r mul1mx add0r.
rewrite big_nat_recr //= {1}IH -addrA; congr (_ + _).
by rewrite {1}laplacian_step mulmxDr scalerDr -scalemxAr scalerA -exprSr mulmxA -powerSr.
Qed.

(** The entries of the remainder. *)
Lemma laplacian_remainder m c x y : (forall z, inverse_laplacian_kernel w k eta z z <= c) ->
  `|(eta ^+ m *: (power K m *m inverse_laplacian_kernel w k eta)) x y| <= (eta * eigenvalue K 1) ^+ m * c.
Proof.
move=> hc; pose r j := (eta * ev E 0 j) ^+ m * s j.
have -> : eta ^+ m *: (power K m *m inverse_laplacian_kernel w k eta) = spectral_kernel E r.
  rewrite laplacian_spectral power_spectral /spectral_kernel scalemxAl scalemxAr; congr (_ *m _ *m _).
  by apply/matrixP => i j; rewrite !mxE mulrnAr /r exprMn mulrA.
have entry (X : 'M[R]_n) u v : X u v = ((delta_mx u 0 : 'cV[R]_n)^T *m X *m (delta_mx v 0 : 'cV[R]_n)) 0 0.
  by rewrite trmx_delta -rowE -colE !mxE.
have r0 j : 0 <= r j.
  by rewrite mulr_ge0 ?laplacian_ev_ge0 // exprn_ge0 // mulr_ge0 ?(ltW eta0) // (kernel_ev_ge0 k0).
pose t := (eta * eigenvalue K 1) ^+ m; have t0 j : (eta * ev E 0 j) ^+ m <= t.
  by rewrite ler_expn2r ?nnegrE ?mulr_ge0 ?(ltW eta0) ?(kernel_ev_ge0 k0) ?ler_pmul2l ?kernel_ev_le //
    (le_trans (kernel_ev_ge0 k0 E j)) ?kernel_ev_le.
have tt : 0 <= t.
  by apply: le_trans (t0 x); rewrite exprn_ge0 // mulr_ge0 ?(ltW eta0) // (kernel_ev_ge0 k0).
have dg z : spectral_kernel E r z z <= t * c.
  apply: (@le_trans _ _ (t * inverse_laplacian_kernel w k eta z z)); last by rewrite ler_wpmul2l.
  rewrite laplacian_spectral !entry !spectral_kernel_form mulr_sumr; apply: ler_sum => j _.
  rewrite mulrA; apply: ler_wpmul2r; first by rewrite -expr2 sqr_ge0.
  by apply: ler_wpmul2r; rewrite ?laplacian_ev_ge0.
have pos z : 0 <= spectral_kernel E r z z by rewrite entry; apply: (spectral_kernel_psd E r0).2.
have tc : 0 <= t * c := le_trans (pos x) (dg x).
rewrite -ler_sqr ?nnegrE ?normr_ge0 // real_normK ?num_real // entry.
apply: le_trans (psd_cauchy _ _ (spectral_kernel_psd E r0)) _; rewrite -!entry expr2.
exact: ler_pmul.
Qed.
End Transformed.
