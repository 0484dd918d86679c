(* statement: sha256:ae7159184c0a84e58f442561d46811513c2dcf98b8a44859cd05ac03f5bc3844 *)
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
  forall Phi : 'M[R]_(N, d),
  gram (p P) Phi Phi = (1%:M : 'M[R]_d) ->
  (forall j : nat, (1 <= j <= d)%N -> mean (p P) (column Phi j.-1) = 0) ->
  maximises_explained P Phi <-> learns P Phi.
