//! The risk of a linear probe for vector-valued labels.

use super::extremum::{Among, SelfAdjoint, sum_of_first};
use crate::context::{A, Context, Encoder, X};
use crate::exact::elimination::{independent_columns, solve};
use crate::exact::matrix::Matrix;
use crate::exact::rational::Rational;
use crate::exact::real::Real;
use crate::exact::truth::Truth;

/// `min_{W,b} E ||W Phi(X) + b - v(A)||^2`, in `[0, E ||v||^2]`, where `b = 0` unless there is an intercept. The
/// label of a point a is the row v(a). Denoising is this on the transposed context.
///
/// It is `E ||v||^2 - Tr(C^T G^-1 C)` for the Gram matrix G of a basis of the features' span and
/// `C = <phi_i, T v_j>`. An intercept takes the means out of both: features and labels are centred.
///
/// Source: Zhai et al. 2025, section 3.1.
pub fn supervised(context: &Context, v: &Encoder<A>, phi: &Encoder<X>, intercept: bool) -> Rational {
    let (v, phi) = posed(context, v, phi, intercept);
    let basis = Encoder::<X>::new(phi.matrix().select_columns(&independent_columns(phi.matrix())));
    let cross = context.gram(&basis, &context.expect_encoder(&v));
    let probe = solve(&context.gram(&basis, &basis), &cross).expect("a basis has an invertible Gram matrix");
    context.gram(&v, &v).trace() - cross.transposed().times(&probe).trace()
}

/// The least risk of d features: `E ||v||^2` (of the centred v with an intercept) less the d largest
/// eigenvalues of `T L T*`, where L is the integral operator of `v(a).v(a')`. Of more than N features as of N.
///
/// Source: Zhai et al. 2025, Theorems 6 and 8.
pub fn least_supervised(context: &Context, v: &Encoder<A>, d: usize, intercept: bool) -> Real {
    let (v, _) = posed(context, v, &no_features(context), intercept);
    let values = labelled_operator(context, &v).eigenvalues();
    Real::from(context.gram(&v, &v).trace()).minus(&sum_of_first(&values, d))
}

/// Whether no encoder with as many features has a smaller risk. Always decided.
///
/// The risk of features of rank r is `E ||v||^2` less the trace of `T L T*` on their span, so it is least if and
/// only if the r Ritz values are the r largest eigenvalues, and those up to the d-th are zero.
///
/// Source: Zhai et al. 2025, Theorems 6 and 8.
pub fn minimises_supervised(context: &Context, v: &Encoder<A>, phi: &Encoder<X>, intercept: bool) -> Truth {
    let (v, phi) = posed(context, v, phi, intercept);
    let operator = labelled_operator(context, &v);
    Truth::from(operator.is_top(phi.matrix(), phi.dimension(), Among::All))
}

/// `T L T*` on X: the integral operator of `u(x).u(x')` for `u = T v`. With centred labels it maps constants to
/// zero, so that what it has on all functions it has on those of mean zero.
pub(super) fn labelled_operator(context: &Context, v: &Encoder<A>) -> SelfAdjoint {
    let u: Encoder<X> = context.expect_encoder(v);
    let kernel = u.matrix().times(&u.matrix().transposed());
    SelfAdjoint::of_kernel(&context.marginal::<X>(), &kernel).expect("a kernel of inner products is symmetric")
}

/// Labels and features as the probe sees them.
pub(super) fn posed(context: &Context, v: &Encoder<A>, phi: &Encoder<X>, intercept: bool) -> (Encoder<A>, Encoder<X>) {
    match intercept {
        true => (context.centred_encoder(v), context.centred_encoder(phi)),
        false => (v.clone(), phi.clone()),
    }
}

pub(super) fn no_features(context: &Context) -> Encoder<X> {
    Encoder::new(Matrix::zero(context.n(), 0))
}

#[cfg(test)]
mod tests {
    use super::super::better::better_supervised;
    use super::super::minimiser::supervised_minimiser;
    use super::super::{extracts::extracts, naive};
    use super::*;
    use crate::context::gallery;
    use crate::exact::rational::{integer, ratio};
    use num_traits::Zero;

    /// The risk of the W and b that the normal equations give, as the literal expectation. Its gradient is zero and
    /// it is convex in W and b, so it is the minimum.
    fn literal_risk(c: &Context, v: &Encoder<A>, phi: &Encoder<X>, intercept: bool) -> Rational {
        let one = Matrix::from_fn(c.n(), usize::from(intercept), |_, _| integer(1));
        let inputs = phi.matrix().beside(&one);
        let size = inputs.columns();
        let p = c.marginal::<X>();
        let moment = |i: usize, j: usize| (0..c.n()).map(|x| &p[x] * inputs.get(x, i) * inputs.get(x, j)).sum();
        let cross = |i: usize, k: usize| naive::expected(c, |x, a| inputs.get(x, i) * v.matrix().get(a, k));
        let w = solve(&Matrix::from_fn(size, size, moment), &Matrix::from_fn(size, v.dimension(), cross)).unwrap();
        let predicted = inputs.times(&w);
        for i in 0..size {
            for k in 0..v.dimension() {
                let slope = naive::expected(c, |x, a| inputs.get(x, i) * (predicted.get(x, k) - v.matrix().get(a, k)));
                assert!(slope.is_zero());
            }
        }
        naive::expected(c, |x, a| naive::distance_squared(&predicted, x, v.matrix(), a))
    }

    #[test]
    fn risks_are_literal_and_least_where_said() {
        let (mut best, mut others) = (0, 0);
        for (k, context) in naive::contexts().into_iter().enumerate() {
            for (size, d, seed) in [(1, 1, 1), (2, 2, 2), (3, 1, 3), (3, 3, 3), (2, 0, 4), (0, 1, 5), (1, 6, 6)] {
                for intercept in [false, true] {
                    let v = naive::encoder(&context, size, seed + 10 * k as u64);
                    let phi: Encoder<X> = naive::encoder(&context, d, seed + 7);
                    let risk = supervised(&context, &v, &phi, intercept);
                    assert_eq!(risk, literal_risk(&context, &v, &phi, intercept), "{context:?}");
                    let least = least_supervised(&context, &v, d, intercept);
                    let verdict = minimises_supervised(&context, &v, &phi, intercept);
                    if naive::assert_least(&risk, &least, verdict, &format!("{context:?} {phi:?}")) {
                        best += 1;
                        assert!(better_supervised(&context, &v, &phi, intercept).is_none());
                    } else {
                        others += 1;
                        let better = better_supervised(&context, &v, &phi, intercept).expect("a better one");
                        assert!(supervised(&context, &v, &better, intercept) < risk && better.dimension() == d);
                    }
                    if let Some(phi) = supervised_minimiser(&context, &v, d, intercept) {
                        let risk = supervised(&context, &v, &phi, intercept);
                        let verdict = minimises_supervised(&context, &v, &phi, intercept);
                        assert!(naive::assert_least(&risk, &least, verdict, "a minimiser"));
                    }
                }
            }
        }
        assert!(best > 40 && others > 40, "{best} and {others}");
    }

    /// Invertible maps of the features change nothing; a shift nothing with an intercept, something without.
    #[test]
    fn what_the_risk_does_not_see() {
        let context = Context::from_counts(&[[2, 0, 1], [1, 3, 1], [0, 1, 4]]).unwrap();
        let one_hot = Encoder::new(Matrix::identity(3));
        let phi = Encoder::new(Matrix::from_fn(3, 1, |x, _| ratio(x as i64 * x as i64, 2)));
        let shifted = Encoder::new(naive::shifted(phi.matrix()));
        let scaled = Encoder::new(phi.matrix().scaled(&ratio(-5, 3)));
        let risk = |phi: &Encoder<X>, intercept| supervised(&context, &one_hot, phi, intercept);
        assert_eq!(risk(&phi, true), risk(&shifted, true));
        assert_ne!(risk(&phi, false), risk(&shifted, false));
        for intercept in [false, true] {
            assert_eq!(risk(&phi, intercept), risk(&scaled, intercept));
        }
        let with_one = Encoder::new(phi.matrix().beside(&Matrix::from_fn(3, 1, |_, _| integer(1))));
        assert_eq!(risk(&with_one, false), risk(&phi, true), "an intercept is a constant feature");
    }

    /// Two classes of two points with deterministic one-hot labels. Without an intercept the operator is K / 2, tied.
    #[test]
    fn one_hot_labels_by_hand() {
        let context = gallery::deterministic(&[2, 2]);
        let one_hot: Encoder<A> = Encoder::new(Matrix::identity(2));
        let phi = |columns: &[&[i64]]| -> Encoder<X> {
            Encoder::new(Matrix::from_fn(4, columns.len(), |x, j| integer(columns[j][x])))
        };
        let least = |d, intercept| least_supervised(&context, &one_hot, d, intercept).as_rational().cloned();
        let expected = [ratio(1, 1), ratio(1, 2), ratio(0, 1)].map(Some);
        assert_eq!([least(0, false), least(1, false), least(2, false)], expected);
        assert_eq!([least(0, true), least(1, true)], [Some(ratio(1, 2)), Some(ratio(0, 1))]);
        let minimises = |phi: &Encoder<X>, intercept| minimises_supervised(&context, &one_hot, phi, intercept);
        let class: &[i64] = &[1, 1, 0, 0];
        assert_eq!(minimises(&phi(&[class]), false), Truth::True, "one class, or any mixture of the tie");
        assert_eq!(minimises(&phi(&[class]), true), Truth::True);
        assert_eq!(minimises(&phi(&[&[1, -1, 1, -1]]), true), Truth::False);
        assert_eq!(minimises(&phi(&[class, &[1, -1, 0, 0]]), true), Truth::True, "beyond the rank all will do");
        assert_eq!(minimises(&phi(&[class, class]), true), Truth::True, "a dependent minimiser");
        assert_eq!(minimises(&phi(&[class, class]), false), Truth::False);
        // The dependent minimiser does not extract the top eigenspace.
        let operator = context.operator::<X>();
        let centred = context.centred_encoder(&phi(&[class, class]));
        assert_eq!(extracts(&context.marginal::<X>(), &operator, centred.matrix()), Some(false));
    }

    /// Denoising: the transposed context.
    #[test]
    fn denoising_is_the_risk_on_the_other_side() {
        let context = Context::from_counts(&[[1, 2, 3], [3, 1, 0]]).unwrap();
        let other = context.transposed();
        let u: Encoder<A> = Encoder::new(Matrix::from_fn(2, 1, |x, _| ratio(3 * x as i64 - 1, 2)));
        let psi: Encoder<X> = Encoder::new(Matrix::from_fn(3, 1, |a, _| integer(a)));
        assert_eq!(supervised(&other, &u, &psi, true), literal_risk(&other, &u, &psi, true));
    }
}
