//! The best linear prediction of labels.

use super::super::matrix::norm;
use super::super::svd::{Factors, decompose};
use super::weighted::{add_product, centred, product, square};
use super::{Population, Table, ValueAndGradient};
use crate::context::{A, X};
use crate::error::Error;
use faer::{Mat, MatRef};

/// Whether the linear prediction has a constant term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bias {
    /// b is free: the features and the labels count as centred.
    Free,
    /// b is 0.
    Zero,
}

/// `R(Phi) = min_{W,b} E ||W Phi(X) + b - v(A)||^2` for labels `v(a)` in `R^k`, a table with a row for each a;
/// with `b = 0` if there is no bias. Errs on a wrong number of rows, and unless the second moments of Phi
/// (`Cov_p[Phi]`, or `Phi^T D_p Phi` without bias) can be told in floats from a singular matrix.
///
/// By the envelope theorem the gradient is that of the expression at the best W and b:
/// `2 D_p (W Phi + b - T v) W`. Where features are dependent, R can jump down as soon as they become
/// independent: it has no gradient there, and nearby encoders have other values. This is why such encoders
/// are refused, rather than answered with a pseudo-inverse; drop a feature, or see
/// [`quantity::compatibility::probe_error`](crate::quantity::compatibility::probe_error) for the value. With a
/// bias, more than N - 1 features are always dependent.
///
/// Source: Zhai et al. 2025, section 3.1.
pub fn supervised(
    population: &Population,
    phi: &Table<X>,
    labels: &Table<A>,
    bias: Bias,
) -> Result<ValueAndGradient<Table<X>>, Error> {
    population.check(phi)?;
    population.check(labels)?;
    let (p, q) = (population.p(), population.q());
    let (features, labels) = match bias {
        Bias::Free => (centred(phi.entries(), p), centred(labels.entries(), q)),
        Bias::Zero => (phi.entries().to_owned(), labels.entries().to_owned()),
    };
    // F = D_p^{1/2} Phi and Y = D_p^{1/2} T v, so that R = E ||v||^2 - ||Y||^2 + min_W ||F W^T - Y||^2.
    let target = roots_times(population.average_of_psi(labels.as_ref()).as_ref(), p);
    let span = Span::of(roots_times(features.as_ref(), p), roots_times(phi.entries(), p).as_ref())?;
    let coefficients = product(1.0, span.factors.left.transpose(), target.as_ref());
    let fitted = product(1.0, span.factors.left.as_ref(), coefficients.as_ref());
    let rest = fitted - &target;
    let noise = square(labels.as_ref(), q) - norm(target.as_ref()).mid().powi(2);
    let value = noise + norm(rest.as_ref()).mid().powi(2);
    let weights = span.weights(coefficients.as_ref());
    let gradient = add_product(Mat::zeros(p.len(), phi.columns()), 2.0, rest.as_ref(), weights.transpose());
    Ok(ValueAndGradient { value, gradient: roots_times(gradient.as_ref(), p).into() })
}

/// `D_p^{1/2} A`.
fn roots_times(table: MatRef<f64>, p: &[f64]) -> Mat<f64> {
    Mat::from_fn(table.nrows(), table.ncols(), |x, j| p[x].sqrt() * table[(x, j)])
}

/// Independent columns F, as `F = U S V^T D_l` with `l` the norms of the columns.
struct Span {
    factors: Factors,
    lengths: Vec<f64>,
}

impl Span {
    /// Of columns that were made from `given`, whose length says how large their rounding errors are. Errs
    /// if a matrix with dependent columns lies within these errors.
    fn of(columns: Mat<f64>, given: MatRef<f64>) -> Result<Span, Error> {
        let (n, d) = columns.shape();
        let length = |column: faer::ColRef<f64>| norm(column.as_mat()).mid();
        let lengths: Vec<f64> = columns.col_iter().map(length).collect();
        let errors = given.col_iter().zip(&lengths).map(|(given, l)| n as f64 * f64::EPSILON * (length(given) / l));
        let error = errors.map(|e| e * e).sum::<f64>().sqrt();
        let dependent =
            || Error::new("expected independent features, found none that floats can tell from dependent ones");
        if d > n || !error.is_finite() {
            return Err(dependent());
        }
        let factors = decompose(Mat::from_fn(n, d, |x, j| columns[(x, j)] / lengths[j]).as_ref());
        let smallest = factors.values.iter().copied().fold(f64::INFINITY, f64::min);
        if smallest > error { Ok(Span { factors, lengths }) } else { Err(dependent()) }
    }

    /// `W^T = D_l^{-1} V S^{-1} U^T Y` from `U^T Y`, d x k.
    fn weights(&self, coefficients: MatRef<f64>) -> Mat<f64> {
        let values = &self.factors.values;
        let scaled = Mat::from_fn(coefficients.nrows(), coefficients.ncols(), |i, l| coefficients[(i, l)] / values[i]);
        let mut weights = product(1.0, self.factors.right.as_ref(), scaled.as_ref());
        weights.col_iter_mut().for_each(|c| c.iter_mut().zip(&self.lengths).for_each(|(w, l)| *w /= l));
        weights
    }
}

#[cfg(test)]
mod tests {
    use super::super::differences::{
        assert_table, assert_value, assert_zero, changed, contexts, integers, mean_of_pairs, table, turned,
    };
    use super::*;
    use crate::context::{Context, gallery};
    use crate::exact::elimination::inverse;
    use crate::exact::matrix::Matrix;
    use crate::exact::rational::{Rational, integer, ratio};
    use num_bigint::BigInt;

    /// R by normal equations over pairs, with the constant as one more feature; `None` if they are singular.
    fn risk(c: &Context, phi: &Matrix, labels: &Matrix, bias: Bias) -> Option<Rational> {
        let one = Matrix::from_fn(c.n(), usize::from(bias == Bias::Free), |_, _| integer(1));
        let phi = phi.beside(&one);
        let (d, k) = (phi.columns(), labels.columns());
        let moment = Matrix::from_fn(d, d, |i, j| mean_of_pairs(c, |x, _| phi.get(x, i) * phi.get(x, j)));
        let right = Matrix::from_fn(d, k, |i, l| mean_of_pairs(c, |x, a| phi.get(x, i) * labels.get(a, l)));
        let fitted = phi.times(&inverse(&moment)?.times(&right));
        Some(mean_of_pairs(c, |x, a| {
            let difference = |l| fitted.get(x, l) - labels.get(a, l);
            (0..k).map(|l| difference(l) * difference(l)).sum()
        }))
    }

    /// Central differences with a step so small that their error is far below the rounding of floats.
    fn gradient(phi: &Matrix, risk: impl Fn(&Matrix) -> Rational) -> Matrix {
        let step = ratio(1, BigInt::from(10).pow(12));
        Matrix::from_fn(phi.rows(), phi.columns(), |r, c| {
            (risk(&changed(phi, r, c, &step)) - risk(&changed(phi, r, c, &-&step))) / (integer(2) * &step)
        })
    }

    #[test]
    fn value_and_gradient_are_the_exact_ones() {
        let (mut answered, mut refused) = (0, 0);
        for c in contexts() {
            let population = Population::of(&c).unwrap();
            let labels = integers(c.m(), 2, 8);
            for (bias, d) in [Bias::Free, Bias::Zero].into_iter().flat_map(|b| (0..=3).map(move |d| (b, d))) {
                let phi = integers(c.n(), d, 2);
                let found = supervised(&population, &table(&phi), &table(&labels), bias);
                let Some(exact) = risk(&c, &phi, &labels, bias) else {
                    refused += 1;
                    assert!(found.is_err(), "{phi:?}");
                    continue;
                };
                answered += 1;
                let found = found.unwrap();
                assert_value(found.value, &exact);
                assert_table(&found.gradient, &gradient(&phi, |phi| risk(&c, phi, &labels, bias).unwrap()));
                let turn = supervised(&population, &table(&turned(&phi)), &table(&labels), bias).unwrap();
                approx::assert_relative_eq!(found.value, turn.value, max_relative = 1e-12, epsilon = 1e-13);
            }
        }
        assert!(answered > 20 && refused > 10, "{answered} and {refused}");
    }

    #[test]
    fn the_scale_of_features_does_not_matter_and_offsets_cost_their_digits() {
        let c = Context::from_counts(&[[2, 0, 1], [1, 3, 1], [0, 1, 4]]).unwrap();
        let population = Population::of(&c).unwrap();
        let labels = table(&integers(3, 2, 8));
        let risk = |entries: &[f64]| supervised(&population, &Table::new(3, 2, entries).unwrap(), &labels, Bias::Free);
        let expected = risk(&[1.0, 0.0, 0.0, 1.0, 0.0, 0.0]).unwrap().value;
        for (scale, offset) in [(1e200, 0.0), (1e-200, 0.0), (1.0, 1024.0), (-3.0, -4096.0)] {
            let entries = [scale, 0.0, 0.0, 1.0, 0.0, 0.0].map(|v| v + offset);
            approx::assert_relative_eq!(risk(&entries).unwrap().value, expected, max_relative = 1e-9);
        }
    }

    /// Constants that are no sums of powers of two, proportional features, zero, and too many.
    #[test]
    fn dependent_features_are_refused() {
        let c = Context::from_counts(&[[2, 0, 1], [1, 3, 1], [0, 1, 4]]).unwrap();
        let population = Population::of(&c).unwrap();
        let labels = table(&integers(3, 1, 8));
        let refused = |d: usize, bias, value: fn(usize, usize) -> f64| {
            let entries: Vec<f64> = (0..3 * d).map(|i| value(i / d, i % d)).collect();
            supervised(&population, &Table::new(3, d, &entries).unwrap(), &labels, bias).is_err()
        };
        assert!(refused(1, Bias::Free, |_, _| 0.1));
        assert!(!refused(1, Bias::Zero, |_, _| 0.1), "a constant explains the mean");
        assert!(refused(1, Bias::Zero, |_, _| 0.0));
        assert!(refused(1, Bias::Free, |x, _| if x == 1 { -1.7e308 } else { 1.7e308 }), "centring overflows");
        assert!(refused(2, Bias::Free, |x, j| 0.1 * x as f64 * (1.0 + j as f64 / 3.0)));
        assert!(refused(2, Bias::Free, |x, j| x as f64 + if j == 0 { 0.0 } else { 1e16 }));
        assert!(refused(3, Bias::Free, |x, j| f64::from(x == j)));
        assert!(!refused(3, Bias::Zero, |x, j| f64::from(x == j)));
        assert!(refused(4, Bias::Zero, |x, j| (x * x + j) as f64));
        assert!(!refused(2, Bias::Free, |x, j| (x + 1).pow(j as u32 + 1) as f64));
    }

    /// Four equally likely points in two classes: the sign of the class explains all that can be.
    #[test]
    fn the_gradient_vanishes_at_a_minimiser() {
        let c = gallery::deterministic(&[2, 2]);
        let population = Population::of(&c).unwrap();
        let one_hot = table(&Matrix::identity(2));
        let sign = table(&Matrix::from_fn(4, 1, |x, _| integer(if x < 2 { 1 } else { -1 })));
        let found = supervised(&population, &sign, &one_hot, Bias::Free).unwrap();
        assert_zero(&found.gradient);
        approx::assert_abs_diff_eq!(found.value, 0.0, epsilon = 1e-14);
        // Without bias the sign leaves the mean (1/2, 1/2) unexplained.
        assert_value(supervised(&population, &sign, &one_hot, Bias::Zero).unwrap().value, &ratio(1, 2));
        // No features, or no labels.
        let none = supervised(&population, &table(&Matrix::zero(4, 0)), &one_hot, Bias::Free).unwrap();
        assert_value(none.value, &ratio(1, 2));
        let nothing = supervised(&population, &sign, &table(&Matrix::zero(2, 0)), Bias::Free).unwrap();
        assert_eq!(nothing.value, 0.0);
        assert!(supervised(&population, &table(&Matrix::zero(3, 0)), &one_hot, Bias::Free).is_err());
        assert!(supervised(&population, &sign, &table(&Matrix::identity(3)), Bias::Free).is_err());
    }
}
