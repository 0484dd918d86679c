//! The words and symbols of a clause.

use super::diagnostic::Diagnostic;
use super::tree::Span;

/// The longest number that is read.
pub(super) const MAX_DIGITS: usize = 1000;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// Digits.
    Number,
    /// ASCII letters, digits and `_`, not beginning with a digit. Keywords are names here.
    Name,
    /// One of [`SYMBOLS`].
    Symbol,
    /// The end of the clause.
    End,
}

/// A piece of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token<'a> {
    pub kind: TokenKind,
    pub text: &'a str,
    pub span: Span,
}

/// Longer ones before those that they begin with.
const SYMBOLS: [&str; 20] =
    ["..", "!=", "<=", ">=", "(", ")", "[", "]", ",", ":", "+", "-", "*", "/", "^", "=", "<", ">", "{", "}"];

/// What other languages write, and how it is written here.
const FOREIGN: [(&str, &str); 37] = [
    ("==", "equality is written `=`"),
    ("=>", "write `>=` or `implies`"),
    ("=<", "write `<=`"),
    ("<>", "write `!=`"),
    ("**", "a power is written `^`"),
    ("&&", "write `and`"),
    ("||", "write `or`; an absolute value is `abs(a)`, a norm `norm(f)`"),
    ("&", "write `and`"),
    ("|", "an absolute value is `abs(a)`, a norm `norm(f)`"),
    ("!", "write `not`"),
    ("~", "a centred function is `centred(f)`"),
    ("'", "names are made of letters, digits and `_`; a transposed matrix is `transpose(M)`"),
    ("\"", "there are no texts in quotes"),
    (";", "a new clause begins on a new line"),
    ("#", "a comment stands on lines of its own and begins at the first column"),
    (".", "a range is written `a..b`, a fraction `1/10`"),
    ("≤", "write `<=`"),
    ("≥", "write `>=`"),
    ("≠", "write `!=`"),
    ("∀", "write `for all`"),
    ("∃", "write `exists`"),
    ("∈", "write `in`"),
    ("∑", "write `sum(i in 1..d: e)`"),
    ("Σ", "write `sum(i in 1..d: e)`"),
    ("·", "write `*`"),
    ("×", "write `*`"),
    ("−", "write `-`"),
    ("–", "write `-`"),
    ("∧", "write `and`"),
    ("∨", "write `or`"),
    ("¬", "write `not`"),
    ("⇒", "write `implies`"),
    ("→", "write `implies`"),
    ("⇔", "write `iff`"),
    ("²", "write `^2`"),
    ("√", "write `sqrt(a)`"),
    ("…", "a range is written `a..b`"),
];

/// The tokens of a part of the text, with an end token.
pub(super) fn tokens(text: &str, part: Span) -> Result<Vec<Token<'_>>, Diagnostic> {
    let end = part.start + text[part.clone()].trim_end().len();
    let mut tokens = Vec::new();
    let mut at = part.start;
    while at < end {
        let rest = &text[at..end];
        let length = match rest.chars().next() {
            Some(c) if c.is_ascii_whitespace() => {
                at += 1;
                continue;
            }
            Some(c) if c.is_ascii_digit() => number(rest, at)?,
            Some(c) if c.is_ascii_alphabetic() || c == '_' => name(rest, at)?,
            _ => symbol(rest, at)?,
        };
        let kind = match rest.as_bytes()[0] {
            b'0'..=b'9' => TokenKind::Number,
            b'A'..=b'Z' | b'a'..=b'z' | b'_' => TokenKind::Name,
            _ => TokenKind::Symbol,
        };
        tokens.push(Token { kind, text: &rest[..length], span: at..at + length });
        at += length;
    }
    tokens.push(Token { kind: TokenKind::End, text: "", span: end..end });
    Ok(tokens)
}

/// The length of a number at the beginning of the rest.
fn number(rest: &str, at: usize) -> Result<usize, Diagnostic> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let length = digits(rest);
    if length > MAX_DIGITS {
        let message = format!("a number has at most {MAX_DIGITS} digits, this one has {length}");
        return Err(Diagnostic::new(at..at + length, message));
    }
    let after = &rest[length..];
    if let Some(decimals) = after.strip_prefix('.').map(digits).filter(|d| *d > 0) {
        let whole = at..at + length + 1 + decimals;
        let found = Diagnostic::new(whole, "numbers are whole: a decimal is written as a quotient");
        let digits = format!("{}{}", &rest[..length], &after[1..1 + decimals]);
        let numerator = digits.trim_start_matches('0');
        let numerator = if numerator.is_empty() { "0" } else { numerator };
        return Err(match decimals {
            0..20 => found.help(format!("write `{numerator}/1{}`", "0".repeat(decimals))),
            _ => found,
        });
    }
    if after.starts_with(|c: char| c.is_alphabetic() || c == '_') {
        let word = after.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'_').count();
        let message = "a number is followed by a letter";
        let help = "a product is written with `*`; a name begins with a letter";
        return Err(Diagnostic::new(at..at + length + word, message).help(help));
    }
    Ok(length)
}

/// The length of a name at the beginning of the rest.
fn name(rest: &str, at: usize) -> Result<usize, Diagnostic> {
    let length = rest.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'_').count();
    match rest[length..].chars().next() {
        Some(c) if c.is_alphanumeric() && !FOREIGN.iter().any(|(foreign, _)| foreign.starts_with(c)) => {
            Err(not_ascii(rest, at))
        }
        _ => Ok(length),
    }
}

/// The length of a symbol at the beginning of the rest.
fn symbol(rest: &str, at: usize) -> Result<usize, Diagnostic> {
    if let Some(known) = SYMBOLS.iter().find(|s| rest.starts_with(**s)) {
        let foreign = FOREIGN.iter().find(|(foreign, _)| foreign.len() > known.len() && rest.starts_with(foreign));
        return match foreign {
            Some((foreign, help)) => Err(unexpected(foreign, at).help(*help)),
            None => Ok(known.len()),
        };
    }
    if let Some((foreign, help)) = FOREIGN.iter().find(|(foreign, _)| rest.starts_with(foreign)) {
        return Err(unexpected(foreign, at).help(*help));
    }
    match rest.chars().next() {
        Some(c) if c.is_alphanumeric() => Err(not_ascii(rest, at)),
        Some(c) if c.is_control() => Err(unexpected(&format!("U+{:04X}", c as u32), at)),
        c => {
            let length = c.map_or(0, char::len_utf8);
            Err(unexpected(&rest[..length], at))
        }
    }
}

fn unexpected(found: &str, at: usize) -> Diagnostic {
    // A control character is shown by its number, and is one byte or two: its first byte is its place.
    let length = if found.starts_with("U+") { 1 } else { found.len() };
    Diagnostic::new(at..at + length, format!("unexpected `{found}`"))
}

fn not_ascii(rest: &str, at: usize) -> Diagnostic {
    let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    let message = "names are made of ASCII letters, digits and `_`";
    Diagnostic::new(at..at + length, message).help("spell Greek letters: `eps`, `Phi`, `mu`")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        tokens(text, 0..text.len()).unwrap().iter().map(|t| t.text).collect()
    }

    #[test]
    fn tokens_are_the_longest_that_fit() {
        assert_eq!(words("1..N(P)-1 <=a_2^2"), ["1", "..", "N", "(", "P", ")", "-", "1", "<=", "a_2", "^", "2", ""]);
        assert_eq!(words(" \n\t"), [""]);
        assert_eq!(words("a!=b=c>=d<e"), ["a", "!=", "b", "=", "c", ">=", "d", "<", "e", ""]);
    }

    #[test]
    fn a_part_keeps_its_place_in_the_text() {
        let found = tokens("xx yy  ", 2..7).unwrap();
        assert_eq!((found[0].span.clone(), found[1].span.clone()), (3..5, 5..5));
    }

    #[test]
    fn what_is_not_a_token_is_explained() {
        let cases = [
            ("a + 0.125", 4..9, "quotient", "write `125/1000`"),
            ("0.0", 0..3, "quotient", "write `0/10`"),
            ("2d", 0..2, "letter", "`*`"),
            ("a == b", 2..4, "`==`", "`=`"),
            ("a ≤ b", 2..5, "`≤`", "`<=`"),
            ("ε", 0..2, "ASCII", "Greek"),
            ("aε", 0..3, "ASCII", "Greek"),
            ("a**b", 1..3, "`**`", "`^`"),
            ("f'", 1..2, "`'`", "transpose"),
            ("a # b", 2..3, "`#`", "comment"),
        ];
        for (text, span, message, help) in cases {
            let found = tokens(text, 0..text.len()).unwrap_err();
            assert_eq!(found.span, span, "{text}");
            assert!(found.message.contains(message), "{}", found.message);
            assert!(found.help.as_ref().unwrap().contains(help), "{found:?}");
        }
        let long = "9".repeat(MAX_DIGITS);
        assert!(tokens(&long, 0..long.len()).is_ok());
        let long = "9".repeat(MAX_DIGITS + 1);
        assert!(tokens(&long, 0..long.len()).unwrap_err().message.contains("1001"));
        assert!(tokens("\u{7}", 0..1).unwrap_err().message.contains("U+0007"));
    }
}
