(** * The choices of mu_i: every function of norm 1 of its eigenspace, so that its largest coordinate is attained. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators selfadjoint ratio vocabulary orthonormal singular existence.
From Contexture Require Import expansion.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** ** The reflection that takes v to -v and keeps what is orthogonal to v. *)
Section Reflection.
Variables (R : rcfType) (n : nat) (w : 'rV[R]_n) (v : 'cV[R]_n).
Implicit Types f g : 'cV[R]_n.

Definition reflection : 'M[R]_n := 1%:M - (2%:R / sqn w v) *: (v *m (v^T *m diag_mx w)).

Lemma reflectionE f : reflection *m f = f - (2%:R / sqn w v * ip w v f) *: v.
Proof.
by rewrite mulmxBl mul1mx -scalemxAl -(mulmxA v) [v^T *m _ *m f]mx11_scalar -ipE mul_mx_scalar scalerA.
Qed.

Lemma reflection_ip f g : sqn w v != 0 -> ip w (reflection *m f) (reflection *m g) = ip w f g.
Proof. by move=> v0; rewrite !reflectionE !ipBl !ipBr !ipZl !ipZr -/(sqn w v) [ip w f v]ipC; field. Qed.

Lemma reflection_commutes (K : 'M[R]_n) l f : selfadj w K -> K *m v = l *: v ->
  K *m (reflection *m f) = reflection *m (K *m f).
Proof.
move=> /selfadjP sa Kv; rewrite !reflectionE mulmxBr -scalemxAr Kv sa Kv ipZl scalerA.
by congr (_ - _ *: _); ring.
Qed.
End Reflection.

(** Of two functions of the same norm, one takes the first to the second. *)
Lemma reflection_swaps (R : rcfType) n (w : 'rV[R]_n) f g : sqn w f = sqn w g -> sqn w (f - g) != 0 ->
  reflection w (f - g) *m f = g.
Proof.
move=> fg v0; rewrite reflectionE; have e : sqn w (f - g) = 2%:R * ip w (f - g) f.
  by rewrite /sqn !ipBl !ipBr -/(sqn w f) -/(sqn w g) -fg [ip w g f]ipC; ring.
by rewrite mulrAC -e mulfV // scale1r opprB addrC subrK.
Qed.

Section Choices.
Variables (R : rcfType) (N M : nat) (P : context R N M).
Notation pX := (law P).
Notation p0 := (law_gt0 P).

(** Every function of mean zero and norm 1 of the eigenspace of s_i^2 is mu_i for some choice. *)
Theorem system_with i e : (0 < i < N)%N -> mean pX e = 0 -> sqn pX e = 1 -> KX P *m e = s P i ^+ 2 *: e ->
  exists S : singular_system P, mu S i = e.
Proof.
move=> iN e0 e1 Ke; have [S _] := system_exists P; have /andP[_ iN'] := iN.
have [|ne] := eqVneq (mu S i) e; first by exists S.
pose v := mu S i - e; have v0 : sqn pX v != 0 by rewrite (sqn_eq0 p0) subr_eq0.
have Kv : KX P *m v = s P i ^+ 2 *: v by rewrite mulmxBr KX_mu Ke scalerBr.
pose H := reflection pX v; pose F := H *m left_functions S.
have FF : F^T *m diag_mx pX *m F = 1%:M.
  rewrite -gramE -(left_orthonormal S); apply/matrixP => j k.
  by rewrite !mxE !colE -!mulmxA -!colE reflection_ip.
have KF : KX P *m F = F *m diag_mx (\row_(j < N) sigma S j ^+ 2).
  rewrite /F -mulmxA -left_eig; apply: eq_columns => j jN.
  by rewrite -!column_mul (reflection_commutes _ (KX_selfadj P) Kv).
pose E := Eigenbasis FF KF (@left_sorted _ _ _ _ S).
have first : column (ef E) 0 = one.
  rewrite /= -column_mul left_first reflectionE [ip _ _ _]ipC -[one]/(const_mx 1) -mean_ip.
  by rewrite !mean_ip ipBr -!mean_ip left_mean // e0 subrr mulr0 scale0r subr0.
have [S' S'E] := system_of_basis first; exists S'.
rewrite /mu S'E /= -column_mul; apply: reflection_swaps => //.
by rewrite e1 /sqn left_ip ?eqxx.
Qed.

(** ** The largest |<h, mu_i>| over all choices: the norm of the part of h in the eigenspace. *)
Section Coordinate.
Variables (S0 : singular_system P) (i : nat) (h : 'cV[R]_N).
Hypothesis iN : (0 < i < N)%N.
Let c j := if (0 < j)%N && (s P j == s P i) then ip pX h (mu S0 j) else 0.
Let part : 'cV[R]_N := \sum_(0 <= j < N) c j *: mu S0 j.

Fact part_coord j : (j < N)%N -> ip pX part (mu S0 j) = c j.
Proof.
move=> jN; have lin (F : nat -> 'cV[R]_N) g : ip pX (\sum_(0 <= k < N) F k) g = \sum_(0 <= k < N) ip pX (F k) g.
  by elim/big_rec2: _ => [|k x y _ IH]; rewrite ?ip0l // ipDl IH.
rewrite lin (bigD1_seq j) ?mem_index_iota ?iota_uniq //= big_nat_cond big1 ?addr0 => [|k /andP[/andP[_ kN] kj]].
  by rewrite ipZl left_ip // eqxx mulr1.
by rewrite ipZl left_ip // (negPf kj) mulr0.
Qed.

(** What is in the eigenspace does not see the rest of h. *)
Fact part_ip f : mean pX f = 0 -> KX P *m f = s P i ^+ 2 *: f -> ip pX h f = ip pX part f.
Proof.
move=> f0 Kf; rewrite !(left_parseval S0); apply: eq_big_nat => j /andP[_ jN].
rewrite part_coord // /c; case: ifP => // /nandP[|sj].
  by rewrite lt0n negbK => /eqP ->; rewrite mu_0 [ip _ f _]ipC -[one]/(const_mx 1) -mean_ip f0 !mulr0.
have /eqP : s P i ^+ 2 * ip pX f (mu S0 j) = s P j ^+ 2 * ip pX f (mu S0 j).
  by rewrite -ipZl -Kf -ipZr -KX_mu (selfadjP (KX_selfadj P)).
rewrite -subr_eq0 -mulrBl mulf_eq0 subr_eq0 eqr_expn2 ?s_ge0 // eq_sym (negPf sj) => /eqP ->.
by rewrite !mulr0.
Qed.

Fact part_mean : mean pX part = 0.
Proof. by rewrite mean_ip ipC -[const_mx 1]/one -(mu_0 S0) part_coord // (N_gt0 P). Qed.

Fact part_eig : KX P *m part = s P i ^+ 2 *: part.
Proof.
rewrite mulmx_sumr scaler_sumr; apply: eq_big_nat => j /andP[_ jN]; rewrite -scalemxAr KX_mu !scalerA /c.
by case: ifP => [/andP[_ /eqP ->]|_]; rewrite ?mul0r ?mulr0 // mulrC.
Qed.

Definition largest_coordinate : R := Num.sqrt (sqn pX part).

Lemma coordinate_le (S : singular_system P) : `|ip pX h (mu S i)| <= largest_coordinate.
Proof.
have /andP[_ iN'] := iN; rewrite part_ip ?left_mean ?KX_mu // -sqrtr_sqr ler_wsqrtr //.
apply: le_trans (cauchy_schwarz p0 _ _) _.
by rewrite [X in _ * X]left_ip // eqxx mulr1.
Qed.

Lemma coordinate_attained : exists S : singular_system P, `|ip pX h (mu S i)| = largest_coordinate.
Proof.
have [part0|part0] := eqVneq part 0.
  by exists S0; apply: le_anti; rewrite coordinate_le {1}/largest_coordinate part0 /sqn ip0l sqrtr0 normr_ge0.
have n0 : largest_coordinate != 0 by rewrite sqrtr_eq0 -ltNge (sqn_gt0 p0).
have sq : largest_coordinate ^+ 2 = sqn pX part by rewrite sqr_sqrtr ?(sqn_ge0 p0).
pose e := largest_coordinate^-1 *: part.
have e0 : mean pX e = 0 by rewrite mean_ip ipZr -mean_ip part_mean mulr0.
have Ke : KX P *m e = s P i ^+ 2 *: e by rewrite -scalemxAr part_eig !scalerA mulrC.
have [|S SE] := system_with iN e0 _ Ke; first by rewrite sqnZ -sq exprVn mulVf ?expf_neq0.
by exists S; rewrite SE part_ip // ipZr -/(sqn _ _) -sq expr2 mulKf // ger0_norm // sqrtr_ge0.
Qed.
End Coordinate.
End Choices.
