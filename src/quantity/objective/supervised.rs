//! The risk of a linear probe for vector-valued labels.

use super::extremum::{SelfAdjoint, are_top, sum_of_first};
use crate::context::{A, Context, Encoder, X};
use crate::exact::elimination::{independent_columns, solve};
use crate::exact::matrix::Matrix;
use crate::exact::rational::Rational;
use crate::exact::real::Real;
use crate::exact::truth::Truth;

/// `min_{W,b} E ||W Phi(X) + b - v(A)||^2`, in `[0, E ||v||^2]`, where `b = 0` unless there is an intercept. The
/// label of a point a is the row v(a). Denoising is this on the transposed context.
///
/// It is `E ||v||^2 - Tr(C^T G^-1 C)` for the Gram matrix G of a basis of the features' span and
/// `C = <phi_i, T v_j>`. An intercept takes the means out of both: features and labels are centred.
///
/// Source: Zhai et al. 2025, section 3.1.
pub fn supervised(context: &Context, v: &Encoder<A>, phi: &Encoder<X>, intercept: bool) -> Rational {
    let (v, phi) = posed(context, v, phi, intercept);
    let basis = Encoder::<X>::new(phi.matrix().select_columns(&independent_columns(phi.matrix())));
    let cross = context.gram(&basis, &context.expect_encoder(&v));
    let probe = solve(&context.gram(&basis, &basis), &cross).expect("a basis has an invertible Gram matrix");
    context.gram(&v, &v).trace() - cross.transposed().times(&probe).trace()
}

/// The least risk of d features: `E ||v||^2` (of the centred v with an intercept) less the d largest
/// eigenvalues of `T L T*`, where L is the integral operator of `v(a).v(a')`. Of more than N features as of N.
///
/// Source: Zhai et al. 2025, Theorems 6 and 8.
pub fn least_supervised(context: &Context, v: &Encoder<A>, d: usize, intercept: bool) -> Real {
    let (v, _) = posed(context, v, &no_features(context), intercept);
    let values = labelled_operator(context, &v).eigenvalues();
    Real::from(context.gram(&v, &v).trace()).minus(&sum_of_first(&values, d))
}

/// Whether no encoder with as many features has a smaller risk. Always decided.
///
/// The risk of features of rank r is `E ||v||^2` less the trace of `T L T*` on their span, so it is least if and
/// only if the r Ritz values are the r largest eigenvalues, and those up to the d-th are zero.
///
/// Source: Zhai et al. 2025, Theorems 6 and 8.
pub fn minimises_supervised(context: &Context, v: &Encoder<A>, phi: &Encoder<X>, intercept: bool) -> Truth {
    let (v, phi) = posed(context, v, phi, intercept);
    let operator = labelled_operator(context, &v);
    let ritz = operator.ritz_values(phi.matrix());
    Truth::from(are_top(&ritz, &operator.eigenvalues(), phi.dimension()))
}

/// `T L T*` on X: the integral operator of `u(x).u(x')` for `u = T v`. With centred labels it maps constants to
/// zero, so that what it has on all functions it has on those of mean zero.
pub(super) fn labelled_operator(context: &Context, v: &Encoder<A>) -> SelfAdjoint {
    let u: Encoder<X> = context.expect_encoder(v);
    let kernel = u.matrix().times(&u.matrix().transposed());
    SelfAdjoint::of_kernel(&context.marginal::<X>(), &kernel).expect("a kernel of inner products is symmetric")
}

/// Labels and features as the probe sees them.
pub(super) fn posed(context: &Context, v: &Encoder<A>, phi: &Encoder<X>, intercept: bool) -> (Encoder<A>, Encoder<X>) {
    match intercept {
        true => (context.centred_encoder(v), context.centred_encoder(phi)),
        false => (v.clone(), phi.clone()),
    }
}

pub(super) fn no_features(context: &Context) -> Encoder<X> {
    Encoder::new(Matrix::zero(context.n(), 0))
}
