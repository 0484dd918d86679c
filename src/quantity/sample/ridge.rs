//! Kernel ridge regression.

use super::{all_points, assert_kernel, column, part, support};
use crate::exact::elimination::{definiteness, solve};
use crate::exact::matrix::Matrix;
use crate::exact::rational::Rational;
use crate::exact::truth::Undefined;
use num_traits::Signed;
use std::cmp::Ordering;

/// The values at all points of the f in the space of k that makes `sum_x w(x) (f(x) - y(x))^2 + b ||f||_k^2` least. It is
/// `k a` with `(W k + b I) a = W y` on the points with weight.
///
/// Undefined unless b > 0 (of b = 0 see [`ridgeless`](super::ridgeless::ridgeless)), and unless the kernel is
/// positive semidefinite on the points with weight. Panics unless there is a weight and a label for each point; labels at points
/// without weight do not matter.
pub fn ridge(
    kernel: &Matrix,
    weights: &[Rational],
    labels: &[Rational],
    b: &Rational,
) -> Result<Vec<Rational>, Undefined> {
    assert_kernel(kernel, weights);
    assert_eq!(labels.len(), kernel.rows(), "labels are a function of the point");
    if !b.is_positive() {
        return Err(Undefined::new("the ridge estimate", "b is not positive"));
    }
    let points = support(weights);
    let on_points = part(kernel, &points, &points);
    if definiteness(&on_points) == Ordering::Less {
        return Err(Undefined::new("the ridge estimate", "the kernel is not positive semidefinite"));
    }
    let weight = Matrix::diagonal(&points.iter().map(|&x| weights[x].clone()).collect::<Vec<_>>());
    let system = weight.times(&on_points).plus(&Matrix::identity(points.len()).scaled(b));
    let coefficients = solve(&system, &weight.times(&column(labels, &points)));
    let coefficients = coefficients.expect("W k has no negative eigenvalue, so W k + b I is not singular");
    Ok(part(kernel, &all_points(kernel), &points).times(&coefficients).column(0))
}

#[cfg(test)]
mod tests {
    use super::super::outcomes::{Outcomes, Sample};
    use super::super::ridgeless::ridgeless;
    use super::*;
    use crate::context::{Context, X, gallery};
    use crate::exact::rational::{integer, ratio};

    /// `v(x)^T (G + n b I)^-1 y` with the n x n Gram matrix of the draws.
    fn by_draws(kernel: &Matrix, sample: &Sample, labels: &[Rational], b: &Rational) -> Vec<Rational> {
        let (points, n) = (sample.points(), integer(sample.draws()));
        let gram = part(kernel, &points, &points).plus(&Matrix::identity(points.len()).scaled(&(n * b)));
        let coefficients = solve(&gram, &column(labels, &points)).unwrap();
        part(kernel, &all_points(kernel), &points).times(&coefficients).column(0)
    }

    fn labels(n: usize) -> Vec<Rational> {
        (0..n).map(|x| ratio((7 * x * x + 3) as i64 % 5 - 2, 1 + x % 3)).collect()
    }

    #[test]
    fn it_is_the_closed_form_over_the_draws() {
        let irregular = Context::from_counts(&[[5, 1, 0, 2], [1, 4, 1, 1], [0, 2, 7, 1]]).unwrap();
        for context in [irregular, gallery::cycle(5), gallery::independent(3, 2), gallery::one_point()] {
            let (kernel, p, y) = (context.kernel::<X>(), context.marginal::<X>(), labels(context.n()));
            for (sample, _) in &Outcomes::new(&p, 3) {
                for b in [ratio(1, 1000), ratio(1, 2), integer(7)] {
                    let found = ridge(&kernel, &sample.empirical().unwrap(), &y, &b);
                    assert_eq!(found, Ok(by_draws(&kernel, &sample, &y, &b)));
                }
            }
        }
    }

    /// One point drawn: `f = k(., x) y / (k(x,x) + b)`.
    #[test]
    fn one_point_by_hand() {
        let kernel = Matrix::rational(2, 2, &[ratio(5, 4), ratio(1, 2), ratio(1, 2), integer(2)]);
        let found = ridge(&kernel, &[integer(0), integer(1)], &[integer(100), integer(3)], &integer(1));
        assert_eq!(found, Ok(vec![ratio(1, 2), integer(2)]));
    }

    /// Close to b = 0 it is close to the fit without a penalty, and the distance goes with b.
    #[test]
    fn the_limit_without_a_penalty() {
        let context = gallery::disconnected();
        let (kernel, p, y) = (context.kernel::<X>(), context.marginal::<X>(), labels(5));
        let limit = ridgeless(&kernel, &p, &y);
        let distance = |b: Rational| -> Rational {
            let found = ridge(&kernel, &p, &y, &b).unwrap();
            found.iter().zip(&limit).map(|(f, g)| (f - g).abs()).sum()
        };
        let (near, nearer) = (distance(ratio(1, 1_000_000)), distance(ratio(1, 2_000_000)));
        assert!(near < ratio(1, 1000) && nearer < near * ratio(51, 100));
    }

    #[test]
    fn what_has_no_estimate() {
        let kernel = Matrix::identity(2);
        let (w, y) = (vec![ratio(1, 2); 2], labels(2));
        assert!(ridge(&kernel, &w, &y, &integer(0)).is_err() && ridge(&kernel, &w, &y, &integer(-1)).is_err());
        let signed = Matrix::rational(2, 2, &[integer(1), integer(2), integer(2), integer(1)]);
        assert!(ridge(&signed, &w, &y, &integer(1)).unwrap_err().reason().contains("semidefinite"));
        assert!(ridge(&signed, &[integer(1), integer(0)], &y, &integer(1)).is_ok(), "it is on the points drawn");
    }
}
