(* statement: sha256:55afbbef8fd40061d5715c4c52ea37e2bb9a81242f834c78d28428a7bf8f4c3d *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements encoders losses learning.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Svme.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem svme_amended (d : nat) (Phi : 'M[R]_(N, d)) : (1 <= d <= N - 1)%N -> covariance P Phi = 1%:M ->
  minimises (fun e : 'M_(N, d) * 'M_(M, d) => unit_covariance P e.1) (fun e => svme P e.1 e.2) (Phi, T_star P *m Phi)
  <-> learns P (centred_encoder P Phi).
Proof.
move=> /andP[d1 /(index_lt d1) dN] u.
have one_side := explained_minimises dN ltr01 (@svme_explained _ _ _ P d) Phi.
split=> [[_ least]|lr].
  have /one_side[] // : minimises (unit_covariance P (d := d)) (fun F => svme P F (T_star P *m F)) Phi.
  by split; [exact: u | move=> F uF; apply: (least (F, T_star P *m F))].
have [_ least] : minimises (unit_covariance P (d := d)) (fun F => svme P F (T_star P *m F)) Phi.
  by apply/one_side; split.
by split; [exact: u | case=> F G uF; apply: le_trans (least F uF) (svme_best P F G)].
Qed.
End Svme.

Theorem svme_amended_stated (R : rcfType) : statement.statement R.
Proof.
by move=> N M P d dN Phi u; apply: svme_amended.
Qed.
