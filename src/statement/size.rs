//! Numbers of rows and columns in canonical text: `1 + d` and `d + 1` are one size.

use super::parser::Parser;
use super::printer::flat;
use super::syntax::{Expression, ExpressionKind};
use super::tree::Arithmetic;
use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};
use std::collections::{BTreeMap, HashMap};
use std::fmt;

/// Multiples of terms that are not taken apart, and a number. No multiple is zero.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Size {
    multiples: BTreeMap<String, BigInt>,
    constant: BigInt,
}

/// Larger multiples are left as they are written.
const MAX_BITS: u64 = 4096;

impl Size {
    /// What an integer term says; `known` are the sizes of names that stand for others.
    pub(super) fn of(term: &Expression, known: &HashMap<String, Size>) -> Size {
        use ExpressionKind as E;
        let read = |e: &Expression| Size::of(e, known);
        let sum = match &term.kind {
            E::Number(n) => Size { constant: n.clone(), ..Size::default() },
            E::Name(name) if known.contains_key(name) => known[name].clone(),
            E::Negative(a) => read(a).times(&-BigInt::one()),
            E::Arithmetic(Arithmetic::Add, a, b) => read(a).plus(&read(b)),
            E::Arithmetic(Arithmetic::Subtract, a, b) => read(a).plus(&read(b).times(&-BigInt::one())),
            E::Arithmetic(Arithmetic::Multiply, a, b) => {
                let (a, b) = (read(a), read(b));
                match (a.as_number(), b.as_number()) {
                    (Some(n), _) => b.times(n),
                    (_, Some(n)) => a.times(n),
                    _ => Size::atom(term),
                }
            }
            _ => Size::atom(term),
        };
        let fits = sum.multiples.values().chain([&sum.constant]).all(|n| n.bits() <= MAX_BITS);
        if fits { sum } else { Size::atom(term) }
    }

    /// The size that a canonical text says.
    pub(super) fn written(text: &str) -> Size {
        let parsed = Parser::new(text, 0..text.len()).and_then(|mut parser| parser.whole());
        match parsed {
            Ok(term) => Size::of(&term, &HashMap::new()),
            // Canonical text of a term near the limits may be beyond them.
            Err(_) => Size { multiples: [(text.to_string(), BigInt::one())].into(), ..Size::default() },
        }
    }

    pub(super) fn plus(mut self, other: &Size) -> Size {
        for (atom, n) in &other.multiples {
            *self.multiples.entry(atom.clone()).or_default() += n;
        }
        self.multiples.retain(|_, n| !n.is_zero());
        self.constant += &other.constant;
        self
    }

    fn times(mut self, factor: &BigInt) -> Size {
        self.multiples.values_mut().for_each(|n| *n *= factor);
        self.multiples.retain(|_, n| !n.is_zero());
        self.constant *= factor;
        self
    }

    fn atom(term: &Expression) -> Size {
        Size { multiples: [(flat(term), BigInt::one())].into(), ..Size::default() }
    }

    fn as_number(&self) -> Option<&BigInt> {
        self.multiples.is_empty().then_some(&self.constant)
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut empty = true;
        let mut part = |f: &mut fmt::Formatter<'_>, n: &BigInt, atom: Option<&str>| {
            let sign = match (n.is_negative(), empty) {
                (true, true) => "-",
                (true, false) => " - ",
                (false, true) => "",
                (false, false) => " + ",
            };
            empty = false;
            match atom {
                Some(atom) if n.abs().is_one() => write!(f, "{sign}{atom}"),
                Some(atom) => write!(f, "{sign}{} * {atom}", n.abs()),
                None => write!(f, "{sign}{}", n.abs()),
            }
        };
        for (atom, n) in &self.multiples {
            part(f, n, Some(atom))?;
        }
        if self.multiples.is_empty() || !self.constant.is_zero() {
            part(f, &self.constant, None)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_of_the_same_parts_are_written_alike() {
        let cases = [
            ("1 + d", "d + 1"),
            ("d + 1", "d + 1"),
            ("1 + 1", "2"),
            ("e + d - e", "d"),
            ("2 * (d - 3) + d", "3 * d - 6"),
            ("d - d", "0"),
            ("-d + 1", "-d + 1"),
            ("N(P)-1", "N(P) - 1"),
            ("d*e + 1", "d * e + 1"),
            ("k + k", "2 * d + 4"),
        ];
        let known = HashMap::from([("k".to_string(), Size::written("d + 2"))]);
        for (text, expected) in cases {
            let term = Parser::new(text, 0..text.len()).unwrap().whole().unwrap();
            let size = Size::of(&term, &known);
            assert_eq!(size.to_string(), expected, "{text}");
            assert_eq!(Size::written(expected), size, "{text}");
        }
    }
}
