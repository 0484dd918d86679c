//! The worst-case error of an encoder: how badly its best linear probe can do on a task that fits the
//! context.
//!
//! `F_eps = { f on X : mean f = 0, rho(f) >= 1 - eps }`,
//! `err(Phi, f) = min_{w,b} ||Phi w + b - f||^2`, and `err(Phi; F_eps)` is the largest `err(Phi, f)` over
//! the f in `F_eps` with `||f|| = 1`. Source: Zhai et al. 2025, Definition 15.
//!
//! The value is enclosed by two certificates: a function below, a multiplier with a positive semidefinite
//! matrix above. Finding them takes floating and fixed point; checking them takes products and comparisons.

mod border;
mod bracket;
mod certificate;
mod coarse;
mod parts;
mod picture;
mod plane;
mod problem;
mod programme;
mod saddle;
mod task;
mod unexplained;
mod value;

pub use certificate::{LowerCertificate, UpperCertificate};
pub use task::has_task;
pub use value::{top_worst_error, worst_error};

use crate::context::{Context, Encoder, Spectrum, X};
use crate::exact::algebraic::RealAlgebraic;
use crate::exact::rational::{Rational, integer};
use crate::exact::truth::{Exhausted, Undefined};
use border::Border;
use num_bigint::BigInt;
use num_traits::{One, Signed};
use picture::Picture;
use problem::{Problem, form, required_compatibility};
use saddle::saddle;
use std::cmp::Ordering;
use unexplained::unexplained_function;

/// The search works with more and more bits after the point, up to about so many: then it says that it is
/// exhausted.
pub const MOST_BITS: u64 = 1 << 12;

/// `err(Phi; F_eps)`, between two certified bounds.
#[derive(Clone, Debug)]
pub struct WorstCaseError {
    /// The bound from below, by a function.
    pub lower: LowerCertificate,
    /// The bound from above, by a multiplier.
    pub upper: UpperCertificate,
    /// The value itself, where a special case gives it: 0, 1, or that of an eigenspace.
    pub exact: Option<RealAlgebraic>,
    /// Set if the bounds are farther apart than was asked.
    pub exhausted: Option<Exhausted>,
}

impl WorstCaseError {
    /// The upper bound less the lower.
    pub fn width(&self) -> Rational {
        &self.upper.value - &self.lower.value
    }

    /// Whether both certificates hold for this instance.
    pub fn check(&self, context: &Context, phi: &Encoder<X>, eps: &Rational) -> bool {
        self.lower.check(context, phi, eps) && self.upper.check(context, phi, eps)
    }
}

/// `err(Phi; F_eps)` to within `width`, in [0, 1].
///
/// Undefined if `eps <= 0`, for which there is no `F_eps`, and if `F_eps` holds nothing but zero: where X
/// is one point, or `1 - eps > s_1`. Panics unless `width` is positive and Phi has N rows.
pub fn worst_case_error(
    context: &Context,
    phi: &Encoder<X>,
    eps: &Rational,
    width: &Rational,
) -> Result<WorstCaseError, Undefined> {
    assert!(width.is_positive(), "a width is positive");
    if !eps.is_positive() {
        return Err(undefined("eps is not positive"));
    }
    if context.n() == 1 {
        return Err(undefined("on one point every function of mean zero is zero, so F_eps has none of norm 1"));
    }
    let spectrum = Spectrum::of(context);
    let largest = spectrum.squared(1).expect("two points have a singular value");
    let place = RealAlgebraic::from(required_compatibility(eps)).cmp(largest);
    if place == Ordering::Greater {
        return Err(undefined("1 - eps > s_1, so F_eps has no function of norm 1"));
    }
    let problem = Problem::new(context, phi, eps);
    if problem.rank == context.n() - 1 {
        return Ok(nothing(&problem, place));
    }
    if let Some(f) = unexplained_function(&problem) {
        return Ok(everything(&problem, &f));
    }
    let width = width.clone().min(Rational::one());
    Ok(match place {
        Ordering::Equal => at_border(&problem, &spectrum, &width),
        _ => inside(&problem, &width),
    })
}

fn undefined(reason: &str) -> Undefined {
    Undefined::new("err(Phi; F_eps)", reason)
}

fn exactly(value: u8, lower: LowerCertificate, upper: UpperCertificate) -> WorstCaseError {
    WorstCaseError { lower, upper, exact: Some(integer(value).into()), exhausted: None }
}

/// Every function is a probe.
fn nothing(problem: &Problem, place: Ordering) -> WorstCaseError {
    let f = match place {
        Ordering::Equal => Border::new(problem).function(),
        _ => precisions(64).find_map(|bits| compatible(problem, &Picture::new(problem, bits))).expect("endless").1,
    };
    exactly(0, LowerCertificate::of(problem, &f), UpperCertificate::zero(problem))
}

/// No probe explains any of f.
fn everything(problem: &Problem, f: &[BigInt]) -> WorstCaseError {
    exactly(1, LowerCertificate::of(problem, f), UpperCertificate::one(problem))
}

fn precisions(first: u64) -> impl Iterator<Item = u64> {
    std::iter::successors(Some(first), |bits| bits.checked_mul(2))
}

/// The n with `2^-n <= width < 2^(2-n)`, for a width of at most 1.
fn bits_of(width: &Rational) -> u64 {
    (width.denom().bits() + 1).saturating_sub(width.numer().bits())
}

fn at_border(problem: &Problem, spectrum: &Spectrum, width: &Rational) -> WorstCaseError {
    let border = Border::new(problem);
    let value = border.value();
    let next = &spectrum.eigenvalues().get(1).expect("some function is orthogonal to the eigenspace").value;
    let gap = precisions(64).find_map(|bits| {
        let gap = &problem.required - next.enclose(bits as i64).upper().to_rational();
        gap.is_positive().then_some(gap)
    });
    let gap = gap.expect("eigenvalues are distinct");
    let found = precisions(64 + 2 * bits_of(width)).find_map(|bits| {
        let lower = border.lower(&value, bits);
        let upper = border.upper(&value, &gap, width, bits)?;
        (&upper.value - &lower.value <= *width).then_some((lower, upper))
    });
    let (lower, upper) = found.expect("some precision is enough");
    WorstCaseError { lower, upper, exact: Some(value), exhausted: None }
}

/// A function inside `F_eps`, as coordinates of length one and as integers; `None` with too few digits.
fn compatible(problem: &Problem, picture: &Picture) -> Option<(Vec<BigInt>, Vec<BigInt>)> {
    let y = picture.most_compatible();
    let f = problem.centred(&picture.function(&y));
    form(&problem.excess, &f, &f).is_positive().then_some((y, f))
}

/// Some function is inside `F_eps`, and `F_eps` has none that is orthogonal to all probes.
fn inside(problem: &Problem, width: &Rational) -> WorstCaseError {
    let wanted = bits_of(width);
    let mut best: Option<(LowerCertificate, UpperCertificate)> = None;
    for bits in precisions(64 + wanted) {
        let picture = Picture::new(problem, bits);
        let Some((y, f)) = compatible(problem, &picture) else { continue };
        let found = attempt(problem, &picture, &y, &f, width);
        let (lower, upper) = best.get_or_insert((LowerCertificate::of(problem, &f), UpperCertificate::one(problem)));
        if let Some(better) = found.0.filter(|l| l.value > lower.value) {
            *lower = better;
        }
        if let Some(better) = found.1.filter(|u| u.value < upper.value) {
            *upper = better;
        }
        let met = &upper.value - &lower.value <= *width;
        if met || bits >= MOST_BITS {
            let exhausted = (!met).then_some(Exhausted::Bits(bits));
            let (lower, upper) = best.expect("it was just there");
            return WorstCaseError { lower, upper, exact: None, exhausted };
        }
    }
    unreachable!("precisions have no end")
}

/// Certificates from the saddle that so many digits show: a quarter of the width is left to the upper
/// bound, so that its matrix is definite.
fn attempt(
    problem: &Problem,
    picture: &Picture,
    y: &[BigInt],
    f: &[BigInt],
    width: &Rational,
) -> (Option<LowerCertificate>, Option<UpperCertificate>) {
    let share = picture.to_fixed(width) >> 3;
    let Some(saddle) = saddle(picture, y, &share) else { return (None, None) };
    let near = problem.centred(&picture.function(&saddle.y));
    let lower = moved_inside(problem, &near, f, picture.fixed.bits).map(|f| LowerCertificate::of(problem, &f));
    // Short numbers: the last digits below a small part of the width are of no use.
    let kept = picture.fixed.bits.saturating_sub(bits_of(width) + 6);
    let short = |value: BigInt| picture.to_dyadic(&((value >> kept) << kept)).to_rational();
    let (u, t) = (short(saddle.value + share * 2), short(saddle.t));
    (lower, UpperCertificate::of(problem, u, t, 4 * picture.fixed.bits))
}

/// The function f, or one with as little of `inside` mixed in as makes it compatible.
fn moved_inside(problem: &Problem, f: &[BigInt], inside: &[BigInt], bits: u64) -> Option<Vec<BigInt>> {
    if problem.is_compatible(f) {
        return Some(f.to_vec());
    }
    let sign = if form(&problem.excess, f, inside).is_negative() { -1 } else { 1 };
    let mixed = |k: u64| -> Vec<BigInt> { f.iter().zip(inside).map(|(f, g)| (f << k) + g * sign).collect() };
    (0..=bits).rev().map(mixed).find(|f| problem.is_compatible(f))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::gallery::{any_other, flipped_signs, one_point};
    use crate::exact::matrix::Matrix;
    use crate::exact::rational::ratio;

    fn encoder(columns: &[&[i64]], n: usize) -> Encoder<X> {
        Encoder::new(Matrix::from_fn(n, columns.len(), |x, j| ratio(columns[j][x], 1)))
    }

    fn billionth() -> Rational {
        ratio(1, 1_000_000_000)
    }

    /// The exact value, where the two certificates hold and are close; with what it has to be between.
    fn exact(context: &Context, phi: &Encoder<X>, eps: &Rational) -> RealAlgebraic {
        let found = worst_case_error(context, phi, eps, &billionth()).unwrap();
        assert!(found.check(context, phi, eps) && found.width() <= billionth());
        let value = found.exact.expect("a special case");
        assert!(RealAlgebraic::from(found.lower.value) <= value && value <= found.upper.value.into());
        value
    }

    /// On two points every function of mean zero is a multiple of one, with s_1^2 = (a d - b c)^2 / margins.
    #[test]
    fn two_points_by_hand() {
        // s_1 = 1/2
        let c = Context::from_counts(&[[3, 1], [1, 3]]).unwrap();
        for eps in [ratio(1, 2), ratio(3, 4), ratio(1, 1), ratio(7, 2)] {
            for useless in [encoder(&[], 2), encoder(&[&[0, 0]], 2), encoder(&[&[5, 5], &[1, 1]], 2)] {
                assert_eq!(exact(&c, &useless, &eps), integer(1).into(), "nothing is explained");
            }
            for useful in [encoder(&[&[1, 0]], 2), encoder(&[&[0, 0], &[1, 3]], 2)] {
                assert_eq!(exact(&c, &useful, &eps), integer(0).into(), "all is explained");
            }
        }
        for eps in [ratio(499, 1000), ratio(0, 1), ratio(-1, 2)] {
            assert!(worst_case_error(&c, &encoder(&[], 2), &eps, &billionth()).is_err(), "{eps}");
        }
    }

    #[test]
    fn one_point_has_no_function_of_mean_zero() {
        let reason = worst_case_error(&one_point(), &encoder(&[&[1]], 1), &ratio(1, 2), &billionth()).unwrap_err();
        assert!(reason.to_string().contains("one point"), "{reason}");
    }

    const FIRST: [i64; 4] = [-1, -1, 1, 1];
    const BOTH: [i64; 4] = [1, -1, -1, 1];

    /// Signs u and v with eigenvalue 1/4, u v with 1/16. With the features u and `3 v + 4 u v`, what is
    /// unexplained is a multiple of `4 v - 3 u v`: 16/25 of v.
    #[test]
    fn the_border_is_an_eigenspace() {
        let c = flipped_signs(2, &ratio(1, 2));
        let mixed: Vec<i64> = (0..4).map(|x| [-3, 3, -3, 3][x] + 4 * BOTH[x]).collect();
        assert_eq!(exact(&c, &encoder(&[&FIRST, &mixed], 4), &ratio(1, 2)), ratio(16, 25).into());
        assert_eq!(exact(&c, &encoder(&[&FIRST], 4), &ratio(1, 2)), integer(1).into(), "v is unexplained");
        assert_eq!(exact(&any_other(4), &encoder(&[&FIRST], 4), &ratio(2, 3)), integer(1).into());
        assert_eq!(exact(&any_other(4), &Encoder::new(Matrix::identity(4)), &ratio(2, 3)), integer(0).into());
    }

    /// An irrational value at the border: three features across an eigenspace of three dimensions.
    #[test]
    fn at_the_border_the_value_may_be_irrational() {
        let c = flipped_signs(3, &ratio(1, 2));
        let phi = encoder(&[&[1, 2, 0, 1, 0, 3, 1, 1], &[0, 1, 1, 4, 0, 0, 2, 1], &[1, 0, 0, 1, 5, 1, 0, 2]], 8);
        let value = exact(&c, &phi, &ratio(1, 2));
        assert_eq!(value.as_rational(), None);
        // Just inside the border the error is larger, and near.
        let inside = worst_case_error(&c, &phi, &ratio(500_001, 1_000_000), &billionth()).unwrap();
        assert!(RealAlgebraic::from(inside.lower.value.clone()) > value);
        assert!(RealAlgebraic::from(inside.upper.value - ratio(1, 100)) < value);
    }

    /// A width is met, or it is said that it is not.
    #[test]
    fn no_width_is_promised_in_vain() {
        let c = Context::from_counts(&[[9, 1, 0], [2, 7, 1], [1, 1, 5], [0, 2, 3]]).unwrap();
        let phi = encoder(&[&[1, 2, 4, 3], &[0, 1, 0, 3]], 4);
        for digits in [0, 100, 1000, 2500] {
            let width = ratio(1, BigInt::from(10).pow(digits));
            let found = worst_case_error(&c, &phi, &ratio(2, 5), &width).unwrap();
            assert!(found.check(&c, &phi, &ratio(2, 5)) && found.exact.is_none());
            assert_eq!(found.exhausted.is_some(), found.width() > width, "{digits}");
            assert!(found.exhausted.is_none() || digits > 1000, "{digits}");
        }
    }
}
