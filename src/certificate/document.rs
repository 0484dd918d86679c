//! The file as a whole: read with every limit, written in one way.

use super::scan::scan;
use super::{JointTable, Rows, Value, Witness};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::fmt;

/// The version of the format that is read and written.
pub const VERSION: u64 = 1;

/// The most witnesses of a certificate.
pub const MAX_WITNESSES: usize = 1000;

/// What a certificate says, and what is to show it. Nothing of it is believed yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    /// The version of the format, [`VERSION`].
    pub version: u64,
    /// The [`digest`](super::digest()) of the statement's canonical text.
    pub statement: String,
    /// What is found.
    pub finding: Finding,
    /// A value for each quantified variable, by its name.
    pub instance: BTreeMap<String, Value>,
    /// About quantities that are no plain formulas.
    pub witnesses: Vec<Witness>,
}

/// What a certificate shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Finding {
    /// Every hypothesis is true and the claim is false.
    Refuted,
    /// Every hypothesis is true and a term of the claim has no value.
    IllPosed,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Finding::Refuted => "refuted",
            Finding::IllPosed => "ill-posed",
        })
    }
}

/// Why a file is no certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Malformed {
    /// It is not of the form, or beyond a limit; as a clause.
    Form(String),
    /// It is of another version than [`VERSION`].
    Version(u64),
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Malformed::Form(reason) => write!(f, "it is no certificate: {reason}"),
            Malformed::Version(found) => write!(f, "it has version {found}, and version {VERSION} is read"),
        }
    }
}

impl std::error::Error for Malformed {}

impl Certificate {
    /// Reads a file. Limits are looked at first: nothing is built of what is too large, nests too deep or holds
    /// a member twice.
    pub fn parse(text: &[u8]) -> Result<Certificate, Malformed> {
        #[derive(Deserialize)]
        struct Head {
            version: u64,
        }
        let form = |reason: String| Malformed::Form(reason);
        scan(text).map_err(form)?;
        // Another version may have other members, so it is told before they are missed.
        let head: Head = serde_json::from_slice(text).map_err(|e| form(e.to_string()))?;
        if head.version != VERSION {
            return Err(Malformed::Version(head.version));
        }
        let certificate: Certificate = serde_json::from_slice(text).map_err(|e| form(e.to_string()))?;
        if certificate.witnesses.len() > MAX_WITNESSES {
            return Err(form(format!("it has more than {MAX_WITNESSES} witnesses")));
        }
        // Lists for objects, nulls and members that say nothing would read as well, and are not written.
        let given: Json = serde_json::from_slice(text).map_err(|e| form(e.to_string()))?;
        if serde_json::to_value(&certificate).ok() != Some(given) {
            return Err(form("a member has another form than the format's".into()));
        }
        if certificate.tables().any(|rows| rows.iter().any(|row| row.len() != rows[0].len())) {
            return Err(form("the rows of a table are not of one length".into()));
        }
        if !is_digest(&certificate.statement) {
            return Err(form("the statement is not sha256: and 64 digits in lower-case hexadecimal".into()));
        }
        Ok(certificate)
    }

    /// All tables of the instance, and those that witnesses are about.
    fn tables(&self) -> impl Iterator<Item = &Rows> {
        let values = self.instance.values().filter_map(|value| match value {
            Value::Table(rows) | Value::Context(JointTable { joint: rows, .. }) => Some(rows),
            Value::Number(_) | Value::Point(_) | Value::System(_) => None,
        });
        let named = self.witnesses.iter().flat_map(|witness| match witness {
            Witness::Ritz(w) => vec![&w.features],
            Witness::Learns(w) => vec![&w.features],
            Witness::WorstError(w) => vec![&w.features],
            Witness::HasTask(w) => vec![&w.features],
            Witness::Pencil(w) => vec![&w.form, &w.mass],
            Witness::Spectrum(_) | Witness::System(_) => vec![],
        });
        values.chain(named)
    }

    /// The file's text: pretty, in one order, ending in a line break.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).expect("names are strings") + "\n"
    }
}

fn is_digest(text: &str) -> bool {
    let hexadecimal = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
    text.strip_prefix("sha256:").is_some_and(|digits| digits.len() == 64 && digits.bytes().all(hexadecimal))
}
