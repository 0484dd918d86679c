(* statement: sha256:2df0d982680f27e71b492331e1be7a1c5a4baf7cd10bdeba07f4e5346578f7fb *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements geometry operators expansion errors defined.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section CompatDefined.
Variables (R : rcfType) (N M : nat) (P : context R N M).

(** The first part says that [compatibility] is the maximum of the definition: it needs a g, so one point of A. *)
Theorem compat_defined_amended (f : 'cV[R]_N) : 0 < norm (p P) (center (p P) f) ->
  ((forall g : 'cV[R]_M, g != 0 ->
      ip (p P) (center (p P) f) (T P *m g) / (norm (p P) (center (p P) f) * norm (q P) g) <= compatibility P f) /\
   (exists g : 'cV[R]_M, g != 0 /\
      ip (p P) (center (p P) f) (T P *m g) / (norm (p P) (center (p P) f) * norm (q P) g) = compatibility P f)) /\
  0 <= compatibility P f <= 1.
Proof.
move=> nf; split; first exact: compatibility_max.
exact: compatibility_bounds.
Qed.
End CompatDefined.

Theorem compat_defined_amended_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P f; rewrite centred_function => pos; split; last by case: (compat_defined_amended pos).
by rewrite -(norm_gt0 (law_gt0 P)).
Qed.
