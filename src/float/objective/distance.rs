//! Two encoders whose values on a pair `(x, a)` are pulled together: one view, or two sides.

use super::table::alike;
use super::weighted::{add_product, centred, inner, less, means, product, square, weighted};
use super::{Both, Population, Table, ValueAndGradient};
use crate::context::{A, X};
use crate::error::Error;
use faer::{Mat, MatRef, Scale};

/// `E ||Phi(X) - Psi(A)||^2`, not negative but for rounding. The constraint `Cov_p[Phi] = I` is not enforced.
/// Errs on a wrong number of rows, and unless both encoders have equally many features.
///
/// The gradients are `2 (D_p Phi - P Psi)` and `2 (D_q Psi - P^T Phi)`.
///
/// Source: Zhai, dissertation 2025, chapter 2 (reconstructed).
pub fn single_view(population: &Population, phi: &Table<X>, psi: &Table<A>) -> Result<ValueAndGradient<Both>, Error> {
    check(population, phi, psi)?;
    // A shift of both changes nothing, and without it less is lost where the terms are close.
    let shift = means(psi.entries(), population.q());
    Ok(distance(population, less(phi.entries(), &shift), less(psi.entries(), &shift)))
}

/// `E ||Phi~(X) - Psi~(A)||^2`, not negative but for rounding. The constraints `Cov_p[Phi] = Cov_q[Psi] = I` are
/// not enforced. Errs on a wrong number of rows, and unless both encoders have equally many features.
///
/// The gradients are `2 (D_p Phi~ - P Psi~)` and `2 (D_q Psi~ - P^T Phi~)`. Their columns have the sum zero, so
/// that the adjoint `G - p 1^T G` of the centring leaves them as they are.
///
/// Source: Zhai, dissertation 2025, chapter 2 (reconstructed).
pub fn two_sided(population: &Population, phi: &Table<X>, psi: &Table<A>) -> Result<ValueAndGradient<Both>, Error> {
    check(population, phi, psi)?;
    let (phi, psi) = (centred(phi.entries(), population.p()), centred(psi.entries(), population.q()));
    Ok(distance(population, phi, psi))
}

fn check(population: &Population, phi: &Table<X>, psi: &Table<A>) -> Result<(), Error> {
    population.check(phi)?;
    population.check(psi)?;
    alike(phi, psi)
}

/// `E ||Phi||^2 + E ||Psi||^2 - 2 Tr Phi^T P Psi`, and its gradients.
fn distance(population: &Population, phi: Mat<f64>, psi: Mat<f64>) -> ValueAndGradient<Both> {
    let (p, q, joint) = (population.p(), population.q(), population.joint());
    let (phi, psi): (MatRef<f64>, MatRef<f64>) = (phi.as_ref(), psi.as_ref());
    let across = product(1.0, joint, psi);
    let value = square(phi, p) + square(psi, q) - 2.0 * inner(phi, across.as_ref());
    let by_phi = weighted(2.0, phi, p) - Scale(2.0) * across;
    let by_psi = add_product(weighted(2.0, psi, q), -2.0, joint.transpose(), phi);
    ValueAndGradient { value, gradient: (by_phi.into(), by_psi.into()) }
}

#[cfg(test)]
mod tests {
    use super::super::differences::{
        assert_two_twins, assert_value, assert_zero, contexts, distance as apart, integers, mean_of_pairs, table,
        turned,
    };
    use super::*;
    use crate::context::{Context, Encoder, gallery};
    use crate::exact::matrix::Matrix;
    use crate::exact::rational::{Rational, integer, ratio};

    fn one_view(c: &Context, phi: &Matrix, psi: &Matrix) -> Rational {
        mean_of_pairs(c, |x, a| apart(phi, x, psi, a))
    }

    fn both_centred(c: &Context, phi: &Matrix, psi: &Matrix) -> Rational {
        let phi = c.centred_encoder(&Encoder::<X>::new(phi.clone()));
        let psi = c.centred_encoder(&Encoder::<A>::new(psi.clone()));
        one_view(c, phi.matrix(), psi.matrix())
    }

    #[test]
    fn values_and_gradients_are_the_exact_ones() {
        for c in contexts() {
            let population = Population::of(&c).unwrap();
            for d in [0, 1, 3] {
                let (phi, psi) = (integers(c.n(), d, 3), integers(c.m(), d, 8));
                let found = single_view(&population, &table(&phi), &table(&psi)).unwrap();
                assert_two_twins(&found, (&phi, &psi), |phi, psi| one_view(&c, phi, psi));
                let found = two_sided(&population, &table(&phi), &table(&psi)).unwrap();
                assert_two_twins(&found, (&phi, &psi), |phi, psi| both_centred(&c, phi, psi));
                let turn = two_sided(&population, &table(&turned(&phi)), &table(&turned(&psi))).unwrap();
                approx::assert_relative_eq!(found.value, turn.value, max_relative = 1e-12, epsilon = 1e-13);
            }
        }
    }

    /// With `Psi = T* Phi` the gradient by Psi vanishes, and the value on top functions is `sum (1 - s_i^2)`.
    #[test]
    fn the_average_of_phi_is_the_best_psi() {
        let c = Context::from_counts(&[[2, 0, 1, 1], [1, 3, 1, 0], [0, 1, 4, 2]]).unwrap();
        let population = Population::of(&c).unwrap();
        let phi = integers(3, 2, 9);
        let psi = c.expect_encoder::<A>(&Encoder::<X>::new(phi.clone()));
        let found = single_view(&population, &table(&phi), &table(psi.matrix())).unwrap();
        assert_zero(&found.gradient.1);
        let c = gallery::flipped_signs(2, &ratio(1, 2));
        let signs = Matrix::from_fn(4, 2, |x, j| integer(if x >> j & 1 == 1 { 1 } else { -1 }));
        let psi = c.expect_encoder::<A>(&Encoder::<X>::new(signs.clone()));
        let found = single_view(&Population::of(&c).unwrap(), &table(&signs), &table(psi.matrix())).unwrap();
        assert_value(found.value, &(integer(2) * (integer(1) - ratio(1, 4))));
        // Signs on both sides: 2 sum (1 - s_i).
        let found = two_sided(&Population::of(&c).unwrap(), &table(&signs), &table(&signs)).unwrap();
        assert_value(found.value, &(integer(4) * (integer(1) - ratio(1, 2))));
    }

    #[test]
    fn large_offsets_cost_only_their_own_digits() {
        let c = gallery::flipped_signs(1, &ratio(1, 2));
        let population = Population::of(&c).unwrap();
        let far = Matrix::from_fn(2, 1, |x, _| integer((1 << 40) + 2 * x as i64));
        let found = single_view(&population, &table(&far), &table(&far)).unwrap();
        assert_value(found.value, &(integer(2) * (integer(1) - ratio(1, 2))));
    }

    #[test]
    fn tables_that_do_not_fit_are_refused() {
        let c = Context::from_counts(&[[1, 2, 3], [3, 1, 0]]).unwrap();
        let population = Population::of(&c).unwrap();
        for ((n, d), (m, e)) in [((3, 1), (3, 1)), ((2, 1), (2, 1)), ((2, 1), (3, 2))] {
            let (phi, psi) = (table(&integers(n, d, 1)), table(&integers(m, e, 1)));
            assert!(single_view(&population, &phi, &psi).is_err());
            assert!(two_sided(&population, &phi, &psi).is_err());
        }
    }
}
