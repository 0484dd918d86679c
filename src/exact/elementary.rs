//! The natural logarithm and the exponential of enclosures, certified.

use super::dyadic::{Dyadic, Towards};
use super::enclosure::Enclosure;
use super::rational::Rational;
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};
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

    /// The exponential, to about `bits` bits after the binary point; `None` where a member is larger than
    /// [`LARGEST_EXPONENT`]. Of a member below the negative of that it is only said that it is between 0 and
    /// the exponential of that.
    pub fn exp(&self, bits: u64) -> Option<Enclosure> {
        let largest = Dyadic::new(LARGEST_EXPONENT, 0);
        (self.upper() <= &largest).then(|| {
            let least = -&largest;
            let lower = if self.lower() < &least { Dyadic::zero() } else { exponential(self.lower(), bits).0 };
            Enclosure::new(lower, exponential(self.upper().max(&least), bits).1)
        })
    }
}

/// Exponentials of larger numbers are not written out: they have more than 5900 bits.
pub const LARGEST_EXPONENT: i64 = 1 << 12;

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

/// Bounds of `exp(v) = 2^k exp(v - k ln 2)`, for `|v| <= `[`LARGEST_EXPONENT`]. With k an integer near `v / ln 2 - 1/5`
/// the argument on the right is between 0 and 1.
fn exponential(value: &Dyadic, bits: u64) -> (Dyadic, Dyadic) {
    if value.is_zero() {
        return (Dyadic::one(), Dyadic::one());
    }
    // 1.442695041 is 1 / ln 2 to ten digits.
    let quotient = value.to_rational() * Rational::new(1_442_695_041.into(), 1_000_000_000.into());
    let k = (quotient - Rational::new(1.into(), 5.into())).floor().to_integer().to_i64().expect("a bounded number");
    let unit = -((bits as i64 + k).max(0) + 24);
    let guard = unit.unsigned_abs() + 24;
    let ln_two = artanh(&BigInt::one(), &BigInt::from(3), guard);
    let multiple = |end: &Dyadic| end * &Dyadic::new(2 * k, 0);
    let (a, b) = (multiple(ln_two.lower()), multiple(ln_two.upper()));
    let (least, most) = if a <= b { (a, b) } else { (b, a) };
    let lower = (value - &most).to_multiple(unit, Towards::Below);
    let upper = (value - &least).to_multiple(unit, Towards::Above);
    assert!(!lower.is_negative() && upper <= BigInt::one() << unit.unsigned_abs(), "an argument between 0 and 1");
    let (below, above) = (series(&lower, unit, Towards::Below), series(&upper, unit, Towards::Above));
    (Dyadic::new(below, unit + k), Dyadic::new(above, unit + k))
}

/// `sum_j z^j / j!` for `0 <= z <= 1` from one side, in units of `2^unit` like z. The terms left out sum to at most
/// twice the next one, which is less than a unit.
fn series(z: &BigInt, unit: i64, towards: Towards) -> BigInt {
    let round = |n: BigInt, by: &BigInt| match towards {
        Towards::Below => n.div_floor(by),
        Towards::Above => n.div_ceil(by),
    };
    let mut term = BigInt::one() << unit.unsigned_abs();
    let mut sum = BigInt::zero();
    let mut j = BigInt::zero();
    // Rounded upwards, a term never gets below one unit.
    while term > BigInt::one() {
        sum += &term;
        j += 1;
        term = round(term * z, &(&j << unit.unsigned_abs()));
    }
    match towards {
        Towards::Below => sum,
        Towards::Above => sum + 2,
    }
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

    #[test]
    fn known_digits_of_exponentials_are_inside() {
        for (n, d, digits) in [
            (1i64, 1i64, "2.71828182845904523536028747135266249775724709369996"),
            (-1, 1, "0.36787944117144232159552377016146086744581113103177"),
            (1, 3, "1.39561242508608952862812531960258683759790651519940"),
            (10, 1, "22026.46579480671651695790064528424436635351261855678"),
            (-10, 1, "0.00004539992976248485153559151556055061023791808887"),
            (0, 1, "1"),
            (1, 1_000_000, "1.00000100000050000016666670833334166666805555575397"),
        ] {
            let value = Enclosure::rational(&ratio(n, d), 220).exp(180).unwrap();
            let digits = parse_rational(digits).unwrap();
            let slack = ratio(1, num_bigint::BigInt::from(10).pow(45));
            assert!(value.lower().to_rational() <= &digits + &slack, "exp {n}/{d}");
            assert!(value.upper().to_rational() >= &digits - &slack, "exp {n}/{d}");
            assert!(value.width() <= Dyadic::new(1, -150), "exp {n}/{d}: {:?}", value.width().to_f64());
        }
    }

    #[test]
    fn exponentials_multiply_and_undo_logarithms() {
        let exp = |n: i64, d: i64| Enclosure::rational(&ratio(n, d), 300).exp(120).unwrap();
        for a in -20..20 {
            for b in [-7, -1, 0, 3, 19] {
                let product = exp(a, 3).mul(&exp(b, 3), 400);
                assert!(product.intersection(&exp(a + b, 3)).is_some(), "{a} {b}");
                assert_eq!(product.compare(&exp(a + b + 1, 3)), Some(Ordering::Less));
            }
            assert!(exp(a, 3).ln(100).unwrap().contains(&ratio(a, 3)), "{a}");
        }
        for n in [1, 2, 3, 10, 1000] {
            assert!(Enclosure::integer(n).ln(100).unwrap().exp(90).unwrap().contains(&ratio(n, 1)), "{n}");
        }
    }

    /// An interval, an end exactly at k ln 2 for all that some bits tell, and numbers beyond the largest.
    #[test]
    fn intervals_and_enormous_exponents() {
        let wide = Enclosure::new(Dyadic::new(-3, 0), Dyadic::new(1, 1)).exp(40).unwrap();
        assert!(wide.contains(&ratio(1, 20)) && wide.contains(&ratio(7, 1)) && !wide.contains(&ratio(1, 21)));
        assert!(!wide.contains(&ratio(37, 5)));
        for bits in [1, 2, 20, 64, 500] {
            for n in [1, 2, 3, 32, 33] {
                let near = Enclosure::point(Enclosure::integer(n).ln(bits + 40).unwrap().lower().clone());
                let value = near.exp(bits).unwrap();
                assert!(value.lower().to_rational() <= ratio(n, 1), "{n} {bits}");
                assert!(value.width() <= Dyadic::new(1, 2 - bits as i64), "{n} {bits}");
            }
        }
        let point = |n: i64| Enclosure::integer(n);
        assert_eq!(point(LARGEST_EXPONENT + 1).exp(20), None);
        let enormous = point(LARGEST_EXPONENT).exp(20).unwrap();
        assert_eq!(enormous.upper().magnitude(), Some(5910), "4096 / ln 2 is 5909.3");
        assert!(enormous.lower().magnitude() == Some(5910) && enormous.lower() <= enormous.upper());
        let tiny = point(-2 * LARGEST_EXPONENT).exp(20).unwrap();
        assert!(tiny.contains(&ratio(0, 1)) && tiny.upper() <= &Dyadic::new(1, -40));
    }
}
