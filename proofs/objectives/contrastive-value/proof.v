(* statement: sha256:464211e76a7626aac15fe25e28c99667da226c8336d30913629c4b2a01fbd43d *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements contrast.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section ContrastiveValue.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem contrastive_value (d : nat) : (1 <= d <= N - 1)%N ->
  minimum_is (@any 'M[R]_(M, d)) (contrastive P (d := d)) (- (\sum_(1 <= i < d.+1) s P i ^+ 4) / 2%:R).
Proof. by move=> _; apply: contrastive_minimum. Qed.
End ContrastiveValue.

Theorem contrastive_value_stated (R : rcfType) : statement.statement R.
Proof. by move=> N M P d /(contrastive_value P) least; exists (- (\sum_(1 <= i < d.+1) s P i ^+ 4) / 2%:R). Qed.
