//! What became of certificates that were checked.

use crate::check::{Refutation, Rejection};
use serde::Serialize;

/// Certificates and whether each shows what it says.
#[derive(Debug, Serialize)]
pub struct VerificationReport {
    /// The version of this document's form.
    pub version: u32,
    /// In the order of the call.
    pub certificates: Vec<Verified>,
}

/// A certificate that was checked.
#[derive(Debug, Serialize)]
pub struct Verified {
    /// The file.
    pub file: String,
    /// Whether it shows what it says.
    pub accepted: bool,
    /// The statement's name, unless the file is no certificate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement: Option<String>,
    /// `refuted` or `ill-posed`, if it is accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finding: Option<String>,
    /// The instance in words, if it is accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instance: Option<String>,
    /// The term without a value, if that is what is shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub undefined: Option<String>,
    /// The step that failed, if it is rejected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step: Option<&'static str>,
    /// Why it failed there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl Verified {
    /// What the checker says of a file.
    pub fn new(file: String, statement: Option<String>, checked: &Result<Refutation, Rejection>) -> Verified {
        let (shown, rejection) = (checked.as_ref().ok(), checked.as_ref().err());
        Verified {
            file,
            accepted: checked.is_ok(),
            statement,
            finding: shown.map(|s| s.finding().to_string()),
            instance: shown.map(|s| s.instance().into()),
            undefined: shown.and_then(|s| s.undefined()).map(ToString::to_string),
            step: rejection.map(Rejection::step),
            reason: rejection.map(ToString::to_string),
        }
    }

    fn text(&self) -> String {
        let statement = self.statement.as_ref().map(|s| format!(" {s}")).unwrap_or_default();
        match (&self.finding, &self.instance, &self.reason) {
            (Some(finding), Some(instance), _) => {
                let undefined =
                    self.undefined.as_ref().map(|u| format!("  without a value: {u}\n")).unwrap_or_default();
                format!("{}: accepted:{statement} is {finding}\n  at {instance}\n{undefined}", self.file)
            }
            (.., reason) => {
                format!("{}: rejected:{statement}\n  {}\n", self.file, reason.as_deref().unwrap_or_default())
            }
        }
    }
}

impl VerificationReport {
    /// One paragraph a file.
    pub fn text(&self) -> String {
        self.certificates.iter().map(Verified::text).collect()
    }
}
