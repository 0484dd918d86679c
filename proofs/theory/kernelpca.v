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
End Gap.
