(** * Encoders in the space of a kernel: the gap of a family, and what the family does not see. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import vocabulary geometry selfadjoint kyfan ratio spectral eigenvalues orthonormal extract span pencil bound.
From Contexture Require Import kernelbasis swap sampling.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** ** Definitions: the features are k B, a family in their span is k B W. *)
Section Gap.
Variables (R : rcfType) (N d : nat) (w : 'rV[R]_N) (k : 'M[R]_N) (B : 'M[R]_(N, d)).
(** The inner products in the space of k: <k a, k b>_k = a^T k b. *)
Definition kernel_gram e (W : 'M[R]_(d, e)) : 'M[R]_e := (B *m W)^T *m k *m (B *m W).
(** l_1 + .. + l_(e+1) - Tr(G^-1 F) of a family: G its inner products in the space of k, F those for w. *)
Definition kernel_gap e (W : 'M[R]_(d, e)) : R :=
  \sum_(1 <= i < e.+2) eigenvalue (integral_operator w k) i
  - \tr (invmx (kernel_gram W) *m gram w (k *m (B *m W)) (k *m (B *m W))).
End Gap.

(** ** Ky Fan for a family and one function that is orthogonal to it *)
Section Unseen.
Variables (R : rcfType) (n : nat) (C : 'M[R]_n).
Hypothesis sC : C^T = C.

Lemma form_sym (x y : 'cV[R]_n) : (y^T *m C *m x) 0 0 = (x^T *m C *m y) 0 0.
Proof. by rewrite -[x^T *m C *m y]trmxK [RHS]mxE !trmx_mul trmxK sC mulmxA. Qed.
Lemma form_add (x y : 'cV[R]_n) :
  ((x + y)^T *m C *m (x + y)) 0 0 = (x^T *m C *m x) 0 0 + (y^T *m C *m y) 0 0 + 2%:R * (x^T *m C *m y) 0 0.
Proof.
have := form_sym x y; rewrite [(x + y)^T]linearD /= !mulmxDl !mulmxDr.
move: (x^T *m C *m x) (y^T *m C *m y) (x^T *m C *m y) (y^T *m C *m x) => m1 m2 m3 m4 m43.
by rewrite !mxE m43; mring.
Qed.

Lemma ky_fan_top (Pi : 'M[R]_n) d : projector (flat R n) Pi -> \tr Pi = d%:R -> \tr (Pi *m C) <= top_sum_of C d.
Proof.
move=> pr tr; have f0 := @flat_gt0 R n; have sa := flat_selfadj sC; have [E _] := eigenbasis_exists f0 sa.
apply: le_trans (ky_fan f0 E pr tr) _; rewrite (top_sum_min f0 sa) (top_sum_basis E (geq_minr d n)) le_eqVlt.
by apply/orP; left; apply/eqP; apply: eq_bigl => j; rewrite leq_min ltn_ord andbT.
Qed.

Lemma seen_family e (Psi : 'M[R]_(n, e)) : Psi^T *m Psi \in unitmx ->
  \tr (invmx (Psi^T *m Psi) *m (Psi^T *m C *m Psi)) <= top_sum_of C e.
Proof.
move=> Pu; have Pu' : Psi^T *m diag_mx (flat R n) *m Psi \in unitmx by rewrite flat_diag mulmx1.
apply: le_trans (ky_fan_top (gram_projP Pu') (gram_proj_trace Pu')).
by rewrite /gram_proj flat_diag !mulmx1 -!mulmxA [X in _ <= X]mxtrace_mulC -!mulmxA.
Qed.

Lemma unseen_family e (Psi : 'M[R]_(n, e)) (v : 'cV[R]_n) : Psi^T *m Psi \in unitmx -> Psi^T *m v = 0 ->
  (v^T *m C *m v) 0 0 <= (top_sum_of C e.+1 - \tr (invmx (Psi^T *m Psi) *m (Psi^T *m C *m Psi))) * (v^T *m v) 0 0.
Proof.
move=> Pu Pv; have f0 := @flat_gt0 R n; have [->|vn0] := eqVneq v 0; first by rewrite !mulmx0 !mxE mulr0.
have vv0 : 0 < (v^T *m v) 0 0 by rewrite -flat_ip -/(sqn _ v) sqn_gt0.
have vvE : v^T *m v = ((v^T *m v) 0 0)%:M by apply/matrixP => i j; rewrite !ord1 [RHS]mxE eqxx mulr1n.
have ivv : invmx (v^T *m v) = (((v^T *m v) 0 0)^-1)%:M by rewrite {1}vvE invmx_scalar.
have vP : v^T *m Psi = 0 by apply: trmx_inj; rewrite trmx_mul trmxK trmx0.
have Pu' : Psi^T *m diag_mx (flat R n) *m Psi \in unitmx by rewrite flat_diag mulmx1.
have vu' : v^T *m diag_mx (flat R n) *m v \in unitmx.
  by rewrite flat_diag mulmx1 vvE unitmxE det_scalar1 unitfE gt_eqF.
pose A := gram_proj (flat R n) Psi; pose B := gram_proj (flat R n) v.
have AE : A = Psi *m invmx (Psi^T *m Psi) *m Psi^T by rewrite /A /gram_proj flat_diag !mulmx1.
have BE : B = v *m invmx (v^T *m v) *m v^T by rewrite /B /gram_proj flat_diag !mulmx1.
have AB : A *m B = 0 by rewrite AE BE -!mulmxA (mulmxA _^T v) Pv mul0mx !mulmx0.
have BA : B *m A = 0 by rewrite AE BE -!mulmxA (mulmxA _^T Psi) vP mul0mx !mulmx0.
have tr : \tr (A + B) = e.+1%:R :> R by rewrite linearD /= /A /B !gram_proj_trace // -natrD addn1.
have := ky_fan_top (projector_add (gram_projP Pu') (gram_projP vu') AB BA) tr.
rewrite mulmxDl linearD /= -/A -/B AE BE -!mulmxA mxtrace_mulC [\tr (v *m _)]mxtrace_mulC -!mulmxA ivv mul_scalar_mx linearZ /=.
rewrite {2}/mxtrace big_ord1 -ler_subr_addl [v^T *m (C *m v)]mulmxA => h.
by rewrite -ler_pdivr_mulr // mulrC.
Qed.
End Unseen.
