(* statement: sha256:db7c688c7b8346ed60a4d4a770d52f665d89c845d673ba045b1136f6ca22bcc7 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements operators singular expansion ratio.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Contraction.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem contraction (f : 'cV[R]_N) (g : 'cV[R]_M) :
  [/\ norm (p P) (T P *m g) <= norm (q P) g,
      norm (q P) (T_star P *m f) <= norm (p P) f
    & forall i, (1 <= i <= N)%N -> 0 <= eigenvalue (T P *m T_star P) i <= 1].
Proof.
split=> [||[//|i] _].
- by rewrite ler_wsqrtr // expect_contract.
- by rewrite ler_wsqrtr // adjoint_contract.
by rewrite eigenvalue_KX sqr_ge0 expr_le1 ?s_ge0 ?s_le1.
Qed.
End Contraction.

Theorem contraction_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P f g; have [ct cs ev] := contraction P f g.
by split=> //; split=> // i iN; split; [exact: KX_selfadj | exact: ev].
Qed.
