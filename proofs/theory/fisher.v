(** * Linear discriminants: the scatter of classes in covariances.           *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators selfadjoint ratio centred.
From Contexture Require Import labels orthonormal singular encoders losses biased pencil.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Moments.
Variables (R : rcfType) (N M : nat) (P : context R N M).
Notation pX := (law P). Notation pA := (law (dual P)).
Implicit Types (f : 'cV[R]_N) (g h : 'cV[R]_M).

(** Two functions at an independent pair: twice the covariance. *)
Lemma pair_moment f f' :
  \sum_x \sum_y pX 0 x * pX 0 y * ((f x 0 - f y 0) * (f' x 0 - f' y 0)) = 2%:R * ip pX (center pX f) (center pX f').
Proof.
have [m0 m0'] := (center_mean P f, center_mean P f').
have diff (e : 'cV[R]_N) x y : e x 0 - e y 0 = center pX e x 0 - center pX e y 0.
  by rewrite /center !mxE opprB addrA subrK.
transitivity (\sum_x \sum_y pX 0 x * pX 0 y *
    ((center pX f x 0 - center pX f y 0) * (center pX f' x 0 - center pX f' y 0))).
  by apply: eq_bigr => x _; apply: eq_bigr => y _; rewrite -!diff.
move: (center pX f) (center pX f') m0 m0' => u v m0 m0'.
transitivity (\sum_x (pX 0 x * (u x 0 * v x 0) + pX 0 x * ip pX u v)).
  apply: eq_bigr => x _.
  transitivity (\sum_y (pX 0 x * (u x 0 * v x 0) * pX 0 y - pX 0 x * u x 0 * (pX 0 y * v y 0)
      - pX 0 x * v x 0 * (pX 0 y * u y 0) + pX 0 x * (pX 0 y * (u y 0 * v y 0)))).
    by apply: eq_bigr => y _; mring.
  rewrite big_split !sumrB /= -!mulr_sumr law_sum1 -/(mean pX u) -/(mean pX v) m0 m0' !mulr0 !subr0 mulr1.
  by [].
rewrite big_split /= -mulr_suml law_sum1 mul1r mulr_natl mulr2n.
by [].
Qed.

(** E f(X) g(A) *)
Lemma cross_moment f g : \sum_x \sum_a P x a * (f x 0 * g a 0) = ip pA (expect (dual P) *m f) g.
Proof.
rewrite -expect_adjoint; apply: eq_bigr => x _; rewrite [(_ *m g) x 0]mxE !mulr_sumr.
by apply: eq_bigr => a _; rewrite -(law_expect P); mring.
Qed.

Lemma center_average f : center pA (expect (dual P) *m f) = expect (dual P) *m center pX f.
Proof.
rewrite !center_mx mulmxBr (mulmxA pA) (law_T (dual P)) law_dd.
by rewrite (mulmxA (expect (dual P))) (expect1 (dual P)).
Qed.

(** What is left of two functions when their averages are known. *)
Lemma left_moment f f' (g := expect (dual P) *m f) (g' := expect (dual P) *m f') :
  \sum_x \sum_a P x a * ((f x 0 - g a 0) * (f' x 0 - g' a 0)) =
  ip pX (center pX f) (center pX f') - ip pA (expect (dual P) *m center pX f) (expect (dual P) *m center pX f').
Proof.
have diff (e : 'cV[R]_N) x a : e x 0 - (expect (dual P) *m e) a 0 =
    center pX e x 0 - (expect (dual P) *m center pX e) a 0.
  rewrite -center_average /center [mean pA _](expect_mean (dual P)) law_dd.
  by move: (expect _ *m e) => z; rewrite !mxE opprB addrA subrK.
transitivity (\sum_x \sum_a P x a * ((center pX f x 0 - (expect (dual P) *m center pX f) a 0)
    * (center pX f' x 0 - (expect (dual P) *m center pX f') a 0))).
  by apply: eq_bigr => x _; apply: eq_bigr => a _; rewrite -!diff.
move: (center pX f) (center pX f') => u v.
pose U := expect (dual P) *m u; pose V := expect (dual P) *m v; rewrite -/U -/V.
transitivity (\sum_x \sum_a (P x a * (u x 0 * v x 0) - P x a * (u x 0 * V a 0)
    - P x a * (v x 0 * U a 0) + P x a * (U a 0 * V a 0))).
  by apply: eq_bigr => x _; apply: eq_bigr => a _; move: (U a 0) (V a 0) => s t; mring.
have split4 (F1 F2 F3 F4 : 'I_N -> 'I_M -> R) : \sum_x \sum_a (F1 x a - F2 x a - F3 x a + F4 x a) =
    \sum_x \sum_a F1 x a - \sum_x \sum_a F2 x a - \sum_x \sum_a F3 x a + \sum_x \sum_a F4 x a.
  by rewrite -!sumrB -big_split; apply: eq_bigr => x _; rewrite -!sumrB -big_split.
rewrite split4 !cross_moment -/U -/V.
have -> : \sum_x \sum_a P x a * (u x 0 * v x 0) = ip pX u v.
  by apply: eq_bigr => x _; rewrite -mulr_suml; congr (_ * _); rewrite mxE.
have -> : \sum_x \sum_a P x a * (U a 0 * V a 0) = ip pA U V.
  rewrite exchange_big; apply: eq_bigr => a _; rewrite -mulr_suml; congr (_ * _).
  by rewrite mxE; apply: eq_bigr => x _; rewrite mxE.
by rewrite (ipC pA V U); move: (ip pX u v) (ip pA U V) => s t; ring.
Qed.
End Moments.

Section Scatter.
Variables (R : rcfType) (N M k : nat) (P : context R N M) (u : 'M[R]_(N, k)).
Notation pX := (law P). Notation pA := (law (dual P)).
Notation p0 := (law_gt0 P).
Notation m := (class_means P u).
Notation between_scatter := (between_scatter P u).
Notation within_scatter := (within_scatter P u).

Fact outer (z : 'cV[R]_k) i j : (z *m z^T) i j = z i 0 * z j 0.
Proof. by rewrite mxE big_ord1 [_^T _ _]mxE. Qed.
Fact at_point n (F : 'M[R]_(n, k)) x i : (F^T *m indicator x) i 0 = col i F x 0.
Proof. by rewrite -colE !mxE. Qed.

Theorem between_scatterE : between_scatter = 2%:R *: covA P u.
Proof.
apply/matrixP => i j; rewrite [RHS]mxE /covA ip_gram !colE -!mulmxA -!colE !center_col.
have col_m l : col l m = T_star P *m col l u by rewrite !colE mulmxA.
rewrite -!center_average -!col_m -(pair_moment (dual P)) summxE; apply: eq_bigr => a _.
rewrite summxE; apply: eq_bigr => b _; rewrite [LHS]mxE; congr (_ * _).
have -> : m^T *m (indicator a - indicator b) *m (indicator a - indicator b)^T *m m =
    (m^T *m (indicator a - indicator b)) *m (m^T *m (indicator a - indicator b))^T.
  by rewrite (trmx_mul m^T) trmxK !mulmxA.
rewrite outer mulmxBr; have E l : (m^T *m indicator a - m^T *m indicator b) l 0 = col l m a 0 - col l m b 0.
  by rewrite -!at_point !mxE.
by rewrite !E.
Qed.

Theorem within_scatterE : within_scatter = covX P u - covA P u.
Proof.
apply/matrixP => i j; have -> : (covX P u - covA P u) i j = covX P u i j - covA P u i j by rewrite !mxE.
rewrite /covX /covA !ip_gram !(colE _ (T_star P *m _)) -!mulmxA -!colE !center_col.
have col_m l : col l m = T_star P *m col l u by rewrite !colE mulmxA.
rewrite -left_moment -!col_m summxE; apply: eq_bigr => x _.
rewrite summxE; apply: eq_bigr => a _; rewrite [LHS]mxE; congr (_ * _).
rewrite outer; have E l : (u^T *m indicator x - m^T *m indicator a) l 0 = col l u x 0 - col l m a 0.
  by rewrite -!at_point !mxE.
by rewrite !E.
Qed.

(** S_W has no negative value: T* is a contraction. *)
Lemma within_scatter_psd (v : 'cV[R]_k) : 0 <= (v^T *m within_scatter *m v) 0 0.
Proof.
have -> : (v^T *m within_scatter *m v) 0 0 = sqn pX (cmx P u *m v) - sqn pA (T_star P *m (cmx P u *m v)).
  have sub (A B : 'M[R]_1) : (A - B) 0 0 = A 0 0 - B 0 0 by rewrite !mxE.
  rewrite within_scatterE mulmxBr mulmxBl /sqn !ipE sub; congr (_ - _).
    by rewrite trmx_mul /covX !mulmxA.
  by rewrite (mulmxA (T_star P)) trmx_mul /covA !mulmxA.
by rewrite subr_ge0 adjoint_contract.
Qed.

Lemma within_scatter_sym : within_scatter^T = within_scatter.
Proof.
rewrite within_scatterE [(_ - _)^T]linearB /= /covX /covA.
by rewrite !trmx_mul !trmxK !tr_diag_mx !mulmxA.
Qed.

Lemma between_scatter_sym : between_scatter^T = between_scatter.
Proof.
rewrite between_scatterE [(_ *: _)^T]linearZ /= /covA.
by rewrite !trmx_mul !trmxK !tr_diag_mx !mulmxA.
Qed.

Lemma within_scatter_pos (v : 'cV[R]_k) : within_scatter \in unitmx -> v != 0 -> 0 < (v^T *m within_scatter *m v) 0 0.
Proof.
move=> Su vn0; rewrite lt_def within_scatter_psd andbT; apply: contra vn0 => /eqP v0.
(* A form without negative values is zero only on the kernel. *)
pose S := within_scatter; pose w := S *m v.
have form (t : R) : ((w + t *: v)^T *m S *m (w + t *: v)) 0 0 = (w^T *m S *m w) 0 0 + 2%:R * t * (w^T *m w) 0 0.
  have sym : (v^T *m S *m w) 0 0 = (w^T *m w) 0 0.
    have -> : v^T *m S = w^T by rewrite /w trmx_mul within_scatter_sym.
    by [].
  have -> : (w + t *: v)^T = w^T + t *: v^T by rewrite linearD linearZ.
  rewrite !mulmxDl !mulmxDr -!scalemxAl -!scalemxAr.
  have -> : w^T *m S *m v = w^T *m w by rewrite -mulmxA.
  move: sym v0; rewrite -/S; move: (w^T *m S *m w) (w^T *m w) (v^T *m S *m w) (v^T *m S *m v) => a b c e hc he.
  by rewrite !mxE hc he; mring.
have w0 : (w^T *m w) 0 0 = 0.
  apply/eqP; rewrite eq_le; apply/andP; split; last first.
    by rewrite -flat_ip -/(sqn _ _) sqn_ge0 //; apply: flat_gt0.
  rewrite leNgt; apply/negP => pos.
  have := within_scatter_psd (w + - (((w^T *m S *m w) 0 0 + 1) / (2%:R * (w^T *m w) 0 0)) *: v).
  rewrite form; have two : (2%:R : R) * (w^T *m w) 0 0 != 0 by rewrite mulf_neq0 ?pnatr_eq0 // gt_eqF.
  rewrite mulrAC mulrN mulrC divfK // opprD addrA subrr sub0r oppr_ge0.
  by rewrite ler10.
have : w == 0 by rewrite -(sqn_eq0 (@flat_gt0 R k)) /sqn flat_ip w0.
by rewrite /w => /eqP Sv; rewrite -[v]mul1mx -(mulVmx Su) -mulmxA Sv mulmx0.
Qed.
End Scatter.
