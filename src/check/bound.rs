//! Two-sided bounds of the i-th eigenvalue, by Courant and Fischer.

use super::context::Joint;
use super::interval::Interval;
use super::limit::{Limit, Spent, longest, matrix_of};
use super::number;
use super::psd::{plus_squares, positive_semidefinite};
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
    let basis = basis(joint, phi, limit)?;
    let r = basis.columns();
    if !(1..=r).contains(&bound.index) {
        return Err(format!("there is no Ritz value {} to bound", bound.index));
    }
    let (large, whole) = (joint.expected_covariance(&basis), joint.covariance(&basis));
    let pencil = Pencil { large: &large, whole: &whole, beside: Matrix::zero(r, r) };
    bounds(&pencil, bound, |family| family, limit)
}

/// The leftmost independent columns of `Phi~`.
pub(super) fn basis(joint: &Joint, phi: &Matrix, limit: &Limit) -> Result<Matrix, Spent> {
    let centred = joint.centred(phi);
    limit.eliminate(&centred)?;
    Ok(centred.select_columns(&independent_columns(&centred)))
}

/// `lower <= theta_i <= upper` for the eigenvalues of a form against a positive definite mass; of any sign.
pub(super) fn pencil(form: &Matrix, mass: &Matrix, bound: &Bound, limit: &Limit) -> Result<Interval, String> {
    let n = mass.rows();
    if !(1..=n).contains(&bound.index) {
        return Err(format!("there is no eigenvalue {} to bound", bound.index));
    }
    let pencil = Pencil { large: form, whole: mass, beside: Matrix::zero(n, n) };
    from_below(&pencil, bound, |family| family, limit)?;
    from_above(&pencil, bound, limit)?;
    between(bound, bound.upper.0.clone())
}

/// Of eigenvalues in [0, 1]: these two bounds need nothing.
fn bounds(
    pencil: &Pencil,
    bound: &Bound,
    family: impl Fn(Matrix) -> Matrix,
    limit: &Limit,
) -> Result<Interval, String> {
    if bound.lower.is_negative() {
        return Err(format!("the lower bound of number {} is negative", bound.index));
    }
    if bound.lower.is_positive() {
        from_below(pencil, bound, family, limit)?;
    }
    if *bound.upper < Rational::one() {
        from_above(pencil, bound, limit)?;
    }
    between(bound, bound.upper.0.clone().min(number(1)))
}

fn between(bound: &Bound, upper: Rational) -> Result<Interval, String> {
    Interval::new(bound.lower.0.clone(), upper)
        .ok_or_else(|| format!("the bounds of number {} hold no number", bound.index))
}

fn member<'a, T>(found: &'a Option<T>, bound: &Bound, name: &str) -> Result<&'a T, String> {
    found.as_ref().ok_or_else(|| format!("the bounds of number {} need the member {name}", bound.index))
}

/// On i dimensions the form is at least `lower` times the inner product.
fn from_below(pencil: &Pencil, bound: &Bound, family: impl Fn(Matrix) -> Matrix, limit: &Limit) -> Result<(), String> {
    let (i, size) = (bound.index, pencil.whole.rows());
    let of_half = |condition: String| format!("lower bound of number {i}: {condition}");
    let functions = member(&bound.family, bound, "family")?;
    let floor = member(&bound.floor, bound, "floor")?;
    let lower_psd = member(&bound.lower_psd, bound, "lower_psd")?;
    let floor_psd = member(&bound.floor_psd, bound, "floor_psd")?;
    if !floor.is_positive() {
        return Err(of_half("the floor is not positive".into()));
    }
    let g = family(columns(functions, i, size, limit).map_err(of_half)?);
    let (b, c) = (form(pencil.large, &g), form(pencil.whole, &g));
    positive_semidefinite(&b.minus(&c.scaled(&bound.lower)), lower_psd, limit).map_err(of_half)?;
    let above_floor = c.minus(&Matrix::identity(i).scaled(floor));
    positive_semidefinite(&above_floor, floor_psd, limit).map_err(of_half)
}

/// On all but i-1 dimensions the form is at most `upper` times the inner product.
fn from_above(pencil: &Pencil, bound: &Bound, limit: &Limit) -> Result<(), String> {
    let (i, size) = (bound.index, pencil.whole.rows());
    let of_half = |condition: String| format!("upper bound of number {i}: {condition}");
    let functions = member(&bound.outside, bound, "outside")?;
    let multiplier = member(&bound.multiplier, bound, "multiplier")?;
    let psd = member(&bound.upper_psd, bound, "upper_psd")?;
    if multiplier.is_negative() {
        return Err(of_half("the multiplier is negative".into()));
    }
    let outside = pencil.whole.times(&columns(functions, i - 1, size, limit).map_err(of_half)?);
    let rest = pencil.whole.scaled(&bound.upper).minus(pencil.large).plus(&pencil.beside);
    positive_semidefinite(&plus_squares(&rest, multiplier, &outside), psd, limit).map_err(of_half)
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
    limit.spend(length * length * (count + 1), bits)?;
    Ok(matrix.transposed())
}
