(* statement: sha256:c8b171b7cbf2cde6a0ebddab03ffaeb780be8a83fc85b1e7c26ad9d1b0e9d9eb *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements encoders expansion average stated.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section AverageEncoder.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem average_encoder_amended (d : nat) (Psi : 'M[R]_(M, d)) :
  (1 <= d <= N - 1)%N -> 0 < s P d -> (forall j, in_span (T_star P) (col j Psi)) ->
  learns P (T P *m Psi) <-> learns (transposed P) Psi.
Proof.
move=> _ sd /columns_factor[X XE]; split=> [[S sp]|[S sp]].
  exists (dual_system S); rewrite XE in sp *.
  exact: (average_to_A sd sp).
by exists (system_of_dual S); apply: (average_from_A (S := system_of_dual S) sd).
Qed.
End AverageEncoder.

Theorem average_encoder_amended_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P d dN Psi sd sp; apply: average_encoder_amended => //.
exact/(all_columns Psi (in_span (T_star P))).
Qed.
