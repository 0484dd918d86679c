//! The natural logarithm of enclosures, certified.

use super::dyadic::{Dyadic, Towards};
use super::enclosure::Enclosure;
use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};
use std::cmp::Ordering;

impl Enclosure {
    /// The natural logarithm, to about `bits` bits after the binary point; `None` unless all members are
    /// positive.
    pub fn ln(&self, bits: u64) -> Option<Enclosure> {
        (self.lower().sign() == Ordering::Greater).then(|| {
            let (lower, upper) = (logarithm(self.lower(), bits), logarithm(self.upper(), bits));
            Enclosure::new(lower.lower().clone(), upper.upper().clone())
        })
    }
}

/// `ln(m 2^e) = k ln 2 + 2 artanh((y - 1) / (y + 1))` with y = m 2^e / 2^k in [1/2, 1), so that the argument
/// is in [-1/3, 0).
fn logarithm(value: &Dyadic, bits: u64) -> Enclosure {
    let k = value.exponent() + value.mantissa().bits() as i64;
    let guard = bits + 8 + u64::from(64 - k.unsigned_abs().leading_zeros());
    // y = mantissa / 2^b, so (y - 1) / (y + 1) = (mantissa - 2^b) / (mantissa + 2^b)
    let power = BigInt::one() << value.mantissa().bits();
    let fraction = artanh(&(value.mantissa() - &power), &(value.mantissa() + &power), guard);
    // ln 2 = 2 artanh(1/3)
    let ln_two = artanh(&BigInt::one(), &BigInt::from(3), guard);
    let twice = fraction.add(&ln_two.mul(&Enclosure::integer(k), guard + 64), guard + 64);
    Enclosure::new(twice.lower().shifted(1), twice.upper().shifted(1))
}

/// `artanh(n/d) = sum_j z^(2j+1) / (2j + 1)` with `z = n/d`, `|z| <= 1/3`, in units of `2^-bits`.
///
/// Each of the two divisions in a term rounds by less than one unit, and the power carries an error of
/// less than two units (each step divides it by 9 or more and adds one); the terms left out sum to less
/// than the last power.
fn artanh(n: &BigInt, d: &BigInt, bits: u64) -> Enclosure {
    debug_assert!(n.abs() * 3 <= *d);
    let (n_squared, d_squared) = (n * n, d * d);
    let mut power: BigInt = (n << bits) / d;
    let mut sum = BigInt::zero();
    let mut terms = 0u64;
    while !power.is_zero() {
        sum += &power / (2 * terms + 1);
        power = power * &n_squared / &d_squared;
        terms += 1;
    }
    let error = BigInt::from(3 * terms + 3);
    let unit = -(bits as i64);
    Enclosure::new(Dyadic::new(&sum - &error, unit), Dyadic::new(sum + error, unit)).rounded_outwards_to(unit)
}

impl Enclosure {
    /// The same interval, its ends moved outwards to multiples of `2^unit`.
    fn rounded_outwards_to(&self, unit: i64) -> Enclosure {
        let end = |d: &Dyadic, towards| Dyadic::new(d.to_multiple(unit, towards), unit);
        Enclosure::new(end(self.lower(), Towards::Below), end(self.upper(), Towards::Above))
    }
}

#[cfg(test)]
mod tests {
    use super::super::rational::{parse_rational, ratio};
    use super::*;

    #[test]
    fn known_digits_are_inside() {
        for (n, d, digits) in [
            (2i64, 1i64, "0.69314718055994530941723212145817656807550013436026"),
            (10, 1, "2.30258509299404568401799145468436420760110148862877"),
            (1, 3, "-1.09861228866810969139524523692252570464749055782275"),
            (1, 1, "0"),
            (1_000_001, 1_000_000, "0.00000099999950000033333308333353333316666680952256"),
        ] {
            let value = Enclosure::rational(&ratio(n, d), 200).ln(150).unwrap();
            let digits = parse_rational(digits).unwrap();
            let slack = ratio(1, num_bigint::BigInt::from(10).pow(49));
            assert!(value.lower().to_rational() <= &digits + &slack, "ln {n}/{d}");
            assert!(value.upper().to_rational() >= &digits - &slack, "ln {n}/{d}");
            assert!(value.width() <= Dyadic::new(1, -140), "ln {n}/{d}: {:?}", value.width().to_f64());
        }
        assert_eq!(Enclosure::integer(0).ln(20), None);
        assert_eq!(Enclosure::integer(-3).ln(20), None);
    }

    #[test]
    fn logarithms_add() {
        let ln = |n: i64| Enclosure::integer(n).ln(80).unwrap();
        for a in 1..40 {
            for b in 1..40 {
                assert!(ln(a).add(&ln(b), 120).intersection(&ln(a * b)).is_some(), "{a} {b}");
            }
        }
        // And a wrong value would not pass: ln 6 and ln 7 are told apart.
        assert_eq!(ln(6).compare(&ln(7)), Some(Ordering::Less));
    }
}
