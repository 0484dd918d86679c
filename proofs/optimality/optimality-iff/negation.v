(* statement: sha256:4125853292fa34cb2c9047bc0dfc25e4b941051cdc1af06a163a34653d80dc77 *)
(** The indicator of one point is a top singular function and a constant, which an intercept makes up for: *)
(** its worst error is the least, and its span is not that of a top singular function. *)
From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements centred singular encoders worst concrete joined.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Instance.
Variable R : rcfType.
Notation P := (joined R).
Definition Phi : 'M[R]_(3, 1) := rows 3 1 [:: [:: 0]; [:: 0]; [:: 1]].
Definition eps : R := 4%:R^-1.

Fact Phi_mean : mean (p P) Phi = 3%:R^-1. Proof. by rewrite /mean; written; numbers. Qed.

Fact centred_learns : learns P (centred_encoder P Phi).
Proof.
apply: (@joined_learns _ _ (- 3%:R^-1)); first by rewrite oppr_eq0 invr_eq0 pnatr_eq0.
rewrite /centred_encoder /cmx mean_mx Phi_mean mul_mx_scalar; apply/matrixP.
by case=> [[|[|[|?]]] ?] // j; rewrite !ord1 !mxE /=; numbers.
Qed.

Fact Phi_learns_not : ~ learns P Phi.
Proof.
move=> /learns_factor[S [A [_ [PhiE _]]]]; have := mean_mx P Phi; rewrite Phi_mean PhiE mulmxA.
have -> : top_functions 1 S = mu S 1 by apply/colP => x; rewrite mxE.
rewrite mean_mx left_mean // (_ : 0%:M = 0) ?mul0mx; last by apply/matrixP => i j; rewrite !mxE mul0rn.
by move/matrixP/(_ 0 0); rewrite !mxE eqxx => /eqP; rewrite eq_sym invr_eq0 pnatr_eq0.
Qed.

(** An intercept makes up for the mean of a feature. *)
Fact err_centred d (F : 'M[R]_(3, d)) f e : err_le P (centred_encoder P F) f e -> err_le P F f e.
Proof.
case=> w [b h]; exists w, (b - (p P *m F *m w) 0 0); apply: le_trans h.
rewrite le_eqVlt; apply/orP; left; apply/eqP; congr (sqn _ (_ - f)).
rewrite /centred_encoder /cmx mulmxBl scalerBl -[const_mx 1 *m _ *m w]mulmxA.
rewrite [X in const_mx 1 *m X]mx11_scalar mul_mx_scalar addrA addrAC.
by [].
Qed.
End Instance.

Theorem optimality_iff_fails (R : rcfType) : ~ statement.statement R.
Proof.
have [_ [_ s1 s2]] := joined_system R; have e0 : 0 < eps R by rewrite invr_gt0 ltr0n.
have le1 : 1 - s (joined R) 1 <= eps R by rewrite s1 subrr ltW.
have le2 : eps R <= 1 - Num.sqrt ((s (joined R) 1 ^+ 2 + s (joined R) 2 ^+ 2) / 2%:R).
  have three : 0 <= 3%:R / 4%:R :> R by rewrite divr_ge0 ?ler0n.
  rewrite ler_subr_addr -ler_subr_addl (_ : 1 - eps R = 3%:R / 4%:R); last by rewrite /eps; numbers.
  rewrite -[X in _ <= X](ger0_norm three) -sqrtr_sqr ler_wsqrtr // s1 s2 expr1n expr0n addr0 -subr_ge0.
  by rewrite (_ : _ - _ = 16%:R^-1) ?invr_ge0 ?ler0n //; numbers.
move=> /(_ _ _ (joined R) 1%N erefl (eps R) (Phi R) e0)[].
  by rewrite le1 le2 s1 s2 expr1n expr0n addr0 divr_ge0 ?ler0n ?ler01.
move=> _ [h _]; apply: (@Phi_learns_not R); apply: h; split=> //.
have [c_le c_ge e1] := range_of_eps le1 le2; have gap : s (joined R) 2 < s (joined R) 1 by rewrite s1 s2 ltr01.
eexists; split; last by do 2 split=> //; split; [rewrite s1 s2 expr1n expr0n subr0 oner_eq0 | reflexivity].
split=> [f fF f1|].
  by apply: err_centred; apply: (top_upper (isT : (1 < 3)%N) gap e1 (centred_learns R) fF f1).
by have [f [fF f1 _ fe]] := worst_task (isT : (0 < 1)%N) (isT : (1 <= 3 - 2)%N) gap c_le c_ge e1 (Phi R); exists f.
Qed.
