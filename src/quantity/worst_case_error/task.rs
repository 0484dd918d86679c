//! Whether some task of a given compatibility is hard for an encoder.

use super::parts::Parts;
use super::problem::Sense;
use super::value::largest_error;
use crate::context::{Context, Encoder, Spectrum, X};
use crate::exact::algebraic::RealAlgebraic;
use crate::exact::rational::{Rational, integer};
use crate::exact::real::Real;
use crate::exact::truth::Truth;
use num_traits::Signed;

/// Whether there is f on X of norm 1 with `rho(f) = compatibility`, exactly, and `err(Phi, f) >= error`.
/// `spectrum` is the context's. A compatibility that no function has makes it false: one below `s_{N-1}` or
/// above `s_1`, and any on one point. Unknown only if the error's enclosures do not separate from the bound.
///
/// f need not have mean zero, but such f decide: compatibility does not see the mean, and `f~ / ||f~||` has
/// at least the error of f. `largest_error_at` says how the largest error is found.
///
/// Source: Zhai et al. 2025, Theorem 16 (its last sentence).
pub fn has_task(
    context: &Context,
    spectrum: &Spectrum,
    phi: &Encoder<X>,
    compatibility: &Rational,
    error: &Real,
) -> Truth {
    let largest = match compatibility.is_negative() {
        true => None,
        false => largest_error_at(context, spectrum, phi, &(compatibility * compatibility)),
    };
    largest.map_or(Truth::False, |largest| error.at_most(&largest))
}

/// The largest `err(Phi, f)` over f of norm 1 and mean zero with `<f, K f> = c`; `None` if there is no such f.
///
/// Let U be the functions that no probe explains. If `<u, K u>` takes the value c on the unit sphere of U,
/// the largest error is 1. Otherwise all its values there are on one side of c, since up to sign the sphere
/// is connected. Say they are below. Then the largest error with `<f, K f> >= c` is also reached with
/// equality: take an f = u + v that reaches it, u in U and v a probe.
/// If u = 0 the largest error is 0, and any f with equality has it. If not, `u + t v`, rescaled to norm 1,
/// has for t from 1 down to 0 an error that does not decrease, and its `<f, K f>` goes from at least c to
/// below c, so it is c somewhere on the way. Above c it is the same with the signs reversed.
fn largest_error_at(context: &Context, spectrum: &Spectrum, phi: &Encoder<X>, c: &Rational) -> Option<Real> {
    let level = RealAlgebraic::from(c.clone());
    let (largest, least) = (spectrum.squared(1)?, spectrum.squared(spectrum.len())?);
    if level > *largest || level < *least {
        return None;
    }
    let parts = Parts::new(context, phi);
    let sense = match parts.unexplained.meets(Sense::AtLeast, c) {
        false => Sense::AtLeast,
        // Some value on U is at least c: if some is at most c too, then some is c.
        true if parts.unexplained.meets(Sense::AtMost, c) => return Some(Real::from(integer(1))),
        true => Sense::AtMost,
    };
    Some(largest_error(context, spectrum, phi, &parts, c, sense))
}

#[cfg(test)]
mod tests {
    use super::super::super::compatibility::{compatibility_squared, probe_error};
    use super::super::{top_worst_error, worst_error};
    use super::*;
    use crate::context::Function;
    use crate::context::gallery::{flipped_signs, one_point};
    use crate::exact::matrix::Matrix;
    use crate::exact::rational::ratio;
    use num_bigint::BigInt;
    use std::cmp::Ordering;

    fn encoder(n: usize, columns: &[&[i64]]) -> Encoder<X> {
        Encoder::new(Matrix::from_fn(n, columns.len(), |x, j| ratio(columns[j][x], 1)))
    }

    /// `rho(f)^2` and `err(Phi, f~ / ||f~||)`.
    fn measured(context: &Context, phi: &Encoder<X>, values: &[i64]) -> Option<(Rational, Rational)> {
        let f = Function::new(values.iter().map(|&v| ratio(v, 1)).collect());
        let square = compatibility_squared(context, &f).ok()?;
        Some((square, probe_error(context, phi, &f) / context.norm_squared(&context.centred(&f))))
    }

    /// K has the eigenvectors w = (1, 1, -2) and z = (1, -1, 0). Up to sign only `a w + b z` and `a w - b z`
    /// have one compatibility, so the larger of their errors is the largest.
    #[test]
    fn on_three_points_two_tasks_decide() {
        let context = Context::from_counts(&[[4, 2, 1], [2, 4, 1], [1, 1, 5]]).unwrap();
        let spectrum = Spectrum::of(&context);
        for phi in [encoder(3, &[&[2, 0, -2]]), encoder(3, &[&[1, 1, 0]]), encoder(3, &[]), encoder(3, &[&[0, 5, 6]])] {
            for (a, b) in [(1, 0), (0, 1), (3, 1), (1, 1), (1, 2), (1, 3), (2, 5), (1, 9)] {
                let task = |b: i64| measured(&context, &phi, &[a + b, a - b, -2 * a]).unwrap();
                let ((c, one), (same, other)) = (task(b), task(-b));
                assert_eq!(c, same);
                let largest = largest_error_at(&context, &spectrum, &phi, &c).unwrap();
                assert_eq!(largest.as_rational(), Some(one.max(other)).as_ref(), "{phi:?} {a} {b}");
            }
        }
    }

    /// On four points: no sampled task has a larger error, and some come close, on both sides of c.
    #[test]
    fn on_four_points_no_task_is_harder() {
        let context = Context::from_counts(&[[9, 1, 0], [2, 7, 1], [1, 1, 5], [0, 2, 3]]).unwrap();
        let spectrum = Spectrum::of(&context);
        let values = |code: i64| [code % 5 - 2, code / 5 % 5 - 2, code / 25 % 5 - 2, code / 125 % 5 - 2];
        let (mut above, mut below) = (0, 0);
        for phi in [encoder(4, &[&[1, 2, 4, 3], &[0, 1, 0, 3]]), encoder(4, &[&[1, 0, 1, 3], &[1, 1, 2, -3]])] {
            let mut close = 0;
            for code in (0..625).step_by(11) {
                let Some((c, error)) = measured(&context, &phi, &values(code)) else { continue };
                let largest = largest_error_at(&context, &spectrum, &phi, &c).unwrap();
                assert_eq!(Real::from(error.clone()).at_most(&largest), Truth::True, "{phi:?} {code}");
                close += usize::from(largest.at_most(&Real::from(error + ratio(1, 10))) == Truth::True);
                let unexplained = Parts::new(&context, &phi).unexplained;
                above += usize::from(!unexplained.meets(Sense::AtMost, &c));
                below += usize::from(!unexplained.meets(Sense::AtLeast, &c));
            }
            assert!(close > 3, "{close}");
        }
        assert!(above > 3 && below > 3, "{above} {below}");
    }

    /// Signs u, v with eigenvalue 1/4 and u v with 1/16; the feature is u or u v.
    #[test]
    fn tasks_by_hand() {
        let context = flipped_signs(2, &ratio(1, 2));
        let spectrum = Spectrum::of(&context);
        let has = |feature: &[i64], r: Rational, e: Rational| {
            has_task(&context, &spectrum, &encoder(4, &[feature]), &r, &Real::from(e))
        };
        let (u, uv): (&[i64], &[i64]) = (&[-1, -1, 1, 1], &[1, -1, -1, 1]);
        assert_eq!(has(u, ratio(1, 2), ratio(1, 1)), Truth::True, "v");
        assert_eq!(has(u, ratio(1, 3), ratio(1, 1)), Truth::True, "a mixture of v and u v");
        assert_eq!(has(u, ratio(1, 3), ratio(101, 100)), Truth::False);
        assert_eq!(has(u, ratio(51, 100), ratio(0, 1)), Truth::False, "r > s_1");
        assert_eq!(has(u, ratio(24, 100), ratio(-1, 1)), Truth::False, "r < s_3");
        assert_eq!(has(u, ratio(-1, 2), ratio(0, 1)), Truth::False, "no compatibility is negative");
        assert_eq!(has(u, ratio(1, 2), ratio(-1, 1)), Truth::True);
        // Unexplained are u and v alone. 1/4 w + 1/16 (1 - w) = 1/9 for w = (1/9 - 1/16) / (1/4 - 1/16) = 7/27.
        assert_eq!(has(uv, ratio(1, 3), ratio(7, 27)), Truth::True);
        assert_eq!(has(uv, ratio(1, 3), ratio(7, 27) + ratio(1, 1_000_000)), Truth::False);
        assert_eq!(has(uv, ratio(1, 4), ratio(0, 1)), Truth::True, "u v");
        assert_eq!(has(uv, ratio(1, 4), ratio(1, 1_000_000)), Truth::False);
        let all = Encoder::new(Matrix::identity(4));
        assert_eq!(has_task(&context, &spectrum, &all, &ratio(1, 3), &Real::zero()), Truth::True);
        assert_eq!(has_task(&context, &spectrum, &all, &ratio(1, 3), &Real::from(ratio(1, 99))), Truth::False);
        let point = one_point();
        let none = has_task(&point, &Spectrum::of(&point), &encoder(1, &[]), &ratio(0, 1), &Real::from(ratio(-1, 1)));
        assert_eq!(none, Truth::False, "no function on one point has a compatibility");
    }

    /// Odd functions on a path that is its own mirror image: singular values near 0.879 and 0.171, irrational,
    /// with the rational 11/20 of an even function between them. Equalities are decided, not approached.
    #[test]
    fn irrational_extremes_are_met_exactly() {
        let context = Context::from_counts(&[[4, 1, 0, 0], [1, 2, 1, 0], [0, 1, 2, 1], [0, 0, 1, 4]]).unwrap();
        let spectrum = Spectrum::of(&context);
        let odd = encoder(4, &[&[1, 0, 0, -1], &[0, 1, -1, 0]]);
        let square = |i: usize| {
            let s = spectrum.singular_value(i).unwrap();
            s.times(&s)
        };
        assert_eq!(square(2).as_rational(), Some(&ratio(121, 400)));
        let tiny = Real::from(ratio(1, BigInt::from(1) << 200));
        // Compatibilities on both sides of the even function's, which is unexplained.
        for (r, inside) in [(ratio(3, 5), 1), (ratio(1, 2), 3)] {
            let c = Real::from(&r * &r);
            let expected = square(inside).minus(&c).divided_by(&square(inside).minus(&square(2))).unwrap().unwrap();
            assert_eq!(expected.as_rational(), None);
            let has = |error: &Real| has_task(&context, &spectrum, &odd, &r, error);
            assert_eq!(has(&expected), Truth::True, "{r}");
            assert_eq!(has(&expected.minus(&tiny)), Truth::True, "{r}");
            assert_eq!(has(&expected.plus(&tiny)), Truth::False, "{r}");
        }
        // Two features that are as good as the first singular function alone, and no better.
        let worst = worst_error(&context, &spectrum, &odd, &ratio(2, 5)).unwrap();
        let best = |d| top_worst_error(&spectrum, d, &ratio(2, 5)).unwrap();
        assert_eq!(worst.compare(&best(1)), Ok(Ordering::Equal));
        assert_eq!(worst.compare(&best(2)), Ok(Ordering::Greater));
    }
}
