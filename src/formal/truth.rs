//! Truths as propositions: what it is for a claim to have a value and be true.

use super::condition::{Binder, Conditions};
use super::gallina::{Gallina, level};
use super::translation::{Translation, Untranslated};
use crate::statement::tree::{Connective, Fold, FoldKind, Kind, Relation, Term};
use crate::statement::types::Type;

impl Translation<'_> {
    /// That a truth has a value and is true. What the left side of `and`, `or` or `implies` settles does not ask the right.
    pub fn truth(&mut self, term: &Term) -> Result<Gallina, Untranslated> {
        match &term.kind {
            Kind::Connective(Connective::And, ..) => {
                let parts = conjuncts(term).into_iter().map(|t| self.truth(t)).collect::<Result<Vec<_>, _>>()?;
                Ok(all(parts))
            }
            Kind::Connective(connective @ (Connective::Or | Connective::Implies), a, b) => {
                let (left, right) = (self.holds(a)?, self.truth(b)?);
                let either = match connective {
                    Connective::Or => left.right("\\/", &right, level::OR),
                    _ => left.right("->", &right, level::ARROW),
                };
                Ok(needing(self.defined(a)?, either))
            }
            Kind::Connective(Connective::Iff, a, b) => {
                let both = self.holds(a)?.related_by_iff(&self.holds(b)?);
                let (a, b) = (self.defined(a)?, self.defined(b)?);
                Ok(needing(a, needing(b, both)))
            }
            Kind::Not(a) => {
                let contrary = Gallina::new(format!("~ {}", self.holds(a)?.at(level::NOT)), level::NOT);
                Ok(needing(self.defined(a)?, contrary))
            }
            Kind::Fold(fold) if fold.kind == FoldKind::All => self.quantified(fold, &mut |t, body| t.truth(body)),
            Kind::Fold(fold) if fold.kind == FoldKind::Any => {
                // Where none of these depends on what is bound, and a body that is true has asked for all of them, either all
                // bodies have a value or none is true.
                if !self.needs_are_constant(fold)? {
                    return self.fails(&term.span, "terms that may have no value");
                }
                self.quantified(fold, &mut |t, body| t.truth(body))
            }
            _ => {
                let mut conditions = Conditions::default();
                let truth = self.outside(|t| t.atomic(term, &mut conditions))?;
                Ok(conditions.and(Some(truth)).expect("it has a body"))
            }
        }
    }

    /// That a truth is true, where it has a value.
    pub fn holds(&mut self, term: &Term) -> Result<Gallina, Untranslated> {
        match &term.kind {
            Kind::Connective(Connective::And, ..) => {
                let parts = conjuncts(term).into_iter().map(|t| self.holds(t)).collect::<Result<Vec<_>, _>>()?;
                Ok(all(parts))
            }
            Kind::Connective(connective, a, b) => {
                let (a, b) = (self.holds(a)?, self.holds(b)?);
                Ok(match connective {
                    Connective::And => unreachable!("it was read above"),
                    Connective::Or => a.right("\\/", &b, level::OR),
                    Connective::Implies => a.right("->", &b, level::ARROW),
                    Connective::Iff => a.related_by_iff(&b),
                })
            }
            Kind::Not(a) => Ok(Gallina::new(format!("~ {}", self.holds(a)?.at(level::NOT)), level::NOT)),
            Kind::Fold(fold) if matches!(fold.kind, FoldKind::All | FoldKind::Any) => {
                self.quantified(fold, &mut |t, body| t.holds(body))
            }
            _ => self.truth(term),
        }
    }

    /// When a truth has a value; `None` if it always has one.
    pub fn defined(&mut self, term: &Term) -> Result<Option<Gallina>, Untranslated> {
        match &term.kind {
            Kind::Connective(Connective::Iff, a, b) => Ok(both(self.defined(a)?, self.defined(b)?)),
            Kind::Connective(connective, a, b) => {
                let left = self.defined(a)?;
                let Some(right) = self.defined(b)? else { return Ok(left) };
                let holds = self.holds(a)?;
                let asked = match connective {
                    Connective::Or => Gallina::new(format!("~ {}", holds.at(level::NOT)), level::NOT),
                    _ => holds,
                };
                Ok(both(left, Some(asked.right("->", &right, level::ARROW))))
            }
            Kind::Not(a) => self.defined(a),
            Kind::Fold(fold) if matches!(fold.kind, FoldKind::All | FoldKind::Any) => {
                match self.quantified_defined(fold)? {
                    None => Ok(None),
                    Some(_) => self.fails(&term.span, "terms that may have no value"),
                }
            }
            _ => {
                let mut conditions = Conditions::default();
                self.outside(|t| t.atomic(term, &mut conditions))?;
                Ok(conditions.and(None))
            }
        }
    }

    /// Something that stands in no fold.
    fn outside<T>(&mut self, work: impl FnOnce(&mut Self) -> T) -> T {
        let around = std::mem::take(&mut self.folds);
        let done = work(self);
        self.folds = around;
        done
    }

    fn quantified(
        &mut self,
        fold: &Fold,
        read: &mut dyn FnMut(&mut Self, &Term) -> Result<Gallina, Untranslated>,
    ) -> Result<Gallina, Untranslated> {
        let binders = self.bound(fold)?;
        let mut body = read(self, &fold.body)?;
        let is_all = fold.kind == FoldKind::All;
        if let Some(filter) = &fold.filter {
            let (asked, holds) = (self.defined(filter)?, self.holds(filter)?);
            body = needing(
                asked,
                match is_all {
                    true => holds.right("->", &body, level::ARROW),
                    false => holds.right("/\\", &body, level::AND),
                },
            );
        }
        self.free(fold);
        Ok(binders.iter().rev().fold(body, |body, binder| if is_all { binder.all(&body) } else { binder.any(&body) }))
    }

    /// Whether all bodies have a value; `None` if they always have one.
    fn quantified_defined(&mut self, fold: &Fold) -> Result<Option<Gallina>, Untranslated> {
        self.bound(fold)?;
        let mut found = self.defined(&fold.body)?;
        if let Some(filter) = &fold.filter {
            found = both(self.defined(filter)?, found);
        }
        self.free(fold);
        Ok(found)
    }

    /// The variables of a quantifier, whose ranges always have a value.
    fn bound(&mut self, fold: &Fold) -> Result<Vec<Binder>, Untranslated> {
        let mut needed = Conditions::default();
        let binders: Result<Vec<Binder>, _> =
            fold.binders.iter().map(|(slot, range)| Ok(self.binder(*slot, range, &mut needed)?.0)).collect();
        match needed.none_is_there() {
            true => binders,
            false => self.fails(&fold.body.span, "for all in a range that may have no value"),
        }
    }

    /// They are forgotten.
    fn free(&mut self, fold: &Fold) {
        fold.binders.iter().for_each(|(slot, _)| self.release(*slot));
    }

    /// Whether what the terms of a body need is the same for all values of the variables.
    fn needs_are_constant(&mut self, fold: &Fold) -> Result<bool, Untranslated> {
        let binders = self.bound(fold)?;
        let mut needed = Conditions::default();
        for body in fold.filter.iter().chain([&fold.body]) {
            self.needs(body, &mut needed)?;
        }
        self.free(fold);
        let Some(all) = needed.and(None) else { return Ok(true) };
        let mut words = all.text.split(|c: char| !c.is_alphanumeric() && c != '_');
        Ok(!words.any(|word| binders.iter().any(|binder| binder.name == word)))
    }

    /// What the terms in a truth need, wherever they stand in it.
    fn needs(&mut self, term: &Term, needed: &mut Conditions) -> Result<(), Untranslated> {
        match &term.kind {
            Kind::Connective(connective, a, b) => {
                self.needs(a, needed)?;
                let mut right = Conditions::default();
                self.needs(b, &mut right)?;
                // What such a right side needs is asked for some values of the variables only.
                if matches!(connective, Connective::Or | Connective::Implies) && !right.none_is_there() {
                    return self.fails(&b.span, "terms that may have no value");
                }
                needed.add_all(right);
                Ok(())
            }
            Kind::Not(a) => self.needs(a, needed),
            Kind::Fold(fold) if matches!(fold.kind, FoldKind::All | FoldKind::Any) => {
                self.bound(fold)?;
                for body in fold.filter.iter().chain([&fold.body]) {
                    self.needs(body, needed)?;
                }
                self.free(fold);
                Ok(())
            }
            _ => self.outside(|t| t.atomic(term, needed)).map(drop),
        }
    }

    /// A truth that is not made of truths, with what its terms need.
    fn atomic(&mut self, term: &Term, conditions: &mut Conditions) -> Result<Gallina, Untranslated> {
        match &term.kind {
            Kind::Comparison(terms, relations) => self.compared(terms, relations, conditions),
            Kind::Quantity(quantity, of) => self.quantity(*quantity, of, term, conditions),
            Kind::Defined(inner) => {
                let mut needed = Conditions::default();
                self.term(inner, &mut needed)?;
                Ok(needed.and(None).unwrap_or_else(|| Gallina::atom("True")))
            }
            _ => self.fails(&term.span, ""),
        }
    }

    fn compared(
        &mut self,
        terms: &[Term],
        relations: &[Relation],
        conditions: &mut Conditions,
    ) -> Result<Gallina, Untranslated> {
        // `a < b <= c` has a notation.
        let rises = |r: &Relation| matches!(r, Relation::Less | Relation::AtMost);
        if relations.len() == 2 && relations.iter().all(rises) && terms.iter().any(|t| t.of == Type::Real) {
            let [a, b, c] = [0, 1, 2].map(|i| self.term(&terms[i], conditions));
            let [a, b, c] = [a?, b?, c?].map(|t| t.at(level::SUM));
            let text = format!("{a} {} {b} {} {c}", sign(relations[0]), sign(relations[1]));
            return Ok(Gallina::new(text, level::COMPARISON));
        }
        let pairs: Result<Vec<Gallina>, Untranslated> = terms
            .windows(2)
            .zip(relations)
            .map(|(pair, relation)| {
                let integers = pair.iter().all(|t| t.of == Type::Integer && self.is_sum(t));
                if integers {
                    let (a, b) = (self.integer(&pair[0], conditions)?, self.integer(&pair[1], conditions)?);
                    let (a, b) = ordered(*relation, a, b);
                    return Ok(a.related(sign(*relation), &b).of_naturals());
                }
                if pair[0].of == Type::Truth {
                    return self.fails(&pair[0].span, "truths that are compared");
                }
                let (mut a, b) = (self.term(&pair[0], conditions)?, self.term(&pair[1], conditions)?);
                if pair.iter().all(|t| t.of == Type::Integer) {
                    a = Gallina::atom(format!("({} : R)", a.text));
                }
                let (a, b) = ordered(*relation, a, b);
                Ok(a.related(sign(*relation), &b))
            })
            .collect();
        Ok(all(pairs?))
    }

    /// Whether an integer can be written as a sum of natural numbers.
    fn is_sum(&mut self, term: &Term) -> bool {
        self.integer(term, &mut Conditions::default()).is_ok()
    }

    /// A truth that Coq computes: comparisons of numbers and of points.
    pub fn decision(&mut self, term: &Term, conditions: &mut Conditions) -> Result<Gallina, Untranslated> {
        match &term.kind {
            Kind::Connective(connective @ (Connective::And | Connective::Or), a, b) => {
                let (a, b) = (self.decision(a, conditions)?, self.decision(b, conditions)?);
                let (operator, level) = if *connective == Connective::And { ("&&", 40) } else { ("||", 50) };
                Ok(a.left(operator, &b, level))
            }
            Kind::Not(a) => {
                let a = self.decision(a, conditions)?;
                Ok(Gallina::new(format!("~~ {}", a.argument()), level::OPPOSITE))
            }
            Kind::Comparison(terms, relations) => {
                let mut pairs = Vec::new();
                for (pair, relation) in terms.windows(2).zip(relations) {
                    let relation_is = if *relation == Relation::Equal { "==" } else { sign(*relation) };
                    if pair.iter().all(|t| t.of == Type::Integer && self.is_sum(t)) {
                        let (a, b) = (self.integer(&pair[0], conditions)?, self.integer(&pair[1], conditions)?);
                        let (a, b) = ordered(*relation, a, b);
                        pairs.push(a.related(relation_is, &b).of_naturals());
                        continue;
                    }
                    let (a, b) = (self.term(&pair[0], conditions)?, self.term(&pair[1], conditions)?);
                    let (a, b) = ordered(*relation, a, b);
                    pairs.push(Gallina::atom(format!("({})", a.related(relation_is, &b).text)));
                }
                Ok(pairs.into_iter().reduce(|a, b| a.left("&&", &b, 40)).expect("one is there"))
            }
            _ => self.fails(&term.span, "a filter of this kind"),
        }
    }
}

/// The sides of a relation: the greater one of an order stands on the right.
fn ordered<T>(relation: Relation, a: T, b: T) -> (T, T) {
    match relation {
        Relation::Greater | Relation::AtLeast => (b, a),
        _ => (a, b),
    }
}

/// How a relation of sides in that order is written.
fn sign(relation: Relation) -> &'static str {
    match relation {
        Relation::Equal => "=",
        Relation::Unequal => "!=",
        Relation::Less | Relation::Greater => "<",
        Relation::AtMost | Relation::AtLeast => "<=",
    }
}

/// The parts of a long `and`.
fn conjuncts(term: &Term) -> Vec<&Term> {
    match &term.kind {
        Kind::Connective(Connective::And, a, b) => [conjuncts(a), conjuncts(b)].concat(),
        _ => vec![term],
    }
}

/// All of these.
fn all(parts: Vec<Gallina>) -> Gallina {
    let last = parts.into_iter().rev().reduce(|rest, part| part.right("/\\", &rest, level::AND));
    last.expect("one is there")
}

fn both(a: Option<Gallina>, b: Option<Gallina>) -> Option<Gallina> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.right("/\\", &b, level::AND)),
        (a, b) => a.or(b),
    }
}

fn needing(needed: Option<Gallina>, body: Gallina) -> Gallina {
    both(needed, Some(body)).expect("it has a body")
}
