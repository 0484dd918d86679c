(* statement: sha256:3ce9564ff838985929681e83455088805fe35576a2bdf8e67c8d62e26d3b0ef6 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements geometry operators ratio singular expansion spectralinner existence.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section RkhsReproducing.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem rkhs_reproducing (S : singular_system P) (f : 'cV[R]_N) (a : 'I_M)
    (k := (q P 0 a)^-1 *: (T P *m indicator a)) :
  [/\ T_star P *m k = kA P *m indicator a,
      (T_star P *m f) a 0 = ip (p P) f k
    & (T_star P *m f) a 0 = spectral_inner S (T_star P *m f) (kA P *m indicator a)].
Proof.
have kE : T_star P *m k = kA P *m indicator a.
  have e b : (T_star P *m T P) b a = q P 0 a * kA P b a by rewrite -kernel_entry /KX expect_dd.
  rewrite /k /indicator -scalemxAr mulmxA -!colE; apply/colP => b.
  by rewrite [LHS]mxE [X in _ * X]mxE [RHS]mxE e mulKf ?law_neq0.
have kf : (T_star P *m f) a 0 = ip (p P) f k.
  rewrite /k ipZr expect_adjoint /indicator /ip (bigD1 a) //= big1 ?addr0 => [|b ba].
    by rewrite [delta_mx _ _ _ _]mxE !eqxx mulr1 mulKf // law_neq0.
  by rewrite [delta_mx _ _ _ _]mxE (negPf ba) !mulr0.
split=> //; rewrite -kE ipC in kf *.
rewrite kf spectral_innerC; apply: spectral_inner_range.
by exists ((q P 0 a)^-1 *: indicator a); rewrite -scalemxAr.
Qed.
End RkhsReproducing.

Theorem rkhs_reproducing_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P f a k; have [S _] := system_exists P; have [kE fk fS] := rkhs_reproducing S f a.
do ?split=> //; first by exists f.
  by exists k; rewrite kE.
by exists ((T_star P *m f) a 0); split=> //; exists S; rewrite -fS.
Qed.
