//! Why a certificate is not accepted.

use crate::certificate::{Finding, Malformed, VERSION};
use crate::statement::tree::{Span, Statement};
use std::fmt;

/// Where a term stands in a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
    /// The term, as the statement writes it, on one line.
    pub text: String,
}

/// The first step that fails, in the order in which a certificate is checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rejection {
    /// The file is not of the form, or beyond a limit.
    Format(String),
    /// The file is of another version.
    Version(u64),
    /// It is a certificate of another statement.
    Digest {
        /// That of the statement at hand.
        expected: String,
        /// That in the certificate.
        found: String,
    },
    /// A value is missing, superfluous, or outside of its variable's domain.
    Instance {
        /// The variable.
        variable: String,
        /// What is wrong with its value, as a clause.
        reason: String,
    },
    /// A witness does not show what it says.
    Witness {
        /// Which one, from 1.
        number: usize,
        /// What it is of.
        of: &'static str,
        /// The condition that fails, as a clause.
        condition: String,
    },
    /// A hypothesis is false or undefined on the instance.
    Hypothesis {
        /// The hypothesis, or the term of it without a value.
        place: Place,
        /// Which of the two, as a clause.
        reason: String,
    },
    /// A term has to be known, and is not.
    NotShown {
        /// The term.
        place: Place,
        /// What is missing, as a clause.
        reason: String,
    },
    /// The claim is true on the instance.
    Holds,
    /// A term of the claim is undefined where the certificate says refuted, or the claim has a value where it
    /// says ill-posed.
    Finding {
        /// What the certificate says.
        said: Finding,
        /// What there is instead, as a clause.
        found: String,
    },
}

impl Rejection {
    /// The step in one word, as `docs/certificates.md` lists them.
    pub fn step(&self) -> &'static str {
        match self {
            Rejection::Format(_) => "format",
            Rejection::Version(_) => "version",
            Rejection::Digest { .. } => "digest",
            Rejection::Instance { .. } => "instance",
            Rejection::Witness { .. } => "witness",
            Rejection::Hypothesis { .. } => "hypothesis",
            Rejection::NotShown { .. } => "not shown",
            Rejection::Holds => "holds",
            Rejection::Finding { .. } => "finding",
        }
    }
}

impl Place {
    /// The place of a term of a statement.
    pub(super) fn of(statement: &Statement, span: &Span) -> Place {
        let before = statement.text.get(..span.start).unwrap_or("");
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        let text = statement.text.get(span.clone()).unwrap_or("");
        Place {
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
            text: text.split_whitespace().collect::<Vec<_>>().join(" "),
        }
    }
}

impl From<Malformed> for Rejection {
    fn from(malformed: Malformed) -> Rejection {
        match malformed {
            Malformed::Form(reason) => Rejection::Format(reason),
            Malformed::Version(found) => Rejection::Version(found),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: `{}`", self.line, self.column, self.text)
    }
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.step())?;
        match self {
            Rejection::Format(reason) => f.write_str(reason),
            Rejection::Version(found) => write!(f, "the file has version {found}, and version {VERSION} is read"),
            Rejection::Digest { expected, found } => write!(f, "the statement has {expected}, the file is of {found}"),
            Rejection::Instance { variable, reason } => write!(f, "{variable}: {reason}"),
            Rejection::Witness { number, of, condition } => write!(f, "witness {number}, of {of}: {condition}"),
            Rejection::Hypothesis { place, reason } | Rejection::NotShown { place, reason } => {
                write!(f, "{place}: {reason}")
            }
            Rejection::Holds => f.write_str("the claim is true on this instance"),
            Rejection::Finding { said, found } => write!(f, "the file says {said}, but {found}"),
        }
    }
}

impl std::error::Error for Rejection {}
