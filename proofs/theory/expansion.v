(** * Expansions in singular functions.                                     *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators selfadjoint kyfan ratio spectral worstcase centred.
From Contexture Require Import eigenvalues vocabulary orthonormal singular existence.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** <f, g> is the sum of the products of coordinates in an orthonormal basis. *)
Lemma parseval (R : rcfType) n (w : 'rV[R]_n) (B : 'M[R]_n) f g : gram w B B = 1%:M ->
  ip w f g = \sum_(0 <= i < n) ip w f (column B i) * ip w g (column B i).
Proof.
rewrite gramE => BB; have BBi := mulmx1C BB.
have e (k : 'cV[R]_n) j : (B^T *m diag_mx w *m k) j 0 = ip w k (col j B).
  by rewrite ip_gram ipC; congr (ip w _ _); apply/colP => x; rewrite mxE.
pose c (k : 'cV[R]_n) := B^T *m diag_mx w *m k.
have cK k : B *m c k = k by rewrite /c mulmxA BBi mul1mx.
have -> : ip w f g = ((c f)^T *m (B^T *m diag_mx w *m B) *m c g) 0 0.
  by rewrite -{1}[f]cK -{1}[g]cK ipE trmx_mul !mulmxA.
rewrite BB mulmx1 mxE big_mkord; apply: eq_bigr => j _.
by rewrite columnE -!e mxE.
Qed.

Section Expansion.
Variables (R : rcfType) (N M : nat) (P : context R N M).
Notation pX := (law P). Notation pA := (law (dual P)).

(** The same system read from A to X. *)
Fact dual_right (S : singular_system P) : forall i, T (dual P) *m column (left_functions S) i = sigma S i *: column (right_functions S) i.
Proof. by move=> i; apply: (T_star_left (P := P)). Qed.
Fact dual_left (S : singular_system P) : forall i,
  T_star (dual P) *m column (right_functions S) i = sigma S i *: column (left_functions S) i.
Proof. by move=> i; rewrite expect_dd; apply: (T_right (P := P)). Qed.
Fact dual_orth (S : singular_system P) : gram (q (dual P)) (left_functions S) (left_functions S) = 1%:M.
Proof. by rewrite law_dd left_orthonormal. Qed.
Fact dual_ends (S : singular_system P) : forall i, (minn M N <= i)%N -> sigma S i = 0.
Proof. by move=> i; rewrite minnC; apply: sigma_ends. Qed.
Definition dual_system (S : singular_system P) : singular_system (dual P) :=
  @SingularSystem _ _ _ (dual P) (right_functions S) (left_functions S) (sigma S) (right_orthonormal S) (dual_orth S)
    (sigma_ge0 S) (sigma_decreasing S) (@dual_ends S) (@dual_right S) (@dual_left S) (right_first S) (left_first S).

Lemma s_dual i : s (dual P) i = s P i.
Proof. by have [S _] := system_exists P; rewrite -(sigmaE S) -(sigmaE (dual_system S)). Qed.

Lemma eigenvalue_KX i : eigenvalue (T P *m T_star P) i.+1 = s P i ^+ 2.
Proof. by have [S _] := system_exists P; rewrite -(sigmaE S); apply: eigenvalue_sigma. Qed.
Lemma eigenvalue_KA i : eigenvalue (T_star P *m T P) i.+1 = s P i ^+ 2.
Proof.
have [S _] := system_exists P; have := eigenvalue_sigma (dual_system S) i.
by rewrite /KX expect_dd => ->; rewrite -(sigmaE S).
Qed.

Lemma s_ge0 i : 0 <= s P i. Proof. exact: sqrtr_ge0. Qed.
Lemma s_decreasing i j : (i <= j)%N -> s P j <= s P i.
Proof. by have [S _] := system_exists P => ij; rewrite -!(sigmaE S) sigma_decreasing. Qed.
Lemma s_sq_decreasing i j : (i <= j)%N -> s P j ^+ 2 <= s P i ^+ 2.
Proof. by move=> ij; rewrite ler_sqr ?nnegrE ?s_ge0 // s_decreasing. Qed.
Lemma s_beyond i : (minn N M <= i)%N -> s P i = 0.
Proof. by have [S _] := system_exists P => h; rewrite -(sigmaE S) sigma_ends. Qed.
Lemma s0 : s P 0 = 1.
Proof.
have [S _] := system_exists P; have := T_right S 0; rewrite left_first right_first [_ *m _](expect1 P).
by move/colP/(_ (Ordinal (N_gt0 P))); rewrite !mxE mulr1 sigmaE.
Qed.
Lemma s_le1 i : s P i <= 1. Proof. by rewrite -s0 s_decreasing. Qed.

Variable S : singular_system P.
Notation mu := (mu S). Notation nu := (nu S). Notation s := (s P).

Lemma left_parseval f g : ip pX f g = \sum_(0 <= i < N) ip pX f (mu i) * ip pX g (mu i).
Proof. exact: parseval (left_orthonormal S). Qed.
Lemma right_parseval f g : ip pA f g = \sum_(0 <= i < M) ip pA f (nu i) * ip pA g (nu i).
Proof. exact: parseval (right_orthonormal S). Qed.

Lemma T_nu i : T P *m nu i = s i *: mu i. Proof. by rewrite T_right sigmaE. Qed.
Lemma Ts_mu i : T_star P *m mu i = s i *: nu i. Proof. by rewrite T_star_left sigmaE. Qed.
Lemma mu_0 : mu 0 = one. Proof. exact: left_first. Qed.
Lemma nu_0 : nu 0 = one. Proof. exact: right_first. Qed.

(** <T* f, nu_i> = s_i <f, mu_i> *)
Lemma Ts_coord f i : ip pA (T_star P *m f) (nu i) = s i * ip pX f (mu i).
Proof. by rewrite -expect_adjoint T_nu ipZr. Qed.
Lemma T_coord g i : ip pX (T P *m g) (mu i) = s i * ip pA g (nu i).
Proof. by rewrite ipC expect_adjoint Ts_mu ipZl ipC. Qed.

Lemma Ts_sqn f : sqn pA (T_star P *m f) = \sum_(0 <= i < N) s i ^+ 2 * ip pX f (mu i) ^+ 2.
Proof.
rewrite /sqn -expect_adjoint left_parseval; apply: eq_bigr => i _.
by rewrite T_coord Ts_coord; ring.
Qed.

(** f = sum_i <f, mu_i> mu_i *)
Lemma left_expansion f : f = \sum_(0 <= i < N) ip pX f (mu i) *: mu i.
Proof.
apply: (basis_ext (left_orthonormal S)) => j jN; rewrite left_parseval [RHS]ipC.
have lin (F : nat -> 'cV[R]_N) g : ip pX (\sum_(0 <= i < N) F i) g = \sum_(0 <= i < N) ip pX (F i) g.
  by elim/big_rec2: _ => [|i x y _ IH]; rewrite ?ip0l // ipDl IH.
by rewrite lin; apply: eq_bigr => i _; rewrite ipZl mulrC [ip _ (column _ _) _]ipC.
Qed.

(** T = sum_i s_i mu_i nu_i q *)
Lemma joint_expansion x a : P x a = \sum_(0 <= i < minn N M) s i * mu i x 0 * nu i a 0 * pX 0 x * pA 0 a.
Proof.
have BB := mulmx1C (etrans (esym (gramE pA _ _)) (right_orthonormal S)).
rewrite -(law_expect P) -[T P]mulmx1 -BB mulmxA mulmxA mul_mx_diag [X in _ * X]mxE [X in _ * (X * _)]mxE.
have cut (F : nat -> R) : (forall i, (minn N M <= i)%N -> F i = 0) ->
    \sum_(0 <= i < M) F i = \sum_(0 <= i < minn N M) F i.
  move=> h; rewrite (big_cat_nat _ _ _ (leq0n _) (geq_minr N M)) /= [X in _ + X]big_nat_cond [X in _ + X]big1 ?addr0 //.
  by move=> i /andP[/andP[h1 _] _]; apply: h.
rewrite -cut => [|i h]; last by rewrite s_beyond // !mul0r.
rewrite mulrA mulr_sumr mulr_suml big_mkord; apply: eq_bigr => i _.
have <- : (T P *m right_functions S) x i = s i * mu i x 0.
  by have /colP/(_ x) := T_nu i; rewrite /nu columnE colE mulmxA -colE !mxE.
by rewrite [in RHS]/nu columnE [col _ _ _ _]mxE [_^T _ _]mxE; mring.
Qed.

(** kX(x,y) = sum_i s_i^2 mu_i(x) mu_i(y) *)
Lemma kernel_expansion x y : kX P x y = \sum_(0 <= i < N) s i ^+ 2 * mu i x 0 * mu i y 0.
Proof.
apply: (mulfI (law_neq0 P y)); rewrite -kernel_entry.
have LL := mulmx1C (left_orth S).
rewrite -[KX P]mulmx1 -LL mulmxA mulmxA mul_mx_diag [LHS]mxE [RHS]mulrC; congr (_ * _); rewrite [LHS]mxE.
rewrite big_mkord; apply: eq_bigr => i _.
have -> : (KX P *m left_functions S) x i = s i ^+ 2 * mu i x 0.
  have -> : (KX P *m left_functions S) x i = (KX P *m mu i) x 0.
    by rewrite /mu columnE colE mulmxA -colE [RHS]mxE.
  by rewrite KX_mu mxE.
have -> : mu i y 0 = left_functions S y i by rewrite /mu columnE mxE.
by rewrite [_^T _ _]mxE.
Qed.
End Expansion.
