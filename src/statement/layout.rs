//! Lines: a clause begins at the first column, indented lines continue it, `#` begins a comment.

use super::diagnostic::{Diagnostic, did_you_mean};
use super::syntax::{Keyword, Remark};
use super::tree::Span;

/// A clause that is not yet parsed.
#[derive(Debug)]
pub(super) struct Block {
    pub before: Vec<Remark>,
    pub keyword: Keyword,
    pub keyword_span: Span,
    /// Everything after the keyword, to the end of the last line.
    pub body: Span,
}

/// The text cut in clauses.
#[derive(Debug, Default)]
pub(super) struct Layout {
    pub blocks: Vec<Block>,
    /// What stands after the last clause.
    pub trailing: Vec<Remark>,
    /// Lines that belong nowhere.
    pub diagnostics: Vec<Diagnostic>,
}

/// Cuts a text in clauses.
pub(super) fn layout(text: &str) -> Layout {
    let mut layout = Layout::default();
    // Whether an indented line would continue a clause: not at the top, nor after a comment or a bad line.
    let mut state = State::Top;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let content = line.trim_end();
        let span = start..start + content.len();
        start += line.len();
        match content.chars().next() {
            None => gap(&mut layout.trailing),
            Some('#') => {
                layout.trailing.push(Remark::Comment(content.into()));
                state = State::Comment;
            }
            Some(c) if c.is_whitespace() => match state {
                State::Clause => {
                    layout.trailing.clear(); // empty lines inside a clause
                    layout.blocks.last_mut().expect("a clause has begun").body.end = span.end;
                }
                State::Skipping => {}
                State::Top | State::Comment => {
                    let indent = content.len() - content.trim_start().len();
                    let place = span.start + indent..span.end;
                    let found = if state == State::Top {
                        Diagnostic::new(place, "an indented line continues a clause, but none has begun")
                    } else {
                        Diagnostic::new(place, "a comment stands inside a clause")
                            .help("comments stand before a clause; a clause begins at the first column")
                    };
                    layout.diagnostics.push(found);
                    state = State::Skipping;
                }
            },
            Some(_) => match keyword(content, span.start) {
                Ok(keyword) => {
                    let after = span.start + keyword.text().len();
                    layout.blocks.push(Block {
                        before: std::mem::take(&mut layout.trailing),
                        keyword,
                        keyword_span: span.start..after,
                        body: after..span.end,
                    });
                    state = State::Clause;
                }
                Err(found) => {
                    layout.trailing.clear();
                    layout.diagnostics.push(found);
                    state = State::Skipping;
                }
            },
        }
    }
    layout
}

/// What the line before leaves open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Top,
    Clause,
    Comment,
    /// After a line that has been complained of.
    Skipping,
}

/// Empty lines that follow each other are one.
fn gap(remarks: &mut Vec<Remark>) {
    if remarks.last() != Some(&Remark::Gap) {
        remarks.push(Remark::Gap);
    }
}

/// The keyword at the beginning of a line.
fn keyword(line: &str, start: usize) -> Result<Keyword, Diagnostic> {
    let length = line.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(line.len());
    let word = &line[..length];
    if let Some(keyword) = Keyword::ALL.into_iter().find(|keyword| keyword.text() == word) {
        return Ok(keyword);
    }
    let names = Keyword::ALL.map(Keyword::text);
    let indented = "a clause begins with a keyword at the first column; its further lines are indented";
    let help = did_you_mean(word, names).unwrap_or_else(|| indented.into());
    let (place, found) = match word.is_empty() {
        true => (line.chars().next().map_or(0, char::len_utf8), &line[..line.chars().next().map_or(0, char::len_utf8)]),
        false => (length, word),
    };
    let message = format!("expected one of {}, found `{found}`", names.join(", "));
    Err(Diagnostic::new(start..start + place, message).help(help))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indented_lines_continue_and_comments_go_with_the_next_clause() {
        let text = "# one\n\n\nlet  a\r\n  b\n\n  c\n# two\nclaim d\n\n# three\n";
        let found = layout(text);
        assert!(found.diagnostics.is_empty());
        let [first, second] = &found.blocks[..] else { panic!("{found:?}") };
        assert_eq!(first.before, [Remark::Comment("# one".into()), Remark::Gap]);
        assert_eq!(&text[first.body.clone()], "  a\r\n  b\n\n  c");
        assert_eq!((second.keyword, &second.before[..]), (Keyword::Claim, &[Remark::Comment("# two".into())][..]));
        assert_eq!(found.trailing, [Remark::Gap, Remark::Comment("# three".into())]);
    }

    #[test]
    fn lines_that_belong_nowhere_are_told_once() {
        let found = layout("  a\n  b\nclam c\n  d\nlet e\n# f\n  g\n");
        let messages: Vec<&str> = found.diagnostics.iter().map(|d| d.message.as_str()).collect();
        assert_eq!(messages.len(), 3, "{messages:?}");
        assert!(messages[0].contains("none has begun") && messages[2].contains("comment"));
        assert_eq!(found.diagnostics[1].help.as_deref(), Some("did you mean `claim`?"));
    }
}
