(* statement: sha256:af61aaf78b0616066f413919737916299560e9d90821c91bc80cdd6f37af40aa *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import vocabulary geometry operators expansion encoders errors bound.
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
Print Assumptions encoder_bound_amended.
