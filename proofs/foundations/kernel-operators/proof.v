(* statement: sha256:f2185b3746afcd444647c0ce6eb7d22c370d54d3605f4efbbadf310d586b0006 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements operators.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section KernelOperators.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Fact kernel_KX n m (Q : context R n m) : integral_operator (p Q) (kX Q) = KX Q.
Proof. by apply/matrixP => x y; rewrite mxE [RHS]kernel_entry mulrC. Qed.

Theorem kernel_operators :
  integral_operator (q P) (kA P) = T_star P *m T P /\
  integral_operator (p P) (kX P) = T P *m T_star P.
Proof. by split; rewrite kernel_KX // /KX expect_dd. Qed.
End KernelOperators.

Theorem kernel_operators_stated (R : rcfType) : statement.statement R.
Proof.
by move=> N M P; exact: kernel_operators.
Qed.
