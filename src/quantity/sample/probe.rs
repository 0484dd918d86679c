//! Linear probes: least squares on the features of an encoder.

use super::support;
use crate::exact::elimination::solve;
use crate::exact::matrix::Matrix;
use crate::exact::rational::Rational;
use crate::exact::truth::Undefined;
use num_traits::{Signed, Zero};

/// A linear function of features, and an intercept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Probe {
    /// One weight a feature.
    pub weights: Vec<Rational>,
    /// What is added.
    pub intercept: Rational,
}

impl Probe {
    /// `Phi v + c` at all points. Panics unless there is a weight for each feature.
    pub fn values(&self, features: &Matrix) -> Vec<Rational> {
        assert_eq!(self.weights.len(), features.columns(), "one weight a feature");
        let v = Matrix::rational(self.weights.len(), 1, &self.weights);
        features.times(&v).column(0).into_iter().map(|value| value + &self.intercept).collect()
    }
}

/// The probe v, c that makes `sum_x w(x) (Phi(x).v + c - y(x))^2 + b |v|^2` least; the intercept is not penalised. For b = 0
/// and features that do not determine v, the one with least `|v|`.
///
/// With features and labels centred for the weights, v solves `(C + b I) v = h` for their covariances C and h. Undefined if b is
/// negative. Panics unless there is a weight, a label and a row of features for each point; labels at points without weight do not
/// matter.
pub fn probe(features: &Matrix, weights: &[Rational], labels: &[Rational], b: &Rational) -> Result<Probe, Undefined> {
    assert!(features.rows() == weights.len() && labels.len() == weights.len(), "functions on the same points");
    if b.is_negative() {
        return Err(Undefined::new("the ridge probe", "b is negative"));
    }
    let (n, d, points) = (weights.len(), features.columns(), support(weights));
    let mean = |value: &dyn Fn(usize) -> Rational| -> Rational { points.iter().map(|&x| &weights[x] * value(x)).sum() };
    let means: Vec<Rational> = (0..d).map(|j| mean(&|x| features.get(x, j))).collect();
    let label = mean(&|x| labels[x].clone());
    let centred = Matrix::from_fn(n, d, |x, j| features.get(x, j) - &means[j]);
    let weighted = centred.transposed().times(&Matrix::diagonal(weights));
    let (covariance, target) = (weighted.times(&centred), weighted.times(&Matrix::rational(n, 1, labels)));
    let v = if b.is_zero() {
        // v = C t is of least norm.
        let t = solve(&covariance.times(&covariance), &target).expect("normal equations have a solution");
        covariance.times(&t)
    } else {
        let system = covariance.plus(&Matrix::identity(d).scaled(b));
        solve(&system, &target).expect("a definite matrix is not singular")
    };
    let weights = v.column(0);
    let explained: Rational = weights.iter().zip(&means).map(|(v, mean)| v * mean).sum();
    Ok(Probe { weights, intercept: label - explained })
}

#[cfg(test)]
mod tests {
    use super::super::outcomes::Outcomes;
    use super::super::risk;
    use super::*;
    use crate::exact::elimination::null_space;
    use crate::exact::rational::{integer, ratio};

    fn features(n: usize, d: usize) -> Matrix {
        Matrix::from_fn(n, d, |x, j| ratio((3 * x * x + 2 * j + x * j) as i64 - 2, 1 + j as i64))
    }

    fn labels(n: usize) -> Vec<Rational> {
        (0..n).map(|x| ratio((5 * x * x + 3) as i64 % 7 - 2, 1 + x % 2)).collect()
    }

    /// Optimality itself: the residual has mean zero and `Phi^T W r = b v`; v is orthogonal to every direction that
    /// changes nothing at the drawn points.
    #[test]
    fn it_satisfies_the_conditions_of_the_minimum() {
        let p = [ratio(1, 2), ratio(1, 4), ratio(1, 8), ratio(1, 8)];
        let y = labels(4);
        for (sample, _) in &Outcomes::new(&p, 3) {
            let w = sample.empirical().unwrap();
            for d in 0..4 {
                // The last feature depends on the others.
                let phi = match d {
                    3 => features(4, 2).beside(&Matrix::from_fn(4, 1, |x, _| features(4, 2).get(x, 0) + integer(1))),
                    _ => features(4, d),
                };
                for b in [integer(0), ratio(1, 3)] {
                    let found = probe(&phi, &w, &y, &b).unwrap();
                    let f = found.values(&phi);
                    let inner = |g: &dyn Fn(usize) -> Rational| -> Rational {
                        (0..4).map(|x| &w[x] * (&y[x] - &f[x]) * g(x)).sum()
                    };
                    assert!(inner(&|_| integer(1)).is_zero());
                    for j in 0..d {
                        assert_eq!(inner(&|x| phi.get(x, j)), &b * &found.weights[j]);
                    }
                    // (v, c) with Phi v + c = 0 at the drawn points.
                    let points = sample.support();
                    let system =
                        Matrix::from_fn(
                            points.len(),
                            d + 1,
                            |i, j| {
                                if j < d { phi.get(points[i], j) } else { integer(1) }
                            },
                        );
                    let idle = null_space(&system);
                    for k in 0..idle.columns() {
                        let product: Rational = (0..d).map(|j| idle.get(j, k) * &found.weights[j]).sum();
                        assert!(product.is_zero() || !b.is_zero());
                    }
                }
            }
        }
    }

    #[test]
    fn lines_by_hand() {
        // (0, 1), (1, 3): slope 2; with b: (1/4 + b) v = 1/2.
        let phi = Matrix::integer(3, 1, [0, 1, 2].map(num_bigint::BigInt::from).to_vec());
        let (w, y) = ([ratio(1, 2), ratio(1, 2), integer(0)], [integer(1), integer(3), integer(0)]);
        let found = probe(&phi, &w, &y, &integer(0)).unwrap();
        assert_eq!(found, Probe { weights: vec![integer(2)], intercept: integer(1) });
        assert_eq!(found.values(&phi)[2], integer(5));
        let p = vec![ratio(1, 3); 3];
        assert_eq!(risk(&p, &found.values(&phi), &y), ratio(25, 3));
        let found = probe(&phi, &w, &y, &ratio(1, 4)).unwrap();
        assert_eq!(found, Probe { weights: vec![integer(1)], intercept: ratio(3, 2) });
        assert!(probe(&phi, &w, &y, &integer(-1)).is_err());
        // One point: v = 0, the label itself.
        let found = probe(&phi, &[integer(0), integer(1), integer(0)], &y, &integer(0)).unwrap();
        assert_eq!(found, Probe { weights: vec![integer(0)], intercept: integer(3) });
    }
}
