(* statement: sha256:042c34e4a0b37e4f23b9874c1d7b7f0ca66a2f85fd0b617ec0a379e3fc9de123 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import vocabulary geometry operators errors kernelbasis.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** ||f||^2 / ||f||_t^2 is s, where ||t c||_t^2 = c^T t c; and s is 0 where f is not in the space of t. *)
Definition smoothness_is (R : rcfType) N (w : 'rV[R]_N) (t : 'M[R]_N) (f : 'cV[R]_N) (s : R) :=
  (exists c, f = t *m c /\ s = sqn w f / (c^T *m t *m c) 0 0) \/ (~ (exists c, f = t *m c) /\ s = 0).

Fact inverse_product (R : fieldType) n (A B : 'M[R]_n) : A \in unitmx -> B \in unitmx ->
  invmx (A *m B) = invmx B *m invmx A.
Proof.
move=> Au Bu; have h : A *m B *m (invmx B *m invmx A) = 1%:M by rewrite mulmxA mulmxK // mulmxV.
by rewrite -[LHS]mulmx1 -h mulKmx // unitmx_mul Au Bu.
Qed.

(** ** Kernels that are invertible: every function is in their space, and ||f||_t^2 = f^T t^-1 f. *)
Section Invertible.
Variables (R : rcfType) (N : nat) (t : 'M[R]_N).
Hypotheses (t0 : psd_matrix t) (tu : t \in unitmx).

Fact norm_coefficients (f c : 'cV[R]_N) : f = t *m c -> (c^T *m t *m c) 0 0 = (f^T *m invmx t *m f) 0 0.
Proof.
by move=> ->; rewrite trmx_mul t0.1 -(mulmxA c^T t (invmx t)) mulmxV // mulmx1 mulmxA.
Qed.

Fact smoothness_invertible (w : 'rV[R]_N) (f : 'cV[R]_N) s :
  smoothness_is w t f s -> s = sqn w f / (f^T *m invmx t *m f) 0 0.
Proof.
case=> [[c [fc ->]]|[no _]]; first by rewrite (norm_coefficients fc).
by case: no; exists (invmx t *m f); rewrite mulmxA mulmxV // mul1mx.
Qed.

Fact inverse_form_gt0 (f : 'cV[R]_N) : f != 0 -> 0 < (f^T *m invmx t *m f) 0 0.
Proof.
move=> f0; have fE : f = t *m (invmx t *m f) by rewrite mulmxA mulmxV // mul1mx.
rewrite -(norm_coefficients fE) lt_def t0.2 andbT; apply: contra f0 => /eqP z; apply/eqP.
have zero (u : 'cV[R]_N) : (u^T *m f) 0 0 = 0.
  have := psd_cauchy u (invmx t *m f) t0; rewrite z mulr0 -mulmxA -fE => h.
  by apply/eqP; rewrite -sqrf_eq0 eq_le h sqr_ge0.
by apply/colP => x; have := zero (delta_mx x 0); rewrite trmx_delta -rowE !mxE.
Qed.
End Invertible.

Section Converse.
Variables (R : rcfType) (N M : nat) (P : context R N M) (F : 'M[R]_N) (c0 c1 c2 : R).
Notation D := (diag_mx (p P)).
Let k := F *m F^T.
Notation L := (integral_operator (p P) k).
Let inverse_of_s : 'M[R]_N := c1 *: invmx L + c2 *: (invmx L *m invmx L) - c0 *: 1%:M.
Let ks : 'M[R]_N := invmx inverse_of_s *m invmx D.

(** In the order of the file, with names for the values: s1, r1 and u1 are the smoothness of f1 in k, in T_k k and in ks, *)
(** s2, r2 and u2 that of f2. *)
Theorem stkr_smoothness_converse_amended (f1 f2 : 'cV[R]_N) (s1 s2 r1 r2 u1 u2 : R) :
  F \in unitmx -> 0 <= c1 -> 0 <= c2 -> 0 < norm (p P) f1 -> 0 < norm (p P) f2 ->
  inverse_of_s \in unitmx -> psd_matrix ks ->
  smoothness_is (p P) k f1 s1 -> smoothness_is (p P) k f2 s2 -> s2 <= s1 ->
  smoothness_is (p P) (L *m k) f1 r1 -> smoothness_is (p P) (L *m k) f2 r2 -> r2 <= r1 ->
  smoothness_is (p P) ks f1 u1 -> smoothness_is (p P) ks f2 u2 -> u2 <= u1.
Proof.
move=> Fu c10 c20 n1 n2 su ks0 s1P s2P s21 r1P r2P r21 u1P u2P; have p0 := law_gt0 P.
have k0 : psd_matrix k := factor_psd F.
have ku : k \in unitmx by rewrite unitmx_mul unitmx_tr Fu.
clearbody k.
have Du : D \in unitmx.
  by rewrite unitmxE det_diag unitfE; apply/prodf_neq0 => x _; rewrite gt_eqF.
have LE : L = k *m D := integral_operatorE _ _.
have Lu : L \in unitmx by rewrite LE unitmx_mul ku Du.
have Lk0 : psd_matrix (L *m k).
  split=> [|v]; first by rewrite /symmetric LE !trmx_mul tr_diag_mx k0.1 mulmxA.
  have -> : v^T *m (L *m k) *m v = (k *m v)^T *m D *m (k *m v) by rewrite LE trmx_mul k0.1 !mulmxA.
  by rewrite -ipE -/(sqn _ _) sqn_ge0.
have Lku : L *m k \in unitmx by rewrite unitmx_mul Lu ku.
have ksu : ks \in unitmx by rewrite unitmx_mul !unitmx_inv su Du.
have iL : invmx L = invmx D *m invmx k by rewrite LE inverse_product.
have ksi : invmx ks = c1 *: invmx k + c2 *: invmx (L *m k) - c0 *: D.
  rewrite /ks inverse_product ?unitmx_inv // !invmxK /inverse_of_s mulmxBr mulmxDr -!scalemxAr mulmx1.
  have DL : D *m invmx L = invmx k by rewrite iL mulmxA mulmxV // mul1mx.
  by rewrite mulmxA DL inverse_product.
have g1 : 0 < sqn (p P) f1 by rewrite -norm_sq // exprn_gt0.
have g2 : 0 < sqn (p P) f2 by rewrite -norm_sq // exprn_gt0.
have f10 : f1 != 0 by have := n1; rewrite norm_gt0.
have f20 : f2 != 0 by have := n2; rewrite norm_gt0.
pose q (t : 'M[R]_N) (f : 'cV[R]_N) := (f^T *m invmx t *m f) 0 0 / sqn (p P) f.
have qs t f s : psd_matrix t -> t \in unitmx -> smoothness_is (p P) t f s -> s = (q t f)^-1.
  by move=> tp tu /(smoothness_invertible tp tu) ->; rewrite /q invfM invrK mulrC.
have q0 t f : psd_matrix t -> t \in unitmx -> f != 0 -> 0 < q t f.
  by move=> tp tu fn; rewrite divr_gt0 ?inverse_form_gt0 ?sqn_gt0.
have order t a b : psd_matrix t -> t \in unitmx -> smoothness_is (p P) t f1 a -> smoothness_is (p P) t f2 b ->
  (b <= a) = (q t f1 <= q t f2).
  by move=> tp tu /(qs _ _ _ tp tu) -> /(qs _ _ _ tp tu) ->; rewrite ler_pinv // inE unitfE gt_eqF ?q0.
rewrite (order _ _ _ ks0 ksu u1P u2P).
have qE f : 0 < sqn (p P) f -> q ks f = c1 * q k f + c2 * q (L *m k) f - c0.
  move=> fn; have fn0 : sqn (p P) f != 0 by rewrite gt_eqF.
  have dE : (f^T *m D *m f) 0 0 = sqn (p P) f by rewrite -ipE.
  rewrite /q ksi mulmxBr mulmxDr mulmxBl mulmxDl -!scalemxAr -!scalemxAl.
  move: (f^T *m D *m f) dE (f^T *m invmx k *m f) (f^T *m invmx (L *m k) *m f) => m1 dE m2 m3.
  by rewrite !mxE dE mulrBl mulrDl mulfK // !mulrA.
rewrite !qE //; apply: ler_add => //; apply: ler_add; apply: ler_wpmul2l => //.
  by rewrite -(order _ _ _ k0 ku s1P s2P).
by rewrite -(order _ _ _ Lk0 Lku r1P r2P).
Qed.
End Converse.
Print Assumptions stkr_smoothness_converse_amended.
