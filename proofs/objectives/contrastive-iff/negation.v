(* statement: sha256:010e43fffc860120fdc2252f91def6c3535ae33d360c4b378e4637818fd5c2ed *)
(** P = [1; 1] / 2: A has one point, so that every encoder is a minimum, and its averages are constant. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements concrete independent.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Theorem contrastive_iff_fails (R : rcfType) : ~ statement.statement R.
Proof.
pose P := @table_context 2 1 [:: [:: 1%N]; [:: 1%N]] R isT.
have flat (Psi : 'M[R]_(1, 1)) : centred_encoder (transposed P) Psi = 0 by apply: one_point_centred.
move=> /(_ _ _ P 1%N isT 0)[claim _].
have /claim : minimises_contrastive P (0 : 'M[R]_1) by split=> // Psi _; rewrite /contrastive !flat.
by rewrite flat mulmx0; apply: zero_learns_not.
Qed.
