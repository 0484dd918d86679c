(* statement: sha256:322194f73b314a2bb13c09f46ca1982469034d672264a8a2b527cca3080ad959 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements bits.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section FlipComplexity.
Variables (R : rcfType) (D : nat) (alpha : R).
Notation J := (@flip_law R D alpha).

(** For the context of these strings and their views with mass; there is one. *)
Theorem flip_complexity : 0 <= alpha <= 1 ->
  (exists P : context R #|{ffun 'I_D -> bool}| #|massive J|, is_law P) /\
  forall P : context R #|{ffun 'I_D -> bool}| #|massive J|, is_law P ->
    (forall x, kX P x x = (alpha ^+ 2 - 2%:R * alpha + 2%:R) ^+ D) /\
    complexity P = (alpha ^+ 2 - 2%:R * alpha + 2%:R) ^+ D.
Proof.
move=> a01; have j0 := flip_ge0 a01; have jf := flip_fair alpha; split.
  exists (law_context (fair_ge0 j0) (fair_total D jf) (fair_rowP jf)); exact: law_contextP.
move=> P PJ; apply: (fair_complexity j0 jf PJ) => [|b]; last exact: flip_kernel.
rewrite (_ : alpha ^+ 2 - _ + _ = (1 - alpha) ^+ 2 + 1); last by ring.
by rewrite addr_ge0 ?sqr_ge0 ?ler01.
Qed.
End FlipComplexity.

(** ** The statement as generated *)
Theorem flip_complexity_stated (R : rcfType) : statement.statement R.
Proof. by move=> D _ alpha a01 _ P /(flip_complexity D a01).2[]. Qed.
