(** * The spectral theorem over a real closed field (absent from Debian's   *)
(** MathComp 1.15): every self-adjoint operator has an orthonormal basis.   *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From mathcomp Require Import complex.
From Contexture Require Import context geometry selfadjoint kyfan.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section RealEigenvector.
Variable R : rcfType.

Lemma dotxx_eq0 n (u : 'rV[R]_n) : ((u *m u^T) 0 0 == 0) = (u == 0).
Proof.
apply/idP/eqP=> [|->]; last by rewrite mul0mx mxE.
rewrite mxE psumr_eq0 => [/allP h|j _]; last by rewrite mxE -expr2 sqr_ge0.
apply/rowP => j; have := h j (mem_index_enum _).
by rewrite /= !mxE -expr2 sqrf_eq0 => /eqP.
Qed.
Lemma dotxx_ge0 n (u : 'rV[R]_n) : 0 <= (u *m u^T) 0 0.
Proof. by rewrite mxE sumr_ge0 // => j _; rewrite mxE -expr2 sqr_ge0. Qed.

Lemma sym_real_eigen n (A : 'M[R]_n.+1) : A^T = A ->
  exists b (u : 'rV[R]_n.+1), u != 0 /\ u *m A = b *: u.
Proof.
move=> sA; have [|a] := @Theorem7' R n.+1 (map_mx (real_complex R) A); first by [].
case/eigenvalueP => v vA v0; case: a vA => b c vA.
pose u := map_mx (@complex.Re R) v; pose w := map_mx (@complex.Im R) v.
have re : u *m A = b *: u - c *: w.
  apply/rowP => j; transitivity (complex.Re ((v *m map_mx (real_complex R) A) 0 j)).
    rewrite [LHS]mxE [in RHS]mxE raddf_sum; apply: eq_bigr => i _.
    by rewrite /u !mxE; case: (v 0 i) => x y /=; rewrite mulr0 subr0.
  by rewrite vA !mxE; case: (v 0 j).
have im : w *m A = b *: w + c *: u.
  apply/rowP => j; transitivity (complex.Im ((v *m map_mx (real_complex R) A) 0 j)).
    rewrite [LHS]mxE [in RHS]mxE raddf_sum; apply: eq_bigr => i _.
    by rewrite /w !mxE; case: (v 0 i) => x y /=; rewrite mulr0 add0r.
  by rewrite vA !mxE; case: (v 0 j) => x y /=.
have uw0 : (u != 0) || (w != 0).
  rewrite -negb_and; apply: contra v0 => /andP[/eqP u0 /eqP w0].
  apply/eqP/rowP => j; rewrite mxE; have /rowP/(_ j) := u0; have /rowP/(_ j) := w0.
  by rewrite !mxE; case: (v 0 j) => x y /= -> ->.
have c0 : c = 0.
  have e : (u *m A *m w^T) 0 0 = (w *m A *m u^T) 0 0.
    rewrite -[in RHS](trmxK (w *m A *m u^T)) [RHS]mxE; congr (fun_of_matrix _ _ _).
    by rewrite !trmx_mul !trmxK sA mulmxA.
  have wu : (w *m u^T) 0 0 = (u *m w^T) 0 0.
    by rewrite -[u *m w^T]trmxK trmx_mul trmxK [RHS]mxE.
  have lin (x y z : 'rV[R]_n.+1) s t : ((s *: x + t *: y) *m z^T) 0 0
      = s * (x *m z^T) 0 0 + t * (y *m z^T) 0 0.
    rewrite mulmxDl -!scalemxAl; move: (x *m _) (y *m _) => X Y.
    by rewrite !mxE.
  move: e; rewrite re im -scaleNr !lin wu mulNr => /eqP.
  rewrite -subr_eq0 opprD addrACA subrr add0r -opprD oppr_eq0 -mulrDr mulf_eq0.
  case/orP=> [/eqP //|]; rewrite paddr_eq0 ?dotxx_ge0 // !dotxx_eq0.
  by case/andP=> /eqP w0 /eqP u0; move: uw0; rewrite w0 u0 eqxx.
move: re im; rewrite c0 !scale0r subr0 addr0 => re im; exists b.
by case/orP: uw0 => ?; [exists u | exists w].
Qed.

Lemma householder n (q : 'rV[R]_n.+1) : (q *m q^T) 0 0 = 1 ->
  exists H : 'M[R]_n.+1, [/\ H^T = H, H *m H = 1%:M & delta_mx 0 0 *m H = q].
Proof.
move=> qq; pose e : 'rV[R]_n.+1 := delta_mx 0 0; pose v := e - q.
have [v0|v0] := eqVneq v 0.
  exists 1%:M; rewrite trmx1 !mulmx1; split=> //.
  by apply/eqP; rewrite -subr_eq0 -/e -/v v0.
pose s := (v *m v^T) 0 0; have s0 : s != 0 by rewrite dotxx_eq0.
have ex (x : 'rV[R]_n.+1) : (e *m x^T) 0 0 = x 0 0 by rewrite -rowE !mxE.
have ev : (e *m v^T) 0 0 = s / 2%:R.
  have -> : s = (e *m v^T) 0 0 - (q *m v^T) 0 0 by rewrite /s {1}/v mulmxBl !mxE.
  have -> : (q *m v^T) 0 0 = - (e *m v^T) 0 0.
    have -> : (q *m v^T) 0 0 = (q *m e^T) 0 0 - (q *m q^T) 0 0.
      by rewrite /v [(_ - _)^T]linearB /= mulmxBr !mxE.
    have -> : (q *m e^T) 0 0 = (e *m q^T) 0 0.
      by rewrite -[q *m e^T]trmxK trmx_mul trmxK [LHS]mxE.
    by rewrite qq !ex /v !mxE eqxx opprB.
  by rewrite opprK -mulr2n -mulr_natr mulfK ?pnatr_eq0.
have vv : v *m v^T = s%:M.
  by apply/matrixP => i j; rewrite !ord1 /s [RHS]mxE eqxx mulr1n.
pose c := 2%:R / s; exists (1%:M - c *: (v^T *m v)); split.
- by rewrite [(_ - _)^T]linearB /= trmx1 [(_ *: _)^T]linearZ /= trmx_mul trmxK.
- have MM : v^T *m v *m (v^T *m v) = s *: (v^T *m v).
    by rewrite -mulmxA (mulmxA v) vv mul_scalar_mx -scalemxAr.
  move: (v^T *m v) MM => M MM.
  rewrite mulmxBr mulmx1 mulmxBl mul1mx -scalemxAl -scalemxAr MM !scalerA.
  have -> : c * c * s = c + c by rewrite -mulrA {2}/c divfK // mulr_natr mulr2n.
  by rewrite scalerDl opprB addrK subrK.
- rewrite mulmxBr mulmx1 -scalemxAr mulmxA -/e.
  have -> : e *m v^T = (s / 2%:R)%:M.
    by apply/matrixP => i j; rewrite !ord1 ev [RHS]mxE eqxx mulr1n.
  rewrite mul_scalar_mx scalerA (_ : c * _ = 1) ?scale1r.
    by rewrite /v opprB addrC subrK.
  by rewrite /c mulrA divfK // divff ?pnatr_eq0.
Qed.

Theorem spectral n (A : 'M[R]_n) : A^T = A ->
  exists (Q : 'M[R]_n) (l : 'rV[R]_n), Q *m Q^T = 1%:M /\ Q *m A = diag_mx l *m Q.
Proof.
elim: n A => [|n IH] A sA.
  by exists 1%:M, 0; split; apply/matrixP; case.
have [b [u [u0 uA]]] := sym_real_eigen sA.
pose t := (u *m u^T) 0 0.
have t0 : 0 < t by rewrite lt_def dotxx_eq0 u0 dotxx_ge0.
pose q := (Num.sqrt t)^-1 *: u.
have qq : (q *m q^T) 0 0 = 1.
  rewrite /q [(_ *: _)^T]linearZ /= -scalemxAl -scalemxAr scalerA mxE -/t.
  by rewrite -invfM -expr2 sqr_sqrtr ?ltW // mulVf // gt_eqF.
have qA : q *m A = b *: q by rewrite -scalemxAl uA !scalerA mulrC.
have [H [Hs HH eH]] := householder qq.
have [B HB] : exists B : 'M[R]_(1 + n), B = H *m A *m H by exists (H *m A *m H).
have Bs : B^T = B by rewrite HB !trmx_mul Hs sA mulmxA.
have eB : delta_mx 0 0 *m B = b *: (delta_mx 0 0 : 'rV[R]_(1 + n)).
  by rewrite HB !mulmxA eH qA -scalemxAl -eH -mulmxA HH mulmx1.
have row0 j : B 0 j = b *+ (j == 0).
  by have /rowP/(_ j) := eB; rewrite -rowE !mxE eqxx /= mulr_natr => ->; rewrite eq_sym.
have row0' (j : 'I_n) : B 0 (rshift 1 j) = 0 by rewrite row0 mulr0n.
have urB : ursubmx B = 0 by apply/matrixP => i j; rewrite !mxE (ord1 i) lshift0 row0'.
have dlB : dlsubmx B = 0.
  by apply: trmx_inj; rewrite trmx_dlsub Bs urB trmx0.
have ulB : ulsubmx B = b%:M.
  by apply/matrixP => i j; rewrite !mxE (ord1 i) (ord1 j) !lshift0 row0 eqxx.
have drB : (drsubmx B)^T = drsubmx B by rewrite trmx_drsub Bs.
have [Q' [l' [QQ QA]]] := IH _ drB.
have EB : B = block_mx b%:M 0 0 (drsubmx B) by rewrite -[LHS]submxK ulB urB dlB.
pose W : 'M[R]_(1 + n) := block_mx 1%:M 0 0 Q'.
pose L : 'rV[R]_(1 + n) := row_mx (const_mx b) l'.
have WW : W *m W^T = 1%:M.
  rewrite /W tr_block_mx !trmx0 trmx1 mulmx_block !mulmx0 !mul0mx !addr0 !add0r.
  by rewrite mulmx1 QQ -scalar_mx_block.
have WB : W *m B = diag_mx L *m W.
  rewrite EB /W diag_mx_row !mulmx_block !mulmx0 !mul0mx !addr0 !add0r mul1mx.
  rewrite QA mulmx1; congr (block_mx _ _ _ _).
  by apply/matrixP => i j; rewrite !mxE.
exists (W *m H), L; split.
  by rewrite trmx_mul Hs mulmxA -(mulmxA W) HH mulmx1.
by rewrite mulmxA -WB HB -!mulmxA HH mulmx1.
Qed.

(** Sorting the eigenvalues. *)
Lemma sorted_perm n (l : 'I_n -> R) :
  exists s : 'I_n -> 'I_n, bijective s /\
    forall i j : 'I_n, (i <= j)%N -> l (s j) <= l (s i).
Proof.
pose r (i j : 'I_n) := l j <= l i; pose t := sort r (enum 'I_n).
have szt : size t = n by rewrite size_sort size_enum_ord.
have ut : uniq t by rewrite sort_uniq enum_uniq.
pose s (i : 'I_n) := nth i t i.
have s_inj : injective s.
  move=> i j /eqP; rewrite /s (set_nth_default j) ?szt ?ltn_ord // => /eqP e.
  apply/val_inj/eqP; rewrite -(nth_uniq j _ _ ut) ?szt ?ltn_ord //; exact/eqP.
exists s; split; first exact: injF_bij.
move=> i j ij; have st : sorted r t by apply: sort_sorted => a b; apply: le_total.
have tr : transitive r by move=> a b c h1 h2; apply: le_trans h1.
have rr : reflexive r by move=> a; apply: lexx.
have := sorted_leq_nth tr rr i st.
move=> /(_ i j); rewrite !inE !szt => /(_ (ltn_ord _) (ltn_ord _) ij).
by rewrite /r /s -(set_nth_default j i) // szt ltn_ord.
Qed.

Theorem eigenbasis_exists n (p : 'rV[R]_n) (K : 'M[R]_n) :
  (forall x, 0 < p 0 x) -> selfadj p K -> exists E : eigenbasis p K, True.
Proof.
move=> p_gt0 sK.
pose r := diag_mx (\row_x Num.sqrt (p 0 x)); pose ri := diag_mx (\row_x (Num.sqrt (p 0 x))^-1).
have sq x : Num.sqrt (p 0 x) * Num.sqrt (p 0 x) = p 0 x.
  by rewrite -expr2 sqr_sqrtr // ltW.
have sn x : Num.sqrt (p 0 x) != 0 by rewrite sqrtr_eq0 -ltNge.
have rr : r *m r = diag_mx p.
  by apply/matrixP => i j; rewrite mul_mx_diag !mxE; case: eqP => [->|_]; rewrite ?mul0r ?sq.
have rir : ri *m r = 1%:M.
  apply/matrixP => i j; rewrite mul_mx_diag !mxE.
  by case: eqP => [->|_]; rewrite ?mul0r // mulVf.
have rri : r *m ri = 1%:M by apply: mulmx1C.
have [S HS] : exists S, S = r *m K *m ri by exists (r *m K *m ri).
have sS : S^T = S.
  rewrite HS !trmx_mul !tr_diag_mx -/r -/ri.
  rewrite -[r *m K]mul1mx -rir -!mulmxA (mulmxA r r) rr (mulmxA (diag_mx p)) sK.
  by rewrite -rr -!mulmxA rri mulmx1.
have [Q [l [QQ QS]]] := spectral sS.
have [s [s_bij s_sorted]] := sorted_perm (fun j => l 0 j).
pose E0 := ri *m Q^T.
have E0o : E0^T *m diag_mx p *m E0 = 1%:M.
  by rewrite /E0 trmx_mul trmxK tr_diag_mx -/ri -rr !mulmxA -(mulmxA Q) rir mulmx1
    -(mulmxA Q) rri mulmx1.
have E0e : K *m E0 = E0 *m diag_mx l.
  have SQ : S *m Q^T = Q^T *m diag_mx l.
    by apply: trmx_inj; rewrite !trmx_mul trmxK tr_diag_mx sS.
  by rewrite /E0 -[in RHS]mulmxA -SQ HS !mulmxA rir mul1mx.
pose E := \matrix_(i, j) E0 i (s j).
have eo : E^T *m diag_mx p *m E = 1%:M.
  apply/matrixP => i j; rewrite ip_gram.
  have cE k : col k E = col (s k) E0 by apply/colP => x; rewrite !mxE.
  by rewrite !cE -ip_gram E0o !mxE (inj_eq (bij_inj s_bij)).
have ee : K *m E = E *m diag_mx (\row_j l 0 (s j)).
  apply/matrixP => i j; rewrite mul_mx_diag [RHS]mxE [E i j]mxE [(\row_j _) _ _]mxE.
  have /matrixP/(_ i (s j)) := E0e; rewrite mul_mx_diag [RHS]mxE => <-.
  by rewrite !mxE; apply: eq_bigr => k _; rewrite !mxE.
have es (i j : 'I_n) : (i <= j)%N ->
    (\row_j l 0 (s j)) 0 j <= (\row_j l 0 (s j) : 'rV[R]_n) 0 i.
  by rewrite !mxE; apply: s_sorted.
by exists (Eigenbasis eo ee es).
Qed.
End RealEigenvector.
