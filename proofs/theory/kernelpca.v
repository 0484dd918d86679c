(** * Kernel PCA on a sample: what it holds of the law, and that it is near the best with high probability. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import vocabulary geometry selfadjoint kyfan ratio spectral eigenvalues objectives orthonormal extract span pencil frobenius.
From Contexture Require Import trained jensen exponential kernelbasis sample swap sampling mcdiarmid tails.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** ** Definitions *)
Section Defs.
Variables (R : rcfType) (N n d : nat) (w : 'rV[R]_N) (k : 'M[R]_N) (S : sample N n) (B : 'M[R]_(N, d)).
(** f_1 .. f_d, the columns of k B, are top eigenfunctions of the empirical operator, orthogonal in the space of k and none *)
(** of them zero there: T f_j = l_j f_j, where <k a, k b>_k = a^T k b and l_1 >= l_2 >= .. are the eigenvalues of k(x_i, x_j) / n. *)
Definition top_empirical : Prop :=
  [/\ forall j : 'I_d, integral_operator (empirical R S) k *m col j (k *m B) = eigenvalue (sample_gram k S) j.+1 *: col j (k *m B),
      forall i j : 'I_d, i != j -> (B^T *m k *m B) i j = 0 &
      forall j : 'I_d, (B^T *m k *m B) j j != 0].
(** gamma_1 + .. + gamma_d, where gamma_j = ||f_j||^2 / ||f_j||_k^2 *)
Definition captured : R := \sum_j sqn w (col j (k *m B)) / (B^T *m k *m B) j j.
End Defs.

(** ** As orthonormal families of features *)
Section Features.
Variables (R : rcfType) (N m n d : nat) (F : 'M[R]_(N, m)) (S : sample N n) (B : 'M[R]_(N, d)).
Hypothesis top : top_empirical (F *m F^T) S B.
Notation k := (F *m F^T).
Notation f0 := (@flat_gt0 R m).
Notation trace := (trace_on (flat R m)).
Let G := B^T *m k *m B.
Let U := F^T *m B.
Let Q : 'M[R]_(m, d) := \matrix_(i, j) (U i j / Num.sqrt (G j j)).

Fact captured_gram : G = U^T *m U.
Proof. by rewrite /G /U trmx_mul trmxK !mulmxA. Qed.
Fact captured_col j : col j Q = (Num.sqrt (G j j))^-1 *: col j U.
Proof. by apply/colP => i; rewrite !mxE mulrC. Qed.
Fact captured_ge0 j : 0 < G j j.
Proof.
have [_ _ /(_ j)] := top; rewrite -/k -/G lt_def => -> /=.
by rewrite captured_gram mxE sumr_ge0 // => i _; rewrite mxE -expr2 sqr_ge0.
Qed.

Fact captured_orthonormal : gram (flat R m) Q Q = 1%:M.
Proof.
apply/matrixP => i j; rewrite mxE !captured_col ipZl ipZr -ip_gram flat_diag mulmx1 -captured_gram [RHS]mxE.
have [_ off _] := top; have [<-|ij] := eqVneq i j; last by rewrite [G i j]off // !mulr0.
have g0 := captured_ge0 i; rewrite mulrA -expr2 exprVn sqr_sqrtr ?(ltW g0) // mulVf // gt_eqF //.
Qed.

(** What is captured is the trace of the law's moments. *)
Lemma captured_trace w : captured w k B = trace (moment F w) Q.
Proof.
rewrite trace_moment (eq_bigr (fun x => \sum_j w 0 x * (F *m Q) x j ^+ 2)) => [|x _]; last by rewrite mulr_sumr.
rewrite exchange_big; apply: eq_bigr => j _ /=; rewrite mulr_suml; apply: eq_bigr => x _.
have -> : (F *m Q) x j = (k *m B) x j / Num.sqrt (G j j).
  rewrite -mulmxA -/U [LHS]mxE [X in X / _]mxE mulr_suml; apply: eq_bigr => i _; by rewrite [Q _ _]mxE mulrA.
by rewrite [col _ _ _ _]mxE -expr2 expr_div_n sqr_sqrtr ?mulrA // ltW ?captured_ge0.
Qed.

(** That of the sample's moments is as large as it can be. *)
Lemma captured_sample : trace (moment F (empirical R S)) Q = top_sum_of (sample_gram k S) d.
Proof.
have [eig _ _] := top; rewrite /top_sum_of big_add1 big_mkord; apply: eq_bigr => j _.
set l := eigenvalue _ _; have UE : col j U = F^T *m col j B by rewrite !colE mulmxA.
have e : moment F (empirical R S) *m col j U = l *: col j U.
  pose z := diag_mx (empirical R S) *m F *m col j U - l *: col j B.
  have Fz : k *m z = 0.
    rewrite mulmxBr -scalemxAr !mulmxA -integral_operatorE -!mulmxA UE (mulmxA F) (_ : k *m col j B = col j (k *m B)).
      by rewrite eig subrr.
    by rewrite !colE mulmxA.
  apply/eqP; rewrite -subr_eq0 (_ : _ - _ = F^T *m z); last first.
    by rewrite mulmxBr -scalemxAr -UE /moment !mulmxA.
  by rewrite -(sqn_eq0 f0) /sqn flat_ip trmx_mul trmxK -mulmxA (mulmxA F) Fz mulmx0 mxE.
rewrite captured_col -scalemxAr e scalerA mulrC -scalerA -captured_col ipZr.
by have /matrixP/(_ j j) := captured_orthonormal; rewrite !mxE eqxx => ->; rewrite mulr1.
Qed.

Theorem captured_features : exists Q : 'M[R]_(m, d), [/\ gram (flat R m) Q Q = 1%:M,
  trace (moment F (empirical R S)) Q = top_sum_of (sample_gram k S) d & forall w, captured w k B = trace (moment F w) Q].
Proof. by exists Q; split; [exact: captured_orthonormal | exact: captured_sample | exact: captured_trace]. Qed.
End Features.

(** ** The gap *)
Section Gap.
Variables (R : rcfType) (N m n d : nat) (F : 'M[R]_(N, m)) (w : 'rV[R]_N) (c : R).
Hypotheses (w0 : forall x, 0 < w 0 x) (w1 : \sum_x w 0 x = 1) (n0 : (0 < n)%N).
Hypothesis kc : forall x, (F *m F^T) x x <= c.
Notation k := (F *m F^T).
Notation f0 := (@flat_gt0 R m).
Notation trace := (trace_on (flat R m)).
Notation E := (@expectation R N n w).
Notation moment_of S := (moment F (empirical R S)).
Let w_ge0 x : 0 <= w 0 x := ltW (w0 x).
Implicit Type S : sample N n.

(** Of any d orthonormal vectors Q that are best for the law: how much less the sample sees of Q, and the most that it sees *)
(** too much of any. *)
Definition gap_bound (Q : 'M[R]_(m, d)) S : R :=
  trace (moment F w) Q - trace (moment_of S) Q + top_sum_of (moment_of S - moment F w) d.

Variable Q : 'M[R]_(m, d).
Hypothesis QQ : gram (flat R m) Q Q = 1%:M.
Let dm : (d <= m)%N := orthonormal_rank QQ.
Let sa S : selfadj (flat R m) (moment_of S - moment F w) := selfadjB (moment_selfadj F _) (moment_selfadj F _).

Fact gap_bound_le S (B : 'M[R]_(N, d)) : top_empirical k S B -> trace (moment F w) Q - captured w k B <= gap_bound Q S.
Proof.
move=> top; have [H [HH best ->]] := captured_features top; rewrite /gap_bound.
have := trace_le f0 (sa S) HH; have := trace_le f0 (moment_selfadj F (empirical R S)) QQ.
rewrite trace_onB -sample_moment // -best; move: (top_sum_of _ _) => t le1 le2; rewrite -subr_ge0.
rewrite -subr_ge0 in le1; rewrite -subr_ge0 in le2; have := addr_ge0 le1 le2; congr (0 <= _).
by move: (trace (moment F w) Q) (trace (moment_of S) Q) (trace (moment F w) H) (trace (moment_of S) H) => x1 x2 x3 x4; ring.
Qed.

Fact gap_bound_varies : varies_by (gap_bound Q) (2%:R * (c / n%:R)).
Proof.
move=> i S S' SS; have S'S : same_but i S' S by move=> j /SS.
have := ler_add (one_draw_trace kc QQ S'S) (one_draw_top kc (moment_sym F w) dm SS); rewrite /gap_bound.
rewrite (_ : 2%:R * (c / n%:R) = c / n%:R + c / n%:R); last by ring.
apply: le_trans; rewrite le_eqVlt; apply/orP; left; apply/eqP; ring.
Qed.

Fact gap_bound_mean : 0 <= c -> E (gap_bound Q) <= c * Num.sqrt (d%:R / n%:R).
Proof.
move=> c0; rewrite expectationD expectationB expectation1 //.
have -> : E (fun S => trace (moment_of S) Q) = trace (moment F w) Q.
  rewrite (eq_expectation _ (G := fun S => \sum_x empirical R S 0 x * \sum_j (F *m Q) x j ^+ 2)) => [|S]; last exact: trace_moment.
  by rewrite (expectation_empirical n0 w1) trace_moment.
rewrite subrr add0r; pose r S := Num.sqrt (d%:R * frob (moment_of S - moment F w)).
have r0 : 0 <= E r by apply: sumr_ge0 => S _; rewrite mulr_ge0 ?chance_ge0 ?sqrtr_ge0.
apply: (@le_trans _ _ (E r)).
  apply: le_expectation => // S; have [B _] := eigenbasis_exists f0 (sa S).
  by rewrite -(top_eigenfunctions_trace B dm); apply: trace_frob; apply: top_eigenfunctions_gram.
rewrite -[E r]ger0_norm // -[X in X * _]ger0_norm // -!sqrtr_sqr -sqrtrM ?sqr_ge0 // ler_wsqrtr //.
apply: le_trans (expectation_sqr w1 w_ge0 r) _.
rewrite (eq_expectation _ (G := fun S => d%:R * frob (moment_of S - moment F w))) => [|S]; last first.
  by rewrite /r sqr_sqrtr // mulr_ge0 ?ler0n ?frob_ge0.
rewrite expectationZ moment_variance // mulrA mulrA ler_wpmul2r ?invr_ge0 ?ler0n // mulrC ler_wpmul2r ?ler0n //.
rewrite ler_subl_addr; apply: (@le_trans _ _ (c ^+ 2)); last by rewrite ler_addl frob_ge0.
rewrite -[X in _ <= X]mul1r -w1 mulr_suml; apply: ler_sum => x _; rewrite ler_wpmul2l //.
have kx0 : 0 <= k x x by rewrite mxE sumr_ge0 // => l _; rewrite mxE -expr2 sqr_ge0.
by rewrite ler_expn2r // nnegrE.
Qed.

(** Samples whose kernel PCA may fall short by more than t beyond the mean are improbable. *)
Theorem kernel_pca_tail (e : exponential R) (bad : pred (sample N n)) (t : R) : Num.archimedean_axiom R -> 0 < c -> 0 <= t ->
  (forall S, bad S -> exists B : 'M[R]_(N, d), top_empirical k S B /\
    c * Num.sqrt (d%:R / n%:R) + t <= trace (moment F w) Q - captured w k B) ->
  probability w bad <= exp e (- (n%:R * t ^+ 2 / (2%:R * c ^+ 2))).
Proof.
move=> ar c0 t0 badP; have n0R : 0 < n%:R :> R by rewrite ltr0n.
have v0 : 0 < 2%:R * (c / n%:R) by rewrite mulr_gt0 ?divr_gt0 ?ltr0n.
apply: le_trans (_ : probability w (fun S => t <= gap_bound Q S - E (gap_bound Q)) <= _).
  apply: le_expectation => // S; rewrite ler_nat; case: (boolP (bad S)) => // /badP[B [top far]].
  have := gap_bound_mean (ltW c0); have := le_trans far (gap_bound_le top); rewrite lt0b => h mean.
  by rewrite ler_subr_addr; apply: le_trans h; rewrite addrC ler_add2r.
apply: le_trans (mcdiarmid e ar w_ge0 w1 gap_bound_varies n0 v0 t0) _; apply: exp_le.
rewrite le_eqVlt; apply/orP; left; apply/eqP; rewrite mulNr mulNr; congr (- _).
have -> : n%:R * (2%:R * (c / n%:R)) ^+ 2 = 2%:R * (2%:R * c ^+ 2) / n%:R.
  have := divff (lt0r_neq0 n0R); move: n%:R (n%:R^-1) => a a' aa.
  by rewrite [LHS](_ : _ = a * a' * (2%:R * (2%:R * c ^+ 2) * a')); [rewrite aa mul1r | ring].
have two : 2%:R * 2%:R^-1 = 1 :> R by rewrite divff // pnatr_eq0.
rewrite invf_div [(2%:R * (2%:R * _))^-1]invfM; move: (2%:R * c ^+ 2)^-1 => z; move: 2%:R^-1 two => h two.
by rewrite [LHS](_ : _ = 2%:R * h * (n%:R * t ^+ 2 * z)); [rewrite two mul1r | ring].
Qed.
End Gap.

(** ** Samples that show d directions have d top eigenfunctions. *)
Section Exists.
Variables (R : rcfType) (N n d : nat) (k : 'M[R]_N) (S : sample N n).
Hypotheses (n0 : (0 < n)%N) (k0 : psd_matrix k).
Notation D := (drawn R S).
Let n0R : n%:R != 0 :> R. Proof. by rewrite pnatr_eq0 -lt0n. Qed.

Fact sample_gram_drawn : sample_gram k S = n%:R^-1 *: (D^T *m k *m D).
Proof.
apply/matrixP => i j; rewrite !mxE mulrC; congr (_ * _); rewrite (bigD1 (S j)) //= big1 => [|y yS]; last first.
  by rewrite [D _ _]mxE eq_sym (negPf yS) mulr0.
rewrite addr0 [D _ _]mxE eqxx mulr1 mxE (bigD1 (S i)) //= big1 => [|x xS]; last first.
  by rewrite [_^T _ _]mxE [D _ _]mxE eq_sym (negPf xS) mul0r.
by rewrite addr0 [_^T _ _]mxE [D _ _]mxE eqxx mul1r.
Qed.

Fact empirical_op (v : 'cV[R]_n) : integral_operator (empirical R S) k *m (k *m (D *m v)) = k *m (D *m (sample_gram k S *m v)).
Proof.
rewrite integral_operatorE; have -> : diag_mx (empirical R S) = n%:R^-1 *: (D *m D^T) by rewrite empirical_drawn // scalerA mulVf // scale1r.
by rewrite sample_gram_drawn -scalemxAr -!scalemxAl -!scalemxAr !mulmxA.
Qed.

Fact rank_positive (E : eigenbasis (flat R n) (sample_gram k S)) (j : 'I_n) : (j < \rank (D^T *m k *m D))%N -> 0 < ev E 0 j.
Proof.
have form (v : 'cV[R]_n) : 0 <= (v^T *m (sample_gram k S *m v)) 0 0.
  rewrite sample_gram_drawn -scalemxAl -scalemxAr mxE mulr_ge0 ?invr_ge0 ?ler0n //.
  by have := k0.2 (D *m v); rewrite trmx_mul !mulmxA.
have g0 i : 0 <= ev E 0 i by rewrite -[ev E 0 i]mulr1 -(sqn_basis E i) /sqn -ipZr -eig_col flat_ip.
move=> jr; rewrite lt_def g0 andbT; apply/eqP => z.
have := jr; rewrite ltnNge => /negP; apply.
have -> : D^T *m k *m D = n%:R *: sample_gram k S by rewrite sample_gram_drawn scalerA divff // scale1r.
rewrite mxrank_scale_nz //; have KE := ef_eig E; have inv := ef_inv E.
have -> : sample_gram k S = ef E *m (pid_mx j *m diag_mx (ev E)) *m ((ef E)^T *m diag_mx (flat R n)).
  rewrite (_ : pid_mx j *m _ = diag_mx (ev E)); first by rewrite -KE -mulmxA inv mulmx1.
  apply/matrixP => a b; rewrite mul_mx_diag !mxE; have [<-|ab] := eqVneq a b; last by rewrite (negPf (ab : nat_of_ord a != b)) mul0r.
  case: ltnP => [_|ja]; first by rewrite eqxx mul1r.
  by rewrite andbF mul0r; apply/esym/eqP; rewrite eq_le g0 andbT -z ev_sorted.
apply: leq_trans (mxrankM_maxl _ _) _; apply: leq_trans (mxrankM_maxr _ _) _; apply: leq_trans (mxrankM_maxl _ _) _.
by rewrite rank_pid_mx // ltnW.
Qed.

Theorem top_empirical_exists : (d <= \rank (D^T *m k *m D))%N -> exists B : 'M[R]_(N, d), top_empirical k S B.
Proof.
move=> dr; have dn : (d <= n)%N := leq_trans dr (rank_leq_row _).
have sG : selfadj (flat R n) (sample_gram k S).
  by apply: flat_selfadj; rewrite sample_gram_drawn [(_ *: _)^T]linearZ /= !trmx_mul trmxK k0.1 mulmxA.
have [E _] := eigenbasis_exists (@flat_gt0 R n) sG; pose V := top_eigenfunctions E d.
have lt (j : 'I_d) : (j < n)%N := leq_trans (ltn_ord j) dn.
have VE j : col j V = col (Ordinal (lt j)) (ef E) by rewrite /V top_eigenfunctions_col (column_lt _ (lt j)).
have eV j : sample_gram k S *m col j V = eigenvalue (sample_gram k S) j.+1 *: col j V.
  by rewrite VE eig_col (eigenvalueE E (Ordinal (lt j))).
have gV i j : ((D *m V)^T *m k *m (D *m V)) i j = n%:R * (eigenvalue (sample_gram k S) j.+1 * (i == j)%:R).
  have -> : (D *m V)^T *m k *m (D *m V) = V^T *m diag_mx (flat R n) *m (n%:R *: (sample_gram k S *m V)).
    by rewrite flat_diag mulmx1 sample_gram_drawn trmx_mul -!scalemxAl scalerA divff // scale1r !mulmxA.
  have VV : gram (flat R n) V V = 1%:M by apply: top_eigenfunctions_gram.
  have -> : n%:R *: (sample_gram k S *m V) = V *m diag_mx (\row_(l < d) (n%:R * eigenvalue (sample_gram k S) l.+1)).
    apply/matrixP => x l; rewrite mul_mx_diag [LHS]mxE [RHS]mxE [(\row_ _ _) _ _]mxE.
    by have /colP/(_ x) := eV l; rewrite !colE mulmxA -!colE [LHS]mxE => ->; rewrite [X in _ * X]mxE [col _ _ _ _]mxE mulrA mulrC.
  rewrite mulmxA -gramE VV mul1mx !mxE; case: eqP => [->|_]; by rewrite ?mulr1n ?mulr1 ?mulr0n ?mulr0.
exists (D *m V); split=> [j|i j ij|j].
- have -> : col j (k *m (D *m V)) = k *m (D *m col j V) by rewrite !colE !mulmxA.
  by rewrite empirical_op eV -!scalemxAr.
- by rewrite gV (negPf ij) !mulr0.
by rewrite gV eqxx mulr1 mulf_neq0 // (eigenvalueE E (Ordinal (lt j))) gt_eqF // rank_positive // (leq_trans (ltn_ord j)).
Qed.
End Exists.
