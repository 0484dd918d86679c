//! Samples: how often each point was drawn, all outcomes of so many draws, and sums over them.

use super::interval::Interval;
use super::number;
use super::value::{Stop, Table, Value, both};
use super::walk::{CHECKED, Walk};
use crate::certificate::{Number, Rows};
use crate::exact::rational::{Rational, ratio};
use crate::statement::tree::{Arithmetic, FiniteRange, Fold, Span, Term};
use num_bigint::BigInt;
use num_traits::{One, Signed, ToPrimitive, pow};
use std::rc::Rc;

/// The most draws of a sample.
const MOST_DRAWS: usize = 1 << 12;

/// Samples of more outcomes are not gone through.
const MOST_OUTCOMES: usize = 1 << 16;

/// How often each point was drawn.
pub(super) type Counts = Rc<Vec<usize>>;

/// The sample that rows of one count each give: one row for each point, and all draws together.
pub(super) fn sample_of(rows: &Rows, points: usize, draws: &BigInt) -> Result<Counts, String> {
    let draws = draws.to_usize().filter(|n| *n <= MOST_DRAWS).ok_or("a sample has 0 to 4096 draws")?;
    let count = |row: &Vec<Number>| match &row[..] {
        [count] if count.is_integer() => count.numer().to_usize().filter(|c| *c <= draws),
        _ => None,
    };
    let counts: Option<Vec<usize>> = rows.iter().map(count).collect();
    match counts.filter(|counts| counts.len() == points && counts.iter().sum::<usize>() == draws) {
        Some(counts) => Ok(Rc::new(counts)),
        None => Err(format!("expected how often each of {points} points was drawn, {draws} draws in all")),
    }
}

/// All outcomes of so many independent draws with these probabilities, each with `n! / prod c! prod p^c`; those with more
/// draws of an earlier point first. `None` if there are too many.
fn outcomes(weights: &[Rational], draws: usize) -> Option<Vec<(Vec<usize>, Rational)>> {
    // binom(n + N - 1, N - 1); it grows in each step
    let grown = |count: usize, after: usize| Some(count * (draws + after) / after).filter(|c| *c <= MOST_OUTCOMES);
    (1..weights.len()).try_fold(1, grown)?;
    let mut begun = vec![(Vec::new(), draws, Rational::one())];
    for (x, weight) in weights.iter().enumerate() {
        let mut longer = Vec::new();
        for (counts, left, probability) in begun {
            let least = if x + 1 == weights.len() { left } else { 0 };
            for count in (least..=left).rev() {
                let ways = Rational::from_integer(binomial(left, count));
                let longer_counts = [&counts[..], &[count]].concat();
                longer.push((longer_counts, left - count, &probability * ways * pow(weight.clone(), count)));
            }
        }
        begun = longer;
    }
    let all: Vec<_> = begun.into_iter().map(|(counts, _, probability)| (counts, probability)).collect();
    assert!(all.iter().map(|(_, probability)| probability).sum::<Rational>().is_one(), "the probabilities sum to 1");
    Some(all)
}

/// `binom(n, k)` for `k <= n`.
fn binomial(n: usize, k: usize) -> BigInt {
    (0..k.min(n - k)).fold(BigInt::one(), |product, i| product * (n - i) / (i + 1))
}

impl<'a> Walk<'a> {
    /// All outcomes of so many draws from X of a context, with their probabilities.
    pub fn outcomes(&mut self, context: &Term, draws: &Term) -> Result<Vec<(Counts, Rational)>, Stop> {
        let (context, number) = both(self.context(context), self.integer(draws))?;
        if number.is_negative() {
            return Stop::undefined(&draws.span, "there are no samples of a negative number of draws");
        }
        let Some(number) = number.to_usize().filter(|n| *n <= MOST_DRAWS) else {
            return Stop::not_shown(&draws.span, "the checker's limit is 4096 draws");
        };
        let weights = &context.view().p;
        let bits = weights.iter().map(|w| w.denom().bits()).max().unwrap_or(1);
        // Beyond this many outcomes none is made.
        let at_least = (1..weights.len()).fold(1, |count, i| (count * (number + i) / i).min(MOST_OUTCOMES));
        self.spend(at_least * weights.len() * (number + 1), bits * number as u64, &draws.span)?;
        match outcomes(weights, number) {
            Some(all) => Ok(all.into_iter().map(|(counts, probability)| (Rc::new(counts), probability)).collect()),
            None => Stop::not_shown(&draws.span, "the checker's limit is 65536 outcomes"),
        }
    }

    /// `expect` and `prob`: the sum over the outcomes of independent samples of what is expected, times their
    /// probabilities. An event is 1 where it is true and 0 where it is false; in between where it is not decided.
    pub fn over_samples(&mut self, fold: &Fold, span: &Span) -> Result<Value, Stop> {
        let mut sum: Option<Value> = None;
        let mut unknown: Option<Stop> = None;
        self.each_outcome(fold, 0, &Rational::one(), &mut |walk, probability| {
            let body = match walk.value(&fold.body) {
                Ok(Value::Truth(event)) => Value::Number(indicator(event)),
                Ok(body) => body,
                Err(stop @ Stop::NotShown(_)) => {
                    unknown.get_or_insert(stop);
                    return Ok(());
                }
                Err(undefined) => return Err(undefined),
            };
            let weight = Value::Number(probability.clone().into());
            let term = walk.apply(Arithmetic::Multiply, &weight, &body, span)?;
            sum = Some(match &sum {
                Some(sum) => walk.apply(Arithmetic::Add, sum, &term, span)?,
                None => term,
            });
            Ok(())
        })?;
        match unknown {
            Some(stop) => Err(stop),
            None => Ok(sum.expect("there is an outcome")),
        }
    }

    /// Binds the samples of a fold from a binder on to all their outcomes, the first sample outermost.
    fn each_outcome(
        &mut self,
        fold: &Fold,
        binder: usize,
        probability: &Rational,
        visit: &mut dyn FnMut(&mut Walk<'a>, &Rational) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        let Some((slot, range)) = fold.binders.get(binder) else { return visit(self, probability) };
        let FiniteRange::Samples(context, draws) = range else { unreachable!("{CHECKED}") };
        for (counts, own) in self.outcomes(context, draws)? {
            self.spend(1, own.denom().bits() + probability.denom().bits(), &draws.span)?;
            self.bind(*slot, Value::Sample(counts));
            self.each_outcome(fold, binder + 1, &(own * probability), visit)?;
        }
        Ok(())
    }

    /// A term's value as a sample.
    pub fn sample(&mut self, term: &Term) -> Result<Counts, Stop> {
        match self.value(term)? {
            Value::Sample(counts) => Ok(counts),
            _ => unreachable!("{CHECKED}"),
        }
    }

    /// The drawn points in the order of the side, each a column with a 1 at the point.
    pub fn draws(&mut self, of: &[Term], span: &Span) -> Result<Table, Stop> {
        let counts = self.sample(&of[0])?;
        let points: Vec<usize> =
            counts.iter().enumerate().flat_map(|(x, count)| std::iter::repeat_n(x, *count)).collect();
        self.spend(counts.len() * points.len(), 1, span)?;
        Ok(Table::from_fn(counts.len(), points.len(), |x, j| Interval::integer(i32::from(points[j] == x))))
    }

    /// The share of each point among the draws.
    pub fn empirical(&mut self, of: &[Term], span: &Span) -> Result<Table, Stop> {
        let counts = self.sample(&of[0])?;
        match counts.iter().sum::<usize>() {
            0 => Stop::undefined(span, "nothing was drawn"),
            draws => Ok(Table::from_fn(counts.len(), 1, |x, _| ratio(counts[x], draws).into())),
        }
    }
}

/// 1 for true, 0 for false, and all between for what is not decided.
fn indicator(event: Option<bool>) -> Interval {
    match event {
        Some(event) => Interval::integer(i32::from(event)),
        None => Interval::new(number(0), number(1)).expect("0 is below 1"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::rational::integer;

    #[test]
    fn outcomes_are_in_order_with_their_probabilities() {
        // (1/2 + 1/3 + 1/6)^2, term by term
        let found = outcomes(&[ratio(1, 2), ratio(1, 3), ratio(1, 6)], 2).unwrap();
        let expected = [
            (vec![2, 0, 0], ratio(1, 4)),
            (vec![1, 1, 0], ratio(1, 3)),
            (vec![1, 0, 1], ratio(1, 6)),
            (vec![0, 2, 0], ratio(1, 9)),
            (vec![0, 1, 1], ratio(1, 9)),
            (vec![0, 0, 2], ratio(1, 36)),
        ];
        assert_eq!(found, expected);
        assert_eq!(outcomes(&[ratio(1, 2), ratio(1, 2)], 0), Some(vec![(vec![0, 0], integer(1))]));
        assert_eq!(outcomes(&[integer(1)], 4096), Some(vec![(vec![4096], integer(1))]));
        // 5!/(2! 3!) (1/4)^2 (3/4)^3
        let five = outcomes(&[ratio(1, 4), ratio(3, 4)], 5).unwrap();
        assert_eq!((five.len(), &five[3]), (6, &(vec![2, 3], ratio(10 * 27, 1024))));
    }

    #[test]
    fn too_many_outcomes_are_not_made() {
        // binom(4 + 9, 9) = 715, binom(72 + 3, 3) = 67525
        assert_eq!(outcomes(&vec![ratio(1, 10); 10], 4).map(|all| all.len()), Some(715));
        assert_eq!(outcomes(&vec![ratio(1, 4); 4], 72), None);
        assert_eq!(outcomes(&vec![ratio(1, 64); 64], 4096), None);
    }

    #[test]
    fn a_sample_has_a_count_for_each_point_and_all_draws() {
        let rows = |counts: &[Rational]| -> Rows { counts.iter().map(|c| vec![Number(c.clone())]).collect() };
        let of = |counts: &[Rational], draws: i64| sample_of(&rows(counts), 2, &draws.into());
        assert_eq!(of(&[integer(2), integer(0)], 2), Ok(Rc::new(vec![2, 0])));
        assert_eq!(of(&[integer(0), integer(0)], 0), Ok(Rc::new(vec![0, 0])));
        assert_eq!(of(&[integer(4096), integer(0)], 4096), Ok(Rc::new(vec![4096, 0])));
        let refused: [(&[Rational], i64); 8] = [
            (&[integer(2), integer(1)], 2),
            (&[integer(3), integer(-1)], 2),
            (&[ratio(1, 2), ratio(3, 2)], 2),
            (&[ratio(2, 3), integer(0)], 2),
            (&[integer(2)], 2),
            (&[integer(1), integer(1), integer(0)], 2),
            (&[integer(0), integer(-1)], -1),
            (&[integer(4097), integer(0)], 4097),
        ];
        for (counts, draws) in refused {
            assert!(of(counts, draws).is_err(), "{counts:?} {draws}");
        }
        assert!(sample_of(&vec![vec![], vec![Number(integer(2))]], 2, &2.into()).is_err());
    }
}
