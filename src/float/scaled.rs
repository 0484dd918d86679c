//! Balls with an exponent that does not overflow: weights and denominators may have thousands of bits.

use super::ball::Ball;
use super::rounding::{TINY, UNIT, add_up, div_up, split, times_power};
use crate::exact::rational::Rational;
use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive};

/// The numbers `m 2^exponent` for m in a ball. After a few operations the ball's value is still close
/// to 1, or zero; for long chains this type is not meant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scaled {
    mantissa: Ball,
    exponent: i64,
}

impl Scaled {
    /// An integer: exactly, if it has at most 53 bits.
    pub fn from_integer(value: &BigInt) -> Scaled {
        let bits = value.bits();
        if bits == 0 {
            return Scaled { mantissa: Ball::ZERO, exponent: 0 };
        }
        let dropped = bits.saturating_sub(64);
        let leading = (value.magnitude() >> dropped).to_u64().expect("64 bits are kept");
        let exponent = bits as i64 - 1;
        let mid = times_power(leading as f64, dropped as i64 - exponent);
        // In [1, 2] half a unit in the last place is u; the dropped bits are worth less than 2^-63.
        let radius = if bits <= 53 { 0.0 } else { add_up(UNIT, 2f64.powi(-63)) };
        Scaled { mantissa: Ball::new(if value.is_negative() { -mid } else { mid }, radius), exponent }
    }

    /// A rational.
    pub fn from_rational(value: &Rational) -> Scaled {
        let numerator = Scaled::from_integer(value.numer());
        if value.is_integer() { numerator } else { numerator.over(Scaled::from_integer(value.denom())) }
    }

    /// The product.
    pub fn times(self, other: Scaled) -> Scaled {
        Scaled { mantissa: self.mantissa * other.mantissa, exponent: self.exponent + other.exponent }
    }

    /// The quotient. Everything if `other` may be zero.
    pub fn over(self, other: Scaled) -> Scaled {
        Scaled { mantissa: self.mantissa.over(other.mantissa), exponent: self.exponent - other.exponent }
    }

    /// The product with `2^power`.
    pub fn shifted(self, power: i64) -> Scaled {
        Scaled { exponent: self.exponent + power, ..self }
    }

    /// The square root of a number that is not negative.
    pub fn sqrt(self) -> Scaled {
        let odd = self.exponent.rem_euclid(2);
        let mantissa = if odd == 1 { self.mantissa * Ball::exact(2.0) } else { self.mantissa };
        Scaled { mantissa: mantissa.sqrt(), exponent: (self.exponent - odd) / 2 }
    }

    /// The natural logarithm. Everything if the number may not be positive.
    pub fn ln(self) -> Ball {
        self.mantissa.ln() + Ball::ln_of_power(self.exponent)
    }

    /// About the base-2 logarithm of the magnitude; `None` for zero.
    pub fn magnitude(self) -> Option<i64> {
        (!self.mantissa.is_zero()).then_some(self.exponent)
    }

    /// A bound of the error relative to the value of [`Scaled::ball`].
    pub fn relative_error(self) -> f64 {
        if self.mantissa.is_zero() { 0.0 } else { div_up(self.mantissa.radius(), self.mantissa.mid().abs()) }
    }

    /// The number as a ball of ordinary range. What overflows is unknown; underflow widens the ball.
    pub fn ball(self) -> Ball {
        let mid = times_power(self.mantissa.mid(), self.exponent);
        let underflow = if mid.abs() < f64::MIN_POSITIVE && !self.mantissa.is_zero() { TINY } else { 0.0 };
        Ball::new(mid, times_power_up(self.mantissa.radius(), self.exponent)).widened(underflow)
    }
}

/// `radius 2^e` or more.
fn times_power_up(radius: f64, e: i64) -> f64 {
    if radius == 0.0 || radius.is_infinite() {
        return radius;
    }
    let (m, own) = split(radius);
    times_power(m, own + e).next_up()
}

impl From<Ball> for Scaled {
    fn from(ball: Ball) -> Scaled {
        if ball.mid() == 0.0 || !ball.radius().is_finite() {
            return Scaled { mantissa: ball, exponent: 0 };
        }
        let (mid, exponent) = split(ball.mid());
        Scaled { mantissa: Ball::new(mid, times_power_up(ball.radius(), -exponent)), exponent }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::rational::ratio;
    use num_traits::Zero;

    #[test]
    fn large_and_small_numbers_meet_in_the_middle() {
        for exponent in [1u32, 20, 400, 5000] {
            let huge = BigInt::from(7) * BigInt::from(10).pow(exponent);
            let third = Scaled::from_integer(&huge).over(Scaled::from_integer(&(&huge * 3)));
            assert!(third.ball().contains(&ratio(1, 3)) && third.ball().radius() < 1e-15);
            let root = Scaled::from_integer(&(&huge * &huge)).sqrt().over(Scaled::from_integer(&huge));
            assert!(root.ball().contains(&ratio(1, 1)) && root.ball().radius() < 1e-15);
            let tiny = Rational::new(BigInt::from(-1), huge.clone());
            assert!(Scaled::from_rational(&tiny).ball().contains(&tiny), "10^-{exponent}");
            let product = Scaled::from_rational(&tiny).times(Scaled::from_integer(&huge)).ball();
            assert!(product.contains(&ratio(-1, 1)) && !product.contains(&ratio(1, 1)));
            let logarithm = Scaled::from_integer(&huge).ln();
            let expected = 7f64.ln() + f64::from(exponent) * 10f64.ln();
            approx::assert_relative_eq!(logarithm.mid(), expected, max_relative = 1e-14);
        }
    }

    #[test]
    fn the_edges_of_the_range_of_floats_are_contained() {
        for e in [-1080i64, -1075, -1074, -1050, -1023, -1022, -1000, 1000, 1022, 1023, 1024] {
            for n in [1i64, 3, -5, (1 << 53) + 1, i64::MAX] {
                let power = ratio(BigInt::from(1) << e.unsigned_abs(), 1);
                let exact = ratio(n, 1) * if e < 0 { ratio(1, 1) / power } else { power };
                assert!(Scaled::from_integer(&BigInt::from(n)).shifted(e).ball().contains(&exact), "{n} 2^{e}");
            }
        }
        assert!(Scaled::from_integer(&BigInt::zero()).ball().is_zero());
    }
}
