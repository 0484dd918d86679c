//! The VICReg loss: invariance, variance, covariance.

use crate::context::{A, Context, Encoder, X};
use crate::exact::rational::{Rational, integer, ratio};
use crate::exact::real::Real;
use crate::exact::truth::Undefined;
use num_traits::{Signed, Zero};

/// What the parts of the loss are multiplied with, and what is added to a variance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weights {
    /// Of the invariance.
    pub lambda: Rational,
    /// Of the variance.
    pub mu: Rational,
    /// Of the covariance.
    pub nu: Rational,
    /// Added to every variance before the root is taken.
    pub eps: Rational,
}

/// `lambda E ||Psi(A) - Psi(A+)||^2 + mu (2/d) sum_j max(0, 1 - sqrt(Var psi_j + eps)) + nu (2/d) sum_{i != j} Cov_ij^2`: the
/// margin is 1, and both branches have the law of A, so that their variance and covariance terms are alike. A and A+
/// come from one x. Undefined of no features, and where `Var psi_j + eps < 0`.
///
/// Source: Bardes et al. 2022, the population value.
pub fn vicreg(context: &Context, psi: &Encoder<A>, weights: &Weights) -> Result<Real, Undefined> {
    let d = psi.dimension();
    let undefined = |reason: String| Undefined::new("the VICReg loss", reason);
    if d == 0 {
        return Err(undefined("there are no features to average over".into()));
    }
    let centred = context.centred_encoder(psi);
    let images: Encoder<X> = context.expect_encoder(&centred);
    let covariance = context.gram(&centred, &centred);
    let invariance = integer(2) * (covariance.trace() - context.gram(&images, &images).trace());
    let mut missing = Vec::with_capacity(d);
    for j in 0..d {
        let square = covariance.get(j, j) + &weights.eps;
        if square.is_negative() {
            return Err(undefined(format!("the variance of feature {} and eps are negative together", j + 1)));
        }
        if square < integer(1) {
            missing.push(Real::from(integer(1)).minus(&root(square)));
        }
    }
    let pairs = (0..d).flat_map(|i| (0..d).filter(move |j| *j != i).map(move |j| (i, j)));
    let together: Rational = pairs.map(|(i, j)| covariance.get(i, j) * covariance.get(i, j)).sum();
    let of_both = ratio(2, d);
    let rational = &weights.lambda * invariance + &weights.nu * &of_both * together;
    Ok(Real::from(&weights.mu * of_both).times(&Real::sum(missing)).plus(&rational.into()))
}

fn root(square: Rational) -> Real {
    match square.is_zero() {
        true => Real::zero(),
        false => Real::from(square).sqrt().ok().flatten().expect("a rational that is not negative"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::naive;
    use super::*;
    use crate::context::gallery;
    use crate::exact::matrix::Matrix;
    use std::cmp::Ordering;

    fn weights(lambda: i64, mu: i64, nu: i64, eps: Rational) -> Weights {
        Weights { lambda: integer(lambda), mu: integer(mu), nu: integer(nu), eps }
    }

    /// Every expectation as a sum over pairs of views, and both branches apart.
    fn literal(context: &Context, psi: &Encoder<A>, weights: &Weights) -> Real {
        let d = psi.dimension();
        let value = |a: usize, j: usize| psi.matrix().get(a, j);
        let mean = |j: usize| naive::expected(context, |_, a| value(a, j));
        let covariance =
            |i: usize, j: usize| naive::expected(context, |_, a| (value(a, i) - mean(i)) * (value(a, j) - mean(j)));
        let invariance =
            naive::expected_of_views(context, |a, b| naive::distance_squared(psi.matrix(), a, psi.matrix(), b));
        let mut loss = Real::from(&weights.lambda * invariance);
        for _branch in 0..2 {
            for i in 0..d {
                let root = Real::from(covariance(i, i) + &weights.eps).sqrt().unwrap().unwrap();
                let short = Real::maximum([Real::zero(), Real::from(integer(1)).minus(&root)]).unwrap();
                loss = loss.plus(&short.times(&Real::from(&weights.mu / integer(d))));
                for j in (0..d).filter(|&j| j != i) {
                    let square = covariance(i, j) * covariance(i, j);
                    loss = loss.plus(&Real::from(square * &weights.nu / integer(d)));
                }
            }
        }
        loss
    }

    /// The literal sum; shifts, signs and the order of features change nothing, scales do.
    #[test]
    fn losses_are_literal_and_do_not_see_constants() {
        let mut seen = 0;
        for (k, context) in naive::contexts().into_iter().enumerate() {
            for (d, seed) in [(1, 2), (2, 4), (3, 3), (3, 5)] {
                let psi: Encoder<A> = naive::encoder(&context, d, seed + 10 * k as u64);
                for weights in [weights(25, 25, 1, ratio(1, 10_000)), weights(1, 2, 0, integer(0))] {
                    let loss = vicreg(&context, &psi, &weights).unwrap();
                    assert_eq!(loss.compare(&literal(&context, &psi, &weights)), Ok(Ordering::Equal), "{context:?}");
                    let order: Vec<usize> = (0..d).rev().collect();
                    let moved = naive::shifted(&psi.matrix().select_columns(&order)).scaled(&integer(-1));
                    let moved = vicreg(&context, &Encoder::new(moved), &weights).unwrap();
                    assert_eq!(loss.compare(&moved), Ok(Ordering::Equal));
                    let larger = vicreg(&context, &Encoder::new(psi.matrix().scaled(&integer(9))), &weights).unwrap();
                    seen += usize::from(larger.compare(&loss) == Ok(Ordering::Greater));
                }
            }
        }
        assert!(seen > 40, "{seen}");
    }

    /// A sign that keeps half: invariance `2 (1 - 1/4)` times its square.
    #[test]
    fn by_hand() {
        let context = gallery::flipped_signs(2, &ratio(1, 2));
        let sign = |by: Rational| Encoder::new(Matrix::from_fn(4, 1, |a, _| integer(2 * (a as i64 % 2) - 1) * &by));
        let loss = |psi: Encoder<A>, w: Weights| vicreg(&context, &psi, &w).unwrap();
        let rational = |r: Real| r.as_rational().cloned();
        assert_eq!(rational(loss(sign(integer(1)), weights(1, 5, 5, integer(0)))), Some(ratio(3, 2)));
        assert_eq!(rational(loss(sign(ratio(1, 2)), weights(1, 5, 5, integer(0)))), Some(ratio(3, 8) + integer(5)));
        // Var + eps = 1 exactly: nothing is missing.
        assert_eq!(rational(loss(sign(ratio(1, 2)), weights(1, 5, 5, ratio(3, 4)))), Some(ratio(3, 8)));
        assert_eq!(loss(sign(ratio(1, 2)), weights(0, 1, 5, ratio(1, 4))).decimal(9), "0.585786438");
        // Collapsed: a variance of zero with and without eps.
        assert_eq!(rational(loss(sign(integer(0)), weights(9, 5, 5, integer(0)))), Some(integer(10)));
        assert_eq!(rational(loss(sign(integer(0)), weights(9, 5, 5, ratio(1, 4)))), Some(integer(5)));
        // A copy: twice the invariance, and 2/2 times two covariances of 1.
        let copy = Encoder::new(sign(integer(1)).matrix().beside(sign(integer(1)).matrix()));
        assert_eq!(rational(loss(copy, weights(1, 5, 7, integer(0)))), Some(integer(3) + integer(14)));
    }

    #[test]
    fn where_it_has_no_value() {
        let context = gallery::flipped_signs(2, &ratio(1, 2));
        let none = Encoder::new(Matrix::from_fn(4, 0, |_, _| integer(0)));
        assert!(vicreg(&context, &none, &weights(1, 1, 1, integer(1))).unwrap_err().reason().contains("no features"));
        let sign = Encoder::new(Matrix::from_fn(4, 1, |a, _| integer(2 * (a as i64 % 2) - 1)));
        assert!(vicreg(&context, &sign, &weights(1, 1, 1, integer(-1))).is_ok());
        assert!(
            vicreg(&context, &sign, &weights(1, 1, 1, ratio(-101, 100))).unwrap_err().reason().contains("feature 1")
        );
    }
}
