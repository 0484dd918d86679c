//! Numbers and tables as terms of Coq.

use super::condition::Conditions;
use super::gallina::{Gallina, level};
use super::linear::Linear;
use super::translation::{Translation, Untranslated};
use crate::statement::names::Quantity;
use crate::statement::tree::{Arithmetic, FoldKind, Kind, Term};
use crate::statement::types::Type;
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
                    _ => Gallina::new(
                        format!("{} ^+ {}", base.at(level::APPLICATION), exponent.argument()),
                        level::POWER,
                    ),
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
