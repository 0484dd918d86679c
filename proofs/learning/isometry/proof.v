(* statement: sha256:ad9ae570146aadd225fe41b45105ed8dc7a2d297ec65d266fa536560fc335d52 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import vocabulary geometry operators preimage.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Isometry.
Variables (R : rcfType) (N M : nat) (P : context R N M).

(** For every least preimage l of T g0; by [least_preimage_exists] there is one. *)
Theorem isometry (g0 l : 'cV[R]_M) (eps : R) : let f := T P *m g0 in least_preimage P f l ->
  ((exists g, T P *m g = f /\ dispersion P g <= 2%:R * eps * norm (q P) g ^+ 2) <->
   (1 - eps) * norm (q P) l ^+ 2 <= norm (p P) f ^+ 2) /\
  ((1 - eps) * norm (q P) l ^+ 2 <= norm (p P) f ^+ 2 -> dispersion P l <= 2%:R * eps * norm (q P) l ^+ 2).
Proof.
move=> f [lf least].
have nA g : norm (q P) g ^+ 2 = sqn (q P) g by rewrite /norm sqr_sqrtr // sqn_ge0 //; apply: law_gt0.
have nX g : norm (p P) g ^+ 2 = sqn (p P) g by rewrite /norm sqr_sqrtr // sqn_ge0 //; apply: law_gt0.
have disp g : T P *m g = f ->
    (dispersion P g <= 2%:R * eps * norm (q P) g ^+ 2) = ((1 - eps) * norm (q P) g ^+ 2 <= norm (p P) f ^+ 2).
  move=> gf; rewrite [dispersion _ _]dispersionE gf nA nX -mulrA ler_pmul2l ?ltr0n // ler_subl_addr mulrBl mul1r.
  by rewrite ler_subl_addr addrC.
split; last by rewrite disp.
split=> [[g [gf]]|h]; last by exists l; rewrite disp.
rewrite disp //; have [e1|e1] := leP eps 1; last first.
  move=> _; apply: (@le_trans _ _ 0); last by rewrite sqr_ge0.
  by rewrite mulr_le0_ge0 ?sqr_ge0 // subr_le0 ltW.
by apply: le_trans; rewrite ler_wpmul2l ?subr_ge0 // !nA; apply: least.
Qed.
End Isometry.
Print Assumptions isometry.
