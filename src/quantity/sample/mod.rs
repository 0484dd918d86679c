//! What n independent draws of points tell: exactly, as sums over their outcomes.
//!
//! What is asked of a sample here does not depend on the order of the draws. So an outcome is a multiset of n
//! points out of N: there are `binom(n + N - 1, N - 1)` of them, each with a multinomial probability
//! ([`Outcomes`]). The distribution of a quantity of the sample is its [`Law`]: means, variances and
//! probabilities are finite sums of rationals. Of outcomes that a permutation of the points takes into each other, one is
//! enough ([`Symmetry`]); where they are too many, the most probable ones enclose a mean or a probability
//! ([`spread`]).
//!
//! Estimators take the distribution of the points that they are fitted on: N weights that are not negative and sum
//! to 1. Those of a sample are its [`Sample::empirical`] distribution, and with the marginal p the same functions give what
//! is estimated. Labels are functions of the point. A kernel is a symmetric positive semidefinite N x N matrix; its
//! space is that of the functions `sum_y a(y) k(., y)`, with the norm `||f||_k^2 = sum_xy a(x) a(y) k(x,y)`.

pub mod constrained;
pub mod curve;
pub mod empirical_operator;
pub mod expectation;
pub mod features;
pub mod kernel_pca;
pub mod law;
pub mod most_probable;
pub mod outcomes;
pub mod plug_in;
pub mod probe;
mod projection;
pub mod ridge;
pub mod ridgeless;
pub mod spread;
pub mod symmetry;
pub mod transformed;

pub use empirical_operator::{KernelMinors, OperatorSpectrum};
pub use expectation::{Chance, chance, law};
pub use law::Law;
pub use outcomes::{Outcomes, Sample};
pub use symmetry::Symmetry;

use crate::exact::matrix::Matrix;
use crate::exact::rational::Rational;
use crate::exact::real::Real;
use crate::exact::truth::{Exhausted, Undefined};
use num_traits::{Signed, Zero};
use std::fmt;

/// Why a quantity of a sample was not computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotComputed {
    /// It has no value.
    Undefined(Undefined),
    /// It has one, and a budget ran out.
    Exhausted(Exhausted),
}

impl From<Undefined> for NotComputed {
    fn from(undefined: Undefined) -> NotComputed {
        NotComputed::Undefined(undefined)
    }
}

impl From<Exhausted> for NotComputed {
    fn from(exhausted: Exhausted) -> NotComputed {
        NotComputed::Exhausted(exhausted)
    }
}

impl fmt::Display for NotComputed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NotComputed::Undefined(undefined) => undefined.fmt(f),
            NotComputed::Exhausted(exhausted) => exhausted.fmt(f),
        }
    }
}

/// The risk `R(f) = sum_x p(x) (f(x) - y(x))^2` of a function with rational values. Panics unless all three have one
/// value a point.
pub fn risk(marginal: &[Rational], f: &[Rational], target: &[Rational]) -> Rational {
    assert!(f.len() == marginal.len() && target.len() == marginal.len(), "functions on the same points");
    let errors = f.iter().zip(target).map(|(f, y)| f - y);
    errors.zip(marginal).map(|(e, p)| &e * &e * p).sum()
}

/// The risk `R(f) = sum_x p(x) (f(x) - y(x))^2` of a function with real values. Panics unless all three have one value a
/// point.
pub fn real_risk(marginal: &[Rational], f: &[Real], target: &[Rational]) -> Real {
    assert!(f.len() == marginal.len() && target.len() == marginal.len(), "functions on the same points");
    let errors = f.iter().zip(target).map(|(f, y)| f.minus(&Real::from(y.clone())));
    Real::sum(errors.zip(marginal).map(|(e, p)| e.times(&e).times(&Real::from(p.clone()))))
}

/// The points with a positive weight. Panics on a negative weight.
fn support(weights: &[Rational]) -> Vec<usize> {
    assert!(!weights.iter().any(Rational::is_negative), "a weight is not negative");
    (0..weights.len()).filter(|&x| !weights[x].is_zero()).collect()
}

/// The rows and columns of a matrix with these indices.
fn part(matrix: &Matrix, rows: &[usize], columns: &[usize]) -> Matrix {
    let entries = rows.iter().flat_map(|&r| columns.iter().map(move |&c| matrix.entry(r, c).clone())).collect();
    Matrix::over(rows.len(), columns.len(), entries, matrix.denominator().clone())
}

/// Values at some points, as a column.
fn column(values: &[Rational], points: &[usize]) -> Matrix {
    Matrix::from_fn(points.len(), 1, |i, _| values[points[i]].clone())
}

/// All points of a kernel's domain.
fn all_points(kernel: &Matrix) -> Vec<usize> {
    (0..kernel.rows()).collect()
}

/// Panics unless the kernel is symmetric and there is a weight for each of its points.
fn assert_kernel(kernel: &Matrix, weights: &[Rational]) {
    assert!(kernel.is_symmetric(), "a kernel is symmetric");
    assert_eq!(kernel.rows(), weights.len(), "a kernel's points have one weight each");
}
