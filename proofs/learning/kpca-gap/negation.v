(* statement: sha256:6f5adaff9d397ebb46618b228945ffafdbe17d213a69d79245e7e0f45a0ead9b *)
(** One point and the kernel 0: no eigenvalue of a sample is positive, so that it has no eigenfunctions. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements concrete.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Theorem kpca_gap_fails (R : rcfType) (E : exponential R) : Num.archimedean_axiom R -> ~ statement.statement E.
Proof.
move=> _ claim; pose P := one_point R.
have half : 0 < (2%:R^-1 : R) < 1 by rewrite invr_gt0 ltr0n invf_lt1 ?ltr0n // ltr1n.
have [/(_ [ffun=> 0])[_ [_ [pca [[[e [[eigen orthonormal _ positive] _]] _] _]]]] _] :=
  claim 1%N 1%N P 1%N isT 0 1%N isT 1%N isT _ half.
have zero : e.1 *m diag_mx e.2 = 0 by rewrite -eigen !mul0mx.
have : diag_mx e.2 = 0 by rewrite -[diag_mx _]mul1mx -orthonormal -!mulmxA zero !mulmx0.
by move/matrixP/(_ ord0 ord0); rewrite !mxE eqxx mulr1n => l0; have := positive ord0; rewrite l0 ltxx.
Qed.
