//! Closed intervals of rationals: what is known of a number.

use crate::exact::rational::{Rational, fraction, integer};
use crate::statement::tree::Relation;
use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};
use std::fmt;

/// A root that is not rational is enclosed between neighbouring multiples of `2^-ROOT_BITS`.
const ROOT_BITS: u64 = 256;

/// All numbers from one to another, both included; most intervals are points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Interval {
    lower: Rational,
    upper: Rational,
}

/// What a quotient or a root is known to be.
pub(super) enum Partial {
    /// It is in an interval.
    Known(Interval),
    /// It has no value.
    Undefined,
    /// It may have none.
    NotShown,
}

impl From<Rational> for Interval {
    fn from(point: Rational) -> Interval {
        Interval { lower: point.clone(), upper: point }
    }
}

impl Interval {
    /// `[lower, upper]`; `None` if that is empty.
    pub fn new(lower: Rational, upper: Rational) -> Option<Interval> {
        (lower <= upper).then_some(Interval { lower, upper })
    }

    /// An integer.
    pub fn integer(n: impl Into<BigInt>) -> Interval {
        integer(n).into()
    }

    /// The smallest number.
    pub fn lower(&self) -> &Rational {
        &self.lower
    }

    /// The largest number.
    pub fn upper(&self) -> &Rational {
        &self.upper
    }

    /// The number, if there is only one.
    pub fn point(&self) -> Option<&Rational> {
        (self.lower == self.upper).then_some(&self.lower)
    }

    /// Whether it is 0 and nothing else.
    pub fn is_zero(&self) -> bool {
        self.point().is_some_and(Zero::is_zero)
    }

    /// How many bits the longest numerator or denominator has.
    pub fn bits(&self) -> u64 {
        let parts = [self.lower.numer(), self.lower.denom(), self.upper.numer(), self.upper.denom()];
        parts.into_iter().map(BigInt::bits).max().unwrap_or(0)
    }

    /// What is in both; `None` if nothing is.
    pub fn meet(&self, other: &Interval) -> Option<Interval> {
        Interval::new(self.lower.clone().max(other.lower.clone()), self.upper.clone().min(other.upper.clone()))
    }

    pub fn plus(&self, other: &Interval) -> Interval {
        self.ends(other, |a, b| a + b)
    }

    pub fn minus(&self, other: &Interval) -> Interval {
        self.plus(&other.negated())
    }

    pub fn negated(&self) -> Interval {
        Interval { lower: -&self.upper, upper: -&self.lower }
    }

    /// The largest number of each.
    pub fn larger(&self, other: &Interval) -> Interval {
        self.ends(other, |a, b| a.max(b).clone())
    }

    /// The smallest number of each.
    pub fn smaller(&self, other: &Interval) -> Interval {
        self.ends(other, |a, b| a.min(b).clone())
    }

    /// An operation that increases in both numbers.
    fn ends(&self, other: &Interval, apply: impl Fn(&Rational, &Rational) -> Rational) -> Interval {
        let lower = apply(&self.lower, &other.lower);
        match (self.point(), other.point()) {
            (Some(_), Some(_)) => lower.into(),
            _ => Interval { lower, upper: apply(&self.upper, &other.upper) },
        }
    }

    pub fn times(&self, other: &Interval) -> Interval {
        if let (Some(a), Some(b)) = (self.point(), other.point()) {
            return (a * b).into();
        }
        let ends = [&self.lower, &self.upper].map(|a| [a * &other.lower, a * &other.upper]).concat();
        Interval { lower: least(&ends), upper: least(&ends.iter().map(|e| -e).collect::<Vec<_>>()) * integer(-1) }
    }

    /// Undefined by the point 0; not shown where the divisor may be 0.
    pub fn divided_by(&self, by: &Interval) -> Partial {
        if by.is_zero() {
            return Partial::Undefined;
        }
        if !by.lower.is_positive() && !by.upper.is_negative() {
            return Partial::NotShown;
        }
        Partial::Known(self.times(&Interval { lower: by.upper.recip(), upper: by.lower.recip() }))
    }

    /// Undefined below 0; not shown where the radicand may be below 0.
    pub fn sqrt(&self) -> Partial {
        if self.upper.is_negative() {
            return Partial::Undefined;
        }
        if self.lower.is_negative() {
            return Partial::NotShown;
        }
        Partial::Known(Interval { lower: root_below(&self.lower), upper: root_above(&self.upper) })
    }

    /// `|a|`.
    pub fn abs(&self) -> Interval {
        if self.upper.is_negative() {
            return self.negated();
        }
        let negative = -&self.lower;
        match negative.is_positive() {
            true => Interval { lower: Rational::zero(), upper: negative.max(self.upper.clone()) },
            false => self.clone(),
        }
    }

    /// Whether all pairs of numbers stand in a relation, or none does; `None` if some do.
    pub fn compare(&self, other: &Interval, relation: Relation) -> Option<bool> {
        match relation {
            Relation::Equal => match (self.point(), other.point()) {
                (Some(a), Some(b)) => Some(a == b),
                _ if self.meet(other).is_none() => Some(false),
                _ => None,
            },
            Relation::Unequal => Some(!self.compare(other, Relation::Equal)?),
            Relation::Less if self.upper < other.lower => Some(true),
            Relation::Less if self.lower >= other.upper => Some(false),
            Relation::Less => None,
            Relation::AtLeast => Some(!self.compare(other, Relation::Less)?),
            Relation::Greater => other.compare(self, Relation::Less),
            Relation::AtMost => other.compare(self, Relation::AtLeast),
        }
    }
}

fn least(values: &[Rational]) -> Rational {
    values.iter().min().expect("an interval has ends").clone()
}

/// The root, if it is rational.
pub(super) fn exact_root(square: &Rational) -> Option<Rational> {
    let (n, d) = (square.numer().sqrt(), square.denom().sqrt());
    (&n * &n == *square.numer() && &d * &d == *square.denom()).then(|| Rational::new(n, d))
}

/// The largest multiple of `2^-ROOT_BITS` whose square is at most the number, or the root itself.
fn root_below(square: &Rational) -> Rational {
    exact_root(square).unwrap_or_else(|| {
        let scaled = square * Rational::from_integer(BigInt::one() << (2 * ROOT_BITS));
        Rational::new(scaled.floor().to_integer().sqrt(), BigInt::one() << ROOT_BITS)
    })
}

/// The least multiple of `2^-ROOT_BITS` whose square is at least the number, or the root itself.
fn root_above(square: &Rational) -> Rational {
    exact_root(square).unwrap_or_else(|| {
        let scaled = square * Rational::from_integer(BigInt::one() << (2 * ROOT_BITS));
        let root = scaled.ceil().to_integer().sqrt();
        let enough = Rational::from_integer(&root * &root) >= scaled;
        Rational::new(if enough { root } else { root + 1 }, BigInt::one() << ROOT_BITS)
    })
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.point() {
            Some(point) => f.write_str(&fraction(point)),
            None => write!(f, "[{}, {}]", fraction(&self.lower), fraction(&self.upper)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::rational::ratio;

    type Holds = fn(&i64, &i64) -> bool;

    fn interval(lower: i64, upper: i64) -> Interval {
        Interval::new(integer(lower), integer(upper)).unwrap()
    }

    fn known(partial: Partial) -> Interval {
        match partial {
            Partial::Known(interval) => interval,
            _ => panic!("it has a value"),
        }
    }

    /// Every result holds the results of all pairs of integers in it, and its ends are reached.
    #[test]
    fn operations_are_the_hull_of_all_pairs() {
        let all: Vec<(i64, i64)> = (-3..4).flat_map(|l| (l..4).map(move |u| (l, u))).collect();
        for (a, b) in all.iter().flat_map(|a| all.iter().map(move |b| (*a, *b))) {
            let pairs: Vec<(i64, i64)> = (a.0..=a.1).flat_map(|x| (b.0..=b.1).map(move |y| (x, y))).collect();
            let hull = |of: fn(i64, i64) -> Rational| {
                let values: Vec<Rational> = pairs.iter().map(|(x, y)| of(*x, *y)).collect();
                Interval::new(values.iter().min().unwrap().clone(), values.iter().max().unwrap().clone()).unwrap()
            };
            let (left, right) = (interval(a.0, a.1), interval(b.0, b.1));
            assert_eq!(left.plus(&right), hull(|x, y| integer(x + y)));
            assert_eq!(left.minus(&right), hull(|x, y| integer(x - y)));
            assert_eq!(left.times(&right), hull(|x, y| integer(x * y)), "{a:?} {b:?}");
            assert_eq!(left.abs(), hull(|x, _| integer(x.abs())));
            assert_eq!(left.larger(&right), hull(|x, y| integer(x.max(y))));
            if b.0 > 0 || b.1 < 0 {
                assert_eq!(known(left.divided_by(&right)), hull(ratio));
            } else {
                let undefined = b == (0, 0);
                assert!(match left.divided_by(&right) {
                    Partial::Undefined => undefined,
                    Partial::NotShown => !undefined,
                    Partial::Known(_) => false,
                });
            }
            let relations: [(Relation, Holds); 6] = [
                (Relation::Equal, i64::eq),
                (Relation::Unequal, i64::ne),
                (Relation::Less, i64::lt),
                (Relation::AtMost, i64::le),
                (Relation::Greater, i64::gt),
                (Relation::AtLeast, i64::ge),
            ];
            for (relation, holds) in relations {
                let found: Vec<bool> = pairs.iter().map(|(x, y)| holds(x, y)).collect();
                let agreed = found.iter().all(|f| *f == found[0]).then_some(found[0]);
                // Integers that differ are not all of two intervals that overlap.
                let compared = left.compare(&right, relation);
                assert!(compared == agreed || compared.is_none() && a.0 < b.1 && b.0 < a.1, "{a:?} {relation:?} {b:?}");
            }
        }
    }

    #[test]
    fn roots_are_enclosed_and_squares_are_exact() {
        assert_eq!(known(Interval::from(ratio(4, 9)).sqrt()).point(), Some(&ratio(2, 3)));
        let two = known(Interval::integer(2).sqrt());
        assert!(two.lower() * two.lower() < integer(2) && two.upper() * two.upper() > integer(2));
        assert_eq!(two.upper() - two.lower(), Rational::new(BigInt::one(), BigInt::one() << 256));
        assert!(matches!(interval(-2, -1).sqrt(), Partial::Undefined));
        assert!(matches!(interval(-1, 4).sqrt(), Partial::NotShown));
        assert_eq!(known(interval(0, 4).sqrt()), interval(0, 2));
        let tiny = known(Interval::from(ratio(1, BigInt::one() << 1001)).sqrt());
        assert!(tiny.lower().is_zero() && *tiny.upper() == Rational::new(BigInt::one(), BigInt::one() << 256));
    }

    /// The nearest multiples of `2^-256`, down to the smallest ones.
    #[test]
    fn roots_are_as_narrow_as_said() {
        for (n, d) in (1..60).flat_map(|n| (1..5).map(move |d| (n, d))) {
            let (scaled, unit) = (ratio(n, d), Rational::new(BigInt::one(), BigInt::one() << 256));
            let root = known(Interval::from(&scaled * &unit * &unit).sqrt());
            let (below, above) = (root.lower() / &unit, root.upper() / &unit);
            assert!(&below * &below <= scaled && scaled <= &above * &above, "{n}/{d}");
            if below != above {
                assert!(below.is_integer() && above == &below + integer(1), "{n}/{d}: {below} and {above}");
            }
        }
    }
}
