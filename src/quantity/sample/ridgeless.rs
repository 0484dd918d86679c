//! Kernel regression without a penalty: the fit of least norm.

use super::{all_points, assert_kernel, column, part, support};
use crate::exact::elimination::solve;
use crate::exact::matrix::Matrix;
use crate::exact::rational::Rational;

/// The values at all points of the f in the space of k of least norm among those that make
/// `sum_x w(x) (f(x) - y(x))^2` least: the limit of ridge regression for b to 0. It interpolates the labels where some
/// function of the space does.
///
/// It is `k a` for any a on the points with weight with `k W k a = k W y`. Panics unless the kernel is symmetric and there is a
/// weight and a label for each point; labels at points without weight do not matter.
pub fn ridgeless(kernel: &Matrix, weights: &[Rational], labels: &[Rational]) -> Vec<Rational> {
    assert_kernel(kernel, weights);
    assert_eq!(labels.len(), kernel.rows(), "labels are a function of the point");
    let points = support(weights);
    let on_points = part(kernel, &points, &points);
    let weighted = on_points.times(&Matrix::diagonal(&points.iter().map(|&x| weights[x].clone()).collect::<Vec<_>>()));
    let coefficients = solve(&weighted.times(&on_points), &weighted.times(&column(labels, &points)));
    let coefficients = coefficients.expect("normal equations have a solution");
    part(kernel, &all_points(kernel), &points).times(&coefficients).column(0)
}

#[cfg(test)]
mod tests {
    use super::super::outcomes::Outcomes;
    use super::*;
    use crate::context::{Context, X, gallery};
    use crate::exact::rational::{integer, ratio};
    use num_traits::Zero;

    fn labels(n: usize) -> Vec<Rational> {
        (0..n).map(|x| ratio((5 * x * x + 3) as i64 % 7 - 2, 1 + x % 2)).collect()
    }

    /// Optimality itself: the residual is orthogonal to every `k(., z)` for the weights, and f is in the span of the
    /// `k(., x)` of points with weight, so orthogonal to all functions that vanish there.
    #[test]
    fn it_satisfies_the_conditions_of_the_minimum() {
        let irregular = Context::from_counts(&[[5, 1, 0, 2], [1, 4, 1, 1], [0, 2, 7, 1]]).unwrap();
        for context in [irregular, gallery::disconnected(), gallery::independent(4, 3), gallery::one_point()] {
            let (kernel, p, n) = (context.kernel::<X>(), context.marginal::<X>(), context.n());
            let y = labels(n);
            for (sample, _) in &Outcomes::new(&p, 3) {
                let w = sample.empirical().unwrap();
                let f = ridgeless(&kernel, &w, &y);
                for z in 0..n {
                    let inner: Rational = (0..n).map(|x| &w[x] * (&y[x] - &f[x]) * kernel.get(x, z)).sum();
                    // z without weight: the residual is orthogonal to functions of the whole space.
                    assert!(inner.is_zero());
                }
                let points = sample.support();
                let values = Matrix::rational(n, 1, &f);
                assert!(solve(&part(&kernel, &all_points(&kernel), &points), &values).is_some());
            }
        }
    }

    #[test]
    fn a_definite_kernel_interpolates() {
        let kernel = gallery::erasure(3, &ratio(1, 4)).kernel::<X>();
        let y = labels(3);
        let f = ridgeless(&kernel, &[ratio(1, 4), integer(0), ratio(3, 4)], &y);
        assert_eq!((&f[0], &f[2]), (&y[0], &y[2]));
        // X and A independent: k = 1, and f is the mean of the labels.
        let ones = gallery::independent(3, 2).kernel::<X>();
        let f = ridgeless(&ones, &[ratio(1, 4), integer(0), ratio(3, 4)], &y);
        let mean = &y[0] * ratio(1, 4) + &y[2] * ratio(3, 4);
        assert_eq!(f, vec![mean; 3]);
    }
}
