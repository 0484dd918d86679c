(* statement: sha256:225af5b320ec0450b697539b1ceb830c0c2ec6e0cf9e884f25f2f0ed48095af3 *)
(** A constant feature is not zero, and its covariance has no inverse. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements singular orthonormal concrete.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Theorem ratio_trace_defined_fails (R : rcfType) : ~ statement.statement R.
Proof.
move=> /(_ _ _ (one_point R) 1%N erefl one)[].
  exists 1%N; split=> //; rewrite (_ : column _ _ = one) ?/norm ?sqn_one ?sqrtr1 ?ltr01 //.
  by rewrite -[1%N.-1]/(nat_of_ord (ord0 : 'I_1)) columnE; apply/colP => x; rewrite !mxE.
by move=> _ [+ _]; apply; exists 1; rewrite mulmx1.
Qed.
