//! The operators whose largest eigenvalues bound the objectives, as a form against weights.

use super::interval::Interval;
use super::limit::longest;
use super::value::Stop;
use super::walk::{CHECKED, Walk};
use crate::exact::matrix::Matrix;
use crate::exact::rational::Rational;
use crate::statement::names::Quantity;
use crate::statement::tree::{Span, Term};

/// A symmetric form A against the inner product of some weights D, on all functions or on those of mean zero.
pub(super) struct Operator {
    /// A.
    pub form: Matrix,
    /// D.
    pub mass: Matrix,
    /// A and D in coordinates of the space that it is on: n x n.
    seen: (Matrix, Matrix),
    is_on_mean_zero: bool,
}

impl Operator {
    /// On all functions.
    pub fn on_all(form: Matrix, weights: &[Rational]) -> Operator {
        let mass = Matrix::diagonal(weights);
        Operator { seen: (form.clone(), mass.clone()), form, mass, is_on_mean_zero: false }
    }

    /// On functions of mean zero, spanned by `z_i = e_i / p_i - e_n / p_n` for i < n.
    pub fn on_mean_zero(form: &Matrix, weights: &[Rational]) -> Operator {
        let (mass, last) = (Matrix::diagonal(weights), weights.len() - 1);
        // z_i^T M z_j
        let on_z = |matrix: &Matrix| {
            let at = |i: usize, j: usize| matrix.get(i, j) / (&weights[i] * &weights[j]);
            Matrix::from_fn(last, last, |i, j| at(i, j) - at(i, last) - at(last, j) + at(last, last))
        };
        Operator { seen: (on_z(form), on_z(&mass)), form: form.clone(), mass, is_on_mean_zero: true }
    }

    /// The dimension of the space that it is on.
    pub fn size(&self) -> usize {
        self.seen.0.rows()
    }

    /// `lambda_i`, its i-th largest eigenvalue, if a witness bounds it.
    pub fn eigenvalue(&self, walk: &Walk, index: usize) -> Option<Interval> {
        walk.eigenvalue_of(&self.seen, index)
    }

    /// The columns as functions of its space: less their means, if it is on those of mean zero.
    pub fn functions(&self, columns: &Matrix) -> Matrix {
        if self.is_on_mean_zero { centred(&self.mass, columns) } else { columns.clone() }
    }
}

/// Every column less its mean, for weights on a diagonal, which need not sum to 1.
pub(super) fn centred(mass: &Matrix, columns: &Matrix) -> Matrix {
    let n = mass.rows();
    let ones = Matrix::integer(n, n, vec![1.into(); n * n]);
    columns.minus(&ones.times(mass).times(columns).scaled(&mass.trace().recip()))
}

impl Walk<'_> {
    /// The operator of an objective: of its minimum, or of whether an encoder attains it.
    pub fn operator(&mut self, quantity: Quantity, of: &[Term], span: &Span) -> Result<Operator, Stop> {
        use Quantity as Q;
        if let Q::MinimisesKise | Q::MinimumKise = quantity {
            let (k, weights) = (self.matrix(&of[0])?, self.weights_of(&of[0]));
            let mass = Matrix::diagonal(&weights);
            self.spend_on(&[&k, &mass, &mass], span)?;
            return match k.is_symmetric() {
                true => Ok(Operator::on_mean_zero(&mass.times(&k).times(&mass), &weights)),
                false => Stop::undefined(span, "the kernel is not symmetric"),
            };
        }
        let context = self.context(&of[0])?;
        let (x, a) = (context.view(), context.other());
        let bits = longest(&x.joint) + x.joint.denominator().bits();
        self.spend((x.n + x.m) * (x.n + x.m) * 8, 4 * bits, span)?;
        Ok(match quantity {
            Q::MinimisesSupervised
            | Q::MinimumSupervised
            | Q::MinimisesSupervisedBiased
            | Q::MinimumSupervisedBiased => {
                let biased = matches!(quantity, Q::MinimisesSupervisedBiased | Q::MinimumSupervisedBiased);
                let v = self.matrix(&of[1])?;
                self.spend_on(&[&v, &x.joint, &x.d], span)?;
                let v = if biased { a.centred(&v) } else { v };
                // D y = D T v, and D T = P
                let labels = x.joint.times(&v);
                Operator::on_all(labels.times(&labels.transposed()), &x.p)
            }
            Q::MinimisesContrastive | Q::MinimumContrastive | Q::MinimisesNoncontrastive | Q::MinimumNoncontrastive => {
                Operator::on_mean_zero(&a.dk, &a.p)
            }
            Q::MinimisesSvme
            | Q::MinimumSvme
            | Q::MaximisesExplained
            | Q::MinimisesTwoSided
            | Q::MinimumTwoSided
            | Q::MaximisesNested
            | Q::MaximumNested => Operator::on_mean_zero(&x.dk, &x.p),
            Q::MinimisesGraphLoss | Q::MinimumGraphLoss => match context.is_symmetric() {
                true => Operator::on_mean_zero(&x.joint, &x.p),
                false => return Stop::undefined(span, "the table is not symmetric"),
            },
            Q::MinimisesSpectralContrastive | Q::MinimumSpectralContrastive => Operator::on_all(a.dk.clone(), &a.p),
            Q::MinimisesLowRank | Q::MinimumLowRank => Operator::on_all(x.dk.clone(), &x.p),
            _ => unreachable!("{CHECKED}"),
        })
    }
}
