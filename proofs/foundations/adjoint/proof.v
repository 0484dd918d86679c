(* statement: sha256:a76adc0bf11dffc5885d361209fe6aa20a3fa71158a8549a36c57b1a98e37617 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements operators.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Adjoint.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem adjoint (f : 'cV[R]_N) (g : 'cV[R]_M) :
  ip (p P) f (T P *m g) = ip (q P) (T_star P *m f) g.
Proof. exact: expect_adjoint. Qed.
End Adjoint.

Theorem adjoint_stated (R : rcfType) : statement.statement R.
Proof. by move=> N M P f g; exact: adjoint. Qed.
