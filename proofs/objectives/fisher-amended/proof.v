(* statement: sha256:b985495aacb826ed5be3d0846ba1094da882915595867d0bae7f72194a20667d *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements operators encoders fisher.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Fisher.
Variables (R : rcfType) (N M : nat) (P : context R N M).

(** [between_scatter] and [within_scatter] are the sums SB and SW of the file. The first two parts need no hypothesis. *)
Theorem fisher_amended (k d : nat) (u : 'M[R]_(N, k)) (W : 'M[R]_(d, k)) (Phi := u *m W^T)
    (SB := between_scatter P u) (SW := within_scatter P u) (B := expected_covariance P Phi) (C := covariance P Phi) :
  (1 <= k <= N)%N -> (1 <= d <= k)%N -> \det (C - B) != 0 ->
  [/\ W *m SB *m W^T = 2%:R *: B, W *m SW *m W^T = C - B
    & \tr (invmx (W *m SW *m W^T) *m (W *m SB *m W^T)) = 2%:R * \tr (invmx (C - B) *m B)].
Proof.
move=> _ _ _; have CE : W *m covX P u *m W^T = C.
  by rewrite /C /covariance /covX cmx_mul (trmx_mul (cmx P u)) trmxK !mulmxA.
have BE : W *m covA P u *m W^T = B.
  by rewrite /B /expected_covariance /covA cmx_mul (mulmxA (T_star P)) (trmx_mul (T_star P *m cmx P u)) trmxK !mulmxA.
have SBE : W *m SB *m W^T = 2%:R *: B by rewrite /SB between_scatterE -scalemxAr -scalemxAl BE.
have SWE : W *m SW *m W^T = C - B by rewrite /SW within_scatterE mulmxBr mulmxBl CE BE.
by split; rewrite // SBE SWE -scalemxAr linearZ.
Qed.
End Fisher.

Theorem fisher_amended_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P k k_range u d d_range W Phi m SB SW B C det.
have [SBE SWE J] := fisher_amended k_range d_range det.
have unit : C - B \in unitmx by rewrite unitmxE unitfE.
by do 4?split=> //; move: unit; rewrite -SWE.
Qed.
