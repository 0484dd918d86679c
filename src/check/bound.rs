//! Two-sided bounds of the i-th eigenvalue, by Courant and Fischer.

use super::context::Joint;
use super::facts::TOO_LONG;
use super::interval::Interval;
use super::limit::{Limit, matrix_of};
use super::number;
use super::psd::{longest, plus_squares, positive_semidefinite};
use crate::certificate::{Bound, Function};
use crate::exact::elimination::independent_columns;
use crate::exact::matrix::Matrix;
use crate::exact::rational::Rational;
use num_traits::{One, Signed};

/// A symmetric pencil: the eigenvalues of `large` for the inner product `whole`.
struct Pencil<'a> {
    large: &'a Matrix,
    whole: &'a Matrix,
    /// Added to `u whole - large`: positive only outside of what is bounded.
    beside: Matrix,
}

/// `lower <= s_i^2 <= upper`.
pub(super) fn spectrum(joint: &Joint, bound: &Bound, limit: &Limit) -> Result<Interval, String> {
    if !(1..joint.n).contains(&bound.index) {
        return Err(format!("there is no s_{} to bound", bound.index));
    }
    let pencil = Pencil { large: &joint.dk, whole: &joint.d, beside: joint.ones.clone() };
    // The family is centred: on functions of mean zero the eigenvalues are s_1^2, s_2^2, ...
    bounds(&pencil, bound, |family| joint.centred(&family), limit)
}

/// `lower <= theta_i <= upper` for the Ritz values of an encoder.
pub(super) fn ritz(joint: &Joint, phi: &Matrix, bound: &Bound, limit: &Limit) -> Result<Interval, String> {
    let basis = basis(joint, phi);
    let r = basis.columns();
    if !(1..=r).contains(&bound.index) {
        return Err(format!("there is no Ritz value {} to bound", bound.index));
    }
    let (large, whole) = (joint.expected_covariance(&basis), joint.covariance(&basis));
    let pencil = Pencil { large: &large, whole: &whole, beside: Matrix::zero(r, r) };
    bounds(&pencil, bound, |family| family, limit)
}

/// The leftmost independent columns of `Phi~`.
pub(super) fn basis(joint: &Joint, phi: &Matrix) -> Matrix {
    let centred = joint.centred(phi);
    centred.select_columns(&independent_columns(&centred))
}

fn bounds(
    pencil: &Pencil,
    bound: &Bound,
    family: impl Fn(Matrix) -> Matrix,
    limit: &Limit,
) -> Result<Interval, String> {
    let (i, size) = (bound.index, pencil.whole.rows());
    let (lower, upper) = (&bound.lower.0, &bound.upper.0);
    let missing = |member: &str| format!("the bounds of number {i} need the member {member}");
    let which = |half: &'static str| move |condition: String| format!("{half} bound of number {i}: {condition}");
    if lower.is_negative() {
        return Err(format!("the lower bound of number {i} is negative"));
    }
    if lower.is_positive() {
        let functions = bound.family.as_ref().ok_or_else(|| missing("family"))?;
        let floor = bound.floor.as_ref().ok_or_else(|| missing("floor"))?;
        let lower_psd = bound.lower_psd.as_ref().ok_or_else(|| missing("lower_psd"))?;
        let floor_psd = bound.floor_psd.as_ref().ok_or_else(|| missing("floor_psd"))?;
        if !floor.is_positive() {
            return Err(which("lower")("the floor is not positive".into()));
        }
        let g = family(columns(functions, i, size, limit).map_err(which("lower"))?);
        let (b, c) = (form(pencil.large, &g), form(pencil.whole, &g));
        positive_semidefinite(&b.minus(&c.scaled(lower)), lower_psd, limit).map_err(which("lower"))?;
        let above_floor = c.minus(&Matrix::identity(i).scaled(floor));
        positive_semidefinite(&above_floor, floor_psd, limit).map_err(which("lower"))?;
    }
    if *upper < Rational::one() {
        let functions = bound.outside.as_ref().ok_or_else(|| missing("outside"))?;
        let multiplier = bound.multiplier.as_ref().ok_or_else(|| missing("multiplier"))?;
        let psd = bound.upper_psd.as_ref().ok_or_else(|| missing("upper_psd"))?;
        if multiplier.is_negative() {
            return Err(which("upper")("the multiplier is negative".into()));
        }
        let outside = pencil.whole.times(&columns(functions, i - 1, size, limit).map_err(which("upper"))?);
        let rest = pencil.whole.scaled(upper).minus(pencil.large).plus(&pencil.beside);
        let matrix = plus_squares(&rest, multiplier, &outside);
        positive_semidefinite(&matrix, psd, limit).map_err(which("upper"))?;
    }
    Interval::new(lower.clone(), upper.clone().min(number(1)))
        .ok_or_else(|| format!("the bounds of number {i} hold no number"))
}

/// `V^T A V`.
pub(super) fn form(matrix: &Matrix, vectors: &Matrix) -> Matrix {
    vectors.transposed().times(matrix).times(vectors)
}

/// So many functions of a length, as the columns of a matrix.
pub(super) fn columns(functions: &[Function], count: usize, length: usize, limit: &Limit) -> Result<Matrix, String> {
    let matrix = matrix_of(functions, count, length)
        .ok_or_else(|| format!("expected {count} functions of {length} numbers that are not too long"))?;
    let bits = longest(&matrix) + matrix.denominator().bits();
    limit.spend(length * length * (count + 1), bits).map_err(|_| TOO_LONG.to_owned())?;
    Ok(matrix.transposed())
}
