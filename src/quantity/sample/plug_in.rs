//! Powers of a kernel, and their estimates from points.

use super::assert_kernel;
use crate::exact::matrix::Matrix;
use crate::exact::rational::Rational;
use crate::exact::truth::Undefined;

/// The power `k^p(x,x') = sum over z_1 .. z_{p-1} of w(z_1) .. w(z_{p-1}) k(x,z_1) k(z_1,z_2) .. k(z_{p-1},x')`, an N x N
/// matrix. With the marginal it is that of the population, `sum_i l_i^p mu_i(x) mu_i(x')`; with the empirical distribution of m
/// points it is the plug-in estimate. Unlike the former the latter has products in which a point is taken more than once.
///
/// Undefined for p = 0. Panics unless the kernel is symmetric and there is a weight for each of its points.
pub fn kernel_power(kernel: &Matrix, weights: &[Rational], p: usize) -> Result<Matrix, Undefined> {
    assert_kernel(kernel, weights);
    if p == 0 {
        return Err(Undefined::new("k^0", "powers of a kernel start at 1"));
    }
    let step = kernel.times(&Matrix::diagonal(weights));
    Ok(power(&step, p - 1).times(kernel))
}

/// By repeated squaring.
fn power(matrix: &Matrix, p: usize) -> Matrix {
    match p {
        0 => Matrix::identity(matrix.rows()),
        _ => {
            let half = power(matrix, p / 2);
            let square = half.times(&half);
            if p.is_multiple_of(2) { square } else { square.times(matrix) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::expectation::law;
    use super::super::outcomes::{Outcomes, Sample};
    use super::super::symmetry::Symmetry;
    use super::*;
    use crate::context::{Context, X, gallery};
    use crate::exact::rational::{integer, ratio};

    fn contexts() -> Vec<Context> {
        vec![Context::from_counts(&[[1, 3], [2, 0]]).unwrap(), gallery::perfect(2), gallery::independent(3, 2)]
    }

    /// The sum over draws as it is written.
    fn by_draws(kernel: &Matrix, sample: &Sample, p: usize, x: usize, y: usize) -> Rational {
        let (points, m) = (sample.points(), sample.draws());
        let mut sum = integer(0);
        for code in 0..m.pow(p as u32 - 1) {
            let (mut product, mut at) = (integer(1), x);
            for i in 0..p as u32 - 1 {
                let next = points[code / m.pow(i) % m];
                product *= kernel.get(at, next);
                at = next;
            }
            sum += product * kernel.get(at, y);
        }
        sum / integer(m.pow(p as u32 - 1))
    }

    #[test]
    fn estimates_are_means_over_draws() {
        for context in contexts() {
            let kernel = context.kernel::<X>();
            for (sample, _) in &Outcomes::new(&context.marginal::<X>(), 3) {
                for p in 1..=4 {
                    let found = kernel_power(&kernel, &sample.empirical().unwrap(), p).unwrap();
                    assert!(found.is_symmetric());
                    for (x, y) in (0..context.n()).flat_map(|x| (0..=x).map(move |y| (x, y))) {
                        assert_eq!(found.get(x, y), by_draws(&kernel, &sample, p, x, y));
                    }
                }
            }
        }
        assert!(kernel_power(&Matrix::identity(1), &[integer(1)], 0).is_err());
    }

    /// The operator of `k^p` is the p-th power of that of k.
    #[test]
    fn powers_of_the_population() {
        for context in contexts() {
            let (kernel, p) = (context.kernel::<X>(), context.marginal::<X>());
            let operator = context.operator::<X>();
            let cube = operator.times(&operator).times(&operator);
            let found = kernel_power(&kernel, &p, 3).unwrap();
            assert_eq!(found, Matrix::from_fn(context.n(), context.n(), |x, y| cube.get(x, y) / &p[y]));
        }
    }

    /// Unbiased for p = 2, and not for p = 3: with k = 2 on the diagonal and 0 beside it, `p = (1/2, 1/2)`, m = 2, the
    /// estimate of `k^3(0,0)` has the mean `8 E w_0^2 = 3`, and `k^3(0,0) = 2`.
    #[test]
    fn means_of_estimates() {
        for context in contexts() {
            let (kernel, marginal) = (context.kernel::<X>(), context.marginal::<X>());
            let mean = |p: usize, m: usize| {
                let of = |sample: &Sample| kernel_power(&kernel, &sample.empirical()?, p).map(|k| k.get(0, 0));
                law(&Outcomes::new(&marginal, m), &Symmetry::none(context.n()), of).map(|law| law.mean())
            };
            for p in 1..=2 {
                let exact = kernel_power(&kernel, &marginal, p).unwrap().get(0, 0);
                assert!((1..=3).all(|m| mean(p, m) == Ok(exact.clone())));
            }
            assert!(mean(2, 0).is_err(), "an estimate from no points");
            if context == gallery::perfect(2) {
                assert_eq!(mean(3, 2), Ok(integer(3)));
                assert_eq!(kernel_power(&kernel, &marginal, 3).unwrap().get(0, 0), integer(2));
                assert_eq!(mean(3, 1), Ok(integer(4)));
            }
        }
        assert_eq!(ratio(3, 8) * integer(8), integer(3));
    }
}
