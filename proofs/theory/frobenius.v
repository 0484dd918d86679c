(** * The Frobenius norm, and a square that is completed in it.              *)
From mathcomp Require Import all_ssreflect all_algebra ring.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Frobenius.
Variable R : rcfType.
(** The sum of the squares of the entries. *)
Definition frob n m (X : 'M[R]_(n, m)) : R := \sum_i \sum_j X i j ^+ 2.

Lemma frobE n m (X : 'M[R]_(n, m)) : frob X = \tr (X^T *m X).
Proof.
rewrite /frob exchange_big; apply: eq_bigr => j _; rewrite mxE.
by apply: eq_bigr => i _; rewrite !mxE expr2.
Qed.
Lemma frob_ge0 n m (X : 'M[R]_(n, m)) : 0 <= frob X.
Proof. by apply: sumr_ge0 => i _; apply: sumr_ge0 => j _; apply: sqr_ge0. Qed.
Lemma frob_eq0 n m (X : 'M[R]_(n, m)) : frob X = 0 -> X = 0.
Proof.
move/eqP; rewrite psumr_eq0 => [/allP h|i _]; last by apply: sumr_ge0 => j _; apply: sqr_ge0.
apply/matrixP => i j; have /= := h i (mem_index_enum _).
rewrite psumr_eq0 => [/allP/(_ j (mem_index_enum _))|k _]; last exact: sqr_ge0.
by rewrite sqrf_eq0 mxE => /eqP.
Qed.
(** 1/2 |S|^2 - <S, B> = 1/2 |S - B|^2 - 1/2 |B|^2 *)
Lemma frob_complete r (S B : 'M[R]_r) : B^T = B ->
  frob S / 2%:R - \tr (B *m S) = frob (S - B) / 2%:R - frob B / 2%:R.
Proof.
move=> sB; have two : 2%:R != 0 :> R by rewrite pnatr_eq0.
have -> : frob (S - B) = frob S + frob B - 2%:R * \tr (B *m S).
  rewrite !frobE [(_ - _)^T]linearB /= sB mulmxBl !mulmxBr !linearB /= [\tr (S^T *m B)]mxtrace_mulC.
  have -> : \tr (B *m S^T) = \tr (B *m S) by rewrite -[LHS]mxtrace_tr trmx_mul trmxK sB mxtrace_mulC.
  by move: (\tr _) (\tr (B *m B)) (\tr (B *m S)) => a b c; ring.
by rewrite mulrBl mulrDl [2%:R * _]mulrC mulfK // addrAC addrK.
Qed.
End Frobenius.
