(** * Features with the risk 0 have the least one. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import labels.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Lemma no_risk (R : rcfType) n d Weights (loss : 'M[R]_(n, d) -> Weights -> R) Phi W :
  (forall F V, 0 <= loss F V) -> loss Phi W = 0 -> minimises_risk loss Phi.
Proof. by move=> ge0 zero; exists 0; split=> [|F r [[V [_ <-]] _] //]; split=> [|V _ //]; exists W. Qed.

Section Losses.
Variables (R : rcfType) (N M : nat) (P : context R N M) (k : nat) (v : 'M[R]_(M, k)).
Lemma distance2_ge0 (y z : 'rV[R]_k) : 0 <= distance2 y z.
Proof. by apply: sumr_ge0 => j _; apply: sqr_ge0. Qed.
Lemma distance2_same (y : 'rV[R]_k) : distance2 y y = 0.
Proof. by rewrite /distance2 big1 // => j _; rewrite subrr expr0n. Qed.
Lemma square_loss_ge0 F : 0 <= square_loss P v F.
Proof. by apply: sumr_ge0 => x _; apply: sumr_ge0 => a _; rewrite mulr_ge0 ?joint_ge0 ?distance2_ge0. Qed.
(** The prediction is every label. *)
Lemma square_loss0 F : (forall x a, row x F = row a v) -> square_loss P v F = 0.
Proof.
move=> e; rewrite /square_loss big1 // => x _; rewrite big1 // => a _.
by rewrite (e x a) distance2_same mulr0.
Qed.
End Losses.
