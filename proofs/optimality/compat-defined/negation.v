(* statement: sha256:c542bb75fe8da108070521a6d30430517a046223b15e6aa620e9a01a4c318f7a *)
(** A constant is not zero, but its centred part is: on one point all functions are constant. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements operators singular concrete.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Theorem compat_defined_fails (R : rcfType) : ~ statement.statement R.
Proof.
move=> /(_ _ _ (one_point R) one)[]; first by rewrite /norm sqn_one sqrtr1 ltr01.
by rewrite /center mean_ip -/(sqn _ _) sqn_one /one subrr eqxx.
Qed.
