(* statement: sha256:a4bf8e3b1dae43d11bf8bce09ed99bc8fe8ab4b44f7cecce22d4807aca7f28be *)
(** P = [1; 1] / 2, k = 1 and Phi = [2; 0]: all features have the same loss, but the means of k span the constants. *)
From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements concrete geometry operators centred losses shifts.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Theorem kise_fails (R : rcfType) : ~ statement.statement R.
Proof.
pose P := @table_context 2 1 [:: [:: 1%N]; [:: 1%N]] R isT; pose k : 'M[R]_2 := const_mx 1.
have mean_of : integral_operator (p P) k = one *m p P.
  by apply/matrixP => x y; rewrite [LHS]mxE [RHS]mxE big_ord1 [k _ _]mxE [one _ _]mxE.
have ks : symmetric k by rewrite /symmetric trmx_const.
have kp : psd_matrix k.
  have kE : k = one *m one^T by apply/matrixP => x y; rewrite !mxE big_ord1 !mxE mulr1.
  split=> // v; have -> : v^T *m k *m v = (one^T *m v)^T *m (one^T *m v) by rewrite kE trmx_mul trmxK !mulmxA.
  by rewrite mxE big_ord1 [_^T _ _]mxE -expr2 sqr_ge0.
have flat (Chi : 'M[R]_(2, 1)) : unit_covariance P Chi -> kise P k Chi = 1.
  move=> u; rewrite kise_trace // /trace_on big1 ?mulr0 ?subr0 // => j _.
  by rewrite mean_of -mulmxA mean_mx cmx_mean raddf0 mulmx0 ip0r.
pose Phi : 'cV[R]_2 := rows 2 1 [:: [:: 2%:R]; [:: 0]].
have m : mean (p P) Phi = 1 by rewrite /mean; written; numbers.
have u : unit_covariance P Phi.
  have Z : cmx P Phi = rows 2 1 [:: [:: 1]; [:: -1]].
    rewrite -[LHS]/(Phi - one *m (p P *m Phi)) -center_mx /center m; apply/matrixP => x j.
    rewrite [LHS]mxE [X in _ + X]mxE [const_mx _ _ _]mxE !rows_entry !ord1.
    by case: x => [[|[|x]] x2] //=; numbers.
  apply/matrixP => i j; rewrite !ord1 /covariance /covX ip_gram [RHS]mxE eqxx Z col_id /ip.
  by written; numbers.
move=> /(_ _ _ P k 1%N isT Phi (conj ks kp))[|_ /extracts_eigenfunction[l]].
  by split=> //; split=> // Chi v; rewrite !flat.
rewrite mean_of -mulmxA mean_mx m mulmx1 => /matrixP/(_ (lift 0 0) 0); rewrite [LHS]mxE [RHS]mxE rows_entry mulr0.
by move/eqP; rewrite oner_eq0.
Qed.
