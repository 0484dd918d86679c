(* statement: sha256:e6ab83051d5dfd570f442118f81fcc77425ff9687780fdb4d4576dc937480d1c *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements geometry operators singular expansion spectralinner existence.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section RkhsFormula.
Variables (R : rcfType) (N M : nat) (P : context R N M).

(** [spectral_inner] is computed with any singular system, so its value does not depend on which. *)
Theorem rkhs_formula_amended (S : singular_system P) (f g : 'cV[R]_N) :
  in_span (T P) f -> ip (p P) f g = spectral_inner S (T_star P *m f) (T_star P *m g).
Proof. exact: spectral_inner_range. Qed.
End RkhsFormula.

Theorem rkhs_formula_amended_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P f g fr; have [S _] := system_exists P; split; first by exists f.
split; first by exists g.
exists (ip (p P) f g); split=> //; exists S; exact/esym/rkhs_formula_amended.
Qed.
