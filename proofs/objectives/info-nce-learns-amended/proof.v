(* statement: sha256:dbe067d0c8c7518a12979957c0fb27ded54d13b2e65bc81dac55e68643d029a4 *)
(** The exponential and the logarithm are those of the field, if it has any: [exponential] in theory/trained.v says what
    is used of them. The reals have one, e^x, and no other. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements expansion encoders jensen stated.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section InfoNceLearns.
Variables (R : rcfType) (N M : nat) (P : context R N M) (e : exponential R).

Theorem info_nce_learns_amended (d : nat) (t : R) (Psi : 'M[R]_(M, d)) :
  (1 <= d <= M - 1)%N -> 0 < t ->
  (forall i, covariance (transposed P) Psi i i <= 1) ->
  (forall i j, i != j -> covariance (transposed P) Psi i j = 0) ->
  - \tr (covariance P (T P *m Psi)) / t <= info_nce P e Psi t /\
  - (\sum_(1 <= i < d.+1) s (transposed P) i ^+ 2) <= - \tr (covariance P (T P *m Psi)).
Proof.
move=> /andP[d1 /(index_lt d1) dM] _ v1 un; split; first exact: info_nce_ge.
rewrite ler_opp2 image_trace; under [X in _ <= X]eq_bigr => i _ do rewrite s_dual.
exact: shared_trace_le.
Qed.
End InfoNceLearns.

Theorem info_nce_learns_amended_stated (R : rcfType) (E : exponential R) : Num.archimedean_axiom R -> statement.statement E.
Proof.
move=> _ N M P d d_range t Psi t0 v1 un; pose C := covariance (transposed P) Psi.
have C_le i : C i i <= 1 by rewrite -(entry_ord C) v1 ?from_one.
have C_off i j : i != j -> C i j = 0 by move=> ij; rewrite -(entry_ord C) un ?from_one // eqSS.
have [bound all] := info_nce_learns_amended E d_range t0 C_le C_off.
by split=> //; split=> //; rewrite lt0r_neq0.
Qed.
