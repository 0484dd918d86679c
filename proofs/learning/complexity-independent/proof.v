(* statement: sha256:c5ba20002f0a0a65acd109a03df28f85c2a4dcb7c5bc26525d6bd3263236c10c *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements geometry operators singular existence expansion finitely.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section ComplexityIndependent.
Variables (R : rcfType) (N M : nat) (P : context R N M).

(** chi^2 of P(.|x) from q *)
Let chi2 x := \sum_a (T P x a - q P 0 a) ^+ 2 / q P 0 a.
Fact chi2_term_ge0 x a : 0 <= (T P x a - q P 0 a) ^+ 2 / q P 0 a.
Proof. by rewrite divr_ge0 ?sqr_ge0 // ltW ?law_gt0. Qed.
Fact chi2_ge0 x : 0 <= chi2 x. Proof. by apply: sumr_ge0 => a _; apply: chi2_term_ge0. Qed.

(** least p is the least value of p: none is above 1. *)
Theorem complexity_independent :
  [/\ 1 <= complexity P, complexity P = 1 <-> independent P & complexity P <= 1 / least (fun x => p P 0 x)].
Proof.
have p0 := law_gt0 P; have q0 := law_gt0 (dual P).
split.
- apply: le_trans (complexity_ge P (Ordinal (N_gt0 P))).
  by rewrite kernel_chi2 ler_addl chi2_ge0.
- split=> [c1 x a|ind].
    have : chi2 x == 0.
      by rewrite eq_le chi2_ge0 andbT -(ger_addl 1) -kernel_chi2 -[X in _ <= X]c1 complexity_ge.
    rewrite psumr_eq0 => [/allP/(_ a (mem_index_enum _))|b _]; last exact: chi2_term_ge0.
    rewrite /= mulf_eq0 invr_eq0 (gt_eqF (q0 a)) orbF sqrf_eq0 subr_eq0 => /eqP Ta.
    by rewrite -(law_expect P) Ta.
  apply/eqP; rewrite eq_le; apply/andP; split.
    apply: largest_le => [|x]; first exact: ler01.
    rewrite kernel_chi2 big1 ?addr0 // => a _.
    have -> : T P x a = q P 0 a by rewrite mxE ind [p P 0 x * _]mulrC mulfK ?law_neq0.
    by rewrite subrr expr0n mul0r.
  apply: le_trans (complexity_ge P (Ordinal (N_gt0 P))).
  by rewrite kernel_chi2 ler_addl chi2_ge0.
have m0 : 0 < least (fun x => p P 0 x) by apply: least_gt0.
apply: largest_le => [|x]; first by rewrite divr_ge0 ?ler01 // ltW.
apply: (@le_trans _ _ (1 / p P 0 x)); last first.
  by rewrite !div1r lef_pinv ?posrE //; apply: (least_le (fun x => p P 0 x)).
rewrite kernel_rows -(expect_sum1 P x) mulr_suml; apply: ler_sum => a _.
rewrite -mulrA ler_wpmul2l ?expect_ge0 // [T P x a]mxE ler_pdivr_mulr // mulrC ler_wpmul2l ?invr_ge0 ?(ltW (p0 x)) //.
rewrite [q P 0 a]mxE (bigD1 x) //= mxE ler_addl sumr_ge0 // => y _; rewrite mxE; exact: joint_ge0.
Qed.
End ComplexityIndependent.

(** ** The statement as generated *)
Theorem complexity_independent_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P; have [one_le ind le_least] := complexity_independent P; do 2 split=> //.
have p0 := law_gt0 P; have p1 x : p P 0 x <= 1.
  by rewrite -(law_sum1 P) (bigD1 x) //= ler_addl sumr_ge0 // => y _; apply: ltW.
exists (least (fun x => p P 0 x)); split; first exact: minimum_least (N_gt0 P) p1.
by rewrite gt_eqF // least_gt0.
Qed.
