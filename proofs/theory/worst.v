(** * The worst task of an encoder, for contexts.                           *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators selfadjoint kyfan ratio spectral worstcase centred.
From Contexture Require Import eigenvalues vocabulary orthonormal singular existence expansion encoders errors.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Worst.
Variables (R : rcfType) (N M : nat) (P : context R N M).
Notation s := (s P).
Notation p0 := (law_gt0 P). Notation q0 := (law_gt0 (dual P)).

(** The range of eps in Theorem 16, in squares. *)
Lemma range_of_eps eps : 1 - s 1 <= eps -> eps <= 1 - Num.sqrt ((s 1 ^+ 2 + s 2 ^+ 2) / 2%:R) ->
  [/\ (1 - eps) ^+ 2 <= s 1 ^+ 2, s 1 ^+ 2 + s 2 ^+ 2 <= 2%:R * (1 - eps) ^+ 2 & eps <= 1].
Proof.
rewrite ler_subl_addr addrC -ler_subl_addr => h1 h2.
have root0 := sqrtr_ge0 ((s 1 ^+ 2 + s 2 ^+ 2) / 2%:R).
have h3 : Num.sqrt ((s 1 ^+ 2 + s 2 ^+ 2) / 2%:R) <= 1 - eps.
  by rewrite ler_subr_addr addrC -ler_subr_addr.
have e1 : 0 <= 1 - eps := le_trans root0 h3.
split; last by rewrite -subr_ge0.
  by rewrite ler_sqr ?nnegrE ?s_ge0.
have half0 : 0 <= (s 1 ^+ 2 + s 2 ^+ 2) / 2%:R.
  by apply: divr_ge0; [apply: addr_ge0; apply: sqr_ge0 | apply: ler0n].
rewrite mulrC -ler_pdivr_mulr ?ltr0n // -[X in X <= _](sqr_sqrtr half0).
by rewrite ler_sqr ?nnegrE.
Qed.

(** Theorem 16, lower half: every encoder has a task of compatibility 1 - eps with at least the value. *)
Theorem worst_task d eps : (0 < d)%N -> (d <= N - 2)%N -> s d.+1 < s 1 ->
  (1 - eps) ^+ 2 <= s 1 ^+ 2 -> s 1 ^+ 2 + s 2 ^+ 2 <= 2%:R * (1 - eps) ^+ 2 -> eps <= 1 ->
  forall Phi : 'M[R]_(N, d), exists f,
    [/\ in_F P f eps, norm (p P) f = 1, compatibility P f = 1 - eps
      & err_ge P Phi f ((s 1 ^+ 2 - (1 - eps) ^+ 2) / (s 1 ^+ 2 - s d.+1 ^+ 2))].
Proof.
move=> d1 dN gap c_le c_ge e1 Phi; have [S _] := system_exists P.
pose E := centred_basis S; have dN' := index_lt d1 dN.
have dN2 := index_lt2 d1 dN.
have evE (j : 'I_N) : ev E 0 j = s j.+1 ^+ 2 by rewrite centred_basis_ev.
have cent (j : 'I_N) : (j <= d)%N -> ip (p P) one (col j (ef E)) = 0.
  move=> jd; have jN : (j.+1 < N)%N by apply: leq_ltn_trans dN2.
  by rewrite -columnE centred_basis_ef // -mean_ip left_mean.
pose c := (1 - eps) ^+ 2.
have [||f [fn0 f1 fc fw]] := @worst_lower _ _ _ p0 _ E d dN' d1 Phi one cent c.
- by rewrite evE.
- by rewrite !evE.
pose r := norm (p P) f; have r0 : 0 < r by rewrite norm_gt0 //; apply: p0.
have rn0 : r != 0 by rewrite gt_eqF.
have r2 : r ^+ 2 = sqn (p P) f by rewrite norm_sq //; apply: p0.
have m0 : mean (p P) (r^-1 *: f) = 0 by rewrite mean_ip ipZr f1 mulr0.
have sq1 : sqn (p P) (r^-1 *: f) = 1 by rewrite sqnZ -r2 exprVn mulVf // expf_neq0.
have gn0 : r^-1 *: f != 0 by rewrite -(sqn_gt0 p0) sq1 ltr01.
have rho : compatibility P (r^-1 *: f) = 1 - eps.
  apply/eqP; rewrite -(@eqr_expn2 _ 2) ?compatibility_ge0 ?subr_ge0 //; apply/eqP.
  rewrite -rho2_compatibility /rho2 -KX0_form (centred_center m0) sq1 divr1.
  by rewrite -scalemxAr ipZl ipZr -fc -r2 mulrA -invfM -expr2 mulrCA mulVf ?mulr1 // expf_neq0.
have F : in_F P (r^-1 *: f) eps by split=> //; rewrite rho.
have n1 : norm (p P) (r^-1 *: f) = 1 by apply/norm_one; first exact: p0.
exists (r^-1 *: f); split=> //.
have gap2 : 0 < s 1 ^+ 2 - s d.+1 ^+ 2 by rewrite subr_gt0 ltr_sqr ?nnegrE ?s_ge0.
move=> w b; rewrite ler_pdivr_mulr // mulrC.
have := fw (r *: w) (r * b); rewrite !evE /=.
have -> : f - Phi *m (r *: w) - (r * b) *: one = - r *: (Phi *m w + b *: one - r^-1 *: f).
  by rewrite -scalemxAr scaleNr scalerBr scalerDr !scalerA mulfV // scale1r opprB opprD addrA.
rewrite sqnZ sqrrN r2 mulrCA [X in _ <= X]mulrC ler_pmul2r //.
by rewrite sqn_gt0 //; apply: p0.
Qed.

(** Theorem 16, upper half: an encoder that learns the contexture has no worse task. *)
Theorem top_upper d eps (Top : 'M[R]_(N, d)) f : (d < N)%N -> s d.+1 < s 1 -> eps <= 1 ->
  learns P Top -> in_F P f eps -> norm (p P) f = 1 ->
  err_le P Top f ((s 1 ^+ 2 - (1 - eps) ^+ 2) / (s 1 ^+ 2 - s d.+1 ^+ 2)).
Proof.
move=> dN gap e1 lr fF /(norm_one p0) f1; have [S [A [B [AE BE]]]] := learns_factor lr.
pose E := centred_basis S; have form := in_F_form fF e1; case: fF => _ f0 _.
have evE (j : 'I_N) : ev E 0 j = s j.+1 ^+ 2 by rewrite centred_basis_ev.
have topE : top E dN = top_functions d S.
  apply/matrixP => x j; rewrite mxE [RHS]mxE -(centred_basis_ef S) ?columnE; last exact: leq_ltn_trans dN.
  rewrite (column_lt _ (ltn_trans (ltn_ord j) dN)) [RHS]mxE; congr (ef _ _ _); exact: val_inj.
have le_top (j : 'I_N) : ev E 0 j <= s 1 ^+ 2 by rewrite evE s_sq_decreasing.
have [|w] := @worst_upper _ _ _ _ E d dN (s 1 ^+ 2) ((1 - eps) ^+ 2) f le_top.
  by rewrite KX0_form (centred_center f0).
rewrite topE evE f1 mulr1 BE -mulmxA => h; exists (B *m w), 0.
have gap2 : 0 < s 1 ^+ 2 - s d.+1 ^+ 2 by rewrite subr_gt0 ltr_sqr ?nnegrE ?s_ge0.
by rewrite scale0r addr0 -sqnN opprB ler_pdivl_mulr // mulrC.
Qed.
End Worst.
