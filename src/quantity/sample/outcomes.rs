//! All outcomes of n independent draws, with their probabilities.

use crate::exact::rational::{Rational, common_denominator, ratio};
use crate::exact::truth::{Exhausted, Undefined};
use num_bigint::{BigInt, BigUint};
use num_traits::{One, Pow, Signed, ToPrimitive, Zero};
use rayon::prelude::*;
use std::sync::OnceLock;

/// The most draws whose outcomes are gone through: probabilities have as many digits as there are draws.
pub const MOST_DRAWS: usize = 2048;

/// The multiset of the points that n draws give: how often each of N points was drawn.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sample {
    counts: Vec<u32>,
}

impl Sample {
    /// The sample in which point x was drawn `counts[x]` times.
    pub fn new(counts: Vec<u32>) -> Sample {
        Sample { counts }
    }

    /// How often each point was drawn: N numbers that sum to n.
    pub fn counts(&self) -> &[u32] {
        &self.counts
    }

    /// The number of draws, n.
    pub fn draws(&self) -> usize {
        self.counts.iter().map(|&c| c as usize).sum()
    }

    /// The drawn points in increasing order, each as often as it was drawn: n numbers below N.
    pub fn points(&self) -> Vec<usize> {
        self.counts.iter().enumerate().flat_map(|(x, &c)| std::iter::repeat_n(x, c as usize)).collect()
    }

    /// The points that were drawn, in increasing order, each once.
    pub fn support(&self) -> Vec<usize> {
        (0..self.counts.len()).filter(|&x| self.counts[x] > 0).collect()
    }

    /// The empirical distribution: the share of each point among the draws, N numbers that sum to 1. Undefined of no
    /// draws.
    pub fn empirical(&self) -> Result<Vec<Rational>, Undefined> {
        match self.draws() {
            0 => Err(Undefined::new("the empirical distribution", "nothing was drawn")),
            draws => Ok(self.counts.iter().map(|&c| ratio(c, draws)).collect()),
        }
    }
}

/// The outcomes of n independent draws from a distribution on N points.
///
/// They are in the lexicographic order of their counts, that of the first point falling. The probability of one is
/// `n! / prod c! prod p^c`, an integer over `W^n` where W is the common denominator of the weights.
#[derive(Clone, Debug)]
pub struct Outcomes {
    /// Over `total`.
    weights: Vec<BigInt>,
    total: BigInt,
    draws: usize,
    /// `weights[x]^c`, made when they are first needed.
    powers: OnceLock<Vec<Vec<BigInt>>>,
}

impl Outcomes {
    /// The outcomes of so many draws. Panics unless the weights are positive and sum to 1, as a marginal does.
    pub fn new(weights: &[Rational], draws: usize) -> Outcomes {
        assert!(weights.iter().all(Rational::is_positive), "a point that is drawn has a positive weight");
        assert!(weights.iter().sum::<Rational>().is_one(), "weights sum to 1");
        let total = common_denominator(weights, u64::MAX).expect("no limit");
        let weights = weights.iter().map(|w| w.numer() * (&total / w.denom())).collect();
        Outcomes { weights, total, draws, powers: OnceLock::new() }
    }

    /// The number of draws, n.
    pub fn draws(&self) -> usize {
        self.draws
    }

    /// The number of points, N.
    pub fn size(&self) -> usize {
        self.weights.len()
    }

    /// How many outcomes there are: `binom(n + N - 1, N - 1)`.
    pub fn count(&self) -> BigUint {
        compositions(self.draws, self.size())
    }

    /// An error if there are more outcomes than `most`, or more draws than [`MOST_DRAWS`]. Ask before going through
    /// all of them.
    pub fn within(&self, most: u64) -> Result<(), Exhausted> {
        match self.draws <= MOST_DRAWS && self.count() <= BigUint::from(most) {
            true => Ok(()),
            false => Err(Exhausted::OutOfReach("a sum over so many outcomes of the draws")),
        }
    }

    /// The denominator `W^n` of every probability, before it is reduced.
    pub fn denominator(&self) -> BigInt {
        Pow::pow(&self.total, self.draws)
    }

    /// The numerator of the probability of an outcome over [`Outcomes::denominator`]. Panics unless it is one of these.
    pub fn numerator(&self, sample: &Sample) -> BigInt {
        assert_eq!((sample.counts.len(), sample.draws()), (self.size(), self.draws), "a sample is one of the outcomes");
        let mut rest = self.draws;
        let mut numerator = BigInt::one();
        for (&c, weight) in sample.counts.iter().zip(&self.weights) {
            numerator *= BigInt::from(binomial(rest, c as usize)) * Pow::pow(weight, c);
            rest -= c as usize;
        }
        numerator
    }

    /// The probability of an outcome. Panics unless it is one of these.
    pub fn probability(&self, sample: &Sample) -> Rational {
        Rational::new(self.numerator(sample), self.denominator())
    }

    /// All outcomes with their probabilities, one after the other. A run to the end checks that these sum to 1.
    pub fn iter(&self) -> Run<'_> {
        Run { walk: Some(Walk::first(self)), left: self.denominator(), denominator: self.denominator() }
    }

    /// What `of` makes of each outcome and the numerator of its probability, in their order; computed in parallel. The
    /// error is that of the first outcome that has one.
    ///
    /// That the probabilities sum to 1 is checked. Ask [`Outcomes::within`] before.
    pub fn map<T: Send, E: Send>(&self, of: impl Fn(&Sample, &BigInt) -> Result<T, E> + Sync) -> Result<Vec<T>, E> {
        let count = self.count().to_u64().expect("a number of outcomes that can be gone through");
        let part = (count / (8 * rayon::current_num_threads() as u64)).clamp(1, 1024);
        let run = |k: u64| -> Result<(Vec<T>, BigInt), E> {
            let mut walk = Walk::at(self, k * part);
            let (mut found, mut mass) = (Vec::new(), BigInt::zero());
            for step in 0..part.min(count - k * part) {
                if step > 0 {
                    walk.advance();
                }
                mass += walk.numerator();
                found.push(of(&walk.sample, walk.numerator())?);
            }
            Ok((found, mass))
        };
        let parts: Vec<_> = (0..count.div_ceil(part)).into_par_iter().map(run).collect();
        let (mut all, mut mass) = (Vec::with_capacity(count as usize), BigInt::zero());
        for part in parts {
            let (found, share) = part?;
            all.extend(found);
            mass += share;
        }
        assert_eq!(mass, self.denominator(), "{SUM}");
        Ok(all)
    }

    /// The weights over [`Outcomes::total`].
    pub(super) fn weights(&self) -> &[BigInt] {
        &self.weights
    }

    /// The common denominator W of the weights.
    pub(super) fn total(&self) -> &BigInt {
        &self.total
    }

    fn powers(&self) -> &[Vec<BigInt>] {
        self.powers.get_or_init(|| {
            let powers = |w: &BigInt| -> Vec<BigInt> {
                std::iter::successors(Some(BigInt::one()), |power| Some(power * w)).take(self.draws + 1).collect()
            };
            self.weights.iter().map(powers).collect()
        })
    }
}

const SUM: &str = "the probabilities of all outcomes sum to 1";

impl<'a> IntoIterator for &'a Outcomes {
    type Item = (Sample, Rational);
    type IntoIter = Run<'a>;
    fn into_iter(self) -> Run<'a> {
        self.iter()
    }
}

/// The outcomes one after the other: see [`Outcomes::iter`].
pub struct Run<'a> {
    walk: Option<Walk<'a>>,
    /// What has not been seen, over the denominator.
    left: BigInt,
    denominator: BigInt,
}

impl Iterator for Run<'_> {
    type Item = (Sample, Rational);
    fn next(&mut self) -> Option<(Sample, Rational)> {
        let walk = self.walk.as_mut()?;
        let found = (walk.sample.clone(), Rational::new(walk.numerator().clone(), self.denominator.clone()));
        self.left -= walk.numerator();
        if !walk.advance() {
            assert!(self.left.is_zero(), "{SUM}");
            self.walk = None;
        }
        Some(found)
    }
}

/// A place among the outcomes. What changes from one to the next is recomputed, by integers without a common divisor.
struct Walk<'a> {
    outcomes: &'a Outcomes,
    sample: Sample,
    /// The draws that are left for each point and those after it.
    rests: Vec<u32>,
    /// `prefix[x] = prod_{y<x} binom(rest_y, c_y) w_y^c_y`: the last is the numerator.
    prefix: Vec<BigInt>,
}

impl<'a> Walk<'a> {
    fn first(outcomes: &'a Outcomes) -> Walk<'a> {
        let mut counts = vec![0; outcomes.size()];
        counts[0] = outcomes.draws as u32;
        Walk::standing(outcomes, counts)
    }

    /// At an outcome given by its number, from 0.
    fn at(outcomes: &'a Outcomes, number: u64) -> Walk<'a> {
        let (mut number, mut rest) = (BigUint::from(number), outcomes.draws);
        let mut counts = Vec::with_capacity(outcomes.size());
        for after in (1..outcomes.size()).rev() {
            let mut c = rest;
            loop {
                let these = compositions(rest - c, after);
                if number < these {
                    break;
                }
                number -= these;
                c -= 1;
            }
            counts.push(c as u32);
            rest -= c;
        }
        counts.push(rest as u32);
        Walk::standing(outcomes, counts)
    }

    fn standing(outcomes: &'a Outcomes, counts: Vec<u32>) -> Walk<'a> {
        let (mut rests, mut prefix) = (vec![outcomes.draws as u32], vec![BigInt::one()]);
        for (x, &c) in counts.iter().enumerate() {
            let factor = BigInt::from(binomial(rests[x] as usize, c as usize));
            prefix.push(&prefix[x] * factor * &outcomes.powers()[x][c as usize]);
            rests.push(rests[x] - c);
        }
        Walk { outcomes, sample: Sample { counts }, rests, prefix }
    }

    fn numerator(&self) -> &BigInt {
        self.prefix.last().expect("there is the empty product")
    }

    /// To the next outcome; `false` at the last.
    fn advance(&mut self) -> bool {
        let (counts, last) = (&mut self.sample.counts, self.outcomes.size() - 1);
        let Some(x) = (0..last).rev().find(|&x| counts[x] > 0) else { return false };
        // binom(r, c - 1) w^(c-1) = binom(r, c) w^c c / ((r - c + 1) w)
        let c = counts[x];
        let divisor = &self.outcomes.weights[x] * (self.rests[x] - c + 1);
        self.prefix[x + 1] = &self.prefix[x + 1] * c / divisor;
        // Between x and the last point nothing is drawn.
        let moved = std::mem::take(&mut counts[last]) + 1;
        counts[x] -= 1;
        counts[x + 1] = moved;
        self.rests[x + 1] = moved;
        self.prefix[x + 2] = &self.prefix[x + 1] * &self.outcomes.powers()[x + 1][moved as usize];
        for y in x + 2..=last {
            self.rests[y] = 0;
            self.prefix[y + 1] = self.prefix[x + 2].clone();
        }
        true
    }
}

/// How many ways there are to write n as an ordered sum of `parts` numbers that are not negative.
fn compositions(n: usize, parts: usize) -> BigUint {
    binomial(n + parts - 1, parts - 1)
}

/// `binom(n, k)`; 0 for k > n.
fn binomial(n: usize, k: usize) -> BigUint {
    if k > n {
        return BigUint::zero();
    }
    (0..k.min(n - k)).fold(BigUint::one(), |product, i| product * (n - i) / (i + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::rational::integer;
    use std::collections::BTreeMap;
    use std::convert::Infallible;

    fn distributions() -> Vec<Vec<Rational>> {
        vec![
            vec![integer(1)],
            vec![ratio(1, 2), ratio(1, 2)],
            vec![ratio(1, 3), ratio(2, 3)],
            vec![ratio(1, 2), ratio(1, 3), ratio(1, 6)],
            vec![ratio(3, 10), ratio(1, 10), ratio(2, 5), ratio(1, 5)],
        ]
    }

    /// Sequences, one by one.
    fn by_sequences(weights: &[Rational], draws: usize) -> BTreeMap<Sample, Rational> {
        let mut found = BTreeMap::new();
        for code in 0..weights.len().pow(draws as u32) {
            let (mut counts, mut probability) = (vec![0; weights.len()], integer(1));
            for k in 0..draws as u32 {
                let x = code / weights.len().pow(k) % weights.len();
                counts[x] += 1;
                probability *= &weights[x];
            }
            *found.entry(Sample::new(counts)).or_insert(integer(0)) += probability;
        }
        found
    }

    #[test]
    fn outcomes_are_those_of_all_sequences() {
        for weights in distributions() {
            for draws in 0..6 {
                let outcomes = Outcomes::new(&weights, draws);
                let expected = by_sequences(&weights, draws);
                let run: Vec<(Sample, Rational)> = outcomes.iter().collect();
                assert_eq!(outcomes.count(), BigUint::from(run.len()));
                assert!(run.windows(2).all(|pair| pair[0].0 > pair[1].0), "counts fall");
                assert_eq!(run.iter().cloned().collect::<BTreeMap<_, _>>(), expected);
                let together = |sample: &Sample, numerator: &BigInt| {
                    assert_eq!(outcomes.numerator(sample), *numerator);
                    Ok::<_, Infallible>((sample.clone(), Rational::new(numerator.clone(), outcomes.denominator())))
                };
                assert_eq!(outcomes.map(together).unwrap(), run);
                for (k, (sample, probability)) in run.iter().enumerate() {
                    assert_eq!(Walk::at(&outcomes, k as u64).sample, *sample);
                    assert_eq!(outcomes.probability(sample), *probability);
                }
            }
        }
    }

    #[test]
    fn longer_runs() {
        for (weights, draws, count) in [
            (distributions()[3].clone(), 60, 1891u32),
            (distributions()[4].clone(), 12, 455),
            (vec![integer(1)], MOST_DRAWS, 1),
        ] {
            let outcomes = Outcomes::new(&weights, draws);
            assert_eq!(outcomes.count(), BigUint::from(count));
            assert_eq!(outcomes.iter().count(), count as usize);
            assert_eq!(outcomes.map(|_, _| Ok::<_, Infallible>(())).unwrap().len(), count as usize);
            assert!(outcomes.within(count.into()).is_ok() && outcomes.within(u64::from(count) - 1).is_err());
        }
        assert!(Outcomes::new(&[integer(1)], MOST_DRAWS + 1).within(u64::MAX).is_err());
        let beyond = Outcomes::new(&vec![ratio(1, 1000); 1000], 1000);
        assert!(beyond.within(u64::MAX).is_err() && beyond.count() > BigUint::from(u64::MAX));
    }

    #[test]
    fn the_first_error_is_given() {
        let outcomes = Outcomes::new(&distributions()[4], 9);
        let found = outcomes.map(|sample, _| match sample.counts()[0] {
            9 | 8 => Ok(()),
            _ => Err(sample.clone()),
        });
        assert_eq!(found, Err(Sample::new(vec![7, 2, 0, 0])));
    }

    #[test]
    fn samples_by_hand() {
        let sample = Sample::new(vec![2, 0, 1]);
        assert_eq!((sample.draws(), sample.points(), sample.support()), (3, vec![0, 0, 2], vec![0, 2]));
        assert_eq!(sample.empirical(), Ok(vec![ratio(2, 3), integer(0), ratio(1, 3)]));
        assert!(Sample::new(vec![0, 0]).empirical().is_err());
        // 3! / 2! (1/2)^2 (1/6)
        assert_eq!(Outcomes::new(&distributions()[3], 3).probability(&sample), ratio(1, 8));
    }

    #[test]
    #[should_panic(expected = "sum to 1")]
    fn weights_that_are_no_distribution_are_refused() {
        Outcomes::new(&[ratio(1, 2), ratio(1, 3)], 1);
    }
}
