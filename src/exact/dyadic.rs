//! Dyadic numbers `m 2^e`: the end points of enclosures.

use super::rational::Rational;
use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};
use std::cmp::Ordering;
use std::ops::{Add, Mul, Neg, Sub};

/// `mantissa * 2^exponent`, with an odd mantissa, or zero with exponent zero.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Dyadic {
    mantissa: BigInt,
    exponent: i64,
}

/// Which neighbour a rounding takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Towards {
    Below,
    Above,
}

impl Dyadic {
    /// `mantissa * 2^exponent`.
    pub fn new(mantissa: impl Into<BigInt>, exponent: i64) -> Dyadic {
        let mantissa = mantissa.into();
        match mantissa.trailing_zeros() {
            None => Dyadic { mantissa, exponent: 0 },
            Some(0) => Dyadic { mantissa, exponent },
            Some(zeros) => Dyadic { mantissa: mantissa >> zeros, exponent: exponent + zeros as i64 },
        }
    }

    /// Zero.
    pub fn zero() -> Dyadic {
        Dyadic::new(0, 0)
    }

    /// One.
    pub fn one() -> Dyadic {
        Dyadic::new(1, 0)
    }

    /// The value of a float, exactly. Panics on NaN and infinities.
    pub fn from_f64(x: f64) -> Dyadic {
        let (mantissa, exponent, sign) = num_traits::Float::integer_decode(x);
        assert!(x.is_finite(), "{x} has no value");
        Dyadic::new(BigInt::from(mantissa) * sign, i64::from(exponent))
    }

    /// A float near the value (not a bound of it): the leading 64 bits, rounded.
    pub fn to_f64(&self) -> f64 {
        let shift = self.mantissa.bits().saturating_sub(64);
        let leading = (&self.mantissa >> shift).to_f64().unwrap_or(0.0);
        let exponent = self.exponent.saturating_add(shift as i64).clamp(-3000, 3000) as i32;
        // In two steps, so that the power alone does not leave the range.
        #[allow(clippy::float_arithmetic)] // an approximation, said to be one
        {
            leading * 2f64.powi(exponent / 2) * 2f64.powi(exponent - exponent / 2)
        }
    }

    /// The odd integer m of `m 2^e`, or 0.
    pub fn mantissa(&self) -> &BigInt {
        &self.mantissa
    }

    /// The e of `m 2^e`; 0 for zero.
    pub fn exponent(&self) -> i64 {
        self.exponent
    }

    /// Whether the value is zero.
    pub fn is_zero(&self) -> bool {
        self.mantissa.is_zero()
    }

    /// -1, 0 or 1, as an ordering against zero.
    pub fn sign(&self) -> Ordering {
        match self.mantissa.sign() {
            Sign::Minus => Ordering::Less,
            Sign::NoSign => Ordering::Equal,
            Sign::Plus => Ordering::Greater,
        }
    }

    /// The value times `2^power`.
    pub fn shifted(&self, power: i64) -> Dyadic {
        if self.is_zero() {
            self.clone()
        } else {
            Dyadic { mantissa: self.mantissa.clone(), exponent: self.exponent + power }
        }
    }

    /// Half the sum.
    pub fn midpoint(&self, other: &Dyadic) -> Dyadic {
        (self + other).shifted(-1)
    }

    /// The smallest e with `|value| <= 2^e`; `None` for zero.
    pub fn magnitude(&self) -> Option<i64> {
        let power_of_two = self.mantissa.magnitude().is_one();
        (!self.is_zero()).then(|| self.exponent + self.mantissa.bits() as i64 - i64::from(power_of_two))
    }

    /// The value as an integer multiple of `2^exponent`, rounded.
    pub(crate) fn to_multiple(&self, exponent: i64, towards: Towards) -> BigInt {
        if self.exponent >= exponent {
            &self.mantissa << (self.exponent - exponent)
        } else {
            shift_right(&self.mantissa, (exponent - self.exponent) as u64, towards)
        }
    }

    /// Rounded to at most `bits` bits of mantissa.
    pub(crate) fn rounded(&self, bits: u64, towards: Towards) -> Dyadic {
        let excess = self.mantissa.bits().saturating_sub(bits);
        if excess == 0 {
            return self.clone();
        }
        Dyadic::new(shift_right(&self.mantissa, excess, towards), self.exponent + excess as i64)
    }

    /// The neighbour of a rational with `bits` bits of mantissa.
    pub(crate) fn from_rational(value: &Rational, bits: u64, towards: Towards) -> Dyadic {
        Dyadic::quotient(value.numer(), value.denom(), bits, towards)
    }

    /// An integer multiple m of one `2^-bits`-th that is near `n/d`, as the integer m.
    pub(crate) fn quotient_near(n: &Dyadic, d: &Dyadic, bits: i64) -> Dyadic {
        let quotient = Dyadic::quotient(n.mantissa(), d.mantissa(), (bits + 4).max(4) as u64, Towards::Below);
        let scaled = quotient.shifted(n.exponent - d.exponent + bits);
        Dyadic::new(scaled.to_multiple(0, Towards::Below), 0)
    }

    /// `n/d` rounded to about `bits` bits of mantissa; `d` must not be zero.
    pub(crate) fn quotient(n: &BigInt, d: &BigInt, bits: u64, towards: Towards) -> Dyadic {
        if n.is_zero() {
            return Dyadic::zero();
        }
        let shift = bits as i64 + 1 + d.bits() as i64 - n.bits() as i64;
        let (n, d) = if shift >= 0 { (n << shift, d.clone()) } else { (n.clone(), d << -shift) };
        let quotient = match towards {
            Towards::Below => n.div_floor(&d),
            Towards::Above => -((-n).div_floor(&d)),
        };
        Dyadic::new(quotient, -shift)
    }

    /// The value as a rational.
    pub fn to_rational(&self) -> Rational {
        if self.exponent >= 0 {
            Rational::from_integer(&self.mantissa << self.exponent)
        } else {
            // Odd over a power of two: in lowest terms.
            Rational::new_raw(self.mantissa.clone(), BigInt::one() << -self.exponent)
        }
    }
}

/// `n / 2^shift`, rounded.
pub(crate) fn shift_right(n: &BigInt, shift: u64, towards: Towards) -> BigInt {
    match towards {
        Towards::Below => n >> shift, // num-bigint shifts towards minus infinity
        Towards::Above => -(-n >> shift),
    }
}

impl Add for &Dyadic {
    type Output = Dyadic;
    fn add(self, other: &Dyadic) -> Dyadic {
        if self.is_zero() {
            return other.clone();
        }
        if other.is_zero() {
            return self.clone();
        }
        let exponent = self.exponent.min(other.exponent);
        Dyadic::new(self.to_multiple(exponent, Towards::Below) + other.to_multiple(exponent, Towards::Below), exponent)
    }
}

impl Sub for &Dyadic {
    type Output = Dyadic;
    fn sub(self, other: &Dyadic) -> Dyadic {
        self + &-other
    }
}

impl Mul for &Dyadic {
    type Output = Dyadic;
    fn mul(self, other: &Dyadic) -> Dyadic {
        Dyadic::new(&self.mantissa * &other.mantissa, self.exponent + other.exponent)
    }
}

impl Neg for &Dyadic {
    type Output = Dyadic;
    fn neg(self) -> Dyadic {
        Dyadic { mantissa: -&self.mantissa, exponent: self.exponent }
    }
}

impl PartialOrd for Dyadic {
    fn partial_cmp(&self, other: &Dyadic) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Dyadic {
    fn cmp(&self, other: &Dyadic) -> Ordering {
        let by_sign = self.sign().cmp(&other.sign());
        if by_sign != Ordering::Equal || self.is_zero() {
            return by_sign;
        }
        // Same sign: the magnitudes may already tell.
        let top = |d: &Dyadic| d.exponent + d.mantissa.bits() as i64;
        match top(self).cmp(&top(other)) {
            Ordering::Equal => (self - other).sign(),
            larger if self.mantissa.is_negative() => larger.reverse(),
            larger => larger,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::rational::ratio;
    use super::*;

    fn some() -> Vec<Dyadic> {
        let mut all = Vec::new();
        for m in -9..=9 {
            for e in -4..=3 {
                all.push(Dyadic::new(m, e));
            }
        }
        all
    }

    #[test]
    fn arithmetic_and_order_are_those_of_rationals() {
        for a in some() {
            for b in some() {
                let (x, y) = (a.to_rational(), b.to_rational());
                assert_eq!((&a + &b).to_rational(), &x + &y);
                assert_eq!((&a - &b).to_rational(), &x - &y);
                assert_eq!((&a * &b).to_rational(), &x * &y);
                assert_eq!(a.cmp(&b), x.cmp(&y), "{a:?} {b:?}");
                assert_eq!(a == b, x == y);
                assert_eq!(a.midpoint(&b).to_rational(), (x + y) / ratio(2, 1));
            }
        }
    }

    #[test]
    fn rounding_brackets_the_value_closely() {
        for n in -50i64..50 {
            for d in 1i64..20 {
                let value = ratio(n, d);
                let below = Dyadic::from_rational(&value, 8, Towards::Below).to_rational();
                let above = Dyadic::from_rational(&value, 8, Towards::Above).to_rational();
                assert!(below <= value && value <= above);
                assert!(&above - &below <= value.abs() / ratio(128, 1), "{value}: {below} {above}");
                if d == 1 {
                    assert_eq!(below, above, "{n} needs no rounding");
                }
            }
        }
    }

    #[test]
    fn multiples_round_the_way_they_say() {
        for d in some() {
            for exponent in -5..5 {
                let unit = Dyadic::new(1, exponent).to_rational();
                let below = Rational::from_integer(d.to_multiple(exponent, Towards::Below)) * &unit;
                let above = Rational::from_integer(d.to_multiple(exponent, Towards::Above)) * &unit;
                let value = d.to_rational();
                assert!(below <= value && value <= above && above - below <= unit);
            }
        }
    }

    #[test]
    fn floats_are_taken_exactly() {
        for x in [0.0, 1.0, -0.1, 1e300, 5e-324, f64::MAX, -f64::MIN_POSITIVE] {
            let exact = Dyadic::from_f64(x);
            assert_eq!(exact.to_rational(), Rational::from_float(x).unwrap());
            assert_eq!(exact.to_f64(), x);
        }
    }

    #[test]
    fn magnitude_is_the_least_power_of_two_above() {
        for d in some().into_iter().filter(|d| !d.is_zero()) {
            let e = d.magnitude().unwrap();
            let value = d.to_rational().abs();
            assert!(value <= Dyadic::new(1, e).to_rational() && value > Dyadic::new(1, e - 1).to_rational());
        }
    }
}
