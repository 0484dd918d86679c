(* statement: sha256:4781d791afc38f13b0349f1ff58363db529e41d96921e5da61fecabedc81c65a *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall F : 'M[R]_(N, N),
  forall e : nat,
  (1 <= e <= 2)%N ->
  forall f : 'cV[R]_N,
  forall m : 'cV[R]_N,
  let k := F *m F^T in
  let K := power (integral_operator (p P) k) (e - 1)%N *m k in
  \det F != 0 ->
  (exists x : 'I_N, m x 0 != 0) ->
  (exists x : 'I_N, f x 0 != 0) ->
  let c := invmx K *m f in
  (m^T *m K *m m) 0 0 != 0 /\ symmetric K /\ exists norm1 : R, kernel_norm_is K f norm1
      /\ exists norm2 : R, kernel_norm_is K f norm2 /\ K \in unitmx /\ (c^T *m K *m c) 0 0 != 0
      /\ (f^T *m m) 0 0 ^+ 2 / (m^T *m K *m m) 0 0 <= norm1 ^+ 2
      /\ norm2 ^+ 2 = (f^T *m c) 0 0 ^+ 2 / (c^T *m K *m c) 0 0.
