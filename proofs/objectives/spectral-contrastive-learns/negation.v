(* statement: sha256:4a3997ab32ff34a8de11cac48f51bbdbbbe22cc25405d26d8b3eb530929614b8 *)
(** Two points that determine each other: the constant 1 has the least loss of one feature, -1, and nothing of it is
    left when it is centred. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements concrete geometry operators singular existence.
From Contexture Require Import expansion encoders independent.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Copy.
Variable R : rcfType.
Notation P := (table_context R (isT : is_table 2 2 [:: [:: 1; 0]; [:: 0; 1]]%N)).

Fact T_identity : T P = 1%:M.
Proof. by entry_by_entry; rewrite !mxE /= ?divr1 ?mul0r. Qed.

Fact second_positive : 0 < s P 1.
Proof.
have [S _] := system_exists P; rewrite lt_def s_ge0 andbT; apply/eqP => zero.
have := T_nu S 1; have := right_ip S (isT : 1 < 2)%N (isT : 1 < 2)%N; rewrite zero scale0r T_identity mul1mx => + nu0.
by rewrite nu0 ip0l => /eqP; rewrite eq_sym oner_eq0.
Qed.

Fact constant_best : minimises_spectral_contrastive P (one : 'M_(2, 1)).
Proof.
have loss (Psi : 'M[R]_(2, 1)) : let m := (Psi ord0 0 ^+ 2 + Psi (lift ord0 ord0) 0 ^+ 2) / 2%:R in
  spectral_contrastive P Psi = (m - 1) ^+ 2 - 1.
  have dotE a b : dot (row a Psi) (row b Psi) = Psi a 0 * Psi b 0 by rewrite /dot big_ord1 !mxE.
  rewrite /spectral_contrastive /two_views; written; rewrite !dotE; numbers.
split=> // Psi _; rewrite !loss !mxE expr1n -mulr2n divff ?pnatr_eq0 // subrr expr0n ler_add2r.
exact: sqr_ge0.
Qed.
End Copy.

Theorem spectral_contrastive_learns_fails (R : rcfType) : ~ statement.statement R.
Proof.
move=> claim; have := claim 2%N 2%N _ 1%N isT one (second_positive R) (constant_best R).
rewrite [centred_encoder _ _](cmx_eq0 _ _).2 ?mulmx0; last by exists 1; rewrite scale1r.
exact: zero_learns_not.
Qed.
