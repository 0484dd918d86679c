(** * Theorem 16: the worst-case approximation error, both directions.      *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators selfadjoint kyfan ratio.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Coordinates.
Variables (R : realFieldType) (n : nat) (p : 'rV[R]_n).
Hypothesis p_gt0 : forall x, 0 < p 0 x.
Variables (K : 'M[R]_n) (E : eigenbasis p K).
Notation D := (diag_mx p). Notation e := (ef E). Notation l := (fun j => ev E 0 j).
Implicit Types (f : 'cV[R]_n).

Definition coord f : 'cV[R]_n := e^T *m D *m f.
Lemma coordK f : e *m coord f = f.
Proof. by rewrite /coord mulmxA ef_inv mul1mx. Qed.

Lemma ip_coord (b c : 'cV[R]_n) : ip p (e *m b) (e *m c) = \sum_j b j 0 * c j 0.
Proof.
rewrite ipE trmx_mul !mulmxA -(mulmxA b^T) -(mulmxA b^T) ef_orth mulmx1 mxE.
by apply: eq_bigr => j _; rewrite mxE.
Qed.

Lemma form_coord (b : 'cV[R]_n) :
  ip p (e *m b) (K *m (e *m b)) = \sum_j l j * b j 0 ^+ 2.
Proof.
rewrite mulmxA ef_eig -mulmxA ip_coord; apply: eq_bigr => j _.
by rewrite mul_diag_mx mxE; mring.
Qed.

Variables (d : nat) (dn : (d < n)%N).
Definition top : 'M[R]_(n, d) := \matrix_(x, j) e x (widen_ord (ltnW dn) j).

Lemma top_mul (b : 'cV[R]_n) : top *m (\col_j b (widen_ord (ltnW dn) j) 0) =
  e *m (\col_j (if (j < d)%N then b j 0 else 0)).
Proof.
apply/colP => x; rewrite !mxE.
transitivity (\sum_(j < n | (j < d)%N) e x j * b j 0).
  rewrite (big_ord_narrow (ltnW dn)); apply: eq_bigr => j _.
  by rewrite !mxE.
rewrite big_mkcond; apply: eq_bigr => j _; rewrite mxE.
by case: ifP; rewrite ?mulr0.
Qed.

(** Upper bound: the top-d eigenspace reaches (a - c) / (a - b). *)
Theorem worst_upper (a c : R) f :
  (forall j, l j <= a) -> c * sqn p f <= ip p f (K *m f) ->
  exists w : 'cV[R]_d,
    (a - l (Ordinal dn)) * sqn p (f - top *m w) <= (a - c) * sqn p f.
Proof.
move=> la; rewrite -[f]coordK; move: (coord f) => b; rewrite form_coord => h.
exists (\col_j b (widen_ord (ltnW dn) j) 0); rewrite top_mul -mulmxBr.
rewrite /sqn !ip_coord in h *.
set r := \sum_j _ in h; have -> : (a - c) * r = a * r - c * r by ring.
rewrite ler_subr_addl; apply: le_trans (ler_add h (lexx _)) _.
rewrite mulr_sumr -big_split mulr_sumr /=; apply: ler_sum => j _.
rewrite !mxE; case: ltnP => jd; first by rewrite subrr !mulr0 addr0 -expr2 ler_wpmul2r ?sqr_ge0.
rewrite subr0 -expr2 -mulrDl ler_wpmul2r ?sqr_ge0 //.
by rewrite addrCA -subr_ge0 opprD addNKr opprB subr_ge0; apply: ev_sorted.
Qed.
(** a nonzero vector in the span of the top d+1 eigenfunctions orthogonal to Phi *)
Lemma dodge (Phi : 'M[R]_(n, d)) : exists g : 'cV[R]_n,
  [/\ g != 0, forall j : 'I_n, (d < j)%N -> g j 0 = 0
    & forall w : 'cV[R]_d, ip p (Phi *m w) (e *m g) = 0].
Proof.
pose A : 'M[R]_(d.+1, d) := \matrix_(j, k) ip p (col k Phi) (col (widen_ord dn j) e).
have kn0 : kermx A != 0.
  rewrite -mxrank_eq0 mxrank_ker -lt0n subn_gt0.
  exact: leq_ltn_trans (rank_leq_col _) _.
pose v := nz_row (kermx A).
have vA : v *m A = 0 by apply/sub_kermxP; apply: nz_row_sub.
have vn0 : v != 0 by rewrite nz_row_eq0.
pose g : 'cV[R]_n := \col_j (if (j < d.+1)%N then v 0 (inord j) else 0).
have gE (j : 'I_d.+1) : g (widen_ord dn j) 0 = v 0 j.
  by rewrite mxE /= ltn_ord; congr (v 0 _); apply: val_inj; rewrite /= inordK.
exists g; split.
- apply: contra vn0 => /eqP g0; apply/eqP/rowP => j.
  by rewrite -gE g0 !mxE.
- by move=> j dj; rewrite mxE ltnS leqNgt dj.
move=> w.
have z : Phi^T *m diag_mx p *m (e *m g) = 0.
  apply/colP => k; rewrite mulmxA !mxE.
  transitivity (\sum_(j < n | (j < d.+1)%N) ip p (col k Phi) (col j e) * g j 0).
    rewrite [RHS]big_mkcond; apply: eq_bigr => j _; rewrite ip_gram.
    by case: ltnP => // h; rewrite [g j 0]mxE ltnNge h mulr0.
  have h : (v *m A) 0 k = 0 by rewrite vA mxE.
  rewrite (big_ord_narrow dn) -[RHS]h [RHS]mxE; apply: eq_bigr => j _.
  by rewrite gE [A _ _]mxE mulrC.
by rewrite ipE trmx_mul -!mulmxA (mulmxA Phi^T) z mulmx0 mxE.
Qed.

End Coordinates.

(** Lower bound: no d-dimensional family (plus constants) does better. *)
Section Lower.
Variables (R : rcfType) (n : nat) (p : 'rV[R]_n).
Hypothesis p_gt0 : forall x, 0 < p 0 x.
Variables (K : 'M[R]_n) (E : eigenbasis p K).
Notation e := (ef E). Notation l := (fun j => ev E 0 j).
Variables (d : nat) (dn : (d < n)%N) (d_gt0 : (0 < d)%N).
Let i0 : 'I_n := Ordinal (leq_ltn_trans (leq0n d) dn).
Let i1 : 'I_n := Ordinal (leq_ltn_trans d_gt0 dn).
Let id : 'I_n := Ordinal dn.
Variables (Phi : 'M[R]_(n, d)) (one : 'cV[R]_n).
Hypothesis top_centred : forall j : 'I_n, (j <= d)%N -> ip p one (col j e) = 0.
Variable c : R.
Hypotheses (c_le : c <= l i0) (c_ge : l i0 + l i1 <= 2%:R * c).

Lemma centred (b : 'cV[R]_n) : (forall j : 'I_n, (d < j)%N -> b j 0 = 0) ->
  ip p one (e *m b) = 0.
Proof.
move=> hb; rewrite ipE mulmxA mxE big1 // => j _.
have [jd|dj] := leqP j d; last by rewrite hb ?mulr0.
by rewrite ip_gram (_ : col 0 one = one) ?top_centred ?mul0r //;
   apply/colP => x; rewrite mxE.
Qed.

Theorem worst_lower : exists f : 'cV[R]_n,
  [/\ f != 0, ip p one f = 0, c * sqn p f = ip p f (K *m f)
    & forall (w : 'cV[R]_d) (t : R),
      (l i0 - c) * sqn p f <= (l i0 - l id) * sqn p (f - Phi *m w - t *: one)].
Proof.
have [g [g0 gd gPhi]] := dodge E dn Phi.
have e_inj (b : 'cV[R]_n) : b != 0 -> e *m b != 0.
  apply: contra => /eqP eb; have := congr1 (mulmx (e^T *m diag_mx p)) eb.
  by rewrite mulmxA ef_orth mul1mx mulmx0 => ->.
have lab : 0 <= l i0 - l id by rewrite subr_ge0; apply: ev_sorted.
(* the tail direction u, its weight r > 0 and its Rayleigh quotient *)
have [u [be [u0 ud u_neq0 gE]]] : exists (u : 'cV[R]_n) (be : R),
  [/\ u i0 0 = 0, forall j : 'I_n, (d < j)%N -> u j 0 = 0, u != 0
    & forall j, g j 0 = (if j == i0 then g i0 0 else 0) + be * u j 0].
  pose tl : 'cV[R]_n := \col_j (if j == i0 then 0 else g j 0).
  have [tl0|tln0] := eqVneq tl 0.
    exists (delta_mx i1 0), 0; split.
    - by rewrite mxE.
    - move=> j dj; rewrite mxE; case: eqP => // ji; move: dj; rewrite ji /=.
      by rewrite ltnNge d_gt0.
    - by apply/eqP => /colP/(_ i1); rewrite !mxE !eqxx => /eqP; rewrite oner_eq0.
    move=> j; rewrite mul0r addr0; case: eqP => [->|/eqP/negPf ji] //.
    by have /colP/(_ j) := tl0; rewrite !mxE ji.
  exists tl, 1; split=> //.
  - by rewrite mxE eqxx.
  - by move=> j dj; rewrite mxE gd //; case: ifP.
  - by move=> j; rewrite mxE mul1r; case: eqP => [->|]; rewrite ?addr0 ?add0r.
pose r := \sum_j u j 0 ^+ 2; pose q := \sum_j l j * u j 0 ^+ 2.
have r_gt0 : 0 < r.
  rewrite lt_def sumr_ge0 ?andbT => [|j _]; last exact: sqr_ge0.
  apply: contra u_neq0 => /eqP r0; apply/eqP/colP => j; rewrite mxE.
  have /eqP := r0; rewrite psumr_eq0 => [/allP h|k _]; last exact: sqr_ge0.
  by have := h j (mem_index_enum _); rewrite /= sqrf_eq0 => /eqP.
have q_le : q <= l i1 * r.
  rewrite mulr_sumr; apply: ler_sum => j _.
  have [->|ji] := eqVneq j i0; first by rewrite u0 expr0n !mulr0.
  rewrite ler_wpmul2r ?sqr_ge0 //; apply: ev_sorted => /=.
  by rewrite lt0n; apply: contra ji => /eqP j0; apply/eqP/val_inj.
have q_ge : l id * r <= q.
  rewrite mulr_sumr; apply: ler_sum => j _.
  have [jd|dj] := leqP j d; last by rewrite ud // expr0n !mulr0.
  by rewrite ler_wpmul2r ?sqr_ge0 //; apply: ev_sorted.
(* f = x e_0 + y u with the two squares chosen so that rho^2(f) = c exactly *)
pose X := c * r - q; pose Y := l i0 - c; pose al := g i0 0.
have Y0 : 0 <= Y by rewrite subr_ge0.
have XY : Y * r <= X.
  rewrite /Y /X -subr_ge0 (_ : _ - _ = (l i1 * r - q) + (2%:R * c - (l i0 + l i1)) * r);
    last by ring.
  by rewrite addr_ge0 ?subr_ge0 // mulr_ge0 ?subr_ge0 // ltW.
have X0 : 0 <= X by apply: le_trans XY; rewrite mulr_ge0 // ltW.
pose sg : R := if 0 <= al * be then 1 else -1.
pose x := Num.sqrt X; pose y := sg * Num.sqrt Y.
have sg2 : sg ^+ 2 = 1 by rewrite /sg; case: ifP; rewrite ?sqrrN expr1n.
have x2 : x ^+ 2 = X by rewrite sqr_sqrtr.
have y2 : y ^+ 2 = Y by rewrite exprMn sg2 mul1r sqr_sqrtr.
have cross : 0 <= al * be * (x * y).
  have -> : al * be * (x * y) = sg * (al * be) * (Num.sqrt X * Num.sqrt Y).
    by rewrite /y /x; ring.
  apply: mulr_ge0; last by rewrite mulr_ge0 ?sqrtr_ge0.
  rewrite /sg; case: ifP => [h|/negbT]; first by rewrite mul1r.
  by rewrite -ltNge mulN1r oppr_ge0 => /ltW.
have [aq|aq] := eqVneq (l i0 * r - q) 0.
  (* degenerate: c = l i0, the top eigenfunction itself *)
  have Yz : Y = 0.
    have h : Y * r + X = 0 by rewrite -aq /X /Y; ring.
    apply/eqP; rewrite -(mulrI_eq0 _ (lregP (lt0r_neq0 r_gt0))) mulrC.
    by move/eqP: h; rewrite paddr_eq0 ?mulr_ge0 // ?ltW // => /andP[].
  have cl : c = l i0 by move/eqP: Yz; rewrite subr_eq0 => /eqP.
  exists (e *m delta_mx i0 0); split.
  - apply: e_inj; apply/eqP => /colP/(_ i0); rewrite !mxE !eqxx => /eqP.
    by rewrite oner_eq0.
  - apply: centred => j dj; rewrite mxE; case: eqP => // ji.
    by move: dj; rewrite ji.
  - by rewrite -colE eig_col ipZr cl.
  by move=> w t; rewrite -/Y Yz mul0r mulr_ge0 // sqn_ge0.
pose b : 'cV[R]_n := x *: delta_mx i0 0 + y *: u.
have bE j : b j 0 = (if j == i0 then x else 0) + y * u j 0.
  by rewrite !mxE eqxx andbT; case: ifP; rewrite ?mulr1 ?mulr0.
have sum2 (F : 'I_n -> R) (s t s' t' : R) :
    \sum_j F j * (((if j == i0 then s else 0) + t * u j 0)
       * ((if j == i0 then s' else 0) + t' * u j 0))
    = F i0 * (s * s') + t * t' * \sum_j F j * u j 0 ^+ 2.
  rewrite (bigD1 i0) //= [X in _ = _ + _ * X](bigD1 i0) //= ?eqxx u0.
  rewrite expr0n !mulr0 !addr0 add0r; congr (_ + _); rewrite mulr_sumr.
  by apply: eq_bigr => j /negPf ->; rewrite !add0r; mring.
have sum1 (s t s' t' : R) :
    \sum_j (((if j == i0 then s else 0) + t * u j 0)
       * ((if j == i0 then s' else 0) + t' * u j 0)) = s * s' + t * t' * r.
  have := sum2 (fun=> 1) s t s' t'; rewrite mul1r => h.
  rewrite (eq_bigr _ (fun j _ => esym (mul1r _))) h /r; congr (_ + _ * _).
  by apply: eq_bigr => j _; rewrite mul1r.
have sb : sqn p (e *m b) = l i0 * r - q.
  rewrite /sqn ip_coord (eq_bigr _ (fun j _ => congr2 _ (bE j) (bE j))) sum1.
  by rewrite -!expr2 x2 y2 /X /Y; ring.
have fb : ip p (e *m b) (K *m (e *m b)) = c * sqn p (e *m b).
  rewrite sb form_coord.
  transitivity (\sum_j l j * (((if j == i0 then x else 0) + y * u j 0)
       * ((if j == i0 then x else 0) + y * u j 0))).
    by apply: eq_bigr => j _; rewrite bE expr2.
  by rewrite sum2 -!expr2 x2 y2 -/q /X /Y; ring.
have sg1 : sqn p (e *m g) = al ^+ 2 + be ^+ 2 * r.
  rewrite /sqn ip_coord (eq_bigr _ (fun j _ => congr2 _ (gE j) (gE j))) sum1.
  by rewrite -!expr2.
have bg : ip p (e *m b) (e *m g) = x * al + y * be * r.
  by rewrite ip_coord (eq_bigr _ (fun j _ => congr2 _ (bE j) (gE j))) sum1.
exists (e *m b); split=> //.
- rewrite -(sqn_eq0 p_gt0) sb //.
- apply: centred => j dj; rewrite bE ud // mulr0 addr0; case: eqP => // ji.
  by move: dj; rewrite ji.
move=> w t; set h := _ - _ - _.
have sgp : 0 < sqn p (e *m g) by rewrite sqn_gt0 // e_inj.
have hg : ip p h (e *m g) = x * al + y * be * r.
  rewrite /h !ipBl gPhi subr0 ipZl (centred gd) mulr0 subr0; exact: bg.
have cs := cauchy_schwarz p_gt0 h (e *m g); rewrite hg in cs.
rewrite -(ler_pmul2r sgp) -[X in _ <= X]mulrA.
apply: le_trans (ler_wpmul2l lab cs).
(* (x al + y be r)^2 >= Y r |g|^2 *)
have key : Y * r * sqn p (e *m g) <= (x * al + y * be * r) ^+ 2.
  rewrite sg1 -subr_ge0 (_ : _ - _ = (x ^+ 2 - Y * r) * al ^+ 2
     + (y ^+ 2 - Y) * (be ^+ 2 * r ^+ 2) + 2%:R * (al * be * (x * y)) * r); last by ring.
  rewrite x2 y2 subrr mul0r addr0 addr_ge0 //.
    by rewrite mulr_ge0 ?sqr_ge0 // subr_ge0.
  by apply: mulr_ge0; [apply: mulr_ge0 => //; apply: ler0n | apply: ltW].
apply: le_trans (ler_wpmul2l lab key); rewrite sb !mulrA ler_pmul2r //.
rewrite -/Y -subr_ge0.
have -> : (l i0 - l id) * Y * r - Y * (l i0 * r - q) = Y * (q - l id * r).
  have alg (a1 a2 a3 a4 a5 : R) :
    (a1 - a2) * a3 * a5 - a3 * (a1 * a5 - a4) = a3 * (a4 - a2 * a5) by ring.
  exact: alg.
by rewrite mulr_ge0 // subr_ge0.
Qed.
End Lower.
