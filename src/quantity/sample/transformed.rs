//! Spectrally transformed kernels: `k_s = sum_i s(l_i) mu_i mu_i`, and regression with them.
//!
//! Where the population is known, `k_s` is a matrix and regression with it is [`ridge`](super::ridge::ridge). Where it is
//! not, kernel PCA and a probe take its place: [`kernel_pca_fit`](super::kernel_pca::kernel_pca_fit).

use super::outcomes::Sample;
use super::{all_points, assert_kernel, column, part};
use crate::exact::elimination::{definiteness, inverse, rank, solve};
use crate::exact::matrix::Matrix;
use crate::exact::rational::{Rational, integer};
use crate::exact::truth::Undefined;
use num_traits::{Signed, Zero};
use std::cmp::Ordering;

/// The transformed kernel of a polynomial without constant term, `s(l) = s_1 l + s_2 l^2 + ...`: the matrix
/// `sum_p s_p k^p`, symmetric, and positive semidefinite iff s is nowhere negative on the spectrum.
///
/// `coefficients` are `s_1, s_2, ...`. Panics unless the kernel is symmetric and there is a mass for each of its points.
pub fn transformed_kernel(kernel: &Matrix, marginal: &[Rational], coefficients: &[Rational]) -> Matrix {
    assert_kernel(kernel, marginal);
    let step = kernel.times(&Matrix::diagonal(marginal));
    let identity = Matrix::identity(kernel.rows());
    // Horner: (s_1 + s_2 T + ...) k
    let zero = Matrix::zero(kernel.rows(), kernel.rows());
    let operator = coefficients.iter().rev().fold(zero, |sum, s| step.times(&sum).plus(&identity.scaled(s)));
    operator.times(kernel)
}

/// The inverse Laplacian: the transformed kernel of `s(l) = l / (1 - eta l)`, which is `k (I - eta T_k)^-1`.
///
/// Undefined unless `0 <= eta < 1 / l_1`; of eta = 0 it is k. Panics unless the kernel is symmetric and there is a positive mass for
/// each of its points.
pub fn inverse_laplacian(kernel: &Matrix, marginal: &[Rational], eta: &Rational) -> Result<Matrix, Undefined> {
    assert_kernel(kernel, marginal);
    assert!(marginal.iter().all(Rational::is_positive), "every point has a positive mass");
    // I - eta T is positive definite for the inner product of the marginal iff 1/p - eta k is.
    let masses: Vec<Rational> = marginal.iter().map(Rational::recip).collect();
    let definite = definiteness(&Matrix::diagonal(&masses).minus(&kernel.scaled(eta))) == Ordering::Greater;
    if eta.is_negative() || !definite {
        return Err(Undefined::new("the inverse Laplacian", "eta is not at least 0 and less than 1 / l_1"));
    }
    // k_s = k (I - eta p k)^-1
    let identity = Matrix::identity(kernel.rows());
    let factor = inverse(&identity.minus(&Matrix::diagonal(marginal).times(kernel).scaled(eta)));
    Ok(kernel.times(&factor.expect("a definite matrix is not singular")))
}

/// The closed form `v(x)^T (G + n b I)^-1 y` at all points x, with the n x n Gram matrix G of the draws and the vector v of
/// the `k(x, x_i)`.
///
/// Undefined if `G + n b I` is singular, as where k is not positive semidefinite or b = 0, and for no draws. Panics unless there
/// is a count and a label for each point.
pub fn closed_form(
    kernel: &Matrix,
    sample: &Sample,
    labels: &[Rational],
    b: &Rational,
) -> Result<Vec<Rational>, Undefined> {
    assert!(
        labels.len() == kernel.rows() && sample.counts().len() == kernel.rows(),
        "labels are a function of the point"
    );
    let undefined = |reason: &str| Undefined::new("v^T (G + n b I)^-1 y", reason);
    let points = sample.points();
    if points.is_empty() {
        return Err(undefined("nothing was drawn"));
    }
    let penalty = Matrix::identity(points.len()).scaled(&(integer(points.len()) * b));
    let gram = part(kernel, &points, &points).plus(&penalty);
    if !b.is_positive() && rank(&gram) < points.len() {
        return Err(undefined("G + n b I is singular"));
    }
    let coefficients = solve(&gram, &column(labels, &points)).ok_or_else(|| undefined("G + n b I is singular"))?;
    Ok(part(kernel, &all_points(kernel), &points).times(&coefficients).column(0))
}

/// `||f||_k^2 = a^T k a` for `f = k a`, the same for every such a; `None` where f is not in the space of k. Not negative where k is
/// positive semidefinite. Panics unless the kernel is symmetric and f has a value for each of its points.
pub fn squared_norm(kernel: &Matrix, f: &[Rational]) -> Option<Rational> {
    assert!(kernel.is_symmetric(), "a kernel is symmetric");
    let values = Matrix::rational(f.len(), 1, f);
    let a = solve(kernel, &values)?;
    Some(values.transposed().times(&a).get(0, 0))
}

/// The smoothness ratio `r_k(f) = ||f||^2 / ||f||_k^2` of f for a kernel: 0 where f is not in its space. Undefined for f = 0.
///
/// Source: Zhai et al. 2024, *Spectrally transformed kernel regression*.
pub fn smoothness(kernel: &Matrix, marginal: &[Rational], f: &[Rational]) -> Result<Rational, Undefined> {
    assert_kernel(kernel, marginal);
    if f.iter().all(Zero::is_zero) {
        return Err(Undefined::new("r_k(f)", "f is zero"));
    }
    let square: Rational = f.iter().zip(marginal).map(|(f, p)| f * f * p).sum();
    Ok(squared_norm(kernel, f).map_or(Rational::zero(), |norm| square / norm))
}

#[cfg(test)]
mod tests {
    use super::super::empirical_operator::OperatorSpectrum;
    use super::super::outcomes::Outcomes;
    use super::super::plug_in::kernel_power;
    use super::super::ridge::ridge;
    use super::*;
    use crate::context::{Context, X, gallery};
    use crate::exact::rational::ratio;

    fn contexts() -> Vec<Context> {
        let irregular = Context::from_counts(&[[5, 1, 0, 2], [1, 4, 1, 1], [0, 2, 7, 1]]).unwrap();
        vec![irregular, gallery::cycle(5), gallery::independent(3, 2), gallery::disconnected(), gallery::one_point()]
    }

    #[test]
    fn polynomials_are_sums_of_powers() {
        let s = [ratio(1, 2), integer(0), integer(3)];
        for context in contexts() {
            let (kernel, p) = (context.kernel::<X>(), context.marginal::<X>());
            let cube = kernel_power(&kernel, &p, 3).unwrap();
            let found = transformed_kernel(&kernel, &p, &s);
            assert_eq!(found, kernel.scaled(&s[0]).plus(&cube.scaled(&s[2])));
            assert!(found.is_symmetric());
            assert_eq!(transformed_kernel(&kernel, &p, &[]), kernel.scaled(&integer(0)));
            // The ridge estimate is the closed form over the draws.
            let y: Vec<Rational> = (0..context.n()).map(|x| integer(x * x) - integer(3)).collect();
            for (sample, _) in &Outcomes::new(&p, 2) {
                let closed = closed_form(&found, &sample, &y, &ratio(1, 5));
                assert_eq!(closed, ridge(&found, &sample.empirical().unwrap(), &y, &ratio(1, 5)));
            }
        }
    }

    /// `s(l)` by itself where eigenvalues are rational, and `k_s = k + eta k T_s`.
    #[test]
    fn the_inverse_laplacian_inverts() {
        for context in contexts() {
            let (kernel, p) = (context.kernel::<X>(), context.marginal::<X>());
            for eta in [integer(0), ratio(1, 2), ratio(99, 100)] {
                let found = inverse_laplacian(&kernel, &p, &eta).unwrap();
                assert!(found.is_symmetric() && definiteness(&found) != Ordering::Less);
                let step = kernel.times(&Matrix::diagonal(&p)).times(&found);
                assert_eq!(found, kernel.plus(&step.scaled(&eta)));
                let (before, after) = (OperatorSpectrum::of(&kernel, &p), OperatorSpectrum::of(&found, &p));
                for ((l, m), (s, times)) in before.eigenvalues().iter().zip(after.eigenvalues()) {
                    assert_eq!(m, times);
                    if let Some(l) = l.as_rational() {
                        assert_eq!(s.as_rational(), Some(&(l / (integer(1) - &eta * l))));
                    }
                }
            }
            // l_1 = 1
            assert!(inverse_laplacian(&kernel, &p, &integer(1)).is_err());
            assert!(inverse_laplacian(&kernel, &p, &ratio(-1, 2)).is_err());
        }
    }

    /// The sum `sum_p eta^(p-1) k^p` converges to it geometrically.
    #[test]
    fn the_inverse_laplacian_is_a_series() {
        let context = &contexts()[0];
        let (kernel, p, eta) = (context.kernel::<X>(), context.marginal::<X>(), ratio(1, 3));
        let exact = inverse_laplacian(&kernel, &p, &eta).unwrap();
        let coefficients: Vec<Rational> = (0..20).map(|k| num_traits::Pow::pow(&eta, k as u32)).collect();
        let rest = exact.minus(&transformed_kernel(&kernel, &p, &coefficients));
        assert!((0..9).all(|k| rest.get(k / 3, k % 3).abs() < ratio(1, 100_000_000)));
        assert!((0..9).any(|k| !rest.get(k / 3, k % 3).is_zero()));
    }

    #[test]
    fn smoothness_by_hand() {
        let context = gallery::erasure(2, &ratio(1, 3));
        let (kernel, p) = (context.kernel::<X>(), context.marginal::<X>());
        let spectrum = OperatorSpectrum::of(&kernel, &p);
        let l = spectrum.eigenvalue(2).unwrap().as_rational().unwrap().clone();
        assert_eq!(smoothness(&kernel, &p, &[integer(1), integer(-1)]), Ok(l));
        assert_eq!(smoothness(&kernel, &p, &[integer(2), integer(2)]), Ok(integer(1)));
        assert!(smoothness(&kernel, &p, &[integer(0), integer(0)]).is_err());
        let flat = gallery::independent(2, 2);
        let outside = smoothness(&flat.kernel::<X>(), &flat.marginal::<X>(), &[integer(1), integer(0)]);
        assert_eq!(outside, Ok(integer(0)));
    }

    #[test]
    fn a_closed_form_that_is_none() {
        let ones = gallery::independent(2, 2).kernel::<X>();
        let y = [integer(1), integer(2)];
        let twice = Sample::new(vec![2, 0]);
        assert!(closed_form(&ones, &twice, &y, &integer(0)).is_err());
        assert!(closed_form(&ones, &Sample::new(vec![0, 0]), &y, &integer(1)).is_err());
        assert_eq!(closed_form(&ones, &twice, &y, &ratio(1, 2)), Ok(vec![ratio(2, 3); 2]));
        assert!(closed_form(&ones, &twice, &y, &integer(-1)).is_err(), "1 + 1 - 2 = 0");
    }
}
