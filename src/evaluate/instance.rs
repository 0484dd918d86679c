//! Values for all quantified variables of a statement, and what the statement says of them.

use super::prepared::Prepared;
use super::sample::Drawn;
use super::table::Table;
use super::term::Evaluation;
use super::value::{Halt, NoValue, Value};
use crate::context::Context;
use crate::context::singular::{CHOICES, choices};
use crate::context::write::write_json;
use crate::error::Error;
use crate::exact::matrix::Matrix;
use crate::exact::rational::{Rational, fraction, integer, parse_rational};
use crate::exact::real::Real;
use crate::exact::truth::{Exhausted, Truth};
use crate::statement::tree::{Clause, Domain, Extent, Slot, Statement};
use crate::statement::types::ContextTerm;
use num_traits::ToPrimitive;
use serde_json::{Map, Value as Json, json};
use std::sync::Arc;

/// A value for each quantified variable, in the order of the statement.
#[derive(Clone, Debug)]
pub struct Instance {
    values: Vec<(Slot, Value)>,
}

/// What a statement says of one instance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A hypothesis is false, or has no value: then this is said.
    OutOfScope {
        /// The hypothesis without a value.
        undefined: Option<NoValue>,
    },
    /// Every hypothesis is true, and so is the claim.
    Holds,
    /// Every hypothesis is true, and the claim is false.
    Violated,
    /// Every hypothesis is true, and a term of the claim has no value.
    Undefined(NoValue),
    /// A hypothesis or the claim is not decided within its budget.
    Undecided(Exhausted),
}

/// What a statement says of an instance: hypotheses first, then the claim.
///
/// Values outside of their domains (a table of another shape, an integer outside of its range) are out of
/// scope like those that break a hypothesis.
pub fn outcome(statement: &Statement, instance: &Instance) -> Outcome {
    Evaluation::new(statement).outcome(instance)
}

impl Evaluation<'_> {
    /// See [`outcome`].
    pub(super) fn outcome(&mut self, instance: &Instance) -> Outcome {
        let mut exhausted = None;
        for clause in &self.statement().clauses {
            match clause {
                Clause::For(slot, domain) => {
                    let Some(value) = instance.get(*slot) else { return Outcome::OutOfScope { undefined: None } };
                    match self.contains(domain, value) {
                        Ok(true) => self.bind(*slot, value.clone()),
                        Ok(false) => return Outcome::OutOfScope { undefined: None },
                        Err(Halt::Undefined(nothing)) => return Outcome::OutOfScope { undefined: Some(nothing) },
                        Err(Halt::Exhausted(e)) => return Outcome::Undecided(e),
                    }
                }
                Clause::Let(slot, term) => self.define(*slot, term),
                Clause::Assume(hypothesis) => match self.truth(hypothesis) {
                    Ok(Truth::True) => {}
                    Ok(Truth::False) => return Outcome::OutOfScope { undefined: None },
                    Ok(Truth::Unknown(e)) => exhausted = Some(e),
                    Err(nothing) => return Outcome::OutOfScope { undefined: Some(nothing) },
                },
            }
        }
        match exhausted {
            Some(exhausted) => Outcome::Undecided(exhausted),
            None => self.claim(),
        }
    }

    /// The claim, once every variable has its value and every hypothesis is true.
    pub fn claim(&mut self) -> Outcome {
        match self.truth(&self.statement().claim) {
            Ok(Truth::True) => Outcome::Holds,
            Ok(Truth::False) => Outcome::Violated,
            Ok(Truth::Unknown(exhausted)) => Outcome::Undecided(exhausted),
            Err(nothing) => Outcome::Undefined(nothing),
        }
    }

    /// The instance whose values are bound.
    pub fn instance(&self) -> Instance {
        let quantified = self.statement().clauses.iter().filter_map(|clause| match clause {
            Clause::For(slot, _) => Some((*slot, self.bound(*slot)?.clone())),
            _ => None,
        });
        Instance { values: quantified.collect() }
    }

    /// The number of rows or columns of a quantified table.
    pub fn size(&mut self, extent: &Extent) -> Result<Option<usize>, Halt> {
        match extent {
            Extent::Points(side, slot) => match self.bound(*slot) {
                Some(Value::Context(context)) => Ok(Some(context.points(*side))),
                _ => unreachable!("a table's context is bound before it"),
            },
            Extent::Count(term) => self.index(term),
        }
    }

    /// The integers of a range that an integer variable runs over.
    pub fn range_of(&mut self, domain: &Domain) -> Result<Option<Vec<Value>>, Halt> {
        Ok(match domain {
            Domain::Range(from, to) => Some(self.integers(from, to)?.map(|i| Real::from(integer(i)).into()).collect()),
            Domain::Points(side, slot) => match self.bound(*slot) {
                Some(Value::Context(context)) => Some(super::term::points(context, *side).collect()),
                _ => unreachable!("a point's context is bound before it"),
            },
            Domain::SingularSystems(slot, of) => match self.bound(*slot) {
                Some(Value::Context(context)) => {
                    let context = oriented(context, of);
                    let choices = choices(context.context(), context.spectrum());
                    Some(choices.map(|choice| Value::System(context.clone(), choice)).collect())
                }
                _ => unreachable!("a singular system's context is bound before it"),
            },
            Domain::Samples(side, slot, draws) => match self.bound(*slot) {
                Some(Value::Context(context)) => {
                    let context = context.clone();
                    Some(self.outcomes(&context, *side, draws)?)
                }
                _ => unreachable!("the context of a sample is bound before it"),
            },
            Domain::Cube(corruption, bits, amount) => Some(vec![self.cube(*corruption, bits, amount)?]),
            Domain::Contexts | Domain::Graphs | Domain::Integers | Domain::Rationals | Domain::Tables(..) => None,
        })
    }

    fn contains(&mut self, domain: &Domain, value: &Value) -> Result<bool, Halt> {
        Ok(match (domain, value) {
            (Domain::Contexts, Value::Context(_)) | (Domain::SingularSystems(..), Value::System(..)) => true,
            (Domain::Graphs, Value::Context(context)) => context.context().is_symmetric(),
            (Domain::Rationals, Value::Number(number)) => number.as_rational().is_some(),
            (Domain::Integers, Value::Number(number)) => number.as_rational().is_some_and(Rational::is_integer),
            (Domain::Range(from, to), Value::Number(number)) => {
                let (from, to) = (self.integer(from)?, self.integer(to)?);
                number.as_rational().is_some_and(|n| n.is_integer() && from <= *n.numer() && *n.numer() <= to)
            }
            (Domain::Points(side, slot), Value::Point(point)) => match self.bound(*slot) {
                Some(Value::Context(context)) => *point < context.points(*side),
                _ => false,
            },
            (Domain::Samples(side, slot, draws), Value::Sample(drawn)) => {
                let number = self.integer(draws)?;
                match self.bound(*slot) {
                    Some(Value::Context(context)) => {
                        context.points(*side) == drawn.sample.counts().len() && number == drawn.sample.draws().into()
                    }
                    _ => false,
                }
            }
            (Domain::Cube(corruption, bits, amount), Value::Context(context)) => {
                match self.cube(*corruption, bits, amount)? {
                    Value::Context(made) => made.context().has_table_of(context.context()),
                    _ => unreachable!("it is a context"),
                }
            }
            (Domain::Tables(rows, columns), Value::Table(table)) => {
                Some(table.rows()) == self.size(rows)? && Some(table.columns()) == self.size(columns)?
            }
            _ => false,
        })
    }
}

impl Instance {
    /// The value of a quantified variable.
    pub fn get(&self, slot: Slot) -> Option<&Value> {
        self.values.iter().find(|(s, _)| *s == slot).map(|(_, value)| value)
    }

    /// The same with another value of one variable.
    pub fn with(&self, slot: Slot, value: Value) -> Instance {
        let other = |(s, v): &(Slot, Value)| (*s, if *s == slot { value.clone() } else { v.clone() });
        Instance { values: self.values.iter().map(other).collect() }
    }

    /// The variables and their values, in the order of the statement.
    pub fn values(&self) -> impl Iterator<Item = (Slot, &Value)> {
        self.values.iter().map(|(slot, value)| (*slot, value))
    }

    /// An object with a member for each variable: a context as in its files, numbers as `"n/d"`, tables as
    /// rows of numbers, points counted from 0, singular functions by the number of the choice, a sample by how often each point was
    /// drawn.
    pub fn to_json(&self, statement: &Statement) -> Json {
        let member = |(slot, value): &(Slot, Value)| (statement.variables[*slot].name.clone(), written(value));
        Json::Object(self.values.iter().map(member).collect::<Map<String, Json>>())
    }

    /// Reads what [`Instance::to_json`] writes. Errs on a variable that is missing or not of the statement,
    /// and on a value of another form.
    pub fn from_json(statement: &Statement, json: &Json) -> Result<Instance, Error> {
        let members =
            json.as_object().ok_or_else(|| Error::new("expected an object with a member for each variable"))?;
        let mut values: Vec<(Slot, Value)> = Vec::new();
        for clause in &statement.clauses {
            let Clause::For(slot, domain) = clause else { continue };
            let name = &statement.variables[*slot].name;
            let member =
                members.get(name).ok_or_else(|| Error::new(format!("expected a value of {name}, found none")))?;
            let contexts = |wanted: Slot| {
                values.iter().find_map(|(slot, value)| match value {
                    Value::Context(context) if *slot == wanted => Some(context.clone()),
                    _ => None,
                })
            };
            let value = read(domain, member, contexts)
                .ok_or_else(|| Error::new(format!("{name}: expected a value of its domain, found {member}")))?;
            values.push((*slot, value));
        }
        if members.len() != values.len() {
            return Err(Error::new("expected no values but those of the statement's variables"));
        }
        Ok(Instance { values })
    }
}

/// A context, or the same with X and A exchanged, as the text says.
fn oriented(context: &Prepared, of: &ContextTerm) -> Prepared {
    match of {
        ContextTerm::Variable(_) | ContextTerm::Graph(_) => context.clone(),
        ContextTerm::Transposed(inner) => oriented(&context.transposed(), inner),
    }
}

fn written(value: &Value) -> Json {
    let number = |real: &Real| json!(real.as_rational().map(fraction));
    match value {
        Value::Truth(_) => unreachable!("no variable is quantified over truths"),
        Value::Number(real) => number(real),
        Value::Point(point) => json!(point),
        Value::Sample(drawn) => json!(drawn.sample.counts()),
        Value::System(_, choice) => json!({ "choice": choice }),
        Value::Table(table) => {
            let row = |i: usize| (0..table.columns()).map(|j| number(&table.get(i, j))).collect::<Vec<Json>>();
            json!((0..table.rows()).map(row).collect::<Vec<_>>())
        }
        Value::Context(prepared) => {
            serde_json::from_str(&write_json(prepared.context())).expect("what is written is JSON")
        }
    }
}

/// A value of a domain; `None` if the document has another form.
fn read(domain: &Domain, json: &Json, contexts: impl Fn(Slot) -> Option<Prepared>) -> Option<Value> {
    Some(match domain {
        Domain::Contexts | Domain::Graphs | Domain::Cube(..) => {
            let labels = |name: &str| -> Option<Vec<String>> {
                json.get(name)?.as_array()?.iter().map(|l| l.as_str().map(str::to_owned)).collect()
            };
            let (_, _, rows) = rows(json.get("joint")?)?;
            let context = Context::new(labels("x")?, labels("a")?, &rows).ok()?;
            Value::Context(Prepared::new(context))
        }
        Domain::Integers | Domain::Rationals | Domain::Range(..) => Real::from(number(json)?).into(),
        Domain::Points(..) => Value::Point(usize::try_from(json.as_u64()?).ok()?),
        Domain::Samples(side, slot, _) => {
            // A count, or a row of one, as certificates write it.
            let count = |count: &Json| {
                let count = match count {
                    Json::Array(row) => row.first().filter(|_| row.len() == 1).and_then(number)?,
                    count => number(count)?,
                };
                count.to_integer().to_u32().filter(|_| count.is_integer())
            };
            let counts = json.as_array()?.iter().map(count).collect::<Option<Vec<u32>>>()?;
            Value::Sample(Arc::new(Drawn::of(&contexts(*slot)?, *side, counts)?))
        }
        Domain::SingularSystems(slot, of) => {
            let choice = usize::try_from(json.get("choice")?.as_u64()?).ok().filter(|c| *c < CHOICES)?;
            Value::System(oriented(&contexts(*slot)?, of), choice)
        }
        Domain::Tables(..) => {
            let (height, width, rows) = rows(json)?;
            Table::from(Matrix::rational(height, width, &rows.concat())).into()
        }
    })
}

/// A number in a string, or an integer.
fn number(json: &Json) -> Option<Rational> {
    match json {
        Json::String(text) => parse_rational(text).ok(),
        _ => json.as_i64().map(integer),
    }
}

/// A rectangle of rationals, with its size.
fn rows(json: &Json) -> Option<(usize, usize, Vec<Vec<Rational>>)> {
    let rows: Vec<Vec<Rational>> =
        json.as_array()?.iter().map(|row| row.as_array()?.iter().map(number).collect()).collect::<Option<_>>()?;
    let width = rows.first()?.len();
    rows.iter().all(|row| row.len() == width).then_some((rows.len(), width, rows))
}
