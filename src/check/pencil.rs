//! Eigenvalues of a pair of symmetric matrices, the second positive definite.

use super::bound;
use super::interval::Interval;
use super::limit::{Limit, longest, matrix_of};
use super::value::{Stop, Value, all};
use super::walk::{CHECKED, Walk};
use crate::certificate::{self, Rows};
use crate::exact::elimination::{definiteness, rank};
use crate::exact::matrix::Matrix;
use crate::exact::rational::Rational;
use crate::statement::tree::{Span, Term};
use crate::statement::types::{Space, Type};
use num_traits::{One, Signed, ToPrimitive};
use std::cmp::Ordering;

/// The most rows of a pencil.
const MAX_ROWS: usize = 64;

/// The i-th largest theta with `A v = theta D v` for some v other than zero, repeated by multiplicity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Eigenvalue {
    /// A, symmetric.
    pub form: Matrix,
    /// D, symmetric and positive definite.
    pub mass: Matrix,
    /// i, from 1.
    pub index: usize,
}

/// What a witness shows, if its conditions hold; otherwise the one that fails.
pub(super) fn pencil(witness: &certificate::Pencil, limit: &Limit) -> Result<Vec<(Eigenvalue, Interval)>, String> {
    let (form, mass) = (square("form", &witness.form, limit)?, square("mass", &witness.mass, limit)?);
    if form.rows() != mass.rows() {
        return Err("the form and the mass have different sizes".into());
    }
    limit.eliminate(&mass)?;
    if definiteness(&mass) != Ordering::Greater {
        return Err("the mass is not positive definite".into());
    }
    let shown = |bound: &certificate::Bound| {
        let bounds = bound::pencil(&form, &mass, bound, limit)?;
        Ok((Eigenvalue { form: form.clone(), mass: mass.clone(), index: bound.index }, bounds))
    };
    witness.bounds.iter().map(shown).collect()
}

fn square(name: &str, rows: &Rows, limit: &Limit) -> Result<Matrix, String> {
    let n = rows.len();
    if !(1..=MAX_ROWS).contains(&n) {
        return Err(format!("the {name} has not 1 to {MAX_ROWS} rows"));
    }
    let matrix = matrix_of(rows, n, n).ok_or(format!("the {name} is not square, or its numbers are too long"))?;
    limit.spend(n * n, longest(&matrix) + matrix.denominator().bits())?;
    match matrix.is_symmetric() {
        true => Ok(matrix),
        false => Err(format!("the {name} is not symmetric")),
    }
}

impl Walk<'_> {
    /// The i-th largest eigenvalue of an operator that is self-adjoint for the weights of its space.
    pub fn operator_eigenvalue(&mut self, of: &[Term], span: &Span) -> Result<Value, Stop> {
        let (operator, index) = (self.matrix(&of[0])?, self.index(&of[1])?);
        let (form, mass) = self.self_adjoint(&operator, &of[0], span)?;
        self.indexed(form, mass, index, span)
    }

    /// `(D M, D)`, D the weights of the term's space.
    fn self_adjoint(&self, operator: &Matrix, term: &Term, span: &Span) -> Result<(Matrix, Matrix), Stop> {
        let mass = Matrix::diagonal(&self.weights_or_ones(term, operator.rows()));
        self.spend_on(&[operator, &mass], span)?;
        let form = mass.times(operator);
        match form.is_symmetric() {
            true => Ok((form, mass)),
            false => Stop::undefined(span, "the operator is not self-adjoint"),
        }
    }

    /// The sum of the d largest eigenvalues of an operator that is self-adjoint for the weights of its space: the trace
    /// where it has no more, or none is negative and no more are positive.
    pub fn eigenvalue_sum(&mut self, of: &[Term], span: &Span) -> Result<Value, Stop> {
        let (operator, d) = (self.matrix(&of[0])?, self.integer(&of[1])?);
        let pair = self.self_adjoint(&operator, &of[0], span)?;
        if d.is_negative() {
            return Stop::undefined(span, "d is negative");
        }
        let Some(d) = d.to_usize().filter(|d| *d < operator.rows()) else {
            return Ok(Value::Number(operator.trace().into()));
        };
        self.within(self.limit.eliminate(&pair.0), span)?;
        if definiteness(&pair.0) != Ordering::Less && rank(&pair.0) <= d {
            return Ok(Value::Number(operator.trace().into()));
        }
        let unbounded = || Stop::not_shown(span, UNBOUNDED);
        let largest = all((1..=d).map(|i| self.eigenvalue_of(&pair, i).map_or_else(unbounded, Ok)))?;
        self.spend(d, largest.iter().map(Interval::bits).max().unwrap_or(1), span)?;
        Ok(Value::Number(largest.iter().fold(Interval::integer(0), |sum, eigenvalue| sum.plus(eigenvalue))))
    }

    /// The i-th largest theta with `B v = theta C v` for some v other than zero.
    pub fn generalised_eigenvalue(&mut self, of: &[Term], span: &Span) -> Result<Value, Stop> {
        let (b, c, index) = (self.matrix(&of[0])?, self.eliminable(&of[1])?, self.index(&of[2])?);
        if !b.is_symmetric() || !c.is_symmetric() {
            return Stop::undefined(span, "a matrix is not symmetric");
        }
        match definiteness(&c) {
            Ordering::Greater => self.indexed(b, c, index, span),
            _ => Stop::undefined(span, "the second matrix is not positive definite"),
        }
    }

    fn indexed(&self, form: Matrix, mass: Matrix, index: Option<usize>, span: &Span) -> Result<Value, Stop> {
        let n = form.rows();
        match index.filter(|i| (1..=n).contains(i)) {
            Some(index) => match self.eigenvalue_of(&(form, mass), index) {
                Some(bounds) => Ok(Value::Number(bounds)),
                None => Stop::not_shown(span, UNBOUNDED),
            },
            None => Stop::undefined(span, format!("there are {n} eigenvalues, counted from 1")),
        }
    }

    /// The i-th largest theta of a form against a mass, if a witness bounds it.
    pub fn eigenvalue_of(&self, (form, mass): &(Matrix, Matrix), index: usize) -> Option<Interval> {
        self.facts.eigenvalue(Eigenvalue { form: form.clone(), mass: mass.clone(), index }, self.limit)
    }

    /// The weights of the rows of a term; 1 for those that are no points.
    pub fn weights_or_ones(&self, term: &Term, rows: usize) -> Vec<Rational> {
        match &term.of {
            Type::Table(space @ Space::Side(..), _) => self.weights(space),
            Type::Table(Space::Dimension(_), _) => vec![Rational::one(); rows],
            _ => unreachable!("{CHECKED}"),
        }
    }

    /// The work of products of such matrices.
    pub fn spend_on(&self, matrices: &[&Matrix], span: &Span) -> Result<(), Stop> {
        let size = matrices.iter().map(|m| m.rows().max(m.columns())).max().unwrap_or(0);
        let bits = matrices.iter().map(|m| longest(m) + m.denominator().bits()).sum();
        self.spend(size * size * matrices.iter().map(|m| m.columns().min(m.rows())).max().unwrap_or(0), bits, span)
    }
}

/// Why an eigenvalue has no interval, as a clause.
pub(super) const UNBOUNDED: &str = "no witness bounds this eigenvalue";
