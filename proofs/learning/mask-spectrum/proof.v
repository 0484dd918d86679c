(* statement: sha256:090eb38708eed401d8fbbacc14ceae64540cf9da527fddfa6e687d9729499757 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements operators bits stated orthonormal.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section MaskSpectrum.
Variables (R : rcfType) (D : nat) (alpha : R).
Notation J := (@mask_law R D alpha).

(** The parity of the bits in V is an eigenfunction of T T* with eigenvalue (1 - alpha)^|V|. *)
Theorem mask_spectrum (P : context R #|{ffun 'I_D -> bool}| #|massive J|) (V : {set 'I_D}) : 0 <= alpha <= 1 -> is_law P ->
  let chi : 'cV[R]_#|{ffun 'I_D -> bool}| := \col_i parity R V (enum_val i) in
  T P *m T_star P *m chi = (1 - alpha) ^+ #|V| *: chi.
Proof.
move=> a01 PJ chi; have j0 := mask_ge0 a01; have jf := mask_fair alpha; have hh := half2 R.
apply/colP => i; rewrite [LHS](kernel_operator P chi i) [RHS]mxE [chi _ _]mxE; set x := enum_val i.
pose F l b := 2%:R^-1 * (if x l == b then 2%:R - alpha else alpha) * (if l \in V then (-1) ^+ b else 1).
transitivity (\sum_(y : {ffun 'I_D -> bool}) \prod_l F l (y l)).
  rewrite -(sum_points (fun y : {ffun 'I_D -> bool} => \prod_l F l (y l))); apply: eq_bigr => k _.
  have const : \prod_(l < D) (2%:R^-1 : R) = 2%:R^-1 ^+ D by rewrite prodr_const card_ord.
  rewrite (fair_law j0 jf PJ) (fair_kernel j0 jf PJ) [chi _ _]mxE /parity [X in _ * (_ * X)]big_mkcond mulrA.
  rewrite [RHS]big_split [X in _ = X * _]big_split /= const; congr (_ * _ * _).
  by apply: eq_bigr => l _; rewrite (mask_kernel alpha).
rewrite -bigA_distr_bigA /parity -prodr_const [X in _ = X * _]big_mkcond [X in _ = _ * X]big_mkcond -[RHS]big_split /=.
apply: eq_bigr => l _; rewrite sum_bool /F.
rewrite -[RHS]mul1r -[X in _ = X * _]hh; move: (2%:R^-1 : R) => k.
by case: (x l); case: (l \in V) => /=; ring.
Qed.
End MaskSpectrum.

(** ** The statement as generated *)
(** The bits that are set in j < 2^D are among the first D. *)
Fact bits_card D j : (j < 2 ^ D)%N -> #|bit_set D j| = bits j.
Proof.
move=> jD; have far m e : (forall i, (m <= i)%N -> (j < 2 ^ i)%N) ->
    (\sum_(i < m) odd (j %/ 2 ^ i) = \sum_(i < m + e) odd (j %/ 2 ^ i))%N.
  move=> h; rewrite [RHS]big_split_ord /= [X in (_ + X)%N]big1 ?addn0 // => i _.
  by rewrite divn_small // h // leq_addr.
have -> : #|bit_set D j| = (\sum_(i < D) odd (j %/ 2 ^ i))%N.
  by rewrite cardsE -sum1_card big_mkcond; apply: eq_bigr => i _; rewrite unfold_in; case: odd.
rewrite /bits (far D j) => [|i Di]; last by rewrite (leq_trans jD) // leq_exp2l.
by rewrite addnC -far // => i ji; rewrite (leq_ltn_trans ji) // ltn_expl.
Qed.

Theorem mask_spectrum_stated (R : rcfType) : statement.statement R.
Proof.
move=> D _ alpha a01 _ P PJ [//|j] /= jN; set chi := column _ j.
have jD : (j < 2 ^ D)%N by move: jN; rewrite card_ffun card_bool card_ord.
have -> : chi = \col_i parity R (bit_set D j) (enum_val i).
  by rewrite /chi (column_lt _ jN); apply/colP => i; rewrite !mxE.
by rewrite subn1 /= -(bits_card jD); apply: mask_spectrum.
Qed.
