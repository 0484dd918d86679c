(* statement: sha256:2c44b78b39aa1fda809b7a59c49ba76def8f11435ea6979ecd99b4ca983723b9 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall F : 'cV[R]_N,
  forall n : nat,
  (1 <= n <= 2)%N ->
  forall S : sample N n,
  forall y : 'cV[R]_n,
  forall a1 : R,
  forall a2 : R,
  forall b : R,
  forall c : 'cV[R]_N,
  let k := F *m F^T in
  let ks := a1 *: k + a2 *: integral_operator (p P) k *m k in
  let E_ := drawn R S in
  let v := ks *m E_ in
  let G := E_^T *m ks *m E_ in
  0 <= a1 /\ 0 <= a2 /\ 0 < b ->
  let weights := invmx (G + n%:R * b *: (1%:M : 'M[R]_n)) *m y in
  let fit := v *m weights in
  let other := ks *m c in
  let residual := E_^T *m fit - y in
  let other_residual := E_^T *m other - y in
  G + n%:R * b *: (1%:M : 'M[R]_n) \in unitmx
      /\ (residual^T *m residual) 0 0 / n%:R + b * (weights^T *m G *m weights) 0 0
      <= (other_residual^T *m other_residual) 0 0 / n%:R + b * (c^T *m ks *m c) 0 0.
