//! `contexture audit`.

use super::input::OptionalSource;
use super::output::{Output, write_whole};
use super::scope::{Interruption, ScopeArguments, Watch};
use super::{Ending, Outcome};
use crate::certificate::Certificate;
use crate::error::Error;
use crate::ledger::{Audit, Entry, Judgement, audit, entries};
use crate::report::audit::{AuditReport, StatementReport};
use crate::report::coq;
use crate::report::page::page;
use crate::search::Universe;
use crate::statement::tree::Statement;
use clap::Args;
use std::fs;
use std::path::{Path, PathBuf};

/// A verdict for every published statement of the ledger, over all small contexts or on one of yours
#[derive(Args)]
pub struct Arguments {
    #[command(flatten)]
    source: OptionalSource,
    /// Only the statements with these names
    #[arg(long, value_name = "ID", num_args = 1.., value_delimiter = ',')]
    only: Vec<String>,
    #[command(flatten)]
    scope: ScopeArguments,
    /// Write the ledger's page, the report as JSON and the instances into this folder
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

impl Arguments {
    pub fn run(&self, output: &Output) -> Outcome {
        let universe = self.scope.universe(self.source.context()?)?;
        let entries = self.entries()?;
        let statements: Vec<Statement> =
            entries.iter().map(|e| e.statement().unwrap_or_else(|_| panic!("{} is tested to read", e.id))).collect();
        if let Some(folder) = &self.out {
            fs::create_dir_all(folder).map_err(|e| Error::io(folder, &e))?;
        }
        let is_proved = |s: &Statement| entries.iter().any(|e| e.id == s.id && e.is_proved());
        let saved = self.scope.saved()?;
        let interruption = Interruption::on_signal();
        let watch = Watch::new(&statements, &universe);
        let found =
            audit(&statements, &is_proved, &universe, saved.as_ref(), interruption.flag(), &|n, c| watch.show(n, c))?;
        watch.finish();
        let report = self.report(&entries, &found, &universe);
        match (self.only.is_empty(), &report.statements[..]) {
            (false, [one]) => output.write(&report, |_| one.text(&statements[0]))?,
            _ => output.write(&report, AuditReport::text)?,
        }
        if let Some(folder) = &self.out {
            write_folder(folder, &report, &entries)?;
        }
        if found.interrupted {
            interruption.save(&found.saved, self.out.as_deref())?;
            return Ok(Ending::Interrupted);
        }
        Ok(super::scope::ending(&report.statements))
    }

    /// The entries that were asked for.
    fn entries(&self) -> Result<Vec<Entry>, Error> {
        let mut all = entries();
        if let Some(unknown) = self.only.iter().find(|id| !all.iter().any(|e| e.id == **id)) {
            let close = all.iter().map(|e| e.id).filter(|id| id.contains(unknown.as_str())).collect::<Vec<_>>();
            let hint =
                if close.is_empty() { "see docs/ledger.md".into() } else { format!("perhaps {}", close.join(", ")) };
            return Err(Error::new(format!("--only: the ledger has no statement {unknown}; {hint}")));
        }
        if !self.only.is_empty() {
            all.retain(|e| self.only.iter().any(|id| id == e.id));
        }
        Ok(all)
    }

    fn report(&self, entries: &[Entry], found: &Audit, universe: &Universe) -> AuditReport {
        let statement = |j: &Judgement| {
            let entry = entries.iter().find(|e| e.id == j.statement.id);
            StatementReport {
                theorem: entry.and_then(Entry::theorem),
                ..StatementReport::new(j, entry.map(|e| e.chapter), universe)
            }
        };
        AuditReport {
            version: 1,
            seed: self.scope.seed(),
            scope: universe.describe(),
            interrupted: found.interrupted,
            statements: found.judgements.iter().map(statement).collect(),
        }
        .linked()
    }
}

/// `ledger.md`, `audit.json`, and in `<chapter>/<id>/` of each claim that fails its instance, its page, and its certificate
/// as JSON and for Coq.
fn write_folder(folder: &Path, report: &AuditReport, entries: &[Entry]) -> Result<(), Error> {
    write_whole(&folder.join("ledger.md"), &report.page())?;
    write_whole(&folder.join("audit.json"), &pretty(report))?;
    let entry = |id: &str| entries.iter().find(|e| e.id == id);
    for statement in &report.statements {
        let Some(entry_of_it) = entry(&statement.id) else { continue };
        let amended = statement.amended_by.as_deref().and_then(entry);
        let (Some(page), Some(instance)) = (page(statement, entry_of_it, amended), &statement.instance) else {
            continue;
        };
        let place = folder.join(entry_of_it.chapter).join(&statement.id);
        fs::create_dir_all(&place).map_err(|e| Error::io(&place, &e))?;
        write_whole(&place.join("instance.json"), &pretty(instance))?;
        write_whole(&place.join("README.md"), &page)?;
        if let Some(certificate) = &statement.certificate {
            let document = pretty(certificate);
            write_whole(&place.join("refutation.json"), &document)?;
            let certificate = Certificate::parse(document.as_bytes()).expect("what is written is read again");
            write_whole(&place.join("refutation.v"), &coq::refutation(entry_of_it.text, &certificate))?;
        }
    }
    Ok(())
}

fn pretty(document: &impl serde::Serialize) -> String {
    serde_json::to_string_pretty(document).expect("string keys and finite numbers") + "\n"
}
