(* statement: sha256:ae0756f38129950ef66c5698105a4d1638246654e729f09a6d76723de6d71a35 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements singular bits.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section BlockMask.
Variables (R : rcfType) (D b : nat).
Hypothesis bD : (b <= D)%N.
Notation J := (@block_law R D b).
Notation string := {ffun 'I_D -> bool}.
Let L : R := (D - b).+1%:R.
Let L0 : L != 0. Proof. by rewrite pnatr_eq0. Qed.
Let two0 k : 2%:R ^+ k != 0 :> R. Proof. by rewrite expf_neq0 // pnatr_eq0. Qed.

Fact block_ge0 x a : 0 <= J x a.
Proof. by apply: sumr_ge0 => s _; rewrite divr_ge0 ?mulr_ge0 ?ler0n // exprn_ge0 // ler0n. Qed.

Fact block_row x : \sum_a J x a = 2%:R ^- D.
Proof.
rewrite exchange_big /= (eq_bigr (fun=> (L * 2%:R ^+ D)^-1)) => [|s _]; last first.
  rewrite (bigD1 (mask_block b x s)) //= eqxx big1 ?addr0 ?div1r // => a /negPf ->.
  by rewrite mul0r.
by rewrite sumr_const card_ord -[_^-1 *+ _]mulr_natl -/L invfM mulrA divff // mul1r.
Qed.
Fact block_rowP x : 0 < \sum_a J x a. Proof. by rewrite block_row invr_gt0 exprn_gt0 // ltr0n. Qed.
Fact block_total : \sum_x \sum_a J x a = 1.
Proof.
rewrite (eq_bigr (fun=> 2%:R ^- D)) => [|x _]; last exact: block_row.
by rewrite sumr_const card_ffun card_bool card_ord -[_^-1 *+ _]mulr_natl natrX divff.
Qed.

(** y agrees with x off the block from t on. *)
Let agrees (x y : string) t := [forall i : 'I_D, (t <= i < t + b)%N || (y i == x i)].

Fact masked_same x y t u : (mask_block b x t == mask_block b y u) = (mask_block b x t == mask_block b x u) && agrees x y t.
Proof.
apply/eqP/andP => [e|[/eqP e /forallP ag]].
  have at_ i : mask_block b x t i = mask_block b y u i by rewrite e.
  split; last by apply/forallP => i; have := at_ i; rewrite !ffunE; case: ifP => //= _; case: ifP => // _ [->].
  apply/eqP/ffunP => i; have := at_ i; rewrite !ffunE; case: ifP => _; case: ifP => //.
apply/ffunP => i; have := congr1 (fun f : {ffun _} => f i) e; rewrite !ffunE.
by have /orP[->|/eqP ->] := ag i; case: ifP => //; case: ifP.
Qed.

Fact agreeing x t : (t < (D - b).+1)%N -> \sum_y (agrees x y t)%:R = 2%:R ^+ b :> R.
Proof.
move=> tD; have tb : (t + b <= D)%N by rewrite -(subnK bD) leq_add2r -ltnS.
rewrite (eq_bigr (fun y : string => \prod_(i < D) ((t <= i < t + b)%N || (y i == x i))%:R)) => [|y _]; last first.
  rewrite /agrees; case: forallP => [ag|nag]; first by rewrite big1 // => i _; rewrite ag.
  case: (pickP (fun i : 'I_D => ~~ ((t <= i < t + b)%N || (y i == x i)))) => [i /negPf h|no].
    by rewrite (bigD1 i) //= h mul0r.
  by case: nag => i; have := no i; move/negbFE.
rewrite -(bigA_distr_bigA (fun (i : 'I_D) c => ((t <= i < t + b)%N || (c == x i))%:R)).
rewrite (eq_bigr (fun i : 'I_D => if (t <= i < t + b)%N then 2%:R else 1)) => [|i _]; last first.
  by rewrite sum_bool; case: ifP => _ /=; rewrite ?addr0 //; case: (x i); rewrite ?addr0 ?add0r.
rewrite -(big_mkord xpredT (fun i => if (t <= i < t + b)%N then 2%:R else 1)).
rewrite (@big_cat_nat _ _ _ t) ?(leq_trans (leq_addr b t)) //= (@big_cat_nat _ _ _ (t + b) t) ?leq_addr //=.
rewrite [X in X * _]big_nat_cond [X in X * _]big1 => [|i /andP[/andP[_ it] _]]; last by rewrite leqNgt it.
rewrite [X in _ * (_ * X)]big_nat_cond [X in _ * (_ * X)]big1 => [|i /andP[/andP[ti _] _]]; last first.
  by rewrite [(i < _)%N]ltnNge ti andbF.
rewrite mul1r mulr1 big_nat_cond (eq_bigr (fun=> 2%:R)) => [|i /andP[-> _] //].
by rewrite -big_nat_cond prodr_const_nat addKn.
Qed.

Fact block_col x a : J x a != 0 -> \sum_y J y a = 2%:R ^+ b * J x a.
Proof.
move=> Jn; have [t /eqP aE] : exists t : 'I_(D - b).+1, a == mask_block b x t.
  case: (pickP (fun t : 'I_(D - b).+1 => a == mask_block b x t)) => [t h|no]; first by exists t.
  by case/negP: Jn; rewrite /block_law big1 // => t _; rewrite no mul0r.
rewrite -(agreeing x (ltn_ord t)) mulr_suml; apply: eq_bigr => y _.
rewrite /block_law mulr_sumr; apply: eq_bigr => u _.
by rewrite aE masked_same mulrA -natrM mulnb andbC.
Qed.

(** For the context of these strings and their views with mass; there is one. *)
Theorem block_mask_complexity_amended :
  (exists P : context R #|string| #|massive J|, is_law P) /\
  forall P : context R #|string| #|massive J|, is_law P ->
    (forall x, kX P x x = 2%:R ^+ (D - b)) /\ complexity P = 2%:R ^+ (D - b).
Proof.
split; first by exists (law_context block_ge0 block_total block_rowP); apply: law_contextP.
move=> P PJ; have kE x : kX P x x = 2%:R ^+ (D - b).
  rewrite (law_kernel block_ge0 x x PJ) !block_row (eq_bigr (fun a => J (enum_val x) a / 2%:R ^+ b)) => [|a _].
    rewrite -mulr_suml block_row invfM invrK mulrACA mulVf // mul1r mulrC.
    by apply: (mulIf (two0 b)); rewrite mulfVK // -exprD subnK.
  have [->|Jn] := eqVneq (J (enum_val x) a) 0; first by rewrite !mul0r.
  by rewrite (block_col Jn) invfM mulrA mulrAC mulfK.
by split=> //; apply: largest_const; rewrite ?exprn_ge0 ?ler0n ?(N_gt0 P).
Qed.
End BlockMask.

(** ** The statement as generated *)
Theorem block_mask_complexity_amended_stated (R : rcfType) : statement.statement R.
Proof. by move=> D _ b /= bD P /(block_mask_complexity_amended R bD).2[]. Qed.
