//! Learning curves: the expected error of a linear probe that is fitted to n draws.
//!
//! The probe `w.Phi(x) + b` is the least-squares fit to the task's values at the drawn points, of those the one with the
//! least `|w|`; or with a ridge B > 0 it makes `(1/n) sum (fit - task)^2 + B |w|^2` least. The intercept b is free. Its
//! error `||fit - f||^2` is at least the error `err(Phi, f)` of the best probe: what is more is the error of estimation.
//!
//! The weights of least norm are combinations of differences `Phi(x) - Phi(y)` of drawn points. So a fit is one of
//! the functions `1` and `k(., x_j) - k(., x_0)` for drawn points `x_0, x_1, ...` where the features are affinely independent,
//! and as many as there are: with these the normal equations have one solution. If they are all the drawn points, the fit
//! interpolates and how often each was drawn does not matter.

use super::features::{Features, Stuck};
use super::outcomes::{Outcomes, Sample};
use super::symmetry::Symmetry;
use crate::context::singular::SingularSystem;
use crate::context::{Context, Function, Spectrum, X};
use crate::exact::dyadic::Dyadic;
use crate::exact::elimination::solve;
use crate::exact::enclosure::Enclosure;
use crate::exact::factor::Factor;
use crate::exact::matrix::Matrix;
use crate::exact::rational::Rational;
use crate::exact::real::Real;
use crate::exact::truth::Exhausted;
use crate::quantity::compatibility::shares;
use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, RwLock};

/// Enclosures are tightened up to so many bits.
const MOST_BITS: u64 = 1 << 13;

/// Means whose denominator may have more bits are enclosed and not written out.
const MOST_DENOMINATOR_BITS: u64 = 4096;

/// An expected value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Exactly.
    Exact(Rational),
    /// By an enclosure: it is irrational, or its denominator is too long to be of use.
    Enclosed(Enclosure),
}

impl Value {
    /// Whether it is known to no less than `2^-precision`.
    fn reaches(&self, precision: i64) -> bool {
        match self {
            Value::Exact(_) => true,
            Value::Enclosed(e) => e.width() <= Dyadic::new(1, -precision),
        }
    }

    /// An enclosure with end points of so many bits.
    pub fn enclosure(&self, bits: u64) -> Enclosure {
        match self {
            Value::Exact(value) => Enclosure::rational(value, bits),
            Value::Enclosed(enclosure) => enclosure.clone(),
        }
    }

    /// The difference to a real number, enclosed by arithmetic with so many bits unless it is rational; an error if the
    /// number is not known so closely.
    pub fn minus(&self, other: &Real, bits: u64) -> Result<Value, Exhausted> {
        Ok(match (self, other.as_rational()) {
            (Value::Exact(value), Some(other)) => Value::Exact(value - other),
            _ => Value::Enclosed(self.enclosure(bits).sub(&other.try_enclose(bits as i64)?, bits)),
        })
    }
}

/// A probe and what it is fitted to.
pub struct Setting<'a> {
    /// The context: its marginal on X is what is drawn from.
    pub context: &'a Context,
    /// The features.
    pub features: &'a Features,
    /// The task f.
    pub task: &'a Function<X>,
    /// The ridge B, positive; none for weights of least norm.
    pub ridge: Option<&'a Rational>,
}

/// The expected errors `E ||fit - f||^2` of a probe fitted to n draws, for each n, to no less than `2^-precision`; an error
/// where there are more outcomes than `budget`, or some rank is not decided. Panics if n is zero, if the task is another
/// context's, or if the ridge is not positive.
pub fn expected_errors(
    setting: &Setting,
    draws: &[usize],
    precision: i64,
    budget: u64,
) -> Vec<Result<Value, Exhausted>> {
    assert!(!draws.contains(&0), "a probe is fitted to draws");
    assert_eq!(setting.task.values().len(), setting.context.n(), "a task on the points of the context");
    assert!(setting.ridge.is_none_or(Signed::is_positive), "a ridge is positive");
    let marginal = setting.context.marginal::<X>();
    let outcomes: Vec<Outcomes> = draws.iter().map(|&n| Outcomes::new(&marginal, n)).collect();
    let mut found: Vec<Option<Result<Value, Exhausted>>> =
        outcomes.iter().map(|o| o.within(budget).err().map(Err)).collect();
    let mut bits = precision.max(0) as u64 + 64;
    while found.contains(&None) {
        if bits > MOST_BITS {
            return found.into_iter().map(|f| f.unwrap_or(Err(Exhausted::Bits(MOST_BITS)))).collect();
        }
        match Session::new(setting, bits) {
            Err(exhausted) => return found.into_iter().map(|f| f.unwrap_or(Err(exhausted))).collect(),
            Ok(session) => {
                for (found, outcomes) in found.iter_mut().zip(&outcomes).filter(|(found, _)| found.is_none()) {
                    *found = match session.expected(outcomes) {
                        Ok(value) if value.reaches(precision) => Some(Ok(value)),
                        Ok(_) | Err(Stuck::Bits) => None,
                        Err(Stuck::Exhausted(exhausted)) => Some(Err(exhausted)),
                    };
                }
            }
        }
        bits *= 2;
    }
    found.into_iter().flatten().collect()
}

/// What the best probe on the top-d singular functions leaves of a task: `||f~||^2 (1 - shares)`, in `[0, ||f~||^2]`. Where
/// `s_d = s_{d+1}`, for the choice that [`Features::top`] makes. `None` if d > N - 1.
pub fn approximation_error(context: &Context, spectrum: &Spectrum, task: &Function<X>, d: usize) -> Option<Real> {
    let choice = spectrum.top(d)?;
    let centred = context.centred(task);
    let variance = context.norm_squared(&centred);
    let Ok(shares) = shares(context, spectrum, task) else { return Some(Real::zero()) };
    // What is left is a sum over the other eigenspaces: of nothing it is zero by its form.
    let cut = choice.cut.map(|(k, _)| k);
    let rest = (0..shares.len()).filter(|k| !choice.whole.contains(k) && Some(*k) != cut);
    let mut left = vec![Real::sum(rest.map(|k| shares[k].clone())).times(&Real::from(variance))];
    if let Some((k, taken)) = choice.cut {
        match context.eigenspace::<X>(&spectrum.eigenvalues()[k]).rational_basis() {
            Some(basis) => {
                let square = |f: &Function<X>| {
                    let inner = context.inner(&centred, f);
                    Real::from(&inner * &inner / context.norm_squared(f))
                };
                left.extend(basis[taken..].iter().map(square));
            }
            None => {
                let system = SingularSystem::of(context, spectrum, 0);
                let p = context.marginal::<X>();
                let square = |i: usize| {
                    let mu = system.left(i).expect("an index below N");
                    let weights = centred.values().iter().zip(&p).map(|(f, p)| Real::from(f * p));
                    let inner = Real::sum(mu.iter().zip(weights).map(|(mu, w)| mu.times(&w)));
                    inner.times(&inner)
                };
                left.extend((d + 1..context.n()).filter(|&i| spectrum.position(i) == Some(k)).map(square));
            }
        }
    }
    Some(Real::sum(left))
}

/// What fits on the same drawn points share.
struct Fit {
    /// Points where the features are affinely independent, and as many as there are.
    basis: Vec<usize>,
    /// The error, where how often each point was drawn does not matter.
    error: Option<Value>,
}

/// The kernel of the features as it is computed with.
enum Kernel {
    /// Over a denominator.
    Rational(Matrix),
    Enclosed(Vec<Vec<Enclosure>>),
}

/// Fits computed with so many bits.
struct Session<'a> {
    setting: &'a Setting<'a>,
    bits: u64,
    kernel: Kernel,
    /// The task, over one denominator.
    task: Matrix,
    /// Of the weights, the features and the task.
    symmetry: Symmetry,
    /// By the points that were drawn.
    fits: RwLock<HashMap<Vec<usize>, Arc<Fit>>>,
}

impl<'a> Session<'a> {
    fn new(setting: &'a Setting<'a>, bits: u64) -> Result<Session<'a>, Exhausted> {
        let kernel = match setting.features.rational_kernel() {
            Some(kernel) => Kernel::Rational(kernel.clone()),
            None => Kernel::Enclosed(setting.features.enclosed_kernel(bits)?),
        };
        let task = setting.task.as_column();
        let symmetry = match setting.features.symmetric_kernels() {
            Some(kernels) => Symmetry::of(&setting.context.marginal::<X>(), &kernels, &[&task]),
            None => Symmetry::none(setting.context.n()),
        };
        Ok(Session { setting, bits, kernel, task, symmetry, fits: RwLock::default() })
    }

    fn expected(&self, outcomes: &Outcomes) -> Result<Value, Stuck> {
        let errors = outcomes.map_orbits(&self.symmetry, |sample| self.error(sample))?;
        Ok(mean(&errors, &outcomes.denominator(), self.bits))
    }

    /// `||fit - f||^2` of the fit to a sample.
    fn error(&self, sample: &Sample) -> Result<Value, Stuck> {
        let support = sample.support();
        if support.len() == 1 {
            return Ok(self.constant_error(&support, sample));
        }
        if let Some(ridge) = self.setting.ridge {
            return self.ridge_error(&support, sample, ridge);
        }
        let known = self.fits.read().expect("no panic while a fit is kept").get(&support).cloned();
        let fit = match known {
            Some(fit) => fit,
            None => {
                let enclosed: &[Vec<Enclosure>] = match &self.kernel {
                    Kernel::Rational(_) => &[],
                    Kernel::Enclosed(kernel) => kernel,
                };
                let basis = self.setting.features.independent(&support, enclosed, self.bits)?;
                let error = (basis.len() == support.len()).then(|| self.least_squares(&support, &basis, sample));
                let fit = Arc::new(Fit { basis, error: error.transpose()? });
                self.fits.write().expect("no panic while a fit is kept").insert(support.clone(), Arc::clone(&fit));
                fit
            }
        };
        match &fit.error {
            Some(error) => Ok(error.clone()),
            None => self.least_squares(&support, &fit.basis, sample),
        }
    }

    /// The error of the mean of the labels, which is the fit where the features do not differ: rational whatever they are.
    fn constant_error(&self, support: &[usize], sample: &Sample) -> Value {
        let counts = sample.counts();
        let labels: BigInt = support.iter().map(|&x| self.task.entry(x, 0) * counts[x]).sum();
        let ones = vec![BigInt::one(); self.setting.context.n()];
        let [normal, right] = [sample.draws().into(), labels].map(|entry| Matrix::integer(1, 1, vec![entry]));
        Value::Exact(self.rational_error(&[ones], &normal, &right))
    }

    /// The error of the least-squares fit by 1 and the differences over a basis.
    fn least_squares(&self, support: &[usize], basis: &[usize], sample: &Sample) -> Result<Value, Stuck> {
        let n = self.setting.context.n();
        let (first, rest) = basis.split_first().expect("something was drawn");
        if rest.is_empty() {
            return Ok(self.constant_error(support, sample));
        }
        let counts = sample.counts();
        match &self.kernel {
            Kernel::Rational(k) => {
                let difference = |y: usize| (0..n).map(|x| k.entry(x, y) - k.entry(x, *first)).collect::<Vec<_>>();
                let design: Vec<Vec<BigInt>> =
                    [vec![BigInt::one(); n]].into_iter().chain(rest.iter().map(|&y| difference(y))).collect();
                let product = |f: &dyn Fn(usize) -> BigInt, g: &dyn Fn(usize) -> BigInt| -> BigInt {
                    support.iter().map(|&x| f(x) * g(x) * counts[x]).sum()
                };
                let size = design.len();
                let entries = (0..size * size)
                    .map(|e| product(&|x| design[e / size][x].clone(), &|x| design[e % size][x].clone()));
                let normal = Matrix::integer(size, size, entries.collect());
                let right = design.iter().map(|f| product(&|x| f[x].clone(), &|x| self.task.entry(x, 0).clone()));
                let right = Matrix::integer(size, 1, right.collect());
                Ok(Value::Exact(self.rational_error(&design, &normal, &right)))
            }
            Kernel::Enclosed(k) => {
                let bits = self.bits;
                let difference = |y: usize| (0..n).map(|x| k[x][y].sub(&k[x][*first], bits)).collect::<Vec<_>>();
                let design: Vec<Vec<Enclosure>> =
                    [vec![Enclosure::integer(1); n]].into_iter().chain(rest.iter().map(|&y| difference(y))).collect();
                let target = self.enclosed_task();
                let product = |f: &[Enclosure], g: &[Enclosure]| {
                    let terms =
                        support.iter().map(|&x| f[x].mul(&g[x], bits).mul(&Enclosure::integer(counts[x]), bits));
                    terms.fold(Enclosure::integer(0), |sum, term| sum.add(&term, bits))
                };
                let normal: Vec<Vec<Enclosure>> = design
                    .iter()
                    .enumerate()
                    .map(|(i, f)| design[..=i].iter().map(|g| product(f, g)).collect())
                    .collect();
                let right: Vec<Enclosure> = design.iter().map(|f| product(f, &target)).collect();
                let solution = Factor::of(&normal, bits).ok_or(Stuck::Bits)?.solve(&right);
                Ok(Value::Enclosed(self.enclosed_error(&design, &solution, &target)))
            }
        }
    }

    /// The error of the ridge fit `sum_x a(x) k(., x) + b` over drawn points x: `c (k a + b - f) + n B a = 0` there, and
    /// `sum a = 0`.
    fn ridge_error(&self, support: &[usize], sample: &Sample, ridge: &Rational) -> Result<Value, Stuck> {
        let n = self.setting.context.n();
        let (counts, size) = (sample.counts(), support.len());
        let draws = BigInt::from(sample.draws());
        match &self.kernel {
            Kernel::Rational(k) => {
                // a over the kernel's denominator, so that k a has none.
                let penalty = draws * ridge.numer() * k.denominator();
                let entry = |e: usize| match (e / (size + 1), e % (size + 1)) {
                    (i, j) if i == size => BigInt::from(u8::from(j < size)),
                    (i, j) if j == size => ridge.denom() * counts[support[i]],
                    (i, j) => {
                        let own = k.entry(support[i], support[j]) * ridge.denom() * counts[support[i]];
                        if i == j { own + &penalty } else { own }
                    }
                };
                let system = Matrix::integer(size + 1, size + 1, (0..(size + 1) * (size + 1)).map(entry).collect());
                let right = support.iter().map(|&x| self.task.entry(x, 0) * ridge.denom() * counts[x]);
                let right = Matrix::integer(size + 1, 1, right.chain([BigInt::zero()]).collect());
                let column = |y: usize| (0..n).map(|x| k.entry(x, y).clone()).collect::<Vec<_>>();
                let design: Vec<Vec<BigInt>> =
                    support.iter().map(|&y| column(y)).chain([vec![BigInt::one(); n]]).collect();
                Ok(Value::Exact(self.rational_error(&design, &system, &right)))
            }
            Kernel::Enclosed(k) => {
                let bits = self.bits;
                let entry = |i: usize, j: usize| {
                    let (x, own) = (support[i], k[support[i]][support[j]].clone());
                    let penalty = ridge * Rational::new(draws.clone(), counts[x].into());
                    if i == j { own.add(&Enclosure::rational(&penalty, bits), bits) } else { own }
                };
                let rows: Vec<Vec<Enclosure>> = (0..size).map(|i| (0..=i).map(|j| entry(i, j)).collect()).collect();
                let factor = Factor::of(&rows, bits).ok_or(Stuck::Bits)?;
                let target = self.enclosed_task();
                let of_task = factor.solve(&support.iter().map(|&x| target[x].clone()).collect::<Vec<_>>());
                let of_one = factor.solve(&vec![Enclosure::integer(1); size]);
                let sum = |v: &[Enclosure]| v.iter().fold(Enclosure::integer(0), |sum, v| sum.add(v, bits));
                let intercept = sum(&of_task).div(&sum(&of_one), bits).ok_or(Stuck::Bits)?;
                let a = of_task.iter().zip(&of_one).map(|(u, z)| u.sub(&z.mul(&intercept, bits), bits));
                let solution: Vec<Enclosure> = a.chain([intercept.clone()]).collect();
                let column = |y: usize| (0..n).map(|x| k[x][y].clone()).collect::<Vec<_>>();
                let design: Vec<Vec<Enclosure>> =
                    support.iter().map(|&y| column(y)).chain([vec![Enclosure::integer(1); n]]).collect();
                Ok(Value::Enclosed(self.enclosed_error(&design, &solution, &target)))
            }
        }
    }

    fn enclosed_task(&self) -> Vec<Enclosure> {
        self.setting.task.values().iter().map(|v| Enclosure::rational(v, self.bits)).collect()
    }

    /// The error of the combination of functions whose coefficients solve equations, the task's denominator left out.
    fn rational_error(&self, design: &[Vec<BigInt>], system: &Matrix, right: &Matrix) -> Rational {
        let solution = solve(system, right).expect("the equations of a fit have a solution");
        let row_sums = self.setting.context.row_sums();
        let square = |x: usize| -> BigInt {
            let fitted: BigInt = design.iter().enumerate().map(|(j, f)| &f[x] * solution.entry(j, 0)).sum();
            let residual: BigInt = fitted - self.task.entry(x, 0) * solution.denominator();
            &residual * &residual * &row_sums[x]
        };
        let sum: BigInt = (0..row_sums.len()).map(square).sum();
        let scale = solution.denominator() * self.task.denominator();
        Rational::new(sum, &scale * &scale * self.setting.context.total())
    }

    fn enclosed_error(&self, design: &[Vec<Enclosure>], solution: &[Enclosure], target: &[Enclosure]) -> Enclosure {
        let bits = self.bits;
        let term = |(x, p): (usize, &Rational)| {
            let start = target[x].negated();
            let residual = design.iter().zip(solution).fold(start, |sum, (f, s)| sum.add(&f[x].mul(s, bits), bits));
            residual.square(bits).mul(&Enclosure::rational(p, bits), bits)
        };
        let marginal = self.setting.context.marginal::<X>();
        marginal.iter().enumerate().map(term).fold(Enclosure::integer(0), |sum, t| sum.add(&t, bits))
    }
}

/// The mean of values with these numerators of probabilities.
pub(super) fn mean(values: &[(Value, BigInt)], denominator: &BigInt, bits: u64) -> Value {
    // Rationals over each denominator that occurs.
    let mut over: BTreeMap<&BigInt, BigInt> = BTreeMap::new();
    let mut sum = Enclosure::integer(0);
    for (value, mass) in values {
        match value {
            Value::Exact(value) => *over.entry(value.denom()).or_default() += value.numer() * mass,
            Value::Enclosed(value) => {
                sum = sum.add(
                    &value.mul(&Enclosure::rational(&Rational::new(mass.clone(), denominator.clone()), bits), bits),
                    bits,
                );
            }
        }
    }
    let over: Vec<Rational> = over.into_iter().map(|(d, n)| Rational::new(n, d * denominator)).collect();
    if values.iter().all(|(value, _)| matches!(value, Value::Exact(_)))
        && let Some(exact) = short_sum(over.clone())
    {
        return Value::Exact(exact);
    }
    Value::Enclosed(over.iter().fold(sum, |sum, r| sum.add(&Enclosure::rational(r, bits), bits)))
}

/// The sum of rationals, unless its denominator, or one on the way, becomes too long.
fn short_sum(mut sums: Vec<Rational>) -> Option<Rational> {
    while sums.len() > 1 {
        // In pairs: denominators stay short for long.
        sums = sums.chunks(2).map(|pair| pair.iter().sum()).collect();
        if sums.iter().any(|sum| sum.denom().bits() > MOST_DENOMINATOR_BITS) {
            return None;
        }
    }
    Some(sums.pop().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::{Encoder, gallery};
    use crate::exact::rational::{integer, ratio};

    fn task(values: &[i64]) -> Function<X> {
        Function::new(values.iter().map(|&v| ratio(v, 1)).collect())
    }

    fn encoder(rows: usize, columns: &[&[i64]]) -> Encoder<X> {
        Encoder::new(Matrix::from_fn(rows, columns.len(), |x, j| ratio(columns[j][x], 1)))
    }

    /// The expected error over ordered sequences. A fit of least norm is `w = Z^T t` for the centred features Z of the draws,
    /// with `Z Z^T Z Z^T t = Z Z^T y~`: a pseudoinverse by its definition.
    fn by_sequences(context: &Context, phi: &Matrix, f: &Function<X>, ridge: Option<&Rational>, n: usize) -> Rational {
        let (size, p) = (context.n(), context.marginal::<X>());
        let mut expected = integer(0);
        for code in 0..size.pow(n as u32) {
            let points: Vec<usize> = (0..n).map(|k| code / size.pow(k as u32) % size).collect();
            let probability: Rational = points.iter().map(|&x| p[x].clone()).product();
            let mean = |value: &dyn Fn(usize) -> Rational| -> Rational {
                points.iter().map(|&x| value(x)).sum::<Rational>() / integer(n)
            };
            let means: Vec<Rational> = (0..phi.columns()).map(|j| mean(&|x| phi.get(x, j))).collect();
            let label = mean(&|x| f.values()[x].clone());
            let z = Matrix::from_fn(n, phi.columns(), |k, j| phi.get(points[k], j) - &means[j]);
            let y = Matrix::from_fn(n, 1, |k, _| f.values()[points[k]].clone() - &label);
            let gram = z.times(&z.transposed());
            let t = match ridge {
                None => solve(&gram.times(&gram), &gram.times(&y)).unwrap(),
                Some(b) => solve(&gram.plus(&Matrix::identity(n).scaled(&(b * integer(n)))), &y).unwrap(),
            };
            let w = z.transposed().times(&t);
            let fit = |x: usize| -> Rational {
                let terms = (0..phi.columns()).map(|j| w.get(j, 0) * (phi.get(x, j) - &means[j]));
                terms.sum::<Rational>() + &label
            };
            let error: Rational = (0..size)
                .map(|x| {
                    let e = fit(x) - &f.values()[x];
                    &e * &e * &p[x]
                })
                .sum();
            expected += probability * error;
        }
        expected
    }

    #[test]
    fn rational_features_against_sequences() {
        let context = Context::from_counts(&[[5, 1, 0], [1, 4, 1], [0, 2, 7]]).unwrap();
        let f = task(&[2, -1, 5]);
        let encoders: [&[&[i64]]; 5] =
            [&[], &[&[1, 0, 0]], &[&[1, 2, 4], &[1, 1, 0]], &[&[1, 2, 4], &[2, 4, 8]], &[&[3, 3, 3]]];
        for columns in encoders {
            let phi = encoder(3, columns);
            let features = Features::of_encoder(&phi);
            for ridge in [None, Some(ratio(1, 3))] {
                let setting = Setting { context: &context, features: &features, task: &f, ridge: ridge.as_ref() };
                let found = expected_errors(&setting, &[1, 2, 3, 4, 5], 40, 1000);
                for (n, found) in (1..6).zip(found) {
                    let direct = by_sequences(&context, phi.matrix(), &f, ridge.as_ref(), n);
                    assert_eq!(found, Ok(Value::Exact(direct)), "{columns:?} {ridge:?} {n}");
                }
            }
        }
    }

    /// Rational singular functions without norms that are irrational: the kernel is that of scaled functions.
    #[test]
    fn singular_functions_against_sequences() {
        // Eigenvalues 1 of the two components, 1/4 within the first; (1, -1, 0) and (1, 1, -2) with p = 1/3 each.
        let context = Context::from_counts(&[[3, 1, 0], [1, 3, 0], [0, 0, 4]]).unwrap();
        let spectrum = Spectrum::of(&context);
        let f = task(&[1, 4, -2]);
        // mu_1 = (1, 1, -2) / sqrt 2, mu_2 = (1, -1, 0) sqrt(3/2): k is the sum of their products. As features of rational
        // values with the same kernel: (c, c, -2 c) and so on do not exist, so the task is checked by d = 2, where
        // k = 3 [x = y] - 1, as of the rows of 3 [x = y] - 1 over 3 taken as weights: k k / 3 = k.
        let features = Features::top(&context, &spectrum, 2).unwrap();
        let k = features.rational_kernel().unwrap().clone();
        assert_eq!(k.times(&k), k.scaled(&integer(3)));
        let found = expected_errors(
            &Setting { context: &context, features: &features, task: &f, ridge: None },
            &[1, 2, 3, 4],
            40,
            1000,
        );
        // Scaling all features changes no fit of least norm.
        for (n, found) in (1..5).zip(found) {
            assert_eq!(found, Ok(Value::Exact(by_sequences(&context, &k, &f, None, n))));
        }
        assert_eq!(approximation_error(&context, &spectrum, &f, 2).unwrap().as_rational(), Some(&integer(0)));
        // What (1, -1, 0) holds: <f, .>^2 / 2/3 = (1 - 4)^2 / 9 / (2/3)
        assert_eq!(approximation_error(&context, &spectrum, &f, 1).unwrap().as_rational(), Some(&ratio(3, 2)));
        assert!(approximation_error(&context, &spectrum, &f, 3).is_none());
    }

    /// Irrational features, by rational ones nearby: the limit from both sides is not needed, the distance is small.
    #[test]
    fn irrational_features_near_rational_ones() {
        let context = Context::from_counts(&[[5, 1, 0, 2], [1, 4, 1, 1], [0, 2, 7, 1]]).unwrap();
        let spectrum = Spectrum::of(&context);
        assert!(spectrum.squared(1).unwrap().as_rational().is_none());
        let f = task(&[2, -1, 5]);
        let system = SingularSystem::of(&context, &spectrum, 0);
        let near = |i: usize, x: usize| system.left(i).unwrap()[x].enclose(80).midpoint().to_rational();
        for ridge in [None, Some(ratio(1, 3))] {
            let features = Features::top(&context, &spectrum, 1).unwrap();
            assert!(features.rational_kernel().is_none());
            let setting = Setting { context: &context, features: &features, task: &f, ridge: ridge.as_ref() };
            let found = expected_errors(&setting, &[1, 2, 3, 4], 60, 1000);
            let phi = Matrix::from_fn(3, 1, |x, _| near(1, x));
            for (n, found) in (1..5).zip(found) {
                let found = found.unwrap();
                assert_eq!(matches!(found, Value::Exact(_)), n == 1, "one value is fitted by itself");
                let found = found.enclosure(120);
                let direct = Enclosure::rational(&by_sequences(&context, &phi, &f, ridge.as_ref(), n), 120);
                let distance = found.sub(&direct, 120);
                assert!(found.width() <= Dyadic::new(1, -60));
                assert!(distance.midpoint().magnitude().is_none_or(|m| m < -50), "{n} {ridge:?} {distance:?}");
            }
            let left = approximation_error(&context, &spectrum, &f, 1).unwrap();
            let probe = crate::quantity::compatibility::probe_error(&context, &Encoder::new(phi.clone()), &f);
            let distance = left.enclose(60).sub(&Enclosure::rational(&probe, 100), 100);
            assert!(distance.midpoint().magnitude().is_none_or(|m| m < -50));
        }
    }

    /// With d = 0 the fit is the mean of n draws: its error is the variance and one n-th of it.
    #[test]
    fn no_feature_has_the_error_of_a_mean() {
        let context = Context::from_counts(&[[5, 1], [1, 4], [0, 2], [3, 3]]).unwrap();
        let f = task(&[2, -1, 5, 0]);
        let variance = context.norm_squared(&context.centred(&f));
        let features = Features::top(&context, &Spectrum::of(&context), 0).unwrap();
        let setting = Setting { context: &context, features: &features, task: &f, ridge: None };
        let found = expected_errors(&setting, &[1, 2, 7], 40, 1000);
        for (n, found) in [1, 2, 7].into_iter().zip(found) {
            assert_eq!(found, Ok(Value::Exact(&variance * ratio(n + 1, n))));
        }
    }

    #[test]
    fn boundary_cases() {
        let point = gallery::one_point();
        let features = Features::top(&point, &Spectrum::of(&point), 0).unwrap();
        let setting = Setting { context: &point, features: &features, task: &task(&[7]), ridge: None };
        assert_eq!(expected_errors(&setting, &[1, 2], 40, 10), vec![Ok(Value::Exact(integer(0))); 2]);
        // A constant task is fitted at once, whatever the features are.
        let context = gallery::cycle(5);
        let spectrum = Spectrum::of(&context);
        for d in 0..5 {
            let features = Features::top(&context, &spectrum, d).unwrap();
            let setting = Setting { context: &context, features: &features, task: &task(&[3; 5]), ridge: None };
            for found in expected_errors(&setting, &[1, 2, 3], 40, 1000) {
                assert!(found.unwrap().enclosure(100).contains(&integer(0)), "{d}");
            }
            assert_eq!(
                approximation_error(&context, &spectrum, &task(&[3; 5]), d).unwrap().as_rational(),
                Some(&integer(0))
            );
        }
        // Too many outcomes for one of the two.
        let features = Features::top(&context, &spectrum, 0).unwrap();
        let f = task(&[1, 0, 0, 0, 0]);
        let setting = Setting { context: &context, features: &features, task: &f, ridge: None };
        let found = expected_errors(&setting, &[1, 9], 40, 100);
        assert!(found[0].is_ok() && matches!(found[1], Err(Exhausted::OutOfReach(_))));
    }

    /// The last two points are alike for the table and the task, and so are their outcomes: where the features say so too.
    #[test]
    fn symmetries_are_those_of_the_choice() {
        let context = Context::from_counts(&[
            [5, 1, 0, 0, 0],
            [1, 4, 2, 0, 0],
            [0, 1, 7, 0, 0],
            [0, 0, 0, 2, 1],
            [0, 0, 0, 1, 2],
        ])
        .unwrap();
        let spectrum = Spectrum::of(&context);
        let f = task(&[0, 1, 3, 2, 2]);
        for d in 0..5 {
            let features = Features::top(&context, &spectrum, d).unwrap();
            let setting = Setting { context: &context, features: &features, task: &f, ridge: None };
            let session = Session::new(&setting, 256).unwrap();
            let outcomes = Outcomes::new(&context.marginal::<X>(), 3);
            let one_by_one = Session { symmetry: Symmetry::none(5), ..Session::new(&setting, 256).unwrap() };
            let [found, direct] = [&session, &one_by_one].map(|s| s.expected(&outcomes).unwrap().enclosure(256));
            assert!(found.sub(&direct, 256).contains_zero(), "{d}");
        }
    }

    /// Ties that are cut: the rest of the space is left, also where its functions are irrational.
    #[test]
    fn cut_eigenspaces_leave_what_is_not_taken() {
        let context = gallery::cycle(5);
        let spectrum = Spectrum::of(&context);
        let f = task(&[1, 2, 0, -1, 4]);
        let left = |d: usize| approximation_error(&context, &spectrum, &f, d).unwrap().enclose(60);
        for d in 0..5 {
            let features = Features::top(&context, &spectrum, d).unwrap();
            // ||f~||^2 - <f, k f>
            let kernel = features.enclosed_kernel(120).unwrap();
            let at = |v: i64| Enclosure::integer(v);
            let values = [1i64, 2, 0, -1, 4];
            let mut form = Enclosure::integer(0);
            for x in 0..5 {
                for y in 0..5 {
                    form = form.add(&kernel[x][y].mul(&at(values[x] * values[y]), 120), 120);
                }
            }
            let form = form.mul(&Enclosure::rational(&ratio(1, 25), 120), 120);
            let variance = context.norm_squared(&context.centred(&f));
            let direct = Enclosure::rational(&variance, 120).sub(&form, 120);
            assert!(direct.sub(&left(d), 120).contains_zero(), "{d}");
        }
    }
}
