(* statement: sha256:720bd8c464628b0bcc65a6a9ea7136a807c83d23405b7a0f8405ea51b895e8f1 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements expansion existence encoders losses learning vonneumann.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section TwoSided.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem two_sided (d : nat) : (1 <= d <= minn N M - 1)%N ->
  minimum_is (fun e : 'M_(N, d) * 'M_(M, d) => unit_covariance P e.1 /\ unit_covariance_A P e.2)
    (fun e => objectives.two_sided P e.1 e.2) (2%:R * \sum_(1 <= i < d.+1) (1 - s P i)).
Proof.
move=> /index_min[dN dM]; rewrite sum_one_minus; split.
  have [S _] := system_exists P; pose Z := top_functions d S; pose Y := top_functions d (dual_system S).
  have oX : orthonormal_centred P Z by apply: top_orthonormal.
  have oA : orthonormal_centred (transposed P) Y by apply: top_orthonormal.
  exists (Z, Y); have u := orthonormal_unit_covariance oX; have v := orthonormal_unit_covariance oA.
  split=> //=; rewrite two_sidedE // !cmx_id; [|by case: oA|by case: oX].
  by rewrite von_neumann_attained.
case=> Phi Psi /= [u v]; rewrite two_sidedE // ler_pmul2l ?ltr0n // ler_add2l ler_opp2.
by apply: von_neumann => //; apply/unit_covarianceE.
Qed.
End TwoSided.

Theorem two_sided_stated (R : rcfType) : statement.statement R.
Proof.
by move=> N M P d dNM; eexists; split; first exact: two_sided.
Qed.
