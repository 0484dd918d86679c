//! A context in floats: its standardized residuals.

use super::matrix::BallMatrix;
use super::rounding::gamma;
use super::scaled::Scaled;
use crate::context::Context;
use faer::Mat;
use num_bigint::BigInt;
use num_traits::ToPrimitive;

/// The matrix of standardized residuals `Q(x,a) = (P(x,a) - p(x) q(a)) / sqrt(p(x) q(a))` of a context.
///
/// Q is `D_p^{-1/2} P D_q^{-1/2}`, which represents T in orthonormal bases, less the trivial singular
/// pair: its singular values are `s_1 >= ... >= s_{N-1}`, and one more zero.
#[derive(Clone, Debug)]
pub struct FloatContext<'a> {
    context: &'a Context,
    residuals: BallMatrix,
    relative_error: f64,
}

impl<'a> FloatContext<'a> {
    /// The residuals, from the integer numerators of `Q(x,a) = (C T - r c) / (T sqrt(r c))`, where C is
    /// the weight, r and c are the sums of its row and column, and T is the sum of all. There is no
    /// cancellation in floats, so every entry is known to a relative error.
    pub fn of(context: &'a Context) -> FloatContext<'a> {
        let (mid, relative_error) = Machine::of(context).map_or_else(|| of_any_size(context), |m| m.residuals());
        FloatContext { context, residuals: BallMatrix::relative(mid, relative_error), relative_error }
    }

    /// The exact context.
    pub fn context(&self) -> &'a Context {
        self.context
    }

    /// Q, N x M.
    pub fn residuals(&self) -> &BallMatrix {
        &self.residuals
    }

    /// A bound of the relative error of every entry of Q, apart from underflow.
    pub(super) fn relative_error(&self) -> f64 {
        self.relative_error
    }
}

/// The weights and sums of a context as machine integers.
pub(super) struct Machine {
    weights: Vec<i64>,
    rows: Vec<i64>,
    columns: Vec<i64>,
    total: i64,
}

impl Machine {
    /// `None` if they do not fit.
    pub(super) fn of(context: &Context) -> Option<Machine> {
        let total = context.total().to_i64()?;
        let all = |numbers: &[BigInt]| numbers.iter().map(ToPrimitive::to_i64).collect::<Option<Vec<i64>>>();
        let (weights, rows) = (all(context.weights())?, all(context.row_sums())?);
        Some(Machine { weights, rows, columns: all(context.column_sums())?, total })
    }

    /// `C T` and `r c`.
    pub(super) fn products(&self, x: usize, a: usize) -> (i128, i128) {
        let weight = self.weights[x * self.columns.len() + a];
        (i128::from(weight) * i128::from(self.total), i128::from(self.rows[x]) * i128::from(self.columns[a]))
    }

    /// Q and the relative error of its entries. Roundings: the numerator 1, each root 1 and half of that
    /// of its argument, the total 1, two products and the quotient 3: 8 in all. Nothing underflows.
    fn residuals(&self) -> (Mat<f64>, f64) {
        let roots = |sums: &[i64]| sums.iter().map(|&s| (s as f64).sqrt()).collect::<Vec<f64>>();
        let (rows, columns, total) = (roots(&self.rows), roots(&self.columns), self.total as f64);
        let mid = Mat::from_fn(rows.len(), columns.len(), |x, a| {
            let (joint, independent) = self.products(x, a);
            (joint - independent) as f64 / (total * rows[x] * columns[a])
        });
        (mid, gamma(9))
    }
}

/// The same for weights of any size.
fn of_any_size(context: &Context) -> (Mat<f64>, f64) {
    let roots = |sums: &[BigInt]| sums.iter().map(|s| Scaled::from_integer(s).sqrt()).collect::<Vec<Scaled>>();
    let (rows, columns) = (roots(context.row_sums()), roots(context.column_sums()));
    let total = Scaled::from_integer(context.total());
    let mut error: f64 = 0.0;
    let mid = Mat::from_fn(context.n(), context.m(), |x, a| {
        let (joint, independent) = products(context, x, a);
        let entry = Scaled::from_integer(&(joint - independent)).over(total.times(rows[x]).times(columns[a]));
        error = error.max(entry.relative_error());
        entry.ball().mid()
    });
    (mid, error)
}

/// `C T` and `r c`.
pub(super) fn products(context: &Context, x: usize, a: usize) -> (BigInt, BigInt) {
    (context.weight(x, a) * context.total(), &context.row_sums()[x] * &context.column_sums()[a])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::dyadic::Dyadic;
    use crate::exact::rational::{Rational, integer, ratio};
    use num_traits::Signed;

    /// Whether every entry is within its relative error of Q, decided on squares, which are rational.
    fn assert_residuals(context: &Context, (mid, error): (Mat<f64>, f64)) {
        let value = |x: f64| Dyadic::from_f64(x).to_rational();
        let (p, q) = (context.marginal::<crate::context::X>(), context.marginal::<crate::context::A>());
        for (x, a) in (0..p.len()).flat_map(|x| (0..q.len()).map(move |a| (x, a))) {
            let difference = context.joint(x, a) - &p[x] * &q[a];
            let exact = &difference * &difference / (&p[x] * &q[a]);
            let found = value(mid[(x, a)]);
            let end = |sign: i64| &found * (ratio(1, 1) + value(error) * integer(sign));
            assert!(
                !(found.is_positive() && difference.is_negative() || found.is_negative() && difference.is_positive())
            );
            assert!(end(-1) * end(-1) <= exact && exact <= end(1) * end(1), "{x} {a}: {found}");
        }
        assert!(error < 2e-15);
    }

    #[test]
    fn entries_are_known_to_a_relative_error_at_every_size() {
        for scale in [1u64, 1 << 20, (1 << 53) + 7, 1 << 58] {
            let weight = |x: u64, a: u64| integer(scale / (1 + x) + (x * a) % 3 + u64::from(x == a));
            let rows: Vec<Vec<Rational>> = (0..4).map(|x| (0..3).map(|a| weight(x, a)).collect()).collect();
            let context = Context::unlabelled(&rows).unwrap();
            assert_residuals(&context, Machine::of(&context).unwrap().residuals());
            assert_residuals(&context, of_any_size(&context));
        }
        let huge = |x: i64, a: i64| ratio(BigInt::from(10).pow(250) + x * a, 1 + x);
        let rows: Vec<Vec<Rational>> = (0..3).map(|x| (0..3).map(|a| huge(x, a)).collect()).collect();
        let context = Context::unlabelled(&rows).unwrap();
        assert!(Machine::of(&context).is_none());
        assert_residuals(&context, of_any_size(&context));
    }
}
