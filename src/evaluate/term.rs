//! Walking the typed tree.

use super::arithmetic::{apply, as_integer, power};
use super::certify::Call;
use super::memory::Memory;
use super::prepared::Prepared;
use super::table::Table;
use super::value::{Halt, NoValue, Value};
use crate::exact::matrix::Matrix;
use crate::exact::rational::{Rational, integer};
use crate::exact::real::Real;
use crate::exact::truth::{Exhausted, Truth};
use crate::statement::tree::{Connective, FiniteRange, Fold, FoldKind, Kind, Relation, Slot, Span, Statement, Term};
use crate::statement::types::{ContextTerm, Side, Space, Type};
use num_bigint::BigInt;
use num_traits::{One, ToPrimitive};
use std::cmp::Ordering;
use std::sync::Arc;

/// Ranges longer than this are not walked.
const LONGEST_RANGE: u64 = 1 << 16;

/// A statement with values for some of its variables.
pub struct Evaluation<'a> {
    statement: &'a Statement,
    values: Vec<Option<Result<Value, Halt>>>,
    memory: Memory,
    /// The quantities of contexts that were evaluated, where they are noted.
    pub(super) calls: Option<Vec<Call>>,
}

impl<'a> Evaluation<'a> {
    /// No variable has a value yet.
    pub fn new(statement: &'a Statement) -> Evaluation<'a> {
        let values = vec![None; statement.variables.len()];
        Evaluation { statement, values, memory: Memory::new(statement), calls: None }
    }

    /// The same, and the quantities that it meets are noted: every time, so that nothing is remembered.
    pub(super) fn noting(statement: &'a Statement) -> Evaluation<'a> {
        let memory = Memory::of_nothing(statement);
        Evaluation { calls: Some(Vec::new()), memory, ..Evaluation::new(statement) }
    }

    /// The quantities that were met, each before those in its arguments.
    pub(super) fn noted(self) -> Vec<Call> {
        self.calls.unwrap_or_default()
    }

    /// The statement.
    pub fn statement(&self) -> &'a Statement {
        self.statement
    }

    /// Gives a variable its value.
    pub fn bind(&mut self, slot: Slot, value: Value) {
        self.values[slot] = Some(Ok(value));
        self.memory.change(slot);
    }

    /// Gives a name the value of a term; if the term has none, the name has none either.
    pub fn define(&mut self, slot: Slot, term: &Term) {
        self.values[slot] = Some(self.value(term));
    }

    /// The value that a variable was given.
    pub fn bound(&self, slot: Slot) -> Option<&Value> {
        self.values[slot].as_ref()?.as_ref().ok()
    }

    /// The value of a term, of any type.
    pub fn value(&mut self, term: &Term) -> Result<Value, Halt> {
        if let Some(value) = self.memory.recall(term) {
            return value.clone();
        }
        let value = self.compute(term);
        self.memory.keep(term, &value);
        value
    }

    /// Whether a term of type truth is true.
    pub fn truth(&mut self, term: &Term) -> Result<Truth, NoValue> {
        settled(self.value(term))
    }

    fn compute(&mut self, term: &Term) -> Result<Value, Halt> {
        if term.of == Type::Truth {
            return self.decide(term).map(Value::Truth).map_err(Halt::Undefined);
        }
        match &term.kind {
            Kind::Number(number) => Ok(Real::from(number.clone()).into()),
            Kind::Variable(slot) => self.variable(*slot),
            Kind::Quantity(quantity, arguments) => self.quantity(*quantity, arguments, &term.span),
            Kind::Negative(a) => Ok(match self.value(a)? {
                Value::Table(table) => table.negated().into(),
                Value::Number(number) => number.negated().into(),
                _ => unreachable!("{CHECKED}"),
            }),
            Kind::Arithmetic(operation, a, b) => apply(*operation, &self.value(a)?, &self.value(b)?, &term.span),
            Kind::Power(base, exponent) => {
                let (base, exponent) = (self.value(base)?, self.integer(exponent)?);
                power(&base, &exponent, &term.span)
            }
            Kind::Entry(table, indices) => self.entry(table, indices, &term.span),
            Kind::Fold(fold) => self.fold(fold, term),
            Kind::Extreme(kind, terms) => {
                let numbers = terms.iter().map(|t| self.number(t)).collect::<Result<Vec<Real>, Halt>>()?;
                Ok(extreme(*kind, numbers).expect("some are written out").into())
            }
            Kind::Comparison(..) | Kind::Not(_) | Kind::Connective(..) | Kind::Defined(_) => unreachable!("{CHECKED}"),
        }
    }

    fn decide(&mut self, term: &Term) -> Result<Truth, NoValue> {
        match &term.kind {
            Kind::Comparison(terms, relations) => self.comparison(terms, relations),
            Kind::Not(a) => Ok(self.truth(a)?.negated()),
            Kind::Connective(connective, a, b) => self.connective(*connective, a, b),
            Kind::Defined(a) => Ok(match self.value(a) {
                Ok(Value::Truth(Truth::Unknown(exhausted))) => Truth::Unknown(exhausted),
                Ok(_) => Truth::True,
                Err(Halt::Undefined(_)) => Truth::False,
                Err(Halt::Exhausted(exhausted)) => Truth::Unknown(exhausted),
            }),
            Kind::Fold(fold) => self.quantified(fold),
            Kind::Variable(slot) => settled(self.variable(*slot)),
            Kind::Quantity(quantity, arguments) => settled(self.quantity(*quantity, arguments, &term.span)),
            _ => unreachable!("{CHECKED}"),
        }
    }

    fn variable(&self, slot: Slot) -> Result<Value, Halt> {
        self.values[slot].clone().expect("a variable has a value before it is asked for one")
    }

    fn comparison(&mut self, terms: &[Term], relations: &[Relation]) -> Result<Truth, NoValue> {
        let mut values = Vec::with_capacity(terms.len());
        let mut exhausted = None;
        for term in terms {
            match self.value(term) {
                Ok(value) => values.push(value),
                Err(Halt::Undefined(nothing)) => return Err(nothing),
                Err(Halt::Exhausted(e)) => exhausted = Some(e),
            }
        }
        if let Some(exhausted) = exhausted {
            return Ok(Truth::Unknown(exhausted));
        }
        let pairs = values.iter().zip(&values[1..]).zip(relations);
        Ok(pairs.fold(Truth::True, |all, ((a, b), relation)| match all {
            Truth::False => Truth::False,
            _ => all.and(compare(a, b, *relation)),
        }))
    }

    /// From left to right: what the left side settles, the right side is not asked. Where the left side is
    /// unknown, a right side without a value leaves the whole unknown, since it might not have been asked.
    fn connective(&mut self, connective: Connective, a: &Term, b: &Term) -> Result<Truth, NoValue> {
        let left = match connective {
            Connective::Implies => self.truth(a)?.negated(),
            _ => self.truth(a)?,
        };
        match (connective, left) {
            (Connective::And, Truth::False) => return Ok(Truth::False),
            (Connective::Or | Connective::Implies, Truth::True) => return Ok(Truth::True),
            _ => {}
        }
        let right = match (self.truth(b), left) {
            (Ok(right), _) => right,
            (Err(_), Truth::Unknown(exhausted)) if connective != Connective::Iff => Truth::Unknown(exhausted),
            (Err(nothing), _) => return Err(nothing),
        };
        Ok(match connective {
            Connective::And => left.and(right),
            Connective::Or | Connective::Implies => left.or(right),
            Connective::Iff => left.and(right).or(left.negated().and(right.negated())),
        })
    }

    /// `for all` and `exists`: a long `and` and a long `or`.
    fn quantified(&mut self, fold: &Fold) -> Result<Truth, NoValue> {
        let decisive = Truth::from(fold.kind == FoldKind::Any);
        let mut whole = decisive.negated();
        let walked = self.walk(fold, 0, &mut |evaluation| {
            whole = match (evaluation.truth(&fold.body), whole) {
                (Ok(body), _) if body == decisive => decisive,
                (Ok(Truth::Unknown(exhausted)), _) => Truth::Unknown(exhausted),
                (Err(nothing), whole) if whole == decisive.negated() => return Err(Halt::Undefined(nothing)),
                (_, whole) => whole,
            };
            Ok(whole != decisive)
        });
        match walked {
            Ok(_) => Ok(whole),
            Err(Halt::Undefined(nothing)) => Err(nothing),
            Err(Halt::Exhausted(exhausted)) => Ok(Truth::Unknown(exhausted)),
        }
    }

    /// Binds the first values of a fold's variables that pass a test; `false` if none does.
    pub(super) fn find(&mut self, fold: &Fold, test: &mut dyn FnMut(&mut Evaluation<'a>) -> bool) -> bool {
        let walked = self.walk(fold, 0, &mut |evaluation| Ok(!test(evaluation)));
        walked == Ok(false)
    }

    /// `sum`, `max` and `min` over ranges, `expect` and `prob` over samples.
    fn fold(&mut self, fold: &Fold, term: &Term) -> Result<Value, Halt> {
        if let FoldKind::Expectation | FoldKind::Probability = fold.kind {
            return self.over_samples(fold);
        }
        let mut values = Vec::new();
        self.walk(fold, 0, &mut |evaluation| {
            values.push(evaluation.value(&fold.body)?);
            Ok(true)
        })?;
        if let Type::Table(rows, columns) = &term.of {
            let shape = (self.extent(rows, &values, Table::rows)?, self.extent(columns, &values, Table::columns)?);
            let zero = Table::from(Matrix::zero(shape.0, shape.1));
            return Ok(values.iter().map(table_of).fold(zero, |sum, t| sum.plus(t)).into());
        }
        let numbers = values.into_iter().map(|v| match v {
            Value::Number(number) => number,
            _ => unreachable!("{CHECKED}"),
        });
        match fold.kind {
            FoldKind::Sum => Ok(Real::sum(numbers).into()),
            kind => Ok(extreme(kind, numbers.collect())
                .ok_or_else(|| Halt::undefined(&term.span, "there is nothing to take the extreme of"))?
                .into()),
        }
    }

    /// The number of rows or columns of a sum, which may be over nothing.
    fn extent(&self, space: &Space, values: &[Value], of: impl Fn(&Table) -> usize) -> Result<usize, Halt> {
        match (values.first(), space) {
            (Some(Value::Table(table)), _) => Ok(of(table)),
            (_, Space::Side(side, context)) => Ok(self.named(context).points(*side)),
            (_, Space::Dimension(text)) => text.parse().map_err(|_| {
                Halt::Exhausted(Exhausted::OutOfReach("a sum over nothing of tables whose size is a term"))
            }),
        }
    }

    /// Walks the ranges of a fold from a binder on, the first one outermost, until the visitor says `false`;
    /// whether it never did.
    pub(super) fn walk(
        &mut self,
        fold: &Fold,
        binder: usize,
        visit: &mut dyn FnMut(&mut Evaluation<'a>) -> Result<bool, Halt>,
    ) -> Result<bool, Halt> {
        let Some((slot, range)) = fold.binders.get(binder) else {
            if let Some(filter) = &fold.filter {
                match self.truth(filter).map_err(Halt::Undefined)? {
                    Truth::True => {}
                    Truth::False => return Ok(true),
                    Truth::Unknown(exhausted) => return Err(exhausted.into()),
                }
            }
            return visit(self);
        };
        for value in self.range(range)? {
            self.bind(*slot, value);
            if !self.walk(fold, binder + 1, visit)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The values of a bound variable.
    fn range(&mut self, range: &FiniteRange) -> Result<Vec<Value>, Halt> {
        match range {
            FiniteRange::Integers(from, to) => {
                Ok(self.integers(from, to)?.map(|i| Real::from(integer(i)).into()).collect())
            }
            FiniteRange::Points(side, context) => {
                Ok((0..self.context(context)?.points(*side)).map(Value::Point).collect())
            }
            FiniteRange::Samples(context, draws) => {
                let context = self.context(context)?;
                self.outcomes(&context, Side::X, draws)
            }
        }
    }

    /// The integers from one term's value to another's.
    pub(super) fn integers(&mut self, from: &Term, to: &Term) -> Result<impl Iterator<Item = BigInt> + use<>, Halt> {
        let (from, to) = (self.integer(from)?, self.integer(to)?);
        let length = (&to - &from + 1u8).max(BigInt::ZERO).to_u64().filter(|n| *n <= LONGEST_RANGE);
        let length = length.ok_or(Exhausted::OutOfReach("ranges are walked up to a length of 65536"))?;
        Ok((0..length).map(move |k| &from + k))
    }

    fn entry(&mut self, table: &Term, indices: &[Term], span: &Span) -> Result<Value, Halt> {
        let of = &table.of;
        let table = self.table(table)?;
        let mut place = [0, 0];
        for (k, index) in indices.iter().enumerate() {
            let size = if k == 0 { table.rows() } else { table.columns() };
            place[k] = match self.value(index)? {
                Value::Point(point) => point,
                Value::Number(number) => {
                    let index = as_integer(&number).and_then(|i| BigInt::to_usize(&(i - 1))).filter(|i| *i < size);
                    index.ok_or_else(|| {
                        Halt::undefined(span, format!("{of} has no such entry: indices run from 1 to {size}"))
                    })?
                }
                _ => unreachable!("{CHECKED}"),
            };
        }
        Ok(table.get(place[0], place[1]).into())
    }

    /// A term's value as a real number.
    pub(super) fn number(&mut self, term: &Term) -> Result<Real, Halt> {
        match self.value(term)? {
            Value::Number(number) => Ok(number),
            _ => unreachable!("{CHECKED}"),
        }
    }

    /// A term's value as a rational number; `limit` says what is computed for rationals only.
    pub(super) fn rational(&mut self, term: &Term, limit: &'static str) -> Result<Rational, Halt> {
        let number = self.number(term)?;
        number.as_rational().cloned().ok_or(Halt::Exhausted(Exhausted::OutOfReach(limit)))
    }

    /// A term's value as an integer.
    pub(super) fn integer(&mut self, term: &Term) -> Result<BigInt, Halt> {
        let number = self.number(term)?;
        // A term of type integer is made of integers by + - * and powers; a negative power may leave them.
        as_integer(&number).ok_or_else(|| Halt::undefined(&term.span, "it is not an integer"))
    }

    /// A term's value as an index; `None` of a negative or enormous one.
    pub(super) fn index(&mut self, term: &Term) -> Result<Option<usize>, Halt> {
        Ok(self.integer(term)?.to_usize())
    }

    /// A term's value as a table.
    pub(super) fn table(&mut self, term: &Term) -> Result<Arc<Table>, Halt> {
        match self.value(term)? {
            Value::Table(table) => Ok(table),
            _ => unreachable!("{CHECKED}"),
        }
    }

    /// A term's value as a rational matrix; `limit` says what is computed for rationals only.
    pub(super) fn matrix(&mut self, term: &Term, limit: &'static str) -> Result<Matrix, Halt> {
        let table = self.table(term)?;
        table.rational().cloned().ok_or(Halt::Exhausted(Exhausted::OutOfReach(limit)))
    }

    /// A term's value as a context.
    pub(super) fn context(&mut self, term: &Term) -> Result<Prepared, Halt> {
        match self.value(term)? {
            Value::Context(context) => Ok(context),
            _ => unreachable!("{CHECKED}"),
        }
    }

    /// The context that a space belongs to.
    pub(super) fn named(&self, context: &ContextTerm) -> Prepared {
        match context {
            ContextTerm::Transposed(inner) => self.named(inner).transposed(),
            ContextTerm::Variable(name) | ContextTerm::Graph(name) => {
                let slot = self.statement.variables.iter().position(|v| v.name == *name);
                match slot.and_then(|slot| self.bound(slot)) {
                    Some(Value::Context(context)) => context.clone(),
                    _ => unreachable!("a space belongs to a context that was bound before it"),
                }
            }
        }
    }

    /// The weights of the rows of a table.
    pub(super) fn weights_of(&self, term: &Term) -> Vec<Rational> {
        match &term.of {
            Type::Table(Space::Side(side, context), _) => self.named(context).weights(*side).to_vec(),
            _ => unreachable!("{CHECKED}"),
        }
    }

    /// The weights of a space, 1 for each place of a dimension.
    pub(super) fn weights_or_ones(&self, space: &Space, size: usize) -> Vec<Rational> {
        match space {
            Space::Side(side, context) => self.named(context).weights(*side).to_vec(),
            Space::Dimension(_) => vec![Rational::one(); size],
        }
    }

    /// How many points a space of a point has.
    pub(super) fn points_of(&self, space: &Space) -> usize {
        match space {
            Space::Side(side, context) => self.named(context).points(*side),
            Space::Dimension(_) => unreachable!("{CHECKED}"),
        }
    }
}

const CHECKED: &str = "types were checked when the statement was read";

fn settled(value: Result<Value, Halt>) -> Result<Truth, NoValue> {
    match value {
        Ok(Value::Truth(truth)) => Ok(truth),
        Ok(_) => unreachable!("{CHECKED}"),
        Err(Halt::Undefined(nothing)) => Err(nothing),
        Err(Halt::Exhausted(exhausted)) => Ok(Truth::Unknown(exhausted)),
    }
}

fn table_of(value: &Value) -> &Table {
    match value {
        Value::Table(table) => table,
        _ => unreachable!("{CHECKED}"),
    }
}

fn extreme(kind: FoldKind, numbers: Vec<Real>) -> Option<Real> {
    match kind {
        FoldKind::Largest => Real::maximum(numbers),
        FoldKind::Least => Real::minimum(numbers),
        _ => unreachable!("{CHECKED}"),
    }
}

/// Whether two values stand in a relation.
pub(super) fn compare(a: &Value, b: &Value, relation: Relation) -> Truth {
    let equal = match (a, b) {
        (Value::Number(a), Value::Number(b)) => {
            return match a.compare(b) {
                Ok(order) => Truth::from(holds(relation, order)),
                Err(exhausted) => Truth::Unknown(exhausted),
            };
        }
        (Value::Table(a), Value::Table(b)) => a.equals(b),
        (Value::Point(a), Value::Point(b)) => Truth::from(a == b),
        (Value::Truth(a), Value::Truth(b)) => a.and(*b).or(a.negated().and(b.negated())),
        _ => unreachable!("{CHECKED}"),
    };
    match relation {
        Relation::Equal => equal,
        Relation::Unequal => equal.negated(),
        _ => unreachable!("{CHECKED}"),
    }
}

fn holds(relation: Relation, order: Ordering) -> bool {
    match relation {
        Relation::Equal => order == Ordering::Equal,
        Relation::Unequal => order != Ordering::Equal,
        Relation::Less => order == Ordering::Less,
        Relation::AtMost => order != Ordering::Greater,
        Relation::Greater => order == Ordering::Greater,
        Relation::AtLeast => order != Ordering::Less,
    }
}

/// The points of a side, as a domain of a quantified variable.
pub(super) fn points(context: &Prepared, side: Side) -> impl Iterator<Item = Value> + use<> {
    (0..context.points(side)).map(Value::Point)
}
