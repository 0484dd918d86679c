//! Integers: sums of natural numbers, some of them taken away.

use super::condition::Conditions;
use super::gallina::Gallina;
use super::linear::{Bounds, Linear};
use super::translation::{Translation, Untranslated};
use crate::statement::names::Quantity;
use crate::statement::tree::{Arithmetic, FoldKind, Kind, Term};
use crate::statement::types::Side;
use num_traits::ToPrimitive;

impl Translation<'_> {
    /// An integer as a sum of natural numbers, some of them taken away.
    pub fn integer(&mut self, term: &Term, conditions: &mut Conditions) -> Result<Linear, Untranslated> {
        match &term.kind {
            Kind::Number(value) => match value.is_integer().then(|| value.to_i64()).flatten() {
                Some(value) => Ok(Linear::constant(value)),
                None => self.fails(&term.span, "a long number"),
            },
            Kind::Variable(slot) if !self.lets.contains_key(slot) && !self.signed.contains(slot) => {
                Ok(Linear::atom(&self.name(*slot).text))
            }
            Kind::Negative(a) => Ok(self.integer(a, conditions)?.scaled(-1)),
            Kind::Arithmetic(operation, a, b) => {
                let (a, b) = (self.integer(a, conditions)?, self.integer(b, conditions)?);
                match (operation, a.as_constant(), b.as_constant()) {
                    (Arithmetic::Add, ..) => Ok(a.plus(&b)),
                    (Arithmetic::Subtract, ..) => Ok(a.minus(&b)),
                    (Arithmetic::Multiply, Some(factor), _) => Ok(b.scaled(factor)),
                    (Arithmetic::Multiply, _, Some(factor)) => Ok(a.scaled(factor)),
                    _ => self.fails(&term.span, "an integer that is not a sum"),
                }
            }
            Kind::Quantity(Quantity::PointsOfX, of) => Ok(self.points(Side::X, &self.context_of(&of[0]))),
            Kind::Quantity(Quantity::PointsOfA, of) => Ok(self.points(Side::A, &self.context_of(&of[0]))),
            Kind::Quantity(quantity, of) => {
                let counted = self.natural_quantity(*quantity, of, term, conditions)?;
                Ok(self.counted(&counted.argument()))
            }
            Kind::Extreme(kind, terms) => {
                let name = if *kind == FoldKind::Largest { "maxn" } else { "minn" };
                let mut values = Vec::new();
                for t in terms {
                    let value = self.integer(t, conditions)?;
                    if !value.is_natural(&self.bounds) {
                        return self.fails(&t.span, "an integer that may be negative");
                    }
                    values.push(value);
                }
                let written: Vec<Gallina> = values.iter().map(Linear::size).collect();
                let atom = written.into_iter().reduce(|a, b| Gallina::applied(name, &[&a, &b])).expect("several").text;
                let one = Linear::constant(1);
                let positive = values.iter().all(|v| v.minus(&one).is_natural(&self.bounds));
                let least = vec![Linear::constant(i64::from(positive))];
                let most = if *kind == FoldKind::Least { values } else { vec![] };
                self.bounds.insert(atom.clone(), Bounds { least, most });
                Ok(Linear::atom(&atom))
            }
            _ => self.fails(&term.span, "an integer that is not a sum"),
        }
    }

    /// How many draws there are.
    pub fn draws(&mut self, term: &Term, conditions: &mut Conditions) -> Result<Linear, Untranslated> {
        let draws = self.integer(term, conditions)?;
        match draws.is_natural(&self.bounds) {
            true => Ok(draws),
            false => self.fails(&term.span, "a number of draws that may be negative"),
        }
    }

    /// A natural number of which no more is known.
    fn counted(&mut self, name: &str) -> Linear {
        self.bounds.insert(name.into(), Bounds { least: vec![Linear::constant(0)], most: vec![] });
        Linear::atom(name)
    }

    /// An integer that has to be between two, unless its bounds show it.
    pub fn between(&self, least: i64, value: &Linear, most: &Linear, conditions: &mut Conditions) {
        let (least, below) = (Linear::constant(least), most.plus(&Linear::constant(1)));
        if !value.minus(&least).is_natural(&self.bounds) {
            conditions.need(least.related("<=", value).of_naturals());
        }
        if !most.minus(value).is_natural(&self.bounds) {
            conditions.need(value.related("<", &below).of_naturals());
        }
    }
}
