//! The spectrum of a context, for people and for programs.

use super::association::AssociationReport;
use super::columns::{columns, facts};
use super::correspondence::CorrespondenceReport;
use super::number::Number;
use crate::context::{Context, Encoder, Spectrum, X};
use crate::exact::polynomial::Polynomial;
use crate::exact::rational::{Rational, fraction, integer};
use crate::exact::real::Real;
use crate::quantity::association::trace;
use serde::Serialize;

/// A context and its exact spectrum.
#[derive(Clone, Debug, Serialize)]
pub struct SpectrumReport {
    /// N.
    pub n: usize,
    /// M.
    pub m: usize,
    /// The points of X, in order.
    #[serde(rename = "x")]
    pub x_labels: Vec<String>,
    /// The points of A, in order.
    #[serde(rename = "a")]
    pub a_labels: Vec<String>,
    /// The sum of the weights as they were given: the number of observations of a table of counts.
    pub mass: String,
    /// Labels of points that had no mass and were left out.
    pub removed: RemovedReport,
    /// Connected components of the table: one more than the multiplicity of the eigenvalue 1.
    pub components: usize,
    /// One for each distinct eigenvalue of `K = T T*`, largest first, the constant function left out.
    pub eigenvalues: Vec<EigenvalueReport>,
    /// The polynomials whose roots the irrational eigenvalues are, by their coefficients, lowest first: each
    /// square-free and without rational roots.
    pub polynomials: Vec<Vec<String>>,
    /// `sum_{i>=0} s_i^2`, the constant function included, as `n/d`.
    pub trace: String,
    /// Measures of association and usefulness.
    pub association: AssociationReport,
    /// Correspondence analysis, if it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub correspondence: Option<CorrespondenceReport>,
}

/// What is asked beyond the spectrum itself.
#[derive(Default)]
pub struct Extras<'a> {
    /// Correspondence analysis.
    pub correspondence: bool,
    /// Positions of the points of X, for Lipschitz constants.
    pub positions: Option<&'a Encoder<X>>,
}

/// What was left out of a context.
#[derive(Clone, Debug, Serialize)]
pub struct RemovedReport {
    /// On X.
    pub x: Vec<String>,
    /// On A.
    pub a: Vec<String>,
}

/// One distinct eigenvalue.
#[derive(Clone, Debug, Serialize)]
pub struct EigenvalueReport {
    /// Its first index i in `s_1 >= s_2 >= ...`.
    pub index: usize,
    /// How many indices it takes.
    pub multiplicity: usize,
    /// `s_i^2`.
    #[serde(flatten)]
    pub squared: Number,
    /// `s_i`.
    pub singular_value: Number,
    /// Of an irrational eigenvalue, the position in [`SpectrumReport::polynomials`] of one that it is a root
    /// of; `lower` and `upper` tell it from the other roots.
    pub polynomial: Option<usize>,
    /// Per cent of the total inertia `sum_{i>=1} s_i^2`, multiplicity included; `null` if that is zero.
    pub percent: Option<String>,
    /// The sum of the per cents so far.
    pub cumulated: Option<String>,
}

const PERCENT_DIGITS: usize = 2;

impl SpectrumReport {
    /// The report, to this many decimal places.
    pub fn new(context: &Context, spectrum: &Spectrum, extras: &Extras, digits: usize) -> SpectrumReport {
        let trace = trace(context);
        let removed = context.removed();
        let polynomials = polynomials(spectrum);
        SpectrumReport {
            n: context.n(),
            m: context.m(),
            x_labels: context.x_labels().to_vec(),
            a_labels: context.a_labels().to_vec(),
            mass: fraction(context.mass()),
            removed: RemovedReport { x: removed.x.clone(), a: removed.a.clone() },
            components: context.components(),
            eigenvalues: eigenvalues(spectrum, &polynomials, &trace, digits),
            polynomials: polynomials.iter().map(|p| texts(&p.primitive())).collect(),
            trace: fraction(&trace),
            association: AssociationReport::new(context, spectrum, extras.positions, digits),
            correspondence: extras.correspondence.then(|| CorrespondenceReport::new(context, spectrum, digits)),
        }
    }

    fn irrational(&self, row: &EigenvalueReport) -> String {
        let degree = row.polynomial.map_or(0, |k| self.polynomials[k].len() - 1);
        format!("irrational, root of a polynomial of degree {degree}")
    }

    fn heading(&self) -> Vec<(&str, String)> {
        let mut rows = vec![
            ("context", format!("{} x {}", self.n, self.m)),
            ("mass", self.mass.clone()),
            ("components", self.components.to_string()),
            ("trace", self.trace.clone()),
        ];
        for (side, labels) in [("rows left out", &self.removed.x), ("columns left out", &self.removed.a)] {
            if !labels.is_empty() {
                rows.push((side, format!("{}, without mass", labels.join(", "))));
            }
        }
        rows
    }

    /// The report as text.
    pub fn text(&self) -> String {
        let mut text = facts(&self.heading());
        text.push_str("\nEigenvalues of K = T T*, constant function left out\n");
        let header = ["i", "s_i^2", "s_i", "%", "cumulated %", "exact"];
        let mut rows = vec![header.map(String::from).to_vec()];
        for row in &self.eigenvalues {
            let percent = |p: &Option<String>| p.clone().unwrap_or_default();
            rows.push(vec![
                indices(row.index, row.multiplicity),
                row.squared.decimal.clone(),
                row.singular_value.decimal.clone(),
                percent(&row.percent),
                percent(&row.cumulated),
                row.squared.exact.clone().unwrap_or_else(|| self.irrational(row)),
            ]);
        }
        text.push_str(&columns(&rows, |c| (1..5).contains(&c)));
        text.push_str(&format!("\n{}", self.association.text()));
        if let Some(correspondence) = &self.correspondence {
            text.push_str(&format!("\n{}", correspondence.text(&self.x_labels, &self.a_labels)));
        }
        text
    }
}

/// Each polynomial that defines an eigenvalue, once.
fn polynomials(spectrum: &Spectrum) -> Vec<Polynomial> {
    let irrational = spectrum.eigenvalues().iter().filter(|e| e.value.as_rational().is_none());
    let mut polynomials: Vec<Polynomial> = Vec::new();
    for polynomial in irrational.map(|e| e.value.polynomial()) {
        if !polynomials.contains(&polynomial) {
            polynomials.push(polynomial);
        }
    }
    polynomials
}

fn texts(polynomial: &Polynomial) -> Vec<String> {
    polynomial.coefficients().iter().map(ToString::to_string).collect()
}

fn eigenvalues(
    spectrum: &Spectrum,
    polynomials: &[Polynomial],
    trace: &Rational,
    digits: usize,
) -> Vec<EigenvalueReport> {
    let hundred = integer(100);
    let inertia = trace - integer(1);
    let percent = |value: &Real| {
        let whole = Real::from(inertia.clone());
        let share = value.times(&Real::from(hundred.clone())).divided_by(&whole).ok().flatten();
        share.map(|s| s.decimal(PERCENT_DIGITS))
    };
    let (mut index, mut cumulated) = (1, Real::zero());
    let mut rows = Vec::new();
    for eigenvalue in spectrum.eigenvalues() {
        let value = Real::from(eigenvalue.value.clone());
        let multiple = value.times(&Real::from(Rational::from_integer(eigenvalue.multiplicity.into())));
        cumulated = cumulated.plus(&multiple);
        let irrational = eigenvalue.value.as_rational().is_none();
        rows.push(EigenvalueReport {
            index,
            multiplicity: eigenvalue.multiplicity,
            squared: Number::real(&value, digits),
            singular_value: Number::real(&spectrum.singular_value(index).expect("an index of the spectrum"), digits),
            polynomial: polynomials.iter().position(|p| irrational && *p == eigenvalue.value.polynomial()),
            percent: percent(&multiple),
            cumulated: percent(&cumulated),
        });
        index += eigenvalue.multiplicity;
    }
    rows
}

/// `3` or `3-5`.
pub(super) fn indices(first: usize, count: usize) -> String {
    if count == 1 { first.to_string() } else { format!("{first}-{}", first + count - 1) }
}
