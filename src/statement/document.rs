//! A text's clauses: which may stand where, and what is in them.

use super::diagnostic::{Diagnostic, did_you_mean};
use super::layout::{Block, layout};
use super::lexer::{Token, TokenKind, tokens};
use super::parser::Parser;
use super::syntax::{Body, Clause, Document, Keyword};
use super::tree::{Span, Verdict};

/// The longest text that is read.
pub const MAX_BYTES: usize = 64 * 1024;

/// What could be parsed, and what is wrong.
#[derive(Debug)]
pub(super) struct Reading {
    /// Clauses that are wrong are left out.
    pub document: Document,
    /// In the order of the text.
    pub diagnostics: Vec<Diagnostic>,
    /// Names that occur in clauses that are left out. Complaints about them would be echoes.
    pub lost: Vec<String>,
}

/// Parses a text, clause by clause.
pub(super) fn parse(text: &str) -> Reading {
    let document = Document { clauses: vec![], trailing: vec![] };
    let mut reading = Reading { document, diagnostics: vec![], lost: vec![] };
    if text.len() > MAX_BYTES {
        let message = format!("a statement has at most {MAX_BYTES} bytes, this text has {}", text.len());
        reading.diagnostics.push(Diagnostic::new(0..0, message));
        return reading;
    }
    let layout = layout(text);
    reading.diagnostics = order(text, &layout.blocks, !layout.diagnostics.is_empty());
    reading.diagnostics.extend(layout.diagnostics);
    for block in layout.blocks {
        match body(text, &block) {
            Ok(body) => {
                let Block { before, keyword, .. } = block;
                reading.document.clauses.push(Clause { before, keyword, body });
            }
            Err(found) => {
                reading.diagnostics.push(found);
                reading.lost.extend(names(text, block.body));
            }
        }
    }
    reading.document.trailing = layout.trailing;
    reading.diagnostics.sort_by_key(|found| found.span.start);
    reading
}

/// Clauses out of their order, twice, or missing. Where lines could not be read, nothing is missed.
fn order(text: &str, blocks: &[Block], incomplete: bool) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut last: Option<Keyword> = None;
    for block in blocks {
        let keyword = block.keyword;
        if let Some(last) = last.filter(|last| last.rank() > keyword.rank()) {
            let message = format!("`{}` stands after `{}`", keyword.text(), last.text());
            let help = "the order is: statement, source, reading, amends, expect; for, let and assume; claim";
            found.push(Diagnostic::new(block.keyword_span.clone(), message).help(help));
            continue; // what follows is compared with what stood right
        }
        let repeated = last == Some(keyword) && (keyword.is_header() || keyword == Keyword::Claim);
        if repeated {
            let message = format!("`{}` stands twice", keyword.text());
            found.push(Diagnostic::new(block.keyword_span.clone(), message));
        }
        last = Some(keyword);
    }
    if incomplete {
        return found;
    }
    let has = |keyword: Keyword| blocks.iter().any(|block| block.keyword == keyword);
    let first = blocks.first().map_or(text.len()..text.len(), |block| block.keyword_span.clone());
    if !has(Keyword::Statement) {
        let help = "a text begins with `statement` and its name, as in `statement encoder-bound`";
        found.push(Diagnostic::new(first, "there is no `statement`").help(help));
    } else if !has(Keyword::Source) {
        let help = "after `statement` stands `source` and where it was published, or `source own`";
        found.push(Diagnostic::new(first, "there is no `source`").help(help));
    } else if !has(Keyword::Claim) {
        let end = text.trim_end().len();
        found.push(
            Diagnostic::new(end..end, "there is no `claim`")
                .help("the last clause says what is claimed; it begins at the first column"),
        );
    }
    found
}

fn body(text: &str, block: &Block) -> Result<Body, Diagnostic> {
    let part = block.body.clone();
    let content = text[part.clone()].trim();
    if content.is_empty() {
        let place = block.keyword_span.clone();
        return Err(Diagnostic::new(place, format!("nothing stands after `{}`", block.keyword.text())));
    }
    // The rest begins with what ended the keyword: no letter, but maybe no space either.
    if !text[part.clone()].starts_with(char::is_whitespace) {
        let message = format!("expected a space after `{}`", block.keyword.text());
        return Err(Diagnostic::new(part.start..part.start + first(content), message));
    }
    match block.keyword {
        Keyword::Statement | Keyword::Amends => identifier(text, part).map(Body::Words),
        Keyword::Source | Keyword::Reading => free_text(text, part).map(Body::Words),
        Keyword::Expect => expected(text, part).map(Body::Expect),
        Keyword::For => Ok(Body::For(Parser::new(text, part)?.quantified()?)),
        Keyword::Let => Parser::new(text, part)?.definition().map(|(name, term)| Body::Let(name, term)),
        Keyword::Assume | Keyword::Claim => Ok(Body::Truth(Parser::new(text, part)?.whole()?)),
    }
}

/// Where the content of a part lies.
fn place(text: &str, part: Span) -> Span {
    let content = text[part.clone()].trim();
    let start = part.end - text[part].trim_start().len();
    start..start + content.len()
}

fn first(content: &str) -> usize {
    content.chars().next().map_or(0, char::len_utf8)
}

/// A statement's name.
fn identifier(text: &str, part: Span) -> Result<String, Diagnostic> {
    let place = place(text, part);
    let name = &text[place.clone()];
    let good = |word: &str| !word.is_empty() && word.bytes().all(|b: u8| b.is_ascii_lowercase() || b.is_ascii_digit());
    if name.split('-').all(good) {
        return Ok(name.into());
    }
    let message = "a statement's name is made of lower-case words and digits, joined by hyphens";
    Err(Diagnostic::new(place, message).help("as in `encoder-bound-2`"))
}

/// Words with single spaces between them.
fn free_text(text: &str, part: Span) -> Result<String, Diagnostic> {
    let start = part.start;
    let content = &text[part];
    let control = |c: char| c.is_control() && !c.is_whitespace();
    if let Some(at) = content.find(control) {
        return Err(Diagnostic::new(start + at..start + at + 1, "a control character in a text"));
    }
    Ok(content.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn expected(text: &str, part: Span) -> Result<Verdict, Diagnostic> {
    let place = place(text, part);
    let word = &text[place.clone()];
    let all = [Verdict::Proved, Verdict::Survives, Verdict::Refuted, Verdict::IllPosed, Verdict::Undecided];
    if let Some(verdict) = all.into_iter().find(|verdict| verdict.to_string() == word) {
        return Ok(verdict);
    }
    let names = all.map(|verdict| verdict.to_string());
    let found = Diagnostic::new(place, format!("expected one of {}", names.join(", ")));
    Err(match did_you_mean(word, names.iter().map(String::as_str)) {
        Some(help) => found.help(help),
        None => found,
    })
}

/// All names in a part, as far as it can be cut in tokens.
fn names(text: &str, part: Span) -> Vec<String> {
    // A part with a bad token is cut before it.
    let readable = match tokens(text, part.clone()) {
        Ok(found) => return words(found),
        Err(found) => part.start..found.span.start,
    };
    tokens(text, readable).map(words).unwrap_or_default()
}

fn words(tokens: Vec<Token<'_>>) -> Vec<String> {
    tokens.into_iter().filter(|token| token.kind == TokenKind::Name).map(|token| token.text.into()).collect()
}
