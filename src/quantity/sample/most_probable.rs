//! Outcomes from the most probable one down, where all of them are too many.

use super::outcomes::{Outcomes, Sample};
use num_bigint::BigInt;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::rational::{Rational, integer, ratio};

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

    /// 500 draws of 10 points are 10^17 outcomes and more.
    #[test]
    fn far_more_outcomes_than_are_made() {
        let outcomes = Outcomes::new(&vec![ratio(1, 10); 10], 500);
        let found: Vec<(Sample, BigInt)> = outcomes.most_probable().take(50).collect();
        assert_eq!(found[0].0, Sample::new(vec![50; 10]));
        let covered = Rational::new(found.iter().map(|(_, mass)| mass).sum(), outcomes.denominator());
        assert!(found.len() == 50 && covered < ratio(1, 1000));
    }
}
