//! The distribution of a real quantity of the sample, by enclosures, also where not all outcomes were looked at.

use super::curve::{Value, mean};
use super::law::{Chance, tally};
use super::outcomes::{Outcomes, Sample};
use super::symmetry::Symmetry;
use crate::exact::dyadic::Dyadic;
use crate::exact::enclosure::Enclosure;
use crate::exact::rational::Rational;
use crate::exact::real::Real;
use crate::exact::truth::{Exhausted, Truth};
use num_bigint::BigInt;
use num_traits::Zero;
use rayon::prelude::*;
use std::cmp::Ordering;

/// A quantity at some outcomes of n draws, with the numerators of their probabilities.
#[derive(Clone, Debug)]
pub struct Observed<T> {
    /// The quantity, and the numerator of the probability of the outcomes at which it is this.
    pub values: Vec<(T, BigInt)>,
    /// The denominator of all probabilities.
    pub denominator: BigInt,
    /// How many outcomes were looked at; those that a symmetry makes equal count each.
    pub outcomes: u64,
}

/// Outcomes from the most probable one down keep their neighbours and long numbers in mind: of so many words at most.
const MOST_WORDS: usize = 4_000_000;

/// A quantity at all outcomes if they are at most `budget`, else at the most probable ones, up to the budget; fewer if the
/// points and draws are many. The error is that of the first outcome that has one.
pub fn observe<T: Send, E: Send>(
    outcomes: &Outcomes,
    symmetry: &Symmetry,
    budget: u64,
    of: impl Fn(&Sample) -> Result<T, E> + Sync,
) -> Result<Observed<T>, E> {
    let denominator = outcomes.denominator();
    if outcomes.within(budget).is_ok() {
        let values = outcomes.map_orbits(symmetry, of)?;
        let count = u64::try_from(outcomes.count()).expect("within the budget");
        return Ok(Observed { values, denominator, outcomes: count });
    }
    let kept = outcomes.size() * outcomes.size().min(outcomes.draws()) + denominator.bits() as usize / 64;
    let most = usize::try_from(budget).unwrap_or(usize::MAX).min((MOST_WORDS / kept).max(1));
    let first: Vec<(Sample, BigInt)> = outcomes.most_probable().take(most).collect();
    let count = first.len() as u64;
    let values: Vec<_> = first.into_par_iter().map(|(sample, mass)| Ok((of(&sample)?, mass))).collect();
    Ok(Observed { values: values.into_iter().collect::<Result<_, E>>()?, denominator, outcomes: count })
}

impl<T> Observed<T> {
    /// A quantity made of this one.
    pub fn map<U>(&self, of: impl Fn(&T) -> U) -> Observed<U> {
        let values = self.values.iter().map(|(value, mass)| (of(value), mass.clone())).collect();
        Observed { values, denominator: self.denominator.clone(), outcomes: self.outcomes }
    }

    /// The probability of the outcomes that were looked at, exactly: 1 if all were.
    pub fn covered(&self) -> Rational {
        Rational::new(self.values.iter().map(|(_, mass)| mass).sum(), self.denominator.clone())
    }

    /// The probability that something is true of the quantity: undecided at outcomes that were not looked at.
    pub fn chance(&self, event: impl Fn(&T) -> Truth) -> Chance {
        let mut chance = tally(self.values.iter().map(|(value, mass)| (event(value), mass)), &self.denominator);
        let rest = self.rest();
        if !rest.is_zero() {
            chance.undecided += Rational::new(rest, self.denominator.clone());
            chance.why = chance.why.or(Some(Exhausted::OutOfReach("a sum over so many outcomes of the draws")));
        }
        chance
    }

    /// The numerator of the probability of the other outcomes.
    fn rest(&self) -> BigInt {
        &self.denominator - self.values.iter().map(|(_, mass)| mass).sum::<BigInt>()
    }
}

/// What is known of the distribution of a real quantity Z: at the outcomes that were looked at each value, exactly and by an
/// enclosure; at the others that it is in a range.
pub struct Spread {
    observed: Observed<Item>,
    /// The numerator of the probability of the other outcomes.
    rest: BigInt,
    range: [Rational; 2],
    bits: u64,
}

/// A value of Z.
struct Item {
    value: Real,
    enclosure: Enclosure,
}

impl Spread {
    /// The distribution of a quantity that is in a range wherever it was not looked at, by arithmetic with so many bits; an
    /// error where a value is not known so closely. Panics unless the range is in order and something was observed.
    pub fn new(observed: Observed<Real>, range: [Rational; 2], bits: u64) -> Result<Spread, Exhausted> {
        assert!(range[0] <= range[1], "a range is in order");
        assert!(!observed.values.is_empty(), "some outcome is looked at");
        let rest = observed.rest();
        let enclosed = |(value, mass): (Real, BigInt)| -> Result<(Item, BigInt), Exhausted> {
            let enclosure = value.try_enclose(bits as i64)?;
            Ok((Item { value, enclosure }, mass))
        };
        let items: Vec<_> = observed.values.into_par_iter().map(enclosed).collect();
        let values = items.into_iter().collect::<Result<_, _>>()?;
        let observed = Observed { values, denominator: observed.denominator, outcomes: observed.outcomes };
        Ok(Spread { observed, rest, range, bits })
    }

    /// `E Z`.
    pub fn mean(&self) -> Value {
        self.moment(|value| value.clone(), |enclosure, _| enclosure.clone())
    }

    /// `E Z^2 - (E Z)^2`, at least 0.
    pub fn variance(&self) -> Value {
        let square = self.moment(|value| value * value, Enclosure::square);
        match (self.mean(), square) {
            (Value::Exact(mean), Value::Exact(square)) => Value::Exact(square - &mean * &mean),
            (mean, square) => {
                let bits = self.bits;
                let difference = square.enclosure(bits).sub(&mean.enclosure(bits).square(bits), bits);
                let lower = difference.lower().clone().max(Dyadic::zero());
                Value::Enclosed(Enclosure::new(lower, difference.upper().clone()))
            }
        }
    }

    /// The least value of all outcomes.
    pub fn least(&self) -> Value {
        let upper = self.enclosures().map(Enclosure::upper).min().expect("some outcome was looked at");
        let lower = self.enclosures().map(Enclosure::lower).min().expect("some outcome was looked at");
        let bound = self.end(0);
        let lower = if self.rest.is_zero() { lower } else { bound.lower().min(lower) };
        self.pinned(Enclosure::new(lower.clone(), upper.clone()))
    }

    /// The largest value of all outcomes.
    pub fn largest(&self) -> Value {
        let upper = self.enclosures().map(Enclosure::upper).max().expect("some outcome was looked at");
        let lower = self.enclosures().map(Enclosure::lower).max().expect("some outcome was looked at");
        let bound = self.end(1);
        let upper = if self.rest.is_zero() { upper } else { bound.upper().max(upper) };
        self.pinned(Enclosure::new(lower.clone(), upper.clone()))
    }

    /// The least z with `P(Z <= z) >= share`. Panics unless the share is positive and at most 1.
    pub fn quantile(&self, share: &Rational) -> Value {
        assert!(*share > Rational::zero() && *share <= Rational::from(BigInt::from(1)), "a share of the probability");
        let at = |ends: Vec<(&Dyadic, &BigInt)>| -> Dyadic {
            let mut ends = ends;
            ends.sort();
            let mut mass = BigInt::zero();
            let wanted = share * Rational::from(self.observed.denominator.clone());
            let reached = ends.iter().find(|(_, m)| {
                mass += *m;
                Rational::from(mass.clone()) >= wanted
            });
            reached.expect("all of the probability").0.clone()
        };
        let bounds = [self.end(0), self.end(1)];
        let ends = |pick: fn(&Enclosure) -> &Dyadic, bound: &Enclosure| {
            let known = self.observed.values.iter().map(|(item, mass)| (pick(&item.enclosure), mass));
            let rest = (!self.rest.is_zero()).then_some((pick(bound), &self.rest));
            at(known.chain(rest).collect())
        };
        let (lower, upper) = (ends(Enclosure::lower, &bounds[0]), ends(Enclosure::upper, &bounds[1]));
        self.pinned(Enclosure::new(lower, upper))
    }

    /// `P(Z >= t)`, by exact comparisons.
    pub fn at_least(&self, t: &Real) -> Chance {
        let near = t.try_enclose(self.bits as i64).ok();
        self.observed.chance(|item| match near.as_ref().and_then(|t| item.enclosure.compare(t)) {
            Some(order) => Truth::from(order.is_ge()),
            None => t.at_most(&item.value),
        })
    }

    /// `P(|Z - E Z| >= t)`. Where the mean is not known exactly, an outcome that may be just at t is not decided.
    pub fn deviates_by(&self, t: &Rational) -> Chance {
        let mean = self.mean();
        if let Value::Exact(mean) = &mean {
            let [low, high] = [mean - t, mean + t].map(Real::from);
            let near = [&low, &high].map(|end| end.enclose(self.bits as i64));
            return self.observed.chance(|item| {
                match (item.enclosure.compare(&near[0]), item.enclosure.compare(&near[1])) {
                    (Some(low), Some(high)) => Truth::from(low.is_le() || high.is_ge()),
                    _ => item.value.at_most(&low).or(high.at_most(&item.value)),
                }
            });
        }
        let (mean, t) = (mean.enclosure(self.bits), Enclosure::rational(t, self.bits));
        let (low, high) = (mean.sub(&t, self.bits), mean.add(&t, self.bits));
        let decided = |order: Option<Ordering>, holds: fn(Ordering) -> bool| match order {
            Some(order) => Truth::from(holds(order)),
            None => Truth::Unknown(Exhausted::Bits(self.bits)),
        };
        self.observed.chance(|item| {
            decided(item.enclosure.compare(&low), Ordering::is_le)
                .or(decided(item.enclosure.compare(&high), Ordering::is_ge))
        })
    }

    fn moment(
        &self,
        of_rational: impl Fn(&Rational) -> Rational,
        of_enclosure: impl Fn(&Enclosure, u64) -> Enclosure,
    ) -> Value {
        let known = self.observed.values.iter().map(|(item, mass)| match item.value.as_rational() {
            Some(value) => (Value::Exact(of_rational(value)), mass.clone()),
            None => (Value::Enclosed(of_enclosure(&item.enclosure, self.bits)), mass.clone()),
        });
        let rest = (!self.rest.is_zero()).then(|| {
            let [least, most] = [self.end(0), self.end(1)];
            let range = Enclosure::new(least.lower().clone(), most.upper().clone());
            (Value::Enclosed(of_enclosure(&range, self.bits)), self.rest.clone())
        });
        mean(&known.chain(rest).collect::<Vec<_>>(), &self.observed.denominator, self.bits)
    }

    fn enclosures(&self) -> impl Iterator<Item = &Enclosure> {
        self.observed.values.iter().map(|(item, _)| &item.enclosure)
    }

    fn end(&self, k: usize) -> Enclosure {
        Enclosure::rational(&self.range[k], self.bits)
    }

    /// The value in an enclosure that holds a value of Z: exactly, if all that it may be are one and the same rational.
    fn pinned(&self, enclosure: Enclosure) -> Value {
        let items = self.observed.values.iter().map(|(item, _)| item);
        let mut candidates =
            items.filter(|item| item.enclosure.intersection(&enclosure).is_some()).map(|item| item.value.as_rational());
        match candidates.next() {
            Some(Some(first)) if self.rest.is_zero() && candidates.all(|other| other == Some(first)) => {
                Value::Exact(first.clone())
            }
            _ => Value::Enclosed(enclosure),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::rational::{integer, ratio};
    use crate::quantity::sample::Law;
    use std::convert::Infallible;

    const BITS: u64 = 128;

    fn outcomes() -> Outcomes {
        Outcomes::new(&[ratio(1, 2), ratio(1, 3), ratio(1, 6)], 5)
    }

    /// Of the first point's count c: c^2 - c / 7.
    fn rational(sample: &Sample) -> Result<Real, Infallible> {
        let c = integer(sample.counts()[0]);
        Ok(Real::from(&c * &c - c / integer(7)))
    }

    /// sqrt(c + 1): irrational for some.
    fn irrational(sample: &Sample) -> Result<Real, Infallible> {
        Ok(Real::from(integer(sample.counts()[0] + 1)).sqrt().unwrap().unwrap())
    }

    fn spread(of: fn(&Sample) -> Result<Real, Infallible>, budget: u64, range: [i64; 2]) -> Spread {
        let observed = observe(&outcomes(), &Symmetry::none(3), budget, of).unwrap();
        Spread::new(observed, range.map(integer), BITS).unwrap()
    }

    fn holds(value: &Value, exact: &Rational) -> bool {
        value.enclosure(BITS).contains(exact)
    }

    #[test]
    fn rational_quantities_are_exact() {
        let law = Law::new(
            outcomes().map(|s, m| Ok::<_, Infallible>((rational(s)?, m.clone()))).unwrap(),
            outcomes().denominator(),
        );
        let law = law.map(|z| z.as_rational().unwrap().clone());
        let spread = spread(rational, 100, [0, 0]);
        assert_eq!(spread.mean(), Value::Exact(law.mean()));
        assert_eq!(spread.variance(), Value::Exact(law.variance()));
        assert_eq!(spread.least(), Value::Exact(law.smallest().clone()));
        assert_eq!(spread.largest(), Value::Exact(law.largest().clone()));
        for t in [ratio(0, 1), ratio(6, 7), ratio(26, 7), ratio(7, 1)] {
            assert_eq!(spread.at_least(&Real::from(t.clone())).decided(), Some(&law.at_least(&t)));
            assert_eq!(spread.deviates_by(&t).decided(), Some(&law.deviates_by(&t)));
        }
        // c is binomial: P(c <= 1) = 6/32, P(c <= 2) = 1/2; c = 1, 2 and 3 have 6/7, 26/7 and 60/7.
        for (share, expected) in [((6, 32), (6, 7)), ((19, 100), (26, 7)), ((1, 2), (26, 7)), ((51, 100), (60, 7))] {
            assert_eq!(spread.quantile(&ratio(share.0, share.1)), Value::Exact(ratio(expected.0, expected.1)));
        }
    }

    #[test]
    fn irrational_quantities_are_enclosed_and_their_tails_exact() {
        let spread = spread(irrational, 100, [0, 0]);
        // sqrt(c + 1) >= sqrt 3 iff c >= 2
        let tail = spread.at_least(&Real::from(integer(3)).sqrt().unwrap().unwrap());
        assert_eq!(tail.decided(), Some(&ratio(26, 32)));
        let Value::Enclosed(mean) = spread.mean() else { panic!("irrational") };
        let law = Law::new(
            outcomes().map(|s, m| Ok::<_, Infallible>((irrational(s)?, m.clone()))).unwrap(),
            outcomes().denominator(),
        );
        assert!(mean.sub(&law.mean().enclose(100), BITS).contains_zero());
        assert!(spread.variance().enclosure(BITS).sub(&law.variance().enclose(100), BITS).contains_zero());
        assert_eq!(spread.least(), Value::Exact(integer(1)), "of c = 0");
        assert!(spread.largest().enclosure(BITS).square(BITS).contains(&integer(6)));
        assert!(spread.quantile(&ratio(1, 2)).enclosure(BITS).square(BITS).contains(&integer(3)));
        // The mean is 1.8444: c = 0 is 0.844 away, c = 5 is 0.605.
        assert_eq!(spread.deviates_by(&ratio(7, 10)).decided(), Some(&ratio(1, 32)));
        assert_eq!(spread.deviates_by(&ratio(3, 5)).decided(), Some(&ratio(2, 32)));
    }

    #[test]
    fn what_was_not_looked_at_widens_everything() {
        let whole = spread(rational, 100, [0, 0]);
        let exact = |value: Value| if let Value::Exact(value) = value { value } else { panic!("exact") };
        for budget in 1..21 {
            let part = spread(rational, budget, [0, 25]);
            assert!(holds(&part.mean(), &exact(whole.mean())), "{budget}");
            assert!(holds(&part.variance(), &exact(whole.variance())), "{budget}");
            assert!(holds(&part.least(), &exact(whole.least())) && holds(&part.largest(), &exact(whole.largest())));
            for share in [ratio(1, 20), ratio(1, 2), ratio(1, 1)] {
                assert!(holds(&part.quantile(&share), &exact(whole.quantile(&share))), "{budget} {share}");
            }
            let (tail, all) = (part.at_least(&Real::from(integer(3))), whole.at_least(&Real::from(integer(3))).holds);
            assert!(tail.holds <= all && all <= &tail.holds + &tail.undecided && tail.decided().is_none());
            let (tail, all) = (part.deviates_by(&integer(3)), whole.deviates_by(&integer(3)).holds);
            assert!(tail.holds <= all && all <= &tail.holds + &tail.undecided, "{budget}");
        }
        let observed = observe(&outcomes(), &Symmetry::none(3), 20, rational).unwrap();
        assert_eq!(observed.outcomes, 20);
        assert!(observed.covered() < integer(1));
        assert_eq!(observe(&outcomes(), &Symmetry::none(3), 21, rational).unwrap().covered(), integer(1));
    }
}
