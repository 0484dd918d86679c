//! All instances that are tried on one context.

use super::aimed;
use super::coverage::Coverage;
use super::graphs::graphs;
use super::order::{Size, weight};
use super::plan::Step;
use super::random::Source;
use super::tables::representatives;
use super::tightness::Tightness;
use super::values::{matrices, matrix_count, rationals};
use crate::context::{A, X};
use crate::evaluate::{Evaluation, Halt, Instance, NoValue, Outcome, Prepared, Table, Value, outcome};
use crate::exact::matrix::Matrix;
use crate::exact::rational::{Rational, integer};
use crate::exact::real::Real;
use crate::exact::truth::{Exhausted, Truth};
use crate::statement::tree::{Clause, Connective, Domain, Extent, FoldKind, Kind as TermKind, Slot, Statement, Term};
use crate::statement::types::Side;
use num_bigint::BigInt;
use num_traits::Zero;
use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

/// What was seen on a context: counts, and the smallest instance of each kind.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// The counts; contexts are counted by the caller.
    pub coverage: Coverage,
    /// The smallest violation.
    pub violated: Option<(Size, Instance)>,
    /// The smallest instance that leaves a term undefined.
    pub undefined: Option<(Size, Instance, NoValue)>,
    /// The smallest instance that is not decided.
    pub undecided: Option<(Size, Instance, Exhausted)>,
    /// How near the sides of the claim came to each other, if that is asked.
    pub tightness: Tightness,
}

impl Tally {
    /// Both together.
    pub fn plus(self, other: Tally) -> Tally {
        Tally {
            coverage: self.coverage.plus(&other.coverage),
            violated: smaller(self.violated, other.violated, |v| &v.0),
            undefined: smaller(self.undefined, other.undefined, |v| &v.0),
            undecided: smaller(self.undecided, other.undecided, |v| &v.0),
            tightness: self.tightness.plus(other.tightness),
        }
    }
}

fn smaller<T>(a: Option<T>, b: Option<T>, size: impl Fn(&T) -> &Size) -> Option<T> {
    match (a, b) {
        (Some(a), Some(b)) => Some(if size(&b) < size(&a) { b } else { a }),
        (a, b) => a.or(b),
    }
}

/// No more instances than this many times the effort are tried on a context.
const SLACK: u64 = 8;

/// Tries instances on one context (`None` for a statement without one), about as many as the effort says.
///
/// Candidates of a variable are all tables of integers up to the largest height that the effort allows, those
/// aimed at the context, and random ones from a stream of the seed. Where the claim is true, the sides that are
/// `measured` are compared. `None` once it is asked to stop.
pub fn explore(
    statement: &Statement,
    steps: &[Step],
    context: Option<&Prepared>,
    effort: u64,
    random: Source,
    stop: &AtomicBool,
    measured: Option<(&Term, &Term)>,
) -> Option<Tally> {
    let count = |wanted: fn(&Domain) -> bool| {
        steps.iter().filter(|s| matches!(s, Step::Choose(_, domain) if wanted(domain))).count() as u32
    };
    let systems = count(|d| matches!(d, Domain::SingularSystems(..)));
    let ranges = count(|d| matches!(d, Domain::Range(..) | Domain::Points(..) | Domain::Samples(..)));
    // Ranges are walked whole; the smallest contexts have two or three points. So has what is bound inside terms.
    let deep = nesting(&statement.claim).saturating_sub(USUAL_NESTING);
    let laws = u32::from(has_law(statement));
    let effort = (effort / SYSTEM_COST.pow(systems) / LAW_COST.pow(laws) / 2u64.pow(ranges + deep)).max(1);
    let tables = count(|d| matches!(d, Domain::Tables(..)));
    let numbers = count(|d| matches!(d, Domain::Rationals | Domain::Integers));
    let numbers_each = integer_root(effort, tables + numbers).clamp(4, MOST_NUMBERS);
    let tables_each = integer_root(effort / numbers_each.pow(numbers).min(effort), tables).max(4);
    let mut explorer = Explorer {
        steps,
        context,
        evaluation: Evaluation::new(statement),
        candidates: HashMap::new(),
        tables_each,
        numbers_each,
        most: effort * SLACK,
        random,
        stop,
        measured,
        unknown: None,
        tally: Tally::default(),
    };
    explorer.descend(0);
    (!stop.load(Ordering::Relaxed)).then_some(explorer.tally)
}

/// An instance with singular functions costs about as much as so many others: there are several choices of them,
/// and their values are irrational.
const SYSTEM_COST: u64 = 8;

/// A claim about a law is evaluated on all outcomes of the samples.
const LAW_COST: u64 = 4;

/// Whether a statement has an expectation or a probability.
fn has_law(statement: &Statement) -> bool {
    fn in_term(term: &Term) -> bool {
        let law = |kind| matches!(kind, FoldKind::Expectation | FoldKind::Probability);
        matches!(&term.kind, TermKind::Fold(fold) if law(fold.kind)) || term.kind.children().into_iter().any(in_term)
    }
    let clause = |clause: &Clause| match clause {
        Clause::Let(_, term) | Clause::Assume(term) => in_term(term),
        Clause::For(..) => false,
    };
    in_term(&statement.claim) || statement.clauses.iter().any(clause)
}

/// Claims in which more variables than these are bound inside each other cost more than others.
const USUAL_NESTING: u32 = 2;

/// The largest number of variables that are bound inside each other in a term.
fn nesting(term: &Term) -> u32 {
    let own = match &term.kind {
        TermKind::Fold(fold) => fold.binders.len() as u32,
        _ => 0,
    };
    own + term.kind.children().into_iter().map(nesting).max().unwrap_or(0)
}

/// Every so many instances a debug build evaluates one from nothing, and compares.
const SAMPLED: u64 = 8;

/// Numbers are tried up to so many, however large the effort.
const MOST_NUMBERS: u64 = 40;

/// The largest r with `r^k <= n`; n itself for k = 0.
fn integer_root(n: u64, k: u32) -> u64 {
    match k {
        0 | 1 => n,
        _ => (1..).take_while(|r: &u64| r.checked_pow(k).is_some_and(|p| p <= n)).last().unwrap_or(1),
    }
}

/// What candidates are made for.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Kind {
    Numbers,
    Integers,
    Table(Option<(Side, Slot)>, usize, usize),
}

struct Explorer<'a> {
    steps: &'a [Step<'a>],
    context: Option<&'a Prepared>,
    evaluation: Evaluation<'a>,
    candidates: HashMap<Kind, Arc<Vec<Value>>>,
    tables_each: u64,
    numbers_each: u64,
    most: u64,
    random: Source,
    stop: &'a AtomicBool,
    /// The two sides of the claim, if they are compared.
    measured: Option<(&'a Term, &'a Term)>,
    /// A hypothesis on the way here that is not decided.
    unknown: Option<Exhausted>,
    tally: Tally,
}

impl Explorer<'_> {
    fn descend(&mut self, step: usize) {
        if self.tally.coverage.instances >= self.most {
            self.tally.coverage.cut_short = 1;
            return;
        }
        if self.stop.load(Ordering::Relaxed) {
            return;
        }
        match self.steps.get(step).copied() {
            None => self.conclude(),
            Some(Step::Define(slot, term)) => {
                self.evaluation.define(slot, term);
                self.descend(step + 1);
            }
            Some(Step::Choose(slot, domain)) => match self.candidates(domain) {
                Ok(values) => {
                    for value in values.iter() {
                        self.evaluation.bind(slot, value.clone());
                        self.descend(step + 1);
                    }
                }
                Err(halt) => self.drop_instance(Some(halt)),
            },
            Some(Step::Require(hypothesis)) => match self.evaluation.truth(hypothesis) {
                Ok(Truth::True) => self.descend(step + 1),
                Ok(Truth::False) => self.drop_instance(None),
                Err(nothing) => self.drop_instance(Some(Halt::Undefined(nothing))),
                Ok(Truth::Unknown(exhausted)) => {
                    let before = self.unknown.replace(exhausted);
                    self.descend(step + 1);
                    self.unknown = before;
                }
            },
        }
    }

    /// An instance that breaks a hypothesis.
    fn drop_instance(&mut self, halt: Option<Halt>) {
        self.tally.coverage.instances += 1;
        match halt {
            None => {}
            Some(Halt::Undefined(_)) => self.tally.coverage.hypothesis_undefined += 1,
            Some(Halt::Exhausted(exhausted)) => self.undecided(exhausted),
        }
    }

    /// Every variable has its value.
    fn conclude(&mut self) {
        self.tally.coverage.instances += 1;
        if let Some(exhausted) = self.unknown {
            return self.undecided(exhausted);
        }
        let (outcome, both_true) = self.judged();
        self.tally.coverage.both_true += u64::from(both_true);
        debug_assert!(
            !self.tally.coverage.instances.is_multiple_of(SAMPLED) || outcome == self.afresh(),
            "what is remembered of a statement is stale"
        );
        if let Outcome::Undecided(exhausted) = outcome {
            return self.undecided(exhausted);
        }
        self.tally.coverage.met += 1;
        let found = || {
            let instance = self.evaluation.instance();
            (Size::of(&instance), instance)
        };
        match outcome {
            Outcome::Violated => {
                self.tally.coverage.violated += 1;
                self.tally.violated = smaller(self.tally.violated.take(), Some(found()), |v| &v.0);
            }
            Outcome::Undefined(nothing) => {
                self.tally.coverage.undefined += 1;
                let (size, instance) = found();
                self.tally.undefined = smaller(self.tally.undefined.take(), Some((size, instance, nothing)), |v| &v.0);
            }
            Outcome::Holds => {
                if let Some(sides) = self.measured {
                    self.tally.tightness.add(sides, &mut self.evaluation);
                }
            }
            Outcome::OutOfScope { .. } | Outcome::Undecided(_) => {}
        }
    }

    /// The outcome of the instance at hand, and whether both sides of a claim `a iff b` are true.
    fn judged(&mut self) -> (Outcome, bool) {
        if let TermKind::Connective(Connective::Iff, a, b) = &self.evaluation.statement().claim.kind {
            let sides = (self.evaluation.truth(a), self.evaluation.truth(b));
            let decided = |truth: &Result<Truth, NoValue>| matches!(truth, Ok(Truth::True | Truth::False));
            if decided(&sides.0) && decided(&sides.1) {
                let outcome = if sides.0 == sides.1 { Outcome::Holds } else { Outcome::Violated };
                return (outcome, sides == (Ok(Truth::True), Ok(Truth::True)));
            }
        }
        (self.evaluation.claim(), false)
    }

    /// The outcome of the instance at hand, with nothing remembered of others.
    fn afresh(&self) -> Outcome {
        outcome(self.evaluation.statement(), &self.evaluation.instance())
    }

    fn undecided(&mut self, exhausted: Exhausted) {
        self.tally.coverage.undecided += 1;
        let instance = self.evaluation.instance();
        let found = (Size::of(&instance), instance, exhausted);
        self.tally.undecided = smaller(self.tally.undecided.take(), Some(found), |v| &v.0);
    }

    /// The values that are tried for a variable.
    fn candidates(&mut self, domain: &Domain) -> Result<Arc<Vec<Value>>, Halt> {
        if let Some(values) = self.evaluation.range_of(domain)? {
            return Ok(Arc::new(values));
        }
        let kind = match domain {
            Domain::Contexts => return Ok(self.contexts()),
            Domain::Graphs => return Ok(self.graphs()),
            Domain::Integers => Kind::Integers,
            Domain::Rationals => Kind::Numbers,
            Domain::Tables(rows, columns) => {
                let side = match rows {
                    Extent::Points(side, slot) => Some((*side, *slot)),
                    Extent::Count(_) => None,
                };
                let (Some(rows), Some(columns)) = (self.evaluation.size(rows)?, self.evaluation.size(columns)?) else {
                    return Ok(Arc::new(Vec::new())); // there are no tables of a negative size
                };
                Kind::Table(side, rows, columns)
            }
            Domain::Range(..)
            | Domain::Points(..)
            | Domain::SingularSystems(..)
            | Domain::Samples(..)
            | Domain::Cube(..) => {
                unreachable!("its values were listed above")
            }
        };
        if let Some(values) = self.candidates.get(&kind) {
            return Ok(values.clone());
        }
        let values = Arc::new(match &kind {
            Kind::Integers => self.integers(),
            Kind::Numbers => self.numbers(),
            Kind::Table(side, rows, columns) => self.tables(*side, *rows, *columns),
        });
        self.candidates.insert(kind, values.clone());
        Ok(values)
    }

    /// The context that is searched for the first variable that is one; small ones for those after it.
    fn contexts(&mut self) -> Arc<Vec<Value>> {
        static SMALL: OnceLock<Arc<Vec<Value>>> = OnceLock::new();
        let first = self.evaluation.instance().values().all(|(_, value)| !matches!(value, Value::Context(_)));
        match self.context {
            Some(context) if first => Arc::new(vec![Value::Context(context.clone())]),
            _ => SMALL.get_or_init(|| Arc::new(small_contexts())).clone(),
        }
    }

    /// The graphs that the context is, up to the names of the vertices; small ones for variables after the first.
    fn graphs(&mut self) -> Arc<Vec<Value>> {
        let contexts = self.contexts();
        let of = |value: &Value| match value {
            Value::Context(context) => graphs(context.context()),
            _ => unreachable!("contexts are contexts"),
        };
        Arc::new(contexts.iter().flat_map(of).map(|graph| Value::Context(Prepared::new(graph))).collect())
    }

    fn integers(&mut self) -> Vec<Value> {
        (0..self.numbers_each as i64)
            .map(|k| Real::from(integer(if k % 2 == 0 { k / 2 } else { -(k + 1) / 2 })).into())
            .collect()
    }

    fn numbers(&mut self) -> Vec<Value> {
        let most = self.numbers_each as usize;
        let mut numbers: Vec<Rational> =
            (1..).map(rationals).take_while(|r| r.len() <= most * 2 / 3).last().unwrap_or_default();
        if let Some(Value::Context(prepared)) = self.first_context() {
            numbers.extend(aimed::rationals(prepared.context(), prepared.spectrum()));
        }
        let mut seen = HashSet::new();
        numbers.retain(|n| seen.insert(n.clone()));
        numbers.truncate(most);
        while numbers.len() < most {
            numbers.push(self.random.rational());
        }
        numbers.sort_by_key(weight);
        numbers.into_iter().map(|n| Real::from(n).into()).collect()
    }

    fn first_context(&self) -> Option<Value> {
        let instance = self.evaluation.instance();
        instance.values().map(|(_, v)| v.clone()).find(|v| matches!(v, Value::Context(_)))
    }

    fn tables(&mut self, side: Option<(Side, Slot)>, rows: usize, columns: usize) -> Vec<Value> {
        let most = self.tables_each;
        let fits = |height: &u32| matrix_count(rows, columns, *height).is_some_and(|n| n <= most * 3 / 4 + 1);
        let complete = if rows * columns == 0 { 0 } else { (0..).take_while(fits).last().unwrap_or(0) };
        let mut tables: Vec<Matrix> = (0..=complete).flat_map(|height| matrices(rows, columns, height)).collect();
        let before = &mut self.tally.coverage.complete_to;
        if rows * columns > 0 {
            *before = Some(before.map_or(complete, |b| b.min(complete)));
        }
        let context = side.and_then(|(side, slot)| match self.evaluation.bound(slot) {
            Some(Value::Context(context)) => Some((side, context.clone())),
            _ => None,
        });
        let small = |matrix: &Matrix| is_integral(matrix) && largest(matrix) <= BigInt::from(complete);
        if let Some((side, prepared)) = &context {
            tables.extend(aimed_tables(*side, prepared, columns).into_iter().filter(|t| !small(t)));
        } else if rows == columns && complete == 0 {
            tables.push(Matrix::identity(rows));
        }
        tables.truncate(most.max(1) as usize);
        let cells = rows * columns;
        while cells > 0 && (tables.len() as u64) < most {
            tables.push(match &context {
                Some((side, prepared)) => random_table(&mut self.random, *side, prepared, columns),
                None => self.random.matrix(rows, columns),
            });
        }
        tables.sort_by_key(table_weight);
        tables.into_iter().map(|t| Table::from(t).into()).collect()
    }
}

/// Functions and encoders made for a context.
fn aimed_tables(side: Side, prepared: &Prepared, columns: usize) -> Vec<Matrix> {
    // On A they are those on X of the context with X and A exchanged.
    let prepared = if side == Side::X { prepared.clone() } else { prepared.transposed() };
    let (context, spectrum) = (prepared.context(), prepared.spectrum());
    match columns {
        1 => {
            let functions = aimed::functions::<X>(context, spectrum).into_iter().map(|f| f.as_column());
            let encoders = aimed::encoders::<X>(context, spectrum, 1).into_iter().map(|e| e.matrix().clone());
            interleaved(functions.collect(), encoders.collect())
        }
        _ => aimed::encoders::<X>(context, spectrum, columns).into_iter().map(|e| e.matrix().clone()).collect(),
    }
}

/// By turns, without repetitions.
fn interleaved(a: Vec<Matrix>, b: Vec<Matrix>) -> Vec<Matrix> {
    let longest = a.len().max(b.len());
    let mut all: Vec<Matrix> = Vec::new();
    for matrix in (0..longest).flat_map(|k| [a.get(k), b.get(k)]).flatten() {
        if !all.iter().any(|seen| seen.minus(matrix).entries().iter().all(Zero::is_zero)) {
            all.push(matrix.clone());
        }
    }
    all
}

fn random_table(random: &mut Source, side: Side, prepared: &Prepared, columns: usize) -> Matrix {
    let context = prepared.context();
    match (side, columns) {
        (Side::X, 1) => random.function::<X>(context).as_column(),
        (Side::A, 1) => random.function::<A>(context).as_column(),
        (Side::X, d) => random.encoder::<X>(context, d).matrix().clone(),
        (Side::A, d) => random.encoder::<A>(context, d).matrix().clone(),
    }
}

fn is_integral(matrix: &Matrix) -> bool {
    matrix.entries().iter().all(|e| (e % matrix.denominator()).is_zero())
}

/// The largest absolute value, rounded up.
fn largest(matrix: &Matrix) -> BigInt {
    let largest = matrix.entries().iter().map(|e| e.magnitude()).max().cloned().unwrap_or_default();
    (BigInt::from(largest) + matrix.denominator() - 1) / matrix.denominator()
}

fn table_weight(matrix: &Matrix) -> BigInt {
    (0..matrix.rows() * matrix.columns()).map(|k| weight(&matrix.get(k / matrix.columns(), k % matrix.columns()))).sum()
}

/// Contexts of at most four cells and a total of at most four.
fn small_contexts() -> Vec<Value> {
    let shapes = [(1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2)];
    let of = |(n, m): (usize, usize)| (1..=4).flat_map(move |total| representatives(n, m, total));
    shapes.into_iter().flat_map(of).map(|r| Value::Context(Prepared::new(r.context().normalised()))).collect()
}
