(* statement: sha256:36e6b669900948e021ff233968860a8c5750bb569c13373a88bc220a2c47aa90 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements geometry operators spectral kernelbasis finitely.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section InverseLaplacian.
Variables (R : rcfType) (N M : nat) (P : context R N M) (F : 'M[R]_N).
Let k := F *m F^T.
Notation K := (integral_operator (p P) k).

(** Of the inverse: it exists. For every m: the sum to m, and a remainder that goes to zero as m grows. *)
(** Entries: for every bound c of the diagonal, so for its maximum. *)
(** Where l_1 > 0 the assumption eta l_1 < 1 is eta < 1 / l_1. *)
Theorem inverse_laplacian (eta : R) : 0 < eta -> eta * eigenvalue K 1 < 1 ->
  let ks := inverse_laplacian_kernel (p P) k eta in
  let rest m := eta ^+ m *: (power K m *m ks) in
  [/\ 1%:M - eta *: K \in unitmx,
      psd_matrix ks,
      forall m, ks = \sum_(1 <= j < m.+1) eta ^+ j.-1 *: kernel_power (p P) k j + rest m &
      forall m c x y, (forall z, ks z z <= c) -> `|rest m x y| <= (eta * eigenvalue K 1) ^+ m * c].
Proof.
move=> eta0 eta1 ks rest; have k0 : psd_matrix k := factor_psd F.
have [E _] := eigenbasis_exists (law_gt0 P) (kernel_selfadj (p P) k0).
split=> [||m|m c x y hc].
- by apply: (laplacian_unit E).
- by apply: (laplacian_psd k0 E).
- by apply: (laplacian_sum E).
by apply: (laplacian_remainder k0 E).
Qed.
End InverseLaplacian.

(** ** The statement as generated *)
Theorem inverse_laplacian_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P F eta m _ k L one_ [sL [l0 /andP[eta0 eta1]]].
have -> : one_ = 1%:M by rewrite /one_ trmx_const diag_const_mx.
move=> ks rest; have lpos : 0 < eigenvalue L 1 by rewrite -invr_gt0 -div1r (lt_trans eta0).
have below : eta * eigenvalue L 1 < 1 by rewrite -ltr_pdivl_mulr.
have [u psd_ks sum bound] := inverse_laplacian (F := F) eta0 below.
have restE : rest = eta ^+ m *: (power L m *m ks).
  apply/eqP; rewrite subr_eq addrC; apply/eqP; rewrite [LHS](sum m); congr (_ + _).
  by apply: eq_bigr => e _; rewrite subn1.
do 2 split=> //; move=> y; have [c [cmax top]] := maximum_exists (fun z => ks z z) y.
do 2 split=> //; exists c; split=> //; rewrite restE; apply: bound => z; exact: top.
Qed.
