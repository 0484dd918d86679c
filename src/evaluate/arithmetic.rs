//! `+ - * / ^` on numbers and tables.

use super::table::Table;
use super::value::{Halt, Value};
use crate::exact::matrix::Matrix;
use crate::exact::rational::integer;
use crate::exact::real::Real;
use crate::exact::truth::Exhausted;
use crate::statement::tree::{Arithmetic, Span};
use num_bigint::BigInt;
use num_traits::{One, Signed, ToPrimitive};

/// Powers beyond this are not computed.
const LARGEST_EXPONENT: u64 = 1 << 12;

/// `a op b`; the types were checked when the statement was read.
pub(super) fn apply(operation: Arithmetic, a: &Value, b: &Value, span: &Span) -> Result<Value, Halt> {
    Ok(match (operation, a, b) {
        (Arithmetic::Add, Value::Number(a), Value::Number(b)) => a.plus(b).into(),
        (Arithmetic::Subtract, Value::Number(a), Value::Number(b)) => a.minus(b).into(),
        (Arithmetic::Multiply, Value::Number(a), Value::Number(b)) => a.times(b).into(),
        (Arithmetic::Divide, Value::Number(a), Value::Number(b)) => quotient(a, b, span)?.into(),
        (Arithmetic::Add, Value::Table(a), Value::Table(b)) => a.plus(b).into(),
        (Arithmetic::Subtract, Value::Table(a), Value::Table(b)) => a.plus(&b.negated()).into(),
        (Arithmetic::Multiply, Value::Table(a), Value::Table(b)) => a.times(b).into(),
        (Arithmetic::Multiply, Value::Number(by), Value::Table(t))
        | (Arithmetic::Multiply, Value::Table(t), Value::Number(by)) => t.scaled(by).into(),
        (Arithmetic::Divide, Value::Table(t), Value::Number(by)) => {
            t.scaled(&quotient(&Real::from(integer(1)), by, span)?).into()
        }
        _ => unreachable!("the types of an operation were checked when the statement was read"),
    })
}

fn quotient(a: &Real, b: &Real, span: &Span) -> Result<Real, Halt> {
    a.divided_by(b)?.ok_or_else(|| Halt::undefined(span, "the divisor is zero"))
}

/// `base ^ exponent`: with a negative exponent the base must not be zero; `0^0 = 1`.
pub(super) fn power(base: &Value, exponent: &BigInt, span: &Span) -> Result<Value, Halt> {
    let times = exponent.magnitude().to_u64().filter(|n| *n <= LARGEST_EXPONENT);
    let times = times.ok_or(Exhausted::OutOfReach("powers are computed up to the exponent 4096"))?;
    match base {
        Value::Number(base) => {
            let power = repeated(Real::from(integer(1)), base, times, Real::times);
            match exponent.is_negative() {
                true => Ok(quotient(&Real::from(integer(1)), &power, span)?.into()),
                false => Ok(power.into()),
            }
        }
        Value::Table(table) => {
            if exponent.is_negative() {
                return Err(Halt::undefined(span, "a table has no negative powers here: use inverse"));
            }
            let identity = Table::from(Matrix::identity(table.rows()));
            Ok(repeated(identity, &**table, times, Table::times).into())
        }
        _ => unreachable!("the types of a power were checked when the statement was read"),
    }
}

/// Square and multiply.
fn repeated<T: Clone>(one: T, base: &T, times: u64, multiply: impl Fn(&T, &T) -> T) -> T {
    let (mut result, mut square, mut left) = (None::<T>, base.clone(), times);
    while left > 0 {
        if left % 2 == 1 {
            result = Some(result.map_or_else(|| square.clone(), |r| multiply(&r, &square)));
        }
        left /= 2;
        if left > 0 {
            square = multiply(&square, &square);
        }
    }
    result.unwrap_or(one)
}

/// The integer that a number is, by its form.
pub(super) fn as_integer(number: &Real) -> Option<BigInt> {
    number.as_rational().filter(|r| r.denom().is_one()).map(|r| r.numer().clone())
}
