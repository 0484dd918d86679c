//! A search: batch after batch, from small to large, until a refutation is found or the scope is done. It can
//! stop after any batch and go on later.

use super::coverage::Coverage;
use super::explore::{Tally, explore};
use super::minimise::{smaller_context, smaller_values};
use super::order::Size;
use super::plan::{Step, plan};
use super::random::Source;
use super::scope::Scope;
use super::tables::{Representative, representatives};
use super::tightness::{Tightness, sides};
use crate::context::Context;
use crate::error::Error;
use crate::evaluate::{Instance, Outcome, Prepared, Value, outcome};
use crate::statement::tree::{Clause, Domain, Statement, Term};
use rayon::prelude::*;
use serde_json::{Value as Json, json};
use std::sync::atomic::{AtomicBool, Ordering};

/// Contexts that are searched at once, between two looks at whether to stop.
const BATCH: usize = 128;

/// Where the contexts of a search come from.
#[derive(Clone, Debug)]
pub enum Universe {
    /// All small ones, then random ones.
    All(Scope),
    /// One, with an effort and a seed for its instances.
    One(Box<Context>, u64, u64),
}

impl Universe {
    /// Everything that decides what is tried, in a line.
    pub fn describe(&self) -> String {
        match self {
            Universe::All(s) => format!(
                "{s}, {} instances a context, {} random contexts with {}, seed {}",
                s.effort, s.random, s.random_effort, s.seed
            ),
            Universe::One(context, effort, seed) => {
                format!("the context {}, {effort} instances, seed {seed}", Prepared::new((**context).clone()).written())
            }
        }
    }
}

/// A search under way.
pub struct Search<'a> {
    statement: &'a Statement,
    steps: Vec<Step<'a>>,
    /// The two sides of the claim, if they are compared.
    measured: Option<(&'a Term, &'a Term)>,
    universe: Universe,
    progress: Progress,
    tally: Tally,
    /// The contexts of the current group.
    group: Vec<Representative>,
}

/// How far a search has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Progress {
    /// In a group, that many of its contexts are done.
    Group(usize, usize),
    /// That many random contexts are done.
    Random(u64),
    Done,
}

/// Instances that a search found, each as small as it could be made.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// A violation.
    pub violated: Option<Found>,
    /// An instance that leaves a term undefined.
    pub undefined: Option<Found>,
    /// An instance that is not decided.
    pub undecided: Option<Found>,
    /// What was seen.
    pub coverage: Coverage,
    /// Whether the search reached its end.
    pub complete: bool,
}

/// One instance, and how small it is.
#[derive(Clone, Debug)]
pub struct Found {
    /// The instance.
    pub instance: Instance,
    /// What the statement says of it.
    pub outcome: Outcome,
    /// How well it is known to be the smallest.
    pub minimality: Minimality,
}

/// How well an instance is known to be the smallest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Minimality {
    /// Every context of the scope that is smaller was enumerated, and none of the instances that were tried on
    /// it does the same.
    Enumerated,
    /// Only local steps to smaller instances were tried.
    Local,
}

impl<'a> Search<'a> {
    /// A search that has not begun.
    pub fn new(statement: &'a Statement, universe: Universe) -> Search<'a> {
        let mut search = Search {
            statement,
            steps: plan(statement),
            measured: None,
            universe,
            progress: Progress::Group(0, 0),
            tally: Tally::default(),
            group: Vec::new(),
        };
        search.load_group();
        search
    }

    /// The same, and the two sides of the claim are compared wherever it is true: see [`Tightness`]. `None` unless the
    /// claim is one inequality. A search that is saved does not keep this.
    pub fn measuring(statement: &'a Statement, universe: Universe) -> Option<Search<'a>> {
        Some(Search { measured: Some(sides(statement)?), ..Search::new(statement, universe) })
    }

    /// How near the sides came to each other so far; empty unless they are compared.
    pub fn tightness(&self) -> &Tightness {
        &self.tally.tightness
    }

    fn load_group(&mut self) {
        self.group = match (&self.universe, self.progress) {
            (Universe::All(scope), Progress::Group(group, _)) => match scope.groups().get(group) {
                Some(group) => group.shapes.iter().flat_map(|&(n, m)| representatives(n, m, group.total)).collect(),
                None => vec![],
            },
            _ => vec![],
        };
    }

    /// Whether the search has reached its end.
    pub fn is_done(&self) -> bool {
        self.progress == Progress::Done
    }

    /// What was seen so far.
    pub fn coverage(&self) -> &Coverage {
        &self.tally.coverage
    }

    /// Searches one batch of contexts more. Of a batch that is asked to stop on its way nothing is kept.
    pub fn advance(&mut self, stop: &AtomicBool) {
        let went_on = match (self.universe.clone(), self.progress) {
            (_, Progress::Done) => Some(()),
            (Universe::One(context, effort, seed), _) => self.one(Some(&Prepared::new(*context)), effort, seed, stop),
            (Universe::All(scope), _) if !self.has_context() => self.one(None, scope.effort, scope.seed, stop),
            (Universe::All(scope), Progress::Group(group, done)) => self.enumerated(&scope, group, done, stop),
            (Universe::All(scope), Progress::Random(done)) => self.random(&scope, done, stop),
        };
        debug_assert!(went_on.is_some() || stop.load(Ordering::Relaxed), "only a stop keeps a search from going on");
    }

    /// The only context there is, or a statement that has none.
    fn one(&mut self, context: Option<&Prepared>, effort: u64, seed: u64, stop: &AtomicBool) -> Option<()> {
        let tally = explore(self.statement, &self.steps, context, effort, Source::new(seed, 0), stop, self.measured)?;
        self.take([tally]);
        let contexts = u64::from(context.is_some());
        (self.tally.coverage.contexts, self.tally.coverage.labelled) = (contexts, contexts);
        self.progress = Progress::Done;
        Some(())
    }

    fn has_context(&self) -> bool {
        self.statement.clauses.iter().any(|c| matches!(c, Clause::For(_, Domain::Contexts | Domain::Graphs)))
    }

    fn take(&mut self, tallies: impl IntoIterator<Item = Tally>) {
        self.tally = tallies.into_iter().fold(std::mem::take(&mut self.tally), Tally::plus);
    }

    fn enumerated(&mut self, scope: &Scope, group: usize, done: usize, stop: &AtomicBool) -> Option<()> {
        let batch = self.group[done..self.group.len().min(done + BATCH)].to_vec();
        let seen = self.tally.coverage.contexts;
        let (statement, steps, measured) = (self.statement, &self.steps, self.measured);
        let tallies: Option<Vec<Tally>> = batch
            .par_iter()
            .enumerate()
            .map(|(k, representative)| {
                let prepared = Prepared::new(representative.context().normalised());
                let source = Source::new(scope.seed, (1 << 32) + seen + k as u64);
                explore(statement, steps, Some(&prepared), scope.effort, source, stop, measured)
            })
            .collect();
        let (contexts, labelled) = (batch.len() as u64, batch.iter().map(|r| r.orbit).sum::<u64>());
        let whole = done + batch.len() == self.group.len();
        self.take(tallies?);
        self.tally.coverage.contexts += contexts;
        self.tally.coverage.labelled += labelled;
        // A group holds contexts of one number of cells and one total: its smallest violation is the smallest.
        self.progress = match (whole, self.tally.violated.is_some()) {
            (true, true) => Progress::Done,
            (false, _) => Progress::Group(group, done + contexts as usize),
            (true, false) if group + 1 < scope.groups().len() => Progress::Group(group + 1, 0),
            (true, false) if scope.random > 0 => Progress::Random(0),
            (true, false) => Progress::Done,
        };
        if whole {
            self.load_group();
        }
        Some(())
    }

    fn random(&mut self, scope: &Scope, done: u64, stop: &AtomicBool) -> Option<()> {
        let until = scope.random.min(done + BATCH as u64);
        let (statement, steps, measured) = (self.statement, &self.steps, self.measured);
        let tallies: Option<Vec<Tally>> = (done..until)
            .into_par_iter()
            .map(|k| {
                let mut source = Source::new(scope.seed, k);
                let (_, context) = source.context();
                // What these contexts were tried with says nothing of the enumerated ones.
                let prepared = Prepared::new(context.normalised());
                let mut tally =
                    explore(statement, steps, Some(&prepared), scope.random_effort, source, stop, measured)?;
                tally.coverage.complete_to = None;
                Some(tally)
            })
            .collect();
        self.take(tallies?);
        self.tally.coverage.random_contexts += until - done;
        let finished = until == scope.random || self.tally.violated.is_some();
        self.progress = if finished { Progress::Done } else { Progress::Random(until) };
        Some(())
    }

    /// What was found, each instance made as small as can be by local steps.
    pub fn findings(&self) -> Findings {
        let effort = match &self.universe {
            Universe::All(scope) => scope.effort,
            Universe::One(_, effort, _) => *effort,
        };
        let small = |instance: &Instance, kind: Outcome| {
            let enumerated = self.is_enumerated(instance);
            let mut best = instance.clone();
            if !enumerated && matches!(self.universe, Universe::All(_)) {
                best = smaller_context(self.statement, &self.steps, best, &kind, effort);
            }
            let best = smaller_values(self.statement, best, &kind);
            let minimality = if enumerated { Minimality::Enumerated } else { Minimality::Local };
            Found { outcome: outcome(self.statement, &best), instance: best, minimality }
        };
        Findings {
            violated: self.tally.violated.as_ref().map(|(_, i)| small(i, Outcome::Violated)),
            undefined: self
                .tally
                .undefined
                .as_ref()
                .map(|(_, i, nothing)| small(i, Outcome::Undefined(nothing.clone()))),
            undecided: self.tally.undecided.as_ref().map(|(_, i, exhausted)| Found {
                instance: i.clone(),
                outcome: Outcome::Undecided(*exhausted),
                minimality: Minimality::Local,
            }),
            coverage: self.tally.coverage.clone(),
            complete: self.is_done(),
        }
    }

    /// Whether the instance's context is one of those that are enumerated: then so were all smaller ones of the
    /// scope.
    fn is_enumerated(&self, instance: &Instance) -> bool {
        let Universe::All(scope) = &self.universe else { return false };
        let mut contexts = instance.values().filter_map(|(_, value)| match value {
            Value::Context(context) => Some(context.context()),
            _ => None,
        });
        let (Some(context), None) = (contexts.next(), contexts.next()) else { return false };
        context.n() <= scope.rows && context.m() <= scope.columns && *context.total() <= scope.total.into()
    }

    /// All that is needed to go on later.
    pub fn save(&self) -> Json {
        let progress = match self.progress {
            Progress::Group(group, done) => json!({ "group": group, "contexts": done }),
            Progress::Random(done) => json!({ "random": done }),
            Progress::Done => json!("done"),
        };
        let instance = |i: Option<&Instance>| i.map(|i| i.to_json(self.statement));
        json!({
            "statement": self.statement.text,
            "progress": progress,
            "coverage": self.tally.coverage,
            "violated": instance(self.tally.violated.as_ref().map(|v| &v.1)),
            "undefined": instance(self.tally.undefined.as_ref().map(|v| &v.1)),
            "undecided": instance(self.tally.undecided.as_ref().map(|v| &v.1)),
        })
    }

    /// A search that goes on where [`Search::save`] left it. What it found is evaluated again. Errs if the
    /// statement has changed since, and on a document of another form.
    pub fn resume(statement: &'a Statement, universe: Universe, saved: &Json) -> Result<Search<'a>, Error> {
        let malformed = |what: &str| Error::new(format!("expected the saved {what} of a search"));
        if saved.get("statement").and_then(Json::as_str) != Some(&statement.text) {
            return Err(Error::new(format!("the statement {} has changed since the search was saved", statement.id)));
        }
        let mut search = Search::new(statement, universe);
        let coverage = saved.get("coverage").ok_or_else(|| malformed("coverage"))?;
        search.tally.coverage = serde_json::from_value(coverage.clone()).map_err(|_| malformed("coverage"))?;
        search.progress = match saved.get("progress") {
            Some(Json::String(done)) if done == "done" => Progress::Done,
            Some(progress) => {
                let number = |name: &str| progress.get(name).and_then(Json::as_u64);
                match (number("group"), number("contexts"), number("random")) {
                    (Some(group), Some(done), None) => Progress::Group(group as usize, done as usize),
                    (None, None, Some(done)) => Progress::Random(done),
                    _ => return Err(malformed("progress")),
                }
            }
            None => return Err(malformed("progress")),
        };
        search.load_group();
        if let Progress::Group(_, done) = search.progress
            && done > search.group.len()
        {
            return Err(malformed("progress"));
        }
        for kind in ["violated", "undefined", "undecided"] {
            let Some(json) = saved.get(kind).filter(|j| !j.is_null()) else { continue };
            let instance = Instance::from_json(statement, json)?;
            let size = Size::of(&instance);
            match (kind, outcome(statement, &instance)) {
                ("violated", Outcome::Violated) => search.tally.violated = Some((size, instance)),
                ("undefined", Outcome::Undefined(nothing)) => search.tally.undefined = Some((size, instance, nothing)),
                ("undecided", Outcome::Undecided(e)) => search.tally.undecided = Some((size, instance, e)),
                _ => return Err(Error::new(format!("the saved instance is not {kind}"))),
            }
        }
        Ok(search)
    }
}
