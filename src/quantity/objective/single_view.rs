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

#[cfg(test)]
mod tests {
    use super::super::better::better_single_view;
    use super::super::kernel_integral::kernel_integral;
    use super::super::minimiser::single_view_minimiser;
    use super::super::naive;
    use super::*;
    use crate::context::gallery;
    use crate::exact::rational::ratio;

    #[test]
    fn values_are_literal_and_the_best_partner_is_the_average() {
        for context in naive::contexts() {
            for (d, seed) in [(0, 1), (1, 2), (3, 3)] {
                let phi: Encoder<X> = naive::encoder(&context, d, seed);
                let psi: Encoder<A> = naive::encoder(&context, d, seed + 1);
                let value = single_view(&context, &phi, &psi);
                let distance = |x, a| naive::distance_squared(phi.matrix(), x, psi.matrix(), a);
                assert_eq!(value, naive::expected(&context, distance));
                let best: Encoder<A> = context.expect_encoder(&phi);
                let least = single_view(&context, &phi, &best);
                assert!(least < value || best == psi, "strictly convex in Psi");
                let along =
                    |t| single_view(&context, &phi, &Encoder::new(best.matrix().plus(&psi.matrix().scaled(&t))));
                assert_eq!(naive::slope(along), ratio(0, 1));
                // The least over Psi is the kernel integral with the dual kernel, whatever the covariance.
                let weights = context.marginal::<X>();
                assert_eq!(kernel_integral(&weights, &context.kernel::<X>(), phi.matrix()), Ok(least));
            }
        }
    }

    #[test]
    fn verdicts_fit_the_least_value() {
        let (mut best, mut others) = (0, 0);
        for context in naive::uniform_contexts() {
            let spectrum = Spectrum::of(&context);
            for (d, seed) in [(0, 1), (1, 2), (1, 0), (2, 3), (2, 4), (3, 5)] {
                let phi = Encoder::new(naive::shifted(&naive::orthonormal(4, d, seed)));
                let least = least_single_view(&context, &spectrum, d).unwrap();
                for psi in [context.expect_encoder(&phi), naive::encoder(&context, d, seed)] {
                    let value = single_view(&context, &phi, &psi);
                    let verdict = minimises_single_view(&context, &spectrum, &phi, &psi);
                    if naive::assert_least(&value, &least, verdict, &format!("{context:?}, {phi:?}")) {
                        assert!(better_single_view(&context, &phi, &psi).is_none());
                        best += 1;
                    } else {
                        let (phi, psi) = better_single_view(&context, &phi, &psi).expect("a better pair");
                        assert!(has_unit_covariance(&context, &phi) && single_view(&context, &phi, &psi) < value);
                        others += 1;
                    }
                }
                if let Some((phi, psi)) = single_view_minimiser(&context, d) {
                    let verdict = minimises_single_view(&context, &spectrum, &phi, &psi);
                    assert!(naive::assert_least(&single_view(&context, &phi, &psi), &least, verdict, "a minimiser"));
                }
            }
        }
        assert!(best > 8 && others > 8, "{best} and {others}");
    }

    #[test]
    fn infeasible_encoders_and_too_many_features() {
        let context = gallery::independent(2, 1);
        let spectrum = Spectrum::of(&context);
        assert_eq!(least_single_view(&context, &spectrum, 1).unwrap().as_rational(), Some(&ratio(1, 1)), "s_1 = 0");
        assert!(least_single_view(&context, &spectrum, 2).is_err());
        // Zero is nearer to zero than anything feasible.
        let zero = (naive::values(2, 1, 1).scaled(&integer(0)), naive::values(1, 1, 1).scaled(&integer(0)));
        let (phi, psi) = (Encoder::new(zero.0), Encoder::new(zero.1));
        assert_eq!(single_view(&context, &phi, &psi), integer(0));
        assert_eq!(minimises_single_view(&context, &spectrum, &phi, &psi), Truth::False);
        let perfect = gallery::perfect(4);
        let least = least_single_view(&perfect, &Spectrum::of(&perfect), 3).unwrap();
        assert_eq!(least.as_rational(), Some(&integer(0)), "s_3 = 1");
    }
}
