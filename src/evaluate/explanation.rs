//! Why a claim is false on an instance: the comparisons that failed, with both sides' values.

use super::term::Evaluation;
use super::value::Value;
use crate::exact::truth::Truth;
use crate::statement::tree::{Connective, Fold, FoldKind, Kind, Term};

/// A part of a statement and its value on an instance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// As the statement writes it.
    pub text: String,
    /// Its value, for people.
    pub value: String,
}

impl Evaluation<'_> {
    /// The parts of the claim that decide it, with their values; every variable must have its value.
    pub fn explain(&mut self) -> Vec<Fact> {
        let mut facts = Vec::new();
        self.decisive(&self.statement().claim, &mut facts);
        facts
    }

    fn decisive(&mut self, term: &Term, facts: &mut Vec<Fact>) {
        match &term.kind {
            Kind::Connective(Connective::And, a, b) => match self.truth(a) {
                Ok(Truth::True) => self.decisive(b, facts),
                _ => self.decisive(a, facts),
            },
            Kind::Connective(Connective::Implies, _, b) => self.decisive(b, facts),
            Kind::Connective(_, a, b) => {
                self.decisive(a, facts);
                self.decisive(b, facts);
            }
            Kind::Not(a) => self.decisive(a, facts),
            Kind::Comparison(terms, _) => terms.iter().for_each(|t| self.state(t, facts)),
            Kind::Fold(fold) if fold.kind == FoldKind::All => self.first_failure(fold, facts),
            _ => self.state(term, facts),
        }
    }

    /// Of a `for all`, the first values of its variables for which the body is not true.
    fn first_failure(&mut self, fold: &Fold, facts: &mut Vec<Fact>) {
        let failed = self.find(fold, &mut |evaluation| evaluation.truth(&fold.body) != Ok(Truth::True));
        if failed {
            for (slot, _) in &fold.binders {
                let value = self.bound(*slot).map(ToString::to_string).unwrap_or_default();
                facts.push(Fact { text: self.statement().variables[*slot].name.clone(), value });
            }
            self.decisive(&fold.body, facts);
        }
    }

    fn state(&mut self, term: &Term, facts: &mut Vec<Fact>) {
        if matches!(term.kind, Kind::Number(_)) {
            return;
        }
        let value = match self.value(term) {
            Ok(Value::Context(_) | Value::System(..)) => return,
            Ok(value) => value.to_string(),
            Err(super::Halt::Undefined(nothing)) => format!("undefined: {}", nothing.reason),
            Err(super::Halt::Exhausted(exhausted)) => exhausted.to_string(),
        };
        let text = self.statement().text[term.span.clone()].split_whitespace().collect::<Vec<_>>().join(" ");
        let fact = Fact { text, value };
        if !facts.contains(&fact) {
            facts.push(fact);
        }
    }
}
