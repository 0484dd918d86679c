(** * The vocabulary of the ledger's statements.                            *)
(** Each name of the statement language that the proofs use, as a           *)
(** definition. The reference is src/statement/names.rs.                     *)
(** A square root is that of a real closed field, so R is one throughout.    *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Export context.
From Contexture Require Import eigenvalues.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** ** The context and its operators. *)
(** [P] is a [context R N M]; [transposed P] the same table read from A to X. *)
Notation transposed P := (dual P).
Notation p P := (law P).
Notation q P := (law (dual P)).
Notation T P := (expect P).
Notation T_star P := (expect (dual P)).
Notation kA P := (kX (dual P)).
Notation eigenvalue := eigenvalues.eigenvalue.

Section Linear.
Variable R : rcfType.

(** The constant function 1. *)
Definition one n : 'cV[R]_n := const_mx 1.
(** 1 at x, 0 elsewhere. *)
Definition indicator n (x : 'I_n) : 'cV[R]_n := delta_mx x 0.
(** ||f|| = sqrt <f, f>. *)
Definition norm n (w : 'rV[R]_n) (f : 'cV[R]_n) : R := Num.sqrt (sqn w f).
(** The integral operator of a kernel: (T_k f)(x) = sum_y k(x,y) f(y) p(y). *)
Definition integral_operator n (w : 'rV[R]_n) (k : 'M[R]_n) : 'M[R]_n :=
  \matrix_(x, y) (k x y * w 0 y).
(** The matrix of inner products <F_i, G_j>. *)
Definition gram n c e (w : 'rV[R]_n) (F : 'M[R]_(n, c)) (G : 'M[R]_(n, e)) : 'M[R]_(c, e) :=
  \matrix_(i, j) ip w (col i F) (col j G).
Definition symmetric n (M : 'M[R]_n) := M^T = M.
Definition psd_matrix n (M : 'M[R]_n) := symmetric M /\ forall v : 'cV[R]_n, 0 <= (v^T *m M *m v) 0 0.
(** f is a combination of the columns of F. *)
Definition in_span n c (F : 'M[R]_(n, c)) (f : 'cV[R]_n) := exists w : 'cV[R]_c, f = F *m w.
(** The columns of F and those of G span the same space. *)
Definition same_span n c e (F : 'M[R]_(n, c)) (G : 'M[R]_(n, e)) :=
  (forall w, in_span G (F *m w)) /\ (forall w, in_span F (G *m w)).
(** Column i, from 0; zero where there is none. *)
Definition column n c (F : 'M[R]_(n, c)) (i : nat) : 'cV[R]_n :=
  if insub i is Some j then col j F else 0.
End Linear.
Arguments one {R n}.
Arguments indicator {R n}.

Section Quantities.
Variables (R : rcfType) (N M : nat) (P : context R N M).
Implicit Types (f : 'cV[R]_N) (g : 'cV[R]_M).

(** ** The spectrum. *)
(** The singular value s_i of T, i = 0 .. N-1: the root of the (i+1)-th largest eigenvalue of T T*. *)
Definition s (i : nat) : R := Num.sqrt (eigenvalue (T P *m T_star P) i.+1).

(** Singular functions mu_0 .. mu_(N-1) and nu_0 .. nu_(M-1) with singular values sigma_0 >= sigma_1 >= .. >= 0. *)
(** A function with an index that does not exist is zero here, so that one line says all. *)
Record singular_system := SingularSystem {
  left_functions : 'M[R]_N;
  right_functions : 'M[R]_M;
  sigma : nat -> R;
  left_orthonormal : gram (p P) left_functions left_functions = 1%:M;
  right_orthonormal : gram (q P) right_functions right_functions = 1%:M;
  sigma_ge0 : forall i, 0 <= sigma i;
  sigma_decreasing : forall i j, (i <= j)%N -> sigma j <= sigma i;
  sigma_ends : forall i, (minn N M <= i)%N -> sigma i = 0;
  T_right : forall i, T P *m column right_functions i = sigma i *: column left_functions i;
  T_star_left : forall i, T_star P *m column left_functions i = sigma i *: column right_functions i;
  left_first : column left_functions 0 = one;
  right_first : column right_functions 0 = one }.
Definition mu (S : singular_system) (i : nat) := column (left_functions S) i.
Definition nu (S : singular_system) (i : nat) := column (right_functions S) i.

(** The table is the product of its marginals. *)
Definition independent := forall x a, P x a = p P 0 x * q P 0 a.

(** max <f, T g> / (||f|| ||g||) over non-zero f, g of mean zero is c. *)
Definition maximal_correlation_is (c : R) :=
  (forall f g, f != 0 -> g != 0 -> mean (p P) f = 0 -> mean (q P) g = 0 ->
     ip (p P) f (T P *m g) / (norm (p P) f * norm (q P) g) <= c) /\
  exists f g, [/\ f != 0, g != 0, mean (p P) f = 0, mean (q P) g = 0 &
     ip (p P) f (T P *m g) / (norm (p P) f * norm (q P) g) = c].

(** ** Compatibility. *)
(** rho(f) = max_g <f~, T g> / (||f~|| ||g||); theorem [compatibility_max] says that this is the maximum. *)
Definition compatibility f : R := norm (q P) (T_star P *m center (p P) f) / norm (p P) (center (p P) f).
(** f is in F_eps: mean zero, not zero, rho(f) >= 1 - eps. *)
Definition in_F f (eps : R) := [/\ f != 0, mean (p P) f = 0 & 1 - eps <= compatibility f].
(** sum_i u_i v_i / s_i^2  for  h = sum u_i nu_i, k = sum v_i nu_i  in the range of T*. *)
Definition spectral_inner (S : singular_system) (h k : 'cV[R]_M) : R :=
  \sum_(0 <= i < M | sigma S i != 0) ip (q P) h (nu S i) * ip (q P) k (nu S i) / sigma S i ^+ 2.

(** ** Encoders: the columns of an N x d matrix. *)
Section Encoders.
Variables (d : nat) (Phi : 'M[R]_(N, d)).

(** mu_1 .. mu_d *)
Definition top_functions (S : singular_system) : 'M[R]_(N, d) := \matrix_(x, j) mu S j.+1 x 0.
(** span Phi is that of a set of top-d singular functions. *)
Definition learns := exists S, same_span Phi (top_functions S).

(** C_Phi and B_Phi; columns are centred. *)
Definition covariance : 'M[R]_d := covX P Phi.
Definition expected_covariance : 'M[R]_d := covA P Phi.
Definition centred_encoder : 'M[R]_(N, d) := cmx P Phi.
Definition centred_rank : nat := \rank (cmx P Phi).
(** sum_j ||T* phi_j||^2 *)
Definition explained : R := \sum_j sqn (q P) (T_star P *m col j Phi).

(** err(Phi, f) = min_(w,b) ||Phi w + b - f||^2  is at most, at least e. *)
Definition err_le f (e : R) := exists (w : 'cV[R]_d) (b : R), sqn (p P) (Phi *m w + b *: one - f) <= e.
Definition err_ge f (e : R) := forall (w : 'cV[R]_d) (b : R), e <= sqn (p P) (Phi *m w + b *: one - f).
(** err(Phi; F_eps) = e: the largest err(Phi, f) over f in F_eps of norm 1. *)
Definition worst_error_is (eps e : R) :=
  (forall f, in_F f eps -> norm (p P) f = 1 -> err_le f e) /\
  (exists f, [/\ in_F f eps, norm (p P) f = 1 & err_ge f e]).
(** There is f of norm 1 with rho(f) = r and err(Phi, f) >= e. *)
Definition has_task (r e : R) := exists f, [/\ norm (p P) f = 1, mean (p P) f = 0, compatibility f = r & err_ge f e].
End Encoders.

(** Orthonormal columns of mean zero. *)
Definition orthonormal_centred d (Phi : 'M[R]_(N, d)) :=
  gram (p P) Phi Phi = 1%:M /\ forall j, mean (p P) (col j Phi) = 0.
(** Phi is one of these and none of them has more explained. *)
Definition maximises_explained d (Phi : 'M[R]_(N, d)) :=
  orthonormal_centred Phi /\ forall Psi : 'M[R]_(N, d), orthonormal_centred Psi -> explained Psi <= explained Phi.

(** RT(Phi) = Tr(C^-1 B), of a maximal independent set of columns of Phi. *)
Definition maximal_columns d (Phi : 'M[R]_(N, d)) : 'M[R]_(N, \rank Phi^T) :=
  (rowsub (maxrankfun Phi^T) Phi^T)^T.
Definition ratio_trace d (Phi : 'M[R]_(N, d)) : R := context.ratio_trace P (maximal_columns Phi).

(** s_1^2 + .. + s_(k+1)^2 - Tr(C_F^-1 B_F), the gap of a family F of k functions with an invertible covariance. *)
Definition family_gap k (F : 'M[R]_(N, k)) : R := \sum_(1 <= i < k.+2) s i ^+ 2 - context.ratio_trace P F.
Definition family d (Phi : 'M[R]_(N, d)) k (F : 'M[R]_(N, k)) :=
  covariance F \in unitmx /\ forall j, in_span Phi (col j F).
(** TG(Phi) = t: the least gap of the families in span Phi. *)
Definition trace_gap_is d (Phi : 'M[R]_(N, d)) (t : R) :=
  (exists k (F : 'M[R]_(N, k)), family Phi F /\ family_gap F = t) /\
  (forall k (F : 'M[R]_(N, k)), family Phi F -> t <= family_gap F).

(** E_X E_(A,A'|X) (g(A) - g(A'))^2 *)
Definition dispersion g : R := context.dispersion P g.
End Quantities.
