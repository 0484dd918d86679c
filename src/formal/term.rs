//! Numbers and tables as terms of Coq.

use super::condition::{Binder, Conditions};
use super::gallina::{Gallina, level};
use super::linear::{Bounds, Linear};
use super::translation::{Translation, Untranslated, columns, rows};
use crate::statement::names::Quantity;
use crate::statement::tree::{Arithmetic, FiniteRange, Fold, FoldKind, Kind, Slot, Span, Term};
use crate::statement::types::{ContextTerm, Space, Type};
use num_traits::ToPrimitive;

impl Translation<'_> {
    /// A number of the field, or a table.
    pub fn term(&mut self, term: &Term, conditions: &mut Conditions) -> Result<Gallina, Untranslated> {
        use Arithmetic as A;
        match &term.kind {
            Kind::Number(value) => {
                let Some(value) = value.is_integer().then(|| value.to_i64()).flatten() else {
                    return self.fails(&term.span, "a long number");
                };
                Ok(real(value))
            }
            Kind::Variable(slot) => {
                if let Some((needed, value)) = self.lets.get(slot) {
                    conditions.add_all_of_a_name(needed);
                    return Ok(value.clone());
                }
                let name = self.name(*slot);
                Ok(match term.of {
                    Type::Integer if self.signed.contains(slot) => Gallina::atom(format!("{}%:~R", name.text)),
                    Type::Integer => cast(&name),
                    _ => name,
                })
            }
            Kind::Quantity(quantity, of) => self.quantity(*quantity, of, term, conditions),
            Kind::Negative(a) => {
                let a = self.term(a, conditions)?;
                Ok(Gallina::new(format!("- {}", a.at(level::POWER)), level::OPPOSITE))
            }
            Kind::Arithmetic(operation, a, b) => {
                let (left, right) = (self.term(a, conditions)?, self.term(b, conditions)?);
                let is_table = |t: &Term| matches!(t.of, Type::Table(..));
                Ok(match operation {
                    A::Add => left.left("+", &right, level::SUM),
                    A::Subtract => left.left("-", &right, level::SUM),
                    A::Multiply => match (is_table(a), is_table(b)) {
                        (true, true) => left.left("*m", &right, level::PRODUCT),
                        (false, true) => left.left("*:", &right, level::PRODUCT),
                        (true, false) => right.left("*:", &left, level::PRODUCT),
                        (false, false) => left.left("*", &right, level::PRODUCT),
                    },
                    A::Divide => {
                        if !self.is_never_zero(b) {
                            conditions.need(right.related("!=", &self.zero_like(b)));
                        }
                        match is_table(a) {
                            true => Gallina::new(format!("{}^-1", right.argument()), level::POWER).left(
                                "*:",
                                &left,
                                level::PRODUCT,
                            ),
                            false => left.left("/", &right, level::PRODUCT),
                        }
                    }
                })
            }
            Kind::Power(a, n) => {
                let (base, exponent) = (self.term(a, conditions)?, self.integer(n, conditions)?);
                if !exponent.is_natural(&self.bounds) {
                    return self.fails(&n.span, "an exponent that may be negative");
                }
                let exponent = exponent.size();
                Ok(match a.of {
                    Type::Table(..) => Gallina::applied("power", &[&base, &exponent]),
                    _ => Gallina::new(format!("{} ^+ {}", base.at(level::APPLICATION), exponent.argument()), level::POWER),
                })
            }
            Kind::Entry(table, places) => self.entry(table, places, &term.span, conditions),
            Kind::Fold(fold) => self.fold(fold, &term.span, conditions),
            Kind::Extreme(kind, terms) => {
                let values = terms.iter().map(|t| self.term(t, conditions)).collect::<Result<Vec<_>, _>>()?;
                let name = if *kind == FoldKind::Largest { "Num.max" } else { "Num.min" };
                let found = values.into_iter().reduce(|a, b| Gallina::applied(name, &[&a, &b]));
                Ok(found.expect("there are several"))
            }
            _ => self.fails(&term.span, "a truth where a number stands"),
        }
    }

    /// A number of the field that is a quotient's divisor and never zero: a marginal, or an integer that is 1 or more.
    fn is_never_zero(&mut self, divisor: &Term) -> bool {
        match &divisor.kind {
            Kind::Entry(table, _) => {
                matches!(table.kind, Kind::Quantity(Quantity::MarginalX | Quantity::MarginalA, _))
            }
            Kind::Power(base, _) => self.is_never_zero(base),
            _ => {
                divisor.of == Type::Integer
                    && self
                        .integer(divisor, &mut Conditions::default())
                        .is_ok_and(|value| value.minus(&Linear::constant(1)).is_natural(&self.bounds))
            }
        }
    }

    /// An integer as a sum of natural numbers, some of them taken away.
    pub fn integer(&mut self, term: &Term, conditions: &mut Conditions) -> Result<Linear, Untranslated> {
        match &term.kind {
            Kind::Number(value) => match value.is_integer().then(|| value.to_i64()).flatten() {
                Some(value) => Ok(Linear::constant(value)),
                None => self.fails(&term.span, "a long number"),
            },
            Kind::Variable(slot) if !self.lets.contains_key(slot) && !self.signed.contains(slot) => Ok(Linear::atom(&self.name(*slot).text)),
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
            Kind::Quantity(Quantity::PointsOfX | Quantity::PointsOfA, of) => {
                let Type::Context(context) = &of[0].of else { unreachable!("types were checked") };
                Ok(match &term.kind {
                    Kind::Quantity(Quantity::PointsOfX, _) => self.points(crate::statement::types::Side::X, context),
                    _ => self.points(crate::statement::types::Side::A, context),
                })
            }
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

    fn entry(
        &mut self,
        table: &Term,
        places: &[Term],
        span: &Span,
        conditions: &mut Conditions,
    ) -> Result<Gallina, Untranslated> {
        let marginal = match &table.kind {
            Kind::Quantity(q @ (Quantity::MarginalX | Quantity::MarginalA), of) => Some((*q, &of[0])),
            _ => None,
        };
        let zero = Gallina::atom("0");
        if let (Some((quantity, context)), Type::Point(_)) = (marginal, &places[0].of) {
            let Type::Context(context) = &context.of else { unreachable!("types were checked") };
            let name = if quantity == Quantity::MarginalX { "p" } else { "q" };
            let point = self.term(&places[0], conditions)?;
            return Ok(Gallina::applied(name, &[&self.context(context), &zero, &point]));
        }
        let (row_space, column_space) = (rows(&table.of).clone(), columns(&table.of).clone());
        let matrix = self.term(table, conditions)?;
        let applied = |i: &Gallina, j: &Gallina| {
            let base = if matrix.text.ends_with("^T") { matrix.argument() } else { matrix.at(level::APPLICATION) };
            Gallina::new(format!("{base} {} {}", i.argument(), j.argument()), level::APPLICATION)
        };
        let is_one = |space: &Space| *space == Space::one();
        let at_point = |t: &Term| matches!(t.of, Type::Point(_));
        Ok(match places {
            [i] if at_point(i) => applied(&self.term(i, conditions)?, &zero),
            [i] if is_one(&row_space) => {
                match self.integer(i, conditions)?.as_constant() {
                    Some(1) => applied(&zero, &zero),
                    _ => return self.fails(span, "a place in a table of one row"),
                }
            }
            [i] => {
                let i = self.place(i, &row_space, conditions)?;
                Gallina::applied("entry", &[&matrix, &i, &Gallina::atom("1")])
            }
            [i, j] if at_point(i) && at_point(j) => {
                applied(&self.term(i, conditions)?, &self.term(j, conditions)?)
            }
            [i, j] if at_point(i) => {
                let (x, j) = (self.term(i, conditions)?, self.place(j, &column_space, conditions)?);
                let column = Gallina::applied("column", &[&matrix, &before(&j)]);
                Gallina::new(format!("{} {} 0", column.text, x.argument()), level::APPLICATION)
            }
            [i, j] if is_one(&row_space) && is_one(&column_space) => {
                let both = [self.integer(i, conditions)?.as_constant(), self.integer(j, conditions)?.as_constant()];
                match both {
                    [Some(1), Some(1)] => applied(&zero, &zero),
                    _ => return self.fails(span, "a place in a table of one row"),
                }
            }
            [i, j] if !at_point(j) => {
                let (i, j) = (self.place(i, &row_space, conditions)?, self.place(j, &column_space, conditions)?);
                Gallina::applied("entry", &[&matrix, &i, &j])
            }
            _ => return self.fails(span, "a place and a point"),
        })
    }

    /// A row or a column by its number, from 1: it has to be there.
    pub fn place(&mut self, term: &Term, space: &Space, conditions: &mut Conditions) -> Result<Gallina, Untranslated> {
        let place = self.integer(term, conditions)?;
        let Some(size) = self.size_of(space) else {
            return self.fails(&term.span, "a place among so many");
        };
        self.between(1, &place, &size, conditions);
        Ok(place.size())
    }

    /// How many rows or columns a space has, where that is a sum of names and numbers.
    pub fn size_of(&self, space: &Space) -> Option<Linear> {
        match space {
            Space::Side(side, context) => Some(self.points(*side, context)),
            Space::Dimension(text) => text.split(" + ").try_fold(Linear::constant(0), |sum, part| {
                let part = match part.parse::<i64>() {
                    Ok(number) => Linear::constant(number),
                    Err(_) => Linear::atom(&self.integer_called(part)?.text),
                };
                Some(sum.plus(&part))
            }),
        }
    }

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
                let Type::Context(context) = &context.of else { unreachable!("types were checked") };
                let points = self.points(crate::statement::types::Side::X, &context.clone());
                let draws = self.integer(draws, conditions)?;
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

    fn fold(&mut self, fold: &Fold, span: &Span, conditions: &mut Conditions) -> Result<Gallina, Untranslated> {
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
                let Type::Context(context) = &context.of else { unreachable!("types were checked") };
                let name_of_it =
                    if matches!(fold.body.of, Type::Table(..)) { "expected_table" } else { "expectation" };
                let weights = Gallina::applied("p", &[&self.context(context)]);
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
        let Type::Context(context) = &context.of else { unreachable!("types were checked") };
        let weights = Gallina::applied("p", &[&self.context(context)]);
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

/// An integer in the field.
fn real(value: i64) -> Gallina {
    match value {
        0 | 1 => Gallina::atom(value.to_string()),
        2.. => Gallina::atom(format!("{value}%:R")),
        _ => Gallina::new(format!("- {}", real(-value).text), level::OPPOSITE),
    }
}

/// A natural number in the field.
pub(super) fn cast(natural: &Gallina) -> Gallina {
    Gallina::atom(format!("{}%:R", natural.argument()))
}

/// The place from 0 of one from 1.
pub(super) fn before(place: &Gallina) -> Gallina {
    match place.text.strip_suffix(".+1") {
        Some(before) => Gallina::atom(before),
        None if place.text == "1" => Gallina::atom("0"),
        None => Gallina::atom(format!("{}.-1", place.argument())),
    }
}

impl Translation<'_> {
    /// The context of a term that is one.
    pub fn context_of(&self, term: &Term) -> ContextTerm {
        match &term.of {
            Type::Context(context) | Type::SingularSystem(context) => context.clone(),
            _ => unreachable!("types were checked when the statement was read"),
        }
    }
}
