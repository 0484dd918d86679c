(** * The vocabulary of losses that people train, as expectations.           *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Export objectives.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** ** Components. *)
Section Components.
Variables (R : rcfType) (N M : nat) (P : context R N M).
(** x and a are neighbours where P(x, a) is not zero. *)
Definition neighbours (u v : 'I_N + 'I_M) : bool :=
  match u, v with inl x, inr a => P x a != 0 | inr a, inl x => P x a != 0 | _, _ => false end.
(** The number of connected components of the points of X and A. *)
Definition components : nat := n_comp neighbours predT.
End Components.

Section Losses.
Variables (R : rcfType) (N M : nat) (P : context R N M) (d : nat).
Implicit Type Psi : 'M[R]_(M, d).
Notation C Psi := (covariance (transposed P) Psi).
Notation centred_A Psi := (centred_encoder (transposed P) Psi).

(** E [- 2 Psi(A) . Psi(A+) + (Psi(A) . Psi(A-))^2]; A- is independent of A. *)
Definition spectral_contrastive Psi : R :=
  - (2%:R * two_views P (fun a b => dot (row a Psi) (row b Psi)))
  + \sum_a \sum_b q P 0 a * q P 0 b * dot (row a Psi) (row b Psi) ^+ 2.

(** Cov(psi_i(A), psi_j(A+)) / (sd psi_i(A) sd psi_j(A)) *)
Definition correlation Psi (i j : 'I_d) : R :=
  two_views P (fun a b => centred_A Psi a i * centred_A Psi b j) / (Num.sqrt (C Psi i i) * Num.sqrt (C Psi j j)).
(** sum_i (1 - C_ii)^2 + lambda sum_(i != j) C_ij^2 of the correlations C *)
Definition barlow_twins Psi (lambda : R) : R :=
  \sum_i (1 - correlation Psi i i) ^+ 2 + lambda * \sum_i \sum_(j | j != i) correlation Psi i j ^+ 2.

(** wi E |Psi(A) - Psi(A+)|^2 + wv (2/d) sum_j max(0, 1 - sqrt(Var psi_j + eps)) + wc (2/d) sum_(i != j) Cov_ij^2 *)
Definition vicreg Psi (wi wv wc eps : R) : R :=
  wi * two_views P (fun a b => distance2 (row a Psi) (row b Psi))
  + wv * (2%:R / d%:R) * \sum_j Num.max 0 (1 - Num.sqrt (C Psi j j + eps))
  + wc * (2%:R / d%:R) * \sum_i \sum_(j | j != i) C Psi i j ^+ 2.

(** ** A loss with exponentials. *)
(** An exponential function of R, and its inverse. In the reals these two laws hold for e^x alone: the first makes it
    a power, the second says that its slope at 0 is 1. No more is used of it. *)
Record exponential := Exponential {
  exp : R -> R;
  ln : R -> R;
  exp_add : forall x y, exp (x + y) = exp x * exp y;
  exp_above : forall x, 1 + x <= exp x;
  ln_inverse : forall x, 0 < x -> exp (ln x) = x }.

(** - E Psi(A) . Psi(A+) / t + E_A ln E_(A-) exp(Psi(A) . Psi(A-) / t) *)
Definition info_nce (e : exponential) Psi (t : R) : R :=
  - two_views P (fun a b => dot (row a Psi) (row b Psi)) / t
  + \sum_a q P 0 a * ln e (\sum_b q P 0 b * exp e (dot (row a Psi) (row b Psi) / t)).
End Losses.
