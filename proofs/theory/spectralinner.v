(** * The inner product of the range of T*, and T on functions of mean zero. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators vocabulary orthonormal singular existence expansion.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section SpectralInner.
Variables (R : rcfType) (N M : nat) (P : context R N M) (S : singular_system P).
Notation pX := (law P). Notation pA := (law (dual P)).

Lemma spectral_innerC h k : spectral_inner S h k = spectral_inner S k h.
Proof. by apply: eq_bigr => i _; rewrite [ip _ h _ * _]mulrC. Qed.

(** A sum over indices where the terms vanish past the shorter side can end with either. *)
Lemma shorter (F : nat -> R) : (forall i, (minn N M <= i)%N -> F i = 0) ->
  \sum_(0 <= i < N) F i = \sum_(0 <= i < M) F i.
Proof.
move=> h; have cut k : (minn N M <= k)%N -> \sum_(0 <= i < k) F i = \sum_(0 <= i < minn N M) F i.
  move=> mk; rewrite (big_cat_nat _ _ _ (leq0n _) mk) /= [X in _ + X]big_nat_cond [X in _ + X]big1 ?addr0 //.
  by move=> i /andP[/andP[h1 _] _]; apply: h.
by rewrite !cut ?geq_minl ?geq_minr.
Qed.

Theorem spectral_inner_range f g : in_span (T P) f ->
  ip pX f g = spectral_inner S (T_star P *m f) (T_star P *m g).
Proof.
case=> w fE; rewrite (left_parseval S).
have f0 i : s P i = 0 -> ip pX f (mu S i) = 0 by move=> si; rewrite fE T_coord si mul0r.
rewrite shorter => [|i h]; last by rewrite f0 ?s_beyond // mul0r.
rewrite /spectral_inner [RHS]big_mkcond; apply: eq_bigr => i _; rewrite sigmaE.
have [si|si] := eqVneq (s P i) 0; first by rewrite f0 // mul0r.
rewrite !Ts_coord mulrACA -expr2 mulrAC mulfV ?mul1r //.
by rewrite expf_neq0.
Qed.

(** ||T g|| <= s_1 ||g|| for g of mean zero. *)
Lemma T_centred_le g : mean pA g = 0 -> sqn pX (T P *m g) <= s P 1 ^+ 2 * sqn pA g.
Proof.
move=> g0; rewrite /sqn (left_parseval S) (right_parseval S) mulr_sumr shorter => [|i h].
  apply: ler_sum => i _; rewrite !T_coord mulrACA -!expr2.
  case: i => [|i]; first by rewrite nu_0 ipC -[one]/(const_mx 1) -mean_ip g0 expr0n !mulr0.
  by rewrite ler_wpmul2r ?sqr_ge0 // s_sq_decreasing.
by rewrite T_coord s_beyond // !mul0r.
Qed.
End SpectralInner.
