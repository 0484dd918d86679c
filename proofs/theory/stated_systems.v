(** * [spectral_inner_is] names one value: every singular system gives it, for functions in the range of T*. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements geometry operators orthonormal singular existence expansion spectralinner.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Systems.
Variables (R : rcfType) (N M : nat) (P : context R N M).
Notation pX := (law P). Notation pA := (law (dual P)).

(** What T* reaches it reaches from the range of T. *)
Lemma reached_from_range (f : 'cV[R]_N) : exists g, T_star P *m (T P *m g) = T_star P *m f.
Proof.
have [S _] := system_exists P; pose g := \sum_(0 <= i < M) (ip pX f (mu S i) / s P i) *: nu S i.
have gE j : (j < M)%N -> ip pA g (nu S j) = ip pX f (mu S j) / s P j.
  move=> jM; have lin (F : nat -> 'cV[R]_M) h : ip pA (\sum_(0 <= k < M) F k) h = \sum_(0 <= k < M) ip pA (F k) h.
    by elim/big_rec2: _ => [|k x y _ IH]; rewrite ?ip0l // ipDl IH.
  rewrite lin (bigD1_seq j) ?mem_index_iota ?iota_uniq //= big_nat_cond big1 ?addr0 => [|k /andP[/andP[_ kM] kj]].
    by rewrite ipZl right_ip // eqxx mulr1.
  by rewrite ipZl right_ip // (negPf kj) mulr0.
exists g; apply: (basis_ext (right_orthonormal S)) => j jM; rewrite -/(nu S j) ![ip _ (nu S j) _]ipC.
rewrite !Ts_coord T_coord gE //; have [->|sj] := eqVneq (s P j) 0; first by rewrite !mul0r.
by rewrite [s P j * (_ / _)]mulrC divfK.
Qed.

Theorem spectral_inner_unique (h k : 'cV[R]_M) v (S : singular_system P) :
  in_span (T_star P) h -> in_span (T_star P) k -> spectral_inner_is P h k v -> spectral_inner S h k = v.
Proof.
move=> [f ->] [g ->] [S' <-]; have [u <-] := reached_from_range f.
by rewrite -!spectral_inner_range //; exists u.
Qed.
End Systems.
