//! What n draws tell of the spectrum, for people and for programs.

use super::columns::{columns, facts};
use super::number::{Number, Quantity};
use crate::context::{Context, Spectrum, X};
use crate::exact::enclosure::Enclosure;
use crate::exact::matrix::Matrix;
use crate::exact::rational::{Rational, fraction, integer, ratio};
use crate::exact::real::Real;
use crate::exact::truth::{Exhausted, Truth};
use crate::quantity::kernel::context_complexity;
use crate::quantity::sample::curve::Value;
use crate::quantity::sample::kernel_pca::kernel_pca;
use crate::quantity::sample::outcomes::{Outcomes, Sample};
use crate::quantity::sample::spread::{Observed, Spread, observe};
use crate::quantity::sample::{Chance, KernelMinors, NotComputed, Symmetry};
use num_traits::{One, Zero};
use serde::Serialize;

/// What is asked of a sample.
pub struct Question<'a> {
    /// The context; points are drawn from its marginal on X.
    pub context: &'a Context,
    /// n, positive.
    pub draws: usize,
    /// The largest number of eigenvalues that are summed, D; from 1 to N.
    pub features: usize,
    /// A t of which `P(Z_d >= t)` is asked.
    pub at_least: Option<&'a Rational>,
    /// A delta in (0, 1) for the bound on the gap of kernel PCA.
    pub delta: Option<&'a Rational>,
    /// The most outcomes that are gone through.
    pub budget: u64,
    /// Decimal places.
    pub digits: usize,
}

/// The sums Z_d of the top d eigenvalues of `k(x_i, x_j) / n` over n draws, for d = 1..D.
#[derive(Clone, Debug, Serialize)]
pub struct SampleReport {
    /// N.
    pub n: usize,
    /// M.
    pub m: usize,
    /// The number of draws, n.
    pub draws: usize,
    /// How many outcomes there are: multisets of n points.
    pub outcomes: String,
    /// How many were looked at, the most probable ones if not all.
    pub looked_at: u64,
    /// How many of these were computed: one for each set of outcomes that symmetries of the context make equal.
    pub computed: usize,
    /// The probability of those that were looked at; 1 if all were.
    pub covered: Number,
    /// `kappa^2 = max_x kX(x,x)`.
    pub context_complexity: Number,
    /// For d = 1..D.
    pub sums: Vec<SumReport>,
}

/// One sum of top eigenvalues.
#[derive(Clone, Debug, Serialize)]
pub struct SumReport {
    /// d; the eigenvalue of the constant function, 1, counts.
    pub d: usize,
    /// The sum of the population's: `s_0^2 + ... + s_{d-1}^2`.
    pub population: Number,
    /// `E Z_d`.
    pub mean: Number,
    /// `E Z_d` less the population's.
    pub bias: Number,
    /// The variance of Z_d.
    pub variance: Number,
    /// The least value.
    pub least: Number,
    /// The largest value; it is `kappa^2` for every d, of n draws of one point.
    pub largest: Number,
    /// Quantiles: the least z with `P(Z_d <= z)` at least the share.
    pub quantiles: Vec<QuantileReport>,
    /// `P(Z_d >= t)`, if a t was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tail: Option<TailReport>,
    /// `E Z_d - population <= sqrt(d v / n)` with `v = E k(X,X)^2 - sum l_i^2`.
    pub rate: BoundReport,
    /// `P(|Z_d - E Z_d| >= t) <= 2 exp(-2 n t^2 / kappa^4)` for some t.
    pub deviations: Vec<DeviationReport>,
    /// The gap of kernel PCA, if a delta was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gap: Option<GapReport>,
}

/// A quantile.
#[derive(Clone, Debug, Serialize)]
pub struct QuantileReport {
    /// Its share of the probability.
    pub share: String,
    /// The value.
    pub value: Number,
}

/// The probability of a tail.
#[derive(Clone, Debug, Serialize)]
pub struct TailReport {
    /// t.
    pub t: String,
    /// `P(Z_d >= t)`.
    pub probability: Number,
}

/// A number and what was published as a bound of it.
#[derive(Clone, Debug, Serialize)]
pub struct BoundReport {
    /// The bound.
    pub bound: Number,
    /// The number over the bound: at most 1 where the bound holds.
    pub ratio: Quantity,
    /// Whether the number is at most the bound; `null` if that is not decided.
    pub holds: Option<bool>,
}

/// The probability of a deviation from the mean.
#[derive(Clone, Debug, Serialize)]
pub struct DeviationReport {
    /// t.
    pub t: Number,
    /// The probability.
    pub probability: Number,
    /// Its bound.
    #[serde(flatten)]
    pub bound: BoundReport,
}

/// How far kernel PCA on the sample is from the population's best: `l_1 + ... + l_d - gamma_1 - ... - gamma_d`.
#[derive(Clone, Debug, Serialize)]
pub struct GapReport {
    /// delta.
    pub delta: String,
    /// The probability that the sample has d positive eigenvalues, so that the gap has a value.
    pub defined: Number,
    /// The probability that the gap has a value and is at most the bound; the claim is that it is at least `1 - delta`.
    pub within: Number,
    /// Among the outcomes where it has a value, the largest gap, and its bound
    /// `(2 + sqrt(2 log(2/delta))) kappa^2 sqrt(d/n)`.
    pub largest: Quantity,
    /// That bound.
    #[serde(flatten)]
    pub bound: BoundReport,
    /// Why some outcome was not decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub undecided: Option<String>,
}

/// Which shares have their quantiles shown, in twentieths.
const SHARES: [i64; 5] = [1, 5, 10, 15, 19];

/// Deviations that are shown: `kappa^2` over these.
const PARTS: [i64; 4] = [16, 8, 4, 2];

impl SampleReport {
    /// The report; an error where a number is not known closely enough.
    pub fn new(question: &Question) -> Result<SampleReport, Exhausted> {
        let &Question { context, draws, features, budget, digits, .. } = question;
        let marginal = context.marginal::<X>();
        let outcomes = Outcomes::new(&marginal, draws);
        let kernel = context.kernel::<X>();
        let symmetry = Symmetry::of(&marginal, &[&kernel], &[]);
        let minors = KernelMinors::of(&kernel);
        let sums = |sample: &Sample| -> Result<Vec<Real>, Exhausted> {
            let weights = sample.empirical().expect("something was drawn");
            let spectrum = minors.spectrum(&weights);
            Ok((1..=features).map(|d| spectrum.top_sum(d)).collect())
        };
        let observed = observe(&outcomes, &symmetry, budget, sums)?;
        let computation = Computation {
            question,
            spectrum: Spectrum::of(context),
            complexity: context_complexity(context),
            unexplained: unexplained(&kernel, &marginal),
            kernel,
            marginal,
            outcomes,
            symmetry,
            bits: digits as u64 * 4 + 64,
        };
        let reports = (1..=features).map(|d| computation.report(d, observed.map(|sums| sums[d - 1].clone())));
        Ok(SampleReport {
            n: context.n(),
            m: context.m(),
            draws,
            outcomes: computation.outcomes.count().to_string(),
            looked_at: observed.outcomes,
            computed: observed.values.len(),
            covered: Number::lower_bound(&observed.covered(), digits),
            context_complexity: Number::rational(&computation.complexity, digits),
            sums: reports.collect::<Result<_, _>>()?,
        })
    }

    /// Whether all outcomes were looked at and every question was decided.
    pub fn is_decided(&self) -> bool {
        self.covered.exact.as_deref() == Some("1")
            && self.sums.iter().all(|sum| {
                sum.tail.iter().all(|tail| tail.probability.exact.is_some())
                    && sum.deviations.iter().all(|deviation| deviation.probability.exact.is_some())
                    && sum.gap.iter().all(|gap| gap.undecided.is_none())
            })
    }

    /// The report as text.
    pub fn text(&self) -> String {
        let all = self.covered.exact.as_deref() == Some("1");
        let looked = match all {
            true => format!("{}, all of them looked at", self.outcomes),
            false => format!("{}, of which the {} most probable were looked at", self.outcomes, self.looked_at),
        };
        let mut rows = vec![
            ("context", format!("{} x {}", self.n, self.m)),
            ("draws n", self.draws.to_string()),
            ("outcomes", looked),
        ];
        if (self.computed as u64) < self.looked_at {
            rows.push(("up to symmetry", self.computed.to_string()));
        }
        if !all {
            rows.push(("their probability", self.covered.decimal.clone()));
            rows.push((
                "note",
                "numbers a..b are bounds: of the other outcomes only 1 <= Z_d <= kappa^2 is used".into(),
            ));
        }
        rows.push(("kappa^2", self.context_complexity.text()));
        let mut text = facts(&rows);
        text.push_str(
            "\nZ_d, the sum of the d largest eigenvalues of k(x_i, x_j) / n; the constant function's counts\n",
        );
        let mut table = vec![self.row("", |sum| format!("d = {}", sum.d))];
        table.push(self.row("population", |sum| sum.population.decimal.clone()));
        table.push(self.row("mean", |sum| sum.mean.decimal.clone()));
        table.push(self.row("bias", |sum| sum.bias.decimal.clone()));
        table.push(self.row("variance", |sum| sum.variance.decimal.clone()));
        table.push(self.row("least", |sum| sum.least.decimal.clone()));
        for (k, share) in SHARES.iter().enumerate() {
            let name = format!("{}% quantile", share * 5);
            table.push(self.row(&name, |sum| sum.quantiles[k].value.decimal.clone()));
        }
        table.push(self.row("largest", |sum| sum.largest.decimal.clone()));
        if let Some(tail) = self.sums.first().and_then(|sum| sum.tail.as_ref()) {
            let of = |sum: &SumReport| sum.tail.as_ref().map_or(String::new(), |tail| tail.probability.decimal.clone());
            table.push(self.row(&format!("P(Z_d >= {})", tail.t), of));
        }
        text.push_str(&columns(&table, |c| c > 0));
        text.push_str("\nPublished: bias <= sqrt(d v / n)\n");
        let mut table = vec![self.row("", |sum| format!("d = {}", sum.d))];
        table.push(self.row("bias", |sum| sum.bias.decimal.clone()));
        table.push(self.row("bound", |sum| sum.rate.bound.decimal.clone()));
        table.push(self.row("bias / bound", |sum| sum.rate.ratio_text()));
        text.push_str(&columns(&table, |c| c > 0));
        text.push_str("\nPublished: P(|Z_d - E Z_d| >= t) <= 2 exp(-2 n t^2 / kappa^4)\n");
        let header = ["t", "bound"].into_iter().map(String::from);
        let names = self.sums.iter().flat_map(|sum| [format!("d = {}", sum.d), "/ bound".into()]);
        let mut table = vec![header.chain(names).collect::<Vec<_>>()];
        for k in 0..PARTS.len() {
            let first = &self.sums[0].deviations[k];
            let start = [first.t.decimal.clone(), first.bound.bound.decimal.clone()];
            let cells = self
                .sums
                .iter()
                .flat_map(|sum| [sum.deviations[k].probability.decimal.clone(), sum.deviations[k].bound.ratio_text()]);
            table.push(start.into_iter().chain(cells).collect());
        }
        text.push_str(&columns(&table, |_| true));
        if let Some(gap) = self.sums.first().and_then(|sum| sum.gap.as_ref()) {
            text.push_str(&format!(
                "\nPublished: with probability at least 1 - {}, the gap of kernel PCA is at most its bound\n",
                gap.delta
            ));
            let of =
                |what: fn(&GapReport) -> String| move |sum: &SumReport| sum.gap.as_ref().map_or(String::new(), what);
            let mut table = vec![self.row("", |sum| format!("d = {}", sum.d))];
            table.push(self.row("P(the gap has a value)", of(|gap| gap.defined.decimal.clone())));
            table.push(self.row("P(... and is within)", of(|gap| gap.within.decimal.clone())));
            table.push(self.row("largest gap", of(|gap| gap.largest.text())));
            table.push(self.row("bound", of(|gap| gap.bound.bound.decimal.clone())));
            table.push(self.row("largest / bound", of(|gap| gap.bound.ratio_text())));
            text.push_str(&columns(&table, |c| c > 0));
        }
        let broken = self.sums.iter().flat_map(|sum| {
            let rate = (sum.rate.holds == Some(false)).then(|| format!("bias <= sqrt(d v / n) fails at d = {}", sum.d));
            let tails = sum.deviations.iter().filter(|deviation| deviation.bound.holds == Some(false));
            let tails =
                tails.map(|deviation| format!("the tail bound fails at d = {}, t = {}", sum.d, deviation.t.text()));
            rate.into_iter().chain(tails).collect::<Vec<_>>()
        });
        let broken: Vec<String> = broken.collect();
        if !broken.is_empty() {
            text.push_str(&format!("\nBounds that fail\n{}\n", broken.join("\n")));
        }
        text
    }

    fn row(&self, name: &str, cell: impl Fn(&SumReport) -> String) -> Vec<String> {
        [name.to_string()].into_iter().chain(self.sums.iter().map(cell)).collect()
    }
}

impl BoundReport {
    /// A number under a bound, both enclosed.
    fn new(value: &Enclosure, bound: &Real, bits: u64, digits: usize) -> Result<BoundReport, Exhausted> {
        let enclosed = bound.try_enclose(bits as i64)?;
        let holds = match value.compare(&enclosed) {
            Some(order) => Some(order.is_le()),
            // At the bound itself where both are one number.
            None => (value.is_point() && enclosed.is_point()).then_some(true),
        };
        let ratio = match value.div(&enclosed, bits) {
            Some(ratio) => Quantity::Value(Number::between(&ratio, digits)),
            None => Quantity::Undefined { undefined: "the bound is zero".into() },
        };
        Ok(BoundReport { bound: Number::real(bound, digits), ratio, holds })
    }

    fn ratio_text(&self) -> String {
        match &self.ratio {
            Quantity::Value(number) => number.decimal.clone(),
            Quantity::Undefined { .. } => "-".into(),
        }
    }
}

/// What all sums share.
struct Computation<'a> {
    question: &'a Question<'a>,
    spectrum: Spectrum,
    complexity: Rational,
    /// v.
    unexplained: Rational,
    kernel: Matrix,
    marginal: Vec<Rational>,
    outcomes: Outcomes,
    symmetry: Symmetry,
    bits: u64,
}

impl Computation<'_> {
    fn report(&self, d: usize, observed: Observed<Real>) -> Result<SumReport, Exhausted> {
        let (digits, bits) = (self.question.digits, self.bits);
        let population = self.population(d);
        // kX - 1 is positive semidefinite, so an eigenvalue is at least 1; and the trace is a mean of kX(x,x).
        let spread = Spread::new(observed, [integer(1), self.complexity.clone()], bits)?;
        let mean = spread.mean();
        let bias = mean.minus(&population, bits)?;
        let quantile = |&share: &i64| {
            let share = ratio(share, 20);
            QuantileReport { value: number(&spread.quantile(&share), digits), share: fraction(&share) }
        };
        let rate = Real::from(&self.unexplained * ratio(d, self.question.draws)).sqrt()?.expect("v is not negative");
        let tail = self.question.at_least.map(|t| TailReport {
            t: fraction(t),
            probability: probability(&spread.at_least(&Real::from(t.clone())), digits),
        });
        let deviations = PARTS.iter().map(|&part| self.deviation(&spread, &(&self.complexity / integer(part))));
        Ok(SumReport {
            d,
            population: Number::real(&population, digits),
            rate: BoundReport::new(&bias.enclosure(bits), &rate, bits, digits)?,
            mean: number(&mean, digits),
            bias: number(&bias, digits),
            variance: number(&spread.variance(), digits),
            least: number(&spread.least(), digits),
            largest: number(&spread.largest(), digits),
            quantiles: SHARES.iter().map(quantile).collect(),
            tail,
            deviations: deviations.collect::<Result<_, _>>()?,
            gap: self.question.delta.map(|delta| self.gap(d, delta)).transpose()?,
        })
    }

    /// `l_1 + ... + l_d = 1 + s_1^2 + ... + s_{d-1}^2`.
    fn population(&self, d: usize) -> Real {
        let rest = self.spectrum.sum_of_squares(d - 1).expect("d is at most N");
        rest.plus(&Real::from(integer(1)))
    }

    fn deviation(&self, spread: &Spread, t: &Rational) -> Result<DeviationReport, Exhausted> {
        let (digits, bits) = (self.question.digits, self.bits);
        let share = t / &self.complexity;
        let exponent = integer(-2) * integer(self.question.draws) * &share * &share;
        let bound = Real::from(exponent).exp().times(&Real::from(integer(2)));
        let chance = spread.deviates_by(t);
        Ok(DeviationReport {
            t: Number::rational(t, digits),
            probability: probability(&chance, digits),
            bound: BoundReport::new(&enclosed(&chance, bits), &bound, bits, digits)?,
        })
    }

    fn gap(&self, d: usize, delta: &Rational) -> Result<GapReport, Exhausted> {
        let (digits, bits) = (self.question.digits, self.bits);
        let population = self.population(d);
        let two = || Real::from(integer(2));
        let log = Real::from(integer(2) / delta).ln()?.expect("2 / delta is positive");
        let root = two().times(&log).sqrt()?.expect("2 / delta is more than 1");
        let spread = Real::from(ratio(d, self.question.draws)).sqrt()?.expect("positive");
        let bound = Real::product([two().plus(&root), Real::from(self.complexity.clone()), spread]);
        let gap = |sample: &Sample| -> Result<Result<Real, NotComputed>, Exhausted> {
            let weights = sample.empirical().expect("something was drawn");
            Ok(kernel_pca(&self.kernel, &self.marginal, &weights, d).map(|gamma| population.minus(&gamma)))
        };
        let observed = observe(&self.outcomes, &self.symmetry, self.question.budget, gap)?;
        let defined = observed.chance(|gap| match gap {
            Ok(_) => Truth::True,
            Err(NotComputed::Undefined(_)) => Truth::False,
            Err(NotComputed::Exhausted(exhausted)) => Truth::Unknown(*exhausted),
        });
        let within = observed.chance(|gap| match gap {
            Ok(gap) => gap.at_most(&bound),
            Err(NotComputed::Undefined(_)) => Truth::False,
            Err(NotComputed::Exhausted(exhausted)) => Truth::Unknown(*exhausted),
        });
        let mut largest: Option<Enclosure> = None;
        for gap in observed.values.iter().filter_map(|(gap, _)| gap.as_ref().ok()) {
            let value = gap.try_enclose(bits as i64)?;
            largest = Some(largest.map_or(value.clone(), |known| upper_of(&known, &value)));
        }
        let nothing = Enclosure::integer(0);
        Ok(GapReport {
            delta: fraction(delta),
            defined: probability(&defined, digits),
            within: probability(&within, digits),
            bound: BoundReport::new(largest.as_ref().unwrap_or(&nothing), &bound, bits, digits)?,
            largest: match &largest {
                Some(value) => Quantity::Value(Number::between(value, digits)),
                None => Quantity::Undefined { undefined: "no sample has as many positive eigenvalues".into() },
            },
            undecided: defined.why.or(within.why).map(|exhausted| exhausted.to_string()),
        })
    }
}

/// An enclosure of the larger of two numbers.
fn upper_of(a: &Enclosure, b: &Enclosure) -> Enclosure {
    Enclosure::new(a.lower().max(b.lower()).clone(), a.upper().max(b.upper()).clone())
}

/// `v = E k(X,X)^2 - sum l_i^2`, not negative.
fn unexplained(kernel: &Matrix, marginal: &[Rational]) -> Rational {
    let n = marginal.len();
    let square = |x: usize, y: usize| {
        let k = kernel.get(x, y);
        &k * &k
    };
    let diagonal: Rational = (0..n).map(|x| square(x, x) * &marginal[x]).sum();
    // sum l_i^2 = E k(X,X')^2
    let row = |x: usize| (0..n).map(|y| square(x, y) * &marginal[y]).sum::<Rational>() * &marginal[x];
    diagonal - (0..n).map(row).sum::<Rational>()
}

fn number(value: &Value, digits: usize) -> Number {
    match value {
        Value::Exact(value) => Number::rational(value, digits),
        Value::Enclosed(value) => Number::between(value, digits),
    }
}

fn enclosed(chance: &Chance, bits: u64) -> Enclosure {
    let (lower, upper) = (&chance.holds, &chance.holds + &chance.undecided);
    let [lower, upper] = [lower, &upper].map(|end| Enclosure::rational(end, bits));
    Enclosure::new(lower.lower().clone(), upper.upper().clone())
}

/// The probability, or both bounds of it.
fn probability(chance: &Chance, digits: usize) -> Number {
    match chance.decided() {
        Some(exact) => Number::rational(exact, digits),
        None => {
            let upper = (&chance.holds + &chance.undecided).min(Rational::one());
            let number = Number::between(&enclosed(chance, 64 + 4 * digits as u64), digits);
            debug_assert!(!chance.undecided.is_zero());
            Number { lower: fraction(&chance.holds), upper: fraction(&upper), ..number }
        }
    }
}
