//! The worst-case error of an encoder, over whole scopes of small contexts and encoders.

use crate::generators::{Scope, for_all_contexts};
use contexture::context::gallery::{flipped_signs, masked_signs};
use contexture::context::{A, Function};
use contexture::context::{Context, Encoder, Spectrum, X};
use contexture::exact::matrix::Matrix;
use contexture::exact::rational::{Rational, integer, ratio};
use contexture::exact::real::Real;
use contexture::exact::truth::Truth;
use contexture::quantity::compatibility::probe_error;
use contexture::quantity::worst_case_error::{worst_case_error, worst_error};
use num_bigint::BigInt;
use num_traits::{Signed, Zero};

/// All N x M tables with weights 0..=most and no empty row or column, every `step`-th of them.
fn tables(n: usize, m: usize, most: u64, step: usize) -> impl Iterator<Item = Context> {
    let count = (most + 1).pow((n * m) as u32);
    (0..count).step_by(step).filter_map(move |code| {
        let weight = |k: usize| code / (most + 1).pow(k as u32) % (most + 1);
        let rows: Vec<Vec<Rational>> = (0..n).map(|x| (0..m).map(|a| ratio(weight(x * m + a), 1)).collect()).collect();
        Context::unlabelled(&rows).ok().filter(|c| (c.n(), c.m()) == (n, m))
    })
}

fn encoder(n: usize, columns: &[&[i64]]) -> Encoder<X> {
    Encoder::new(Matrix::from_fn(n, columns.len(), |x, j| ratio(columns[j][x % columns[j].len()], 1)))
}

/// No feature, a constant, dependent features, all functions, and something in between.
fn encoders(n: usize) -> Vec<Encoder<X>> {
    vec![
        encoder(n, &[]),
        encoder(n, &[&[0], &[3]]),
        encoder(n, &[&[1, 2, 4]]),
        encoder(n, &[&[1, -1, 0], &[2, -2, 0], &[3, 1, 2]]),
        encoder(n, &[&[0, 0, 1, 1]]),
        Encoder::new(Matrix::identity(n)),
    ]
}

fn radii() -> [Rational; 5] {
    [ratio(1, 10), ratio(1, 2), ratio(9, 10), ratio(1, 1), ratio(3, 2)]
}

/// Every instance has two certificates as close as asked, or no value for a reason that can be checked; and
/// its value as a number lies between them.
#[test]
fn bounds_meet_on_small_contexts() {
    let width = ratio(1, 1_000_000);
    let (mut defined, mut undefined, mut between) = (0, 0, 0);
    let contexts = tables(2, 2, 2, 1).chain(tables(2, 3, 1, 3)).chain(tables(3, 3, 2, 61)).chain(tables(4, 2, 2, 97));
    for context in contexts.chain(tables(1, 2, 2, 1)) {
        let spectrum = Spectrum::of(&context);
        for phi in encoders(context.n()) {
            for eps in radii() {
                let value = worst_error(&context, &spectrum, &phi, &eps);
                let Ok(found) = worst_case_error(&context, &phi, &eps, &width) else {
                    assert!(value.is_err());
                    undefined += 1;
                    continue;
                };
                let instance = (context.weights(), &phi, &eps);
                assert!(found.check(&context, &phi, &eps), "{instance:?}");
                assert!(found.exhausted.is_none() && found.width() <= width, "{instance:?}: {}", found.width());
                assert!(found.lower.value <= found.upper.value);
                let value = value.unwrap();
                let [lower, upper] = [&found.lower.value, &found.upper.value].map(|v| Real::from(v.clone()));
                assert_eq!(lower.at_most(&value).and(value.at_most(&upper)), Truth::True, "{instance:?}");
                defined += 1;
                between += usize::from(found.exact.is_none());
            }
        }
    }
    assert!(defined > 1000 && undefined > 100 && between > 100, "{defined} {undefined} {between}");
}

/// The contexts of all other laws: ties, components, random tables.
#[test]
fn bounds_meet_wherever_laws_are_tried() {
    let width = ratio(1, 1_000_000_000);
    let scope = Scope::from_environment().with_points(8);
    for_all_contexts(&scope, |context| {
        let mut defined = 0;
        for phi in encoders(context.n()).into_iter().skip(2).step_by(2) {
            for eps in [ratio(1, 3), ratio(3, 5)] {
                let Ok(found) = worst_case_error(context, &phi, &eps, &width) else { continue };
                assert!(found.check(context, &phi, &eps) && found.width() <= width, "{phi:?} {eps}");
                defined += 1;
            }
        }
        defined
    });
}

/// `(s_1^2 - c) / (s_1^2 - s_{d+1}^2)` for the span of the top d, if `s_{d+1}^2 < c`: the worst f mixes the
/// first singular function with the first unexplained one. For another c the latter is in `F_eps`, and
/// the error is 1.
fn assert_closed_form(context: &Context, phi: &Encoder<X>, first: &Rational, next: &Rational) {
    for width in [ratio(1, 1000), ratio(1, BigInt::from(10).pow(30))] {
        for k in 1..=20 {
            let eps = ratio(k, 20);
            let c = (integer(1) - &eps) * (integer(1) - &eps);
            let found = worst_case_error(context, phi, &eps, &width);
            if c > *first {
                assert!(found.is_err());
                continue;
            }
            let found = found.unwrap();
            assert!(found.check(context, phi, &eps) && found.width() <= width);
            let expected = if c <= *next { integer(1) } else { (first - c) / (first - next) };
            assert!(found.lower.value <= expected && expected <= found.upper.value, "{eps}: {expected}");
        }
    }
}

#[test]
fn top_singular_functions_have_the_closed_form() {
    // T = sum s_i h_i h_i^T with the four Walsh functions and s = 1, 1/2, 1/4, 1/8.
    let (u, v): (&[i64], &[i64]) = (&[1, 1, -1, -1], &[1, -1, 1, -1]);
    let uv: Vec<i64> = u.iter().zip(v).map(|(a, b)| a * b).collect();
    let weight = |x: usize, a: usize| ratio(8 + 4 * u[x] * u[a] + 2 * v[x] * v[a] + uv[x] * uv[a], 1);
    let rows: Vec<Vec<Rational>> = (0..4).map(|x| (0..4).map(|a| weight(x, a)).collect()).collect();
    let walsh = Context::unlabelled(&rows).unwrap();
    let quarter = ratio(1, 4);
    assert_closed_form(&walsh, &encoder(4, &[u]), &quarter, &ratio(1, 16));
    assert_closed_form(&walsh, &encoder(4, &[u, v]), &quarter, &ratio(1, 64));
    let mixed: Vec<i64> = (0..4).map(|x| 5 * u[x] - 2 * v[x] + 1).collect();
    assert_closed_form(&walsh, &encoder(4, &[&mixed, v, u]), &quarter, &ratio(1, 64));
    // Ties: both signs together, or one of two.
    let signs: [&[i64]; 2] = [&[-1, -1, 1, 1], &[-1, 1, -1, 1]];
    assert_closed_form(&flipped_signs(2, &ratio(1, 2)), &encoder(4, &signs), &quarter, &ratio(1, 16));
    assert_closed_form(&flipped_signs(2, &ratio(1, 2)), &encoder(4, &signs[..1]), &quarter, &quarter);
    assert_closed_form(&masked_signs(2, &ratio(1, 2)), &encoder(4, &signs), &ratio(1, 2), &quarter);
}

/// No function of `F_eps` errs more than the upper bound: functions are smoothed by K until they are
/// compatible enough, and their error is that of the normal equations.
#[test]
fn no_compatible_function_errs_more() {
    let (mut met, mut close) = (0, 0);
    for context in tables(3, 3, 2, 487).chain(tables(4, 3, 1, 41)) {
        let n = context.n();
        for phi in encoders(n) {
            for eps in radii() {
                let Ok(found) = worst_case_error(&context, &phi, &eps, &ratio(1, 100)) else { continue };
                let c = (integer(1) - &eps).max(integer(0));
                for seed in 1..7i64 {
                    let raw = (0..n as i64).map(|x| ratio((x * x * seed + 3 * x + seed) % 7 - 3, 1)).collect();
                    let mut f = context.centred(&Function::<X>::new(raw));
                    for _ in 0..3 {
                        let image = context.expect::<A>(&f);
                        let norm = context.norm_squared(&f);
                        if !norm.is_zero() && context.norm_squared(&image) >= &c * &c * &norm {
                            let error = probe_error(&context, &phi, &f) / norm;
                            assert!(error <= found.upper.value, "{:?} {phi:?} {eps} {f:?}", context.weights());
                            met += 1;
                            close += usize::from(error.is_positive() && error >= &found.lower.value - ratio(1, 10));
                        }
                        f = context.expect::<X>(&image);
                    }
                }
            }
        }
    }
    assert!(met > 1000 && close > 100, "{met} {close}");
}

/// Weights over twelve orders of magnitude, points of tiny mass, nearly dependent features, and a radius
/// that all but empties `F_eps`.
#[test]
fn bad_scales_do_not_widen_the_bounds() {
    let n = 6usize;
    let weight = |x: usize, a: usize| {
        let scale = BigInt::from(10).pow(if x.is_multiple_of(2) { 6 } else { 0 });
        ratio(BigInt::from((x * 7 + a * a * 3 + x * a) % 10 + 1) * scale, BigInt::from(10).pow((a % 3) as u32 * 3))
    };
    let rows: Vec<Vec<Rational>> = (0..n).map(|x| (0..n).map(|a| weight(x, a)).collect()).collect();
    let context = Context::unlabelled(&rows).unwrap();
    let feature = |x: usize, j: usize| ratio((x * x % 5) as i64, 1) + ratio((x * j) as i64, 1_000_000_000i64);
    let phi = Encoder::<X>::new(Matrix::from_fn(n, 2, feature));
    let first = contexture::context::Spectrum::of(&context).singular_value(1).unwrap();
    for bits in [4, 20, 100] {
        let unit = ratio(1, BigInt::from(1) << bits);
        let eps = integer(1) - (first.enclose(160).lower().to_rational() / &unit).floor() * unit;
        for width in [ratio(1, 1000), ratio(1, BigInt::from(10).pow(30))] {
            let found = worst_case_error(&context, &phi, &eps, &width).unwrap();
            assert!(found.check(&context, &phi, &eps) && found.width() <= width, "{bits}");
        }
    }
}
