//! Kernels: norms in their spaces, and what is fitted to a sample.

use super::interval::Interval;
use super::limit::longest;
use super::number;
use super::value::{Stop, Value};
use super::walk::Walk;
use crate::exact::elimination::{definiteness, independent_columns, inverse, solve};
use crate::exact::matrix::Matrix;
use crate::exact::rational::Rational;
use crate::statement::names::Quantity;
use crate::statement::tree::{Span, Term};
use num_traits::{Signed, Zero};
use std::cmp::Ordering;

impl Walk<'_> {
    /// `||f||_k`: the root of `c^T k c` for `f = k c`.
    pub fn kernel_norm(&mut self, of: &[Term], span: &Span) -> Result<Value, Stop> {
        let (k, f) = (self.eliminable(&of[0])?, self.matrix(&of[1])?);
        if !k.is_symmetric() {
            return Stop::undefined(span, "the kernel is not symmetric");
        }
        match self.kernel_square(&k, &f, span)? {
            Some(square) => self.root(&square.into(), span),
            None => Stop::undefined(span, "f is not in the range of k"),
        }
    }

    /// `||f||^2 / ||f||_k^2`, and 0 outside of the range of k.
    pub fn smoothness(&mut self, of: &[Term], span: &Span) -> Result<Value, Stop> {
        let (k, f) = (self.kernel(&of[0], span)?, self.matrix(&of[1])?);
        let d = Matrix::diagonal(&self.weights_of(&of[0]));
        self.spend_on(&[&d, &f], span)?;
        let square = f.transposed().times(&d).times(&f).get(0, 0);
        if square.is_zero() {
            return Stop::undefined(span, "f is zero");
        }
        let smoothness = self.kernel_square(&k, &f, span)?.map_or(Rational::zero(), |norm| square / norm);
        Ok(Value::Number(smoothness.into()))
    }

    /// A term's value as a symmetric positive semidefinite matrix.
    fn kernel(&mut self, term: &Term, span: &Span) -> Result<Matrix, Stop> {
        let k = self.eliminable(term)?;
        match k.is_symmetric() && definiteness(&k) != Ordering::Less {
            true => Ok(k),
            false => Stop::undefined(span, "the kernel is not symmetric and positive semidefinite"),
        }
    }

    /// `c^T f` for any c with `f = k c`.
    fn kernel_square(&self, k: &Matrix, f: &Matrix, span: &Span) -> Result<Option<Rational>, Stop> {
        self.within(self.limit.eliminate(&k.beside(f)), span)?;
        Ok(solve(k, f).map(|c| c.transposed().times(f).get(0, 0)))
    }

    /// The sum of d smoothnesses of the eigenfunctions of the empirical operator. Those with a positive eigenvalue span
    /// what the kernel's columns at the drawn points do, and are orthogonal for the kernel: so all of them have the sum
    /// `Tr(k_II^-1 k_I D k_I^T)` for independent ones I among the points, and some of them no more, and no less than 0.
    pub fn kernel_pca(&mut self, of: &[Term], span: &Span) -> Result<Value, Stop> {
        let k = self.kernel(&of[0], span)?;
        let (counts, d) = (self.sample(&of[1])?, self.integer(&of[2])?);
        let drawn: Vec<usize> = (0..counts.len()).filter(|x| counts[*x] > 0).collect();
        let among = Matrix::from_fn(drawn.len(), drawn.len(), |i, j| k.get(drawn[i], drawn[j]));
        let independent: Vec<usize> = independent_columns(&among).into_iter().map(|i| drawn[i]).collect();
        let r = independent.len();
        if d > r.into() {
            return Stop::undefined(span, format!("{r} empirical eigenvalues are positive"));
        }
        if d.is_negative() || drawn.is_empty() {
            return Stop::undefined(span, "d is negative, or nothing was drawn");
        }
        if d.is_zero() {
            return Ok(Value::Number(Interval::integer(0)));
        }
        let inside = Matrix::from_fn(r, r, |i, j| k.get(independent[i], independent[j]));
        let seen = k.select_columns(&independent);
        let form = seen.transposed().times(&Matrix::diagonal(&self.weights_of(&of[0]))).times(&seen);
        self.spend_on(&[&inside, &form, &k], span)?;
        let inverse = inverse(&inside).expect("independent columns of a semidefinite matrix are so in their own rows");
        let all = inverse.times(&form).trace();
        let bounds = if d == r.into() { Some(all.into()) } else { Interval::new(number(0), all) };
        Ok(Value::Number(bounds.expect("no smoothness is negative")))
    }

    /// The mean square error of least-squares features: fitted to a sample, or to the points' own weights. It is that
    /// of the least w with `Phi^T W Phi w = Phi^T W y` where this is in the ball.
    pub fn least_squares(&mut self, quantity: Quantity, of: &[Term], span: &Span) -> Result<Value, Stop> {
        let phi = self.eliminable(&of[0])?;
        let weights = self.weights_of(&of[0]);
        let (seen, rest) = match quantity {
            Quantity::FitRisk => (self.sample(&of[1])?.iter().map(|count| number(*count as i64)).collect(), &of[2..]),
            _ => (weights.clone(), &of[1..]),
        };
        let (y, radius) = (self.matrix(&rest[0])?, self.number(&rest[1])?);
        if radius.upper().is_negative() {
            return Stop::undefined(span, "the radius is negative");
        }
        if seen.iter().all(Zero::is_zero) {
            return Stop::undefined(span, "nothing was drawn");
        }
        if radius.lower().is_negative() {
            return Stop::not_shown(span, "the radius may be negative");
        }
        let d = phi.columns();
        let bits: u64 = [&phi, &y].map(|m| longest(m) + m.denominator().bits()).iter().sum();
        self.spend(d.saturating_mul(d).saturating_mul(d + phi.rows()) + phi.rows() * (d + 1), 4 * bits, span)?;
        let weighted = phi.transposed().times(&Matrix::diagonal(&seen));
        let (a, b) = (weighted.times(&phi), weighted.times(&y));
        let square = a.times(&a);
        self.within(self.limit.eliminate(&square.beside(&b)), span)?;
        // In the range of A = A^T, where the least solution of A w = b is.
        let fitted = a.times(&solve(&square, &b).expect("b is in the range of A, and so of A A"));
        let length = fitted.transposed().times(&fitted).get(0, 0);
        let w = match (length <= radius.lower() * radius.lower(), radius.upper().is_zero()) {
            (true, _) => fitted,
            (false, true) => Matrix::zero(d, 1),
            _ => return Stop::not_shown(span, "the radius binds: then this is not shown"),
        };
        let rest = phi.times(&w).minus(&y);
        let risk = rest.transposed().times(&Matrix::diagonal(&weights)).times(&rest).get(0, 0);
        Ok(Value::Number(Interval::from(risk)))
    }
}
