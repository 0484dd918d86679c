//! The statements that come with the program.

use crate::certificate::digest;
use crate::statement::tree::Statement;
use crate::statement::{Diagnostic, read};

/// The chapters, in the order of the theory.
pub const CHAPTERS: [&str; 5] = ["foundations", "optimality", "evaluation", "objectives", "learning"];

/// A folder of the ledger.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The chapter, one of [`CHAPTERS`].
    pub chapter: &'static str,
    /// The name of the folder, and of the statement in it.
    pub id: &'static str,
    /// The statement's text.
    pub text: &'static str,
    /// The instance that refutes it or leaves a term undefined, if there is one.
    pub instance: Option<&'static str>,
    /// Why it fails, in a few sentences; written by hand for each that does.
    pub why: Option<&'static str>,
    /// The source of its machine-checked proof.
    pub proof: Option<&'static str>,
    /// The source of the theorem that it fails.
    pub negation: Option<&'static str>,
}

/// What the proof assistant said: a line for each theorem, its claim, its name, its file, its axioms. Continuous
/// integration compiles every proof again and compares.
const PROVED: &str = include_str!("../../proofs/LEDGER");

const EMBEDDED: &[Entry] = include!(concat!(env!("OUT_DIR"), "/entries.rs"));

/// All entries, by chapter, then by name.
pub fn entries() -> Vec<Entry> {
    CHAPTERS.iter().flat_map(|chapter| EMBEDDED.iter().filter(move |e| e.chapter == *chapter)).copied().collect()
}

impl Entry {
    /// The file, in the repository.
    pub fn path(&self) -> String {
        format!("proofs/{}/{}/statement.claim", self.chapter, self.id)
    }

    /// Whether the proof assistant has accepted a proof of exactly this text, without axioms.
    pub fn is_proved(&self) -> bool {
        self.has_theorem(self.proof, "stated")
    }

    /// Whether it has accepted a proof that exactly this text fails over every real closed field.
    pub fn is_shown_to_fail(&self) -> bool {
        self.has_theorem(self.negation, "fails")
    }

    /// The file of the theorem that settles it.
    pub fn theorem(&self) -> Option<String> {
        let file = match (self.is_proved(), self.is_shown_to_fail()) {
            (true, _) => "proof.v",
            (_, true) => "negation.v",
            _ => return None,
        };
        Some(format!("proofs/{}/{}/{file}", self.chapter, self.id))
    }

    fn has_theorem(&self, source: Option<&str>, kind: &str) -> bool {
        let theorem = format!("{}_{kind}", self.id.replace('-', "_"));
        let mut lines = PROVED.lines().map(|line| line.split(' ').collect::<Vec<_>>());
        let without_axioms = lines.any(|l| matches!(l[..], [id, name, _, "none"] if id == self.id && name == theorem));
        let of_this_text = format!("(* statement: {} *)", digest(self.text));
        without_axioms && source.is_some_and(|source| source.lines().next() == Some(&of_this_text))
    }

    /// The statement.
    pub fn statement(&self) -> Result<Statement, Vec<Diagnostic>> {
        read(self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statement::format;
    use crate::statement::tree::Verdict;
    use std::collections::HashSet;

    #[test]
    fn a_proof_is_of_one_text() {
        let proved = entries().into_iter().find(|e| e.id == "adjoint").expect("it is in the ledger");
        assert!(proved.is_proved());
        let drifted = Entry { text: "statement adjoint\n", ..proved };
        assert!(!drifted.is_proved(), "the proof is of another text");
        assert!(!Entry { id: "encoder-bound", ..proved }.is_proved(), "it has no theorem");
        assert!(!Entry { proof: None, ..proved }.is_proved());
        let fails = entries().into_iter().find(|e| e.id == "rkhs-well-defined").expect("it is in the ledger");
        assert!(fails.is_shown_to_fail() && !fails.is_proved());
        assert_eq!(fails.theorem().as_deref(), Some("proofs/foundations/rkhs-well-defined/negation.v"));
        assert!(!Entry { text: proved.text, ..fails }.is_shown_to_fail(), "the theorem is of another text");
        assert!(
            !Entry { proof: fails.negation, ..fails }.is_proved(),
            "a theorem that it fails is not one that it holds"
        );
        let failing =
            |e: &Entry| e.statement().is_ok_and(|s| matches!(s.expect, Some(Verdict::Refuted | Verdict::IllPosed)));
        assert!(!entries().iter().any(|e| failing(e) && e.is_proved()));
    }

    #[test]
    fn every_entry_reads_and_is_in_form() {
        let all = entries();
        assert_eq!(all.len(), EMBEDDED.len(), "a chapter is not listed");
        let chapter = |name: &str| std::fs::read_dir(format!("{}/proofs/{name}", env!("CARGO_MANIFEST_DIR")));
        let folders = CHAPTERS.iter().flat_map(|name| chapter(name).expect("a folder of proofs/"));
        assert_eq!(all.len(), folders.count(), "there is a new folder in proofs/: touch build.rs");
        let ids: HashSet<&str> = all.iter().map(|e| e.id).collect();
        assert_eq!(ids.len(), all.len(), "an id stands twice");
        for entry in &all {
            let complain = |found: Vec<Diagnostic>| -> String {
                found.iter().map(|d| d.render(&entry.path(), entry.text)).collect()
            };
            let statement = entry.statement().unwrap_or_else(|found| panic!("{}", complain(found)));
            assert_eq!(statement.id, entry.id, "{}", entry.path());
            assert!(statement.expect.is_some(), "{} expects no verdict", entry.path());
            assert_eq!(format(entry.text).unwrap(), entry.text, "{} is not in canonical form", entry.path());
            let fails = matches!(statement.expect, Some(Verdict::Refuted | Verdict::IllPosed));
            assert_eq!(fails, entry.why.is_some(), "{}: what fails, and nothing else, has a why.md", entry.id);
            assert_eq!(fails, entry.instance.is_some(), "{}: what fails, and nothing else, has an instance", entry.id);
            if let Some(amended) = &statement.amends {
                assert!(ids.contains(amended.as_str()), "{} amends what is not there", entry.id);
                assert!(entry.id.starts_with(&format!("{amended}-amended")), "{} is named after no other", entry.id);
            }
        }
    }
}
