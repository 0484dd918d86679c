(* statement: sha256:0607d9b64affe40547422dd8c967cd13d9dcfc6b4c2f7b8d075cdc71744d5699 *)
(** The path 0 - 2 - 1: [2; -1; 0] is a minimum that T takes to 0, and T takes [1; 1; -1] to its negative. *)
From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements concrete geometry operators ratio centred expansion encoders.
From Contexture Require Import losses learning independent.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition path (R : rcfType) : context R 3 3 :=
  @table_context 3 3 [:: [:: 0; 0; 1]; [:: 0; 0; 2]; [:: 1; 2; 0]]%N R isT.
Definition G (R : rcfType) : 'cV[R]_3 := rows 3 1 [:: [:: 2%:R]; [:: -1]; [:: 0]].
Notation x0 := (ord0 : 'I_3). Notation x1 := (lift ord0 ord0 : 'I_3).
Notation x2 := (lift ord0 (lift ord0 ord0) : 'I_3).

Section Path.
Variable R : rcfType.
Notation P := (path R). Notation G := (G R).

Fact symmetric_path u v : P u v = P v u.
Proof. by case: u v => [[|[|[|u]]] hu] // [[|[|[|v]]] hv] //; written. Qed.

(** The loss is the variance, and a square. *)
Fact loss (F : 'cV[R]_3) :
  graph_loss P F = covariance P F 0 0 + ((F x0 0 - F x2 0) / 6%:R + (F x1 0 - F x2 0) / 3%:R) ^+ 2.
Proof.
rewrite /covariance /covX ip_gram col_id -[cmx P F]/(F - one *m (p P *m F)) -center_mx.
rewrite /ip /center /graph_loss /distance2 /mean; written; rewrite !mxE.
by move: (F x0 0) (F x1 0) (F x2 0) => a b c; numbers.
Qed.

Fact G_loss : graph_loss P G = 1.
Proof. by rewrite /graph_loss /distance2; written; rewrite !mxE /=; numbers. Qed.
Fact G_unit : unit_covariance P G.
Proof.
apply/matrixP => i j; rewrite !ord1 [RHS]mxE eqxx -[RHS]G_loss loss !rows_entry /=.
by move: (covariance P G 0 0) => c; numbers.
Qed.
Fact G_unseen : T_star P *m cmx P G = 0.
Proof.
have m : mean (p P) G = 0 by rewrite /mean; written; numbers.
rewrite cmx_id => [|j]; last by rewrite ord1 col_id.
by apply/matrixP => a j; rewrite ord1 [RHS]mxE; case: a => [[|[|[|a]]] ha] //; written; numbers.
Qed.
End Path.

Theorem graph_fails (R : rcfType) : ~ statement.statement R.
Proof.
move=> /(_ _ _ (@symmetric_path R) 1%N isT (G R))claim; set P := path R in claim.
have lr : learns P (cmx P (G R)).
  apply: claim; split; first by apply/matrixP => u v; rewrite mxE symmetric_path.
  by split=> [|F u]; [exact: G_unit | rewrite G_loss loss (u : covariance P F = 1%:M) mxE ler_addl sqr_ge0].
have /unit_covarianceE/(learns_explained (isT : 1 < 3)%N) [/(_ lr) + _] := G_unit R.
rewrite /explained big_ord1 col_id G_unseen /sqn ip0l big_nat1 => /esym/eqP; rewrite sqrf_eq0 gt_eqF //.
apply: (@seen_s _ _ _ P (rows 3 1 [:: [:: 1]; [:: 1]; [:: -1]]) x2); first by rewrite /mean; written; numbers.
by written; rewrite [X in X != 0](_ : _ = 1) ?oner_eq0 //; numbers.
Qed.
