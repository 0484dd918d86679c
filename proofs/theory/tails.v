(** * What one draw changes: no sum of largest eigenvalues of the moments moves by more than kappa^2 / n. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import vocabulary geometry selfadjoint kyfan ratio spectral eigenvalues objectives orthonormal extract pencil frobenius.
From Contexture Require Import kernelbasis sample swap sampling mcdiarmid.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Draw.
Variables (R : rcfType) (N m n : nat) (F : 'M[R]_(N, m)) (c : R).
(** c is kappa^2 = max_x k(x,x), or more. *)
Hypothesis kc : forall x, (F *m F^T) x x <= c.
Implicit Types (S : sample N n) (C : 'M[R]_m).
Notation f0 := (@flat_gt0 R m).
Notation trace := (trace_on (flat R m)).

(** An orthonormal family sees of each point at most what there is. *)
Fact seen_point d (Q : 'M[R]_(m, d)) x : gram (flat R m) Q Q = 1%:M -> 0 <= \sum_j (F *m Q) x j ^+ 2 <= c.
Proof.
move=> g; rewrite sumr_ge0 => [|j _]; last exact: sqr_ge0.
apply: le_trans (kc x) => /=; have QQ : Q^T *m diag_mx (flat R m) *m Q = 1%:M by rewrite -gramE.
have u : Q^T *m diag_mx (flat R m) *m Q \in unitmx by rewrite QQ unitmx1.
have := projector_le f0 (row x F)^T (gram_projP u).
have sq k (A : 'M[R]_(N, k)) : (row x A *m (row x A)^T) 0 0 = \sum_j A x j ^+ 2.
  by rewrite mxE; apply: eq_bigr => j _; rewrite [_^T _ _]mxE ![row _ _ _ _]mxE expr2.
rewrite /sqn !flat_ip /gram_proj QQ invmx1 mulmx1 flat_diag mulmx1 trmxK.
have -> : row x F *m (Q *m Q^T *m (row x F)^T) = row x (F *m Q) *m (row x (F *m Q))^T.
  by rewrite row_mul trmx_mul !mulmxA.
by rewrite !sq [X in _ -> _ <= X]mxE; under [X in _ -> _ <= X]eq_bigr => l _ do rewrite [_^T _ _]mxE -expr2.
Qed.

Fact one_draw S S' i (g : 'I_N -> R) : same_but i S S' ->
  \sum_x empirical R S 0 x * g x - \sum_x empirical R S' 0 x * g x = (g (S i) - g (S' i)) / n%:R.
Proof.
move=> SS; rewrite !empirical_sum // -mulrBl; congr (_ / _).
rewrite (bigD1 i) //= [X in _ - X](bigD1 i) //= (eq_bigr (fun j => g (S' j))) => [|j ji]; last by rewrite SS.
by rewrite opprD addrACA subrr addr0.
Qed.

Fact one_draw_trace d (Q : 'M[R]_(m, d)) : gram (flat R m) Q Q = 1%:M ->
  varies_by (fun S : sample N n => trace (moment F (empirical R S)) Q) (c / n%:R).
Proof.
move=> g i S S' SS; rewrite !trace_moment (one_draw _ SS) ler_wpmul2r ?invr_ge0 ?ler0n //.
have /andP[_ hi] := seen_point (S i) g; have /andP[lo _] := seen_point (S' i) g.
by rewrite ler_subl_addr; apply: le_trans hi _; rewrite ler_addl.
Qed.

Fact trace_onB d (Q : 'M[R]_(m, d)) (A C : 'M[R]_m) : trace (A - C) Q = trace A Q - trace C Q.
Proof. by rewrite -sumrB; apply: eq_bigr => j _; rewrite mulmxBl ipBr. Qed.

(** Of the difference from any symmetric matrix, too. *)
Theorem one_draw_top d C : C^T = C -> (d <= m)%N ->
  varies_by (fun S : sample N n => top_sum_of (moment F (empirical R S) - C) d) (c / n%:R).
Proof.
move=> sC dm i S S' SS.
have sa (T : sample N n) : selfadj (flat R m) (moment F (empirical R T) - C) := selfadjB (moment_selfadj F _) (flat_selfadj sC).
have [E _] := eigenbasis_exists f0 (sa S); have g := top_eigenfunctions_gram E dm.
rewrite -(top_eigenfunctions_trace E dm); move: (top_eigenfunctions E d) g => Q g.
rewrite ler_subl_addr; apply: le_trans (_ : c / n%:R + trace (moment F (empirical R S') - C) Q <= _); last first.
  by rewrite ler_add2l; exact: (trace_le f0 (sa _) g).
rewrite !trace_onB addrA ler_add2r -ler_subl_addr; exact: one_draw_trace g _ _ _ SS.
Qed.
End Draw.
