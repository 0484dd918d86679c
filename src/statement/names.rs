//! The table of names: every quantity that a statement can mention.
//!
//! To add one, write a line here; the compiler then asks the evaluator how to compute it.
//!
//! A signature is written in the language's own types. In it a name that is not declared stands for anything:
//! `S` for the points of a side (they have weights), `R` and `C` for any rows and columns, small letters for
//! numbers of features, `P` for a context. An integer argument is also a dimension: `identity(d)` is a
//! `table(d, d)`.

use std::fmt;

/// What the table says of a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The quantity.
    pub quantity: Quantity,
    /// Its name in statements.
    pub name: &'static str,
    /// Types of its arguments and of its value.
    pub signature: &'static str,
    /// What it is, in the theory's notation.
    pub meaning: &'static str,
    /// When it has no value; empty if it always has one.
    pub undefined: &'static str,
    /// Where it is defined; empty for linear algebra.
    pub source: &'static str,
}

macro_rules! table_of_names {
    ($($quantity:ident $name:literal $signature:literal $meaning:literal undefined $undefined:literal source $source:literal)*) => {
        /// A quantity of the theory.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[allow(missing_docs)] // each is described by its entry
        pub enum Quantity { $($quantity),* }

        /// All names, in the order of the reference page.
        pub const NAMES: &[Entry] = &[$(Entry {
            quantity: Quantity::$quantity,
            name: $name,
            signature: $signature,
            meaning: $meaning,
            undefined: $undefined,
            source: $source,
        }),*];
    };
}

table_of_names! {
    // The context.
    PointsOfX "N" "(P: context) -> integer"
        "the number of points of X" undefined "" source ""
    PointsOfA "M" "(P: context) -> integer"
        "the number of points of A" undefined "" source ""
    Joint "joint" "(P: context) -> table(X(P), A(P))"
        "`P(x,a)`" undefined "" source ""
    MarginalX "p" "(P: context) -> table(X(P), 1)"
        "`p(x) = sum_a P(x,a)`" undefined "" source ""
    MarginalA "q" "(P: context) -> table(A(P), 1)"
        "`q(a) = sum_x P(x,a)`" undefined "" source ""
    Transposed "transposed" "(P: context) -> transposed(P)"
        "the context with X and A exchanged" undefined "" source ""
    Components "components" "(P: context) -> integer"
        "the number of connected components of the table" undefined "" source ""
    Independent "independent" "(P: context) -> truth"
        "whether `P(x,a) = p(x) q(a)` in every cell" undefined "" source ""

    // Operators and kernels.
    T "T" "(P: context) -> table(X(P), A(P))"
        "the expectation operator, `(T g)(x) = E[g(A) | x]`: `T(P) * g`" undefined "" source "icml25 Def 2"
    TStar "T_star" "(P: context) -> table(A(P), X(P))"
        "its adjoint, `(T* f)(a) = E[f(X) | a]`: `T_star(P) * f`" undefined "" source "icml25 Def 2"
    KernelX "kX" "(P: context) -> table(X(P), X(P))"
        "`kX(x,y) = sum_a P(x|a) P(y|a) q(a) / (p(x) p(y))`" undefined "" source "icml25 Def 1"
    KernelA "kA" "(P: context) -> table(A(P), A(P))"
        "`kA(a,b) = sum_x P(a|x) P(b|x) p(x) / (q(a) q(b))`" undefined "" source "icml25 Def 1"
    IntegralOperator "integral_operator" "(k: table(S, S)) -> table(S, S)"
        "`(T_k f)(x) = sum_y k(x,y) f(y) p(y)`" undefined "" source ""

    // The spectrum.
    SingularValue "s" "(P: context, i: integer) -> real"
        "the singular value `s_i` of T; `s_0 = 1` belongs to the constant function"
        undefined "unless 0 <= i <= N-1" source "icml25 Lemma 3"
    LeftSingularFunction "mu" "(S: singular_system(P), i: integer) -> table(X(P), 1)"
        "the left singular function `mu_i`; `mu_0 = 1`" undefined "unless 0 <= i <= N-1" source "icml25 Lemma 3"
    RightSingularFunction "nu" "(S: singular_system(P), i: integer) -> table(A(P), 1)"
        "the right singular function `nu_i`; `nu_0 = 1`" undefined "unless 0 <= i <= M-1" source "icml25 Lemma 3"
    EigenvalueOf "eigenvalue" "(M: table(R, R), i: integer) -> real"
        "the i-th largest eigenvalue of a self-adjoint operator, from 1, repeated by multiplicity"
        undefined "unless 1 <= i <= its size, and where it is not self-adjoint for the weights of its space" source ""
    GeneralisedEigenvalue "generalised_eigenvalue" "(B: table(R, R), C: table(R, R), i: integer) -> real"
        "the i-th largest theta with `B v = theta C v` for some v != 0, from 1, repeated by multiplicity"
        undefined "unless 1 <= i <= its size, and unless B is symmetric and C positive definite" source "icml25 App. D"
    Extracts "extracts" "(K: table(S, S), Phi: table(S, C)) -> truth"
        "whether the features are independent and span a space of d eigenfunctions, orthonormal, of the d largest eigenvalues of K; a constant eigenfunction counts like any other"
        undefined "where K is not self-adjoint" source "icml25 Def 5"
    EigenvalueSum "eigenvalue_sum" "(M: table(R, R), d: integer) -> real"
        "the sum of the d largest eigenvalues of a self-adjoint operator; of all, where it has fewer"
        undefined "where d < 0, and where it is not self-adjoint for the weights of its space" source ""
    MaximalCorrelation "maximal_correlation" "(P: context) -> real"
        "`max <f, T g> / (||f|| ||g||)` over non-zero f, g of mean zero"
        undefined "where a side is one point: the maximum is over nothing" source "Renyi 1959"

    // Functions and linear algebra.
    OneX "one_X" "(P: context) -> table(X(P), 1)"
        "the constant function 1 on X" undefined "" source ""
    OneA "one_A" "(P: context) -> table(A(P), 1)"
        "the constant function 1 on A" undefined "" source ""
    OneHot "one_hot" "(P: context) -> table(A(P), A(P))"
        "one-hot labels: row a is `e_a`" undefined "" source "icml25 section 3.1"
    Indicator "indicator" "(x: point(S)) -> table(S, 1)"
        "1 at x, 0 elsewhere" undefined "" source ""
    Inner "inner" "(f: table(S, 1), g: table(S, 1)) -> real"
        "`<f, g> = sum_x p(x) f(x) g(x)`, with q on A" undefined "" source ""
    Norm "norm" "(f: table(S, 1)) -> real"
        "`||f|| = sqrt <f, f>`" undefined "" source ""
    Mean "mean" "(f: table(S, 1)) -> real"
        "`<f, 1>`" undefined "" source ""
    Centred "centred" "(F: table(S, C)) -> table(S, C)"
        "every column less its mean" undefined "" source ""
    Gram "gram" "(F: table(S, C), G: table(S, E)) -> table(C, E)"
        "the inner products `<F_i, G_j>`" undefined "" source ""
    Covariance "covariance" "(F: table(S, C)) -> table(C, C)"
        "`C_F = Cov[F]`, with entries `<F_i~, F_j~>`" undefined "" source ""
    Identity "identity" "(d: integer) -> table(d, d)"
        "the identity matrix" undefined "where d < 0" source ""
    Transpose "transpose" "(M: table(R, C)) -> table(C, R)"
        "rows and columns exchanged" undefined "" source ""
    Column "column" "(M: table(R, C), j: integer) -> table(R, 1)"
        "column j, from 1" undefined "unless 1 <= j <= the number of columns" source ""
    Beside "beside" "(F: table(R, c), G: table(R, e)) -> table(R, c + e)"
        "`[F G]`" undefined "" source ""
    Diagonal "diagonal" "(w: table(R, 1)) -> table(R, R)"
        "w on the diagonal, 0 elsewhere" undefined "" source ""
    Trace "trace" "(M: table(R, R)) -> real"
        "the sum of the diagonal" undefined "" source ""
    Determinant "determinant" "(M: table(R, R)) -> real"
        "the determinant; of rational entries only, else undecided" undefined "" source ""
    Inverse "inverse" "(M: table(R, R)) -> table(R, R)"
        "the inverse" undefined "of a singular matrix" source ""
    Rank "rank" "(M: table(R, C)) -> integer"
        "the dimension of the column span; of rational entries only, else undecided" undefined "" source ""
    Symmetric "symmetric" "(M: table(R, R)) -> truth"
        "whether it equals its transpose" undefined "" source ""
    Psd "psd" "(M: table(R, R)) -> truth"
        "whether it is symmetric and positive semidefinite; of rational entries only, else undecided" undefined "" source ""
    SameSpan "same_span" "(F: table(R, C), G: table(R, E)) -> truth"
        "whether the columns span the same space; of rational entries only, else undecided" undefined "" source ""
    InSpan "in_span" "(F: table(R, C), f: table(R, 1)) -> truth"
        "whether f is in the span of the columns: in the range of the operator; of rational entries only, else undecided"
        undefined "" source ""
    Distance "distance" "(z: table(S, c), x: point(S), y: point(S)) -> real"
        "the Euclidean distance of the positions `z(x)` and `z(y)`" undefined "" source ""
    AbsoluteValue "abs" "(a: real) -> real"
        "`|a|`" undefined "" source ""
    SquareRoot "sqrt" "(a: real) -> real"
        "the square root" undefined "where a < 0" source ""
    Logarithm "ln" "(a: real) -> real"
        "the natural logarithm" undefined "unless a > 0" source ""
    Exponential "exp" "(a: real) -> real"
        "the exponential, e to the power a" undefined "" source ""

    // Compatibility.
    Compatibility "compatibility" "(P: context, f: table(X(P), 1)) -> real"
        "`rho(f) = max_g <f~, T g> / (||f~|| ||g||)`, in [0, 1]"
        undefined "where f is constant: its norm in the denominator is zero" source "icml25 Def 13"
    InF "in_F" "(P: context, f: table(X(P), 1), eps: real) -> truth"
        "`f in F_eps`: mean zero and `rho(f) >= 1 - eps`" undefined "where f = 0" source "icml25 section 4"
    Share "share" "(P: context, f: table(X(P), 1), i: integer) -> real"
        "the share of the task f on the eigenspace of `s_i`, in [0, 1]"
        undefined "where f is constant, and unless 1 <= i <= N-1" source "icml25 section 4.1"
    Dispersion "dispersion" "(P: context, g: table(A(P), 1)) -> real"
        "`E_X E_{A,A'~P(.|X)} (g(A) - g(A'))^2`" undefined "" source "icml25 Thm 14"
    LeastPreimage "least_preimage" "(P: context, f: table(X(P), 1)) -> table(A(P), 1)"
        "the g of smallest norm with `T g = f`" undefined "where f is not in the range of T" source ""
    SpectralInner "spectral_inner" "(P: context, h: table(A(P), 1), k: table(A(P), 1)) -> real"
        "`sum u_i v_i / s_i^2` for `h = sum u_i nu_i`, `k = sum v_i nu_i`"
        undefined "where h or k is not in the range of T*" source "icml25 Def 19"

    // Encoders.
    Learns "learns" "(P: context, Phi: table(X(P), d)) -> truth"
        "whether span Phi is that of a set of top-d singular functions" undefined "" source "icml25 Def 5"
    ExpectedCovariance "expected_covariance" "(P: context, Phi: table(X(P), d)) -> table(d, d)"
        "`B_Phi = Cov_q[T* Phi]`" undefined "" source "icml25 section 4"
    CentredRank "centred_rank" "(P: context, Phi: table(X(P), d)) -> integer"
        "the dimension of the span of `Phi~`" undefined "" source ""
    RatioTrace "ratio_trace" "(P: context, Phi: table(X(P), d)) -> real"
        "`RT(Phi) = Tr(C_Phi^-1 B_Phi)`; of a maximal independent subset of columns where C_Phi is singular"
        undefined "where every column is zero, and where a constant is in span Phi" source "icml25 Def 21"
    RitzValue "ritz_value" "(P: context, Phi: table(X(P), d), i: integer) -> real"
        "the i-th largest eigenvalue of `K` seen on the span of `Phi~`"
        undefined "unless 1 <= i <= the rank of Phi~" source "icml25 App. D"
    TraceGap "trace_gap" "(P: context, Phi: table(X(P), d)) -> real"
        "`TG(Phi)`: the least `s_1^2 + ... + s_{k+1}^2 - Tr(C_F^-1 B_F)` over families F of k functions in span Phi"
        undefined "where it needs `s_N`: on one point, and where Phi~ has rank N-1" source "icml25 Def 23"
    ProbeError "probe_error" "(P: context, Phi: table(X(P), d), f: table(X(P), 1)) -> real"
        "`err(Phi, f) = min_{w,b} ||Phi w + b - f||^2`" undefined "" source "icml25 Def 15"
    WorstError "worst_error" "(P: context, Phi: table(X(P), d), eps: real) -> real"
        "`err(Phi; F_eps)`: the largest `err(Phi, f)` over f in F_eps of norm 1"
        undefined "where eps <= 0, and where F_eps has no such f: on one point, and where 1 - eps > s_1"
        source "icml25 Def 15"
    TopWorstError "top_worst_error" "(P: context, d: integer, eps: real) -> real"
        "`err(Phi; F_eps)` of an encoder that spans top-d singular functions"
        undefined "as worst_error, and unless 0 <= d <= N-1" source "icml25 Thm 16"
    HasTask "has_task" "(P: context, Phi: table(X(P), d), r: real, e: real) -> truth"
        "whether there is f of norm 1 with `rho(f) = r` and `err(Phi, f) >= e`; for a rational r only, else undecided"
        undefined "" source "icml25 Thm 16"

    // Objectives.
    Explained "explained" "(P: context, Phi: table(X(P), d)) -> real"
        "`sum_j ||T* phi_j||^2`" undefined "" source "icml25 section 2.2"
    MaximisesExplained "maximises explained" "(P: context, Phi: table(X(P), d)) -> truth"
        "whether Phi has orthonormal columns of mean zero and no such encoder has a larger `sum_j ||T* phi_j||^2`"
        undefined "" source "icml25 section 2.2"
    Contrastive "contrastive" "(P: context, Psi: table(A(P), d)) -> real"
        "`E[-<Psi~(A), Psi~(A+)> + 1/2 <Psi~(A), Psi~(A-)>^2]`" undefined "" source "icml25 section 3.2"
    MinimisesContrastive "minimises contrastive" "(P: context, Psi: table(A(P), d)) -> truth"
        "whether no encoder on A with as many features has a smaller contrastive loss" undefined "" source "icml25 Thm 10"
    MinimumContrastive "minimum contrastive" "(P: context, d: integer) -> real"
        "the least contrastive loss of an encoder on A with d features" undefined "where d < 0" source "icml25 Thm 10"
    Noncontrastive "noncontrastive" "(P: context, Psi: table(A(P), d)) -> real"
        "`E ||Psi(A) - Psi(A+)||^2`, A and A+ drawn from one x" undefined "" source "icml25 section 3.2"
    MinimisesNoncontrastive "minimises noncontrastive" "(P: context, Psi: table(A(P), d)) -> truth"
        "whether `Cov_q[Psi] = I` and no such encoder has a smaller value" undefined "" source "icml25 Thm 10"
    MinimumNoncontrastive "minimum noncontrastive" "(P: context, d: integer) -> real"
        "the least value under `Cov_q[Psi] = I`" undefined "unless 0 <= d <= M-1: no Psi has that covariance" source "icml25 Thm 10"
    Supervised "supervised" "(P: context, v: table(A(P), C), Phi: table(X(P), d)) -> real"
        "`min_W E ||W Phi(X) - v(A)||^2`; denoising is this of `transposed(P)`" undefined "" source "icml25 Thm 8"
    MinimisesSupervised "minimises supervised" "(P: context, v: table(A(P), C), Phi: table(X(P), d)) -> truth"
        "whether no encoder with as many features has a smaller risk" undefined "" source "icml25 Thm 8"
    MinimumSupervised "minimum supervised" "(P: context, v: table(A(P), C), d: integer) -> real"
        "the least risk of d features" undefined "where d < 0" source "icml25 Thm 8"
    SupervisedBiased "supervised_biased" "(P: context, v: table(A(P), C), Phi: table(X(P), d)) -> real"
        "`min_{W,b} E ||W Phi(X) + b - v(A)||^2`" undefined "" source "icml25 Thm 8"
    MinimisesSupervisedBiased "minimises supervised_biased" "(P: context, v: table(A(P), C), Phi: table(X(P), d)) -> truth"
        "whether no encoder with as many features has a smaller risk" undefined "" source "icml25 Thm 8"
    MinimumSupervisedBiased "minimum supervised_biased" "(P: context, v: table(A(P), C), d: integer) -> real"
        "the least risk of d features" undefined "where d < 0" source "icml25 Thm 8"
    Balanced "balanced" "(P: context, Phi: table(X(P), d)) -> real"
        "`min_{W,b} E[||W Phi(X) + b - e_A||^2 / sqrt(q(A))]`" undefined "" source "icml25 Thm 7"
    MinimisesBalanced "minimises balanced" "(P: context, Phi: table(X(P), d)) -> truth"
        "whether no encoder with as many features has a smaller risk; undecided for some minimisers where the roots of q are not multiples of one number"
        undefined "" source "icml25 Thm 7"
    MinimumBalanced "minimum balanced" "(P: context, d: integer) -> real"
        "the least risk of d features; undecided where the roots of q are not multiples of one number" undefined "where d < 0" source "icml25 Thm 7"
    GraphLoss "graph_loss" "(P: context, Phi: table(X(P), d)) -> real"
        "`1/2 E_{(u,v)~P} ||Phi(u) - Phi(v)||^2`" undefined "unless the table is symmetric" source "icml25 Thm 12"
    MinimisesGraphLoss "minimises graph_loss" "(P: context, Phi: table(X(P), d)) -> truth"
        "whether `Cov_p[Phi] = I` and no such encoder has a smaller loss" undefined "unless the table is symmetric" source "icml25 Thm 12"
    MinimumGraphLoss "minimum graph_loss" "(P: context, d: integer) -> real"
        "the least loss under `Cov_p[Phi] = I`" undefined "unless the table is symmetric and 0 <= d <= N-1" source "icml25 Thm 12"
    Svme "svme" "(P: context, Phi: table(X(P), d), Psi: table(A(P), d)) -> real"
        "`E ||Phi(X) - Psi(A)||^2`" undefined "" source "diss25 ch. 2"
    MinimisesSvme "minimises svme" "(P: context, Phi: table(X(P), d), Psi: table(A(P), d)) -> truth"
        "whether `Cov_p[Phi] = I` and no such pair has a smaller value" undefined "" source "diss25 ch. 2"
    MinimumSvme "minimum svme" "(P: context, d: integer) -> real"
        "the least value under `Cov_p[Phi] = I`" undefined "unless 0 <= d <= N-1" source "diss25 ch. 2"
    Kise "kise" "(k: table(S, S), Phi: table(S, d)) -> real"
        "`E ||Phi~||^2 - E <Phi~(X), (T_k Phi~)(X)>`" undefined "where k is not symmetric" source "diss25 ch. 2"
    MinimisesKise "minimises kise" "(k: table(S, S), Phi: table(S, d)) -> truth"
        "whether `Cov_p[Phi] = I` and no such encoder has a smaller value" undefined "where k is not symmetric" source "diss25 ch. 2"
    MinimumKise "minimum kise" "(k: table(S, S), d: integer) -> real"
        "the least value under `Cov_p[Phi] = I`" undefined "where k is not symmetric, and unless 0 <= d < the number of points" source "diss25 ch. 2"
    LowRank "low_rank" "(P: context, Phi: table(X(P), d), Psi: table(A(P), d)) -> real"
        "`-2 E_P[Phi(X).Psi(A)] + E_{p x q}[(Phi(X).Psi(A))^2]`" undefined "" source "recon."
    MinimisesLowRank "minimises low_rank" "(P: context, Phi: table(X(P), d), Psi: table(A(P), d)) -> truth"
        "whether no pair with as many features has a smaller value" undefined "" source "recon."
    MinimumLowRank "minimum low_rank" "(P: context, d: integer) -> real"
        "the least value of d features" undefined "where d < 0" source "recon."
    TwoSided "two_sided" "(P: context, Phi: table(X(P), d), Psi: table(A(P), d)) -> real"
        "`E ||Phi~(X) - Psi~(A)||^2`" undefined "" source "diss25 ch. 2"
    MinimisesTwoSided "minimises two_sided" "(P: context, Phi: table(X(P), d), Psi: table(A(P), d)) -> truth"
        "whether both covariances are I and no such pair has a smaller value" undefined "" source "diss25 ch. 2"
    MinimumTwoSided "minimum two_sided" "(P: context, d: integer) -> real"
        "the least value where both covariances are I" undefined "unless 0 <= d <= min(N, M)-1" source "diss25 ch. 2"
    Nested "nested" "(P: context, c: table(d, 1), Phi: table(X(P), d)) -> real"
        "`sum_i c_i <phi_i, K phi_i>`" undefined "" source "recon."
    MaximisesNested "maximises nested" "(P: context, c: table(d, 1), Phi: table(X(P), d)) -> truth"
        "whether the features are orthonormal and of mean zero and no such encoder has a larger value"
        undefined "unless c_1 > ... > c_d > 0" source "recon."
    MaximumNested "maximum nested" "(P: context, c: table(d, 1)) -> real"
        "the largest value over orthonormal features of mean zero"
        undefined "unless c_1 > ... > c_d > 0, and where d > N-1" source "recon."

    SpectralContrastive "spectral_contrastive" "(P: context, Psi: table(A(P), C)) -> real"
        "`E[-2 <Psi(A), Psi(A+)> + <Psi(A), Psi(A-)>^2]`: not centred" undefined "" source "HaoChen et al. 2021"
    MinimisesSpectralContrastive "minimises spectral_contrastive" "(P: context, Psi: table(A(P), C)) -> truth"
        "whether no encoder on A with as many features has a smaller loss" undefined "" source "HaoChen et al. 2021"
    MinimumSpectralContrastive "minimum spectral_contrastive" "(P: context, d: integer) -> real"
        "the least loss of d features" undefined "where d < 0" source "HaoChen et al. 2021"
    BarlowTwins "barlow_twins" "(P: context, Psi: table(A(P), C), lambda: real) -> real"
        "`sum_i (1 - C_ii)^2 + lambda sum_{i != j} C_ij^2`, C the correlations of the features of A with those of A+"
        undefined "where a feature is constant" source "Zbontar et al. 2021"
    Vicreg "vicreg" "(P: context, Psi: table(A(P), C), lambda: real, mu: real, nu: real, eps: real) -> real"
        "`lambda E ||Psi(A) - Psi(A+)||^2 + mu (2/d) sum_j max(0, 1 - sqrt(Var_j + eps)) + nu (2/d) sum_{i != j} Cov_ij^2`"
        undefined "where d = 0, and where Var_j + eps < 0" source "Bardes et al. 2022"
    InfoNce "info_nce" "(P: context, Psi: table(A(P), C), tau: real) -> real"
        "`-E <Psi(A), Psi(A+)> / tau + E_A ln E_{A-} exp(<Psi(A), Psi(A-)> / tau)`: the limit of many negatives"
        undefined "unless tau > 0" source "van den Oord et al. 2018"
    NtXent "nt_xent" "(P: context, Psi: table(A(P), C), tau: real) -> real"
        "`info_nce` of the features `Psi(a) / ||Psi(a)||`"
        undefined "unless tau > 0, and where a `Psi(a)` is zero" source "Chen et al. 2020"

    // Kernels and samples.
    KernelNorm "kernel_norm" "(k: table(R, R), f: table(R, 1)) -> real"
        "`||f||_k`, with `||f||_k^2 = c^T k c` for `f = k c`" undefined "unless k is symmetric and f in its range, and where the square is negative" source "stkr24"
    Smoothness "smoothness" "(k: table(S, S), f: table(S, 1)) -> real"
        "`r_k(f) = ||f||^2 / ||f||_k^2`; 0 where f is not in the range of k"
        undefined "where f = 0, and unless k is symmetric and positive semidefinite" source "stkr24"
    Draws "draws" "(T: sample(S, n)) -> table(S, n)"
        "the points that were drawn, in the order of the side: column j is 1 at the j-th, 0 elsewhere" undefined "" source ""
    Empirical "empirical" "(T: sample(S, n)) -> table(S, 1)"
        "the empirical distribution: how often a point was drawn, over n" undefined "where n = 0" source ""
    KernelPca "kernel_pca" "(k: table(S, S), T: sample(S, n), d: integer) -> real"
        "`gamma_1 + ... + gamma_d`, the `||f||^2 / ||f||_k^2` of the top-d eigenfunctions of the empirical operator; under ties the least over all choices"
        undefined "unless k is symmetric and positive semidefinite, and where d < 0, n = 0 or fewer than d empirical eigenvalues are positive" source "ssl24, stkr24"
    FitRisk "fit_risk" "(Phi: table(S, d), T: sample(S, n), y: table(S, 1), B: real) -> real"
        "`E (f(X) - y(X))^2` of the least-squares fit f to the sample among `Phi w` with `|w| <= B`, of least |w|"
        undefined "where B < 0 or n = 0" source "recon."
    LeastRisk "least_risk" "(Phi: table(S, d), y: table(S, 1), B: real) -> real"
        "the least `E (f(X) - y(X))^2` among `f = Phi w` with `|w| <= B`" undefined "where B < 0" source "recon."
    Characters "characters" "(P: context) -> table(X(P), X(P))"
        "of bit vectors x: column j, from 1, is `prod_i x_i` over the bits i that are set in j - 1; the k-th point from 0 has `x_i = -1` where bit i of k is set"
        undefined "unless N is a power of 2" source ""
    Bits "bits" "(j: integer) -> integer"
        "how many bits are set in j" undefined "where j < 0" source ""

    // Association and usefulness.
    TotalInertia "total_inertia" "(P: context) -> real"
        "`s_1^2 + ... + s_{N-1}^2`, computed from the table" undefined "" source ""
    ChiSquared "chi_squared" "(P: context) -> real"
        "Pearson's statistic of the table as it was given; a quantified context is given by its probabilities" undefined "" source "Pearson 1900"
    CramersV "cramers_v" "(P: context) -> real"
        "Cramer's V" undefined "where a side is one point" source "Cramer 1946"
    TschuprowsT "tschuprows_t" "(P: context) -> real"
        "Tschuprow's T" undefined "where a side is one point" source "Tschuprow 1925"
    ContingencyCoefficient "contingency_coefficient" "(P: context) -> real"
        "Pearson's contingency coefficient" undefined "" source "Pearson 1904"
    LambdaX "lambda_X" "(P: context) -> real"
        "Goodman and Kruskal's lambda for guessing X" undefined "where X is one point" source "Goodman and Kruskal 1954"
    LambdaA "lambda_A" "(P: context) -> real"
        "Goodman and Kruskal's lambda for guessing A" undefined "where A is one point" source "Goodman and Kruskal 1954"
    TauX "tau_X" "(P: context) -> real"
        "Goodman and Kruskal's tau for guessing X" undefined "where X is one point" source "Goodman and Kruskal 1954"
    TauA "tau_A" "(P: context) -> real"
        "Goodman and Kruskal's tau for guessing A" undefined "where A is one point" source "Goodman and Kruskal 1954"
    MutualInformation "mutual_information" "(P: context) -> real"
        "the mutual information of X and A, in nats" undefined "" source "Shannon 1948"
    KernelDeviation "kernel_deviation" "(P: context) -> real"
        "`E_{x,y~p} |kX(x,y) - 1|`" undefined "" source "icml25 section 5.1"
    ContextComplexity "context_complexity" "(P: context) -> real"
        "`kappa^2 = max_x kX(x,x)`" undefined "" source "ssl24"
    TauAt "tau" "(P: context, d: integer, beta: real, d0: integer) -> real"
        "`tau_d = 1 / (1 - s_{d+1}^2) + beta (s_1^2 + ... + s_d^2) / (s_1^2 + ... + s_{d0}^2)`"
        undefined "where s_{d+1} is 1 or does not exist, where d0 > N-1, and where the divisor is zero"
        source "icml25 Eq 4"
    Usefulness "usefulness" "(P: context, beta: real, d0: integer) -> real"
        "`min_d tau_d` over the d <= d0 where it has a value"
        undefined "where no tau_d has a value" source "icml25 section 5.2"
    DecayRate "decay_rate" "(P: context) -> real"
        "the lambda that fits `s_i^2 = exp(-lambda i)`" undefined "where s_1 = 0 or does not exist" source "icml25 section 5.1"
    KernelLipschitz "kernel_lipschitz" "(P: context, z: table(X(P), k)) -> real"
        "`L_k = max |kX(y,x) - kX(y,w)| / ||z(x) - z(w)||`" undefined "where no two positions differ" source "icml25 Lemma 25"
    FunctionLipschitz "function_lipschitz" "(P: context, z: table(X(P), k)) -> real"
        "`L_mu`, the largest over all choices of singular functions"
        undefined "where no two positions differ" source "icml25 Lemma 25"
}

impl Quantity {
    /// What the table says of it.
    pub fn entry(self) -> &'static Entry {
        // The variants and the entries are written by one macro, in one order.
        &NAMES[self as usize]
    }
}

/// The entry with a name.
pub fn lookup(name: &str) -> Option<&'static Entry> {
    NAMES.iter().find(|entry| entry.name == name)
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.entry().name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_quantity_has_its_own_entry() {
        let names: HashSet<&str> = NAMES.iter().map(|e| e.name).collect();
        assert_eq!(names.len(), NAMES.len(), "a name stands twice");
        for entry in NAMES {
            assert_eq!(entry.quantity.entry(), entry);
            assert_eq!(lookup(entry.name), Some(entry));
            assert!(entry.signature.contains("->") && !entry.meaning.is_empty(), "{}", entry.name);
        }
        assert!(lookup("no such name").is_none());
    }
}
