//! The smoothness of features over the edges of a graph, with the covariance kept.

use super::extremum::{SelfAdjoint, are_top, count, feasible, has_unit_covariance, sum_of_first};
use crate::context::{Context, Encoder, X};
use crate::exact::rational::Rational;
use crate::exact::real::Real;
use crate::exact::truth::{Truth, Undefined};

/// `1/2 E_{(u,v)~P} ||Phi(u) - Phi(v)||^2`, not negative, for a symmetric table: A is X, and `P(u,v)` the weight of an
/// edge. Undefined for a table that is not square or not symmetric. It does not see constants.
///
/// Source: Zhai et al. 2025, Theorem 12.
pub fn graph_loss(context: &Context, phi: &Encoder<X>) -> Result<Rational, Undefined> {
    let step = step(context)?;
    Ok(context.gram(phi, phi).trace() - step.trace_on(phi.matrix()))
}

/// The least loss of d features with `Cov_p[Phi] = I`: d less the d largest eigenvalues of T on functions of mean
/// zero. These are not the `s_i`, which are their absolute values. Undefined as [`graph_loss`], and for d > N - 1,
/// where there is no such encoder.
///
/// Source: Zhai et al. 2025, proof of Theorem 12.
pub fn least_graph_loss(context: &Context, d: usize) -> Result<Real, Undefined> {
    let step = step(context)?;
    feasible("the least graph loss", d, context.n())?;
    Ok(count(d).minus(&sum_of_first(&step.eigenvalues_of_mean_zero(), d)))
}

/// Whether `Cov_p[Phi] = I` and no such encoder with as many features has a smaller loss. Decided for every symmetric
/// table; false for more than N - 1 features. The loss is d less the trace of T on the span of the centred
/// features, so Ky Fan's principle ([`extremum`](super::extremum)) decides.
pub fn minimises_graph_loss(context: &Context, phi: &Encoder<X>) -> Result<Truth, Undefined> {
    let step = step(context)?;
    Ok(Truth::from(
        has_unit_covariance(context, phi) && {
            let ritz = step.ritz_values(context.centred_encoder(phi).matrix());
            are_top(&ritz, &step.eigenvalues_of_mean_zero(), phi.dimension())
        },
    ))
}

/// T as an operator on functions on X, a random step along an edge.
pub(super) fn step(context: &Context) -> Result<SelfAdjoint, Undefined> {
    let undefined = || Undefined::new("the graph loss", "the table is not symmetric, so it is no graph");
    SelfAdjoint::of_operator(&context.marginal::<X>(), &context.expectation::<X>()).ok_or_else(undefined)
}
