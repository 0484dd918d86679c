//! One encoder and a kernel on its side: features that the integral operator keeps.

use super::extremum::{Among, SelfAdjoint, centred, count, feasible, gram, sum_of_first};
use crate::exact::matrix::Matrix;
use crate::exact::rational::Rational;
use crate::exact::real::Real;
use crate::exact::truth::{Truth, Undefined};

/// `E ||Phi~||^2 - E <Phi~(X), (T_k Phi~)(X)>`, where `(T_k f)(x) = sum_y k(x,y) p(y) f(y)`. The weights are p; the
/// kernel is n x n, of any sign. Undefined if it is not symmetric. Only what the kernel does to functions of mean
/// zero matters.
///
/// Source: Zhai 2025 (dissertation), chapter 2.
pub fn kernel_integral(weights: &[Rational], k: &Matrix, phi: &Matrix) -> Result<Rational, Undefined> {
    let operator = integral(weights, k)?;
    let features = operator.centred(phi);
    Ok(gram(weights, &features, &features).trace() - operator.trace_on(&features))
}

/// The least value of d features with `Cov_p[Phi] = I`: d less the d largest eigenvalues of `T_k` seen on functions
/// of mean zero, which may be negative. Undefined if the kernel is not symmetric, and for d > n - 1, where there is
/// no such encoder.
///
/// Source: Zhai 2025 (dissertation), chapter 2.
pub fn least_kernel_integral(weights: &[Rational], k: &Matrix, d: usize) -> Result<Real, Undefined> {
    let operator = integral(weights, k)?;
    feasible("the least kernel integral", d, weights.len())?;
    Ok(count(d).minus(&sum_of_first(&operator.eigenvalues_of_mean_zero(), d)))
}

/// Whether `Cov_p[Phi] = I` and no such encoder with as many features has a smaller value. Decided wherever the
/// kernel is symmetric; false for more than n - 1 features. By Ky Fan's principle
/// ([`extremum`](super::extremum)), on functions of mean zero.
pub fn minimises_kernel_integral(weights: &[Rational], k: &Matrix, phi: &Matrix) -> Result<Truth, Undefined> {
    let operator = integral(weights, k)?;
    let features = centred(weights, phi);
    let d = phi.columns();
    let is_feasible = gram(weights, &features, &features) == Matrix::identity(d);
    Ok(Truth::from(is_feasible && operator.is_top(&features, d, Among::MeanZero)))
}

/// `T_k`.
pub(super) fn integral(weights: &[Rational], k: &Matrix) -> Result<SelfAdjoint, Undefined> {
    let undefined = || Undefined::new("the kernel integral", "the kernel is not symmetric");
    SelfAdjoint::of_kernel(weights, k).ok_or_else(undefined)
}

#[cfg(test)]
mod tests {
    use super::super::better::better_kernel_integral;
    use super::super::extracts::extracts;
    use super::super::minimiser::kernel_integral_minimiser;
    use super::super::naive;
    use super::*;
    use crate::exact::rational::{integer, ratio};

    fn symmetric(n: usize, seed: u64) -> Matrix {
        let half = naive::values(n, n, seed);
        half.plus(&half.transposed())
    }

    /// With the double sum of `E <Phi~(X), E k(X, X') Phi~(X')>`.
    #[test]
    fn values_are_literal() {
        for seed in 1..8 {
            let weights = [ratio(1, 2), ratio(1, 3), ratio(1, 6)];
            let (k, phi) = (symmetric(3, seed), naive::values(3, 2, seed + 1));
            let centred = centred(&weights, &phi);
            let inner = |x: usize, y: usize| (0..2).map(|j| centred.get(x, j) * centred.get(y, j)).sum::<Rational>();
            let mut value: Rational = (0..3).map(|x| &weights[x] * inner(x, x)).sum();
            for x in 0..3 {
                for y in 0..3 {
                    value -= &weights[x] * &weights[y] * k.get(x, y) * inner(x, y);
                }
            }
            assert_eq!(kernel_integral(&weights, &k, &phi), Ok(value.clone()));
            assert_eq!(
                kernel_integral(&weights, &k, &naive::shifted(&phi)),
                Ok(value.clone()),
                "constants are taken out"
            );
            // A kernel f(x) + f(y) does nothing to functions of mean zero.
            let f = naive::values(3, 1, seed + 2);
            let shift = Matrix::from_fn(3, 3, |x, y| f.get(x, 0) + f.get(y, 0));
            assert_eq!(kernel_integral(&weights, &k.plus(&shift), &phi), Ok(value));
        }
    }

    #[test]
    fn verdicts_fit_the_least_value() {
        let weights = vec![ratio(1, 4); 4];
        let (mut best, mut others) = (0, 0);
        // Signs that do not commute, are tied, of any sign.
        let signs = naive::orthonormal(4, 3, 0);
        let product = |d: [i64; 3]| {
            let scaled = Matrix::from_fn(4, 3, |x, j| signs.get(x, j) * integer(d[j]));
            scaled.times(&signs.transposed())
        };
        let mut kernels: Vec<Matrix> = (1..6).map(|seed| symmetric(4, seed)).collect();
        kernels.extend([[2, 2, 1], [1, -1, -1], [-1, -2, -3], [0, 0, 1], [0, 0, 0]].map(product));
        for k in kernels {
            for (d, seed) in [(0, 1), (1, 2), (1, 0), (2, 3), (2, 0), (3, 5)] {
                let phi = naive::shifted(&naive::orthonormal(4, d, seed));
                let least = least_kernel_integral(&weights, &k, d).unwrap();
                for phi in [Some(phi), kernel_integral_minimiser(&weights, &k, d)].into_iter().flatten() {
                    let value = kernel_integral(&weights, &k, &phi).unwrap();
                    let verdict = minimises_kernel_integral(&weights, &k, &phi).unwrap();
                    if naive::assert_least(&value, &least, verdict, &format!("{k:?}, {phi:?}")) {
                        assert!(better_kernel_integral(&weights, &k, &phi).is_none());
                        best += 1;
                    } else {
                        let better = better_kernel_integral(&weights, &k, &phi).expect("a better one");
                        assert_eq!(gram(&weights, &centred(&weights, &better), &better), Matrix::identity(d));
                        assert!(kernel_integral(&weights, &k, &better).unwrap() < value);
                        others += 1;
                    }
                }
            }
        }
        assert!(best > 20 && others > 20, "{best} and {others}");
    }

    /// The kernel `11^T + 2 (f 1^T + 1 f^T)` mixes f with the constant: a minimiser need not extract its top.
    #[test]
    fn the_compressed_kernel_is_another_operator() {
        let weights = vec![ratio(1, 4); 4];
        let signs = naive::orthonormal(4, 2, 0);
        let (f, g) = (signs.select_columns(&[0]), signs.select_columns(&[1]));
        let one = Matrix::from_fn(4, 1, |_, _| integer(1));
        let mixed = f.times(&one.transposed()).plus(&one.times(&f.transposed())).scaled(&integer(2));
        let k = mixed.plus(&g.times(&g.transposed()));
        assert_eq!(minimises_kernel_integral(&weights, &k, &g), Ok(Truth::True));
        assert_eq!(minimises_kernel_integral(&weights, &k, &f), Ok(Truth::False));
        let operator = Matrix::from_fn(4, 4, |x, y| k.get(x, y) * &weights[y]);
        assert_eq!(extracts(&weights, &operator, &g), Some(false), "the top is (1 + f), with value 2");
        let top = one.plus(&f);
        assert_eq!(extracts(&weights, &operator, &top), Some(true));
    }

    #[test]
    fn rejected_kernels_and_too_many_features() {
        let weights = [ratio(1, 2), ratio(1, 2)];
        let skew = Matrix::rational(2, 2, &[0, 1, 2, 0].map(integer));
        let phi = Matrix::rational(2, 1, &[1, -1].map(integer));
        assert!(kernel_integral(&weights, &skew, &phi).is_err() && least_kernel_integral(&weights, &skew, 1).is_err());
        assert!(minimises_kernel_integral(&weights, &skew, &phi).is_err());
        let k = Matrix::identity(2);
        assert_eq!(least_kernel_integral(&weights, &k, 1).unwrap().as_rational(), Some(&ratio(1, 2)));
        assert!(least_kernel_integral(&weights, &k, 2).unwrap_err().reason().contains("2 features on 2 points"));
        assert_eq!(minimises_kernel_integral(&weights, &k, &phi.scaled(&integer(2))), Ok(Truth::False), "not feasible");
        let both = phi.beside(&phi);
        assert_eq!(minimises_kernel_integral(&weights, &k, &both), Ok(Truth::False), "more than n - 1");
    }
}
