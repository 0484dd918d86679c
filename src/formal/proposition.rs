//! The whole proposition, clause by clause.

use super::condition::Conditions;
use super::gallina::{Gallina, level};
use super::linear::{Bounds, Linear};
use super::translation::{Known, Translation, Untranslated};
use crate::statement::tree::{Clause, Corruption, Domain, Extent, FiniteRange, Slot, Statement, Term};
use crate::statement::types::{Space, Type};

/// The file `statement.v` of a statement: `Definition statement (R : rcfType) : Prop`, and with an exponential of R where
/// the statement has one. The file's first line has the digest of the statement's text, which the caller gives.
///
/// # Errors
/// A quantity, or a use of one, that has no translation yet.
pub fn proposition(statement: &Statement, digest: &str) -> Result<String, Untranslated> {
    let mut translation = Translation::new(statement);
    let mut lines = Vec::new();
    for clause in &statement.clauses {
        translation.clause(clause, &mut lines)?;
    }
    let claim = translation.truth(&statement.claim)?;
    lines.push(claim.text);
    let exponential = if translation.is_analytic { " (E : exponential R)" } else { "" };
    Ok(format!(
        "(* statement: {digest} *)\n\
         (* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)\n\
         From mathcomp Require Import all_ssreflect all_algebra.\n\
         From Contexture Require Import statements.\n\
         Import Order.TTheory GRing.Theory Num.Theory.\n\
         Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.\n\
         Local Open Scope ring_scope.\n\n\
         Definition statement (R : rcfType){exponential} : Prop :=\n  {}.\n",
        lines.iter().map(|line| filled(line)).collect::<Vec<_>>().join("\n  "),
    ))
}

/// The longest line, where it can be broken.
const WIDTH: usize = 118;

/// A long line broken before connectives, or before other operators where there are none.
fn filled(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    let mut indent = 2;
    while rest.chars().count() + indent > WIDTH {
        let fits = |place: &usize| *place > 4 && rest[..*place].chars().count() + indent <= WIDTH;
        let last = |operators: &[&str]| operators.iter().filter_map(|o| places(rest, o).filter(fits).max()).max();
        let loose = last(&[" /\\ ", " \\/ ", " <-> "]);
        let Some(place) = loose.or_else(|| last(&[" -> ", " => ", " = ", " <= "])).or_else(|| last(&[" + ", " - "])) else {
            break;
        };
        out.push_str(&rest[..place]);
        out.push_str("\n      ");
        rest = rest[place..].trim_start();
        indent = 6;
    }
    out + rest
}

fn places<'a>(text: &'a str, operator: &'a str) -> impl Iterator<Item = usize> + 'a {
    text.match_indices(operator).map(|(place, _)| place)
}

impl Translation<'_> {
    fn clause(&mut self, clause: &Clause, lines: &mut Vec<String>) -> Result<(), Untranslated> {
        match clause {
            Clause::For(slot, domain) => self.quantifier(*slot, domain, lines),
            Clause::Assume(hypothesis) => {
                lines.push(format!("{} ->", self.truth(hypothesis)?.at(level::IFF)));
                Ok(())
            }
            Clause::Let(slot, term) => self.definition(*slot, term, lines),
        }
    }

    /// A name for a term: where it is used, the term has to have a value.
    fn definition(&mut self, slot: Slot, term: &Term, lines: &mut Vec<String>) -> Result<(), Untranslated> {
        if term.of == Type::Truth || matches!(term.of, Type::Context(_)) {
            return self.fails(&term.span, "a name of this kind");
        }
        let mut needed = Conditions::default();
        let value = self.term(term, &mut needed)?;
        // A value that has to exist is named where it is used.
        let value = if needed.ask_for_a_value() || matches!(term.of, Type::Integer) {
            value
        } else {
            let name = self.bind(slot);
            lines.push(format!("let {name} := {} in", value.text));
            Gallina::atom(name)
        };
        self.lets.insert(slot, (needed, value));
        Ok(())
    }

    fn quantifier(&mut self, slot: Slot, domain: &Domain, lines: &mut Vec<String>) -> Result<(), Untranslated> {
        let mut conditions = Conditions::default();
        let of = match domain {
            Domain::Contexts | Domain::Graphs => {
                if !self.contexts.is_empty() {
                    return self.fails(&self.statement.claim.span.clone(), "a second context");
                }
                let is_graph = matches!(domain, Domain::Graphs);
                let name = self.bind(slot);
                let sizes = if is_graph { ["N", "N"] } else { ["N", "M"] };
                for size in sizes {
                    self.bounds.insert(size.into(), Bounds { least: vec![Linear::constant(1)], most: vec![] });
                }
                let called = self.variable(slot).name.clone();
                self.contexts.push(Known { called, name: name.clone(), sizes: sizes.map(Linear::atom), bits: None });
                if is_graph {
                    lines.push(format!("forall (N : nat) ({name} : context R N N),"));
                    lines.push(format!("(forall u v, {name} u v = {name} v u) ->"));
                } else {
                    lines.push(format!("forall (N M : nat) ({name} : context R N M),"));
                }
                return Ok(());
            }
            Domain::Cube(corruption, bits, amount) => return self.cube(slot, *corruption, bits, amount, lines),
            Domain::Integers => return self.fails(&self.statement.claim.span.clone(), "a variable that is any integer"),
            Domain::Rationals => "R".into(),
            Domain::Range(first, last) => {
                let range = FiniteRange::Integers(first.clone(), last.clone());
                let (binder, _) = self.binder(slot, &range, &mut conditions)?;
                lines.push(format!("forall {} : nat,", binder.name));
                if let Some(needed) = conditions.and(None) {
                    lines.push(format!("{} ->", needed.at(level::IFF)));
                }
                lines.push(format!("{} ->", binder.within.expect("integers have a range").at(level::IFF)));
                return Ok(());
            }
            Domain::Points(..) => {
                let Type::Point(space) = &self.variable(slot).of else { unreachable!("it is a point") };
                self.type_of_points(space).expect("points are of a side")
            }
            Domain::Tables(rows, columns) => {
                let (rows, columns) = (self.extent(rows, &mut conditions)?, self.extent(columns, &mut conditions)?);
                match columns.as_constant() {
                    Some(1) => format!("'cV[R]_{}", rows.size().argument()),
                    _ => format!("'M[R]_({}, {})", rows.natural().text, columns.natural().text),
                }
            }
            Domain::SingularSystems(_, context) => Gallina::applied("singular_system", &[&self.context(context)]).text,
            Domain::Samples(_, _, draws) => {
                let Type::Sample(Space::Side(side, context), _) = &self.variable(slot).of else {
                    unreachable!("it is a sample")
                };
                let (points, draws) = (self.points(*side, context), self.integer(draws, &mut conditions)?);
                Gallina::applied("sample", &[&points.size(), &draws.size()]).text
            }
        };
        if let Some(needed) = conditions.and(None) {
            lines.push(format!("{} ->", needed.at(level::IFF)));
        }
        let name = self.bind(slot);
        lines.push(format!("forall {name} : {of},"));
        Ok(())
    }

    /// Rows or columns, as many as there have to be: the tables of a negative size are none.
    fn extent(&mut self, extent: &Extent, conditions: &mut Conditions) -> Result<Linear, Untranslated> {
        match extent {
            Extent::Points(side, slot) => {
                let Type::Context(context) = &self.variable(*slot).of else { unreachable!("it is a context") };
                Ok(self.points(*side, context))
            }
            Extent::Count(count) => {
                let size = self.integer(count, conditions)?;
                if !size.is_natural(&self.bounds) {
                    conditions.need(Linear::constant(0).related("<=", &size).of_naturals());
                }
                Ok(size)
            }
        }
    }

    /// The one context of corrupted bits.
    fn cube(
        &mut self,
        slot: Slot,
        corruption: Corruption,
        bits: &Term,
        amount: &Term,
        lines: &mut Vec<String>,
    ) -> Result<(), Untranslated> {
        let mut conditions = Conditions::default();
        let bits = self.integer(bits, &mut conditions)?.size();
        let (law, amount) = match corruption {
            Corruption::Mask | Corruption::Flip => {
                let amount = self.term(amount, &mut conditions)?;
                let (zero, one) = (Gallina::atom("0"), Gallina::atom("1"));
                conditions.need(zero.related("<=", &amount).right("/\\", &amount.related("<=", &one), level::AND));
                (if corruption == Corruption::Mask { "mask_law" } else { "flip_law" }, amount)
            }
            Corruption::BlockMask => ("block_law", self.integer(amount, &mut conditions)?.size()),
        };
        if let Some(needed) = conditions.and(None) {
            lines.push(format!("{} ->", needed.at(level::IFF)));
        }
        let law = Gallina::applied(&format!("@{law} R"), &[&bits, &amount]);
        let [points, views] = [format!("#|{{ffun 'I_{} -> bool}}|", bits.argument()), format!("#|massive ({})|", law.text)];
        for size in [&points, &views] {
            self.bounds.insert(size.clone(), Bounds { least: vec![Linear::constant(1)], most: vec![] });
        }
        let name = self.bind(slot);
        lines.push(format!("forall {name} : context R {points} {views},"));
        lines.push(format!("is_law {name} ->"));
        let called = self.variable(slot).name.clone();
        self.contexts.push(Known { called, name, sizes: [Linear::atom(&points), Linear::atom(&views)], bits: Some(bits) });
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statement::read;

    fn written(clauses: &str) -> Result<String, String> {
        let statement = read(&format!("statement made-up\nsource    own\n\n{clauses}")).map_err(|e| format!("{e:?}"))?;
        let text = proposition(&statement, "sha256:0").map_err(|e| e.to_string())?;
        Ok(text.split_once("Prop :=\n").unwrap().1.replace("\n  ", "\n"))
    }
}
