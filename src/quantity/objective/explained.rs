//! What the features of an encoder keep under `T*`: the objective of principal components.

use super::extremum::is_orthonormal_of_mean_zero;
use crate::context::{A, Context, Encoder, Spectrum, X};
use crate::exact::rational::Rational;
use crate::exact::truth::Truth;
use crate::quantity::encoder::ritz_values;

/// `sum_j ||T* phi_j||^2`, in `[0, sum_j ||phi_j||^2]`. The features are taken as they are, not centred.
///
/// Source: Zhai et al. 2025, section 2.2.
pub fn explained(context: &Context, encoder: &Encoder<X>) -> Rational {
    let images: Encoder<A> = context.expect_encoder(encoder);
    context.gram(&images, &images).trace()
}

/// Whether the features are orthonormal and of mean zero, and no such encoder with as many features has a
/// larger `sum_j ||T* phi_j||^2`. Always decided. Of no features it is true; of more than N - 1 false, since
/// no such encoder exists.
///
/// For orthonormal features of mean zero the sum is that of the d eigenvalues `theta_1 >= .. >= theta_d` of
/// K seen on their span. Each `theta_i <= s_i^2` (Courant-Fischer), and the sum of the `s_i^2` is attained by
/// singular functions (Ky Fan 1949), so it is the maximum, and is reached if and only if `theta_i = s_i^2`
/// for every i. Whether the span is invariant is not asked.
///
/// Source: Zhai et al. 2025, section 2.2.
pub fn maximises_explained(context: &Context, spectrum: &Spectrum, encoder: &Encoder<X>) -> Truth {
    let dimension = encoder.dimension();
    // Orthonormal functions of mean zero are at most N - 1.
    Truth::from(
        is_orthonormal_of_mean_zero(context, encoder) && {
            let values = ritz_values(context, encoder);
            (1..=dimension).all(|i| spectrum.squared(i) == Some(&values[i - 1]))
        },
    )
}

#[cfg(test)]
mod tests {

    use super::*;
    use crate::context::gallery;
    use crate::exact::matrix::Matrix;
    use crate::exact::rational::{integer, ratio};
    use crate::quantity::learning::learns;
    use num_traits::Zero;

    const FIRST: [i64; 4] = [-1, -1, 1, 1];
    const SECOND: [i64; 4] = [-1, 1, -1, 1];
    const BOTH: [i64; 4] = [1, -1, -1, 1];

    fn encoder(rows: usize, columns: &[&[i64]], divisor: i64) -> Encoder<X> {
        Encoder::new(Matrix::from_fn(rows, columns.len(), |x, j| ratio(columns[j][x], divisor)))
    }

    #[test]
    fn explained_is_the_literal_sum() {
        let c = Context::from_counts(&[[1, 3], [2, 0]]).unwrap();
        // T* of (3, 0) is (1, 3), of norm (1 + 9) / 2; of (1, 1) it is itself.
        assert_eq!(explained(&c, &encoder(2, &[&[3, 0]], 1)), ratio(5, 1));
        assert_eq!(explained(&c, &encoder(2, &[&[3, 0], &[1, 1]], 1)), ratio(6, 1), "not centred");
        assert_eq!(explained(&c, &encoder(2, &[], 1)), ratio(0, 1));
        let c = Context::from_counts(&[[2, 0, 1], [1, 3, 1], [0, 1, 4]]).unwrap();
        let phi = encoder(3, &[&[1, 2, 5], &[0, -1, 2]], 3);
        let mut sum = Rational::zero();
        for j in 0..2 {
            for a in 0..3 {
                let q: Rational = (0..3).map(|x| c.joint(x, a)).sum();
                let given: Rational = (0..3).map(|x| c.joint(x, a) * phi.matrix().get(x, j)).sum::<Rational>() / &q;
                sum += &given * &given * q;
            }
        }
        assert_eq!(explained(&c, &phi), sum);
    }

    /// The three signs have eigenvalues 1/4, 1/4 and 1/16, and are orthonormal.
    #[test]
    fn the_maximum_on_two_signs() {
        let c = gallery::flipped_signs(2, &ratio(1, 2));
        let spectrum = Spectrum::of(&c);
        let best = |columns: &[&[i64]], divisor| {
            let phi = encoder(4, columns, divisor);
            let answer = maximises_explained(&c, &spectrum, &phi);
            if answer == Truth::True {
                let largest: Rational = [ratio(1, 4), ratio(1, 4), ratio(1, 16)].into_iter().take(columns.len()).sum();
                assert_eq!(explained(&c, &phi), largest);
                assert_eq!(learns(&c, &spectrum, &phi), Ok(()));
            }
            answer == Truth::True
        };
        assert!(best(&[&FIRST], 1) && best(&[&SECOND], 1) && best(&[&FIRST, &SECOND], 1));
        assert!(best(&[&[-7, 1, -1, 7]], 5), "(3 u + 4 v) / 5 is another top function");
        assert!(best(&[&FIRST, &BOTH, &SECOND], 1), "the order does not matter");
        assert!(best(&[], 1));
        assert!(!best(&[&BOTH], 1), "not the top");
        assert!(!best(&[&FIRST, &BOTH], 1), "one of two is not the top");
        assert!(!best(&[&FIRST], 2), "not of norm 1");
        assert!(!best(&[&FIRST, &FIRST], 1), "not orthogonal");
        assert!(!best(&[&[1, 1, 1, 1]], 1), "the constant explains most, but is not of mean zero");
        assert!(!best(&[&FIRST, &SECOND, &BOTH, &[0; 4]], 1), "more than N - 1");
    }

    /// Orthonormal features across the eigenspaces, which explain strictly less.
    #[test]
    fn a_mixture_does_not_attain_the_maximum() {
        let c = gallery::flipped_signs(2, &ratio(1, 2));
        let mixed: Vec<i64> = (0..4).map(|x| 3 * FIRST[x] + 4 * BOTH[x]).collect();
        let phi = encoder(4, &[&mixed], 5);
        assert_eq!(c.norm_squared(&phi.feature(0)), integer(1));
        assert_eq!(explained(&c, &phi), ratio(9, 25) * ratio(1, 4) + ratio(16, 25) * ratio(1, 16));
        assert_eq!(maximises_explained(&c, &Spectrum::of(&c), &phi), Truth::False);
    }

    #[test]
    fn one_point_and_no_dependence() {
        let point = gallery::one_point();
        let spectrum = Spectrum::of(&point);
        assert_eq!(maximises_explained(&point, &spectrum, &encoder(1, &[], 1)), Truth::True);
        assert_eq!(maximises_explained(&point, &spectrum, &encoder(1, &[&[0]], 1)), Truth::False);
        // Nothing can be explained, so every orthonormal encoder is best: p = (1/2, 1/2).
        let c = Context::from_counts(&[[1, 2], [1, 2]]).unwrap();
        assert_eq!(maximises_explained(&c, &Spectrum::of(&c), &encoder(2, &[&[1, -1]], 1)), Truth::True);
    }
}
