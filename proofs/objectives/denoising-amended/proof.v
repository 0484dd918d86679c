(* statement: sha256:015b0d6e6ca43475957e58f14d44b0a45a2fa3a55bc7ae665d7a02a887566d2c *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements operators selfadjoint span biased risk.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Denoising.
Variables (R : rcfType) (N M : nat) (P : context R N M).

(** The second part of each half follows from the first, for any kernel of targets. *)
Fact averages k d (u : 'M[R]_(N, k)) (Psi : 'M[R]_(M, d)) (K := T_star P *m integral_operator (p P) (u *m u^T) *m T P) :
  eigenvalue K d > 0 -> extracts (q P) K Psi ->
  \rank (T P *m Psi) = d /\
  same_span (row_mx (T P *m Psi) (T P *m T_star P *m integral_operator (p P) (u *m u^T) *m T P *m Psi)) (T P *m Psi).
Proof.
have KE : K = target_operator (q P) (T_star P *m u).
  by have := target_sandwich (transposed P) u; rewrite law_dd expect_dd.
have sK : selfadj (q P) K by rewrite KE; apply: target_selfadj.
have hK : psd (q P) K by rewrite KE; apply: target_psd.
move=> pos ext; have [C [C' [CC KC]]] := extracts_invariant (law_gt0 (dual P)) sK hK pos ext; split.
  apply: independent_rank => v TPv; rewrite -[v]mul1mx -(mulmx1C CC) -mulmxA (_ : C *m v = 0) ?mulmx0 //.
  by apply: ext.1; rewrite mulmxA -KC /K -!mulmxA (mulmxA (T P) Psi) TPv !mulmx0.
have -> : T P *m T_star P *m integral_operator (p P) (u *m u^T) *m T P *m Psi = T P *m Psi *m C.
  by rewrite -[RHS]mulmxA -KC /K !mulmxA.
split=> w.
  by exists (usubmx w + C *m dsubmx w); rewrite -[w in LHS]vsubmxK mul_row_col mulmxDr mulmxA.
by exists (col_mx w 0); rewrite mul_row_col mulmx0 addr0.
Qed.

(** Labels may have any number k of dimensions, and less is asked of d. *)
Theorem denoising_amended (k d : nat) (u : 'M[R]_(N, k)) (Psi : 'M[R]_(M, d))
    (F := centred_encoder (transposed P) Psi) (cu := centred_encoder P u)
    (L := integral_operator (p P) (cu *m cu^T)) (H := integral_operator (p P) (u *m u^T)) :
  (d <= M - 1)%N -> eigenvalue (T_star P *m L *m T P) d > 0 -> eigenvalue (T_star P *m H *m T P) d > 0 ->
  (minimises_supervised_biased (transposed P) u Psi ->
     [/\ extracts (q P) (T_star P *m L *m T P) F, \rank (T P *m F) = d
       & same_span (row_mx (T P *m F) (T P *m T_star P *m L *m T P *m F)) (T P *m F)]) /\
  (minimises_supervised (transposed P) u Psi ->
     [/\ extracts (q P) (T_star P *m H *m T P) Psi, \rank (T P *m Psi) = d
       & same_span (row_mx (T P *m Psi) (T P *m T_star P *m H *m T P *m Psi)) (T P *m Psi)]).
Proof.
move=> dM pL pH; have dM' : (d <= M)%N := leq_trans dM (leq_subr 1 M).
have sandwich j (z : 'M[R]_(N, j)) :
  T_star P *m integral_operator (p P) (z *m z^T) *m T P = target_operator (q P) (T_star P *m z).
  by have := target_sandwich (transposed P) z; rewrite law_dd expect_dd.
have cuE : cmx (dual (dual P)) u = cu by rewrite /cu /centred_encoder /cmx law_dd.
split=> m.
  have ext : extracts (q P) (T_star P *m L *m T P) F.
    by rewrite sandwich -cuE; apply/(biased_minimises (P := transposed P)) => //; rewrite cuE -sandwich.
  by have [r sp] := averages pL ext.
have ext : extracts (q P) (T_star P *m H *m T P) Psi.
  by rewrite sandwich; apply/(supervised_minimises (P := transposed P)) => //; rewrite -sandwich.
by have [r sp] := averages pH ext.
Qed.
End Denoising.

Theorem denoising_amended_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P k k_range u d d_range Psi F L H dM [sL [_ pL]] [sH [_ pH]].
have [|biased plain] := denoising_amended Psi _ pL pH; first by rewrite leq_subRL // (leq_ltn_trans _ dM).
by split=> [/biased|/plain] [].
Qed.
