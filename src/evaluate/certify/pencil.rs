//! Bounds of the eigenvalues of one form against another, with what shows them.

use super::eigenvectors::eigenvectors;
use super::forms::{Forms, centred, on, outer};
use super::squares::squares;
use crate::certificate::{Bound, Function, Number, Square};
use crate::context::{Context, Encoder, Spectrum, X};
use crate::exact::algebraic::RealAlgebraic;
use crate::exact::elimination::{independent_columns, inverse, null_space};
use crate::exact::matrix::Matrix;
use crate::exact::pencil::pencil_eigenvalues;
use crate::exact::rational::{Rational, common_divisor, integer, ratio};
use crate::quantity::encoder::{covariance, expected_covariance, ritz_values};
use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};

/// How often the digits of approximate eigenvectors are doubled, where they are too few.
const ROUNDS: u32 = 4;

/// The largest multiplier that is tried is 2 to this.
const MOST_DOUBLINGS: u32 = 60;

/// A symmetric form B against a positive definite one, C: their eigenvalues are those of `C^-1 B`.
pub(super) struct Pencil {
    /// B.
    pub form: Matrix,
    /// C.
    pub norm: Matrix,
    /// B, with what is no eigenvector of interest at the end.
    proper: Matrix,
    /// The eigenvalues of interest, largest first, repeated.
    pub values: Vec<RealAlgebraic>,
    /// `(D 1)^T`, to which functions on X are orthogonal.
    weights: Option<Matrix>,
    /// Whether the values are known to be in [0, 1], so that these two bounds need nothing.
    is_unit: bool,
}

impl Pencil {
    /// `<f, K f>` against `||f||^2` on functions of mean zero on X.
    pub fn on_functions(context: &Context, spectrum: &Spectrum) -> Pencil {
        let forms = Forms::of(context);
        let p = context.marginal::<X>();
        let repeated = spectrum.eigenvalues().iter().flat_map(|e| std::iter::repeat_n(e.value.clone(), e.multiplicity));
        Pencil {
            // Constants have the value -1 here.
            proper: forms.kernel.minus(&forms.mean),
            form: forms.kernel,
            norm: forms.norm,
            values: repeated.collect(),
            weights: Some(Matrix::rational(1, p.len(), &p)),
            is_unit: true,
        }
    }

    /// The same on the span of the centred features, in coefficients of its leftmost independent ones.
    pub fn on_features(context: &Context, phi: &Encoder<X>) -> Pencil {
        let features = centred(context, phi);
        let basis = Encoder::new(features.select_columns(&independent_columns(&features)));
        let form = expected_covariance(context, &basis);
        Pencil {
            proper: form.clone(),
            form,
            norm: covariance(context, &basis),
            values: ritz_values(context, &basis),
            weights: None,
            is_unit: true,
        }
    }

    /// Any symmetric form against any positive definite norm.
    pub fn of(form: &Matrix, norm: &Matrix) -> Pencil {
        Pencil {
            proper: form.clone(),
            form: form.clone(),
            norm: norm.clone(),
            values: pencil_eigenvalues(norm, form),
            weights: None,
            is_unit: false,
        }
    }

    /// Bounds of the eigenvalue with an index from 1: exact for a rational one, else `2^(1-bits)` apart or less.
    pub fn bound(&self, index: usize, bits: u64) -> Option<Bound> {
        let value = &self.values[index - 1];
        let (lower, upper) = match value.as_rational() {
            Some(value) => (value.clone(), value.clone()),
            None if self.is_unit => {
                let (lower, upper) = around(value, bits);
                (lower.max(Rational::zero()), upper.min(Rational::one()))
            }
            None => around(value, bits),
        };
        let mut bound = Bound::of(index, Number(lower.clone()), Number(upper.clone()));
        let accuracies = || (0..ROUNDS).map(|k| (bits / 2 + 12) << k);
        if lower.is_positive() || !self.is_unit {
            let (family, floor, lower_psd, floor_psd) = accuracies().find_map(|accuracy| {
                let family = self.basis(accuracy).select_columns(&(0..index).collect::<Vec<_>>());
                let lower_psd = squares(&on(&self.form, &family).minus(&on(&self.norm, &family).scaled(&lower)))?;
                let (floor, floor_psd) = floor(&on(&self.norm, &family))?;
                Some((family, floor, lower_psd, floor_psd))
            })?;
            bound.family = Some(columns(&family));
            (bound.floor, bound.lower_psd, bound.floor_psd) = (Some(floor), Some(lower_psd), Some(floor_psd));
        }
        if upper < Rational::one() || !self.is_unit {
            let (outside, multiplier, upper_psd) = accuracies().find_map(|accuracy| {
                let outside = self.outside(index, accuracy);
                let rest = self.norm.scaled(&upper).minus(&self.form);
                let (multiplier, psd) = multiplier(&rest, &outer(&self.norm, &outside))?;
                Some((outside, multiplier, psd))
            })?;
            let mut outside = columns(&outside);
            outside.resize(index - 1, vec![Number(Rational::zero()); self.norm.rows()]);
            bound.outside = Some(outside);
            (bound.multiplier, bound.upper_psd) = (Some(multiplier), Some(upper_psd));
        }
        Some(bound)
    }

    /// Columns near eigenvectors, in the order of the values; exact, with short integers, where the value is
    /// rational.
    pub fn basis(&self, accuracy: u64) -> Matrix {
        let n = self.norm.rows();
        let mut approximate: Option<Matrix> = None;
        let mut found = Matrix::zero(n, 0);
        while let Some(value) = self.values.get(found.columns()) {
            let multiplicity = self.values.iter().filter(|v| *v == value).count();
            let next = match value.as_rational() {
                Some(value) => self.eigenspace(value),
                None => {
                    let all = approximate.get_or_insert_with(|| eigenvectors(&self.proper, &self.norm, accuracy));
                    let places: Vec<usize> = (found.columns()..found.columns() + multiplicity).collect();
                    self.centred(&all.select_columns(&places))
                }
            };
            found = found.beside(&next);
        }
        found
    }

    /// A basis of the eigenspace of a rational eigenvalue.
    fn eigenspace(&self, value: &Rational) -> Matrix {
        let space = null_space(&self.proper.minus(&self.norm.scaled(value)));
        let primitive = |j: usize| -> Vec<BigInt> {
            let column: Vec<BigInt> = (0..space.rows()).map(|i| space.entry(i, j).clone()).collect();
            let common = common_divisor(&column);
            column.iter().map(|v| v / &common).collect()
        };
        let columns: Vec<Vec<BigInt>> = (0..space.columns()).map(primitive).collect();
        Matrix::from_fn(space.rows(), space.columns(), |i, j| Rational::from(columns[j][i].clone()))
    }

    /// Functions of mean zero near these.
    fn centred(&self, functions: &Matrix) -> Matrix {
        let Some(weights) = &self.weights else { return functions.clone() };
        let means = weights.times(functions);
        functions.minus(&Matrix::from_fn(functions.rows(), 1, |_, _| Rational::one()).times(&means))
    }

    /// The eigenvectors of larger values than that with the index; if it is rational, orthogonal to its own.
    fn outside(&self, index: usize, accuracy: u64) -> Matrix {
        let value = &self.values[index - 1];
        let larger: Vec<usize> = (0..index).filter(|k| self.values[*k] > *value).collect();
        let functions = self.basis(accuracy).select_columns(&larger);
        let Some(value) = value.as_rational() else { return functions };
        let own = self.eigenspace(value);
        let weighted = own.transposed().times(&self.norm);
        let gram = inverse(&weighted.times(&own)).expect("a basis has a definite Gram matrix");
        functions.minus(&own.times(&gram).times(&weighted).times(&functions))
    }
}

/// Numbers with so many bits after the point on both sides of a number.
fn around(value: &RealAlgebraic, bits: u64) -> (Rational, Rational) {
    let enclosure = value.enclose(bits as i64 + 3);
    let scale = Rational::from(BigInt::one() << (bits + 1));
    let lower = (enclosure.lower().to_rational() * &scale - integer(1)).floor() / &scale;
    let upper = (enclosure.upper().to_rational() * &scale + integer(1)).ceil() / &scale;
    (lower, upper)
}

/// A power of two e that a definite matrix exceeds, and squares of `matrix - e I`; `None` if there is none.
pub(super) fn floor(matrix: &Matrix) -> Option<(Number, Vec<Square>)> {
    let identity = Matrix::identity(matrix.rows());
    let powers = (0..MOST_DOUBLINGS).map(|k| ratio(1, BigInt::one() << k));
    let found = powers.into_iter().find_map(|e| Some((squares(&matrix.minus(&identity.scaled(&e)))?, e)));
    found.map(|(psd, e)| (Number(e), psd))
}

/// A power of two m, and squares of `matrix + m outer`.
pub(super) fn multiplier(matrix: &Matrix, outer: &Matrix) -> Option<(Number, Vec<Square>)> {
    let powers = (0..MOST_DOUBLINGS).map(|k| Rational::from(BigInt::one() << k));
    let mut powers = std::iter::once(Rational::zero()).chain(powers);
    let found = powers.find_map(|m| Some((squares(&matrix.plus(&outer.scaled(&m)))?, m)));
    found.map(|(psd, m)| (Number(m), psd))
}

/// The columns of a matrix, as functions or coefficients.
pub(super) fn columns(matrix: &Matrix) -> Vec<Function> {
    (0..matrix.columns()).map(|j| matrix.column(j).into_iter().map(Number).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::squares::shows;
    use super::*;
    use crate::context::gallery;

    fn matrix(columns: &[Function], rows: usize) -> Matrix {
        Matrix::from_fn(rows, columns.len(), |i, j| columns[j][i].0.clone())
    }

    /// What the page asks of a bound, with `norm` and `form` for both halves.
    fn assert_shown(pencil: &Pencil, bound: &Bound) {
        let n = pencil.norm.rows();
        if let Some(family) = &bound.family {
            let family = matrix(family, n);
            assert_eq!(family.columns(), bound.index);
            let (norm, form) = (on(&pencil.norm, &family), on(&pencil.form, &family));
            assert!(shows(bound.lower_psd.as_ref().unwrap(), &form.minus(&norm.scaled(&bound.lower.0))));
            let e = bound.floor.as_ref().unwrap();
            assert!(e.is_positive());
            let rest = norm.minus(&Matrix::identity(bound.index).scaled(&e.0));
            assert!(shows(bound.floor_psd.as_ref().unwrap(), &rest));
        }
        if let Some(outside) = &bound.outside {
            let outside = matrix(outside, n);
            assert_eq!(outside.columns(), bound.index - 1);
            let m = bound.multiplier.as_ref().unwrap();
            assert!(!m.is_negative());
            let form = pencil.norm.scaled(&bound.upper.0).minus(&pencil.form);
            assert!(shows(bound.upper_psd.as_ref().unwrap(), &form.plus(&outer(&pencil.norm, &outside).scaled(&m.0))));
        }
        assert!(bound.family.is_some() || bound.lower.is_zero());
        assert!(bound.outside.is_some() || bound.upper.is_one());
    }

    #[test]
    fn spectra_are_bounded_with_ties_and_zeros() {
        let tables: [&[[u64; 4]]; 4] = [
            &[[5, 1, 0, 2], [1, 4, 1, 1], [0, 2, 7, 1]],
            // Two copies of one 2 x 2 table: 1 and a tie.
            &[[3, 1, 0, 0], [2, 5, 0, 0], [0, 0, 3, 1], [0, 0, 2, 5]],
            &[[1, 1, 0, 0], [1, 0, 1, 0], [0, 1, 0, 1], [0, 0, 1, 1]],
            &[[1, 1, 1, 1], [2, 2, 2, 2], [1, 2, 3, 4], [2, 4, 6, 8], [0, 1, 0, 1]],
        ];
        let contexts = tables.iter().map(|rows| Context::from_counts(rows).unwrap());
        let mut exact = 0;
        for context in contexts.chain([gallery::cycle(5), gallery::cycle(7), gallery::any_other(4)]) {
            let spectrum = Spectrum::of(&context);
            let pencil = Pencil::on_functions(&context, &spectrum);
            for (i, bits) in (1..context.n()).flat_map(|i| [(i, 8), (i, 60)]) {
                let bound = pencil.bound(i, bits).expect("bounds");
                assert_shown(&pencil, &bound);
                let value = spectrum.squared(i).unwrap();
                let ends = [&bound.lower, &bound.upper].map(|end| RealAlgebraic::from(end.0.clone()));
                assert!(ends[0] <= *value && *value <= ends[1]);
                assert!(&bound.upper.0 - &bound.lower.0 <= ratio(4, BigInt::one() << bits));
                assert_eq!(bound.lower == bound.upper, value.as_rational().is_some());
                exact += usize::from(bound.lower == bound.upper);
            }
        }
        assert!(exact > 10, "{exact}");
    }

    /// Every form with small entries against one norm: negative, zero, large, tied and irrational values.
    #[test]
    fn any_pencil_is_bounded() {
        let norm = Matrix::from_fn(3, 3, |i, j| ratio(if i == j { 3 } else { 1 }, 2));
        let mut kinds = [0; 3];
        for code in 0..3i64.pow(6) {
            let e: Vec<i64> = (0..6).map(|k| 2 * (code / 3i64.pow(k) % 3 - 1)).collect();
            let full = [e[0], e[1], e[2], e[1], e[3], e[4], e[2], e[4], e[5]];
            let pencil = Pencil::of(&Matrix::from_fn(3, 3, |i, j| ratio(full[3 * i + j], 1)), &norm);
            for i in 1..=3 {
                let bound = pencil.bound(i, 16).expect("bounds");
                assert!(bound.family.is_some() && bound.outside.is_some(), "all members");
                assert_shown(&pencil, &bound);
                let value = &pencil.values[i - 1];
                let ends = [&bound.lower, &bound.upper].map(|end| RealAlgebraic::from(end.0.clone()));
                assert!(ends[0] <= *value && *value <= ends[1]);
                assert!(&bound.upper.0 - &bound.lower.0 <= ratio(1, 1 << 14));
                kinds[(value.sign() as i8 + 1) as usize] += 1;
            }
        }
        assert!(kinds.iter().all(|k| *k > 100), "{kinds:?}");
    }

    #[test]
    fn ritz_values_are_bounded() {
        let context = Context::from_counts(&[[5, 1, 0, 2], [1, 4, 1, 1], [0, 2, 7, 1], [3, 1, 0, 1]]).unwrap();
        let features = [[1, 2, 0], [0, 0, 1], [3, 6, 1], [1, 2, 2]];
        let phi = Encoder::new(Matrix::from_fn(4, 3, |x, j| ratio(features[x][j], 1)));
        let pencil = Pencil::on_features(&context, &phi);
        assert_eq!(pencil.values.len(), 2, "the second feature is twice the first");
        for i in 1..=2 {
            let bound = pencil.bound(i, 30).unwrap();
            assert_shown(&pencil, &bound);
            let value = &ritz_values(&context, &phi)[i - 1];
            assert!(RealAlgebraic::from(bound.lower.0) <= *value && *value <= RealAlgebraic::from(bound.upper.0));
        }
    }
}
