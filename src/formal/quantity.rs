//! Each quantity in the words of `proofs/theory`, and when it has a value.

use super::condition::Conditions;
use super::entry::before;
use super::gallina::{Gallina, level};
use super::linear::Linear;
use super::term::cast;
use super::translation::{Translation, Untranslated, columns, rows};
use crate::statement::names::Quantity;
use crate::statement::tree::Term;
use crate::statement::types::{Side, Space, Type};

impl Translation<'_> {
    /// A quantity that is a natural number.
    pub fn natural_quantity(
        &mut self,
        quantity: Quantity,
        of: &[Term],
        term: &Term,
        conditions: &mut Conditions,
    ) -> Result<Gallina, Untranslated> {
        use Quantity as Q;
        match quantity {
            Q::Rank => {
                Ok(Gallina::new(format!("\\rank {}", self.term(&of[0], conditions)?.argument()), level::APPLICATION))
            }
            Q::CentredRank => {
                let (p, phi) = (self.term(&of[0], conditions)?, self.term(&of[1], conditions)?);
                Ok(Gallina::applied("centred_rank", &[&p, &phi]))
            }
            Q::Components => Ok(Gallina::applied("components", &[&self.term(&of[0], conditions)?])),
            Q::Bits => {
                let j = self.integer(&of[0], conditions)?;
                match j.is_natural(&self.bounds) {
                    true => Ok(Gallina::applied("bits", &[&j.size()])),
                    false => self.fails(&term.span, "an integer that may be negative"),
                }
            }
            _ => self.fails(&term.span, ""),
        }
    }

    /// A quantity: a number of the field, a table, or a proposition.
    pub fn quantity(
        &mut self,
        quantity: Quantity,
        of: &[Term],
        term: &Term,
        conditions: &mut Conditions,
    ) -> Result<Gallina, Untranslated> {
        use Quantity as Q;
        let zero = Gallina::atom("0");
        Ok(match quantity {
            // Integers in the field.
            Q::PointsOfX | Q::PointsOfA => cast(&self.integer(term, conditions)?.size()),
            Q::Rank | Q::CentredRank | Q::Components | Q::Bits => {
                cast(&self.natural_quantity(quantity, of, term, conditions)?)
            }

            // The context and its operators.
            Q::Transposed => self.context(&self.context_of(term)),
            Q::Joint => Gallina::applied("joint", &[&self.term(&of[0], conditions)?]),
            Q::MarginalX | Q::MarginalA => {
                let name = if quantity == Q::MarginalX { "p" } else { "q" };
                transposed(&Gallina::applied(name, &[&self.term(&of[0], conditions)?]))
            }
            Q::Independent | Q::T | Q::TStar | Q::KernelX | Q::KernelA => {
                let name = match quantity {
                    Q::Independent => "independent",
                    Q::T => "T",
                    Q::TStar => "T_star",
                    Q::KernelX => "kX",
                    _ => "kA",
                };
                Gallina::applied(name, &[&self.term(&of[0], conditions)?])
            }
            Q::IntegralOperator => {
                let weights = self.needed_weights(&of[0], term)?;
                Gallina::applied("integral_operator", &[&weights, &self.term(&of[0], conditions)?])
            }
            Q::ContextComplexity => Gallina::applied("complexity", &[&self.term(&of[0], conditions)?]),

            // The spectrum.
            Q::SingularValue => {
                let (p, i) = (self.term(&of[0], conditions)?, self.integer(&of[1], conditions)?);
                let last = self.points(Side::X, &self.context_of(&of[0])).minus(&Linear::constant(1));
                self.between(0, &i, &last, conditions);
                Gallina::applied("s", &[&p, &i.size()])
            }
            Q::LeftSingularFunction | Q::RightSingularFunction => {
                let (name, side) = if quantity == Q::LeftSingularFunction { ("mu", Side::X) } else { ("nu", Side::A) };
                let (system, i) = (self.term(&of[0], conditions)?, self.integer(&of[1], conditions)?);
                let last = self.points(side, &self.context_of(&of[0])).minus(&Linear::constant(1));
                self.between(0, &i, &last, conditions);
                Gallina::applied(name, &[&system, &i.size()])
            }
            Q::EigenvalueOf | Q::EigenvalueSum => {
                let matrix = self.self_adjoint(&of[0], conditions)?;
                let i = self.integer(&of[1], conditions)?;
                if quantity == Q::EigenvalueOf {
                    let Some(size) = self.size_of(rows(&of[0].of)) else {
                        return self.fails(&of[0].span, "a table of so many rows");
                    };
                    self.between(1, &i, &size, conditions);
                    Gallina::applied("eigenvalue", &[&matrix, &i.size()])
                } else if i.is_natural(&self.bounds) {
                    Gallina::applied("top_sum_of", &[&matrix, &i.size()])
                } else {
                    return self.fails(&of[1].span, "a number that may be negative");
                }
            }
            Q::GeneralisedEigenvalue => {
                let (b, c) = (self.term(&of[0], conditions)?, self.term(&of[1], conditions)?);
                let i = self.place(&of[2], rows(&of[0].of), conditions)?;
                conditions.need(Gallina::applied("symmetric", &[&b]));
                conditions.need(Gallina::applied("positive_definite", &[&c]));
                Gallina::applied("generalised_eigenvalue", &[&b, &c, &i])
            }
            Q::Extracts => {
                let weights = self.needed_weights(&of[0], term)?;
                let (matrix, phi) = (self.self_adjoint(&of[0], conditions)?, self.term(&of[1], conditions)?);
                Gallina::applied("extracts", &[&weights, &matrix, &phi])
            }
            Q::MaximalCorrelation => {
                let relation = Gallina::applied("maximal_correlation_is", &[&self.term(&of[0], conditions)?]);
                self.value("correlation", "R", &relation, conditions)
            }

            // Functions and linear algebra.
            Q::OneX | Q::OneA | Q::OneHot => {
                let side = if quantity == Q::OneX { Side::X } else { Side::A };
                let size = self.points(side, &self.context_of(&of[0])).size();
                let name = if quantity == Q::OneHot { "@one_hot R" } else { "@one R" };
                Gallina::applied(name, &[&size])
            }
            Q::Indicator => {
                let Type::Point(Space::Side(side, context)) = &of[0].of else { return self.fails(&term.span, "") };
                let size = self.points(*side, context).size();
                Gallina::applied("@indicator R", &[&size, &self.term(&of[0], conditions)?])
            }
            Q::Inner => {
                let weights = self.needed_weights(&of[0], term)?;
                Gallina::applied("ip", &[&weights, &self.term(&of[0], conditions)?, &self.term(&of[1], conditions)?])
            }
            Q::Norm | Q::Mean => {
                let weights = self.needed_weights(&of[0], term)?;
                let name = if quantity == Q::Norm { "norm" } else { "mean" };
                Gallina::applied(name, &[&weights, &self.term(&of[0], conditions)?])
            }
            Q::Centred | Q::Covariance => {
                let Some(p) = self.seen_from(rows(&of[0].of)) else { return self.fails(&term.span, "no weights") };
                let name = if quantity == Q::Centred { "centred_encoder" } else { "covariance" };
                Gallina::applied(name, &[&p, &self.term(&of[0], conditions)?])
            }
            Q::Gram => {
                let weights = self.needed_weights(&of[0], term)?;
                Gallina::applied("gram", &[&weights, &self.term(&of[0], conditions)?, &self.term(&of[1], conditions)?])
            }
            Q::Identity => {
                let d = self.integer(&of[0], conditions)?;
                if !d.is_natural(&self.bounds) {
                    return self.fails(&of[0].span, "a size that may be negative");
                }
                Gallina::atom(format!("(1%:M : 'M[R]_{})", d.size().argument()))
            }
            Q::Transpose => transposed(&self.term(&of[0], conditions)?),
            Q::Column => {
                let matrix = self.term(&of[0], conditions)?;
                let j = self.place(&of[1], columns(&of[0].of), conditions)?;
                Gallina::applied("column", &[&matrix, &before(&j)])
            }
            Q::Beside => {
                Gallina::applied("row_mx", &[&self.term(&of[0], conditions)?, &self.term(&of[1], conditions)?])
            }
            Q::Diagonal => {
                let function = self.term(&of[0], conditions)?;
                let row = function.text.strip_suffix("^T").map(Gallina::atom).unwrap_or_else(|| transposed(&function));
                Gallina::applied("diag_mx", &[&row])
            }
            Q::Trace | Q::Determinant => {
                let name = if quantity == Q::Trace { "\\tr" } else { "\\det" };
                Gallina::applied(name, &[&self.term(&of[0], conditions)?])
            }
            Q::Inverse => {
                let matrix = self.term(&of[0], conditions)?;
                conditions.need(matrix.related("\\in", &Gallina::atom("unitmx")));
                Gallina::applied("invmx", &[&matrix])
            }
            Q::Symmetric => Gallina::applied("symmetric", &[&self.term(&of[0], conditions)?]),
            Q::Psd => Gallina::applied("psd_matrix", &[&self.term(&of[0], conditions)?]),
            Q::SameSpan => {
                Gallina::applied("same_span", &[&self.term(&of[0], conditions)?, &self.term(&of[1], conditions)?])
            }
            Q::InSpan => {
                Gallina::applied("in_span", &[&self.term(&of[0], conditions)?, &self.term(&of[1], conditions)?])
            }
            Q::Distance => {
                let (z, x) = (self.term(&of[0], conditions)?, self.term(&of[1], conditions)?);
                Gallina::applied("distance", &[&z, &x, &self.term(&of[2], conditions)?])
            }
            Q::AbsoluteValue => Gallina::atom(format!("`|{}|", self.term(&of[0], conditions)?.text)),
            Q::SquareRoot => {
                let value = self.term(&of[0], conditions)?;
                conditions.need(self.zero_like(&of[0]).related("<=", &value));
                Gallina::applied("Num.sqrt", &[&value])
            }
            Q::Logarithm => {
                let value = self.term(&of[0], conditions)?;
                self.is_analytic = true;
                conditions.need(self.zero_like(&of[0]).related("<", &value));
                Gallina::applied("ln E", &[&value])
            }
            Q::Exponential => {
                self.is_analytic = true;
                Gallina::applied("exp E", &[&self.term(&of[0], conditions)?])
            }

            // Compatibility and encoders.
            Q::Compatibility => {
                let (p, f) = (self.term(&of[0], conditions)?, self.term(&of[1], conditions)?);
                let weights = self.needed_weights(&of[1], term)?;
                conditions.need(Gallina::applied("center", &[&weights, &f]).related("!=", &zero));
                Gallina::applied("compatibility", &[&p, &f])
            }
            Q::InF => {
                let (p, f) = (self.term(&of[0], conditions)?, self.term(&of[1], conditions)?);
                conditions.need(f.related("!=", &zero));
                Gallina::applied("in_F", &[&p, &f, &self.term(&of[2], conditions)?])
            }
            Q::Dispersion => {
                Gallina::applied("dispersion", &[&self.term(&of[0], conditions)?, &self.term(&of[1], conditions)?])
            }
            Q::SpectralInner => {
                let arguments = self.terms(of, conditions)?;
                for h in &arguments[1..] {
                    conditions.need(Gallina::applied("in_span", &[&Gallina::applied("T_star", &[&arguments[0]]), h]));
                }
                let relation = applied("spectral_inner_is", &arguments);
                self.value("inner", "R", &relation, conditions)
            }
            Q::LeastPreimage => {
                let arguments = self.terms(of, conditions)?;
                let size = self.points(Side::A, &self.context_of(&of[0])).size();
                self.value(
                    "preimage",
                    &format!("'cV[R]_{}", size.argument()),
                    &applied("least_preimage", &arguments),
                    conditions,
                )
            }
            Q::Learns | Q::ExpectedCovariance | Q::Explained => {
                let name = match quantity {
                    Q::Learns => "learns",
                    Q::ExpectedCovariance => "expected_covariance",
                    _ => "explained",
                };
                applied(name, &self.terms(of, conditions)?)
            }
            Q::RatioTrace => {
                let arguments = self.terms(of, conditions)?;
                conditions.need(arguments[1].related("!=", &zero));
                let size = self.points(Side::X, &self.context_of(&of[0])).size();
                let one = Gallina::applied("@one R", &[&size]);
                let constant = Gallina::applied("in_span", &[&arguments[1], &one]);
                conditions.need(Gallina::new(format!("~ {}", constant.text), level::NOT));
                applied("ratio_trace", &arguments)
            }
            Q::TraceGap => {
                let arguments = self.terms(of, conditions)?;
                let rank = Linear::atom(&applied("centred_rank", &arguments).text);
                let points = self.points(Side::X, &self.context_of(&of[0]));
                conditions.need(rank.plus(&Linear::constant(1)).related("<", &points).of_naturals());
                self.value("gap", "R", &applied("trace_gap_is", &arguments), conditions)
            }
            Q::WorstError => {
                let arguments = self.terms(of, conditions)?;
                conditions.need(zero.related("<", &arguments[2]));
                self.value("worst", "R", &applied("worst_error_is", &arguments), conditions)
            }
            Q::TopWorstError => {
                let (p, d) = (self.term(&of[0], conditions)?, self.integer(&of[1], conditions)?);
                let eps = self.term(&of[2], conditions)?;
                let last = self.points(Side::X, &self.context_of(&of[0])).minus(&Linear::constant(1));
                self.between(0, &d, &last, conditions);
                conditions.need(zero.related("<", &eps));
                let relation = Gallina::applied("top_worst_error_is", &[&p, &d.size(), &eps]);
                self.value("top_worst", "R", &relation, conditions)
            }
            Q::HasTask => applied("some_task", &self.terms(of, conditions)?),
            Q::KernelLipschitz | Q::FunctionLipschitz => {
                let name = if quantity == Q::KernelLipschitz { "kernel_lipschitz_is" } else { "function_lipschitz_is" };
                let relation = applied(name, &self.terms(of, conditions)?);
                self.value("lipschitz", "R", &relation, conditions)
            }

            // Samples and kernels.
            Q::Draws => Gallina::applied("drawn R", &[&self.term(&of[0], conditions)?]),
            Q::Empirical => {
                self.needs_draws(&of[0])?;
                transposed(&Gallina::applied("empirical R", &[&self.term(&of[0], conditions)?]))
            }
            Q::KernelNorm => {
                let arguments = self.terms(of, conditions)?;
                conditions.need(Gallina::applied("symmetric", &[&arguments[0]]));
                self.value("norm", "R", &applied("kernel_norm_is", &arguments), conditions)
            }
            Q::Smoothness => {
                let weights = self.needed_weights(&of[0], term)?;
                let arguments = self.terms(of, conditions)?;
                conditions.need(Gallina::applied("psd_matrix", &[&arguments[0]]));
                conditions.need(arguments[1].related("!=", &zero));
                let relation = Gallina::applied("smoothness_is", &[&weights, &arguments[0], &arguments[1]]);
                self.value("smoothness", "R", &relation, conditions)
            }
            Q::KernelPca => {
                let weights = self.needed_weights(&of[0], term)?;
                let (k, sample) = (self.term(&of[0], conditions)?, self.term(&of[1], conditions)?);
                let d = self.integer(&of[2], conditions)?;
                if !d.is_natural(&self.bounds) {
                    return self.fails(&of[2].span, "a number that may be negative");
                }
                self.needs_draws(&of[1])?;
                conditions.need(Gallina::applied("psd_matrix", &[&k]));
                let relation = Gallina::applied("kernel_pca_is", &[&weights, &k, &sample, &d.size()]);
                self.value("pca", "R", &relation, conditions)
            }
            Q::FitRisk | Q::LeastRisk => {
                let weights = self.needed_weights(&of[0], term)?;
                let arguments = self.terms(of, conditions)?;
                if quantity == Q::FitRisk {
                    self.needs_draws(&of[1])?;
                }
                let radius = arguments.last().expect("it has arguments");
                conditions.need(zero.related("<=", radius));
                let name = if quantity == Q::FitRisk { "fit_risk_is" } else { "least_risk_is" };
                let all: Vec<&Gallina> = std::iter::once(&weights).chain(&arguments).collect();
                self.value("risk", "R", &Gallina::applied(name, &all), conditions)
            }
            Q::Characters => match self.bits(&self.context_of(&of[0])) {
                Some(bits) => Gallina::applied("characters R", &[&bits]),
                None => return self.fails(&term.span, "a context that is not of bits"),
            },

            // Objectives: their values.
            Q::Contrastive | Q::Noncontrastive | Q::SpectralContrastive | Q::Svme | Q::LowRank | Q::TwoSided => {
                applied(quantity.entry().name, &self.terms(of, conditions)?)
            }
            Q::GraphLoss | Q::MinimisesGraphLoss => {
                let context = self.context_of(&of[0]);
                if self.points(Side::X, &context) != self.points(Side::A, &context) {
                    return self.fails(&term.span, "a context that is not a graph");
                }
                let arguments = self.terms(of, conditions)?;
                conditions.need(Gallina::applied("symmetric", &[&Gallina::applied("joint", &[&arguments[0]])]));
                applied(&quantity.entry().name.replace(' ', "_"), &arguments)
            }
            Q::Kise | Q::MinimisesKise => {
                let Some(p) = self.seen_from(rows(&of[0].of)) else { return self.fails(&term.span, "no weights") };
                let arguments = self.terms(of, conditions)?;
                conditions.need(Gallina::applied("symmetric", &[&arguments[0]]));
                let name = if quantity == Q::Kise { "kise" } else { "minimises_kise" };
                Gallina::applied(name, &[&p, &arguments[0], &arguments[1]])
            }
            Q::Nested => {
                let arguments = self.terms(of, conditions)?;
                applied("nested", &arguments)
            }
            Q::BarlowTwins => {
                let arguments = self.terms(of, conditions)?;
                conditions.need(Gallina::applied("no_constant_feature", &[&arguments[0], &arguments[1]]));
                applied("barlow_twins", &arguments)
            }
            Q::Vicreg => {
                let arguments = self.terms(of, conditions)?;
                let last = &arguments[5];
                conditions.need(Gallina::applied("vicreg_is_defined", &[&arguments[0], &arguments[1], last]));
                applied("vicreg", &arguments)
            }
            Q::InfoNce | Q::NtXent => {
                let arguments = self.terms(of, conditions)?;
                self.is_analytic = true;
                conditions.need(zero.related("<", &arguments[2]));
                let all = [&arguments[0], &Gallina::atom("E"), &arguments[1], &arguments[2]];
                if quantity == Q::NtXent {
                    conditions.need(Gallina::applied("no_zero_row", &[&arguments[1]]));
                }
                Gallina::applied(if quantity == Q::InfoNce { "info_nce" } else { "nt_xent" }, &all)
            }

            // Objectives: who is best, and how good that is.
            Q::MaximisesExplained => applied("maximises_explained", &self.terms(of, conditions)?),
            Q::MinimisesContrastive
            | Q::MinimisesNoncontrastive
            | Q::MinimisesSpectralContrastive
            | Q::MinimisesSupervised
            | Q::MinimisesSupervisedBiased
            | Q::MinimisesBalanced
            | Q::MinimisesSvme
            | Q::MinimisesLowRank
            | Q::MinimisesTwoSided => {
                let name = quantity.entry().name.replace(' ', "_");
                applied(&name, &self.terms(of, conditions)?)
            }
            Q::MaximisesNested | Q::MaximumNested => {
                let arguments = self.terms(of, conditions)?;
                conditions.need(Gallina::applied("decreasing_weights", &[&arguments[1]]));
                match quantity {
                    Q::MaximisesNested => applied("maximises_nested", &arguments),
                    _ => self.value("maximum", "R", &applied("maximum_nested_is", &arguments), conditions),
                }
            }
            Q::MinimumContrastive
            | Q::MinimumNoncontrastive
            | Q::MinimumSpectralContrastive
            | Q::MinimumSvme
            | Q::MinimumLowRank
            | Q::MinimumTwoSided => {
                let (p, d) = (self.term(&of[0], conditions)?, self.integer(&of[1], conditions)?);
                if !d.is_natural(&self.bounds) {
                    return self.fails(&of[1].span, "a number that may be negative");
                }
                let name = format!("{}_is", quantity.entry().name.replace(' ', "_"));
                let relation = Gallina::applied(&name, &[&p, &d.size()]);
                self.value("minimum", "R", &relation, conditions)
            }
            _ => return self.fails(&term.span, ""),
        })
    }

    /// Zero beside a number, of which Coq has to know that it is in R where it is made of integers.
    pub fn zero_like(&self, term: &Term) -> Gallina {
        let is_known =
            term.slots().into_iter().any(|slot| matches!(self.variable(slot).of, Type::Real | Type::Table(..)));
        Gallina::atom(if is_known { "0" } else { "(0 : R)" })
    }

    /// Samples are of one draw or more here.
    fn needs_draws(&self, sample: &Term) -> Result<(), Untranslated> {
        let Type::Sample(_, draws) = &sample.of else { unreachable!("types were checked when the statement was read") };
        let draws = self.size_of(&Space::Dimension(draws.clone()));
        match draws.is_some_and(|n| n.minus(&Linear::constant(1)).is_natural(&self.bounds)) {
            true => Ok(()),
            false => self.fails(&sample.span, "a sample that may be empty"),
        }
    }

    fn terms(&mut self, of: &[Term], conditions: &mut Conditions) -> Result<Vec<Gallina>, Untranslated> {
        of.iter().map(|t| self.term(t, conditions)).collect()
    }

    /// The weights of a table's rows.
    fn needed_weights(&self, table: &Term, term: &Term) -> Result<Gallina, Untranslated> {
        match self.weights(rows(&table.of)) {
            Some(weights) => Ok(weights),
            None => self.fails(&term.span, "no weights"),
        }
    }

    /// A table that has to be self-adjoint for the weights of its rows; symmetric if they have none.
    fn self_adjoint(&mut self, table: &Term, conditions: &mut Conditions) -> Result<Gallina, Untranslated> {
        let matrix = self.term(table, conditions)?;
        conditions.need(match self.weights(rows(&table.of)) {
            Some(weights) => Gallina::applied("selfadj", &[&weights, &matrix]),
            None => Gallina::applied("symmetric", &[&matrix]),
        });
        Ok(matrix)
    }
}

fn applied(name: &str, arguments: &[Gallina]) -> Gallina {
    Gallina::applied(name, &arguments.iter().collect::<Vec<_>>())
}

fn transposed(matrix: &Gallina) -> Gallina {
    match matrix.text.strip_suffix("^T") {
        Some(inner) if matrix.argument() == matrix.text => Gallina::atom(inner),
        _ => Gallina::atom(format!("{}^T", matrix.argument())),
    }
}
