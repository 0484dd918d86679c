//! The low-rank loss: the table of inner products of two encoders approximates `P / (p q)`.

use super::table::alike;
use super::weighted::{add_product, gram, inner, product, weighted};
use super::{Both, Population, Table, ValueAndGradient};
use crate::context::{A, X};
use crate::error::Error;

/// `-2 E_P[Phi(X).Psi(A)] + E_{p x q}[(Phi(X).Psi(A))^2]`, at least `-sum_{i=0..d-1} s_i^2`. Features are taken as
/// they are. Errs on a wrong number of rows, and unless both encoders have equally many features.
///
/// It is `-2 Tr Phi^T P Psi + Tr G_Phi G_Psi` for the Gram matrices `G_Phi = Phi^T D_p Phi` and
/// `G_Psi = Psi^T D_q Psi`; the gradients are `2 (D_p Phi G_Psi - P Psi)` and `2 (D_q Psi G_Phi - P^T Phi)`.
///
/// Source: the authors' code.
pub fn low_rank(population: &Population, phi: &Table<X>, psi: &Table<A>) -> Result<ValueAndGradient<Both>, Error> {
    population.check(phi)?;
    population.check(psi)?;
    alike(phi, psi)?;
    let (p, q, joint) = (population.p(), population.q(), population.joint());
    let (phi, psi) = (phi.entries(), psi.entries());
    let (gram_phi, gram_psi) = (gram(phi, p), gram(psi, q));
    let across = product(-2.0, joint, psi);
    let value = inner(phi, across.as_ref()) + inner(gram_phi.as_ref(), gram_psi.as_ref());
    let by_phi = add_product(across, 2.0, weighted(1.0, phi, p).as_ref(), gram_psi.as_ref());
    let pushed = product(2.0, weighted(1.0, psi, q).as_ref(), gram_phi.as_ref());
    let by_psi = add_product(pushed, -2.0, joint.transpose(), phi);
    Ok(ValueAndGradient { value, gradient: (by_phi.into(), by_psi.into()) })
}

#[cfg(test)]
mod tests {
    use super::super::differences::{
        assert_two_twins, assert_value, assert_zero, contexts, dot, integers, mean_of_pairs, table, turned,
    };
    use super::*;
    use crate::context::{Context, gallery};
    use crate::exact::matrix::Matrix;
    use crate::exact::rational::{Rational, integer, ratio};

    fn literal(c: &Context, phi: &Matrix, psi: &Matrix) -> Rational {
        let (p, q) = (c.marginal::<X>(), c.marginal::<A>());
        let mut sum = integer(-2) * mean_of_pairs(c, |x, a| dot(phi, x, psi, a));
        for (x, a) in (0..c.n()).flat_map(|x| (0..c.m()).map(move |a| (x, a))) {
            let product = dot(phi, x, psi, a);
            sum += &p[x] * &q[a] * &product * &product;
        }
        sum
    }

    #[test]
    fn value_and_gradient_are_the_exact_ones() {
        for c in contexts() {
            let population = Population::of(&c).unwrap();
            for d in [0, 1, 2, 4] {
                let (phi, psi) = (integers(c.n(), d, 3), integers(c.m(), d, 8));
                let found = low_rank(&population, &table(&phi), &table(&psi)).unwrap();
                assert_two_twins(&found, (&phi, &psi), |phi, psi| literal(&c, phi, psi));
                let turn = low_rank(&population, &table(&turned(&phi)), &table(&turned(&psi))).unwrap();
                approx::assert_relative_eq!(found.value, turn.value, max_relative = 1e-12, epsilon = 1e-12);
            }
        }
    }

    /// The constant, and a sign with s_1 = 1/2 whose halves may be anywhere: `Phi = mu`, `Psi = s mu`.
    #[test]
    fn the_gradient_vanishes_at_a_minimiser() {
        let c = gallery::flipped_signs(2, &ratio(1, 2));
        let sign = |x: usize| integer(if x < 2 { 1 } else { -1 });
        let phi = Matrix::from_fn(4, 2, |x, j| if j == 0 { integer(1) } else { integer(3) * sign(x) });
        let psi = Matrix::from_fn(4, 2, |a, j| if j == 0 { integer(1) } else { sign(a) / integer(6) });
        let found = low_rank(&Population::of(&c).unwrap(), &table(&phi), &table(&psi)).unwrap();
        assert_zero(&found.gradient.0);
        assert_zero(&found.gradient.1);
        assert_value(found.value, &ratio(-5, 4));
    }

    /// Each point split into 300 copies, which share its gradient: large enough for several threads.
    #[test]
    fn copies_change_no_value() {
        let rows = [[3, 1], [1, 2]];
        let of = |copies: usize| {
            let rows: Vec<Vec<Rational>> =
                (0..2 * copies).map(|x| (0..2 * copies).map(|a| integer(rows[x % 2][a % 2])).collect()).collect();
            let c = Context::unlabelled(&rows).unwrap();
            let copied = |m: &Matrix| Matrix::from_fn(2 * copies, 2, |r, j| m.get(r % 2, j));
            let (phi, psi) = (copied(&integers(2, 2, 3)), copied(&integers(2, 2, 8)));
            low_rank(&Population::of(&c).unwrap(), &table(&phi), &table(&psi)).unwrap()
        };
        let (one, many) = (of(1), of(300));
        approx::assert_relative_eq!(one.value, many.value, max_relative = 1e-12);
        for (x, j) in (0..600).flat_map(|x| (0..2).map(move |j| (x, j))) {
            let (by_phi, by_psi) = (one.gradient.0.get(x % 2, j), one.gradient.1.get(x % 2, j));
            approx::assert_relative_eq!(
                300.0 * many.gradient.0.get(x, j),
                by_phi,
                max_relative = 1e-11,
                epsilon = 1e-12
            );
            approx::assert_relative_eq!(
                300.0 * many.gradient.1.get(x, j),
                by_psi,
                max_relative = 1e-11,
                epsilon = 1e-12
            );
        }
    }

    #[test]
    fn tables_that_do_not_fit_are_refused() {
        let c = Context::from_counts(&[[1, 2, 3], [3, 1, 0]]).unwrap();
        let population = Population::of(&c).unwrap();
        for ((n, d), (m, e)) in [((3, 1), (3, 1)), ((2, 1), (2, 1)), ((2, 1), (3, 2))] {
            assert!(low_rank(&population, &table(&integers(n, d, 1)), &table(&integers(m, e, 1))).is_err());
        }
    }
}
