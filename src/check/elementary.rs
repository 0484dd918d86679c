//! The exponential and the logarithm of rational intervals, by series in which every step is rounded to the side that
//! is safe.

use super::interval::{Interval, Partial};
use crate::exact::rational::{Rational, integer};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, Zero};

/// Ends are rounded outwards to multiples of `2^-END_BITS`.
const END_BITS: u64 = 256;

/// Numbers in a series are multiples of `2^-BITS`.
const BITS: u64 = 768;

/// Exponentials are taken of numbers up to this in absolute value; at most `2^370`.
const LARGEST: i64 = 256;

/// So often an exponent is halved: then it is at most 1/4.
const HALVINGS: u64 = 10;

/// About so many products of numbers of so many bits make one end.
pub(super) const COST: (usize, u64) = (200, BITS);

/// To which side a number is rounded.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Towards {
    Below,
    Above,
}

use Towards::{Above, Below};

impl Towards {
    fn opposite(self) -> Towards {
        if self == Below { Above } else { Below }
    }

    fn quotient(self, n: &BigInt, d: &BigInt) -> BigInt {
        if self == Below { n.div_floor(d) } else { n.div_ceil(d) }
    }

    /// In units of `2^-BITS`.
    fn units(self, number: &Rational) -> BigInt {
        self.quotient(&(number.numer() << BITS), number.denom())
    }

    /// The product of two numbers in these units.
    fn times(self, a: &BigInt, b: &BigInt) -> BigInt {
        self.quotient(&(a * b), &(BigInt::one() << BITS))
    }

    /// A number in these units as a multiple of `2^-END_BITS`.
    fn end(self, units: &BigInt) -> Rational {
        let scale = BigInt::one() << (BITS - END_BITS);
        Rational::new(self.quotient(units, &scale), BigInt::one() << END_BITS)
    }
}

impl Interval {
    /// Not shown beyond [`LARGEST`].
    pub fn exp(&self) -> Partial {
        let largest = integer(LARGEST);
        if self.lower() < &-&largest || self.upper() > &largest {
            return Partial::NotShown;
        }
        known(exponential(self.lower(), Below), exponential(self.upper(), Above))
    }

    /// Undefined up to 0; not shown where a number may be 0 or below.
    pub fn ln(&self) -> Partial {
        if !self.upper().is_positive() {
            return Partial::Undefined;
        }
        if !self.lower().is_positive() {
            return Partial::NotShown;
        }
        known(logarithm(self.lower(), Below), logarithm(self.upper(), Above))
    }
}

fn known(lower: Rational, upper: Rational) -> Partial {
    Partial::Known(Interval::new(lower, upper).expect("the functions increase"))
}

/// `exp(v) = exp(v / 2^k)^(2^k)`, and `exp(-v) = 1 / exp(v)`.
fn exponential(v: &Rational, towards: Towards) -> Rational {
    if v.is_zero() {
        return Rational::one();
    }
    let series = |towards: Towards| {
        let z = towards.units(&(v.abs() / Rational::from_integer(BigInt::one() << HALVINGS)));
        (0..HALVINGS).fold(series(&z, towards), |power, _| towards.times(&power, &power))
    };
    match v.is_positive() {
        true => towards.end(&series(towards)),
        false => towards.end(&towards.quotient(&(BigInt::one() << (2 * BITS)), &series(towards.opposite()))),
    }
}

/// `sum_j z^j / j!` for `0 <= z <= 1/4`. What is left out when a term is at most one unit is less than two units.
fn series(z: &BigInt, towards: Towards) -> BigInt {
    let (mut term, mut sum, mut j) = (BigInt::one() << BITS, BigInt::zero(), BigInt::zero());
    while term > BigInt::one() {
        sum += &term;
        j += 1;
        term = towards.quotient(&towards.times(&term, z), &j);
    }
    if towards == Above { sum + 2 } else { sum }
}

/// `ln v = e ln 2 + 2 artanh((y - 1) / (y + 1))` for `y = v / 2^e` between 1/2 and 2, and `ln 2 = 2 artanh(1/3)`.
fn logarithm(v: &Rational, towards: Towards) -> Rational {
    if v.is_one() {
        return Rational::zero();
    }
    let e = v.numer().bits() as i64 - v.denom().bits() as i64;
    let power = Rational::from_integer(BigInt::one() << e.unsigned_abs());
    let y = if e < 0 { v * &power } else { v / &power };
    let (above, below) = (&y - Rational::one(), &y + Rational::one());
    let rest = artanh(&(above / below), towards);
    let third = Rational::new(1.into(), 3.into());
    let ln_two = artanh(&third, if e < 0 { towards.opposite() } else { towards });
    towards.end(&((rest + ln_two * e) * 2))
}

/// `sum_j t^(2j+1) / (2j+1)` for `|t| <= 1/3`, an odd function. What is left out when a power is at most one unit is less
/// than two units.
fn artanh(t: &Rational, towards: Towards) -> BigInt {
    if t.is_negative() {
        return -artanh(&-t, towards.opposite());
    }
    let z = towards.units(t);
    let square = towards.times(&z, &z);
    let (mut power, mut sum, mut j) = (z, BigInt::zero(), BigInt::one());
    while power > BigInt::one() {
        sum += towards.quotient(&power, &j);
        power = towards.times(&power, &square);
        j += 2;
    }
    if towards == Above { sum + 2 } else { sum }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::dyadic::Dyadic;
    use crate::exact::enclosure::Enclosure;
    use crate::exact::rational::ratio;

    fn value(partial: Partial) -> Interval {
        match partial {
            Partial::Known(interval) => interval,
            _ => panic!("it has a value"),
        }
    }

    /// Against the enclosures that everything else uses: both hold the number, and are narrow.
    #[test]
    fn ends_agree_with_enclosures() {
        let numbers =
            [(1, 1), (2, 1), (1, 2), (3, 1), (1, 3), (7, 5), (100, 1), (1, 100), (999, 1000), (200, 3), (255, 1)];
        let unit = Rational::new(1.into(), BigInt::one() << 256);
        for (n, d) in numbers {
            for v in [ratio(n, d), ratio(-n, d)] {
                let (mine, other) =
                    (value(Interval::from(v.clone()).exp()), Enclosure::rational(&v, 900).exp(700).unwrap());
                assert!(
                    *mine.lower() <= other.upper().to_rational() && *mine.upper() >= other.lower().to_rational(),
                    "{v}"
                );
                assert!(mine.upper() - mine.lower() == unit, "exp {v}");
            }
            let v = ratio(n, d);
            let (mine, other) = (value(Interval::from(v.clone()).ln()), Enclosure::rational(&v, 900).ln(700).unwrap());
            assert!(
                *mine.lower() <= other.upper().to_rational() && *mine.upper() >= other.lower().to_rational(),
                "{v}"
            );
            assert!(mine.upper() - mine.lower() <= unit, "ln {v}");
        }
        assert!(Dyadic::new(1, -256).to_rational() == unit);
    }

    #[test]
    fn exact_values_and_edges() {
        assert_eq!(value(Interval::integer(0).exp()), Interval::integer(1));
        assert_eq!(value(Interval::integer(1).ln()), Interval::integer(0));
        let interval = |l: i64, u: i64| Interval::new(integer(l), integer(u)).unwrap();
        assert!(matches!(Interval::integer(0).ln(), Partial::Undefined));
        assert!(matches!(interval(-3, 0).ln(), Partial::Undefined));
        assert!(matches!(interval(0, 3).ln(), Partial::NotShown));
        assert!(matches!(interval(0, 257).exp(), Partial::NotShown));
        assert!(matches!(interval(-256, 256).exp(), Partial::Known(_)));
        assert!(matches!(interval(-257, 0).exp(), Partial::NotShown));
        let wide = value(interval(-1, 1).exp());
        assert!(*wide.lower() < ratio(37, 100) && *wide.lower() > ratio(36, 100));
        assert!(*wide.upper() > ratio(271, 100) && *wide.upper() < ratio(272, 100));
        let wide = value(interval(1, 8).ln());
        assert!(wide.lower().is_zero() && *wide.upper() > ratio(207, 100) && *wide.upper() < ratio(208, 100));
        let tiny = value(Interval::integer(-256).exp());
        assert!(tiny.lower().is_zero() && tiny.upper() - tiny.lower() == Rational::new(1.into(), BigInt::one() << 256));
    }

    /// Of numbers so close to where an end falls that only roundings to the safe side keep them inside.
    #[test]
    fn ends_are_on_the_safe_side() {
        let of = |v: &Enclosure| [v.lower().to_rational(), v.upper().to_rational()];
        for c in [1, -1, 2, -2, 100, -100] {
            let [below, above] = of(&Enclosure::rational(&integer(c), 1400).exp(1200).unwrap());
            assert!(*value(Interval::from(below).ln()).lower() < integer(c), "ln of less than exp {c}");
            assert!(*value(Interval::from(above).ln()).upper() > integer(c), "ln of more than exp {c}");
        }
        for c in [integer(2), ratio(1, 2), integer(3), ratio(3, 4), integer(1_i64 << 40), ratio(1, 1_i64 << 40)] {
            let [below, above] = of(&Enclosure::rational(&c, 1400).ln(1200).unwrap());
            assert!(*value(Interval::from(below).exp()).lower() < c, "exp of less than ln {c}");
            assert!(*value(Interval::from(above).exp()).upper() > c, "exp of more than ln {c}");
        }
    }

    /// Numbers with a numerator of many bits, and next to 1.
    #[test]
    fn long_numbers() {
        let near = ratio(1, 1) + Rational::new(1.into(), BigInt::one() << 2000);
        let ln = value(Interval::from(near.clone()).ln());
        assert!(ln.lower().is_zero() && ln.upper().is_positive());
        let exp = value(Interval::from(near - ratio(1, 1)).exp());
        assert!(*exp.lower() == integer(1) && *exp.upper() > integer(1));
        // Of numbers just below 0 and 1 the values are below 1 and 0, by less than an end shows.
        let tiny = Rational::new(1.into(), BigInt::one() << 2000);
        let exp = value(Interval::from(-&tiny).exp());
        assert!(*exp.lower() < integer(1) && *exp.upper() == integer(1));
        let ln = value(Interval::from((integer(1) + &tiny).recip()).ln());
        assert!(ln.lower().is_negative() && ln.upper().is_zero());
        let long = value(Interval::from(tiny).ln());
        assert!(*long.lower() < integer(-1386) && *long.upper() > integer(-1387));
        let two = value(value(Interval::integer(2).ln()).exp());
        assert!(
            *two.lower() < integer(2) && *two.upper() > integer(2) && two.upper() - two.lower() < ratio(1, 1_000_000)
        );
    }
}
