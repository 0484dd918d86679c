//! Eigenvalues of a kernel on the points of a sample, and on the whole population.
//!
//! The operator of a kernel k and weights w is `(T f)(x) = sum_y k(x,y) w(y) f(y)`. With the marginal p it is the
//! population's `T_k`. With the empirical distribution of n draws it is the empirical operator: beside zeros it has
//! the eigenvalues of the n x n matrix `(1/n) k(x_i, x_j)`. Of N points there are N eigenvalues, repeated by multiplicity.

use super::{assert_kernel, part, support};
use crate::exact::algebraic::{RealAlgebraic, real_roots};
use crate::exact::characteristic::characteristic_polynomial;
use crate::exact::elimination::determinant;
use crate::exact::matrix::Matrix;
use crate::exact::polynomial::Polynomial;
use crate::exact::rational::{Rational, common_denominator};
use crate::exact::real::Real;
use num_bigint::BigInt;
use num_traits::{One, Pow, Zero};
use std::cmp::Ordering;

/// The eigenvalues of a kernel's operator, exactly.
#[derive(Clone, Debug)]
pub struct OperatorSpectrum {
    characteristic: Polynomial,
    /// Distinct, largest first, with multiplicities that sum to N.
    eigenvalues: Vec<(RealAlgebraic, usize)>,
}

impl OperatorSpectrum {
    /// The spectrum of a kernel for weights that are not negative. [`KernelMinors`] is faster for many weights.
    ///
    /// Panics unless the kernel is symmetric and there is a weight for each of its points.
    pub fn of(kernel: &Matrix, weights: &[Rational]) -> OperatorSpectrum {
        assert_kernel(kernel, weights);
        let points = support(weights);
        // Points without weight add zeros.
        let operator = weighted_part(kernel, weights, &points);
        let polynomial = characteristic_polynomial(&operator).times_power(kernel.rows() - points.len());
        OperatorSpectrum::with(polynomial)
    }

    /// From an integer multiple of the characteristic polynomial.
    fn with(polynomial: Polynomial) -> OperatorSpectrum {
        let characteristic = polynomial.primitive();
        let eigenvalues = real_roots(&characteristic, &[]);
        OperatorSpectrum { characteristic, eigenvalues }
    }

    /// The distinct eigenvalues, largest first, with their multiplicities, which sum to N.
    pub fn eigenvalues(&self) -> &[(RealAlgebraic, usize)] {
        &self.eigenvalues
    }

    /// The number of points, N.
    pub fn len(&self) -> usize {
        self.characteristic.degree()
    }

    /// Whether there is no point.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many eigenvalues are positive, with multiplicity.
    pub fn positive(&self) -> usize {
        let positive = self.eigenvalues.iter().filter(|(value, _)| value.sign() == Ordering::Greater);
        positive.map(|(_, multiplicity)| multiplicity).sum()
    }

    /// The i-th largest eigenvalue, repeated by multiplicity; `None` unless `1 <= i <= N`.
    pub fn eigenvalue(&self, i: usize) -> Option<&RealAlgebraic> {
        let mut before = 0;
        let found = self.eigenvalues.iter().find(|(_, multiplicity)| {
            before += multiplicity;
            i <= before
        });
        found.filter(|_| i > 0).map(|(value, _)| value)
    }

    /// The sum `S` of all eigenvalues: `sum_x k(x,x) w(x)`.
    pub fn trace(&self) -> Rational {
        -self.coefficient(1)
    }

    /// The sum of the squares of all eigenvalues: `sum_xy k(x,y)^2 w(x) w(y)`.
    pub fn sum_of_squares(&self) -> Rational {
        let (trace, pairs) = (self.trace(), self.coefficient(2));
        &trace * &trace - &pairs - pairs
    }

    /// The sum of the d largest eigenvalues, of a positive semidefinite kernel. Those past the N-th count as zeros: the
    /// n x n matrix of a sample has them where n > N. The sum of all that are positive is rational, also by its form.
    pub fn top_sum(&self, d: usize) -> Real {
        if d >= self.positive() {
            return Real::from(self.trace());
        }
        let mut left = d;
        let mut terms = Vec::new();
        for (value, multiplicity) in &self.eigenvalues {
            let taken = left.min(*multiplicity);
            terms.push(Real::from(value.clone()).times(&Real::from(Rational::from(BigInt::from(taken)))));
            left -= taken;
        }
        Real::sum(terms)
    }

    /// The sum of all eigenvalues but the d largest, of a positive semidefinite kernel.
    pub fn rest_sum(&self, d: usize) -> Real {
        Real::from(self.trace()).minus(&self.top_sum(d))
    }

    /// An integer multiple of the characteristic polynomial.
    pub fn characteristic(&self) -> &Polynomial {
        &self.characteristic
    }

    /// The coefficient k below the leading one, over it; 0 past the last.
    fn coefficient(&self, k: usize) -> Rational {
        let place = self.len().checked_sub(k);
        let coefficient = place.map_or(BigInt::zero(), |place| self.characteristic.coefficients()[place].clone());
        Rational::new(coefficient, self.characteristic.leading())
    }
}

/// `k W` on some points.
pub(super) fn weighted_part(kernel: &Matrix, weights: &[Rational], points: &[usize]) -> Matrix {
    let denominator = common_denominator(weights, u64::MAX).expect("no limit");
    let scaled: Vec<BigInt> = weights.iter().map(|w| w.numer() * (&denominator / w.denom())).collect();
    let entries = points.iter().flat_map(|&x| points.iter().map(move |&y| (x, y)));
    let entries = entries.map(|(x, y)| kernel.entry(x, y) * &scaled[y]).collect();
    Matrix::over(points.len(), points.len(), entries, kernel.denominator() * denominator)
}

/// The principal minors of a kernel on few points. With them the characteristic polynomial for any weights is
/// a short sum: the coefficient `e_j` is the sum over sets of j points of their minor times the product of their weights.
#[derive(Clone, Debug)]
pub struct KernelMinors {
    kernel: Matrix,
    /// That of a set of points at the number with their bits: the determinant of the numerators. Empty if there are
    /// too many points.
    minors: Vec<BigInt>,
}

/// Of more points there are too many sets.
const MOST_POINTS: usize = 10;

impl KernelMinors {
    /// The minors of a kernel. Panics unless it is symmetric.
    pub fn of(kernel: &Matrix) -> KernelMinors {
        assert!(kernel.is_symmetric(), "a kernel is symmetric");
        let n = kernel.rows();
        let minor = |set: usize| {
            let points: Vec<usize> = (0..n).filter(|x| set >> x & 1 == 1).collect();
            let entries = part(kernel, &points, &points).entries().to_vec();
            determinant(&Matrix::integer(points.len(), points.len(), entries)).to_integer()
        };
        let minors = if n <= MOST_POINTS { (0..1 << n).map(minor).collect() } else { Vec::new() };
        KernelMinors { kernel: kernel.clone(), minors }
    }

    /// The spectrum for weights that are not negative. Panics unless there is a weight for each point.
    pub fn spectrum(&self, weights: &[Rational]) -> OperatorSpectrum {
        if self.minors.is_empty() {
            return OperatorSpectrum::of(&self.kernel, weights);
        }
        assert_kernel(&self.kernel, weights);
        let points = support(weights);
        let denominator = common_denominator(weights, u64::MAX).expect("no limit");
        // Over the denominators of kernel and weights.
        let n = weights.len();
        let mut sums = vec![BigInt::zero(); n + 1];
        let mut open = vec![(0, 0, 0, BigInt::one())];
        while let Some((next, size, set, product)) = open.pop() {
            if next == points.len() {
                sums[size] += &self.minors[set] * product;
                continue;
            }
            let x = points[next];
            let weight = weights[x].numer() * (&denominator / weights[x].denom());
            open.push((next + 1, size + 1, set | 1 << x, &product * weight));
            open.push((next + 1, size, set, product));
        }
        // prod (x - l) = sum (-1)^j e_j x^(N-j), with l = z / s: s^N times it.
        let scale = self.kernel.denominator() * denominator;
        let coefficient = |(j, sum): (usize, BigInt)| {
            let scaled = sum * Pow::pow(&scale, n - j);
            if j.is_multiple_of(2) { scaled } else { -scaled }
        };
        let coefficients: Vec<BigInt> = sums.into_iter().enumerate().map(coefficient).rev().collect();
        OperatorSpectrum::with(Polynomial::new(coefficients))
    }
}

#[cfg(test)]
mod tests {
    use super::super::expectation::law;
    use super::super::law::Law;
    use super::super::outcomes::{Outcomes, Sample};
    use super::super::symmetry::Symmetry;
    use super::*;
    use crate::context::{Context, Spectrum, X, gallery};
    use crate::exact::rational::{integer, ratio};
    use crate::exact::truth::{Truth, Undefined};

    fn contexts() -> Vec<Context> {
        vec![
            gallery::one_point(),
            gallery::independent(3, 2),
            gallery::perfect(3),
            gallery::cycle(5),
            gallery::disconnected(),
            Context::from_counts(&[[5, 1, 0, 2], [1, 4, 1, 1], [0, 2, 7, 1]]).unwrap(),
            Context::from_counts(&[[1, 3], [2, 0], [1, 1], [0, 2]]).unwrap(),
        ]
    }

    /// The eigenvalues of `(1/n) k(x_i, x_j)` that are not zero.
    fn of_gram(kernel: &Matrix, sample: &Sample) -> Vec<(RealAlgebraic, usize)> {
        let (points, n) = (sample.points(), sample.draws());
        let gram = part(kernel, &points, &points).scaled(&ratio(1, n));
        let mut roots = real_roots(&characteristic_polynomial(&gram), &[]);
        roots.retain(|(value, _)| value.sign() != Ordering::Equal);
        roots
    }

    #[test]
    fn the_population_has_the_spectrum_of_the_context() {
        for context in contexts() {
            let (kernel, p) = (context.kernel::<X>(), context.marginal::<X>());
            let found = OperatorSpectrum::of(&kernel, &p);
            let spectrum = Spectrum::of(&context);
            assert_eq!((found.len(), found.positive()), (context.n(), spectrum.rank() + 1));
            assert_eq!(found.eigenvalue(1), Some(&integer(1).into()));
            for i in 1..context.n() {
                assert_eq!(found.eigenvalue(i + 1), spectrum.squared(i));
            }
            assert_eq!((found.eigenvalue(0), found.eigenvalue(context.n() + 1)), (None, None));
            assert_eq!(found.trace(), spectrum.total_inertia() + integer(1));
        }
    }

    #[test]
    fn empirical_spectra_are_those_of_the_gram_matrix() {
        for context in contexts() {
            let (kernel, n) = (context.kernel::<X>(), context.n());
            let minors = KernelMinors::of(&kernel);
            for (sample, _) in &Outcomes::new(&context.marginal::<X>(), 3) {
                let weights = sample.empirical().unwrap();
                let found = minors.spectrum(&weights);
                let mut positive = found.eigenvalues().to_vec();
                positive.retain(|(value, _)| value.sign() == Ordering::Greater);
                assert_eq!(positive, of_gram(&kernel, &sample));
                assert_eq!(found.eigenvalues().iter().map(|(_, m)| m).sum::<usize>(), n);
                let other = OperatorSpectrum::of(&kernel, &weights);
                assert_eq!(found.eigenvalues(), other.eigenvalues());
                assert_eq!(found.characteristic(), other.characteristic());
                // The diagonal, and the squares of all entries.
                let trace: Rational = (0..n).map(|x| kernel.get(x, x) * &weights[x]).sum();
                let pairs = (0..n * n).map(|k| (k / n, k % n));
                let squares = pairs.map(|(x, y)| kernel.get(x, y) * kernel.get(x, y) * &weights[x] * &weights[y]);
                assert_eq!(found.sum_of_squares(), squares.sum());
                assert_eq!(found.top_sum(n).as_rational(), Some(&trace));
                assert_eq!(found.top_sum(n + 5).as_rational(), Some(&trace));
                assert_eq!(found.top_sum(0).as_rational(), Some(&integer(0)));
                for d in 0..=n {
                    let terms = (1..=d).map(|i| Real::from(found.eigenvalue(i).unwrap().clone()));
                    assert_eq!(found.top_sum(d).compare(&Real::sum(terms)), Ok(Ordering::Equal));
                    let rest = (d + 1..=n).map(|i| Real::from(found.eigenvalue(i).unwrap().clone()));
                    assert_eq!(found.rest_sum(d).compare(&Real::sum(rest)), Ok(Ordering::Equal));
                }
            }
        }
    }

    /// The trace is linear in the weights, so its mean is that of the population; the largest eigenvalue is convex in
    /// them, so its mean is at least that of the population.
    #[test]
    fn means_over_samples() {
        for context in [gallery::independent(3, 2), gallery::cycle(5), contexts().remove(5)] {
            let (kernel, p) = (context.kernel::<X>(), context.marginal::<X>());
            let minors = KernelMinors::of(&kernel);
            let population = OperatorSpectrum::of(&kernel, &p);
            let symmetry = Symmetry::of(&p, &[&kernel], &[]);
            let outcomes = Outcomes::new(&p, 3);
            let of = |d: usize| -> Result<Law<Real>, Undefined> {
                law(&outcomes, &symmetry, |sample| Ok(minors.spectrum(&sample.empirical()?).top_sum(d)))
            };
            assert_eq!(of(context.n()).unwrap().mean().as_rational(), Some(&population.trace()));
            assert_eq!(population.top_sum(1).at_most(&of(1).unwrap().mean()), Truth::True);
            // Three draws have three eigenvalues.
            assert_eq!(of(3).unwrap().mean().as_rational(), Some(&population.trace()));
        }
    }

    #[test]
    fn a_kernel_on_many_points() {
        let kernel = gallery::cycle(12).kernel::<X>();
        let weights: Vec<Rational> = (0..12).map(|x| ratio(u8::from(x < 6), 6)).collect();
        let (a, b) = (KernelMinors::of(&kernel).spectrum(&weights), OperatorSpectrum::of(&kernel, &weights));
        assert_eq!(a.eigenvalues(), b.eigenvalues());
    }
}
