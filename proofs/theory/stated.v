(** * From the words of the generated statements to those of the theorems: places from 1. *)
(** Operators are self-adjoint by [KX_selfadj], [KA_selfadj] and [integral_selfadj], which come along. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements geometry operators orthonormal spectral.
From Contexture Require Export ratio uncentred losses.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** ** Places from 1. *)
Section Places.
Variable R : rcfType.
Lemma from_one d (j : 'I_d) : (1 <= j.+1 <= d)%N. Proof. exact: ltn_ord. Qed.
(** What holds of all columns. *)
Lemma all_columns n d (Phi : 'M[R]_(n, d)) (Q : 'cV[R]_n -> Prop) :
  (forall j : nat, (1 <= j <= d)%N -> Q (column Phi j.-1)) <-> (forall j, Q (col j Phi)).
Proof.
split=> [h j|h [//|j] /andP[_ jd]]; first by rewrite -columnE; exact: (h j.+1 (from_one j)).
by rewrite /= -[j]/(nat_of_ord (Ordinal jd)) columnE.
Qed.
Lemma entry_ord n m (F : 'M[R]_(n, m)) (i : 'I_n) (j : 'I_m) : entry F i.+1 j.+1 = F i j.
Proof. by rewrite /entry /= valK columnE mxE. Qed.
End Places.
