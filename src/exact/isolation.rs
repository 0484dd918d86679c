//! The real roots of a square-free polynomial all of whose roots are real, one interval each.
//!
//! Floating point eigenvalues propose where the roots are. A proposal counts only if the polynomial
//! changes sign across a short interval around it: as many disjoint such intervals as the degree hold one
//! root each, and that is all of them. Where proposals fail (clusters closer than floats can tell),
//! bisection by exact root counts takes over.

use super::dyadic::Dyadic;
use super::enclosure::Enclosure;
use super::evaluation::Evaluator;
use super::polynomial::Polynomial;
use num_bigint::BigInt;
use num_traits::Signed;
use std::cmp::Ordering;

/// Half the width of the interval around a proposal: `2^-46` of the largest root's size.
const NEAR: i64 = -46;

/// Disjoint intervals with end points that are not roots, one for each root, in increasing order.
///
/// **Requires** a square-free polynomial with only real roots; zero must not be a root. Panics if the
/// count of roots shows that this does not hold. Proposals may be anything; good ones make it fast.
pub fn isolate(polynomial: &Polynomial, proposals: &[Dyadic]) -> Vec<Enclosure> {
    let degree = polynomial.degree();
    if degree == 0 {
        return Vec::new();
    }
    let found = confirmed(polynomial, proposals);
    if found.len() == degree { found } else { bisected(polynomial, proposals) }
}

/// The disjoint short intervals around proposals that show a change of sign.
fn confirmed(polynomial: &Polynomial, proposals: &[Dyadic]) -> Vec<Enclosure> {
    let mut sorted: Vec<&Dyadic> = proposals.iter().collect();
    sorted.sort();
    let Some(largest) = sorted.iter().filter_map(|p| p.magnitude()).max() else { return Vec::new() };
    let half_width = Dyadic::new(1, largest + NEAR);
    let mut evaluator = Evaluator::new(polynomial, largest + 1);
    let mut found: Vec<Enclosure> = Vec::new();
    for proposal in sorted {
        let interval = Enclosure::new(proposal - &half_width, proposal + &half_width);
        if found.last().is_some_and(|before| before.upper() >= interval.lower()) {
            continue;
        }
        let signs = (evaluator.sign_at(interval.lower()), evaluator.sign_at(interval.upper()));
        if matches!(signs, (Ordering::Less, Ordering::Greater) | (Ordering::Greater, Ordering::Less)) {
            found.push(interval);
        }
    }
    found
}

/// How many roots are above a point: sign variations of the shifted polynomial, exact because all roots
/// are real. Also whether the point is a root itself.
fn above(polynomial: &Polynomial, point: &Dyadic) -> (usize, bool) {
    let shifted = polynomial.shifted(&point.to_rational());
    let is_root = shifted.coefficients().first().is_none_or(|c| c.sign() == num_bigint::Sign::NoSign);
    (shifted.sign_variations(), is_root)
}

/// A point that is not a root, at or near `start`, strictly between the two ends, with the number of roots
/// above it.
fn count_near(polynomial: &Polynomial, start: Dyadic, upper: &Dyadic) -> (Dyadic, usize) {
    let mut point = start;
    loop {
        match above(polynomial, &point) {
            (count, false) => return (point, count),
            // A root: go half way to the upper end. Roots are finite in number, so this ends.
            (_, true) => point = point.midpoint(upper),
        }
    }
}

/// A distance that no two roots of a square-free integer polynomial come below (Mahler 1964):
/// `n^-(n+2)/2 ||p||^-(n-1)`, rounded down to a power of two.
fn separation(polynomial: &Polynomial) -> Dyadic {
    let n = polynomial.degree() as u64;
    let bits_of_n = u64::from(u64::BITS - n.leading_zeros());
    let largest = polynomial.coefficients().iter().map(BigInt::bits).max().unwrap_or(0);
    Dyadic::new(1, -(((n + 2) * bits_of_n + n * (largest + bits_of_n)) as i64))
}

fn bisected(polynomial: &Polynomial, proposals: &[Dyadic]) -> Vec<Enclosure> {
    // Cauchy: every root is smaller than 1 + max |c_k / c_n|.
    let largest = polynomial.coefficients().iter().map(BigInt::bits).max().unwrap_or(0);
    let bound = Dyadic::new(1, (largest + 2 - polynomial.leading().abs().bits()) as i64);
    let (low, high) = (-&bound, bound);
    let total = above(polynomial, &low).0 - above(polynomial, &high).0;
    let closest = separation(polynomial);
    let mut hints: Vec<Dyadic> = proposals.to_vec();
    hints.sort();
    hints.dedup();
    let mut hints: Vec<Dyadic> = hints.windows(2).map(|w| w[0].midpoint(&w[1])).collect();
    hints.retain(|h| low < *h && *h < high);
    let mut found = Vec::new();
    let mut todo = vec![(low, total, high, 0, hints)];
    // Depth first, upper part pushed first: intervals come out in increasing order.
    while let Some((low, above_low, high, above_high, hints)) = todo.pop() {
        match above_low - above_high {
            0 => continue,
            1 => {
                found.push(Enclosure::new(low, high));
                continue;
            }
            _ => assert!(&high - &low > closest, "a polynomial with a root that is not real, or repeated"),
        }
        let wanted = hints.get(hints.len() / 2).cloned().unwrap_or_else(|| low.midpoint(&high));
        let (middle, above_middle) = count_near(polynomial, wanted.clone(), &high);
        let part = |keep: &dyn Fn(&Dyadic) -> bool| hints.iter().filter(|h| keep(h)).cloned().collect::<Vec<_>>();
        // A hint that is a root would be asked for again and again.
        let (below_hints, above_hints) = (part(&|h| *h < wanted), part(&|h| *h > middle));
        todo.push((middle.clone(), above_middle, high, above_high, above_hints));
        todo.push((low, above_low, middle, above_middle, below_hints));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::rational::{Rational, ratio};
    use super::*;

    fn with_roots(roots: &[Rational]) -> Polynomial {
        roots.iter().fold(Polynomial::from_small(&[3]), |p, r| p.times(&Polynomial::vanishing_at(r)))
    }

    fn assert_isolates(intervals: &[Enclosure], roots: &[Rational]) {
        assert_eq!(intervals.len(), roots.len());
        for (interval, root) in intervals.iter().zip(roots) {
            assert!(interval.contains(root), "{root} in {interval:?}");
            let inside = roots.iter().filter(|r| interval.contains(r)).count();
            assert_eq!(inside, 1);
        }
    }

    #[test]
    fn with_and_without_proposals() {
        let sets = [
            vec![ratio(1, 3)],
            vec![ratio(-5, 1), ratio(-1, 7), ratio(1, 1000), ratio(2, 3), ratio(7, 1)],
            // A cluster that floats cannot split.
            vec![ratio(1, 3), ratio(1, 3) + ratio(1, 1i64 << 60), ratio(1, 2)],
            (1..30).map(|k| ratio(1, k * k)).rev().collect(),
        ];
        for roots in &sets {
            let polynomial = with_roots(roots);
            #[allow(clippy::float_arithmetic)]
            let near: Vec<Dyadic> = roots
                .iter()
                .map(|r| Dyadic::from_f64(num_traits::ToPrimitive::to_f64(r).unwrap() * (1.0 + 1e-15)))
                .collect();
            let wild: Vec<Dyadic> = (-4..4).map(|k| Dyadic::new(k, 0)).collect();
            for proposals in [near, wild, Vec::new()] {
                assert_isolates(&isolate(&polynomial, &proposals), roots);
            }
        }
    }

    #[test]
    #[should_panic(expected = "not real, or repeated")]
    fn complex_roots_are_noticed() {
        isolate(&Polynomial::from_small(&[1, 0, 1]), &[]);
    }

    #[test]
    #[should_panic(expected = "not real, or repeated")]
    fn repeated_roots_are_noticed() {
        isolate(&Polynomial::from_small(&[1, -2, 1]).times(&Polynomial::from_small(&[1, 0, 1])), &[]);
    }
}
