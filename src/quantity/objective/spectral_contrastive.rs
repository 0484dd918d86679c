//! The spectral contrastive loss as it is trained: without centring.

use super::extremum::squares;
use crate::context::{A, Context, Encoder, Spectrum, X};
use crate::exact::algebraic::RealAlgebraic;
use crate::exact::matrix::Matrix;
use crate::exact::pencil::pencil_eigenvalues;
use crate::exact::rational::{Rational, integer};
use crate::exact::real::Real;
use crate::exact::truth::Truth;
use num_traits::Zero;

/// `E[-2 <Psi(A), Psi(A+)> + <Psi(A), Psi(A-)>^2]`, at least `-sum_{i<d} s_i^4`. A and A+ come from one x
/// (`sum_x p(x) P(a|x) P(a+|x)`), A- is an independent copy of A.
///
/// It is `-2 Tr G_T + Tr G^2` for the Gram matrices G of Psi and `G_T` of `T Psi`.
///
/// Source: HaoChen et al. 2021.
pub fn spectral_contrastive(context: &Context, psi: &Encoder<A>) -> Rational {
    let images: Encoder<X> = context.expect_encoder(psi);
    let gram = context.gram(psi, psi);
    gram.times(&gram).trace() - integer(2) * context.gram(&images, &images).trace()
}

/// The least loss of d features: `-sum_{i<d} s_i^4`, where `s_0 = 1` and the `s_i` that do not exist are zero. Of no
/// features it is 0. See [`minimises_spectral_contrastive`].
///
/// Source: HaoChen et al. 2021.
pub fn least_spectral_contrastive(spectrum: &Spectrum, d: usize) -> Real {
    let fourth = |square: RealAlgebraic| {
        let square = Real::from(square);
        square.times(&square)
    };
    Real::sum(first_squares(spectrum, d).into_iter().map(fourth)).negated()
}

/// Whether no encoder on A with as many features has a smaller loss. Always decided.
///
/// The loss is `||Psi Psi* - T* T||^2 - ||T* T||^2` (Hilbert-Schmidt, on all functions on A). A minimum is stationary:
/// `T* T Psi = Psi G` for the Gram matrix G of Psi. Where that holds, the loss is `-Tr G^2`, and the positive eigenvalues
/// of G are eigenvalues of `T* T` with no larger multiplicities. So it is the least if and only if G has the
/// eigenvalues `1, s_1^2 .. s_{d-1}^2`.
pub fn minimises_spectral_contrastive(context: &Context, spectrum: &Spectrum, psi: &Encoder<A>) -> Truth {
    let gram = context.gram(psi, psi);
    let image = context.operator::<A>().times(psi.matrix());
    let is_stationary = image.minus(&psi.matrix().times(&gram)).entries().iter().all(Zero::is_zero);
    let d = psi.dimension();
    Truth::from(is_stationary && pencil_eigenvalues(&Matrix::identity(d), &gram) == first_squares(spectrum, d))
}

/// `s_0^2 .. s_{d-1}^2`, with zeros for those that do not exist.
fn first_squares(spectrum: &Spectrum, d: usize) -> Vec<RealAlgebraic> {
    let rest = squares(spectrum, d.saturating_sub(1));
    std::iter::once(RealAlgebraic::from(integer(1))).chain(rest).take(d).collect()
}

#[cfg(test)]
mod tests {
    use super::super::contrastive::contrastive;
    use super::super::minimiser::contrastive_minimiser;
    use super::super::naive;
    use super::*;
    use crate::context::gallery;
    use crate::exact::rational::ratio;

    fn inner(psi: &Encoder<A>, a: usize, b: usize) -> Rational {
        (0..psi.dimension()).map(|j| psi.matrix().get(a, j) * psi.matrix().get(b, j)).sum()
    }

    /// Both expectations as sums over pairs.
    fn literal_loss(context: &Context, psi: &Encoder<A>) -> Rational {
        let q = context.marginal::<A>();
        let together = naive::expected_of_views(context, |a, b| inner(psi, a, b));
        let pairs = (0..context.m()).flat_map(|a| (0..context.m()).map(move |b| (a, b)));
        let apart: Rational = pairs.map(|(a, b)| &q[a] * &q[b] * inner(psi, a, b) * inner(psi, a, b)).sum();
        apart - integer(2) * together
    }

    /// The constant and the best features for the centred loss.
    fn minimiser(context: &Context, d: usize) -> Option<Encoder<A>> {
        let one = Matrix::from_fn(context.m(), 1, |_, _| integer(1));
        Some(Encoder::new(one.beside(contrastive_minimiser(context, d.checked_sub(1)?)?.matrix())))
    }

    #[test]
    fn verdicts_fit_the_least_value() {
        let (mut minimisers, mut others) = (0, 0);
        for (k, context) in naive::contexts().into_iter().enumerate() {
            let spectrum = Spectrum::of(&context);
            for (d, seed) in [(0, 1), (1, 2), (2, 3), (2, 4), (4, 5)] {
                let psi: Encoder<A> = naive::encoder(&context, d, seed + 10 * k as u64);
                let loss = spectral_contrastive(&context, &psi);
                assert_eq!(loss, literal_loss(&context, &psi), "{context:?}");
                let centred = context.centred_encoder(&psi);
                assert_eq!(spectral_contrastive(&context, &centred), integer(2) * contrastive(&context, &psi));
                let least = least_spectral_contrastive(&spectrum, d);
                let verdict = minimises_spectral_contrastive(&context, &spectrum, &psi);
                others += usize::from(!naive::assert_least(&loss, &least, verdict, &format!("{context:?}, {psi:?}")));
                let Some(best) = minimiser(&context, d) else { continue };
                // In another order, and turned.
                let order: Vec<usize> = (0..d).rev().collect();
                let turn = Matrix::rational(2, 2, &[ratio(3, 5), ratio(4, 5), ratio(-4, 5), ratio(3, 5)]);
                let mut all = vec![best.matrix().clone(), best.matrix().select_columns(&order)];
                if d == 2 {
                    all.push(best.matrix().times(&turn));
                }
                for matrix in all {
                    let best = Encoder::new(matrix);
                    let verdict = minimises_spectral_contrastive(&context, &spectrum, &best);
                    let loss = spectral_contrastive(&context, &best);
                    assert!(naive::assert_least(&loss, &least, verdict, "a minimiser"));
                    let moved = |t| Encoder::new(best.matrix().plus(&psi.matrix().scaled(&t)));
                    assert_eq!(naive::slope(|t| spectral_contrastive(&context, &moved(t))), ratio(0, 1));
                    minimisers += 1;
                }
            }
        }
        assert!(minimisers > 40 && others > 30, "{minimisers} and {others}");
    }

    #[test]
    fn the_constant_comes_first() {
        let context = gallery::flipped_signs(2, &ratio(1, 2));
        let spectrum = Spectrum::of(&context);
        let least = |d| least_spectral_contrastive(&spectrum, d).as_rational().cloned();
        // Eigenvalues 1, 1/4, 1/4, 1/16 of T* T.
        assert_eq!(least(0), Some(integer(0)));
        assert_eq!(least(1), Some(integer(-1)));
        assert_eq!(least(2), Some(ratio(-17, 16)));
        assert_eq!(least(9), Some(-(ratio(18, 16) + ratio(1, 256))));
        let minimises = |values: &[i64], by: i64| {
            let psi = Encoder::new(Matrix::from_fn(4, 1, |a, _| ratio(values[a], by)));
            minimises_spectral_contrastive(&context, &spectrum, &psi)
        };
        assert_eq!(minimises(&[1, 1, 1, 1], 1), Truth::True);
        assert_eq!(minimises(&[1, 1, 1, 1], -1), Truth::True);
        assert_eq!(minimises(&[-1, -1, 1, 1], 2), Truth::False, "stationary, of the second eigenvalue");
        assert_eq!(minimises(&[0, 0, 0, 0], 1), Truth::False);
        // s_1 = 1: a component's indicator does as well as the constant.
        let parts = gallery::perfect(2);
        let psi = Encoder::new(Matrix::from_fn(2, 1, |a, _| integer(1 - 2 * a as i64)));
        assert_eq!(minimises_spectral_contrastive(&parts, &Spectrum::of(&parts), &psi), Truth::True);
    }
}
