//! Every float result contains the exact value: over whole scopes of small tables, over random ones, and
//! over special ones. Balls that are too small are told from those that are not.
#![allow(clippy::float_arithmetic)] // floats are tested here

use contexture::context::{A, Context, Encoder, Function, X};
use contexture::exact::elimination::{inertia, inverse};
use contexture::exact::matrix::Matrix;
use contexture::exact::rational::{Rational, integer, ratio};
use contexture::float::{Ball, FloatContext, FloatSpectrum};
use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive, Zero};
use proptest::prelude::*;

/// All tables of a shape with entries below `values`, but that of zeros.
fn tables(n: usize, m: usize, values: u64) -> impl Iterator<Item = Context> {
    (1..values.pow((n * m) as u32)).map(move |code| {
        let entry = |k: usize| integer(code / values.pow(k as u32) % values);
        let rows: Vec<Vec<Rational>> = (0..n).map(|x| (0..m).map(|a| entry(x * m + a)).collect()).collect();
        Context::unlabelled(&rows).unwrap()
    })
}

fn exhaustive() -> impl Iterator<Item = Context> {
    tables(2, 2, 4).chain(tables(2, 3, 2)).chain(tables(3, 2, 2)).chain(tables(3, 3, 2))
}

fn table(n: usize, m: usize, weight: impl Fn(usize, usize) -> Rational) -> Context {
    let rows: Vec<Vec<Rational>> = (0..n).map(|x| (0..m).map(|a| weight(x, a)).collect()).collect();
    Context::unlabelled(&rows).unwrap()
}

fn special() -> Vec<(&'static str, Context)> {
    let power = |e: u32| Rational::from_integer(BigInt::from(10).pow(e));
    let count = |x: usize, a: usize| ratio(((x * 5 + a * 3) % 7) as i64, 1);
    vec![
        ("one point", table(1, 1, |_, _| ratio(3, 1))),
        ("one row", table(1, 4, |_, a| ratio(a as i64 + 1, 1))),
        ("one column", table(4, 1, |x, _| ratio(x as i64 + 1, 1))),
        ("identity, all values tied at 1", table(5, 5, |x, a| integer(u8::from(x == a)))),
        ("ties below 1", table(5, 5, |x, a| integer(1 + u8::from(x == a)))),
        ("independent", table(4, 3, |x, a| ratio(((x + 1) * (a + 2)) as i64, 7))),
        ("rank deficient", table(6, 6, |x, a| count(x % 3, a) + ratio(1, 1))),
        (
            "two components",
            table(4, 4, |x, a| if (x < 2) == (a < 2) { count(x, a) + ratio(1, 1) } else { ratio(0, 1) }),
        ),
        ("empty rows and columns", table(5, 5, |x, a| if x == 2 || a == 1 { ratio(0, 1) } else { count(x, a) })),
        ("many rows", table(9, 2, |x, a| count(x, a) + ratio(1, 3))),
        ("many columns", table(2, 9, |x, a| count(x, a) + ratio(1, 3))),
        ("huge weights", table(4, 4, |x, a| count(x, a) * power(300 + 40 * x as u32) + ratio(1, 1))),
        ("tiny weights", table(4, 4, |x, a| count(x, a) / power(300) + integer(u8::from(x == 0 || a == 0)))),
        ("beyond the range", table(3, 3, |x, a| (count(x, a) + ratio(1, 1)) / power(700 * a as u32))),
        ("almost independent", table(3, 3, |x, a| ratio(1, 1) + count(x, a) / power(40))),
        ("almost disconnected", table(3, 3, |x, a| integer(u8::from(x == a)) + ratio(1, 1) / power(12))),
    ]
}

fn random() -> impl Strategy<Value = Context> {
    let entry = prop_oneof![3 => 0i64..20, 1 => Just(0), 1 => 0i64..1_000_000];
    (1usize..=8, 1usize..=8, prop::collection::vec(entry, 64)).prop_map(|(n, m, entries)| {
        // The corner keeps the table from being zero.
        table(n, m, |x, a| integer(entries[x * 8 + a] + i64::from(x + a == 0)))
    })
}

/// How the eigenvalues of K compare with c: how many are larger, and how many at least as large. K is
/// similar to `D_r^{-1/2} S D_r^{-1/2}` with `S = C D_c^{-1} C^T`, and `S - c D_r` is congruent to that
/// less c.
fn counts_above(context: &Context, c: &Rational) -> (usize, usize) {
    let (n, m) = (context.n(), context.m());
    let term = |x: usize, y: usize, a: usize| {
        Rational::new(context.weight(x, a) * context.weight(y, a), context.column_sums()[a].clone())
    };
    let shifted = Matrix::from_fn(n, n, |x, y| {
        let s: Rational = (0..m).map(|a| term(x, y, a)).sum();
        if x == y { s - c * integer(context.row_sums()[x].clone()) } else { s }
    });
    let found = inertia(&shifted);
    (found.positive, found.positive + found.zero)
}

/// Whether the i-th ball contains `s_i`, for all i from 1 to N-1. Decided exactly.
fn check_spectrum(context: &Context, balls: &[Ball]) -> Result<(), String> {
    if balls.len() + 1 != context.n() {
        return Err(format!("{} balls for {} points", balls.len(), context.n()));
    }
    for (i, ball) in balls.iter().enumerate().map(|(k, ball)| (k + 1, ball)) {
        let enclosure = ball.enclosure().ok_or("an unbounded ball")?;
        let (lower, upper) = (enclosure.lower().to_rational(), enclosure.upper().to_rational());
        if upper.is_negative() || counts_above(context, &(&upper * &upper)).0 > i {
            return Err(format!("s_{i} is above {ball:?}"));
        }
        if lower.is_positive() && counts_above(context, &(&lower * &lower)).1 <= i {
            return Err(format!("s_{i} is below {ball:?}"));
        }
    }
    Ok(())
}

/// Whether the ball contains the value, and says something if the value is in the range of floats.
fn check(name: &str, ball: Ball, exact: &Rational) -> Result<(), String> {
    let in_range = exact.to_integer().bits() < 1000;
    if ball.contains(exact) && (ball.radius().is_finite() || !in_range) {
        Ok(())
    } else {
        Err(format!("{name}: {exact} is not in {ball:?}"))
    }
}

/// The sums over the table.
fn check_association(context: &Context) -> Result<(), String> {
    let float = FloatContext::of(context);
    let (trace, kernel, p) = (context.operator::<X>().trace(), context.kernel::<X>(), context.marginal::<X>());
    let one = ratio(1, 1);
    check("trace", float.trace(), &trace)?;
    check("inertia", float.inertia(), &(&trace - &one))?;
    check("chi-square", float.chi_square(), &((&trace - &one) * context.mass()))?;
    let points = || (0..context.n()).flat_map(|x| (0..context.n()).map(move |y| (x, y)));
    let deviation: Rational = points().map(|(x, y)| (kernel.get(x, y) - &one).abs() * &p[x] * &p[y]).sum();
    check("kernel deviation", float.kernel_deviation(), &deviation)?;
    let complexity = (0..context.n()).map(|x| kernel.get(x, x)).max().unwrap();
    check("complexity", float.complexity(), &complexity)
}

/// A function that tells the points apart, and is neither centred nor of unit norm.
fn task(context: &Context) -> Function<X> {
    Function::new((0..context.n()).map(|x| ratio((x * x) as i64 - 2, 3 * x as i64 + 1)).collect())
}

fn check_compatibility(context: &Context) -> Result<(), String> {
    let float = FloatContext::of(context);
    let indicators = (0..context.n()).map(|x| Function::indicator(context.n(), x));
    for f in indicators.chain([task(context), Function::one(context.n())]) {
        let centred = context.centred(&f);
        match float.compatibility_squared(&f) {
            Ok(ball) => {
                let averaged = context.norm_squared(&context.expect::<A>(&centred));
                check("rho^2", ball, &(averaged / context.norm_squared(&centred)))?;
            }
            Err(_) if centred.is_zero() => {}
            Err(undefined) => return Err(undefined.to_string()),
        }
    }
    Ok(())
}

/// Encoders of one to three features of very different sizes, of which the last may depend on the others.
fn encoders(context: &Context) -> Vec<Encoder<X>> {
    let value = |x: usize, j: usize| match j {
        0 => integer(u8::from(x == 0)),
        1 => ratio(x as i64, 7) * Rational::from_integer(BigInt::from(10).pow(30)),
        _ => ratio((x * x) as i64 + 1, 3) / Rational::from_integer(BigInt::from(10).pow(20)),
    };
    (0..=3).map(|d| Encoder::new(Matrix::from_fn(context.n(), d, value))).collect()
}

fn check_encoder(context: &Context, phi: &Encoder<X>) -> Result<(), String> {
    let float = FloatContext::of(context);
    let (f, centred) = (context.centred(&task(context)), context.centred_encoder(phi));
    let averaged = context.expect_encoder::<A>(&centred);
    let (c, b) = (context.gram(&centred, &centred), context.gram(&averaged, &averaged));
    for (i, j) in (0..phi.dimension()).flat_map(|i| (0..phi.dimension()).map(move |j| (i, j))) {
        check("C_Phi", float.covariance(phi)[i][j], &c.get(i, j))?;
        check("B_Phi", float.average_covariance(phi)[i][j], &b.get(i, j))?;
    }
    let (trace, error) = (float.ratio_trace(phi), float.probe_error(phi, &task(context)));
    let Some(c_inverse) = inverse(&c) else {
        return if trace.is_err() && error.is_err() {
            Ok(())
        } else {
            Err("a singular covariance was inverted".into())
        };
    };
    if let Ok(ball) = trace {
        check("ratio trace", ball, &c_inverse.times(&b).trace())?;
    }
    if let Ok(ball) = error {
        let products = Matrix::from_fn(phi.dimension(), 1, |j, _| context.inner(&centred.feature(j), &f));
        let explained = products.transposed().times(&c_inverse).times(&products).trace();
        check("probe error", ball, &(context.norm_squared(&f) - explained))?;
    }
    Ok(())
}

/// The shares make 1, and weighted with powers of the eigenvalues they make
/// `<f~, K^k f~> / ||f~||^2 = sum s_i^{2k} share_i`.
fn check_shares(context: &Context) -> Result<(), String> {
    let (float, f) = (FloatContext::of(context), context.centred(&task(context)));
    let Ok(shares) = float.shares(&task(context)) else {
        return if f.is_zero() { Ok(()) } else { Err("the shares of a function that varies are defined".into()) };
    };
    let eigenvalues = float.spectrum().eigenvalues();
    let mut powered = f.clone();
    for power in 0..4 {
        let weight = |s: &Ball| (0..power).fold(Ball::ONE, |product, _| product * *s);
        let group = |indices: &std::ops::Range<usize>| {
            let weights = || eigenvalues[indices.start - 1..indices.end - 1].iter().map(weight);
            let lower = weights().map(Ball::lower).fold(f64::INFINITY, f64::min);
            Ball::between(lower, weights().map(Ball::upper).fold(0.0, f64::max))
        };
        let sum: Ball = shares.iter().map(|share| share.share * group(&share.indices)).sum();
        check("moment of shares", sum, &(context.inner(&f, &powered) / context.norm_squared(&f)))?;
        powered = context.expect::<X>(&context.expect::<A>(&powered));
    }
    let covered: Vec<usize> = shares.iter().flat_map(|share| share.indices.clone()).collect();
    if covered == (1..context.n()).collect::<Vec<_>>() { Ok(()) } else { Err(format!("{covered:?} is not all")) }
}

fn check_all(context: &Context) -> Result<(), String> {
    check_spectrum(context, FloatSpectrum::of(context).singular_values())?;
    check_association(context)?;
    check_compatibility(context)?;
    check_shares(context)?;
    encoders(context).iter().try_for_each(|phi| check_encoder(context, phi))
}

#[test]
fn exact_values_are_contained_over_all_small_tables() {
    let mut tables = 0;
    for context in exhaustive() {
        check_all(&context).unwrap_or_else(|wrong| panic!("{wrong} at {:?}", context.weights()));
        tables += 1;
    }
    assert_eq!(tables, 255 + 63 + 63 + 511);
}

#[test]
fn exact_values_are_contained_in_special_tables() {
    for (name, context) in special() {
        check_all(&context).unwrap_or_else(|wrong| panic!("{name}: {wrong}"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn exact_values_are_contained_in_random_tables(context in random()) {
        prop_assert_eq!(check_all(&context), Ok(()));
    }
}

#[test]
fn balls_that_are_too_small_are_rejected() {
    let context = Context::from_counts(&[[4, 1, 2], [1, 3, 1], [0, 2, 5]]).unwrap();
    let spectrum = FloatSpectrum::of(&context);
    let balls = spectrum.singular_values();
    assert_eq!(check_spectrum(&context, balls), Ok(()));
    for i in 0..balls.len() {
        for wrong in [Ball::exact(balls[i].mid()), Ball::exact(balls[i].lower()), Ball::exact(balls[i].upper())] {
            let mut forged = balls.to_vec();
            forged[i] = wrong;
            assert!(check_spectrum(&context, &forged).is_err(), "s_{} is no float", i + 1);
        }
    }
    assert!(check_spectrum(&context, &[balls[1], balls[0]]).is_err(), "the order is part of the claim");
    assert!(check_spectrum(&context, &balls[..1]).is_err());
    let trace = FloatContext::of(&context).trace();
    assert!(check("trace", Ball::exact(trace.mid()), &context.operator::<X>().trace()).is_err());
}

#[test]
fn quantities_of_the_spectrum_contain_their_values_where_it_is_rational() {
    for context in tables(2, 2, 4).filter(|c| c.n() == 2) {
        let eigenvalue = context.operator::<X>().trace() - ratio(1, 1);
        let spectrum = FloatSpectrum::of(&context);
        check("s_1^2", spectrum.eigenvalues()[0], &eigenvalue).unwrap();
        let tau = spectrum.tau(0, &ratio(3, 7), 1).unwrap();
        // At 1 the first denominator of tau is zero, at 0 the second.
        if eigenvalue == ratio(1, 1) || eigenvalue.is_zero() {
            assert!(tau.radius().is_infinite());
        } else {
            check("tau_0", tau, &(ratio(1, 1) - &eigenvalue).recip()).unwrap();
        }
        assert!(spectrum.tau(1, &ratio(1, 1), 1).is_err() && spectrum.tau(0, &ratio(1, 1), 0).is_err());
        match spectrum.decay_rate() {
            Ok(rate) => {
                let expected = -eigenvalue.to_f64().unwrap().ln();
                approx::assert_abs_diff_eq!(rate.mid(), expected, epsilon = 1e-14);
                assert!((rate.mid() - expected).abs() <= rate.radius() + 1e-15 && rate.radius() < 1e-13);
            }
            Err(_) => assert!(eigenvalue.is_zero()),
        }
    }
    // All values are 1/4 on 5 points: tau_2 = 1/(1 - 1/36) + beta 2/3, and the rate is -sum i ln(1/36) / sum i^2.
    let ties = table(5, 5, |x, a| integer(1 + u8::from(x == a)));
    let spectrum = FloatSpectrum::of(&ties);
    check("tau_2", spectrum.tau(2, &ratio(1, 2), 3).unwrap(), &(ratio(36, 35) + ratio(1, 3))).unwrap();
    approx::assert_relative_eq!(spectrum.decay_rate().unwrap().mid(), 36f64.ln() / 3.0, max_relative = 1e-14);
}

/// In a table that depends on `x - a mod 4` the singular functions are the characters of the cyclic group.
#[test]
fn shares_on_the_characters_of_a_cyclic_group() {
    let circulant = table(4, 4, |x, a| ratio([4, 2, 1, 1][(4 + x - a) % 4], 1));
    let float = FloatContext::of(&circulant);
    let f = Function::<X>::new([5, 1, 2, 0].map(|v| ratio(v, 1)).to_vec());
    let shares = float.shares(&f).unwrap();
    // f~ = 3, -1, 0, -2 has the product 6/4 with the character 1, -1, 1, -1, and the squared norm 14/4.
    assert_eq!(shares.iter().map(|s| s.indices.clone()).collect::<Vec<_>>(), [1..3, 3..4]);
    let sign = ratio(36, 56);
    check("character of order 2", shares[1].share, &sign).unwrap();
    check("tied pair", shares[0].share, &(ratio(1, 1) - sign)).unwrap();
    assert!(shares.iter().all(|s| s.share.radius() < 1e-12), "{shares:?}");
    let smooth = FloatContext::of(&fifty()).shares(&task(&fifty())).unwrap();
    assert!(smooth.len() > 40 && smooth[..20].iter().all(|s| s.share.radius() < 1e-6), "{smooth:?}");
}

/// The exact value of `exp(T I)` is `prod (C T / (r c))^C`, a rational.
#[test]
fn mutual_information_agrees_with_the_logarithm_of_a_rational() {
    for context in exhaustive() {
        let cells = (0..context.n()).flat_map(|x| (0..context.m()).map(move |a| (x, a)));
        let power = |(x, a): (usize, usize)| {
            let weight = context.weight(x, a);
            let ratio = Rational::new(weight * context.total(), &context.row_sums()[x] * &context.column_sums()[a]);
            if weight.is_zero() { integer(1) } else { ratio.pow(weight.to_i32().unwrap()) }
        };
        let product: Rational = cells.map(power).product();
        let information = FloatContext::of(&context).mutual_information();
        let expected = Ball::from_rational(&product).ln().over(Ball::from_integer(context.total()));
        let distance = (information - expected).mid().abs();
        assert!(distance <= information.radius() + expected.radius(), "{:?}", context.weights());
        assert!(information.radius() < 1e-14);
    }
    for (name, context) in special() {
        let information = FloatContext::of(&context).mutual_information();
        assert!(information.radius() < 1e-13 && information.upper() >= 0.0, "{name}: {information:?}");
        if name.starts_with("identity") {
            approx::assert_relative_eq!(information.mid(), 5f64.ln(), max_relative = 1e-14);
        }
    }
}

/// 50 points a side, counts with structure and noise.
fn fifty() -> Context {
    table(50, 50, |x, a| {
        let noise = (x * 7919 + a * 104_729) % 23;
        integer(noise + 200 / (1 + x.abs_diff(a)))
    })
}

#[test]
fn bounds_are_close_for_well_scaled_tables() {
    let context = fifty();
    let float = FloatContext::of(&context);
    let spectrum = float.spectrum();
    let worst = spectrum.singular_values().iter().map(|s| s.radius()).fold(0.0, f64::max);
    assert!(worst < 2e-12, "{worst:e}");
    let phi = Encoder::new(Matrix::from_fn(50, 3, |x, j| integer((x as i64).pow(j as u32 + 1))));
    for (name, ball) in [
        ("trace", float.trace()),
        ("kernel deviation", float.kernel_deviation()),
        ("complexity", float.complexity()),
        ("mutual information", float.mutual_information()),
        ("compatibility", float.compatibility_squared(&task(&context)).unwrap()),
        ("ratio trace", float.ratio_trace(&phi).unwrap()),
        ("probe error", float.probe_error(&phi, &task(&context)).unwrap()),
        ("tau", spectrum.tau(3, &ratio(1, 1), 10).unwrap()),
        ("inertia", spectrum.eigenvalues().into_iter().sum()),
    ] {
        assert!(ball.radius() < 1e-10 * ball.mid().abs(), "{name}: {ball:?}");
    }
    assert!(float.ratio_trace(&encoders(&context)[3]).is_ok(), "features of sizes 1, 10^30 and 10^-20");
}

#[test]
fn independence_is_exactly_zero_and_small_association_keeps_its_digits() {
    let all = special();
    let named = |name: &str| &all.iter().find(|(n, _)| *n == name).unwrap().1;
    let independent = FloatSpectrum::of(named("independent"));
    assert!(independent.singular_values().iter().all(|s| s.upper() < 1e-300));
    let almost = FloatContext::of(named("almost independent"));
    assert!(almost.inertia().radius() < 1e-12 * almost.inertia().mid());
    let first = almost.spectrum().singular_values()[0];
    assert!(first.mid() > 0.0 && first.radius() < 1e-12 * first.mid(), "{first:?}");
}
