//! Quantities that are formulas, as the definitions have them; and where every other one is found.

use super::arithmetic::root;
use super::bound::form;
use super::context::{Context, Joint};
use super::interval::Interval;
use super::number;
use super::task::error_form;
use super::value::{Stop, Table, Value};
use super::walk::{CHECKED, Walk, conjunction};
use crate::exact::elimination::{definiteness, determinant, independent_columns, inverse, rank, solve};
use crate::exact::matrix::Matrix;
use crate::exact::rational::Rational;
use crate::statement::names::Quantity;
use crate::statement::tree::{Relation, Span, Term};
use crate::statement::types::Type;
use num_traits::{Signed, Zero};
use std::cmp::Ordering;
use std::rc::Rc;

/// Identities and diagonals beyond this are not made.
const LARGEST_IDENTITY: usize = 1000;

impl Walk<'_> {
    /// The value of a quantity at its arguments, which are all evaluated.
    pub fn quantity(&mut self, quantity: Quantity, of: &[Term], span: &Span) -> Result<Value, Stop> {
        let found = self.defined(quantity, of, span);
        let Err(stop @ Stop::NotShown(_)) = found else { return found };
        // An argument that is undefined leaves the whole undefined, even if an earlier one is not shown.
        Err(of.iter().fold(stop, |stop, term| stop.either(self.value(term).err())))
    }

    fn defined(&mut self, quantity: Quantity, of: &[Term], span: &Span) -> Result<Value, Stop> {
        use Quantity as Q;
        Ok(match quantity {
            // The context.
            Q::PointsOfX => count(self.context(&of[0])?.view().n),
            Q::PointsOfA => count(self.context(&of[0])?.view().m),
            Q::Joint => matrix(&self.context(&of[0])?.view().joint),
            Q::MarginalX => column(&self.context(&of[0])?.view().p),
            Q::MarginalA => column(&self.context(&of[0])?.view().q),
            Q::Transposed => Value::Context(self.context(&of[0])?.transposed()),
            Q::Components => count(components(self.context(&of[0])?.view())),
            Q::Independent => {
                let context = self.context(&of[0])?;
                let Joint { n, m, p, q, joint, .. } = context.view();
                truth((0..*n).all(|x| (0..*m).all(|a| joint.get(x, a) == &p[x] * &q[a])))
            }

            // Operators and kernels.
            Q::T => matrix(&self.context(&of[0])?.view().t),
            Q::TStar => matrix(&self.context(&of[0])?.view().t_star),
            Q::KernelX => matrix(&self.context(&of[0])?.view().kernel()),
            Q::KernelA => matrix(&self.context(&of[0])?.other().kernel()),
            Q::IntegralOperator => {
                // (T_k f)(x) = sum_y k(x,y) p(y) f(y): columns are weighted.
                let weights = self.weights_of(&of[0]);
                table(self.table(&of[0])?.transposed().weighted(&weights).transposed())
            }

            // The spectrum.
            Q::SingularValue => self.singular_value(of, span)?,
            Q::LeftSingularFunction | Q::RightSingularFunction => self.singular_function(quantity, of, span)?,
            Q::EigenvalueOf => self.operator_eigenvalue(of, span)?,
            Q::EigenvalueSum => self.eigenvalue_sum(of, span)?,
            Q::GeneralisedEigenvalue => self.generalised_eigenvalue(of, span)?,
            Q::Extracts => self.extracts(of, span)?,
            Q::MaximalCorrelation => {
                let context = self.context(&of[0])?;
                match context.view().n == 1 || context.view().m == 1 {
                    true => return Stop::undefined(span, "a side is one point"),
                    false => self.root(&self.facts.squared(context.key, 1), span)?,
                }
            }

            // Functions and linear algebra.
            Q::OneX => constant(self.context(&of[0])?.view().n),
            Q::OneA => constant(self.context(&of[0])?.view().m),
            Q::OneHot => matrix(&Matrix::identity(self.context(&of[0])?.view().m)),
            Q::Indicator => {
                let (Value::Point(point), Type::Point(space)) = (self.value(&of[0])?, &of[0].of) else {
                    unreachable!("{CHECKED}")
                };
                let points = self.weights(space).len();
                table(Table::from_fn(points, 1, |x, _| Interval::integer(i32::from(x == point))))
            }
            Q::Inner => Value::Number(self.gram(&of[0], &of[1], span)?.get(0, 0).clone()),
            Q::Norm => {
                let gram = self.gram(&of[0], &of[0], span)?;
                self.root(gram.get(0, 0), span)?
            }
            Q::Mean => {
                let (f, weights) = (self.table(&of[0])?, self.weights_of(&of[0]));
                let one = Table::from_fn(f.rows, 1, |_, _| Interval::integer(1));
                Value::Number(one.gram(&f, &weights).get(0, 0).clone())
            }
            Q::Centred => table(self.table(&of[0])?.centred(&self.weights_of(&of[0]))),
            Q::Gram => table(self.gram(&of[0], &of[1], span)?),
            Q::Covariance => {
                let weights = self.weights_of(&of[0]);
                let centred = self.table(&of[0])?.centred(&weights);
                table(self.product(&centred.weighted(&weights).transposed(), &centred, span)?)
            }
            Q::Identity => match self.index(&of[0])? {
                Some(size) if size <= LARGEST_IDENTITY => matrix(&Matrix::identity(size)),
                Some(_) => return Stop::not_shown(span, "identities are made up to a size of 1000"),
                None => return Stop::undefined(span, "its size is negative"),
            },
            Q::Transpose => table(self.table(&of[0])?.transposed()),
            Q::Column => {
                let (of, j) = (self.table(&of[0])?, self.index(&of[1])?);
                match j.filter(|j| (1..=of.columns).contains(j)) {
                    Some(j) => table(Table::from_fn(of.rows, 1, |i, _| of.get(i, j - 1).clone())),
                    None => return Stop::undefined(span, format!("columns are 1 to {} here", of.columns)),
                }
            }
            Q::Beside => {
                let (f, g) = (self.table(&of[0])?, self.table(&of[1])?);
                let entry = |i: usize, j: usize| if j < f.columns { f.get(i, j) } else { g.get(i, j - f.columns) };
                table(Table::from_fn(f.rows, f.columns + g.columns, |i, j| entry(i, j).clone()))
            }
            Q::Diagonal => {
                let w = self.table(&of[0])?;
                if w.rows > LARGEST_IDENTITY {
                    return Stop::not_shown(span, "diagonals are made up to a size of 1000");
                }
                let entry = |i: usize, j: usize| if i == j { w.get(i, 0).clone() } else { Interval::integer(0) };
                table(Table::from_fn(w.rows, w.rows, entry))
            }
            Q::Trace => {
                let of = self.table(&of[0])?;
                Value::Number((0..of.rows).fold(Interval::integer(0), |sum, i| sum.plus(of.get(i, i))))
            }
            Q::Determinant => rational(determinant(&self.eliminable(&of[0])?)),
            Q::Inverse => match inverse(&self.eliminable(&of[0])?) {
                Some(inverse) => matrix(&inverse),
                None => return Stop::undefined(span, "the matrix is singular"),
            },
            Q::Rank => count(rank(&self.eliminable(&of[0])?)),
            Q::Symmetric => {
                let of = self.table(&of[0])?;
                let pairs = (0..of.rows).flat_map(|i| (0..i).map(move |j| (i, j)));
                let equal = pairs.map(|(i, j)| of.get(i, j).compare(of.get(j, i), Relation::Equal));
                match conjunction(equal) {
                    Some(symmetric) => truth(symmetric),
                    None => self.undecided(span, "the bounds do not decide it"),
                }
            }
            Q::Psd => {
                let of = self.eliminable(&of[0])?;
                truth(of.is_symmetric() && definiteness(&of) != Ordering::Less)
            }
            Q::SameSpan => {
                let (f, g) = (self.eliminable(&of[0])?, self.eliminable(&of[1])?);
                let both = rank(&f.beside(&g));
                truth(rank(&f) == both && rank(&g) == both)
            }
            Q::InSpan => {
                let (of, f) = (self.eliminable(&of[0])?, self.matrix(&of[1])?);
                truth(rank(&of) == rank(&of.beside(&f)))
            }
            Q::Distance => {
                let z = self.table(&of[0])?;
                let (Value::Point(x), Value::Point(y)) = (self.value(&of[1])?, self.value(&of[2])?) else {
                    unreachable!("{CHECKED}")
                };
                let steps = (0..z.columns).map(|j| z.get(x, j).minus(z.get(y, j)));
                let sum = steps.fold(Interval::integer(0), |sum, step| sum.plus(&step.times(&step)));
                self.root(&sum, span)?
            }
            Q::AbsoluteValue => Value::Number(self.number(&of[0])?.abs()),
            Q::SquareRoot => {
                let square = self.number(&of[0])?;
                self.root(&square, span)?
            }
            Q::Logarithm => {
                let of = self.number(&of[0])?;
                Value::Number(self.logarithm(&of, span)?)
            }
            Q::Exponential => {
                let of = self.number(&of[0])?;
                Value::Number(self.exponential(&of, span)?)
            }

            // Compatibility.
            Q::Compatibility => {
                let (context, f) = self.on_x(of)?;
                match compatibility_squared(context.view(), &f) {
                    Some(square) => self.root(&square.into(), span)?,
                    None => return Stop::undefined(span, "the task is constant"),
                }
            }
            Q::InF => self.in_f(of, span)?,
            Q::Dispersion => {
                let (context, g) = self.on_x(of)?;
                rational(dispersion(context.view(), &g))
            }
            Q::LeastPreimage => {
                let (context, f) = self.on_x(of)?;
                let k = context.view().k();
                self.within(self.limit.eliminate(&k.beside(&f)), span)?;
                match solve(&k, &f) {
                    Some(z) => matrix(&context.view().t_star.times(&z)),
                    None => return Stop::undefined(span, "f is not in the range of T"),
                }
            }
            Q::SpectralInner => {
                let ((context, h), k) = (self.on_x(of)?, self.matrix(&of[2])?);
                // With X and A exchanged, T* T is K.
                let a = context.other();
                let operator = a.k();
                self.within(self.limit.eliminate(&operator.beside(&h).beside(&k)), span)?;
                match (solve(&operator, &h), solve(&operator, &k)) {
                    (Some(_), Some(w)) => rational(h.transposed().times(&a.d).times(&w).get(0, 0)),
                    _ => return Stop::undefined(span, "h or k is not in the range of T*"),
                }
            }

            // Encoders.
            Q::Learns => self.learns(of, span)?,
            Q::ExpectedCovariance => {
                let (context, phi) = self.on_x(of)?;
                matrix(&expected_covariance(&context, &phi))
            }
            Q::CentredRank => {
                let (context, phi) = self.on_x(of)?;
                let centred = context.view().centred(&phi);
                self.within(self.limit.eliminate(&centred), span)?;
                count(rank(&centred))
            }
            Q::RatioTrace => {
                let (context, phi) = self.on_x(of)?;
                self.within(self.limit.eliminate(&phi), span)?;
                let phi = phi.select_columns(&independent_columns(&phi));
                if phi.columns() == 0 {
                    return Stop::undefined(span, "every feature is zero");
                }
                let covariance = context.view().covariance(&phi);
                self.within(self.limit.eliminate(&covariance.beside(&covariance)), span)?;
                match inverse(&covariance) {
                    Some(inverse) => rational(inverse.times(&expected_covariance(&context, &phi)).trace()),
                    None => return Stop::undefined(span, "the covariance of a maximal independent subset is singular"),
                }
            }
            Q::RitzValue => self.ritz_value(of, span)?,
            Q::TraceGap => self.trace_gap(of, span)?,
            Q::Explained => {
                let (context, phi) = self.on_x(of)?;
                // sum_j ||T* phi_j||^2 = sum_j <phi_j, K phi_j>
                rational(form(&context.view().dk, &phi).trace())
            }
            Q::Contrastive => {
                let (context, psi) = self.on_x(of)?;
                rational(contrastive(context.other(), &psi))
            }
            Q::ProbeError => {
                let ((context, phi), f) = (self.on_x(of)?, self.matrix(&of[2])?);
                let error = self.within(error_form(context.view(), &phi, self.limit), span)?;
                rational(form(&error, &f).get(0, 0))
            }
            Q::WorstError => self.worst_error(of, span)?,
            Q::TopWorstError => self.top_worst_error(of, span)?,
            Q::HasTask => self.has_task(of, span)?,

            // Association and usefulness.
            // A context in a certificate is given by its probabilities.
            Q::TotalInertia | Q::ChiSquared => rational(inertia(self.context(&of[0])?.view())),
            Q::CramersV | Q::TschuprowsT => {
                let context = self.context(&of[0])?;
                let Joint { n, m, .. } = context.view();
                let (x, a) = (*n as i64 - 1, *m as i64 - 1);
                if x == 0 || a == 0 {
                    return Stop::undefined(span, "a side is one point");
                }
                let phi = inertia(context.view());
                match quantity {
                    Q::CramersV => self.root(&(phi / number(x.min(a))).into(), span)?,
                    // phi^2 / sqrt(x a) = sqrt(phi^4 / (x a))
                    _ => self.root(&root(&(&phi * &phi / number(x * a)).into(), span)?, span)?,
                }
            }
            Q::ContingencyCoefficient => {
                let phi = inertia(self.context(&of[0])?.view());
                self.root(&(&phi / (&phi + number(1))).into(), span)?
            }
            Q::LambdaX => guessing(&self.context(&of[0])?, lambda, span)?,
            Q::LambdaA => guessing(&self.context(&of[0])?.transposed(), lambda, span)?,
            Q::TauX => guessing(&self.context(&of[0])?, tau, span)?,
            Q::TauA => guessing(&self.context(&of[0])?.transposed(), tau, span)?,
            Q::MutualInformation => self.mutual_information(of, span)?,
            Q::KernelDeviation => {
                let context = self.context(&of[0])?;
                let (Joint { n, p, .. }, kernel) = (context.view(), context.view().kernel());
                let pairs = (0..*n).flat_map(|x| (0..*n).map(move |y| (x, y)));
                rational(pairs.map(|(x, y)| (kernel.get(x, y) - number(1)).abs() * &p[x] * &p[y]).sum())
            }
            Q::ContextComplexity => {
                let kernel = self.context(&of[0])?.view().kernel();
                rational((0..kernel.rows()).map(|x| kernel.get(x, x)).max().expect("X has a point"))
            }
            Q::TauAt => self.tau(of, span)?,
            Q::KernelLipschitz => self.kernel_lipschitz(of, span)?,
            Q::FunctionLipschitz => self.function_lipschitz(of, span)?,

            // Objectives.
            Q::Supervised
            | Q::SupervisedBiased
            | Q::Noncontrastive
            | Q::GraphLoss
            | Q::Svme
            | Q::Kise
            | Q::LowRank
            | Q::TwoSided
            | Q::Nested
            | Q::SpectralContrastive
            | Q::BarlowTwins
            | Q::Vicreg
            | Q::InfoNce
            | Q::NtXent => self.objective(quantity, of, span)?,
            Q::MinimisesSupervised
            | Q::MinimisesSupervisedBiased
            | Q::MinimisesBalanced
            | Q::MinimisesContrastive
            | Q::MinimisesSpectralContrastive
            | Q::MinimisesNoncontrastive
            | Q::MinimisesGraphLoss
            | Q::MinimisesSvme
            | Q::MinimisesKise
            | Q::MinimisesLowRank
            | Q::MinimisesTwoSided
            | Q::MaximisesExplained
            | Q::MaximisesNested => self.attained(quantity, of, span)?,
            Q::MinimumSupervised
            | Q::MinimumSupervisedBiased
            | Q::MinimumContrastive
            | Q::MinimumSpectralContrastive
            | Q::MinimumNoncontrastive
            | Q::MinimumGraphLoss
            | Q::MinimumSvme
            | Q::MinimumKise
            | Q::MinimumLowRank
            | Q::MinimumTwoSided
            | Q::MaximumNested => self.extreme(quantity, of, span)?,

            // Kernels and samples.
            Q::KernelNorm => self.kernel_norm(of, span)?,
            Q::Smoothness => self.smoothness(of, span)?,
            Q::Draws => table(self.draws(of, span)?),
            Q::Empirical => table(self.empirical(of, span)?),
            Q::KernelPca => self.kernel_pca(of, span)?,
            Q::FitRisk | Q::LeastRisk => self.least_squares(quantity, of, span)?,
            Q::Characters => table(self.characters(of, span)?),
            Q::Bits => Value::Number(self.bits(of, span)?),

            Q::Balanced | Q::MinimumBalanced | Q::Share | Q::Usefulness | Q::DecayRate => {
                return Stop::not_shown(span, "no certificate can show this quantity yet");
            }
        })
    }

    /// The inner products of the columns of two tables on one side.
    fn gram(&mut self, f: &Term, g: &Term, span: &Span) -> Result<Table, Stop> {
        let weights = self.weights_of(f);
        let (f, g) = (self.table(f)?, self.table(g)?);
        self.product(&f.weighted(&weights).transposed(), &g, span)
    }

    /// Mean zero, and `1 - eps <= rho(f)`.
    fn in_f(&mut self, of: &[Term], span: &Span) -> Result<Value, Stop> {
        let ((context, f), eps) = (self.on_x(of)?, self.number(&of[2])?);
        if f.entries().iter().all(Zero::is_zero) {
            return Stop::undefined(span, "rho of the zero function has no value");
        }
        let mean = Matrix::rational(1, f.rows(), &context.view().p).times(&f);
        if !mean.entry(0, 0).is_zero() {
            return Ok(truth(false));
        }
        let square = compatibility_squared(context.view(), &f).expect("of mean zero and not zero");
        let rho = root(&square.into(), span)?;
        match Interval::integer(1).minus(&eps).compare(&rho, Relation::AtMost) {
            Some(compatible) => Ok(truth(compatible)),
            None => Ok(self.undecided(span, "the bounds do not decide it")),
        }
    }
}

/// How many parts the points fall into, joined by cells that are not zero.
fn components(joint: &Joint) -> usize {
    let mut part: Vec<usize> = (0..joint.n).collect();
    for a in 0..joint.m {
        let touched: Vec<usize> = (0..joint.n).filter(|x| !joint.joint.entry(*x, a).is_zero()).collect();
        for &x in &touched {
            let (from, to) = (part[x], part[touched[0]]);
            part.iter_mut().filter(|p| **p == from).for_each(|p| *p = to);
        }
    }
    part.sort_unstable();
    part.dedup();
    part.len()
}

/// `||T* f~||^2 / ||f~||^2`; `None` for a constant f.
fn compatibility_squared(joint: &Joint, f: &Matrix) -> Option<Rational> {
    let norm = joint.covariance(f).get(0, 0);
    (!norm.is_zero()).then(|| joint.expected_covariance(f).get(0, 0) / norm)
}

/// `sum_x p(x) sum_{a,b} P(a|x) P(b|x) (g(a) - g(b))^2`.
fn dispersion(joint: &Joint, g: &Matrix) -> Rational {
    let mut sum = Rational::zero();
    for (x, p) in joint.p.iter().enumerate() {
        for (a, b) in (0..joint.m).flat_map(|a| (0..joint.m).map(move |b| (a, b))) {
            let step = g.get(a, 0) - g.get(b, 0);
            sum += p * joint.t.get(x, a) * joint.t.get(x, b) * &step * &step;
        }
    }
    sum
}

/// `B`: the covariance of `T* Phi` on A.
fn expected_covariance(context: &Context, phi: &Matrix) -> Matrix {
    context.other().covariance(&context.view().t_star.times(phi))
}

/// `E[-<Psi~(a), Psi~(b)>] + 1/2 E[<Psi~(a), Psi~(c)>^2]`: a and b from one point of the other side, a and c
/// independent. `side` is the one that Psi is on.
fn contrastive(side: &Joint, psi: &Matrix) -> Rational {
    let centred = side.centred(psi);
    let inner = centred.times(&centred.transposed());
    let pairs = (0..side.n).flat_map(|a| (0..side.n).map(move |b| (a, b)));
    let term = |(a, b): (usize, usize)| {
        let product = inner.get(a, b);
        &product * &product * &side.p[a] * &side.p[b] / number(2) - side.dk.get(a, b) * product
    };
    pairs.map(term).sum()
}

/// `sum P^2 / (p q) - 1`.
fn inertia(joint: &Joint) -> Rational {
    let cells = (0..joint.n).flat_map(|x| (0..joint.m).map(move |a| (x, a)));
    cells.map(|(x, a)| joint.t.get(x, a) * joint.t_star.get(a, x)).sum::<Rational>() - number(1)
}

/// The chance of guessing X right, without knowing A and knowing it.
type Guess = fn(&Joint) -> (Rational, Rational);

/// By the likeliest point.
fn lambda(joint: &Joint) -> (Rational, Rational) {
    let likeliest = |a: usize| (0..joint.n).map(|x| joint.joint.get(x, a)).max().expect("X has a point");
    (joint.p.iter().max().expect("X has a point").clone(), (0..joint.m).map(likeliest).sum())
}

/// At random, with the conditional probabilities.
fn tau(joint: &Joint) -> (Rational, Rational) {
    let cells = (0..joint.n).flat_map(|x| (0..joint.m).map(move |a| (x, a)));
    let informed = cells.map(|(x, a)| joint.joint.get(x, a) * joint.t_star.get(a, x)).sum();
    (joint.p.iter().map(|p| p * p).sum(), informed)
}

/// The share of wrong guesses that is avoided.
fn guessing(context: &Context, guess: Guess, span: &Span) -> Result<Value, Stop> {
    let (blind, informed) = guess(context.view());
    match blind == number(1) {
        true => Stop::undefined(span, "the side is one point, so that a guess is never wrong"),
        false => Ok(rational((informed - &blind) / (number(1) - blind))),
    }
}

fn truth(decided: bool) -> Value {
    Value::Truth(Some(decided))
}

fn count(n: usize) -> Value {
    Value::Number(Interval::integer(n))
}

fn rational(value: Rational) -> Value {
    Value::Number(value.into())
}

fn matrix(matrix: &Matrix) -> Value {
    table(Table::of(matrix))
}

fn column(values: &[Rational]) -> Value {
    table(Table::column_of(values))
}

fn constant(rows: usize) -> Value {
    table(Table::from_fn(rows, 1, |_, _| Interval::integer(1)))
}

fn table(table: Table) -> Value {
    Value::Table(Rc::new(table))
}
