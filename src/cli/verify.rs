//! `contexture verify`.

use super::check::{rendered, text_of};
use super::output::Output;
use super::{Ending, Outcome};
use crate::certificate::{Certificate, MAX_BYTES, digest};
use crate::check::check;
use crate::error::Error;
use crate::ledger::entries;
use crate::report::verification::{VerificationReport, Verified};
use crate::statement::tree::Statement;
use crate::statement::{format, read};
use clap::Args;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

/// Checks certificates: whether each shows that its statement fails
#[derive(Args)]
pub struct Arguments {
    /// Certificates (docs/certificates.md)
    #[arg(required = true)]
    certificates: Vec<PathBuf>,
    /// The statement that they are of; otherwise statement.claim beside each, or the ledger's
    #[arg(long, value_name = "FILE")]
    statement: Option<PathBuf>,
}

impl Arguments {
    pub fn run(&self, output: &Output) -> Outcome {
        let given = self.statement.as_deref().map(statement_in).transpose()?;
        let mut certificates = Vec::new();
        for path in &self.certificates {
            let file = path.display().to_string();
            certificates.push(match Certificate::parse(&bytes_of(path)?) {
                Err(malformed) => Verified::new(file, None, &Err(malformed.into())),
                Ok(certificate) => {
                    let statement = match &given {
                        Some(statement) => statement.clone(),
                        None => statement_of(path, &certificate)?,
                    };
                    Verified::new(file, Some(statement.id.clone()), &check(&statement, &certificate))
                }
            });
        }
        let report = VerificationReport { version: 1, certificates };
        output.write(&report, VerificationReport::text)?;
        Ok(if report.certificates.iter().all(|c| c.accepted) { Ending::Done } else { Ending::Failed })
    }
}

/// The statement beside a certificate, or the one of the ledger that it is of.
fn statement_of(path: &Path, certificate: &Certificate) -> Result<Statement, Error> {
    let beside = path.with_file_name("statement.claim");
    if beside.exists() {
        return statement_in(&beside);
    }
    let of_it = |text: &str| format(text).is_ok_and(|text| digest(&text) == certificate.statement);
    let entry = entries().into_iter().find(|entry| of_it(entry.text));
    let entry = entry.ok_or_else(|| {
        Error::new(format!("{}: it is of no statement of the ledger: name its own with --statement", path.display()))
    })?;
    Ok(entry.statement().expect("the ledger's statements are tested to read"))
}

fn statement_in(path: &Path) -> Result<Statement, Error> {
    let text = text_of(path)?;
    read(&text).map_err(|found| Error::new(rendered(path, &text, &found)))
}

/// The file, up to one byte more than a certificate may have.
fn bytes_of(path: &Path) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|e| Error::io(path, &e))?;
    file.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(|e| Error::io(path, &e))?;
    Ok(bytes)
}
