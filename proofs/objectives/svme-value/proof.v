(* statement: sha256:fa0f0222777377ead597280c12f8a6a7b6e3156f21f7795231d6c6ca778b8af0 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements encoders losses learning.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section SvmeValue.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem svme_value (d : nat) (Phi : 'M[R]_(N, d)) (Psi : 'M[R]_(M, d)) : (1 <= d <= N - 1)%N ->
  minimum_is (fun e : 'M_(N, d) * 'M_(M, d) => unit_covariance P e.1) (fun e => svme P e.1 e.2)
    (\sum_(1 <= i < d.+1) (1 - s P i ^+ 2))
  /\ svme P Phi (T_star P *m Phi) <= svme P Phi Psi.
Proof.
move=> /andP[d1 /(index_lt d1) dN]; split; last exact: svme_best.
have [[F [uF vF]] le] := explained_minimum dN ltr01 (@svme_explained _ _ _ P d).
rewrite sum_one_minus -[X in _ - X]mul1r; split; first by exists (F, T_star P *m F).
by case=> F' G' /= u; apply: le_trans (svme_best _ _ _); apply: le.
Qed.
End SvmeValue.

Theorem svme_value_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P d dN Phi Psi; have [least le] := svme_value P Phi Psi dN.
by split=> //; eexists; split; first exact: least.
Qed.
