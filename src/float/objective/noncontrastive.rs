//! The non-contrastive loss: two views of a point are pulled together.

use super::weighted::{add_product, centred, square, weighted};
use super::{Population, Table, ValueAndGradient};
use crate::context::A;
use crate::error::Error;

/// `L_N(Psi) = E ||Psi(A) - Psi(A+)||^2 = 2 E ||Psi~(A)||^2 - 2 E ||T Psi~||^2`, not negative but for rounding.
/// The constraint `Cov_q[Psi] = I` is not enforced. Errs on a wrong number of rows.
///
/// The gradient is `4 (D_q Psi~ - P^T T Psi~)`.
///
/// Source: Zhai et al. 2025, section 3.2.
pub fn noncontrastive(population: &Population, psi: &Table<A>) -> Result<ValueAndGradient<Table<A>>, Error> {
    population.check(psi)?;
    let (p, q) = (population.p(), population.q());
    // Shifts change nothing, and without them less is lost where the two terms are close.
    let psi = centred(psi.entries(), q);
    let average = population.average_of_psi(psi.as_ref());
    let value = 2.0 * (square(psi.as_ref(), q) - square(average.as_ref(), p));
    let weighted = weighted(4.0, psi.as_ref(), q);
    let gradient = add_product(weighted, -4.0, population.joint().transpose(), average.as_ref());
    Ok(ValueAndGradient { value, gradient: gradient.into() })
}

#[cfg(test)]
mod tests {
    use super::super::differences::{
        assert_twins, assert_value, assert_zero, contexts, distance, integers, mean_of_views, table, turned,
    };
    use super::*;
    use crate::context::gallery;
    use crate::exact::matrix::Matrix;
    use crate::exact::rational::{integer, ratio};

    #[test]
    fn value_and_gradient_are_the_exact_ones() {
        for c in contexts() {
            let population = Population::of(&c).unwrap();
            for d in [0, 1, 3] {
                let psi = integers(c.m(), d, 5);
                let found = noncontrastive(&population, &table(&psi)).unwrap();
                assert_twins(&found, &psi, |psi| mean_of_views(&c, |a, b| distance(psi, a, psi, b)));
                let turn = noncontrastive(&population, &table(&turned(&psi))).unwrap();
                approx::assert_relative_eq!(found.value, turn.value, max_relative = 1e-12, epsilon = 1e-13);
            }
            assert!(noncontrastive(&population, &table(&integers(c.m() + 1, 1, 1))).is_err());
        }
    }

    /// A constant and, where the components are apart, their indicators cost nothing; a large offset costs
    /// only its own digits.
    #[test]
    fn what_is_constant_on_components_is_free() {
        let c = gallery::deterministic(&[2, 3]);
        let population = Population::of(&c).unwrap();
        let psi = Matrix::from_fn(2, 2, |a, j| integer(if j == 0 { 7 } else { a as i64 }));
        let found = noncontrastive(&population, &table(&psi)).unwrap();
        assert_zero(&found.gradient);
        approx::assert_abs_diff_eq!(found.value, 0.0, epsilon = 1e-15);
        // On one sign with s_1^2 = 1/4 the loss is 2 (1 - 1/4).
        let c = gallery::flipped_signs(1, &ratio(1, 2));
        let population = Population::of(&c).unwrap();
        let sign = Matrix::from_fn(2, 1, |a, _| integer((1 << 40) + 2 * a as i64));
        assert_value(noncontrastive(&population, &table(&sign)).unwrap().value, &ratio(3, 2));
    }
}
