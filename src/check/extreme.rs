//! The least and the greatest values of objectives: sums over the largest eigenvalues of their operators.

use super::arithmetic::root;
use super::attained::is_decreasing;
use super::bound::form;
use super::interval::Interval;
use super::pencil::UNBOUNDED;
use super::value::{Stop, Value, all};
use super::walk::{CHECKED, Walk};
use crate::exact::rational::ratio;
use crate::statement::names::Quantity;
use crate::statement::tree::{Span, Term};
use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive};

impl Walk<'_> {
    /// The extreme value of an objective over all encoders of d features.
    pub fn extreme(&mut self, quantity: Quantity, of: &[Term], span: &Span) -> Result<Value, Stop> {
        use Quantity as Q;
        let operator = self.operator(quantity, of, span)?;
        let n = operator.size();
        // Some objectives have encoders of any number of features, others only of as many as there are orthonormal
        // functions of mean zero.
        let any = |d: BigInt| if d.is_negative() { None } else { Some(d.to_usize().map_or(n, |d| d.min(n))) };
        let upto = |most: usize| move |d: BigInt| d.to_usize().filter(|d| *d <= most);
        let (d, weights) = match quantity {
            Q::MinimumSupervised | Q::MinimumSupervisedBiased => (any(self.integer(&of[2])?), None),
            Q::MinimumContrastive | Q::MinimumSpectralContrastive | Q::MinimumLowRank => {
                (any(self.integer(&of[1])?), None)
            }
            Q::MinimumNoncontrastive | Q::MinimumSvme | Q::MinimumGraphLoss | Q::MinimumKise => {
                (upto(n)(self.integer(&of[1])?), None)
            }
            Q::MinimumTwoSided => {
                let other = self.context(&of[0])?.view().m - 1;
                (upto(n.min(other))(self.integer(&of[1])?), None)
            }
            Q::MaximumNested => {
                let weights = self.matrix(&of[1])?;
                if !is_decreasing(&weights) {
                    return Stop::undefined(span, "the weights are not positive and decreasing");
                }
                (Some(weights.rows()).filter(|d| *d <= n), Some(weights))
            }
            _ => unreachable!("{CHECKED}"),
        };
        let Some(d) = d else { return Stop::undefined(span, "there are no such encoders of so many features") };
        let unbounded = || Stop::not_shown(span, UNBOUNDED);
        let lambda = all((1..=d).map(|i| operator.eigenvalue(self, i).map_or_else(unbounded, Ok)))?;
        let sum = |terms: &mut dyn Iterator<Item = Interval>| {
            terms.fold(Interval::integer(0), |sum: Interval, term| sum.plus(&term))
        };
        let plain = || sum(&mut lambda.iter().cloned());
        self.spend(d * 8, lambda.iter().map(Interval::bits).max().unwrap_or(1) + 512, span)?;
        Ok(Value::Number(match quantity {
            Q::MinimumSupervised | Q::MinimumSupervisedBiased => {
                let (labels, context) = (self.matrix(&of[1])?, self.context(&of[0])?);
                let a = context.other();
                let labels = if quantity == Q::MinimumSupervised { labels } else { a.centred(&labels) };
                Interval::from(form(&a.d, &labels).trace()).minus(&plain())
            }
            Q::MinimumContrastive => sum(&mut lambda.iter().map(|l| l.times(l))).times(&ratio(-1, 2).into()),
            Q::MinimumSpectralContrastive => sum(&mut lambda.iter().map(|l| l.times(l))).negated(),
            Q::MinimumLowRank => plain().negated(),
            Q::MinimumNoncontrastive => Interval::integer(d).minus(&plain()).times(&Interval::integer(2)),
            Q::MinimumSvme | Q::MinimumGraphLoss | Q::MinimumKise => Interval::integer(d).minus(&plain()),
            Q::MinimumTwoSided => {
                let roots = all(lambda.iter().map(|l| root(l, span)))?;
                Interval::integer(d).minus(&sum(&mut roots.into_iter())).times(&Interval::integer(2))
            }
            Q::MaximumNested => {
                let c = weights.expect("read above");
                sum(&mut lambda.iter().enumerate().map(|(i, l)| l.times(&c.get(i, 0).into())))
            }
            _ => unreachable!("{CHECKED}"),
        }))
    }
}
