(** * Self-adjoint operators, orthogonal projectors, eigenbases.            *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Defs.
Variables (R : realFieldType) (n : nat) (p : 'rV[R]_n).
Notation D := (diag_mx p).

Definition selfadj (K : 'M[R]_n) := D *m K = K^T *m D.
Definition psd (K : 'M[R]_n) := forall f, 0 <= ip p f (K *m f).
Definition projector (Pi : 'M[R]_n) := Pi *m Pi = Pi /\ selfadj Pi.

(** An orthonormal eigenbasis with eigenvalues in decreasing order. *)
Record eigenbasis (K : 'M[R]_n) := Eigenbasis {
  ef : 'M[R]_n;
  ev : 'rV[R]_n;
  ef_orth : ef^T *m D *m ef = 1%:M;
  ef_eig : K *m ef = ef *m diag_mx ev;
  ev_sorted : forall i j : 'I_n, (i <= j)%N -> ev 0 j <= ev 0 i }.

End Defs.

Section Projectors.
Variables (R : realFieldType) (n : nat) (p : 'rV[R]_n).
Hypothesis p_gt0 : forall x, 0 < p 0 x.
Notation D := (diag_mx p).
Implicit Types (K M Pi : 'M[R]_n).

Lemma selfadjP K : selfadj p K -> forall f g, ip p f (K *m g) = ip p (K *m f) g.
Proof. by move=> h f g; rewrite !ipE trmx_mul -mulmxA (mulmxA D) h !mulmxA. Qed.

Lemma selfadj1 : selfadj p 1%:M. Proof. by rewrite /selfadj trmx1 mulmx1 mul1mx. Qed.
Lemma selfadjB K M : selfadj p K -> selfadj p M -> selfadj p (K - M).
Proof. by rewrite /selfadj => hK hM; rewrite [(_ - _)^T]linearB mulmxBr mulmxBl hK hM. Qed.

Lemma projector_compl Pi : projector p Pi -> projector p (1%:M - Pi).
Proof.
case=> idem sa; split; last exact: selfadjB selfadj1 sa.
by rewrite mulmxBr mulmx1 mulmxBl idem mul1mx subrr subr0.
Qed.

Lemma projector_sqn Pi f : projector p Pi -> ip p f (Pi *m f) = sqn p (Pi *m f).
Proof. by case=> idem /selfadjP sa; rewrite -{1}idem -mulmxA sa. Qed.

Lemma projector_le Pi f : projector p Pi -> ip p f (Pi *m f) <= sqn p f.
Proof.
move=> pr; rewrite -subr_ge0 /sqn -ipBr.
have -> : f - Pi *m f = (1%:M - Pi) *m f by rewrite mulmxBl mul1mx.
by rewrite projector_sqn ?sqn_ge0 //; apply: projector_compl.
Qed.

(** Trace in coordinates of an orthonormal basis. *)
Lemma psd_trace M : psd p M -> 0 <= \tr M.
Proof.
move=> h; apply: sumr_ge0 => x _; have := h (delta_mx x 0).
rewrite /ip (bigD1 x) //= big1 => [|y yx]; last first.
  by rewrite [delta_mx _ _ _ _]mxE (negPf yx) mul0r mulr0.
rewrite -colE !mxE !eqxx mul1r addr0 pmulr_rge0 //.
Qed.

Section Eigenbasis.
Variables (K : 'M[R]_n) (E : eigenbasis p K).
Notation e := (ef E). Notation l := (fun j => ev E 0 j).
Let ej j := col j e.

Lemma ef_inv : e *m (e^T *m D) = 1%:M.
Proof. by apply: mulmx1C; rewrite ef_orth. Qed.

Lemma trace_basis M : \tr M = \tr (e^T *m D *m M *m e).
Proof. by rewrite mxtrace_mulC mulmxA ef_inv mul1mx. Qed.

Lemma sqn_basis j : sqn p (ej j) = 1.
Proof. by rewrite /sqn -ip_gram ef_orth mxE eqxx. Qed.

Lemma eig_col j : K *m ej j = l j *: ej j.
Proof.
rewrite /ej !colE mulmxA ef_eig -mulmxA scalemxAr; congr (_ *m _).
by apply/matrixP => a b; rewrite mul_diag_mx !mxE; case: eqP => [->|]; rewrite ?mulr0.
Qed.

Lemma trace_eig : \tr K = \sum_j l j.
Proof. by rewrite trace_basis -mulmxA ef_eig mulmxA ef_orth mul1mx mxtrace_diag. Qed.

Lemma trace_proj Pi : \tr (Pi *m K) = \sum_j ip p (ej j) (Pi *m ej j) * l j.
Proof.
rewrite trace_basis -!mulmxA ef_eig; apply: eq_bigr => j _.
rewrite !mulmxA mul_mx_diag mxE; congr (_ * _).
by rewrite -mulmxA ip_gram /ej !colE mulmxA.
Qed.

Lemma trace_weights Pi : \tr Pi = \sum_j ip p (ej j) (Pi *m ej j).
Proof.
rewrite trace_basis; apply: eq_bigr => j _.
by rewrite -mulmxA ip_gram /ej !colE mulmxA.
Qed.

End Eigenbasis.

End Projectors.
