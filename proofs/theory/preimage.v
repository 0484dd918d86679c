(** * The least preimage of a function under T.                             *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import vocabulary geometry operators orthonormal singular existence expansion.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Preimage.
Variables (R : rcfType) (N M : nat) (P : context R N M).

(** T l = f, and no g with T g = f is shorter: ||l||^2 = min { ||g||^2 : T g = f }. *)
Definition least_preimage (f : 'cV[R]_N) (l : 'cV[R]_M) :=
  T P *m l = f /\ forall g, T P *m g = f -> sqn (q P) l <= sqn (q P) g.

(** There is one for everything in the range of T: the part of g0 on the nu_i with s_i > 0. *)
Lemma least_preimage_exists g0 : exists l, least_preimage (T P *m g0) l.
Proof.
have [S _] := system_exists P.
have lin (F : nat -> 'cV[R]_M) h : ip (q P) h (\sum_(0 <= i < M) F i) = \sum_(0 <= i < M) ip (q P) h (F i).
  by elim/big_rec2: _ => [|i x y _ IH]; rewrite ?ip0r // ipDr IH.
pose c i := if s P i == 0 then 0 else ip (q P) g0 (nu S i).
pose l := \sum_(0 <= i < M) c i *: nu S i.
have lc j : (j < M)%N -> ip (q P) l (nu S j) = c j.
  move=> jM; rewrite ipC /l lin (bigD1_seq j) ?mem_index_iota ?iota_uniq //= big_nat_cond big1 => [|i /andP[/andP[_ iM] ij]].
    by rewrite ipZr right_ip // eqxx mulr1 addr0.
  by rewrite ipZr right_ip // eq_sym (negPf ij) mulr0.
have same g : T P *m g = T P *m g0 -> forall j, s P j != 0 -> ip (q P) g (nu S j) = ip (q P) g0 (nu S j).
  by move=> e j sj; apply: (mulfI sj); rewrite -!(T_coord S) e.
exists l; split=> [|g eg].
  apply: (basis_ext (left_orthonormal S)) => j jN; rewrite ![ip _ (column _ _) _]ipC !(T_coord S).
  have [->|sj] := eqVneq (s P j) 0; first by rewrite !mul0r.
  have jM : (j < M)%N.
    by rewrite ltnNge; apply: contra sj => Mj; rewrite s_beyond // geq_min Mj orbT.
  by rewrite lc // /c (negPf sj).
rewrite /sqn !(right_parseval S) big_nat_cond [X in _ <= X]big_nat_cond; apply: ler_sum => j /andP[/andP[_ jM] _]; rewrite lc // -!expr2 /c.
by case: eqVneq => [_|sj]; [rewrite expr0n sqr_ge0 | rewrite (same g)].
Qed.
End Preimage.
