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

#[cfg(test)]
mod tests {
    use super::super::better::better_noncontrastive;
    use super::super::minimiser::noncontrastive_minimiser;
    use super::super::naive;
    use super::*;
    use crate::context::gallery;
    use crate::exact::rational::ratio;

    #[test]
    fn losses_are_literal_and_do_not_see_constants() {
        for context in naive::contexts() {
            for (d, seed) in [(0, 1), (1, 2), (3, 3)] {
                let psi = naive::encoder(&context, d, seed);
                let pairs = |a, b| naive::distance_squared(psi.matrix(), a, psi.matrix(), b);
                assert_eq!(noncontrastive(&context, &psi), naive::expected_of_views(&context, pairs));
                let shifted = Encoder::new(naive::shifted(psi.matrix()));
                assert_eq!(noncontrastive(&context, &shifted), noncontrastive(&context, &psi));
                if d > 0 {
                    assert_eq!(minimises_noncontrastive(&context, &Spectrum::of(&context), &psi), Truth::False);
                }
            }
        }
    }

    #[test]
    fn verdicts_fit_the_least_value() {
        let (mut best, mut others) = (0, 0);
        for context in naive::uniform_contexts() {
            let spectrum = Spectrum::of(&context);
            for (d, seed) in [(0, 1), (1, 2), (1, 0), (2, 3), (2, 4), (3, 5)] {
                let features = naive::orthonormal(context.m(), d, seed);
                let psi = Encoder::new(naive::shifted(&features));
                let loss = noncontrastive(&context, &psi);
                let least = least_noncontrastive(&context, &spectrum, d).unwrap();
                let verdict = minimises_noncontrastive(&context, &spectrum, &psi);
                match naive::assert_least(&loss, &least, verdict, &format!("{context:?}, {psi:?}")) {
                    true => {
                        assert!(better_noncontrastive(&context, &psi).is_none());
                        best += 1;
                    }
                    false => {
                        let better = better_noncontrastive(&context, &psi).expect("a better one");
                        assert!(has_unit_covariance(&context, &better) && noncontrastive(&context, &better) < loss);
                        others += 1;
                    }
                }
                let doubled = Encoder::new(psi.matrix().scaled(&integer(2)));
                assert_eq!(minimises_noncontrastive(&context, &spectrum, &doubled), Truth::from(d == 0));
                if let Some(best) = noncontrastive_minimiser(&context, d) {
                    let verdict = minimises_noncontrastive(&context, &spectrum, &best);
                    assert!(naive::assert_least(&noncontrastive(&context, &best), &least, verdict, "a minimiser"));
                }
            }
        }
        assert!(best > 8 && others > 8, "{best} and {others}");
    }

    /// M = 8 > N = 4: beyond s_3 the kernel of T costs 2 a feature. And M = 2 < N.
    #[test]
    fn sides_of_different_sizes_and_too_many_features() {
        let wide = naive::uniform_contexts().pop().unwrap();
        let spectrum = Spectrum::of(&wide);
        let least = |d| least_noncontrastive(&wide, &spectrum, d).unwrap();
        assert_eq!(least(7).minus(&least(3)).as_rational(), Some(&ratio(8, 1)));
        assert!(least_noncontrastive(&wide, &spectrum, 8).unwrap_err().reason().contains("8 points"));
        let classes = gallery::deterministic(&[2, 2]);
        let spectrum = Spectrum::of(&classes);
        assert_eq!(least_noncontrastive(&classes, &spectrum, 1).unwrap().as_rational(), Some(&ratio(0, 1)), "s_1 = 1");
        assert!(least_noncontrastive(&classes, &spectrum, 2).is_err());
        let psi = Encoder::new(Matrix::from_fn(2, 1, |a, _| integer(2 * a as i64 - 1)));
        assert_eq!(minimises_noncontrastive(&classes, &spectrum, &psi), Truth::True);
        let point = gallery::one_point();
        assert_eq!(least_noncontrastive(&point, &Spectrum::of(&point), 0).unwrap().as_rational(), Some(&ratio(0, 1)));
        assert!(least_noncontrastive(&point, &Spectrum::of(&point), 1).is_err());
    }
}
