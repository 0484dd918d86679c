(* statement: sha256:56805838524ced43da6e9f334af5e8a42e638025d7fa8baaea07c697d0787273 *)
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
  let top := \sum_(1 <= i < d.+1) s P i ^+ 2 in
  \det (covariance P Phi) != 0 ->
  ((gram (p P) Phi Phi = (1%:M : 'M[R]_d)
      /\ forall j : nat, (1 <= j <= d)%N -> mean (p P) (column Phi j.-1) = 0) -> explained P Phi <= top) /\ (Phi != 0
      /\ ~ in_span Phi (@one R N) /\ ratio_trace P Phi <= top) /\ (learns P Phi -> Phi != 0
      /\ ~ in_span Phi (@one R N) /\ ratio_trace P Phi = top).
