(* statement: sha256:7628783af15d778545be9c45715ced60181d6f2048de0d61036f1da86e122496 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements geometry operators deterministic.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section LabelKernel.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem label_kernel : deterministic P ->
  forall x y, kX P x y = \sum_(a | (T P x a == 1) && (T P y a == 1)) 1 / q P 0 a.
Proof.
move=> det x y; rewrite [RHS]big_mkcond mxE mulr_suml; apply: eq_bigr => a _.
have joint z : P z a / q P 0 a = (T P z a == 1)%:R * p P 0 z / q P 0 a.
  by rewrite -(indicatorE det) mulrC -law_expect mulrC [T P z a * _]mulrC.
rewrite !joint invfM; have px := law_neq0 P x; have py := law_neq0 P y; have qa := law_neq0 (dual P) a.
case: (T P x a == 1); rewrite ?mul0r //; case: (T P y a == 1); rewrite ?mul0r ?mulr0 ?mul0r //= !mul1r.
move: (p P 0 x) (p P 0 y) (q P 0 a) px py qa => u v w u0 v0 w0.
transitivity ((u / u) * (v / v) * (w / w) * w^-1); first by mring.
by rewrite !mulfV // !mul1r.
Qed.
End LabelKernel.

Theorem label_kernel_stated (R : rcfType) : statement.statement R.
Proof. by move=> N M P; apply: label_kernel. Qed.
