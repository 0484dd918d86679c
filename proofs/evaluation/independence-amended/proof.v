(* statement: sha256:d737eca786442d4a129f9918a1e1e398df58da3366003f11a0a164c2664743b3 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements operators kyfan singular existence expansion.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Independence.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem independence_amended : (2 <= N)%N -> s P 1 = 0 <-> independent P.
Proof.
move=> N2; have [S _] := system_exists P; have N0 := N_gt0 P; have M0 := M_gt0 P; split=> [s1|ind].
  move=> x a; rewrite (joint_expansion S) big_ltn ?leq_min ?N0 // s0 mu_0 nu_0 ![one _ _]mxE !mul1r.
  rewrite big_nat_cond [X in _ + X]big1 ?addr0 // => i /andP[/andP[i1 _] _].
  rewrite (_ : s P i = 0) ?mul0r //; apply/eqP; rewrite eq_le s_ge0 andbT -s1; exact: s_decreasing.
have tr1 : \tr (KX P) = 1.
  rewrite trace_KX -[RHS](law_sum1 P); apply: eq_bigr => x _.
  rewrite -[RHS]mulr1 -(law_sum1 (dual P)) mulr_sumr; apply: eq_bigr => a _.
  by rewrite ind expr2 mulfK // mulf_neq0 ?law_neq0.
have := trace_eig (left_basis S); rewrite tr1.
rewrite (eq_bigr (fun i : 'I_N => s P i ^+ 2)) => [|i _]; last by rewrite mxE sigmaE.
rewrite -(big_mkord xpredT (fun i => s P i ^+ 2)) (big_ltn N0) s0 expr1n => /eqP.
rewrite -subr_eq0 opprD addNKr oppr_eq0 (big_ltn N2) paddr_eq0 ?sqr_ge0 //; last by rewrite sumr_ge0 // => i _; rewrite sqr_ge0.
by case/andP; rewrite sqrf_eq0 => /eqP.
Qed.
End Independence.

Theorem independence_amended_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P N2; split=> //; have eqv := independence_amended P N2.
by split=> [[_ /eqv]|/eqv].
Qed.
