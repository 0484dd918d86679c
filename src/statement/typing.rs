//! What operators make of the types of their operands.

use super::application::noun;
use super::diagnostic::Diagnostic;
use super::tree::{Arithmetic, FoldKind, Kind, Relation, Span, Term};
use super::types::{Space, Type};
use num_traits::Signed;

type Typed = Result<Type, Diagnostic>;

/// A term has to be true or false.
pub(super) fn truth(term: &Term, what: &str) -> Result<(), Diagnostic> {
    match term.of {
        Type::Truth => Ok(()),
        _ => Err(mismatch(term, &format!("{what} is true or false"))),
    }
}

/// A term has to be an integer.
pub(super) fn integer(term: &Term, what: &str) -> Result<(), Diagnostic> {
    match term.of {
        Type::Integer => Ok(()),
        _ => Err(mismatch(term, &format!("{what} is an integer"))),
    }
}

/// A term has to be a number.
pub(super) fn number(term: &Term, what: &str) -> Result<(), Diagnostic> {
    match term.of {
        Type::Integer | Type::Real => Ok(()),
        _ => Err(mismatch(term, &format!("{what} is a number"))),
    }
}

fn mismatch(term: &Term, expected: &str) -> Diagnostic {
    Diagnostic::new(term.span.clone(), format!("{expected}, found {}", noun(&term.of)))
}

/// Integer if all of them are.
fn widest<'a>(terms: impl IntoIterator<Item = &'a Term>) -> Type {
    if terms.into_iter().all(|term| term.of == Type::Integer) { Type::Integer } else { Type::Real }
}

/// `-a`
pub(super) fn negative(term: &Term) -> Typed {
    match &term.of {
        Type::Integer | Type::Real | Type::Table(..) => Ok(term.of.clone()),
        _ => Err(mismatch(term, "`-` stands before a number or a table")),
    }
}

/// `a + b`, `a - b`, `a * b`, `a / b`; the span is that of the whole.
pub(super) fn arithmetic(operation: Arithmetic, a: &Term, b: &Term, span: Span) -> Typed {
    let is_number = |of: &Type| matches!(of, Type::Integer | Type::Real);
    let error = |message: String| Diagnostic::new(span.clone(), message);
    match (operation, &a.of, &b.of) {
        (Arithmetic::Divide, x, y) if is_number(x) && is_number(y) => Ok(Type::Real),
        (_, x, y) if is_number(x) && is_number(y) => Ok(widest([a, b])),
        (Arithmetic::Multiply, x, table @ Type::Table(..)) if is_number(x) => Ok(table.clone()),
        (Arithmetic::Multiply | Arithmetic::Divide, table @ Type::Table(..), y) if is_number(y) => Ok(table.clone()),
        (Arithmetic::Multiply, Type::Table(rows, inner), Type::Table(other, columns)) => {
            if inner == other {
                return Ok(Type::Table(rows.clone(), columns.clone()));
            }
            let message = "the columns of the left factor are not the rows of the right one";
            Err(error(format!("{message}: {inner} and {other}")).help("`transpose(M)` exchanges rows and columns"))
        }
        (Arithmetic::Add | Arithmetic::Subtract, x @ Type::Table(..), y @ Type::Table(..)) => {
            if x == y {
                return Ok(x.clone());
            }
            Err(error(format!("tables of different spaces: {} and {}", noun(x), noun(y))))
        }
        (Arithmetic::Add | Arithmetic::Subtract, Type::Table(rows, _), y) if is_number(y) => {
            let found = error(format!("{} and a number cannot be added", noun(&a.of)));
            Err(match rows {
                Space::Side(side, context) => found.help(format!("a constant function is `c * one_{side}({context})`")),
                Space::Dimension(_) => found,
            })
        }
        (Arithmetic::Divide, _, Type::Table(..)) => {
            Err(error(format!("{} cannot be a divisor", noun(&b.of))).help("`inverse(M)` is the inverse of a matrix"))
        }
        (_, x, y) => Err(error(format!("no arithmetic with {} and {}", noun(x), noun(y)))),
    }
}

/// `a ^ n`
pub(super) fn power(base: &Term, exponent: &Term) -> Typed {
    integer(exponent, "an exponent")?;
    match &base.of {
        Type::Integer => match &exponent.kind {
            Kind::Number(n) if !n.is_negative() => Ok(Type::Integer),
            _ => Ok(Type::Real), // the exponent may be negative
        },
        Type::Real => Ok(Type::Real),
        Type::Table(rows, columns) if rows == columns => Ok(base.of.clone()),
        Type::Table(..) => Err(mismatch(base, "only a number or a square table has powers")),
        _ => Err(mismatch(base, "only a number or a square table has powers")),
    }
}

/// `t[x]`, `t[x, y]`
pub(super) fn entry(table: &Term, indices: &[Term], span: Span) -> Typed {
    let Type::Table(rows, columns) = &table.of else {
        return Err(mismatch(table, "only a table has entries"));
    };
    let spaces = match indices.len() {
        1 if *columns == Space::one() => vec![rows],
        1 => {
            let message = format!("{} has more than one column: `[row, column]` takes an entry", noun(&table.of));
            return Err(Diagnostic::new(span, message).help("`column(M, j)` is the j-th column"));
        }
        2 => vec![rows, columns],
        n => return Err(Diagnostic::new(span, format!("an entry has one index or two, found {n}"))),
    };
    for (index, space) in indices.iter().zip(spaces) {
        let fits = match space {
            Space::Side(..) => index.of == Type::Point(space.clone()),
            Space::Dimension(_) => index.of == Type::Integer,
        };
        if !fits {
            let expected = match space {
                Space::Side(..) => format!("a point of {space}"),
                Space::Dimension(_) => "an integer, from 1".into(),
            };
            return Err(mismatch(index, &format!("this index is {expected}")));
        }
    }
    Ok(Type::Real)
}

/// Neighbours in a chain of comparisons.
pub(super) fn comparison(a: &Term, relation: Relation, b: &Term) -> Result<(), Diagnostic> {
    let is_number = |of: &Type| matches!(of, Type::Integer | Type::Real);
    if is_number(&a.of) && is_number(&b.of) {
        return Ok(());
    }
    let span = a.span.start..b.span.end;
    match a.of {
        Type::Context(_) | Type::SingularSystem(_) | Type::Sample(..) => {
            return Err(mismatch(a, "numbers, tables, points and truths can be compared"));
        }
        _ if a.of != b.of => {
            let found = format!("{} and {} cannot be compared", noun(&a.of), noun(&b.of));
            return Err(Diagnostic::new(span, found));
        }
        _ => {}
    }
    match relation {
        Relation::Equal | Relation::Unequal => Ok(()),
        _ => {
            let message = format!("{} has no order: only `=` and `!=` compare it", noun(&a.of));
            Err(Diagnostic::new(span, message))
        }
    }
}

/// What a fold over a body denotes.
pub(super) fn fold(kind: FoldKind, body: &Term) -> Typed {
    match kind {
        FoldKind::All | FoldKind::Any => truth(body, "what is said of the variables").map(|()| Type::Truth),
        FoldKind::Sum | FoldKind::Expectation if matches!(body.of, Type::Table(..)) => Ok(body.of.clone()),
        FoldKind::Sum => number(body, "what is summed").map(|()| body.of.clone()),
        FoldKind::Expectation => number(body, "what is expected").map(|()| Type::Real),
        FoldKind::Probability => truth(body, "an event").map(|()| Type::Real),
        FoldKind::Largest | FoldKind::Least => number(body, "what is compared").map(|()| body.of.clone()),
    }
}

/// `max(a, b)`, `min(a, b)`
pub(super) fn extreme(terms: &[Term]) -> Typed {
    terms.iter().try_for_each(|term| number(term, "what is compared"))?;
    Ok(widest(terms))
}
