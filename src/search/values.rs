//! Small rationals and small matrices, in an order of size, and the simplest number of an interval.

use crate::exact::matrix::Matrix;
use crate::exact::rational::{Rational, integer, ratio};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed};
use std::cmp::Ordering;
use std::iter::from_fn;

/// The height `max(|n|, d)` of `n/d` in lowest terms. It is 1 for 0, 1 and -1, and larger for all others.
pub fn height(value: &Rational) -> BigInt {
    value.numer().abs().max(value.denom().clone())
}

/// All rationals of at most a height, ordered by height, then by value: -1, 0, 1, -2, -1/2, 1/2, 2, ...
/// None of height 0. There are about `2.4 height^2`.
pub fn rationals(height: u32) -> Vec<Rational> {
    (1..=i64::from(height)).flat_map(of_height).collect()
}

fn of_height(h: i64) -> Vec<Rational> {
    let whole = (-h..=h).map(|n| (n, h));
    let above_one = (1..h).flat_map(|d| [(h, d), (-h, d)]);
    let mut values: Vec<Rational> =
        whole.chain(above_one).filter(|(n, d)| n.gcd(d) == 1).map(|(n, d)| ratio(n, d)).collect();
    values.sort();
    values
}

/// All integer matrices of a shape whose largest absolute entry is exactly `height`. Entries are compared
/// in the order 0, 1, -1, 2, -2, ..., row by row, and the last one changes fastest. A matrix without cells
/// has height 0.
pub fn matrices(rows: usize, columns: usize, height: u32) -> impl Iterator<Item = Matrix> {
    let last = 2 * u64::from(height);
    // Places of the entries in that order: 0, 1, 2, ... for 0, 1, -1, ...
    let mut next = Some(vec![0; rows * columns]);
    let mut advance = move || {
        let places = next.take()?;
        next = successor(&places, last);
        Some(places)
    };
    let reaches = move |places: &Vec<u64>| height == 0 || places.iter().any(|&place| place + 1 >= last);
    let entry = |place: &u64| BigInt::from(place.div_ceil(&2)) * if place.is_odd() { 1 } else { -1 };
    from_fn(move || {
        let places = std::iter::from_fn(&mut advance).find(reaches)?;
        Some(Matrix::integer(rows, columns, places.iter().map(entry).collect()))
    })
}

/// The next list in lexicographic order with entries in `0..=last`.
fn successor(places: &[u64], last: u64) -> Option<Vec<u64>> {
    let grows = places.iter().rposition(|&place| place < last)?;
    let mut next = places.to_vec();
    next[grows] += 1;
    next[grows + 1..].fill(0);
    Some(next)
}

/// The number `(2 height + 1)^(rows columns)` of integer matrices of a shape with absolute entries of at
/// most `height`; `None` if it is too large.
pub fn matrix_count(rows: usize, columns: usize, height: u32) -> Option<u64> {
    let cells = u32::try_from(rows.checked_mul(columns)?).ok()?;
    (2 * u64::from(height) + 1).checked_pow(cells)
}

/// Small numbers come first: by height, then by value.
pub fn by_size(a: &Rational, b: &Rational) -> Ordering {
    height(a).cmp(&height(b)).then_with(|| a.cmp(b))
}

/// The number strictly between two others whose denominator is smallest, and of these the one nearest to
/// zero. Panics unless `lower < upper`.
pub fn simplest_between(lower: &Rational, upper: &Rational) -> Rational {
    assert!(lower < upper, "an interval has a lower and an upper end");
    if lower.is_negative() && upper.is_positive() {
        integer(0)
    } else if lower.is_negative() {
        -simplest_above(&-upper, Some(&-lower))
    } else {
        simplest_above(lower, Some(upper))
    }
}

/// The same for `0 <= lower`; without an upper end, the first integer above.
fn simplest_above(lower: &Rational, upper: Option<&Rational>) -> Rational {
    let below = lower.floor();
    let next = &below + Rational::one();
    match upper {
        // Both are in [below, next]: invert what they have beyond it, which exchanges them.
        Some(upper) if *upper <= next => {
            let (near, far) = (lower - &below, upper - &below);
            let largest = near.is_positive().then(|| near.recip());
            below + simplest_above(&far.recip(), largest.as_ref()).recip()
        }
        _ => next,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn rationals_are_all_of_the_height_in_order() {
        let shown: Vec<String> = rationals(2).iter().map(Rational::to_string).collect();
        assert_eq!(shown, ["-1", "0", "1", "-2", "-1/2", "1/2", "2"]);
        for h in 0..=7i64 {
            // Every fraction, equal ones counted once.
            let all: HashSet<Rational> = (-h..=h).flat_map(|n| (1..=h).map(move |d| ratio(n, d))).collect();
            let found = rationals(h as u32);
            assert_eq!(found.iter().cloned().collect::<HashSet<_>>(), all);
            assert_eq!(found.len(), all.len(), "none twice");
            assert!(found.is_sorted_by(|a, b| by_size(a, b).is_lt()));
            assert!(found.iter().all(|v| height(v) <= h.into()));
        }
    }

    #[test]
    fn matrices_are_all_of_the_height_in_order() {
        let shown: Vec<String> = matrices(1, 2, 1).map(|m| format!("{} {}", m.get(0, 0), m.get(0, 1))).collect();
        assert_eq!(shown, ["0 1", "0 -1", "1 0", "1 1", "1 -1", "-1 0", "-1 1", "-1 -1"]);
        for (n, d) in [(1, 1), (2, 2), (3, 1), (0, 2), (2, 0)] {
            let mut sum = 0;
            for h in 0..=3 {
                let entries: HashSet<Vec<BigInt>> = matrices(n, d, h).map(|m| m.entries().to_vec()).collect();
                let largest = |e: &Vec<BigInt>| e.iter().map(Signed::abs).max().unwrap_or_default();
                assert!(entries.iter().all(|e| largest(e) == h.into()), "{n} x {d}, height {h}");
                assert_eq!(matrices(n, d, h).count(), entries.len(), "none twice");
                sum += entries.len() as u64;
                assert_eq!(matrix_count(n, d, h), Some(sum), "{n} x {d}, height {h}");
            }
        }
        assert_eq!(matrix_count(8, 8, 1), None, "3^64");
        assert_eq!(matrix_count(usize::MAX, 2, 0), None);
        let mut many = matrices(8, 8, 5);
        assert_eq!(many.next().unwrap().entry(7, 7), &5.into(), "made one at a time");
    }

    /// Against the first of all fractions, ordered by denominator, then by distance from zero.
    #[test]
    fn the_simplest_number_is_the_first_inside() {
        let ends = rationals(5);
        for lower in &ends {
            for upper in ends.iter().filter(|u| *u > lower) {
                let fractions = (1..=60).flat_map(|d| (0..=5 * d).flat_map(move |n| [ratio(n, d), ratio(-n, d)]));
                let inside = |v: &Rational| lower < v && v < upper;
                assert_eq!(
                    Some(simplest_between(lower, upper)),
                    fractions.into_iter().find(inside),
                    "{lower}, {upper}"
                );
            }
        }
    }
}
