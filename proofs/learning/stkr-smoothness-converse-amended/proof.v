(* statement: sha256:042c34e4a0b37e4f23b9874c1d7b7f0ca66a2f85fd0b617ec0a379e3fc9de123 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements geometry operators spectral errors kernelbasis smoothness.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** The inverse of a positive semidefinite matrix is positive definite. *)
Fact inverse_positive (R : rcfType) n (A : 'M[R]_n) (v : 'cV[R]_n) : psd_matrix A -> A \in unitmx -> v != 0 ->
  0 < (v^T *m invmx A *m v) 0 0.
Proof.
move=> A0 Au v0; pose u := invmx A *m v.
have uA : u^T *m A = v^T by rewrite /u trmx_mul trmx_inv A0.1 -mulmxA mulVmx // mulmx1.
have uu : (u^T *m A *m u) 0 0 = (v^T *m invmx A *m v) 0 0 by rewrite uA /u mulmxA.
rewrite -uu lt_def A0.2 andbT; apply: contra v0 => /eqP z.
have := psd_cauchy u v A0; rewrite z mul0r uA => h.
have : (v^T *m v) 0 0 ^+ 2 == 0 by rewrite eq_le h sqr_ge0.
rewrite sqrf_eq0 mxE psumr_eq0 => [/allP w|i _]; last by rewrite mxE -expr2 sqr_ge0.
by apply/eqP/colP => i; have := w i (mem_index_enum _); rewrite /= !mxE -expr2 sqrf_eq0 => /eqP.
Qed.

Fact right_inverse (R : rcfType) n (A B : 'M[R]_n) : A *m B = 1%:M -> A \in unitmx /\ invmx A = B.
Proof.
move=> AB; have [Au _] := mulmx1_unit AB.
by split=> //; rewrite -[invmx A]mulmx1 -AB mulmxA mulVmx // mul1mx.
Qed.

Fact ratio_le (R : rcfType) (n1 n2 a1 a2 : R) : 0 < a1 -> 0 < a2 -> (n2 / a2 <= n1 / a1) = (n2 * a1 <= n1 * a2).
Proof. by move=> h1 h2; rewrite ler_pdivr_mulr // mulrAC ler_pdivl_mulr. Qed.

Section Converse.
Variables (R : rcfType) (N M : nat) (P : context R N M) (F : 'M[R]_N).
Let k := F *m F^T.
Notation D := (diag_mx (p P)).
Notation L := (integral_operator (p P) k).
(** ||f||^2 / ||f||_t^2 where t has full rank: ||f||_t^2 = f^T t^-1 f. *)
Let smoothness (t : 'M[R]_N) (f : 'cV[R]_N) := sqn (p P) f / (f^T *m invmx t *m f) 0 0.

Theorem stkr_smoothness_converse_amended (c0 c1 c2 : R) (f1 f2 : 'cV[R]_N) :
  let inverse_of_s := c1 *: invmx L + c2 *: (invmx L *m invmx L) - c0%:M in
  let ks := invmx inverse_of_s *m invmx D in
  \det F != 0 -> 0 <= c1 -> 0 <= c2 -> 0 < norm (p P) f1 -> 0 < norm (p P) f2 ->
  \det inverse_of_s != 0 -> psd_matrix ks ->
  smoothness k f2 <= smoothness k f1 -> smoothness (L *m k) f2 <= smoothness (L *m k) f1 ->
  smoothness ks f2 <= smoothness ks f1.
Proof.
move=> Z ks F0 c1p c2p n1 n2 Z0 ks0; have p0 := law_gt0 P.
rewrite !(norm_gt0 p0) in n1 n2.
have Du : D \in unitmx by rewrite unitmxE det_diag unitfE; apply/prodf_neq0 => x _; rewrite gt_eqF.
have ku : k \in unitmx by rewrite /k unitmx_mul unitmx_tr andbb unitmxE unitfE.
have LE : L = k *m D := integral_operatorE _ _.
have Lu : L \in unitmx by rewrite LE unitmx_mul ku.
have Zu : Z \in unitmx by rewrite unitmxE unitfE.
have k0 : psd_matrix k := factor_psd F; have [E _] := eigenbasis_exists p0 (kernel_selfadj (p P) k0).
have Lk0 : psd_matrix (L *m k) by have := kernel_power_psd k0 E 2; rewrite /kernel_power /= mulmx1.
clearbody k; have [|_ ik] := @right_inverse _ _ k (D *m invmx L); first by rewrite mulmxA -LE mulmxV.
have [|Lku iLk] := @right_inverse _ _ (L *m k) (D *m (invmx L *m invmx L)).
  by rewrite -mulmxA (mulmxA k) -LE (mulmxA L (invmx L)) mulmxV // mul1mx mulmxV.
have [|ksu iks] := @right_inverse _ _ ks (D *m Z); first by rewrite /ks -mulmxA (mulmxA _ D) mulVmx // mul1mx mulVmx.
have form f : (f^T *m invmx ks *m f) 0 0
    = c1 * (f^T *m invmx k *m f) 0 0 + c2 * (f^T *m invmx (L *m k) *m f) 0 0 - c0 * sqn (p P) f.
  have DZ : D *m Z = c1 *: (D *m invmx L) + c2 *: (D *m (invmx L *m invmx L)) - c0 *: D.
    by rewrite /Z mulmxBr mulmxDr -(scalemxAr c1) -(scalemxAr c2) mul_mx_scalar.
  rewrite iks ik iLk DZ /sqn ipE; move: (D *m invmx L) (D *m (invmx L *m invmx L)) => X Y.
  by rewrite mulmxBr mulmxDr mulmxBl mulmxDl -!scalemxAr -!scalemxAl [LHS]mxE !mxE.
rewrite /smoothness !ratio_le; try exact: inverse_positive.
rewrite !form => h1 h2; have := ler_add (ler_wpmul2l c1p h1) (ler_wpmul2l c2p h2).
move: (fun_of_matrix _ 0 0) (fun_of_matrix (_ *m f1) 0 0) => a b.
move: (sqn _ _) (sqn (p P) f2) => u v; rewrite -subr_ge0 => h; rewrite -subr_ge0; apply: le_trans h _.
by rewrite le_eqVlt; apply/orP; left; apply/eqP; mring.
Qed.
End Converse.

(** ** The statement as generated *)
Theorem stkr_smoothness_converse_amended_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P F c0 c1 c2 f1 f2 k L [F0 [c10 [c20 [n1 n2]]]] Z [Lu Z0] ks [_ [Zu [Du ks0]]].
move=> [[k0 [z1 [a [aP [z2 [b [bP ab]]]]]]] [Lk0 [_ [a' [a'P [_ [b' [b'P ab']]]]]]]].
have ZE : Z = c1 *: invmx L + c2 *: (invmx L *m invmx L) - c0%:M.
  by rewrite /Z /power /= mulmx1 trmx_const diag_const_mx scalemx1.
have ku : k \in unitmx by rewrite /k unitmx_mul unitmx_tr andbb unitmxE unitfE.
have Lku : L *m k \in unitmx by rewrite unitmx_mul Lu.
have ksu : ks \in unitmx by rewrite unitmx_mul !unitmx_inv Zu.
pose smooth t f := sqn (p P) f / (f^T *m invmx t *m f) 0 0.
have value t f v : psd_matrix t -> t \in unitmx -> smoothness_is (p P) t f v -> v = smooth t f.
  by move=> t0 tu vP; apply: smoothness_unique t0.1 vP (smoothness_unit _ _ t0.1 tu).
do 5 split=> //; exists (smooth ks f1); split; first exact: smoothness_unit ks0.1 ksu.
split=> //; exists (smooth ks f2); split; first exact: smoothness_unit ks0.1 ksu.
have := @stkr_smoothness_converse_amended R N M P F c0 c1 c2 f1 f2; cbv zeta; rewrite -/k -/L -ZE -/ks.
rewrite -!/(smooth _ _); apply=> //; first by rewrite -(value _ _ _ k0 ku aP) -(value _ _ _ k0 ku bP).
by rewrite -(value _ _ _ Lk0 Lku a'P) -(value _ _ _ Lk0 Lku b'P).
Qed.
