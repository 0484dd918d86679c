//! Whether arguments fit a signature, and what comes out.

use super::diagnostic::Diagnostic;
use super::names::Entry;
use super::signature::{Parameter, Pattern, Places, Signature, shown};
use super::size::Size;
use super::tree::{Span, Term};
use super::types::{ContextTerm, Space, Type};
use std::collections::HashMap;

/// What the names of a signature stand for, as far as the arguments have told.
#[derive(Default)]
struct Meanings {
    contexts: HashMap<String, ContextTerm>,
    spaces: HashMap<String, Space>,
    counts: HashMap<String, Size>,
}

/// The type of a quantity applied to arguments. `sizes` are what the arguments are as dimensions, where
/// they are integers; `call` is the place of the whole.
pub(super) fn apply(entry: &Entry, arguments: &[Term], sizes: &[Option<Size>], call: Span) -> Result<Type, Diagnostic> {
    let signature = Signature::of(entry.quantity);
    let expected = signature.parameters.len();
    if arguments.len() != expected {
        let number = if expected == 1 { "one argument".into() } else { format!("{expected} arguments") };
        let message = format!("`{}` takes {number}, found {}", entry.name, arguments.len());
        return Err(Diagnostic::new(call, message).help(shown(entry)));
    }
    let mut meanings = Meanings::default();
    for ((parameter, argument), size) in signature.parameters.iter().zip(arguments).zip(sizes) {
        if !meanings.fits(parameter, &argument.of, size.as_ref()) {
            let wanted = meanings.shown(&parameter.of);
            let message = format!(
                "the argument {} of `{}` is {wanted}, found {}",
                parameter.name,
                entry.name,
                noun(&argument.of)
            );
            return Err(Diagnostic::new(argument.span.clone(), message).help(shown(entry)));
        }
    }
    Ok(meanings.result(&signature.result))
}

/// A type with its article.
pub(super) fn noun(of: &Type) -> String {
    match of {
        Type::Truth => "a truth".into(),
        Type::Integer => "an integer".into(),
        _ => format!("a {of}"),
    }
}

impl Meanings {
    /// Whether a type can stand for a parameter; what it tells is kept.
    fn fits(&mut self, parameter: &Parameter, of: &Type, size: Option<&Size>) -> bool {
        match (&parameter.of, of) {
            (Pattern::Truth, Type::Truth) | (Pattern::Real, Type::Integer | Type::Real) => true,
            (Pattern::Integer, Type::Integer) => {
                self.counts.extend(size.map(|size| (parameter.name.clone(), size.clone())));
                true
            }
            (Pattern::Context, Type::Context(context)) => self.is_context(&parameter.name, context),
            (Pattern::SingularSystem(name), Type::SingularSystem(context)) => self.is_context(name, context),
            (Pattern::Table(rows, columns), Type::Table(r, c)) => self.are(rows, r) && self.are(columns, c),
            (Pattern::Point(places), Type::Point(space)) => self.are(places, space),
            (Pattern::Sample(places, draws), Type::Sample(space, number)) => {
                self.are(places, space) && self.are(draws, &Space::Dimension(number.clone()))
            }
            _ => false,
        }
    }

    fn is_context(&mut self, name: &str, context: &ContextTerm) -> bool {
        self.contexts.entry(name.into()).or_insert_with(|| context.clone()) == context
    }

    fn are(&mut self, places: &Places, space: &Space) -> bool {
        match (places, space) {
            (Places::Weighted(_), Space::Dimension(_)) => false,
            (Places::Weighted(name) | Places::Any(name), _) => {
                self.spaces.entry(name.clone()).or_insert_with(|| space.clone()) == space
            }
            (Places::Count(name), Space::Dimension(text)) => {
                let size = Size::written(text);
                *self.counts.entry(name.clone()).or_insert_with(|| size.clone()) == size
            }
            (Places::Count(_), Space::Side(..)) => false,
            (Places::Points(..) | Places::Fixed(_) | Places::Sum(..), _) => self.space(places).as_ref() == Some(space),
        }
    }

    /// The space that places stand for, if that is known.
    fn space(&self, places: &Places) -> Option<Space> {
        let count = |name| self.counts.get(name);
        Some(match places {
            Places::Points(side, context) => Space::side(*side, self.contexts.get(context)?.clone()),
            Places::Weighted(name) | Places::Any(name) => self.spaces.get(name)?.clone(),
            Places::Count(name) => Space::Dimension(count(name)?.to_string()),
            Places::Fixed(number) => Space::Dimension(number.clone()),
            Places::Sum(a, b) => Space::Dimension(count(a)?.clone().plus(count(b)?).to_string()),
        })
    }

    fn result(&self, pattern: &Pattern) -> Type {
        // A name in a result stands in a parameter too; a test applies every quantity.
        let known = |places| self.space(places).expect("the arguments tell all places of the result");
        match pattern {
            Pattern::Truth => Type::Truth,
            Pattern::Integer => Type::Integer,
            Pattern::Real => Type::Real,
            Pattern::Transposed(context) => Type::Context(self.contexts[context].clone().transposed()),
            Pattern::Table(rows, columns) => Type::Table(known(rows), known(columns)),
            Pattern::Point(places) => Type::Point(known(places)),
            Pattern::Context | Pattern::SingularSystem(_) | Pattern::Sample(..) => {
                unreachable!("no quantity makes a context, a choice or a sample")
            }
        }
    }

    /// What is expected of an argument, with the names replaced that are known.
    fn shown(&self, pattern: &Pattern) -> String {
        match pattern {
            Pattern::Truth => "a truth".into(),
            Pattern::Integer => "an integer".into(),
            Pattern::Real => "a number".into(),
            Pattern::Context | Pattern::Transposed(_) => "a context".into(),
            Pattern::SingularSystem(context) => {
                let of = self.contexts.get(context).map_or("a context".into(), ContextTerm::to_string);
                format!("a singular_system of {of}")
            }
            Pattern::Table(rows, Places::Fixed(_)) => format!("a function on {}", self.places(rows)),
            Pattern::Table(rows, columns) => format!("a table({}, {})", self.places(rows), self.places(columns)),
            Pattern::Point(places) => format!("a point of {}", self.places(places)),
            Pattern::Sample(places, _) => format!("a sample from {}", self.places(places)),
        }
    }

    fn places(&self, places: &Places) -> String {
        match (self.space(places), places) {
            (Some(space), _) => space.to_string(),
            (None, Places::Points(side, context)) => format!("{side}({context})"),
            (None, Places::Weighted(_)) => "the points of a side".into(),
            (None, Places::Any(name) | Places::Count(name) | Places::Fixed(name)) => name.clone(),
            (None, Places::Sum(a, b)) => format!("{a} + {b}"),
        }
    }
}
