(* statement: sha256:b4ee1c94fe57bdc90f9919ef97b19cd4575f97ea7d9e7ee5cc19dc2e1f7668f7 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall S : singular_system P,
  forall d : nat,
  (1 <= d <= N - 1)%N ->
  forall Psi : 'M[R]_(M, d),
  let F := centred_encoder (transposed P) Psi in
  let K := T_star P *m T P in
  (forall i : nat, (1 <= i <= M - 1)%N -> forall j : nat, (1 <= j <= M - 1)%N -> forall l : nat, (i <= l <= i)%N
      -> (l == j)%N -> selfadj (q P) K) /\ (forall i : nat, (1 <= i <= M - 1)%N -> selfadj (q P) K)
      /\ contrastive P Psi = (\sum_(1 <= i < M) \sum_(1 <= j < M) (\sum_(1
      <= k < d.+1) ip (q P) (column F k.-1) (nu S i) * ip (q P) (column F k.-1) (nu S j) - \sum_(i
      <= l < i.+1 | (l == j)%N) eigenvalue K l.+1) ^+ 2 - \sum_(1 <= i < M) eigenvalue K i.+1 ^+ 2) / 2%:R.
