(* statement: sha256:ddc4bb17c284c843a1f55c32b6103521d7874d73262357f0a7f59f416f8a0e58 *)
(** g = [1, -1, 0] and h = [1, 1, -1] are singular functions for s^2 = 1/2 and 0. Of the features g and g + h they are
    the combinations (1, 0) and (-1, 1), which are not orthogonal. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements concrete geometry operators eigenvalues selfadjoint.
From Contexture Require Import orthonormal encoders losses pencil ritz.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** A pencil with its vectors. *)
Lemma pencil_values (R : rcfType) d (B C W W' : 'M[R]_d) (l : 'rV[R]_d) (j : 'I_d) : C \in unitmx -> W *m W' = 1%:M ->
  B *m W = C *m W *m diag_mx l -> (forall i k : 'I_d, (i <= k)%N -> l 0 k <= l 0 i) ->
  generalised_eigenvalue B C j.+1 = l 0 j.
Proof.
move=> Cu WW BW sorted; have unit : (1%:M)^T *m diag_mx (flat R d) *m 1%:M = 1%:M :> 'M_d.
  by rewrite flat_diag trmx1 !mulmx1.
have eigen : diag_mx l *m 1%:M = 1%:M *m diag_mx l by rewrite mulmx1 mul1mx.
rewrite -(eigenvalueE (Eigenbasis unit eigen sorted) j) /generalised_eigenvalue /eigenvalues.eigenvalue.
have -> : invmx C *m B = W *m diag_mx l *m W'.
  by rewrite -[B]mulmx1 -WW (mulmxA B) BW -(mulmxA C) -(mulmxA C) mulKmx // !mulmxA.
by rewrite char_poly_similar // (mulmx1C WW).
Qed.

Section Instance.
Variable R : rcfType.
Notation P := (table_context R (isT : is_table 3 2 [:: [:: 1; 0]; [:: 0; 1]; [:: 1; 1]]%N)).
Notation Phi := (rows 3 2 [:: [:: 1; 2%:R]; [:: -1; 0]; [:: 0; -1]] : 'M[R]_(3, 2)).
Let half : R := 2%:R^-1.

Fact features_centred : cmx P Phi = Phi.
Proof. by apply: cmx_id; case=> [[|[|//]] ?]; rewrite /mean; written; rewrite !mxE /=; numbers. Qed.
Fact means : T_star P *m Phi = rows 2 2 [:: [:: half; half]; [:: - half; - half]].
Proof. by entry_by_entry; rewrite /half; numbers. Qed.
Fact covarianceE : covariance P Phi = rows 2 2 [:: [:: half; half]; [:: half; 1 + half]].
Proof.
rewrite /covariance /covX features_centred; apply/matrixP; case=> [[|[|//]] ?]; case=> [[|[|//]] ?];
  by rewrite ip_gram /ip; written; rewrite !mxE /= /half; numbers.
Qed.
Fact expectedE : expected_covariance P Phi = const_mx (half / 2%:R).
Proof.
rewrite /expected_covariance /covA features_centred means; apply/matrixP; case=> [[|[|//]] ?]; case=> [[|[|//]] ?];
  by rewrite ip_gram /ip; written; rewrite !mxE /= /half; numbers.
Qed.
Notation B := (expected_covariance P Phi).
Notation C := (covariance P Phi).

Fact covariance_unit : C \in unitmx.
Proof.
suff e : C *m rows 2 2 [:: [:: 3%:R; -1]; [:: -1; 1]] = 1%:M by case/mulmx1_unit: e.
by rewrite covarianceE; entry_by_entry; rewrite !mxE /= /half; numbers.
Qed.

Fact covariance_positive : positive_definite C.
Proof.
split=> [|v]; first exact: covariance_sym.
have -> : (v^T *m C *m v) 0 0 = sqn (p P) (cmx P Phi *m v) by rewrite /sqn ipE trmx_mul !mulmxA.
by rewrite sqn_gt0; [apply: contra => /eqP/(independent covariance_unit) -> | apply: law_gt0].
Qed.

(** The vectors are the columns. *)
Notation W := (rows 2 2 [:: [:: 1; -1]; [:: 0; 1]] : 'M[R]_2).
Let theta : 'rV[R]_2 := rows 1 2 [:: [:: half; 0]].

Fact vectors : B *m W = C *m W *m diag_mx theta.
Proof.
by rewrite expectedE covarianceE mul_mx_diag; entry_by_entry; rewrite !mxE; written; rewrite ?mxE /= /half; numbers.
Qed.

Fact vector (j : 'I_2) : B *m col j W = theta 0 j *: (C *m col j W).
Proof.
apply/colP => i; have /matrixP/(_ i j) := vectors; rewrite mul_mx_diag [RHS]mxE mulrC => e.
by rewrite !colE !mulmxA -!colE [LHS]mxE e [RHS]mxE; congr (_ * _); rewrite [RHS]mxE.
Qed.

Fact values (j : 'I_2) : generalised_eigenvalue B C j.+1 = theta 0 j.
Proof.
have inverse : W *m rows 2 2 [:: [:: 1; 1]; [:: 0; 1]] = 1%:M by entry_by_entry; rewrite !mxE /=; numbers.
apply: (pencil_values j covariance_unit inverse vectors).
by case=> [[|[|//]] ?] [[|[|//]] ?] // _; rewrite !mxE //= invr_ge0 ler0n.
Qed.

Fact not_orthogonal : ~ statement.statement R.
Proof.
pose i : 'I_2 := ord0; pose j : 'I_2 := lift ord0 ord0.
have sym := expected_sym P Phi; have pos := covariance_positive.
have det0 : \det C != 0 by rewrite -unitfE -unitmxE covariance_unit.
have apart : generalised_eigenvalue B C 2 < generalised_eigenvalue B C 1.
  by rewrite (values i) (values j) !mxE /= invr_gt0 ltr0n.
have eigen k : B *m col k W = generalised_eigenvalue B C k.+1 *: (C *m col k W) by rewrite values vector.
move=> claim; have := claim 3%N 2%N P 2%N isT Phi 1%N isT 2%N isT (col i W) (col j W) det0.
move=> /(_ (conj sym (conj pos apart)))/(_ (conj (conj sym (conj pos (eigen i))) (conj sym (conj pos (eigen j))))).
by written; rewrite !mxE /= !(mul1r, mul0r, addr0) => /eqP; rewrite oppr_eq0 oner_eq0.
Qed.
End Instance.

Theorem ritz_orthonormal_fails (R : rcfType) : ~ statement.statement R.
Proof. exact: not_orthogonal. Qed.
