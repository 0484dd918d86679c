//! Bounds from the most probable outcomes, where all of them are too many.

use super::law::{Chance, tally, weighted_sum};
use super::outcomes::{Outcomes, Sample};
use crate::exact::rational::Rational;
use crate::exact::real::Real;
use crate::exact::truth::{Exhausted, Truth};
use num_bigint::BigInt;
use num_traits::{One, Zero};
use rayon::prelude::*;
use std::collections::{BinaryHeap, HashSet};

/// Outcomes from the most probable one down, made one at a time.
///
/// The probability is such that from every outcome there is a way to the most probable one, a draw moved in each step,
/// on which it never falls (the logarithm `sum c log w - log c!` is M-concave). So the next outcome is a neighbour of those
/// that were given.
pub struct MostProbable<'a> {
    outcomes: &'a Outcomes,
    open: BinaryHeap<(BigInt, Sample)>,
    seen: HashSet<Sample>,
}

impl Outcomes {
    /// The outcomes with the numerators of their probabilities over [`Outcomes::denominator`], the most probable first; of
    /// equally probable ones some order, always the same.
    pub fn most_probable(&self) -> MostProbable<'_> {
        let mode = self.mode();
        let open = BinaryHeap::from([(self.numerator(&mode), mode.clone())]);
        MostProbable { outcomes: self, open, seen: HashSet::from([mode]) }
    }

    /// A most probable outcome: uphill from about `n p`, and there is one hill only.
    fn mode(&self) -> Sample {
        let n = self.size();
        let share = |w: &BigInt| u32::try_from(w * self.draws() / self.total()).expect("a share of the draws");
        let mut counts: Vec<u32> = self.weights().iter().map(share).collect();
        counts[0] += self.draws() as u32 - counts.iter().sum::<u32>();
        // A draw of x becomes one of y: times c_x w_y / ((c_y + 1) w_x).
        let rises = |counts: &[u32], x: usize, y: usize| {
            x != y && &self.weights()[y] * counts[x] > &self.weights()[x] * (u64::from(counts[y]) + 1)
        };
        while let Some((x, y)) = (0..n * n).map(|k| (k / n, k % n)).find(|&(x, y)| rises(&counts, x, y)) {
            counts[x] -= 1;
            counts[y] += 1;
        }
        Sample::new(counts)
    }
}

impl Iterator for MostProbable<'_> {
    type Item = (Sample, BigInt);
    fn next(&mut self) -> Option<(Sample, BigInt)> {
        let (numerator, sample) = self.open.pop()?;
        let (weights, counts) = (self.outcomes.weights(), sample.counts());
        for x in sample.support() {
            for y in (0..counts.len()).filter(|&y| y != x) {
                let mut next = counts.to_vec();
                next[x] -= 1;
                next[y] += 1;
                let divisor = &weights[x] * next[y];
                let next = Sample::new(next);
                if self.seen.insert(next.clone()) {
                    self.open.push((&numerator * counts[x] * &weights[y] / divisor, next));
                }
            }
        }
        Some((sample, numerator))
    }
}

/// A quantity at the most probable outcomes. What the others are is not known.
#[derive(Clone, Debug)]
pub struct Partial<T> {
    values: Vec<(T, BigInt)>,
    denominator: BigInt,
}

/// A quantity at so many of the most probable outcomes, in parallel; the error is that of the first that has one.
///
/// What is made grows with the budget and with the square of the draws: more than
/// [`MOST_DRAWS`](super::outcomes::MOST_DRAWS) take long.
pub fn partial<T: Send, E: Send>(
    outcomes: &Outcomes,
    budget: usize,
    of: impl Fn(&Sample) -> Result<T, E> + Sync,
) -> Result<Partial<T>, E> {
    let first: Vec<(Sample, BigInt)> = outcomes.most_probable().take(budget).collect();
    let values: Vec<_> = first.into_par_iter().map(|(sample, mass)| Ok((of(&sample)?, mass))).collect();
    let values = values.into_iter().collect::<Result<Vec<_>, E>>()?;
    Ok(Partial { values, denominator: outcomes.denominator() })
}

impl<T> Partial<T> {
    /// How many outcomes were looked at.
    pub fn seen(&self) -> usize {
        self.values.len()
    }

    /// Their probability, exactly.
    pub fn covered(&self) -> Rational {
        Rational::new(self.values.iter().map(|(_, mass)| mass).sum(), self.denominator.clone())
    }

    /// The probability that something is true of the value: undecided at outcomes that were not looked at.
    pub fn chance(&self, event: impl Fn(&T) -> Truth) -> Chance {
        let mut chance = tally(self.values.iter().map(|(value, mass)| (event(value), mass)), &self.denominator);
        let rest = Rational::one() - self.covered();
        if !rest.is_zero() {
            chance.undecided += rest;
            chance.why = chance.why.or(Some(Exhausted::OutOfReach("a probability over so many outcomes of the draws")));
        }
        chance
    }
}

impl Partial<Rational> {
    /// Bounds of the mean, if the quantity is from `least` to `most` at outcomes that were not looked at. Panics if these
    /// are not in order.
    pub fn mean(&self, least: &Rational, most: &Rational) -> [Rational; 2] {
        assert!(least <= most, "bounds are in order");
        let known = weighted_sum(self.values.iter().map(|(z, mass)| (z, mass)));
        let known = known / Rational::from(self.denominator.clone());
        let rest = Rational::one() - self.covered();
        [least, most].map(|bound| &known + bound * &rest)
    }
}

impl Partial<Real> {
    /// Bounds of the mean, if the quantity is from `least` to `most` at outcomes that were not looked at. Panics if these
    /// are not in order.
    pub fn mean(&self, least: &Rational, most: &Rational) -> [Real; 2] {
        assert!(least <= most, "bounds are in order");
        let probability = |mass: &BigInt| Real::from(Rational::new(mass.clone(), self.denominator.clone()));
        let known = Real::sum(self.values.iter().map(|(z, mass)| z.times(&probability(mass))));
        let rest = Rational::one() - self.covered();
        [least, most].map(|bound| known.plus(&Real::from(bound * &rest)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::expectation::law;
    use super::super::symmetry::Symmetry;
    use super::*;
    use crate::exact::rational::{integer, ratio};
    use std::convert::Infallible;

    fn distributions() -> Vec<Vec<Rational>> {
        vec![
            vec![integer(1)],
            vec![ratio(1, 2), ratio(1, 2)],
            vec![ratio(1, 3); 3],
            vec![ratio(1, 100), ratio(98, 100), ratio(1, 100)],
            vec![ratio(3, 10), ratio(1, 10), ratio(2, 5), ratio(1, 5)],
        ]
    }

    #[test]
    fn all_outcomes_come_in_order() {
        for weights in distributions() {
            for draws in [0, 1, 2, 5, 9] {
                let outcomes = Outcomes::new(&weights, draws);
                let found: Vec<(Sample, BigInt)> = outcomes.most_probable().collect();
                assert!(found.windows(2).all(|pair| pair[0].1 >= pair[1].1));
                let mut all: Vec<(Sample, BigInt)> =
                    outcomes.iter().map(|(s, _)| (s.clone(), outcomes.numerator(&s))).collect();
                all.sort_by(|a, b| (&b.1, &b.0).cmp(&(&a.1, &a.0)));
                let mut sorted = found.clone();
                sorted.sort_by(|a, b| (&b.1, &b.0).cmp(&(&a.1, &a.0)));
                assert_eq!(sorted, all, "{draws} of {weights:?}");
            }
        }
    }

    /// The share of a point and its square: what is bounded holds the exact mean, and closes in on it.
    #[test]
    fn bounds_hold_the_mean() {
        for weights in distributions() {
            let outcomes = Outcomes::new(&weights, 8);
            let of = |sample: &Sample| {
                let share = ratio(sample.counts()[0], 8);
                Ok::<_, Infallible>(&share * &share)
            };
            let exact = law(&outcomes, &Symmetry::none(weights.len()), of).unwrap();
            let mut before: Option<[Rational; 2]> = None;
            for budget in [0, 1, 3, 20, 1000] {
                let found = partial(&outcomes, budget, of).unwrap();
                let [low, high] = found.mean(&integer(0), &integer(1));
                assert!(low <= exact.mean() && exact.mean() <= high);
                assert_eq!(&high - &low, integer(1) - found.covered());
                if let Some([l, h]) = before.replace([low, high]) {
                    assert!(before.as_ref().is_some_and(|[low, high]| l <= *low && *high <= h));
                }
                let real = partial(&outcomes, budget, |s| of(s).map(Real::from)).unwrap();
                let ends = real.mean(&integer(0), &integer(1)).map(|end| end.as_rational().cloned());
                assert_eq!(ends, before.clone().unwrap().map(Some));
                let tail = found.chance(|z| (*z >= ratio(1, 4)).into());
                let wanted = exact.at_least(&ratio(1, 4));
                assert!(tail.holds <= wanted && wanted <= &tail.holds + &tail.undecided);
                assert_eq!(tail.decided().is_some(), found.covered() == integer(1));
            }
            assert_eq!(before, Some([exact.mean(), exact.mean()]));
        }
    }

    /// 500 draws of 10 points are 10^17 outcomes and more.
    #[test]
    fn far_more_outcomes_than_are_made() {
        let outcomes = Outcomes::new(&vec![ratio(1, 10); 10], 500);
        let found = partial(&outcomes, 50, |s| Ok::<_, Infallible>(s.clone())).unwrap();
        assert_eq!(found.seen(), 50);
        assert_eq!(found.values[0].0, Sample::new(vec![50; 10]));
        assert!(found.covered() < ratio(1, 1000));
    }
}
