(* statement: sha256:3f4b6ddfaea16a76e5d912c2ddfd50ddc77324b7aec323fa280f65d4539d4482 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements geometry operators orthonormal singular existence expansion.
From Contexture Require Import spectralinner errors.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section MaximalCorrelation.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem maximal_correlation_amended : (2 <= N)%N -> (2 <= M)%N -> maximal_correlation_is P (s P 1).
Proof.
move=> N2 M2; have [S _] := system_exists P; have p0 := law_gt0 P; have q0 := law_gt0 (dual P).
split=> [f g fn0 gn0 f0 g0|].
  have nf : 0 < norm (p P) f by rewrite norm_gt0.
  have ng : 0 < norm (q P) g by rewrite norm_gt0.
  rewrite ler_pdivr_mulr ?mulr_gt0 // mulrCA (le_trans (ip_le_norm p0 _ _)) // ler_pmul2l //.
  rewrite -ler_sqr ?nnegrE ?mulr_ge0 ?s_ge0 ?norm_ge0 // exprMn (norm_sq p0) (norm_sq q0).
  exact: T_centred_le S _ g0.
have one2 k : (2 <= k)%N -> (0 < 1 < k)%N by [].
have mu2 : sqn (p P) (mu S 1) = 1 by rewrite /sqn left_ip.
have nu2 : sqn (q P) (nu S 1) = 1 by rewrite /sqn right_ip.
have n1 (w : nat) : norm (p P) (mu S 1) = 1 by apply/norm_one.
exists (mu S 1), (nu S 1); split.
- by rewrite -(sqn_gt0 p0) mu2 ltr01.
- by rewrite -(sqn_gt0 q0) nu2 ltr01.
- exact: left_mean.
- exact: right_mean.
by rewrite T_nu ipZr -/(sqn _ _) mu2 (n1 0%N) (_ : norm _ _ = 1) ?mulr1 ?divr1 //; apply/norm_one.
Qed.
End MaximalCorrelation.

Theorem maximal_correlation_amended_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P [N2 M2]; split=> //; exists (s P 1); split=> //; exact: maximal_correlation_amended.
Qed.
