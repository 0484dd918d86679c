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

#[cfg(test)]
mod tests {
    use super::super::better::better_two_sided;
    use super::super::minimiser::two_sided_minimiser;
    use super::super::naive;
    use super::*;
    use crate::context::gallery;
    use crate::exact::rational::ratio;

    #[test]
    fn values_are_literal_and_do_not_see_constants() {
        for context in naive::contexts() {
            for (d, seed) in [(0, 1), (1, 2), (3, 3)] {
                let phi: Encoder<X> = naive::encoder(&context, d, seed);
                let psi: Encoder<A> = naive::encoder(&context, d, seed + 1);
                let centred = (context.centred_encoder(&phi), context.centred_encoder(&psi));
                let distance = |x, a| naive::distance_squared(centred.0.matrix(), x, centred.1.matrix(), a);
                let value = two_sided(&context, &phi, &psi);
                assert_eq!(value, naive::expected(&context, distance));
                let shifted = Encoder::new(naive::shifted(phi.matrix()));
                assert_eq!(two_sided(&context, &shifted, &psi), value);
            }
        }
    }

    #[test]
    fn verdicts_fit_the_least_value() {
        let (mut best, mut others) = (0, 0);
        for context in naive::uniform_contexts() {
            let spectrum = Spectrum::of(&context);
            let mut pairs = Vec::new();
            for (d, seed) in [(0, 1), (1, 2), (1, 0), (2, 3), (2, 4), (3, 5)] {
                let phi = Encoder::new(naive::shifted(&naive::orthonormal(4, d, seed)));
                for seed in [seed, seed + 1] {
                    let psi = Encoder::new(naive::orthonormal(context.m(), d, seed));
                    pairs.push((phi.clone(), psi.clone()));
                    // With a sign changed, one of the two is worse.
                    pairs.push((Encoder::new(phi.matrix().scaled(&integer(-1))), psi));
                }
                pairs.extend(two_sided_minimiser(&context, d));
            }
            for (phi, psi) in pairs {
                let least = least_two_sided(&context, &spectrum, phi.dimension()).unwrap();
                let value = two_sided(&context, &phi, &psi);
                let verdict = minimises_two_sided(&context, &spectrum, &phi, &psi);
                if naive::assert_least(&value, &least, verdict, &format!("{context:?}, {phi:?}, {psi:?}")) {
                    assert!(better_two_sided(&context, &phi, &psi).is_none());
                    best += 1;
                } else {
                    let (phi, psi) = better_two_sided(&context, &phi, &psi).expect("a better pair");
                    assert!(has_unit_covariance(&context, &phi) && has_unit_covariance(&context, &psi));
                    assert!(two_sided(&context, &phi, &psi) < value);
                    others += 1;
                }
            }
        }
        assert!(best > 20 && others > 20, "{best} and {others}");
    }

    /// A common rotation keeps a minimiser; one of a single side does not, nor does a sign.
    #[test]
    fn rotations_of_both_and_of_one() {
        let context = gallery::flipped_signs(2, &ratio(1, 2));
        let spectrum = Spectrum::of(&context);
        let signs = Matrix::from_fn(4, 2, |x, j| integer(if x >> j & 1 == 1 { 1 } else { -1 }));
        let turn = Matrix::rational(2, 2, &[ratio(3, 5), ratio(4, 5), ratio(-4, 5), ratio(3, 5)]);
        let minimises = |f: &Matrix, g: &Matrix| {
            minimises_two_sided(&context, &spectrum, &Encoder::new(f.clone()), &Encoder::new(g.clone())) == Truth::True
        };
        assert!(minimises(&signs, &signs) && minimises(&signs.times(&turn), &signs.times(&turn)));
        assert!(!minimises(&signs, &signs.times(&turn)), "C is not symmetric");
        assert!(!minimises(&signs, &signs.scaled(&integer(-1))), "C is negative");
        let swap = Matrix::rational(2, 2, &[integer(0), integer(1), integer(1), integer(0)]);
        assert!(!minimises(&signs, &signs.times(&swap)), "C is symmetric, with values 1/2 and -1/2");
        assert!(!minimises(&signs, &signs.select_columns(&[0])), "of different dimensions");
        // Signs that flip more often than not go with their opposites.
        let context = gallery::flipped_signs(2, &ratio(3, 2));
        let minimises = |g: &Matrix| {
            minimises_two_sided(
                &context,
                &Spectrum::of(&context),
                &Encoder::new(signs.clone()),
                &Encoder::new(g.clone()),
            )
        };
        assert_eq!(minimises(&signs.scaled(&integer(-1))), Truth::True);
        assert_eq!(minimises(&signs), Truth::False);
    }

    #[test]
    fn the_shorter_side_bounds_the_features() {
        let context = Context::from_counts(&[[1, 2, 3], [3, 1, 0]]).unwrap();
        let spectrum = Spectrum::of(&context);
        assert!(least_two_sided(&context, &spectrum, 1).is_ok());
        assert!(least_two_sided(&context, &spectrum, 2).unwrap_err().reason().contains("on 2 points"));
        let tall = context.transposed();
        assert!(least_two_sided(&tall, &Spectrum::of(&tall), 2).is_err(), "s_2 = 0 exists, nu_2 does not");
        let none = gallery::independent(2, 2);
        assert_eq!(least_two_sided(&none, &Spectrum::of(&none), 1).unwrap().as_rational(), Some(&integer(2)));
    }
}
