(** * The spectrum of a sample, and that of the law: through the moments F^T diag(w) F. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import vocabulary geometry selfadjoint spectral eigenvalues objectives orthonormal extract span pencil frobenius.
From Contexture Require Import kernelbasis sample swap.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** Cauchy-Schwarz for sums. *)
Lemma sum_cauchy (R : rcfType) (I : finType) (a b : I -> R) :
  (\sum_i a i * b i) ^+ 2 <= (\sum_i a i ^+ 2) * (\sum_i b i ^+ 2).
Proof.
have quad t : 0 <= t ^+ 2 * (\sum_i a i ^+ 2) + 2%:R * t * (\sum_i a i * b i) + \sum_i b i ^+ 2.
  rewrite !mulr_sumr -!big_split; apply: sumr_ge0 => i _ /=.
  by rewrite (_ : _ + _ = (t * a i + b i) ^+ 2) ?sqr_ge0 //; ring.
have [z0|nz] := eqVneq (\sum_i a i ^+ 2) 0.
  rewrite [X in X ^+ 2]big1 => [|i _]; first by rewrite expr0n /= z0 mul0r.
  move/eqP: z0; rewrite psumr_eq0 => [/allP/(_ i (mem_index_enum _))|? _]; last exact: sqr_ge0.
  by rewrite /= sqrf_eq0 => /eqP ->; rewrite mul0r.
have a0 : 0 <= \sum_i a i ^+ 2 by apply: sumr_ge0 => i _; rewrite sqr_ge0.
move: (\sum_i a i ^+ 2) (\sum_i a i * b i) (\sum_i b i ^+ 2) a0 nz quad => u v w u0 un quad.
have := mulr_ge0 u0 (quad (- v / u)); have := divff un; move: (u^-1) => z uz.
have -> : u * ((- v * z) ^+ 2 * u + 2%:R * (- v * z) * v + w) = u * w - v ^+ 2; last by rewrite subr_ge0.
transitivity ((u * z) * (u * z) * v ^+ 2 - 2%:R * (u * z) * v ^+ 2 + u * w); first by ring.
by rewrite uz; ring.
Qed.

Section Moment.
Variables (R : rcfType) (N m : nat) (F : 'M[R]_(N, m)).
Implicit Type w : 'rV[R]_N.
(** sum_x w(x) F(x) F(x)^T, for the rows F(x) of F *)
Definition moment w : 'M[R]_m := F^T *m diag_mx w *m F.

Lemma momentE w i j : moment w i j = \sum_x w 0 x * (F x i * F x j).
Proof. by rewrite ip_gram; apply: eq_bigr => x _; rewrite !mxE. Qed.
Lemma moment_sym w : (moment w)^T = moment w.
Proof. by rewrite /moment !trmx_mul trmxK tr_diag_mx mulmxA. Qed.
Lemma moment_selfadj w : selfadj (flat R m) (moment w).
Proof. exact: flat_selfadj (moment_sym w). Qed.
Lemma moment_psd w : (forall x, 0 <= w 0 x) -> psd (flat R m) (moment w).
Proof.
move=> w0 f; rewrite flat_ip (_ : _ *m _ = (F *m f)^T *m diag_mx w *m (F *m f)); last by rewrite trmx_mul !mulmxA.
by rewrite -ipE sumr_ge0 // => x _; rewrite mulr_ge0 // -expr2 sqr_ge0.
Qed.

(** The trace on a family is an average over the points. *)
Lemma trace_moment w d (Q : 'M[R]_(m, d)) : trace_on (flat R m) (moment w) Q = \sum_x w 0 x * \sum_j (F *m Q) x j ^+ 2.
Proof.
rewrite trace_onE flat_diag mulmx1 (_ : _ *m _ = (F *m Q)^T *m diag_mx w *m (F *m Q)); last by rewrite trmx_mul !mulmxA.
transitivity (\sum_j \sum_x w 0 x * (F *m Q) x j ^+ 2).
  by apply: eq_bigr => j _; rewrite ip_gram; apply: eq_bigr => x _; rewrite [col _ _ _ _]mxE expr2.
by rewrite exchange_big; apply: eq_bigr => x _; rewrite mulr_sumr.
Qed.

(** T_k and the moment have the same largest eigenvalues. *)
Lemma kernel_moment w d : (forall x, 0 < w 0 x) ->
  top_sum_of (integral_operator w (F *m F^T)) d = top_sum_of (moment w) d.
Proof.
move=> w0; rewrite integral_operatorE -mulmxA; apply: (swap_top_sum d w0 (@flat_gt0 R m)).
by rewrite flat_diag mul1mx.
Qed.

Lemma kernel_square w : \tr (integral_operator w (F *m F^T) *m integral_operator w (F *m F^T)) = frob (moment w).
Proof. by rewrite frobE moment_sym integral_operatorE -!mulmxA mxtrace_mulC /moment !mulmxA. Qed.

(** ** Samples *)
Variable n : nat.
Hypothesis n0 : (0 < n)%N.
Implicit Type S : sample N n.

Lemma sample_gramE S : sample_gram (F *m F^T) S = (drawn R S)^T *m F *m (n%:R^-1 *: (F^T *m drawn R S)).
Proof.
have DF i l : ((drawn R S)^T *m F) i l = F (S i) l.
  rewrite mxE (bigD1 (S i)) //= !mxE eqxx mul1r big1 ?addr0 // => x xS.
  by rewrite !mxE eq_sym (negPf xS) mul0r.
have DF' : F^T *m drawn R S = ((drawn R S)^T *m F)^T by rewrite trmx_mul trmxK.
rewrite -scalemxAr DF'; move: ((drawn R S)^T *m F) DF => X DF.
apply/matrixP => i j; rewrite [LHS]mxE [RHS]mxE mulrC; congr (_ * _).
by rewrite !mxE; apply: eq_bigr => l _; rewrite !mxE !DF.
Qed.

Lemma sample_moment S d : top_sum_of (sample_gram (F *m F^T) S) d = top_sum_of (moment (empirical R S)) d.
Proof.
have c0 x : 0 < (const_mx n%:R^-1 : 'rV[R]_n) 0 x by rewrite mxE invr_gt0 ltr0n.
rewrite sample_gramE (swap_top_sum d c0 (@flat_gt0 R m)); last first.
  by rewrite flat_diag mul1mx diag_const_mx mul_mx_scalar trmx_mul trmxK.
congr (top_sum_of _ d); rewrite -scalemxAl -mulmxA (mulmxA (drawn R S)) empirical_drawn //.
by rewrite -scalemxAl -scalemxAr scalerA mulVf ?scale1r ?mulmxA // pnatr_eq0 -lt0n.
Qed.

Lemma sample_gram_selfadj S : selfadj (flat R n) (sample_gram (F *m F^T) S).
Proof.
apply: flat_selfadj; apply/matrixP => i j; rewrite !mxE; congr (_ / _).
by apply: eq_bigr => l _; rewrite !mxE mulrC.
Qed.

Lemma sample_gram_trace S : \tr (sample_gram (F *m F^T) S) = \sum_x empirical R S 0 x * (F *m F^T) x x.
Proof. by rewrite (empirical_sum S) mulr_suml; apply: eq_bigr => i _; rewrite mxE. Qed.

Variable w : 'rV[R]_N.
Hypotheses (w0 : forall x, 0 < w 0 x) (w1 : \sum_x w 0 x = 1).
Notation E := (expectation w).
Let w_ge0 x : 0 <= w 0 x := ltW (w0 x).
Let e_ge0 S x : 0 <= empirical R S 0 x. Proof. by rewrite mxE divr_ge0 ?ler0n. Qed.

(** The largest eigenvalues of a sample are too large on average: the top eigenfunctions of the law are there for all. *)
Theorem sample_top_up d : top_sum_of (moment w) d <= E (fun S => top_sum_of (moment (empirical R S)) d).
Proof.
have f0 := @flat_gt0 R m; have sM u := moment_selfadj u.
rewrite (top_sum_min f0 (sM w)) (eq_expectation _ (G := fun S => top_sum_of (moment (empirical R S)) (minn d m))); last first.
  by move=> S; rewrite (top_sum_min f0 (sM _)).
move: (minn d m) (geq_minr d m) => e em; have [B _] := eigenbasis_exists f0 (sM w).
rewrite -(top_eigenfunctions_trace B em) trace_moment -(expectation_empirical n0 w1).
apply: le_expectation => // S; rewrite -trace_moment; apply: (trace_le f0 (sM _)).
exact: top_eigenfunctions_gram.
Qed.

(** The trace on d orthonormal vectors is at most sqrt(d) times the Frobenius norm. *)
Lemma trace_frob (X : 'M[R]_m) d (Q : 'M[R]_(m, d)) : gram (flat R m) Q Q = 1%:M ->
  trace_on (flat R m) X Q <= Num.sqrt (d%:R * frob X).
Proof.
move=> QQ; have XE : trace_on (flat R m) X Q = \sum_i \sum_j (Q *m Q^T) i j * X j i.
  rewrite trace_onE flat_diag mulmx1 mulmxA mxtrace_mulC mulmxA /mxtrace.
  by apply: eq_bigr => i _; rewrite mxE.
apply: le_trans (ler_norm _) _; rewrite -sqrtr_sqr ler_wsqrtr // XE.
rewrite pair_big; apply: le_trans (sum_cauchy (fun ij => (Q *m Q^T) ij.1 ij.2) (fun ij => X ij.2 ij.1)) _.
have -> : \sum_(ij : 'I_m * 'I_m) X ij.2 ij.1 ^+ 2 = frob X.
  by rewrite -(pair_big xpredT xpredT (fun i j => X j i ^+ 2)) /= exchange_big.
have -> : \sum_(ij : 'I_m * 'I_m) (Q *m Q^T) ij.1 ij.2 ^+ 2 = d%:R; last by [].
rewrite -(pair_big xpredT xpredT (fun i j => (Q *m Q^T) i j ^+ 2)) /= -/(frob _) frobE trmx_mul trmxK.
have QtQ : Q^T *m Q = 1%:M by rewrite -QQ gramE flat_diag mulmx1.
by rewrite mulmxA -(mulmxA Q) QtQ mulmx1 mxtrace_mulC QtQ mxtrace1.
Qed.

(** How far off they are, for one sample. *)
Lemma moment_distance (u z : 'rV[R]_N) d :
  top_sum_of (moment u) d - top_sum_of (moment z) d <= Num.sqrt (d%:R * frob (moment u - moment z)).
Proof.
have f0 := @flat_gt0 R m; have sM t := moment_selfadj t.
have fr := frob_ge0 (moment u - moment z).
apply: (@le_trans _ _ (Num.sqrt ((minn d m)%:R * frob (moment u - moment z)))); last first.
  by rewrite ler_wsqrtr // ler_wpmul2r // ler_nat geq_minl.
rewrite (top_sum_min f0 (sM u)) (top_sum_min f0 (sM z)).
move: (minn d m) (geq_minr d m) => e em; have [B _] := eigenbasis_exists f0 (sM u).
pose Q := top_eigenfunctions B e; have QQ : gram (flat R m) Q Q = 1%:M by apply: top_eigenfunctions_gram.
rewrite -(top_eigenfunctions_trace B em) -/Q.
apply: (@le_trans _ _ (trace_on (flat R m) (moment u) Q - trace_on (flat R m) (moment z) Q)).
  by rewrite ler_add2l ler_opp2; apply: trace_le.
have -> : trace_on (flat R m) (moment u) Q - trace_on (flat R m) (moment z) Q = trace_on (flat R m) (moment u - moment z) Q.
  by rewrite -sumrB; apply: eq_bigr => j _; rewrite mulmxBl ipBr.
exact: trace_frob QQ.
Qed.

(** The mean square distance of the moments. *)
Lemma moment_variance : E (fun S : sample N n => frob (moment (empirical R S) - moment w))
  = (\sum_x w 0 x * (F *m F^T) x x ^+ 2 - frob (moment w)) / n%:R.
Proof.
have inner : \sum_x w 0 x * (F *m F^T) x x ^+ 2 - frob (moment w)
    = \sum_i \sum_j (\sum_x w 0 x * (F x i * F x j) ^+ 2 - moment w i j ^+ 2).
  transitivity (\sum_i (\sum_j \sum_x w 0 x * (F x i * F x j) ^+ 2 - \sum_j moment w i j ^+ 2)).
    rewrite sumrB; congr (_ - _).
    transitivity (\sum_i \sum_x \sum_j w 0 x * (F x i * F x j) ^+ 2); last by apply: eq_bigr => i _; rewrite exchange_big.
    rewrite exchange_big; apply: eq_bigr => x _.
    have -> : (F *m F^T) x x = \sum_i F x i ^+ 2 by rewrite mxE; apply: eq_bigr => i _; rewrite mxE expr2.
    rewrite expr2 mulr_suml mulr_sumr; apply: eq_bigr => i _; rewrite !mulr_sumr; apply: eq_bigr => j _.
    by rewrite exprMn.
  by apply: eq_bigr => i _; rewrite sumrB.
rewrite inner mulr_suml expectation_sum; apply: eq_bigr => i _.
rewrite mulr_suml expectation_sum; apply: eq_bigr => j _.
rewrite momentE -(expectation_variance n0 w1 (fun x => F x i * F x j)); apply: eq_expectation => S.
by rewrite [(_ - _ : 'M_m) _ _]mxE [(- _ : 'M_m) _ _]mxE !momentE.
Qed.

Theorem sample_top_rate d :
  E (fun S => top_sum_of (moment (empirical R S)) d) - top_sum_of (moment w) d
  <= Num.sqrt (d%:R * (\sum_x w 0 x * (F *m F^T) x x ^+ 2 - frob (moment w)) / n%:R).
Proof.
pose r S := Num.sqrt (d%:R * frob (moment (empirical R S) - moment w)).
have r0 : 0 <= E r by apply: sumr_ge0 => S _; rewrite mulr_ge0 ?chance_ge0 ?sqrtr_ge0.
apply: (@le_trans _ _ (E r)).
  rewrite -[X in _ - X](expectation1 n w1) -expectationB; apply: le_expectation => // S; exact: moment_distance.
rewrite -[E r]ger0_norm // -sqrtr_sqr ler_wsqrtr //; apply: le_trans (expectation_sqr w1 w_ge0 r) _.
rewrite -mulrA -moment_variance -expectationZ; apply: le_expectation => // S.
by rewrite /r sqr_sqrtr // mulr_ge0 ?ler0n ?frob_ge0.
Qed.
End Moment.
