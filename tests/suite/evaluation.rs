//! What is claimed of association strength and usefulness, for every context of the scope.

use crate::generators::{Scope, for_all_contexts};
use contexture::context::{A, Context, Encoder, Spectrum, X};
use contexture::exact::enclosure::Enclosure;
use contexture::exact::matrix::Matrix;
use contexture::exact::rational::{Rational, integer, ratio};
use contexture::exact::real::Real;
use contexture::exact::truth::Truth;
use contexture::quantity::association::{self, is_independent, total_inertia, trace};
use contexture::quantity::information::mutual_information;
use contexture::quantity::kernel::{context_complexity, kernel_deviation};
use contexture::quantity::lipschitz::{enclose_function_lipschitz, function_lipschitz, kernel_lipschitz_squared};
use contexture::quantity::usefulness::{Weighting, decay_rate, tau_at, usefulness};
use num_traits::{One, Signed, Zero};
use std::cmp::Ordering;

fn cells(c: &Context) -> impl Iterator<Item = (usize, usize)> + use<> {
    let (n, m) = (c.n(), c.m());
    (0..n).flat_map(move |x| (0..m).map(move |a| (x, a)))
}

/// The double sums of the definitions, over probabilities.
#[test]
fn quantities_are_their_double_sums() {
    for_all_contexts(&Scope::from_environment(), |c| {
        let (p, q) = (c.marginal::<X>(), c.marginal::<A>());
        let squares: Rational = cells(c).map(|(x, a)| c.joint(x, a) * c.joint(x, a) / (&p[x] * &q[a])).sum();
        assert_eq!(trace(c), squares);
        let kernel = |x: usize, y: usize| -> Rational {
            (0..c.m()).map(|a| c.joint(x, a) * c.joint(y, a) / (&q[a] * &p[x] * &p[y])).sum()
        };
        let pairs = || (0..c.n()).flat_map(|x| (0..c.n()).map(move |y| (x, y)));
        let deviation: Rational = pairs().map(|(x, y)| (kernel(x, y) - integer(1)).abs() * &p[x] * &p[y]).sum();
        assert_eq!(kernel_deviation(c), deviation);
        assert_eq!(context_complexity(c), (0..c.n()).map(|x| kernel(x, x)).max().unwrap());
        assert_eq!(is_independent(c), cells(c).all(|(x, a)| c.joint(x, a) == &p[x] * &q[a]));
        let mut instances = 1;
        if c.m() > 1 {
            let square = |q: &Rational| q * q;
            let blind: Rational = q.iter().map(square).sum();
            let informed: Rational = cells(c).map(|(x, a)| c.joint(x, a) * c.joint(x, a) / &p[x]).sum();
            assert_eq!(association::tau::<A>(c), Ok((informed - &blind) / (Rational::one() - blind)));
            let likeliest = q.iter().max().unwrap();
            let row = |x: usize| (0..c.m()).map(|a| c.joint(x, a)).max().unwrap();
            let informed: Rational = (0..c.n()).map(row).sum();
            assert_eq!(association::lambda::<A>(c), Ok((informed - likeliest) / (Rational::one() - likeliest)));
            instances += 1;
        }
        instances
    });
}

/// `s_1 = 0` exactly for independent X and A, and so for everything that measures dependence.
#[test]
fn measures_vanish_together() {
    let mut independent = 0;
    for_all_contexts(&Scope::from_environment().with_points(6), |c| {
        let spectrum = Spectrum::of(c);
        let zero = is_independent(c);
        assert_eq!(total_inertia(c), spectrum.total_inertia());
        assert_eq!(spectrum.rank() == 0, zero);
        assert_eq!(total_inertia(c).is_zero(), zero);
        assert_eq!(kernel_deviation(c).is_zero(), zero);
        assert_eq!(context_complexity(c).is_one(), zero);
        assert_eq!(mutual_information(c).sign(), Ok(if zero { Ordering::Equal } else { Ordering::Greater }));
        for coefficient in [association::cramers_v(c), association::tschuprows_t(c)].into_iter().flatten() {
            assert_eq!(coefficient.sign() == Ok(Ordering::Equal), zero);
            assert_eq!(coefficient.at_most(&integer(1).into()), Truth::True);
        }
        independent += usize::from(zero);
        1
    });
    assert!(independent > 10, "{independent} independent contexts");
}

/// `1 <= trace <= kappa^2 <= 1 / min p`; mutual information is at most `ln(1 + phi^2)`, by Jensen.
#[test]
fn bounds_of_association() {
    for_all_contexts(&Scope::from_environment().with_points(5), |c| {
        let (trace, complexity) = (trace(c), context_complexity(c));
        assert!(Rational::one() <= trace && trace <= complexity);
        assert!(complexity <= c.marginal::<X>().into_iter().map(|p| p.recip()).max().unwrap());
        let bound = Real::from(trace).ln().unwrap().unwrap();
        let (information, bound) = (mutual_information(c).enclose(100), bound.enclose(100));
        assert!(information.lower() <= bound.upper());
        1
    });
}

/// If `|kX - 1| < eps` everywhere then `sum_{i>0} s_i^2 < eps`: here with eps as near as may be to the largest
/// deviation, so `sum <= max |kX(x,x) - 1|`.
#[test]
fn weak_association() {
    for_all_contexts(&Scope::from_environment(), |c| {
        let kernel = c.kernel::<X>();
        let deviations = (0..c.n() * c.n()).map(|i| (kernel.get(i / c.n(), i % c.n()) - integer(1)).abs());
        assert!(total_inertia(c) <= deviations.max().unwrap());
        1
    });
}

/// For d <= d0 the second term of `tau_d` is in [0, beta], and tau is the least of all that have a value.
#[test]
fn usefulness_is_the_least_and_its_second_term_is_bounded() {
    for_all_contexts(&Scope::from_environment().with_points(4), |c| {
        let spectrum = Spectrum::of(c);
        let weighting = Weighting { beta: ratio(3, 2), largest: spectrum.len() };
        let without = Weighting { beta: integer(0), ..weighting.clone() };
        let Ok(useful) = usefulness(&spectrum, &weighting) else { return 0 };
        assert!(useful.attained.is_ok());
        for d in 1..=spectrum.len() {
            assert_eq!(useful.by_dimension[d - 1].is_ok(), tau_at(&spectrum, d, &weighting).is_ok());
            let Ok(tau) = &useful.by_dimension[d - 1] else { continue };
            let second = tau.minus(&tau_at(&spectrum, d, &without).unwrap()).enclose(80);
            assert!(second.lower().to_rational() <= weighting.beta && second.upper().sign() != Ordering::Less);
            let slack = tau.minus(&useful.tau).enclose(80);
            assert!(slack.upper().sign() != Ordering::Less, "tau_{d} is below tau");
        }
        1
    });
}

/// `L_k <= c L_mu sum_{i>=1} s_i^2` with `c^2 = 1 / min p`, a bound of all `mu_i^2`; the exact `L_mu` lies in
/// its enclosure.
#[test]
fn lipschitz_constants() {
    for_all_contexts(&Scope::from_environment().with_points(4), |c| {
        let z = Encoder::<X>::new(Matrix::from_fn(c.n(), 1, |x, _| ratio((x * x) as i64 + 1, 2)));
        let spectrum = Spectrum::of(c);
        let Ok(l_mu) = function_lipschitz(c, &spectrum, &z) else {
            assert_eq!(c.n(), 1);
            return 0;
        };
        let enclosure = enclose_function_lipschitz(c, &spectrum, &z, 50).unwrap();
        assert!(enclosure.intersection(&l_mu.enclose(90)).is_some());
        let bound = c.marginal::<X>().into_iter().map(|p| p.recip()).max().unwrap();
        let inertia = total_inertia(c);
        let right = enclosure.square(200).mul(&Enclosure::rational(&(bound * &inertia * &inertia), 200), 200);
        assert!(kernel_lipschitz_squared(c, &z).unwrap() <= right.upper().to_rational());
        1
    });
}

/// The same formulas in floating point land in the exact result's neighbourhood: a misplaced factor does not.
#[test]
#[allow(clippy::float_arithmetic)]
fn floats_agree() {
    for_all_contexts(&Scope::from_environment().with_points(6), |c| {
        let float = |r: &Rational| num_traits::ToPrimitive::to_f64(r).unwrap();
        let near = |exact: Real, float: f64| {
            let exact = exact.enclose(60).midpoint().to_f64();
            approx::assert_abs_diff_eq!(exact, float, epsilon = 1e-9);
        };
        let (p, q) = (c.marginal::<X>(), c.marginal::<A>());
        let (p, q): (Vec<f64>, Vec<f64>) = (p.iter().map(float).collect(), q.iter().map(float).collect());
        let joint = |x, a| float(&c.joint(x, a));
        let terms = cells(c).filter(|&(x, a)| joint(x, a) > 0.0);
        near(mutual_information(c), terms.map(|(x, a)| joint(x, a) * (joint(x, a) / (p[x] * q[a])).ln()).sum());
        let inertia: f64 = cells(c).map(|(x, a)| (joint(x, a) - p[x] * q[a]).powi(2) / (p[x] * q[a])).sum();
        if let Ok(v) = association::cramers_v(c) {
            near(v.times(&v), inertia / (c.n().min(c.m()) - 1) as f64);
            let degrees = ((c.n() - 1) * (c.m() - 1)) as f64;
            let t = association::tschuprows_t(c).unwrap();
            near(t.times(&t), inertia / degrees.sqrt());
        }
        let coefficient = association::contingency_coefficient(c);
        near(coefficient.times(&coefficient), inertia / (1.0 + inertia));
        let spectrum = Spectrum::of(c);
        if let Ok(rate) = decay_rate(&spectrum) {
            let positive = 1..=spectrum.rank();
            let ln = |i: usize| spectrum.singular_value(i).unwrap().enclose(60).midpoint().to_f64().powi(2).ln();
            let (above, below) =
                positive.fold((0.0, 0.0), |(above, below), i| (above - i as f64 * ln(i), below + (i * i) as f64));
            near(rate, above / below);
        }
        1
    });
}
