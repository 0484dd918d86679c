(** * One object with two equally likely views: the feature [1, -1] learns, and nothing of it is shared. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import vocabulary concrete encoders independent.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section TwoViews.
Variable R : rcfType.
Definition views : context R 1 2 := table_context R (erefl : is_table 1 2 [:: [:: 1; 1]]%N).
Definition sign : 'cV[R]_2 := rows 2 1 [:: [:: 1]; [:: -1]].

Lemma sign_orthonormal : orthonormal_centred (dual views) sign.
Proof. by apply: orthonormal_one; rewrite /sqn /ip /mean; written; numbers. Qed.
Lemma sign_learns : learns (dual views) sign.
Proof. by apply: independent_learns sign_orthonormal => //; apply: single_independent. Qed.
Lemma sign_covariance : covariance (dual views) sign = 1%:M.
Proof. exact: orthonormal_covariance sign_orthonormal. Qed.
End TwoViews.
