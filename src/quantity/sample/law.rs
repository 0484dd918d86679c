//! The distribution of a quantity of the sample.

use crate::exact::rational::Rational;
use crate::exact::real::Real;
use crate::exact::truth::{Exhausted, Truth};
use num_bigint::BigInt;
use num_traits::Zero;
use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};

/// Values with their probabilities, which are positive and sum to 1. A value may be there more than once.
#[derive(Clone, Debug)]
pub struct Law<T> {
    /// Each value with the numerator of its probability.
    values: Vec<(T, BigInt)>,
    denominator: BigInt,
}

/// The probability of an event whose truth is not always decided: it is at least `holds`, and at most
/// `holds + undecided`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chance {
    /// The probability of the outcomes at which it holds.
    pub holds: Rational,
    /// The probability of the outcomes at which it is not decided, or that were not looked at.
    pub undecided: Rational,
    /// Why it was not, at the first of them.
    pub why: Option<Exhausted>,
}

impl Chance {
    /// The probability, if every outcome was decided.
    pub fn decided(&self) -> Option<&Rational> {
        self.undecided.is_zero().then_some(&self.holds)
    }

    /// Whether the probability is at least t; unknown where the bounds do not tell.
    pub fn at_least(&self, t: &Rational) -> Truth {
        match (self.holds >= *t, &self.holds + &self.undecided >= *t) {
            (true, _) => Truth::True,
            (_, false) => Truth::False,
            _ => {
                Truth::Unknown(self.why.unwrap_or(Exhausted::OutOfReach("a probability that is known by bounds only")))
            }
        }
    }
}

impl<T> Law<T> {
    /// The law with these values and numerators of probabilities. Panics unless there is a value and the probabilities sum
    /// to 1.
    pub fn new(values: Vec<(T, BigInt)>, denominator: BigInt) -> Law<T> {
        let mass: BigInt = values.iter().map(|(_, mass)| mass).sum();
        assert!(mass == denominator && !values.is_empty(), "the probabilities of all outcomes sum to 1");
        Law { values, denominator }
    }

    /// The values with their probabilities, in the order of the outcomes.
    pub fn values(&self) -> impl Iterator<Item = (&T, Rational)> {
        self.values.iter().map(|(value, mass)| (value, self.probability(mass.clone())))
    }

    /// The law of a function of the quantity.
    pub fn map<U>(&self, of: impl Fn(&T) -> U) -> Law<U> {
        let values = self.values.iter().map(|(value, mass)| (of(value), mass.clone())).collect();
        Law { values, denominator: self.denominator.clone() }
    }

    /// The probability that something is true of the value.
    pub fn chance(&self, event: impl Fn(&T) -> Truth) -> Chance {
        tally(self.values.iter().map(|(value, mass)| (event(value), mass)), &self.denominator)
    }

    fn probability(&self, mass: BigInt) -> Rational {
        Rational::new(mass, self.denominator.clone())
    }

    /// The probability that something is true of the value, where that is decided.
    fn decided(&self, mut event: impl FnMut(&T) -> Result<bool, Exhausted>) -> Result<Rational, Exhausted> {
        let mut holds = BigInt::zero();
        for (value, mass) in &self.values {
            if event(value)? {
                holds += mass;
            }
        }
        Ok(self.probability(holds))
    }
}

/// The probability of an event from its truth at each outcome.
pub(super) fn tally<'a>(truths: impl Iterator<Item = (Truth, &'a BigInt)>, denominator: &BigInt) -> Chance {
    let (mut holds, mut undecided, mut why) = (BigInt::zero(), BigInt::zero(), None);
    for (truth, mass) in truths {
        match truth {
            Truth::True => holds += mass,
            Truth::False => {}
            Truth::Unknown(exhausted) => {
                undecided += mass;
                why = why.or(Some(exhausted));
            }
        }
    }
    let [holds, undecided] = [holds, undecided].map(|mass| Rational::new(mass, denominator.clone()));
    Chance { holds, undecided, why }
}

/// The sum of products of rationals and integers: over each denominator that occurs an integer, so that few fractions are
/// reduced.
fn weighted_sum<'a>(terms: impl Iterator<Item = (&'a Rational, &'a BigInt)>) -> Rational {
    let mut over: HashMap<&BigInt, BigInt> = HashMap::new();
    for (value, mass) in terms {
        *over.entry(value.denom()).or_default() += value.numer() * mass;
    }
    let mut sums: Vec<Rational> = over.into_iter().map(|(d, n)| Rational::new(n, d.clone())).collect();
    // In pairs: denominators stay short for long.
    while sums.len() > 1 {
        sums = sums.chunks(2).map(|pair| pair.iter().sum()).collect();
    }
    sums.pop().unwrap_or_default()
}

impl Law<Rational> {
    /// The mean `E Z`.
    pub fn mean(&self) -> Rational {
        weighted_sum(self.values.iter().map(|(z, mass)| (z, mass))) / Rational::from(self.denominator.clone())
    }

    /// The variance `E Z^2 - (E Z)^2`, at least 0.
    pub fn variance(&self) -> Rational {
        let mean = self.mean();
        self.map(|z| z * z).mean() - &mean * &mean
    }

    /// The distinct values in increasing order with their probabilities.
    pub fn distribution(&self) -> Vec<(Rational, Rational)> {
        let mut masses: BTreeMap<&Rational, BigInt> = BTreeMap::new();
        for (z, mass) in &self.values {
            *masses.entry(z).or_default() += mass;
        }
        masses.into_iter().map(|(z, mass)| (z.clone(), self.probability(mass))).collect()
    }

    /// The distribution function `P(Z <= t)`.
    pub fn at_most(&self, t: &Rational) -> Rational {
        self.sure(|z| z <= t)
    }

    /// The tail `P(Z >= t)`.
    pub fn at_least(&self, t: &Rational) -> Rational {
        self.sure(|z| z >= t)
    }

    /// `P(|Z - E Z| >= t)`.
    pub fn deviates_by(&self, t: &Rational) -> Rational {
        let mean = self.mean();
        let (below, above) = (&mean - t, &mean + t);
        self.sure(|z| *z <= below || *z >= above)
    }

    /// The smallest value.
    pub fn smallest(&self) -> &Rational {
        self.values.iter().map(|(z, _)| z).min().expect("a law has a value")
    }

    /// The largest value.
    pub fn largest(&self) -> &Rational {
        self.values.iter().map(|(z, _)| z).max().expect("a law has a value")
    }

    fn sure(&self, event: impl Fn(&Rational) -> bool) -> Rational {
        self.decided(|z| Ok(event(z))).expect("rationals are compared")
    }
}

impl Law<Real> {
    /// The mean `E Z`: rational by its form where every value is.
    pub fn mean(&self) -> Real {
        let rational = self.values.iter().filter_map(|(z, mass)| Some((z.as_rational()?, mass)));
        let rational = weighted_sum(rational) / Rational::from(self.denominator.clone());
        let others = self.values.iter().filter(|(z, _)| z.as_rational().is_none());
        let others = others.map(|(z, mass)| z.times(&Real::from(self.probability(mass.clone()))));
        Real::sum(others.chain([Real::from(rational)]))
    }

    /// The variance `E Z^2 - (E Z)^2`, at least 0.
    pub fn variance(&self) -> Real {
        let mean = self.mean();
        self.map(|z| z.times(z)).mean().minus(&mean.times(&mean))
    }

    /// The distribution function `P(Z <= t)`, by exact comparisons.
    pub fn at_most(&self, t: &Real) -> Result<Rational, Exhausted> {
        self.decided(|z| Ok(z.compare(t)? != Ordering::Greater))
    }

    /// The tail `P(Z >= t)`, by exact comparisons.
    pub fn at_least(&self, t: &Real) -> Result<Rational, Exhausted> {
        self.decided(|z| Ok(z.compare(t)? != Ordering::Less))
    }

    /// `P(|Z - E Z| >= t)`, by exact comparisons: with the mean itself, a long sum, only where an enclosure of it does not
    /// tell.
    pub fn deviates_by(&self, t: &Real) -> Result<Rational, Exhausted> {
        const BITS: u64 = 128;
        let mean = self.mean();
        let known = mean.try_enclose(BITS as i64).and_then(|mean| Ok((mean, t.try_enclose(BITS as i64)?))).ok();
        let ends = known.map(|(mean, t)| [mean.sub(&t, BITS), mean.add(&t, BITS)]);
        self.decided(|z| {
            let known = ends.as_ref().zip(z.try_enclose(BITS as i64).ok());
            let compared = |end: usize| {
                let by_enclosure = known.as_ref().and_then(|(ends, z)| z.compare(&ends[end]));
                by_enclosure.map_or_else(|| z.compare(&if end == 0 { mean.minus(t) } else { mean.plus(t) }), Ok)
            };
            Ok(compared(0)? != Ordering::Greater || compared(1)? != Ordering::Less)
        })
    }

    /// The smallest value, whichever it is.
    pub fn smallest(&self) -> Real {
        Real::minimum(self.values.iter().map(|(z, _)| z.clone())).expect("a law has a value")
    }

    /// The largest value, whichever it is.
    pub fn largest(&self) -> Real {
        Real::maximum(self.values.iter().map(|(z, _)| z.clone())).expect("a law has a value")
    }
}

impl From<Law<Rational>> for Law<Real> {
    fn from(law: Law<Rational>) -> Law<Real> {
        law.map(|z| Real::from(z.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::rational::{integer, ratio};

    fn law() -> Law<Rational> {
        // 2: 1/2, 1/3: 1/6, 2: 1/12, -1: 1/4
        let values = [(integer(2), 6), (ratio(1, 3), 2), (integer(2), 1), (integer(-1), 3)];
        Law::new(values.into_iter().map(|(z, mass)| (z, BigInt::from(mass))).collect(), BigInt::from(12))
    }

    #[test]
    fn moments_and_tails_by_hand() {
        let law = law();
        let mean = ratio(7, 6) + ratio(1, 18) - ratio(1, 4);
        assert_eq!(law.mean(), mean);
        let square = ratio(28, 12) + ratio(1, 54) + ratio(1, 4);
        assert_eq!(law.variance(), square - &mean * &mean);
        let expected = [(integer(-1), ratio(1, 4)), (ratio(1, 3), ratio(1, 6)), (integer(2), ratio(7, 12))];
        assert_eq!(law.distribution(), expected);
        assert_eq!((law.smallest(), law.largest()), (&integer(-1), &integer(2)));
        // Ties count on both sides.
        assert_eq!((law.at_least(&ratio(1, 3)), law.at_most(&ratio(1, 3))), (ratio(3, 4), ratio(5, 12)));
        assert_eq!((law.at_least(&integer(3)), law.at_most(&integer(-2))), (integer(0), integer(0)));
        assert_eq!(law.deviates_by(&(integer(2) - &mean)), ratio(5, 6));
        let real: Law<Real> = law.clone().into();
        assert_eq!(real.mean().as_rational(), Some(&mean));
        assert_eq!(real.variance().as_rational(), Some(&law.variance()));
        assert_eq!(real.deviates_by(&Real::from(integer(2) - &mean)), Ok(ratio(5, 6)));
    }

    #[test]
    fn irrational_values() {
        let root = Real::from(integer(2)).sqrt().unwrap().unwrap();
        let values = vec![(root.clone(), BigInt::from(1)), (root.negated(), BigInt::from(2)), (Real::zero(), 1.into())];
        let law = Law::new(values, BigInt::from(4));
        assert_eq!(law.mean().times(&law.mean()).as_rational(), Some(&ratio(1, 8)));
        assert_eq!(law.variance().as_rational(), Some(&(ratio(3, 2) - ratio(1, 8))));
        assert_eq!(law.at_least(&root), Ok(ratio(1, 4)), "a tie");
        assert_eq!(law.at_most(&Real::zero()), Ok(ratio(3, 4)));
        assert_eq!(law.smallest().compare(&root.negated()), Ok(Ordering::Equal));
        // The mean is -sqrt 2 / 4: the second is sqrt 2 / 4 from it, and so is the third.
        let quarter = root.times(&Real::from(ratio(1, 4)));
        assert_eq!(law.deviates_by(&quarter), Ok(integer(1)));
        let more = quarter.plus(&Real::from(ratio(1, 1000)));
        assert_eq!(law.deviates_by(&more), Ok(ratio(3, 4)));
    }

    #[test]
    fn what_is_undecided_widens_a_chance() {
        let unknown = Truth::Unknown(Exhausted::Bits(7));
        let chance = law().chance(|z| if *z == integer(-1) { unknown } else { (*z == integer(2)).into() });
        assert_eq!((&chance.holds, &chance.undecided), (&ratio(7, 12), &ratio(1, 4)));
        assert_eq!(chance.decided(), None);
        assert_eq!(chance.at_least(&ratio(7, 12)), Truth::True);
        assert_eq!(chance.at_least(&ratio(11, 12)), Truth::False);
        assert_eq!(chance.at_least(&ratio(5, 6)), unknown);
        let sure = law().chance(|z| (*z == integer(2)).into());
        assert_eq!(sure.decided(), Some(&ratio(7, 12)));
    }

    #[test]
    #[should_panic(expected = "sum to 1")]
    fn masses_that_are_not_all_are_noticed() {
        Law::new(vec![((), BigInt::from(1))], BigInt::from(2));
    }
}
