//! The nested sum, which tells the order of features.

use super::weighted::{product, square};
use super::{Population, Table, ValueAndGradient};
use crate::context::X;
use crate::error::Error;
use faer::Mat;

/// `sum_i c_i <phi_i, K phi_i> = sum_i c_i ||T* phi_i||^2` for coefficients `c_1 .. c_d`: to be maximised, and the
/// value is not that of a loss. Features are taken as they are, neither centred nor made orthonormal.
/// Errs on a wrong number of rows, and unless there is a finite coefficient for each feature.
///
/// The gradient is `2 P (T* Phi) D_c`.
pub fn nested(
    population: &Population,
    phi: &Table<X>,
    coefficients: &[f64],
) -> Result<ValueAndGradient<Table<X>>, Error> {
    population.check(phi)?;
    let (d, found) = (phi.columns(), coefficients.len());
    if d != found {
        return Err(Error::new(format!("expected a coefficient for each of {d} features, found {found}")));
    }
    if let Some(wrong) = coefficients.iter().find(|c| !c.is_finite()) {
        return Err(Error::new(format!("expected finite coefficients, found {wrong}")));
    }
    let average = population.average_of_phi(phi.entries());
    let kept = average.col_iter().zip(coefficients).map(|(g, c)| c * square(g.as_mat(), population.q()));
    let scaled = Mat::from_fn(average.nrows(), d, |a, j| coefficients[j] * average[(a, j)]);
    let gradient = product(2.0, population.joint(), scaled.as_ref());
    Ok(ValueAndGradient { value: kept.sum(), gradient: gradient.into() })
}

#[cfg(test)]
mod tests {
    use super::super::differences::{assert_twins, contexts, integers, table};
    use super::*;
    use crate::context::{Context, Encoder, Function, gallery};
    use crate::exact::matrix::Matrix;
    use crate::exact::rational::{Rational, integer, ratio};

    #[test]
    fn value_and_gradient_are_the_exact_ones() {
        let coefficients = [3, 2, -1];
        for c in contexts() {
            let population = Population::of(&c).unwrap();
            for d in 0..=3 {
                let phi = integers(c.n(), d, 5);
                let floats: Vec<f64> = coefficients[..d].iter().map(|&c| f64::from(c)).collect();
                let found = nested(&population, &table(&phi), &floats).unwrap();
                let k = c.operator::<X>();
                assert_twins(&found, &phi, |phi| {
                    let image = k.times(phi);
                    let of = |table: &Matrix, j| Function::<X>::new(table.column(j));
                    let term = |j| integer(coefficients[j]) * c.inner(&of(phi, j), &of(&image, j));
                    (0..d).map(term).sum::<Rational>()
                });
            }
        }
    }

    /// On orthonormal singular functions it is `sum c_i s_i^2`, and with weights it is not invariant to turns.
    #[test]
    fn the_order_matters() {
        let c = gallery::masked_signs(2, &ratio(1, 2));
        let population = Population::of(&c).unwrap();
        // Eigenvalues 1/2 for a sign, 1/4 for the product of two.
        let phi = Encoder::<X>::new(Matrix::from_fn(4, 2, |x, j| integer([[1, -1, 1, -1], [1, -1, -1, 1]][j][x])));
        let phi = Table::of(&phi).unwrap();
        approx::assert_relative_eq!(nested(&population, &phi, &[2.0, 1.0]).unwrap().value, 1.25);
        approx::assert_relative_eq!(nested(&population, &phi, &[1.0, 2.0]).unwrap().value, 1.0);
    }

    #[test]
    fn wrong_coefficients_are_refused() {
        let c = Context::from_counts(&[[1, 2, 3], [3, 1, 0]]).unwrap();
        let population = Population::of(&c).unwrap();
        let message = |rows, coefficients: &[f64]| {
            nested(&population, &table(&integers(rows, 2, 1)), coefficients).unwrap_err().to_string()
        };
        assert_eq!(message(2, &[1.0]), "expected a coefficient for each of 2 features, found 1");
        assert_eq!(message(2, &[1.0, f64::NAN]), "expected finite coefficients, found NaN");
        assert!(message(3, &[1.0, 2.0]).starts_with("expected a row"));
    }
}
