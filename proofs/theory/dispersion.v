(** * g = T* f is nearly invariant under resampling its context.             *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section NearlyInvariant.
Variables (R : realFieldType) (n m : nat) (P : context R n m).
Notation pX := (law P). Notation pA := (law (dual P)).
Notation T := (expect P). Notation T' := (expect (dual P)).
Variables (f : 'cV[R]_n) (e : R).
Hypotheses (f_centred : mean pX f = 0) (f_neq0 : f != 0) (e_le1 : e <= 1).
Hypothesis compatible : (1 - e) ^+ 2 <= rho2 P f.
Let g := T' *m f.

Fact centred_id : center pX f = f.
Proof. by rewrite /center f_centred; apply/matrixP=> x j; rewrite !mxE subr0. Qed.

Let ff : 0 < sqn pX f.
Proof. by rewrite sqn_gt0 //; apply: law_gt0. Qed.

Fact compat_norm : (1 - e) ^+ 2 * sqn pX f <= sqn pA g.
Proof. by rewrite -ler_pdivl_mulr //; have := compatible; rewrite /rho2 centred_id. Qed.

Fact align : ip pX f (T *m g) = sqn pA g. Proof. exact: expect_adjoint. Qed.

(** <f, T g> >= (1-e) |f| |g|, squared; the left side is nonnegative. *)
Theorem adj_alignment :
  0 <= ip pX f (T *m g) /\
  (1 - e) ^+ 2 * (sqn pX f * sqn pA g) <= ip pX f (T *m g) ^+ 2.
Proof.
have gg : 0 <= sqn pA g by apply: sqn_ge0; apply: law_gt0.
rewrite align; split=> //; rewrite mulrA expr2 ler_wpmul2r //; exact: compat_norm.
Qed.

Fact T_keeps : (1 - e) ^+ 2 * sqn pA g <= sqn pX (T *m g).
Proof.
have := cauchy_schwarz (law_gt0 P) f (T *m g); rewrite align => cs.
have [g0|gn0] := eqVneq (sqn pA g) 0.
  by rewrite g0 mulr0 sqn_ge0 //; apply: law_gt0.
have gg : 0 < sqn pA g by rewrite lt_def gn0 sqn_ge0 //; apply: law_gt0.
rewrite -(ler_pmul2l ff) mulrCA mulrA; apply: le_trans cs.
by rewrite expr2 ler_pmul2r ?compat_norm.
Qed.

(** E (g(A)-g(A'))^2 <= 2 e (2 - e) |g|^2 <= 4 e |g|^2. *)
Theorem adj_dispersion_sharp : dispersion P g <= 2%:R * (e * (2%:R - e)) * sqn pA g.
Proof.
rewrite dispersionE -mulrA ler_pmul2l ?ltr0n // ler_subl_addr -ler_subl_addl.
apply: le_trans T_keeps; rewrite le_eqVlt; apply/orP; left; apply/eqP; ring.
Qed.

Theorem adj_dispersion : dispersion P g <= 4%:R * e * sqn pA g.
Proof.
apply: le_trans adj_dispersion_sharp _; rewrite ler_wpmul2r ?sqn_ge0 //.
  exact: law_gt0.
rewrite -subr_ge0 (_ : _ - _ = 2%:R * e ^+ 2); last by ring.
by rewrite mulr_ge0 ?ler0n ?sqr_ge0.
Qed.
End NearlyInvariant.
