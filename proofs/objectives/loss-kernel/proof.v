(* statement: sha256:ec39141162d92d8faf6a13cca63603464bae93f6d584bc1fd8fc7ed658ed58fa *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements geometry risk.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section LossKernel.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem loss_kernel (k : 'M[R]_M) (h := T P *m k *m (T P)^T) :
  T P *m integral_operator (q P) k *m T_star P = integral_operator (p P) h /\
  forall x y, h x y = \sum_a \sum_b k a b * T P x a * T P y b.
Proof.
split=> [|x y]; first by rewrite !integral_operatorE sandwich.
rewrite /h mxE exchange_big; apply: eq_bigr => b _; rewrite [(T P *m k) x b]mxE [_^T _ _]mxE mulr_suml.
by apply: eq_bigr => a _; mring.
Qed.
End LossKernel.

Theorem loss_kernel_stated (R : rcfType) : statement.statement R.
Proof. by move=> N M P k; apply: loss_kernel. Qed.
