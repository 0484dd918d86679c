(* statement: sha256:48685e6e1765879fc6176f0c929302324ce2c1616a4407ce2efd6cf2219a9ffa *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements geometry operators spectral kernelbasis errors losses smoothness.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Smoothness.
Variables (R : rcfType) (d M : nat) (P : context R d.+1 M).
Notation D := (diag_mx (p P)).

(** For all numbers of points, d + 1: e_1 .. e_d are orthogonal functions of mean zero, so a basis of those; *)
(** t = V V^T for functions V of mean zero, and has rank d. The statement is d = 2, with V = centred(U). *)
(** That s is non-decreasing is its hypothesis for e_1 and e_2, and is not needed. *)
Theorem stkr_smoothness_amended (e V : 'M[R]_(d.+1, d)) (s : 'I_d -> R) : let t := V *m V^T in
  (forall j, mean (p P) (col j e) = 0) -> (forall j, 0 < norm (p P) (col j e)) ->
  (forall i j, i != j -> ip (p P) (col i e) (col j e) = 0) ->
  (forall j, mean (p P) (col j V) = 0) -> \rank t = d ->
  (forall j, smoothness_is (p P) t (col j e) (s j)) ->
  (forall (i j : 'I_d) r, (i < j)%N -> smoothness_is (p P) t (col i e + col j e) r <-> smoothness_is (p P) t (col i e - col j e) r) ->
  t = \sum_j (s j / sqn (p P) (col j e)) *: (col j e *m (col j e)^T).
Proof.
move=> t em en eo Vm tr sE same; have p0 := law_gt0 P.
have nn j : 0 < sqn (p P) (col j e).
  by rewrite sqn_gt0 //; apply: contraL (en j) => /eqP ->; rewrite /norm /sqn ip0l sqrtr0 ltxx.
have Vfree : row_free V^T.
  rewrite /row_free eqn_leq rank_leq_row /= mxrank_tr -[X in (X <= _)%N]tr.
  exact: mxrankM_maxl.
have [X VX] := row_freeP Vfree.
have XV : X^T *m V = 1%:M by apply: trmx_inj; rewrite trmx_mul trmxK trmx1.
have zero (F : 'M[R]_(d.+1, d)) : (forall j, mean (p P) (col j F) = 0) -> (F^T <= kermx (p P)^T)%MS.
  move=> F0; apply/sub_kermxP; apply/matrixP => i j; rewrite mxE [RHS]mxE -[RHS](F0 i); apply: eq_bigr => x _.
  by rewrite [F^T _ _]mxE [(p P)^T _ _]mxE [col _ _ _ _]mxE (ord1 j) mulrC.
have rk : \rank (kermx (p P)^T) = d.
  rewrite mxrank_ker mxrank_tr; have -> : \rank (p P) = 1%N; last by rewrite subSS subn0.
  apply/eqP; rewrite eqn_leq rank_leq_row lt0n mxrank_eq0; apply/eqP => /rowP/(_ ord0).
  by rewrite [X in _ = X]mxE => z; have := p0 ord0; rewrite z ltxx.
have span : (e^T <= V^T)%MS.
  apply: submx_trans (zero _ em) _; rewrite -(geq_leqif (mxrank_leqif_sup (zero _ Vm))) rk.
  by rewrite (eqP Vfree).
have [A' eA'] := submxP span; pose A := A'^T.
have eA : e = V *m A by apply: trmx_inj; rewrite trmx_mul trmxK eA'.
clear eA'; clearbody A; pose G := A^T *m A.
have gramE i j : G i j = \sum_k A k i * A k j by rewrite mxE; apply: eq_bigr => k _; rewrite mxE.
have GE : A^T *m A = G by [].
clearbody G.
(* the smoothness of e b is ||e b||^2 / b^T G b *)
have formE (b : 'cV[R]_d) r : smoothness_is (p P) t (e *m b) r <-> r = sqn (p P) (e *m b) / (b^T *m G *m b) 0 0.
  have inr : e *m b = t *m (X *m (A *m b)) by rewrite eA /t -!mulmxA (mulmxA V^T) VX mul1mx.
  have val c : e *m b = t *m c -> (c^T *m t *m c) 0 0 = (b^T *m G *m b) 0 0.
    move=> h; have VcE : V^T *m c = A *m b.
      by rewrite -[V^T *m c]mul1mx -XV -mulmxA (mulmxA V) -h eA -mulmxA mulmxA XV mul1mx.
    have -> : c^T *m t *m c = (V^T *m c)^T *m (V^T *m c) by rewrite /t trmx_mul trmxK !mulmxA.
    by rewrite VcE trmx_mul -GE !mulmxA.
  split=> [[[c [h ->]]|[no _]]|->]; first by rewrite (val c h).
    by case: no; exists (X *m (A *m b)).
  by left; exists (X *m (A *m b)); split=> //; rewrite (val _ inr).
have sG j : s j = sqn (p P) (col j e) / G j j.
  have := (formE (delta_mx j 0) (s j)).1; rewrite -colE => h; rewrite h //.
  by rewrite trmx_delta -rowE -colE !mxE.
have Gs i j : G j i = G i j by rewrite !gramE; apply: eq_bigr => k _; rewrite mulrC.
have off_lt (i j : 'I_d) : (i < j)%N -> G i j = 0.
  move=> lt; have ij : i != j by apply: contraL lt => /eqP ->; rewrite ltnn.
  have ji : j != i by rewrite eq_sym.
  pose u : 'cV[R]_d := delta_mx i 0; pose v : 'cV[R]_d := delta_mx j 0.
  have bil (a b : 'I_d) : ((delta_mx a 0 : 'cV[R]_d)^T *m G *m (delta_mx b 0 : 'cV[R]_d)) 0 0 = G a b.
    by rewrite trmx_delta -rowE -colE !mxE.
  have expand c : ((u + c *: v)^T *m G *m (u + c *: v)) 0 0 = G i i + c ^+ 2 * G j j + 2%:R * c * G i j.
    rewrite [(u + c *: v)^T]linearD /= [(c *: v)^T]linearZ /= !mulmxDl !mulmxDr -!scalemxAl -!scalemxAr.
    have := bil i i; have := bil i j; have := bil j i; have := bil j j; rewrite -/u -/v (Gs i j).
    move: (u^T *m G *m u) (u^T *m G *m v) (v^T *m G *m u) (v^T *m G *m v) => m1 m2 m3 m4 h4 h3 h2 h1.
    by rewrite !mxE h1 h2 h3 h4; mring.
  have sq c : c ^+ 2 = 1 -> sqn (p P) (e *m (u + c *: v)) = sqn (p P) (col i e) + sqn (p P) (col j e).
    by move=> c2; rewrite mulmxDr -scalemxAr -!colE sqnD sqnZ c2 mul1r ipZr eo // !mulr0 addr0.
  have [plus minus] : e *m (u + 1 *: v) = col i e + col j e /\ e *m (u + (-1) *: v) = col i e - col j e.
    by rewrite !mulmxDr -!scalemxAr -!colE scale1r scaleN1r.
  have h1 := (formE (u + 1 *: v) _).2 erefl; rewrite plus in h1.
  have := (same i j _ lt).1 h1; rewrite -minus => /(formE _ _).1.
  rewrite -plus !sq ?expr1n ?sqrrN ?expr1n // !expand; set m := sqn _ _ + _ => /mulfI.
  have m0 : m != 0 by rewrite gt_eqF // addr_gt0.
  move=> /(_ m0)/invr_inj; rewrite sqrrN expr1n !mul1r mulr1 mulrN1 mulNr => /addrI/eqP.
  by rewrite -subr_eq0 opprK -mulrDl -natrD mulf_eq0 pnatr_eq0 => /eqP.
have off i j : i != j -> G i j = 0.
  by move=> ij; have [/off_lt //|/off_lt h|/val_inj e'] := ltngtP i j; [rewrite -Gs | rewrite e' eqxx in ij].
have Gd : G = diag_mx (\row_j G j j).
  apply/matrixP => i j; rewrite [RHS]mxE; have [->|ij] := eqVneq i j; first by rewrite mxE mulr1n.
  by rewrite mulr0n off.
have AX : A = X^T *m e by rewrite eA mulmxA XV mul1mx.
have ee : e^T *m D *m e = diag_mx (\row_j sqn (p P) (col j e)).
  apply/matrixP => i j; rewrite ip_gram [RHS]mxE; have [->|ij] := eqVneq i j; first by rewrite mxE mulr1n.
  by rewrite mulr0n eo.
have Au : A \in unitmx.
  have : e^T *m D *m e \in unitmx.
    rewrite ee unitmxE det_diag unitfE; apply/prodf_neq0 => j _; rewrite mxE gt_eqF //.
  by rewrite [X in _ *m X]eA mulmxA unitmx_mul => /andP[_ ->].
have Gu : G \in unitmx by rewrite -GE unitmx_mul unitmx_tr Au.
have Gj j : G j j != 0.
  by have := Gu; rewrite {1}Gd unitmxE det_diag unitfE => /prodf_neq0/(_ j isT); rewrite mxE.
have inv : A *m diag_mx (\row_j (G j j)^-1) *m A^T = 1%:M.
  apply: mulmx1C; rewrite mulmxA GE {1}Gd; apply/matrixP => i j; rewrite mul_mx_diag !mxE.
  by have [->|ij] := eqVneq i j; rewrite ?mulr1n ?divff // !mulr0n mul0r.
have tE : t = e *m diag_mx (\row_j (G j j)^-1) *m e^T.
  by rewrite eA trmx_mul -!mulmxA (mulmxA (diag_mx _)) (mulmxA A) (mulmxA A (diag_mx _)) inv mul1mx.
rewrite tE; apply/matrixP => x y; rewrite [LHS]mxE [RHS]summxE; apply: eq_bigr => j _.
have -> : s j / sqn (p P) (col j e) = (G j j)^-1 by rewrite sG mulrAC divff ?gt_eqF // mul1r.
by rewrite mul_mx_diag !mxE big_ord1 !mxE; mring.
Qed.
End Smoothness.

(** ** The statement as generated *)
Theorem stkr_smoothness_amended_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P f g l1 l2 U e1 t [N3 _]; subst N => n1 e2 [nz n2] rt [_ [tpsd [_ [s [sP [_ [s' [s'P ss']]]]]]]].
move=> [[_ [z1 [s1 [s1P [_ [z2 [s2 s2P]]]]]]] _]; have p0 := law_gt0 P.
have z22 : ip (p P) e2 e2 != 0 by rewrite gt_eqF // -/(sqn _ e2) sqn_gt0 //; exact: p0.
do 2 split=> //; exists s1; do 4 split=> //; exists s2; do 2 split=> //.
have mean0 (h : 'cV[R]_3) : mean (p P) (centred_encoder P h) = 0.
  by rewrite -(cmx_mean P h 0); congr mean; apply/colP => x; rewrite [RHS]mxE.
have orth : ip (p P) e1 e2 = 0 by rewrite ipC ipBl ipZl divfK // subrr.
have mean1 : mean (p P) e1 = 0 := mean0 f.
have mean2 : mean (p P) e2 = 0 by rewrite mean_ip ipBr ipZr -!mean_ip mean0 mean1 mulr0 subrr.
pose e : 'M[R]_(3, 2) := \matrix_(x, j) (if j == 0 then e1 else e2) x 0.
have eE j : col j e = if j == 0 then e1 else e2 by apply/colP => x; rewrite !mxE.
rewrite [LHS](@stkr_smoothness_amended R 2 M P e (centred_encoder P U) (fun j => if j == 0 then s1 else s2)).
- by rewrite !big_ord_recl big_ord0 addr0 !eE /= !scalemxAl.
- by move=> j; rewrite eE; case: ifP.
- by move=> j; rewrite eE; case: ifP.
- by move=> [[|[|//]] ?] [[|[|//]] ?] // _; rewrite !eE //= ipC.
- exact: cmx_mean.
- exact: rt.
- by move=> j; rewrite eE; case: ifP.
move=> [[|[|//]] ?] [[|[|//]] ?] r // _; rewrite !eE /= -/t.
split=> rP; first by rewrite (smoothness_unique tpsd.1 rP sP) ss'.
by rewrite (smoothness_unique tpsd.1 rP s'P) -ss'.
Qed.
