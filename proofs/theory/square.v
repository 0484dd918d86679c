(** * A positive operator and its square have the same top eigenspaces.      *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry selfadjoint.
From Contexture Require Import objectives.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Square.
Variables (R : rcfType) (n : nat) (w : 'rV[R]_n) (K : 'M[R]_n).
Hypotheses (w0 : forall x, 0 < w 0 x) (sK : selfadj w K) (K0 : psd w K).

Lemma ev_ge0 (E : eigenbasis w K) j : 0 <= ev E 0 j.
Proof. by have := K0 (col j (ef E)); rewrite eig_col ipZr -/(sqn w _) sqn_basis mulr1. Qed.

Fact square_basis (E : eigenbasis w K) : exists E2 : eigenbasis w (K *m K), ef E2 = ef E /\ forall j, ev E2 0 j = ev E 0 j ^+ 2.
Proof.
have eig2 : K *m K *m ef E = ef E *m diag_mx (\row_j ev E 0 j ^+ 2).
  have <- : diag_mx (ev E) *m diag_mx (ev E) = diag_mx (\row_j ev E 0 j ^+ 2).
    by apply/matrixP => i j; rewrite mul_mx_diag !mxE expr2; case: eqP => [->|_]; rewrite ?mul0r.
  by rewrite -(mulmxA K) (ef_eig E) (mulmxA K) (ef_eig E) -mulmxA.
have srt (i j : 'I_n) : (i <= j)%N -> (\row_j ev E 0 j ^+ 2) 0 j <= (\row_j ev E 0 j ^+ 2 : 'rV[R]_n) 0 i.
  by move=> ij; rewrite !mxE ler_sqr ?nnegrE ?ev_ge0 //; apply: ev_sorted.
by exists (Eigenbasis (ef_orth E) eig2 srt); split=> // j; rewrite mxE.
Qed.

Fact root_basis (E2 : eigenbasis w (K *m K)) : exists E : eigenbasis w K, ef E = ef E2 /\ forall j, ev E2 0 j = ev E 0 j ^+ 2.
Proof.
have form j : sqn w (K *m col j (ef E2)) = ev E2 0 j.
  by rewrite /sqn -(selfadjP sK) mulmxA eig_col ipZr -/(sqn w _) sqn_basis mulr1.
have l0 j : 0 <= ev E2 0 j by rewrite -form sqn_ge0.
have col_eig j : K *m col j (ef E2) = Num.sqrt (ev E2 0 j) *: col j (ef E2).
  set e := col j _; set r := Num.sqrt _; have rr : r * r = ev E2 0 j by rewrite -expr2 sqr_sqrtr.
  have [r0|rn0] := eqVneq r 0.
    by apply/eqP; rewrite r0 scale0r -(sqn_eq0 w0) form -rr r0 mulr0.
  pose u := K *m e - r *: e.
  have Ku : K *m u = - r *: u.
    by rewrite /u mulmxBr mulmxA eig_col -rr -scalemxAr scalerBr scalerA !scaleNr mulNr scaleNr opprK -scalerA addrC.
  have : 0 <= - r * sqn w u by have := K0 u; rewrite Ku ipZr.
  rewrite mulNr oppr_ge0 pmulr_rle0 => [h|]; last by rewrite lt_def rn0 sqrtr_ge0.
  by apply/eqP; rewrite -subr_eq0 -/u -(sqn_eq0 w0) eq_le h sqn_ge0.
have eig : K *m ef E2 = ef E2 *m diag_mx (\row_j Num.sqrt (ev E2 0 j)).
  apply/matrixP => x j; rewrite mul_mx_diag [RHS]mxE [(\row_j _) _ _]mxE mulrC.
  transitivity ((K *m col j (ef E2)) x 0); first by rewrite !colE mulmxA -colE [RHS]mxE.
  by rewrite col_eig !mxE.
have srt (i j : 'I_n) : (i <= j)%N -> (\row_j Num.sqrt (ev E2 0 j)) 0 j <= (\row_j Num.sqrt (ev E2 0 j) : 'rV[R]_n) 0 i.
  by move=> ij; rewrite !mxE ler_wsqrtr //; apply: ev_sorted.
by exists (Eigenbasis (ef_orth E2) eig srt); split=> // j; rewrite mxE sqr_sqrtr.
Qed.

Theorem extracts_square d (Phi : 'M[R]_(n, d)) : extracts w (K *m K) Phi <-> extracts w K Phi.
Proof.
split=> -[ind [E sp]]; split=> //.
  have [E' [eE _]] := root_basis E; exists E'.
  by rewrite (_ : top_eigenfunctions E' d = top_eigenfunctions E d) // /top_eigenfunctions eE.
have [E' [eE _]] := square_basis E; exists E'.
by rewrite (_ : top_eigenfunctions E' d = top_eigenfunctions E d) // /top_eigenfunctions eE.
Qed.
End Square.
