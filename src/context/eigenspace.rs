//! Singular functions: the eigenspaces of `K` on X and of `T* T` on A.

use super::function::Function;
use super::side::Side;
use super::spectrum::Eigenvalue;
use super::table::Context;
use crate::exact::algebraic::RealAlgebraic;
use crate::exact::dyadic::Dyadic;
use crate::exact::elimination;
use crate::exact::enclosure::Enclosure;
use crate::exact::matrix::Matrix;
use crate::exact::null_space::null_space;
use crate::exact::rational::{Rational, common_divisor};
use num_traits::Signed;
use std::cmp::Ordering;
use std::marker::PhantomData;

/// The singular functions of one eigenvalue on one side, the constant function left out.
pub struct Eigenspace<S: Side> {
    operator: Matrix,
    marginal: Vec<Rational>,
    eigenvalue: RealAlgebraic,
    dimension: usize,
    rational_basis: Option<Vec<Function<S>>>,
    side: PhantomData<S>,
}

impl Context {
    /// The eigenspace on side `S` of an eigenvalue of this context's [`Spectrum`](super::Spectrum). Of
    /// the eigenvalue 0 the two sides have eigenspaces of different dimensions; of the others the same.
    pub fn eigenspace<S: Side>(&self, eigenvalue: &Eigenvalue) -> Eigenspace<S> {
        let operator = self.operator::<S>();
        let rational_basis =
            eigenvalue.value.as_rational().map(|value| self.orthogonal_eigenfunctions(&operator, value));
        Eigenspace {
            operator,
            marginal: self.marginal::<S>(),
            eigenvalue: eigenvalue.value.clone(),
            dimension: rational_basis.as_ref().map_or(eigenvalue.multiplicity, Vec::len),
            rational_basis,
            side: PhantomData,
        }
    }

    /// Rational eigenfunctions of a rational eigenvalue: orthogonal to each other and to the constant, not
    /// normalised; the first of the largest values of each is positive.
    fn orthogonal_eigenfunctions<S: Side>(&self, operator: &Matrix, value: &Rational) -> Vec<Function<S>> {
        let shifted = operator.minus(&Matrix::identity(operator.rows()).scaled(value));
        let space = elimination::null_space(&shifted);
        let mut basis: Vec<Function<S>> = vec![Function::one(operator.rows())];
        for j in 0..space.columns() {
            let mut f = Function::new(space.column(j));
            for b in &basis {
                let share = self.inner(&f, b) / self.norm_squared(b);
                f = f.minus(&b.scaled(&share));
            }
            // Of the eigenvalue 1 the constant function was one of those spanned.
            if !f.is_zero() {
                basis.push(primitive(&f));
            }
        }
        basis.remove(0);
        basis
    }
}

/// The multiple of a function with coprime integer values whose first largest is positive.
pub(crate) fn primitive<S: Side>(f: &Function<S>) -> Function<S> {
    let column = f.as_column();
    let common = common_divisor(column.entries());
    let largest = column.entries().iter().map(|e| e.abs()).max().unwrap_or_default();
    let first = column.entries().iter().find(|e| e.abs() == largest);
    let sign = if first.is_some_and(Signed::is_negative) { -1 } else { 1 };
    Function::new(column.entries().iter().map(|e| Rational::from(e / &common * sign)).collect())
}

impl<S: Side> Eigenspace<S> {
    /// The eigenvalue `s^2`.
    pub fn eigenvalue(&self) -> &RealAlgebraic {
        &self.eigenvalue
    }

    /// The number of singular functions.
    pub fn dimension(&self) -> usize {
        self.dimension
    }

    /// Orthogonal functions with integer values that span the eigenspace, if the eigenvalue is rational.
    /// They are not normalised: norms may be irrational.
    pub fn rational_basis(&self) -> Option<&[Function<S>]> {
        self.rational_basis.as_deref()
    }

    /// Orthonormal functions that span the eigenspace, each a list of values, known to `2^-precision`. An
    /// eigenspace of more than one dimension has many such bases; this is one of them. The first of the
    /// largest values of each is positive where the precision shows it.
    pub fn enclose(&self, precision: i64) -> Vec<Vec<Enclosure>> {
        let wanted = Dyadic::new(1, -precision);
        let mut bits = precision.max(0) as u64 + 32;
        loop {
            if let Some(basis) = self.with_bits(bits)
                && basis.iter().flatten().all(|e| e.width() <= wanted)
            {
                return basis;
            }
            bits *= 2;
        }
    }

    /// The kernel `sum_i mu_i(x) mu_i(y)` of the projection onto the eigenspace, which no choice of basis
    /// changes, known to about `2^-precision`.
    pub fn projection(&self, precision: i64) -> Vec<Vec<Enclosure>> {
        let bits = precision.max(0) as u64 + 64;
        let basis = self.enclose(precision + 8);
        let n = self.marginal.len();
        let entry = |x: usize, y: usize| {
            basis.iter().fold(Enclosure::integer(0), |sum, mu| sum.add(&mu[x].mul(&mu[y], bits), bits))
        };
        (0..n).map(|x| (0..n).map(|y| entry(x, y)).collect()).collect()
    }

    fn with_bits(&self, bits: u64) -> Option<Vec<Vec<Enclosure>>> {
        let spanning = match &self.rational_basis {
            Some(basis) => {
                basis.iter().map(|f| f.values().iter().map(|v| Enclosure::rational(v, bits)).collect()).collect()
            }
            None => self.spanning(bits)?,
        };
        orthonormal(spanning, &self.marginal, bits)
    }

    /// Any basis: the null space of `K - s^2`, whose dimension is known.
    fn spanning(&self, bits: u64) -> Option<Vec<Vec<Enclosure>>> {
        let n = self.operator.rows();
        let value = self.eigenvalue.enclose(bits as i64);
        let entry = |x: usize, y: usize| {
            let k = Enclosure::rational(&self.operator.get(x, y), bits);
            if x == y { k.sub(&value, bits) } else { k }
        };
        let matrix: Vec<Vec<Enclosure>> = (0..n).map(|x| (0..n).map(|y| entry(x, y)).collect()).collect();
        let basis = null_space(&matrix, self.dimension, bits)?;
        Some((0..self.dimension).map(|j| basis.iter().map(|row| row[j].clone()).collect()).collect())
    }
}

/// Gram-Schmidt for the weighted inner product; `None` if a norm may be zero.
fn orthonormal(functions: Vec<Vec<Enclosure>>, weights: &[Rational], bits: u64) -> Option<Vec<Vec<Enclosure>>> {
    let weights: Vec<Enclosure> = weights.iter().map(|w| Enclosure::rational(w, bits)).collect();
    let inner = |f: &[Enclosure], g: &[Enclosure]| {
        let terms = f.iter().zip(g).zip(&weights).map(|((f, g), w)| f.mul(g, bits).mul(w, bits));
        terms.fold(Enclosure::integer(0), |sum, t| sum.add(&t, bits))
    };
    let mut basis: Vec<Vec<Enclosure>> = Vec::new();
    for mut f in functions {
        for b in &basis {
            let share = inner(&f, b);
            f = f.iter().zip(b).map(|(f, b)| f.sub(&share.mul(b, bits), bits)).collect();
        }
        let norm = inner_square(&f, &weights, bits).sqrt(bits);
        let norm = if leading_sign(&f) == Ordering::Less { norm.negated() } else { norm };
        basis.push(f.iter().map(|v| v.div(&norm, bits)).collect::<Option<_>>()?);
    }
    Some(basis)
}

/// `<f, f>`: squares do not forget that they are not negative.
fn inner_square(f: &[Enclosure], weights: &[Enclosure], bits: u64) -> Enclosure {
    let terms = f.iter().zip(weights).map(|(f, w)| f.square(bits).mul(w, bits));
    terms.fold(Enclosure::integer(0), |sum, t| sum.add(&t, bits))
}

/// The sign of the first value that is not certainly smaller than another.
fn leading_sign(f: &[Enclosure]) -> Ordering {
    let size = |e: &Enclosure| (-e.lower()).max(e.upper().clone());
    let surely = |e: &Enclosure| e.sign().map_or(Dyadic::zero(), |_| e.lower().clone().max(-e.upper()));
    let Some(largest) = f.iter().map(surely).max() else { return Ordering::Equal };
    f.iter().find(|e| size(e) >= largest).map_or(Ordering::Equal, |e| e.midpoint().sign())
}

#[cfg(test)]
mod tests {
    use super::super::{A, Spectrum, X};
    use super::*;
    use crate::exact::rational::ratio;

    /// K mu = s^2 mu, orthonormality and mean zero, by containment.
    fn assert_eigenspace<S: Side>(context: &Context, space: &Eigenspace<S>) {
        let bits = 200;
        let operator = context.operator::<S>();
        let weights: Vec<Enclosure> = context.marginal::<S>().iter().map(|w| Enclosure::rational(w, bits)).collect();
        let basis = space.enclose(60);
        assert_eq!(basis.len(), space.dimension());
        let value = space.eigenvalue().enclose(100);
        let sum = |terms: Vec<Enclosure>| terms.iter().fold(Enclosure::integer(0), |s, t| s.add(t, bits));
        for (i, mu) in basis.iter().enumerate() {
            for x in 0..mu.len() {
                let image = sum((0..mu.len())
                    .map(|y| Enclosure::rational(&operator.get(x, y), bits).mul(&mu[y], bits))
                    .collect());
                assert!(image.sub(&value.mul(&mu[x], bits), bits).contains_zero());
            }
            assert!(sum(mu.iter().zip(&weights).map(|(m, w)| m.mul(w, bits)).collect()).contains_zero());
            for (j, nu) in basis.iter().enumerate() {
                let inner = sum((0..mu.len()).map(|x| mu[x].mul(&nu[x], bits).mul(&weights[x], bits)).collect());
                assert!(inner.contains(&ratio(i64::from(i == j), 1)) && inner.width() < Dyadic::new(1, -40));
            }
        }
    }

    #[test]
    fn eigenspaces_of_ties_zeros_and_irrational_values() {
        let tables: [&[[u64; 4]]; 5] = [
            &[[5, 1, 0, 2], [1, 4, 1, 1], [0, 2, 7, 1]],
            &[[2, 1, 1, 1], [1, 2, 1, 1], [1, 1, 2, 1], [1, 1, 1, 2]],
            // Two copies of one 2 x 2 table: 1 and a tie.
            &[[3, 1, 0, 0], [2, 5, 0, 0], [0, 0, 3, 1], [0, 0, 2, 5]],
            // The cycle of five with loops has golden ratios twice over; here the path of four.
            &[[1, 1, 0, 0], [1, 0, 1, 0], [0, 1, 0, 1], [0, 0, 1, 1]],
            &[[1, 1, 1, 1], [2, 2, 2, 2], [1, 2, 3, 4], [2, 4, 6, 8], [0, 1, 0, 1]],
        ];
        for rows in tables {
            let context = Context::from_counts(rows).unwrap();
            let spectrum = Spectrum::of(&context);
            let (mut on_x, mut on_a) = (0, 0);
            for eigenvalue in spectrum.eigenvalues() {
                let (x, a) = (context.eigenspace::<X>(eigenvalue), context.eigenspace::<A>(eigenvalue));
                assert_eq!(x.dimension(), eigenvalue.multiplicity);
                assert_eigenspace(&context, &x);
                assert_eigenspace(&context, &a);
                on_x += x.dimension();
                on_a += a.dimension();
            }
            assert_eq!(on_x, context.n() - 1);
            assert!(on_a < context.m());
        }
    }

    #[test]
    fn rational_singular_functions_are_exact() {
        let context = Context::from_counts(&[[2, 1, 1], [1, 2, 1], [1, 1, 2]]).unwrap();
        let spectrum = Spectrum::of(&context);
        let space = context.eigenspace::<X>(&spectrum.eigenvalues()[0]);
        let basis = space.rational_basis().unwrap();
        assert_eq!(basis.len(), 2);
        assert_eq!(context.inner(&basis[0], &basis[1]), ratio(0, 1));
        for f in basis {
            let image: Function<X> = context.expect(&context.expect(f));
            assert_eq!(image, f.scaled(&ratio(1, 16)));
        }
        // The projection onto both is the identity less the constant: 3 (delta - 1/3) as a kernel.
        let projection = space.projection(40);
        for (x, row) in projection.iter().enumerate() {
            for (y, value) in row.iter().enumerate() {
                assert!(value.contains(&ratio(if x == y { 2 } else { -1 }, 1)));
            }
        }
    }

    #[test]
    fn irrational_ties_are_spanned() {
        // The cycle of five: eigenvalues of K are cos^2, each twice, in the field of the golden ratio.
        let rows: [[u64; 5]; 5] =
            std::array::from_fn(|x| std::array::from_fn(|a| u64::from((x + 1) % 5 == a || (a + 1) % 5 == x)));
        let context = Context::from_counts(&rows).unwrap();
        let spectrum = Spectrum::of(&context);
        let multiplicities: Vec<_> =
            spectrum.eigenvalues().iter().map(|e| (e.multiplicity, e.value.as_rational().is_some())).collect();
        assert_eq!(multiplicities, [(2, false), (2, false)]);
        for eigenvalue in spectrum.eigenvalues() {
            assert_eigenspace(&context, &context.eigenspace::<X>(eigenvalue));
        }
    }
}
