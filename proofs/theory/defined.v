(** * What the generated statements ask beside the claim of encoders and indices: that terms have a value. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import context geometry operators centred vocabulary encoders expansion errors.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Defined.
Variables (R : rcfType) (N M : nat) (P : context R N M).

(** A function is an encoder of one column. *)
Lemma centred_function (f : 'cV[R]_N) : centred_encoder P f = center (p P) f.
Proof. by rewrite center_mx. Qed.

(** With an invertible covariance the ratio trace has a value. *)
Lemma ratio_trace_defined d (Phi : 'M[R]_(N, d)) : (0 < d)%N -> covariance P Phi \in unitmx ->
  Phi != 0 /\ ~ in_span Phi (@one R N).
Proof.
move=> d0 Cu; split; last exact: unit_no_constant Cu.
by apply/eqP => Phi0; move: d0; rewrite -(unit_rank Cu) Phi0 trmx0 mxrank0.
Qed.

(** Squares are apart where numbers are. *)
Lemma square_gap i j : s P j < s P i -> s P i ^+ 2 - s P j ^+ 2 != 0.
Proof. by move=> lt; rewrite gt_eqF // subr_gt0 ltr_sqr ?nnegrE ?s_ge0. Qed.
End Defined.
