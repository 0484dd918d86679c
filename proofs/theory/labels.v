(** * The vocabulary of labels: supervised risks, denoising, discriminants.   *)
(** A label is a vector: row a of v is that of a. Of features Phi and weights W the prediction is Phi W. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Export objectives.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** ** Risks. *)
Section Risk.
Variables (R : rcfType) (n d : nat) (Weights : Type) (loss : 'M[R]_(n, d) -> Weights -> R).
(** The risk of Phi, its least loss over the weights, is r. *)
Definition risk_is (Phi : 'M[R]_(n, d)) (r : R) := minimum_is any (loss Phi) r.
(** Phi has a risk, and no encoder with as many features has a smaller one. *)
Definition minimises_risk (Phi : 'M[R]_(n, d)) :=
  exists r, risk_is Phi r /\ forall (Phi' : 'M[R]_(n, d)) r', risk_is Phi' r' -> r <= r'.
End Risk.

Section Supervised.
Variables (R : rcfType) (N M : nat) (P : context R N M).

(** Row a is e_a. *)
Definition one_hot : 'M[R]_M := 1%:M.

Section Losses.
Variables (k d : nat) (v : 'M[R]_(M, k)).
(** E |F(X) - v(A)|^2 *)
Definition square_loss (F : 'M[R]_(N, k)) : R := \sum_x \sum_a P x a * distance2 (row x F) (row a v).
(** E |W Phi(X) - v(A)|^2 *)
Definition supervised_loss (Phi : 'M[R]_(N, d)) (W : 'M[R]_(d, k)) : R := square_loss (Phi *m W).
(** E |W Phi(X) + b - v(A)|^2 *)
Definition supervised_biased_loss (Phi : 'M[R]_(N, d)) (Wb : 'M[R]_(d, k) * 'rV[R]_k) : R :=
  square_loss (Phi *m Wb.1 + one *m Wb.2).
Definition minimises_supervised := minimises_risk supervised_loss.
Definition minimises_supervised_biased := minimises_risk supervised_biased_loss.
End Losses.

(** E [|W Phi(X) + b - e_A|^2 / sqrt(q(A))] *)
Definition balanced_loss d (Phi : 'M[R]_(N, d)) (Wb : 'M[R]_(d, M) * 'rV[R]_M) : R :=
  \sum_x \sum_a P x a * (distance2 (row x (Phi *m Wb.1 + one *m Wb.2)) (row a one_hot) / Num.sqrt (q P 0 a)).
Definition minimises_balanced d (Phi : 'M[R]_(N, d)) := minimises_risk (@balanced_loss d) Phi.

(** Every x has one label. *)
Definition deterministic := forall x, exists a, T P x a = 1.
(** All labels are equally likely. *)
Definition equal_classes := forall a b, q P 0 a = q P 0 b.

(** ** Discriminants: u is a vector for each x, and a is its class. *)
Section Scatter.
Variables (k : nat) (u : 'M[R]_(N, k)).
(** Row a is E[u(X) | a]. *)
Definition class_means : 'M[R]_(M, k) := T_star P *m u.
(** S_B, over an independent pair of classes, and S_W. *)
Definition between_scatter : 'M[R]_k := \sum_a \sum_b (q P 0 a * q P 0 b) *:
  (class_means^T *m (indicator a - indicator b) *m (indicator a - indicator b)^T *m class_means).
Definition within_scatter : 'M[R]_k := \sum_x \sum_a P x a *:
  ((u^T *m indicator x - class_means^T *m indicator a) *m (u^T *m indicator x - class_means^T *m indicator a)^T).
End Scatter.
End Supervised.
Arguments one_hot {R M}.

(** ** Pencils. *)
(** The i-th largest theta with B v = theta C v for some v != 0, for symmetric B and positive definite C. *)
Definition generalised_eigenvalue (R : rcfType) d (B C : 'M[R]_d) (i : nat) : R := eigenvalue (invmx C *m B) i.
