//! Rational numbers as text: exact in, exact or correctly rounded out.

use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{One, Pow, Signed, Zero};
use std::fmt;

/// An exact rational number, in lowest terms with a positive denominator.
pub type Rational = num_rational::BigRational;

/// The longest number that is read: digits before and after the point together, and the size of an
/// exponent. It bounds what one cell of a file can cost.
pub const MAX_DIGITS: usize = 1000;

/// Why a text is not a number. The message completes "expected a number, ...".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotANumber(String);

impl fmt::Display for NotANumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The integer `n` as a rational.
pub fn integer(n: impl Into<BigInt>) -> Rational {
    Rational::from_integer(n.into())
}

/// The fraction `n/d`. Panics if `d` is zero.
pub fn ratio(n: impl Into<BigInt>, d: impl Into<BigInt>) -> Rational {
    Rational::new(n.into(), d.into())
}

/// The square root, if it is rational.
pub fn rational_root(square: &Rational) -> Option<Rational> {
    if square.is_negative() {
        return None;
    }
    let root = Rational::new(square.numer().sqrt(), square.denom().sqrt());
    (&root * &root == *square).then_some(root)
}

/// The least common denominator of the values; `None` as soon as it has more than `most_bits` bits.
pub fn common_denominator<'a>(values: impl IntoIterator<Item = &'a Rational>, most_bits: u64) -> Option<BigInt> {
    let mut common = BigInt::one();
    for value in values {
        common *= missing_factor(&common, value.denom());
        if common.bits() > most_bits {
            return None;
        }
    }
    Some(common)
}

/// The least common multiple of positive integers; 1 of none.
pub fn least_common_multiple<'a>(values: impl IntoIterator<Item = &'a BigInt>) -> BigInt {
    values.into_iter().fold(BigInt::one(), |common, value| {
        let factor = missing_factor(&common, value);
        common * factor
    })
}

/// The greatest common divisor of integers, not negative; 0 of none.
pub(crate) fn common_divisor<'a>(values: impl IntoIterator<Item = &'a BigInt>) -> BigInt {
    let mut common = BigInt::zero();
    for value in values {
        // The remainder first, as in `missing_factor`; and nothing divides less than 1.
        common = if common.is_zero() { value.abs() } else { common.gcd(&(value % &common)) };
        if common.is_one() {
            break;
        }
    }
    common
}

/// What `common` has to be multiplied with to be a multiple of `divisor`: `divisor / gcd(common, divisor)`.
pub(crate) fn missing_factor(common: &BigInt, divisor: &BigInt) -> BigInt {
    // The remainder first: `gcd` subtracts, which is slow where one number is much longer than the other.
    divisor / (common % divisor).gcd(divisor)
}

/// Reads `12`, `-0.125`, `1.5e-3` or `3/7`, exactly.
///
/// Refused: anything else (so `NaN`, `inf`, thousands separators), a zero denominator, and numbers of
/// more than [`MAX_DIGITS`] digits.
pub fn parse_rational(text: &str) -> Result<Rational, NotANumber> {
    let text = text.trim();
    let Some((numerator, denominator)) = text.split_once('/') else { return parse_decimal(text) };
    let denominator_value = parse_integer(denominator.trim(), text)?;
    if denominator_value.is_zero() {
        return Err(NotANumber(format!("found {} with denominator zero", quoted(text))));
    }
    Ok(Rational::new(parse_integer(numerator.trim(), text)?, denominator_value))
}

fn parse_integer(digits: &str, whole: &str) -> Result<BigInt, NotANumber> {
    let value = parse_decimal(digits).map_err(|e| if digits == whole { e } else { unreadable(whole) })?;
    if value.is_integer() && !digits.contains(['.', 'e', 'E']) {
        Ok(value.to_integer())
    } else {
        Err(unreadable(whole))
    }
}

fn parse_decimal(text: &str) -> Result<Rational, NotANumber> {
    let (sign, unsigned) = match text.strip_prefix('-') {
        Some(rest) => (Sign::Minus, rest),
        None => (Sign::Plus, text.strip_prefix('+').unwrap_or(text)),
    };
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if (whole.is_empty() && fraction.is_empty()) || !all_digits(whole) || !all_digits(fraction) {
        return Err(unreadable(text));
    }
    if whole.len() + fraction.len() > MAX_DIGITS {
        return Err(NotANumber(format!(
            "found {} digits, and {MAX_DIGITS} is the most that is read",
            whole.len() + fraction.len()
        )));
    }
    let exponent = match exponent {
        Some(e) => parse_exponent(e).ok_or_else(|| unreadable(text))?,
        None => 0,
    };
    if exponent.unsigned_abs() > MAX_DIGITS as u64 {
        return Err(NotANumber(format!("found the exponent {exponent}, and {MAX_DIGITS} is the largest that is read")));
    }
    let digits: BigInt = format!("{whole}{fraction}").parse().map_err(|_| unreadable(text))?;
    let digits = BigInt::from_biguint(sign, digits.magnitude().clone());
    let scale = exponent - fraction.len() as i64;
    let power = BigInt::from(10).pow(scale.unsigned_abs());
    Ok(if scale < 0 { Rational::new(digits, power) } else { Rational::from_integer(digits * power) })
}

fn parse_exponent(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    // Too long for an i64 is far beyond the limit, which the caller reports.
    Some(text.parse().unwrap_or(i64::MAX))
}

fn unreadable(text: &str) -> NotANumber {
    let hint = match text.to_ascii_lowercase().trim_start_matches(['+', '-']) {
        "nan" | "na" | "inf" | "infinity" => " (missing and infinite values have no place in a table of counts)",
        _ if text.contains(',') => " (write numbers without separators, with a point for decimals)",
        _ => "",
    };
    if text.is_empty() {
        NotANumber("found nothing".into())
    } else {
        NotANumber(format!("found {}{hint}", quoted(text)))
    }
}

/// The text in quotes, shortened if it is long.
pub(crate) fn quoted(text: &str) -> String {
    const SHOWN: usize = 40;
    if text.chars().count() <= SHOWN {
        format!("{text:?}")
    } else {
        format!("{:?}... ({} characters)", text.chars().take(SHOWN).collect::<String>(), text.chars().count())
    }
}

/// `value` rounded to `places` decimal places, ties away from zero.
pub fn decimal(value: &Rational, places: usize) -> String {
    with_places(value, places, Rational::round)
}

/// The largest number with `places` decimal places that is at most `value`.
pub fn decimal_below(value: &Rational, places: usize) -> String {
    with_places(value, places, Rational::floor)
}

/// The smallest number with `places` decimal places that is at least `value`.
pub fn decimal_above(value: &Rational, places: usize) -> String {
    with_places(value, places, Rational::ceil)
}

fn with_places(value: &Rational, places: usize, rounded: fn(&Rational) -> Rational) -> String {
    let scale = BigInt::from(10).pow(places);
    let scaled = rounded(&(value * Rational::from_integer(scale))).to_integer();
    let digits = format!("{:0>width$}", scaled.magnitude().to_string(), width = places + 1);
    let (whole, fraction) = digits.split_at(digits.len() - places);
    let sign = if scaled.is_negative() { "-" } else { "" };
    if places == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
}

/// `n/d` in lowest terms, or `n` for an integer: the form in which every file holds numbers.
pub fn fraction(value: &Rational) -> String {
    if value.denom().is_one() { value.numer().to_string() } else { format!("{}/{}", value.numer(), value.denom()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_exactly() {
        for (text, expected) in [
            ("0", ratio(0, 1)),
            ("-17", ratio(-17, 1)),
            ("+3", ratio(3, 1)),
            ("0.1", ratio(1, 10)),
            (".5", ratio(1, 2)),
            ("2.", ratio(2, 1)),
            ("1e3", ratio(1000, 1)),
            ("-1.25E-2", ratio(-1, 80)),
            ("6/8", ratio(3, 4)),
            (" -1 / 3 ", ratio(-1, 3)),
            ("1/-3", ratio(-1, 3)),
            ("0.30000000000000004", ratio(30_000_000_000_000_004i64, 100_000_000_000_000_000i64)),
        ] {
            assert_eq!(parse_rational(text).as_ref(), Ok(&expected), "{text}");
        }
    }

    #[test]
    fn a_common_denominator_is_the_least() {
        let values = [ratio(1, 6), ratio(5, 4), ratio(2, 1), ratio(-1, 9)];
        assert_eq!(common_denominator(&values, 6), Some(BigInt::from(36)));
        assert_eq!(common_denominator(&values, 5), None, "36 has 6 bits");
        assert_eq!(common_denominator([], 1), Some(BigInt::one()));
        assert_eq!(least_common_multiple(&[6, 4, 9, 4].map(BigInt::from)), BigInt::from(36));
        assert_eq!(least_common_multiple([]), BigInt::one());
    }

    #[test]
    fn what_is_not_a_number_is_refused() {
        for text in [
            "",
            " ",
            "-",
            ".",
            "/",
            "1/",
            "/2",
            "1/0",
            "1/0.5",
            "0.5/2",
            "1e2/3",
            "nan",
            "NaN",
            "inf",
            "-Infinity",
            "1e",
            "1e+",
            "1e99999",
            "1e-99999999999999999999",
            "0x10",
            "1_000",
            "1,5",
            "1 000",
            "--1",
            "+-1",
            "1.2.3",
            "1/2/3",
            "\u{ff11}",
            "\u{2212}1",
        ] {
            assert!(parse_rational(text).is_err(), "{text:?} was read");
        }
        assert!(parse_rational(&"9".repeat(MAX_DIGITS)).is_ok());
        assert!(parse_rational(&"9".repeat(1_000_000)).is_err());
    }

    #[test]
    fn decimals_are_rounded_correctly() {
        for (n, d, places, expected) in [
            (1, 3, 4, "0.3333"),
            (2, 3, 4, "0.6667"),
            (-2, 3, 0, "-1"),
            (1, 2, 0, "1"),
            (-1, 1000, 2, "0.00"),
            (999, 1000, 2, "1.00"),
            (5, 1, 2, "5.00"),
        ] {
            let value = ratio(n, d);
            assert_eq!(decimal(&value, places), expected, "{n}/{d}");
            let [below, above] = [decimal_below(&value, places), decimal_above(&value, places)];
            let [low, high] = [&below, &above].map(|text| parse_rational(text).unwrap());
            assert!(low <= value && value <= high && (below == expected || above == expected), "{below} {above}");
            assert!((high - low) * Rational::from(BigInt::from(10).pow(places)) <= ratio(1, 1));
        }
    }

    #[test]
    fn fractions_read_back() {
        for n in -20..20 {
            for d in 1..12 {
                assert_eq!(parse_rational(&fraction(&ratio(n, d))), Ok(ratio(n, d)));
            }
        }
    }

    #[test]
    fn roots_that_are_rational() {
        assert_eq!(rational_root(&ratio(9, 4)), Some(ratio(3, 2)));
        assert_eq!(rational_root(&integer(0)), Some(integer(0)));
        for square in [ratio(2, 1), ratio(9, 2), ratio(-4, 1)] {
            assert_eq!(rational_root(&square), None);
        }
    }
}
