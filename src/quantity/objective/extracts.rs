//! Whether an encoder extracts the top eigenspace of an operator.

use super::extremum::{SelfAdjoint, are_top};
use crate::exact::elimination::rank;
use crate::exact::matrix::Matrix;
use crate::exact::rational::Rational;

/// Whether the d columns of `phi` are independent and their span is that of d orthonormal eigenfunctions of the
/// operator that belong to its d largest eigenvalues, counted with multiplicity. Where the d-th is tied with the
/// next, any choice among their eigenfunctions will do. The constant function is a function like any other, and
/// eigenvalues may be negative. Of no features it is true; of more than n false.
///
/// The operator is n x n and multiplies columns of values; `phi` is n x d. `None` unless the weights are positive
/// and the operator is self-adjoint for `sum_x w(x) f(x) g(x)`.
///
/// Source: Zhai et al. 2025, section 2.1. By Ky Fan's principle ([`extremum`](super::extremum)).
pub fn extracts(weights: &[Rational], operator: &Matrix, phi: &Matrix) -> Option<bool> {
    let operator = SelfAdjoint::of_operator(weights, operator)?;
    let d = phi.columns();
    Some(rank(phi) == d && are_top(&operator.ritz_values(phi), &operator.eigenvalues(), d))
}
