(** * The words of the generated statements: those of the vocabulary, and a few that only they use. *)
(** <claim>/statement.v is written from statement.claim by the program (src/formal): what is proved, or shown to fail. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Export vocabulary objectives labels trained complexity preimage.
From Contexture Require Export selfadjoint extract sample transformed finite augmentation.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** ** Linear algebra. *)
Section Linear.
Variable R : rcfType.
(** Row i and column j, from 1; zero where there is none. *)
Definition entry n m (F : 'M[R]_(n, m)) (i j : nat) : R := if insub i.-1 is Some x then column F j.-1 x 0 else 0.
Definition positive_definite n (C : 'M[R]_n) := symmetric C /\ forall v : 'cV[R]_n, v != 0 -> 0 < (v^T *m C *m v) 0 0.
(** The Euclidean distance of positions. *)
Definition distance n k (z : 'M[R]_(n, k)) x y : R := Num.sqrt (\sum_j (z x j - z y j) ^+ 2).
End Linear.

(** ** Contexts and encoders. *)
Section Encoders.
Variables (R : rcfType) (N M : nat) (P : context R N M).
(** Any singular system gives the value. *)
Definition spectral_inner_is (h k : 'cV[R]_M) (v : R) := exists S : singular_system P, spectral_inner S h k = v.
(** The worst error of every encoder that spans top-d singular functions. *)
Definition top_worst_error_is (d : nat) (eps e : R) :=
  (exists Top : 'M[R]_(N, d), learns P Top) /\ forall Top : 'M[R]_(N, d), learns P Top -> worst_error_is P Top eps e.
(** There is f of norm 1, not constant, with rho(f) = r and err(Phi, f) >= e. *)
Definition some_task d (Phi : 'M[R]_(N, d)) (r e : R) :=
  exists f, [/\ norm (p P) f = 1, center (p P) f != 0, compatibility P f = r & err_ge P Phi f e].

Variables (k : nat) (z : 'M[R]_(N, k)).
(** L_k = max |kX(y,x) - kX(y,w)| / ||z(x) - z(w)||  over pairs at different positions. *)
Definition kernel_lipschitz_is (L : R) :=
  (forall y x w, distance z x w > 0 -> `|kX P y x - kX P y w| / distance z x w <= L) /\
  exists y x w, distance z x w > 0 /\ `|kX P y x - kX P y w| / distance z x w = L.
(** L_mu: the same for mu_1 .. mu_(N-1), the largest over all choices of singular functions. *)
Definition function_lipschitz_is (L : R) :=
  (forall (S : singular_system P) i x w, (1 <= i <= N - 1)%N -> distance z x w > 0 ->
     `|mu S i x 0 - mu S i w 0| / distance z x w <= L) /\
  exists (S : singular_system P) i x w, [/\ (1 <= i <= N - 1)%N, distance z x w > 0 &
     `|mu S i x 0 - mu S i w 0| / distance z x w = L].
End Encoders.

(** ** Objectives: who is best, and the best value. *)
Section Objectives.
Variables (R : rcfType) (N M : nat) (P : context R N M) (d : nat).
Notation on_X := 'M[R]_(N, d). Notation on_A := 'M[R]_(M, d). Notation pair := ('M[R]_(N, d) * 'M[R]_(M, d))%type.
Definition minimises_contrastive (Psi : on_A) := minimises any (contrastive P (d := d)) Psi.
Definition minimum_contrastive_is (m : R) := minimum_is any (contrastive P (d := d)) m.
Definition minimises_spectral_contrastive (Psi : on_A) := minimises any (spectral_contrastive P (d := d)) Psi.
Definition minimum_spectral_contrastive_is (m : R) := minimum_is any (spectral_contrastive P (d := d)) m.
Definition minimises_noncontrastive (Psi : on_A) := minimises (unit_covariance_A P (d := d)) (noncontrastive P (d := d)) Psi.
Definition minimum_noncontrastive_is (m : R) := minimum_is (unit_covariance_A P (d := d)) (noncontrastive P (d := d)) m.
Definition minimises_kise (k : 'M[R]_N) (Phi : on_X) := minimises (unit_covariance P (d := d)) (kise P k (d := d)) Phi.
Let unit_X (e : pair) := unit_covariance P e.1.
Let unit_both (e : pair) := unit_covariance P e.1 /\ unit_covariance_A P e.2.
Definition minimises_svme (Phi : on_X) (Psi : on_A) := minimises unit_X (fun e => svme P e.1 e.2) (Phi, Psi).
Definition minimum_svme_is (m : R) := minimum_is unit_X (fun e => svme P e.1 e.2) m.
Definition minimises_low_rank (Phi : on_X) (Psi : on_A) := minimises any (fun e : pair => low_rank P e.1 e.2) (Phi, Psi).
Definition minimum_low_rank_is (m : R) := minimum_is any (fun e : pair => low_rank P e.1 e.2) m.
Definition minimises_two_sided (Phi : on_X) (Psi : on_A) := minimises unit_both (fun e => two_sided P e.1 e.2) (Phi, Psi).
Definition minimum_two_sided_is (m : R) := minimum_is unit_both (fun e => two_sided P e.1 e.2) m.
(** c_1 > .. > c_d > 0 *)
Definition decreasing_weights (c : 'cV[R]_d) :=
  (forall i j : 'I_d, (i < j)%N -> c j 0 < c i 0) /\ forall i, 0 < c i 0.
Definition maximises_nested (c : 'cV[R]_d) (Phi : on_X) := maximises (@orthonormal_centred R N M P d) (nested P c) Phi.
Definition maximum_nested_is (c : 'cV[R]_d) (m : R) := maximum_is (@orthonormal_centred R N M P d) (nested P c) m.
(** Where Barlow Twins and VICReg have a value. *)
Definition no_constant_feature (Psi : on_A) := forall j, center (q P) (col j Psi) != 0.
Definition vicreg_is_defined (Psi : on_A) (eps : R) := (0 < d)%N /\ forall j, 0 <= covariance (transposed P) Psi j j + eps.
(** InfoNCE of the features Psi(a) / |Psi(a)|. *)
Definition no_zero_row (Psi : on_A) := forall a, row a Psi != 0.
Definition nt_xent (E : exponential R) (Psi : on_A) (t : R) : R :=
  info_nce P E (\matrix_(a, j) (Psi a j / Num.sqrt (dot (row a Psi) (row a Psi)))) t.
End Objectives.
Definition minimises_graph_loss (R : rcfType) N (P : context R N N) d (Phi : 'M[R]_(N, d)) :=
  minimises (unit_covariance P (d := d)) (graph_loss P (d := d)) Phi.

(** ** Kernels and samples. *)
Section Kernels.
Variables (R : rcfType) (N : nat) (w : 'rV[R]_N) (k : 'M[R]_N).
(** ||f||_k^2 = c^T k c  for  f = k c. *)
Definition kernel_norm_is (f : 'cV[R]_N) (v : R) :=
  exists c : 'cV[R]_N, [/\ f = k *m c, 0 <= (c^T *m k *m c) 0 0 & v = Num.sqrt ((c^T *m k *m c) 0 0)].
(** ||f||^2 / ||f||_k^2, and 0 where f is not in the range of k. *)
Definition smoothness_is (f : 'cV[R]_N) (v : R) :=
  (exists c : 'cV[R]_N, f = k *m c /\ v = sqn w f / (c^T *m k *m c) 0 0) \/ (~ in_span k f /\ v = 0).

Variable n : nat.
(** The probability of an event. *)
Definition probability_is (event : sample N n -> Prop) (c : R) :=
  exists decided : pred (sample N n), (forall S, decided S <-> event S) /\ expectation w (fun S => (decided S)%:R) = c.
(** The expectation of a table. *)
Definition expected_table m l (F : sample N n -> 'M[R]_(m, l)) : 'M[R]_(m, l) := \sum_S chance w S *: F S.

(** The columns of F are eigenfunctions of the empirical operator with its d largest eigenvalues l, which are positive. *)
Definition empirical_eigenfunctions (S : sample N n) d (F : 'M[R]_(N, d)) (l : 'rV[R]_d) :=
  [/\ k *m diag_mx (empirical R S) *m F = F *m diag_mx l, F^T *m diag_mx (empirical R S) *m F = 1%:M,
      forall j : 'I_d, l 0 j = eigenvalue (sample_gram k S) j.+1 & forall j, 0 < l 0 j].
(** gamma_1 + .. + gamma_d, the least over all choices: ||f||_k^2 is 1 / l for an eigenfunction f of norm 1 on the sample. *)
Definition kernel_pca_is (S : sample N n) (d : nat) (v : R) :=
  minimum_is (fun e : 'M[R]_(N, d) * 'rV[R]_d => empirical_eigenfunctions S e.1 e.2)
    (fun e => \sum_j e.2 0 j * sqn w (col j e.1)) v.
End Kernels.

Section Probe.
Variables (R : rcfType) (N d n : nat) (w : 'rV[R]_N) (Phi : 'M[R]_(N, d)).
(** E (Phi v - y)^2, its mean over a sample, and the weights of norm at most B. *)
Definition square_risk (y : 'cV[R]_N) (v : 'cV[R]_d) : R := \sum_x w 0 x * ((Phi *m v) x 0 - y x 0) ^+ 2.
Definition fit_loss (y : 'cV[R]_N) (S : sample N n) (v : 'cV[R]_d) : R := (\sum_i ((Phi *m v) (S i) 0 - y (S i) 0) ^+ 2) / n%:R.
Definition in_ball (B : R) (v : 'cV[R]_d) := \sum_j v j 0 ^+ 2 <= B ^+ 2.
(** The risk of the fit to the sample that has the least norm. *)
Definition fit_risk_is (S : sample N n) (y : 'cV[R]_N) (B r : R) :=
  exists v, [/\ in_ball B v, forall u, in_ball B u -> fit_loss y S v <= fit_loss y S u,
    forall u, in_ball B u -> (forall t, in_ball B t -> fit_loss y S u <= fit_loss y S t) ->
      \sum_j v j 0 ^+ 2 <= \sum_j u j 0 ^+ 2 & square_risk y v = r].
(** The least risk. *)
Definition least_risk_is (y : 'cV[R]_N) (B r : R) := minimum_is (in_ball B) (square_risk y) r.
End Probe.

(** ** Bits. *)
(** The bits that are set in k, and how many. *)
Definition bit_set D (k : nat) : {set 'I_D} := [set i : 'I_D | odd (k %/ 2 ^ i)].
Definition bits (k : nat) : nat := \sum_(i < k) odd (k %/ 2 ^ i).
(** Column j, from 0: the parity of the bits that are set in j. *)
Definition characters (R : rcfType) D : 'M[R]_#|{ffun 'I_D -> bool}| := \matrix_(i, j) parity R (bit_set D j) (enum_val i).
