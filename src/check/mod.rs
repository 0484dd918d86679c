//! Whether a certificate shows what it says: the independent checker.
//!
//! ```text
//! certificate ──digest, domains──► values ──witnesses──► facts ──walk over the statement's tree──► refutation
//! ```
//!
//! It walks the statement over the certificate's values in rational intervals, with the definitions written out. It
//! multiplies, compares and eliminates; it searches for nothing, factors nothing and finds no root. Nothing that
//! found the instance is used here, and nothing in the certificate is believed that was not checked.
//! `docs/certificates.md` says what each step is.

mod arithmetic;
mod attained;
mod bound;
mod context;
mod cube;
mod definitions;
mod elementary;
mod extreme;
mod facts;
mod instance;
mod interval;
mod kernel;
mod learns;
mod limit;
mod lipschitz;
mod objectives;
mod operator;
mod pencil;
mod psd;
mod rejection;
mod sample;
mod spectral;
mod system;
mod task;
mod top;
mod value;
mod walk;

pub use pencil::Eigenvalue;
pub use rejection::{Place, Rejection};

use crate::certificate::{Certificate, Finding, VERSION, digest};
use crate::exact::rational::{Rational, integer};
use crate::statement::format;
use crate::statement::tree::{Clause, Statement};
use limit::Limit;
use value::{Note, Stop};
use walk::Walk;

/// A statement that fails on an instance, shown by a certificate. There is no other way to get one than [`check`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refutation {
    statement: String,
    digest: String,
    finding: Finding,
    instance: String,
    undefined: Option<Place>,
}

impl Refutation {
    /// The statement's name.
    pub fn statement(&self) -> &str {
        &self.statement
    }

    /// The digest of the statement's canonical text.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// In which way it fails.
    pub fn finding(&self) -> Finding {
        self.finding
    }

    /// The instance, in words.
    pub fn instance(&self) -> &str {
        &self.instance
    }

    /// The term without a value, where it is ill-posed.
    pub fn undefined(&self) -> Option<&Place> {
        self.undefined.as_ref()
    }
}

/// Checks a certificate of a statement, which is the caller's own.
///
/// A rejection says nothing of the statement: only that this certificate does not show that it fails.
pub fn check(statement: &Statement, certificate: &Certificate) -> Result<Refutation, Rejection> {
    check_asking(statement, certificate).0
}

/// The same, and which eigenvalues of pencils the walk asked for as far as it went, shown by a witness or not: for
/// whoever makes a certificate.
pub fn check_asking(
    statement: &Statement,
    certificate: &Certificate,
) -> (Result<Refutation, Rejection>, Vec<Eigenvalue>) {
    let limit = Limit::new();
    let mut walk = Walk::new(statement, &limit);
    let answer = answer(&mut walk, certificate);
    (answer, walk.facts.asked.take())
}

fn answer(walk: &mut Walk, certificate: &Certificate) -> Result<Refutation, Rejection> {
    let statement = walk.statement();
    if certificate.version != VERSION {
        return Err(Rejection::Version(certificate.version));
    }
    let text = format(&statement.text).expect("a statement that was read is well formed");
    let expected = digest(&text);
    if certificate.statement != expected {
        return Err(Rejection::Digest { expected, found: certificate.statement.clone() });
    }
    let place = |note: &Note| Place::of(statement, &note.span);
    walk.read_instance(certificate)?;
    for clause in &statement.clauses {
        match clause {
            Clause::For(..) | Clause::Let(..) => {}
            Clause::Assume(hypothesis) => match walk.truth(hypothesis) {
                Ok(Some(true)) => {}
                Ok(Some(false)) => {
                    let place = Place::of(statement, &hypothesis.span);
                    return Err(Rejection::Hypothesis { place, reason: "it is false on this instance".into() });
                }
                Ok(None) => return Err(undecided(walk)),
                Err(Stop::Undefined(note)) => {
                    let reason = format!("it is undefined: {}", note.reason);
                    return Err(Rejection::Hypothesis { place: place(&note), reason });
                }
                Err(Stop::NotShown(note)) => return Err(not_shown(statement, &note)),
            },
        }
    }
    let undefined = match (certificate.finding, walk.truth(&statement.claim)) {
        (_, Err(Stop::NotShown(note))) => return Err(not_shown(statement, &note)),
        (said @ Finding::IllPosed, Ok(truth)) => {
            let value = truth.map_or("not decided", |truth| if truth { "true" } else { "false" });
            return Err(Rejection::Finding { said, found: format!("the claim has a value: it is {value}") });
        }
        (Finding::IllPosed, Err(Stop::Undefined(note))) => Some(place(&note)),
        (Finding::Refuted, Ok(Some(false))) => None,
        (Finding::Refuted, Ok(Some(true))) => return Err(Rejection::Holds),
        (Finding::Refuted, Ok(None)) => return Err(undecided(walk)),
        (said @ Finding::Refuted, Err(Stop::Undefined(note))) => {
            let found = format!("{} is undefined: {}", place(&note), note.reason);
            return Err(Rejection::Finding { said, found });
        }
    };
    Ok(Refutation {
        statement: statement.id.clone(),
        digest: expected,
        finding: certificate.finding,
        instance: instance::words(statement, certificate),
        undefined,
    })
}

fn not_shown(statement: &Statement, note: &Note) -> Rejection {
    Rejection::NotShown { place: Place::of(statement, &note.span), reason: note.reason.clone() }
}

/// A truth that has to be known has a value that is not shown.
fn undecided(walk: &Walk) -> Rejection {
    not_shown(walk.statement(), walk.undecided.as_ref().expect("what is not decided says so"))
}

/// A small integer.
fn number(n: i64) -> Rational {
    integer(n)
}
