(* statement: sha256:9b6d9597dbd372d00f2e086fb7230fd10c1284213d967eeff4a0db029d36a333 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements losses learning.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section NoncontrastiveIff.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem noncontrastive_iff_amended (d : nat) (Psi : 'M[R]_(M, d)) (Z := centred_encoder (transposed P) Psi)
    (least := minimises (unit_covariance_A P (d := d)) (noncontrastive P (d := d)) Psi) :
  (1 <= d <= minn N M - 1)%N -> covariance (transposed P) Psi = 1%:M ->
  (least <-> learns (transposed P) Z) /\ (0 < s P d /\ least -> learns P (T P *m Z)).
Proof.
move=> /index_min[_ dM] u; have two : 0 < 2%:R :> R by rewrite ltr0n.
have iff : least <-> learns (transposed P) Z.
  rewrite [least](explained_minimises dM two (@noncontrastive_form _ _ _ P d)).
  by split=> [[]|lr] //; split.
by split=> // -[sd /iff lr]; apply: learns_average.
Qed.
End NoncontrastiveIff.

Theorem noncontrastive_iff_amended_stated (R : rcfType) : statement.statement R.
Proof.
by move=> N M P d dNM Psi u; apply: noncontrastive_iff_amended.
Qed.
