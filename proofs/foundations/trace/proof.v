(* statement: sha256:b0916ba0dd315d5d6e1605f5f490eb38c10d47ac74500fa7cf66f42e3476079e *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements operators kyfan singular existence.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Trace.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem trace :
  \sum_(0 <= i < N) s P i ^+ 2 = \sum_x kX P x x * p P 0 x /\
  \sum_x kX P x x * p P 0 x = \sum_x \sum_a P x a ^+ 2 / (p P 0 x * q P 0 a).
Proof.
have kK : \sum_x kX P x x * p P 0 x = \tr (KX P).
  by apply: eq_bigr => x _; rewrite kernel_entry mulrC.
rewrite kK -trace_KX; split=> //; have [S _] := system_exists P.
rewrite (trace_eig (left_basis S)) big_mkord; apply: eq_bigr => i _.
by rewrite mxE sigmaE.
Qed.
End Trace.

Theorem trace_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P; split=> [x a|]; last exact: trace.
by rewrite mulf_neq0 ?law_neq0.
Qed.
