(* statement: sha256:a5356497400e4109f97d4bb99da23d28c68b029ae4b65f81a2d63aa32dcb7c2e *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements geometry operators errors centred.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section RkhsCompatible.
Variables (R : rcfType) (N M : nat) (P : context R N M).

(** [norm f > 0] is written as in the file; [in_F] asks for a non-zero f, so that rho(f) has a value. *)
Theorem rkhs_compatible_amended (f : 'cV[R]_N) (eps : R) (h := T_star P *m f) :
  0 <= eps <= 1 -> mean (p P) f = 0 -> 0 < norm (p P) f ->
  in_F P f eps <->
  (1 - eps) * norm (p P) (center (p P) f) <= norm (q P) (center (q P) h) /\
  norm (q P) (center (q P) h) <= norm (p P) (center (p P) f).
Proof.
move=> _ f0 nf; have fn0 : f != 0 by rewrite -(norm_gt0 (law_gt0 P)).
have ch : center (q P) h = h.
  rewrite /center /h expect_mean law_dd f0; apply/colP => a; by rewrite !mxE subr0.
have contract : norm (q P) h <= norm (p P) f by rewrite ler_wsqrtr // adjoint_contract.
rewrite /in_F /compatibility (centred_center f0) ch -/h ler_pdivl_mulr //.
by split=> [[_ _ h1]|[h1 _]]; split.
Qed.
End RkhsCompatible.

Theorem rkhs_compatible_amended_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P f eps h e01 [f0 nf]; have fn0 : f != 0 by rewrite -(norm_gt0 (law_gt0 P)).
have cE n m (Q : context R n m) (g : 'cV[R]_n) : centred_encoder Q g = center (p Q) g by rewrite center_mx.
rewrite !cE; have eqv := rkhs_compatible_amended e01 f0 nf.
by split=> //; split=> [[_ /eqv]|/eqv].
Qed.
