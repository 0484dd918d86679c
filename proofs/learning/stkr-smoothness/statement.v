(* statement: sha256:dcde2229ab7a1f78b4ab28d9b63f3c31b7cbb9b451159275585de686d1281fcb *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall h : 'cV[R]_N,
  forall b : R,
  forall c : R,
  let t := b *: h *m h^T in
  let k := c *: h *m h^T in
  (N = 2)%N /\ mean (p P) h = 0 /\ 0 < norm (p P) h ->
  0 < b /\ 0 <= c ->
  (forall u : int, - 2%:Z <= u <= 2%:Z -> forall v : int, - 2%:Z <= v <= 2%:Z -> (u%:~R : R) != 0
      /\ (v%:~R : R) != 0 -> (psd_matrix k /\ u%:~R *: h != 0
      /\ exists smoothness1 : R, smoothness_is (p P) k (u%:~R *: h) smoothness1 /\ v%:~R *: h != 0
      /\ exists smoothness2 : R, smoothness_is (p P) k (v%:~R *: h) smoothness2 /\ smoothness2 <= smoothness1)
      /\ psd_matrix t /\ u%:~R *: h != 0 /\ exists smoothness3 : R, smoothness_is (p P) t (u%:~R *: h) smoothness3
      /\ v%:~R *: h != 0 /\ exists smoothness4 : R, smoothness_is (p P) t (v%:~R *: h) smoothness4
      /\ smoothness4 <= smoothness3) ->
  c = 0 -> forall x : 'I_N, forall y : 'I_N, t x y = 0.
