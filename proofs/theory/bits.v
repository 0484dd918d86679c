(** * The kernels of masked and of flipped bits are products over the bits.  *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import vocabulary geometry operators singular complexity finite augmentation.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Sums.
Variable R : rcfType.
Lemma sum_bool (h : bool -> R) : \sum_b h b = h true + h false.
Proof. by rewrite (bigD1 true) //= (bigD1 false) //= big1 ?addr0 => [|[]]. Qed.
Lemma sum_option (h : option bool -> R) : \sum_c h c = h None + (h (Some true) + h (Some false)).
Proof. by rewrite (bigD1 None) //= (bigD1 (Some true)) //= (bigD1 (Some false)) //= big1 ?addr0 => [|[[]|]]. Qed.

(** All values are the same: so is the largest. *)
Lemma largest_const n (h : 'I_n -> R) c : (0 < n)%N -> 0 <= c -> (forall x, h x = c) -> largest h = c.
Proof.
move=> n0 c0 hc; apply/eqP; rewrite eq_le largest_le => [|//|x]; last by rewrite hc.
by rewrite -[X in X <= _](hc (Ordinal n0)) largest_ge.
Qed.

Let h : R := 2%:R^-1.
Lemma half2 : 2%:R * h = 1. Proof. by rewrite /h divff // pnatr_eq0. Qed.
Lemma half_neq0 : h != 0. Proof. by rewrite invr_eq0 pnatr_eq0. Qed.
Lemma square_over (t : R) : t * t / t = t.
Proof. by have [->|t0] := eqVneq t 0; rewrite ?mul0r // mulfK. Qed.
Lemma square_over2 (t : R) : t * t / (t + t) = t * h.
Proof.
have [->|t0] := eqVneq t 0; first by rewrite !mul0r.
by rewrite -mulr2n -mulr_natl invfM mulrACA divff // mulr1.
Qed.
End Sums.

(** ** A product law of fair bits *)
Section FairBits.
Variables (R : rcfType) (D : nat) (B : finType) (j : bool -> B -> R).
Hypothesis j0 : forall b c, 0 <= j b c.
Hypothesis fair : forall b, \sum_c j b c = 2%:R^-1.
Let J := @product_law R D B j.
Let h : R := 2%:R^-1.

Lemma fair_ge0 x a : 0 <= J x a. Proof. by apply: prodr_ge0. Qed.
Lemma fair_row x : \sum_a J x a = h ^+ D.
Proof. by rewrite product_row (eq_bigr (fun=> h)) ?prodr_const ?card_ord. Qed.
Lemma fair_rowP x : 0 < \sum_a J x a.
Proof. by rewrite fair_row exprn_gt0 // invr_gt0 ltr0n. Qed.
Lemma fair_total : \sum_x \sum_a J x a = 1.
Proof. by rewrite product_total big1 // => i _; rewrite sum_bool !fair -[RHS](half2 R) mulr_natl mulr2n. Qed.

(** The kernel of one bit. *)
Definition bit_kernel (b c : bool) : R := (\sum_e j b e * j c e / (\sum_g j g e)) / (h * h).

Variable P : context R #|{ffun 'I_D -> bool}| #|massive J|.
Hypothesis PJ : is_law P.

Lemma fair_kernel i k : kX P i k = \prod_l bit_kernel (enum_val i l) (enum_val k l).
Proof.
rewrite (law_kernel fair_ge0 i k PJ) product_kernel !fair_row [RHS]big_split /=; congr (_ * _).
by rewrite prodr_const card_ord -exprMn [RHS]exprVn.
Qed.
Lemma fair_law i : p P 0 i = h ^+ D.
Proof. by rewrite -(fair_row (enum_val i)) -(table_row fair_ge0) mxE PJ. Qed.

(** A bit on its own: the complexity. *)
Lemma fair_complexity c : 0 <= c -> (forall b, bit_kernel b b = c) ->
  (forall i, kX P i i = c ^+ D) /\ complexity P = c ^+ D.
Proof.
move=> c0 hc; have kc i : kX P i i = c ^+ D.
  by rewrite fair_kernel (eq_bigr (fun=> c)) ?prodr_const ?card_ord.
by split=> //; apply: largest_const; rewrite ?exprn_ge0 ?(N_gt0 P).
Qed.
End FairBits.

(** ** Masks *)
Section Mask.
Variables (R : rcfType) (alpha : R).
Hypothesis a01 : 0 <= alpha <= 1.
Let h : R := 2%:R^-1.
Let h0 : 0 <= h. Proof. by rewrite invr_ge0 ler0n. Qed.

Lemma mask_ge0 b c : 0 <= mask_bit alpha b c.
Proof. by case/andP: a01 => a0 a1; case: c => [c|] /=; [case: ifP|]; rewrite ?mulr_ge0 ?subr_ge0. Qed.
Lemma mask_fair b : \sum_c mask_bit alpha b c = h.
Proof. by case: b; rewrite sum_option /= -/h; ring. Qed.
Lemma mask_kernel b c : bit_kernel (mask_bit alpha) b c = if b == c then 2%:R - alpha else alpha.
Proof.
have hh := half2 R; have hn := half_neq0 R; rewrite -/h in hh hn.
rewrite /bit_kernel sum_option !sum_bool /=.
have div2 t : t * h / (h * h) = 2%:R * t.
  by rewrite invfM mulrA mulfK // -[X in X / h](mulr1 t) -{1}hh mulrCA !mulrA mulfK // mulrC.
case: b; case: c => /=; rewrite -/h !(mul0r, mulr0, addr0, add0r) square_over2 -/h ?square_over.
- rewrite (_ : alpha * h * h + _ = ((alpha * h) + (1 - alpha)) * h); last by ring.
  by rewrite div2 mulrDr mulrCA hh; ring.
- by rewrite div2 mulrCA hh mulr1.
- by rewrite div2 mulrCA hh mulr1.
rewrite (_ : alpha * h * h + _ = ((alpha * h) + (1 - alpha)) * h); last by ring.
by rewrite div2 mulrDr mulrCA hh; ring.
Qed.

Lemma flip_ge0 b c : 0 <= flip_bit alpha b c.
Proof.
case/andP: a01 => a0 a1; rewrite /flip_bit; case: ifP => _; rewrite ?mulr_ge0 // subr_ge0.
by apply: le_trans a1; rewrite -[X in _ <= X]mulr1 ler_wpmul2l // invf_le1 ?ltr0n // ler1n.
Qed.
Lemma flip_fair b : \sum_c flip_bit alpha b c = h.
Proof. by case: b; rewrite sum_bool /flip_bit /= -/h; ring. Qed.
Lemma flip_kernel b : bit_kernel (flip_bit alpha) b b = alpha ^+ 2 - 2%:R * alpha + 2%:R.
Proof.
have hh := half2 R; have hn := half_neq0 R; rewrite -/h in hh hn.
have col c : \sum_g flip_bit alpha g c = h by case: c; rewrite sum_bool /flip_bit /= -/h; ring.
rewrite /bit_kernel (eq_bigr (fun e => flip_bit alpha b e * flip_bit alpha b e / h)) => [|e _]; last by rewrite col.
rewrite -mulr_suml sum_bool.
have -> : flip_bit alpha b true * flip_bit alpha b true + flip_bit alpha b false * flip_bit alpha b false
    = ((1 - alpha * h) * (1 - alpha * h) + alpha * h * (alpha * h)) * (h * h).
  by case: b; rewrite /flip_bit /= -/h; ring.
rewrite mulrAC mulfK ?mulf_neq0 // (_ : h^-1 = 2%:R); last by rewrite invrK.
transitivity (2%:R - 2%:R * alpha * (2%:R * h) + alpha ^+ 2 * (2%:R * h) * (2%:R * h)); first by ring.
by rewrite hh; ring.
Qed.
End Mask.
