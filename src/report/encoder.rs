//! What an encoder is worth on a context, for people and for programs.

use super::columns::facts;
use super::number::{Number, Quantity};
use crate::context::{Context, Encoder, Function, Spectrum, X};
use crate::exact::definite::PsdWitness;
use crate::exact::elimination;
use crate::exact::matrix::Matrix;
use crate::exact::rational::{Rational, fraction};
use crate::exact::truth::Undefined;
use crate::quantity::compatibility::probe_error;
use crate::quantity::encoder::{centred_rank, covariance, expected_covariance, ratio_trace, trace_gap};
use crate::quantity::learning::learns;
use crate::quantity::worst_case_error::{WorstCaseError, worst_case_error};
use serde::Serialize;

/// An encoder evaluated on a context.
#[derive(Clone, Debug, Serialize)]
pub struct EncoderReport {
    /// N.
    pub n: usize,
    /// M.
    pub m: usize,
    /// The number of features, d.
    pub features: usize,
    /// The dimension of their span.
    pub rank: usize,
    /// The dimension of the span of the centred features.
    pub centred_rank: usize,
    /// Whether the encoder learns the contexture.
    pub learns: bool,
    /// Why not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// `C_Phi`, by rows.
    pub covariance: Vec<Vec<String>>,
    /// `B_Phi`, by rows.
    pub expected_covariance: Vec<Vec<String>>,
    /// `Tr(C^-1 B)`.
    pub ratio_trace: Quantity,
    /// The trace gap.
    pub trace_gap: Quantity,
    /// The worst-case error over `F_eps`.
    pub worst_case_error: WorstCaseReport,
    /// The least error of a linear probe for the task, as a share of the task's variance; if there was a
    /// task.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub probe_error: Option<Quantity>,
}

/// The worst-case error with both certificates, or why it is undefined.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum WorstCaseReport {
    /// It has a value.
    Bounds(Box<BoundsReport>),
    /// It has none.
    Undefined {
        /// The tolerance.
        eps: String,
        /// The reason, as a sentence.
        undefined: String,
    },
}

/// Two certified bounds.
#[derive(Clone, Debug, Serialize)]
pub struct BoundsReport {
    /// The tolerance.
    pub eps: String,
    /// A bound from below, shown by a function.
    pub lower: LowerReport,
    /// A bound from above, shown by a multiplier.
    pub upper: UpperReport,
    /// The value itself, where a special case gives it.
    pub exact: Option<Number>,
    /// Whether the bounds are as close as was asked.
    pub tight: bool,
}

/// `err(Phi; F_eps) >= value`, since `function` is in `F_eps` and the best probe of it leaves as much.
#[derive(Clone, Debug, Serialize)]
pub struct LowerReport {
    /// The bound.
    pub value: Number,
    /// A function of mean zero in `F_eps`, not normalised.
    pub function: Vec<String>,
    /// The best probe of it: intercept, then a weight for each feature.
    pub probe: Vec<String>,
}

/// `err(Phi; F_eps) <= value`: with D the row sums on a diagonal, S = C D_c^-1 C^T for the counts C,
/// c = max(0, 1 - eps)^2 and W the probe, `value D - (I - [1 Phi] W)^T D (I - [1 Phi] W) - multiplier (S - c D)`
/// is positive semidefinite.
#[derive(Clone, Debug, Serialize)]
pub struct UpperReport {
    /// The bound.
    pub value: Number,
    /// t, not negative.
    pub multiplier: String,
    /// W, by rows: (1 + d) x N.
    pub probe: Vec<Vec<String>>,
    /// Why the matrix, over one denominator and in lowest terms, is positive semidefinite.
    pub witness: WitnessReport,
}

/// A witness of positive semidefiniteness.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum WitnessReport {
    /// The numerators are `4^exponent L L^T + R` with R diagonally dominant.
    Dominant {
        /// The exponent.
        exponent: i64,
        /// The rows of L up to the diagonal.
        factor: Vec<Vec<String>>,
    },
    /// Exact elimination.
    Exact,
}

/// What is asked of an encoder.
pub struct Question<'a> {
    /// The context.
    pub context: &'a Context,
    /// The encoder.
    pub encoder: &'a Encoder<X>,
    /// The tolerance of `F_eps`.
    pub eps: &'a Rational,
    /// How close the two bounds of the worst-case error have to be; positive.
    pub width: &'a Rational,
    /// A task to probe.
    pub task: Option<&'a Function<X>>,
    /// Decimal places.
    pub digits: usize,
}

impl EncoderReport {
    /// The report.
    pub fn new(question: &Question) -> EncoderReport {
        let &Question { context, encoder, eps, width, task, digits } = question;
        let spectrum = Spectrum::of(context);
        let learned = learns(context, &spectrum, encoder);
        EncoderReport {
            n: context.n(),
            m: context.m(),
            features: encoder.dimension(),
            rank: elimination::rank(encoder.matrix()),
            centred_rank: centred_rank(context, encoder),
            learns: learned.is_ok(),
            because: learned.err().map(|reason| reason.to_string()),
            covariance: fractions(&covariance(context, encoder)),
            expected_covariance: fractions(&expected_covariance(context, encoder)),
            ratio_trace: Quantity::rational(&ratio_trace(context, encoder), digits),
            trace_gap: Quantity::new(&trace_gap(context, &spectrum, encoder).map(|gap| gap.value), digits),
            worst_case_error: match worst_case_error(context, encoder, eps, width) {
                Ok(bounds) => {
                    assert!(bounds.check(context, encoder, eps), "a certificate that its own check rejects");
                    WorstCaseReport::Bounds(Box::new(BoundsReport::new(&bounds, eps, digits)))
                }
                Err(u) => WorstCaseReport::Undefined { eps: fraction(eps), undefined: u.to_string() },
            },
            probe_error: task.map(|task| Quantity::rational(&relative_probe_error(context, encoder, task), digits)),
        }
    }

    /// Whether everything was decided as closely as asked.
    pub fn is_decided(&self) -> bool {
        !matches!(&self.worst_case_error, WorstCaseReport::Bounds(bounds) if !bounds.tight)
    }

    /// The report as text.
    pub fn text(&self) -> String {
        let learns = match &self.because {
            None => "yes".to_string(),
            Some(reason) => format!("no: {reason}"),
        };
        let mut rows = vec![
            ("context", format!("{} x {}", self.n, self.m)),
            ("features", format!("{}, of rank {}; centred {}", self.features, self.rank, self.centred_rank)),
            ("learns the contexture", learns),
            ("ratio trace", self.ratio_trace.text()),
            ("trace gap", self.trace_gap.text()),
        ];
        if let Some(error) = &self.probe_error {
            rows.push(("probe error of the task", error.text()));
        }
        facts(&rows) + "\n" + &self.worst_case_error.text()
    }
}

impl WorstCaseReport {
    fn text(&self) -> String {
        let bounds = match self {
            WorstCaseReport::Undefined { undefined, .. } => return format!("Worst-case error\n{undefined}\n"),
            WorstCaseReport::Bounds(bounds) => bounds,
        };
        let mut rows = Vec::new();
        if let Some(exact) = &bounds.exact {
            rows.push(("exactly", exact.text()));
        }
        rows.push(("at least", format!("{}  by a function in F_eps", bounds.lower.value.decimal)));
        rows.push((
            "at most",
            format!("{}  by a multiplier and a positive semidefinite matrix", bounds.upper.value.decimal),
        ));
        if !bounds.tight {
            rows.push(("note", "the budget was spent before the bounds were as close as asked".to_string()));
        }
        format!(
            "Worst-case error over F_eps, eps = {}; both certificates are in the JSON\n{}",
            bounds.eps,
            facts(&rows)
        )
    }
}

impl BoundsReport {
    fn new(bounds: &WorstCaseError, eps: &Rational, digits: usize) -> BoundsReport {
        let texts = |values: &[Rational]| values.iter().map(fraction).collect::<Vec<_>>();
        BoundsReport {
            eps: fraction(eps),
            lower: LowerReport {
                value: Number::lower_bound(&bounds.lower.value, digits),
                function: texts(bounds.lower.function.values()),
                probe: texts(&bounds.lower.probe),
            },
            upper: UpperReport {
                value: Number::upper_bound(&bounds.upper.value, digits),
                multiplier: fraction(&bounds.upper.multiplier),
                probe: fractions(&bounds.upper.probe),
                witness: WitnessReport::new(&bounds.upper.witness),
            },
            exact: bounds.exact.as_ref().map(|value| Number::algebraic(value, digits)),
            tight: bounds.exhausted.is_none(),
        }
    }
}

impl WitnessReport {
    fn new(witness: &PsdWitness) -> WitnessReport {
        match witness {
            PsdWitness::Exact => WitnessReport::Exact,
            PsdWitness::Dominant { factor, exponent } => WitnessReport::Dominant {
                exponent: *exponent,
                factor: factor.iter().map(|row| row.iter().map(ToString::to_string).collect()).collect(),
            },
        }
    }
}

/// `err(Phi, f) / ||f~||^2`, in [0, 1].
fn relative_probe_error(context: &Context, encoder: &Encoder<X>, task: &Function<X>) -> Result<Rational, Undefined> {
    let centred = context.centred(task);
    match centred.is_zero() {
        true => Err(Undefined::new("err(Phi, f) / ||f~||^2", "the task is constant")),
        false => Ok(probe_error(context, encoder, task) / context.norm_squared(&centred)),
    }
}

fn fractions(matrix: &Matrix) -> Vec<Vec<String>> {
    let row = |r: usize| (0..matrix.columns()).map(|c| fraction(&matrix.get(r, c))).collect();
    (0..matrix.rows()).map(row).collect()
}
