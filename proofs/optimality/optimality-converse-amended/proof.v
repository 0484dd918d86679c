(* statement: sha256:eb67941b34842f8728cc114e4ea1decd049aeaf0eb18972d10f08157fdf63164 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements operators expansion encoders errors worst defined.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section OptimalityConverse.
Variables (R : rcfType) (N M : nat) (P : context R N M).

(** [has_task] asks for an f of mean zero here, which says more than the file. *)
Theorem optimality_converse_amended (d : nat) (eps : R) (Phi : 'M[R]_(N, d))
    (value := (s P 1 ^+ 2 - (1 - eps) ^+ 2) / (s P 1 ^+ 2 - s P d.+1 ^+ 2)) :
  (1 <= d <= N - 2)%N -> 0 < eps ->
  1 - s P 1 <= eps <= 1 - Num.sqrt ((s P 1 ^+ 2 + s P 2 ^+ 2) / 2%:R) ->
  s P d.+1 < s P 1 ->
  has_task P Phi (1 - eps) value.
Proof.
move=> /andP[d1 dN] e0 /andP[e1 e2] gap; have [c_le c_ge eps1] := range_of_eps e1 e2.
have [f [[_ f0 _] f1 rho fe]] := worst_task d1 dN gap c_le c_ge eps1 Phi.
by exists f.
Qed.
End OptimalityConverse.

Theorem optimality_converse_amended_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P d d_range eps Phi value e0 [N1 [_ [_ e_range]]] [_ gap]; split=> //; split; first exact: square_gap.
have [f [f1 f0 rho fe]] := optimality_converse_amended Phi d_range e0 e_range gap.
exists f; split=> //; rewrite centred_center //.
by rewrite -(norm_gt0 (law_gt0 P)) f1 ltr01.
Qed.
