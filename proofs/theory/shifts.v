(** * A constant added to a feature: objectives that centre do not see it, and what has learned has none. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import objectives ratio encoders losses correlations selfadjoint orthonormal.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Shifts.
Variables (R : rcfType) (N M : nat) (P : context R N M) (d : nat).
Implicit Type Phi : 'M[R]_(N, d).

Lemma shift_centred Phi : cmx P (Phi + const_mx 1) = cmx P Phi.
Proof.
have -> : Phi + const_mx 1 = Phi + const_mx 1 *m (const_mx 1 : 'rV[R]_d).
  by congr (_ + _); apply/matrixP => x j; rewrite !mxE big_ord1 !mxE mul1r.
by rewrite /cmx mulmxDr (mulmxA (law P)) law_one mul1mx mulmxDr opprD addrACA subrr addr0.
Qed.

(** Each minimum of the kernel objective can be moved. *)
Lemma shift_minimises k Phi : minimises (unit_covariance P (d := d)) (kise P k (d := d)) Phi ->
  minimises (unit_covariance P (d := d)) (kise P k (d := d)) (Phi + const_mx 1).
Proof.
have same : cmx P (Phi + const_mx 1) = cmx P Phi := shift_centred Phi.
by rewrite /minimises /unit_covariance /covariance /covX /kise /centred_encoder same.
Qed.

(** A feature and its shift have not both learned. *)
Lemma shift_learns_not Phi : (0 < d < N)%N -> learns P Phi -> ~ learns P (Phi + const_mx 1).
Proof.
move=> /andP[d0 dN] /(learned_mean_zero dN) e /(learned_mean_zero dN); rewrite shift_centred e => /eqP.
rewrite -subr_eq0 opprD addrA subrr sub0r oppr_eq0 => /eqP/matrixP.
by move=> /(_ (Ordinal (ltn_trans d0 dN)) (Ordinal d0)); rewrite !mxE => /eqP; rewrite oner_eq0.
Qed.
End Shifts.

(** One feature that extracts is an eigenfunction. *)
Lemma extracts_eigenfunction (R : rcfType) n (w : 'rV[R]_n) (K : 'M[R]_n) (Phi : 'cV[R]_n) :
  extracts w K Phi -> exists l, K *m Phi = l *: Phi.
Proof.
case=> _ [E [/span_factor[W PhiE] _]]; have : exists l, K *m top_eigenfunctions E 1 = l *: top_eigenfunctions E 1.
  have [n0|] := ltnP 0 n; last by move=> n0; exists 0; apply/matrixP => x; have := leq_trans (ltn_ord x) n0.
  exists (ev E 0 (Ordinal n0)); have -> : top_eigenfunctions E 1 = col (Ordinal n0) (ef E).
    by apply/colP => x; rewrite mxE (column_lt _ n0).
  exact: eig_col.
by case=> l KE; exists l; rewrite PhiE mulmxA KE scalemxAl.
Qed.
