(* statement: sha256:ff7332bf64057004ab93a19690d805c271d96c2599e4a81bb9c2a433a50c720c *)
(** Two views that tell nothing of each other: where the invariance weighs twice as much, the feature 0 costs 2 and
    the learned one 4. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements concrete geometry encoders losses invariance independent twoviews.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Vicreg.
Variable R : rcfType.
Notation P := (views R).

(** The covariances with another feature: there is none. *)
Fact no_other (F : 'I_1 -> 'I_1 -> R) : \sum_i \sum_(j | j != i) F i j = 0.
Proof. by rewrite big1 // => i _; rewrite big1 // => j; rewrite !ord1. Qed.

Fact learned_cost : vicreg P (sign R) 2%:R 1 1 0 = 4%:R.
Proof.
have oc := sign_orthonormal R.
rewrite /vicreg no_other big_ord1 sign_covariance mxE eqxx hinge ?lexx // !mulr0 !addr0.
rewrite -[two_views P _]/(noncontrastive P (sign R)).
rewrite (noncontrastive_explained (orthonormal_unit_covariance oc)) independent_explained.
- by rewrite subr0; ring.
- exact: single_independent.
by move=> j; apply: cmx_mean.
Qed.

Fact zero_cost : vicreg P (0 : 'cV[R]_2) 2%:R 1 1 0 = 2%:R.
Proof.
have c0 : covariance (dual P) 0 = 0 :> 'M[R]_1 by rewrite /covariance /covX /cmx !(mulmx0, subr0).
rewrite /vicreg no_other big_ord1 c0 mxE addr0 sqrtr0 subr0 max_r ?ler01 //.
rewrite -[two_views P _]/(noncontrastive P (0 : 'M_(2, 1))) noncontrastiveE big_ord1 col0 mulmx0 /sqn !ip0l.
by rewrite subr0 !mulr0 addr0 add0r mul1r mulr1 divr1.
Qed.
End Vicreg.

Theorem vicreg_learns_fails (R : rcfType) : ~ statement.statement R.
Proof.
move=> claim; have := claim _ _ (views R) 1%N isT 2%:R 1 1 0 (sign R) 0.
rewrite learned_cost zero_cost => h; have [||_ [_]] := h; last by rewrite ler_nat.
- by rewrite ltr0n ltr01 lexx.
by split; [apply: sign_learns | apply: sign_covariance].
Qed.
