(* statement: sha256:015b0d6e6ca43475957e58f14d44b0a45a2fa3a55bc7ae665d7a02a887566d2c *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall k : nat,
  (1 <= k <= N)%N ->
  forall u : 'M[R]_(N, k),
  forall d : nat,
  (1 <= d <= N - 1)%N ->
  forall Psi : 'M[R]_(M, d),
  let F := centred_encoder (transposed P) Psi in
  let L := integral_operator (p P) (centred_encoder P u *m (centred_encoder P u)^T) in
  let H := integral_operator (p P) (u *m u^T) in
  (d.+1 <= M)%N ->
  selfadj (q P) (T_star P *m L *m T P) /\ (d < M.+1)%N /\ 0 < eigenvalue (T_star P *m L *m T P) d ->
  selfadj (q P) (T_star P *m H *m T P) /\ (d < M.+1)%N /\ 0 < eigenvalue (T_star P *m H *m T P) d ->
  (minimises_supervised_biased (transposed P) u Psi -> (selfadj (q P) (T_star P *m L *m T P)
      /\ extracts (q P) (T_star P *m L *m T P) F) /\ ((\rank (T P *m F)) = d)%N
      /\ same_span (row_mx (T P *m F) (T P *m T_star P *m L *m T P *m F)) (T P *m F))
      /\ (minimises_supervised (transposed P) u Psi -> (selfadj (q P) (T_star P *m H *m T P)
      /\ extracts (q P) (T_star P *m H *m T P) Psi) /\ ((\rank (T P *m Psi)) = d)%N
      /\ same_span (row_mx (T P *m Psi) (T P *m T_star P *m H *m T P *m Psi)) (T P *m Psi)).
