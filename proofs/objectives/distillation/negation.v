(* statement: sha256:d7c4e85d941ecaf343821d4bf88c7b6f9ea7d03f299dabc25a33ed7687473bda *)
(** P = [1; 1] / 2: the student's objective does not see a constant, so that not every minimum has learned. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements concrete ratio existence encoders losses meanzero shifts.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Theorem distillation_fails (R : rcfType) : ~ statement.statement R.
Proof.
pose P := @table_context 2 1 [:: [:: 1%N]; [:: 1%N]] R isT; have [S _] := system_exists P.
pose Teacher := top_functions 1 S; pose F := centred_encoder P Teacher; pose k := F *m F^T.
have learned : learns P Teacher by exists S; split=> w; exists w.
have ks : symmetric k by rewrite /symmetric trmx_mul trmxK.
(** The student has a minimum: the objective is a trace. *)
have [Phi best] : exists Phi : 'M[R]_(2, 1), minimises_kise P k Phi.
  pose H := integral_operator (p P) k; have sH : selfadj (p P) H := integral_selfadj (p P) ks.
  have H0 : psd (p P) H.
    apply: integral_psd; split=> // v; have -> : v^T *m k *m v = (F^T *m v)^T *m (F^T *m v).
      by rewrite trmx_mul trmxK !mulmxA.
    by rewrite mxE sumr_ge0 // => j _; rewrite [_^T _ _]mxE -expr2 sqr_ge0.
  have H1 : H *m one = 0.
    rewrite /H integral_operatorE /k -!mulmxA (mulmxA F^T) (cmx_one P Teacher) mulmx0.
    by [].
  have form (Phi : 'M[R]_(2, 1)) : unit_covariance P Phi -> kise P k Phi = 1 - 1 * trace_on (p P) H (cmx P Phi).
    by move=> u; rewrite kise_trace // mul1r.
  have [[Phi [u value]] least] := trace_minimum ltr01 form (mean_zero_maximum sH H1 H0 (isT : 1 < 2)%N).
  by exists Phi; split=> // Chi; rewrite value; apply: least.
move=> /(_ _ _ P 1%N isT Teacher 1%N isT)claim.
have learns_it : learns P Phi by apply: claim.
by apply: (shift_learns_not (isT : 0 < 1 < 2)%N learns_it); apply: claim => //; split=> //; apply: shift_minimises.
Qed.
