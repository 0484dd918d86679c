(** * The expectation operator, its adjoint, the kernel, compatibility.     *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Marginals.
Variables (R : realFieldType) (n m : nat) (P : context R n m).
Notation pX := (law P). Notation pA := (law (dual P)).
Notation T := (expect P). Notation T' := (expect (dual P)).

Lemma law_gt0 x : 0 < pX 0 x. Proof. by rewrite mxE joint_rowP. Qed.
Lemma law_neq0 x : pX 0 x != 0. Proof. by rewrite gt_eqF ?law_gt0. Qed.
Lemma law_sum1 : \sum_x pX 0 x = 1.
Proof. by rewrite -[RHS](joint_sum1 P); apply: eq_bigr => x _; rewrite mxE. Qed.
Lemma dualK : dual (dual P) = P :> 'M_(n, m). Proof. exact: trmxK. Qed.
Lemma law_expect x a : pX 0 x * T x a = P x a.
Proof. by rewrite [expect _ _ _]mxE mulrCA divff ?mulr1 ?law_neq0. Qed.
Lemma expect_ge0 x a : 0 <= T x a.
Proof. by rewrite mxE divr_ge0 ?joint_ge0 // ltW ?law_gt0. Qed.
Lemma expect_sum1 x : \sum_a T x a = 1.
Proof.
rewrite -[RHS](divff (law_neq0 x)) [X in _ = X / _]mxE mulr_suml.
by apply: eq_bigr => a _; rewrite mxE.
Qed.
End Marginals.

Section Basic.
Variables (R : realFieldType) (n m : nat) (P : context R n m).
Notation pX := (law P). Notation pA := (law (dual P)).
Notation T := (expect P). Notation T' := (expect (dual P)).
Notation "1X" := (const_mx 1 : 'cV[R]_n). Notation "1A" := (const_mx 1 : 'cV[R]_m).
Implicit Types (f : 'cV[R]_n) (g : 'cV[R]_m).

(** T 1 = 1 *)
Theorem expect1 : T *m 1A = 1X.
Proof.
apply/matrixP => x j; rewrite !mxE -[RHS](expect_sum1 P x).
by apply: eq_bigr => a _; rewrite [const_mx _ _ _]mxE mulr1.
Qed.

(** <f, T g>_X = <T' f, g>_A *)
Theorem expect_adjoint f g : ip pX f (T *m g) = ip pA (T' *m f) g.
Proof.
transitivity (\sum_x \sum_a P x a * (f x 0 * g a 0)).
  apply: eq_bigr => x _; rewrite [(T *m g) _ _]mxE !mulr_sumr.
  by apply: eq_bigr => a _; rewrite -(law_expect P); mring.
rewrite exchange_big; apply: eq_bigr => a _.
rewrite [(T' *m f) _ _]mxE mulr_suml mulr_sumr; apply: eq_bigr => x _.
by have := law_expect (dual P) a x; rewrite [RHS]mxE => <-; mring.
Qed.

(** <1, f> = mean;  mean (T g) = mean g *)
Lemma mean_ip f : mean pX f = ip pX 1X f.
Proof. by apply: eq_bigr => x _; rewrite !mxE mul1r. Qed.
End Basic.

Section Contraction.
Variables (R : realFieldType) (n m : nat) (P : context R n m).
Notation pX := (law P). Notation pA := (law (dual P)).
Notation T := (expect P). Notation T' := (expect (dual P)).
Notation "1X" := (const_mx 1 : 'cV[R]_n). Notation "1A" := (const_mx 1 : 'cV[R]_m).
Implicit Types (f : 'cV[R]_n) (g : 'cV[R]_m).

Theorem expect_mean g : mean pX (T *m g) = mean pA g.
Proof. by rewrite mean_ip expect_adjoint expect1 -mean_ip. Qed.

(** Conditional second moment. *)
Lemma second_moment g :
  \sum_x pX 0 x * (\sum_a T x a * g a 0 ^+ 2) = sqn pA g.
Proof.
transitivity (mean pX (T *m (\col_a (g a 0 ^+ 2)))).
  apply: eq_bigr => x _; rewrite [(_ *m _) _ _]mxE; congr (_ * _).
  by apply: eq_bigr => a _; rewrite [X in _ = _ * X]mxE.
by rewrite expect_mean; apply: eq_bigr => a _; rewrite [X in _ * X = _]mxE expr2.
Qed.

(** The full dispersion identity: E (g(A)-g(A'))^2 = 2 (|g|^2 - |T g|^2). *)
Theorem dispersionE g :
  dispersion P g = 2%:R * (sqn pA g - sqn pX (T *m g)).
Proof.
rewrite -second_moment /sqn /ip /dispersion -sumrB mulr_sumr.
apply: eq_bigr => x _; rewrite -mulrBr mulrCA; congr (_ * _).
have -> : (T *m g) x 0 = \sum_a T x a * g a 0 by rewrite mxE.
set s2 := \sum_a _ * _ ^+ 2; set s1 := \sum_a T x a * g a 0.
transitivity (\sum_a T x a * (g a 0 ^+ 2 + s2 - 2%:R * g a 0 * s1)).
  apply: eq_bigr => a _.
  transitivity (T x a * \sum_a' (T x a' * g a 0 ^+ 2 + T x a' * g a' 0 ^+ 2
     - 2%:R * g a 0 * (T x a' * g a' 0))).
    by rewrite mulr_sumr; apply: eq_bigr => a' _; mring.
  rewrite sumrB big_split /= -mulr_suml expect_sum1 mul1r.
  by rewrite -[X in _ - X]mulr_sumr.
transitivity (\sum_a (T x a * g a 0 ^+ 2 + T x a * s2
    - 2%:R * s1 * (T x a * g a 0))).
  by apply: eq_bigr => a _; mring.
rewrite sumrB big_split /= -mulr_suml expect_sum1 mul1r -mulr_sumr.
by rewrite -/s1 -/s2; mring.
Qed.

(** Jensen: T is a contraction. *)
Theorem expect_contract g : sqn pX (T *m g) <= sqn pA g.
Proof.
have : 0 <= dispersion P g.
  apply: sumr_ge0 => x _; apply: mulr_ge0; first by rewrite ltW ?law_gt0.
  apply: sumr_ge0 => a _; apply: sumr_ge0 => a' _.
  apply: mulr_ge0; last exact: sqr_ge0.
  by apply: mulr_ge0; apply: expect_ge0.
by rewrite dispersionE pmulr_rge0 ?ltr0n // subr_ge0.
Qed.
End Contraction.

Section Compatibility.
Variables (R : realFieldType) (n m : nat) (P : context R n m).
Notation pX := (law P). Notation pA := (law (dual P)).
Notation T := (expect P). Notation T' := (expect (dual P)).
Notation "1X" := (const_mx 1 : 'cV[R]_n). Notation "1A" := (const_mx 1 : 'cV[R]_m).
Implicit Types (f : 'cV[R]_n) (g : 'cV[R]_m).

Fact law_dd : law (dual (dual P)) = pX.
Proof.
by apply/matrixP => i j; rewrite !mxE; apply: eq_bigr => a _; rewrite !mxE.
Qed.
Fact expect_dd : expect (dual (dual P)) = T.
Proof. by apply/matrixP => i j; rewrite [LHS]mxE [RHS]mxE law_dd; congr (_ / _); rewrite !mxE. Qed.

Lemma center_mean f : mean pX (center pX f) = 0.
Proof.
rewrite /center {1}/mean (eq_bigr (fun i => pX 0 i * f i 0 - mean pX f * pX 0 i)) => [|i _].
  by rewrite sumrB -mulr_sumr law_sum1 mulr1 subrr.
by rewrite [(_ - _ : 'cV_n) i 0]mxE [(- _ : 'cV_n) i 0]mxE [const_mx _ _ _]mxE mulrBr
  [X in _ - X]mulrC.
Qed.

Theorem adjoint1 : T' *m 1X = 1A. Proof. exact: expect1. Qed.

Theorem adjoint_contract f : sqn pA (T' *m f) <= sqn pX f.
Proof. by have := expect_contract (dual P) f; rewrite law_dd. Qed.

Theorem rho2_ge0 f : 0 <= rho2 P f.
Proof. by rewrite divr_ge0 ?sqn_ge0 //; apply: law_gt0. Qed.

Theorem rho2_le1 f : rho2 P f <= 1.
Proof.
rewrite /rho2; have [->|h] := eqVneq (center pX f) 0.
  by rewrite mulmx0 /sqn !ip0l mul0r ler01.
by rewrite ler_pdivr_mulr ?mul1r ?adjoint_contract // sqn_gt0 //; apply: law_gt0.
Qed.

Theorem quadratic_form f : ip pX f (KX P *m f) = sqn pA (T' *m f).
Proof. by rewrite -mulmxA expect_adjoint. Qed.

Lemma kernel_entry x x' : KX P x x' = pX 0 x' * kX P x x'.
Proof.
rewrite [kX _ _ _]mxE mxE mulr_suml mulr_sumr; apply: eq_bigr => a _.
rewrite [T x a]mxE [T' a x']mxE [P^T _ _]mxE invfM.
rewrite -[LHS]mulr1 -(divff (law_neq0 P x')) -[LHS]mulr1 -(divff (law_neq0 (dual P) a)).
by mring.
Qed.

(** T T' is the integral operator of the kernel k_X. *)
Theorem kernel_operator f x :
  (KX P *m f) x 0 = \sum_x' pX 0 x' * (kX P x x' * f x' 0).
Proof. by rewrite mxE; apply: eq_bigr => x' _; rewrite kernel_entry mulrA. Qed.

(** Hilbert-Schmidt identity: sum of the squared singular values. *)
Theorem trace_KX : \tr (KX P) = \sum_x \sum_a P x a ^+ 2 / (pX 0 x * pA 0 a).
Proof.
apply: eq_bigr => x _; rewrite mxE; apply: eq_bigr => a _.
by rewrite [T x a]mxE [T' a x]mxE [P^T _ _]mxE invfM expr2; mring.
Qed.

Theorem trace_KX0 : \tr (KX0 P) = \tr (KX P) - 1.
Proof.
rewrite linearB /=; congr (_ - _); rewrite mxtrace_mulC /mxtrace big_ord1.
rewrite mxE -[RHS](law_sum1 P); apply: eq_bigr => x _.
by rewrite [const_mx _ _ _]mxE mulr1.
Qed.
End Compatibility.
