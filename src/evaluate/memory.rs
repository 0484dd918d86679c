//! Values of terms that outlive a change of the innermost variable.
//!
//! A search changes the innermost variable most often: a thousand functions on one context. What does not
//! depend on it, such as `s(P, 1)^2`, or a whole conjunct about the context, is computed once until something that it
//! depends on changes.

use super::value::{Halt, Value};
use crate::statement::tree::{Clause, FiniteRange, Fold, Kind, Slot, Statement, Term};
use std::collections::HashMap;

/// The remembered terms of a statement.
pub(super) struct Memory {
    places: HashMap<*const Term, Place>,
    /// When each variable was given its value.
    changed: Vec<u64>,
    clock: u64,
}

struct Place {
    /// The quantified variables that the value depends on.
    depends: Vec<Slot>,
    value: Option<(u64, Result<Value, Halt>)>,
}

impl Memory {
    /// Nothing is remembered yet.
    pub fn new(statement: &Statement) -> Memory {
        let mut survey = Survey { names: HashMap::new(), innermost: None, places: HashMap::new() };
        for clause in &statement.clauses {
            if let Clause::For(slot, _) = clause {
                survey.names.insert(*slot, vec![*slot]);
                survey.innermost = Some(*slot);
            }
        }
        for clause in &statement.clauses {
            match clause {
                Clause::Let(slot, term) => {
                    let depends = survey.visit(term);
                    survey.names.insert(*slot, depends.unwrap_or_default());
                }
                Clause::Assume(term) => drop(survey.visit(term)),
                Clause::For(..) => {}
            }
        }
        survey.visit(&statement.claim);
        Memory { places: survey.places, changed: vec![0; statement.variables.len()], clock: 0 }
    }

    /// No term is worth remembering.
    pub fn of_nothing(statement: &Statement) -> Memory {
        Memory { places: HashMap::new(), changed: vec![0; statement.variables.len()], clock: 0 }
    }

    /// A variable has a new value.
    pub fn change(&mut self, slot: Slot) {
        self.clock += 1;
        self.changed[slot] = self.clock;
    }

    /// The value of a term, if it is remembered and nothing has changed it.
    pub fn recall(&self, term: &Term) -> Option<&Result<Value, Halt>> {
        let place = self.places.get(&std::ptr::from_ref(term))?;
        let (since, value) = place.value.as_ref()?;
        place.depends.iter().all(|slot| self.changed[*slot] <= *since).then_some(value)
    }

    /// Remembers the value of a term, if it is one of those worth it.
    pub fn keep(&mut self, term: &Term, value: &Result<Value, Halt>) {
        if let Some(place) = self.places.get_mut(&std::ptr::from_ref(term)) {
            place.value = Some((self.clock, value.clone()));
        }
    }
}

/// Looks for terms worth remembering.
struct Survey {
    /// What each variable and name depends on; variables that a term binds itself are not in it.
    names: HashMap<Slot, Vec<Slot>>,
    innermost: Option<Slot>,
    places: HashMap<*const Term, Place>,
}

impl Survey {
    /// The quantified variables that a term depends on; `None` if it depends on one that an enclosing term binds.
    fn visit(&mut self, term: &Term) -> Option<Vec<Slot>> {
        let depends = match &term.kind {
            Kind::Number(_) => return Some(vec![]),
            Kind::Variable(slot) => return self.names.get(slot).cloned(),
            Kind::Fold(fold) => self.visit_fold(fold),
            kind => self.visit_all(kind.children()),
        }?;
        if self.innermost.is_none_or(|slot| !depends.contains(&slot)) {
            self.places.insert(term, Place { depends: depends.clone(), value: None });
        }
        Some(depends)
    }

    fn visit_all<'t>(&mut self, terms: impl IntoIterator<Item = &'t Term>) -> Option<Vec<Slot>> {
        let mut all = Some(Vec::new());
        for term in terms {
            let depends = self.visit(term);
            all = all.zip(depends).map(|(mut all, depends)| {
                all.extend(depends.into_iter().filter(|slot| !all.contains(slot)).collect::<Vec<_>>());
                all
            });
        }
        all
    }

    /// What a fold binds does not count outside of it. Inside, only what does not mention it is remembered.
    fn visit_fold(&mut self, fold: &Fold) -> Option<Vec<Slot>> {
        let ranges = fold.binders.iter().flat_map(|(_, range)| match range {
            FiniteRange::Integers(from, to) => vec![from, to],
            FiniteRange::Points(_, context) => vec![context],
            FiniteRange::Samples(context, draws) => vec![context, draws],
        });
        let inside: Vec<&Term> = ranges.chain(&fold.filter).chain(std::iter::once(&fold.body)).collect();
        self.visit_all(inside.iter().copied());
        // Once more, for what the whole depends on.
        let bound: Vec<Slot> = fold.binders.iter().map(|(slot, _)| *slot).collect();
        let mut all: Vec<Slot> = Vec::new();
        for slot in inside.iter().flat_map(|t| t.slots()).filter(|slot| !bound.contains(slot)) {
            match self.names.get(&slot) {
                Some(depends) => all.extend(depends),
                None if inside.iter().any(|t| binds(t, slot)) => {}
                None => return None,
            }
        }
        all.sort_unstable();
        all.dedup();
        Some(all)
    }
}

/// Whether a fold inside of a term binds a variable.
fn binds(term: &Term, slot: Slot) -> bool {
    let here = matches!(&term.kind, Kind::Fold(fold) if fold.binders.iter().any(|(bound, _)| *bound == slot));
    here || term.kind.children().into_iter().any(|t| binds(t, slot))
}
