(* statement: sha256:2386182e3456d9b9d1027cd753a9c7a8850dee396d65b549b95c1eb43a56a68d *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements encoders ritz definite.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section RayleighRitz.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem rayleigh_ritz (d i : nat) (Phi : 'M[R]_(N, d)) (v : 'cV[R]_d)
    (B := expected_covariance P Phi) (C := covariance P Phi) (f := centred_encoder P Phi *m v) :
  (1 <= d <= N - 1)%N -> (1 <= i <= d)%N -> learns P (centred_encoder P Phi) -> \det C != 0 ->
  generalised_eigenvalue B C i = s P i ^+ 2 /\
  (B *m v = s P i ^+ 2 *: (C *m v) -> T P *m (T_star P *m f) = s P i ^+ 2 *: f).
Proof.
rewrite -unitfE -unitmxE => /andP[d1 dN] id lr Cu; have dN' := index_lt d1 dN; split.
  by case: i id => // i id; apply: ritz_values.
by move=> Bv; rewrite mulmxA; apply: (ritz_functions Cu dN' lr Bv).
Qed.
End RayleighRitz.

Theorem rayleigh_ritz_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P d dN Phi i id v B C f lr Cu.
have [sB pC] := pencil_defined Cu; have [values functions] := rayleigh_ritz v dN id lr Cu.
by split; first split.
Qed.
