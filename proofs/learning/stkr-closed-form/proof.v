(* statement: sha256:2c44b78b39aa1fda809b7a59c49ba76def8f11435ea6979ecd99b4ca983723b9 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements geometry kernelbasis operators spectral.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section ClosedForm.
Variables (R : rcfType) (N n : nat) (ks : 'M[R]_N) (S : sample N n) (y : 'cV[R]_n) (b : R).
Hypotheses (ks0 : psd_matrix ks) (n0 : (0 < n)%N) (b0 : 0 < b).
Notation E := (drawn R S).
Notation G := (E^T *m ks *m E).
(** The ridge loss of f = ks c: (1/n) sum_i (f(x_i) - y_i)^2 + b c^T ks c. *)
Let loss (c : 'cV[R]_N) : R :=
  (\sum_i ((ks *m c) (S i) 0 - y i 0) ^+ 2) / n%:R + b * (c^T *m ks *m c) 0 0.
(** The coefficients of the closed form: f = ks E (G + n b I)^-1 y. *)
Let best : 'cV[R]_N := E *m (invmx (G + (n%:R * b)%:M) *m y).

Fact drawn_at (f : 'cV[R]_N) i : f (S i) 0 = (E^T *m f) i 0.
Proof.
rewrite mxE (bigD1 (S i)) //= !mxE eqxx mul1r big1 ?addr0 // => x xS.
by rewrite !mxE eq_sym (negPf xS) mul0r.
Qed.

Fact nb_gt0 : 0 < n%:R * b. Proof. by rewrite mulr_gt0 // ltr0n. Qed.

Fact ridge_unit : G + (n%:R * b)%:M \in unitmx.
Proof.
rewrite -row_free_unit -kermx_eq0 -submx0; apply/rV_subP => v /sub_kermxP vG; rewrite submx0.
have : (v *m (G + (n%:R * b)%:M) *m v^T) 0 0 = 0 by rewrite vG mul0mx mxE.
rewrite mulmxDr mul_mx_scalar mulmxDl -scalemxAl mxE [X in _ + X]mxE.
have -> : v *m G *m v^T = (E *m v^T)^T *m ks *m (E *m v^T) by rewrite trmx_mul trmxK !mulmxA.
have g0 := ks0.2 (E *m v^T).
have vv : 0 <= (v *m v^T) 0 0 by rewrite mxE sumr_ge0 // => i _; rewrite mxE -expr2 sqr_ge0.
move/eqP; rewrite paddr_eq0 ?(mulr_ge0 (ltW nb_gt0)) // => /andP[_].
rewrite mulf_eq0 gt_eqF ?nb_gt0 //= mxE psumr_eq0 => [/allP h|i _]; last by rewrite mxE -expr2 sqr_ge0.
by apply/eqP/rowP => i; have := h i (mem_index_enum _); rewrite /= !mxE -expr2 sqrf_eq0 => /eqP.
Qed.

Let a := invmx (G + (n%:R * b)%:M) *m y.
Fact ridge_equation : G *m a - y = - (n%:R * b) *: a.
Proof.
have : (G + (n%:R * b)%:M) *m a = y by rewrite mulmxA mulmxV ?ridge_unit // mul1mx.
by rewrite mulmxDl mul_scalar_mx => <-; rewrite opprD addrA subrr add0r scaleNr.
Qed.

Fact sum_sqr (u : 'cV[R]_n) : \sum_i u i 0 ^+ 2 = (u^T *m u) 0 0.
Proof. by rewrite mxE; apply: eq_bigr => i _; rewrite mxE expr2. Qed.

Fact loss_matrix c : loss c = ((E^T *m (ks *m c) - y)^T *m (E^T *m (ks *m c) - y)) 0 0 / n%:R + b * (c^T *m ks *m c) 0 0.
Proof.
congr (_ / _ + _); rewrite -sum_sqr; apply: eq_bigr => i _; rewrite drawn_at.
by congr (_ ^+ 2); rewrite !mxE.
Qed.

Fact form_sym (c d : 'cV[R]_N) : (c^T *m ks *m d) 0 0 = (d^T *m ks *m c) 0 0.
Proof. by rewrite -[d^T *m ks *m c]trmxK [RHS]mxE !trmx_mul trmxK ks0.1 mulmxA. Qed.

(** What a step h from the best costs. *)
Fact loss_step h : loss (best + h) = loss best + ((E^T *m (ks *m h))^T *m (E^T *m (ks *m h))) 0 0 / n%:R
  + b * (h^T *m ks *m h) 0 0.
Proof.
rewrite !loss_matrix; have -> : E^T *m (ks *m (best + h)) - y = (E^T *m (ks *m best) - y) + E^T *m (ks *m h).
  by rewrite !mulmxDr addrAC.
have -> : E^T *m (ks *m best) - y = - (n%:R * b) *: a by rewrite -ridge_equation /best !mulmxA.
set u := E^T *m (ks *m h).
have sq (v w : 'cV[R]_n) : ((v + w)^T *m (v + w)) 0 0 = (v^T *m v) 0 0 + (w^T *m w) 0 0 + 2%:R * (v^T *m w) 0 0.
  rewrite -!sum_sqr [(v^T *m w) 0 0]mxE mulr_sumr -!big_split; apply: eq_bigr => i _ /=; rewrite !mxE; mring.
rewrite sq.
have cross : (best^T *m ks *m h) 0 0 = (a^T *m u) 0 0 by rewrite /best trmx_mul /u !mulmxA.
have sym : (h^T *m ks *m best) 0 0 = (best^T *m ks *m h) 0 0.
  exact: form_sym.
have -> : ((best + h)^T *m ks *m (best + h)) 0 0
  = (best^T *m ks *m best) 0 0 + (h^T *m ks *m h) 0 0 + 2%:R * (a^T *m u) 0 0.
  rewrite [(best + h)^T]linearD /= !mulmxDl !mulmxDr -cross.
  move: sym; set A := best^T *m ks *m best; set B := best^T *m ks *m h; set C := h^T *m ks *m best; set H := h^T *m ks *m h.
  by clearbody A B C H => sym; rewrite !mxE sym; mring.
have -> : ((- (n%:R * b) *: a)^T *m u) 0 0 = - (n%:R * b) * (a^T *m u) 0 0 by rewrite linearZ /= -scalemxAl mxE.
have nn : n%:R / n%:R = 1 :> R by rewrite divff // pnatr_eq0 -lt0n.
move: (fun_of_matrix (a^T *m u) 0 0) (fun_of_matrix (u^T *m u) 0 0) => x z.
move: (fun_of_matrix ((_)^T *m (- (n%:R * b) *: a)) 0 0) => t.
move: (fun_of_matrix (_ *m best) 0 0) (fun_of_matrix (_ *m h) 0 0) => c d.
have -> : (t + z + 2%:R * (- (n%:R * b) * x)) / n%:R = t / n%:R + z / n%:R - 2%:R * b * x * (n%:R / n%:R).
  by move: n%:R (n%:R^-1) => k k'; ring.
by rewrite nn; move: n%:R^-1 => k; ring.
Qed.

(** ks is any positive semidefinite kernel: a1 k + a2 k D k is one. The closed form is f = ks c with c = E weights, *)
(** and c^T ks c = weights^T G weights. *)
Theorem stkr_closed_form c : loss (E *m (invmx (G + (n%:R * b)%:M) *m y)) <= loss c.
Proof.
rewrite -/best -[c](subrK best) [c - best + best]addrC loss_step -addrA ler_addl addr_ge0 //.
  by rewrite divr_ge0 ?ler0n // -sum_sqr sumr_ge0 // => i _; rewrite sqr_ge0.
by rewrite mulr_ge0 ?(ltW b0) //; apply: ks0.2.
Qed.
End ClosedForm.

(** ** The statement as generated *)
(** a1 k + a2 k D k is positive semidefinite. *)
Fact transformed_psd (R : rcfType) N r (F : 'M[R]_(N, r)) (w : 'rV[R]_N) (a1 a2 : R) : (forall x, 0 < w 0 x) ->
  0 <= a1 -> 0 <= a2 -> psd_matrix (a1 *: (F *m F^T) + a2 *: integral_operator w (F *m F^T) *m (F *m F^T)).
Proof.
move=> w0 a10 a20; have k0 := factor_psd F; move: (F *m F^T) k0 => k k0.
have [E _] := eigenbasis_exists w0 (kernel_selfadj w k0).
have := kernel_power_psd k0 E 2; rewrite /kernel_power /= mulmx1 -scalemxAl; move: (_ *m k) => k2 [s2 p2].
split=> [|v]; first by rewrite /symmetric [_^T]linearD /= ![(_ *: _)^T]linearZ /= k0.1 s2.
rewrite mulmxDr mulmxDl -!scalemxAr -!scalemxAl; have := mulr_ge0 a10 (k0.2 v); have := mulr_ge0 a20 (p2 v).
move: (v^T *m k *m v) (v^T *m k2 *m v) => A B b0 a0; by rewrite !mxE addr_ge0.
Qed.

Theorem stkr_closed_form_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P F n /andP[n0 _] S y a1 a2 b c k ks E v G [a10 [a20 b0]].
have ks0 : psd_matrix ks := transformed_psd F (law_gt0 P) a10 a20.
rewrite scalemx1 => weights fit other residual other_residual; split; first exact: ridge_unit.
have := stkr_closed_form S y ks0 n0 b0 c; rewrite !loss_matrix -/E.
have -> : ks *m (E *m (invmx (G + (n%:R * b)%:M) *m y)) = fit by rewrite /fit /v !mulmxA.
have -> : (E *m weights)^T *m ks *m (E *m weights) = weights^T *m G *m weights by rewrite trmx_mul /G !mulmxA.
by [].
Qed.
