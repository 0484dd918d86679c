//! What is wrong with a statement's text, and where.

use super::tree::Span;
use std::fmt::Write;

/// A line is shown up to this many characters around the place.
const SHOWN: usize = 100;

/// One thing that is wrong with a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The bytes of the text that it is about; empty where something is missing.
    pub span: Span,
    /// What was expected and what was found, in one line.
    pub message: String,
    /// How to mend it, where that can be said.
    pub help: Option<String>,
}

impl Diagnostic {
    /// Something wrong at a place.
    pub(super) fn new(span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic { span, message: message.into(), help: None }
    }

    /// The same with a way to mend it.
    pub(super) fn help(self, help: impl Into<String>) -> Diagnostic {
        Diagnostic { help: Some(help.into()), ..self }
    }

    /// Line and column of its beginning in the text that it is about, both from 1; columns are characters.
    pub fn place(&self, text: &str) -> (usize, usize) {
        let before = &text[..floor(text, self.span.start)];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
        (line, column)
    }

    /// For people: `file:line:column: message`, the line, carets under the place, and the help.
    /// `text` is the text that was read.
    pub fn render(&self, file: &str, text: &str) -> String {
        let (line, column) = self.place(text);
        let shown = text.split('\n').nth(line - 1).unwrap_or("").trim_end();
        let end = floor(text, self.span.end.max(self.span.start));
        let marked = text[floor(text, self.span.start)..end].split('\n').next().unwrap_or("");
        let skipped = (column - 1).saturating_sub(SHOWN / 2);
        let window: String = shown.chars().skip(skipped).take(SHOWN).map(printable).collect();
        let room = (SHOWN - (column - 1 - skipped)).max(1);
        let carets = marked.trim_end().chars().count().clamp(1, room);
        let margin = " ".repeat(line.to_string().len());
        let mut out = format!("{file}:{line}:{column}: {}\n", self.message);
        let _ = writeln!(out, " {margin} |\n {line} | {window}");
        let _ = writeln!(out, " {margin} | {}{}", " ".repeat(column - 1 - skipped), "^".repeat(carets));
        if let Some(help) = &self.help {
            let _ = writeln!(out, " {margin} = help: {help}");
        }
        out
    }
}

/// The nearest character boundary at or before a byte.
fn floor(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len())).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0)
}

/// One column for each character, also for a tab.
fn printable(c: char) -> char {
    if c.is_control() { ' ' } else { c }
}

/// `did you mean ...` for a misspelt name, if one of the candidates is near.
pub(super) fn did_you_mean<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let most = (name.chars().count() / 3).clamp(1, 3);
    let near = candidates.into_iter().map(|candidate| (edits(name, candidate), candidate));
    let (distance, nearest) = near.min()?;
    // A name of one letter is near to every other.
    (distance <= most && distance < name.chars().count()).then(|| format!("did you mean `{nearest}`?"))
}

/// How many letters have to be changed, added, dropped or exchanged with their neighbour.
fn edits(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > 3 {
        return usize::MAX; // too far to be a slip, whatever the letters are
    }
    let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let changed = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut least = changed.min(rows[i - 1][j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_shown_under_its_line() {
        let text = "claim a\n  é\tbad word\n";
        let start = text.find("bad").unwrap();
        let found = Diagnostic::new(start..start + 3, "no").help("write good");
        assert_eq!(found.place(text), (2, 5));
        let shown = "f.claim:2:5: no\n   |\n 2 |   é bad word\n   |     ^^^\n   = help: write good\n";
        assert_eq!(found.render("f.claim", text), shown);
    }

    #[test]
    fn any_span_can_be_shown() {
        let text = format!("é\n{}", "x".repeat(1000));
        for start in [0, 1, 2, 3, 400, 1003, 5000] {
            for end in [0, 1, 500, 5000] {
                let shown = Diagnostic::new(start..end, "m").render("f", &text);
                assert!(shown.contains('^') && shown.lines().all(|l| l.chars().count() < 120), "{shown}");
            }
        }
    }

    #[test]
    fn near_names_are_found() {
        assert_eq!(edits("trace_gap", "tarce_gap"), 1);
        assert_eq!(edits("kitten", "sitting"), 3);
        assert_eq!(edits("", "ab"), 2);
        assert_eq!(did_you_mean("trace_gab", ["norm", "trace_gap"]).unwrap(), "did you mean `trace_gap`?");
        assert_eq!(did_you_mean("x", ["y"]), None);
        assert_eq!(did_you_mean("wholly", ["norm"]), None);
    }
}
