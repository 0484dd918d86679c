(** * Learning the contexture is explaining the most.                        *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators selfadjoint ratio centred.
From Contexture Require Import objectives orthonormal singular existence expansion encoders optimal average extract losses meanzero.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Lemma sum_one_minus (R : rcfType) d (F : nat -> R) : \sum_(1 <= i < d.+1) (1 - F i) = d%:R - \sum_(1 <= i < d.+1) F i.
Proof. by rewrite sumrB sumr_const_nat subSS subn0. Qed.

(** An index within 1 .. min(N,M)-1 is below both. *)
Lemma index_min d N M : (1 <= d <= minn N M - 1)%N -> (d < N)%N /\ (d < M)%N.
Proof. by case/andP=> d1 h; have := index_lt d1 h; rewrite leq_min => /andP[]. Qed.

Section Learning.
Variables (R : rcfType) (N M : nat) (P : context R N M) (d : nat).
Hypothesis dN : (d < N)%N.
Let top := \sum_(1 <= i < d.+1) s P i ^+ 2.

Lemma explained_le (Phi : 'M[R]_(N, d)) : orthonormal_centred P Phi -> explained P Phi <= top.
Proof.
move=> oc; rewrite explained_ratio_trace //; apply: ratio_trace_top_le.
by rewrite orthonormal_covariance ?unitmx1.
Qed.

Theorem learns_explained (Phi : 'M[R]_(N, d)) : orthonormal_centred P Phi -> learns P Phi <-> explained P Phi = top.
Proof.
move=> oc; split=> [lr|e]; last by apply: best_learns => //; rewrite e.
by rewrite explained_ratio_trace // (learns_ratio_trace dN lr).
Qed.

Lemma explained_maximum : maximum_is (@orthonormal_centred _ _ _ P d) (trace_on (law P) (KX P) (d := d)) top.
Proof.
split=> [|F oF]; last by rewrite trace_KX explained_le.
have [S _] := system_exists P; exists (top_functions d S).
by rewrite trace_KX top_explained //; split=> //; apply: top_orthonormal.
Qed.

(** T T* and its part on functions of mean zero. *)
Lemma trace_KX0 (Z : 'M[R]_(N, d)) : (forall j, mean (law P) (col j Z) = 0) ->
  trace_on (law P) (KX0 P) Z = trace_on (law P) (KX P) Z.
Proof. by move=> m; apply: eq_bigr => j _; rewrite KX0_center center_mean_zero. Qed.

Lemma top_sum_KX0 : top_sum_of (KX0 P) d = top.
Proof.
have [S _] := system_exists P; rewrite (top_sum_basis (centred_basis S) (ltnW dN)) -[top](top_sum P (ltnW dN)).
by apply: eq_bigr => j _; rewrite centred_basis_ev.
Qed.

(** Those of mean zero that extract the top eigenspace of T T* on functions of mean zero. *)
Theorem learns_extracts (Phi : 'M[R]_(N, d)) : orthonormal_centred P Phi -> learns P Phi <-> extracts (law P) (KX0 P) Phi.
Proof.
move=> oc; have [g m] := oc; rewrite learns_explained //.
rewrite (extracts_iff (law_gt0 P) (KX0_selfadj P) g) trace_KX0 // trace_KX top_sum_KX0.
by [].
Qed.

(** An objective that falls as more is explained. *)
Section Objective.
Variables (objective : 'M[R]_(N, d) -> R) (b a : R).
Hypothesis a0 : 0 < a.
Hypothesis form : forall Phi, unit_covariance P Phi -> objective Phi = b - a * explained P (cmx P Phi).
Fact form' Phi : unit_covariance P Phi -> objective Phi = b - a * trace_on (law P) (KX P) (cmx P Phi).
Proof. by move=> u; rewrite form // trace_KX. Qed.

Theorem explained_minimum : minimum_is (unit_covariance P (d := d)) objective (b - a * top).
Proof. exact: (trace_minimum a0 form' explained_maximum). Qed.

Theorem explained_minimises Phi :
  minimises (unit_covariance P (d := d)) objective Phi <-> unit_covariance P Phi /\ learns P (cmx P Phi).
Proof.
rewrite (trace_minimises a0 form' explained_maximum) trace_KX; split=> -[u h]; split=> //.
  by apply/learns_explained => //; apply/unit_covarianceE.
by apply/learns_explained => //; apply/unit_covarianceE.
Qed.
End Objective.
End Learning.

(** The non-contrastive loss falls as more is explained, seen from A. *)
Lemma noncontrastive_form (R : rcfType) N M (P : context R N M) d (Psi : 'M[R]_(M, d)) : unit_covariance (dual P) Psi ->
  noncontrastive P Psi = 2%:R * d%:R - 2%:R * explained (dual P) (cmx (dual P) Psi).
Proof. by move=> u; rewrite noncontrastive_explained // mulrBr. Qed.

(** T keeps what Psi has learned from A, where s_d > 0. *)
Theorem learns_average (R : rcfType) N M (P : context R N M) d (Psi : 'M[R]_(M, d)) : 0 < s P d ->
  learns (dual P) Psi -> learns P (T P *m Psi).
Proof.
by move=> sd [S sp]; exists (system_of_dual S); apply: (average_from_A (S := system_of_dual S) sd).
Qed.
