//! One encoder and a kernel on its side: features that the integral operator keeps.

use super::extremum::{SelfAdjoint, are_top, centred, count, feasible, gram, sum_of_first};
use crate::exact::matrix::Matrix;
use crate::exact::rational::Rational;
use crate::exact::real::Real;
use crate::exact::truth::{Truth, Undefined};

/// `E ||Phi~||^2 - E <Phi~(X), (T_k Phi~)(X)>`, where `(T_k f)(x) = sum_y k(x,y) p(y) f(y)`. The weights are p; the
/// kernel is n x n, of any sign. Undefined if it is not symmetric. Only what the kernel does to functions of mean
/// zero matters.
///
/// Source: Zhai 2025 (dissertation), chapter 2.
pub fn kernel_integral(weights: &[Rational], k: &Matrix, phi: &Matrix) -> Result<Rational, Undefined> {
    let operator = integral(weights, k)?;
    let features = operator.centred(phi);
    Ok(gram(weights, &features, &features).trace() - operator.trace_on(&features))
}

/// The least value of d features with `Cov_p[Phi] = I`: d less the d largest eigenvalues of `T_k` seen on functions
/// of mean zero, which may be negative. Undefined if the kernel is not symmetric, and for d > n - 1, where there is
/// no such encoder.
///
/// Source: Zhai 2025 (dissertation), chapter 2.
pub fn least_kernel_integral(weights: &[Rational], k: &Matrix, d: usize) -> Result<Real, Undefined> {
    let operator = integral(weights, k)?;
    feasible("the least kernel integral", d, weights.len())?;
    Ok(count(d).minus(&sum_of_first(&operator.eigenvalues_of_mean_zero(), d)))
}

/// Whether `Cov_p[Phi] = I` and no such encoder with as many features has a smaller value. Decided wherever the
/// kernel is symmetric; false for more than n - 1 features. By Ky Fan's principle
/// ([`extremum`](super::extremum)), on functions of mean zero.
pub fn minimises_kernel_integral(weights: &[Rational], k: &Matrix, phi: &Matrix) -> Result<Truth, Undefined> {
    let operator = integral(weights, k)?;
    let features = centred(weights, phi);
    let d = phi.columns();
    let is_feasible = gram(weights, &features, &features) == Matrix::identity(d);
    Ok(Truth::from(is_feasible && are_top(&operator.ritz_values(&features), &operator.eigenvalues_of_mean_zero(), d)))
}

/// `T_k`.
pub(super) fn integral(weights: &[Rational], k: &Matrix) -> Result<SelfAdjoint, Undefined> {
    let undefined = || Undefined::new("the kernel integral", "the kernel is not symmetric");
    SelfAdjoint::of_kernel(weights, k).ok_or_else(undefined)
}
