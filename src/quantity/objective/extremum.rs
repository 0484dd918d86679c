//! Ky Fan's principle: the largest trace of a self-adjoint operator seen on a subspace, and where it is attained.
//!
//! On a subspace of d dimensions an operator has d eigenvalues (Ritz values), the i-th at most the i-th largest
//! of the operator (Courant-Fischer). Their sum is therefore at most that of the d largest, and it is equal
//! exactly if each of them is: then the subspace is spanned by orthonormal eigenfunctions of the d largest
//! eigenvalues (Ky Fan 1949). Comparing one by one needs no arithmetic of algebraic numbers.

use crate::context::{Context, Encoder, Side, Spectrum};
use crate::exact::algebraic::RealAlgebraic;
use crate::exact::elimination::independent_columns;
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
pub fn are_top(ritz: &[RealAlgebraic], top: &[RealAlgebraic], d: usize) -> bool {
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
