(* statement: sha256:77d15327a2be67f7a3406e33ef71a9dda5458a788d9396ef3e4566878d8365c5 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements geometry operators ratio.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section KernelMeanOne.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Fact kernel_symmetric n m (Q : context R n m) : symmetric (kX Q).
Proof.
apply/matrixP => x y; rewrite !mxE; congr (_ / _); last exact: mulrC.
by apply: eq_bigr => a _; rewrite [X in X * _]mulrC.
Qed.

Fact kernel_ge0 n m (Q : context R n m) x y : 0 <= kX Q x y.
Proof.
have p0 x' := ltW (law_gt0 Q x'); have q0 a := ltW (law_gt0 (dual Q) a).
rewrite mxE divr_ge0 ?mulr_ge0 // sumr_ge0 // => a _.
by rewrite !mulr_ge0 ?invr_ge0 ?joint_ge0.
Qed.

Fact kernel_psd n m (Q : context R n m) : psd_matrix (kX Q).
Proof.
split=> [|v]; first exact: kernel_symmetric.
pose f : 'cV[R]_n := \col_x (v x 0 / p Q 0 x).
have fE x : p Q 0 x * f x 0 = v x 0 by rewrite [f _ _]mxE mulrC divfK ?law_neq0.
rewrite (_ : _ 0 0 = ip (p Q) f (KX Q *m f)); first exact: KX_psd.
rewrite -mulmxA mxE; apply: eq_bigr => x _; rewrite mulrA fE [v^T _ _]mxE; congr (_ * _).
by rewrite kernel_operator mxE; apply: eq_bigr => y _; rewrite mulrCA fE.
Qed.

Theorem kernel_mean_one :
  [/\ symmetric (kX P) /\ psd_matrix (kX P),
      symmetric (kA P) /\ psd_matrix (kA P),
      forall x y, 0 <= kX P x y,
      forall a b, 0 <= kA P a b
    & forall x, \sum_y kX P x y * p P 0 y = 1].
Proof.
split=> [|||a b|x].
- by split; [apply: kernel_symmetric | apply: kernel_psd].
- by split; [apply: kernel_symmetric | apply: kernel_psd].
- exact: kernel_ge0.
- exact: kernel_ge0.
have := kernel_operator P one x; rewrite /KX -mulmxA (adjoint1 P) (expect1 P) mxE => ->.
by apply: eq_bigr => y _; rewrite [one _ _]mxE mulr1 mulrC.
Qed.
End KernelMeanOne.

Theorem kernel_mean_one_stated (R : rcfType) : statement.statement R.
Proof.
by move=> N M P; have [[sX psdX] [sA psdA] kX0 kA0 m] := kernel_mean_one P; do 6![split=> //].
Qed.
