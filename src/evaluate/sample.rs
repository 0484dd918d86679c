//! Samples: their outcomes as values, expectations and probabilities over them, and what is computed of one.

use super::prepared::Prepared;
use super::quantity::{
    RATIONAL_ALGEBRA, RATIONAL_FEATURES, RATIONAL_SCALE, SelfAdjoint, column, eigenvalues, rational,
};
use super::table::Table;
use super::term::Evaluation;
use super::value::{Halt, Value};
use crate::context::cube::{MOST_BITS, block_masked, character, flipped, masked};
use crate::exact::definite::PsdWitness;
use crate::exact::matrix::Matrix;
use crate::exact::rational::Rational;
use crate::exact::real::Real;
use crate::exact::truth::{Exhausted, Truth};
use crate::quantity::sample::constrained::constrained_risk;
use crate::quantity::sample::kernel_pca::kernel_pca;
use crate::quantity::sample::transformed::{smoothness, squared_norm};
use crate::quantity::sample::{NotComputed, Outcomes, Sample};
use crate::statement::names::Quantity;
use crate::statement::tree::{Corruption, Fold, FoldKind, Span, Term};
use crate::statement::types::Side;
use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive, Zero};
use std::sync::Arc;

/// More outcomes than these are not gone through.
const MOST_OUTCOMES: u64 = 1 << 16;

/// A sample, and how probable it is.
#[derive(Clone, Debug)]
pub struct Drawn {
    /// How often each point was drawn.
    pub sample: Sample,
    /// The probability of that.
    pub probability: Rational,
}

impl Drawn {
    /// The sample with these counts from a side; `None` unless there is one for each point, and few enough draws.
    pub(super) fn of(context: &Prepared, side: Side, counts: Vec<u32>) -> Option<Drawn> {
        let sample = Sample::new(counts);
        let outcomes = Outcomes::new(context.weights(side), sample.draws());
        let one_of_them = sample.counts().len() == context.points(side) && outcomes.within(MOST_OUTCOMES).is_ok();
        one_of_them.then(|| Drawn { probability: outcomes.probability(&sample), sample })
    }
}

impl Evaluation<'_> {
    /// All outcomes of so many draws from a side of a context.
    pub(super) fn outcomes(&mut self, context: &Prepared, side: Side, draws: &Term) -> Result<Vec<Value>, Halt> {
        let number = self.integer(draws)?;
        if number.is_negative() {
            return Err(Halt::undefined(&draws.span, "there are no samples of a negative number of draws"));
        }
        let too_many = Exhausted::OutOfReach("samples are gone through up to 65536 outcomes");
        let outcomes = Outcomes::new(context.weights(side), number.to_usize().ok_or(too_many)?);
        outcomes.within(MOST_OUTCOMES)?;
        let drawn = |(sample, probability)| Value::Sample(Arc::new(Drawn { sample, probability }));
        Ok(outcomes.iter().map(drawn).collect())
    }

    /// `expect` and `prob`: a sum over the outcomes of all samples that are bound, which are independent.
    pub(super) fn over_samples(&mut self, fold: &Fold) -> Result<Value, Halt> {
        let mut bodies: Vec<(Rational, Value)> = Vec::new();
        self.walk(fold, 0, &mut |evaluation| {
            let samples = fold.binders.iter().map(|(slot, _)| match evaluation.bound(*slot) {
                Some(Value::Sample(drawn)) => drawn.probability.clone(),
                _ => unreachable!("types were checked when the statement was read"),
            });
            let probability = samples.product();
            bodies.push((probability, evaluation.value(&fold.body)?));
            Ok(true)
        })?;
        if fold.kind == FoldKind::Probability {
            let event = |(probability, body): (Rational, Value)| match body {
                Value::Truth(Truth::True) => Ok(probability),
                Value::Truth(Truth::False) => Ok(Rational::zero()),
                Value::Truth(Truth::Unknown(exhausted)) => Err(Halt::Exhausted(exhausted)),
                _ => unreachable!("types were checked when the statement was read"),
            };
            return Ok(rational(bodies.into_iter().map(event).sum::<Result<Rational, Halt>>()?));
        }
        let scaled = |(probability, body): &(Rational, Value)| match body {
            Value::Number(number) => number.times(&Real::from(probability.clone())),
            _ => unreachable!("types were checked when the statement was read"),
        };
        let tables = bodies.iter().map(|(probability, body)| match body {
            Value::Table(table) => Some(table.scaled(&Real::from(probability.clone()))),
            _ => None,
        });
        match tables.collect::<Option<Vec<Table>>>() {
            Some(tables) => Ok(tables.into_iter().reduce(|sum, table| sum.plus(&table)).expect("an outcome").into()),
            None => Ok(Real::sum(bodies.iter().map(scaled)).into()),
        }
    }

    /// The one context of a domain of corrupted bits.
    pub(super) fn cube(&mut self, corruption: Corruption, bits: &Term, amount: &Term) -> Result<Value, Halt> {
        let number = self.integer(bits)?;
        if number.is_negative() {
            return Err(Halt::undefined(&bits.span, "there are no vectors of a negative number of bits"));
        }
        let number = number.to_usize().filter(|n| *n <= MOST_BITS);
        let number = number.ok_or(Exhausted::OutOfReach("contexts of bits are made up to six bits"))?;
        let context = match corruption {
            Corruption::Mask => masked(number, &self.rational(amount, RATIONAL_SCALE)?),
            Corruption::Flip => flipped(number, &self.rational(amount, RATIONAL_SCALE)?),
            Corruption::BlockMask => self.index(amount)?.and_then(|length| block_masked(number, length)),
        };
        let context = context.ok_or_else(|| Halt::undefined(&amount.span, "bits are not corrupted by so much"))?;
        Ok(Value::Context(Prepared::new(context)))
    }

    /// A quantity of a sample, of a kernel, or of bits.
    pub(super) fn of_sample(&mut self, quantity: Quantity, of: &[Term], span: &Span) -> Result<Value, Halt> {
        use Quantity as Q;
        Ok(match quantity {
            Q::KernelNorm => {
                let (k, f) = (self.matrix(&of[0], RATIONAL_ALGEBRA)?, self.matrix(&of[1], RATIONAL_ALGEBRA)?);
                if !k.is_symmetric() {
                    return Err(Halt::undefined(span, "the kernel is not symmetric"));
                }
                let square = squared_norm(&k, &f.column(0))
                    .ok_or_else(|| Halt::undefined(span, "f is not in the range of k"))?;
                let root = Real::from(square).sqrt()?;
                root.ok_or_else(|| Halt::undefined(span, "its square is negative"))?.into()
            }
            Q::Smoothness => {
                let (k, f) = (self.matrix(&of[0], RATIONAL_ALGEBRA)?, self.matrix(&of[1], RATIONAL_ALGEBRA)?);
                if !k.is_symmetric() || PsdWitness::of(&k).is_none() {
                    return Err(Halt::undefined(span, "the kernel is not positive semidefinite"));
                }
                let ratio = smoothness(&k, &self.weights_of(&of[0]), &f.column(0));
                rational(ratio.map_err(|finding| Halt::of(span, &finding))?)
            }
            Q::Draws => {
                let drawn = self.sample(&of[0])?;
                let points = drawn.sample.points();
                let entry = |x: usize, j: usize| BigInt::from(u8::from(points[j] == x));
                let (rows, columns) = (drawn.sample.counts().len(), points.len());
                let entries = (0..rows).flat_map(|x| (0..columns).map(move |j| (x, j))).map(|(x, j)| entry(x, j));
                Table::from(Matrix::integer(rows, columns, entries.collect())).into()
            }
            Q::Empirical => {
                let empirical = self.sample(&of[0])?.sample.empirical();
                column(&empirical.map_err(|finding| Halt::of(span, &finding))?)
            }
            Q::Characters => {
                let points = self.context(&of[0])?.context().n();
                if !points.is_power_of_two() {
                    return Err(Halt::undefined(span, format!("{points} points are not all vectors of some bits")));
                }
                let columns: Vec<Vec<Rational>> = (0..points).map(|set| character(set, points)).collect();
                Table::from(Matrix::from_fn(points, points, |x, set| columns[set][x].clone())).into()
            }
            Q::Bits => {
                let number = self.integer(&of[0])?;
                let number = number.to_biguint().ok_or_else(|| Halt::undefined(span, "it is negative"))?;
                rational(Rational::from(BigInt::from(number.count_ones())))
            }
            Q::KernelPca => {
                let (k, drawn, d) = (self.matrix(&of[0], RATIONAL_ALGEBRA)?, self.sample(&of[1])?, self.index(&of[2])?);
                if !k.is_symmetric() || PsdWitness::of(&k).is_none() {
                    return Err(Halt::undefined(span, "the kernel is not positive semidefinite"));
                }
                let d = d.ok_or_else(|| Halt::undefined(span, "d is negative"))?;
                let empirical = drawn.sample.empirical().map_err(|finding| Halt::of(span, &finding))?;
                match kernel_pca(&k, &self.weights_of(&of[0]), &empirical, d) {
                    Ok(sum) => sum.into(),
                    Err(NotComputed::Undefined(finding)) => return Err(Halt::of(span, &finding)),
                    Err(NotComputed::Exhausted(exhausted)) => return Err(exhausted.into()),
                }
            }
            Q::FitRisk => {
                let empirical = self.sample(&of[1])?.sample.empirical().map_err(|finding| Halt::of(span, &finding))?;
                self.risk_in_ball(&of[0], &empirical, &of[2], &of[3], span)?.into()
            }
            Q::LeastRisk => {
                let marginal = self.weights_of(&of[0]);
                self.risk_in_ball(&of[0], &marginal, &of[1], &of[2], span)?.into()
            }
            _ => unreachable!("{quantity} is computed elsewhere"),
        })
    }

    /// `E (f(X) - y(X))^2` of the least-squares fit f, for weights of the points, among `Phi w` with `|w| <= B`.
    fn risk_in_ball(
        &mut self,
        features: &Term,
        weights: &[Rational],
        labels: &Term,
        radius: &Term,
        span: &Span,
    ) -> Result<Real, Halt> {
        let phi = self.matrix(features, RATIONAL_FEATURES)?;
        let y = self.matrix(labels, RATIONAL_FEATURES)?.column(0);
        let radius = self.rational(radius, RATIONAL_SCALE)?;
        // The features are orthonormal in the kernel that they make.
        let kernel = phi.times(&phi.transposed());
        let marginal = self.weights_of(features);
        let risk = constrained_risk(&kernel, &phi, weights, &y, &radius, (&marginal, &y));
        risk.map_err(|finding| Halt::of(span, &finding))
    }

    /// The sum of the d largest eigenvalues of a self-adjoint operator.
    pub(super) fn eigenvalue_sum(&mut self, of: &[Term], span: &Span) -> Result<Value, Halt> {
        let d = self.integer(&of[1])?;
        let SelfAdjoint { matrix, weights, weighted } = self.self_adjoint(&of[0], span)?;
        if d.is_negative() {
            return Err(Halt::undefined(span, "d is negative"));
        }
        match d.to_usize().filter(|d| *d < matrix.rows()) {
            Some(d) => Ok(Real::sum(eigenvalues(&weights, &weighted).into_iter().take(d).map(Real::from)).into()),
            // The trace is rational where the eigenvalues are not.
            None => Ok(rational(matrix.trace())),
        }
    }

    fn sample(&mut self, term: &Term) -> Result<Arc<Drawn>, Halt> {
        match self.value(term)? {
            Value::Sample(drawn) => Ok(drawn),
            _ => unreachable!("types were checked when the statement was read"),
        }
    }
}
