(** * The vocabulary of objectives: what an encoder is trained to minimise.  *)
(** Expectations are written as sums over the table, as they are defined.    *)
(** Nothing here is known to be attained or to be easy to compute.           *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Export vocabulary.
From Contexture Require Import selfadjoint.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** ** Least values. *)
Section Least.
Variables (R : rcfType) (E : Type) (feasible : E -> Prop) (objective : E -> R).
(** The least value over the feasible is m. *)
Definition minimum_is (m : R) :=
  (exists t, feasible t /\ objective t = m) /\ forall t, feasible t -> m <= objective t.
(** The greatest is m. *)
Definition maximum_is (m : R) :=
  (exists t, feasible t /\ objective t = m) /\ forall t, feasible t -> objective t <= m.
(** t is feasible, and nothing feasible has a smaller value. *)
Definition minimises (t : E) := feasible t /\ forall u, feasible u -> objective t <= objective u.
(** t is feasible, and nothing feasible has a greater value. *)
Definition maximises (t : E) := feasible t /\ forall u, feasible u -> objective u <= objective t.
End Least.
(** Every encoder. *)
Definition any {E : Type} (t : E) : Prop := True.

(** ** Top eigenspaces of a self-adjoint operator. *)
Section Extracts.
Variables (R : rcfType) (n : nat) (w : 'rV[R]_n).
Definition independent_columns d (Phi : 'M[R]_(n, d)) := forall v : 'cV[R]_d, Phi *m v = 0 -> v = 0.
(** The first d functions of an eigenbasis; its eigenvalues decrease. *)
Definition top_eigenfunctions (Op : 'M[R]_n) (E : eigenbasis w Op) d : 'M[R]_(n, d) :=
  \matrix_(x, j) column (ef E) j x 0.
(** The columns of Phi are independent and span the same space as d orthonormal eigenfunctions of the d largest
    eigenvalues. The constant function is counted like any other. *)
Definition extracts (Op : 'M[R]_n) d (Phi : 'M[R]_(n, d)) :=
  independent_columns Phi /\ exists E : eigenbasis w Op, same_span Phi (top_eigenfunctions E d).
End Extracts.

Section Labels.
Variable R : rcfType.
(** u . v and |u - v|^2 for vectors of R^d. *)
Definition dot d (u v : 'rV[R]_d) : R := \sum_j u 0 j * v 0 j.
Definition distance2 d (u v : 'rV[R]_d) : R := \sum_j (u 0 j - v 0 j) ^+ 2.
End Labels.

Section Objectives.
Variables (R : rcfType) (N M : nat) (P : context R N M).

(** E F(A, A+), where A and A+ are drawn independently from P(.|x) for one x. *)
Definition two_views (F : 'I_M -> 'I_M -> R) : R :=
  \sum_x p P 0 x * \sum_a \sum_b T P x a * T P x b * F a b.

Section Encoders.
Variable d : nat.
Implicit Types (Phi : 'M[R]_(N, d)) (Psi : 'M[R]_(M, d)).
Notation centred_A Psi := (centred_encoder (transposed P) Psi).

(** E |Psi(A) - Psi(A+)|^2, for Cov_q[Psi] = I. *)
Definition noncontrastive Psi : R := two_views (fun a b => distance2 (row a Psi) (row b Psi)).
Definition unit_covariance Phi := covariance P Phi = 1%:M.
Definition unit_covariance_A Psi := covariance (transposed P) Psi = 1%:M.

(** E [- Psi~(A) . Psi~(A+) + 1/2 (Psi~(A) . Psi~(A-))^2]; A- is independent of A. *)
Definition contrastive Psi : R :=
  - two_views (fun a b => dot (row a (centred_A Psi)) (row b (centred_A Psi)))
  + (\sum_a \sum_b q P 0 a * q P 0 b * dot (row a (centred_A Psi)) (row b (centred_A Psi)) ^+ 2) / 2%:R.

(** E |Phi(X) - Psi(A)|^2, for Cov_p[Phi] = I and every Psi. *)
Definition svme Phi Psi : R := \sum_x \sum_a P x a * distance2 (row x Phi) (row a Psi).

(** E |Phi~(X) - Psi~(A)|^2, for Cov_p[Phi] = Cov_q[Psi] = I. *)
Definition two_sided Phi Psi : R := svme (centred_encoder P Phi) (centred_A Psi).

(** - 2 E_P [Phi(X) . Psi(A)] + E_(p x q) [(Phi(X) . Psi(A))^2]. *)
Definition low_rank Phi Psi : R :=
  - (2%:R * \sum_x \sum_a P x a * dot (row x Phi) (row a Psi))
  + \sum_x \sum_a p P 0 x * q P 0 a * dot (row x Phi) (row a Psi) ^+ 2.

(** sum_i c_i <phi_i, T T* phi_i>, for orthonormal phi_i of mean zero. *)
Definition nested (c : 'cV[R]_d) Phi : R :=
  \sum_j c j 0 * ip (p P) (col j Phi) (T P *m (T_star P *m col j Phi)).
End Encoders.
End Objectives.

(** E |Phi~|^2 - E <Phi~(X), (T_k Phi~)(X)>, for Cov_p[Phi] = I. *)
Section KernelIntegral.
Variables (R : rcfType) (N M : nat) (P : context R N M) (k : 'M[R]_N) (d : nat) (Phi : 'M[R]_(N, d)).
Let Z := centred_encoder P Phi.
Definition kise : R :=
  \sum_x p P 0 x * dot (row x Z) (row x Z)
  - \sum_x p P 0 x * dot (row x Z) (row x (integral_operator (p P) k *m Z)).
End KernelIntegral.

(** 1/2 E |Phi(U) - Phi(V)|^2 over the edges (U, V) of a graph, for Cov_p[Phi] = I. *)
Section Graph.
Variables (R : rcfType) (N : nat) (P : context R N N) (d : nat) (Phi : 'M[R]_(N, d)).
Definition graph_loss : R := (\sum_u \sum_v P u v * distance2 (row u Phi) (row v Phi)) / 2%:R.
End Graph.
