//! Terms, ranges and domains: recursive descent, from the loosest operator to the tightest.

use super::diagnostic::Diagnostic;
use super::lexer::{Token, TokenKind, tokens};
use super::syntax::{Domain, Expression, ExpressionKind, Fold, Identifier, Quantified, Range};
use super::tree::{Arithmetic, Connective, FoldKind, Relation, Span};

/// Parentheses, calls, quantifiers and prefixes one inside another.
pub(super) const MAX_NESTING: usize = 64;
/// Operators one inside another; `a + b + c` counts two. It bounds the recursion of whoever walks a tree.
pub(super) const MAX_HEIGHT: usize = 200;

/// Words that cannot name a variable.
pub(super) const RESERVED: [&str; 39] = [
    "for",
    "all",
    "exists",
    "in",
    "where",
    "and",
    "or",
    "not",
    "implies",
    "iff",
    "sum",
    "max",
    "min",
    "expect",
    "prob",
    "defined",
    "X",
    "A",
    "context",
    "graph",
    "function",
    "encoder",
    "matrix",
    "integer",
    "rational",
    "singular_system",
    "sample",
    "masked",
    "flipped",
    "block_masked",
    "maximises",
    "maximum",
    "minimises",
    "minimum",
    "let",
    "assume",
    "claim",
    "true",
    "false",
];

/// Words that cannot begin a term or stand for one.
const STRUCTURAL: [&str; 12] =
    ["for", "all", "exists", "in", "where", "and", "or", "implies", "iff", "let", "assume", "claim"];

type Parsed<T> = Result<T, Diagnostic>;

/// A place in the tokens of one clause.
pub(super) struct Parser<'a> {
    tokens: Vec<Token<'a>>,
    at: usize,
    nesting: usize,
}

impl<'a> Parser<'a> {
    /// At the beginning of a part of the text.
    pub(super) fn new(text: &'a str, part: Span) -> Parsed<Parser<'a>> {
        Ok(Parser { tokens: tokens(text, part)?, at: 0, nesting: 0 })
    }

    /// `P: context, d in 1..N(P)`, to the end.
    pub(super) fn quantified(&mut self) -> Parsed<Vec<Quantified>> {
        let mut all = vec![self.one_quantified()?];
        while self.eat(",") {
            all.push(self.one_quantified()?);
        }
        self.end("`,`")?;
        Ok(all)
    }

    /// `name = term`, to the end.
    pub(super) fn definition(&mut self) -> Parsed<(Identifier, Expression)> {
        let name = self.identifier("a name")?;
        self.expect("=", "after the name that is defined")?;
        Ok((name, self.whole()?))
    }

    /// A term, to the end.
    pub(super) fn whole(&mut self) -> Parsed<Expression> {
        let term = self.term()?;
        self.end("an operator")?;
        Ok(term)
    }

    fn one_quantified(&mut self) -> Parsed<Quantified> {
        let name = self.identifier("a variable")?;
        let domain = if self.eat(":") {
            let kind = self.identifier("a domain")?;
            let arguments = if self.eat("(") { self.terms(")")? } else { vec![] };
            Domain::Named(kind, arguments)
        } else if self.eat("in") {
            Domain::Range(self.range()?)
        } else {
            let help = match name.text.as_str() {
                "all" => "`for all` stands inside terms; a clause begins as in `for x in X(P)`",
                _ => "a variable is followed by a domain, as in `P: context`, or a range, as in `d in 1..3`",
            };
            return Err(self.unexpected("`:` or `in`").help(help));
        };
        Ok(Quantified { name, domain })
    }

    /// What follows `in`.
    fn range(&mut self) -> Parsed<Range> {
        if matches!(self.peek().text, "X" | "A") && self.peek().kind == TokenKind::Name {
            let side = self.identifier("a side")?;
            self.expect("(", "and a context")?;
            let context = self.term()?;
            self.expect(")", "after the context")?;
            return Ok(Range::Points(side, context));
        }
        let from = self.sum()?;
        if !self.eat("..") {
            return Err(self
                .unexpected("`..`")
                .help("`in` is followed by integers `1..d`, or by points `X(P)`, `A(P)`"));
        }
        Ok(Range::Integers(from, self.sum()?))
    }

    /// `sample(P, n)`
    fn samples(&mut self) -> Parsed<Range> {
        if !self.eat("sample") {
            let help = "inside a term a variable runs over samples, `S: sample(P, n)`, or over what stands after `in`";
            return Err(self.unexpected("`sample`").help(help));
        }
        self.expect("(", "and a context")?;
        let context = self.deeper(Parser::term)?;
        self.expect(",", "and how many draws there are")?;
        let draws = self.deeper(Parser::term)?;
        self.expect(")", "after the number of draws")?;
        Ok(Range::Samples(context, draws))
    }

    /// Any term.
    fn term(&mut self) -> Parsed<Expression> {
        self.connected(strength(Connective::Iff))
    }

    /// Truths joined by connectives that are at least so strong.
    fn connected(&mut self, weakest: usize) -> Parsed<Expression> {
        let mut left = self.negation()?;
        while let Some(connective) = self.connective().filter(|c| strength(*c) >= weakest) {
            self.at += 1;
            let own = strength(connective);
            let right = match connective {
                // Right associative: what follows may imply again.
                Connective::Implies => self.deeper(|p| p.connected(own))?,
                _ => self.connected(own + 1)?,
            };
            let kind = ExpressionKind::Connective(connective, Box::new(left), Box::new(right));
            left = self.spanning(kind)?;
            if connective == Connective::Iff && self.connective() == Some(Connective::Iff) {
                let found = Diagnostic::new(self.peek().span.clone(), "`a iff b iff c` could be read in two ways");
                return Err(found.help("put one of the two in parentheses"));
            }
        }
        Ok(left)
    }

    fn connective(&self) -> Option<Connective> {
        match self.peek().text {
            "iff" => Some(Connective::Iff),
            "implies" => Some(Connective::Implies),
            "or" => Some(Connective::Or),
            "and" => Some(Connective::And),
            _ => None,
        }
    }

    /// `not a`, a quantifier, or a comparison.
    fn negation(&mut self) -> Parsed<Expression> {
        let start = self.peek().span.start;
        match self.peek().text {
            "not" => {
                self.at += 1;
                let inner = self.deeper(Parser::negation)?;
                self.finished(ExpressionKind::Not(Box::new(inner)), start)
            }
            "for" => {
                self.at += 1;
                self.expect("all", "after `for`")?;
                self.fold(FoldKind::All, start)
            }
            "exists" => {
                self.at += 1;
                self.fold(FoldKind::Any, start)
            }
            _ => self.comparison(),
        }
    }

    /// `binders where filter: body`, after the word that says what is folded.
    fn fold(&mut self, kind: FoldKind, start: usize) -> Parsed<Expression> {
        let fold = self.deeper(|p| {
            let mut binders = Vec::new();
            loop {
                let name = p.identifier("a variable")?;
                let range = if p.eat(":") {
                    p.samples()?
                } else {
                    p.expect("in", "after the variable")?;
                    p.range()?
                };
                binders.push((name, range));
                if !p.eat(",") {
                    break;
                }
            }
            let filter = if p.eat("where") { Some(p.term()?) } else { None };
            p.expect(":", "before what is said of the variables")?;
            let body = p.term()?;
            Ok(Fold { kind, binders, filter, body })
        })?;
        self.finished(ExpressionKind::Fold(Box::new(fold)), start)
    }

    /// `a < b <= c`
    fn comparison(&mut self) -> Parsed<Expression> {
        let mut terms = vec![self.sum()?];
        let mut relations = Vec::new();
        while let Some(relation) = self.relation() {
            self.at += 1;
            relations.push(relation);
            terms.push(self.sum()?);
        }
        match terms.len() {
            1 => Ok(terms.remove(0)),
            _ => self.spanning(ExpressionKind::Comparison(terms, relations)),
        }
    }

    fn relation(&self) -> Option<Relation> {
        match self.peek().text {
            "=" => Some(Relation::Equal),
            "!=" => Some(Relation::Unequal),
            "<" => Some(Relation::Less),
            "<=" => Some(Relation::AtMost),
            ">" => Some(Relation::Greater),
            ">=" => Some(Relation::AtLeast),
            _ => None,
        }
    }

    /// `a + b - c`
    fn sum(&mut self) -> Parsed<Expression> {
        let mut left = self.product()?;
        loop {
            let operation = match self.peek().text {
                "+" => Arithmetic::Add,
                "-" => Arithmetic::Subtract,
                _ => return Ok(left),
            };
            self.at += 1;
            let right = self.product()?;
            left = self.spanning(ExpressionKind::Arithmetic(operation, Box::new(left), Box::new(right)))?;
        }
    }

    /// `a * b / c`
    fn product(&mut self) -> Parsed<Expression> {
        let mut left = self.signed()?;
        loop {
            let operation = match self.peek().text {
                "*" => Arithmetic::Multiply,
                "/" => Arithmetic::Divide,
                _ => return Ok(left),
            };
            self.at += 1;
            let right = self.signed()?;
            left = self.spanning(ExpressionKind::Arithmetic(operation, Box::new(left), Box::new(right)))?;
        }
    }

    /// `-a`
    fn signed(&mut self) -> Parsed<Expression> {
        self.prefixed(Parser::power)
    }

    /// Any number of signs before something.
    fn prefixed(&mut self, inner: fn(&mut Parser<'a>) -> Parsed<Expression>) -> Parsed<Expression> {
        let start = self.peek().span.start;
        if !self.eat("-") {
            return inner(self);
        }
        let inner = self.deeper(|p| p.prefixed(inner))?;
        self.finished(ExpressionKind::Negative(Box::new(inner)), start)
    }

    /// `a^b`; the exponent may have a sign and a power of its own.
    fn power(&mut self) -> Parsed<Expression> {
        let base = self.entry()?;
        if !self.eat("^") {
            return Ok(base);
        }
        let exponent = self.deeper(|p| p.prefixed(Parser::power))?;
        self.spanning(ExpressionKind::Power(Box::new(base), Box::new(exponent)))
    }

    /// `t[x]`, `t[x, y]`
    fn entry(&mut self) -> Parsed<Expression> {
        let start = self.peek().span.start;
        let mut table = self.atom()?;
        while self.eat("[") {
            let indices = self.terms("]")?;
            table = self.finished(ExpressionKind::Entry(Box::new(table), indices), start)?;
        }
        Ok(table)
    }

    fn atom(&mut self) -> Parsed<Expression> {
        let Token { kind, text, span } = self.peek().clone();
        match (kind, text) {
            (TokenKind::Number, _) => {
                self.at += 1;
                let number = text.parse().expect("digits are a number");
                self.finished(ExpressionKind::Number(number), span.start)
            }
            (TokenKind::Symbol, "(") => self.parenthesis(),
            (TokenKind::Name, "sum") => self.folding(FoldKind::Sum),
            (TokenKind::Name, "max") => self.folding(FoldKind::Largest),
            (TokenKind::Name, "min") => self.folding(FoldKind::Least),
            (TokenKind::Name, "expect") => self.folding(FoldKind::Expectation),
            (TokenKind::Name, "prob") => self.folding(FoldKind::Probability),
            (TokenKind::Name, "defined") => self.defined(),
            (TokenKind::Name, "for" | "exists" | "not") => {
                let message = format!("`{text}` is an operand of an operator that binds tighter");
                Err(Diagnostic::new(span, message).help("put it in parentheses"))
            }
            (TokenKind::Name, _) if !STRUCTURAL.contains(&text) => self.name_or_call(),
            _ => Err(self.unexpected("a term")),
        }
    }

    /// `(a)`; its place includes the parentheses.
    fn parenthesis(&mut self) -> Parsed<Expression> {
        let start = self.next().span.start;
        let mut inner = self.deeper(Parser::term)?;
        self.expect(")", "to close the parenthesis")?;
        inner.span = start..self.before();
        Ok(inner)
    }

    /// `defined(a)`
    fn defined(&mut self) -> Parsed<Expression> {
        let start = self.next().span.start;
        self.expect("(", "after `defined`")?;
        let inner = self.deeper(Parser::term)?;
        self.expect(")", "after the term")?;
        self.finished(ExpressionKind::Defined(Box::new(inner)), start)
    }

    /// `a`, `f(a, b)`
    fn name_or_call(&mut self) -> Parsed<Expression> {
        let name = self.identifier("a name")?;
        let start = name.span.start;
        if !self.eat("(") {
            return self.finished(ExpressionKind::Name(name.text), start);
        }
        let arguments = self.terms(")")?;
        self.finished(ExpressionKind::Call(name, arguments), start)
    }

    /// `sum(i in 1..d: a)`, `expect(S: sample(P, n): a)`, `max(i in 1..d: a)`, `max(a, b)`.
    fn folding(&mut self, kind: FoldKind) -> Parsed<Expression> {
        let Token { text: word, span, .. } = self.next();
        self.expect("(", &format!("after `{word}`"))?;
        let bound = self.tokens.get(self.at + 1).is_some_and(|token| matches!(token.text, "in" | ":"));
        if bound {
            let fold = self.fold(kind, span.start)?;
            self.expect(")", &format!("to close the `{word}`"))?;
            return self.finished(fold.kind, span.start);
        }
        let missing = match kind {
            FoldKind::Sum => Some(("`in`", "a sum binds variables: `sum(i in 1..d: s(P, i)^2)`")),
            FoldKind::Expectation => Some(("`:`", "an expectation binds samples: `expect(S: sample(P, n): a)`")),
            FoldKind::Probability => Some(("`:`", "a probability binds samples: `prob(S: sample(P, n): a > 0)`")),
            _ => None,
        };
        if let Some((sign, help)) = missing {
            return Err(self.unexpected(&format!("a variable and {sign}")).help(help));
        }
        let terms = self.terms(")")?;
        let whole = span.start..self.before();
        if terms.len() < 2 {
            let help = format!("write `{word}(a, b)` or `{word}(i in 1..d: a)`");
            return Err(Diagnostic::new(whole, format!("`{word}` of a single term")).help(help));
        }
        self.finished(ExpressionKind::Extreme(kind, terms), span.start)
    }

    /// Terms between commas, and what closes them.
    fn terms(&mut self, close: &str) -> Parsed<Vec<Expression>> {
        if self.eat(close) {
            return Ok(vec![]);
        }
        let terms = self.deeper(|p| {
            let mut terms = vec![p.term()?];
            while p.eat(",") {
                terms.push(p.term()?);
            }
            Ok(terms)
        })?;
        if !self.eat(close) {
            return Err(self.unexpected(&format!("`,` or `{close}`")));
        }
        Ok(terms)
    }

    /// Runs a rule one level deeper; too deep is an error at the token that opened the level.
    fn deeper<T>(&mut self, rule: impl FnOnce(&mut Parser<'a>) -> Parsed<T>) -> Parsed<T> {
        if self.nesting == MAX_NESTING {
            let opening = self.tokens[self.at.saturating_sub(1)].span.clone();
            let message = format!("terms are nested more than {MAX_NESTING} deep");
            return Err(Diagnostic::new(opening, message).help("give a part of it a name with `let`"));
        }
        self.nesting += 1;
        let result = rule(self);
        self.nesting -= 1;
        result
    }

    /// A term that began at a place and ends before the current token.
    fn finished(&self, kind: ExpressionKind, start: usize) -> Parsed<Expression> {
        let term = Expression::new(kind, start..self.before());
        if term.height > MAX_HEIGHT {
            let message = format!("more than {MAX_HEIGHT} operators, one inside another");
            return Err(Diagnostic::new(term.span, message).help("give a part of it a name with `let`"));
        }
        Ok(term)
    }

    /// A term that begins where its first part does.
    fn spanning(&self, kind: ExpressionKind) -> Parsed<Expression> {
        let start = match &kind {
            ExpressionKind::Connective(_, a, _) | ExpressionKind::Arithmetic(_, a, _) | ExpressionKind::Power(a, _) => {
                a.span.start
            }
            ExpressionKind::Comparison(terms, _) => terms[0].span.start,
            _ => self.before(),
        };
        self.finished(kind, start)
    }

    fn peek(&self) -> &Token<'a> {
        &self.tokens[self.at]
    }

    /// The current token, and past it; the end is never passed.
    fn next(&mut self) -> Token<'a> {
        let token = self.peek().clone();
        self.at = (self.at + 1).min(self.tokens.len() - 1);
        token
    }

    /// Where the token before ends.
    fn before(&self) -> usize {
        self.tokens[self.at.saturating_sub(1)].span.end
    }

    /// Past the token if it is this one.
    fn eat(&mut self, text: &str) -> bool {
        let found = self.peek().text == text;
        if found {
            self.next();
        }
        found
    }

    fn expect(&mut self, text: &str, why: &str) -> Parsed<()> {
        if self.eat(text) { Ok(()) } else { Err(self.unexpected(&format!("`{text}` {why}"))) }
    }

    /// A name; whether a variable may have it is asked when it is bound.
    fn identifier(&mut self, what: &str) -> Parsed<Identifier> {
        if self.peek().kind != TokenKind::Name {
            return Err(self.unexpected(what));
        }
        let token = self.next();
        Ok(Identifier { text: token.text.into(), span: token.span })
    }

    fn end(&self, or: &str) -> Parsed<()> {
        match self.peek().kind {
            TokenKind::End => Ok(()),
            _ => Err(self.unexpected(&format!("{or} or the end of the clause"))),
        }
    }

    /// The current token is not what was expected.
    fn unexpected(&self, expected: &str) -> Diagnostic {
        let Token { kind, text, span } = self.peek().clone();
        if kind == TokenKind::End {
            return Diagnostic::new(span, format!("expected {expected}, found the end of the clause"));
        }
        let found = Diagnostic::new(span, format!("expected {expected}, found `{text}`"));
        match text {
            "let" | "assume" | "claim" => found.help("a clause begins at the first column"),
            "{" | "}" => found.help("terms are grouped with parentheses"),
            _ => found,
        }
    }
}

/// The larger, the tighter it binds.
pub(super) fn strength(connective: Connective) -> usize {
    match connective {
        Connective::Iff => 0,
        Connective::Implies => 1,
        Connective::Or => 2,
        Connective::And => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Parsed<Expression> {
        Parser::new(text, 0..text.len())?.whole()
    }

    /// The tree with every operator in parentheses.
    fn grouped(e: &Expression) -> String {
        use ExpressionKind as E;
        let list = |terms: &[Expression]| terms.iter().map(grouped).collect::<Vec<_>>().join(" ");
        match &e.kind {
            E::Number(n) => n.to_string(),
            E::Name(name) => name.clone(),
            E::Call(name, terms) => format!("{}{{{}}}", name.text, list(terms)),
            E::Defined(a) => format!("(defined {})", grouped(a)),
            E::Negative(a) => format!("(- {})", grouped(a)),
            E::Arithmetic(o, a, b) => format!("({o:?} {} {})", grouped(a), grouped(b)),
            E::Power(a, b) => format!("(^ {} {})", grouped(a), grouped(b)),
            E::Entry(t, i) => format!("(at {} {})", grouped(t), list(i)),
            E::Comparison(t, r) => format!("({r:?} {})", list(t)),
            E::Not(a) => format!("(not {})", grouped(a)),
            E::Connective(c, a, b) => format!("({c:?} {} {})", grouped(a), grouped(b)),
            E::Extreme(k, t) => format!("({k:?} {})", list(t)),
            E::Fold(f) => {
                let names: Vec<&str> = f.binders.iter().map(|(n, _)| n.text.as_str()).collect();
                let filter = f.filter.as_ref().map_or(String::new(), |c| format!(" if {}", grouped(c)));
                format!("({:?} {}{filter} {})", f.kind, names.join(","), grouped(&f.body))
            }
        }
    }

    #[test]
    fn operators_bind_as_the_reference_says() {
        let cases = [
            ("a + b * c - d", "(Subtract (Add a (Multiply b c)) d)"),
            ("-a^2", "(- (^ a 2))"),
            ("a^-2", "(^ a (- 2))"),
            ("a^b^c", "(^ a (^ b c))"),
            ("-a * b", "(Multiply (- a) b)"),
            ("a * -b / c", "(Divide (Multiply a (- b)) c)"),
            ("M[x, y]^2", "(^ (at M x y) 2)"),
            ("f(a)[x]", "(at f{a} x)"),
            ("0 < a <= b", "([Less, AtMost] 0 a b)"),
            ("a implies b implies c", "(Implies a (Implies b c))"),
            ("a or b and not c", "(Or a (And b (not c)))"),
            ("not a = b", "(not ([Equal] a b))"),
            ("a iff b implies c", "(Iff a (Implies b c))"),
            ("a and for all x in X(P): b or c", "(And a (All x (Or b c)))"),
            ("(exists i in 1..2: a) or b", "(Or (Any i a) b)"),
            ("max(i in 1..d, j in 1..i where a: b)", "(Largest i,j if a b)"),
            ("max(a, b)", "(Largest a b)"),
            ("f()", "f{}"),
            ("expect(S: sample(P, n), R: sample(P, 2): a + b)", "(Expectation S,R (Add a b))"),
            ("1 - prob(S: sample(P, n): a < b)", "(Subtract 1 (Probability S ([Less] a b)))"),
            ("for all S: sample(P, n), x in X(P): a", "(All S,x a)"),
        ];
        for (text, expected) in cases {
            assert_eq!(grouped(&parsed(text).unwrap()), expected, "{text}");
        }
    }

    #[test]
    fn depth_is_bounded() {
        let nested = |n: usize| format!("{}1{}", "(".repeat(n), ")".repeat(n));
        assert!(parsed(&nested(MAX_NESTING)).is_ok());
        let found = parsed(&nested(10_000)).unwrap_err();
        assert_eq!(found.span, MAX_NESTING..MAX_NESTING + 1);
        for deep in ["-", "not ", "f(", "a^", "a implies ", "exists i in 1..2: ", "max(1, ", "a[", "defined("] {
            let found = parsed(&deep.repeat(5000)).unwrap_err();
            assert!(found.message.contains("nested"), "{deep}: {}", found.message);
        }
        for chain in ["1+", "1*", "a and ", "a or "] {
            assert!(parsed(&format!("{}a", chain.repeat(MAX_HEIGHT - 1))).is_ok(), "{chain}");
            let found = parsed(&format!("{}a", chain.repeat(MAX_HEIGHT))).unwrap_err();
            assert!(found.message.contains("operators"), "{chain}: {}", found.message);
        }
    }
}
