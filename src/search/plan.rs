//! In which order a statement's variables are chosen and its hypotheses are asked.

use crate::statement::tree::{Clause, Domain, Slot, Statement, Term};

/// One step on the way to an instance.
#[derive(Clone, Copy, Debug)]
pub enum Step<'a> {
    /// A value for a variable.
    Choose(Slot, &'a Domain),
    /// A name for a term.
    Define(Slot, &'a Term),
    /// A hypothesis.
    Require(&'a Term),
}

/// The steps of a statement: variables in its order, and every hypothesis as soon as it can be asked, so that
/// what breaks it is dropped before more variables are chosen. An instance meets the hypotheses in one order
/// if and only if it does in any other.
pub fn plan(statement: &Statement) -> Vec<Step<'_>> {
    let mut plan =
        Plan { statement, steps: Vec::new(), known: vec![true; statement.variables.len()], asked: Vec::new() };
    for clause in &statement.clauses {
        // What a term binds itself is known wherever it is used.
        if let Clause::For(slot, _) | Clause::Let(slot, _) = clause {
            plan.known[*slot] = false;
        }
    }
    plan.ask();
    for clause in &statement.clauses {
        if let Clause::For(slot, domain) = clause {
            // A domain may mention a name.
            plan.define_before(domain);
            plan.steps.push(Step::Choose(*slot, domain));
            plan.known[*slot] = true;
            plan.ask();
        }
    }
    let left: Vec<(Slot, &Term)> = plan.definitions().filter(|(slot, _)| !plan.known[*slot]).collect();
    plan.steps.extend(left.into_iter().map(|(slot, term)| Step::Define(slot, term)));
    plan.steps
}

struct Plan<'a> {
    statement: &'a Statement,
    steps: Vec<Step<'a>>,
    /// Variables and names that have a value by now.
    known: Vec<bool>,
    /// Places of the hypotheses that were asked.
    asked: Vec<usize>,
}

impl<'a> Plan<'a> {
    fn definitions(&self) -> impl Iterator<Item = (Slot, &'a Term)> + use<'a> {
        self.statement.clauses.iter().filter_map(|clause| match clause {
            Clause::Let(slot, term) => Some((*slot, term)),
            _ => None,
        })
    }

    /// Asks every hypothesis that can be asked by now.
    fn ask(&mut self) {
        for (place, clause) in self.statement.clauses.iter().enumerate() {
            if let Clause::Assume(hypothesis) = clause
                && !self.asked.contains(&place)
                && self.ready(hypothesis)
            {
                self.define(hypothesis);
                self.steps.push(Step::Require(hypothesis));
                self.asked.push(place);
            }
        }
    }

    /// Whether everything that a term mentions has a value, or is a name for a term of this kind.
    fn ready(&self, term: &Term) -> bool {
        term.slots()
            .into_iter()
            .all(|slot| self.known[slot] || self.definitions().any(|(name, of)| name == slot && self.ready(of)))
    }

    /// Defines the names that a term mentions.
    fn define(&mut self, term: &'a Term) {
        for slot in term.slots() {
            let definition = self.definitions().find(|(name, _)| *name == slot && !self.known[slot]);
            if let Some((name, of)) = definition {
                self.define(of);
                self.steps.push(Step::Define(name, of));
                self.known[name] = true;
            }
        }
    }

    fn define_before(&mut self, domain: &'a Domain) {
        use crate::statement::tree::Extent;
        match domain {
            Domain::Range(from, to) | Domain::Cube(_, from, to) => [from, to].into_iter().for_each(|t| self.define(t)),
            Domain::Samples(_, _, draws) => self.define(draws),
            Domain::Tables(rows, columns) => [rows, columns].into_iter().for_each(|extent| {
                if let Extent::Count(term) = extent {
                    self.define(term);
                }
            }),
            _ => {}
        }
    }
}
