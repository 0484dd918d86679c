//! The smoothness of features over the edges of a graph, with the covariance kept.

use super::extremum::{Among, SelfAdjoint, count, feasible, has_unit_covariance, sum_of_first};
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
    let features = context.centred_encoder(phi);
    let is_top = || step.is_top(features.matrix(), phi.dimension(), Among::MeanZero);
    Ok(Truth::from(has_unit_covariance(context, phi) && is_top()))
}

/// T as an operator on functions on X, a random step along an edge.
pub(super) fn step(context: &Context) -> Result<SelfAdjoint, Undefined> {
    let undefined = || Undefined::new("the graph loss", "the table is not symmetric, so it is no graph");
    SelfAdjoint::of_operator(&context.marginal::<X>(), &context.expectation::<X>()).ok_or_else(undefined)
}

#[cfg(test)]
mod tests {
    use super::super::better::better_graph;
    use super::super::minimiser::graph_minimiser;
    use super::super::naive;
    use super::*;
    use crate::context::{Spectrum, gallery};
    use crate::exact::matrix::Matrix;
    use crate::exact::rational::{integer, ratio};
    use crate::quantity::learning::learns;
    use std::cmp::Ordering;

    #[test]
    fn losses_are_literal_and_do_not_see_constants() {
        for context in
            [gallery::cycle(5), gallery::any_other(3), gallery::complete_bipartite(1, 2), gallery::one_point()]
        {
            for (d, seed) in [(0, 1), (1, 2), (3, 3)] {
                let phi = naive::encoder(&context, d, seed);
                let edges = |u, v| naive::distance_squared(phi.matrix(), u, phi.matrix(), v);
                let loss = graph_loss(&context, &phi).unwrap();
                assert_eq!(loss, naive::expected(&context, edges) / integer(2));
                assert_eq!(graph_loss(&context, &Encoder::new(naive::shifted(phi.matrix()))), Ok(loss));
            }
        }
    }

    #[test]
    fn verdicts_fit_the_least_value() {
        let (mut best, mut others) = (0, 0);
        for context in naive::uniform_contexts().into_iter().filter(|c| step(c).is_ok()) {
            for (d, seed) in [(0, 1), (1, 2), (1, 0), (2, 3), (2, 4), (3, 5)] {
                let phi = Encoder::new(naive::shifted(&naive::orthonormal(4, d, seed)));
                let loss = graph_loss(&context, &phi).unwrap();
                let least = least_graph_loss(&context, d).unwrap();
                let verdict = minimises_graph_loss(&context, &phi).unwrap();
                match naive::assert_least(&loss, &least, verdict, &format!("{context:?}, {phi:?}")) {
                    true => {
                        assert!(better_graph(&context, &phi).is_none());
                        best += 1;
                    }
                    false => {
                        let better = better_graph(&context, &phi).expect("a better one");
                        assert!(has_unit_covariance(&context, &better));
                        assert!(graph_loss(&context, &better).unwrap() < loss);
                        others += 1;
                    }
                }
                if let Some(best) = graph_minimiser(&context, d) {
                    let (loss, verdict) = (graph_loss(&context, &best), minimises_graph_loss(&context, &best));
                    assert!(naive::assert_least(&loss.unwrap(), &least, verdict.unwrap(), "a minimiser"));
                }
            }
        }
        assert!(best > 8 && others > 8, "{best} and {others}");
    }

    /// Signs that flip more often than not: T has -1/2 for each sign and 1/4 for their product, which is therefore best
    /// for the graph, and worst for K.
    #[test]
    fn negative_values_are_last_for_the_graph_and_first_for_the_contexture() {
        let context = gallery::flipped_signs(2, &ratio(3, 2));
        let product = Encoder::new(Matrix::from_fn(4, 1, |x, _| integer([1, -1, -1, 1][x])));
        assert_eq!(graph_loss(&context, &product), Ok(ratio(3, 4)));
        assert_eq!(least_graph_loss(&context, 1).unwrap().as_rational(), Some(&ratio(3, 4)));
        assert_eq!(minimises_graph_loss(&context, &product), Ok(Truth::True));
        assert!(learns(&context, &Spectrum::of(&context), &product).is_err());
        let least = |d| least_graph_loss(&context, d).unwrap().as_rational().cloned();
        assert_eq!([least(2), least(3)], [Some(ratio(9, 4)), Some(ratio(15, 4))], "1 + 1/2 for each sign");
        // A graph with two parts: -1 for the sign of the part.
        let parts = gallery::complete_bipartite(1, 1);
        assert_eq!(least_graph_loss(&parts, 1).unwrap().as_rational(), Some(&ratio(2, 1)));
        // The pentagon: cos 72 degrees twice, then cos 144 degrees.
        assert_eq!(least_graph_loss(&gallery::cycle(5), 2).unwrap().decimal(9), "1.381966011");
        assert_eq!(least_graph_loss(&gallery::cycle(5), 3).unwrap().decimal(9), "3.190983006");
        assert_eq!(least_graph_loss(&gallery::cycle(5), 4).unwrap().compare(&count(5)), Ok(Ordering::Equal));
    }

    #[test]
    fn what_is_no_graph_or_has_no_encoder() {
        let table = Context::from_counts(&[[1, 2], [3, 1]]).unwrap();
        let phi = Encoder::new(Matrix::zero(2, 1));
        assert!(graph_loss(&table, &phi).is_err() && least_graph_loss(&table, 1).is_err());
        assert!(minimises_graph_loss(&table, &phi).is_err());
        let wide = Context::from_counts(&[[1, 2, 1], [2, 1, 1]]).unwrap();
        assert!(graph_loss(&wide, &phi).is_err());
        let graph = gallery::any_other(2);
        assert!(least_graph_loss(&graph, 2).unwrap_err().reason().contains("2 features on 2 points"));
        assert_eq!(minimises_graph_loss(&graph, &Encoder::new(Matrix::zero(2, 2))), Ok(Truth::False));
        assert_eq!(minimises_graph_loss(&graph, &Encoder::new(Matrix::zero(2, 0))), Ok(Truth::True));
    }
}
