(* statement: sha256:1bbf75624942d7deee7dd3ac855fdc507a3bbf1ebf59836638bd862dd7960d0b *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall d : nat,
  (1 <= d <= N - 1)%N ->
  forall c : 'cV[R]_d,
  forall Phi : 'M[R]_(N, d),
  0 < entry c d 1 ->
  (forall i : nat, (1 <= i <= d - 1)%N -> entry c i.+1 1 < entry c i 1) ->
  (decreasing_weights c /\ exists maximum1 : R, maximum_nested_is P c maximum1
      /\ maximum1 = \sum_(1 <= i < d.+1) entry c i 1 * s P i ^+ 2) /\ decreasing_weights c /\ (decreasing_weights c
      /\ maximises_nested P c Phi <-> (gram (p P) Phi Phi = (1%:M : 'M[R]_d)
      /\ forall i : nat, (1 <= i <= d)%N -> mean (p P) (column Phi i.-1) = 0
      /\ T P *m (T_star P *m column Phi i.-1) = s P i ^+ 2 *: column Phi i.-1)).
