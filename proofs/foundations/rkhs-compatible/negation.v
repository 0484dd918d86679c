(* statement: sha256:9f66ad01f9fd747bb6f556ff9b0d2246d490f7d3b150b8ad09386963e3b92543 *)
(** A constant function is not in F_eps, but all norms on the right side are zero. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements geometry operators singular encoders concrete.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Theorem rkhs_compatible_fails (R : rcfType) : ~ statement.statement R.
Proof.
move=> /(_ _ _ (one_point R) one 0)[]; first by rewrite lexx ler01.
move=> one0 [_ h]; have [//|_] := h; last first.
  by case=> _; rewrite mean_ip -/(sqn _ _) sqn_one => /eqP; rewrite oner_eq0.
have c0 : centred_encoder (one_point R) one = 0 by apply/cmx_eq0; exists 1; rewrite scale1r.
have c1 : centred_encoder (transposed (one_point R)) (T_star (one_point R) *m one) = 0.
  by rewrite [_ *m _]adjoint1; apply/cmx_eq0; exists 1; rewrite scale1r.
by rewrite c0 c1 subr0 mul1r /norm /sqn !ip0l.
Qed.
