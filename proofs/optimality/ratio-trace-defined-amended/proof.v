(* statement: sha256:f6a48534052bb09d887eafe008ca6312908d846472c1941dfd41204db5d50118 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements orthonormal encoders.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section RatioTraceDefined.
Variables (R : rcfType) (N M : nat) (P : context R N M).

(** The first part says that the ratio trace has a value: some column is taken, and their covariance is invertible. *)
Theorem ratio_trace_defined_amended (d : nat) (Phi : 'M[R]_(N, d)) :
  (1 <= d <= N)%N -> (exists j, 0 < norm (p P) (col j Phi)) -> ~ in_span Phi one ->
  (0 < \rank Phi^T)%N /\ covariance P (maximal_columns Phi) \in unitmx /\ 0 <= ratio_trace P Phi.
Proof.
move=> _ [j nj] no; have Cu : covX P (maximal_columns Phi) \in unitmx by apply: maximal_columns_unit.
split; last by split=> //; apply: ratio_trace_ge0.
rewrite lt0n mxrank_eq0; apply: contraTneq nj => /(congr1 trmx); rewrite trmxK trmx0 => ->.
rewrite /norm (_ : sqn _ _ = 0) ?sqrtr0 ?ltxx // /sqn /ip big1 // => x _.
by rewrite !mxE mulr0 mulr0.
Qed.
End RatioTraceDefined.

Theorem ratio_trace_defined_amended_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P d d_range Phi [j [/andP[j1 jd] nj]] no.
have j_lt : (j.-1 < d)%N by rewrite prednK.
have some : exists j, 0 < norm (p P) (col j Phi) by exists (Ordinal j_lt); rewrite -columnE.
have [r [_ ge0]] := ratio_trace_defined_amended d_range some no; split=> //.
by apply: contraTneq r => ->; rewrite trmx0 mxrank0.
Qed.
