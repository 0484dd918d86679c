//! Terms as canonical text: few parentheses, one way of spacing, and places where a line may break.

use super::parser::strength;
use super::syntax::{Domain, Expression, ExpressionKind, Fold, Quantified, Range};
use super::tree::{Arithmetic, Connective, FoldKind, Relation};

/// The longest line, where it can be broken.
pub(super) const WIDTH: usize = 100;
/// Further lines of a clause begin after so many spaces.
pub(super) const INDENT: usize = 10;

/// How tightly what is written binds; connectives have their [`strength`].
mod level {
    pub(super) const ANY: usize = 0;
    pub(super) const NEGATION: usize = 4;
    pub(super) const COMPARISON: usize = 5;
    pub(super) const SUM: usize = 6;
    pub(super) const PRODUCT: usize = 7;
    pub(super) const SIGN: usize = 8;
    pub(super) const POWER: usize = 9;
    pub(super) const ATOM: usize = 10;
}

/// A term on one line.
pub(super) fn flat(term: &Expression) -> String {
    let mut printer = Printer::default();
    printer.term(term);
    printer.pieces.into_iter().map(|piece| piece.text).collect()
}

/// Text that is being laid out.
#[derive(Default)]
pub(super) struct Printer {
    pieces: Vec<Piece>,
    /// How deep in the tree the printer is.
    depth: usize,
    /// Whether sums and products are written without spaces, as in the ends of a range.
    tight: bool,
}

/// A text that is not broken.
struct Piece {
    text: String,
    /// If the line may be broken before it: how deep in the tree that is. Shallow breaks are better.
    breaks: Option<usize>,
}

impl Printer {
    /// Text as it is.
    pub(super) fn text(&mut self, text: &str) {
        match self.pieces.last_mut() {
            Some(last) => last.text.push_str(text),
            None => self.pieces.push(Piece { text: text.into(), breaks: None }),
        }
    }

    /// A place where the line may be broken; a space if it is not.
    pub(super) fn space(&mut self) {
        self.pieces.push(Piece { text: " ".into(), breaks: Some(self.depth) });
    }

    /// A whole term.
    pub(super) fn term(&mut self, term: &Expression) {
        self.operand(term, level::ANY, true);
    }

    /// The variables of a `for` clause.
    pub(super) fn quantified(&mut self, all: &[Quantified]) {
        self.list(all, |printer, Quantified { name, domain }| {
            printer.text(&name.text);
            match domain {
                Domain::Named(kind, arguments) => {
                    printer.text(&format!(": {}", kind.text));
                    if !arguments.is_empty() {
                        printer.arguments("(", arguments, ")");
                    }
                }
                Domain::Range(range) => {
                    printer.text(" in ");
                    printer.range(range);
                }
            }
        });
    }

    /// The lines; the first goes on after `before`.
    pub(super) fn lines(self, before: &str) -> String {
        let mut lines = Lines { out: before.into(), column: before.chars().count() };
        lines.fill(&self.pieces);
        lines.out
    }

    /// Something one step down the tree.
    fn deeper(&mut self, write: impl FnOnce(&mut Printer)) {
        self.depth += 1;
        write(self);
        self.depth -= 1;
    }

    /// A term where only what binds at least so tightly can stand; `open` if nothing follows that a
    /// quantifier would take for its own.
    fn operand(&mut self, term: &Expression, weakest: usize, open: bool) {
        let quantifier = matches!(&term.kind, ExpressionKind::Fold(fold) if is_quantifier(fold.kind));
        if level_of(term) < weakest || quantifier && !open {
            self.text("(");
            self.deeper(|printer| printer.bare(term, true));
            self.text(")");
        } else {
            self.bare(term, open);
        }
    }

    fn bare(&mut self, term: &Expression, open: bool) {
        use ExpressionKind as E;
        match &term.kind {
            E::Number(n) => self.text(&n.to_string()),
            E::Name(name) => self.text(name),
            E::Call(name, arguments) => {
                self.text(&name.text);
                self.arguments("(", arguments, ")");
            }
            E::Defined(inner) => {
                self.text("defined(");
                self.deeper(|printer| printer.term(inner));
                self.text(")");
            }
            E::Negative(inner) => {
                self.text("-");
                self.deeper(|printer| printer.operand(inner, level::SIGN, false));
            }
            E::Arithmetic(operation, a, b) => {
                let own = level_of(term);
                self.left(a, own, own);
                self.operator(arithmetic(*operation), !self.tight);
                self.deeper(|printer| printer.operand(b, own + 1, false));
            }
            E::Power(base, exponent) => {
                self.deeper(|printer| printer.operand(base, level::ATOM, false));
                self.text("^");
                self.deeper(|printer| printer.operand(exponent, level::SIGN, false));
            }
            E::Entry(table, indices) => {
                self.deeper(|printer| printer.operand(table, level::ATOM, false));
                self.arguments("[", indices, "]");
            }
            E::Comparison(terms, relations) => {
                self.deeper(|printer| printer.operand(&terms[0], level::SUM, false));
                for (relation, term) in relations.iter().zip(&terms[1..]) {
                    self.operator(self::relation(*relation), true);
                    self.deeper(|printer| printer.operand(term, level::SUM, false));
                }
            }
            E::Not(inner) => {
                self.text("not ");
                self.deeper(|printer| printer.operand(inner, level::NEGATION, open));
            }
            E::Connective(connective, a, b) => {
                let own = strength(*connective);
                let (left, right) = match connective {
                    Connective::And | Connective::Or => (own, own + 1),
                    Connective::Implies => (own + 1, own),
                    Connective::Iff => (own + 1, own + 1),
                };
                self.left(a, own, left);
                self.operator(self::connective(*connective), true);
                self.deeper(|printer| printer.operand(b, right, open));
            }
            E::Fold(fold) => self.fold(fold),
            E::Extreme(kind, terms) => {
                self.text(folding(*kind));
                self.arguments("(", terms, ")");
            }
        }
    }

    /// A left operand. A chain of one level is as deep as its first operator.
    fn left(&mut self, term: &Expression, own: usize, weakest: usize) {
        if level_of(term) == own && weakest == own {
            self.operand(term, weakest, false);
        } else {
            self.deeper(|printer| printer.operand(term, weakest, false));
        }
    }

    fn operator(&mut self, text: &str, spaced: bool) {
        if spaced {
            self.space();
            self.text(text);
            self.text(" ");
        } else {
            self.text(text);
        }
    }

    fn arguments(&mut self, open: &str, terms: &[Expression], close: &str) {
        self.text(open);
        let tight = std::mem::take(&mut self.tight);
        self.deeper(|printer| printer.list(terms, |printer, term| printer.deeper(|printer| printer.term(term))));
        self.tight = tight;
        self.text(close);
    }

    fn list<T>(&mut self, all: &[T], write: impl Fn(&mut Printer, &T)) {
        for (i, one) in all.iter().enumerate() {
            if i > 0 {
                self.text(",");
                self.space();
            }
            write(self, one);
        }
    }

    fn fold(&mut self, fold: &Fold) {
        let quantifier = is_quantifier(fold.kind);
        self.text(folding(fold.kind));
        self.text(if quantifier { " " } else { "(" });
        let tight = std::mem::take(&mut self.tight);
        self.deeper(|printer| {
            printer.list(&fold.binders, |printer, (name, range)| {
                let sign = if matches!(range, Range::Samples(..)) { ": " } else { " in " };
                printer.text(&format!("{}{sign}", name.text));
                printer.range(range);
            });
            if let Some(filter) = &fold.filter {
                printer.space();
                printer.text("where ");
                printer.deeper(|printer| printer.operand(filter, level::ANY, false));
            }
        });
        self.text(":");
        self.space();
        self.deeper(|printer| printer.term(&fold.body));
        self.tight = tight;
        if !quantifier {
            self.text(")");
        }
    }

    fn range(&mut self, range: &Range) {
        match range {
            Range::Integers(from, to) => {
                let tight = std::mem::replace(&mut self.tight, true);
                // A name that stands for a side at the start of a range would be read as one.
                let guarded = begins_with_side(from);
                self.text(if guarded { "(" } else { "" });
                self.deeper(|printer| printer.operand(from, level::SUM, false));
                self.text(if guarded { ")" } else { "" });
                self.text("..");
                self.deeper(|printer| printer.operand(to, level::SUM, false));
                self.tight = tight;
            }
            Range::Points(side, context) => {
                self.text(&side.text);
                self.arguments("(", std::slice::from_ref(context), ")");
            }
            Range::Samples(context, draws) => {
                self.text("sample");
                self.arguments("(", &[context.clone(), draws.clone()], ")");
            }
        }
    }
}

/// Lines that are being filled.
struct Lines {
    out: String,
    column: usize,
}

impl Lines {
    /// Writes pieces: on the current line if they fit, else broken at the shallowest places, as many parts on
    /// a line as fit. Whether a line was broken.
    fn fill(&mut self, pieces: &[Piece]) -> bool {
        // The first place is no place inside.
        let shallowest = pieces.iter().skip(1).filter_map(|piece| piece.breaks).min();
        let Some(depth) = shallowest.filter(|_| self.column + width(pieces) > WIDTH) else {
            pieces.iter().for_each(|piece| self.out.push_str(&piece.text));
            self.column += width(pieces);
            return false;
        };
        let mut broken = false;
        let mut rest = pieces;
        let mut first = true;
        while !rest.is_empty() {
            let end = rest.iter().skip(1).position(|piece| piece.breaks == Some(depth)).map_or(rest.len(), |i| i + 1);
            let (part, after) = rest.split_at(end);
            // What follows a broken part would hang at its end.
            if !first && (broken || self.column + width(part) > WIDTH) {
                self.out.push('\n');
                // The part brings the last space along.
                self.out.push_str(&" ".repeat(INDENT - 1));
                self.column = INDENT - 1;
            }
            broken = self.fill(part);
            (rest, first) = (after, false);
        }
        true
    }
}

fn width(pieces: &[Piece]) -> usize {
    pieces.iter().map(|piece| piece.text.chars().count()).sum()
}

fn level_of(term: &Expression) -> usize {
    use ExpressionKind as E;
    match &term.kind {
        E::Connective(connective, ..) => strength(*connective),
        E::Not(_) => level::NEGATION,
        E::Fold(fold) if is_quantifier(fold.kind) => level::NEGATION,
        E::Comparison(..) => level::COMPARISON,
        E::Arithmetic(Arithmetic::Add | Arithmetic::Subtract, ..) => level::SUM,
        E::Arithmetic(..) => level::PRODUCT,
        E::Negative(_) => level::SIGN,
        E::Power(..) => level::POWER,
        _ => level::ATOM,
    }
}

fn is_quantifier(kind: FoldKind) -> bool {
    matches!(kind, FoldKind::All | FoldKind::Any)
}

fn arithmetic(operation: Arithmetic) -> &'static str {
    match operation {
        Arithmetic::Add => "+",
        Arithmetic::Subtract => "-",
        Arithmetic::Multiply => "*",
        Arithmetic::Divide => "/",
    }
}

fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Equal => "=",
        Relation::Unequal => "!=",
        Relation::Less => "<",
        Relation::AtMost => "<=",
        Relation::Greater => ">",
        Relation::AtLeast => ">=",
    }
}

fn connective(connective: Connective) -> &'static str {
    match connective {
        Connective::And => "and",
        Connective::Or => "or",
        Connective::Implies => "implies",
        Connective::Iff => "iff",
    }
}

fn folding(kind: FoldKind) -> &'static str {
    match kind {
        FoldKind::All => "for all",
        FoldKind::Any => "exists",
        FoldKind::Sum => "sum",
        FoldKind::Largest => "max",
        FoldKind::Least => "min",
        FoldKind::Expectation => "expect",
        FoldKind::Probability => "prob",
    }
}

/// Whether the first word of a term is the name of a side.
fn begins_with_side(term: &Expression) -> bool {
    use ExpressionKind as E;
    match &term.kind {
        E::Name(name) => matches!(name.as_str(), "X" | "A"),
        E::Call(name, _) => matches!(name.text.as_str(), "X" | "A"),
        E::Arithmetic(_, first, _) | E::Power(first, _) | E::Entry(first, _) => begins_with_side(first),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::parser::Parser;
    use super::*;

    fn parsed(text: &str) -> Expression {
        Parser::new(text, 0..text.len()).unwrap().whole().unwrap()
    }

    #[test]
    fn only_parentheses_that_say_something_are_written() {
        let cases = [
            ("((a)+(b*c))", "a + b * c"),
            ("a-(b-c)", "a - (b - c)"),
            ("(a-b)-c", "a - b - c"),
            ("-(a^2)", "-a^2"),
            ("(-a)^2", "(-a)^2"),
            ("a^(-(b^2))", "a^-b^2"),
            ("-(-a) - -b", "--a - -b"),
            ("-(a*b)", "-(a * b)"),
            ("a/(b*c)", "a / (b * c)"),
            ("(a=b)=c", "(a = b) = c"),
            ("not (a=b)", "not a = b"),
            ("(not a) and b", "not a and b"),
            ("not (a and b)", "not (a and b)"),
            ("(a implies b) implies c", "(a implies b) implies c"),
            ("a implies (b implies c)", "a implies b implies c"),
            ("(a iff b) iff c", "(a iff b) iff c"),
            ("a and (exists i in 1..2:b)", "a and exists i in 1..2: b"),
            ("(a and exists i in 1..2:b) or c", "a and (exists i in 1..2: b) or c"),
            ("(not exists i in 1..2:b) or c", "not (exists i in 1..2: b) or c"),
            ("f((exists i in 1..n+1:b))", "f(exists i in 1..n+1: b)"),
            ("sum(i in f(a+b)*2..(3): i)[1]", "sum(i in f(a + b)*2..3: i)[1]"),
            ("(T(P)*g)[x ,y]", "(T(P) * g)[x, y]"),
            ("expect( S :sample(P,n+1),R: sample( P ,2):(a))", "expect(S: sample(P, n + 1), R: sample(P, 2): a)"),
        ];
        for (text, expected) in cases {
            let printed = flat(&parsed(text));
            assert_eq!(printed, expected);
            assert_eq!(flat(&parsed(&printed)), printed);
        }
    }

    #[test]
    fn long_lines_break_at_the_outermost_operators() {
        let sum = vec!["word"; 16].join(" + ");
        let mut printer = Printer::default();
        printer.term(&parsed(&format!("{sum} = 1 and f({sum}) = 2 implies a = b")));
        let lines = printer.lines("claim  ");
        assert!(lines.lines().all(|line| line.chars().count() <= WIDTH), "{lines}");
        let starts: Vec<&str> = lines.lines().map(|line| line.split_whitespace().next().unwrap()).collect();
        assert_eq!(starts, ["claim", "+", "=", "and", "+", "=", "implies"], "{lines}");
    }
}
