//! `+ - * / ^` on intervals and tables of them.

use super::interval::{Interval, Partial};
use super::value::{Stop, Table, Value};
use super::walk::{CHECKED, Walk};
use crate::statement::tree::{Arithmetic, Span};
use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive};
use std::rc::Rc;

/// Powers beyond this are not computed.
const LARGEST_EXPONENT: u64 = 1 << 12;

impl Walk<'_> {
    /// `a op b`; the types were checked when the statement was read.
    pub fn apply(&self, operation: Arithmetic, a: &Value, b: &Value, span: &Span) -> Result<Value, Stop> {
        use Arithmetic::{Add, Divide, Multiply, Subtract};
        Ok(match (operation, a, b) {
            (_, Value::Number(a), Value::Number(b)) => {
                self.spend(1, a.bits().max(b.bits()), span)?;
                Value::Number(match operation {
                    Add => a.plus(b),
                    Subtract => a.minus(b),
                    Multiply => a.times(b),
                    Divide => quotient(a, b, span)?,
                })
            }
            (Add | Subtract, Value::Table(a), Value::Table(b)) => {
                self.spend(a.entries.len(), a.bits().max(b.bits()), span)?;
                table(if operation == Add { a.plus(b) } else { a.minus(b) })
            }
            (Multiply, Value::Table(a), Value::Table(b)) => table(self.product(a, b, span)?),
            (Multiply, Value::Number(by), Value::Table(t)) | (Multiply, Value::Table(t), Value::Number(by)) => {
                self.spend(t.entries.len(), t.bits().max(by.bits()), span)?;
                table(t.map(|entry| entry.times(by)))
            }
            (Divide, Value::Table(t), Value::Number(by)) => {
                self.spend(t.entries.len(), t.bits().max(by.bits()), span)?;
                let inverse = quotient(&Interval::integer(1), by, span)?;
                table(t.map(|entry| entry.times(&inverse)))
            }
            _ => unreachable!("{CHECKED}"),
        })
    }

    /// The product of two matrices.
    pub fn product(&self, a: &Table, b: &Table, span: &Span) -> Result<Table, Stop> {
        self.spend(a.rows * a.columns * b.columns, a.bits().max(b.bits()), span)?;
        Ok(a.times(b))
    }

    /// `base ^ exponent`, by repeated multiplication; `0^0 = 1`.
    pub fn power(&self, base: &Value, exponent: &BigInt, span: &Span) -> Result<Value, Stop> {
        let Some(times) = exponent.magnitude().to_u64().filter(|n| *n <= LARGEST_EXPONENT) else {
            return Stop::not_shown(span, "powers are computed up to the exponent 4096");
        };
        let one = match base {
            Value::Number(_) => Value::Number(Interval::integer(1)),
            Value::Table(_) if exponent.is_negative() => {
                return Stop::undefined(span, "a table has no negative powers here: use inverse");
            }
            Value::Table(t) => table(Table::from_fn(t.rows, t.rows, |i, j| Interval::integer(i32::from(i == j)))),
            _ => unreachable!("{CHECKED}"),
        };
        let mut power = one.clone();
        for _ in 0..times {
            power = self.apply(Arithmetic::Multiply, &power, base, span)?;
        }
        match exponent.is_negative() {
            true => self.apply(Arithmetic::Divide, &one, &power, span),
            false => Ok(power),
        }
    }
}

fn table(table: Table) -> Value {
    Value::Table(Rc::new(table))
}

/// `a / b` at a place.
pub(super) fn quotient(a: &Interval, b: &Interval, span: &Span) -> Result<Interval, Stop> {
    match a.divided_by(b) {
        Partial::Known(quotient) => Ok(quotient),
        Partial::Undefined => Stop::undefined(span, "the divisor is zero"),
        Partial::NotShown => Stop::not_shown(span, "the divisor may be zero"),
    }
}

/// The root at a place.
pub(super) fn root(square: &Interval, span: &Span) -> Result<Interval, Stop> {
    match square.sqrt() {
        Partial::Known(root) => Ok(root),
        Partial::Undefined => Stop::undefined(span, "the radicand is negative"),
        Partial::NotShown => Stop::not_shown(span, "the radicand may be negative"),
    }
}
