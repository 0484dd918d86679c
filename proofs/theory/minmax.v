(** * Courant-Fischer: eigenvalue enclosures from quadratic forms only.     *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry selfadjoint kyfan worstcase.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section MinMax.
Variables (R : realFieldType) (n : nat) (p : 'rV[R]_n).
Hypothesis p_gt0 : forall x, 0 < p 0 x.
Variables (K : 'M[R]_n) (E : eigenbasis p K) (d : nat) (dn : (d < n)%N) (c : R).
Notation e := (ef E). Notation l := (fun j => ev E 0 j).

Fact coord_norm (b : 'cV[R]_n) : sqn p (e *m b) = \sum_j b j 0 ^+ 2.
Proof. by rewrite /sqn ip_coord; apply: eq_bigr => j _; rewrite expr2. Qed.
Fact e_inj (b : 'cV[R]_n) : b != 0 -> 0 < sqn p (e *m b).
Proof.
move=> b0; rewrite sqn_gt0 //; apply: contra b0 => /eqP eb.
have := congr1 (mulmx (e^T *m diag_mx p)) eb.
by rewrite mulmxA ef_orth mul1mx mulmx0 => ->.
Qed.

(** "K <= c off d directions" certifies s_{d+1}^2 <= c. *)
Theorem minmax_upper (Phi : 'M[R]_(n, d)) :
  (forall f, (forall w : 'cV[R]_d, ip p (Phi *m w) f = 0) -> ip p f (K *m f) <= c * sqn p f) ->
  l (Ordinal dn) <= c.
Proof.
move=> hc; have [g [g0 gd gPhi]] := dodge E dn Phi.
rewrite -(ler_pmul2r (e_inj g0)); apply: le_trans (hc _ gPhi).
rewrite form_coord coord_norm mulr_sumr; apply: ler_sum => j _.
have [jd|dj] := leqP j d; last by rewrite gd // expr0n !mulr0.
by rewrite ler_wpmul2r ?sqr_ge0 //; apply: ev_sorted.
Qed.

(** "K >= c on d+1 independent directions" certifies s_{d+1}^2 >= c. *)
Theorem minmax_lower (Phi : 'M[R]_(n, d.+1)) :
  (forall w : 'cV[R]_d.+1, Phi *m w = 0 -> w = 0) ->
  (forall w : 'cV[R]_d.+1, c * sqn p (Phi *m w) <= ip p (Phi *m w) (K *m (Phi *m w))) ->
  c <= l (Ordinal dn).
Proof.
move=> indep hc.
pose A : 'M[R]_(d.+1, d) := \matrix_(k, j) coord E (col k Phi) (widen_ord (ltnW dn) j) 0.
have kn0 : kermx A != 0.
  rewrite -mxrank_eq0 mxrank_ker -lt0n subn_gt0.
  exact: leq_ltn_trans (rank_leq_col _) _.
pose v := nz_row (kermx A); pose w : 'cV[R]_d.+1 := v^T.
have vA : v *m A = 0 by apply/sub_kermxP; apply: nz_row_sub.
have wn0 : w != 0.
  by apply/eqP => /(congr1 trmx)/eqP; rewrite trmxK trmx0 nz_row_eq0 (negPf kn0).
have f0 : Phi *m w != 0 by apply: contra wn0 => /eqP/indep->.
pose b := coord E (Phi *m w).
have fE : Phi *m w = e *m b by rewrite /b coordK.
have b0 (j : 'I_n) : (j < d)%N -> b j 0 = 0.
  move=> jd; have : (v *m A) 0 (Ordinal jd) = 0 by rewrite vA mxE.
  rewrite mxE => h; rewrite /b /coord mulmxA mxE -[RHS]h; apply: eq_bigr => k _.
  rewrite [A _ _]mxE [w _ _]mxE mulrC; congr (_ * _).
  rewrite /coord colE mulmxA -colE [RHS]mxE.
  by congr (fun_of_matrix _ _ _); apply: val_inj.
have pos : 0 < sqn p (Phi *m w) by rewrite sqn_gt0.
rewrite -(ler_pmul2r pos); apply: le_trans (hc w) _.
rewrite fE form_coord coord_norm mulr_sumr; apply: ler_sum => j _.
have [jd|dj] := ltnP j d; first by rewrite b0 // expr0n !mulr0.
by rewrite ler_wpmul2r ?sqr_ge0 //; apply: ev_sorted.
Qed.
End MinMax.
