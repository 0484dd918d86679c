(** * Kernel PCA on a sample, as features: of all choices of top eigenfunctions one holds least. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements geometry operators spectral eigenvalues orthonormal pencil kernelbasis swap.
From Contexture Require Import sampling kernelpca.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** ** The eigenvector, of those with one eigenvalue, on which another form is least *)
Section Eigenspace.
Variables (R : rcfType) (m : nat) (K C : 'M[R]_m) (c : R).
Hypotheses (sK : K^T = K) (sC : C^T = C).
Notation form v := ((v^T *m C *m v) 0 0).
Notation unit v := ((v^T *m v) 0 0 = 1).

Lemma least_eigenvector (v0 : 'cV[R]_m) : K *m v0 = c *: v0 -> unit v0 ->
  exists v : 'cV[R]_m,
    [/\ K *m v = c *: v, unit v & forall u : 'cV[R]_m, K *m u = c *: u -> unit u -> form v <= form u].
Proof.
move=> e0 u0; have f0 := @flat_gt0 R m; have [E _] := eigenbasis_exists f0 (flat_selfadj sK).
have EE : (ef E)^T *m ef E = 1%:M by have := ef_orth E; rewrite flat_diag mulmx1.
have EEt := mulmx1C EE.
(* Q is the projector on the eigenspace *)
pose chi := diag_mx (\row_j (ev E 0 j == c)%:R : 'rV[R]_m); pose Q := ef E *m chi *m (ef E)^T.
have Qt : Q^T = Q by rewrite /Q !trmx_mul trmxK tr_diag_mx mulmxA.
have fixed (u : 'cV[R]_m) : K *m u = c *: u -> Q *m u = u.
  move=> eu; have coord : diag_mx (ev E) *m ((ef E)^T *m u) = c *: ((ef E)^T *m u).
    have <- : (ef E)^T *m (K *m ef E) *m ((ef E)^T *m u) = diag_mx (ev E) *m ((ef E)^T *m u).
      by rewrite ef_eig (mulmxA (ef E)^T) EE mul1mx.
    by rewrite -!mulmxA (mulmxA (ef E)) EEt mul1mx eu -scalemxAr.
  have -> : Q *m u = ef E *m (chi *m ((ef E)^T *m u)) by rewrite /Q !mulmxA.
  have : ef E *m ((ef E)^T *m u) = u by rewrite mulmxA EEt mul1mx.
  move: (_ *m u) coord => z coord <-; congr (_ *m _); apply/colP => i.
  have /colP/(_ i) := coord; rewrite /chi !mul_diag_mx !mxE => /eqP.
  by rewrite -subr_eq0 -mulrBl mulf_eq0 subr_eq0 => /orP[->|/eqP ->]; rewrite ?mul1r ?mulr0.
have range (u : 'cV[R]_m) : K *m (Q *m u) = c *: (Q *m u).
  rewrite /Q -!mulmxA (mulmxA K) ef_eig -!mulmxA scalemxAr; congr (_ *m _).
  apply/colP => i; rewrite /chi !mul_diag_mx !mxE mulrA mulrA; congr (_ * _).
  by case: eqP => [->|_]; rewrite ?mulr0.
(* On it H is larger where C is smaller, and off it H is zero. *)
clearbody Q; pose b := form v0 + 1; pose H := b *: Q - Q *m C *m Q.
have sH : H^T = H by rewrite /H [(_ - _)^T]linearB /= [(_ *: _)^T]linearZ /= !trmx_mul Qt sC mulmxA.
have formH (u : 'cV[R]_m) : K *m u = c *: u -> unit u -> (u^T *m H *m u) 0 0 = b - form u.
  move=> /fixed Qu uu; have uQ : u^T *m Q = u^T by rewrite -[Q]Qt -trmx_mul Qu.
  rewrite /H mulmxBr mulmxBl -scalemxAr -scalemxAl !mulmxA uQ -!(mulmxA _ Q) Qu; move: uu.
  by move: (u^T *m u) (u^T *m C *m u) => X Y X1; rewrite !mxE X1 mulr1.
have m0 : (0 < m)%N.
  by case: m v0 u0 {e0 H sH formH b} => // v0; rewrite mxE big_ord0 => /eqP; rewrite eq_sym oner_eq0.
have [A _] := eigenbasis_exists f0 (flat_selfadj sH).
pose v := col (Ordinal m0) (ef A); pose k := ev A 0 (Ordinal m0).
have Hv : H *m v = k *: v := eig_col A _.
have vv : unit v by rewrite -flat_ip; exact: sqn_basis.
have one (u : 'cV[R]_m) : unit u -> gram (flat R m) u u = 1%:M.
  move=> uu; apply/matrixP => i j; rewrite !ord1 gramE flat_diag mulmx1 uu mxE eqxx //.
have top (u : 'cV[R]_m) : unit u -> (u^T *m H *m u) 0 0 <= k.
  move=> uu; have := trace_le f0 (flat_selfadj sH) (one u uu).
  rewrite trace_onE flat_diag mulmx1 mulmxA {1}/mxtrace big_ord1 /top_sum_of big_nat1.
  by rewrite (eigenvalueE A (Ordinal m0)).
have kpos : 0 < k by apply: lt_le_trans (top v0 u0); rewrite formH // /b addrC addKr ltr01.
have Kv : K *m v = c *: v.
  have -> : v = Q *m (k^-1 *: (b *: v - C *m (Q *m v))).
    have : k^-1 *: (H *m v) = v by rewrite Hv scalerA mulVf ?scale1r ?gt_eqF.
    move=> {1}<-; rewrite -scalemxAr; congr (_ *: _).
    by rewrite /H mulmxBl -scalemxAl mulmxBr -scalemxAr !mulmxA.
  exact: range.
exists v; split=> // u Ku uu; have := top u uu; rewrite formH //.
have <- : (v^T *m H *m v) 0 0 = k by rewrite -mulmxA Hv -scalemxAr mxE vv mulr1.
by rewrite formH // ler_add2l ler_opp2.
Qed.
End Eigenspace.

(** ** Orthonormal features with given values: of one, or of as many as there are dimensions, some hold least. *)
Section Least.
Variables (R : rcfType) (m d : nat) (K C : 'M[R]_m) (l : 'rV[R]_d).
Definition eigenfeatures (Q : 'M[R]_(m, d)) := Q^T *m Q = 1%:M /\ K *m Q = Q *m diag_mx l.
Definition least_features (Q : 'M[R]_(m, d)) :=
  eigenfeatures Q /\ forall U, eigenfeatures U -> trace_on (flat R m) C Q <= trace_on (flat R m) C U.
Lemma flat_trace (Q : 'M[R]_(m, d)) : trace_on (flat R m) C Q = \tr (Q^T *m C *m Q).
Proof. by rewrite trace_onE flat_diag mulmx1 mulmxA. Qed.
End Least.

Lemma least_features_exist (R : rcfType) m d (K C : 'M[R]_m) (l : 'rV[R]_d) (Q0 : 'M[R]_(m, d)) :
  K^T = K -> C^T = C -> d = 1%N \/ d = m -> eigenfeatures K l Q0 -> exists Q, least_features K C l Q.
Proof.
move=> sK sC [d1|dm] Q0P; subst d; last first.
  exists Q0; split=> // U [uu _]; have trace (V : 'M[R]_m) : V^T *m V = 1%:M -> trace_on (flat R m) C V = \tr C.
    by move=> vv; rewrite flat_trace mxtrace_mulC mulmxA (mulmx1C vv) mul1mx.
  by rewrite !trace //; case: Q0P.
have one (v : 'cV[R]_m) : eigenfeatures K l v <-> K *m v = l 0 0 *: v /\ (v^T *m v) 0 0 = 1.
  have -> : l 0 0 *: v = v *m diag_mx l by apply/matrixP => i j; rewrite mul_mx_diag !mxE (ord1 j) mulrC.
  split=> [[uu ->]|[kv v1]]; first by rewrite uu mxE.
  by split=> //; apply/matrixP => i j; rewrite !ord1 v1 mxE.
have trace (v : 'cV[R]_m) : trace_on (flat R m) C v = (v^T *m C *m v) 0 0 by rewrite flat_trace /mxtrace big_ord1.
have [e0 u0] := (one Q0).1 Q0P; have [v [Kv vv best]] := least_eigenvector sK sC e0 u0.
exists v; split=> [|u /one[Ku uu]]; first exact/one.
by rewrite !trace; apply: best.
Qed.

(** ** Eigenfunctions of the empirical operator are these features, scaled. *)
Section Features.
Variables (R : rcfType) (N m n d : nat) (F : 'M[R]_(N, m)) (S : sample N n) (w : 'rV[R]_N) (l : 'rV[R]_d).
Notation k := (F *m F^T).
Notation D := (diag_mx (empirical R S)).
Notation K := (moment F (empirical R S)).
Hypothesis l0 : forall j, 0 < l 0 j.
Let root : 'M[R]_d := diag_mx (\row_j Num.sqrt (l 0 j)).
Let inverse : 'M[R]_d := diag_mx (\row_j (Num.sqrt (l 0 j))^-1).
Let root_neq0 j : Num.sqrt (l 0 j) != 0. Proof. by rewrite gt_eqF // sqrtr_gt0. Qed.

Fact diagonalM (a b : 'rV[R]_d) : diag_mx a *m diag_mx b = diag_mx (\row_j (a 0 j * b 0 j)).
Proof. by apply/matrixP => i j; rewrite mul_mx_diag !mxE; case: eqP => [->|_]; rewrite ?mulr1n // !mulr0n mul0r. Qed.
Fact inverse_root : inverse *m root = 1%:M.
Proof. by rewrite diagonalM; apply/matrixP => i j; rewrite !mxE mulVf. Qed.
Fact inverse_l : inverse *m diag_mx l = root.
Proof.
rewrite diagonalM; congr diag_mx; apply/rowP => j; rewrite !mxE.
by rewrite -[X in _ * X](sqr_sqrtr (ltW (l0 j))) expr2 mulKf.
Qed.
Fact l_inverse : diag_mx l *m inverse = root.
Proof. by rewrite -inverse_l !diagonalM; congr diag_mx; apply/rowP => j; rewrite !mxE mulrC. Qed.
Fact root_inverse : root *m inverse = 1%:M. Proof. exact: mulmx1C inverse_root. Qed.
Fact inverse_sym : inverse^T = inverse. Proof. exact: tr_diag_mx. Qed.

Fact scaled_trace (X : 'M[R]_(N, d)) (Q : 'M[R]_(m, d)) : X *m root = F *m Q ->
  \sum_j l 0 j * sqn w (col j X) = trace_on (flat R m) (moment F w) Q.
Proof.
move=> XQ; rewrite flat_trace; have -> : Q^T *m moment F w *m Q = (F *m Q)^T *m diag_mx w *m (F *m Q).
  by rewrite trmx_mul /moment !mulmxA.
rewrite -XQ; apply: eq_bigr => j _; rewrite ip_gram.
have -> : col j (X *m root) = Num.sqrt (l 0 j) *: col j X.
  by apply/colP => x; rewrite mxE mul_mx_diag !mxE mulrC.
by rewrite -/(sqn _ _) sqnZ sqr_sqrtr // ltW.
Qed.

Lemma features_of (X : 'M[R]_(N, d)) : k *m D *m X = X *m diag_mx l -> X^T *m D *m X = 1%:M ->
  exists Q, eigenfeatures K l Q /\ \sum_j l 0 j * sqn w (col j X) = trace_on (flat R m) (moment F w) Q.
Proof.
move=> eX oX; pose Q := F^T *m D *m X *m inverse.
have FQ : F *m Q = X *m root by rewrite /Q !mulmxA eX -mulmxA l_inverse.
exists Q; split; last exact: scaled_trace.
split; last by rewrite /moment -mulmxA FQ /Q -!mulmxA inverse_l.
have -> : Q^T *m Q = inverse *m X^T *m D *m (F *m Q) by rewrite {1}/Q !trmx_mul inverse_sym trmxK tr_diag_mx !mulmxA.
by rewrite FQ -!mulmxA (mulmxA D) (mulmxA X^T) (mulmxA X^T) oX mul1mx inverse_root.
Qed.

Lemma functions_of (Q : 'M[R]_(m, d)) : eigenfeatures K l Q -> exists X : 'M[R]_(N, d),
  [/\ k *m D *m X = X *m diag_mx l, X^T *m D *m X = 1%:M &
    \sum_j l 0 j * sqn w (col j X) = trace_on (flat R m) (moment F w) Q].
Proof.
case=> oQ eQ; pose X := F *m Q *m inverse; exists X; split.
- have -> : k *m D *m X = F *m (K *m Q) *m inverse by rewrite /X /moment !mulmxA.
  by rewrite eQ /X -!mulmxA l_inverse inverse_l.
- have -> : X^T *m D *m X = inverse *m Q^T *m (K *m Q) *m inverse.
    by rewrite /X /moment !trmx_mul inverse_sym !mulmxA.
  by rewrite eQ -!mulmxA (mulmxA Q^T) oQ mul1mx l_inverse inverse_root.
by apply: scaled_trace; rewrite /X -mulmxA inverse_root mulmx1.
Qed.
End Features.

(** They are k B for some B, and what they hold is what B captures. *)
Lemma captured_by (R : rcfType) N n d (k : 'M[R]_N) (S : sample N n) (w : 'rV[R]_N) (X : 'M[R]_(N, d))
    (l : 'rV[R]_d) : empirical_eigenfunctions k S X l ->
  exists B : 'M[R]_(N, d), top_empirical k S B /\ captured w k B = \sum_j l 0 j * sqn w (col j X).
Proof.
case=> eX oX lE l0; pose inverse := diag_mx (\row_j (l 0 j)^-1); exists (diag_mx (empirical R S) *m X *m inverse).
set B := _ *m inverse; have kB : k *m B = X.
  rewrite /B !mulmxA eX -mulmxA (_ : _ *m inverse = 1%:M) ?mulmx1 //; apply/matrixP => i j; rewrite mul_mx_diag !mxE.
  by case: eqP => [->|_]; rewrite ?mulr1n ?mulr0n ?mul0r // divff // gt_eqF.
have BB : B^T *m k *m B = inverse by rewrite -mulmxA kB /B !trmx_mul !tr_diag_mx -!mulmxA (mulmxA X^T) oX mulmx1.
split; last first.
  by apply: eq_bigr => j _; rewrite kB BB !mxE eqxx mulr1n invrK mulrC.
split=> [j|i j ij|j]; rewrite ?BB ?kB.
- rewrite integral_operatorE !colE mulmxA eX -!colE -lE; apply/colP => x.
  by rewrite mxE mul_mx_diag !mxE mulrC.
- by rewrite !mxE (negPf ij).
by rewrite !mxE eqxx mulr1n invr_eq0 gt_eqF.
Qed.

(** No sample shows more directions than there are features. *)
Lemma shown_le (R : rcfType) N m n d (F : 'M[R]_(N, m)) (S : sample N n) :
  (d <= \rank ((drawn R S)^T *m (F *m F^T) *m drawn R S))%N -> (d <= m)%N.
Proof.
move=> dr; apply: leq_trans dr _; apply: leq_trans (mxrankM_maxl _ _) _; apply: leq_trans (mxrankM_maxr _ _) _.
by apply: leq_trans (mxrankM_maxr _ _) _; apply: rank_leq_row.
Qed.

Theorem kernel_pca_exists (R : rcfType) N m n d (F : 'M[R]_(N, m)) (S : sample N n) (w : 'rV[R]_N) :
  (0 < n)%N -> d = 1%N \/ d = m -> (d <= \rank ((drawn R S)^T *m (F *m F^T) *m drawn R S))%N ->
  exists v, kernel_pca_is w (F *m F^T) S d v.
Proof.
move=> n0 one_or_all dr; have dm := shown_le dr.
set k := F *m F^T; pose l : 'rV[R]_d := \row_j eigenvalue (sample_gram k S) j.+1.
have lE j : eigenvalue (sample_gram k S) j.+1 = eigenvalue (moment F (empirical R S)) j.+1.
  have step a (A : 'M[R]_a) : top_sum_of A j.+1 = top_sum_of A j + eigenvalue A j.+1.
    by rewrite /top_sum_of big_nat_recr.
  by have := sample_moment F n0 S j.+1; rewrite !step (sample_moment F n0) => /addrI.
have l0 j : 0 < l 0 j.
  have [G _] := eigenbasis_exists (@flat_gt0 R n) (sample_gram_selfadj F S).
  have jr := leq_trans (ltn_ord j) dr; have jn : (j < n)%N := leq_trans jr (rank_leq_row _).
  rewrite mxE (eigenvalueE G (Ordinal jn)); exact: rank_positive n0 (factor_psd F) G (Ordinal jn) jr.
have [E _] := eigenbasis_exists (@flat_gt0 R m) (moment_selfadj F (empirical R S)).
have Q0P : eigenfeatures (moment F (empirical R S)) l (top_eigenfunctions E d).
  split; first by have := top_eigenfunctions_gram E dm; rewrite gramE flat_diag mulmx1.
  apply/matrixP => x j; have jm : (j < m)%N := leq_trans (ltn_ord j) dm.
  have cE : col j (top_eigenfunctions E d) = col (Ordinal jm) (ef E).
    by rewrite top_eigenfunctions_col (column_lt _ jm).
  transitivity ((moment F (empirical R S) *m col j (top_eigenfunctions E d)) x 0).
    by rewrite colE mulmxA -colE [RHS]mxE.
  by rewrite cE eig_col -cE -(eigenvalueE E) -lE mul_mx_diag !mxE mulrC.
have [Q [QP best]] := least_features_exist (moment_sym F _) (moment_sym F w) one_or_all Q0P.
have [X [eX oX value]] := functions_of w l0 QP.
exists (trace_on (flat R m) (moment F w) Q); split.
  by exists (X, l); split=> //; split=> //= j; rewrite mxE.
case=> X' l' [/= eX' oX' lP' _]; have lE' : l' = l by apply/rowP => j; rewrite lP' mxE.
rewrite lE' in eX' *.
by have [U [UP ->]] := features_of w l0 eX' oX'; apply: best.
Qed.
