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
        let mut out = String::from(before);
        let mut used = before.chars().count();
        let mut rest = &self.pieces[..];
        while !rest.is_empty() {
            let (line, after) = rest.split_at(line_end(rest, used));
            if used == 0 {
                // The break stands for the space that the first piece begins with.
                out.push('\n');
                out.push_str(&" ".repeat(INDENT - 1));
            }
            line.iter().for_each(|piece| out.push_str(&piece.text));
            (rest, used) = (after, 0);
        }
        out
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
                printer.text(&format!("{} in ", name.text));
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
                self.deeper(|printer| printer.operand(from, level::SUM, false));
                self.text("..");
                self.deeper(|printer| printer.operand(to, level::SUM, false));
                self.tight = tight;
            }
            Range::Points(side, context) => {
                self.text(&side.text);
                self.arguments("(", std::slice::from_ref(context), ")");
            }
        }
    }
}

/// How many pieces the next line takes: all if they fit, else up to the shallowest place to break, the last
/// of those. `used` columns are taken on a first line; a later one begins with the indentation.
fn line_end(pieces: &[Piece], used: usize) -> usize {
    let mut column = if used == 0 { INDENT - 1 } else { used };
    let mut best: Option<(usize, usize)> = None;
    for (i, piece) in pieces.iter().enumerate() {
        let breaks = piece.breaks.filter(|_| i > 0);
        if let Some(depth) = breaks.filter(|depth| best.is_none_or(|(least, _)| *depth <= least)) {
            best = Some((depth, i));
        }
        column += piece.text.chars().count();
        // A place that lies too far right is taken if there is no other.
        if let Some((_, end)) = best.filter(|_| column > WIDTH) {
            return end;
        }
    }
    pieces.len()
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
    }
}
