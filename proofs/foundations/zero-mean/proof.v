(* statement: sha256:16380d2df1015ad98c8b1804c852999f453943f5069ed0716bc4847b646c5f00 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements singular.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section ZeroMean.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem zero_mean (S : singular_system P) :
  (forall i, (1 <= i <= N - 1)%N -> mean (p P) (mu S i) = 0) /\
  (forall i, (1 <= i <= M - 1)%N -> mean (q P) (nu S i) = 0).
Proof.
have N0 := N_gt0 P; have M0 := M_gt0 P.
have lt k i : (0 < k)%N -> (1 <= i <= k - 1)%N -> (0 < i < k)%N.
  by case: k => // k _; rewrite subn1.
by split=> i ik; [apply: left_mean | apply: right_mean]; apply: lt.
Qed.
End ZeroMean.

Theorem zero_mean_stated (R : rcfType) : statement.statement R.
Proof.
by move=> N M P S; exact: zero_mean.
Qed.
