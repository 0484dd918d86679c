(* statement: sha256:ad9ae570146aadd225fe41b45105ed8dc7a2d297ec65d266fa536560fc335d52 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements geometry operators.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Isometry.
Variables (R : rcfType) (N M : nat) (P : context R N M).

(** l is the least preimage of f; by [least_preimage_exists] there is one. *)
Theorem isometry (h g l : 'cV[R]_M) (eps : R) : let f := T P *m h in least_preimage P f l -> T P *m g = f ->
  [/\ dispersion P g <= 2%:R * eps * norm (q P) g ^+ 2 -> (1 - eps) * norm (q P) l ^+ 2 <= norm (p P) f ^+ 2,
      (1 - eps) * norm (q P) l ^+ 2 <= norm (p P) f ^+ 2 -> dispersion P l <= 2%:R * eps * norm (q P) l ^+ 2,
      T P *m l = f & norm (q P) l <= norm (q P) g].
Proof.
move=> f [lf least] gf.
have nA u : norm (q P) u ^+ 2 = sqn (q P) u by rewrite /norm sqr_sqrtr // sqn_ge0 //; apply: law_gt0.
have nX u : norm (p P) u ^+ 2 = sqn (p P) u by rewrite /norm sqr_sqrtr // sqn_ge0 //; apply: law_gt0.
have disp u : T P *m u = f ->
    (dispersion P u <= 2%:R * eps * norm (q P) u ^+ 2) = ((1 - eps) * norm (q P) u ^+ 2 <= norm (p P) f ^+ 2).
  move=> uf; rewrite [dispersion _ _]dispersionE uf nA nX -mulrA ler_pmul2l ?ltr0n // ler_subl_addr mulrBl mul1r.
  by rewrite ler_subl_addr addrC.
split=> [|||]; [| by rewrite disp | by [] | by rewrite ler_wsqrtr // least].
rewrite disp //; have [e1|e1] := leP eps 1; last first.
  move=> _; apply: (@le_trans _ _ 0); last by rewrite sqr_ge0.
  by rewrite mulr_le0_ge0 ?sqr_ge0 // subr_le0 ltW.
by apply: le_trans; rewrite ler_wpmul2l ?subr_ge0 // !nA; apply: least.
Qed.
End Isometry.

(** ** The statement as generated *)
Theorem isometry_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P h g eps f gf; have [l lf] := least_preimage_exists P h.
have [short _ Tl le_g] := isometry eps lf gf; split; first by move=> /short; exists l.
split; last by split; exists l.
split=> [|[l' [l'f near]]]; first by exists l.
by exists l'; split=> //; have [_ /(_ near)] := isometry eps l'f gf.
Qed.
