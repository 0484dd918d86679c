(* statement: sha256:3af3fdf39b055750f9bbdc37ee4dc04f6bfa2521b32db988374dae5189a5dcee *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements geometry operators dispersion errors.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section CompatRealised.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem compat_realised_amended (f : 'cV[R]_N) (eps : R) (g := T_star P *m f) :
  0 < eps -> in_F P f eps -> dispersion P g <= 4%:R * eps * norm (q P) g ^+ 2.
Proof.
move=> e0 [fn0 f0 rho]; rewrite /norm sqr_sqrtr ?sqn_ge0 //; last exact: law_gt0.
have [e1|e1] := lerP eps 1.
  apply: adj_dispersion => //; rewrite rho2_compatibility ler_sqr ?nnegrE ?subr_ge0 //.
  exact: compatibility_ge0.
rewrite /dispersion dispersionE; apply: (@le_trans _ _ (2%:R * sqn (q P) g)).
  by rewrite ler_pmul2l ?ltr0n // ler_subl_addl ler_addr sqn_ge0 //; apply: law_gt0.
rewrite ler_wpmul2r ?sqn_ge0 //; first exact: law_gt0.
apply: (@le_trans _ _ (4%:R * 1)); first by rewrite mulr1 ler_nat.
by rewrite ler_pmul2l ?ltr0n // ltW.
Qed.
End CompatRealised.

Theorem compat_realised_amended_stated (R : rcfType) : statement.statement R.
Proof.
by move=> N M P f eps g e0 [_ fF]; apply: compat_realised_amended.
Qed.
