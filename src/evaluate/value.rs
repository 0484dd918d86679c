//! What terms denote, and what stands in the way of a value.

use super::prepared::Prepared;
use super::sample::Drawn;
use super::table::Table;
use crate::exact::rational::fraction;
use crate::exact::real::Real;
use crate::exact::truth::{Exhausted, Truth, Undefined};
use crate::statement::tree::Span;
use std::fmt;
use std::sync::Arc;

/// What a term denotes on an instance.
#[derive(Clone, Debug)]
pub enum Value {
    /// True, false, or unknown within a budget.
    Truth(Truth),
    /// A real number; an integer is one.
    Number(Real),
    /// A context, with all that was computed of it.
    Context(Prepared),
    /// A choice of singular functions, by its number.
    System(Prepared, usize),
    /// A function, an encoder, an operator, a matrix.
    Table(Arc<Table>),
    /// A point, counted from 0.
    Point(usize),
    /// A sample.
    Sample(Arc<Drawn>),
}

/// A term that has no value, and where it stands in the statement's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoValue {
    /// The term.
    pub span: Span,
    /// Why it has no value, as a clause.
    pub reason: String,
}

/// Why a term was not given a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Halt {
    /// It has none.
    Undefined(NoValue),
    /// It may have one, and a budget ran out.
    Exhausted(Exhausted),
}

impl Halt {
    /// A term at a place that has no value.
    pub fn undefined(span: &Span, reason: impl Into<String>) -> Halt {
        Halt::Undefined(NoValue { span: span.clone(), reason: reason.into() })
    }

    /// A quantity's own finding, at a place.
    pub fn of(span: &Span, undefined: &Undefined) -> Halt {
        Halt::undefined(span, undefined.reason())
    }
}

impl From<Exhausted> for Halt {
    fn from(exhausted: Exhausted) -> Halt {
        Halt::Exhausted(exhausted)
    }
}

impl From<Real> for Value {
    fn from(number: Real) -> Value {
        Value::Number(number)
    }
}

impl From<Truth> for Value {
    fn from(truth: Truth) -> Value {
        Value::Truth(truth)
    }
}

impl From<Table> for Value {
    fn from(table: Table) -> Value {
        Value::Table(Arc::new(table))
    }
}

/// A number for people: a fraction, or the first digits of an irrational form.
pub(super) struct Shown<'a>(pub &'a Real);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.as_rational() {
            Some(value) => f.write_str(&fraction(value)),
            None => write!(f, "{}...", self.0.decimal(9)),
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Truth(Truth::True) => f.write_str("true"),
            Value::Truth(Truth::False) => f.write_str("false"),
            Value::Truth(Truth::Unknown(exhausted)) => write!(f, "{exhausted}"),
            Value::Number(number) => Shown(number).fmt(f),
            Value::Context(context) => f.write_str(&context.written()),
            Value::System(_, choice) => write!(f, "choice {choice}"),
            Value::Table(table) => table.fmt(f),
            Value::Point(point) => write!(f, "point {}", point + 1),
            Value::Sample(drawn) => {
                let counts: Vec<String> = drawn.sample.counts().iter().map(u32::to_string).collect();
                write!(f, "points drawn {} times", counts.join(", "))
            }
        }
    }
}
