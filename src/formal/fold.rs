//! Bound variables and what is made of all that they run over: sums, largest values, expectations, probabilities.

use super::condition::{Binder, Conditions};
use super::gallina::{Gallina, level};
use super::linear::{Bounds, Linear};
use super::translation::{Translation, Untranslated};
use crate::statement::tree::{FiniteRange, Fold, FoldKind, Slot, Span};
use crate::statement::types::{Side, Type};

impl Translation<'_> {
    /// A bound variable and its range; what is known of it is remembered.
    pub fn binder(
        &mut self,
        slot: Slot,
        range: &FiniteRange,
        conditions: &mut Conditions,
    ) -> Result<(Binder, Option<[Linear; 2]>), Untranslated> {
        Ok(match range {
            FiniteRange::Points(..) => {
                let Type::Point(space) = &self.variable(slot).of else { unreachable!("it is a point") };
                let of = self.type_of_points(space).expect("points are of a side");
                (Binder { name: self.bind(slot), of, within: None }, None)
            }
            FiniteRange::Samples(context, draws) => {
                let points = self.points(Side::X, &self.context_of(context));
                let draws = self.draws(draws, conditions)?;
                let of = Gallina::applied("sample", &[&points.size(), &draws.size()]).text;
                (Binder { name: self.bind(slot), of, within: None }, None)
            }
            FiniteRange::Integers(first, last) => {
                let (first_is, last_is) = (self.integer(first, conditions)?, self.integer(last, conditions)?);
                if !first_is.is_natural(&self.bounds) {
                    let (Some(first_is), Some(last_is)) = (first_is.as_constant(), last_is.as_constant()) else {
                        return self.fails(&first.span, "a range that may begin below 0");
                    };
                    let name = self.bind(slot);
                    self.signed.insert(slot);
                    let [first_is, last_is] = [first_is, last_is].map(|end| match end {
                        0.. => format!("{end}%:Z"),
                        _ => format!("- {}%:Z", -end),
                    });
                    let within = Gallina::new(format!("{first_is} <= {name} <= {last_is}"), level::COMPARISON);
                    return Ok((Binder { name, of: "int".into(), within: Some(within) }, None));
                }
                let name = self.bind(slot);
                let within = self.range(&Linear::atom(&name), &first_is, &last_is);
                let bounds = Bounds { least: vec![first_is.clone()], most: vec![last_is.clone()] };
                self.bounds.insert(name.clone(), bounds);
                (Binder { name, of: "nat".into(), within: Some(within) }, Some([first_is, last_is]))
            }
        })
    }

    /// `first <= value <= last`
    pub fn range(&self, value: &Linear, first: &Linear, last: &Linear) -> Gallina {
        // Where the last may be negative, its natural number is 0, which no range from 1 contains.
        let one = Linear::constant(1);
        if last.is_natural(&self.bounds) || first.minus(&one).is_natural(&self.bounds) {
            let [first, value, last] = [first, value, last].map(|end| end.natural().at(level::SUM));
            return Gallina::atom(format!("({first} <= {value} <= {last})%N"));
        }
        let above = first.related("<=", value).of_naturals();
        above.right("/\\", &value.related("<=", last).of_naturals(), level::AND)
    }

    /// A number or a table that is made of many.
    pub fn fold(&mut self, fold: &Fold, span: &Span, conditions: &mut Conditions) -> Result<Gallina, Untranslated> {
        match fold.kind {
            FoldKind::Sum | FoldKind::Largest | FoldKind::Least | FoldKind::Expectation => {
                self.folded(fold, &fold.binders, span, conditions)
            }
            FoldKind::Probability => self.probability(fold, span, conditions),
            FoldKind::All | FoldKind::Any => self.fails(span, "a truth where a number stands"),
        }
    }

    /// The fold over the first of these variables of the fold over the others.
    fn folded(
        &mut self,
        fold: &Fold,
        binders: &[(Slot, FiniteRange)],
        span: &Span,
        conditions: &mut Conditions,
    ) -> Result<Gallina, Untranslated> {
        let Some(((slot, range), rest)) = binders.split_first() else { return self.term(&fold.body, conditions) };
        let (binder, ends) = self.binder(*slot, range, conditions)?;
        self.folds.push(binder.clone());
        let mut inside = Conditions::default();
        let filter = match (&fold.filter, rest.is_empty()) {
            (Some(filter), true) => Some(self.decision(filter, &mut inside)?),
            _ => None,
        };
        let is_filter_defined = inside.none_is_there();
        let body = self.folded(fold, rest, span, &mut inside);
        self.folds.pop();
        self.release(*slot);
        let body = body?;
        if !is_filter_defined || fold.filter.is_some() && binders.len() > 1 && !matches!(fold.kind, FoldKind::Sum) {
            return self.fails(span, "a filter of this kind");
        }
        let name = &binder.name;
        let written = match fold.kind {
            FoldKind::Sum => {
                let over = match &ends {
                    Some([first, last]) => {
                        let below = last.plus(&Linear::constant(1)).natural().at(level::SUM);
                        format!("{} <= {name} < {below}", first.natural().at(level::SUM))
                    }
                    None if binder.of == "int" => return self.fails(span, "a range that may begin below 0"),
                    None => format!("{name} : {}", binder.of),
                };
                let over = match &filter {
                    Some(filter) => format!("{over} | {}", filter.text),
                    None => over,
                };
                Gallina::new(format!("\\sum_({over}) {}", body.at(level::BIG)), level::BIG)
            }
            FoldKind::Expectation => {
                let FiniteRange::Samples(context, _) = range else { return self.fails(span, "an expectation") };
                let name_of_it = if matches!(fold.body.of, Type::Table(..)) { "expected_table" } else { "expectation" };
                let weights = Gallina::applied("p", &[&self.context(&self.context_of(context))]);
                let function = Gallina::new(format!("fun {name} : {} => {}", binder.of, body.text), level::BINDER);
                Gallina::applied(name_of_it, &[&weights, &function])
            }
            _ => {
                if fold.filter.is_some() && filter.is_none() || binders.len() > 1 {
                    return self.fails(span, "an extreme over several variables");
                }
                let within = match (&binder.within, &filter) {
                    (None, None) => Gallina::atom("any"),
                    (within, filter) => {
                        let all = within.iter().chain(filter).cloned();
                        let all = all.reduce(|a, b| a.right("/\\", &b, level::AND)).expect("one is there");
                        Gallina::new(format!("fun {name} : {} => {}", binder.of, all.text), level::BINDER)
                    }
                };
                let function = Gallina::new(format!("fun {name} : {} => {}", binder.of, body.text), level::BINDER);
                let (like, relation) =
                    if fold.kind == FoldKind::Largest { ("largest", "maximum_is") } else { ("least", "minimum_is") };
                let relation = Gallina::applied(relation, &[&within, &function]);
                conditions.add_all_of_a_body(inside, &binder, filter.as_ref());
                return Ok(self.value(like, "R", &relation, conditions));
            }
        };
        conditions.add_all_of_a_body(inside, &binder, filter.as_ref());
        Ok(written)
    }

    /// The probability of an event, which need not be one that Coq decides: a relation.
    fn probability(&mut self, fold: &Fold, span: &Span, conditions: &mut Conditions) -> Result<Gallina, Untranslated> {
        let [(slot, range @ FiniteRange::Samples(context, _))] = &fold.binders[..] else {
            return self.fails(span, "a probability of several samples");
        };
        let weights = Gallina::applied("p", &[&self.context(&self.context_of(context))]);
        let (binder, _) = self.binder(*slot, range, conditions)?;
        if let Some(defined) = self.defined(&fold.body)? {
            conditions.need(binder.all(&defined));
        }
        let event = self.holds(&fold.body)?;
        self.release(*slot);
        let event = Gallina::new(format!("fun {} : {} => {}", binder.name, binder.of, event.text), level::BINDER);
        let relation = Gallina::applied("probability_is", &[&weights, &event]);
        Ok(self.value("probability", "R", &relation, conditions))
    }
}
