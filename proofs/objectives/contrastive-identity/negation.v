(* statement: sha256:c0d8e6ccadc1764f6d9ca25aae59b807d53b57fc8204e73f3df0e713b147f517 *)
(** P = [1, 1; 1, 1] / 4 and Psi = nu_1: the two views share nothing, the loss is 1/2 and the claimed value 1. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements geometry singular existence expansion encoders frobenius contrast.
From Contexture Require Import independent.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Theorem contrastive_identity_fails (R : rcfType) : ~ statement.statement R.
Proof.
pose P := square R; have [S _] := system_exists P.
have s1 : s P 1 = 0 by apply/independent_s/square_independent.
have unit : ip (q P) (nu S 1) (nu S 1) = 1 by rewrite right_ip.
have centred : centred_encoder (transposed P) (nu S 1 : 'M_(2, 1)) = nu S 1.
  by apply: cmx_id => j; rewrite col_id; apply: (right_mean S).
move=> /(_ _ _ P S 1%N isT (nu S 1))[_ [_]]; rewrite centred !big_nat1 big_mkcond big_nat1.
rewrite eqxx /= eigenvalue_KA s1.
have -> : column (nu S 1 : 'M_(2, 1)) 0 = nu S 1 by rewrite (orthonormal.columnE _ 0) col_id.
rewrite unit /contrastive centred two_views_trace squares_gram big_ord1 col_id T_nu s1 scale0r /sqn ip0l oppr0 add0r.
rewrite /frob !big_ord1 ip_gram col_id unit !(expr0n, expr1n) /= !(mul1r, mulr1, subr0, expr1n, expr0n) => /eqP.
by rewrite invr_eq1 (eqr_nat R 2 1).
Qed.
