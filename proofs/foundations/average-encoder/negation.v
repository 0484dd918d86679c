(* statement: sha256:2c091671fd96ba67ea56c5373fb184a1474371042a623ce46bea32183cd877f6 *)
(** a tells which x it goes with, and T does not see how a feature varies among the a of one x. *)
(** So T Psi spans the top singular function, and Psi does not span its partner, which is the same at these a. *)
From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements orthonormal singular expansion known concrete.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Instance.
Variable R : rcfType.
Definition P : context R 2 3 := table_context R (erefl : is_table 2 3 [:: [:: 0; 0; 1]; [:: 1; 1; 0]]%N).
Definition G : 'M[R]_2 := rows 2 2 [:: [:: 1; -2%:R]; [:: 1; 1]].
Definition Psi : 'M[R]_(3, 1) := rows 3 1 [:: [:: 0]; [:: 1]; [:: -1]].

(** Both singular values are 1. *)
Fact system : exists S : singular_system P,
  (forall j : 'I_2, mu S j = (Num.sqrt (rows 1 2 [:: [:: 1; 2%:R]] 0 j))^-1 *: col j G) /\
  forall j : 'I_2, s P j ^+ 2 = rows 1 2 [:: [:: 1; 1]] 0 j.
Proof.
apply: known_system.
- by entry_by_entry; numbers.
- by case=> [[|[|?]] ?] //; rewrite mxE /= ?ltr01 ?ltr0n.
- by entry_by_entry; numbers.
- by case=> [[|[|?]] ?] // [[|[|?]] ?] //; rewrite !mxE /=.
by rewrite (column_lt _ (isT : (0 < 2)%N)); apply/colP; case=> [[|[|?]] ?] //; rewrite !mxE.
Qed.

Fact first_value : s P 1 = 1.
Proof.
have [_ [_ /(_ (lift ord0 ord0))]] := system; rewrite mxE /= => /eqP.
by rewrite sqrf_eq1 [_ == -1]gt_eqF ?orbF => [/eqP //|]; rewrite (lt_le_trans (ltrN10 R)) // s_ge0.
Qed.

Fact average_learns : learns P (T P *m Psi).
Proof.
have [S [/(_ (lift ord0 ord0)) muE _]] := system; exists S; rewrite mxE /= in muE.
have r0 : Num.sqrt 2%:R != 0 :> R by rewrite sqrtr_eq0 -ltNge ltr0n.
apply: (@multiple_span _ _ _ _ _ (Num.sqrt 2%:R / 2%:R)); first by rewrite mulf_neq0 // invr_neq0 ?pnatr_eq0.
have top : top_functions 1 S = (Num.sqrt 2%:R)^-1 *: col (lift ord0 ord0) G.
  by apply/colP => x; rewrite mxE muE.
rewrite top scalerA mulrAC mulfV //; apply/matrixP; case=> [[|[|?]] ?] // j; rewrite !ord1; written.
  by rewrite !mxE /=; numbers.
by rewrite !mxE /=; numbers.
Qed.

Fact partner_equal (S : singular_system (transposed P)) : mu S 1 ord0 0 = mu S 1 (lift ord0 ord0) 0.
Proof.
have := KX_mu S 1; rewrite s_dual first_value expr1n scale1r => <-.
by rewrite /KX -mulmxA; move: (_ *m mu S 1) => v; written.
Qed.
End Instance.

Theorem average_encoder_fails (R : rcfType) : ~ statement.statement R.
Proof.
move=> /(_ _ _ (P R) 1%N erefl (Psi R)).
have s1 : 0 < s (P R) 1 by rewrite first_value ltr01.
case/(_ s1) => /(_ (average_learns R)) [S [/(_ 1%:M) [w]]]; rewrite mulmx1 => /matrixP PsiE _ _.
have := PsiE (lift ord0 ord0) 0; have := PsiE ord0 0.
rewrite ![(top_functions 1 S *m w) _ _]mxE !big_ord1 !(mxE matrix_key) /= partner_equal => <- /eqP.
by rewrite oner_eq0.
Qed.
