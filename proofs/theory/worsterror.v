(** * Every encoder has a worst error: some task of F_eps has the greatest. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators selfadjoint ratio centred vocabulary encoders errors.
From Contexture Require Import singular existence expansion strict constrained.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section WorstError.
Variables (R : rcfType) (N M d : nat) (P : context R N M) (Phi : 'M[R]_(N, d)) (eps : R).
Notation pX := (law P). Notation D := (diag_mx pX). Notation one := (one : 'cV[R]_N).
Notation p0 := (law_gt0 P). Notation Q := (unexplained P Phi).
Implicit Types f g : 'cV[R]_N.

(** The error of the best probe is |Q f|^2. *)
Lemma err_attained f : mean pX f = 0 -> err_le P Phi f (sqn pX (Q *m f)).
Proof.
move=> f0; have [||w wE] := @explained_span _ _ _ P d Phi (f - Q *m f).
- by rewrite mean_ip ipBr -!mean_ip f0 Q_mean subrr.
- by rewrite mulmxBr mulmxA (Q_projector P Phi).1 subrr.
have cE : Phi *m w + - (pX *m Phi *m w) 0 0 *: one = cmx P Phi *m w.
  rewrite /cmx mulmxBl scaleNr; congr (_ - _).
  by rewrite -[RHS]mulmxA [pX *m Phi *m w in RHS]mx11_scalar [RHS]mul_mx_scalar.
by exists w, (- (pX *m Phi *m w) 0 0); rewrite cE -wE addrAC subrr sub0r sqnN.
Qed.

(** The constraint: c |f|^2 <= |T* f|^2 and mean zero, for c = (1 - eps)^2. *)
Notation c := ((1 - eps) ^+ 2).
Let J : 'M[R]_N := one *m pX.
Let B : 'M[R]_N := KX0 P - c%:M - J.

Fact selfadj_mean : selfadj pX J.
Proof.
have Done : D *m one = pX^T by apply/matrixP => x j; rewrite mul_diag_mx !mxE mulr1.
by rewrite /selfadj /J trmx_mul mulmxA Done -mulmxA -[D]tr_diag_mx -trmx_mul Done trmxK.
Qed.

Fact form_mean f : ip pX f (B *m f) = ip pX f (KX0 P *m f) - c * sqn pX f - mean pX f ^+ 2.
Proof.
rewrite /B /J 2!mulmxBl 2!ipBr mul_scalar_mx ipZr -mulmxA mean_mx mul_mx_scalar ipZr [ip _ _ one]ipC -mean_ip.
by rewrite expr2.
Qed.

(** mu_1 is in F_eps. *)
Fact some_in_F : (1 < N)%N -> 1 - s P 1 <= eps -> eps <= 1 -> exists f, in_F P f eps.
Proof.
move=> N1 e_ge e1; have [S _] := system_exists P; exists (mu S 1).
have m1 : sqn pX (mu S 1) = 1 by rewrite /sqn left_ip.
apply: form_in_F => //; first by rewrite -(sqn_gt0 p0) m1 ltr01.
  by rewrite left_mean.
rewrite -quadratic_form KX_mu ipZr -/(sqn _ _) m1 !mulr1 ler_sqr ?nnegrE ?s_ge0 ?subr_ge0 //.
by rewrite ler_subl_addr addrC -ler_subl_addr.
Qed.

Theorem worst_error_exists : (1 < N)%N -> 1 - s P 1 <= eps -> eps <= 1 -> exists e, worst_error_is P Phi eps e.
Proof.
move=> N1 e_ge e1; have [f1 f1F] := some_in_F N1 e_ge e1.
have sB : selfadj pX B.
  apply: selfadjB selfadj_mean; apply: selfadjB; [exact: KX0_selfadj | exact: selfadj_scalar].
have inside f : in_F P f eps -> 0 <= ip pX f (B *m f).
  move=> fF; have := in_F_form fF e1; case: fF => _ f0 _.
  by rewrite form_mean KX0_form (centred_center f0) f0 expr0n subr0 subr_ge0.
have [|f [fn bf best]] := constrained_max p0 (Q_projector P Phi).2 sB.
  by exists f1; split; [case: f1F | apply: inside].
pose h := center pX f; have h0 : mean pX h = 0 := center_mean P f.
have fE : f = h + mean pX f *: one.
  by rewrite /h /center; apply/matrixP => i j; rewrite !mxE mulr1 subrK.
have sqE : sqn pX f = sqn pX h + mean pX f ^+ 2.
  by rewrite {1}fE sqnD sqnZ sqn_one ipZr [ip _ _ one]ipC -mean_ip h0 !mulr0 mulr1 addr0.
have QE : Q *m f = Q *m h by rewrite fE mulmxDr -scalemxAr Q_one scaler0 addr0.
rewrite form_mean KX0_form -/h sqE in bf.
have form_h : c * sqn pX h <= sqn (law (dual P)) (T_star P *m h).
  rewrite -subr_ge0; apply: le_trans bf _; rewrite -subr_ge0.
  rewrite (_ : _ - _ = (c + 1) * mean pX f ^+ 2); first by rewrite mulr_ge0 ?addr_ge0 ?sqr_ge0 ?ler01.
  by move: (sqn pX h) (sqn _ _) => X Y; ring.
have hn : h != 0.
  apply: contraNneq fn => hz; move: bf; rewrite hz mulmx0 /sqn !ip0l !add0r.
  rewrite -opprD -[X in _ + X]mul1r -mulrDl oppr_ge0 pmulr_rle0 ?ltr_paddl ?sqr_ge0 ?ltr01 // => m2.
  have m0 : mean pX f ^+ 2 == 0 by rewrite eq_le m2 sqr_ge0.
  by rewrite fE hz; rewrite sqrf_eq0 in m0; rewrite (eqP m0) scale0r addr0.
pose r := norm pX h; have r0 : 0 < r by rewrite norm_gt0 //; apply: p0.
have r2 : r ^+ 2 = sqn pX h by rewrite norm_sq //; apply: p0.
pose k := r^-1 *: h; have k1 : sqn pX k = 1 by rewrite sqnZ -r2 exprVn mulVf // expf_neq0 // gt_eqF.
have k0 : mean pX k = 0 by rewrite mean_ip ipZr -mean_ip h0 mulr0.
have kF : in_F P k eps.
  apply: form_in_F => //; first by rewrite -(sqn_gt0 p0) k1 ltr01.
  by rewrite -scalemxAr !sqnZ mulrCA ler_wpmul2l ?sqr_ge0.
exists (sqn pX (Q *m k)); split=> [g gF g1|].
  have [_ g0 _] := gF; have [w [b le]] := err_attained g0; exists w, b; apply: le_trans le _.
  have := best g (inside g gF); rewrite !(projector_sqn _ (Q_projector P Phi)) QE.
  move/(norm_one p0): g1 => ->; rewrite mulr1 => le.
  rewrite -scalemxAr sqnZ exprVn r2 mulrC ler_pdivl_mulr ?sqn_gt0 //; last exact: p0.
  apply: le_trans le; rewrite ler_wpmul2l ?sqn_ge0 //; first exact: p0.
  by rewrite sqE ler_addl sqr_ge0.
exists k; split=> //; first by apply/norm_one; first exact: p0.
by move=> w b; apply: err_unexplained; exists w, b.
Qed.
End WorstError.
