//! How each quantity of the table of names is computed: the one place that the compiler asks for after a new
//! entry.

use super::prepared::Prepared;
use super::table::Table;
use super::term::Evaluation;
use super::value::{Halt, Value};
use crate::context::{A, Encoder, Function, X};
use crate::exact::algebraic::{RealAlgebraic, real_roots};
use crate::exact::characteristic::pencil_polynomial;
use crate::exact::definite::PsdWitness;
use crate::exact::elimination;
use crate::exact::matrix::Matrix;
use crate::exact::pencil::generalised_eigenvalues;
use crate::exact::rational::{Rational, integer};
use crate::exact::real::Real;
use crate::exact::truth::{Exhausted, Truth, Undefined};
use crate::quantity::objective::extracts::extracts;
use crate::quantity::usefulness::Weighting;
use crate::quantity::{
    association, compatibility, encoder, induced_space, information, kernel, learning, lipschitz, maximal_correlation,
    realisation, usefulness, worst_case_error,
};
use crate::statement::names::Quantity;
use crate::statement::tree::{Span, Term};
use crate::statement::types::Type;
use num_traits::{One, Zero};

impl Evaluation<'_> {
    /// The value of a quantity at its arguments.
    pub(super) fn quantity(&mut self, quantity: Quantity, of: &[Term], span: &Span) -> Result<Value, Halt> {
        use Quantity as Q;
        self.note(quantity, of);
        let undefined = |finding: Undefined| Halt::of(span, &finding);
        Ok(match quantity {
            // The context.
            Q::PointsOfX => count(self.context(&of[0])?.context().n()),
            Q::PointsOfA => count(self.context(&of[0])?.context().m()),
            Q::Joint => {
                let context = self.context(&of[0])?;
                let context = context.context();
                Table::from(Matrix::over(context.n(), context.m(), context.weights().to_vec(), context.total().clone()))
                    .into()
            }
            Q::MarginalX => column(&self.context(&of[0])?.context().marginal::<X>()),
            Q::MarginalA => column(&self.context(&of[0])?.context().marginal::<A>()),
            Q::Transposed => Value::Context(self.context(&of[0])?.transposed()),
            Q::Components => count(self.context(&of[0])?.context().components()),
            Q::Independent => truth(association::is_independent(self.context(&of[0])?.context())),

            // Operators and kernels.
            Q::T => Table::from(self.context(&of[0])?.expectation().clone()).into(),
            Q::TStar => Table::from(self.context(&of[0])?.transposed().expectation().clone()).into(),
            Q::KernelX => Table::from(self.context(&of[0])?.kernel().clone()).into(),
            Q::KernelA => Table::from(self.context(&of[0])?.transposed().kernel().clone()).into(),
            Q::IntegralOperator => {
                // (T_k f)(x) = sum_y k(x,y) p(y) f(y): columns are weighted.
                let weights = self.weights_of(&of[0]);
                self.table(&of[0])?.transposed().weighted(&weights).transposed().into()
            }

            // The spectrum.
            Q::SingularValue => {
                let (context, i) = (self.context(&of[0])?, self.index(&of[1])?);
                let last = context.spectrum().len();
                let value = i.and_then(|i| context.spectrum().singular_value(i));
                value.ok_or_else(|| Halt::undefined(span, format!("singular values are s_0 to s_{last} here")))?.into()
            }
            Q::LeftSingularFunction | Q::RightSingularFunction => {
                let (Value::System(context, choice), i) = (self.value(&of[0])?, self.index(&of[1])?) else {
                    unreachable!("types were checked when the statement was read")
                };
                let system = context.system(choice);
                let (functions, last) = match quantity {
                    Q::LeftSingularFunction => (i.and_then(|i| system.left(i)), context.context().n() - 1),
                    _ => (i.and_then(|i| system.right(i)), context.context().m() - 1),
                };
                let missing =
                    || Halt::undefined(span, format!("singular functions have indices from 0 to {last} here"));
                Table::column_of(functions.ok_or_else(missing)?).into()
            }
            Q::EigenvalueOf => self.eigenvalue(of, span)?,
            Q::GeneralisedEigenvalue => {
                let (b, c) = (self.matrix(&of[0], RATIONAL_ALGEBRA)?, self.matrix(&of[1], RATIONAL_ALGEBRA)?);
                let i = self.index(&of[2])?;
                let values = generalised_eigenvalues(&b, &c)
                    .ok_or_else(|| Halt::undefined(span, "B is not symmetric, or C is not positive definite"))?;
                let missing =
                    || Halt::undefined(span, format!("there are {} eigenvalues, counted from 1", values.len()));
                Real::from(at(&values, i).ok_or_else(missing)?.clone()).into()
            }
            Q::EigenvalueSum => self.eigenvalue_sum(of, span)?,
            Q::Extracts => {
                let weights = self.weights_of(&of[0]);
                let (operator, phi) = (self.matrix(&of[0], RATIONAL_ALGEBRA)?, self.matrix(&of[1], RATIONAL_ALGEBRA)?);
                let extracts = extracts(&weights, &operator, &phi);
                truth(extracts.ok_or_else(|| Halt::undefined(span, "the operator is not self-adjoint"))?)
            }
            Q::MaximalCorrelation => {
                maximal_correlation::maximal_correlation(self.context(&of[0])?.context()).map_err(undefined)?.into()
            }

            // Functions and linear algebra.
            Q::OneX => column(&vec![Rational::one(); self.context(&of[0])?.context().n()]),
            Q::OneA => column(&vec![Rational::one(); self.context(&of[0])?.context().m()]),
            Q::OneHot => Table::from(Matrix::identity(self.context(&of[0])?.context().m())).into(),
            Q::Indicator => {
                let (Value::Point(point), Type::Point(space)) = (self.value(&of[0])?, &of[0].of) else {
                    unreachable!("types were checked when the statement was read")
                };
                column(Function::<X>::indicator(self.points_of(space), point).values())
            }
            Q::Inner => self.gram(of)?.get(0, 0).into(),
            Q::Norm => {
                let f = [of[0].clone(), of[0].clone()];
                root(self.gram(&f)?.get(0, 0), span)?.into()
            }
            Q::Mean => {
                let (f, weights) = (self.table(&of[0])?, self.weights_of(&of[0]));
                f.weighted(&weights).transposed().times(&ones(f.rows())).get(0, 0).into()
            }
            Q::Centred => {
                let weights = self.weights_of(&of[0]);
                self.table(&of[0])?.centred(&weights).into()
            }
            Q::Gram => self.gram(of)?.into(),
            Q::Covariance => {
                let weights = self.weights_of(&of[0]);
                let centred = self.table(&of[0])?.centred(&weights);
                centred.gram(&centred, &weights).into()
            }
            Q::Identity => {
                let size = self.index(&of[0])?.ok_or_else(|| Halt::undefined(span, "its size is negative"))?;
                if size > LARGEST_IDENTITY {
                    return Err(Exhausted::OutOfReach("identities are made up to a size of 1000").into());
                }
                Table::from(Matrix::identity(size)).into()
            }
            Q::Transpose => self.table(&of[0])?.transposed().into(),
            Q::Column => {
                let (table, j) = (self.table(&of[0])?, self.index(&of[1])?);
                let last = table.columns();
                let j = j.filter(|j| (1..=last).contains(j));
                table
                    .column(j.ok_or_else(|| Halt::undefined(span, format!("columns are 1 to {last} here")))? - 1)
                    .into()
            }
            Q::Beside => self.table(&of[0])?.beside(&*self.table(&of[1])?).into(),
            Q::Diagonal => {
                let w = self.table(&of[0])?;
                let entry = |x, y| if x == y { w.get(x, 0) } else { Real::zero() };
                Table::from_fn(w.rows(), w.rows(), entry).into()
            }
            Q::Trace => self.table(&of[0])?.trace().into(),
            Q::Determinant => rational(elimination::determinant(&self.matrix(&of[0], RATIONAL_ALGEBRA)?)),
            Q::Inverse => {
                let inverse = elimination::inverse(&self.matrix(&of[0], RATIONAL_ALGEBRA)?);
                Table::from(inverse.ok_or_else(|| Halt::undefined(span, "the matrix is singular"))?).into()
            }
            Q::Rank => count(elimination::rank(&self.matrix(&of[0], RATIONAL_ALGEBRA)?)),
            Q::Symmetric => {
                let table = self.table(&of[0])?;
                table.equals(&table.transposed()).into()
            }
            Q::Psd => {
                let matrix = self.matrix(&of[0], RATIONAL_ALGEBRA)?;
                truth(matrix.is_symmetric() && PsdWitness::of(&matrix).is_some())
            }
            Q::SameSpan => {
                let (f, g) = (self.matrix(&of[0], RATIONAL_ALGEBRA)?, self.matrix(&of[1], RATIONAL_ALGEBRA)?);
                let ranks = [&f, &g, &f.beside(&g)].map(elimination::rank);
                truth(ranks[0] == ranks[1] && ranks[1] == ranks[2])
            }
            Q::InSpan => {
                let (table, f) = (self.matrix(&of[0], RATIONAL_ALGEBRA)?, self.matrix(&of[1], RATIONAL_ALGEBRA)?);
                truth(elimination::rank(&table) == elimination::rank(&table.beside(&f)))
            }
            Q::Distance => {
                let z = self.table(&of[0])?;
                let (Value::Point(x), Value::Point(y)) = (self.value(&of[1])?, self.value(&of[2])?) else {
                    unreachable!("types were checked when the statement was read")
                };
                let difference = |j: usize| z.get(x, j).minus(&z.get(y, j));
                root(Real::sum((0..z.columns()).map(|j| difference(j).times(&difference(j)))), span)?.into()
            }
            Q::AbsoluteValue => self.number(&of[0])?.abs()?.into(),
            Q::SquareRoot => root(self.number(&of[0])?, span)?.into(),
            Q::Logarithm => {
                let logarithm = self.number(&of[0])?.ln()?;
                logarithm.ok_or_else(|| Halt::undefined(span, "a logarithm's argument must be positive"))?.into()
            }
            Q::Exponential => self.number(&of[0])?.exp().into(),

            // Compatibility.
            Q::Compatibility => {
                let (context, f) = (self.context(&of[0])?, self.function::<X>(&of[1])?);
                compatibility::compatibility(context.context(), &f).map_err(undefined)?.into()
            }
            Q::InF => {
                let (context, f, eps) = (self.context(&of[0])?, self.function::<X>(&of[1])?, self.number(&of[2])?);
                let rho = match compatibility::compatibility(context.context(), &f) {
                    Ok(rho) => rho,
                    Err(_) if f.is_zero() => {
                        return Err(Halt::undefined(span, "rho of the zero function has no value"));
                    }
                    // A constant that is not zero has a mean that is not zero.
                    Err(_) => return Ok(truth(false)),
                };
                let centred = Truth::from(context.context().mean(&f).is_zero());
                centred.and(Real::from(integer(1)).minus(&eps).at_most(&rho)).into()
            }
            Q::Share => {
                let (context, f, i) = (self.context(&of[0])?, self.function::<X>(&of[1])?, self.index(&of[2])?);
                let position = i.and_then(|i| context.spectrum().position(i));
                let last = context.spectrum().len();
                let position = position
                    .ok_or_else(|| Halt::undefined(span, format!("singular values are s_1 to s_{last} here")))?;
                let shares = compatibility::shares(context.context(), context.spectrum(), &f).map_err(undefined)?;
                shares[position].clone().into()
            }
            Q::Dispersion => {
                let (context, g) = (self.context(&of[0])?, self.function::<A>(&of[1])?);
                rational(realisation::dispersion(context.context(), &g))
            }
            Q::LeastPreimage => {
                let (context, f) = (self.context(&of[0])?, self.function::<X>(&of[1])?);
                column(realisation::least_preimage(context.context(), &f).map_err(undefined)?.values())
            }
            Q::SpectralInner => {
                let (context, h, k) = (self.context(&of[0])?, self.function::<A>(&of[1])?, self.function::<A>(&of[2])?);
                rational(induced_space::spectral_inner(context.context(), &h, &k).map_err(undefined)?)
            }

            // Encoders.
            Q::Learns => {
                let (context, phi) = self.on_x(of)?;
                truth(learning::learns(context.context(), context.spectrum(), &phi).is_ok())
            }
            Q::ExpectedCovariance => {
                let (context, phi) = self.on_x(of)?;
                Table::from(encoder::expected_covariance(context.context(), &phi)).into()
            }
            Q::CentredRank => {
                let (context, phi) = self.on_x(of)?;
                count(encoder::centred_rank(context.context(), &phi))
            }
            Q::RatioTrace => {
                let (context, phi) = self.on_x(of)?;
                rational(encoder::ratio_trace(context.context(), &phi).map_err(undefined)?)
            }
            Q::RitzValue => {
                let ((context, phi), i) = (self.on_x(of)?, self.index(&of[2])?);
                let values = encoder::ritz_values(context.context(), &phi);
                let missing = || Halt::undefined(span, format!("there are {} Ritz values", values.len()));
                Real::from(at(&values, i).ok_or_else(missing)?.clone()).into()
            }
            Q::TraceGap => {
                let (context, phi) = self.on_x(of)?;
                encoder::trace_gap(context.context(), context.spectrum(), &phi).map_err(undefined)?.value.into()
            }
            Q::ProbeError => {
                let ((context, phi), f) = (self.on_x(of)?, self.function::<X>(&of[2])?);
                rational(compatibility::probe_error(context.context(), &phi, &f))
            }
            Q::WorstError => {
                let ((context, phi), eps) = (self.on_x(of)?, self.rational(&of[2], RATIONAL_SCALE)?);
                worst_case_error::worst_error(context.context(), context.spectrum(), &phi, &eps)
                    .map_err(undefined)?
                    .into()
            }
            Q::TopWorstError => {
                let (context, d) = (self.context(&of[0])?, self.index(&of[1])?);
                let eps = self.rational(&of[2], RATIONAL_SCALE)?;
                let d = d.ok_or_else(|| Halt::undefined(span, "there are no encoders of so many features"))?;
                worst_case_error::top_worst_error(context.spectrum(), d, &eps).map_err(undefined)?.into()
            }
            Q::HasTask => {
                let (context, phi) = self.on_x(of)?;
                let (rho, error) = (self.rational(&of[2], RATIONAL_SCALE)?, self.number(&of[3])?);
                worst_case_error::has_task(context.context(), context.spectrum(), &phi, &rho, &error).into()
            }

            // Objectives.
            Q::Explained
            | Q::MaximisesExplained
            | Q::Contrastive
            | Q::MinimisesContrastive
            | Q::MinimumContrastive
            | Q::Noncontrastive
            | Q::MinimisesNoncontrastive
            | Q::MinimumNoncontrastive
            | Q::Supervised
            | Q::MinimisesSupervised
            | Q::MinimumSupervised
            | Q::SupervisedBiased
            | Q::MinimisesSupervisedBiased
            | Q::MinimumSupervisedBiased
            | Q::Balanced
            | Q::MinimisesBalanced
            | Q::MinimumBalanced
            | Q::GraphLoss
            | Q::MinimisesGraphLoss
            | Q::MinimumGraphLoss
            | Q::Svme
            | Q::MinimisesSvme
            | Q::MinimumSvme
            | Q::Kise
            | Q::MinimisesKise
            | Q::MinimumKise
            | Q::LowRank
            | Q::MinimisesLowRank
            | Q::MinimumLowRank
            | Q::TwoSided
            | Q::MinimisesTwoSided
            | Q::MinimumTwoSided
            | Q::Nested
            | Q::MaximisesNested
            | Q::MaximumNested
            | Q::SpectralContrastive
            | Q::MinimisesSpectralContrastive
            | Q::MinimumSpectralContrastive
            | Q::BarlowTwins
            | Q::Vicreg
            | Q::InfoNce
            | Q::NtXent => self.objective(quantity, of, span)?,

            // Kernels and samples.
            Q::KernelNorm
            | Q::Smoothness
            | Q::Draws
            | Q::Empirical
            | Q::KernelPca
            | Q::FitRisk
            | Q::LeastRisk
            | Q::Characters
            | Q::Bits => self.of_sample(quantity, of, span)?,

            // Association and usefulness.
            Q::TotalInertia => rational(association::total_inertia(self.context(&of[0])?.context())),
            Q::ChiSquared => rational(association::chi_squared(self.context(&of[0])?.context()).statistic),
            Q::CramersV => association::cramers_v(self.context(&of[0])?.context()).map_err(undefined)?.into(),
            Q::TschuprowsT => association::tschuprows_t(self.context(&of[0])?.context()).map_err(undefined)?.into(),
            Q::ContingencyCoefficient => association::contingency_coefficient(self.context(&of[0])?.context()).into(),
            Q::LambdaX => rational(association::lambda::<X>(self.context(&of[0])?.context()).map_err(undefined)?),
            Q::LambdaA => rational(association::lambda::<A>(self.context(&of[0])?.context()).map_err(undefined)?),
            Q::TauX => rational(association::tau::<X>(self.context(&of[0])?.context()).map_err(undefined)?),
            Q::TauA => rational(association::tau::<A>(self.context(&of[0])?.context()).map_err(undefined)?),
            Q::MutualInformation => information::mutual_information(self.context(&of[0])?.context()).into(),
            Q::KernelDeviation => rational(kernel::kernel_deviation(self.context(&of[0])?.context())),
            Q::ContextComplexity => rational(kernel::context_complexity(self.context(&of[0])?.context())),
            Q::TauAt => {
                let (context, d) = (self.context(&of[0])?, self.index(&of[1])?);
                let weighting = self.weighting(&of[2], &of[3], span)?;
                let d = d.ok_or_else(|| Halt::undefined(span, "d is negative"))?;
                usefulness::tau_at(context.spectrum(), d, &weighting).map_err(undefined)?.into()
            }
            Q::Usefulness => {
                let (context, weighting) = (self.context(&of[0])?, self.weighting(&of[1], &of[2], span)?);
                usefulness::usefulness(context.spectrum(), &weighting).map_err(undefined)?.tau.into()
            }
            Q::DecayRate => usefulness::decay_rate(self.context(&of[0])?.spectrum()).map_err(undefined)?.into(),
            Q::KernelLipschitz => {
                let (context, z) = self.on_x(of)?;
                lipschitz::kernel_lipschitz(context.context(), &z).map_err(undefined)?.into()
            }
            Q::FunctionLipschitz => {
                let (context, z) = self.on_x(of)?;
                lipschitz::function_lipschitz(context.context(), context.spectrum(), &z).map_err(undefined)?.into()
            }
        })
    }

    /// The inner products of the columns of two tables on one side.
    fn gram(&mut self, of: &[Term]) -> Result<Table, Halt> {
        let weights = self.weights_of(&of[0]);
        Ok(self.table(&of[0])?.gram(&*self.table(&of[1])?, &weights))
    }

    /// A context and an encoder on its X: the first two arguments.
    pub(super) fn on_x(&mut self, of: &[Term]) -> Result<(Prepared, Encoder<X>), Halt> {
        Ok((self.context(&of[0])?, self.encoder(&of[1])?))
    }

    pub(super) fn encoder<S: crate::context::Side>(&mut self, term: &Term) -> Result<Encoder<S>, Halt> {
        Ok(Encoder::new(self.matrix(term, RATIONAL_FEATURES)?))
    }

    fn function<S: crate::context::Side>(&mut self, term: &Term) -> Result<Function<S>, Halt> {
        Ok(Function::new(self.matrix(term, RATIONAL_FEATURES)?.column(0)))
    }

    fn weighting(&mut self, beta: &Term, largest: &Term, span: &Span) -> Result<Weighting, Halt> {
        let (beta, largest) = (self.rational(beta, RATIONAL_SCALE)?, self.index(largest)?);
        Ok(Weighting { beta, largest: largest.ok_or_else(|| Halt::undefined(span, "d0 is negative"))? })
    }

    /// The i-th largest eigenvalue of an operator that is self-adjoint for the weights of its space:
    /// the i-th largest root of `det(x D - D M)`, with D the weights.
    fn eigenvalue(&mut self, of: &[Term], span: &Span) -> Result<Value, Halt> {
        let i = self.index(&of[1])?;
        let SelfAdjoint { weights, weighted, .. } = self.self_adjoint(&of[0], span)?;
        let values = eigenvalues(&weights, &weighted);
        let missing = || Halt::undefined(span, format!("it has {} eigenvalues, counted from 1", values.len()));
        Ok(Real::from(at(&values, i).ok_or_else(missing)?.clone()).into())
    }

    /// An operator that is self-adjoint for the weights of its space; one that is not has no eigenvalues here.
    pub(super) fn self_adjoint(&mut self, term: &Term, span: &Span) -> Result<SelfAdjoint, Halt> {
        let matrix = self.matrix(term, RATIONAL_ALGEBRA)?;
        let Type::Table(space, _) = &term.of else { unreachable!("types were checked when the statement was read") };
        let weights = self.weights_or_ones(space, matrix.rows());
        let weighted = Matrix::diagonal(&weights).times(&matrix);
        match weighted.is_symmetric() {
            true => Ok(SelfAdjoint { matrix, weights, weighted }),
            false => Err(Halt::undefined(span, "the operator is not self-adjoint")),
        }
    }
}

/// An operator M for which `D M` is symmetric, D the weights of its space.
pub(super) struct SelfAdjoint {
    pub matrix: Matrix,
    pub weights: Vec<Rational>,
    pub weighted: Matrix,
}

pub(super) const RATIONAL_ALGEBRA: &str = "this is computed for rational matrices only";
pub(super) const RATIONAL_FEATURES: &str = "this is computed for rational functions and encoders only";
pub(super) const RATIONAL_SCALE: &str = "this is computed for a rational number only";

/// Identities beyond this are not made.
const LARGEST_IDENTITY: usize = 1000;

/// The roots of `det(x D - B)` for positive weights D and a symmetric B, largest first, repeated.
pub(super) fn eigenvalues(weights: &[Rational], b: &Matrix) -> Vec<RealAlgebraic> {
    let d = Matrix::diagonal(weights);
    // Over one denominator, which the polynomial does not see.
    let scale = |m: &Matrix, other: &Matrix| m.scaled(&Rational::from(m.denominator() * other.denominator()));
    let pencil = pencil_polynomial(&scale(&d, b), &scale(b, &d)).expect("weights are positive");
    let roots = real_roots(&pencil, &[]);
    roots.into_iter().flat_map(|(value, multiplicity)| std::iter::repeat_n(value, multiplicity)).collect()
}

/// The i-th of some values, from 1.
fn at<T>(values: &[T], i: Option<usize>) -> Option<&T> {
    values.get(i?.checked_sub(1)?)
}

fn count(n: usize) -> Value {
    rational(integer(n))
}

pub(super) fn rational(value: Rational) -> Value {
    Real::from(value).into()
}

pub(super) fn truth(decided: bool) -> Value {
    Truth::from(decided).into()
}

pub(super) fn column(values: &[Rational]) -> Value {
    Table::from(Matrix::rational(values.len(), 1, values)).into()
}

fn ones(rows: usize) -> Table {
    Table::from(Matrix::integer(rows, 1, vec![1.into(); rows]))
}

fn root(square: Real, span: &Span) -> Result<Real, Halt> {
    square.sqrt()?.ok_or_else(|| Halt::undefined(span, "the radicand is negative"))
}
