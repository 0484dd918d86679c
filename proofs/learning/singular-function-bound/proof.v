(* statement: sha256:6157fccd9df0a7284d8ae27487a59dcc96167d7257a0df2c319188163f162f35 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements geometry operators singular existence expansion.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section SingularFunctionBound.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem singular_function_bound (S : singular_system P) i x : 0 < s P i ->
  `|mu S i x 0| <= Num.sqrt (complexity P) / s P i.
Proof.
move=> si; rewrite ler_pdivl_mulr // -[s P i]gtr0_norm // -normrM -sqrtr_sqr ler_wsqrtr //.
apply: le_trans (complexity_ge P x); rewrite (kernel_expansion S).
have iN : (i < N)%N by rewrite ltnNge; apply/negP => Ni; rewrite s_beyond ?ltxx // geq_min Ni in si.
rewrite (bigD1_seq i) ?mem_index_iota ?iota_uniq //= (_ : _ ^+ 2 = s P i ^+ 2 * mu S i x 0 * mu S i x 0); last first.
  by rewrite exprMn expr2; ring.
rewrite ler_addl sumr_ge0 // => j _; by rewrite -mulrA mulr_ge0 ?sqr_ge0 // -expr2 sqr_ge0.
Qed.
End SingularFunctionBound.

(** ** The statement as generated *)
Theorem singular_function_bound_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P S i _ si x; split; last by split; [rewrite gt_eqF | apply: singular_function_bound].
exact: le_trans (kernel_ge0 P x) (complexity_ge P x).
Qed.
