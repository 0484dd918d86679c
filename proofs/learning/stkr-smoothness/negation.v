(* statement: sha256:dcde2229ab7a1f78b4ab28d9b63f3c31b7cbb9b451159275585de686d1281fcb *)
(** Two points, h = [1, -1] and the kernel 0: in it no multiple of h has a norm, in h h^T all are equally smooth. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements concrete geometry operators.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Opposite.
Variable R : rcfType.
Notation P := (two_points R).
Notation h := (rows 2 1 [:: [:: 1]; [:: -1]] : 'cV[R]_2).

Fact h_neq0 (u : R) : u != 0 -> u *: h != 0.
Proof.
move=> u0; apply: contra u0 => /eqP/colP/(_ ord0); rewrite mxE rows_entry /= mulr1 => ->.
by rewrite mxE.
Qed.

(** h h^T h = 2 h *)
Fact square_h : h^T *m h = 2%:R%:M.
Proof. by apply/matrixP => i j; rewrite !ord1; written; rewrite !mxE /=; ring. Qed.

(** In h h^T every multiple of h has the smoothness 1. *)
Fact equally_smooth (u : R) : u != 0 -> smoothness_is (p P) (h *m h^T) (u *: h) 1.
Proof.
have image : h *m h^T *m h = 2%:R *: h by rewrite -mulmxA square_h mul_mx_scalar.
have norm_h : sqn (p P) h = 1 by rewrite /sqn /ip; written; numbers.
have form : (h^T *m (h *m h^T) *m h) 0 0 = 4%:R by rewrite -mulmxA image -scalemxAr square_h !mxE eqxx -natrM.
move=> u0; left; exists (u / 2%:R *: h); rewrite -scalemxAr image scalerA divfK ?pnatr_eq0 //; split=> //.
rewrite sqnZ norm_h [(_ *: h)^T]linearZ /= -!scalemxAl -scalemxAr 2!mxE form.
by numbers; rewrite u0.
Qed.

(** In the kernel 0 it has none. *)
Fact not_smooth (u : R) : u != 0 -> smoothness_is (p P) 0 (u *: h) 0.
Proof. by move=> /h_neq0/eqP u0; right; split=> // -[w]; rewrite mul0mx. Qed.

Fact zero_psd : psd_matrix (0 : 'M[R]_2).
Proof. by split=> [|v]; [exact: trmx0 | rewrite mulmx0 mul0mx mxE]. Qed.
Fact square_psd : psd_matrix (h *m h^T).
Proof.
split=> [|v]; first by rewrite /symmetric trmx_mul trmxK.
have -> : v^T *m (h *m h^T) *m v = (h^T *m v)^T *m (h^T *m v) by rewrite trmx_mul trmxK !mulmxA.
by rewrite mxE big_ord1 mxE -expr2 sqr_ge0.
Qed.
End Opposite.

Theorem stkr_smoothness_fails (R : rcfType) : ~ statement.statement R.
Proof.
move=> claim; pose P := two_points R; pose h : 'cV[R]_2 := rows 2 1 [:: [:: 1]; [:: -1]].
have centred : (2 = 2)%N /\ mean (p P) h = 0 /\ 0 < norm (p P) h.
  split=> //; split; first by rewrite /mean; written; numbers.
  by rewrite sqrtr_gt0 sqn_gt0; [rewrite -[h]scale1r h_neq0 ?oner_neq0 | apply: law_gt0].
have := claim 2%N 1%N P h 1 0 centred; cbv zeta; rewrite !scale1r !scale0r mul0mx => conclude.
have : (h *m h^T) ord0 ord0 = 0; last by written; rewrite !mxE /= addr0 mulr1 => /eqP; rewrite oner_eq0.
apply: conclude => // [|u _ v _ [u0 v0]]; first by rewrite ltr01 lexx.
split; split; try exact: zero_psd; try exact: square_psd; split; try exact: h_neq0.
  exists 0; split; [exact: not_smooth | split; first exact: h_neq0].
  by exists 0; split; first exact: not_smooth.
exists 1; split; [exact: equally_smooth | split; first exact: h_neq0].
by exists 1; split; first exact: equally_smooth.
Qed.
