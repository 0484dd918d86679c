(* statement: sha256:aca6a5c5d9be90faa27ddf1522c7602ab37ffc683a313a23cd038626bfd17a89 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements geometry operators errors.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section RkhsWellDefined.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem rkhs_well_defined_amended (f g k : 'cV[R]_N) :
  T_star P *m f = T_star P *m g -> in_span (T P) (f - g) ->
  ip (p P) f k = ip (p P) g k.
Proof.
move=> fg [w wE]; have : sqn (p P) (f - g) == 0.
  by rewrite /sqn {2}wE expect_adjoint mulmxBr fg subrr ip0l.
by rewrite (sqn_eq0 (law_gt0 P)) subr_eq0 => /eqP ->.
Qed.
End RkhsWellDefined.

Theorem rkhs_well_defined_amended_stated (R : rcfType) : statement.statement R.
Proof.
by move=> N M P f g k; exact: rkhs_well_defined_amended.
Qed.
