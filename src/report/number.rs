//! Numbers as they are shown: exact where they are rational, enclosed and rounded elsewhere.

use crate::exact::algebraic::RealAlgebraic;
use crate::exact::enclosure::Enclosure;
use crate::exact::rational::{Rational, decimal, decimal_above, decimal_below, fraction, parse_rational};
use crate::exact::real::Real;
use crate::exact::truth::Undefined;
use num_bigint::BigInt;
use serde::Serialize;

/// A real number for a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Number {
    /// `n/d`, if the number is known to be rational.
    pub exact: Option<String>,
    /// A rational that is at most the number, as `n/d`.
    pub lower: String,
    /// A rational that is at least the number, as `n/d`.
    pub upper: String,
    /// The number rounded to the digits asked for; shorter if that is exact.
    pub decimal: String,
}

impl Number {
    /// A rational.
    pub fn rational(value: &Rational, digits: usize) -> Number {
        let exact = fraction(value);
        Number { lower: exact.clone(), upper: exact.clone(), decimal: shortened(value, digits), exact: Some(exact) }
    }

    /// A rational bound from below: its decimal is not above it.
    pub fn lower_bound(value: &Rational, digits: usize) -> Number {
        Number { decimal: decimal_below(value, digits), ..Number::rational(value, digits) }
    }

    /// A rational bound from above: its decimal is not below it.
    pub fn upper_bound(value: &Rational, digits: usize) -> Number {
        Number { decimal: decimal_above(value, digits), ..Number::rational(value, digits) }
    }

    /// A real, to this many decimal places: the enclosure is narrower than one unit of the last.
    pub fn real(value: &Real, digits: usize) -> Number {
        if let Some(rational) = value.as_rational() {
            return Number::rational(rational, digits);
        }
        // 2^10 > 10^3
        let enclosure = value.enclose(digits as i64 * 10 / 3 + 2);
        Number {
            exact: None,
            lower: fraction(&enclosure.lower().to_rational()),
            upper: fraction(&enclosure.upper().to_rational()),
            decimal: value.decimal(digits),
        }
    }

    /// A number that is known by an enclosure: its middle, rounded.
    pub fn enclosed(value: &Enclosure, digits: usize) -> Number {
        Number {
            exact: None,
            lower: fraction(&value.lower().to_rational()),
            upper: fraction(&value.upper().to_rational()),
            decimal: decimal(&value.midpoint().to_rational(), digits),
        }
    }

    /// A number that is known by an enclosure that may be wide: `lower..upper`, rounded outwards, where that is more than
    /// one number.
    pub fn between(value: &Enclosure, digits: usize) -> Number {
        let [lower, upper] = [value.lower(), value.upper()].map(|end| end.to_rational());
        let unit = Rational::from(BigInt::from(10).pow(digits as u32)).recip();
        let number = Number::enclosed(value, digits);
        match &upper - &lower < unit {
            true => number,
            false => Number {
                decimal: format!("{}..{}", decimal_below(&lower, digits), decimal_above(&upper, digits)),
                ..number
            },
        }
    }

    /// An algebraic number, to this many decimal places.
    pub fn algebraic(value: &RealAlgebraic, digits: usize) -> Number {
        Number::real(&Real::from(value.clone()), digits)
    }
}

/// The rounded decimal, without trailing zeros if nothing was rounded away.
fn shortened(value: &Rational, digits: usize) -> String {
    let decimal = decimal(value, digits);
    let exact = parse_rational(&decimal).is_ok_and(|read| read == *value);
    match decimal.split_once('.') {
        Some(_) if exact => decimal.trim_end_matches('0').trim_end_matches('.').to_string(),
        _ => decimal,
    }
}

/// A quantity that may have no value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Quantity {
    /// Its value.
    Value(Number),
    /// Why it has none.
    Undefined {
        /// The reason, as a sentence.
        undefined: String,
    },
}

impl Quantity {
    /// What a quantity came to, to this many decimal places.
    pub fn new(value: &Result<Real, Undefined>, digits: usize) -> Quantity {
        match value {
            Ok(value) => Quantity::Value(Number::real(value, digits)),
            Err(undefined) => Quantity::undefined(undefined),
        }
    }

    /// The same for a rational quantity.
    pub fn rational(value: &Result<Rational, Undefined>, digits: usize) -> Quantity {
        match value {
            Ok(value) => Quantity::Value(Number::rational(value, digits)),
            Err(undefined) => Quantity::undefined(undefined),
        }
    }

    /// Why a quantity has no value.
    pub fn undefined(undefined: &Undefined) -> Quantity {
        Quantity::Undefined { undefined: undefined.to_string() }
    }

    /// As one piece of text: the decimal, with the fraction behind it if that says more and is short.
    pub fn text(&self) -> String {
        match self {
            Quantity::Value(number) => number.text(),
            Quantity::Undefined { undefined } => undefined.clone(),
        }
    }
}

impl Number {
    /// As one piece of text: the decimal, with the fraction behind it if that says more and is short.
    pub fn text(&self) -> String {
        const SHOWN: usize = 40;
        match &self.exact {
            Some(exact) if *exact != self.decimal && exact.len() <= SHOWN => format!("{}  = {exact}", self.decimal),
            _ => self.decimal.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::dyadic::Dyadic;
    use crate::exact::rational::ratio;

    #[test]
    fn wide_enclosures_show_both_ends() {
        let between = |lower: i64, upper: i64| {
            let end = |n: i64| Dyadic::new(n, -10);
            Number::between(&Enclosure::new(end(lower), end(upper)), 3).decimal
        };
        assert_eq!(between(512, 512), "0.500");
        assert_eq!(between(512, 640), "0.500..0.625");
        assert_eq!(between(-1, 1), "-0.001..0.001");
    }

    #[test]
    fn numbers_say_what_is_known() {
        let quarter = Number::rational(&ratio(1, 4), 12);
        assert_eq!((quarter.decimal.as_str(), quarter.exact.as_deref()), ("0.25", Some("1/4")));
        assert_eq!(Number::rational(&ratio(1, 3), 3).text(), "0.333  = 1/3");
        assert_eq!(Number::rational(&ratio(700, 1), 3).text(), "700");
        let root = Number::real(&Real::from(ratio(2, 1)).sqrt().unwrap().unwrap(), 6);
        assert_eq!((root.decimal.as_str(), root.exact), ("1.414214", None));
        let [lower, upper] = [&root.lower, &root.upper].map(|n| parse_rational(n).unwrap());
        assert!(&lower * &lower < ratio(2, 1) && &upper * &upper > ratio(2, 1));
        assert!(upper - lower < ratio(1, 1_000_000));
    }
}
