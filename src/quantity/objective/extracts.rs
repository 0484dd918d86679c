//! Whether an encoder extracts the top eigenspace of an operator.

use super::extremum::{Among, SelfAdjoint};
use crate::exact::elimination::rank;
use crate::exact::matrix::Matrix;
use crate::exact::rational::Rational;

/// Whether the d columns of `phi` are independent and their span is that of d orthonormal eigenfunctions of the
/// operator that belong to its d largest eigenvalues, counted with multiplicity. Where the d-th is tied with the
/// next, any choice among their eigenfunctions will do. The constant function is a function like any other, and
/// eigenvalues may be negative. Of no features it is true; of more than n false.
///
/// The operator is n x n and multiplies columns of values; `phi` is n x d. `None` unless the weights are positive
/// and the operator is self-adjoint for `sum_x w(x) f(x) g(x)`.
///
/// Source: Zhai et al. 2025, section 2.1. By Ky Fan's principle ([`extremum`](super::extremum)).
pub fn extracts(weights: &[Rational], operator: &Matrix, phi: &Matrix) -> Option<bool> {
    let operator = SelfAdjoint::of_operator(weights, operator)?;
    let d = phi.columns();
    Some(rank(phi) == d && operator.is_top(phi, d, Among::All))
}

#[cfg(test)]
mod tests {
    use super::super::naive;
    use super::*;
    use crate::context::{Context, Encoder, Spectrum, X, gallery};
    use crate::exact::rational::{integer, ratio};
    use crate::quantity::learning::learns;

    fn matrix(columns: &[&[i64]]) -> Matrix {
        let rows = columns.first().map_or(0, |c| c.len());
        Matrix::from_fn(rows, columns.len(), |x, j| ratio(columns[j][x], 1))
    }

    /// Values 2, 2, -1 for the weights (1, 2, 4).
    #[test]
    fn a_diagonal_operator_with_a_tie_and_a_negative_value() {
        let weights = [1, 2, 4].map(integer);
        let operator = matrix(&[&[2, 0, 0], &[0, 2, 0], &[0, 0, -1]]);
        let answer = |columns: &[&[i64]]| extracts(&weights, &operator, &matrix(columns)).unwrap();
        assert!(answer(&[&[1, 0, 0]]) && answer(&[&[3, -5, 0]]), "any of the tie");
        assert!(answer(&[&[1, 1, 0], &[1, -1, 0]]));
        assert!(!answer(&[&[1, 1, 0], &[2, 2, 0]]), "dependent");
        assert!(!answer(&[&[0, 0, 0]]) && !answer(&[&[0, 0, 1]]));
        assert!(!answer(&[&[1, 0, 0], &[0, 0, 1]]), "the negative value is the last");
        assert!(!answer(&[&[1, 0, 1]]), "a mixture");
        assert!(answer(&[&[1, 0, 1], &[0, 1, 0], &[0, 0, 1]]), "everything");
        assert!(!answer(&[&[1, 0, 0], &[0, 1, 0], &[0, 0, 1], &[0, 0, 0]]), "more than everything");
        assert_eq!(extracts(&weights, &operator, &Matrix::zero(3, 0)), Some(true));
    }

    #[test]
    fn what_is_not_self_adjoint_is_refused() {
        let phi = matrix(&[&[1, 0]]);
        // <f, Op g> with weights (1, 2): rows (0, 2) and (1, 0) give a symmetric form.
        let operator = matrix(&[&[0, 1], &[2, 0]]);
        assert_eq!(extracts(&[integer(1), integer(2)], &operator, &phi), Some(false));
        assert_eq!(extracts(&[integer(1), integer(1)], &operator, &phi), None);
        assert_eq!(extracts(&[integer(1), integer(0)], &Matrix::identity(2), &phi), None, "a point without mass");
        assert_eq!(extracts(&[integer(1), integer(1)], &Matrix::identity(3), &phi), None);
        assert_eq!(extracts(&[integer(1), integer(1)], &Matrix::identity(2), &phi), Some(true));
    }

    /// With the constant added, an encoder learns the contexture exactly if it extracts the top of K.
    #[test]
    fn extracting_from_k_is_learning() {
        let (mut yes, mut no) = (0, 0);
        for context in naive::contexts() {
            let spectrum = Spectrum::of(&context);
            let weights = context.marginal::<X>();
            let operator = context.operator::<X>();
            for (d, seed) in [(0, 1), (1, 2), (1, 4), (2, 5), (2, 6)] {
                let phi: Encoder<X> = context.centred_encoder(&naive::encoder(&context, d, seed));
                let one = Matrix::from_fn(context.n(), 1, |_, _| integer(1));
                let answer = extracts(&weights, &operator, &one.beside(phi.matrix())).unwrap();
                assert_eq!(answer, learns(&context, &spectrum, &phi).is_ok(), "{context:?}, {phi:?}");
                *(if answer { &mut yes } else { &mut no }) += 1;
            }
        }
        assert!(yes > 10 && no > 10, "{yes} and {no}");
    }

    #[test]
    fn the_constant_is_first_for_k_and_need_not_be_for_others() {
        let context: Context = gallery::any_other(3);
        let weights = context.marginal::<X>();
        let (one, other) = (matrix(&[&[1, 1, 1]]), matrix(&[&[1, -1, 0]]));
        assert_eq!(extracts(&weights, &context.operator::<X>(), &one), Some(true));
        assert_eq!(extracts(&weights, &context.operator::<X>(), &other), Some(false));
        // Minus T has -1 for the constant and 1/2 beside it.
        let opposite = context.expectation::<X>().scaled(&integer(-1));
        assert_eq!(extracts(&weights, &opposite, &one), Some(false));
        assert_eq!(extracts(&weights, &opposite, &other), Some(true));
    }
}
