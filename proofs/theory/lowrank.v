(** * The low-rank objective: the best approximation of the table of rank d. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators selfadjoint ratio spectral eigenvalues.
From Contexture Require Import objectives orthonormal singular existence expansion encoders extract losses cover.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section LowRank.
Variables (R : rcfType) (N M : nat) (P : context R N M).
Notation pX := (law P). Notation pA := (law (dual P)). Notation K := (KX P).
Let p0 := law_gt0 P.

Lemma dotE n m c (F : 'M[R]_(n, c)) (G : 'M[R]_(m, c)) x a : dot (row x F) (row a G) = (F *m G^T) x a.
Proof. by rewrite mxE; apply: eq_bigr => j _; rewrite !mxE. Qed.

(** Only Phi Psi^T counts. *)
Lemma low_rank_product c d (Phi : 'M[R]_(N, c)) (Psi : 'M[R]_(M, c)) (U : 'M[R]_(N, d)) (V : 'M[R]_(M, d)) :
  Phi *m Psi^T = U *m V^T -> low_rank P Phi Psi = low_rank P U V.
Proof.
move=> e; rewrite /low_rank; congr (- (_ * _) + _); apply: eq_bigr => x _; apply: eq_bigr => a _; by rewrite !dotE e.
Qed.

(** In an orthonormal basis of the span of Phi. *)
Lemma low_rank_orthonormal d (U : 'M[R]_(N, d)) (V : 'M[R]_(M, d)) : gram pX U U = 1%:M ->
  low_rank P U V = \sum_j sqn pA (col j V - expect (dual P) *m col j U) - trace_on pX K U.
Proof.
move=> UU; rewrite /low_rank.
have -> : \sum_x \sum_a P x a * dot (row x U) (row a V) = \sum_j ip pA (expect (dual P) *m col j U) (col j V).
  rewrite (eq_bigr (fun j => \sum_x \sum_a P x a * (U x j * V a j))) => [|j _]; last first.
    rewrite -expect_adjoint; apply: eq_bigr => x _; rewrite [(expect P *m _) _ _]mxE !mulr_sumr.
    by apply: eq_bigr => a _; rewrite -(law_expect P) !mxE; mring.
  rewrite [RHS]exchange_big; apply: eq_bigr => x _; rewrite [RHS]exchange_big; apply: eq_bigr => a _ /=.
  by rewrite -mulr_sumr; congr (_ * _); apply: eq_bigr => j _; rewrite !mxE.
have -> : \sum_x \sum_a pX 0 x * pA 0 a * dot (row x U) (row a V) ^+ 2 = \sum_j sqn pA (col j V).
  rewrite exchange_big [RHS]exchange_big; apply: eq_bigr => a _ /=; rewrite -mulr_sumr.
  have := orthonormal_length (row a V)^T UU; rewrite (eq_bigr (fun j => col j V a 0 * col j V a 0)) => [<-|j _]; last first.
    by rewrite !mxE expr2.
  rewrite mulr_sumr; apply: eq_bigr => x _; rewrite dotE.
  have -> : (U *m (row a V)^T) x 0 = (U *m V^T) x a by rewrite !mxE; apply: eq_bigr => j _; rewrite !mxE.
  by mring.
rewrite mulr_sumr addrC -!sumrB; apply: eq_bigr => j _.
rewrite sqnD sqnN ipNr quadratic_form [ip _ (col j V) _]ipC.
by move: (sqn pA (col j V)) (sqn pA _) (ip _ _ _) => b c e; ring.
Qed.

Lemma low_rank_bound d (U : 'M[R]_(N, d)) (V : 'M[R]_(M, d)) : gram pX U U = 1%:M ->
  - top_sum_of K d <= low_rank P U V /\
  (low_rank P U V = - top_sum_of K d -> V = expect (dual P) *m U /\ extracts pX K U).
Proof.
move=> UU; rewrite low_rank_orthonormal //; have le := trace_le p0 (KX_selfadj P) UU.
set e := \sum_j _; have e0 : 0 <= e by apply: sumr_ge0 => j _; apply: sqn_ge0; apply: law_gt0.
split=> [|h]; first by rewrite ler_subr_addr (le_trans _ e0) // addrC subr_le0.
have : e = 0 /\ trace_on pX K U = top_sum_of K d.
  move: h => /eqP; rewrite subr_eq addrC => /eqP h; have : e <= 0 by rewrite h subr_le0.
  move=> h0; have ee : e = 0 by apply/eqP; rewrite eq_le h0 e0.
  by split=> //; move: h => /eqP; rewrite ee eq_sym subr_eq0 => /eqP.
case=> /eqP; rewrite psumr_eq0 => [/allP z t|j _]; last by apply: sqn_ge0; apply: law_gt0.
split; last by apply: trace_extracts; rewrite ?t //; apply: KX_selfadj.
apply/matrixP => a j; have := z j (mem_index_enum _); rewrite sqn_eq0; last exact: law_gt0.
by rewrite subr_eq0 /= => /eqP/colP/(_ a); rewrite [LHS]mxE => ->; rewrite colE mulmxA -colE mxE.
Qed.

Lemma top_sum_KX d : top_sum_of K d = \sum_(0 <= i < d) s P i ^+ 2.
Proof. by rewrite /top_sum_of big_add1; apply: eq_bigr => i _; rewrite eigenvalue_KX. Qed.

Variables (d : nat) (dN : (d <= N)%N).
Notation encoders := ('M[R]_(N, d) * 'M[R]_(M, d))%type.

Theorem low_rank_minimum : minimum_is (@any encoders) (fun e => low_rank P e.1 e.2) (- top_sum_of K d).
Proof.
have [E _] := eigenbasis_exists p0 (KX_selfadj P); split.
  have UU := top_eigenfunctions_gram E dN; exists (top_eigenfunctions E d, expect (dual P) *m top_eigenfunctions E d).
  split=> //=; rewrite low_rank_orthonormal // top_eigenfunctions_trace // big1 ?sub0r // => j _.
  by rewrite !colE mulmxA subrr /sqn ip0l.
case=> Phi Psi _ /=; have [U [W [UU PE]]] := orthonormal_cover p0 Phi dN.
rewrite (@low_rank_product _ _ _ _ U (Psi *m W^T)); first by have [] := low_rank_bound (Psi *m W^T) UU.
by rewrite PE trmx_mul trmxK mulmxA.
Qed.

(** Where s_(d-1) > 0 the minimisers extract the top eigenspace of T T*. *)
Theorem low_rank_extracts (Phi : 'M[R]_(N, d)) (Psi : 'M[R]_(M, d)) : (0 < d)%N -> 0 < eigenvalue K d ->
  minimises (@any encoders) (fun e => low_rank P e.1 e.2) (Phi, Psi) -> extracts pX K Phi.
Proof.
move=> d0 l0 [_ least]; have [U [W [UU PE]]] := orthonormal_cover p0 Phi dN.
have same : low_rank P Phi Psi = low_rank P U (Psi *m W^T).
  by apply: low_rank_product; rewrite PE trmx_mul trmxK mulmxA.
have [[best [_ value]] _] := low_rank_minimum.
have [ge eq] := low_rank_bound (Psi *m W^T) UU.
have [VE ex] : Psi *m W^T = expect (dual P) *m U /\ extracts pX K U.
  by apply: eq; apply/eqP; rewrite eq_le ge -same -value andbT; apply: least.
have := extracts_unit p0 d0 l0 ex.
have -> : U^T *m diag_mx pX *m (K *m U) = W *m (Psi^T *m diag_mx pA *m (expect (dual P) *m U)).
  rewrite /KX !mulmxA -(mulmxA _ _ (expect P)) diag_expect.
  have <- : (expect (dual P) *m U)^T *m diag_mx pA = U^T *m P.
    by rewrite trmx_mul -mulmxA diag_adjoint diag_expect.
  by rewrite -VE trmx_mul trmxK.
rewrite unitmx_mul => /andP[Wu _]; exact: extracts_change Wu PE ex.
Qed.
End LowRank.
