//! The walk over a statement's tree.

use super::arithmetic::root;
use super::context::Context;
use super::facts::Facts;
use super::instance::oriented;
use super::interval::Interval;
use super::limit::{Limit, Spent};
use super::value::{Note, Stop, Table, Value, all, both};
use crate::exact::matrix::Matrix;
use crate::exact::rational::{Rational, decimal_above, decimal_below, fraction};
use crate::statement::tree::{
    Arithmetic, Connective, FiniteRange, Fold, FoldKind, Kind, Relation, Slot, Span, Statement, Term,
};
use crate::statement::types::{ContextTerm, Side, Space, Type};
use num_bigint::BigInt;
use num_traits::{One, ToPrimitive};
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
    /// The last truth that was not decided.
    pub undecided: Option<Note>,
}

impl<'a> Walk<'a> {
    /// No variable has a value yet.
    pub fn new(statement: &'a Statement, limit: &'a Limit) -> Walk<'a> {
        Walk {
            statement,
            values: vec![None; statement.variables.len()],
            facts: Facts::default(),
            limit,
            undecided: None,
        }
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
        self.within(self.limit.spend(operations, bits), span)
    }

    /// What the limit of work allows at a place.
    pub fn within<T>(&self, found: Result<T, Spent>, span: &Span) -> Result<T, Stop> {
        found.or_else(|_| Stop::not_shown(span, "the checker's limit of work is reached"))
    }

    /// The value of a term.
    pub fn value(&mut self, term: &Term) -> Result<Value, Stop> {
        self.spend(8, 1, &term.span)?;
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
                let (a, b) = both(self.value(a), self.value(b))?;
                self.apply(*operation, &a, &b, &term.span)
            }
            Kind::Power(base, exponent) => {
                let (base, exponent) = both(self.value(base), self.integer(exponent))?;
                self.power(&base, &exponent, &term.span)
            }
            Kind::Entry(table, indices) => self.entry(table, indices, &term.span),
            Kind::Comparison(terms, relations) => self.comparison(terms, relations, &term.span),
            Kind::Not(a) => Ok(Value::Truth(self.truth(a)?.map(|truth| !truth))),
            Kind::Connective(connective, a, b) => self.connective(*connective, a, b).map(Value::Truth),
            Kind::Defined(a) => match self.value(a) {
                Ok(_) => Ok(Value::Truth(Some(true))),
                Err(Stop::Undefined(_)) => Ok(Value::Truth(Some(false))),
                Err(not_shown) => Err(not_shown),
            },
            Kind::Fold(fold) => self.fold(fold, term),
            Kind::Extreme(kind, terms) => {
                let numbers = all(terms.iter().map(|t| self.number(t)))?;
                extreme(*kind, numbers, &term.span)
            }
        }
    }

    /// Whether a term of type truth is true; `None` if it has a value that is not decided.
    pub fn truth(&mut self, term: &Term) -> Result<Option<bool>, Stop> {
        match self.value(term)? {
            Value::Truth(truth) => Ok(truth),
            _ => unreachable!("{CHECKED}"),
        }
    }

    /// A truth that has a value which is not shown, and why.
    pub fn undecided(&mut self, span: &Span, reason: impl Into<String>) -> Value {
        self.undecided = Some(Note { span: span.clone(), reason: reason.into() });
        Value::Truth(None)
    }

    /// All terms are evaluated; one pair that is false makes the chain false.
    fn comparison(&mut self, terms: &[Term], relations: &[Relation], span: &Span) -> Result<Value, Stop> {
        let values = all(terms.iter().map(|t| self.value(t)))?;
        let pairs = values.iter().zip(&values[1..]).zip(relations);
        match conjunction(pairs.map(|((a, b), relation)| compare(a, b, *relation))) {
            Some(truth) => Ok(Value::Truth(Some(truth))),
            None => {
                let numbers = values.iter().filter_map(|value| match value {
                    Value::Number(number) => Some(approximately(number)),
                    _ => None,
                });
                let sides = numbers.collect::<Vec<_>>().join(" and ");
                Ok(self.undecided(span, format!("the bounds do not decide it: {sides}")))
            }
        }
    }

    /// From left to right: what the left side settles, the right side is not asked. Where the left side is not
    /// decided, a right side without a value leaves the whole not shown, since it might not have been asked.
    fn connective(&mut self, connective: Connective, a: &Term, b: &Term) -> Result<Option<bool>, Stop> {
        // Each is an `or`, or the contrary of one: `a implies b` of `not a`, `a and b` of `not a` and `not b`.
        let (left_settles, right_settles) = match connective {
            Connective::And => (false, false),
            Connective::Or => (true, true),
            Connective::Implies => (false, true),
            Connective::Iff => {
                let (left, right) = both(self.truth(a), self.truth(b))?;
                return Ok(left.zip(right).map(|(left, right)| left == right));
            }
        };
        let left = self.truth(a)?;
        if left == Some(left_settles) {
            return Ok(Some(right_settles));
        }
        let right = self.truth(b).map_err(|stop| if left.is_none() { doubtful(stop) } else { stop })?;
        Ok(if right == Some(right_settles) { right } else { left.and(right) })
    }

    fn fold(&mut self, fold: &Fold, term: &Term) -> Result<Value, Stop> {
        if let FoldKind::Expectation | FoldKind::Probability = fold.kind {
            return self.over_samples(fold, &term.span);
        }
        if let FoldKind::All | FoldKind::Any = fold.kind {
            // A long `and` or a long `or`: the first body that settles it ends the walk.
            let settles = fold.kind == FoldKind::Any;
            let mut whole = Some(!settles);
            self.each(fold, 0, &mut |walk| {
                let body =
                    walk.truth(&fold.body).map_err(|stop| if whole.is_none() { doubtful(stop) } else { stop })?;
                whole = if body == Some(settles) { body } else { whole.and(body) };
                Ok(whole != Some(settles))
            })?;
            return Ok(Value::Truth(whole));
        }
        let mut bodies = Vec::new();
        self.each(fold, 0, &mut |walk| {
            bodies.push(walk.value(&fold.body));
            Ok(!matches!(bodies.last(), Some(Err(Stop::Undefined(_)))))
        })?;
        let values = all(bodies)?;
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
                && !self.decided(filter)?
            {
                return Ok(true);
            }
            return visit(self);
        };
        let values: Vec<Value> = match range {
            FiniteRange::Integers(from, to) => {
                let (first, last) = both(self.integer(from), self.integer(to))?;
                let length = (&last - &first + 1u8).max(BigInt::ZERO).to_u64().filter(|n| *n <= LONGEST_RANGE);
                let Some(length) = length else {
                    return Stop::not_shown(&from.span, "ranges are walked up to a length of 65536");
                };
                (0..length).map(|k| Value::Number(Interval::integer(&first + k))).collect()
            }
            FiniteRange::Samples(context, draws) => {
                let outcomes = self.outcomes(context, draws)?;
                outcomes.into_iter().map(|(sample, _)| Value::Sample(sample)).collect()
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
        let (table, indices) = both(self.table(table), all(indices.iter().map(|index| self.value(index))))?;
        let mut place = [0, 0];
        for (k, index) in indices.into_iter().enumerate() {
            let size = if k == 0 { table.rows } else { table.columns };
            place[k] = match index {
                Value::Point(point) => point,
                Value::Number(number) => {
                    let Some(index) = number.point() else { return Stop::not_shown(span, "an index has to be known") };
                    let index = (index - Rational::one()).to_usize().filter(|i| *i < size && index.is_integer());
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

    /// A truth that has to be known.
    fn decided(&mut self, term: &Term) -> Result<bool, Stop> {
        match self.truth(term)? {
            Some(truth) => Ok(truth),
            None => Stop::not_shown(&term.span, "it has to be decided"),
        }
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
        self.spend(table.entries.len(), table.bits(), &term.span)?;
        match table.points() {
            Some(matrix) => Ok(matrix),
            None => Stop::not_shown(&term.span, "rational entries are needed here"),
        }
    }

    /// A term's value as a rational matrix on which elimination is done.
    pub fn eliminable(&mut self, term: &Term) -> Result<Matrix, Stop> {
        let matrix = self.matrix(term)?;
        self.within(self.limit.eliminate(&matrix), &term.span)?;
        Ok(matrix)
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
        ContextTerm::Variable(name) | ContextTerm::Graph(name) => name,
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

/// What is undefined where it might not have been asked for is not shown.
fn doubtful(stop: Stop) -> Stop {
    match stop {
        Stop::Undefined(note) => {
            Stop::NotShown(Note { reason: format!("it may be asked for, and is undefined: {}", note.reason), ..note })
        }
        not_shown => not_shown,
    }
}

/// False if one is false, true if all are true; `None` if that is not shown.
pub(super) fn conjunction(truths: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut all = Some(true);
    for truth in truths {
        match truth {
            Some(false) => return Some(false),
            other => all = all.and(other),
        }
    }
    all
}

/// Whether two values stand in a relation, if that is shown.
fn compare(a: &Value, b: &Value, relation: Relation) -> Option<bool> {
    let equal = match (a, b) {
        (Value::Number(a), Value::Number(b)) => return a.compare(b, relation),
        (Value::Table(a), Value::Table(b)) => {
            let same_shape = (a.rows, a.columns) == (b.rows, b.columns);
            let entries = a.entries.iter().zip(&b.entries).map(|(a, b)| a.compare(b, Relation::Equal));
            if same_shape { conjunction(entries)? } else { false }
        }
        (Value::Point(a), Value::Point(b)) => a == b,
        (Value::Truth(a), Value::Truth(b)) => (*a)? == (*b)?,
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
