(* statement: sha256:22b19bf44a810b2e4e4dd473c5fde21df114a101efa7dc05c7e39a1bf4e0304a *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements geometry operators spectral orthonormal pencil singular stated finitely.
From Contexture Require Import leastfeatures jensen exponential kernelbasis swap sampling mcdiarmid tails kernelpca.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Fact ln_gt0 (R : rcfType) (e : exponential R) (delta : R) : 0 < delta -> delta < 1 -> 0 < ln e (2%:R / delta).
Proof.
move=> delta0 delta1; rewrite ltNge; apply/negP => /(exp_le e).
rewrite ln_inverse ?divr_gt0 ?ltr0n // exp_0 ler_pdivr_mulr // mul1r leNgt.
by rewrite (lt_trans delta1) // ltr1n.
Qed.

Section KernelPcaGap.
Variables (R : rcfType) (e : exponential R) (N M n r : nat) (P : context R N M) (F : 'M[R]_(N, r)).
Let k := F *m F^T.
Let kappa2 := largest (fun x => k x x).
(** The sample shows d directions. *)
Definition shows d (S : sample N n) : bool := (d <= \rank ((drawn R S)^T *m k *m drawn R S))%N.

(** Where d empirical eigenvalues are positive there are top eigenfunctions ([top_empirical_exists]); at ties there are many *)
(** choices. The claim takes the one that captures the least: here pca(S) is what any choice captures, the least or not. No *)
(** k(x,x) is negative, so the largest of them is [largest]. The reals are archimedean; no more of completeness is used. *)
Theorem kpca_gap_amended d (delta : R) (pca : sample N n -> R) :
  let top := \sum_(1 <= i < d.+1) eigenvalue (integral_operator (p P) k) i in
  Num.archimedean_axiom R -> (0 < n)%N -> 0 < delta -> delta < 1 ->
  (forall S, shows d S -> exists B : 'M[R]_(N, d), top_empirical k S B /\ captured (p P) k B = pca S) ->
  1 - delta <= probability (p P) (fun S => shows d S ==>
    (top - pca S <= (2%:R + Num.sqrt (2%:R * ln e (2%:R / delta))) * kappa2 * Num.sqrt (d%:R / n%:R))).
Proof.
move=> top ar n0 delta0 delta1 pcaP; have p0 := law_gt0 P; have p1 := law_sum1 P.
set s := Num.sqrt (2%:R * _); set root := Num.sqrt (d%:R / _); pose bound := (2%:R + s) * kappa2 * root.
pose bad (S : sample N n) := ~~ (shows d S ==> (top - pca S <= bound)).
have n0R : 0 < n%:R :> R by rewrite ltr0n.
have kc x : (F *m F^T) x x <= kappa2 by apply: (largest_ge (fun x => k x x)).
have k0 : 0 <= kappa2 by rewrite /kappa2 /largest; elim/big_rec: _ => // i x _ x0; rewrite le_maxr x0 orbT.
suff few : probability (p P) bad <= delta.
  have -> : probability (p P) (fun S => shows d S ==> (top - pca S <= bound)) = 1 - probability (p P) bad.
    rewrite -[X in X - _](expectation1 n p1) -expectationB; apply: eq_expectation => S.
    by rewrite /bad; case: (_ ==> _); rewrite ?subr0 ?subrr.
  by rewrite ler_add2l ler_opp2.
have some : (exists S, bad S) \/ forall S, ~~ bad S.
  by have [S bS|none] := pickP bad; [left; exists S | right=> S; rewrite none].
have [[S0 bS0]|none] := some; last first.
  rewrite (_ : probability _ _ = 0) ?(ltW delta0) // /probability (eq_expectation _ (G := fun=> 0)) ?expectation1 // => S.
  by rewrite (negPf (none S)).
have farP S : bad S -> exists B : 'M[R]_(N, d), top_empirical k S B /\ bound < top - captured (p P) k B.
  by rewrite /bad negb_imply -ltNge => /andP[/pcaP[B [tB cB]] far]; exists B; rewrite cB.
have [B0 [top0 far0]] := farP _ bS0.
have [Q0 [/orthonormal_rank dr _ _]] := captured_features top0.
have sM := moment_selfadj F (p P); have [Eb _] := eigenbasis_exists (@flat_gt0 R r) sM.
pose Q := top_eigenfunctions Eb d; have QQ := top_eigenfunctions_gram Eb dr.
have topE : top = trace_on (flat R r) (moment F (p P)) Q.
  by rewrite top_eigenfunctions_trace // /top -/(top_sum_of _ d) kernel_moment.
have d0 : (0 < d)%N.
  rewrite lt0n; apply/eqP => dz; move: far0; rewrite (_ : captured _ _ _ = 0) => [|]; last first.
    by apply: big1 => j _; have := ltn_ord j; rewrite {2}dz.
  by rewrite /bound /root /top dz big_geq // mul0r sqrtr0 mulr0 subrr ltxx.
have kpos : 0 < kappa2.
  rewrite lt_def k0 andbT; apply/eqP => kz; have F0 : F = 0.
    apply/matrixP => x l; have := kc x; rewrite kz [X in X <= _]mxE => le0.
    have sq0 (i : 'I_r) : true -> 0 <= F x i * F^T i x by rewrite mxE -expr2 sqr_ge0.
    have /eqP : \sum_i F x i * F^T i x = 0 by apply/eqP; rewrite eq_le le0 sumr_ge0.
    by rewrite psumr_eq0 // => /allP/(_ l (mem_index_enum _)); rewrite [F^T _ _]mxE mxE -expr2 sqrf_eq0 => /eqP.
  have [_ _ /(_ (Ordinal d0))] := top0; by rewrite /k F0 mul0mx mulmx0 mul0mx mxE eqxx.
have l0 := ln_gt0 e delta0 delta1.
have s0 : 0 <= s := sqrtr_ge0 _.
pose t := s * kappa2 * root; have t0 : 0 <= t by rewrite !mulr_ge0 ?sqrtr_ge0.
apply: le_trans (kernel_pca_tail p0 p1 n0 kc QQ e ar kpos t0 _) _ => [S bS|].
  have [B [tB far]] := farP S bS; exists B; split=> //; rewrite -topE; apply: le_trans (ltW far).
  rewrite -/root /bound /t -subr_ge0 [X in 0 <= X](_ : _ = kappa2 * root); last by ring.
  by rewrite mulr_ge0 ?sqrtr_ge0.
apply: (@le_trans _ _ (exp e (- ln e (2%:R / delta)))).
  apply: exp_le; rewrite ler_opp2.
  have -> : n%:R * t ^+ 2 / (2%:R * kappa2 ^+ 2) = d%:R * ln e (2%:R / delta).
    rewrite /t !exprMn /s /root !sqr_sqrtr ?divr_ge0 ?mulr_ge0 ?ler0n ?(ltW l0) //.
    have nn := divff (lt0r_neq0 n0R); have kk : kappa2 ^+ 2 * (kappa2 ^+ 2)^-1 = 1 by rewrite divff // expf_neq0 ?lt0r_neq0.
    have two : 2%:R * 2%:R^-1 = 1 :> R by rewrite divff // pnatr_eq0.
    rewrite invfM; move: (kappa2 ^+ 2) (kappa2 ^+ 2)^-1 kk => c c' kk; move: 2%:R^-1 two => h two.
    move: n%:R (n%:R^-1) nn => a a' nn.
    rewrite [LHS](_ : _ = (a * a') * (c * c') * (2%:R * h) * (d%:R * ln e (2%:R / delta))); last by ring.
    by rewrite nn kk two !mul1r.
  by rewrite -[X in X <= _]mul1r ler_wpmul2r ?ler1n // ltW.
have := exp_neg e (ln e (2%:R / delta)); rewrite ln_inverse ?divr_gt0 ?ltr0n // => half.
rewrite -(ler_pmul2l (_ : 0 < 2%:R / delta)) ?divr_gt0 ?ltr0n // half mulfVK ?gt_eqF //.
by rewrite ler1n.
Qed.
End KernelPcaGap.

(** ** The statement as generated *)
Theorem kpca_gap_amended_stated (R : rcfType) (E : exponential R) : Num.archimedean_axiom R -> statement.statement E.
Proof.
move=> ar N M P r r12 F n /andP[n0 _] d d12 delta k top /andP[delta0 delta1].
have k0 := factor_psd F; have sL := integral_selfadj (p P) k0.1.
have some (S : sample N n) : exists v, shows F d S -> kernel_pca_is (p P) k S d v.
  have [dS|no] := boolP (shows F d S); last by exists 0.
  have one_or_all : d = 1%N \/ d = r.
    move: r12 d12 (shown_le dS); case: (d) => [|[|[|i]]] //; first by left.
    by case: (r) => [|[|[|j]]] //; right.
  by have [v vP] := kernel_pca_exists (p P) n0 one_or_all dS; exists v.
have [pca pcaP] := fin_all_exists some.
have kmax : maximum_is any (fun x => k x x) (largest (fun x => k x x)).
  by apply: maximum_largest (N_gt0 P) _ => x; rewrite mxE sumr_ge0 // => l _; rewrite mxE -expr2 sqr_ge0.
have lpos : 0 <= 2%:R * ln E (2%:R / delta) by rewrite mulr_ge0 ?ler0n // ltW // ln_gt0.
have two : 0 < 2%:R / delta by rewrite divr_gt0 ?ltr0n.
have dn : (0 : R) <= d%:R / n%:R by rewrite divr_ge0 ?ler0n.
have dz : delta != 0 by rewrite gt_eqF.
split=> [S dS|].
  do 2 split=> //; exists (pca S); split; first exact: pcaP.
  by do 3 split=> //; exists (largest (fun x => k x x)).
pose close (S : sample N n) := shows F d S ==> (top - pca S <=
  (2%:R + Num.sqrt (2%:R * ln E (2%:R / delta))) * largest (fun x => k x x) * Num.sqrt (d%:R / n%:R)).
exists (probability (p P) close); split; last first.
  apply: (@kpca_gap_amended R E N M n r P F d delta pca) => // S /pcaP[[[X l] [/= Xl <-]] _].
  exact: captured_by Xl.
apply: probability_decided => S; split=> [/implyP near dS|far].
  do 2 split=> //; exists (pca S); split; first exact: pcaP.
  by do 3 split=> //; exists (largest (fun x => k x x)); do 2 split=> //; apply: near.
apply/implyP => dS; have [_ [_ [v [vP [_ [_ [_ [c [cmax [_ near]]]]]]]]]] := far dS.
by rewrite (minimum_unique (pcaP S dS) vP) (maximum_unique kmax cmax).
Qed.
