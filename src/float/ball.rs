//! A float with a bound on its error.

use super::rounding::{UNIT, add_up, div_up, error_of, mul_up, split, sqrt_up, sub_down};
use super::scaled::Scaled;
use crate::exact::dyadic::Dyadic;
use crate::exact::enclosure::Enclosure;
use crate::exact::rational::Rational;
use num_bigint::BigInt;
use std::ops::{Add, Mul, Neg, Sub};

/// All real numbers x with `|x - mid| <= radius`.
///
/// **Invariant:** `mid` is finite; `radius` is not negative and not NaN, and may be infinite.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ball {
    mid: f64,
    radius: f64,
}

impl Ball {
    /// Zero, exactly.
    pub const ZERO: Ball = Ball { mid: 0.0, radius: 0.0 };

    /// One, exactly.
    pub const ONE: Ball = Ball { mid: 1.0, radius: 0.0 };

    /// Every real number: what is left of an overflow or a division by what may be zero.
    pub const UNKNOWN: Ball = Ball { mid: 0.0, radius: f64::INFINITY };

    /// The natural logarithm of 2. The constant is rounded correctly, and lies in `[1/2, 1)`.
    const LN_2: Ball = Ball { mid: std::f64::consts::LN_2, radius: UNIT / 2.0 };

    /// The numbers within `radius` of `mid`; all numbers if `mid` is not finite or `radius` is NaN.
    /// Panics on a negative radius.
    pub fn new(mid: f64, radius: f64) -> Ball {
        assert!(radius.is_nan() || radius >= 0.0, "a radius is not negative: {radius}");
        if mid.is_finite() && !radius.is_nan() { Ball { mid, radius } } else { Ball::UNKNOWN }
    }

    /// A float, exactly; everything if it is not finite.
    pub fn exact(value: f64) -> Ball {
        Ball::new(value, 0.0)
    }

    /// A ball that contains the numbers from `lower` to `upper`, which are in this order.
    pub fn between(lower: f64, upper: f64) -> Ball {
        let mid = lower / 2.0 + upper / 2.0;
        Ball::new(mid, f64::max(add_up(mid, -lower), add_up(upper, -mid)))
    }

    /// A ball around a rational; a point if the rational is an integer of at most 53 bits.
    pub fn from_rational(value: &Rational) -> Ball {
        Scaled::from_rational(value).ball()
    }

    /// A ball around an integer; a point if it has at most 53 bits.
    pub fn from_integer(value: &BigInt) -> Ball {
        Scaled::from_integer(value).ball()
    }

    /// The value.
    pub fn mid(self) -> f64 {
        self.mid
    }

    /// The bound on the distance of the exact number from [`Ball::mid`].
    pub fn radius(self) -> f64 {
        self.radius
    }

    /// A lower bound of the members.
    pub fn lower(self) -> f64 {
        sub_down(self.mid, self.radius)
    }

    /// An upper bound of the members.
    pub fn upper(self) -> f64 {
        -(-self).lower()
    }

    /// The ball as an interval with exact ends; `None` if it is unbounded.
    pub fn enclosure(self) -> Option<Enclosure> {
        let (mid, radius) =
            (Dyadic::from_f64(self.mid), self.radius.is_finite().then(|| Dyadic::from_f64(self.radius))?);
        Some(Enclosure::new(&mid - &radius, &mid + &radius))
    }

    /// Whether the exact number `value` is a member, decided exactly.
    pub fn contains(self, value: &Rational) -> bool {
        self.enclosure().is_none_or(|enclosure| enclosure.contains(value))
    }

    /// Whether zero may be meant.
    pub fn contains_zero(self) -> bool {
        self.mid.abs() <= self.radius
    }

    /// Whether this is zero and nothing else.
    pub fn is_zero(self) -> bool {
        self == Ball::ZERO
    }

    /// The ball with its radius larger by `by`.
    pub fn widened(self, by: f64) -> Ball {
        Ball::new(self.mid, add_up(self.radius, by))
    }

    /// `|x|` of the members.
    pub fn abs(self) -> Ball {
        Ball { mid: self.mid.abs(), radius: self.radius }
    }

    /// `x^2` of the members.
    pub fn square(self) -> Ball {
        self * self
    }

    /// The larger of the two numbers meant.
    pub fn max(self, other: Ball) -> Ball {
        if self.radius.is_infinite() || other.radius.is_infinite() {
            return Ball::UNKNOWN;
        }
        Ball::between(self.lower().max(other.lower()), self.upper().max(other.upper()))
    }

    /// The quotient. Everything if `other` may be zero.
    pub fn over(self, other: Ball) -> Ball {
        let smallest = sub_down(other.mid.abs(), other.radius);
        if smallest <= 0.0 {
            return Ball::UNKNOWN;
        }
        if self.is_zero() {
            return Ball::ZERO;
        }
        let quotient = self.mid / other.mid;
        // |a/b - a'/b'| <= (r_a + |a'/b'| r_b) / |b|
        let moved = add_up(self.radius, mul_up(quotient.abs().next_up(), other.radius));
        Ball::new(quotient, add_up(div_up(moved, smallest), error_of(quotient)))
    }

    /// The square root. Members below zero are ignored: the number meant is not among them.
    pub fn sqrt(self) -> Ball {
        if self.is_zero() || self.radius.is_infinite() {
            return self;
        }
        let (lower, root) = (self.lower(), self.mid.max(0.0).sqrt());
        if lower <= 0.0 {
            return Ball::between(0.0, sqrt_up(self.upper().max(0.0)));
        }
        // |sqrt a - sqrt a'| = |a - a'| / (sqrt a + sqrt a')
        let roots = sub_down(root.next_down(), -lower.sqrt().next_down());
        Ball::new(root, add_up(div_up(self.radius, roots), error_of(root)))
    }

    /// The natural logarithm. Everything if a member is not positive.
    pub fn ln(self) -> Ball {
        let lower = self.lower();
        if lower <= 0.0 {
            return Ball::UNKNOWN;
        }
        // By the mean value theorem |ln a - ln a'| <= |a - a'| / min(a, a').
        ln(self.mid).widened(div_up(self.radius, lower))
    }

    /// `e ln 2`.
    pub(super) fn ln_of_power(e: i64) -> Ball {
        Ball::from_integer(&BigInt::from(e)) * Ball::LN_2
    }
}

/// The logarithm of a positive float, from `ln m = 2 (t + t^3/3 + t^5/5 + ...)` with
/// `t = (m - 1)/(m + 1)`. The standard library promises no accuracy.
fn ln(x: f64) -> Ball {
    let (m, e) = split(x);
    let (m, e) = if m > std::f64::consts::SQRT_2 { (m / 2.0, e + 1) } else { (m, e) };
    let m = Ball::exact(m);
    let t = (m - Ball::ONE).over(m + Ball::ONE);
    let square = t.square();
    let reciprocal = |n: i32| Ball::ONE.over(Ball::exact(f64::from(n)));
    // t^2 < 0.0295, so what follows t^22/23 is at most t^24 / (25 (1 - t^2)) < 2^-64.
    let series = (0..=11).rev().fold(Ball::new(0.0, 0.0), |sum, k| sum * square + reciprocal(2 * k + 1));
    Ball::exact(2.0) * t * series.widened(2f64.powi(-64)) + Ball::ln_of_power(e)
}

impl Add for Ball {
    type Output = Ball;
    fn add(self, other: Ball) -> Ball {
        let (a, b) = (self.mid, other.mid);
        let sum = a + b;
        // The exact rounding error (Knuth's two-sum).
        let b_seen = sum - a;
        let error = (a - (sum - b_seen)) + (b - b_seen);
        Ball::new(sum, add_up(add_up(self.radius, other.radius), error.abs()))
    }
}

impl Sub for Ball {
    type Output = Ball;
    fn sub(self, other: Ball) -> Ball {
        self + -other
    }
}

impl Mul for Ball {
    type Output = Ball;
    fn mul(self, other: Ball) -> Ball {
        if self.is_zero() || other.is_zero() {
            return Ball::ZERO;
        }
        let product = self.mid * other.mid;
        let by_self = mul_up(self.radius, add_up(other.mid.abs(), other.radius));
        let by_other = mul_up(self.mid.abs(), other.radius);
        let rounding = if self.mid == 0.0 || other.mid == 0.0 { 0.0 } else { error_of(product) };
        Ball::new(product, add_up(add_up(by_self, by_other), rounding))
    }
}

impl Neg for Ball {
    type Output = Ball;
    fn neg(self) -> Ball {
        Ball { mid: -self.mid, radius: self.radius }
    }
}

impl std::iter::Sum for Ball {
    fn sum<I: Iterator<Item = Ball>>(balls: I) -> Ball {
        balls.fold(Ball::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::rational::ratio;
    use num_traits::{Signed, Zero};
    use proptest::prelude::*;

    fn value(x: f64) -> Rational {
        Dyadic::from_f64(x).to_rational()
    }

    /// A ball, and a member of it that is given by a fraction of the radius.
    fn ball_and_member() -> impl Strategy<Value = (Ball, Rational)> {
        let number = prop_oneof![
            any::<i8>().prop_map(f64::from),
            -1e3..1e3,
            prop::num::f64::NORMAL | prop::num::f64::SUBNORMAL | prop::num::f64::ZERO
        ];
        let radius = prop_oneof![Just(0.0), 0.0..1e-12, 0.0..10.0, (0.0..1e300)];
        (number, radius, -8i64..=8)
            .prop_map(|(mid, radius, eighths)| (Ball::new(mid, radius), value(mid) + value(radius) * ratio(eighths, 8)))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn results_contain_the_results_of_members((a, x) in ball_and_member(), (b, y) in ball_and_member()) {
            prop_assert!(a.contains(&x) && (-a).contains(&-&x) && a.abs().contains(&x.abs()));
            prop_assert!((a + b).contains(&(&x + &y)));
            prop_assert!((a - b).contains(&(&x - &y)));
            prop_assert!((a * b).contains(&(&x * &y)), "{a:?} {b:?}");
            prop_assert!(a.square().contains(&(&x * &x)));
            prop_assert!(a.max(b).contains((&x).max(&y)));
            prop_assert!(value(a.lower()) <= x && x <= value(a.upper()) || a.radius() > 1e299);
            if !y.is_zero() {
                prop_assert!(a.over(b).contains(&(&x / &y)), "{a:?} {b:?}");
            }
        }

        #[test]
        fn roots_contain_the_roots_of_members((a, x) in ball_and_member()) {
            if !x.is_negative() {
                let Some(root) = a.sqrt().enclosure() else { return Ok(()) };
                let (l, u) = (root.lower().to_rational(), root.upper().to_rational());
                prop_assert!(l.is_negative() || &l * &l <= x, "{a:?}");
                prop_assert!(x <= &u * &u, "{a:?}");
            }
        }

        #[test]
        fn rationals_and_integers_are_contained_closely(n in any::<i128>(), d in 1..i128::MAX, power in 0u32..60) {
            let x = ratio(n, d) * ratio(BigInt::from(10).pow(power), 1);
            let ball = Ball::from_rational(&x);
            prop_assert!(ball.contains(&x));
            prop_assert!(ball.radius() <= 1e-15 * ball.mid().abs() + f64::MIN_POSITIVE);
            let ball = Ball::from_integer(x.numer());
            prop_assert!(ball.contains(&Rational::from_integer(x.numer().clone())));
            prop_assert!(ball.radius() <= 1e-15 * ball.mid().abs());
        }
    }

    /// `exp(x)` from below or above, exactly enough, by its series at `x / 2^10`.
    fn exponential(x: &Rational) -> (Rational, Rational) {
        let small = x / ratio(1 << 10, 1);
        let (mut term, mut sum) = (ratio(1, 1), ratio(1, 1));
        for k in 1..12 {
            term = term * &small / ratio(k, 1);
            sum += &term;
        }
        // |small| < 1/2: the rest is less than the last term taken.
        let power = |y: Rational| (0..10).fold(y, |y, _| short(&(&y * &y)));
        (
            power(&sum - term.abs()) * (ratio(1, 1) - ratio(1, 1u64 << 60)),
            power(&sum + term.abs()) * (ratio(1, 1) + ratio(1, 1u64 << 60)),
        )
    }

    /// Within a relative `2^-80` of x.
    fn short(x: &Rational) -> Rational {
        Dyadic::from_rational(x, 90, crate::exact::dyadic::Towards::Below).to_rational()
    }

    #[test]
    fn logarithms_are_inverse_to_the_exponential_series() {
        for x in [1.0, 1.0 + UNIT * 2.0, 1.0 - UNIT, 0.5, 2.0, 1.41, 0.7072, 3.0, 10.0, 1e-3, 1e10, 123456.789, 1e-20] {
            let ball = Ball::exact(x).ln();
            assert!(ball.radius() <= 2e-15 * ball.mid().abs(), "{x} {ball:?}");
            approx::assert_relative_eq!(ball.mid(), x.ln(), max_relative = 1e-15);
            let e = ball.enclosure().unwrap();
            assert!(exponential(&e.lower().to_rational()).0 <= value(x), "{x}");
            assert!(exponential(&e.upper().to_rational()).1 >= value(x), "{x}");
        }
        assert_eq!(Ball::ONE.ln(), Ball::ZERO);
        assert_eq!(Ball::new(1.0, 1.0).ln(), Ball::UNKNOWN);
        let wide = Ball::new(2.0, 1.0).ln();
        assert!(wide.lower() <= 0.0 && wide.upper() >= 3f64.ln());
    }

    #[test]
    fn what_has_no_float_is_unknown() {
        let huge = Ball::exact(f64::MAX);
        for ball in [
            huge + huge,
            huge * huge,
            Ball::exact(f64::NAN),
            Ball::new(0.0, f64::NAN),
            Ball::ONE.over(Ball::ZERO),
            Ball::from_integer(&BigInt::from(10).pow(400)),
        ] {
            assert_eq!(ball, Ball::UNKNOWN);
        }
        let tiny = Ball::exact(5e-324);
        assert!((tiny * tiny).contains(&(value(5e-324) * value(5e-324))));
        assert!(!(tiny * tiny).is_zero());
    }
}
