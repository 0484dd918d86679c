//! The linear programme of a span that K maps into itself.
//!
//! Then f is a sum over eigenfunctions inside and outside of the span, only the squares of its coefficients
//! matter, and the probe leaves those outside. Wanted is the largest sum of weights outside, over weights
//! that are not negative, sum to 1, and have `sum w_i l_i` on the side of c, for the eigenvalues l_i.

use super::problem::Sense;
use crate::exact::algebraic::RealAlgebraic;
use crate::exact::rational::{Rational, integer};
use crate::exact::real::Real;
use std::cmp::Ordering;

/// An eigenvalue, whether it is outside of the span, and how it compares with c.
struct Place<'a> {
    value: &'a RealAlgebraic,
    outside: bool,
    order: Ordering,
}

/// The value of the programme for eigenvalues inside and outside of the span; `None` if no weights satisfy
/// it. Two constraints besides the signs: at a vertex one weight is 1, or two are positive and the sum is c.
pub(super) fn most_outside(
    inside: &[RealAlgebraic],
    outside: &[RealAlgebraic],
    c: &Rational,
    sense: Sense,
) -> Option<Real> {
    let places: Vec<Place> = places(inside, false, c).chain(places(outside, true, c)).collect();
    let admitted = |outside: bool| places.iter().any(|p| p.outside == outside && sense.admits(p.order));
    if admitted(true) {
        return Some(Real::from(integer(1)));
    }
    // Two on one side of the span have the value of one of them alone, which is admitted.
    let pairs = places.iter().flat_map(|p| places.iter().map(move |q| (p, q)));
    let mixed =
        pairs.filter(|(p, q)| p.order == Ordering::Greater && q.order == Ordering::Less && p.outside != q.outside);
    let values = mixed.map(|(above, below)| weight_outside(above, below, c));
    let alone = admitted(false).then(Real::zero);
    alone.into_iter().chain(values).reduce(larger)
}

/// In decreasing order, each once.
fn places<'a>(values: &'a [RealAlgebraic], outside: bool, c: &Rational) -> impl Iterator<Item = Place<'a>> {
    let c = RealAlgebraic::from(c.clone());
    let distinct = values.iter().enumerate().filter(|(i, value)| *i == 0 || values[i - 1] != **value);
    distinct.map(move |(_, value)| Place { value, outside, order: value.cmp(&c) })
}

/// Of the weights w above and 1 - w below with `w above + (1 - w) below = c`, the one that is outside.
fn weight_outside(above: &Place, below: &Place, c: &Rational) -> Real {
    let [above_value, below_value] = [above, below].map(|p| Real::from(p.value.clone()));
    let c = Real::from(c.clone());
    let outside = if above.outside { c.minus(&below_value) } else { above_value.minus(&c) };
    let weight = outside.divided_by(&above_value.minus(&below_value));
    weight.ok().flatten().expect("c lies between the two numbers")
}

/// The larger of two numbers; where that is not decided, their maximum as it stands.
fn larger(a: Real, b: Real) -> Real {
    match a.compare(&b) {
        Ok(Ordering::Less) => b,
        Ok(_) => a,
        Err(_) => Real::maximum([a, b]).expect("two numbers have a maximum"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::algebraic::real_roots;
    use crate::exact::polynomial::Polynomial;
    use crate::exact::rational::ratio;

    fn most(inside: &[i64], outside: &[i64], c: Rational, sense: Sense) -> Option<Rational> {
        let values = |list: &[i64]| list.iter().map(|&v| RealAlgebraic::from(ratio(v, 10))).collect::<Vec<_>>();
        let found = most_outside(&values(inside), &values(outside), &c, sense);
        found.map(|real| real.as_rational().expect("rational eigenvalues").clone())
    }

    #[test]
    fn programmes_by_hand() {
        use Sense::{AtLeast, AtMost};
        assert_eq!(most(&[9], &[5, 1], ratio(7, 10), AtLeast), Some(ratio(1, 2)), "9 and 5");
        assert_eq!(most(&[9, 8, 8], &[1, 5], ratio(7, 10), AtLeast), Some(ratio(1, 2)));
        assert_eq!(most(&[9], &[5, 1], ratio(9, 10), AtLeast), Some(ratio(0, 1)), "no other than 9");
        assert_eq!(most(&[9], &[5, 1], ratio(1, 2), AtLeast), Some(ratio(1, 1)));
        assert_eq!(most(&[5, 1], &[9], ratio(1, 2), AtLeast), Some(ratio(1, 1)));
        assert_eq!(most(&[9], &[], ratio(1, 2), AtLeast), Some(ratio(0, 1)));
        assert_eq!(most(&[9], &[5], ratio(19, 20), AtLeast), None);
        assert_eq!(most(&[1, 3], &[5, 9], ratio(3, 10), AtMost), Some(ratio(1, 2)), "1 and 5");
        assert_eq!(most(&[1], &[5], ratio(1, 20), AtMost), None);
        assert_eq!(most(&[1], &[5], ratio(1, 2), AtMost), Some(ratio(1, 1)));
    }

    /// Of all pairs of weights on a fine grid none is better.
    #[test]
    fn no_weights_are_better() {
        let (values, c) = ([9, 7, 4, 2], ratio(6, 10));
        for inside in 0..16_usize {
            let chosen = |outside: bool| -> Vec<i64> {
                (0..4).filter(|i| (inside >> i & 1 == 0) == outside).map(|i| values[i]).collect()
            };
            for sense in [Sense::AtLeast, Sense::AtMost] {
                let found = most(&chosen(false), &chosen(true), c.clone(), sense);
                let mut best: Option<i64> = None;
                for code in 0..21_i64.pow(3) {
                    let w = [code % 21, code / 21 % 21, code / 441];
                    let last = 20 - w.iter().sum::<i64>();
                    if last < 0 {
                        continue;
                    }
                    let w = [w[0], w[1], w[2], last];
                    let sum: i64 = (0..4).map(|i| w[i] * values[i]).sum();
                    if sense.admits(sum.cmp(&(6 * 20))) {
                        let outside = (0..4).filter(|i| inside >> i & 1 == 0).map(|i| w[i]).sum();
                        best = best.max(Some(outside));
                    }
                }
                // The grid of twentieths is coarser than the vertices.
                let (found, best) = (found.unwrap(), ratio(best.unwrap(), 20));
                assert!(best <= found && found <= best + ratio(1, 7), "{inside:b} {sense:?}");
            }
        }
    }

    #[test]
    fn irrational_eigenvalues() {
        // 1/sqrt 2 inside and its opposite outside, c = 0: half and half.
        let roots = real_roots(&Polynomial::from_small(&[-1, 0, 2]), &[]);
        let [inside, outside] = [0, 1].map(|i| vec![roots[i].0.clone()]);
        let found = most_outside(&inside, &outside, &ratio(0, 1), Sense::AtLeast).unwrap();
        assert_eq!(found.decimal(12), "0.500000000000");
    }
}
