(** * T T* on functions of mean zero.                                        *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators selfadjoint ratio.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section CentredOperator.
Variables (R : realFieldType) (n m : nat) (P : context R n m).
Notation pX := (law P). Notation pA := (law (dual P)).
Notation T := (expect P). Notation T' := (expect (dual P)).
Notation one := (const_mx 1 : 'cV[R]_n).

Lemma mean_mx (f : 'cV[R]_n) : pX *m f = (mean pX f)%:M.
Proof. by apply/matrixP => i j; rewrite !ord1 [LHS]mxE [RHS]mxE eqxx mulr1n. Qed.
Lemma center_mx (f : 'cV[R]_n) : center pX f = f - one *m (pX *m f).
Proof.
rewrite mean_mx mul_mx_scalar /center; congr (_ - _).
by apply/matrixP => i j; rewrite !mxE mulr1.
Qed.
Lemma KX_one : KX P *m one = one.
Proof. by rewrite -mulmxA (expect1 (dual P)) expect1. Qed.
Lemma KX0_center (f : 'cV[R]_n) : KX0 P *m f = KX P *m center pX f.
Proof. by rewrite center_mx mulmxBr mulmxA KX_one mulmxBl -mulmxA. Qed.

Lemma KX0_selfadj : selfadj pX (KX0 P).
Proof.
apply: selfadjB; first exact: KX_selfadj.
have Done : diag_mx pX *m one = pX^T.
  by apply/matrixP => i j; rewrite mul_diag_mx !mxE mulr1.
have oneD : one^T *m diag_mx pX = pX by rewrite -[LHS]trmxK trmx_mul tr_diag_mx trmxK Done trmxK.
by rewrite /selfadj trmx_mul mulmxA Done -mulmxA oneD.
Qed.

Lemma KX0_form (f : 'cV[R]_n) :
  ip pX f (KX0 P *m f) = sqn pA (T' *m center pX f).
Proof.
have c0 : mean pX (KX P *m center pX f) = 0.
  by rewrite /KX -mulmxA expect_mean (expect_mean (dual P)) law_dd center_mean.
rewrite KX0_center -quadratic_form; set h := center pX f in c0 *.
have -> : f = h + mean pX f *: one.
  by rewrite /h /center; apply/matrixP => i j; rewrite !mxE mulr1 subrK.
by rewrite ipDl ipZl -mean_ip c0 mulr0 addr0.
Qed.

Lemma KX0_psd : psd pX (KX0 P).
Proof. by move=> f; rewrite KX0_form sqn_ge0 //; apply: law_gt0. Qed.

Lemma center_le (f : 'cV[R]_n) : sqn pX (center pX f) <= sqn pX f.
Proof.
have {2}-> : f = center pX f + mean pX f *: one.
  by rewrite /center; apply/matrixP => i j; rewrite !mxE mulr1 subrK.
rewrite sqnD ipZr [ip _ _ one]ipC -mean_ip center_mean !mulr0 addr0 ler_addl.
by rewrite sqn_ge0 //; apply: law_gt0.
Qed.
End CentredOperator.
