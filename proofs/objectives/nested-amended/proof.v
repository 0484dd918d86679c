(* statement: sha256:1bbf75624942d7deee7dd3ac855fdc507a3bbf1ebf59836638bd862dd7960d0b *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements orthonormal encoders nesting stated.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** Weights that fall from each to the next fall, and the last is above 0. *)
Lemma weights (R : rcfType) d (c : 'cV[R]_d) : 0 < entry c d 1 ->
  (forall i : nat, (1 <= i <= d - 1)%N -> entry c i.+1 1 < entry c i 1) -> decreasing_weights c.
Proof.
move=> last steps; have e (i : 'I_d) : c i 0 = entry c i.+1 1 by rewrite (entry_ord c i ord0).
have beyond : entry c d.+1 1 = 0 by rewrite /entry insubF //= ltnn.
have fall k l : (0 < k < l)%N -> (l <= d.+1)%N -> entry c l 1 < entry c k 1.
  elim: l => [/andP[_]//|l IH /andP[k0 kl] ld]; have st : entry c l.+1 1 < entry c l 1.
    move: ld; rewrite ltnS leq_eqVlt => /orP[/eqP->|ld]; first by rewrite beyond.
    by apply: steps; rewrite (leq_trans k0) // subn1 -ltnS prednK // (leq_ltn_trans _ ld).
  move: kl; rewrite ltnS leq_eqVlt => /orP[/eqP->//|kl].
  by apply: (lt_trans st); apply: IH; rewrite ?k0 // ltnW.
split=> [i j ij|i]; [rewrite !e | rewrite e -beyond]; apply: fall; rewrite ?ltnS ?ltn_ord ?leqnn //.
exact: ltnW.
Qed.

Section Nested.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem nested_amended (d : nat) (c : 'cV[R]_d) (Phi : 'M[R]_(N, d)) :
  (1 <= d <= N - 1)%N ->
  (forall i : 'I_d, i.+1 = d -> 0 < c i 0) -> (forall i j : 'I_d, j = i.+1 :> nat -> c j 0 < c i 0) ->
  maximum_is (@orthonormal_centred _ _ _ P d) (nested P c) (\sum_(i < d) c i 0 * s P i.+1 ^+ 2)
  /\ (maximises (@orthonormal_centred _ _ _ P d) (nested P c) Phi <->
      gram (p P) Phi Phi = 1%:M /\
      forall i, mean (p P) (col i Phi) = 0 /\ T P *m (T_star P *m col i Phi) = s P i.+1 ^+ 2 *: col i Phi).
Proof.
move=> /andP[d1 /(index_lt d1) dN] last steps; split; first exact: nested_maximum.
rewrite (nested_maximises P dN last steps); split=> [[[g m] e]|[g e]]; first by split.
by split=> [|i]; [split=> // i|]; have [] := e i.
Qed.
End Nested.

Theorem nested_amended_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P d dN c Phi last steps; have w := weights last steps; have [dec pos] := w.
have steps' (i j : 'I_d) : j = i.+1 :> nat -> c j 0 < c i 0 by move=> ji; apply: dec; rewrite ji.
have [most best] := nested_amended P Phi dN (fun i _ => pos i) steps'; split.
  split=> //; eexists; split; first exact: most.
  by rewrite big_add1 big_mkord; apply: eq_bigr => i _; rewrite (entry_ord c i ord0).
split=> //; split=> [[_ /best[g e]]|[g e]].
  by split=> // -[//|i] /andP[_ id]; have := e (Ordinal id); rewrite -columnE.
by split=> //; apply/best; split=> // i; rewrite -columnE; apply: (e i.+1 (from_one i)).
Qed.
