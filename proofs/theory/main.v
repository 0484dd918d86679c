(** * The theorems of contexture theory on finite domains, as checked.      *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators kyfan ratio eckart spectral worstcase.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section CentredOperator.
Variables (R : realFieldType) (n m : nat) (P : context R n m).
Notation pX := (law P). Notation pA := (law (dual P)).
Notation T := (expect P). Notation T' := (expect (dual P)).
Notation one := (const_mx 1 : 'cV[R]_n).

Lemma mean_mx (f : 'cV[R]_n) : pX *m f = (mean pX f)%:M.
Proof. by apply/matrixP => i j; rewrite !ord1 [LHS]mxE [RHS]mxE eqxx mulr1n. Qed.
Lemma center_mx (f : 'cV[R]_n) : center pX f = f - one *m (pX *m f).
Proof.
rewrite mean_mx mul_mx_scalar /center; congr (_ - _).
by apply/matrixP => i j; rewrite !mxE mulr1.
Qed.
Lemma KX_one : KX P *m one = one.
Proof. by rewrite -mulmxA (expect1 (dual P)) expect1. Qed.
Lemma KX0_center (f : 'cV[R]_n) : KX0 P *m f = KX P *m center pX f.
Proof. by rewrite center_mx mulmxBr mulmxA KX_one mulmxBl -mulmxA. Qed.

Lemma KX0_selfadj : selfadj pX (KX0 P).
Proof.
apply: selfadjB; first exact: KX_selfadj.
have Done : diag_mx pX *m one = pX^T.
  by apply/matrixP => i j; rewrite mul_diag_mx !mxE mulr1.
have oneD : one^T *m diag_mx pX = pX by rewrite -[LHS]trmxK trmx_mul tr_diag_mx trmxK Done trmxK.
by rewrite /selfadj trmx_mul mulmxA Done -mulmxA oneD.
Qed.

Lemma KX0_form (f : 'cV[R]_n) :
  ip pX f (KX0 P *m f) = sqn pA (T' *m center pX f).
Proof.
have c0 : mean pX (KX P *m center pX f) = 0.
  by rewrite /KX -mulmxA expect_mean (expect_mean (dual P)) law_dd center_mean.
rewrite KX0_center -quadratic_form; set h := center pX f in c0 *.
have -> : f = h + mean pX f *: one.
  by rewrite /h /center; apply/matrixP => i j; rewrite !mxE mulr1 subrK.
by rewrite ipDl ipZl -mean_ip c0 mulr0 addr0.
Qed.

Lemma KX0_psd : psd pX (KX0 P).
Proof. by move=> f; rewrite KX0_form sqn_ge0 //; apply: law_gt0. Qed.

Lemma center_le (f : 'cV[R]_n) : sqn pX (center pX f) <= sqn pX f.
Proof.
have {2}-> : f = center pX f + mean pX f *: one.
  by rewrite /center; apply/matrixP => i j; rewrite !mxE mulr1 subrK.
rewrite sqnD ipZr [ip _ _ one]ipC -mean_ip center_mean !mulr0 addr0 ler_addl.
by rewrite sqn_ge0 //; apply: law_gt0.
Qed.

Variable E : eigenbasis pX (KX0 P).

(** The squared singular values s_i^2 lie in [0, 1]. *)
Theorem ev_ge0 j : 0 <= ev E 0 j.
Proof.
have := KX0_psd (col j (ef E)); rewrite eig_col ipZr.
by have := sqn_basis E j; rewrite /sqn => ->; rewrite mulr1.
Qed.
Theorem ev_le1 j : ev E 0 j <= 1.
Proof.
have := KX0_form (col j (ef E)); rewrite eig_col ipZr.
have := sqn_basis E j; rewrite {1}/sqn => ->; rewrite mulr1 => ->.
by rewrite -(sqn_basis E j); apply: le_trans (adjoint_contract _ _) (center_le _).
Qed.
(** sum_i s_i^2 = sum P^2/(p_x p_a) - 1. *)
Theorem ev_sum : \sum_j ev E 0 j = \sum_x \sum_a P x a ^+ 2 / (pX 0 x * pA 0 a) - 1.
Proof. by rewrite -trace_eig trace_KX0 trace_KX. Qed.
(** Eigenfunctions of nonzero eigenvalue are centred. *)
Theorem ef_centred j : ev E 0 j != 0 -> ip pX one (col j (ef E)) = 0.
Proof.
move=> l0; apply: (mulfI l0); rewrite mulr0 -ipZr -eig_col KX0_center -mean_ip.
by rewrite /KX -mulmxA expect_mean (expect_mean (dual P)) law_dd center_mean.
Qed.

(** Lemma 22: the top-d eigenfunctions attain the bound of [ratio_trace_le]. *)
Theorem ratio_trace_top d (dn : (d < n)%N) :
  (forall j : 'I_n, (j < d)%N -> ev E 0 j != 0) ->
  covX P (top E dn) = 1%:M /\
  ratio_trace P (top E dn) = \sum_(j < n | (j < d)%N) ev E 0 j.
Proof.
move=> nz; set Phi := top E dn.
have topE (k : 'I_d) : col k Phi = col (widen_ord (ltnW dn) k) (ef E).
  by apply/colP => x; rewrite !mxE.
have cen : cmx P Phi = Phi.
  rewrite /cmx (_ : pX *m Phi = 0) ?mulmx0 ?subr0 //; apply/rowP => k.
  rewrite [RHS]mxE -(ef_centred (nz (widen_ord (ltnW dn) k) (ltn_ord k))) -topE -mean_ip.
  by rewrite [LHS]mxE; apply: eq_bigr => x _; rewrite [col _ _ _ _]mxE.
have C1 : covX P Phi = 1%:M.
  by apply/matrixP => i j; rewrite /covX cen ip_gram !topE -ip_gram ef_orth !mxE.
split=> //; rewrite ratio_trace_proj ?C1 ?unitmx1 // cen /gram_proj.
have -> : Phi^T *m diag_mx pX *m Phi = 1%:M by rewrite -C1 /covX cen.
rewrite invmx1 mulmx1 -!mulmxA mxtrace_mulC -!mulmxA.
rewrite (big_ord_narrow (ltnW dn)); apply: eq_bigr => k _.
rewrite (mulmxA _ (diag_mx pX)) ip_gram [col k (_ *m _)](_ : _ = KX0 P *m col k Phi).
  by rewrite topE eig_col ipZr -[RHS]mulr1 -(sqn_basis E (widen_ord (ltnW dn) k)).
by rewrite !colE mulmxA.
Qed.

(** Theorem 16, upper bound. *)
Theorem thm16_upper d (dn : (d < n)%N) c (f : 'cV[R]_n) :
  mean pX f = 0 -> c <= rho2 P f ->
  let a := ev E 0 (Ordinal (leq_ltn_trans (leq0n d) dn)) in
  exists w : 'cV[R]_d,
    (a - ev E 0 (Ordinal dn)) * sqn pX (f - top E dn *m w) <= (a - c) * sqn pX f.
Proof.
move=> f0 cf a; apply: worst_upper; first by move=> j; apply: ev_sorted.
rewrite KX0_form; have [->|fn0] := eqVneq f 0.
  by rewrite {1}/sqn ip0l mulr0 sqn_ge0 //; apply: law_gt0.
have cid : center pX f = f by rewrite /center f0; apply/matrixP=> x j; rewrite !mxE subr0.
move: cf; rewrite /rho2 cid ler_pdivl_mulr // sqn_gt0 //; exact: law_gt0.
Qed.
End CentredOperator.

Section Main.
Variables (R : rcfType) (n m : nat) (P : context R n m).
Notation pX := (law P).
Notation one := (const_mx 1 : 'cV[R]_n).

(** Every context has a singular value decomposition. *)
Theorem context_spectrum : exists E : eigenbasis pX (KX0 P), True.
Proof. by apply: eigenbasis_exists; [apply: law_gt0 | apply: KX0_selfadj]. Qed.

(** Theorem 16, lower bound: no d-dimensional encoder beats the top-d eigenspace. *)
Theorem thm16_lower (E : eigenbasis pX (KX0 P)) d (dn : (d < n)%N) (d0 : (0 < d)%N) c
    (i0 := Ordinal (leq_ltn_trans (leq0n d) dn)) (i1 := Ordinal (leq_ltn_trans d0 dn)) :
  0 < ev E 0 (Ordinal dn) ->
  c <= ev E 0 i0 -> ev E 0 i0 + ev E 0 i1 <= 2%:R * c ->
  forall Phi : 'M[R]_(n, d), exists f : 'cV[R]_n,
    [/\ f != 0, mean pX f = 0, rho2 P f = c & forall w t,
      (ev E 0 i0 - c) * sqn pX f <=
      (ev E 0 i0 - ev E 0 (Ordinal dn)) * sqn pX (f - Phi *m w - t *: one)].
Proof.
move=> ld c_le c_ge Phi.
have cent (j : 'I_n) : (j <= d)%N -> ip pX one (col j (ef E)) = 0.
  move=> jd; apply: ef_centred; rewrite gt_eqF //; apply: lt_le_trans ld _.
  exact: ev_sorted.
have [f [fn0 f1 fc fw]] := worst_lower (law_gt0 P) Phi cent c_le c_ge.
exists f; split=> //; first by rewrite mean_ip.
have cid : center pX f = f.
  by rewrite /center mean_ip f1; apply/matrixP=> x j; rewrite !mxE subr0.
rewrite /rho2 cid; have := KX0_form P f; rewrite cid -fc => <-.
by rewrite mulfK // sqn_eq0 //; apply: law_gt0.
Qed.

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
End Main.
