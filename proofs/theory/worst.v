(** * The worst task of an encoder, for contexts.                           *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators kyfan ratio spectral worstcase main.
From Contexture Require Import eigenvalues vocabulary orthonormal singular existence expansion encoders errors.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Worst.
Variables (R : rcfType) (N M : nat) (P : context R N M).
Notation s := (s P).
Notation p0 := (law_gt0 P). Notation q0 := (law_gt0 (dual P)).

(** The range of eps in Theorem 16, in squares. *)
Lemma range_of_eps eps : 1 - s 1 <= eps -> eps <= 1 - Num.sqrt ((s 1 ^+ 2 + s 2 ^+ 2) / 2%:R) ->
  [/\ (1 - eps) ^+ 2 <= s 1 ^+ 2, s 1 ^+ 2 + s 2 ^+ 2 <= 2%:R * (1 - eps) ^+ 2 & eps <= 1].
Proof.
rewrite ler_subl_addr addrC -ler_subl_addr => h1 h2.
have root0 := sqrtr_ge0 ((s 1 ^+ 2 + s 2 ^+ 2) / 2%:R).
have h3 : Num.sqrt ((s 1 ^+ 2 + s 2 ^+ 2) / 2%:R) <= 1 - eps.
  by rewrite ler_subr_addr addrC -ler_subr_addr.
have e1 : 0 <= 1 - eps := le_trans root0 h3.
split; last by rewrite -subr_ge0.
  by rewrite ler_sqr ?nnegrE ?s_ge0.
have half0 : 0 <= (s 1 ^+ 2 + s 2 ^+ 2) / 2%:R by rewrite divr_ge0 ?addr_ge0 ?sqr_ge0 ?ler0n.
rewrite mulrC -ler_pdivr_mulr ?ltr0n // -[X in X <= _](sqr_sqrtr half0).
by rewrite ler_sqr ?nnegrE.
Qed.

(** Theorem 16, lower half: every encoder has a task of compatibility 1 - eps with at least the value. *)
Theorem worst_task d eps : (0 < d)%N -> (d <= N - 2)%N -> s d.+1 < s 1 ->
  (1 - eps) ^+ 2 <= s 1 ^+ 2 -> s 1 ^+ 2 + s 2 ^+ 2 <= 2%:R * (1 - eps) ^+ 2 -> eps <= 1 ->
  forall Phi : 'M[R]_(N, d), exists f,
    [/\ in_F P f eps, norm (p P) f = 1, compatibility P f = 1 - eps
      & err_ge P Phi f ((s 1 ^+ 2 - (1 - eps) ^+ 2) / (s 1 ^+ 2 - s d.+1 ^+ 2))].
Proof.
move=> d1 dN gap c_le c_ge e1 Phi; have [S _] := system_exists P.
pose E := centred_basis S; have dN' := index_lt d1 dN.
have dN2 : (d.+1 < N)%N.
  by move: dN; rewrite -subSn ?subSS; [rewrite -ltnS; case: N dN' => // n _; rewrite subn1|]; case: N d1 dN.
Abort.
End Worst.
