//! Entries of tables: at points, and at places that are numbered from 1.

use super::condition::Conditions;
use super::gallina::{Gallina, level};
use super::linear::Linear;
use super::translation::{Translation, Untranslated, columns, rows};
use crate::statement::names::Quantity;
use crate::statement::tree::{Kind, Span, Term};
use crate::statement::types::{Space, Type};

impl Translation<'_> {
    /// `t[i]` or `t[i, j]`
    pub fn entry(
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
            let name = if quantity == Quantity::MarginalX { "p" } else { "q" };
            let point = self.term(&places[0], conditions)?;
            return Ok(Gallina::applied(name, &[&self.context(&self.context_of(context)), &zero, &point]));
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
            [i] if is_one(&row_space) => match self.integer(i, conditions)?.as_constant() {
                Some(1) => applied(&zero, &zero),
                _ => return self.fails(span, "a place in a table of one row"),
            },
            [i] => {
                let i = self.place(i, &row_space, conditions)?;
                Gallina::applied("entry", &[&matrix, &i, &Gallina::atom("1")])
            }
            [i, j] if at_point(i) && at_point(j) => applied(&self.term(i, conditions)?, &self.term(j, conditions)?),
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
}

/// The place from 0 of one from 1.
pub(super) fn before(place: &Gallina) -> Gallina {
    match place.text.strip_suffix(".+1") {
        Some(before) => Gallina::atom(before),
        None if place.text == "1" => Gallina::atom("0"),
        None => Gallina::atom(format!("{}.-1", place.argument())),
    }
}
