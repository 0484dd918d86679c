//! Quantities made of singular values, Ritz values and worst tasks: bounds from the witnesses, put together.

use super::arithmetic::{quotient, root};
use super::bound::basis;
use super::context::Context;
use super::interval::Interval;
use super::learns::plainly_not;
use super::number;
use super::system::Singular;
use super::value::{Stop, Table, Value};
use super::walk::{CHECKED, Walk};
use crate::exact::matrix::Matrix;
use crate::exact::rational::Rational;
use crate::statement::names::Quantity;
use crate::statement::tree::{Relation, Span, Term};
use num_traits::{Signed, Zero};
use std::rc::Rc;

impl Walk<'_> {
    /// `s_i = sqrt(s_i^2)`.
    pub fn singular_value(&mut self, of: &[Term], span: &Span) -> Result<Value, Stop> {
        let (context, i) = (self.context(&of[0])?, self.index(&of[1])?);
        let last = context.view().n - 1;
        match i {
            Some(0) => Ok(Value::Number(Interval::integer(1))),
            Some(i) if i <= last => self.root(&self.facts.squared(context.key, i), span),
            _ => Stop::undefined(span, format!("singular values are s_0 to s_{last} here")),
        }
    }

    /// `mu_i = v_i / ||v_i||` or `nu_i = w_i / ||w_i||`.
    pub fn singular_function(&mut self, quantity: Quantity, of: &[Term], span: &Span) -> Result<Value, Stop> {
        let Value::System(system) = self.value(&of[0])? else { unreachable!("{CHECKED}") };
        let Singular { left, left_norms, right, right_norms, .. } = &*system;
        let (functions, norms) =
            if quantity == Quantity::LeftSingularFunction { (left, left_norms) } else { (right, right_norms) };
        match self.index(&of[1])?.filter(|i| *i < norms.len()) {
            Some(i) => {
                let norm = root(&norms[i].clone().into(), span)?;
                self.spend(functions.rows(), 512, span)?;
                let column = Table::column_of(&functions.column(i)).entries;
                let column: Result<Vec<Interval>, Stop> = column.iter().map(|v| quotient(v, &norm, span)).collect();
                Ok(Value::Table(Rc::new(Table { rows: functions.rows(), columns: 1, entries: column? })))
            }
            None => {
                let last = norms.len() - 1;
                Stop::undefined(span, format!("singular functions have indices from 0 to {last} here"))
            }
        }
    }

    /// `theta_i`.
    pub fn ritz_value(&mut self, of: &[Term], span: &Span) -> Result<Value, Stop> {
        let (context, phi) = self.on_x(of)?;
        let rank = basis(context.view(), &phi).columns();
        match self.index(&of[2])?.filter(|i| (1..=rank).contains(i)) {
            Some(i) => Ok(Value::Number(self.facts.ritz(context.key, &phi, i))),
            None => Stop::undefined(span, format!("there are {rank} Ritz values")),
        }
    }

    /// The least over k of `s_1^2 + ... + s_{k+1}^2 - theta_1 - ... - theta_k`.
    pub fn trace_gap(&mut self, of: &[Term], span: &Span) -> Result<Value, Stop> {
        let (context, phi) = self.on_x(of)?;
        let rank = basis(context.view(), &phi).columns();
        if rank + 2 > context.view().n {
            let last = context.view().n - 1;
            return Stop::undefined(span, format!("it needs s_{}, and the last singular value is s_{last}", rank + 1));
        }
        let mut sum = self.facts.squared(context.key, 1);
        let mut least = sum.clone();
        for k in 1..=rank {
            let (next, ritz) = (self.facts.squared(context.key, k + 1), self.facts.ritz(context.key, &phi, k));
            sum = sum.plus(&next).minus(&ritz);
            least = least.smaller(&sum);
        }
        Ok(Value::Number(least))
    }

    /// Whether span Phi is that of top-d singular functions.
    pub fn learns(&mut self, of: &[Term], span: &Span) -> Result<Value, Stop> {
        let (context, phi) = self.on_x(of)?;
        if phi.columns() == 0 {
            return Ok(Value::Truth(Some(true)));
        }
        if plainly_not(context.view(), &phi).is_some() {
            return Ok(Value::Truth(Some(false)));
        }
        match self.facts.learns(context.key, &phi) {
            Some(shown) => Ok(Value::Truth(Some(shown))),
            None => Ok(self.undecided(span, "no witness tells whether it learns the top singular functions")),
        }
    }

    /// `err(Phi; F_eps)`.
    pub fn worst_error(&mut self, of: &[Term], span: &Span) -> Result<Value, Stop> {
        let ((context, phi), eps) = (self.on_x(of)?, self.rational(&of[2])?);
        self.tasks_exist(&context, &eps, span)?;
        match self.facts.worst_error(context.key, &phi, &eps) {
            Some(bounds) => Ok(Value::Number(bounds)),
            None => Stop::not_shown(span, "no witness bounds this worst-case error"),
        }
    }

    /// `err(Phi; F_eps)` of top-d singular functions, where all singular values are known: the largest w such
    /// that `w t_j + (1 - w) t_i >= (1 - eps)^2` for some j > d and i <= d.
    pub fn top_worst_error(&mut self, of: &[Term], span: &Span) -> Result<Value, Stop> {
        let (context, d, eps) = (self.context(&of[0])?, self.index(&of[1])?, self.rational(&of[2])?);
        self.tasks_exist(&context, &eps, span)?;
        let last = context.view().n - 1;
        let Some(d) = d.filter(|d| *d <= last) else {
            return Stop::undefined(span, format!("top-d singular functions exist for d from 0 to {last} here"));
        };
        let Some(system) = self.facts.system(context.key) else {
            return Stop::not_shown(span, "it needs a witness of all singular functions");
        };
        let required = required(&eps);
        let mut largest = number(0);
        for outside in &system.squares[d + 1..] {
            if *outside >= required {
                largest = number(1);
            }
            for inside in system.squares[1..=d].iter().filter(|t| **t >= required && *outside < required) {
                // w t_j + (1 - w) t_i = (1 - eps)^2
                largest = largest.max((inside - &required) / (inside - outside));
            }
        }
        Ok(Value::Number(largest.into()))
    }

    /// There are tasks in `F_eps` of norm 1, as far as the spectrum tells.
    fn tasks_exist(&self, context: &Context, eps: &Rational, span: &Span) -> Result<(), Stop> {
        if !eps.is_positive() {
            return Stop::undefined(span, "eps is not positive");
        }
        if context.view().n == 1 {
            return Stop::undefined(span, "on one point every function of mean zero is zero");
        }
        match required(eps) > *self.facts.squared(context.key, 1).upper() {
            true => Stop::undefined(span, "1 - eps > s_1, so F_eps has no function of norm 1"),
            false => Ok(()),
        }
    }

    /// Whether there is f of norm 1 with `rho(f) = r` and `err(Phi, f) >= e`.
    pub fn has_task(&mut self, of: &[Term], span: &Span) -> Result<Value, Stop> {
        let ((context, phi), rho, error) = (self.on_x(of)?, self.rational(&of[2])?, self.number(&of[3])?);
        let n = context.view().n;
        if rho.is_negative() || n == 1 {
            return Ok(Value::Truth(Some(false)));
        }
        let square = &rho * &rho;
        let (first, last) = (self.facts.squared(context.key, 1), self.facts.squared(context.key, n - 1));
        if square > *first.upper() || square < *last.lower() {
            return Ok(Value::Truth(Some(false)));
        }
        let tasks = self.facts.tasks(context.key, &phi, &rho);
        let reaches = |e: Rational| Interval::from(e).compare(&error, Relation::AtLeast);
        if tasks.attained.and_then(reaches) == Some(true) {
            Ok(Value::Truth(Some(true)))
        } else if tasks.most.and_then(reaches) == Some(false) {
            Ok(Value::Truth(Some(false)))
        } else {
            Ok(self.undecided(span, "no witness tells whether there is such a task"))
        }
    }

    /// `tau_d = 1 / (1 - s_{d+1}^2) + beta (s_1^2 + ... + s_d^2) / (s_1^2 + ... + s_{d0}^2)`.
    pub fn tau(&mut self, of: &[Term], span: &Span) -> Result<Value, Stop> {
        let (context, d) = (self.context(&of[0])?, self.index(&of[1])?);
        let (beta, d0) = (self.number(&of[2])?, self.index(&of[3])?);
        let last = context.view().n - 1;
        let (Some(d), Some(d0)) = (d.filter(|d| *d < last), d0.filter(|d0| *d0 <= last)) else {
            return Stop::undefined(span, format!("it needs singular values beyond s_{last}, or of a negative index"));
        };
        let squared = |i: usize| self.facts.squared(context.key, i);
        let sum = |to: usize| (1..=to).fold(Interval::integer(0), |sum, i| sum.plus(&squared(i)));
        let one = Interval::integer(1);
        let first = quotient(&one, &one.minus(&squared(d + 1)), span)?;
        Ok(Value::Number(first.plus(&beta.times(&quotient(&sum(d), &sum(d0), span)?))))
    }

    /// A context and an encoder on its X: the first two arguments.
    pub fn on_x(&mut self, of: &[Term]) -> Result<(Context, Matrix), Stop> {
        Ok((self.context(&of[0])?, self.matrix(&of[1])?))
    }
}

/// `(1 - eps)^2`, or 0 where every task is compatible.
fn required(eps: &Rational) -> Rational {
    let rho = number(1) - eps;
    if rho.is_positive() { &rho * &rho } else { Rational::zero() }
}
