(** * Nested objectives: the first k features explain the most, for each k.  *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators selfadjoint ratio centred.
From Contexture Require Import objectives orthonormal singular existence expansion encoders extract losses learning.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** Summation by parts. *)
Lemma abel (R : rcfType) (c a : nat -> R) d :
  \sum_(0 <= j < d) c j * a j = \sum_(0 <= k < d) (c k - c k.+1) * (\sum_(0 <= j < k.+1) a j) + c d * \sum_(0 <= j < d) a j.
Proof.
elim: d => [|d IH]; first by rewrite !big_geq // mulr0 addr0.
rewrite big_nat_recr //= IH [in RHS]big_nat_recr //= [\sum_(0 <= j < d.+1) a j]big_nat_recr //=.
by move: (\sum_(0 <= k < d) _) (\sum_(0 <= j < d) _) => x y; ring.
Qed.

Section Prefix.
Variables (R : rcfType) (N M : nat) (P : context R N M) (d : nat) (Phi : 'M[R]_(N, d)).
Notation pX := (law P).
(** The first k features. *)
Definition prefix k : 'M[R]_(N, k) := \matrix_(x, j) column Phi j x 0.

Lemma prefix_col k (j : 'I_k) : col j (prefix k) = column Phi j.
Proof. by apply/colP => x; rewrite !mxE. Qed.

Lemma prefix_orthonormal k : (k <= d)%N -> orthonormal_centred P Phi -> orthonormal_centred P (prefix k).
Proof.
move=> kd [/matrixP g m]; have lt (j : 'I_k) : (j < d)%N by apply: leq_trans kd.
split=> [|j]; last by rewrite prefix_col (column_lt _ (lt j)).
by apply/matrixP => i j; have := g (Ordinal (lt i)) (Ordinal (lt j)); rewrite !mxE !prefix_col !(column_lt _ (lt _)).
Qed.

(** What feature j explains. *)
Definition value (j : nat) : R := ip pX (column Phi j) (T P *m (T_star P *m column Phi j)).

Lemma prefix_explained k : explained P (prefix k) = \sum_(0 <= j < k) value j.
Proof. by rewrite big_mkord; apply: eq_bigr => j _; rewrite prefix_col /value expect_adjoint. Qed.

Hypothesis dN : (d < N)%N.
Hypothesis oc : orthonormal_centred P Phi.

Lemma prefix_le k : (k <= d)%N -> \sum_(0 <= j < k) value j <= \sum_(0 <= j < k) s P j.+1 ^+ 2.
Proof.
move=> kd; rewrite -prefix_explained -(big_add1 _ _ 0 k.+1 xpredT (fun i => s P i ^+ 2)).
by apply: explained_le (prefix_orthonormal kd oc); apply: leq_ltn_trans dN.
Qed.

(** If all of them are best, each feature is an eigenfunction. *)
Hypothesis best : forall k, (k <= d)%N -> \sum_(0 <= j < k) value j = \sum_(0 <= j < k) s P j.+1 ^+ 2.

Lemma best_value j : (j < d)%N -> value j = s P j.+1 ^+ 2.
Proof.
move=> jd; have := best jd; rewrite !big_nat_recr //= best; last exact: ltnW.
exact: addrI.
Qed.

Lemma best_invariant k : (k <= d)%N -> exists B : 'M[R]_k, KX P *m prefix k = prefix k *m B.
Proof.
move=> kd; have kN := leq_ltn_trans kd dN; have ok := prefix_orthonormal kd oc.
have /(learns_explained kN ok) : explained P (prefix k) = \sum_(1 <= i < k.+1) s P i ^+ 2.
  by rewrite prefix_explained best // [RHS]big_add1.
case=> S [/span_factor[A AE] /span_factor[B BE]].
pose e : 'rV[R]_k := \row_(j < k) s P j.+1 ^+ 2.
have Ktop : KX P *m top_functions k S = top_functions k S *m diag_mx e.
  apply/matrixP => x j; rewrite mul_mx_diag [RHS]mxE [e _ _]mxE mulrC.
  transitivity ((KX P *m col j (top_functions k S)) x 0); first by rewrite !colE mulmxA -colE [RHS]mxE.
  by rewrite top_col KX_mu !mxE.
exists (B *m diag_mx e *m A); rewrite {1}AE (mulmxA (KX P)) Ktop {1}BE.
by rewrite !mulmxA.
Qed.

Theorem best_eigenfunction (j : 'I_d) : T P *m (T_star P *m col j Phi) = s P j.+1 ^+ 2 *: col j Phi.
Proof.
have [g _] := oc; have jd := ltn_ord j; pose f := col j Phi.
have Kcol k (i : nat) : (i < k)%N -> (k <= d)%N -> exists b : 'cV[R]_k, KX P *m column Phi i = prefix k *m b.
  move=> ik kd; have [B BE] := best_invariant kd; exists (col (Ordinal ik) B).
  by rewrite -(prefix_col (Ordinal ik)) !colE !mulmxA BE.
have [b bE] := Kcol j.+1 j (ltnSn j) jd; rewrite columnE in bE.
have ortho (i : nat) : (i < d)%N -> i != j -> ip pX (column Phi i) f = 0.
  move=> id ij; have /matrixP/(_ (Ordinal id) j) := g; rewrite !mxE (column_lt _ id) => ->.
  by rewrite -val_eqE /= (negPf ij).
have [go _] := prefix_orthonormal jd oc.
have coord (i : 'I_j.+1) : b i 0 = ip pX (column Phi i) (KX P *m f).
  rewrite gramE in go; rewrite /f bE -prefix_col -[b in LHS]mul1mx -go -mulmxA -mulmxA mulmxA ip_gram.
  by rewrite col_id.
have low (i : 'I_j.+1) : i != ord_max -> b i 0 = 0.
  move=> im; have ij : (i < j)%N.
    by have := ltn_ord i; rewrite ltnS leq_eqVlt => /orP[/eqP e|//]; case/negP: im; apply/eqP/val_inj.
  rewrite coord (selfadjP (KX_selfadj P)); have [a ->] := Kcol j i ij (ltnW jd).
  rewrite ipC ipE -[prefix j *m a]/(prefix j *m a) mulmxA (_ : _ *m prefix j = 0) ?mul0mx ?mxE //.
  apply/rowP => k; rewrite ip_gram col_id prefix_col ipC ortho ?mxE //; last by rewrite neq_ltn ltn_ord.
  exact: ltn_trans jd.
rewrite mulmxA -/(KX P) bE; have -> : b = b ord_max 0 *: delta_mx ord_max 0.
  apply/colP => i; rewrite !mxE eqxx andbT; have [->|im] := eqVneq i ord_max; first by rewrite mulr1.
  by rewrite low // mulr0.
rewrite -scalemxAr -colE prefix_col columnE coord columnE -/f; congr (_ *: _).
by rewrite -best_value // /value columnE mulmxA.
Qed.
End Prefix.

Section Nested.
Variables (R : rcfType) (N M : nat) (P : context R N M) (d : nat) (c : 'cV[R]_d).
Hypothesis dN : (d < N)%N.
Hypothesis last : forall j : 'I_d, j.+1 = d -> 0 < c j 0.
Hypothesis steps : forall i j : 'I_d, j = i.+1 :> nat -> c j 0 < c i 0.
Let c' (i : nat) : R := if insub i is Some j then c j 0 else 0.

Fact c'E (j : 'I_d) : c' j = c j 0. Proof. by rewrite /c' valK. Qed.
Fact c'_end : c' d = 0. Proof. by rewrite /c' insubF // ltnn. Qed.
Fact c'_step k : (k < d)%N -> 0 < c' k - c' k.+1.
Proof.
move=> kd; rewrite (c'E (Ordinal kd)) subr_gt0; have [kd'|dk] := ltnP k.+1 d.
  by rewrite (c'E (Ordinal kd')); apply: steps.
by rewrite /c' insubF ?ltnNge ?dk //; apply: last => /=; apply/eqP; rewrite eqn_leq kd dk.
Qed.

Lemma nested_abel (Phi : 'M[R]_(N, d)) :
  nested P c Phi = \sum_(0 <= k < d) (c' k - c' k.+1) * (\sum_(0 <= j < k.+1) value P Phi j).
Proof.
have := abel c' (value P Phi) d; rewrite c'_end mul0r addr0 => <-; rewrite big_mkord.
by apply: eq_bigr => j _; rewrite c'E /value columnE.
Qed.

Lemma top_abel : \sum_(j < d) c j 0 * s P j.+1 ^+ 2 = \sum_(0 <= k < d) (c' k - c' k.+1) * (\sum_(0 <= j < k.+1) s P j.+1 ^+ 2).
Proof.
have := abel c' (fun j => s P j.+1 ^+ 2) d; rewrite c'_end mul0r addr0 => <-; rewrite big_mkord.
by apply: eq_bigr => j _; rewrite c'E.
Qed.

Lemma nested_le (Phi : 'M[R]_(N, d)) : orthonormal_centred P Phi -> nested P c Phi <= \sum_(j < d) c j 0 * s P j.+1 ^+ 2.
Proof.
move=> oc; rewrite nested_abel top_abel; apply: ler_sum_nat => k /andP[_ kd].
by rewrite ler_pmul2l ?c'_step // prefix_le.
Qed.

Lemma nested_eigenfunctions (Phi : 'M[R]_(N, d)) : gram (law P) Phi Phi = 1%:M ->
  (forall j, T P *m (T_star P *m col j Phi) = s P j.+1 ^+ 2 *: col j Phi) -> nested P c Phi = \sum_(j < d) c j 0 * s P j.+1 ^+ 2.
Proof.
move=> /matrixP g eig; apply: eq_bigr => j _; rewrite eig ipZr.
by have := g j j; rewrite !mxE eqxx => ->; rewrite mulr1.
Qed.

Theorem nested_maximum : maximum_is (@orthonormal_centred _ _ _ P d) (nested P c) (\sum_(j < d) c j 0 * s P j.+1 ^+ 2).
Proof.
split; last exact: nested_le.
have [S _] := system_exists P; have oc := top_orthonormal S dN; exists (top_functions d S); split=> //.
apply: nested_eigenfunctions; first by case: oc.
by move=> j; rewrite top_col mulmxA KX_mu.
Qed.

Theorem nested_maximises (Phi : 'M[R]_(N, d)) : maximises (@orthonormal_centred _ _ _ P d) (nested P c) Phi <->
  orthonormal_centred P Phi /\ forall j, T P *m (T_star P *m col j Phi) = s P j.+1 ^+ 2 *: col j Phi.
Proof.
have [[F [oF vF]] le] := nested_maximum; split=> [[oc most]|[oc eig]]; last first.
  by split=> // G oG; rewrite (nested_eigenfunctions _ eig); [apply: le | case: oc].
split=> // j; apply: (best_eigenfunction dN oc).
have : nested P c Phi = \sum_(j < d) c j 0 * s P j.+1 ^+ 2.
  by apply/eqP; rewrite eq_le nested_le // -vF most.
rewrite nested_abel top_abel => /eqP; rewrite -subr_eq0 -sumrB => /eqP/esym/eqP.
move=> z [|k] kd; first by rewrite !big_geq.
move: z; rewrite big_mkord eq_sym -oppr_eq0 -sumrN psumr_eq0 => [/allP z|i _].
  have := z (Ordinal kd) (mem_index_enum _); rewrite /= -mulrBr oppr_eq0 mulf_eq0 (gt_eqF (c'_step kd)) /= subr_eq0.
  by move/eqP.
by rewrite oppr_ge0 -mulrBr pmulr_rle0 ?c'_step // subr_le0 prefix_le.
Qed.
End Nested.
