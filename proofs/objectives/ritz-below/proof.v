(* statement: sha256:79e9c28b4220bbb15915b33da1ee0448055368f04862addc559ac044e5988d2e *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements ritz definite.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section RitzBelow.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem ritz_below (d i : nat) (Phi : 'M[R]_(N, d)) :
  (1 <= d <= N - 1)%N -> (1 <= i <= d)%N -> \det (covariance P Phi) != 0 ->
  generalised_eigenvalue (expected_covariance P Phi) (covariance P Phi) i <= s P i ^+ 2.
Proof.
rewrite -unitfE -unitmxE => _; case: i => // i id Cu.
exact: ritz.ritz_below.
Qed.
End RitzBelow.

Theorem ritz_below_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P d dN Phi i id Cu; have [sB pC] := pencil_defined Cu.
by split=> //; split=> //; apply: ritz_below.
Qed.
