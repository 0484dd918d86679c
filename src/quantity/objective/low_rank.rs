//! The low-rank approximation of the joint table by the products of two encoders.

use super::extremum::{SelfAdjoint, sum_of_squares};
use crate::context::{A, Context, Encoder, Spectrum, X};
use crate::exact::algebraic::RealAlgebraic;
use crate::exact::matrix::Matrix;
use crate::exact::rational::{Rational, integer};
use crate::exact::real::Real;
use crate::exact::truth::Truth;
use num_traits::Zero;

/// `-2 E_P[Phi(X).Psi(A)] + E_{p x q}[(Phi(X).Psi(A))^2]`, at least minus the trace of K. Panics unless both have
/// as many features.
///
/// It is `||F - T||^2 - ||T||^2` (Hilbert-Schmidt) for the operator F of the kernel `Phi(x).Psi(a)`, and equal to
/// `-2 Tr <Phi, T Psi> + Tr(G_Phi G_Psi)`.
///
/// Source: the authors' code; HaoChen et al. 2021.
pub fn low_rank(context: &Context, phi: &Encoder<X>, psi: &Encoder<A>) -> Rational {
    let together = context.gram(phi, &context.expect_encoder(psi)).trace();
    context.gram(phi, phi).times(&context.gram(psi, psi)).trace() - integer(2) * together
}

/// The least value of d features on both sides: `-sum_{i<d} s_i^2`, where `s_0 = 1` and the `s_i` that do not exist
/// are zero (Eckart and Young 1936). Of no features it is 0.
pub fn least_low_rank(spectrum: &Spectrum, d: usize) -> Real {
    match d {
        0 => Real::zero(),
        _ => Real::sum([Real::from(integer(1)), sum_of_squares(spectrum, d - 1)]).negated(),
    }
}

/// Whether no pair with as many features has a smaller value. Always decided.
///
/// F is a best approximation of T of rank d or less if and only if it is T on a set of top-d singular functions and
/// zero beside them. Then `(T - F) F* = 0` and `(T - F)* F = 0`, and `F F*` has the d largest eigenvalues of K,
/// zeros beyond. Conversely the first of these makes the value `-Tr F F*`, and the last makes that the least.
pub fn minimises_low_rank(context: &Context, spectrum: &Spectrum, phi: &Encoder<X>, psi: &Encoder<A>) -> Truth {
    assert_eq!(phi.dimension(), psi.dimension(), "encoders with as many features");
    let (of_phi, of_psi) = (context.gram(phi, phi), context.gram(psi, psi));
    let left = context.expect_encoder::<X>(psi).matrix().minus(&phi.matrix().times(&of_psi));
    let right = context.expect_encoder::<A>(phi).matrix().minus(&psi.matrix().times(&of_phi));
    let vanishes = |m: Matrix| m.entries().iter().all(Zero::is_zero);
    let is_stationary =
        vanishes(left.times(&phi.matrix().transposed())) && vanishes(right.times(&psi.matrix().transposed()));
    Truth::from(
        is_stationary && {
            let kernel = phi.matrix().times(&of_psi).times(&phi.matrix().transposed());
            let square = SelfAdjoint::of_kernel(&context.marginal::<X>(), &kernel).expect("F F* is self-adjoint");
            let first = phi.dimension().min(context.n());
            let trivial = RealAlgebraic::from(integer(1));
            let mut best = std::iter::once(&trivial).chain((1..context.n()).filter_map(|i| spectrum.squared(i)));
            square.eigenvalues().iter().take(first).all(|value| best.next() == Some(value))
        },
    )
}

#[cfg(test)]
mod tests {
    use super::super::better::better_low_rank;
    use super::super::minimiser::low_rank_minimiser;
    use super::super::naive;
    use super::*;
    use crate::context::gallery;
    use crate::exact::elimination::inverse;
    use crate::exact::rational::ratio;

    fn inner(phi: &Encoder<X>, x: usize, psi: &Encoder<A>, a: usize) -> Rational {
        (0..phi.dimension()).map(|j| phi.matrix().get(x, j) * psi.matrix().get(a, j)).sum()
    }

    #[test]
    fn verdicts_fit_the_least_value() {
        let (mut best, mut others) = (0, 0);
        for (k, context) in naive::contexts().into_iter().enumerate() {
            let spectrum = Spectrum::of(&context);
            for (d, seed) in [(0, 1), (1, 2), (2, 3), (2, 4), (4, 5)] {
                let phi: Encoder<X> = naive::encoder(&context, d, seed + 10 * k as u64);
                let psi: Encoder<A> = naive::encoder(&context, d, seed + 10 * k as u64 + 1);
                let loss = low_rank(&context, &phi, &psi);
                let together = naive::expected(&context, |x, a| inner(&phi, x, &psi, a));
                let apart = naive::expected_apart(&context, |x, a| inner(&phi, x, &psi, a) * inner(&phi, x, &psi, a));
                assert_eq!(loss, apart - integer(2) * together);
                let least = least_low_rank(&spectrum, d);
                let mut pairs = vec![(phi.clone(), psi.clone())];
                if let Some((best_phi, best_psi)) = low_rank_minimiser(&context, d) {
                    let along = |t: Rational| {
                        let moved_phi = Encoder::new(best_phi.matrix().plus(&phi.matrix().scaled(&t)));
                        low_rank(&context, &moved_phi, &Encoder::new(best_psi.matrix().plus(&psi.matrix().scaled(&t))))
                    };
                    assert_eq!(naive::slope(along), ratio(0, 1), "{context:?}");
                    // The last feature left out: stationary, and best only if it was zero anyway.
                    let kept = |m: &Matrix| {
                        Matrix::from_fn(m.rows(), d, |x, j| match j + 1 == d {
                            true => Rational::zero(),
                            false => m.get(x, j),
                        })
                    };
                    pairs.push((Encoder::new(kept(best_phi.matrix())), Encoder::new(kept(best_psi.matrix()))));
                    assert_eq!(minimises_low_rank(&context, &spectrum, &best_phi, &best_psi), Truth::True);
                    pairs.push((best_phi, best_psi));
                }
                for (phi, psi) in pairs {
                    let loss = low_rank(&context, &phi, &psi);
                    let verdict = minimises_low_rank(&context, &spectrum, &phi, &psi);
                    if naive::assert_least(&loss, &least, verdict, &format!("{context:?}, {phi:?}, {psi:?}")) {
                        assert!(better_low_rank(&context, &phi, &psi).is_none());
                        best += 1;
                    } else {
                        let (phi, psi) = better_low_rank(&context, &phi, &psi).expect("a better pair");
                        assert!(low_rank(&context, &phi, &psi) < loss && phi.dimension() == d && psi.dimension() == d);
                        others += 1;
                    }
                }
            }
        }
        assert!(best > 40 && others > 20, "{best} and {others}");
    }

    /// `Phi R` and `Psi R^-T` have the same products; the constant comes first and is not taken out.
    #[test]
    fn invertible_maps_and_shifts() {
        let context = gallery::flipped_signs(2, &ratio(1, 2));
        let spectrum = Spectrum::of(&context);
        let (phi, psi) = low_rank_minimiser(&context, 3).unwrap();
        let map = Matrix::rational(3, 3, &[1, 2, 0, 0, 1, 5, 1, 0, 1].map(integer));
        let back = inverse(&map).unwrap().transposed();
        let (phi, psi) = (phi.matrix().times(&map), psi.matrix().times(&back));
        let minimises = |phi: &Matrix, psi: &Matrix| {
            minimises_low_rank(&context, &spectrum, &Encoder::new(phi.clone()), &Encoder::new(psi.clone()))
        };
        assert_eq!(minimises(&phi, &psi), Truth::True);
        assert_eq!(minimises(&naive::shifted(&phi), &psi), Truth::False);
        let one = |size: usize| Matrix::from_fn(size, 1, |_, _| integer(1));
        assert_eq!(minimises(&one(4), &one(4)), Truth::True, "alone the constant is best");
        let sign = Matrix::from_fn(4, 1, |x, _| integer(if x < 2 { 1 } else { -1 }));
        assert_eq!(minimises(&sign, &sign.scaled(&ratio(1, 2))), Truth::False, "stationary, and not the top");
        let point = gallery::one_point();
        assert_eq!(least_low_rank(&Spectrum::of(&point), 3).as_rational(), Some(&integer(-1)));
        assert_eq!(least_low_rank(&spectrum, 0).as_rational(), Some(&integer(0)));
        assert_eq!(least_low_rank(&spectrum, 9).as_rational(), Some(&-(integer(1) + ratio(9, 16))));
    }
}
