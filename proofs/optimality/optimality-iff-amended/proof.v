(* statement: sha256:0dd7fc21c9a3e237093ab9b3c106aafa08a086cd7139936b737de95cc6e9adbb *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements expansion encoders errors worst strict defined worsterror.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section OptimalityIff.
Variables (R : rcfType) (N M : nat) (P : context R N M).

(** [worst_error_is] says that the worst error is attained and is the value. *)
Theorem optimality_iff_amended (d : nat) (eps : R) (Phi : 'M[R]_(N, d))
    (value := (s P 1 ^+ 2 - (1 - eps) ^+ 2) / (s P 1 ^+ 2 - s P d.+1 ^+ 2)) :
  (1 <= d <= N - 2)%N -> 0 < eps ->
  1 - s P 1 < eps <= 1 - Num.sqrt ((s P 1 ^+ 2 + s P 2 ^+ 2) / 2%:R) ->
  s P d.+1 < s P d -> s P d = s P 1 \/ s P d.+1 = s P (N - 1) ->
  worst_error_is P Phi eps value <-> learns P (centred_encoder P Phi).
Proof.
move=> /andP[d1 dN] e0 /andP[e1 e2] gap rigid.
have [c_le c_ge eps1] := range_of_eps (ltW e1) e2; have dN2 := index_lt2 d1 dN.
have gap1 : s P d.+1 < s P 1 by apply: lt_le_trans gap _; apply: s_decreasing.
have c_lt : (1 - eps) ^+ 2 < s P 1 ^+ 2.
  by rewrite ltr_sqr ?nnegrE ?s_ge0 ?subr_ge0 // ltr_subl_addr addrC -ltr_subl_addr.
split=> [[upper _]|lr].
  by apply: (strict_learns d1 dN2 eps1 gap1 c_lt c_ge upper gap); rewrite subn1 in rigid.
split=> [f fF f1|]; last first.
  by have [f [fF f1 _ fe]] := worst_task d1 dN gap1 c_le c_ge eps1 Phi; exists f.
have [w [b h]] := top_upper (index_lt d1 dN) gap1 eps1 lr fF f1.
exists w, (b - (p P *m Phi *m w) 0 0); apply: le_trans h.
rewrite le_eqVlt; apply/orP; left; apply/eqP; congr (sqn _ (_ - f)).
rewrite /centred_encoder /cmx mulmxBl scalerBl addrA addrAC; congr (_ - _ + _).
by rewrite -[RHS]mulmxA [p P *m Phi *m w in RHS]mx11_scalar [RHS]mul_mx_scalar.
Qed.
End OptimalityIff.

Theorem optimality_iff_amended_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P d d_range eps Phi value e0 [N1 [_ [_ e_range]]] gap [_ rigid]; have [d1 dN] := andP d_range.
have /andP[e1 e2] := e_range; have [_ _ eps1] := range_of_eps (ltW e1) e2.
have gap1 : s P d.+1 < s P 1 by apply: lt_le_trans gap _; apply: s_decreasing.
have differ := square_gap gap1; have [worst worstP] := worst_error_exists Phi N1 (ltW e1) eps1.
split; first by split=> //; exists worst.
have rigid' : s P d = s P 1 \/ s P d.+1 = s P (N - 1) by case: rigid => [[_]|]; [left | right].
rewrite -(optimality_iff_amended Phi d_range e0 e_range gap rigid').
split=> [[_ [e [eP [_ [_ eE]]]]]|valueP]; last by split=> //; exists value.
by move: eP; rewrite eE.
Qed.
