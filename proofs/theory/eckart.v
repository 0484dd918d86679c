(** * Eckart-Young in L2(p): the best approximation of rank d.               *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators selfadjoint kyfan ratio.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Lemma oblique_idem (R : fieldType) n r (X : 'M[R]_(n, r)) (B : 'M[R]_(r, n)) :
  B *m X \in unitmx ->
  let Q := X *m invmx (B *m X) *m B in Q *m Q = Q /\ \tr Q = r%:R.
Proof.
move=> Hu Q; rewrite /Q; split.
  by rewrite -!mulmxA (mulmxA B X) (mulmxA (invmx _)) mulVmx // mul1mx.
by rewrite -mulmxA mxtrace_mulC -mulmxA mulVmx // mxtrace1.
Qed.

Section HilbertSchmidt.
Variables (R : realFieldType) (n : nat) (p : 'rV[R]_n).
(** Hilbert-Schmidt norm squared in L2(p). *)
Definition hs (M : 'M[R]_n) : R :=
  \sum_x \sum_y p 0 x / p 0 y * M x y ^+ 2.
End HilbertSchmidt.

Section RowProjector.
Variables (R : realFieldType) (n : nat) (p : 'rV[R]_n).
Hypothesis p_gt0 : forall x, 0 < p 0 x.
Notation D := (diag_mx p).
Definition invD : 'M[R]_n := diag_mx (\row_x (p 0 x)^-1).

Lemma invDK : invD *m D = 1%:M.
Proof.
apply/matrixP => i j; rewrite mul_diag_mx !mxE.
by case: eqP => [->|_]; rewrite ?mulr0 // mulVf // gt_eqF.
Qed.
Lemma DinvK : D *m invD = 1%:M. Proof. exact: mulmx1C invDK. Qed.

Lemma full_gram_unit r (B : 'M[R]_(r, n)) : row_free B -> B *m invD *m B^T \in unitmx.
Proof.
move=> Bfree; rewrite -row_free_unit -kermx_eq0 -submx0.
apply/rV_subP => v /sub_kermxP vG; rewrite submx0.
pose u := invD *m (v *m B)^T.
have ut : u^T = v *m B *m invD by rewrite /u trmx_mul trmxK tr_diag_mx.
have u0 : u == 0.
  rewrite -(sqn_eq0 p_gt0) /sqn ipE ut -[v *m B *m invD *m D]mulmxA invDK mulmx1.
  rewrite /u trmx_mul !mulmxA -(mulmxA v B) -(mulmxA v (B *m invD)).
  by rewrite vG mul0mx mxE.
have : v *m B == 0 by rewrite -[v *m B]mulmx1 -invDK mulmxA -ut (eqP u0) trmx0 mul0mx.
by rewrite mulmx_free_eq0.
Qed.

Definition row_proj (G : 'M[R]_n) : 'M[R]_n :=
  let B := row_base G in invD *m B^T *m invmx (B *m (invD *m B^T)) *m B.

Lemma row_projP G :
  [/\ projector p (row_proj G), \tr (row_proj G) = (\rank G)%:R
    & G *m row_proj G = G].
Proof.
have := full_gram_unit (row_base_free G); rewrite -mulmxA => Gu.
have GB : (G <= row_base G)%MS by rewrite eq_row_base.
rewrite /row_proj; move: (row_base G) GB Gu => B GB Gu.
have [idem tr] := oblique_idem Gu.
have Hs : (B *m (invD *m B^T))^T = B *m (invD *m B^T).
  by rewrite !trmx_mul trmxK tr_diag_mx mulmxA.
split=> //.
  split=> //; rewrite /selfadj !trmx_mul trmxK tr_diag_mx trmx_inv Hs !mulmxA.
  by rewrite DinvK mul1mx -[RHS]mulmxA invDK mulmx1.
have /submxP[C GE] := GB; rewrite [X in X *m _ = _]GE [RHS]GE.
move: (invD *m B^T) Gu => X Gu.
by rewrite -(mulmxA X) (mulmxA _ X) -(mulmxA C) -!mulmxA (mulmxA B X)
  (mulmxA (B *m X)) mulmxV // mul1mx.
Qed.

(** Hilbert-Schmidt geometry. *)
Definition adj (M : 'M[R]_n) : 'M[R]_n := invD *m M^T *m D.

Lemma hsE M : hs p M = \tr (adj M *m M).
Proof.
rewrite /hs exchange_big; apply: eq_bigr => y _; rewrite mxE.
apply: eq_bigr => x _; rewrite /adj mul_mx_diag mxE mul_diag_mx !mxE; mring.
Qed.

Lemma hs_ge0 M : 0 <= hs p M.
Proof.
apply: sumr_ge0 => x _; apply: sumr_ge0 => y _.
by rewrite mulr_ge0 ?sqr_ge0 // divr_ge0 // ltW.
Qed.

Lemma adj_selfadj K : selfadj p K -> adj K = K.
Proof. by move=> h; rewrite /adj -mulmxA -h mulmxA invDK mul1mx. Qed.

Lemma adjB K M : adj (K - M) = adj K - adj M.
Proof. by rewrite /adj [(_ - _)^T]linearB /= mulmxBr mulmxBl. Qed.

Lemma adjM K M : adj (K *m M) = adj M *m adj K.
Proof. by rewrite /adj trmx_mul -!mulmxA (mulmxA D) DinvK mul1mx. Qed.

Lemma hs_proj_le M Q : projector p Q -> hs p (M *m Q) <= hs p M.
Proof.
move=> pr; have [idem sa] := pr; have [idem' sa'] := projector_compl pr.
have h Z : projector p Z -> hs p (M *m Z) = \tr (Z *m (adj M *m M)).
  case=> iz sz; rewrite hsE adjM (adj_selfadj sz) mulmxA mxtrace_mulC !mulmxA iz.
  by rewrite -!mulmxA.
have -> : hs p M = hs p (M *m Q) + hs p (M *m (1%:M - Q)).
  rewrite (h _ pr) (h _ (projector_compl pr)) -linearD /= -mulmxDl.
  by rewrite addrC subrK mul1mx hsE.
by rewrite ler_addl hs_ge0.
Qed.

Lemma eigen_square K (E : eigenbasis p K) : psd p K ->
  exists E2 : eigenbasis p (K *m K), forall j, ev E2 0 j = ev E 0 j ^+ 2.
Proof.
move=> K0.
have ev0 j : 0 <= ev E 0 j.
  have := K0 (col j (ef E)); rewrite eig_col ipZr.
  by have := sqn_basis E j; rewrite /sqn => ->; rewrite mulr1.
have eig2 : K *m K *m ef E = ef E *m diag_mx (\row_j ev E 0 j ^+ 2).
  have <- : diag_mx (ev E) *m diag_mx (ev E) = diag_mx (\row_j ev E 0 j ^+ 2).
    by apply/matrixP => i j; rewrite mul_mx_diag !mxE expr2; case: eqP => [->|_]; rewrite ?mul0r.
  by rewrite -mulmxA ef_eig mulmxA ef_eig -mulmxA.
have srt (i j : 'I_n) : (i <= j)%N ->
  (\row_j ev E 0 j ^+ 2) 0 j <= (\row_j ev E 0 j ^+ 2 : 'rV[R]_n) 0 i.
  move=> ij; rewrite !mxE ler_sqr ?nnegrE ?ev0 //; exact: ev_sorted.
by exists (Eigenbasis (ef_orth E) eig2 srt) => j; rewrite mxE.
Qed.

Theorem eckart_young K (E : eigenbasis p K) G d :
  selfadj p K -> psd p K -> (\rank G <= d)%N ->
  \sum_(j < n | (d <= j)%N) ev E 0 j ^+ 2 <= hs p (K - G).
Proof.
move=> sK K0 rG; have [pr tr fx] := row_projP G.
have [E2 hE2] := eigen_square E K0.
apply: le_trans (hs_proj_le (K - G) (projector_compl pr)).
have -> : (K - G) *m (1%:M - row_proj G) = K *m (1%:M - row_proj G).
  by rewrite mulmxBl [G *m _]mulmxBr mulmx1 fx subrr subr0.
have [ic sc] := projector_compl pr.
have -> : hs p (K *m (1%:M - row_proj G)) =
          \tr (K *m K) - \tr (row_proj G *m (K *m K)).
  rewrite hsE adjM (adj_selfadj sc) (adj_selfadj sK) mulmxA mxtrace_mulC.
  by rewrite !mulmxA ic mulmxBl mul1mx mulmxBl linearB /= -!mulmxA.
have h1 : \tr (row_proj G *m (K *m K)) <= \sum_(j < n | (j < d)%N) ev E 0 j ^+ 2.
  apply: le_trans (ky_fan p_gt0 E2 pr tr) _.
  rewrite big_mkcond [X in _ <= X]big_mkcond /=; apply: ler_sum => j _.
  rewrite hE2; case: ltnP => h; first by rewrite (leq_trans h rG).
  by case: ltnP => _ //; rewrite sqr_ge0.
have h2 : \tr (K *m K) = \sum_(j < n | (j < d)%N) ev E 0 j ^+ 2
                       + \sum_(j < n | (d <= j)%N) ev E 0 j ^+ 2.
  rewrite (trace_eig E2) (bigID (fun j : 'I_n => (j < d)%N)) /=.
  by congr (_ + _); apply: eq_big => j; rewrite -?leqNgt ?hE2.
by rewrite h2 addrAC ler_addr subr_ge0.
Qed.
End RowProjector.
