(** * Which encoders have no worse task than the best.                       *)
(** If the worst error of an encoder is the value of Theorem 16, then         *)
(** (s_1^2 - s_(d+1)^2) |Q f|^2 <= s_1^2 |f|^2 - |T* f|^2  for every f of mean zero, *)
(** where Q f is what the encoder does not explain of f.                      *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators selfadjoint kyfan ratio spectral worstcase centred.
From Contexture Require Import eigenvalues vocabulary orthonormal singular existence expansion encoders errors.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** A quadratic whose ends have opposite signs has a root on either side of zero. *)
Lemma root_on_side (R : rcfType) (a b c k : R) : a != 0 -> a * c <= 0 ->
  exists t, a * t ^+ 2 + 2%:R * b * t + c = 0 /\ t * k <= 0.
Proof.
move=> a0 ac; pose r := Num.sqrt (b ^+ 2 - a * c).
have disc : 0 <= b ^+ 2 - a * c by rewrite addr_ge0 ?sqr_ge0 // oppr_ge0.
have r2 : r ^+ 2 = b ^+ 2 - a * c by rewrite sqr_sqrtr.
have br : `|b| <= r by rewrite -sqrtr_sqr ler_wsqrtr // ler_addl oppr_ge0.
have root (e : R) : e ^+ 2 = 1 -> a * ((e * r - b) / a) ^+ 2 + 2%:R * b * ((e * r - b) / a) + c = 0.
  move=> e2; apply: (mulfI a0); rewrite mulr0.
  have -> : a * (a * ((e * r - b) / a) ^+ 2 + 2%:R * b * ((e * r - b) / a) + c) =
    ((e * r - b) / a * a) ^+ 2 + 2%:R * b * ((e * r - b) / a * a) + a * c by ring.
  rewrite divfK // (_ : _ + _ = e ^+ 2 * r ^+ 2 - b ^+ 2 + a * c); last by ring.
  by rewrite e2 r2; ring.
have [ka|ka] := lerP 0 (k / a).
  exists ((-1 * r - b) / a); split; first by apply: root; rewrite sqrrN expr1n.
  rewrite mulrAC -mulrA mulr_le0_ge0 // mulN1r -opprD oppr_le0 -ler_subl_addr sub0r.
  by apply: le_trans br; rewrite -normrN ler_norm.
exists ((1 * r - b) / a); split; first by apply: root; rewrite expr1n.
rewrite mulrAC -mulrA; apply: mulr_ge0_le0; last exact: ltW.
rewrite mul1r subr_ge0.
exact: le_trans (ler_norm _) br.
Qed.

(** The S-lemma where it is needed: two quadratic forms G, H with H >= 0 on the cone G = 0; *)
(** H f >= 0 if some h has H h <= 0 and a G of the other sign. *)
Section Cone.
Variables (R : rcfType) (n : nat) (w : 'rV[R]_n) (A B : 'M[R]_n).
Hypotheses (sA : selfadj w A) (sB : selfadj w B).
Let G f := ip w f (A *m f).
Let H f := ip w f (B *m f).

Fact along (C : 'M[R]_n) (f h : 'cV[R]_n) t : selfadj w C ->
  ip w (f + t *: h) (C *m (f + t *: h)) =
  ip w h (C *m h) * t ^+ 2 + 2%:R * ip w f (C *m h) * t + ip w f (C *m f).
Proof.
move=> sC; rewrite mulmxDr -scalemxAr ipDl !ipDr !ipZl !ipZr.
rewrite (selfadjP sC h f) (ipC w (C *m h) f).
by move: (ip w f (C *m f)) (ip w f (C *m h)) (ip w h (C *m h)) => x y z; ring.
Qed.

Lemma cone (f h : 'cV[R]_n) : (forall t, G (f + t *: h) = 0 -> 0 <= H (f + t *: h)) ->
  G h != 0 -> G h * G f <= 0 -> H h <= 0 -> 0 <= H f.
Proof.
move=> pos gh gf hh; have [t [tG tk]] := root_on_side (ip w f (A *m h)) (ip w f (B *m h)) gh gf.
have := pos t; rewrite /G along // tG => /(_ erefl); rewrite /H along // => h0.
have le : ip w h (B *m h) * t ^+ 2 + 2%:R * ip w f (B *m h) * t <= 0.
  rewrite -(addr0 0); apply: ler_add; first by rewrite mulr_le0_ge0 ?sqr_ge0.
  by rewrite -mulrA [_ * t]mulrC mulr_ge0_le0 ?ler0n.
by apply: le_trans h0 _; rewrite ger_addr.
Qed.
End Cone.

Section Strict.
Variables (R : rcfType) (N M : nat) (P : context R N M).
Notation pX := (law P). Notation pA := (law (dual P)). Notation s := (s P).
Notation D := (diag_mx pX). Notation one := (one : 'cV[R]_N).
Notation p0 := (law_gt0 P).
Variables (d : nat) (Phi : 'M[R]_(N, d)).

(** What a probe of Phi cannot explain. *)
Let F := maximal_columns (row_mx one Phi).
Definition unexplained : 'M[R]_N := 1%:M - gram_proj pX F.
Notation Q := unexplained.

Fact F_unit : F^T *m D *m F \in unitmx.
Proof. by apply/(gram_unit p0) => v; apply: maximal_columns_free. Qed.
Fact Q_projector : projector pX Q.
Proof. by apply: projector_compl; apply: gram_projP F_unit. Qed.
Fact Q_columns : Q *m row_mx one Phi = 0.
Proof.
have [_ [B BE]] := maximal_columns_factor (row_mx one Phi); rewrite {1}BE mulmxA.
by rewrite mulmxBl mul1mx (gram_proj_id F_unit) subrr mul0mx.
Qed.
Fact Q_one : Q *m one = 0.
Proof. by have := Q_columns; rewrite mul_mx_row -[X in _ = X]row_mx0 => /eq_row_mx[]. Qed.
Fact Q_Phi : Q *m Phi = 0.
Proof. by have := Q_columns; rewrite mul_mx_row -[X in _ = X]row_mx0 => /eq_row_mx[]. Qed.
Fact Q_mean (f : 'cV[R]_N) : mean pX (Q *m f) = 0.
Proof. by rewrite mean_ip (selfadjP Q_projector.2) -[const_mx 1]/one Q_one ip0l. Qed.

(** What Q does not see is explained. *)
Lemma explained_span (f : 'cV[R]_N) : mean pX f = 0 -> Q *m f = 0 -> in_span (cmx P Phi) f.
Proof.
move=> f0; rewrite mulmxBl mul1mx => /eqP; rewrite subr_eq0 => /eqP fE.
have [[A AE] _] := maximal_columns_factor (row_mx one Phi).
pose x := A *m (invmx (F^T *m D *m F) *m F^T *m D *m f).
have fx : f = row_mx one Phi *m x by rewrite {1}fE /x mulmxA -AE /gram_proj !mulmxA.
have cf : cmx P f = f by apply: cmx_id => j; rewrite ord1 (_ : col 0 f = f) //; apply/colP => y; rewrite mxE.
exists (dsubmx x); rewrite -cf fx -[x in LHS]vsubmxK mul_row_col -cmx_mul.
have c1 : cmx P (one *m usubmx x) = 0.
  by rewrite cmx_mul (_ : cmx P one = 0) ?mul0mx //; apply/cmx_eq0; exists 1; rewrite scale1r.
have lin (u v : 'cV[R]_N) : cmx P (u + v) = cmx P u + cmx P v.
  by rewrite /cmx !mulmxDr opprD addrACA.
by rewrite lin c1 add0r.
Qed.

(** The error of the best probe is at least |Q f|^2. *)
Lemma err_unexplained (f : 'cV[R]_N) e : err_le P Phi f e -> sqn pX (Q *m f) <= e.
Proof.
case=> [w [b]]; apply: le_trans.
have -> : Q *m f = - (Q *m (Phi *m w + b *: one - f)).
  by rewrite mulmxBr mulmxDr mulmxA Q_Phi mul0mx -scalemxAr Q_one scaler0 addr0 sub0r opprK.
rewrite sqnN -(projector_sqn _ Q_projector); exact: (projector_le p0 _ Q_projector).
Qed.

Variables (eps : R) (d1 : (0 < d)%N) (dN : (d.+1 < N)%N).
Hypotheses (e1 : eps <= 1) (gap : s d.+1 < s 1).
Hypotheses (c_lt : (1 - eps) ^+ 2 < s 1 ^+ 2) (c_ge : s 1 ^+ 2 + s 2 ^+ 2 <= 2%:R * (1 - eps) ^+ 2).
Let a := s 1 ^+ 2. Let b := s d.+1 ^+ 2. Let c := (1 - eps) ^+ 2.
Hypothesis worst : forall f, in_F P f eps -> norm pX f = 1 -> err_le P Phi f ((a - c) / (a - b)).

Fact ba : b < a. Proof. by rewrite ltr_sqr ?nnegrE ?s_ge0. Qed.
Fact bc : b < c.
Proof.
rewrite -(@ltr_pmul2l _ 2%:R) ?ltr0n //; apply: lt_le_trans c_ge.
by rewrite mulr_natl mulr2n ltr_le_add ?ba // s_sq_decreasing.
Qed.

(** The two forms on all functions: K0 - c less c on constants does no harm, as both are asked of mean zero only. *)
Let K0 := KX0 P.
Let A := K0 - c%:M.
Let B := a%:M - K0 - (a - b) *: Q.
Fact selfadj_scalar (t : R) : selfadj pX t%:M.
Proof. by rewrite /selfadj tr_scalar_mx mul_mx_scalar mul_scalar_mx. Qed.
Fact sA : selfadj pX A. Proof. by apply: selfadjB; [apply: KX0_selfadj | apply: selfadj_scalar]. Qed.
Fact sB : selfadj pX B.
Proof.
apply: selfadjB; first by apply: selfadjB; [apply: selfadj_scalar | apply: KX0_selfadj].
by rewrite /selfadj [(_ *: _)^T]linearZ /= -scalemxAr -scalemxAl Q_projector.2.
Qed.
Fact GE (f : 'cV[R]_N) : ip pX f (A *m f) = ip pX f (K0 *m f) - c * sqn pX f.
Proof. by rewrite mulmxBl ipBr mul_scalar_mx ipZr. Qed.
Fact HE (f : 'cV[R]_N) : ip pX f (B *m f) = a * sqn pX f - ip pX f (K0 *m f) - (a - b) * sqn pX (Q *m f).
Proof.
have -> : B *m f = a *: f - K0 *m f - (a - b) *: (Q *m f) by rewrite /B 2!mulmxBl mul_scalar_mx -scalemxAl.
by rewrite 2!ipBr !ipZr (projector_sqn _ Q_projector).
Qed.

(** The hypothesis, without norms. *)
Fact worst_form (f : 'cV[R]_N) : mean pX f = 0 -> c * sqn pX f <= ip pX f (K0 *m f) ->
  (a - b) * sqn pX (Q *m f) <= (a - c) * sqn pX f.
Proof.
move=> f0 fc; have [->|fn0] := eqVneq f 0; first by rewrite mulmx0 /sqn !ip0l !mulr0.
pose r := norm pX f; have r0 : 0 < r by rewrite norm_gt0 //; apply: p0.
have rn0 : r != 0 by rewrite gt_eqF.
have r2 : r ^+ 2 = sqn pX f by rewrite norm_sq //; apply: p0.
have n1 : sqn pX (r^-1 *: f) = 1 by rewrite sqnZ -r2 exprVn mulVf // expf_neq0.
have F1 : in_F P (r^-1 *: f) eps.
  apply: form_in_F => //; first by rewrite -(sqn_gt0 p0) n1 ltr01.
    by rewrite mean_ip ipZr -mean_ip f0 mulr0.
  rewrite -scalemxAr !sqnZ mulrCA ler_wpmul2l ?sqr_ge0 //.
  by move: fc; rewrite KX0_form centred_center.
have := err_unexplained (worst F1 _); rewrite -scalemxAr sqnZ exprVn r2.
have -> : norm pX (r^-1 *: f) = 1 by apply/norm_one; first exact: p0.
move=> /(_ erefl); rewrite ler_pdivl_mulr ?subr_gt0 ?ba // mulrAC -mulrA ler_pdivr_mull -?r2 ?exprn_gt0 //.
by rewrite mulrC [X in _ <= X]mulrC.
Qed.

(** The theorem of this file. *)
Theorem unexplained_le (f : 'cV[R]_N) : mean pX f = 0 ->
  (a - b) * sqn pX (Q *m f) <= a * sqn pX f - ip pX f (K0 *m f).
Proof.
move=> f0; rewrite -subr_ge0 -HE; have [S _] := system_exists P; pose E := centred_basis S.
have on_cone h : mean pX h = 0 -> forall t, ip pX (f + t *: h) (A *m (f + t *: h)) = 0 ->
    0 <= ip pX (f + t *: h) (B *m (f + t *: h)).
  move=> h0 t; rewrite GE HE => /eqP; rewrite subr_eq0 => /eqP e.
  have := @worst_form (f + t *: h); rewrite e lexx => h1.
  by rewrite -mulrBl subr_ge0 h1 // mean_ip ipDr ipZr -!mean_ip f0 h0 mulr0 addr0.
have [gf|gf] := lerP (ip pX f (A *m f)) 0.
  have N1 : (1 < N)%N by apply: leq_ltn_trans dN.
  have m0 : mean pX (mu S 1) = 0 by rewrite left_mean.
  have m1 : sqn pX (mu S 1) = 1 by rewrite /sqn left_ip.
  have km : ip pX (mu S 1) (K0 *m mu S 1) = a.
    by rewrite KX0_center centred_center // KX_mu ipZr -/(sqn _ _) m1 mulr1.
  have g1 : ip pX (mu S 1) (A *m mu S 1) = a - c by rewrite GE km m1 mulr1.
  apply: (cone sA sB (on_cone _ m0)); rewrite ?g1 ?subr_eq0 ?gt_eqF //.
    by rewrite mulr_ge0_le0 // subr_ge0 ltW.
  rewrite HE km m1 mulr1 subrr sub0r oppr_le0 mulr_ge0 ?sqn_ge0 //; first by rewrite subr_ge0 ltW ?ba.
  exact: p0.
have dN' : (d < N)%N by apply: ltn_trans dN.
have [g [g0 gd gPhi]] := dodge E dN' Phi; pose h := ef E *m g.
have evE (j : 'I_N) : ev E 0 j = s j.+1 ^+ 2 by rewrite centred_basis_ev.
have cent (j : 'I_N) : (j <= d)%N -> ip pX one (col j (ef E)) = 0.
  move=> jd; have jN : (j.+1 < N)%N by apply: leq_ltn_trans dN.
  by rewrite -columnE centred_basis_ef // -mean_ip left_mean.
have h0 : mean pX h = 0.
  rewrite mean_ip ipE /h mulmxA mxE big1 // => j _.
  have [jd|dj] := leqP j d; last by rewrite gd // mulr0.
  rewrite ip_gram (_ : col 0 _ = one) ?cent ?mul0r //.
  by apply/colP => x; rewrite !mxE.
have hpos : 0 < sqn pX h.
  rewrite sqn_gt0; last exact: p0.
  apply: contra g0 => /eqP eb; have := congr1 (mulmx ((ef E)^T *m D)) eb.
  by rewrite /h mulmxA ef_orth mul1mx mulmx0 => ->.
have Qh : Q *m h = h.
  rewrite mulmxBl mul1mx (_ : gram_proj _ _ *m h = 0) ?subr0 //.
  have [[C CE] _] := maximal_columns_factor (row_mx one Phi).
  rewrite /gram_proj -!mulmxA (_ : F^T *m (D *m h) = 0) ?mulmx0 //.
  rewrite /F CE trmx_mul -mulmxA (_ : (row_mx one Phi)^T *m (D *m h) = 0) ?mulmx0 //.
  apply/colP => j; rewrite mulmxA ip_gram [RHS]mxE (_ : col 0 h = h); last by apply/colP => y; rewrite mxE.
  have [k jk|k jk] := fintype.splitP j; last first.
    have -> : j = rshift 1 k by apply: val_inj.
    by rewrite (_ : col _ _ = Phi *m delta_mx k 0) ?gPhi // -colE colKr.
  have -> : j = lshift d k by apply: val_inj.
  by rewrite colKl (_ : col k one = one) -?mean_ip //; apply/colP => y; rewrite !mxE.
have kh : b * sqn pX h <= ip pX h (K0 *m h).
  rewrite /h (form_coord E) /sqn ip_coord mulr_sumr; apply: ler_sum => j _; rewrite -expr2.
  have [jd|dj] := leqP j d; last by rewrite gd // expr0n !mulr0.
  by rewrite ler_wpmul2r ?sqr_ge0 // evE s_sq_decreasing.
have gh : ip pX h (A *m h) < 0.
  rewrite ltNge; apply/negP; rewrite GE subr_ge0 => /(worst_form h0).
  rewrite Qh ler_pmul2r // ler_add2l ler_opp2 leNgt bc //.
apply: (cone sA sB (on_cone _ h0)); rewrite ?lt_eqF //.
  by rewrite mulr_le0_ge0 // ltW.
rewrite HE Qh; move: (sqn pX h) (ip pX h _) kh => x y kh.
by rewrite (_ : _ - _ - _ = b * x - y) ?subr_le0 //; ring.
Qed.

(** What follows for the top functions, where the best value leaves no freedom: *)
(** s_1 = .. = s_d, or s_(d+1) = .. = s_(N-1). *)
Theorem strict_learns : s d.+1 < s d -> s d = s 1 \/ s d.+1 = s N.-1 -> learns P (cmx P Phi).
Proof.
move=> gap' rigid; have [S _] := system_exists P; have dN' : (d < N)%N by apply: ltn_trans dN.
have seen i : (0 < i <= d)%N -> Q *m mu S i = 0.
  case/andP=> i1 id; have iN : (i < N)%N by apply: leq_ltn_trans dN'.
  have m0 : mean pX (mu S i) = 0 by rewrite left_mean // i1.
  have m1 : sqn pX (mu S i) = 1 by rewrite /sqn left_ip // eqxx.
  have km : K0 *m mu S i = s i ^+ 2 *: mu S i by rewrite KX0_center centred_center // KX_mu.
  apply/eqP; rewrite -(sqn_eq0 p0) eq_le sqn_ge0 ?andbT; last exact: p0.
  case: rigid => [top|rest].
    have := unexplained_le m0; rewrite km ipZr -/(sqn _ _) m1 !mulr1.
    have -> : s i = s 1 by apply/eqP; rewrite eq_le -{2}top !s_decreasing.
    by rewrite subrr pmulr_rle0 // subr_gt0 ba.
  pose g := Q *m mu S i; have Qg : Q *m g = g by rewrite /g mulmxA Q_projector.1.
  have g0 : mean pX g = 0 by apply: Q_mean.
  have low : ip pX g (K0 *m g) <= b * sqn pX g.
    have := unexplained_le g0; rewrite Qg; move: (sqn pX g) (ip pX g _) => x y h.
    by rewrite -subr_ge0 (_ : _ - _ = a * x - y - (a - b) * x) ?subr_ge0 //; ring.
  (* The form of K0 - b on functions of mean zero is a sum of squares. *)
  have form : ip pX g (K0 *m g) - b * sqn pX g = \sum_(1 <= j < N) (s j ^+ 2 - b) * ip pX g (mu S j) ^+ 2.
    have z : ip pX g (mu S 0) = 0 by rewrite mu_0 ipC -[one]/(const_mx 1) -mean_ip.
    rewrite KX0_center centred_center // quadratic_form (Ts_sqn S) /sqn (left_parseval S).
    rewrite !(big_ltn (N_gt0 P)) z expr0n !mulr0 !add0r mulr_sumr -sumrB.
    by apply: eq_bigr => j _; rewrite mulrBl -expr2.
  have term j : (1 <= j < N)%N -> 0 <= (s j ^+ 2 - b) * ip pX g (mu S j) ^+ 2.
    case/andP=> j1 jN; rewrite mulr_ge0 ?sqr_ge0 // subr_ge0 /b rest s_sq_decreasing //.
    by rewrite -ltnS prednK // (N_gt0 P).
  have gi : ip pX g (mu S i) = 0.
    move: low; rewrite -subr_le0 form (bigD1_seq i) ?mem_index_iota ?i1 ?iota_uniq //= => le0.
    have rest0 : 0 <= \sum_(1 <= j < N | j != i) (s j ^+ 2 - b) * ip pX g (mu S j) ^+ 2.
      by rewrite big_nat_cond sumr_ge0 // => j /andP[jN _]; apply: term.
    have : (s i ^+ 2 - b) * ip pX g (mu S i) ^+ 2 <= 0 by apply: le_trans le0; rewrite ler_addl.
    rewrite pmulr_rle0; last first.
      by rewrite subr_gt0 (lt_le_trans (_ : _ < s d ^+ 2)) ?s_sq_decreasing // ltr_sqr ?nnegrE ?s_ge0.
    by move=> h; apply/eqP; rewrite -sqrf_eq0 eq_le h sqr_ge0.
  by rewrite -/g -(projector_sqn _ Q_projector) -/g ipC gi.
have [W WE] : exists W, top_functions d S = cmx P Phi *m W.
  apply: columns_factor => j; rewrite top_col.
  have jd : (0 < j.+1 <= d)%N := ltn_ord j.
  by apply: explained_span; [rewrite left_mean // (leq_ltn_trans _ dN') | apply: seen].
have [top1 _] := top_orthonormal S dN'; rewrite gramE in top1.
have V : W *m ((top_functions d S)^T *m D *m cmx P Phi) = 1%:M.
  by apply: mulmx1C; rewrite -[LHS]mulmxA -WE.
exists S; split=> v; last by apply: (factor_span WE).
exists (((top_functions d S)^T *m D *m cmx P Phi) *m v).
by rewrite {1}WE mulmxA -(mulmxA (cmx P Phi)) V mulmx1.
Qed.
End Strict.
