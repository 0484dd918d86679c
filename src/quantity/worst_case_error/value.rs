//! The worst-case error as a number.

use super::border::Border;
use super::bracket::WorstErrorBracket;
use super::parts::{Part, Parts};
use super::plane::error_on_plane;
use super::problem::{Problem, Sense, required_compatibility};
use super::programme::most_outside;
use super::undefined;
use crate::context::{Context, Encoder, Spectrum, X};
use crate::exact::algebraic::RealAlgebraic;
use crate::exact::pencil::pencil_eigenvalues;
use crate::exact::rational::{Rational, integer};
use crate::exact::real::Real;
use crate::exact::truth::Undefined;
use num_traits::Signed;
use std::sync::Arc;

/// `err(Phi; F_eps)`, in [0, 1], as a number that can be compared. `spectrum` is the context's.
///
/// It is exact where some function of `F_eps` is unexplained or none is, where K maps the span of `Phi~` into
/// itself, where `1 - eps = s_1`, and on at most three points; elsewhere it is known by enclosures with
/// certificates. Undefined like [`worst_case_error`](super::worst_case_error). Panics unless Phi has N rows.
///
/// Source: Zhai et al. 2025, Definition 15.
pub fn worst_error(
    context: &Context,
    spectrum: &Spectrum,
    phi: &Encoder<X>,
    eps: &Rational,
) -> Result<Real, Undefined> {
    let level = level(spectrum, eps)?;
    let parts = Parts::new(context, phi);
    Ok(largest_error(context, spectrum, phi, &parts, &level, Sense::AtLeast))
}

/// `err(Phi; F_eps)` of any encoder that spans top-d singular functions, in [0, 1]: the best vertex of a
/// linear programme in the squares of a function's coefficients. Undefined like
/// [`worst_case_error`](super::worst_case_error), and for d > N - 1.
///
/// Source: Zhai et al. 2025, Theorem 16 and Definition 15.
pub fn top_worst_error(spectrum: &Spectrum, d: usize, eps: &Rational) -> Result<Real, Undefined> {
    let level = level(spectrum, eps)?;
    if d > spectrum.len() {
        let last = spectrum.len();
        return Err(undefined(&format!("no {d} singular functions can stand first, the last is that of s_{last}")));
    }
    let squares: Vec<RealAlgebraic> = (1..=spectrum.len()).filter_map(|i| spectrum.squared(i).cloned()).collect();
    let (inside, outside) = squares.split_at(d);
    Ok(most_outside(inside, outside, &level, Sense::AtLeast).expect("s_1^2 is at least the level"))
}

/// `(1 - eps)^2`, where `F_eps` has a function of norm 1.
fn level(spectrum: &Spectrum, eps: &Rational) -> Result<Rational, Undefined> {
    if !eps.is_positive() {
        return Err(undefined("eps is not positive"));
    }
    let Some(largest) = spectrum.squared(1) else {
        return Err(undefined("on one point every function of mean zero is zero, so F_eps has none of norm 1"));
    };
    let level = required_compatibility(eps);
    match RealAlgebraic::from(level.clone()) > *largest {
        true => Err(undefined("1 - eps > s_1, so F_eps has no function of norm 1")),
        false => Ok(level),
    }
}

/// The largest error over the functions of mean zero and norm 1 whose `<f, K f>` is on the side of the level.
/// There has to be one. The parts are those of the encoder.
pub(super) fn largest_error(
    context: &Context,
    spectrum: &Spectrum,
    phi: &Encoder<X>,
    parts: &Parts,
    level: &Rational,
    sense: Sense,
) -> Real {
    if parts.unexplained.dimension() == 0 {
        return Real::zero();
    }
    if parts.unexplained.meets(sense, level) {
        return Real::from(integer(1));
    }
    if parts.are_invariant() {
        let [inside, outside] = [&parts.explained, &parts.unexplained].map(|part| eigenvalues(part, spectrum));
        return most_outside(&inside, &outside, level, sense).expect("some function is on the side of the level");
    }
    if (parts.explained.dimension(), parts.unexplained.dimension()) == (1, 1) {
        return Real::from(error_on_plane(parts, sense, level));
    }
    let extreme = if sense == Sense::AtLeast { 1 } else { spectrum.len() };
    if spectrum.squared(extreme) == Some(&level.clone().into()) {
        let problem = Problem::beside(context, phi, level.clone(), sense);
        return Real::from(Border::new(&problem).value());
    }
    Real::bracketed(Arc::new(WorstErrorBracket::new(context, phi, level, sense)))
}

/// The eigenvalues of K on a part that it maps into itself: the very numbers of the spectrum.
fn eigenvalues(part: &Part, spectrum: &Spectrum) -> Vec<RealAlgebraic> {
    let known = |value: &RealAlgebraic| spectrum.eigenvalues().iter().find(|e| e.value == *value);
    let in_spectrum = |value| known(&value).expect("an eigenvalue of K").value.clone();
    pencil_eigenvalues(&part.norm, &part.value).into_iter().map(in_spectrum).collect()
}

#[cfg(test)]
mod tests {
    use super::super::worst_case_error;
    use super::*;
    use crate::context::gallery::{any_other, disconnected, flipped_signs, one_point};
    use crate::exact::dyadic::Dyadic;
    use crate::exact::matrix::Matrix;
    use crate::exact::rational::ratio;
    use crate::exact::truth::Truth;

    fn encoder(n: usize, columns: &[&[i64]]) -> Encoder<X> {
        Encoder::new(Matrix::from_fn(n, columns.len(), |x, j| ratio(columns[j][x], 1)))
    }

    fn encoders(n: usize) -> Vec<Encoder<X>> {
        let columns: [&[i64]; 5] = [&[1, 2, 4, 3], &[0, 1, 0, 3], &[1, -1, 0, 0], &[2, 2, 2, 2], &[1, 1, -2, 0]];
        let chosen: [&[usize]; 7] = [&[], &[0], &[1], &[2, 3], &[4], &[0, 1], &[0, 1, 2]];
        chosen.iter().map(|list| encoder(n, &list.iter().map(|&k| &columns[k][..n]).collect::<Vec<_>>())).collect()
    }

    fn contexts() -> Vec<Context> {
        vec![
            Context::from_counts(&[[3, 1], [1, 2]]).unwrap(),
            Context::from_counts(&[[4, 2, 1], [2, 4, 1], [1, 1, 5]]).unwrap(),
            Context::from_counts(&[[5, 1, 0], [1, 4, 1], [0, 2, 7]]).unwrap(),
            Context::from_counts(&[[1, 2], [3, 1], [2, 2]]).unwrap(),
            Context::from_counts(&[[2, 1, 1], [1, 2, 1], [1, 1, 2]]).unwrap(),
            Context::from_counts(&[[2, 1, 0], [1, 2, 0], [0, 0, 4]]).unwrap(),
            Context::from_counts(&[[9, 1, 0], [2, 7, 1], [1, 1, 5], [0, 2, 3]]).unwrap(),
            flipped_signs(2, &ratio(1, 2)),
        ]
    }

    /// Certificates that share no code with the closed forms enclose every value, on every way to it.
    #[test]
    fn every_value_lies_between_two_certificates() {
        let width = ratio(1, 1_000_000);
        let (mut rational, mut irrational, mut undefined) = (0, 0, 0);
        for context in contexts() {
            let spectrum = Spectrum::of(&context);
            for phi in encoders(context.n()) {
                for eps in [ratio(-1, 2), ratio(1, 3), ratio(3, 7), ratio(1, 2), ratio(7, 10), ratio(5, 2)] {
                    let (found, certified) =
                        (worst_error(&context, &spectrum, &phi, &eps), worst_case_error(&context, &phi, &eps, &width));
                    let (Ok(value), Ok(certified)) = (&found, &certified) else {
                        assert_eq!(found.err(), certified.err());
                        undefined += 1;
                        continue;
                    };
                    let enclosure = value.enclose(30);
                    let margin = Dyadic::new(1, -30).to_rational();
                    let instance = || format!("{:?} {phi:?} {eps}: {enclosure:?}", context.weights());
                    assert!(enclosure.lower().to_rational() <= &certified.upper.value + &margin, "{}", instance());
                    assert!(enclosure.upper().to_rational() >= &certified.lower.value - &margin, "{}", instance());
                    assert_eq!(Real::from(certified.lower.value.clone()).at_most(value), Truth::True);
                    assert_eq!(value.at_most(&Real::from(certified.upper.value.clone())), Truth::True);
                    match value.as_rational() {
                        Some(_) => rational += 1,
                        None => irrational += 1,
                    }
                }
            }
        }
        assert!(rational > 100 && irrational > 10 && undefined > 30, "{rational} {irrational} {undefined}");
    }

    /// Three points: `f = u + t v` for u unexplained and v explained, K known by hand.
    #[test]
    fn a_plane_by_hand() {
        // K = 16/49 on w = (1, 1, -2), 4/49 on z = (1, -1, 0), p uniform. The feature is z + w = (2, 0, -2);
        // unexplained is u = w - 3 z = (-2, 4, -2), orthogonal to it. In units of 1/3:
        // |v|^2 = 8, |u|^2 = 24, <v, K v> = (16 * 6 + 4 * 2) / 49, <u, K u> = (16 * 6 + 36 * 2) / 49,
        // <u, K v> = (16 * 6 - 12 * 2) / 49.
        let context = Context::from_counts(&[[4, 2, 1], [2, 4, 1], [1, 1, 5]]).unwrap();
        let spectrum = Spectrum::of(&context);
        let value = |eps: Rational| worst_error(&context, &spectrum, &encoder(3, &[&[2, 0, -2]]), &eps).unwrap();
        // c = 9/49, times 49: m_u = 168 - 216 = -48, m_v = 104 - 72 = 32, m_uv = 72, D = 72^2 + 48 * 32 = 6720;
        // t = 48 / (72 + sqrt 6720), and the error 24 / (24 + 8 t^2).
        let root = Real::from(integer(6720)).sqrt().unwrap().unwrap();
        let t = Real::from(integer(48)).divided_by(&root.plus(&Real::from(integer(72)))).unwrap().unwrap();
        let divisor = Real::from(integer(24)).plus(&t.times(&t).times(&Real::from(integer(8))));
        let expected = Real::from(integer(24)).divided_by(&divisor).unwrap().unwrap();
        assert_eq!(value(ratio(4, 7)).decimal(25), expected.decimal(25));
        // The border c = 16/49: f = w alone, and <w, u>^2 / (|w|^2 |u|^2) = 36 / (6 * 24).
        assert_eq!(value(ratio(3, 7)).as_rational(), Some(&ratio(1, 4)));
        // <u, K u> / |u|^2 = 1/7, so no probe explains anything of u for c = 1/7 and less.
        assert_eq!(value(ratio(2, 3)).as_rational(), Some(&ratio(1, 1)));
    }

    /// The formula of Theorem 16 within its range, 1 below it; and the best encoders where they are rational.
    #[test]
    fn top_singular_functions() {
        for context in contexts().into_iter().chain([any_other(4), disconnected()]) {
            let spectrum = Spectrum::of(&context);
            for d in 0..=spectrum.len() {
                for eps in [ratio(1, 10), ratio(3, 7), ratio(1, 2), ratio(3, 5), ratio(1, 1), ratio(3, 1)] {
                    let Ok(value) = top_worst_error(&spectrum, d, &eps) else { continue };
                    let c = Real::from(required_compatibility(&eps));
                    let square = |i: usize| spectrum.squared(i).map(|s| Real::from(s.clone()));
                    let expected = match square(d + 1) {
                        None => Real::zero(),
                        Some(next) if c.at_most(&next) == Truth::True => Real::from(integer(1)),
                        Some(next) => {
                            let first = square(1).unwrap();
                            first.minus(&c).divided_by(&first.minus(&next)).unwrap().unwrap()
                        }
                    };
                    assert_eq!(value.decimal(20), expected.decimal(20), "{:?} {d} {eps}", context.weights());
                }
            }
        }
        let context = flipped_signs(2, &ratio(1, 2));
        let spectrum = Spectrum::of(&context);
        let signs: [&[i64]; 3] = [&[-1, -1, 1, 1], &[-1, 1, -1, 1], &[1, -1, -1, 1]];
        for d in 0..=3 {
            for eps in [ratio(1, 2), ratio(5, 8), ratio(7, 10), ratio(3, 4)] {
                let best = worst_error(&context, &spectrum, &encoder(4, &signs[..d]), &eps).unwrap();
                let value = top_worst_error(&spectrum, d, &eps).unwrap();
                assert_eq!(value.as_rational().unwrap(), best.as_rational().unwrap(), "{d} {eps}");
            }
        }
    }

    #[test]
    fn where_there_is_no_value() {
        let spectrum = Spectrum::of(&flipped_signs(2, &ratio(1, 2)));
        let reason = |d, eps| top_worst_error(&spectrum, d, &eps).unwrap_err().to_string();
        assert!(reason(4, ratio(1, 2)).contains("no 4 singular functions"));
        assert!(reason(1, ratio(0, 1)).contains("eps is not positive"));
        assert!(reason(1, ratio(49, 100)).contains("1 - eps > s_1"));
        let point = one_point();
        let spectrum = Spectrum::of(&point);
        assert!(top_worst_error(&spectrum, 0, &ratio(1, 2)).unwrap_err().to_string().contains("one point"));
        assert!(worst_error(&point, &spectrum, &encoder(1, &[]), &ratio(1, 2)).is_err());
    }

    /// A value that is known by enclosures is compared with what is close to it.
    #[test]
    fn enclosures_tighten_as_asked() {
        let context = Context::from_counts(&[[9, 1, 0], [2, 7, 1], [1, 1, 5], [0, 2, 3]]).unwrap();
        let phi = encoder(4, &[&[1, 2, 4, 3], &[0, 1, 0, 3]]);
        let value = worst_error(&context, &Spectrum::of(&context), &phi, &ratio(2, 5)).unwrap();
        let close = worst_case_error(&context, &phi, &ratio(2, 5), &ratio(1, 1i64 << 60)).unwrap();
        let [below, above] = [close.lower.value, close.upper.value].map(Real::from);
        assert_eq!(below.at_most(&value), Truth::True);
        assert_eq!(above.at_most(&value), Truth::False);
        assert!(value.enclose(200).width() <= Dyadic::new(1, -200));
    }
}
