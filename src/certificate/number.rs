//! Numbers of a certificate: exact, in lowest terms, in one form only.

use crate::exact::rational::{Rational, fraction};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::One;
use serde::de::{Error as _, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::ops::Deref;

/// The most digits of a numerator or a denominator.
pub const MAX_DIGITS: usize = 20_000;

/// A rational number, written `"n"` or `"n/d"` in lowest terms with `d > 1`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Number(pub Rational);

impl Deref for Number {
    type Target = Rational;

    fn deref(&self) -> &Rational {
        &self.0
    }
}

impl From<Rational> for Number {
    fn from(value: Rational) -> Number {
        Number(value)
    }
}

impl Number {
    /// Reads the one form of a number; the error says what is wrong with it, as a clause.
    pub fn parse(text: &str) -> Result<Number, String> {
        let (numerator, denominator) = match text.split_once('/') {
            Some((n, d)) => (whole(n)?, Some(whole(d)?)),
            None => (whole(text)?, None),
        };
        let Some(denominator) = denominator else { return Ok(Number(Rational::from_integer(numerator))) };
        if denominator.sign() == num_bigint::Sign::NoSign {
            return Err("has the denominator zero".into());
        }
        if denominator <= BigInt::one() {
            return Err("has a denominator that is not greater than 1".into());
        }
        if !numerator.gcd(&denominator).is_one() {
            return Err("is not in lowest terms".into());
        }
        Ok(Number(Rational::new_raw(numerator, denominator)))
    }
}

/// An integer without a sign but `-`, and without zeros in front.
fn whole(text: &str) -> Result<BigInt, String> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.len() > MAX_DIGITS {
        return Err(format!("has more than {MAX_DIGITS} digits"));
    }
    let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    if !plain || (digits.starts_with('0') && text != "0") {
        return Err("is not of the form n or n/d".into());
    }
    text.parse().map_err(|_| "is not of the form n or n/d".into())
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&fraction(&self.0))
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Number, D::Error> {
        struct Text;
        impl Visitor<'_> for Text {
            type Value = Number;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number as a string, n or n/d")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Number, E> {
                let shown: String = text.chars().take(40).collect();
                Number::parse(text).map_err(|why| E::custom(format!("the number {shown:?} {why}")))
            }
        }
        deserializer.deserialize_str(Text).map_err(|e| D::Error::custom(e.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::rational::ratio;

    #[test]
    fn there_is_one_form() {
        for (text, n, d) in [("0", 0, 1), ("-7", -7, 1), ("3/4", 3, 4), ("-1/12", -1, 12)] {
            assert_eq!(Number::parse(text), Ok(Number(ratio(n, d))));
            assert_eq!(serde_json::to_string(&Number(ratio(n, d))).unwrap(), format!("{text:?}"));
        }
        let refused = [
            "", "-", "+1", "01", "-0", "0/2", "2/4", "1/1", "1/0", "3/-4", "1/", "/2", " 1", "1.5", "1e3", "1/2/3",
            "\u{ff11}", "--1", "1/01",
        ];
        for text in refused {
            assert!(Number::parse(text).is_err(), "{text:?} was read");
        }
        assert!(Number::parse("1/0").unwrap_err().contains("zero"));
        assert!(Number::parse("6/4").unwrap_err().contains("lowest"));
        assert!(Number::parse(&"9".repeat(MAX_DIGITS)).is_ok());
        assert!(Number::parse(&"9".repeat(MAX_DIGITS + 1)).unwrap_err().contains("digits"));
    }
}
