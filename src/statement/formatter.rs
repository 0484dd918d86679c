//! The one way to write a statement: its clauses in canonical text.

use super::diagnostic::Diagnostic;
use super::document::parse;
use super::printer::{INDENT, Printer, WIDTH};
use super::syntax::{Body, Clause, Keyword, Remark};

/// The text in its canonical form: same statement, same comments. It has to parse; names and types are
/// not looked at.
pub fn format(text: &str) -> Result<String, Vec<Diagnostic>> {
    let reading = parse(text);
    if !reading.diagnostics.is_empty() {
        return Err(reading.diagnostics);
    }
    let mut out = String::new();
    let mut header = true;
    for Clause { before, keyword, body } in reading.document.clauses {
        // An empty line parts the header from the rest, and stands nowhere inside the header.
        let comments = before.iter().any(|remark| matches!(remark, Remark::Comment(_)));
        if header && !keyword.is_header() && before.first() != Some(&Remark::Gap) {
            out.push('\n');
        }
        let parted = !keyword.is_header() || comments;
        header = keyword.is_header();
        remarks(&mut out, if parted { &before } else { &[] });
        clause(&mut out, keyword, body);
    }
    remarks(&mut out, &reading.document.trailing);
    let end = out.trim_end().len();
    out.truncate(end);
    out.push('\n');
    Ok(out)
}

/// Comments, and single empty lines; none at the beginning of a text.
fn remarks(out: &mut String, remarks: &[Remark]) {
    for remark in remarks {
        match remark {
            Remark::Comment(text) => out.push_str(text),
            Remark::Gap if out.is_empty() => continue,
            Remark::Gap => {}
        }
        out.push('\n');
    }
}

fn clause(out: &mut String, keyword: Keyword, body: Body) {
    // The longest keyword of the header is `statement`, of the rest `assume`.
    let width = if keyword.is_header() { "statement ".len() } else { "assume ".len() };
    let before = format!("{:<width$}", keyword.text());
    let mut printer = Printer::default();
    match body {
        Body::Words(words) => out.push_str(&filled(&before, &words)),
        Body::Expect(verdict) => out.push_str(&format!("{before}{verdict}")),
        Body::For(all) => {
            printer.quantified(&all);
            out.push_str(&printer.lines(&before));
        }
        Body::Let(name, term) => {
            printer.text(&format!("{} = ", name.text));
            printer.term(&term);
            out.push_str(&printer.lines(&before));
        }
        Body::Truth(term) => {
            printer.term(&term);
            out.push_str(&printer.lines(&before));
        }
    }
    out.push('\n');
}

/// As many words on each line as fit.
fn filled(before: &str, words: &str) -> String {
    let mut out = String::from(before);
    let mut column = before.chars().count();
    for (i, word) in words.split(' ').enumerate() {
        let length = word.chars().count();
        if i > 0 && column + 1 + length > WIDTH {
            out.push('\n');
            out.push_str(&" ".repeat(INDENT));
            column = INDENT;
        } else if i > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += length;
    }
    out
}
