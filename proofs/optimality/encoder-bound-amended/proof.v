(* statement: sha256:af61aaf78b0616066f413919737916299560e9d90821c91bc80cdd6f37af40aa *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements geometry operators expansion encoders errors bound worsterror.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section EncoderBound.
Variables (R : rcfType) (N M : nat) (P : context R N M).

(** The last part is the file's. The first says more: no task in F_eps of norm 1 has a larger error. *)
Theorem encoder_bound_amended (d : nat) (Phi : 'M[R]_(N, d)) (eps TG : R)
    (bound := (s P 1 ^+ 2 - (1 - eps) ^+ 2 + s P 1 * Num.sqrt TG) / (s P 1 ^+ 2 - TG)) :
  (1 <= d <= N - 1)%N -> trace_gap_is P Phi TG ->
  0 < eps <= 1 -> TG < s P 1 ^+ 2 -> 1 - s P 1 < eps ->
  (forall f, in_F P f eps -> norm (p P) f = 1 -> err_le P Phi f bound) /\
  (forall e, worst_error_is P Phi eps e -> e <= bound).
Proof.
move=> _ [[k [F [fam gap]]] _] /andP[_ e1] small big.
have upper f : in_F P f eps -> norm (p P) f = 1 -> err_le P Phi f bound.
  by rewrite -gap in small; move=> fF f1; rewrite /bound -gap; apply: (gap_bound fam small e1 fF f1).
split=> // e [_ [f [fF f1 fe]]]; have [w [b h]] := upper f fF f1.
exact: le_trans (fe w b) h.
Qed.
End EncoderBound.

Theorem encoder_bound_amended_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P d d_range Phi eps e_range [rank_lt [gap [gapP [N1 small]]]] [_ big]; have [e0 e1] := andP e_range.
have [worst worstP] := worst_error_exists Phi N1 (ltW big) e1; split=> //; exists worst; do 3!split=> //.
exists gap; split=> //; split; first by case: gapP => [[k [F [[Fu _] <-]]] _]; apply: family_gap_ge0.
by rewrite gt_eqF ?subr_gt0 //; split=> //; apply: (encoder_bound_amended d_range gapP e_range small big).2.
Qed.
