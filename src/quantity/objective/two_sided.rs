//! Two encoders near each other, with both covariances kept.

use super::extremum::{count, feasible, has_unit_covariance, squares};
use crate::context::{A, Context, Encoder, Spectrum, X};
use crate::exact::elimination::definiteness;
use crate::exact::matrix::Matrix;
use crate::exact::pencil::pencil_eigenvalues;
use crate::exact::rational::{Rational, integer};
use crate::exact::real::Real;
use crate::exact::truth::{Truth, Undefined};
use std::cmp::Ordering;

/// `E ||Phi~(X) - Psi~(A)||^2`, not negative. Panics unless both have as many features.
///
/// Source: Zhai 2025 (dissertation), chapter 2.
pub fn two_sided(context: &Context, phi: &Encoder<X>, psi: &Encoder<A>) -> Rational {
    let (phi, psi) = (context.centred_encoder(phi), context.centred_encoder(psi));
    let together = context.gram(&phi, &context.expect_encoder(&psi)).trace();
    context.gram(&phi, &phi).trace() + context.gram(&psi, &psi).trace() - integer(2) * together
}

/// The least value over all Phi and Psi of d features with both covariances I: `2 sum_{i<=d} (1 - s_i)`. Undefined
/// for d > min(N, M) - 1, where there are none.
///
/// Source: Zhai 2025 (dissertation), chapter 2.
pub fn least_two_sided(context: &Context, spectrum: &Spectrum, d: usize) -> Result<Real, Undefined> {
    feasible("the least two-sided loss", d, context.n().min(context.m()))?;
    let value = |i: usize| spectrum.singular_value(i).expect("not more than there are");
    Ok(count(d).minus(&Real::sum((1..=d).map(value))).times(&count(2)))
}

/// Whether `Cov_p[Phi] = Cov_q[Psi] = I` and no such pair with as many features has a smaller value. Always decided.
///
/// The value is `2 (d - Tr C)` for `C = <phi_i~, T psi_j~>`, whose singular values are at most `s_1 .. s_d`, one by
/// one. A trace is at most the sum of the singular values, with equality if and only if the matrix is symmetric
/// and positive semidefinite. So the value is least exactly if C is that, and `C^2` has the eigenvalues
/// `s_1^2 .. s_d^2`.
pub fn minimises_two_sided(context: &Context, spectrum: &Spectrum, phi: &Encoder<X>, psi: &Encoder<A>) -> Truth {
    let d = phi.dimension();
    let is_feasible = psi.dimension() == d && has_unit_covariance(context, phi) && has_unit_covariance(context, psi);
    Truth::from(
        is_feasible && {
            let images = context.expect_encoder(&context.centred_encoder(psi));
            let c = context.gram(&context.centred_encoder(phi), &images);
            c.is_symmetric()
                && definiteness(&c) != Ordering::Less
                && pencil_eigenvalues(&Matrix::identity(d), &c.times(&c)) == squares(spectrum, d)
        },
    )
}
