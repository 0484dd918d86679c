(* statement: sha256:093da71281bb2d79a5c3c3f96e670c747b4a0f57fa14265b1b4254867d85ae0e *)
(** P = [1; 1] / 2, labels 0: the zero feature has risk 0, and spans nothing. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements concrete.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Theorem denoising_fails (R : rcfType) : ~ statement.statement R.
Proof.
pose P := @table_context 2 1 [:: [:: 1%N]; [:: 1%N]] R isT.
have no_loss Psi W : 0 <= supervised_loss (transposed P) (0 : 'M[R]_(2, 1)) (Psi : 'M_(1, 1)) W.
  apply: sumr_ge0 => a _; apply: sumr_ge0 => x _; rewrite mulr_ge0 ?joint_ge0 //.
  by apply: sumr_ge0 => j _; apply: sqr_ge0.
move=> /(_ _ _ P 1%N isT 0 1%N isT 0)[_ claim].
have /claim[[_ [independent _]] _] : minimises_supervised (transposed P) (0 : 'M[R]_(2, 1)) (0 : 'M[R]_(1, 1)).
  exists 0; split=> [|Psi r [[W [_ <-]] _]//]; split=> //; exists 0; split=> //.
  rewrite /supervised_loss /square_loss mulmx0 big1 // => a _; rewrite big1 // => x _.
  by rewrite /distance2 big1 ?mulr0 // => j _; rewrite !mxE subrr expr0n.
have /matrixP/(_ 0 0) := independent (const_mx 1) (mul0mx _ _).
by rewrite !mxE => /eqP; rewrite oner_eq0.
Qed.
