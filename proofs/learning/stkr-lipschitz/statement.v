(* statement: sha256:9f89623ab4339d18f41f51b6205ae518d09a3cc38791186ee3e01422e5792b03 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall r : nat,
  (1 <= r <= N)%N ->
  forall F : 'M[R]_(N, r),
  forall e : nat,
  (1 <= e <= 2)%N ->
  forall f : 'cV[R]_N,
  forall m : 'cV[R]_N,
  let k := F *m F^T in
  let K := power (integral_operator (p P) k) (e - 1)%N *m k in
  (exists x : 'I_N, m x 0 != 0) ->
  (m^T *m K *m m) 0 0 != 0 /\ symmetric K /\ exists norm1 : R, kernel_norm_is K f norm1
      /\ (f^T *m m) 0 0 ^+ 2 / (m^T *m K *m m) 0 0 <= norm1 ^+ 2.
