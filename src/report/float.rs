//! The spectrum in floats, for people and for programs.

use super::columns::{columns, facts};
use crate::exact::rational::{Rational, fraction};
use crate::float::{Ball, FloatContext};
use serde::Serialize;

/// The spectrum of a context in floats. Every number is enclosed; none is exact, and which ones are equal
/// is not known.
#[derive(Clone, Debug, Serialize)]
pub struct FloatReport {
    /// N.
    pub n: usize,
    /// M.
    pub m: usize,
    /// One for each index.
    pub eigenvalues: Vec<FloatEigenvalue>,
    /// `sum_{i>=0} s_i^2`.
    pub trace: Enclosed,
    /// `sum_{i>=1} s_i^2`.
    pub total_inertia: Enclosed,
    /// In nats.
    pub mutual_information: Enclosed,
    /// `max_x kX(x,x)`.
    pub context_complexity: Enclosed,
}

/// One eigenvalue `s_i^2`.
#[derive(Clone, Debug, Serialize)]
pub struct FloatEigenvalue {
    /// i.
    pub index: usize,
    /// Floats do not tell ties: `null`.
    pub multiplicity: Option<usize>,
    /// Floats do not tell rationals: `null`.
    pub exact: Option<String>,
    /// `s_i^2`.
    #[serde(flatten)]
    pub squared: Enclosed,
}

/// A number that is enclosed by floats.
#[derive(Clone, Debug, Serialize)]
pub struct Enclosed {
    /// A rational that is at most the number, as `n/d`; `null` if there is no finite bound.
    pub lower: Option<String>,
    /// A rational that is at least the number, as `n/d`; `null` if there is no finite bound.
    pub upper: Option<String>,
    /// A float in the enclosure, to 15 places.
    pub decimal: String,
    /// How far the number may be from it.
    pub radius: String,
}

impl Enclosed {
    fn new(ball: Ball) -> Enclosed {
        let exact = |bound: f64| Rational::from_float(bound).map(|r| fraction(&r));
        Enclosed {
            lower: exact(ball.lower()),
            upper: exact(ball.upper()),
            decimal: format!("{:.15}", ball.mid()),
            radius: format!("{:.1e}", ball.radius()),
        }
    }

    fn text(&self) -> String {
        format!("{}  +- {}", self.decimal, self.radius)
    }
}

impl FloatReport {
    /// The report.
    pub fn new(context: &FloatContext) -> FloatReport {
        let eigenvalues = context.spectrum().eigenvalues().into_iter().enumerate();
        FloatReport {
            n: context.context().n(),
            m: context.context().m(),
            eigenvalues: eigenvalues
                .map(|(i, ball)| FloatEigenvalue {
                    index: i + 1,
                    multiplicity: None,
                    exact: None,
                    squared: Enclosed::new(ball),
                })
                .collect(),
            trace: Enclosed::new(context.trace()),
            total_inertia: Enclosed::new(context.inertia()),
            mutual_information: Enclosed::new(context.mutual_information()),
            context_complexity: Enclosed::new(context.complexity()),
        }
    }

    /// The report as text.
    pub fn text(&self) -> String {
        let mut text = facts(&[
            ("context", format!("{} x {}", self.n, self.m)),
            ("trace", self.trace.text()),
            ("total inertia", self.total_inertia.text()),
            ("mutual information", self.mutual_information.text()),
            ("context complexity", self.context_complexity.text()),
        ]);
        text.push_str("\nEigenvalues of K = T T* in floats, constant function left out; each lies within its bound\n");
        let mut rows = vec![["i", "s_i^2", "within"].map(String::from).to_vec()];
        rows.extend(
            self.eigenvalues
                .iter()
                .map(|e| vec![e.index.to_string(), e.squared.decimal.clone(), e.squared.radius.clone()]),
        );
        text + &columns(&rows, |_| true)
    }
}
