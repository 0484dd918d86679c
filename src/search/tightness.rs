//! How near the two sides of an inequality come to each other, over all instances that are tried.

use super::order::Size;
use crate::evaluate::{Evaluation, Halt, Instance, Value};
use crate::exact::real::Real;
use crate::exact::truth::Exhausted;
use crate::statement::tree::{Kind, Relation, Statement, Term};
use num_bigint::BigInt;
use num_traits::ToPrimitive;
use std::cmp::Ordering;

/// Ratios are kept in so many parts of one, rounded down.
const PARTS: u64 = 1_000_000;

/// The ratios of the smaller side of a claim `a <= b` to the larger, where hypotheses and claim are true.
#[derive(Clone, Debug, Default)]
pub struct Tightness {
    /// In millionths, rounded down; 0 where the smaller side is negative.
    pub ratios: Vec<u32>,
    /// The smallest of the instances with the largest ratio.
    pub tightest: Option<(u32, Size, Instance)>,
    /// Instances where both sides are zero, or the larger is not positive: they have no ratio.
    pub without: u64,
    /// Instances where an enclosure did not tell.
    pub undecided: u64,
}

/// The smaller and the larger side of a claim that is one inequality between two numbers; `None` of another claim.
pub fn sides(statement: &Statement) -> Option<(&Term, &Term)> {
    let Kind::Comparison(terms, relations) = &statement.claim.kind else { return None };
    match (&terms[..], &relations[..]) {
        ([a, b], [Relation::Less | Relation::AtMost]) => Some((a, b)),
        ([a, b], [Relation::Greater | Relation::AtLeast]) => Some((b, a)),
        _ => None,
    }
}

impl Tightness {
    /// Adds the instance whose values are bound.
    pub fn add(&mut self, (smaller, larger): (&Term, &Term), evaluation: &mut Evaluation) {
        match ratio(smaller, larger, evaluation) {
            Ok(Some(ratio)) => {
                self.ratios.push(ratio);
                if self.tightest.as_ref().is_none_or(|(best, ..)| *best <= ratio) {
                    let instance = evaluation.instance();
                    self.offer(Some((ratio, Size::of(&instance), instance)));
                }
            }
            Ok(None) => self.without += 1,
            Err(_) => self.undecided += 1,
        }
    }

    /// Both together.
    pub fn plus(mut self, other: Tightness) -> Tightness {
        self.ratios.extend(other.ratios);
        self.offer(other.tightest);
        self.without += other.without;
        self.undecided += other.undecided;
        self
    }

    /// The middle one of all ratios, in millionths; `None` of none.
    pub fn median(&self) -> Option<u32> {
        let mut ratios = self.ratios.clone();
        let middle = ratios.len() / 2;
        (!ratios.is_empty()).then(|| *ratios.select_nth_unstable(middle).1)
    }

    fn offer(&mut self, other: Option<(u32, Size, Instance)>) {
        let rank = |found: &(u32, Size, Instance)| (std::cmp::Reverse(found.0), found.1.clone());
        if let Some(other) = other
            && self.tightest.as_ref().is_none_or(|best| rank(&other) < rank(best))
        {
            self.tightest = Some(other);
        }
    }
}

/// The ratio of two terms in millionths; `None` where the divisor is not positive.
fn ratio(smaller: &Term, larger: &Term, evaluation: &mut Evaluation) -> Result<Option<u32>, Exhausted> {
    let (smaller, larger) = (number(smaller, evaluation)?, number(larger, evaluation)?);
    if larger.compare(&Real::zero())? != Ordering::Greater {
        return Ok(None);
    }
    if smaller.compare(&Real::zero())? == Ordering::Less {
        return Ok(Some(0));
    }
    let ratio = smaller.divided_by(&larger)?.expect("the divisor is positive");
    let scaled = match ratio.as_rational() {
        Some(ratio) => (ratio * BigInt::from(PARTS)).floor().to_integer(),
        None => (ratio.try_enclose(PRECISION)?.lower().to_rational() * BigInt::from(PARTS)).floor().to_integer(),
    };
    // An end may be below zero, the ratio is not; nor is it above 1, since the claim is true.
    Ok(Some(scaled.to_u32().unwrap_or(0)))
}

/// Binary places of an irrational ratio.
const PRECISION: i64 = 40;

fn number(term: &Term, evaluation: &mut Evaluation) -> Result<Real, Exhausted> {
    match evaluation.value(term) {
        Ok(Value::Number(number)) => Ok(number),
        Err(Halt::Exhausted(exhausted)) => Err(exhausted),
        _ => unreachable!("the claim is true, so that its sides are numbers with a value"),
    }
}
