//! The low-rank approximation of the joint table by the products of two encoders.

use super::extremum::{SelfAdjoint, sum_of_squares};
use crate::context::{A, Context, Encoder, Spectrum, X};
use crate::exact::algebraic::RealAlgebraic;
use crate::exact::matrix::Matrix;
use crate::exact::rational::{Rational, integer};
use crate::exact::real::Real;
use crate::exact::truth::Truth;
use num_traits::Zero;

/// `-2 E_P[Phi(X).Psi(A)] + E_{p x q}[(Phi(X).Psi(A))^2]`, at least minus the trace of K. Panics unless both have
/// as many features.
///
/// It is `||F - T||^2 - ||T||^2` (Hilbert-Schmidt) for the operator F of the kernel `Phi(x).Psi(a)`, and equal to
/// `-2 Tr <Phi, T Psi> + Tr(G_Phi G_Psi)`.
///
/// Source: the authors' code; HaoChen et al. 2021.
pub fn low_rank(context: &Context, phi: &Encoder<X>, psi: &Encoder<A>) -> Rational {
    let together = context.gram(phi, &context.expect_encoder(psi)).trace();
    context.gram(phi, phi).times(&context.gram(psi, psi)).trace() - integer(2) * together
}

/// The least value of d features on both sides: `-sum_{i<d} s_i^2`, where `s_0 = 1` and the `s_i` that do not exist
/// are zero (Eckart and Young 1936). Of no features it is 0.
pub fn least_low_rank(spectrum: &Spectrum, d: usize) -> Real {
    match d {
        0 => Real::zero(),
        _ => Real::sum([Real::from(integer(1)), sum_of_squares(spectrum, d - 1)]).negated(),
    }
}

/// Whether no pair with as many features has a smaller value. Always decided.
///
/// F is a best approximation of T of rank d or less if and only if it is T on a set of top-d singular functions and
/// zero beside them. Then `(T - F) F* = 0` and `(T - F)* F = 0`, and `F F*` has the d largest eigenvalues of K,
/// zeros beyond. Conversely the first of these makes the value `-Tr F F*`, and the last makes that the least.
pub fn minimises_low_rank(context: &Context, spectrum: &Spectrum, phi: &Encoder<X>, psi: &Encoder<A>) -> Truth {
    assert_eq!(phi.dimension(), psi.dimension(), "encoders with as many features");
    let (of_phi, of_psi) = (context.gram(phi, phi), context.gram(psi, psi));
    let left = context.expect_encoder::<X>(psi).matrix().minus(&phi.matrix().times(&of_psi));
    let right = context.expect_encoder::<A>(phi).matrix().minus(&psi.matrix().times(&of_phi));
    let vanishes = |m: Matrix| m.entries().iter().all(Zero::is_zero);
    let is_stationary =
        vanishes(left.times(&phi.matrix().transposed())) && vanishes(right.times(&psi.matrix().transposed()));
    Truth::from(
        is_stationary && {
            let kernel = phi.matrix().times(&of_psi).times(&phi.matrix().transposed());
            let square = SelfAdjoint::of_kernel(&context.marginal::<X>(), &kernel).expect("F F* is self-adjoint");
            let first = phi.dimension().min(context.n());
            let trivial = RealAlgebraic::from(integer(1));
            let mut best = std::iter::once(&trivial).chain((1..context.n()).filter_map(|i| spectrum.squared(i)));
            square.eigenvalues().iter().take(first).all(|value| best.next() == Some(value))
        },
    )
}
