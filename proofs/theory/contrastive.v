(** * The spectral contrastive loss: its lower bound, attained.              *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators selfadjoint ratio eckart worstcase.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** The spectral contrastive loss, up to its constant: |K - Phi Phi^T D|^2. *)
Section SCL.
Variables (R : realFieldType) (n m d : nat) (P : context R n m).
Notation pX := (law P).
Definition scl (Phi : 'M[R]_(n, d)) : R :=
  \sum_x \sum_x' pX 0 x * pX 0 x' * (kX P x x' - (Phi *m Phi^T) x x') ^+ 2.

Lemma scl_hs Phi : scl Phi = hs pX (KX P - Phi *m Phi^T *m diag_mx pX).
Proof.
apply: eq_bigr => x _; apply: eq_bigr => x' _.
have subE (A B : 'M[R]_n) : (A - B) x x' = A x x' - B x x' by rewrite !mxE.
have mulE (A : 'M[R]_n) : (A *m diag_mx pX) x x' = A x x' * pX 0 x'.
  by rewrite mul_mx_diag [LHS]mxE.
rewrite subE mulE kernel_entry.
have field (a b s t : R) : b != 0 -> a * b * (s - t) ^+ 2 = a / b * (b * s - t * b) ^+ 2.
  move=> b0; rewrite (mulrC t) -mulrBr exprMn; move: (s - t) => u.
  by rewrite -[in RHS]mulrA [b ^+ 2]expr2 -[b * b * _]mulrA mulKf // mulrA.
by rewrite -field ?law_neq0.
Qed.

Theorem scl_lower (E : eigenbasis pX (KX P)) Phi :
  \sum_(j < n | (d <= j)%N) ev E 0 j ^+ 2 <= scl Phi.
Proof.
rewrite scl_hs; apply: eckart_young; first exact: law_gt0.
- exact: KX_selfadj.
- exact: KX_psd.
rewrite -mulmxA; apply: leq_trans (mxrankM_maxl _ _) _.
by apply: leq_trans (rank_leq_col _) _.
Qed.
End SCL.

Section Attained.
Variables (R : rcfType) (n m : nat) (P : context R n m).
Notation pX := (law P).

(** Spectral contrastive loss: the Eckart-Young bound [scl_lower] is attained. *)
Theorem scl_attained (E : eigenbasis pX (KX P)) d (dn : (d < n)%N) :
  exists Phi : 'M[R]_(n, d),
    scl P Phi = \sum_(j < n | (d <= j)%N) ev E 0 j ^+ 2.
Proof.
have ev0 j : 0 <= ev E 0 j.
  have := @KX_psd _ _ _ P (col j (ef E)); rewrite eig_col ipZr.
  by have := sqn_basis E j; rewrite /sqn => ->; rewrite mulr1.
pose e := ef E; pose mask (b : bool) (j : 'I_n) := if b == (j < d)%N then ev E 0 j else 0.
exists (\matrix_(x, k) (e x (widen_ord (ltnW dn) k) * Num.sqrt (ev E 0 (widen_ord (ltnW dn) k)))).
set Phi := \matrix_(x, k) _; rewrite scl_hs.
have PP : Phi *m Phi^T = e *m diag_mx (\row_j mask true j) *m e^T.
  apply/matrixP => x y; rewrite mul_mx_diag !mxE.
  transitivity (\sum_(j < n | (j < d)%N) e x j * e y j * ev E 0 j).
    rewrite (big_ord_narrow (ltnW dn)); apply: eq_bigr => k _; rewrite !mxE mulrACA.
    by rewrite -expr2 sqr_sqrtr.
  rewrite big_mkcond; apply: eq_bigr => j _; rewrite !mxE /mask.
  by case: ltnP => _ /=; rewrite ?mulr0 ?mul0r // mulrAC.
have KE : KX P = e *m diag_mx (ev E) *m (e^T *m diag_mx pX).
  by rewrite -ef_eig -mulmxA ef_inv mulmx1.
have -> : KX P - Phi *m Phi^T *m diag_mx pX
        = e *m diag_mx (\row_j mask false j) *m (e^T *m diag_mx pX).
  rewrite PP {1}KE -(mulmxA _ e^T) -mulmxBl -mulmxBr; congr (_ *m _ *m _).
  apply/matrixP => i j; rewrite !mxE /mask; case: eqP => [->|_]; last by rewrite !mulr0n subr0.
  by case: ltnP => _ /=; rewrite !mulr1n ?subrr ?subr0.
set L := diag_mx _; set M := _ *m _.
have sM : selfadj pX M.
  by rewrite /selfadj /M !trmx_mul trmxK !tr_diag_mx !mulmxA.
rewrite hsE (adj_selfadj (law_gt0 P) sM) /M.
rewrite -!mulmxA mxtrace_mulC -!mulmxA (mulmxA e^T _ e) ef_orth mulmx1.
rewrite (mulmxA e^T) (mulmxA _ e) ef_orth mul1mx.
rewrite [RHS]big_mkcond; apply: eq_bigr => j _; rewrite /L mul_mx_diag !mxE eqxx mulr1n /mask.
by case: ltnP => _ /=; rewrite ?mul0r ?expr2.
Qed.
End Attained.
