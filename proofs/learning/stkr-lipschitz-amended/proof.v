(* statement: sha256:4781d791afc38f13b0349f1ff58363db529e41d96921e5da61fecabedc81c65a *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements geometry operators spectral kernelbasis smoothness.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section StkrLipschitz.
Variables (R : rcfType) (N M : nat) (P : context R N M) (F : 'M[R]_N) (j : nat).
Notation K := (kernel_power (p P) (F *m F^T) j).

Fact power_unit : \det F != 0 -> K \in unitmx.
Proof.
rewrite -unitfE -unitmxE => Fu; have ku : F *m F^T \in unitmx by rewrite unitmx_mul unitmx_tr Fu.
have Lu : integral_operator (p P) (F *m F^T) \in unitmx.
  rewrite integral_operatorE unitmx_mul ku unitmxE det_diag unitfE; apply/prodf_neq0 => x _.
  by rewrite gt_eqF ?law_gt0.
rewrite /kernel_power unitmx_mul ku andbT; elim: j.-1 => [|i IH]; first exact: unitmx1.
by rewrite powerS unitmx_mul Lu.
Qed.

(** ||f||^2 in the space of k^j is f^T (k^j)^-1 f. It is the largest of (sum f m)^2 / m^T k^j m over signed measures m: *)
(** at least that for each, with equality at m = (k^j)^-1 f. *)
(** No divisor: for m and f that are not zero it is positive, k^j being positive definite. *)
Theorem stkr_lipschitz_amended (f : 'cV[R]_N) : \det F != 0 ->
  let norm2 := (f^T *m invmx K *m f) 0 0 in
  (forall m : 'cV[R]_N, (\sum_x f x 0 * m x 0) ^+ 2 <= norm2 * (m^T *m K *m m) 0 0) /\
  (let m := invmx K *m f in (\sum_x f x 0 * m x 0) ^+ 2 = norm2 * (m^T *m K *m m) 0 0).
Proof.
move=> F0 norm2; have Ku := power_unit F0; have k0 := factor_psd F; have [E _] := eigenbasis_exists (law_gt0 P) (kernel_selfadj (p P) k0).
have K0 : psd_matrix K := kernel_power_psd k0 E j.
have dotE (m : 'cV[R]_N) : \sum_x f x 0 * m x 0 = ((invmx K *m f)^T *m K *m m) 0 0.
  rewrite trmx_mul trmx_inv K0.1 -(mulmxA f^T) mulVmx // mulmx1 mxE.
  by apply: eq_bigr => x _; rewrite mxE.
have nE : norm2 = ((invmx K *m f)^T *m K *m (invmx K *m f)) 0 0.
  by rewrite /norm2 trmx_mul trmx_inv K0.1 -(mulmxA f^T (invmx K) K) mulVmx // mulmx1 mulmxA.
split=> [m|m]; first by rewrite dotE nE; apply: psd_cauchy.
by rewrite dotE -nE expr2.
Qed.
End StkrLipschitz.

(** ** The statement as generated *)
Theorem stkr_lipschitz_amended_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P F e /andP[e1 _] f m k K F0 mx fx c; have k0 := factor_psd F.
have Ku : K \in unitmx by have := power_unit P e F0; rewrite /kernel_power -subn1.
have [E _] := eigenbasis_exists (law_gt0 P) (kernel_selfadj (p P) k0).
have K0 : psd_matrix K by have := kernel_power_psd k0 E e; rewrite /kernel_power -subn1.
have [bound sharp] := stkr_lipschitz_amended P e f F0; move: bound sharp.
rewrite /kernel_power -subn1 -/k -/K -/c; have cK : K *m c = f by rewrite /c mulmxA mulmxV // mul1mx.
have nE : (f^T *m invmx K *m f) 0 0 = (c^T *m K *m c) 0 0.
  by rewrite -(mulmxA c^T) cK /c trmx_mul trmx_inv K0.1.
have dot (u : 'cV[R]_N) : \sum_x f x 0 * u x 0 = (f^T *m u) 0 0 by rewrite mxE; apply: eq_bigr => x _; rewrite mxE.
have [_ pos] := psd_unit_definite K0 Ku.
have nz (u : 'cV[R]_N) : (exists x, u x 0 != 0) -> u != 0 by case=> x; apply: contra => /eqP ->; rewrite mxE.
have m0 := pos m (nz m mx); have c0 : 0 < (c^T *m K *m c) 0 0.
  by apply: pos; apply: contra (nz f fx) => /eqP z; rewrite -cK z mulmx0.
rewrite dot nE => bound sharp; pose r := Num.sqrt ((c^T *m K *m c) 0 0).
have rP : kernel_norm_is K f r by exists c; split; rewrite // ltW.
have rr : r ^+ 2 = (c^T *m K *m c) 0 0 by rewrite sqr_sqrtr // ltW.
split; first by rewrite gt_eqF.
split; first exact: K0.1.
exists r; split=> //; exists r; split=> //; split=> //; split; first by rewrite gt_eqF.
rewrite rr; split; first by rewrite ler_pdivr_mulr // -dot.
by rewrite sharp mulfK // gt_eqF.
Qed.
