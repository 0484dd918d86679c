(* statement: sha256:395c1e488168cf35fcb33f79b49fd3e3fdb3bb620c76c8e33a3316b06cd8f60c *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall f : 'cV[R]_N,
  forall eps : R,
  0 < eps ->
  f != 0 /\ in_F P f eps ->
  in_span (T P) f /\ exists preimage1 : 'cV[R]_M, least_preimage P f preimage1
      /\ dispersion P preimage1 <= 4%:R * eps * norm (q P) preimage1 ^+ 2.
