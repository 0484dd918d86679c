(** * The features of an encoder as combinations of orthonormal functions;   *)
(** the operator on a top eigenspace.                                        *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry selfadjoint spectral eigenvalues worstcase equality.
From Contexture Require Import objectives orthonormal encoders extract.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Cover.
Variables (R : rcfType) (n : nat) (w : 'rV[R]_n).
Hypothesis w0 : forall x, 0 < w 0 x.
Notation D := (diag_mx w).

(** One more function in the span of one more orthonormal function. *)
Fact cover_one c (U : 'M[R]_(n, c)) (f : 'cV[R]_n) : gram w U U = 1%:M -> (c < n)%N ->
  exists (g : 'cV[R]_n) (a : 'cV[R]_c) (b : 'M[R]_1), [/\ g^T *m D *m g = 1%:M, U^T *m D *m g = 0 & f = g *m b + U *m a].
Proof.
move=> UU cn; pose a := U^T *m D *m f; pose r := f - U *m a; have UUE := UU; rewrite gramE in UUE.
have Ur : U^T *m D *m r = 0 by rewrite /r mulmxBr -/a [_ *m (U *m a)]mulmxA UUE mul1mx subrr.
have [r0|rn0] := eqVneq r 0.
  have [g] := extend_one w0 UU cn; rewrite gramE tr_row_mx mul_col_mx mul_col_row scalar_mx_block => /eq_block_mx[_ Ug _ gg].
  by exists g, a, 0; split=> //; rewrite mulmx0 add0r; apply/eqP; rewrite -subr_eq0 -/r r0.
have rr : 0 < sqn w r by rewrite sqn_gt0.
pose t := Num.sqrt (sqn w r); have t0 : t != 0 by rewrite gt_eqF // sqrtr_gt0.
exists (t^-1 *: r), a, t%:M; split.
- apply/matrixP => i j; rewrite !ord1 -ipE [RHS]mxE eqxx -/(sqn w _) sqnZ.
  by rewrite -[sqn w r](sqr_sqrtr (ltW rr)) -/t exprVn mulVf // expf_neq0.
- by rewrite -scalemxAr Ur scaler0.
by rewrite mul_mx_scalar scalerA mulfV // scale1r subrK.
Qed.

Theorem orthonormal_cover c (F : 'M[R]_(n, c)) : (c <= n)%N ->
  exists (U : 'M[R]_(n, c)) (W : 'M[R]_c), gram w U U = 1%:M /\ F = U *m W.
Proof.
elim: c F => [|c IH] F cn.
  by exists F, 1%:M; rewrite mulmx1; split=> //; apply/matrixP => -[].
rewrite -[c.+1]/(1 + c)%N in F *; have [U [W [UU FE]]] := IH (rsubmx F) (ltnW cn).
have [g [a [b [gg Ug fE]]]] := cover_one (lsubmx F) UU cn.
exists (row_mx g U), (block_mx b 0 a W); split.
  have gU : g^T *m D *m U = 0 by apply: trmx_inj; rewrite !trmx_mul trmxK tr_diag_mx trmx0 mulmxA.
  rewrite gramE in UU; rewrite gramE tr_row_mx mul_col_mx mul_col_row gg Ug gU UU.
  by rewrite -scalar_mx_block.
by rewrite mul_row_block mulmx0 add0r -FE -fE hsubmxK.
Qed.

(** At most as many as there are features, and at most as many as there are points. *)
Corollary orthonormal_factor c (F : 'M[R]_(n, c)) :
  exists (r : nat) (U : 'M[R]_(n, r)) (W : 'M[R]_(r, c)), [/\ (r <= c)%N, gram w U U = 1%:M & F = U *m W].
Proof.
have [cn|nc] := leqP c n; first by have [U [W [UU FE]]] := orthonormal_cover F cn; exists c, U, W.
have [U [W [UU E]]] := orthonormal_cover (1%:M : 'M[R]_n) (leqnn n).
by exists n, U, (W *m F); split; rewrite ?(ltnW nc) // mulmxA -E mul1mx.
Qed.

(** ||U y||^2 = |y|^2 *)
Lemma orthonormal_length c (U : 'M[R]_(n, c)) (y : 'cV[R]_c) : gram w U U = 1%:M -> sqn w (U *m y) = \sum_j y j 0 ^+ 2.
Proof.
rewrite gramE => UU; rewrite /sqn ipE trmx_mul -!mulmxA (mulmxA D) (mulmxA U^T) (mulmxA U^T) UU mul1mx mxE.
by apply: eq_bigr => j _; rewrite mxE expr2.
Qed.

Section Operator.
Variable K : 'M[R]_n.
Hypothesis sK : selfadj w K.

(** An invertible change of features. *)
Lemma extracts_change d (U Phi : 'M[R]_(n, d)) (W : 'M[R]_d) : W \in unitmx -> Phi = U *m W -> extracts w K U -> extracts w K Phi.
Proof.
move=> Wu PE [ind [E [/span_factor[A AE] /span_factor[B BE]]]]; have UE : U = Phi *m invmx W by rewrite PE mulmxK.
split=> [v|]; first by rewrite PE -mulmxA => /ind/(congr1 (mulmx (invmx W))); rewrite mulKmx // mulmx0.
exists E; split=> v; first by apply: (factor_span (W := A *m W)); rewrite PE AE mulmxA.
by apply: (factor_span (W := invmx W *m B)); rewrite mulmxA -UE.
Qed.

(** K is at least l_d there. *)
Lemma extracts_form d (Phi : 'M[R]_(n, d)) v : (0 < d)%N -> extracts w K Phi ->
  eigenvalue K d * sqn w (Phi *m v) <= ip w (Phi *m v) (K *m (Phi *m v)).
Proof.
move=> d0 [ind [E [/span_factor[A AE] _]]]; have dn := independent_size ind; set f := Phi *m v.
have [-> ->] := forms E f; rewrite mulr_sumr; apply: ler_sum => j _.
have [jd|dj] := ltnP j d.
  have dn' : (d.-1 < n)%N by rewrite (leq_trans _ dn) // ltn_predL.
  rewrite ler_wpmul2r ?sqr_ge0 // -[X in eigenvalue _ X](prednK d0) (eigenvalueE E (Ordinal dn')).
  by apply: ev_sorted; rewrite -ltnS prednK.
suff -> : coord E f j 0 = 0 by rewrite expr0n !mulr0.
rewrite coord_ip /f AE ipE !mulmxA (_ : _ *m top_eigenfunctions E d = 0) ?mul0mx ?mxE //.
apply/rowP => k; rewrite ip_gram col_id top_eigenfunctions_col [RHS]mxE (column_lt _ (leq_trans (ltn_ord k) dn)) -ip_gram ef_orth mxE.
by rewrite -val_eqE /= gtn_eqF // (leq_trans _ dj).
Qed.

(** Where l_d > 0, the operator is invertible there. *)
Theorem extracts_unit d (U : 'M[R]_(n, d)) : (0 < d)%N -> 0 < eigenvalue K d -> extracts w K U ->
  U^T *m D *m (K *m U) \in unitmx.
Proof.
move=> d0 l0 ex; rewrite -row_free_unit -kermx_eq0 -submx0; apply/rV_subP => v /sub_kermxP vB; rewrite submx0.
have := extracts_form v^T d0 ex; rewrite [ip _ _ _]ipE trmx_mul trmxK.
have -> : v *m U^T *m D *m (K *m (U *m v^T)) = 0.
  by move: (congr1 (mulmx^~ v^T) vB); rewrite mul0mx !mulmxA.
rewrite mxE pmulr_rle0 // => h; have : sqn w (U *m v^T) == 0 by rewrite eq_le h sqn_ge0.
rewrite sqn_eq0 // => /eqP /(proj1 ex) /(congr1 trmx); rewrite trmxK trmx0 => ->.
by rewrite eqxx.
Qed.
End Operator.
End Cover.
