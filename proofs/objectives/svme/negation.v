(* statement: sha256:eeb9693468d953e5b13b4fd23d62134c9ac6d38e1ed90d388a3d926fb3d3167f *)
(** Two points with one label: of the features of variance 1 all are as good, also one whose mean is not 0. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements concrete operators encoders losses biased correlations independent.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Shifted.
Variable R : rcfType.
Notation P := (two_points R).
Notation sign := (rows 2 1 [:: [:: 1]; [:: -1]] : 'cV[R]_2).
(** The feature [2, 0]. *)
Notation shifted := (sign + one).

Fact sign_orthonormal : orthonormal_centred P sign.
Proof. by apply: orthonormal_one; rewrite /sqn /ip /mean; written; numbers. Qed.

Fact shifted_centred : cmx P shifted = sign.
Proof. by rewrite cmxD (cmx_eq0 P one).2 ?addr0 ?cmx_id //; [case: sign_orthonormal | exists 1; rewrite scale1r]. Qed.

Fact shifted_unit : unit_covariance P shifted.
Proof. by apply/unit_covarianceE; rewrite shifted_centred; apply: sign_orthonormal. Qed.

Fact shifted_best : minimises_svme P shifted (T_star P *m shifted).
Proof.
split=> [|[F G] uF]; first exact: shifted_unit.
apply: le_trans (svme_best P F G); rewrite (svme_explained shifted_unit) (svme_explained uF).
by rewrite !(independent_explained (single_independent P)) // => j; apply: cmx_mean.
Qed.
End Shifted.

Theorem svme_fails (R : rcfType) : ~ statement.statement R.
Proof.
move=> claim; have learned := (claim _ _ (two_points R) 1%N isT _ (shifted_unit R)).1 (shifted_best R).
have := learned_mean_zero (isT : 1 < 2)%N learned; rewrite shifted_centred => /colP/(_ ord0)/eqP.
by rewrite !mxE /= -subr_eq subrr eq_sym oner_eq0.
Qed.
