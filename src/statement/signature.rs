//! The signatures of [`NAMES`], parsed.

use super::lexer::{Token, TokenKind, tokens};
use super::names::{Entry, NAMES, Quantity};
use super::types::Side;
use std::sync::LazyLock;

/// Types of the arguments and of the value.
#[derive(Debug)]
pub(super) struct Signature {
    pub parameters: Vec<Parameter>,
    pub result: Pattern,
}

#[derive(Debug)]
pub(super) struct Parameter {
    pub name: String,
    pub of: Pattern,
}

/// A type with names that stand for anything.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Pattern {
    Truth,
    Integer,
    Real,
    Context,
    /// The context of that name with its sides exchanged; a result only.
    Transposed(String),
    /// Of the context of that name.
    SingularSystem(String),
    Table(Places, Places),
    Point(Places),
    Sample(Places, Places),
}

/// What stands for rows or columns.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Places {
    /// The points of a side of a context: `X(P)`.
    Points(Side, String),
    /// A capital `S`: the points of some side, which have weights.
    Weighted(String),
    /// Another capital: anything.
    Any(String),
    /// A small letter: a number of numbered places.
    Count(String),
    /// Exactly one, two, ...
    Fixed(String),
    /// As many as the two names say together; a result only.
    Sum(String, String),
}

static SIGNATURES: LazyLock<Vec<Signature>> = LazyLock::new(|| NAMES.iter().map(parse).collect());

impl Signature {
    /// The signature of a quantity.
    pub(super) fn of(quantity: Quantity) -> &'static Signature {
        &SIGNATURES[quantity as usize]
    }
}

/// How a quantity is written, with its signature: `norm(f: table(S, 1)) -> real`.
pub(super) fn shown(entry: &Entry) -> String {
    match entry.name.split_once(' ') {
        // `maximises explained` is called as `maximises(explained, ...)`.
        Some((verb, objective)) => format!("{verb}({objective}, {}", &entry.signature[1..]),
        None => format!("{}{}", entry.name, entry.signature),
    }
}

/// Panics where the table is malformed; a test parses all of it.
fn parse(entry: &Entry) -> Signature {
    let text = entry.signature;
    let tokens = tokens(text, 0..text.len()).expect("a signature is made of tokens");
    let mut reader = Reader { tokens: &tokens, text };
    let mut parameters = Vec::new();
    reader.take("(");
    while !reader.found(")") {
        let name = reader.name();
        reader.take(":");
        parameters.push(Parameter { name, of: reader.pattern() });
        reader.found(",");
    }
    reader.take("-");
    reader.take(">");
    let result = reader.pattern();
    assert!(reader.tokens.len() == 1, "a signature ends with its result: {text}");
    Signature { parameters, result }
}

struct Reader<'a> {
    tokens: &'a [Token<'a>],
    text: &'a str,
}

impl Reader<'_> {
    fn found(&mut self, text: &str) -> bool {
        let found = self.tokens[0].text == text;
        if found {
            self.tokens = &self.tokens[1..];
        }
        found
    }

    fn take(&mut self, text: &str) {
        assert!(self.found(text), "expected {text} in the signature {}", self.text);
    }

    fn name(&mut self) -> String {
        let token = &self.tokens[0];
        assert!(token.kind == TokenKind::Name, "expected a name in the signature {}", self.text);
        self.tokens = &self.tokens[1..];
        token.text.into()
    }

    fn pattern(&mut self) -> Pattern {
        let name = self.name();
        match name.as_str() {
            "truth" => Pattern::Truth,
            "integer" => Pattern::Integer,
            "real" => Pattern::Real,
            "context" => Pattern::Context,
            "transposed" => Pattern::Transposed(self.inside()),
            "singular_system" => Pattern::SingularSystem(self.inside()),
            "point" => {
                self.take("(");
                let places = self.places();
                self.take(")");
                Pattern::Point(places)
            }
            "table" => {
                self.take("(");
                let rows = self.places();
                self.take(",");
                let columns = self.places();
                self.take(")");
                Pattern::Table(rows, columns)
            }
            "sample" => {
                self.take("(");
                let places = self.places();
                self.take(",");
                let draws = self.places();
                self.take(")");
                Pattern::Sample(places, draws)
            }
            _ => panic!("unknown type {name} in the signature {}", self.text),
        }
    }

    /// `(P)`
    fn inside(&mut self) -> String {
        self.take("(");
        let name = self.name();
        self.take(")");
        name
    }

    fn places(&mut self) -> Places {
        if self.tokens[0].kind == TokenKind::Number {
            let number = self.tokens[0].text.into();
            self.tokens = &self.tokens[1..];
            return Places::Fixed(number);
        }
        let name = self.name();
        match name.as_str() {
            "X" => Places::Points(Side::X, self.inside()),
            "A" => Places::Points(Side::A, self.inside()),
            "S" => Places::Weighted(name),
            _ if name.starts_with(|c: char| c.is_ascii_uppercase()) => Places::Any(name),
            _ if self.found("+") => Places::Sum(name, self.name()),
            _ => Places::Count(name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_signature_is_one() {
        for entry in NAMES {
            let signature = Signature::of(entry.quantity);
            let bound = |name: &String| signature.parameters.iter().any(|p| p.name == *name);
            if let Pattern::Transposed(context) = &signature.result {
                assert!(bound(context), "{}", entry.name);
            }
            assert!(!signature.parameters.is_empty(), "{}: nothing depends on nothing", entry.name);
        }
    }

    #[test]
    fn a_signature_is_read_as_it_is_written() {
        let signature = Signature::of(Quantity::Beside);
        let places = |name: &str| Places::Any(name.into());
        assert_eq!(signature.parameters[0].of, Pattern::Table(places("R"), Places::Count("c".into())));
        assert_eq!(signature.result, Pattern::Table(places("R"), Places::Sum("c".into(), "e".into())));
        let signature = Signature::of(Quantity::LeftSingularFunction);
        assert_eq!(signature.parameters[0].of, Pattern::SingularSystem("P".into()));
        assert_eq!(signature.result, Pattern::Table(Places::Points(Side::X, "P".into()), Places::Fixed("1".into())));
        assert_eq!(Signature::of(Quantity::Distance).parameters[2].of, Pattern::Point(Places::Weighted("S".into())));
        let minimises = shown(Quantity::MinimisesContrastive.entry());
        assert_eq!(minimises, "minimises(contrastive, P: context, Psi: table(A(P), d)) -> truth");
    }
}
