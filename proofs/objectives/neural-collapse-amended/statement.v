(* statement: sha256:9b00a48fdc13bc2176706750cf82efc6fbaff6e0b70c22d6f9733c996f2d85ed *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall Phi : 'M[R]_(N, M - 1),
  let v := centred_encoder (transposed P) (@one_hot R M) in
  (forall a : 'I_M, forall b : 'I_M, q P 0 a = q P 0 b) ->
  (forall x : 'I_N, exists a : 'I_M, T P x a = 1) ->
  same_span Phi (T P - M%:R^-1 *: (@one R N *m (@one R M)^T)) ->
  selfadj (p P) (T P *m integral_operator (q P) (v *m v^T) *m T_star P)
      /\ extracts (p P) (T P *m integral_operator (q P) (v *m v^T) *m T_star P) Phi.
