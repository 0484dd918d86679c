//! The loss that draws together the features of two views, with the covariance kept.

use super::extremum::{count, feasible, has_unit_covariance, squares, sum_of_squares};
use crate::context::{A, Context, Encoder, Spectrum, X};
use crate::exact::matrix::Matrix;
use crate::exact::pencil::pencil_eigenvalues;
use crate::exact::rational::{Rational, integer};
use crate::exact::real::Real;
use crate::exact::truth::{Truth, Undefined};

/// `E ||Psi(A) - Psi(A+)||^2 = 2 (Tr G - Tr G_T)`, not negative, for the Gram matrices G of Psi and `G_T` of
/// `T Psi`. A and A+ come from one x (`sum_x p(x) P(a|x) P(a+|x)`).
///
/// Source: Zhai et al. 2025, section 3.2.
pub fn noncontrastive(context: &Context, psi: &Encoder<A>) -> Rational {
    let images: Encoder<X> = context.expect_encoder(psi);
    integer(2) * (context.gram(psi, psi).trace() - context.gram(&images, &images).trace())
}

/// The least loss of d features with `Cov_q[Psi] = I`: `2 sum_{i<=d} (1 - s_i^2)`, with zeros for the `s_i` beyond
/// N - 1. Undefined for d > M - 1, where there is no such encoder.
///
/// Source: Zhai et al. 2025, Theorem 10.
pub fn least_noncontrastive(context: &Context, spectrum: &Spectrum, d: usize) -> Result<Real, Undefined> {
    feasible("the least non-contrastive loss", d, context.m())?;
    Ok(count(d).minus(&sum_of_squares(spectrum, d)).times(&count(2)))
}

/// Whether `Cov_q[Psi] = I` and no such encoder with as many features has a smaller loss. Always decided; false
/// for more than M - 1 features.
///
/// With the covariance I the loss is twice d less the trace of `T* T` on the span of the centred features, so it
/// is least if and only if their Ritz values are `s_1^2 .. s_d^2`.
///
/// Source: Zhai et al. 2025, Theorem 10.
pub fn minimises_noncontrastive(context: &Context, spectrum: &Spectrum, psi: &Encoder<A>) -> Truth {
    let d = psi.dimension();
    Truth::from(
        has_unit_covariance(context, psi) && {
            let images: Encoder<X> = context.expect_encoder(&context.centred_encoder(psi));
            pencil_eigenvalues(&Matrix::identity(d), &context.gram(&images, &images)) == squares(spectrum, d)
        },
    )
}
