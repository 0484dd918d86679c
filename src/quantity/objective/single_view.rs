//! One view, two encoders: the features of X near those of A, with the covariance of the first kept.

use super::extremum::{count, feasible, has_unit_covariance, squares, sum_of_squares};
use crate::context::{A, Context, Encoder, Spectrum, X};
use crate::exact::rational::{Rational, integer};
use crate::exact::real::Real;
use crate::exact::truth::{Truth, Undefined};
use crate::quantity::encoder::ritz_values;

/// `E ||Phi(X) - Psi(A)||^2`, not negative. Panics unless both have as many features.
///
/// Source: Zhai 2025 (dissertation), chapter 2.
pub fn single_view(context: &Context, phi: &Encoder<X>, psi: &Encoder<A>) -> Rational {
    let together = context.gram(phi, &context.expect_encoder(psi)).trace();
    context.gram(phi, phi).trace() + context.gram(psi, psi).trace() - integer(2) * together
}

/// The least value over all Phi with `Cov_p[Phi] = I` and all Psi, of d features each: `sum_{i<=d} (1 - s_i^2)`.
/// Undefined for d > N - 1, where there is no such Phi.
///
/// Source: Zhai 2025 (dissertation), chapter 2.
pub fn least_single_view(context: &Context, spectrum: &Spectrum, d: usize) -> Result<Real, Undefined> {
    feasible("the least single-view loss", d, context.n())?;
    Ok(count(d).minus(&sum_of_squares(spectrum, d)))
}

/// Whether `Cov_p[Phi] = I` and no such pair with as many features has a smaller value. Always decided; false for
/// more than N - 1 features.
///
/// For a given Phi the value is `E ||Phi||^2 - E ||T* Phi||^2 + E ||T* Phi - Psi||^2`, so the only best Psi is
/// `T* Phi`; means cancel, and what is left is d less the trace of K on the span of the centred features.
pub fn minimises_single_view(context: &Context, spectrum: &Spectrum, phi: &Encoder<X>, psi: &Encoder<A>) -> Truth {
    Truth::from(
        has_unit_covariance(context, phi)
            && context.expect_encoder::<A>(phi) == *psi
            && ritz_values(context, phi) == squares(spectrum, phi.dimension()),
    )
}
