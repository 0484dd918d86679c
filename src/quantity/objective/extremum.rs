//! Ky Fan's principle: the largest trace of a self-adjoint operator seen on a subspace, and where it is attained.
//!
//! On a subspace of d dimensions an operator has d eigenvalues (Ritz values), the i-th at most the i-th largest
//! of the operator (Courant-Fischer). Their sum is therefore at most that of the d largest, and it is equal
//! exactly if each of them is: then the subspace is spanned by orthonormal eigenfunctions of the d largest
//! eigenvalues (Ky Fan 1949). Comparing one by one needs no arithmetic of algebraic numbers.

use crate::context::{Context, Encoder, Side, Spectrum};
use crate::exact::algebraic::RealAlgebraic;
use crate::exact::elimination::{independent_columns, rank};
use crate::exact::matrix::Matrix;
use crate::exact::pencil::pencil_eigenvalues;
use crate::exact::rational::{Rational, integer};
use crate::exact::real::Real;
use crate::exact::truth::Undefined;
use num_traits::{Signed, Zero};
use std::cmp::Ordering;

/// An operator on the functions on n points that is self-adjoint for `<f, g> = sum_x w(x) f(x) g(x)`.
#[derive(Clone, Debug)]
pub struct SelfAdjoint {
    weights: Vec<Rational>,
    /// The symmetric matrix of `<f, Op g>`.
    form: Matrix,
}

impl SelfAdjoint {
    /// The operator whose `<f, Op g>` is `f^T form g`; `None` unless the form is symmetric and of the size of
    /// the weights, and these are positive.
    pub fn of_form(weights: &[Rational], form: Matrix) -> Option<SelfAdjoint> {
        let fits = form.rows() == weights.len() && form.is_symmetric() && weights.iter().all(Signed::is_positive);
        fits.then(|| SelfAdjoint { weights: weights.to_vec(), form })
    }

    /// The operator that multiplies a column of values with this matrix; `None` unless it is self-adjoint and
    /// the weights are positive.
    pub fn of_operator(weights: &[Rational], operator: &Matrix) -> Option<SelfAdjoint> {
        let fits = (operator.rows(), operator.columns()) == (weights.len(), weights.len());
        fits.then(|| SelfAdjoint::of_form(weights, weighted(weights, operator)))?
    }

    /// The integral operator `(T_k f)(x) = sum_y k(x,y) w(y) f(y)`; `None` unless the kernel is symmetric and
    /// the weights are positive.
    pub fn of_kernel(weights: &[Rational], kernel: &Matrix) -> Option<SelfAdjoint> {
        let fits = (kernel.rows(), kernel.columns()) == (weights.len(), weights.len());
        fits.then(|| {
            let rows = weighted(weights, kernel);
            SelfAdjoint::of_form(weights, weighted(weights, &rows.transposed()))
        })?
    }

    /// The weights of the inner product.
    pub fn weights(&self) -> &[Rational] {
        &self.weights
    }

    /// The symmetric matrix of `<f, Op g>`.
    pub fn form(&self) -> &Matrix {
        &self.form
    }

    /// `sum_j <f_j, Op f_j>` for the columns of a matrix.
    pub fn trace_on(&self, features: &Matrix) -> Rational {
        self.seen_by(features).trace()
    }

    /// All eigenvalues, largest first, repeated by multiplicity.
    pub fn eigenvalues(&self) -> Vec<RealAlgebraic> {
        let weights = weighted(&self.weights, &Matrix::identity(self.weights.len()));
        pencil_eigenvalues(&weights, &self.form)
    }

    /// The eigenvalues of the operator seen on the functions of mean zero: n - 1 of them, largest first. They
    /// are not all its own unless it maps the constant function to a constant.
    pub fn eigenvalues_of_mean_zero(&self) -> Vec<RealAlgebraic> {
        self.ritz_values(&self.functions_of_mean_zero())
    }

    /// The eigenvalues of the operator seen on the span of the columns, largest first: as many as its
    /// dimension.
    pub fn ritz_values(&self, span: &Matrix) -> Vec<RealAlgebraic> {
        let basis = span.select_columns(&independent_columns(span));
        pencil_eigenvalues(&gram(&self.weights, &basis, &basis), &self.seen_by(&basis))
    }

    /// Whether the span of d features is at the top: among all functions, or for features of mean zero among those
    /// (of the operator seen on them). Their Ritz values are the largest eigenvalues, and missing ones are zero.
    ///
    /// What is at the top is spanned by eigenfunctions, so that the operator maps it into itself; a span that it
    /// leaves is told by elimination, without an eigenvalue.
    pub fn is_top(&self, features: &Matrix, d: usize, among: Among) -> bool {
        let basis = features.select_columns(&independent_columns(features));
        let dimension = self.weights.len() - usize::from(among == Among::MeanZero);
        if basis.columns() == dimension {
            return true; // all functions
        }
        let image = self.applied_to(&basis);
        let image = if among == Among::MeanZero { self.centred(&image) } else { image };
        rank(&basis.beside(&image)) == basis.columns() && {
            let top = match among {
                Among::All => self.eigenvalues(),
                Among::MeanZero => self.eigenvalues_of_mean_zero(),
            };
            are_top(&self.ritz_values(&basis), &top, d)
        }
    }

    /// `Op f` for each column f.
    fn applied_to(&self, features: &Matrix) -> Matrix {
        let weighted = self.form.times(features);
        Matrix::from_fn(features.rows(), features.columns(), |x, j| weighted.get(x, j) / &self.weights[x])
    }

    /// `<f_i, (Op - value) f_j>` for the columns of a matrix.
    pub(super) fn shifted_on(&self, features: &Matrix, value: &Rational) -> Matrix {
        self.seen_by(features).minus(&gram(&self.weights, features, features).scaled(value))
    }

    /// The columns less their means.
    pub fn centred(&self, features: &Matrix) -> Matrix {
        centred(&self.weights, features)
    }

    fn seen_by(&self, features: &Matrix) -> Matrix {
        features.transposed().times(&self.form).times(features)
    }

    /// A basis of the functions of mean zero: 1/w at one point less 1/w at the last.
    pub(super) fn functions_of_mean_zero(&self) -> Matrix {
        let last = self.weights.len().saturating_sub(1);
        Matrix::from_fn(self.weights.len(), last, |x, j| match x {
            x if x == j => self.weights[x].recip(),
            x if x == last => -self.weights[x].recip(),
            _ => Rational::zero(),
        })
    }
}

/// Which functions compete.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Among {
    /// All.
    All,
    /// Those of mean zero.
    MeanZero,
}

/// `<f_i, g_j>` for the columns of two matrices.
pub fn gram(weights: &[Rational], f: &Matrix, g: &Matrix) -> Matrix {
    f.transposed().times(&weighted(weights, g))
}

/// The columns less their means for these weights, which need not sum to 1.
pub fn centred(weights: &[Rational], features: &Matrix) -> Matrix {
    let total: Rational = weights.iter().sum();
    let mean = |column: Vec<Rational>| column.iter().zip(weights).map(|(f, w)| f * w).sum::<Rational>() / &total;
    let means: Vec<Rational> = (0..features.columns()).map(|j| mean(features.column(j))).collect();
    Matrix::from_fn(features.rows(), features.columns(), |x, j| features.get(x, j) - &means[j])
}

/// Every row times its weight.
fn weighted(weights: &[Rational], matrix: &Matrix) -> Matrix {
    Matrix::from_fn(matrix.rows(), matrix.columns(), |x, j| matrix.get(x, j) * &weights[x])
}

/// Whether the Ritz values of the span of d features are the d largest of the `top` ones. Values that are
/// missing on either side, as where the features are dependent, count as zero: so for operators that are
/// positive semidefinite this is whether no d features have a larger trace. Of others there must be d of each.
fn are_top(ritz: &[RealAlgebraic], top: &[RealAlgebraic], d: usize) -> bool {
    (0..d).all(|i| match (ritz.get(i), top.get(i)) {
        (Some(found), Some(best)) => found == best,
        (Some(value), None) | (None, Some(value)) => value.sign() == Ordering::Equal,
        (None, None) => true,
    })
}

/// The sum of the first d of some values; all of them if they are fewer.
pub fn sum_of_first(values: &[RealAlgebraic], d: usize) -> Real {
    Real::sum(values.iter().take(d).map(|v| Real::from(v.clone())))
}

/// `s_1^2 .. s_d^2`, with zeros for those that do not exist.
pub fn squares(spectrum: &Spectrum, d: usize) -> Vec<RealAlgebraic> {
    let zero = || RealAlgebraic::from(Rational::zero());
    (1..=d).map(|i| spectrum.squared(i).cloned().unwrap_or_else(zero)).collect()
}

/// `s_1^2 + ... + s_d^2`, with zeros for those that do not exist.
pub fn sum_of_squares(spectrum: &Spectrum, d: usize) -> Real {
    spectrum.sum_of_squares(d.min(spectrum.len())).expect("not more than there are")
}

/// Whether the features are orthonormal and of mean zero: at most as many as the side has points, less one.
pub fn is_orthonormal_of_mean_zero<S: Side>(context: &Context, encoder: &Encoder<S>) -> bool {
    (0..encoder.dimension()).all(|j| context.mean(&encoder.feature(j)).is_zero())
        && context.gram(encoder, encoder) == Matrix::identity(encoder.dimension())
}

/// Whether `Cov[Phi] = I`: the features, centred, are orthonormal.
pub fn has_unit_covariance<S: Side>(context: &Context, encoder: &Encoder<S>) -> bool {
    let centred = context.centred_encoder(encoder);
    context.gram(&centred, &centred) == Matrix::identity(encoder.dimension())
}

/// Undefined unless d features on n points can have the covariance I: at most n - 1 can.
pub(super) fn feasible(term: &str, d: usize, n: usize) -> Result<(), Undefined> {
    let reason = || format!("{d} features on {n} points cannot be orthonormal and of mean zero: {} can", n - 1);
    (d < n).then_some(()).ok_or_else(|| Undefined::new(term, reason()))
}

/// d as a real number.
pub(super) fn count(d: usize) -> Real {
    Real::from(integer(d))
}

#[cfg(test)]
mod tests {
    use super::super::naive;
    use super::*;
    use crate::context::{X, gallery};
    use crate::exact::rational::ratio;

    fn values(numbers: &[(i64, i64)]) -> Vec<RealAlgebraic> {
        numbers.iter().map(|&(n, d)| ratio(n, d).into()).collect()
    }

    #[test]
    fn eigenvalues_by_hand() {
        // T of a step to any other of three points: 1, and -1/2 twice.
        let context = gallery::any_other(3);
        let step = SelfAdjoint::of_operator(&context.marginal::<X>(), &context.expectation::<X>()).unwrap();
        assert_eq!(step.eigenvalues(), values(&[(1, 1), (-1, 2), (-1, 2)]));
        assert_eq!(step.eigenvalues_of_mean_zero(), values(&[(-1, 2), (-1, 2)]), "no zero for the constant");
        let span = Matrix::from_fn(3, 3, |x, j| integer(u8::from(x == 0 || j == 2)));
        assert_eq!(step.ritz_values(&span), values(&[(1, 1), (-1, 2)]), "dependent columns count once");
        assert!(step.ritz_values(&Matrix::zero(3, 2)).is_empty());
        assert_eq!(step.trace_on(&Matrix::identity(3)), ratio(0, 1));
    }

    #[test]
    fn what_is_not_self_adjoint() {
        let halves = [ratio(1, 2), ratio(1, 2)];
        let skew = Matrix::from_fn(2, 2, |x, y| integer(u8::from(x < y)));
        assert!(SelfAdjoint::of_form(&halves, skew.clone()).is_none());
        assert!(SelfAdjoint::of_kernel(&halves, &skew).is_none());
        assert!(SelfAdjoint::of_operator(&halves, &skew).is_none());
        assert!(SelfAdjoint::of_kernel(&halves, &Matrix::identity(3)).is_none());
        assert!(SelfAdjoint::of_operator(&halves, &Matrix::zero(2, 3)).is_none());
        assert!(SelfAdjoint::of_form(&[ratio(1, 1), ratio(0, 1)], Matrix::identity(2)).is_none());
    }

    /// Of K, and by the kernel, the form and the operator.
    #[test]
    fn one_operator_in_three_ways() {
        for context in naive::contexts() {
            let p = context.marginal::<X>();
            let by_kernel = SelfAdjoint::of_kernel(&p, &context.kernel::<X>()).unwrap();
            let by_operator = SelfAdjoint::of_operator(&p, &context.operator::<X>()).unwrap();
            assert_eq!(by_kernel.form(), by_operator.form());
            let spectrum = Spectrum::of(&context);
            let found = by_kernel.eigenvalues_of_mean_zero();
            assert_eq!(found, squares(&spectrum, context.n() - 1));
            let all = by_kernel.eigenvalues();
            assert_eq!((&all[0], &all[1..]), (&integer(1).into(), found.as_slice()));
            let sum = sum_of_first(&found, found.len());
            assert_eq!(sum.compare(&sum_of_squares(&spectrum, 9)), Ok(Ordering::Equal));
        }
    }

    /// Courant-Fischer: no Ritz value is above its eigenvalue.
    #[test]
    fn ritz_values_are_below() {
        for seed in 1..20 {
            let weights = [ratio(1, 6), ratio(1, 3), ratio(1, 2)];
            let half = naive::values(3, 3, seed);
            let operator = SelfAdjoint::of_form(&weights, half.plus(&half.transposed())).unwrap();
            let span = naive::values(3, 2, seed + 1);
            for (mean_zero, top) in [(false, operator.eigenvalues()), (true, operator.eigenvalues_of_mean_zero())] {
                let span = if mean_zero { operator.centred(&span) } else { span.clone() };
                let ritz = operator.ritz_values(&span);
                assert!(ritz.iter().zip(&top).all(|(below, above)| below <= above), "{ritz:?}, {top:?}");
            }
        }
    }

    #[test]
    fn missing_values_are_zeros() {
        let top = values(&[(2, 1), (1, 1), (0, 1)]);
        assert!(are_top(&values(&[(2, 1)]), &top, 1) && !are_top(&values(&[(1, 1)]), &top, 1));
        assert!(are_top(&values(&[(2, 1), (1, 1)]), &top, 3), "the third is zero");
        assert!(!are_top(&values(&[(2, 1)]), &top, 2), "the second is not");
        assert!(are_top(&top, &top, 7) && are_top(&[], &top, 0));
    }
}
