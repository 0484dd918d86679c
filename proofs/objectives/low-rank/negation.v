(* statement: sha256:1507139dab7ae4f04fcf4cbf51c94e1dad2d16591251f580f0b4a8890f1dc99a *)
(** P = [1; 1] / 2: constants of length 1 are a minimum, and the features that learn have mean zero. *)
From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements concrete ratio correlations.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Theorem low_rank_fails (R : rcfType) : ~ statement.statement R.
Proof.
pose P := @table_context 2 1 [:: [:: 1%N]; [:: 1%N]] R isT.
have loss (F : 'M[R]_(2, 1)) (G : 'M[R]_1) : low_rank P F G =
    ((F ord0 ord0 * G ord0 ord0 - 1) ^+ 2 + (F (lift ord0 ord0) ord0 * G ord0 ord0 - 1) ^+ 2) / 2%:R - 1.
  by rewrite /low_rank /dot; written; rewrite !mxE; numbers.
move=> /(_ _ _ P 1%N isT one one)[|S sp].
  split=> // -[F G] _ /=; rewrite !loss !mxE mulr1 subrr expr0n addr0 mul0r ler_add2r.
  by apply: divr_ge0; rewrite ?ler0n // addr_ge0 ?sqr_ge0.
have /matrixP/(_ 0 0) := learned_mean_zero (isT : 1 < 2)%N (ex_intro _ S sp).
by rewrite /cmx law_one mulmx1 subrr !mxE => /eqP; rewrite eq_sym oner_eq0.
Qed.
