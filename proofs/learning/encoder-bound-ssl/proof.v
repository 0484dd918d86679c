(* statement: sha256:f457d55b580a88e35dbddfae0dbdcdd9f3d17fac51bb12faeece968a45b96d78 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements geometry operators spectral eigenvalues orthonormal span pencil errors.
From Contexture Require Import kernelbasis swap sampling kernelgap.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** What is left of f is orthogonal to the features in the space of k: (k B)^T k^-1 v = B^T v. *)
Fact residual_orthogonal (R : rcfType) N d (k : 'M[R]_N) (B : 'M[R]_(N, d)) (f : 'cV[R]_N) : B^T *m k *m B \in unitmx ->
  B^T *m (f - k *m (B *m (invmx (B^T *m k *m B) *m (B^T *m f)))) = 0.
Proof. by move=> u; rewrite mulmxBr !mulmxA mulmxV // mul1mx subrr. Qed.

(** X = <u, v>, A = ||u||^2, Y = ||v||^2 on X; g, b those in the space of k. *)
Fact error_algebra (R : rcfType) (X A Y b g t eps : R) : X ^+ 2 <= A * Y -> Y <= t * b -> A <= g -> g + b = 1 ->
  0 <= Y -> 0 <= A -> 0 <= b -> 0 <= g -> 0 <= t -> t < 1 -> 1 - eps <= A + Y + 2%:R * X ->
  Y <= t * (Num.sqrt t + eps) / (1 - t).
Proof.
move=> cs vC uC one Y0 A0 b0 g0 tge0 t1 fe.
have gE : g = 1 - b by rewrite -one addrK.
have X2 : 2%:R * X <= Num.sqrt t.
  have [/ltW Xn|Xp] := ltrP X 0; first by apply: le_trans (sqrtr_ge0 _); rewrite mulr_ge0_le0 ?ler0n.
  rewrite -ler_sqr ?nnegrE ?mulr_ge0 ?ler0n ?sqrtr_ge0 // sqr_sqrtr // exprMn.
  have gb : 4%:R * (g * b) <= 1.
    by rewrite -subr_ge0 gE (_ : _ - _ = (1 - 2%:R * b) ^+ 2) ?sqr_ge0 //; ring.
  apply: (@le_trans _ _ (t * (4%:R * (g * b)))); last by rewrite -[X in _ <= X]mulr1 ler_wpmul2l.
  rewrite (_ : 2%:R ^+ 2 = 4%:R) -?natrX // [t * _]mulrCA ler_pmul2l ?ltr0n //.
  by apply: le_trans cs _; rewrite mulrCA; apply: ler_pmul.
have bound : b * (1 - t) <= Num.sqrt t + eps.
  have := le_trans fe (ler_add (ler_add uC vC) X2); rewrite gE => h.
  have -> : b * (1 - t) = Num.sqrt t + eps + (1 - eps - (1 - b + t * b + Num.sqrt t)) by ring.
  by rewrite ger_addl subr_le0.
rewrite ler_pdivl_mulr ?subr_gt0 //; apply: (@le_trans _ _ (t * b * (1 - t))).
  by rewrite ler_pmul2r ?subr_gt0.
by rewrite -mulrA ler_wpmul2l.
Qed.

Section EncoderBound.
Variables (R : rcfType) (N M d l : nat) (P : context R N M) (F : 'M[R]_(N, l)) (B : 'M[R]_(N, d)).
Let k := F *m F^T.
Notation K := (integral_operator (p P) k).

(** The k-orthogonal projection of f on the span of k B is k B (B^T k B)^-1 B^T f. *)
Let projection (f : 'cV[R]_N) : 'cV[R]_N := k *m (B *m (invmx (B^T *m k *m B) *m (B^T *m f))).

(** t is the gap of some independent family in the span, the least or not. *)
Definition is_gap (t : R) := exists e (W : 'M[R]_(d, e)), kernel_gram k B W \in unitmx /\ kernel_gap (p P) k B W = t.

(** As features: C holds their second moments, and the family is Psi. *)
Let C := moment F (p P).
Let sC : C^T = C := moment_sym F _.
Fact family_gram e (W : 'M[R]_(d, e)) : (F^T *m (B *m W))^T *m (F^T *m (B *m W)) = kernel_gram k B W.
Proof. by rewrite /kernel_gram /k !trmx_mul !trmxK !mulmxA. Qed.
Fact family_moment e (W : 'M[R]_(d, e)) :
  (F^T *m (B *m W))^T *m C *m (F^T *m (B *m W)) = gram (p P) (k *m (B *m W)) (k *m (B *m W)).
Proof. by rewrite gramE /C /moment /k !trmx_mul !trmxK !mulmxA. Qed.

Fact gap_ge0 t : is_gap t -> 0 <= t.
Proof.
case=> e [W [Wu <-]]; have p0 := law_gt0 P.
rewrite /kernel_gap -/(top_sum_of K e.+1) (kernel_moment F _ p0) -family_gram -family_moment subr_ge0.
apply: le_trans (_ : top_sum_of C e <= _); first by apply: seen_family; rewrite // family_gram.
by apply: (top_sum_le (@flat_gt0 R l) (flat_selfadj sC) (moment_psd F (fun x => ltW (p0 x)))).
Qed.

Fact encoder_bound_unit (a : 'cV[R]_N) (eps t : R) : let f := k *m a in
  B^T *m k *m B \in unitmx -> (a^T *m k *m a) 0 0 = 1 -> 1 - eps <= norm (p P) f ^+ 2 ->
  eigenvalue K 1 <= 1 -> is_gap t -> t < 1 ->
  norm (p P) (f - projection f) ^+ 2 <= t * (Num.sqrt t + eps) / (1 - t).
Proof.
move=> f Bu a1 fe l1 gap t1; have tge0 := gap_ge0 gap; have [e [W [Wu Wt]]] := gap.
have p0 := law_gt0 P; have f0 := @flat_gt0 R l.
have C0 : psd_matrix C.
  by split=> // v; have := moment_psd F (fun x => ltW (p0 x)) v; rewrite flat_ip mulmxA.
have form (c : 'cV[R]_N) : norm (p P) (k *m c) ^+ 2 = ((F^T *m c)^T *m C *m (F^T *m c)) 0 0.
  by rewrite norm_sq // /sqn ipE /k /C /moment !trmx_mul !trmxK !mulmxA.
pose c := a - B *m (invmx (B^T *m k *m B) *m (B^T *m f)).
have fc : f - projection f = k *m c by rewrite mulmxBr.
pose v := F^T *m c; pose u := F^T *m (a - c).
have Bv : (F^T *m B)^T *m v = 0.
  by rewrite trmx_mul trmxK /v -!mulmxA (mulmxA F) -/k -fc residual_orthogonal.
have vanish (X : 'M[R]_(l, d)) (z : 'cV[R]_d) (v' : 'cV[R]_l) : X^T *m v' = 0 -> ((X *m z)^T *m v') 0 0 = 0.
  by move=> h; rewrite trmx_mul -mulmxA h mulmx0 mxE.
have uv : (u^T *m v) 0 0 = 0.
  have -> : u = F^T *m B *m (invmx (B^T *m k *m B) *m (B^T *m f)) by rewrite /u /c opprB addrC subrK !mulmxA.
  exact: vanish Bv.
have auv : F^T *m a = u + v by rewrite /u /v -mulmxDr subrK.
pose Psi := F^T *m (B *m W).
have PsiG : Psi^T *m Psi = kernel_gram k B W := family_gram W.
have PsiC : Psi^T *m C *m Psi = gram (p P) (k *m (B *m W)) (k *m (B *m W)) := family_moment W.
have Pv : Psi^T *m v = 0.
  by move: v Bv {uv auv} => v' Bv'; rewrite /Psi mulmxA trmx_mul -mulmxA Bv' mulmx0.
have unseen x : t * x = (top_sum_of C e.+1 - \tr (invmx (Psi^T *m Psi) *m (Psi^T *m C *m Psi))) * x.
  by rewrite -Wt /kernel_gap -/(top_sum_of K e.+1) (kernel_moment F _ p0) PsiG PsiC.
have vC : (v^T *m C *m v) 0 0 <= t * (v^T *m v) 0 0 by rewrite unseen; apply: unseen_family; rewrite ?PsiG.
have uC : (u^T *m C *m u) 0 0 <= (u^T *m u) 0 0.
  have u0 : (0 : 'M[R]_(l, 0))^T *m (0 : 'M[R]_(l, 0)) \in unitmx by rewrite unitmxE det_mx00 unitr1.
  apply: le_trans (unseen_family sC u0 (v := u) _) _; first by apply/matrixP => -[].
  rewrite /mxtrace big_ord0 subr0 -(kernel_moment F _ p0) /top_sum_of big_nat1.
  by rewrite -[X in _ <= X]mul1r ler_wpmul2r // -flat_ip -/(sqn _ _) sqn_ge0.
have sq x y : (((x + y : 'cV[R]_l)^T *m (x + y)) 0 0 = (x^T *m x) 0 0 + (y^T *m y) 0 0 + 2%:R * (x^T *m y) 0 0).
  by rewrite -!flat_ip -/(sqn _ _) sqnD.
have one : (u^T *m u) 0 0 + (v^T *m v) 0 0 = 1.
  have := a1; have -> : a^T *m k *m a = (F^T *m a)^T *m (F^T *m a) by rewrite trmx_mul trmxK /k !mulmxA.
  by rewrite auv sq uv mulr0 addr0.
have cs := psd_cauchy u v C0.
have t0 : 0 <= (v^T *m C *m v) 0 0 := C0.2 v.
have s0 : 0 <= (u^T *m C *m u) 0 0 := C0.2 u.
have b0 : 0 <= (v^T *m v) 0 0 by rewrite -flat_ip -/(sqn _ _) sqn_ge0.
have ub0 : 0 <= (u^T *m u) 0 0 by rewrite -flat_ip -/(sqn _ _) sqn_ge0.
rewrite fc form -/v; move: fe; rewrite form auv (form_add sC); exact: error_algebra cs vC uC one t0 s0 b0 ub0 tge0 t1.
Qed.

Fact encoder_bound_gap (a : 'cV[R]_N) (eps t : R) : let f := k *m a in let square := (a^T *m k *m a) 0 0 in
  eigenvalue K 1 <= 1 -> B^T *m k *m B \in unitmx -> is_gap t -> t < 1 ->
  0 < square -> (1 - eps) * square <= norm (p P) f ^+ 2 ->
  norm (p P) (f - projection f) ^+ 2 <= t * (Num.sqrt t + eps) / (1 - t) * square.
Proof.
move=> f square l1 Bu gap t1 sq0 fe; pose r := Num.sqrt square; have r0 : 0 < r by rewrite sqrtr_gt0.
have rr : r ^+ 2 = square by rewrite sqr_sqrtr // ltW.
have nz c g : norm (p P) (c *: g) ^+ 2 = c ^+ 2 * norm (p P) g ^+ 2 by rewrite !norm_sq ?sqnZ //; exact: law_gt0.
have fE : k *m (r^-1 *: a) = r^-1 *: f by rewrite -scalemxAr.
have pE : projection (r^-1 *: f) = r^-1 *: projection f by rewrite /projection -!scalemxAr.
have one : ((r^-1 *: a)^T *m k *m (r^-1 *: a)) 0 0 = 1.
  rewrite [(r^-1 *: a)^T]linearZ /= -!scalemxAl -scalemxAr scalerA mxE -/square.
  by rewrite -[X in _ * X]rr -[r^-1 * r^-1]expr2 -exprMn mulVf ?expr1n // gt_eqF.
have near : 1 - eps <= norm (p P) (k *m (r^-1 *: a)) ^+ 2.
  by rewrite fE nz exprVn mulrC ler_pdivl_mulr ?exprn_gt0 // rr.
have := @encoder_bound_unit (r^-1 *: a) eps t Bu one near l1 gap t1.
by rewrite /= fE pE -scalerBr nz exprVn mulrC ler_pdivr_mulr ?exprn_gt0 // rr.
Qed.

(** ** TG from generalised eigenvalues *)
Let V := k *m B.
Let G := B^T *m V.
(** l_1 + .. + l_(j+1) - (theta_1 + .. + theta_j) *)
Definition gap j : R :=
  \sum_(1 <= i < j.+2) eigenvalue K i - \sum_(1 <= i < j.+1) generalised_eigenvalue (gram (p P) V V) G i.

(** The families of the top j generalised eigenvectors have these gaps. *)
Fact ritz_gap j : G \in unitmx -> (j <= d)%N -> is_gap (gap j).
Proof.
move=> Gu jd; have f0 := @flat_gt0 R d; have k0 : psd_matrix k := factor_psd F.
clearbody k.
have sG : G^T = G by rewrite /G /V !trmx_mul trmxK k0.1 mulmxA.
have G0 : psd_matrix G.
  split=> // v; have -> : v^T *m G *m v = (B *m v)^T *m k *m (B *m v) by rewrite trmx_mul /G /V !mulmxA.
  exact: k0.2.
have pG (v : 'cV[R]_d) : v != 0 -> 0 < (v^T *m G *m v) 0 0.
  move=> v0; rewrite lt_def G0.2 andbT; apply: contra v0 => /eqP z.
  have Gv : G *m v = 0.
    apply/colP => x; have := psd_cauchy (delta_mx x 0) v G0; rewrite z mulr0 -mulmxA trmx_delta -rowE !mxE => h.
    by apply/eqP; rewrite -sqrf_eq0 eq_le h sqr_ge0.
  by apply/eqP; rewrite -[v]mul1mx -(mulVmx Gu) -mulmxA Gv mulmx0.
have [A [A' [AA AG]]] := positive_square sG pG.
pose S := A^T *m gram (p P) V V *m A.
have sS : selfadj (flat R d) S.
  have sV : (gram (p P) V V)^T = gram (p P) V V by apply/matrixP => x y; rewrite !mxE ipC.
  by apply: flat_selfadj; rewrite /S 2!trmx_mul trmxK sV mulmxA.
have [E _] := eigenbasis_exists f0 sS; pose Q := top_eigenfunctions E j.
have QQ : Q^T *m Q = 1%:M by rewrite -[RHS](top_eigenfunctions_gram E jd) gramE flat_diag mulmx1.
have WG : kernel_gram k B (A *m Q) = 1%:M.
  rewrite /kernel_gram -[RHS]QQ -[Q^T]mulmx1 -AG /G /V.
  by rewrite !trmx_mul !mulmxA.
exists j, (A *m Q); rewrite WG unitmx1; split=> //; rewrite /kernel_gap WG invmx1 mul1mx; congr (_ - _).
transitivity (top_sum_of S j); last by apply: eq_bigr => i _; rewrite (pencil_eigenvalue _ AA AG).
rewrite -(top_eigenfunctions_trace E jd) trace_onE flat_diag mulmx1 -/Q; congr (\tr _).
by rewrite /S !gramE /V !trmx_mul !mulmxA.
Qed.

Fact encoder_bound_at (a : 'cV[R]_N) (eps t : R) : let f := k *m a in let square := (a^T *m f) 0 0 in
  eigenvalue K 1 <= 1 -> G \in unitmx -> is_gap t -> t < 1 -> 0 < square -> (1 - eps) * square <= norm (p P) f ^+ 2 ->
  norm (p P) (f - V *m invmx G *m (B^T *m f)) ^+ 2 <= t * (Num.sqrt t + eps) / (1 - t) * square.
Proof.
move=> f square l1 Gu tg t1 sq0 fe; have GE : B^T *m k *m B = G by rewrite /G /V mulmxA.
have sE : a^T *m k *m a = a^T *m f by rewrite /f mulmxA.
have pE : projection f = V *m invmx G *m (B^T *m f) by rewrite /projection GE /V -2!mulmxA.
have := @encoder_bound_gap a eps t l1; rewrite /= GE sE -/f pE; exact.
Qed.

(** TG is the least of gap 0, .., gap d. An eigenvalue past the last is 0. For the file's c F F^T, F is sqrt(c) F. *)
Theorem encoder_bound_ssl (a : 'cV[R]_N) (eps : R) : let f := k *m a in let square := (a^T *m f) 0 0 in
  let TG := \big[Num.min/gap 0]_(j < d.+1) gap j in
  eigenvalue K 1 <= 1 -> G \in unitmx -> TG < 1 -> 0 < square -> 0 <= eps <= 1 ->
  (1 - eps) * square <= norm (p P) f ^+ 2 ->
  norm (p P) (f - V *m invmx G *m (B^T *m f)) ^+ 2 <= TG * (Num.sqrt TG + eps) / (1 - TG) * square.
Proof.
move=> f square TG l1 Gu t1 sq0 _ fe; apply: encoder_bound_at => //.
rewrite /TG; elim/big_rec: _ => [|j x _ IH]; first exact: ritz_gap.
by rewrite minEle; case: ifP => // _; apply: ritz_gap; rewrite // -ltnS.
Qed.
End EncoderBound.

(** ** The statement as generated *)
Theorem encoder_bound_ssl_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P r _ F c d _ B a eps k L f V G square_ c0; move: @L @f @V @G @square_.
have -> : k = (Num.sqrt c *: F) *m (Num.sqrt c *: F)^T.
  by rewrite [(_ *: F)^T]linearZ /= -scalemxAr -scalemxAl scalerA -expr2 sqr_sqrtr ?ltW // scalemxAl.
move: (Num.sqrt c *: F) => {k}F; set k := F *m F^T => L f V G square_.
move=> [sL l1] Gd [_ [symV [posG [t [least t1]]]]] sq0 [_ near] residual.
have Gu : G \in unitmx by rewrite unitmxE unitfE.
have [[j [/andP[_ jd] jt]] _] := least; have gap : is_gap P F B t by rewrite -jt; apply: (ritz_gap P Gu jd).
do 4 split=> //; exists t; split=> //; split; first exact: gap_ge0 gap.
split; first by rewrite subr_eq0 gt_eqF.
exact: encoder_bound_at l1 Gu gap t1 sq0 near.
Qed.
