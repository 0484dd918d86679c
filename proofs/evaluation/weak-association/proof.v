(* statement: sha256:05f4aedef97d9a8a1a5ee520471da23abcf3d7f969c90df29fe0f1828b17653f *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements operators kyfan singular existence expansion.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section WeakAssociation.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem weak_association (eps : R) :
  (forall x y, `|kX P x y - 1| < eps) ->
  \sum_(1 <= i < N) s P i ^+ 2 < eps.
Proof.
move=> near; have [S _] := system_exists P; have N0 := N_gt0 P.
have -> : \sum_(1 <= i < N) s P i ^+ 2 = \sum_x p P 0 x * (kX P x x - 1).
  transitivity (\tr (KX P) - 1).
    rewrite (trace_eig (left_basis S)).
    rewrite (eq_bigr (fun i : 'I_N => s P i ^+ 2)) => [|i _]; last by rewrite mxE sigmaE.
    rewrite -(big_mkord xpredT (fun i => s P i ^+ 2)) (big_ltn N0) s0 expr1n.
    by rewrite addrAC subrr add0r.
  rewrite -[X in \tr _ - X](law_sum1 P) -sumrB; apply: eq_bigr => x _.
  by rewrite kernel_entry mulrBr mulr1.
rewrite -[X in _ < X]mul1r -[X in _ < X * _](law_sum1 P) mulr_suml -subr_gt0 -sumrB.
have term x : 0 < p P 0 x * eps - p P 0 x * (kX P x x - 1).
  by rewrite -mulrBr pmulr_rgt0 ?law_gt0 // subr_gt0; apply: le_lt_trans (near x x); apply: ler_norm.
rewrite (bigD1 (Ordinal N0)) //=; apply: ltr_paddr; last exact: term.
by apply: sumr_ge0 => x _; apply: ltW.
Qed.
End WeakAssociation.

Theorem weak_association_stated (R : rcfType) : statement.statement R.
Proof.
by move=> N M P eps near; exact: weak_association.
Qed.
