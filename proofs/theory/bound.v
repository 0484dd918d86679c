(** * Theorem 24, amended: an encoder's error from the gap of one family in its span. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators selfadjoint kyfan ratio spectral worstcase centred.
From Contexture Require Import eigenvalues vocabulary orthonormal singular existence expansion spectralinner encoders errors.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** The sum of two orthogonal projectors whose product is zero is one. *)
Lemma projector_add (R : realFieldType) n (w : 'rV[R]_n) (A B : 'M[R]_n) :
  projector w A -> projector w B -> A *m B = 0 -> B *m A = 0 -> projector w (A + B).
Proof.
move=> [iA sA] [iB sB] AB BA; split.
  by rewrite mulmxDl !mulmxDr iA iB AB BA addr0 add0r.
by rewrite /selfadj [(_ + _)^T]linearD /= mulmxDr mulmxDl sA sB.
Qed.

Section Bound.
Variables (R : rcfType) (N M : nat) (P : context R N M).
Notation pX := (law P). Notation pA := (law (dual P)).
Notation p0 := (law_gt0 P). Notation q0 := (law_gt0 (dual P)).
Notation D := (diag_mx pX). Notation s := (s P).
Notation RT := (context.ratio_trace P).

Lemma family_gap_ge0 k (F : 'M[R]_(N, k)) : covX P F \in unitmx -> 0 <= family_gap P F.
Proof.
move=> Fu; rewrite /family_gap (big_nat_recr k.+1) //= -addrA addrCA addr_ge0 ?sqr_ge0 // subr_ge0.
exact: ratio_trace_top_le.
Qed.

(** A function that a family does not see explains at most the family's gap: Ky Fan for the family with it. *)
Lemma unseen_le k (F : 'M[R]_(N, k)) (v : 'cV[R]_N) : covX P F \in unitmx ->
  mean pX v = 0 -> (cmx P F)^T *m D *m v = 0 -> sqn pA (T_star P *m v) <= family_gap P F * sqn pX v.
Proof.
move=> Fu v0 Fv; have [->|vn0] := eqVneq v 0; first by rewrite mulmx0 /sqn !ip0l mulr0.
have vv : v^T *m D *m v = (sqn pX v)%:M.
  by apply/matrixP => i j; rewrite !ord1 -ipE [RHS]mxE eqxx mulr1n.
have s0 : sqn pX v != 0 by rewrite gt_eqF // sqn_gt0 //; apply: p0.
have cv : cmx P v = v.
  by apply: cmx_id => j; rewrite ord1 (_ : col 0 v = v) //; apply/colP => x; rewrite mxE.
have vu : covX P v \in unitmx by rewrite /covX cv vv unitmxE det_scalar1 unitfE.
have rv : RT v = sqn pA (T_star P *m v) / sqn pX v.
  rewrite /context.ratio_trace /covX /covA cv vv invmx_scalar mul_scalar_mx linearZ /= mulrC.
  by rewrite /mxtrace big_ord1 -ipE.
rewrite -ler_pdivr_mulr ?lt_def ?s0 ?sqn_ge0 //; try exact: p0.
rewrite -rv /family_gap ler_subr_addl.
pose A := gram_proj pX (cmx P F); pose B := gram_proj pX (cmx P v).
have [pA' pB] : projector pX A /\ projector pX B by split; apply: gram_projP.
have vF : v^T *m D *m cmx P F = 0.
  by apply: trmx_inj; rewrite !trmx_mul trmxK tr_diag_mx trmx0 mulmxA.
have AB : A *m B = 0.
  by rewrite /A /B /gram_proj cv !mulmxA -(mulmxA _ D v) -(mulmxA _ _ (D *m v)) (mulmxA _ D v) Fv mulmx0 !mul0mx.
have BA : B *m A = 0.
  by rewrite /A /B /gram_proj cv !mulmxA -(mulmxA _ D (cmx P F)) -(mulmxA _ _ (D *m _)) (mulmxA _ D) vF mulmx0 !mul0mx.
have [S _] := system_exists P.
have tr : \tr (A + B) = k.+1%:R :> R.
  by rewrite linearD /= /A /B gram_proj_trace // gram_proj_trace // -natrD addn1.
have := ky_fan p0 (centred_basis S) (projector_add pA' pB AB BA) tr.
rewrite mulmxDl linearD /= -!ratio_trace_proj // => h; apply: le_trans h _.
have kN : (k < N)%N.
  have [S' _] := system_exists P; rewrite ltnNge; apply/negP => Nk.
  have rk := unit_rank Fu; have kN : k = N by apply/eqP; rewrite eqn_leq (unit_size Fu).
  apply: (unit_no_constant Fu); apply/in_spanP; apply: submx_full.
  by rewrite /row_full rk kN.
rewrite (eq_bigr (fun j : 'I_N => s j.+1 ^+ 2)) => [|j _]; last by rewrite centred_basis_ev.
by rewrite top_sum.
Qed.

Lemma Ts_centred_le (u : 'cV[R]_N) : mean pX u = 0 -> sqn pA (T_star P *m u) <= s 1 ^+ 2 * sqn pX u.
Proof.
move=> u0; have [S _] := system_exists P.
have := @T_centred_le _ _ _ _ (dual_system S) u; rewrite s_dual law_dd; exact.
Qed.

Theorem gap_bound d (Phi : 'M[R]_(N, d)) k (F : 'M[R]_(N, k)) eps f :
  family P Phi F -> family_gap P F < s 1 ^+ 2 -> eps <= 1 -> in_F P f eps -> norm pX f = 1 ->
  err_le P Phi f ((s 1 ^+ 2 - (1 - eps) ^+ 2 + s 1 * Num.sqrt (family_gap P F)) / (s 1 ^+ 2 - family_gap P F)).
Proof.
move=> [Fu sub] small e1 fF /(norm_one p0) f1; have form := in_F_form fF e1; case: fF => _ f0 _.
rewrite f1 mulr1 in form; set TG := family_gap P F in small *.
have TG0 : 0 <= TG by apply: family_gap_ge0.
pose x := invmx (covX P F) *m (cmx P F)^T *m D *m f; pose u := cmx P F *m x; pose v := f - u.
have Fv : (cmx P F)^T *m D *m v = 0.
  by rewrite /v /u mulmxBr /x !mulmxA -/(covX P F) mulmxV // mul1mx subrr.
have u0 : mean pX u = 0.
  have := law_cmx P F => h; have : pX *m u = 0 by rewrite /u mulmxA h mul0mx.
  by rewrite mean_mx => /matrixP/(_ 0 0); rewrite !mxE eqxx mulr1n.
have v0 : mean pX v = 0 by rewrite mean_ip ipBr -!mean_ip f0 u0 subrr.
have uv : ip pX u v = 0.
  by rewrite ipE /u trmx_mul -!mulmxA (mulmxA _ D) Fv mulmx0 mxE.
have fE : f = u + v by rewrite /v addrC subrK.
have ab : sqn pX u + sqn pX v = 1 by rewrite -f1 fE [RHS]sqnD uv mulr0 addr0.
have av := unseen_le Fu v0 Fv; have au := Ts_centred_le u0; rewrite -/TG in av.
have cs := cauchy_schwarz q0 (T_star P *m u) (T_star P *m v).
rewrite fE mulmxDr [X in _ <= X]sqnD in form.
set X := ip pA _ _ in cs form; set Au := sqn pA (_ *m u) in au cs form; set Av := sqn pA (_ *m v) in av cs form.
have ge0u : 0 <= sqn pX u := sqn_ge0 p0 u; have ge0v : 0 <= sqn pX v := sqn_ge0 p0 v.
have ge0Av : 0 <= Av := sqn_ge0 q0 _.
have X2 : 2%:R * X <= s 1 * Num.sqrt TG.
  have r0 : 0 <= s 1 * Num.sqrt TG by rewrite mulr_ge0 ?s_ge0 ?sqrtr_ge0.
  have [/ltW Xn|Xp] := ltrP X 0; first by apply: le_trans r0; rewrite mulr_ge0_le0 ?ler0n.
  have root : (s 1 * Num.sqrt TG) ^+ 2 = s 1 ^+ 2 * TG by rewrite exprMn (sqr_sqrtr TG0).
  rewrite -ler_sqr ?nnegrE ?mulr_ge0 ?ler0n ?s_ge0 ?sqrtr_ge0 // root exprMn.
  have four : 4%:R * (sqn pX u * sqn pX v) <= 1.
    move: (sqn pX u) (sqn pX v) ab => a b ab; have -> : b = 1 - a by rewrite -ab addrAC subrr add0r.
    by rewrite -subr_ge0 (_ : _ - _ = (1 - 2%:R * a) ^+ 2) ?sqr_ge0 //; ring.
  apply: (@le_trans _ _ (s 1 ^+ 2 * TG * (4%:R * (sqn pX u * sqn pX v)))); last first.
    by rewrite -[X in _ <= X]mulr1 ler_wpmul2l // mulr_ge0 ?sqr_ge0.
  have h : X ^+ 2 <= (s 1 ^+ 2 * sqn pX u) * (TG * sqn pX v).
    by apply: le_trans cs _; apply: ler_pmul => //; apply: sqn_ge0 q0 _.
  rewrite (_ : 2%:R ^+ 2 = 4%:R); last by rewrite -natrX.
  rewrite (_ : s 1 ^+ 2 * TG * _ = 4%:R * ((s 1 ^+ 2 * sqn pX u) * (TG * sqn pX v))); last by ring.
  by rewrite ler_pmul2l // ltr0n.
have [W FE] := columns_factor sub.
exists (W *m x), (- (pX *m F *m x) 0 0).
have -> : Phi *m (W *m x) + - (pX *m F *m x) 0 0 *: one - f = - v.
  rewrite mulmxA -FE opprB scaleNr; congr (_ - f); rewrite /u /cmx mulmxBl; congr (_ - _).
  by rewrite -[RHS]mulmxA [pX *m F *m x in RHS]mx11_scalar [RHS]mul_mx_scalar.
rewrite sqnN ler_pdivl_mulr ?subr_gt0 //.
have uE : sqn pX u = 1 - sqn pX v by rewrite -ab addrK.
have := le_trans form (ler_add (ler_add au av) X2); rewrite uE => h.
have alg (b t r g c : R) : c <= r ^+ 2 * (1 - b) + g * b + r * t -> b * (r ^+ 2 - g) <= r ^+ 2 - c + r * t.
  move=> h'; have -> : r ^+ 2 - c + r * t = b * (r ^+ 2 - g) + (r ^+ 2 * (1 - b) + g * b + r * t - c) by ring.
  by rewrite ler_addl subr_ge0.
exact: alg h.
Qed.
End Bound.
