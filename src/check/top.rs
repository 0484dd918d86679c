//! Whether features are at the top of an operator: no others of as many dimensions see more of it.

use super::bound::form;
use super::interval::Interval;
use super::operator::Operator;
use super::value::{Stop, Value};
use super::walk::{Walk, conjunction};
use crate::exact::elimination::{independent_columns, rank};
use crate::exact::matrix::Matrix;
use crate::exact::rational::Rational;
use crate::statement::tree::{Relation, Span};
use num_traits::Signed;

impl Walk<'_> {
    /// Whether the span of d columns has the d largest eigenvalues of an operator, those that are missing being 0.
    ///
    /// `theta_i <= lambda_i` always: theta are the operator's values as seen from the span, lambda its own.
    pub fn at_top(&mut self, operator: &Operator, columns: &Matrix, span: &Span) -> Result<Value, Stop> {
        let features = operator.functions(columns);
        self.within(self.limit.eliminate(&features), span)?;
        let basis = features.select_columns(&independent_columns(&features));
        let (r, n) = (basis.columns(), operator.size());
        self.spend_on(&[&operator.form, &operator.mass, &basis], span)?;
        let inside = (form(&operator.form, &basis), form(&operator.mass, &basis));
        let theta: Vec<Option<Interval>> = (1..=r).map(|i| self.eigenvalue_of(&inside, i)).collect();
        let lambda: Vec<Option<Interval>> =
            (1..=n.min(columns.columns().max(r + 1))).map(|i| operator.eigenvalue(self, i)).collect();
        let needed = &lambda[r..n.min(columns.columns()).max(r)];
        let is_less = |(theta, lambda)| compare(theta, lambda, Relation::Less) == Some(true);
        if theta.iter().zip(&lambda).any(is_less) || needed.iter().flatten().any(|l| l.lower().is_positive()) {
            return Ok(Value::Truth(Some(false)));
        }
        let rest_is_zero = needed.iter().all(|l| l.as_ref().is_some_and(|l| !l.upper().is_positive()));
        let is_top = rest_is_zero
            && (r == 0
                || r == n
                || are_equal(&theta, &lambda[..r]) == Some(true)
                || compare(&theta[r - 1], &lambda[r], Relation::Greater) == Some(true)
                    && self.is_invariant(operator, &basis, span)?);
        match is_top {
            true => Ok(Value::Truth(Some(true))),
            false => Ok(self.undecided(span, UNDECIDED)),
        }
    }

    /// Whether the operator maps the span of independent functions into itself: `rank [F, D^-1 A F]` is that of F.
    fn is_invariant(&self, operator: &Operator, basis: &Matrix, span: &Span) -> Result<bool, Stop> {
        let image = operator.form.times(basis);
        let scaled = |x: usize, j: usize| image.get(x, j) / operator.mass.get(x, x);
        let image = operator.functions(&Matrix::from_fn(image.rows(), image.columns(), scaled));
        let both = basis.beside(&image);
        self.within(self.limit.eliminate(&both), span)?;
        Ok(rank(&both) == basis.columns())
    }

    /// Whether numbers are the largest eigenvalues of an operator, each the one with its index; 0 follows the last
    /// eigenvalue.
    pub fn are_first(&mut self, found: &[Option<Interval>], operator: &Operator, span: &Span) -> Result<Value, Stop> {
        let zero = || Some(Rational::from_integer(0.into()).into());
        let first = |i: usize| if i <= operator.size() { operator.eigenvalue(self, i) } else { zero() };
        let lambda: Vec<Option<Interval>> = (1..=found.len()).map(first).collect();
        match are_equal(found, &lambda) {
            Some(equal) => Ok(Value::Truth(Some(equal))),
            None => Ok(self.undecided(span, UNDECIDED)),
        }
    }
}

const UNDECIDED: &str = "no witness tells whether the features have the largest eigenvalues";

/// `None` where the numbers overlap, or one is not bounded.
fn compare(a: &Option<Interval>, b: &Option<Interval>, relation: Relation) -> Option<bool> {
    a.as_ref()?.compare(b.as_ref()?, relation)
}

fn are_equal(a: &[Option<Interval>], b: &[Option<Interval>]) -> Option<bool> {
    conjunction(a.iter().zip(b).map(|(a, b)| compare(a, b, Relation::Equal)))
}
