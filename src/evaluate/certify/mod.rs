//! From an instance that refutes a statement, or leaves a term of it undefined, to a certificate that shows it
//! (`docs/certificates.md`).
//!
//! ```text
//! evaluation, noting quantities ──► what each needs: functions, levels, multipliers ──► squares ──► certificate
//!                 the checker, asking for eigenvalues ──────────────────────────────────────┘
//! ```
//!
//! What is rational is bounded by itself; what is not, by two rationals, closer in each round until the sides
//! of the claim are apart.

mod asked;
mod calls;
mod eigenvectors;
mod forms;
mod learning;
mod pencil;
mod squares;
mod system;
mod task;
mod witnesses;

pub(super) use calls::Call;

use super::instance::{Instance, Outcome};
use super::term::Evaluation;
use super::value::Value;
use crate::certificate::{Certificate, Finding, JointTable, Number, VERSION, Value as Written, digest};
use crate::exact::rational::integer;
use crate::exact::real::Real;
use crate::statement::format;
use crate::statement::tree::Statement;
use asked::completed;
use std::collections::BTreeMap;
use std::fmt;
use system::system;
use witnesses::{rows, witnesses};

/// Bits after the point of bounds of irrational numbers, round by round. A checker takes roots to 256.
const ROUNDS: [u64; 4] = [20, 64, 128, 240];

/// Contexts of certificates have at most so many points on a side.
const MOST_POINTS: usize = 64;

/// Why an instance has no certificate, as a clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotCertified(pub String);

impl fmt::Display for NotCertified {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no certificate: {}", self.0)
    }
}

impl std::error::Error for NotCertified {}

/// A certificate for what a statement says of an instance, which is [`Outcome::Violated`] or
/// [`Outcome::Undefined`]. It was accepted by the [checker](crate::check).
///
/// There is none for another outcome, where a bound singular function is not rational up to its norm, where an
/// equality of irrational numbers would have to be shown, and where a quantity is met that certificates do not
/// cover.
pub fn certify(statement: &Statement, instance: &Instance, outcome: &Outcome) -> Result<Certificate, NotCertified> {
    let finding = match outcome {
        Outcome::Violated => Finding::Refuted,
        Outcome::Undefined(_) => Finding::IllPosed,
        _ => return Err(NotCertified("the instance refutes nothing and leaves no term undefined".into())),
    };
    let text = format(&statement.text).map_err(|_| NotCertified("the statement's text cannot be read".into()))?;
    let mut certificate = Certificate {
        version: VERSION,
        statement: digest(&text),
        finding,
        instance: values(statement, instance)?,
        witnesses: Vec::new(),
    };
    let mut evaluation = Evaluation::noting(statement);
    evaluation.outcome(instance);
    let calls = evaluation.noted();
    let mut reason = String::new();
    for bits in ROUNDS {
        let gathered = witnesses(&calls, bits);
        let before = std::mem::replace(&mut certificate.witnesses, gathered.witnesses);
        match completed(statement, &mut certificate, bits) {
            Ok(_) => return Ok(certificate),
            Err(rejection) => {
                let missing = gathered.missing.first().map(|m| format!(" ({m})"));
                reason = rejection.to_string() + &missing.unwrap_or_default();
            }
        }
        if bits > ROUNDS[0] && certificate.witnesses == before {
            break; // nothing in it gets finer
        }
    }
    Err(NotCertified(reason))
}

/// The values of the variables, by name.
fn values(statement: &Statement, instance: &Instance) -> Result<BTreeMap<String, Written>, NotCertified> {
    let named = |slot: usize, value: &Value| Ok((statement.variables[slot].name.clone(), written(value)?));
    instance.values().map(|(slot, value)| named(slot, value)).collect()
}

fn written(value: &Value) -> Result<Written, NotCertified> {
    let irrational = || NotCertified("a value of the instance is not rational".into());
    Ok(match value {
        Value::Number(number) => Written::Number(Number(Real::as_rational(number).ok_or_else(irrational)?.clone())),
        Value::Point(point) => Written::Point(*point),
        Value::Sample(drawn) => {
            let count = |count: &u32| vec![Number(integer(*count))];
            Written::Table(drawn.sample.counts().iter().map(count).collect())
        }
        Value::Table(table) => Written::Table(rows(table.rational().ok_or_else(irrational)?)),
        Value::System(context, choice) => {
            let system = system(context.context(), context.spectrum(), *choice);
            Written::System(system.map_err(|reason| NotCertified(reason.into()))?)
        }
        Value::Context(prepared) => {
            let context = prepared.context();
            if context.n().max(context.m()) > MOST_POINTS {
                return Err(NotCertified(format!("a side of a context has more than {MOST_POINTS} points")));
            }
            let row = |x: usize| (0..context.m()).map(|a| Number(context.joint(x, a))).collect();
            Written::Context(JointTable {
                x: context.x_labels().to_vec(),
                a: context.a_labels().to_vec(),
                joint: (0..context.n()).map(row).collect(),
            })
        }
        Value::Truth(_) => unreachable!("no variable is quantified over truths"),
    })
}
