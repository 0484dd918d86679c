(* statement: sha256:946ae81827e72ad2142b9950cdd65085f253fa3535ef441810fcb6904ea6eba0 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall k : 'M[R]_(N, N),
  forall d : nat,
  (1 <= d <= N - 1)%N ->
  forall Phi : 'M[R]_(N, d),
  let h := (centred_encoder P (centred_encoder P k)^T)^T in
  symmetric k /\ psd_matrix k ->
  symmetric k /\ (covariance P Phi = (1%:M : 'M[R]_d) -> selfadj (p P) (integral_operator (p P) h)) /\ (symmetric k
      /\ minimises_kise P k Phi <-> covariance P Phi = (1%:M : 'M[R]_d) /\ selfadj (p P) (integral_operator (p P) h)
      /\ extracts (p P) (integral_operator (p P) h) (centred_encoder P Phi)).
