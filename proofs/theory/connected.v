(** * A connected table: its second singular value is less than 1, and the   *)
(** first eigenfunction is constant in every eigenbasis.                     *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators selfadjoint eigenvalues.
From Contexture Require Import trained orthonormal singular existence expansion.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Connected.
Variables (R : rcfType) (N M : nat) (P : context R N M).
Notation pX := (law P). Notation pA := (law (dual P)).
Hypothesis one_component : components P = 1%N.

Fact neighbours_sym : connect_sym (neighbours P).
Proof. by apply: sym_connect_sym => -[x|a] [y|b]. Qed.

Lemma all_connected u v : connect (neighbours P) u v.
Proof.
apply/(fingraph.rootP neighbours_sym).
have /eqP/cards1P : #|[set r | roots (neighbours P) r]| = 1%N.
  by rewrite -[RHS]one_component cardsE; apply: eq_card => r; rewrite !inE andbT.
case=> r /setP rP; have only t : fingraph.root (neighbours P) t = r.
  by apply/set1P; rewrite -rP inE roots_root //; apply: neighbours_sym.
by rewrite !only.
Qed.

(** Who does not vary along the table is constant. *)
Lemma kept_constant (g : 'cV[R]_M) a b : vocabulary.dispersion P g = 0 -> g a 0 = g b 0.
Proof.
move=> disp; have step x c e : P x c != 0 -> P x e != 0 -> g c 0 = g e 0.
  have ge y : 0 <= \sum_c \sum_e expect P y c * expect P y e * (g c 0 - g e 0) ^+ 2.
    by do 2![apply: sumr_ge0 => ? _]; rewrite mulr_ge0 ?sqr_ge0 // mulr_ge0 ?expect_ge0.
  move/eqP: disp; rewrite psumr_eq0 => [/allP/(_ x (mem_index_enum _))|y _]; last first.
    by rewrite mulr_ge0 // ltW // law_gt0.
  rewrite /= mulf_eq0 (negPf (law_neq0 P x)) /= psumr_eq0 => [/allP/(_ c (mem_index_enum _))|? _]; last first.
    by apply: sumr_ge0 => ? _; rewrite mulr_ge0 ?sqr_ge0 // mulr_ge0 ?expect_ge0.
  rewrite /= psumr_eq0 => [/allP/(_ e (mem_index_enum _))|? _]; last first.
    by rewrite mulr_ge0 ?sqr_ge0 // mulr_ge0 ?expect_ge0.
  rewrite /= mulf_eq0 sqrf_eq0 subr_eq0 mulf_eq0 ![expect _ _ _]mxE !mulf_eq0 !invr_eq0 (negPf (law_neq0 P x)) !orbF.
  by move=> h c0 e0; move: h; rewrite (negPf c0) (negPf e0) => /eqP.
(* What g is at a point of A, or at a neighbour of a point of X. *)
pose level (u : 'I_N + 'I_M) (t : R) : Prop :=
  match u with inl x => forall c, P x c != 0 -> g c 0 = t | inr c => g c 0 = t end.
have along u v t : neighbours P u v -> level u t -> level v t.
  case: u v => [x|c] [y|e] //=; first by move=> n /(_ e n).
  by move=> n <- e' n'; apply: step n' n.
have walk r u t : path (neighbours P) u r -> level u t -> level (last u r) t.
  by elim: r u => [|v r IH] u //= /andP[uv vr] ut; apply: IH vr (along u v t uv ut).
have /connectP[r rP rE] := all_connected (inr b) (inr a).
by have := walk r (inr b) (g b 0) rP erefl; rewrite -rE.
Qed.

(** The second singular value is not 1. *)
Lemma second_below_one : s P 1 < 1.
Proof.
have [S _] := system_exists P; rewrite lt_neqAle s_le1 andbT; apply/negP => /eqP s1.
have M1 : (1 < M)%N.
  by rewrite ltnNge; apply: contraPN s1 => h; rewrite s_beyond ?geq_min ?h ?orbT //; apply/eqP; rewrite eq_sym oner_eq0.
have N1 : (1 < N)%N.
  by rewrite ltnNge; apply: contraPN s1 => h; rewrite s_beyond ?geq_min ?h //; apply/eqP; rewrite eq_sym oner_eq0.
have n1 : sqn pA (nu S 1) = 1 by rewrite /sqn right_ip.
have disp : vocabulary.dispersion P (nu S 1) = 0.
  rewrite /vocabulary.dispersion dispersionE n1 T_nu s1 scale1r /sqn left_ip // subrr mulr0 //.
pose a := Ordinal (M_gt0 P); have e : nu S 1 = nu S 1 a 0 *: one.
  by apply/colP => b; rewrite !mxE mulr1; apply: kept_constant.
have m0 : mean pA (nu S 1) = 0 by rewrite right_mean.
move: m0; rewrite e mean_ip ipZr -[const_mx 1]/(one : 'cV[R]_M) -/(sqn _ _) sqn_one mulr1 => z.
by move/eqP: n1; rewrite e z scale0r /sqn ip0l eq_sym oner_eq0.
Qed.
End Connected.
