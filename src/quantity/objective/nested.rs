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
