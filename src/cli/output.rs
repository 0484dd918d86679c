//! Where the answer goes, and in which form.

use crate::error::Error;
use clap::Args;
use serde::Serialize;
use std::borrow::Cow;
use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Options that every command has.
#[derive(Args)]
pub struct Output {
    /// Print one JSON document instead of text
    #[arg(long, global = true)]
    json: bool,
    /// Write to a file instead of the standard output; it appears whole or not at all
    #[arg(long, short, global = true, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Output {
    /// Writes the report in the form asked for.
    pub fn write<R: Serialize>(&self, report: &R, text: impl FnOnce(&R) -> String) -> Result<(), Error> {
        let document = if self.json {
            serde_json::to_string_pretty(report).expect("a report has string keys and finite numbers") + "\n"
        } else {
            text(report)
        };
        match &self.output {
            Some(path) => write_whole(path, &document),
            None => print(&self.emphasised(document)),
        }
    }

    /// Does some work, with a sign of life on the error output if that is a terminal.
    pub fn working<T>(&self, what: impl Into<Cow<'static, str>>, work: impl FnOnce() -> T) -> T {
        // Hidden where the error output is no terminal.
        let spinner = indicatif::ProgressBar::new_spinner().with_message(what);
        spinner.enable_steady_tick(Duration::from_millis(120));
        let result = work();
        spinner.finish_and_clear();
        result
    }

    /// Headings in bold, on a terminal that is not asked to be plain.
    fn emphasised(&self, document: String) -> String {
        if self.json || !io::stdout().is_terminal() || std::env::var_os("NO_COLOR").is_some() {
            return document;
        }
        let mut after_blank = true;
        let mut out = String::new();
        for line in document.lines() {
            match after_blank && !line.is_empty() {
                true => out.push_str(&format!("\x1b[1m{line}\x1b[0m\n")),
                false => out.push_str(&format!("{line}\n")),
            }
            after_blank = line.is_empty();
        }
        out
    }
}

/// Prints; a reader that went away (`| head`) is no error.
fn print(document: &str) -> Result<(), Error> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(document.as_bytes()).and_then(|()| stdout.flush()) {
        Err(e) if e.kind() != io::ErrorKind::BrokenPipe => Err(Error::new(format!("standard output: {e}"))),
        _ => Ok(()),
    }
}

/// Writes beside the file and renames: readers see the old file or the new one.
pub fn write_whole(path: &Path, document: &str) -> Result<(), Error> {
    let mut name =
        path.file_name().ok_or_else(|| Error::new(format!("{}: not a file name", path.display())))?.to_owned();
    name.push(format!(".{}.part", std::process::id()));
    let part = path.with_file_name(name);
    let written = fs::write(&part, document).and_then(|()| fs::rename(&part, path));
    written.map_err(|e| {
        // Nothing half written stays; if even that fails there is nothing more to do.
        let _ = fs::remove_file(&part);
        Error::io(path, &e)
    })
}
