(** * Every context has a singular system.                                  *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators selfadjoint kyfan ratio spectral worstcase centred.
From Contexture Require Import eigenvalues vocabulary orthonormal singular.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Existence.
Variables (R : rcfType) (N M : nat) (P : context R N M).
Notation pX := (law P).
Notation K := (KX P).
Notation one := (one : 'cV[R]_N).

Fact one_ip f : mean pX f = ip pX one f. Proof. exact: mean_ip. Qed.
Fact mean_one : mean pX one = 1. Proof. by rewrite one_ip -/(sqn _ _) sqn_one. Qed.
Let i0 : 'I_N := Ordinal (N_gt0 P).

(** A self-adjoint operator that takes constants to zero has an eigenbasis with the constant function in it. *)
Section WithOne.
Variables (H : 'M[R]_N) (b : R).
Hypotheses (H_selfadj : selfadj pX H) (H_one : H *m one = 0) (H_le : forall f, ip pX f (H *m f) <= b * sqn pX f).

(** The constant function is alone on top of this one. *)
Let K' := H + (b + 1) *: (one *m pX).

Fact liftE f : K' *m f = H *m f + ((b + 1) * mean pX f) *: one.
Proof. by rewrite mulmxDl -scalemxAl -(mulmxA one) mean_mx mul_mx_scalar scalerA. Qed.

Fact lift_selfadj : selfadj pX K'.
Proof.
have sa : selfadj pX (one *m pX).
  have -> : one *m pX = K - KX0 P by rewrite /KX0 opprB addrC subrK.
  by apply: selfadjB; [apply: KX_selfadj | apply: KX0_selfadj].
rewrite /selfadj /K' [(H + _)^T]linearD /= [((b + 1) *: (one *m pX))^T]linearZ /= mulmxDr mulmxDl -scalemxAr -scalemxAl.
by rewrite H_selfadj sa.
Qed.

Lemma basis_with_one : exists (F : 'M[R]_N) (m : 'I_N -> R),
  [/\ F^T *m diag_mx pX *m F = 1%:M, col i0 F = one, forall j, j != i0 -> H *m col j F = m j *: col j F
    & forall i j : 'I_N, i != i0 -> (i <= j)%N -> m j <= m i].
Proof.
have p0 := law_gt0 P; have [E _] := eigenbasis_exists p0 lift_selfadj.
pose e j := col j (ef E); pose l j := ev E 0 j; pose c j := mean pX (e j).
have ee i j : ip pX (e i) (e j) = (i == j)%:R by rewrite -ip_gram ef_orth mxE.
have eig j : K' *m e j = l j *: e j := eig_col E j.
have lc j : l j * c j = (b + 1) * c j.
  rewrite /c one_ip -ipZr -eig (selfadjP lift_selfadj) liftE H_one mean_one mulr1 add0r.
  by rewrite ipZl.
have le1 f t : mean pX f = 0 -> K' *m f = t *: f -> f != 0 -> t <= b.
  move=> f0; rewrite liftE f0 mulr0 scale0r addr0 => Kf fn0; have := H_le f.
  by rewrite Kf ipZr -/(sqn pX f) ler_pmul2r // sqn_gt0.
have en0 j : e j != 0 by rewrite -(sqn_gt0 p0) /sqn ee eqxx ltr01.
have two : (b + 1 <= b) = false by rewrite ger_addl ler10.
have c2 j : c j != 0 -> l j = b + 1 by move=> cj; apply: (mulIf cj); rewrite lc.
have cj0 j : j != i0 -> c j = 0.
  move=> ji; apply/eqP; apply: contraT => cj; have lj := c2 j cj.
  have l0 : l i0 = b + 1.
    have [ci|/c2 //] := eqVneq (c i0) 0; have := le1 _ _ ci (eig i0) (en0 i0).
    by have := ev_sorted E (leq0n j : (i0 <= j)%N); rewrite -/(l j) lj => h /(le_trans h); rewrite two.
  have := le1 (c j *: e i0 - c i0 *: e j) (b + 1); rewrite two => h; apply/h.
  - by rewrite one_ip ipBr !ipZr -!one_ip -/(c _) -/(c _) mulrC subrr.
  - by rewrite mulmxBr -!scalemxAr !eig l0 lj scalerBr !scalerA ![(b + 1) * _]mulrC.
  apply: contra cj => /eqP z; have := congr1 (ip pX (e i0)) z.
  by rewrite ipBr !ipZr !ee eqxx [i0 == j]eq_sym (negPf ji) mulr0 subr0 mulr1 ip0r => ->.
pose F : 'M[R]_N := \matrix_(x, j) if j == i0 then 1 else ef E x j.
have F0 : col i0 F = one by apply/colP => x; rewrite !mxE eqxx.
have Fj j : j != i0 -> col j F = e j by move=> ji; apply/colP => x; rewrite !mxE (negPf ji).
exists F, l; split=> //.
- apply/matrixP => i j; rewrite ip_gram [RHS]mxE; have [->|ii] := eqVneq i i0.
    rewrite F0; have [->|ji] := eqVneq j i0; first by rewrite F0 -/(sqn _ _) sqn_one ?eqxx.
    by rewrite Fj // -one_ip -/(c j) cj0 // 1?eq_sym ?(negPf ji).
  rewrite Fj //; have [->|ji] := eqVneq j i0; first by rewrite F0 ipC -one_ip -/(c i) cj0 // ?(negPf ii).
  by rewrite Fj // ee.
- by move=> j ji; rewrite Fj // -eig liftE -/(c j) cj0 // mulr0 scale0r addr0.
by move=> i j _ ij; apply: ev_sorted.
Qed.
End WithOne.

(** An eigenbasis of T T* from one with the constant function first of an operator that agrees on the rest. *)
Lemma basis_of_rest (F : 'M[R]_N) (m : 'I_N -> R) :
  F^T *m diag_mx pX *m F = 1%:M -> col i0 F = one -> (forall j, j != i0 -> KX0 P *m col j F = m j *: col j F) ->
  (forall i j : 'I_N, i != i0 -> (i <= j)%N -> m j <= m i) -> exists E : eigenbasis pX K, ef E = F.
Proof.
move=> FF F0 KF srt; pose l : 'rV[R]_N := \row_j if j == i0 then 1 else m j.
have m0 j : j != i0 -> mean pX (col j F) = 0.
  by move=> ji; rewrite one_ip -F0 -ip_gram FF mxE eq_sym (negPf ji).
have Kj j : K *m col j F = l 0 j *: col j F.
  rewrite mxE; have [->|ji] := eqVneq j i0; first by rewrite F0 KX_one scale1r.
  by rewrite -KF // KX0_center /center m0 // (_ : const_mx 0 = 0) ?subr0 //; apply/colP => x; rewrite !mxE.
have K1 : K *m F = F *m diag_mx l.
  apply/matrixP => x j; rewrite mul_mx_diag [RHS]mxE mulrC.
  transitivity ((K *m col j F) x 0); first by rewrite !colE mulmxA -colE [RHS]mxE.
  by rewrite Kj [LHS]mxE [col _ _ _ _]mxE.
have l1 j : l 0 j <= 1.
  have n1 : sqn pX (col j F) = 1 by rewrite /sqn -ip_gram FF mxE eqxx.
  have := adjoint_contract P (col j F); rewrite -quadratic_form Kj ipZr -/(sqn _ _) n1 mulr1.
  by [].
have ls (i j : 'I_N) : (i <= j)%N -> l 0 j <= l 0 i.
  move=> ij; have [ii|ii] := eqVneq i i0; first by rewrite [X in _ <= X]mxE ii eqxx l1.
  rewrite !mxE (negPf ii); have [ji|ji] := eqVneq j i0; last exact: srt.
  by case/negP: ii; rewrite -val_eqE /= -leqn0 -[0%N]/(val i0) -ji.
by exists (Eigenbasis FF K1 ls).
Qed.

Theorem system_exists : exists S : singular_system P, True.
Proof.
have K1 : KX0 P *m one = 0.
  by rewrite /KX0 mulmxBl KX_one -(mulmxA one) mean_mx mean_one mulmx1 subrr.
have Kle f : ip pX f (KX0 P *m f) <= 1 * sqn pX f.
  rewrite mul1r KX0_form; exact: le_trans (adjoint_contract _ _) (center_le _ _).
have [F [m [FF F0 KF srt]]] := basis_with_one (KX0_selfadj P) K1 Kle.
have [E EF] := basis_of_rest FF F0 KF srt.
have first : column (ef E) 0 = one by rewrite EF (column_lt _ (N_gt0 P)).
by have [S _] := system_of_basis first; exists S.
Qed.
End Existence.
