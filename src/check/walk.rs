//! The walk over a statement's tree.

use super::arithmetic::root;
use super::context::Context;
use super::facts::Facts;
use super::instance::oriented;
use super::interval::Interval;
use super::limit::Limit;
use super::value::{Stop, Table, Value};
use crate::exact::matrix::Matrix;
use crate::exact::rational::{Rational, decimal_above, decimal_below, fraction};
use crate::statement::tree::{
    Arithmetic, Connective, FiniteRange, Fold, FoldKind, Kind, Relation, Slot, Span, Statement, Term,
};
use crate::statement::types::{ContextTerm, Side, Space, Type};
use num_bigint::BigInt;
use num_traits::ToPrimitive;
use std::rc::Rc;

/// Ranges longer than this are not walked.
const LONGEST_RANGE: u64 = 1 << 16;

/// The types of terms rule it out.
pub(super) const CHECKED: &str = "types were checked when the statement was read";

/// A statement with values for its variables, and what the witnesses show.
pub(super) struct Walk<'a> {
    statement: &'a Statement,
    values: Vec<Option<Result<Value, Stop>>>,
    pub facts: Facts,
    pub limit: &'a Limit,
}

impl<'a> Walk<'a> {
    /// No variable has a value yet.
    pub fn new(statement: &'a Statement, limit: &'a Limit) -> Walk<'a> {
        Walk { statement, values: vec![None; statement.variables.len()], facts: Facts::default(), limit }
    }

    pub fn statement(&self) -> &'a Statement {
        self.statement
    }

    /// Gives a variable its value.
    pub fn bind(&mut self, slot: Slot, value: Value) {
        self.values[slot] = Some(Ok(value));
    }

    /// Gives a name the value of a term; if the term has none, the name has none either, where it is used.
    pub fn define(&mut self, slot: Slot, term: &Term) {
        self.values[slot] = Some(self.value(term));
    }

    /// The value of a variable.
    pub fn bound(&self, slot: Slot) -> Option<&Value> {
        self.values[slot].as_ref()?.as_ref().ok()
    }

    /// So much work at a place.
    pub fn spend(&self, operations: usize, bits: u64, span: &Span) -> Result<(), Stop> {
        let spent = |_| Stop::not_shown(span, "the checker's limit of work is reached");
        self.limit.spend(operations, bits).or_else(spent)
    }

    /// The value of a term.
    pub fn value(&mut self, term: &Term) -> Result<Value, Stop> {
        self.spend(1, 1, &term.span)?;
        match &term.kind {
            Kind::Number(number) => Ok(Value::Number(number.clone().into())),
            Kind::Variable(slot) => {
                self.values[*slot].clone().expect("a variable has a value before it is asked for one")
            }
            Kind::Quantity(quantity, arguments) => self.quantity(*quantity, arguments, &term.span),
            Kind::Negative(a) => Ok(match self.value(a)? {
                Value::Table(table) => Value::Table(Rc::new(table.map(Interval::negated))),
                Value::Number(number) => Value::Number(number.negated()),
                _ => unreachable!("{CHECKED}"),
            }),
            Kind::Arithmetic(operation, a, b) => {
                let (a, b) = (self.value(a)?, self.value(b)?);
                self.apply(*operation, &a, &b, &term.span)
            }
            Kind::Power(base, exponent) => {
                let (base, exponent) = (self.value(base)?, self.integer(exponent)?);
                self.power(&base, &exponent, &term.span)
            }
            Kind::Entry(table, indices) => self.entry(table, indices, &term.span),
            Kind::Comparison(terms, relations) => self.comparison(terms, relations, &term.span).map(Value::Truth),
            Kind::Not(a) => Ok(Value::Truth(!self.truth(a)?)),
            Kind::Connective(connective, a, b) => self.connective(*connective, a, b).map(Value::Truth),
            Kind::Defined(a) => match self.value(a) {
                Ok(_) => Ok(Value::Truth(true)),
                Err(Stop::Undefined(_)) => Ok(Value::Truth(false)),
                Err(not_shown) => Err(not_shown),
            },
            Kind::Fold(fold) => self.fold(fold, term),
            Kind::Extreme(kind, terms) => {
                let numbers = terms.iter().map(|t| self.number(t)).collect::<Result<Vec<Interval>, Stop>>()?;
                extreme(*kind, numbers, &term.span)
            }
        }
    }

    /// Whether a term of type truth is true.
    pub fn truth(&mut self, term: &Term) -> Result<bool, Stop> {
        match self.value(term)? {
            Value::Truth(truth) => Ok(truth),
            _ => unreachable!("{CHECKED}"),
        }
    }

    /// All terms are evaluated; one pair that is false makes the chain false.
    fn comparison(&mut self, terms: &[Term], relations: &[Relation], span: &Span) -> Result<bool, Stop> {
        let values = terms.iter().map(|t| self.value(t)).collect::<Result<Vec<Value>, Stop>>()?;
        let pairs = values.iter().zip(&values[1..]).zip(relations);
        let decided: Vec<Option<bool>> = pairs.map(|((a, b), relation)| compare(a, b, *relation)).collect();
        match conjunction(decided) {
            Some(truth) => Ok(truth),
            None => {
                let shown = |value: &Value| match value {
                    Value::Number(number) => approximately(number),
                    _ => "a table".into(),
                };
                let sides = values.iter().map(shown).collect::<Vec<_>>().join(" and ");
                Stop::not_shown(span, format!("the bounds do not decide it: {sides}"))
            }
        }
    }

    /// From left to right: what the left side settles, the right side is not asked.
    fn connective(&mut self, connective: Connective, a: &Term, b: &Term) -> Result<bool, Stop> {
        let left = self.truth(a)?;
        match connective {
            Connective::And => Ok(left && self.truth(b)?),
            Connective::Or => Ok(left || self.truth(b)?),
            Connective::Implies => Ok(!left || self.truth(b)?),
            Connective::Iff => Ok(left == self.truth(b)?),
        }
    }

    fn fold(&mut self, fold: &Fold, term: &Term) -> Result<Value, Stop> {
        if let FoldKind::All | FoldKind::Any = fold.kind {
            // A long `and` or a long `or`: the first body that settles it ends the walk.
            let settles = fold.kind == FoldKind::Any;
            let whole = self.each(fold, 0, &mut |walk| Ok(walk.truth(&fold.body)? != settles))?;
            return Ok(Value::Truth(whole != settles));
        }
        let mut values = Vec::new();
        self.each(fold, 0, &mut |walk| {
            values.push(walk.value(&fold.body)?);
            Ok(true)
        })?;
        if let Type::Table(rows, columns) = &term.of {
            let (rows, columns) = match values.first() {
                Some(Value::Table(table)) => (table.rows, table.columns),
                _ => (self.size(rows, &term.span)?, self.size(columns, &term.span)?),
            };
            let zero = Value::Table(Rc::new(Table::from_fn(rows, columns, |_, _| Interval::integer(0))));
            return self.sum(zero, &values, &term.span);
        }
        if fold.kind == FoldKind::Sum {
            return self.sum(Value::Number(Interval::integer(0)), &values, &term.span);
        }
        let numbers = values.into_iter().map(|value| match value {
            Value::Number(number) => number,
            _ => unreachable!("{CHECKED}"),
        });
        extreme(fold.kind, numbers.collect(), &term.span)
    }

    fn sum(&self, zero: Value, values: &[Value], span: &Span) -> Result<Value, Stop> {
        values.iter().try_fold(zero, |sum, value| self.apply(Arithmetic::Add, &sum, value, span))
    }

    /// The size of a sum of tables over nothing.
    fn size(&self, space: &Space, span: &Span) -> Result<usize, Stop> {
        match space {
            Space::Side(..) => Ok(self.weights(space).len()),
            Space::Dimension(text) => {
                let unknown = |_| Stop::not_shown(span, "it is a sum over nothing of tables whose size is a term");
                text.parse().or_else(unknown)
            }
        }
    }

    /// Visits the values of a fold's variables in order, the first one outermost, until a visit says `false`;
    /// whether none did.
    fn each(
        &mut self,
        fold: &Fold,
        binder: usize,
        visit: &mut dyn FnMut(&mut Walk<'a>) -> Result<bool, Stop>,
    ) -> Result<bool, Stop> {
        let Some((slot, range)) = fold.binders.get(binder) else {
            if let Some(filter) = &fold.filter
                && !self.truth(filter)?
            {
                return Ok(true);
            }
            return visit(self);
        };
        let values: Vec<Value> = match range {
            FiniteRange::Integers(from, to) => {
                let (first, last) = (self.integer(from)?, self.integer(to)?);
                let length = (&last - &first + 1u8).max(BigInt::ZERO).to_u64().filter(|n| *n <= LONGEST_RANGE);
                let Some(length) = length else {
                    return Stop::not_shown(&from.span, "ranges are walked up to a length of 65536");
                };
                (0..length).map(|k| Value::Number(Interval::integer(&first + k))).collect()
            }
            FiniteRange::Points(side, context) => {
                let context = self.context(context)?;
                let points = if *side == Side::X { context.view().n } else { context.view().m };
                (0..points).map(Value::Point).collect()
            }
        };
        for value in values {
            self.bind(*slot, value);
            if !self.each(fold, binder + 1, visit)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn entry(&mut self, table: &Term, indices: &[Term], span: &Span) -> Result<Value, Stop> {
        let table = self.table(table)?;
        let mut place = [0, 0];
        for (k, index) in indices.iter().enumerate() {
            let size = if k == 0 { table.rows } else { table.columns };
            place[k] = match self.value(index)? {
                Value::Point(point) => point,
                Value::Number(_) => {
                    let index = (self.integer(index)? - 1u8).to_usize().filter(|i| *i < size);
                    match index {
                        Some(index) => index,
                        None => return Stop::undefined(span, format!("indices run from 1 to {size}")),
                    }
                }
                _ => unreachable!("{CHECKED}"),
            };
        }
        Ok(Value::Number(table.get(place[0], place[1]).clone()))
    }

    /// A term's value as a number.
    pub fn number(&mut self, term: &Term) -> Result<Interval, Stop> {
        match self.value(term)? {
            Value::Number(number) => Ok(number),
            _ => unreachable!("{CHECKED}"),
        }
    }

    /// A term's value as a rational number.
    pub fn rational(&mut self, term: &Term) -> Result<Rational, Stop> {
        match self.number(term)?.point() {
            Some(point) => Ok(point.clone()),
            None => Stop::not_shown(&term.span, "a rational number is needed here"),
        }
    }

    /// A term's value as an integer.
    pub fn integer(&mut self, term: &Term) -> Result<BigInt, Stop> {
        let number = self.rational(term)?;
        match number.is_integer() {
            true => Ok(number.to_integer()),
            // A negative power may leave the integers.
            false => Stop::undefined(&term.span, "it is not an integer"),
        }
    }

    /// A term's value as an index; `None` of a negative or enormous one.
    pub fn index(&mut self, term: &Term) -> Result<Option<usize>, Stop> {
        Ok(self.integer(term)?.to_usize())
    }

    /// A term's value as a table.
    pub fn table(&mut self, term: &Term) -> Result<Rc<Table>, Stop> {
        match self.value(term)? {
            Value::Table(table) => Ok(table),
            _ => unreachable!("{CHECKED}"),
        }
    }

    /// A term's value as a rational matrix.
    pub fn matrix(&mut self, term: &Term) -> Result<Matrix, Stop> {
        let table = self.table(term)?;
        // What is done with a matrix is done by elimination or by a few products, on numbers as long as minors.
        let size = table.rows.max(table.columns);
        self.spend(table.rows * table.columns * size, table.bits().saturating_mul(size as u64), &term.span)?;
        match table.points() {
            Some(matrix) => Ok(matrix),
            None => Stop::not_shown(&term.span, "rational entries are needed here"),
        }
    }

    /// A term's value as a context.
    pub fn context(&mut self, term: &Term) -> Result<Context, Stop> {
        match self.value(term)? {
            Value::Context(context) => Ok(context),
            _ => unreachable!("{CHECKED}"),
        }
    }

    /// The weights of a side.
    pub fn weights(&self, space: &Space) -> Vec<Rational> {
        let Space::Side(side, of) = space else { unreachable!("{CHECKED}") };
        let name = base(of);
        let slot = self.statement.variables.iter().position(|v| v.name == name);
        let Some(Value::Context(context)) = slot.and_then(|slot| self.bound(slot)) else {
            unreachable!("a space belongs to a context that was bound before it")
        };
        let context = oriented(context.clone(), of);
        if *side == Side::X { context.view().p.clone() } else { context.view().q.clone() }
    }

    /// The weights of the rows of a term.
    pub fn weights_of(&self, term: &Term) -> Vec<Rational> {
        match &term.of {
            Type::Table(space, _) | Type::Point(space) => self.weights(space),
            _ => unreachable!("{CHECKED}"),
        }
    }

    /// The root of a number at a place.
    pub fn root(&self, square: &Interval, span: &Span) -> Result<Value, Stop> {
        self.spend(1, square.bits() + 512, span)?;
        root(square, span).map(Value::Number)
    }
}

fn base(context: &ContextTerm) -> &str {
    match context {
        ContextTerm::Variable(name) => name,
        ContextTerm::Transposed(inner) => base(inner),
    }
}

fn extreme(kind: FoldKind, numbers: Vec<Interval>, span: &Span) -> Result<Value, Stop> {
    let greatest = kind == FoldKind::Largest;
    let found = numbers.into_iter().reduce(|a, b| if greatest { a.larger(&b) } else { a.smaller(&b) });
    match found {
        Some(number) => Ok(Value::Number(number)),
        None => Stop::undefined(span, "there is nothing to take the extreme of"),
    }
}

/// False if one is false, true if all are true; `None` if that is not shown.
fn conjunction(truths: Vec<Option<bool>>) -> Option<bool> {
    if truths.contains(&Some(false)) {
        return Some(false);
    }
    truths.into_iter().all(|t| t == Some(true)).then_some(true)
}

/// Whether two values stand in a relation, if that is shown.
fn compare(a: &Value, b: &Value, relation: Relation) -> Option<bool> {
    let equal = match (a, b) {
        (Value::Number(a), Value::Number(b)) => return a.compare(b, relation),
        (Value::Table(a), Value::Table(b)) => {
            let same_shape = (a.rows, a.columns) == (b.rows, b.columns);
            let entries = a.entries.iter().zip(&b.entries).map(|(a, b)| a.compare(b, Relation::Equal));
            if same_shape { conjunction(entries.collect())? } else { false }
        }
        (Value::Point(a), Value::Point(b)) => a == b,
        (Value::Truth(a), Value::Truth(b)) => a == b,
        _ => unreachable!("{CHECKED}"),
    };
    Some(equal == (relation == Relation::Equal))
}

/// An interval for people, a few digits.
fn approximately(number: &Interval) -> String {
    match number.point() {
        Some(point) if number.bits() < 40 => fraction(point),
        _ => format!("[{}, {}]", decimal_below(number.lower(), 9), decimal_above(number.upper(), 9)),
    }
}
