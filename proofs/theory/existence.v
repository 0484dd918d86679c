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

(** The constant function is alone on top of T T* + 1 p. *)
Let K' := K + one *m pX.

Fact liftE f : K' *m f = K *m f + mean pX f *: one.
Proof. by rewrite mulmxDl -(mulmxA one) mean_mx mul_mx_scalar. Qed.

Fact lift_selfadj : selfadj pX K'.
Proof.
have -> : K' = K - (KX0 P - K) by rewrite /K' /KX0 [X in _ = _ - X]addrAC subrr sub0r opprK.
by apply: selfadjB; [apply: KX_selfadj | apply: selfadjB; [apply: KX0_selfadj | apply: KX_selfadj]].
Qed.

Fact KX_le f : ip pX f (K *m f) <= sqn pX f.
Proof. by rewrite quadratic_form adjoint_contract. Qed.

Fact one_ip f : mean pX f = ip pX one f. Proof. exact: mean_ip. Qed.
Fact mean_one : mean pX one = 1. Proof. by rewrite one_ip -/(sqn _ _) sqn_one. Qed.

Let i0 : 'I_N := Ordinal (N_gt0 P).

Fact basis_with_one : exists E : eigenbasis pX K, column (ef E) 0 = one.
Proof.
have p0 := law_gt0 P; have [E _] := eigenbasis_exists p0 lift_selfadj.
pose e j := col j (ef E); pose l j := ev E 0 j; pose c j := mean pX (e j).
have ee i j : ip pX (e i) (e j) = (i == j)%:R by rewrite -ip_gram ef_orth mxE.
have eig j : K' *m e j = l j *: e j := eig_col E j.
have lc j : l j * c j = 2%:R * c j.
  rewrite /c one_ip -ipZr -eig (selfadjP lift_selfadj) liftE KX_one mean_one scale1r.
  by rewrite ipDl mulr_natl mulr2n.
have le1 f b : mean pX f = 0 -> K' *m f = b *: f -> f != 0 -> b <= 1.
  move=> f0; rewrite liftE f0 scale0r addr0 => Kf fn0; have := KX_le f.
  by rewrite Kf ipZr -[X in _ <= X]mul1r -/(sqn pX f) ler_pmul2r // sqn_gt0.
have en0 j : e j != 0 by rewrite -(sqn_gt0 p0) /sqn ee eqxx ltr01.
have two : (2%:R <= 1 :> R) = false by rewrite -[1]/(1%:R) ler_nat.
have c2 j : c j != 0 -> l j = 2%:R by move=> cj; apply: (mulIf cj); rewrite lc.
have cj0 j : j != i0 -> c j = 0.
  move=> ji; apply/eqP; apply: contraT => cj; have lj := c2 j cj.
  have l0 : l i0 = 2%:R.
    have [ci|/c2 //] := eqVneq (c i0) 0; have := le1 _ _ ci (eig i0) (en0 i0).
    by have := ev_sorted E (leq0n j : (i0 <= j)%N); rewrite -/(l j) lj => h /(le_trans h); rewrite two.
  have := le1 (c j *: e i0 - c i0 *: e j) 2%:R; rewrite two => h; apply/h.
  - by rewrite one_ip ipBr !ipZr -!one_ip -/(c _) -/(c _) mulrC subrr.
  - by rewrite mulmxBr -!scalemxAr !eig l0 lj scalerBr !scalerA ![2%:R * _]mulrC.
  apply: contra cj => /eqP z; have := congr1 (ip pX (e i0)) z.
  by rewrite ipBr !ipZr !ee eqxx [i0 == j]eq_sym (negPf ji) mulr0 subr0 mulr1 ip0r => ->.
pose F : 'M[R]_N := \matrix_(x, j) if j == i0 then 1 else ef E x j.
pose m : 'rV[R]_N := \row_j if j == i0 then 1 else l j.
have F0 : col i0 F = one by apply/colP => x; rewrite !mxE eqxx.
have Fj j : j != i0 -> col j F = e j by move=> ji; apply/colP => x; rewrite !mxE (negPf ji).
have FF : F^T *m diag_mx pX *m F = 1%:M.
  apply/matrixP => i j; rewrite ip_gram [RHS]mxE; have [->|ii] := eqVneq i i0.
    rewrite F0; have [->|ji] := eqVneq j i0; first by rewrite F0 -/(sqn _ _) sqn_one ?eqxx.
    by rewrite Fj // -one_ip -/(c j) cj0 // 1?eq_sym ?(negPf ji).
  rewrite Fj //; have [->|ji] := eqVneq j i0; first by rewrite F0 ipC -one_ip -/(c i) cj0 // ?(negPf ii).
  by rewrite Fj // ee.
have KF : K *m F = F *m diag_mx m.
  apply/matrixP => x j; rewrite mul_mx_diag [RHS]mxE mulrC.
  transitivity ((K *m col j F) x 0); first by rewrite !colE mulmxA -colE [RHS]mxE.
  transitivity ((m 0 j *: col j F) x 0); last by rewrite !mxE.
  congr (fun_of_matrix _ _ _); rewrite mxE; have [->|ji] := eqVneq j i0; first by rewrite F0 KX_one scale1r.
  by rewrite Fj // -eig liftE -/(c j) cj0 // scale0r addr0.
have srt (i j : 'I_N) : (i <= j)%N -> m 0 j <= m 0 i.
  move=> ij; rewrite !mxE; have [ii|ii] := eqVneq i i0.
    by have [//|ji] := eqVneq j i0; apply: le1 (cj0 j ji) (eig j) (en0 j).
  have [ji|ji] := eqVneq j i0; last exact: ev_sorted.
  by case/negP: ii; rewrite -val_eqE /= -leqn0 -[0%N]/(val i0) -ji.
by exists (Eigenbasis FF KF srt) => /=; rewrite (column_lt _ (N_gt0 P)) F0.
Qed.

Theorem system_exists : exists S : singular_system P, True.
Proof. by have [E /system_of_basis [S _]] := basis_with_one; exists S. Qed.
End Existence.
