(* statement: sha256:0b459c296f1432a3d64b882c3c276e99556a46024e805055c0a172fe8f47aa39 *)
(** The hypothesis bounds mu_1 from above only: its largest value is 1/sqrt 2, its least - sqrt 2. *)
(** With c = 1 the left side is at least 3/4, and the right side 3/(4 sqrt 2). *)
From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements orthonormal singular known concrete.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Instance.
Variable R : rcfType.
Definition P : context R 2 2 := table_context R (erefl : is_table 2 2 [:: [:: 0; 1]; [:: 1; 1]]%N).
Definition G : 'M[R]_2 := rows 2 2 [:: [:: 1; -2%:R]; [:: 1; 1]].
Definition z : 'cV[R]_2 := rows 2 1 [:: [:: 0]; [:: 1]].

(** mu_1 is (-2, 1) / sqrt 2, and s_1 = 1/2. *)
Fact system : exists S : singular_system P,
  (forall j : 'I_2, mu S j = (Num.sqrt (rows 1 2 [:: [:: 1; 2%:R]] 0 j))^-1 *: col j G) /\
  forall j : 'I_2, s P j ^+ 2 = rows 1 2 [:: [:: 1; 4%:R^-1]] 0 j.
Proof.
apply: known_system.
- by entry_by_entry; numbers.
- by case=> [[|[|?]] ?] //; rewrite mxE /= ?ltr01 ?ltr0n.
- by entry_by_entry; numbers.
- by case=> [[|[|?]] ?] // [[|[|?]] ?] //; rewrite !mxE /= ?lexx ?invf_le1 ?ltr0n ?ler1n.
by rewrite (column_lt _ (isT : (0 < 2)%N)); apply/colP; case=> [[|[|?]] ?] //; rewrite !mxE.
Qed.

(** Every choice of mu_1 has mean 0 and norm 1, so that its two values differ by 3 / sqrt 2. *)
Fact difference (S : singular_system P) : (mu S 1 ord0 0 - mu S 1 (lift ord0 ord0) 0) ^+ 2 = 9%:R / 2%:R.
Proof.
have := left_mean S (isT : (0 < 1 < 2)%N); have := left_ip S (isT : (1 < 2)%N) (isT : (1 < 2)%N).
rewrite /mean /ip; written; set a := mu S 1 _ _; set b := mu S 1 _ _; rewrite !addr0 => aa ab.
have a2 : a = - (2%:R * b).
  by apply/eqP; rewrite -subr_eq0 -[0](mulr0 3%:R) -ab; apply/eqP; numbers.
have {aa} aa : _ = 1 := aa; rewrite -[RHS]mulr1 -[X in _ = _ * X]aa a2.
by numbers.
Qed.

Fact two_cases (x : 'I_2) : x = ord0 \/ x = lift ord0 ord0.
Proof. by case: x => [[|[|?]] ?] //; [left | right]; apply: val_inj. Qed.

Fact one_apart : distance z ord0 (lift ord0 ord0) = 1.
Proof. by rewrite /distance big_ord1; written; rewrite sub0r sqrrN expr1n sqrtr1. Qed.

Fact kernel_jump : kX P ord0 ord0 - kX P ord0 (lift ord0 ord0) = 3%:R / 4%:R.
Proof.
by written; numbers.
Qed.
End Instance.

Theorem lipschitz_fails (R : rcfType) : ~ statement.statement R.
Proof.
have [S [muE sE]] := system R; move=> /(_ _ _ (P R) S (z R) 1)[].
- by exists ord0, (lift ord0 ord0); rewrite one_apart ltr01.
- have r0 : 0 < Num.sqrt 2%:R :> R by rewrite sqrtr_gt0 ltr0n.
  case=> [|[|i]] // _ x; have /colP/(_ x) := muE (lift ord0 ord0); rewrite /= => ->.
  rewrite mxE [in X in X^-1]mxE /= mulrC ler_pdivr_mulr // mul1r; case: x => [[|[|?]] ?] //; rewrite !mxE /=.
    by rewrite (le_trans _ (ltW r0)) // oppr_le0 ler0n.
  by rewrite -[X in X <= _]sqrtr1 ler_sqrt ?ltr0n // ler1n.
move=> K [[+ _] [L [[_ [S' [i [x [w [i1 xw <-]]]]]] KL]]] => /(_ ord0 ord0 (lift ord0 ord0)).
have {i1} i1 : i = 1%N by case: i i1 {KL} => [|[|i]].
rewrite one_apart ltr01 divr1 kernel_jump => /(_ isT) K_ge; move: KL.
rewrite big_nat1 i1 (sE (lift ord0 ord0)) mxE /= mul1r.
have L2 : `|mu S' 1 x 0 - mu S' 1 w 0| ^+ 2 = 9%:R / 2%:R /\ distance (z R) x w = 1.
  rewrite real_normK ?num_real //; case: (two_cases x) (two_cases w) xw => -> [] -> xw.
  - by move: xw; rewrite /distance big_ord1 subrr expr0n sqrtr0 ltxx.
  - by rewrite difference one_apart.
  - by rewrite -opprB sqrrN difference /distance big_ord1 -opprB sqrrN -one_apart /distance big_ord1.
  by move: xw; rewrite /distance big_ord1 subrr expr0n sqrtr0 ltxx.
case: L2 => + ->; move: `|_ - _| (normr_ge0 (mu S' 1 x 0 - mu S' 1 w 0)) => D D0 D2.
rewrite divr1 => /(le_trans K_ge); rewrite ger0_norm ?divr_ge0 ?ler0n // ler_pmul2r ?invr_gt0 ?ltr0n //.
rewrite -ler_sqr ?nnegrE ?ler0n // D2 -natrX ler_pdivl_mulr ?ltr0n // -natrM ler_nat.
by [].
Qed.
