(** * Labels that are equally likely: the operators of one-hot labels are T T*, up to a factor. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators selfadjoint kyfan ratio centred.
From Contexture Require Import eigenvalues labels orthonormal singular existence expansion encoders optimal extract losses.
From Contexture Require Import meanzero learning span risk biased.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Learning.
Variables (R : rcfType) (N M : nat) (P : context R N M) (d : nat).
Hypothesis dN : (d < N)%N.
Notation p0 := (law_gt0 P).

Lemma eigenvalue_KX0 i : (0 < i <= N)%N -> eigenvalue (KX0 P) i = s P i ^+ 2.
Proof.
case: i => // i iN; have [S _] := system_exists P.
by rewrite (eigenvalueE (centred_basis S) (Ordinal iN)) centred_basis_ev.
Qed.

(** To learn the contexture is to extract the top eigenspace of T T* on functions of mean zero, where s_d > 0. *)
Theorem learns_iff_extracts (Phi : 'M[R]_(N, d)) : 0 < s P d ->
  learns P Phi <-> extracts (law P) (KX0 P) Phi.
Proof.
move=> sd; have sK := KX0_selfadj P; have hK : psd (law P) (KX0 P) := @KX0_psd _ _ _ P.
have same (A B : 'M[R]_d) : A *m B = 1%:M -> learns P (Phi *m A) <-> learns P Phi.
  move=> AB; have back : Phi *m A *m B = Phi by rewrite -mulmxA AB mulmx1.
  split=> -[S [s1 s2]]; exists S; split=> v.
  - by rewrite -{1}back -mulmxA; apply: s1.
  - by have [x ->] := s2 v; exists (A *m x); rewrite mulmxA.
  - by rewrite -mulmxA; apply: s1.
  by have [x ->] := s2 v; exists (B *m x); rewrite mulmxA back.
have go : independent_columns Phi -> cmx P Phi = Phi -> learns P Phi <-> extracts (law P) (KX0 P) Phi.
  move=> ind cPhi; have [A [B [AB g]]] := orthonormalise p0 ind.
  have back : Phi = Phi *m A *m B by rewrite -mulmxA AB mulmx1.
  have oc : orthonormal_centred P (Phi *m A).
    by split=> // j; rewrite -cPhi -cmx_mul cmx_mean.
  rewrite -(same A B AB) (learns_extracts dN oc).
  split; [exact: (extracts_same AB erefl) | exact: (extracts_same (mulmx1C AB) back)].
split=> h.
  have [S [A [B [AE BE]]]] := learns_factor h; have [_ top0] := top_orthonormal S dN.
  apply/go => //; last by rewrite AE cmx_mul (cmx_id top0).
  move=> v Pv; have /(covariance_unit _)/(_ v) := learns_covariance dN h.
  by apply; exists 0; rewrite scale0r.
have [d0|d1] := posnP d.
  by move: Phi h same go; rewrite d0 => Phi h _ _; have [S _] := system_exists P; exists S; split=> v;
    exists 0; rewrite mulmx0 (_ : v = 0) ?mulmx0 //; apply/matrixP => -[].
apply/go => //; first exact: h.1.
have pos : 0 < eigenvalue (KX0 P) d by rewrite eigenvalue_KX0 ?d1 ?(ltnW dN) // exprn_gt0.
have [X XE] := extracts_range p0 sK hK pos h; apply: cmx_id => j.
rewrite XE colE -mulmxA KX0_center mean_ip (selfadjP (KX_selfadj P)) KX_one -mean_ip center_mean.
by [].
Qed.
End Learning.

Section Balanced.
Variables (R : rcfType) (N M : nat) (P : context R N M).
Hypothesis eq : equal_classes P.
Notation pX := (p P).
Let c : R := M%:R^-1.

Lemma equal_q a : q P 0 a = c.
Proof.
have M0 : (M%:R : R) != 0 by rewrite pnatr_eq0 -lt0n (M_gt0 P).
apply: (mulIf M0); rewrite mulVf //; transitivity (\sum_b q P 0 b); last exact: law_sum1.
by rewrite (eq_bigr (fun=> q P 0 a)) ?sumr_const ?card_ord ?mulr_natr // => b _; apply: eq.
Qed.
Lemma equal_diag : diag_mx (q P) = c%:M.
Proof. by apply/matrixP => a b; rewrite [LHS]mxE [RHS]mxE equal_q. Qed.
Lemma c_gt0 : 0 < c. Proof. by rewrite invr_gt0 ltr0n (M_gt0 P). Qed.

Lemma balanced_sandwich (k : 'M[R]_M) :
  T P *m integral_operator (q P) k *m T_star P = c *: (T P *m k *m T_star P).
Proof. by rewrite integral_operatorE equal_diag mul_mx_scalar -scalemxAr -scalemxAl. Qed.

(** The kernel of centred one-hot labels gives T T* on functions of mean zero. *)
Lemma centred_sandwich (v := cmx (dual P) (one_hot : 'M[R]_M)) :
  T P *m integral_operator (q P) (v *m v^T) *m T_star P = c *: KX0 P.
Proof.
have qE : (q P)^T = c *: one by apply/colP => a; rewrite mxE equal_q !mxE mulr1.
have one_Ts : (one : 'cV[R]_M)^T *m T_star P = c^-1 *: pX.
  have := law_T (dual P); rewrite law_dd => <-.
  have -> : law (dual P) = c *: (one : 'cV[R]_M)^T by apply/rowP => a; rewrite equal_q !mxE mulr1.
  by rewrite -scalemxAl scalerA mulVf ?scale1r // gt_eqF // c_gt0.
have Tv : T P *m v = T P - one *m q P.
  by rewrite /v /cmx /one_hot mulmx1 mulmxBr mulmx1 mulmxA (expect1 P).
have vT : v^T *m T_star P = T_star P - one *m pX.
  rewrite /v /cmx /one_hot mulmx1 [(_ - _)^T]linearB /= trmx1 trmx_mul qE mulmxBl mul1mx.
  rewrite -!scalemxAl -(mulmxA one) one_Ts -scalemxAr scalerA mulfV ?scale1r //.
  by rewrite gt_eqF // c_gt0.
rewrite balanced_sandwich mulmxA -mulmxA vT Tv; congr (_ *: _).
rewrite mulmxBl !mulmxBr (mulmxA _ one) (expect1 P) -(mulmxA one) -(mulmxA one (q P)).
have -> : q P *m T_star P = pX by have := law_T (dual P); rewrite law_dd.
have -> : q P *m (one *m pX) = pX by rewrite mulmxA (law_one (dual P)) mul1mx.
by rewrite subrr subr0.
Qed.

(** The weighted risk is the risk, up to a factor. *)
Theorem balanced_minimises d (Phi : 'M[R]_(N, d)) : (0 < d < N)%N -> 0 < s P d ->
  minimises_balanced P Phi <-> learns P (cmx P Phi).
Proof.
case/andP=> d1 dN sd; pose r : R := (Num.sqrt c)^-1.
have r0 : 0 < r by rewrite invr_gt0 sqrtr_gt0 c_gt0.
have lossE (F : 'M[R]_(N, d)) Wb : balanced_loss P F Wb = r * supervised_biased_loss P one_hot F Wb.
  rewrite /balanced_loss /supervised_biased_loss /square_loss mulr_sumr; apply: eq_bigr => x _.
  rewrite mulr_sumr; apply: eq_bigr => a _; rewrite equal_q -/r.
  by rewrite mulrA mulrC.
have riskE (F : 'M[R]_(N, d)) t : risk_is (balanced_loss P (d := d)) F (r * t) <->
    risk_is (supervised_biased_loss P one_hot) F t.
  split=> -[[W [_ e]] low]; split.
  - by exists W; split=> //; apply: (mulfI (lt0r_neq0 r0)); rewrite -lossE.
  - by move=> W' _; have := low W' I; rewrite lossE ler_pmul2l.
  - by exists W; split=> //; rewrite lossE e.
  by move=> W' _; rewrite lossE ler_pmul2l // low.
have minE : minimises_balanced P Phi <-> minimises_supervised_biased P one_hot Phi.
  split=> -[t [ht low]].
    exists (r^-1 * t); have e : t = r * (r^-1 * t) by rewrite mulVKf // gt_eqF.
    split; first by apply/riskE; rewrite -e.
    by move=> F t' /riskE/low; rewrite {1}e ler_pmul2l.
  exists (r * t); split; first exact/riskE.
  move=> F t' h; have e : t' = r * (r^-1 * t') by rewrite mulVKf // gt_eqF.
  by rewrite e ler_pmul2l //; apply: (low F); apply/riskE; rewrite -e.
have HE := target_sandwich P (cmx (dual P) (one_hot : 'M[R]_M)); rewrite centred_sandwich in HE.
have ev : 0 < eigenvalue (KX0 P) d by rewrite eigenvalue_KX0 ?d1 ?(ltnW dN) // exprn_gt0.
rewrite minE (learns_iff_extracts dN _ sd) -(extracts_scale _ _ _ c_gt0) HE.
apply: biased_minimises; first exact: ltnW.
rewrite -HE; case: d d1 ev {dN sd Phi lossE riskE minE} => // d _ ev.
by rewrite (eigenvalue_scale _ (law_gt0 P) (KX0_selfadj P)) ?mulr_gt0 // c_gt0.
Qed.
End Balanced.
