(* statement: sha256:dc8c4c600c09b07204740cc9c7b0886ffe6f82b5d4629740105111cc91956e96 *)
(** Half of one bit to mask is none: A is X, and the complexity is 2, not the square root of 2. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements concrete complexity jensen operators.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Nothing.
Variable R : rcfType.
Notation J := (@block_law R 1 0).
Notation string := {ffun 'I_1 -> bool}.
Let half : R := 2%:R^-1.

(** The view of x, in which nothing is masked. *)
Let seen (x : string) : {ffun 'I_1 -> option bool} := [ffun i => Some (x i)].

Fact seen_inj : injective seen.
Proof. by move=> x y /ffunP e; apply/ffunP => i; have := e i; rewrite !ffunE => -[]. Qed.

Fact block_seen x a : J x a = (a == seen x)%:R * half.
Proof.
have viewE t : mask_block 0 x t = seen x by apply/ffunP => i; rewrite !ffunE addn0; case: leqP => //=; case: leqP.
by rewrite /block_law !big_ord_recl big_ord0 !viewE subn0 /half; numbers.
Qed.

Fact block_ge0 x a : 0 <= J x a.
Proof. by rewrite block_seen mulr_ge0 ?ler0n ?invr_ge0 ?ler0n. Qed.
Fact block_row x : \sum_a J x a = half.
Proof.
rewrite (bigD1 (seen x)) //= block_seen eqxx mul1r big1 ?addr0 // => a /negPf n.
by rewrite block_seen n mul0r.
Qed.
Fact block_column x : \sum_y J y (seen x) = half.
Proof.
rewrite (bigD1 x) //= block_seen eqxx mul1r big1 ?addr0 // => y n.
by rewrite block_seen (inj_eq seen_inj) eq_sym (negPf n) mul0r.
Qed.
Fact block_total : \sum_x \sum_a J x a = 1.
Proof.
rewrite (eq_bigr (fun=> half)) => [|x _]; last exact: block_row.
by rewrite sumr_const card_ffun card_bool card_ord expn1 -[_ *+ _]mulr_natl divff ?pnatr_eq0.
Qed.
Fact block_positive x : 0 < \sum_a J x a. Proof. by rewrite block_row invr_gt0 ltr0n. Qed.
Definition unmasked : context R _ _ := law_context block_ge0 block_total block_positive.

Fact complexity_unmasked : 2%:R <= complexity unmasked.
Proof.
have x : 'I_#|string| := enum_rank [ffun=> false]; apply: le_trans (complexity_ge _ x).
rewrite (law_kernel block_ge0 x x (law_contextP _ _ _)) block_row (bigD1 (seen (enum_val x))) //=.
rewrite [X in _ + X]big1 => [|a /negPf n].
  rewrite block_column block_seen eqxx mul1r addr0 /half.
  by rewrite le_eqVlt; apply/orP; left; apply/eqP; numbers.
by rewrite block_seen n !mul0r.
Qed.
End Nothing.

Theorem block_mask_complexity_fails (R : rcfType) (E : exponential R) : Num.archimedean_axiom R -> ~ statement.statement E.
Proof.
move=> _ claim; pose half : R := 2%:R^-1; have half0 : 0 <= half by rewrite invr_ge0 ler0n.
have ranges : 0 <= half <= 1 /\ (0%:R <= half * 1%:R < 0%:R + 1).
  by rewrite mulr1 add0r half0 invf_le1 ?invf_lt1 ?ltr0n // ler1n ltr1n.
have [_ bound] := claim 1%N isT half 0%N isT ranges.1 ranges.2 (unmasked R) (law_contextP _ _ _).
pose root := exp E ((1 - half) * 1%:R * ln E 2%:R).
have square : root * root = 2%:R.
  rewrite -exp_add -[RHS](ln_inverse E (x := 2%:R)) ?ltr0n //; congr (exp E _).
  by move: (ln E 2%:R) => l; rewrite /half; numbers.
have two : 2%:R <= root := le_trans (complexity_unmasked R) bound.
have := ler_pmul (ler0n _ 2) (ler0n _ 2) two two; rewrite square -natrM ler_nat.
by [].
Qed.
