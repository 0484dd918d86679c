(* statement: sha256:1bbf75624942d7deee7dd3ac855fdc507a3bbf1ebf59836638bd862dd7960d0b *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import objectives encoders nesting.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Nested.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem nested_amended (d : nat) (c : 'cV[R]_d) (Phi : 'M[R]_(N, d)) :
  (1 <= d <= N - 1)%N ->
  (forall i : 'I_d, i.+1 = d -> 0 < c i 0) -> (forall i j : 'I_d, j = i.+1 :> nat -> c j 0 < c i 0) ->
  maximum_is (@orthonormal_centred _ _ _ P d) (nested P c) (\sum_(i < d) c i 0 * s P i.+1 ^+ 2)
  /\ (maximises (@orthonormal_centred _ _ _ P d) (nested P c) Phi <->
      gram (p P) Phi Phi = 1%:M /\
      forall i, mean (p P) (col i Phi) = 0 /\ T P *m (T_star P *m col i Phi) = s P i.+1 ^+ 2 *: col i Phi).
Proof.
move=> /andP[d1 /(index_lt d1) dN] last steps; split; first exact: nested_maximum.
rewrite (nested_maximises P dN last steps); split=> [[[g m] e]|[g e]]; first by split.
by split=> [|i]; [split=> // i|]; have [] := e i.
Qed.
End Nested.
Print Assumptions nested_amended.
