(* statement: sha256:ad9ae570146aadd225fe41b45105ed8dc7a2d297ec65d266fa536560fc335d52 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall h : 'cV[R]_M,
  forall g : 'cV[R]_M,
  forall eps : R,
  let f := T P *m h in
  T P *m g = f ->
  (dispersion P g <= 2%:R * eps * norm (q P) g ^+ 2 -> exists preimage1 : 'cV[R]_M, least_preimage P f preimage1
      /\ (1 - eps) * norm (q P) preimage1 ^+ 2 <= norm (p P) f ^+ 2)
      /\ ((exists preimage1 : 'cV[R]_M, least_preimage P f preimage1)
      /\ ((exists preimage1 : 'cV[R]_M, least_preimage P f preimage1
      /\ (1 - eps) * norm (q P) preimage1 ^+ 2 <= norm (p P) f ^+ 2)
      -> exists preimage1 : 'cV[R]_M, least_preimage P f preimage1
      /\ dispersion P preimage1 <= 2%:R * eps * norm (q P) preimage1 ^+ 2))
      /\ (exists preimage1 : 'cV[R]_M, least_preimage P f preimage1 /\ T P *m preimage1 = f)
      /\ exists preimage1 : 'cV[R]_M, least_preimage P f preimage1 /\ norm (q P) preimage1 <= norm (q P) g.
