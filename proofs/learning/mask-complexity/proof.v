(* statement: sha256:b584108e487e533e32a5bc86a2180cb3b8164be31a2f343080258b44f236458a *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements bits.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section MaskComplexity.
Variables (R : rcfType) (D : nat) (alpha : R).
Notation J := (@mask_law R D alpha).

(** For the context of these strings and their views with mass; there is one. *)
Theorem mask_complexity : 0 <= alpha <= 1 ->
  (exists P : context R #|{ffun 'I_D -> bool}| #|massive J|, is_law P) /\
  forall P : context R #|{ffun 'I_D -> bool}| #|massive J|, is_law P ->
    (forall x, kX P x x = (2%:R - alpha) ^+ D) /\ complexity P = (2%:R - alpha) ^+ D.
Proof.
move=> a01; have j0 := mask_ge0 a01; have jf := mask_fair alpha; split.
  exists (law_context (fair_ge0 j0) (fair_total D jf) (fair_rowP jf)); exact: law_contextP.
move=> P PJ; apply: (fair_complexity j0 jf PJ) => [|b]; last by rewrite mask_kernel eqxx.
by case/andP: a01 => _ a1; rewrite subr_ge0 (le_trans a1) // ler1n.
Qed.
End MaskComplexity.

(** ** The statement as generated *)
Theorem mask_complexity_stated (R : rcfType) : statement.statement R.
Proof. by move=> D _ alpha a01 _ P /(mask_complexity D a01).2[]. Qed.
