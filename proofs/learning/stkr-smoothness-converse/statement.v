(* statement: sha256:a7fd21969c336a92c2d5a19a6a28a0e74940297957b1d7aa0e394b65f8969380 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall y : 'I_N,
  forall f1 : 'cV[R]_N,
  forall f2 : 'cV[R]_N,
  let k := diag_mx (@one R N)^T in
  let s_of_l := @one R N + \sum_(x : 'I_N | (p P 0 y <= p P 0 x)) @indicator R N x in
  let ks := k *m diag_mx s_of_l^T *m invmx (diag_mx (p P)) in
  0 < norm (p P) f1 /\ 0 < norm (p P) f2 ->
  let w1 := (norm (p P) f1)^-1 *: f1 in
  let w2 := (norm (p P) f2)^-1 *: f2 in
  (forall e : nat, (1 <= e <= 6)%N -> psd_matrix (power (integral_operator (p P) k) (e - 1)%N *m k) /\ f1 != 0
      /\ exists smoothness1 : R, smoothness_is (p P) (power (integral_operator (p P) k) (e - 1)%N *m k) f1 smoothness1
      /\ f2 != 0
      /\ exists smoothness2 : R, smoothness_is (p P) (power (integral_operator (p P) k) (e - 1)%N *m k) f2 smoothness2
      /\ smoothness2 <= smoothness1) ->
  (exists z : 'I_N, (forall x : 'I_N, p P 0 z <= p P 0 x) /\ norm (p P) f2 != 0 /\ norm (p P) f1 != 0
      /\ \sum_(x : 'I_N | (x != z)) `|w2 x 0 ^+ 2 - w1 x 0 ^+ 2| / p P 0 x ^+ 5
      <= (w2 z 0 ^+ 2 - w1 z 0 ^+ 2) / p P 0 z ^+ 5) ->
  diag_mx (p P) \in unitmx /\ psd_matrix ks /\ f1 != 0
      /\ exists smoothness3 : R, smoothness_is (p P) ks f1 smoothness3 /\ f2 != 0
      /\ exists smoothness4 : R, smoothness_is (p P) ks f2 smoothness4 /\ smoothness4 <= smoothness3.
