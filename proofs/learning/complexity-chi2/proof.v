(* statement: sha256:a6d613bcddd4fc4af7a6c9a15ff695e28500605beb7ed5fe763276d74cd40757 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements geometry operators singular existence expansion finitely.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section ComplexityChi2.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem complexity_chi2 :
  [/\ forall x, kX P x x = 1 + \sum_a (T P x a - q P 0 a) ^+ 2 / q P 0 a,
      forall (S : singular_system P) x, kX P x x = \sum_(0 <= i < N) s P i ^+ 2 * mu S i x 0 ^+ 2,
      \sum_(0 <= i < N) s P i ^+ 2 = \sum_x p P 0 x * kX P x x,
      \sum_(0 <= i < N) s P i ^+ 2 <= complexity P &
      forall x y, `|kX P x y| <= complexity P].
Proof.
have k0 := kernel_ge0 P; have kc := complexity_ge P.
have c0 : 0 <= complexity P := le_trans (k0 (Ordinal (N_gt0 P))) (kc _).
split=> [x|S x|||x y].
- exact: kernel_chi2.
- by rewrite (kernel_expansion S); apply: eq_bigr => i _; rewrite expr2; ring.
- by rewrite kernel_trace.
- rewrite -kernel_trace -[X in _ <= X]mul1r -[X in _ <= X * _](law_sum1 P) mulr_suml.
  by apply: ler_sum => x _; rewrite ler_wpmul2l // ltW ?law_gt0.
rewrite -ler_sqr ?nnegrE ?normr_ge0 // real_normK ?num_real //.
by apply: le_trans (kernel_cauchy P x y) _; rewrite expr2 ler_pmul.
Qed.
End ComplexityChi2.

(** ** The statement as generated *)
Theorem complexity_chi2_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P S; have [chi2 spectral trace traceC pairs] := complexity_chi2 P.
have top := maximum_largest (N_gt0 P) (kernel_ge0 P).
split=> [x|]; first by rewrite -chi2 -spectral.
by split=> [|x y]; exists (complexity P); split=> //; rewrite -trace.
Qed.
