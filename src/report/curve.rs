//! Learning curves, for people and for programs.

use super::chart::{Chart, Line};
use super::columns::{columns, facts};
use super::number::Number;
use crate::context::{Context, Encoder, Function, Spectrum, X};
use crate::exact::rational::{Rational, fraction, integer};
use crate::exact::real::Real;
use crate::exact::truth::Exhausted;
use crate::quantity::compatibility::probe_error;
use crate::quantity::sample::curve::{Setting, Value, approximation_error, expected_errors};
use crate::quantity::sample::features::Features;
use crate::quantity::sample::outcomes::Outcomes;
use serde::Serialize;
use std::cmp::Ordering;

/// What is asked of learning curves.
pub struct Question<'a> {
    /// The context; points are drawn from its marginal on X.
    pub context: &'a Context,
    /// The task: labels are its values at the drawn points.
    pub task: &'a Function<X>,
    /// The encoder whose first d features are probed; the top-d singular functions if there is none.
    pub encoder: Option<&'a Encoder<X>>,
    /// The ridge, positive; weights of least norm if there is none.
    pub ridge: Option<&'a Rational>,
    /// Numbers of draws, increasing and positive.
    pub draws: &'a [usize],
    /// Numbers of features d, increasing; at most N - 1, or as many as the encoder has.
    pub features: &'a [usize],
    /// The most outcomes that are gone through for one number of draws.
    pub budget: u64,
    /// Decimal places.
    pub digits: usize,
}

/// The expected error of a linear probe by numbers of draws and features.
#[derive(Clone, Debug, Serialize)]
pub struct CurveReport {
    /// N.
    pub n: usize,
    /// M.
    pub m: usize,
    /// The values of the task.
    pub task: Vec<String>,
    /// `||f~||^2`: the error of the best constant.
    pub variance: Number,
    /// `singular functions` or `encoder`.
    pub features: &'static str,
    /// The ridge.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ridge: Option<String>,
    /// The most outcomes that were to be gone through for one number of draws.
    pub budget: u64,
    /// The numbers of draws, with how many outcomes each has.
    pub draws: Vec<DrawsReport>,
    /// A curve for each d.
    pub curves: Vec<LineReport>,
    /// What is drawn.
    #[serde(skip)]
    chart: Option<Chart>,
}

/// A number of draws.
#[derive(Clone, Debug, Serialize)]
pub struct DrawsReport {
    /// n.
    pub draws: usize,
    /// How many multisets of n points there are.
    pub outcomes: String,
    /// The d with the least expected error; more than one if they are equal, `null` if that is not decided.
    pub best: Option<Vec<usize>>,
}

/// The curve of one number of features.
#[derive(Clone, Debug, Serialize)]
pub struct LineReport {
    /// d.
    pub d: usize,
    /// Whether `s_d = s_{d+1}`: then there are several choices of d singular functions, and this is one.
    pub tied: bool,
    /// `err(Phi_d, f)`: what the best probe leaves.
    pub approximation: Number,
    /// For each number of draws.
    pub points: Vec<PointReport>,
    /// The n at which the expected error is certainly larger than at the number of draws before.
    pub rises: Vec<usize>,
}

/// An expected error, or why it is not known.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum PointReport {
    /// The error and its part that draws make.
    Known {
        /// n.
        draws: usize,
        /// `E ||fit - f||^2`.
        total: Number,
        /// What the total is more than the approximation error.
        estimation: Number,
    },
    /// Not computed.
    Undecided {
        /// n.
        draws: usize,
        /// Why.
        undecided: String,
    },
}

impl CurveReport {
    /// The report.
    pub fn new(question: &Question) -> CurveReport {
        let &Question { context, task, encoder, ridge, draws, features, budget, digits } = question;
        let spectrum = Spectrum::of(context);
        let variance = context.norm_squared(&context.centred(task));
        // Four bits a digit, and some for rounding.
        let precision = digits as i64 * 4 + 16;
        let mut lines = Vec::new();
        for &d in features {
            let (of_d, approximation) = match encoder {
                Some(encoder) => {
                    let first = Encoder::new(encoder.matrix().select_columns(&(0..d).collect::<Vec<_>>()));
                    (Features::of_encoder(&first), Real::from(probe_error(context, &first, task)))
                }
                None => (
                    Features::top(context, &spectrum, d).expect("at most N - 1 singular functions"),
                    approximation_error(context, &spectrum, task, d).expect("at most N - 1 singular functions"),
                ),
            };
            let setting = Setting { context, features: &of_d, task, ridge };
            let totals = expected_errors(&setting, draws, precision, budget);
            lines.push(Computed {
                d,
                tied: encoder.is_none() && spectrum.top(d).is_some_and(|choice| choice.cut.is_some()),
                approximation,
                totals,
            });
        }
        let marginal = context.marginal::<X>();
        let of_draws = |(k, &n): (usize, &usize)| DrawsReport {
            draws: n,
            outcomes: Outcomes::new(&marginal, n).count().to_string(),
            best: best(&lines, k),
        };
        CurveReport {
            n: context.n(),
            m: context.m(),
            task: task.values().iter().map(fraction).collect(),
            variance: Number::rational(&variance, digits),
            features: if encoder.is_some() { "encoder" } else { "singular functions" },
            ridge: ridge.map(fraction),
            budget,
            draws: draws.iter().enumerate().map(of_draws).collect(),
            curves: lines.iter().map(|line| line.report(draws, precision as u64, digits)).collect(),
            chart: Some(chart(&lines, draws, &variance)),
        }
    }

    /// Whether every expected error was computed.
    pub fn is_decided(&self) -> bool {
        self.curves.iter().flat_map(|line| &line.points).all(|point| matches!(point, PointReport::Known { .. }))
    }

    /// The picture of the curves, as SVG.
    pub fn picture(&self) -> String {
        self.chart.as_ref().expect("a report is made with a chart").svg()
    }

    /// The report as text.
    pub fn text(&self) -> String {
        let probe = match &self.ridge {
            Some(ridge) => format!("linear with intercept, ridge {ridge} on the weights"),
            None => "linear with intercept, least squares, weights of least norm".to_string(),
        };
        let features = match self.features {
            "encoder" => "the first d of the encoder",
            _ => "the top d singular functions",
        };
        let mut text = facts(&[
            ("context", format!("{} x {}", self.n, self.m)),
            ("features", features.to_string()),
            ("probe", probe),
            ("variance of the task", self.variance.text()),
        ]);
        let names = self.curves.iter().map(|line| format!("d = {}", line.d));
        let header = |first: &str| [vec![first.to_string()], names.clone().collect()].concat();
        text.push_str("\nExpected error of the probe fitted to n draws\n");
        let mut rows = vec![[header("n"), vec!["best d".into()]].concat()];
        for (k, draws) in self.draws.iter().enumerate() {
            let totals = self.curves.iter().map(|line| match &line.points[k] {
                PointReport::Known { total, .. } => total.decimal.clone(),
                PointReport::Undecided { .. } => "?".into(),
            });
            let best = draws
                .best
                .as_ref()
                .map_or("?".into(), |best| best.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "));
            rows.push([vec![draws.draws.to_string()], totals.collect(), vec![best]].concat());
        }
        let limits = self.curves.iter().map(|line| line.approximation.decimal.clone());
        rows.push([vec!["best probe".into()], limits.collect()].concat());
        text.push_str(&columns(&rows, |c| c > 0));
        text.push_str("\nOf that, error of estimation: what is more than the error of the best probe\n");
        let mut rows = vec![header("n")];
        for (k, draws) in self.draws.iter().enumerate() {
            let parts = self.curves.iter().map(|line| match &line.points[k] {
                PointReport::Known { estimation, .. } => estimation.decimal.clone(),
                PointReport::Undecided { .. } => "?".into(),
            });
            rows.push([vec![draws.draws.to_string()], parts.collect()].concat());
        }
        text.push_str(&columns(&rows, |c| c > 0));
        let notes = self.notes();
        if !notes.is_empty() {
            text.push_str(&format!("\nNotes\n{}\n", notes.join("\n")));
        }
        text
    }

    fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        for line in self.curves.iter().filter(|line| line.tied) {
            let (d, next) = (line.d, line.d + 1);
            notes.push(format!(
                "s_{d} = s_{next}: there are many choices of {d} singular functions, and the curve of d = {d} is that of one"
            ));
        }
        for line in self.curves.iter().filter(|line| !line.rises.is_empty()) {
            let places: Vec<String> = line.rises.iter().map(ToString::to_string).collect();
            notes.push(format!("d = {}: more draws make it worse at n = {}", line.d, places.join(", ")));
        }
        let mut unknown: Vec<String> = Vec::new();
        for line in &self.curves {
            for (point, draws) in line.points.iter().zip(&self.draws) {
                if let PointReport::Undecided { undecided, .. } = point {
                    let note = format!("n = {}, d = {}: {undecided}; {} outcomes", draws.draws, line.d, draws.outcomes);
                    unknown.push(note);
                }
            }
        }
        notes.extend(unknown);
        notes
    }
}

/// A curve as it was computed.
struct Computed {
    d: usize,
    tied: bool,
    approximation: Real,
    totals: Vec<Result<Value, Exhausted>>,
}

impl Computed {
    fn report(&self, draws: &[usize], bits: u64, digits: usize) -> LineReport {
        let point = |(total, &n): (&Result<Value, Exhausted>, &usize)| {
            let parts = total
                .as_ref()
                .map_err(|e| *e)
                .and_then(|total| Ok((total, total.minus(&self.approximation, bits + 16)?)));
            match parts {
                Ok((total, estimation)) => PointReport::Known {
                    draws: n,
                    total: number(total, digits),
                    estimation: number(&estimation, digits),
                },
                Err(exhausted) => PointReport::Undecided { draws: n, undecided: exhausted.to_string() },
            }
        };
        let rises = self.totals.windows(2).zip(&draws[1..]).filter(|(pair, _)| match pair {
            [Ok(before), Ok(after)] => order(before, after) == Some(Ordering::Less),
            _ => false,
        });
        LineReport {
            d: self.d,
            tied: self.tied,
            approximation: Number::real(&self.approximation, digits),
            points: self.totals.iter().zip(draws).map(point).collect(),
            rises: rises.map(|(_, &n)| n).collect(),
        }
    }
}

fn number(value: &Value, digits: usize) -> Number {
    match value {
        Value::Exact(value) => Number::rational(value, digits),
        Value::Enclosed(value) => Number::enclosed(value, digits),
    }
}

/// How two values compare, where it is known.
fn order(a: &Value, b: &Value) -> Option<Ordering> {
    match (a, b) {
        (Value::Exact(a), Value::Exact(b)) => Some(a.cmp(b)),
        _ => a.enclosure(COMPARED).compare(&b.enclosure(COMPARED)),
    }
}

/// Bits of the enclosures of rationals that are compared with others.
const COMPARED: u64 = 4096;

/// The d with the least error at one number of draws.
fn best(lines: &[Computed], k: usize) -> Option<Vec<usize>> {
    let values: Vec<(usize, &Value)> =
        lines.iter().map(|line| line.totals[k].as_ref().ok().map(|v| (line.d, v))).collect::<Option<_>>()?;
    let (&(first, mut least), others) = values.split_first()?;
    let mut best = vec![first];
    for &(d, value) in others {
        match order(value, least)? {
            Ordering::Less => (best, least) = (vec![d], value),
            Ordering::Equal => best.push(d),
            Ordering::Greater => {}
        }
    }
    Some(best)
}

/// Values above four times the variance are not shown: near as many draws as features errors can be large.
fn chart(lines: &[Computed], draws: &[usize], variance: &Rational) -> Chart {
    const BITS: u64 = 64;
    let middle = |value: &Value| value.enclosure(BITS).midpoint().to_rational();
    let line = |line: &Computed| Line {
        name: format!("d = {}", line.d),
        points: draws.iter().zip(&line.totals).map(|(&n, total)| (n, total.as_ref().ok().map(middle))).collect(),
        level: line.approximation.enclose(BITS as i64).midpoint().to_rational(),
    };
    Chart {
        title: "Expected error of a linear probe".into(),
        across: "draws n".into(),
        up: "expected error".into(),
        level: "best probe".into(),
        lines: lines.iter().map(line).collect(),
        ceiling: (*variance > integer(0)).then(|| variance * integer(4)),
    }
}
