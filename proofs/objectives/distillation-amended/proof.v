(* statement: sha256:73bd7805541387f3211a55cf0753a88050df1ba93d13a4d3ba9c1a45df403f67 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements geometry operators ratio centred selfadjoint orthonormal singular.
From Contexture Require Import expansion encoders extract losses learning.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Distillation.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem distillation_amended (e : nat) (Teacher : 'M[R]_(N, e)) (d : nat) (Phi : 'M[R]_(N, d))
    (F := centred_encoder P Teacher) :
  (1 <= e <= N - 1)%N -> (1 <= d <= e)%N -> learns P Teacher ->
  integral_operator (p P) (F *m F^T) *m F = T P *m (T_star P *m F) ->
  minimises (unit_covariance P (d := d)) (kise P (F *m F^T) (d := d)) Phi -> learns P (centred_encoder P Phi).
Proof.
move=> /andP[e1 /(index_lt e1) eN] /andP[d1 de] lt; have dN := leq_ltn_trans de eN.
have [S [A [B [TA TB]]]] := learns_factor lt; pose top := top_functions e S; rewrite -/top in TA TB.
have [topG topM] := top_orthonormal S eN; rewrite -/top gramE in topG topM.
have FT : F = Teacher by rewrite /F /centred_encoder TA cmx_mul (cmx_id topM).
rewrite FT => act [u least]; pose H := integral_operator (p P) (Teacher *m Teacher^T).
have HE : H = Teacher *m Teacher^T *m diag_mx (p P) by rewrite /H integral_operatorE.
have oc : orthonormal_centred P (cmx P Phi) by apply/unit_covarianceE.
(** On mu_1 .. mu_e the teacher's operator is T T*, *)
have Htop : H *m top = KX P *m top by rewrite TB mulmxA act !mulmxA.
have Ktop : exists L, KX P *m top = top *m L.
  exists (diag_mx (\row_(j < e) s P j.+1 ^+ 2)); apply/matrixP => x j; rewrite mul_mx_diag [RHS]mxE [(\row_j _) _ _]mxE mulrC.
  transitivity ((KX P *m col j top) x 0); first by rewrite !colE mulmxA -colE [RHS]mxE.
  by rewrite top_col KX_mu !mxE.
(** elsewhere it is zero: nowhere is it more. *)
have le f : ip (p P) f (H *m f) <= ip (p P) f (KX P *m f).
  pose y := top^T *m diag_mx (p P) *m f; pose v := f - top *m y.
  have topv : top^T *m diag_mx (p P) *m v = 0 by rewrite /v mulmxBr -/y [_ *m (top *m y)]mulmxA topG mul1mx subrr.
  have Hv : H *m v = 0 by rewrite HE {2}TA trmx_mul -!mulmxA (mulmxA top^T) topv !mulmx0.
  have Kv : ip (p P) v (KX P *m (top *m y)) = 0.
    by have [L LE] := Ktop; rewrite mulmxA LE -mulmxA ipC ipE trmx_mul -!mulmxA (mulmxA top^T) topv mulmx0 mxE.
  have sH : selfadj (p P) H by apply: integral_selfadj; rewrite /symmetric trmx_mul trmxK.
  have -> : f = top *m y + v by rewrite /v addrC subrK.
  move: v topv Hv Kv => v topv Hv Kv; have Hy : H *m (top *m y) = KX P *m (top *m y) by rewrite !mulmxA Htop.
  have vHy : ip (p P) (top *m y) (KX P *m v) = 0 by rewrite (selfadjP (KX_selfadj P)) ipC.
  rewrite !mulmxDr Hv Hy addr0 !(ipDr, ipDl) Kv vHy !(addr0, add0r) ler_addl.
  exact: KX_psd.
have leZ : trace_on (p P) H (cmx P Phi) <= explained P (cmx P Phi) by rewrite -trace_KX; apply: ler_sum => j _; apply: le.
apply/(learns_explained dN oc)/eqP; rewrite eq_le (explained_le oc) (le_trans _ leZ) //.
(** The best for T T* is available. *)
pose G := top_functions d S; have oG : orthonormal_centred P G := top_orthonormal S dN.
have uG := orthonormal_unit_covariance oG.
have -> : \sum_(1 <= i < d.+1) s P i ^+ 2 = trace_on (p P) H G.
  rewrite -(top_explained S dN) -/G -trace_KX; apply: eq_bigr => j _; congr (ip _ _ _).
  have -> : col j G = col (widen_ord de j) top by rewrite !top_col.
  by rewrite !colE !mulmxA Htop.
have := least G uG; rewrite !kise_trace // !mul1r ler_add2l ler_opp2 (cmx_id (F := G)) //.
by case: oG.
Qed.
End Distillation.

Theorem distillation_amended_stated (R : rcfType) : statement.statement R.
Proof.
by move=> N M P e e_range Teacher d d_range Phi F learnt act [_]; apply: (distillation_amended e_range d_range).
Qed.
