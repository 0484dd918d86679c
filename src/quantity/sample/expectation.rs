//! From a quantity of the sample to its distribution, over all outcomes.

use super::law::{Law, tally};
use super::outcomes::{Outcomes, Sample};
use super::symmetry::Symmetry;
use crate::exact::truth::Truth;

pub use super::law::Chance;

/// The law of a quantity of the sample, over all outcomes, in parallel. The quantity is the same for all outcomes in an
/// orbit; [`Symmetry::none`] asks nothing. The error, as of a quantity that is undefined, is that of the first outcome that
/// has one: an expectation has a value only if the quantity has one at every outcome.
///
/// Ask [`Outcomes::within`] before: all outcomes are gone through.
pub fn law<T: Send, E: Send>(
    outcomes: &Outcomes,
    symmetry: &Symmetry,
    of: impl Fn(&Sample) -> Result<T, E> + Sync,
) -> Result<Law<T>, E> {
    Ok(Law::new(outcomes.map_orbits(symmetry, of)?, outcomes.denominator()))
}

/// The probability of an event, over all outcomes, in parallel. See [`law`].
pub fn chance<E: Send>(
    outcomes: &Outcomes,
    symmetry: &Symmetry,
    event: impl Fn(&Sample) -> Result<Truth, E> + Sync,
) -> Result<Chance, E> {
    let truths = outcomes.map_orbits(symmetry, event)?;
    Ok(tally(truths.iter().map(|(truth, mass)| (*truth, mass)), &outcomes.denominator()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::rational::{Rational, integer, ratio};
    use crate::exact::truth::{Exhausted, Undefined};
    use std::convert::Infallible;

    fn weights() -> Vec<Rational> {
        vec![ratio(1, 2), ratio(1, 3), ratio(1, 6)]
    }

    /// The count of a point is binomial: mean `n p`, variance `n p (1 - p)`, and no draw with probability `(1 - p)^n`.
    #[test]
    fn a_count_is_binomial() {
        for draws in 0..8 {
            let outcomes = Outcomes::new(&weights(), draws);
            for (x, p) in weights().into_iter().enumerate() {
                let of = |sample: &Sample| Ok::<_, Infallible>(integer(sample.counts()[x]));
                let law = law(&outcomes, &Symmetry::none(3), of).unwrap();
                assert_eq!(law.mean(), &p * integer(draws));
                let rest = integer(1) - &p;
                assert_eq!(law.variance(), &p * integer(draws) * &rest);
                assert_eq!(law.at_most(&integer(0)), num_traits::Pow::pow(&rest, draws));
                let drawn = |sample: &Sample| Ok::<_, Infallible>(Truth::from(sample.counts()[x] > 0));
                let found = chance(&outcomes, &Symmetry::none(3), drawn).unwrap();
                assert_eq!(found.decided(), Some(&law.at_least(&integer(1))));
            }
        }
    }

    /// The number of distinct points does not tell the points apart.
    #[test]
    fn orbits_give_the_same_law() {
        let uniform = vec![ratio(1, 4); 4];
        let symmetry = Symmetry::of(&uniform, &[], &[]);
        assert_eq!(symmetry.order(), 24);
        let outcomes = Outcomes::new(&uniform, 6);
        let of = |sample: &Sample| Ok::<_, Infallible>(integer(sample.support().len()));
        let (all, orbits) = (law(&outcomes, &Symmetry::none(4), of), law(&outcomes, &symmetry, of));
        let (all, orbits) = (all.unwrap(), orbits.unwrap());
        assert_eq!(all.distribution(), orbits.distribution());
        assert!(orbits.values().count() < 10 && all.values().count() == 84);
        // N (1 - (1 - 1/N)^n)
        assert_eq!(all.mean(), integer(4) * (integer(1) - ratio(729, 4096)));
    }

    #[test]
    fn an_undefined_value_leaves_the_mean_undefined() {
        let undefined = Undefined::new("1 / c", "it divides by zero");
        let of = |sample: &Sample| match sample.counts()[2] {
            0 => Err(undefined.clone()),
            c => Ok(ratio(1, c)),
        };
        let outcomes = Outcomes::new(&weights(), 3);
        assert_eq!(law(&outcomes, &Symmetry::none(3), of).unwrap_err(), undefined);
        let event = |sample: &Sample| match sample.counts()[2] {
            0 => Ok(Truth::Unknown(Exhausted::Bits(1))),
            _ => Ok::<_, Infallible>(Truth::True),
        };
        let found = chance(&outcomes, &Symmetry::none(3), event).unwrap();
        assert_eq!(found.undecided, ratio(125, 216));
        assert_eq!(&found.holds + &found.undecided, integer(1));
    }
}
