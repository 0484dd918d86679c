(** * Positive semidefinite matrices that are invertible; the smoothness of a function in a kernel is one number. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements kernelbasis.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Lemma psd_unit_definite (R : rcfType) n (K : 'M[R]_n) : psd_matrix K -> K \in unitmx -> positive_definite K.
Proof.
move=> K0 Ku; split=> [|u u0]; first exact: K0.1.
rewrite lt_def K0.2 andbT; apply: contra u0 => /eqP z.
have Ku0 : K *m u = 0.
  apply/colP => x; have := psd_cauchy (delta_mx x 0) u K0; rewrite z mulr0 -mulmxA trmx_delta -rowE !mxE => h.
  by apply/eqP; rewrite -sqrf_eq0 eq_le h sqr_ge0.
by apply/eqP; rewrite -[u]mul1mx -(mulVmx Ku) -mulmxA Ku0 mulmx0.
Qed.

Lemma smoothness_unique (R : rcfType) N (w : 'rV[R]_N) (t : 'M[R]_N) f a b : symmetric t ->
  smoothness_is w t f a -> smoothness_is w t f b -> a = b.
Proof.
move=> ts [[c [fc ->]]|[no ->]] [[c' [fc' ->]]|[no' ->]] //; last 2 first.
- by case: no'; exists c.
- by case: no; exists c'.
congr (_ / _); rewrite -mulmxA -fc; have <- : c'^T *m f = c'^T *m t *m c' by rewrite -mulmxA -fc'.
by rewrite {1}fc' fc -[c^T *m _]trmxK [LHS]mxE !trmx_mul trmxK ts mulmxA.
Qed.

(** Where t is invertible, f^T t^-1 f is the square of the norm. *)
Lemma smoothness_unit (R : rcfType) N (w : 'rV[R]_N) (t : 'M[R]_N) f : symmetric t -> t \in unitmx ->
  smoothness_is w t f (sqn w f / (f^T *m invmx t *m f) 0 0).
Proof.
move=> ts tu; left; exists (invmx t *m f); split; first by rewrite mulmxA mulmxV // mul1mx.
by rewrite trmx_mul trmx_inv ts -(mulmxA f^T (invmx t) t) mulVmx // mulmx1 mulmxA.
Qed.
