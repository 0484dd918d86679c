(** * Finite contexts: the definitions every theorem speaks about.          *)
From mathcomp Require Import all_ssreflect all_algebra.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Weighted.
Variables (R : realFieldType) (n : nat) (p : 'rV[R]_n).
Implicit Types f g : 'cV[R]_n.

(** The weighted inner product  <f, g>_p  =  sum_x p(x) f(x) g(x). *)
Definition ip f g : R := \sum_x p 0 x * (f x 0 * g x 0).
Definition sqn f : R := ip f f.
Definition mean f : R := \sum_x p 0 x * f x 0.
Definition center f : 'cV[R]_n := f - const_mx (mean f).
End Weighted.

(** A context on 'I_n x 'I_m: a joint law with positive marginals. *)
Record context (R : realFieldType) (n m : nat) := Context {
  joint :> 'M[R]_(n, m);
  joint_ge0 : forall x a, 0 <= joint x a;
  joint_sum1 : \sum_x \sum_a joint x a = 1;
  joint_rowP : forall x, 0 < \sum_a joint x a;
  joint_colP : forall a, 0 < \sum_x joint x a }.

Section Dual.
Variables (R : realFieldType) (n m : nat) (P : context R n m).
Fact dual_ge0 a x : 0 <= P^T a x. Proof. by rewrite mxE joint_ge0. Qed.
Fact dual_sum1 : \sum_a \sum_x P^T a x = 1.
Proof.
rewrite exchange_big -[RHS](joint_sum1 P); apply: eq_bigr => x _.
by apply: eq_bigr => a _; rewrite mxE.
Qed.
Fact dual_rowP a : 0 < \sum_x P^T a x.
Proof. by rewrite (eq_bigr (P^~ a)) ?joint_colP // => x _; rewrite mxE. Qed.
Fact dual_colP x : 0 < \sum_a P^T a x.
Proof. by rewrite (eq_bigr (P x)) ?joint_rowP // => a _; rewrite mxE. Qed.
(** The same law read from A to X. *)
Definition dual : context R m n := Context dual_ge0 dual_sum1 dual_rowP dual_colP.
End Dual.

Section Operators.
Variables (R : realFieldType) (n m : nat).

Definition law (P : context R n m) : 'rV[R]_n := \row_x \sum_a P x a.
(** (T g)(x) = E[g(A) | X = x]. *)
Definition expect (P : context R n m) : 'M[R]_(n, m) :=
  \matrix_(x, a) (P x a / law P 0 x).
End Operators.

Section Notions.
Variables (R : realFieldType) (n m : nat) (P : context R n m).
Notation pX := (law P). Notation pA := (law (dual P)).
Notation T := (expect P). Notation T' := (expect (dual P)).

(** The kernel  kX(x,y) = sum_a P(x|a) P(y|a) q(a) / (p(x) p(y)). *)
Definition kX : 'M[R]_n :=
  \matrix_(x, y) ((\sum_a P x a / pA 0 a * (P y a / pA 0 a) * pA 0 a) / (pX 0 x * pX 0 y)).
(** The self-adjoint operator T T^* and its centred part. *)
Definition KX : 'M[R]_n := T *m T'.
Definition KX0 : 'M[R]_n := KX - const_mx 1 *m pX.

(** Compatibility rho^2 of f with the context. *)
Definition rho2 (f : 'cV[R]_n) : R :=
  sqn pA (T' *m center pX f) / sqn pX (center pX f).

(** E_X E_{A,A'|X} (g(A) - g(A'))^2. *)
Definition dispersion (g : 'cV[R]_m) : R :=
  \sum_x pX 0 x * \sum_a \sum_a' T x a * T x a' * (g a 0 - g a' 0) ^+ 2.

(** Ratio trace of a d-dimensional feature map (columns of Phi). *)
Definition cmx d (Phi : 'M[R]_(n, d)) : 'M[R]_(n, d) :=
  Phi - const_mx 1 *m (pX *m Phi).
Definition covX d (Phi : 'M[R]_(n, d)) : 'M[R]_d :=
  (cmx Phi)^T *m diag_mx pX *m cmx Phi.
Definition covA d (Phi : 'M[R]_(n, d)) : 'M[R]_d :=
  (T' *m cmx Phi)^T *m diag_mx pA *m (T' *m cmx Phi).
Definition ratio_trace d (Phi : 'M[R]_(n, d)) : R :=
  \tr (invmx (covX Phi) *m covA Phi).
End Notions.
