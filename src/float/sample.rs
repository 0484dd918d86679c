//! Means over samples by simulation, where there are too many outcomes to go through: a mean of independent repetitions
//! with an interval that holds the exact one at a stated confidence.
//!
//! Unlike other results of this room an interval may miss, with the probability that was asked for. What is computed in floats is
//! certain: each repetition is a ball, and radii are rounded up. Draws are exact: an integer below the common
//! denominator of the weights, each as likely.
//!
//! Everything follows from the seed: a repetition's draws depend on the seed and its number only, the same on every
//! platform.

use super::ball::Ball;
use crate::exact::rational::{Rational, common_denominator, integer};
use crate::exact::truth::Undefined;
use crate::quantity::sample::Sample;
use num_bigint::{BigInt, BigUint};
use num_traits::{One, Signed, Zero};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use rayon::prelude::*;

/// What is repeated, and how often.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Simulation {
    /// The number of draws of each sample.
    pub draws: usize,
    /// The number of samples, R.
    pub repetitions: usize,
    /// Where random numbers start.
    pub seed: u64,
    /// The probability with which the interval may miss, above 0 and below 1.
    pub failure: Rational,
}

/// A mean by simulation.
#[derive(Clone, Debug, PartialEq)]
pub struct Estimate {
    /// The simulation that it is of.
    pub simulation: Simulation,
    /// The mean over the repetitions.
    pub mean: Ball,
    /// Hoeffding's radius `(most - least) sqrt(ln(2/d) / 2R)`.
    pub hoeffding: f64,
    /// The radius from the empirical variance V, `sqrt(2 V ln(4/d) / R) + 7 (most - least) ln(4/d) / (3 (R - 1))`, infinite
    /// for one repetition.
    pub bernstein: f64,
    /// The bounds that were given.
    range: [Rational; 2],
}

impl Estimate {
    /// An interval that holds the exact mean, unless with the probability of failure something has happened: half of it goes to
    /// each of the two radii, so that the smaller may be taken.
    pub fn interval(&self) -> Ball {
        let [least, most] = self.range.each_ref().map(Ball::from_rational);
        let found = self.mean.widened(self.hoeffding.min(self.bernstein));
        let (lower, upper) = (found.lower().max(least.lower()), found.upper().min(most.upper()));
        if lower <= upper { Ball::between(lower, upper) } else { found }
    }
}

/// The mean of a quantity of samples of a marginal, by simulation, in parallel. At every sample the exact quantity is in the ball
/// given for it, and from `least` to `most`. The error is that of the first repetition that has one.
///
/// Sources of the radii: Hoeffding 1963; Maurer and Pontil 2009, theorem 4. Here d is half of the probability of failure.
/// Undefined for no repetition, and unless the probability of failure is above 0 and below 1. Panics unless weights are
/// positive and sum to 1, and the bounds are in order.
pub fn simulated_mean<E: Send + From<Undefined>>(
    marginal: &[Rational],
    simulation: &Simulation,
    [least, most]: [&Rational; 2],
    of: impl Fn(&Sample) -> Result<Ball, E> + Sync,
) -> Result<Estimate, E> {
    assert!(least <= most, "bounds are in order");
    let undefined = |reason: &str| E::from(Undefined::new("a mean by simulation", reason));
    let Simulation { draws, repetitions, seed, failure } = simulation;
    if *repetitions == 0 {
        return Err(undefined("there is no repetition"));
    }
    if !failure.is_positive() || *failure >= integer(1) {
        return Err(undefined("the probability of failure is not above 0 and below 1"));
    }
    let urn = Urn::of(marginal);
    let one = |number: usize| of(&urn.sample(*draws, &mut source(*seed, number as u64)));
    let found: Vec<Result<Ball, E>> = (0..*repetitions).into_par_iter().map(one).collect();
    let values = found.into_iter().collect::<Result<Vec<Ball>, E>>()?;
    let number = |n: usize| Ball::from_integer(&BigInt::from(n));
    let mean = values.iter().copied().sum::<Ball>().over(number(*repetitions));
    // At half of the probability of failure each.
    let logarithm = |of: u32| Ball::from_rational(&(integer(2 * of) / failure)).ln();
    let width = Ball::from_rational(&(most - least));
    let hoeffding = width * logarithm(2).over(number(2 * repetitions)).sqrt();
    let bernstein = match repetitions {
        1 => Ball::UNKNOWN,
        _ => {
            let squares = values.iter().map(|z| (*z - mean).square()).sum::<Ball>();
            let variance = squares.over(number(repetitions - 1));
            let tail = Ball::exact(7.0) * width * logarithm(4).over(number(3 * (repetitions - 1)));
            (Ball::exact(2.0) * variance * logarithm(4).over(number(*repetitions))).sqrt() + tail
        }
    };
    let range = [least.clone(), most.clone()];
    Ok(Estimate {
        simulation: simulation.clone(),
        mean,
        hoeffding: hoeffding.upper(),
        bernstein: bernstein.upper(),
        range,
    })
}

/// The random numbers of a repetition: seed and number are the key of the generator.
fn source(seed: u64, number: u64) -> ChaCha8Rng {
    let mut key = [0; 32];
    key[..8].copy_from_slice(&seed.to_le_bytes());
    key[8..16].copy_from_slice(&number.to_le_bytes());
    // Apart from the instances of a search, which have the same form of key.
    key[31] = 1;
    ChaCha8Rng::from_seed(key)
}

/// Points with weights, to be drawn from.
struct Urn {
    /// For each point the sum of the weights up to it and its own, over `total`.
    sums: Vec<BigUint>,
    total: BigUint,
}

impl Urn {
    fn of(weights: &[Rational]) -> Urn {
        assert!(weights.iter().all(Rational::is_positive), "a point that is drawn has a positive weight");
        assert!(weights.iter().sum::<Rational>().is_one(), "weights sum to 1");
        let total = common_denominator(weights, u64::MAX).expect("no limit");
        let sum = |sum: &mut BigInt, w: &Rational| {
            *sum += w.numer() * (&total / w.denom());
            Some(sum.magnitude().clone())
        };
        Urn { sums: weights.iter().scan(BigInt::zero(), sum).collect(), total: total.magnitude().clone() }
    }

    fn sample(&self, draws: usize, source: &mut ChaCha8Rng) -> Sample {
        let mut counts = vec![0; self.sums.len()];
        for _ in 0..draws {
            let drawn = self.below_total(source);
            counts[self.sums.partition_point(|sum| *sum <= drawn)] += 1;
        }
        Sample::new(counts)
    }

    /// A number below the total, each as likely: of as many bits as it takes, until it is one.
    fn below_total(&self, source: &mut ChaCha8Rng) -> BigUint {
        let bits = (&self.total - 1u8).bits();
        loop {
            let words: Vec<u32> = (0..bits.div_ceil(32)).map(|_| source.next_u32()).collect();
            let drawn = BigUint::new(words) >> (bits.div_ceil(32) * 32 - bits);
            if drawn < self.total {
                return drawn;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::{Context, X, gallery};
    use crate::exact::rational::ratio;
    use crate::quantity::sample::ridge::ridge;
    use crate::quantity::sample::{Law, Outcomes, Symmetry, law, risk};

    fn simulation(draws: usize, repetitions: usize, seed: u64) -> Simulation {
        Simulation { draws, repetitions, seed, failure: ratio(1, 1000) }
    }

    fn holds(estimate: &Estimate, exact: &Rational) {
        let interval = estimate.interval();
        assert!(interval.contains(exact), "{exact} in {interval:?}");
    }

    /// Counts, the number of distinct points, and a risk: the exact mean is inside, and the interval short.
    #[test]
    fn the_exact_mean_is_inside() {
        let context = Context::from_counts(&[[5, 1, 0, 2], [1, 4, 1, 1], [0, 2, 7, 1]]).unwrap();
        let (kernel, p) = (context.kernel::<X>(), context.marginal::<X>());
        let y = [ratio(1, 1), ratio(-1, 1), ratio(1, 2)];
        type Quantity<'a> = Box<dyn Fn(&Sample) -> Result<Rational, Undefined> + Sync + 'a>;
        let share: Quantity = Box::new(|s| Ok(s.empirical()?[0].clone()));
        let distinct: Quantity = Box::new(|s| Ok(integer(s.support().len())));
        let fit: Quantity = Box::new(|s| Ok(risk(&p, &ridge(&kernel, &s.empirical()?, &y, &ratio(1, 2))?, &y)));
        for (quantity, most) in [(&share, 1), (&distinct, 3), (&fit, 10)] {
            for draws in [1, 4] {
                let exact: Law<Rational> = law(&Outcomes::new(&p, draws), &Symmetry::none(3), quantity).unwrap();
                for seed in 1..4 {
                    let simulation = simulation(draws, 2000, seed);
                    let of = |s: &Sample| Ok::<_, Undefined>(Ball::from_rational(&quantity(s)?));
                    let found = simulated_mean(&p, &simulation, [&integer(0), &integer(most)], of).unwrap();
                    holds(&found, &exact.mean());
                    assert!(found.interval().radius() < 0.06 * f64::from(most));
                }
            }
        }
    }

    /// A quantity that is the same always: the radius by the variance is far smaller.
    #[test]
    fn no_variance_is_noticed() {
        let p = [ratio(1, 3), ratio(2, 3)];
        let of = |s: &Sample| Ok::<_, Undefined>(Ball::from_rational(&ratio(1, s.draws())));
        let found = simulated_mean(&p, &simulation(3, 5000, 1), [&integer(0), &integer(1)], of).unwrap();
        holds(&found, &ratio(1, 3));
        assert!(found.bernstein < found.hoeffding / 4.0);
        // 2 ln(4 / failure) / 2R at half of the failure
        approx::assert_relative_eq!(found.hoeffding, (4000f64.ln() / 10_000.0).sqrt(), max_relative = 1e-12);
        approx::assert_relative_eq!(found.bernstein, 7.0 * 8000f64.ln() / 14_997.0, max_relative = 1e-6);
        // Nothing is beyond the bounds.
        let one = simulated_mean(&p, &simulation(3, 1, 1), [&integer(0), &integer(1)], of).unwrap();
        assert!(one.bernstein.is_infinite() && one.interval().radius() <= 0.5 + 1e-9);
    }

    #[test]
    fn draws_follow_from_the_seed() {
        let urn = Urn::of(&[ratio(1, 2), ratio(1, 3), ratio(1, 6)]);
        let sample = |seed, number| urn.sample(12, &mut source(seed, number)).counts().to_vec();
        assert_eq!(sample(7, 0), sample(7, 0));
        assert_ne!((0..9).map(|k| sample(7, k)).collect::<Vec<_>>(), (0..9).map(|k| sample(8, k)).collect::<Vec<_>>());
        let drawn = urn.sample(60_000, &mut source(1, 1));
        // Standard deviations are below 123.
        for (count, expected) in drawn.counts().iter().zip([30_000u32, 20_000, 10_000]) {
            assert!(count.abs_diff(expected) < 600, "{drawn:?}");
        }
        // A denominator of more bits than a word, and of one point.
        let long = Urn::of(&[ratio(1, BigInt::from(3).pow(90)), integer(1) - ratio(1, BigInt::from(3).pow(90))]);
        assert_eq!(long.sample(50, &mut source(1, 1)).counts(), [0, 50]);
        assert_eq!(Urn::of(&[integer(1)]).sample(5, &mut source(1, 1)).counts(), [5]);
    }

    #[test]
    fn what_is_no_simulation() {
        let p = gallery::perfect(2).marginal::<X>();
        let of = |_: &Sample| Ok::<_, Undefined>(Ball::ONE);
        let run = |simulation: &Simulation| simulated_mean(&p, simulation, [&integer(0), &integer(1)], of);
        assert!(run(&simulation(1, 0, 1)).is_err());
        for failure in [integer(0), integer(1), integer(-1)] {
            assert!(run(&Simulation { failure, ..simulation(1, 5, 1) }).is_err());
        }
        let fails = |_: &Sample| Err(Undefined::new("it", "never"));
        assert!(simulated_mean(&p, &simulation(1, 3, 1), [&integer(0), &integer(1)], fails).is_err());
    }
}
