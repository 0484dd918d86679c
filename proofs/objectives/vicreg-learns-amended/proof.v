(* statement: sha256:c52c0ada5a8ddd0ed6fdd8e28526113ae9c8445c4973a6c1a9c90fb0e62caeca *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements expansion invariance operators correlations geometry.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section VicregLearns.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem vicreg_learns_amended (wi wv wc : R) (psi chi : 'M[R]_(M, 1)) :
  0 < wi /\ 2%:R * wi * (1 - s (transposed P) 1 ^+ 2) <= wv ->
  learns (transposed P) psi /\ covariance (transposed P) psi = 1%:M ->
  vicreg P psi wi wv wc 0 <= vicreg P chi wi wv wc 0.
Proof. by rewrite s_dual => -[w0 enough] [lr u]; apply: vicreg_learns. Qed.
End VicregLearns.

Theorem vicreg_learns_amended_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P wi wv wc psi chi [w0 [_ enough]] lru.
have defined (f : 'cV[R]_M) : vicreg_is_defined P f 0.
  by split=> // j; rewrite addr0 /covariance variance; apply/sqn_ge0/law_gt0.
by split=> //; split=> //; apply: vicreg_learns_amended.
Qed.
