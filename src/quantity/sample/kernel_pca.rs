//! Kernel PCA: how much of the population the top eigenfunctions of a sample hold.
//!
//! The empirical operator of weights w has eigenfunctions `f = (1/l) sum_x k(., x) w(x) f(x)`. The quotient
//! `gamma = ||f||_p^2 / ||f||_k^2` is what f holds of the population. With `K = k` on the support S of w, `D = diag w`
//! and `B = k_SX diag p k_XS`, it is `<g, D B D g> / (l <g, D g>)` for the values g of f on S, where `K D g = l g`.

use super::empirical_operator::{OperatorSpectrum, weighted_part};
use super::projection::{Projections, quotient};
use super::{NotComputed, all_points, assert_kernel, column, part, support};
use crate::exact::algebraic::RealAlgebraic;
use crate::exact::elimination::null_space;
use crate::exact::matrix::Matrix;
use crate::exact::pencil::pencil_eigenvalues;
use crate::exact::rational::{Rational, integer};
use crate::exact::real::Real;
use crate::exact::truth::{Exhausted, Undefined};
use num_traits::One;
use std::cmp::Ordering;

/// The empirical operator on the support of its weights, with its eigenspaces.
struct Decomposition {
    support: Vec<usize>,
    /// `K D`.
    operator: Matrix,
    spectrum: OperatorSpectrum,
    projections: Projections,
}

impl Decomposition {
    fn of(kernel: &Matrix, weights: &[Rational]) -> Decomposition {
        assert_kernel(kernel, weights);
        let support = support(weights);
        let operator = weighted_part(kernel, weights, &support);
        let on_support: Vec<Rational> = support.iter().map(|&x| weights[x].clone()).collect();
        let spectrum = OperatorSpectrum::of(&part(kernel, &support, &support), &on_support);
        let projections = Projections::of(&operator, spectrum.characteristic());
        Decomposition { support, operator, spectrum, projections }
    }

    /// The eigenvalues that a top-d choice takes, with their multiplicities and how much of each it takes. Undefined if
    /// fewer than d are positive.
    fn top(&self, d: usize) -> Result<Vec<(&RealAlgebraic, usize, usize)>, Undefined> {
        let positive = self.spectrum.positive();
        if positive < d {
            let reason = format!("only {positive} eigenvalues of the sample are positive");
            return Err(Undefined::new(format!("the top {d} eigenfunctions"), reason));
        }
        let mut left = d;
        let mut taken = Vec::new();
        for (value, multiplicity) in self.spectrum.eigenvalues() {
            let these = left.min(*multiplicity);
            if these > 0 {
                taken.push((value, *multiplicity, these));
            }
            left -= these;
        }
        Ok(taken)
    }
}

/// `gamma_1 + ... + gamma_d`: the sum of `||f||_p^2 / ||f||_k^2` over top-d eigenfunctions of the empirical operator of
/// these weights, orthogonal to each other. It is at least 0, and at most `l_1 + ... + l_d` of the population.
///
/// Where the d-th eigenvalue is tied with the next there are many choices: the least sum of all. Undefined where fewer
/// than d empirical eigenvalues are positive. An irrational eigenvalue of multiplicity three or more that is cut exhausts
/// this, unless its eigenspace has one quotient only.
///
/// Source: Zhai et al. 2024; `gamma_i` as in the claim `kpca-gap`.
pub fn kernel_pca(kernel: &Matrix, marginal: &[Rational], weights: &[Rational], d: usize) -> Result<Real, NotComputed> {
    let decomposition = Decomposition::of(kernel, weights);
    let top = decomposition.top(d)?;
    let Decomposition { support, operator, projections, .. } = &decomposition;
    let on_support: Vec<Rational> = support.iter().map(|&x| weights[x].clone()).collect();
    let (weight, across) = (Matrix::diagonal(&on_support), part(kernel, support, &all_points(kernel)));
    let population = across.times(&Matrix::diagonal(marginal)).times(&across.transposed());
    // Tr(P B D) / l for the projection P onto an eigenspace
    let form = population.times(&weight);
    let mut terms = Vec::new();
    for (value, multiplicity, taken) in top {
        let l = Real::from(value.clone());
        let sum = match (taken == multiplicity, value.as_rational()) {
            (true, _) => quotient(&projections.trace(value, &form), &l),
            (false, Some(rational)) => {
                let basis = null_space(&operator.minus(&Matrix::identity(operator.rows()).scaled(rational)));
                let masses = basis.transposed().times(&weight);
                let held = masses.times(&population).times(&masses.transposed()).scaled(&(Rational::one() / rational));
                let quotients = pencil_eigenvalues(&masses.times(&basis), &held);
                Real::sum(quotients[multiplicity - taken..].iter().map(|gamma| Real::from(gamma.clone())))
            }
            (false, None) => quotient(&least(projections, value, multiplicity, taken, &form)?, &l),
        };
        terms.push(sum);
    }
    Ok(Real::sum(terms))
}

/// The least sum of some eigenvalues of the form on the eigenspace of an irrational eigenvalue, from its trace and that
/// of its square.
fn least(
    projections: &Projections,
    value: &RealAlgebraic,
    multiplicity: usize,
    taken: usize,
    form: &Matrix,
) -> Result<Real, Exhausted> {
    let number = |n: usize| Real::from(integer(n));
    let half = Real::from(Rational::new(1.into(), 2.into()));
    let (trace, square) = (projections.trace(value, form), projections.trace_of_square(value, form));
    // (sum (a - b)^2 over pairs) = m sum a^2 - (sum a)^2
    let spread = number(multiplicity).times(&square).minus(&trace.times(&trace));
    match spread.sign()? {
        Ordering::Greater if multiplicity == 2 => {
            let root = spread.sqrt()?.expect("a spread that is positive");
            Ok(trace.minus(&root).times(&half))
        }
        Ordering::Equal => Ok(trace.times(&Real::from(Rational::new(taken.into(), multiplicity.into())))),
        _ => Err(Exhausted::OutOfReach("the least choice in an irrational eigenspace of three dimensions or more")),
    }
}

/// The least-squares fit of labels by the top-d eigenfunctions of the empirical operator of these weights, without an
/// intercept: its values at all points. It is `sum_i (1/l_i) k D P_i y` over the top-d eigenspaces with projections P_i.
///
/// Undefined where fewer than d empirical eigenvalues are positive, and where the d-th is tied with the next one: then the
/// span depends on a choice. Panics unless there is a label for each point; those at points without weight do not matter.
///
/// Source: Zhai et al. 2024 (kernel PCA, then a linear probe).
pub fn kernel_pca_fit(
    kernel: &Matrix,
    weights: &[Rational],
    labels: &[Rational],
    d: usize,
) -> Result<Vec<Real>, Undefined> {
    assert_eq!(labels.len(), kernel.rows(), "labels are a function of the point");
    let decomposition = Decomposition::of(kernel, weights);
    let top = decomposition.top(d)?;
    if top.last().is_some_and(|(_, multiplicity, taken)| taken < multiplicity) {
        let reason = "the last of their eigenvalues is tied with the next, so their span depends on a choice";
        return Err(Undefined::new(format!("the fit by the top {d} eigenfunctions"), reason));
    }
    let Decomposition { support, projections, .. } = &decomposition;
    let on_support: Vec<Rational> = support.iter().map(|&x| weights[x].clone()).collect();
    let spread = part(kernel, &all_points(kernel), support).times(&Matrix::diagonal(&on_support));
    let y = column(labels, support);
    let parts: Vec<Vec<Real>> = top
        .iter()
        .map(|(value, ..)| {
            let l = Real::from((*value).clone());
            projections.image(value, &spread, &y).iter().map(|f| quotient(f, &l)).collect()
        })
        .collect();
    Ok((0..kernel.rows()).map(|x| Real::sum(parts.iter().map(|part| part[x].clone()))).collect())
}

#[cfg(test)]
mod tests {
    use super::super::outcomes::{Outcomes, Sample};
    use super::super::ridgeless::ridgeless;
    use super::*;
    use crate::context::{Context, X, gallery};
    use crate::exact::elimination::solve;
    use crate::exact::rational::ratio;
    use crate::exact::truth::Truth;

    fn irregular() -> Context {
        Context::from_counts(&[[5, 1, 0, 2], [1, 4, 1, 1], [0, 2, 7, 1]]).unwrap()
    }

    fn weights(counts: &[u32]) -> Vec<Rational> {
        Sample::new(counts.to_vec()).empirical().unwrap()
    }

    /// With weights p the eigenfunctions are those of the population, and gamma is the eigenvalue.
    #[test]
    fn the_population_holds_its_own_eigenvalues() {
        for context in [irregular(), gallery::cycle(5), gallery::perfect(3), gallery::disconnected()] {
            let (kernel, p) = (context.kernel::<X>(), context.marginal::<X>());
            let spectrum = OperatorSpectrum::of(&kernel, &p);
            for d in 0..=context.n() {
                let found = kernel_pca(&kernel, &p, &p, d);
                if d > spectrum.positive() {
                    assert!(matches!(found, Err(NotComputed::Undefined(_))));
                } else {
                    assert_eq!(found.unwrap().compare(&spectrum.top_sum(d)), Ok(Ordering::Equal), "{d}");
                }
            }
        }
    }

    /// All eigenfunctions with positive eigenvalues span all of `span k(., x)`: the sum is `Tr(K^+ B)`, for the support.
    #[test]
    fn all_eigenfunctions_hold_a_trace() {
        let context = irregular();
        let (kernel, p) = (context.kernel::<X>(), context.marginal::<X>());
        for (sample, _) in &Outcomes::new(&p, 4) {
            let support = sample.support();
            let across = part(&kernel, &support, &[0, 1, 2]);
            let b = across.times(&Matrix::diagonal(&p)).times(&across.transposed());
            let inverse = solve(&part(&kernel, &support, &support), &b).unwrap();
            let w = sample.empirical().unwrap();
            let found = kernel_pca(&kernel, &p, &w, support.len()).unwrap();
            assert_eq!(found.as_rational(), Some(&inverse.trace()));
            let beyond = kernel_pca(&kernel, &p, &w, support.len() + 1);
            assert!(matches!(beyond, Err(NotComputed::Undefined(_))));
            // Never more than the best subspace of the population.
            let most = OperatorSpectrum::of(&kernel, &p);
            for d in 0..=support.len() {
                assert_eq!(kernel_pca(&kernel, &p, &w, d).unwrap().at_most(&most.top_sum(d)), Truth::True);
            }
        }
    }

    /// The first eigenfunction of two points, by the quadratic formula.
    #[test]
    fn the_first_eigenfunction_of_two_points() {
        let context = irregular();
        let (kernel, p) = (context.kernel::<X>(), context.marginal::<X>());
        for (x, y, c, e) in [(0, 1, 1, 2), (0, 2, 1, 1), (1, 2, 5, 1)] {
            let mut counts = [0; 3];
            (counts[x], counts[y]) = (c, e);
            let w = weights(&counts);
            let k = |a: usize, b: usize| kernel.get(a, b) * &w[b];
            let (mean, half) = ((k(x, x) + k(y, y)) / integer(2), (k(x, x) - k(y, y)) / integer(2));
            let root = Real::from(&half * &half + k(x, y) * k(y, x)).sqrt().unwrap().unwrap();
            let l = Real::from(mean).plus(&root);
            // (K D - l) g = 0 for g = (k_xy, l - k_xx); f = k D g, up to a factor
            let g = [Real::from(k(x, y)), l.minus(&Real::from(k(x, x)))];
            let f: Vec<Real> =
                (0..3).map(|z| Real::from(k(z, x)).times(&g[0]).plus(&Real::from(k(z, y)).times(&g[1]))).collect();
            let square = |values: &[Real], weights: &[Rational]| {
                Real::sum(values.iter().zip(weights).map(|(v, w)| v.times(v).times(&Real::from(w.clone()))))
            };
            // ||f||_k^2 = sum_ab D g (a) D g (b) k(a,b) = l <g, D g>
            let norm = l.times(&square(&g, &[w[x].clone(), w[y].clone()]));
            let gamma = quotient(&square(&f, &p), &norm);
            let found = kernel_pca(&kernel, &p, &w, 1).unwrap();
            assert_eq!(found.compare(&gamma), Ok(Ordering::Equal));
        }
    }

    /// Two draws of two points that are told apart, of different mass: `k = diag(1/p)` makes eigenvalues `w / p`, tied where w is
    /// proportional to p; every f has `||f||_p = ||f||_k`.
    #[test]
    fn ties_take_the_least() {
        // k = diag(2, 2, 2), p = (1/2, 1/4, 1/4): quotients k p = 1, 1/2, 1/2
        let kernel = Matrix::identity(3).scaled(&integer(2));
        let p = [ratio(1, 2), ratio(1, 4), ratio(1, 4)];
        let w = [ratio(1, 3), ratio(1, 3), ratio(1, 3)];
        let sums = [0, 1, 2, 3].map(|d| kernel_pca(&kernel, &p, &w, d).unwrap().as_rational().cloned().unwrap());
        assert_eq!(sums, [integer(0), ratio(1, 2), integer(1), integer(2)]);
    }

    /// Two fair signs, all four points drawn alike, of a population that is not fair: the two characters of one sign are
    /// tied, and so is every f that combines them, with `||f||_k^2 = ||f||_w^2 / l`. The least quotient is below those
    /// of all of them, and reached.
    #[test]
    fn no_choice_is_less() {
        let context = gallery::flipped_signs(2, &ratio(1, 3));
        let (kernel, w) = (context.kernel::<X>(), context.marginal::<X>());
        let p = [ratio(1, 2), ratio(1, 4), ratio(1, 8), ratio(1, 8)];
        let spectrum = OperatorSpectrum::of(&kernel, &w);
        let (l, multiplicity) = &spectrum.eigenvalues()[1];
        let l = l.as_rational().unwrap();
        assert_eq!(*multiplicity, 2);
        // The first is the constant.
        let least = kernel_pca(&kernel, &p, &w, 2).unwrap().minus(&Real::from(integer(1)));
        let basis = null_space(&context.operator::<X>().minus(&Matrix::identity(4).scaled(l)));
        let mut smallest: Option<Rational> = None;
        for (a, b) in (-40..=40).map(|a| (a, 40)).chain([(1, 0)]) {
            let f = basis.times(&Matrix::rational(2, 1, &[integer(a), integer(b)])).column(0);
            let square = |weights: &[Rational]| -> Rational { f.iter().zip(weights).map(|(f, w)| f * f * w).sum() };
            let quotient = square(&p) / square(&w) * l;
            assert_eq!(least.at_most(&Real::from(quotient.clone())), Truth::True);
            smallest = Some(smallest.map_or(quotient.clone(), |known| known.min(quotient)));
        }
        let near = Real::from(smallest.unwrap() - ratio(1, 100));
        assert_eq!(near.at_most(&least), Truth::True);
    }

    /// The cycle of five drawn once all round: irrational eigenvalues tied in pairs, of one quotient each.
    #[test]
    fn irrational_ties() {
        let context = gallery::cycle(5);
        let (kernel, p) = (context.kernel::<X>(), context.marginal::<X>());
        let spectrum = OperatorSpectrum::of(&kernel, &p);
        for d in 0..=5 {
            let found = kernel_pca(&kernel, &p, &weights(&[1, 1, 1, 1, 1]), d).unwrap();
            assert_eq!(found.compare(&spectrum.top_sum(d)), Ok(Ordering::Equal));
        }
        // Another marginal: two quotients in a pair. What is cut is at most half, and with the rest more than half.
        let other = [ratio(1, 2), ratio(1, 8), ratio(1, 8), ratio(1, 8), ratio(1, 8)];
        let sums: Vec<Real> = (0..=3).map(|d| kernel_pca(&kernel, &other, &p, d).unwrap()).collect();
        let (first, second) = (sums[2].minus(&sums[1]), sums[3].minus(&sums[2]));
        assert_eq!(first.compare(&second), Ok(Ordering::Less));
        assert_eq!(first.sign(), Ok(Ordering::Greater));
    }

    /// With all eigenfunctions the fit is the interpolant of least norm; with none it is zero.
    #[test]
    fn the_fit_by_all_is_the_interpolant() {
        let context = irregular();
        let (kernel, p) = (context.kernel::<X>(), context.marginal::<X>());
        let labels = [ratio(3, 1), ratio(-1, 2), ratio(2, 3)];
        for (sample, _) in &Outcomes::new(&p, 3) {
            let (w, d) = (sample.empirical().unwrap(), sample.support().len());
            let found = kernel_pca_fit(&kernel, &w, &labels, d).unwrap();
            let expected = ridgeless(&kernel, &w, &labels);
            assert_eq!(found.iter().map(|f| f.as_rational().cloned().unwrap()).collect::<Vec<_>>(), expected);
            let none = kernel_pca_fit(&kernel, &w, &labels, 0).unwrap();
            assert!(none.iter().all(|f| f.as_rational() == Some(&integer(0))));
            // The residual of the first is orthogonal to it for the weights.
            let first = kernel_pca_fit(&kernel, &w, &labels, 1).unwrap();
            let inner = Real::sum((0..3).map(|x| {
                let rest = Real::from(labels[x].clone()).minus(&first[x]);
                rest.times(&first[x]).times(&Real::from(w[x].clone()))
            }));
            assert_eq!(inner.sign(), Ok(Ordering::Equal));
            assert!(kernel_pca_fit(&kernel, &w, &labels, d + 1).is_err());
        }
        let tied = gallery::perfect(3);
        let (kernel, p) = (tied.kernel::<X>(), tied.marginal::<X>());
        assert!(kernel_pca_fit(&kernel, &p, &labels, 1).is_err(), "a tie is cut");
    }
}
