//! Features that matter in order: a weighted sum of what K keeps of each.

use super::extremum::{feasible, is_orthonormal_of_mean_zero};
use crate::context::{A, Context, Encoder, Spectrum, X};
use crate::exact::rational::Rational;
use crate::exact::real::Real;
use crate::exact::truth::{Truth, Undefined};
use num_traits::Signed;

/// `sum_j c_j <phi_j, K phi_j>`. The features are taken as they are, not centred. Panics unless there is a weight
/// for each.
pub fn nested(context: &Context, c: &[Rational], phi: &Encoder<X>) -> Rational {
    assert_eq!(c.len(), phi.dimension(), "a weight for each feature");
    c.iter().zip(kept(context, phi)).map(|(c, kept)| c * kept).sum()
}

/// The greatest value over orthonormal features of mean zero: `sum c_i s_i^2`. Undefined unless
/// `c_1 > ... > c_d > 0`, and for d > N - 1, where there are no such features.
pub fn greatest_nested(context: &Context, spectrum: &Spectrum, c: &[Rational]) -> Result<Real, Undefined> {
    decreasing(c)?;
    feasible("the greatest nested sum", c.len(), context.n())?;
    let square = |i: usize| Real::from(spectrum.squared(i).expect("not more than there are").clone());
    Ok(Real::sum(c.iter().enumerate().map(|(j, c)| Real::from(c.clone()).times(&square(j + 1)))))
}

/// Whether the features are orthonormal and of mean zero, and no such encoder with as many features has a larger sum.
/// Undefined unless `c_1 > ... > c_d > 0`; else decided. False for more than N - 1 features. Panics unless there is a
/// weight for each.
///
/// By parts the sum is `sum_j (c_j - c_{j+1}) sum_{i<=j} <phi_i, K phi_i>`, with positive weights, and the inner sum is
/// at most `s_1^2 + ... + s_j^2` (Ky Fan 1949). All of these are attained at once by singular functions, so a maximum
/// attains them all: `<phi_j, K phi_j> = s_j^2` for each j.
pub fn maximises_nested(
    context: &Context,
    spectrum: &Spectrum,
    c: &[Rational],
    phi: &Encoder<X>,
) -> Result<Truth, Undefined> {
    assert_eq!(c.len(), phi.dimension(), "a weight for each feature");
    decreasing(c)?;
    let attains =
        |(j, kept): (usize, Rational)| spectrum.squared(j + 1).and_then(|square| square.as_rational()) == Some(&kept);
    let are_best = || kept(context, phi).into_iter().enumerate().all(attains);
    Ok(Truth::from(is_orthonormal_of_mean_zero(context, phi) && are_best()))
}

/// `<phi_j, K phi_j> = ||T* phi_j||^2` for each feature.
fn kept(context: &Context, phi: &Encoder<X>) -> Vec<Rational> {
    let images: Encoder<A> = context.expect_encoder(phi);
    (0..phi.dimension()).map(|j| context.norm_squared(&images.feature(j))).collect()
}

fn decreasing(c: &[Rational]) -> Result<(), Undefined> {
    let is_decreasing = c.windows(2).all(|pair| pair[0] > pair[1]) && c.last().is_none_or(Signed::is_positive);
    let undefined = || Undefined::new("the greatest nested sum", "its weights are not decreasing and positive");
    is_decreasing.then_some(()).ok_or_else(undefined)
}

#[cfg(test)]
mod tests {
    use super::super::better::better_nested;
    use super::super::minimiser::singular_encoder;
    use super::super::naive;
    use super::*;
    use crate::context::gallery;
    use crate::exact::matrix::Matrix;
    use crate::exact::rational::{integer, ratio};
    use std::cmp::Ordering;

    const WEIGHTS: [(i64, i64); 3] = [(3, 1), (2, 1), (1, 2)];

    fn weights(d: usize) -> Vec<Rational> {
        WEIGHTS[..d].iter().map(|&(n, m)| ratio(n, m)).collect()
    }

    /// By `<f, K f> = sum_x p f(x) sum_x' K(x,x') f(x')`.
    #[test]
    fn sums_are_literal() {
        for context in naive::contexts() {
            let (phi, c): (Encoder<X>, _) = (naive::encoder(&context, 3, 7), weights(3));
            let (p, k) = (context.marginal::<X>(), context.operator::<X>());
            let f = phi.matrix();
            let mut sum = integer(0);
            for (x, mass) in p.iter().enumerate() {
                for y in 0..context.n() {
                    sum += (0..3).map(|j| &c[j] * mass * f.get(x, j) * k.get(x, y) * f.get(y, j)).sum::<Rational>();
                }
            }
            assert_eq!(nested(&context, &c, &phi), sum);
        }
    }

    #[test]
    fn verdicts_fit_the_greatest_value() {
        let (mut best, mut others) = (0, 0);
        for context in naive::uniform_contexts() {
            let spectrum = Spectrum::of(&context);
            for (d, seed) in [(0, 1), (1, 2), (1, 0), (2, 3), (2, 0), (3, 5), (3, 0)] {
                let c = weights(d);
                let greatest = greatest_nested(&context, &spectrum, &c).unwrap();
                let found = [Some(Encoder::new(naive::orthonormal(4, d, seed))), singular_encoder(&context, d)];
                for phi in found.into_iter().flatten() {
                    let value = nested(&context, &c, &phi);
                    let verdict = maximises_nested(&context, &spectrum, &c, &phi).unwrap();
                    let opposite = greatest.negated();
                    if naive::assert_least(&-value.clone(), &opposite, verdict, &format!("{context:?}, {phi:?}")) {
                        assert!(better_nested(&context, &c, &phi).is_none());
                        best += 1;
                    } else {
                        let better = better_nested(&context, &c, &phi).expect("a better one");
                        assert!(
                            is_orthonormal_of_mean_zero(&context, &better) && nested(&context, &c, &better) > value
                        );
                        others += 1;
                    }
                }
            }
        }
        assert!(best > 20 && others > 20, "{best} and {others}");
    }

    /// The order counts; within a tie a rotation changes nothing.
    #[test]
    fn the_order_of_the_features_counts() {
        let context = gallery::flipped_signs(2, &ratio(1, 2));
        let spectrum = Spectrum::of(&context);
        let maximises = |columns: &[&[i64]], divisor: i64| {
            let phi = Encoder::new(Matrix::from_fn(4, columns.len(), |x, j| ratio(columns[j][x], divisor)));
            maximises_nested(&context, &spectrum, &weights(columns.len()), &phi).unwrap() == Truth::True
        };
        let (first, second, both): (&[i64], &[i64], &[i64]) = (&[-1, -1, 1, 1], &[-1, 1, -1, 1], &[1, -1, -1, 1]);
        assert!(maximises(&[first, second, both], 1) && maximises(&[second, first, both], 1));
        assert!(!maximises(&[first, both, second], 1), "not in order");
        assert!(maximises(&[&[-7, 1, -1, 7], &[1, 7, -7, -1]], 5), "turned within the tie");
        assert!(!maximises(&[first, first], 1) && !maximises(&[first], 2), "not orthonormal");
        assert!(!maximises(&[&[1, 1, 1, 1]], 1), "not of mean zero");
        assert!(maximises(&[], 1));
    }

    #[test]
    fn weights_that_do_not_decrease_and_too_many_features() {
        let context = gallery::any_other(2);
        let spectrum = Spectrum::of(&context);
        let greatest =
            |c: &[i64]| greatest_nested(&context, &spectrum, &c.iter().map(|&c| integer(c)).collect::<Vec<_>>());
        assert_eq!(greatest(&[5]).unwrap().as_rational(), Some(&integer(5)), "s_1 = 1");
        assert_eq!(greatest(&[]).unwrap().as_rational(), Some(&integer(0)));
        for c in [[1, 1].as_slice(), &[1, 2], &[1, 0], &[-1], &[0]] {
            assert!(greatest(c).unwrap_err().reason().contains("decreasing"), "{c:?}");
        }
        assert!(greatest(&[2, 1]).unwrap_err().reason().contains("2 features on 2 points"));
        let phi = naive::encoder(&context, 2, 1);
        let c = [integer(1), integer(1)];
        assert!(maximises_nested(&context, &spectrum, &c, &phi).is_err());
        assert_eq!(maximises_nested(&context, &spectrum, &[integer(2), integer(1)], &phi), Ok(Truth::False));
        // Irrational values are never attained by rational features.
        let pentagon = gallery::cycle(5);
        let value = greatest_nested(&pentagon, &Spectrum::of(&pentagon), &[integer(1)]).unwrap();
        assert_eq!(value.compare(&Real::from(ratio(6545, 10000))), Ok(Ordering::Greater));
    }
}
