(* statement: sha256:bd6d9465769e91b9a62d645d6e1e721661a916cd12bbb16210b9be79e979872e *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements existence expansion encoders errors worst defined worsterror.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section OptimalityValue.
Variables (R : rcfType) (N M : nat) (P : context R N M).

(** The first part speaks of every encoder [Top] that learns: [top_worst_error] is that of any of them. *)
(** The second part is a task of F_eps that [Phi] leaves with at least the value. *)
Theorem optimality_value_amended (d : nat) (eps : R) (Phi : 'M[R]_(N, d))
    (value := (s P 1 ^+ 2 - (1 - eps) ^+ 2) / (s P 1 ^+ 2 - s P d.+1 ^+ 2)) :
  (1 <= d <= N - 2)%N -> 0 < eps ->
  1 - s P 1 <= eps <= 1 - Num.sqrt ((s P 1 ^+ 2 + s P 2 ^+ 2) / 2%:R) ->
  s P d.+1 < s P 1 ->
  [/\ forall Top : 'M[R]_(N, d), learns P Top -> worst_error_is P Top eps value,
      exists f, [/\ in_F P f eps, norm (p P) f = 1 & err_ge P Phi f value]
    & forall e, worst_error_is P Phi eps e -> value <= e].
Proof.
move=> /andP[d1 dN] e0 /andP[e1 e2] gap; have [c_le c_ge eps1] := range_of_eps e1 e2.
have low := worst_task d1 dN gap c_le c_ge eps1.
have top (Top : 'M[R]_(N, d)) : learns P Top -> worst_error_is P Top eps value.
  move=> lr; split=> [f fF f1|]; first exact: (top_upper (index_lt d1 dN) gap eps1 lr fF f1).
  by have [f [fF f1 _ fe]] := low Top; exists f.
split=> //; first by have [f [fF f1 _ fe]] := low Phi; exists f.
move=> e [upper _]; have [f [fF f1 _ fe]] := low Phi.
by have [w [b h]] := upper f fF f1; apply: le_trans (fe w b) h.
Qed.
End OptimalityValue.

Theorem optimality_value_amended_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P d d_range eps Phi value e0 [N1 [_ [_ e_range]]] [_ gap].
have /andP[e1 e2] := e_range; have [_ _ eps1] := range_of_eps e1 e2; have differ := square_gap gap.
have [top _ least] := optimality_value_amended Phi d_range e0 e_range gap.
have [worst worstP] := worst_error_exists Phi N1 e1 eps1; split; last first.
  by split=> //; exists worst; do 3!split=> //; apply: least.
split=> //; exists value; split; last by [].
by split=> //; have [S _] := system_exists P; exists (top_functions d S), S; split=> v; exists v.
Qed.
