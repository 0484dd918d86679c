//! The spectral contrastive loss.

use super::weighted::{add_product, centred, gram, inner, product, square, weighted};
use super::{Population, Table, ValueAndGradient};
use crate::context::A;
use crate::error::Error;
use faer::{Mat, MatRef};

/// `L_C(Psi) = E[-<Psi~(A), Psi~(A+)> + 1/2 <Psi~(A), Psi~(A-)>^2]`, the twin of
/// [`quantity::contrastive`](crate::quantity::objective::contrastive::contrastive). Errs on a wrong number of rows.
///
/// The gradient is by Psi, through the centring. By `Psi~` it is `G = 2 (D_q Psi~ Gram - P^T T Psi~)`. The
/// columns of G have the sum zero, since `q^T Psi~ = 0` and P has the column sums q, so the adjoint
/// `G - q 1^T G` of the centring leaves it as it is.
///
/// Source: Zhai et al. 2025, section 3.2.
pub fn contrastive(population: &Population, psi: &Table<A>) -> Result<ValueAndGradient<Table<A>>, Error> {
    population.check(psi)?;
    let centred = centred(psi.entries(), population.q());
    Ok(loss(population, centred.as_ref()))
}

/// `E[-<Psi(A), Psi(A+)> + 1/2 <Psi(A), Psi(A-)>^2]`, not centred: what mini-batches estimate
/// ([`contrastive_batch`](super::batch::contrastive_batch)). Its minimum over M x d tables spends a feature
/// on the constant function, which has the singular value 1. Errs on a wrong number of rows.
pub fn uncentred_contrastive(population: &Population, psi: &Table<A>) -> Result<ValueAndGradient<Table<A>>, Error> {
    population.check(psi)?;
    Ok(loss(population, psi.entries()))
}

/// `1/2 Tr Gram^2 - E ||T Psi||^2`, and its gradient.
fn loss(population: &Population, psi: MatRef<f64>) -> ValueAndGradient<Table<A>> {
    let (gram, average) = (gram(psi, population.q()), population.average_of_psi(psi));
    let value = inner(gram.as_ref(), gram.as_ref()) / 2.0 - square(average.as_ref(), population.p());
    let pushed: Mat<f64> = product(2.0, weighted(1.0, psi, population.q()).as_ref(), gram.as_ref());
    let gradient = add_product(pushed, -2.0, population.joint().transpose(), average.as_ref());
    ValueAndGradient { value, gradient: gradient.into() }
}

#[cfg(test)]
mod tests {
    use super::super::differences::{
        assert_twins, assert_value, assert_zero, contexts, dot, integers, mean_of_views, table, turned,
    };
    use super::*;
    use crate::context::{Context, Encoder, gallery};
    use crate::exact::matrix::Matrix;
    use crate::exact::rational::{Rational, integer, ratio};
    use crate::quantity::objective::contrastive as exact;

    /// Both expectations as sums over pairs of points.
    fn uncentred(c: &Context, psi: &Matrix) -> Rational {
        let q = c.marginal::<A>();
        let together = mean_of_views(c, |a, b| dot(psi, a, psi, b));
        let mut apart = integer(0);
        for (a, b) in (0..c.m()).flat_map(|a| (0..c.m()).map(move |b| (a, b))) {
            let product = dot(psi, a, psi, b);
            apart += &q[a] * &q[b] * &product * &product;
        }
        apart / integer(2) - together
    }

    #[test]
    fn value_and_gradient_are_the_exact_ones() {
        for c in contexts() {
            let population = Population::of(&c).unwrap();
            for d in [0, 1, 2, 4] {
                let psi = integers(c.m(), d, 7);
                let centred = |psi: &Matrix| c.centred_encoder(&Encoder::<A>::new(psi.clone())).matrix().clone();
                assert_eq!(uncentred(&c, &centred(&psi)), exact::contrastive(&c, &Encoder::new(psi.clone())));
                let found = contrastive(&population, &table(&psi)).unwrap();
                assert_twins(&found, &psi, |psi| uncentred(&c, &centred(psi)));
                let found = uncentred_contrastive(&population, &table(&psi)).unwrap();
                assert_twins(&found, &psi, |psi| uncentred(&c, psi));
            }
        }
    }

    /// Half of a sign, half of the other, a quarter of both, where the eigenvalues are 1/4, 1/4, 1/16.
    #[test]
    fn the_gradient_vanishes_at_a_minimiser() {
        let c = gallery::flipped_signs(2, &ratio(1, 2));
        let population = Population::of(&c).unwrap();
        let signs = [[-2, -1, 1], [-2, 1, -1], [2, -1, -1], [2, 1, 1]];
        let scale = [4, 2, 4];
        let psi = Matrix::from_fn(4, 3, |a, j| ratio(signs[a][j], scale[j]));
        let found = contrastive(&population, &table(&psi)).unwrap();
        assert_zero(&found.gradient);
        assert_value(found.value, &(ratio(-1, 2) * (ratio(2, 16) + ratio(1, 256))));
        // One column more, as long as the constant 1: what is uncentred has this minimiser.
        let with_constant = Matrix::from_fn(4, 1, |_, _| integer(1)).beside(&psi);
        let found = uncentred_contrastive(&population, &table(&with_constant)).unwrap();
        assert_zero(&found.gradient);
        assert_value(found.value, &(ratio(-1, 2) * (integer(1) + ratio(2, 16) + ratio(1, 256))));
    }

    #[test]
    fn turns_and_shifts_change_nothing() {
        for c in contexts() {
            let population = Population::of(&c).unwrap();
            let psi = integers(c.m(), 2, 3);
            let found = contrastive(&population, &table(&psi)).unwrap();
            let shifted = Matrix::from_fn(c.m(), 2, |a, j| psi.get(a, j) + ratio(5 - 9 * j as i64, 2));
            let moved = contrastive(&population, &table(&shifted)).unwrap();
            let turn = contrastive(&population, &table(&turned(&psi))).unwrap();
            approx::assert_relative_eq!(found.value, moved.value, max_relative = 1e-12, epsilon = 1e-13);
            approx::assert_relative_eq!(found.value, turn.value, max_relative = 1e-12, epsilon = 1e-13);
            for (slope, other) in found.gradient.row_major().iter().zip(moved.gradient.row_major()) {
                approx::assert_relative_eq!(*slope, other, max_relative = 1e-11, epsilon = 1e-12);
            }
            for j in 0..2 {
                let sum: f64 = (0..c.m()).map(|a| found.gradient.get(a, j)).sum();
                approx::assert_abs_diff_eq!(sum, 0.0, epsilon = 1e-12);
            }
        }
    }

    #[test]
    fn a_wrong_number_of_rows_is_refused() {
        let c = Context::from_counts(&[[1, 2, 3], [3, 1, 0]]).unwrap();
        let population = Population::of(&c).unwrap();
        assert!(contrastive(&population, &table(&integers(2, 1, 1))).is_err());
        assert!(uncentred_contrastive(&population, &table(&integers(2, 1, 1))).is_err());
    }
}
