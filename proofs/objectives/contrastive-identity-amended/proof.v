(* statement: sha256:b4ee1c94fe57bdc90f9919ef97b19cd4575f97ea7d9e7ee5cc19dc2e1f7668f7 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements orthonormal uncentred geometry operators ratio centred singular expansion.
From Contexture Require Import losses learning frobenius contrast.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section ContrastiveIdentity.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem contrastive_identity_amended (S : singular_system P) (d : nat) (Psi : 'M[R]_(M, d))
    (F := centred_encoder (transposed P) Psi) (K := T_star P *m T P) : (1 <= d <= N - 1)%N ->
  contrastive P Psi =
    (\sum_(1 <= i < M) \sum_(1 <= j < M)
       (\sum_(k < d) ip (q P) (col k F) (nu S i) * ip (q P) (col k F) (nu S j)
        - \sum_(i <= l < i.+1 | l == j) eigenvalue K l.+1) ^+ 2
     - \sum_(1 <= i < M) eigenvalue K i.+1 ^+ 2) / 2%:R.
Proof.
move=> _; pose c k i := ip (q P) (col k F) (nu S i); pose G i j := \sum_(k < d) c k i * c k j.
have m k : mean (q P) (col k F) = 0 := cmx_mean (dual P) Psi k.
have c0 k : c k 0%N = 0 by rewrite /c nu_0 ipC -[one]/(const_mx 1) -(mean_ip (dual P)) m.
have from1 (f : nat -> R) : f 0%N = 0 -> \sum_(0 <= i < M) f i = \sum_(1 <= i < M) f i.
  by move=> f0; rewrite (big_ltn (M_gt0 P)) f0 add0r.
have grams : frob (F^T *m diag_mx (q P) *m F) = \sum_(1 <= i < M) \sum_(1 <= j < M) G i j ^+ 2.
  rewrite /frob; transitivity (\sum_(k < d) \sum_(l < d) \sum_(1 <= i < M) \sum_(1 <= j < M) c k i * c l i * (c k j * c l j)).
    apply: eq_bigr => k _; apply: eq_bigr => l _; rewrite ip_gram (right_parseval S) from1 ?c0 ?mul0r //; last first.
      by rewrite -/(c k 0%N) c0 mul0r.
    by rewrite expr2 big_distrlr.
  transitivity (\sum_(k < d) \sum_(1 <= i < M) \sum_(1 <= j < M) \sum_(l < d) c k i * c l i * (c k j * c l j)).
    apply: eq_bigr => k _; rewrite exchange_big; apply: eq_bigr => i _ /=; by rewrite exchange_big.
  rewrite exchange_big; apply: eq_bigr => i _ /=; rewrite exchange_big; apply: eq_bigr => j _ /=.
  rewrite expr2 /G big_distrlr; apply: eq_bigr => k _; apply: eq_bigr => l _ /=.
  by move: (c k i) (c l i) (c k j) (c l j) => a b e f; ring.
have traces : two_views P (fun a b => dot (row a F) (row b F)) = \sum_(1 <= i < M) eigenvalue K i.+1 * G i i.
  rewrite two_views_trace; transitivity (\sum_(k < d) \sum_(1 <= i < M) eigenvalue K i.+1 * (c k i * c k i)).
    apply: eq_bigr => k _; rewrite -(law_dd P) -(expect_dd P) (Ts_sqn (dual_system S)) from1 //; last first.
      by rewrite -/(c k 0%N) c0 expr0n mulr0.
    by apply: eq_bigr => i _; rewrite eigenvalue_KA s_dual -expr2.
  by rewrite exchange_big; apply: eq_bigr => i _; rewrite -mulr_sumr.
have squares : \sum_(1 <= i < M) \sum_(1 <= j < M) (G i j - \sum_(i <= l < i.+1 | l == j) eigenvalue K l.+1) ^+ 2
    = \sum_(1 <= i < M) \sum_(1 <= j < M) G i j ^+ 2 - 2%:R * (\sum_(1 <= i < M) eigenvalue K i.+1 * G i i)
      + \sum_(1 <= i < M) eigenvalue K i.+1 ^+ 2.
  rewrite mulr_sumr -sumrB -big_split; apply: eq_big_nat => i /andP[i1 iM] /=.
  rewrite (bigD1_seq i) ?mem_index_iota ?i1 ?iota_uniq //= [in RHS](bigD1_seq i) ?mem_index_iota ?i1 ?iota_uniq //=.
  rewrite big_ltn_cond // eqxx big_geq // addr0; under eq_bigr => j ji.
    rewrite big_ltn_cond // eq_sym (negPf ji) big_geq // subr0; over.
  by move: (\sum_(_ <- _ | _) _) (G i i) (eigenvalue K _) => a b e; ring.
have two : 2%:R != 0 :> R by rewrite pnatr_eq0.
rewrite -[X in (X - _) / _]/(\sum_(1 <= i < M) \sum_(1 <= j < M) (G i j - _) ^+ 2) squares.
rewrite /contrastive -/F squares_gram grams traces addrK.
by move: (\sum_(1 <= i < M) \sum_(1 <= j < M) _) (\sum_(1 <= i < M) _) => a b; apply: (mulIf two); rewrite mulrDl !divfK //; ring.
Qed.
End ContrastiveIdentity.

Theorem contrastive_identity_amended_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P S d d_range Psi F K; do 2![split; first by move=> *; apply: KA_selfadj].
rewrite (contrastive_identity_amended S Psi d_range); congr ((_ - _) / _).
apply: eq_bigr => i _; apply: eq_bigr => j _; congr ((_ - _) ^+ 2).
by rewrite big_add1 big_mkord; apply: eq_bigr => k _; rewrite /= columnE.
Qed.
