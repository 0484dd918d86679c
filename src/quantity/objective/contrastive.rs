//! The spectral contrastive loss of an encoder on A.

use super::extremum::squares;
use crate::context::{A, Context, Encoder, Spectrum, X};
use crate::exact::algebraic::RealAlgebraic;
use crate::exact::matrix::Matrix;
use crate::exact::pencil::pencil_eigenvalues;
use crate::exact::rational::{Rational, integer, ratio};
use crate::exact::real::Real;
use crate::exact::truth::Truth;
use num_traits::Zero;

/// `E[-<Psi~(A), Psi~(A+)> + 1/2 <Psi~(A), Psi~(A-)>^2]`, at least `-1/2 sum_{i<=d} s_i^4`. A and A+ come
/// from one x (`sum_x p(x) P(a|x) P(a+|x)`), A- is an independent copy of A.
///
/// It is `-Tr G_T + 1/2 Tr G^2` for the Gram matrices G of `Psi~` and `G_T` of `T Psi~`.
///
/// Source: Zhai et al. 2025, section 3.2.
pub fn contrastive(context: &Context, encoder: &Encoder<A>) -> Rational {
    let centred = context.centred_encoder(encoder);
    let images: Encoder<X> = context.expect_encoder(&centred);
    let gram = context.gram(&centred, &centred);
    gram.times(&gram).trace() / integer(2) - context.gram(&images, &images).trace()
}

/// The least contrastive loss of d features: `-1/2 sum_{i<=d} s_i^4`, with zeros for the `s_i` that do not
/// exist. See [`minimises_contrastive`].
///
/// Source: Zhai et al. 2025, Theorem 10.
pub fn least_contrastive(spectrum: &Spectrum, d: usize) -> Real {
    let fourth = |square: RealAlgebraic| {
        let square = Real::from(square);
        square.times(&square)
    };
    Real::sum(squares(spectrum, d).into_iter().map(fourth)).times(&Real::from(ratio(-1, 2)))
}

/// Whether no encoder on A with as many features has a smaller contrastive loss. Always decided.
///
/// Twice the loss is `||Psi~ Psi~* - T* T||^2 - ||T* T||^2` (Hilbert-Schmidt, on functions of mean zero), so
/// the least is `-1/2 sum_{i<=d} s_i^4` with zeros for the `s_i` that do not exist (Eckart and Young 1936).
/// A minimum is stationary: `T* T Psi~ = Psi~ G` for the Gram matrix G of `Psi~`. Where that holds, the loss
/// is `-1/2 Tr G^2`, and the positive eigenvalues of G are eigenvalues of `T* T` with no larger
/// multiplicities, so the i-th is at most `s_i^2`. Hence it is the least if and only if Psi is stationary and
/// G has the eigenvalues `s_1^2 .. s_d^2`.
///
/// Source: Zhai et al. 2025, Theorem 10.
pub fn minimises_contrastive(context: &Context, spectrum: &Spectrum, encoder: &Encoder<A>) -> Truth {
    let centred = context.centred_encoder(encoder);
    let gram = context.gram(&centred, &centred);
    let image = context.operator::<A>().times(centred.matrix());
    let is_stationary = image.minus(&centred.matrix().times(&gram)).entries().iter().all(Zero::is_zero);
    Truth::from(
        is_stationary && {
            let values = pencil_eigenvalues(&Matrix::identity(encoder.dimension()), &gram);
            values == squares(spectrum, encoder.dimension())
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::gallery;

    const FIRST: [i64; 4] = [-1, -1, 1, 1];
    const SECOND: [i64; 4] = [-1, 1, -1, 1];
    const BOTH: [i64; 4] = [1, -1, -1, 1];

    fn encoder(rows: usize, columns: &[&[i64]], divisor: i64) -> Encoder<A> {
        Encoder::new(Matrix::from_fn(rows, columns.len(), |a, j| ratio(columns[j][a], divisor)))
    }

    /// Both expectations as sums over pairs.
    fn literal_loss(c: &Context, psi: &Encoder<A>) -> Rational {
        let (p, q) = (c.marginal::<X>(), c.marginal::<A>());
        let d = psi.dimension();
        let mean = |j: usize| (0..c.m()).map(|a| &q[a] * psi.matrix().get(a, j)).sum::<Rational>();
        let means: Vec<Rational> = (0..d).map(mean).collect();
        let inner = |a: usize, b: usize| -> Rational {
            (0..d).map(|j| (psi.matrix().get(a, j) - &means[j]) * (psi.matrix().get(b, j) - &means[j])).sum()
        };
        let mut loss = Rational::zero();
        for a in 0..c.m() {
            for b in 0..c.m() {
                let together: Rational = (0..c.n()).map(|x| c.joint(x, a) * c.joint(x, b) / &p[x]).sum();
                loss += &q[a] * &q[b] * inner(a, b) * inner(a, b) / integer(2) - together * inner(a, b);
            }
        }
        loss
    }

    #[test]
    fn the_loss_is_the_literal_sum() {
        let tables = [
            Context::from_counts(&[[2, 0, 1], [1, 3, 1], [0, 1, 4]]).unwrap(),
            Context::from_counts(&[[1, 2, 3], [3, 1, 0]]).unwrap(),
            gallery::independent(2, 3),
        ];
        for c in tables {
            for columns in [vec![], vec![&[1, 2, 5]], vec![&[1, 2, 5], &[0, -1, 2]], vec![&[3, 3, 3], &[1, 0, 0]]] {
                let columns: Vec<&[i64]> = columns.iter().map(|c: &&[i64; 3]| c.as_slice()).collect();
                let psi = encoder(3, &columns, 2);
                assert_eq!(contrastive(&c, &psi), literal_loss(&c, &psi));
            }
        }
        assert_eq!(contrastive(&gallery::one_point(), &encoder(1, &[&[3]], 1)), ratio(0, 1));
    }

    /// By the value of the minimum, where it is rational.
    fn attains(c: &Context, psi: &Encoder<A>) -> bool {
        let least = least_contrastive(&Spectrum::of(c), psi.dimension());
        let least = least.as_rational().expect("a rational spectrum").clone();
        let loss = contrastive(c, psi);
        assert!(loss >= least, "no loss is smaller");
        loss == least
    }

    #[test]
    fn the_minimum_on_two_signs() {
        // Eigenvalues 1/4, 1/4, 1/16: optimal features are half of a sign, half of the other, a quarter of both.
        let c = gallery::flipped_signs(2, &ratio(1, 2));
        let spectrum = Spectrum::of(&c);
        let doubled = FIRST.map(|v| 2 * v);
        let (second, shifted) = (SECOND.map(|v| 2 * v), doubled.map(|v| v + 5));
        let best = |columns: &[&[i64]], divisor: i64| {
            let psi = encoder(4, columns, divisor);
            let answer = minimises_contrastive(&c, &spectrum, &psi);
            assert_eq!(answer, Truth::from(attains(&c, &psi)), "{columns:?}");
            answer == Truth::True
        };
        assert!(best(&[&doubled], 4) && best(&[&second], 4) && best(&[&doubled, &second], 4));
        assert!(best(&[&shifted], 4), "a constant is taken out");
        assert!(best(&[&doubled, &second, &BOTH], 4) && best(&[&BOTH, &second, &doubled], 4));
        assert!(best(&[&doubled, &second, &BOTH, &[1; 4]], 4), "more than N - 1: the rest is constant");
        assert!(best(&[], 1));
        // A turn of the features: (3 u + 4 v, -4 u + 3 v) / 5.
        let turned = |a: i64, b: i64| -> Vec<i64> { (0..4).map(|k| a * FIRST[k] + b * SECOND[k]).collect() };
        assert!(best(&[&turned(3, 4), &turned(-4, 3)], 10));
        // One feature twice, as 3/5 and 4/5 of it, leaves the other out; with one feature more it is no better.
        assert!(!best(&[&FIRST.map(|v| 3 * v), &FIRST.map(|v| 4 * v)], 10));
        assert!(!best(&[&BOTH], 4), "stationary and not the least");
        assert!(!best(&[&doubled, &BOTH], 4));
        assert!(!best(&[&doubled], 5) && !best(&[&doubled, &second], 3), "of a wrong length");
        assert!(!best(&[&[0; 4]], 1), "zero is stationary too");
    }

    #[test]
    fn features_beyond_the_rank_are_zero() {
        let c = gallery::split_channel(2);
        let spectrum = Spectrum::of(&c);
        let sign = [1, -1, 1, -1];
        let answer = |columns: &[&[i64]]| {
            let psi = encoder(4, columns, 2);
            let answer = minimises_contrastive(&c, &spectrum, &psi);
            assert_eq!(answer, Truth::from(attains(&c, &psi)), "{columns:?}");
            answer
        };
        assert_eq!(answer(&[&sign]), Truth::True);
        assert_eq!(answer(&[&sign, &[0; 4]]), Truth::True);
        assert_eq!(answer(&[&sign, &[7; 4]]), Truth::True);
        assert_eq!(answer(&[&sign, &[1, 1, -1, -1]]), Truth::False, "a function of the kernel costs");
        // sign / 2 in two parts: 3/5 and 4/5 of it.
        let parts = encoder(4, &[&sign.map(|v| 3 * v), &sign.map(|v| 4 * v)], 10);
        assert_eq!(minimises_contrastive(&c, &spectrum, &parts), Truth::True);
        assert!(attains(&c, &parts));
        let point = gallery::independent(3, 1);
        let spectrum = Spectrum::of(&point);
        assert_eq!(minimises_contrastive(&point, &spectrum, &encoder(1, &[&[4]], 1)), Truth::True);
        // More points on A than on X: s_2 does not exist, and the second feature counts as for s = 0.
        let wide = Context::from_counts(&[[3, 1, 0], [1, 3, 1]]).unwrap();
        let spectrum = Spectrum::of(&wide);
        assert_eq!(minimises_contrastive(&wide, &spectrum, &encoder(3, &[&[0; 3], &[0; 3]], 1)), Truth::False);
    }
}
