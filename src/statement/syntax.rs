//! The syntax tree: a statement as it is written, names not yet looked up. The formatter prints it.

use super::tree::{Arithmetic, Connective, FoldKind, Relation, Span, Verdict};
use num_bigint::BigInt;

/// A whole text.
#[derive(Clone, Debug)]
pub(super) struct Document {
    /// In the order of the text.
    pub clauses: Vec<Clause>,
    /// Comments after the last clause.
    pub trailing: Vec<Remark>,
}

/// A line of a comment, or an empty line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Remark {
    /// With its `#`.
    Comment(String),
    /// One or more empty lines.
    Gap,
}

/// A keyword and what follows it.
#[derive(Clone, Debug)]
pub(super) struct Clause {
    /// What stands between the clause before and this one.
    pub before: Vec<Remark>,
    pub keyword: Keyword,
    pub body: Body,
}

/// The first word of a clause, in the order in which they may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Keyword {
    Statement,
    Source,
    Reading,
    Amends,
    Expect,
    For,
    Let,
    Assume,
    Claim,
}

/// What follows a keyword.
#[derive(Clone, Debug)]
pub(super) enum Body {
    /// `statement`, `source`, `reading`, `amends`: words with single spaces between them.
    Words(String),
    Expect(Verdict),
    For(Vec<Quantified>),
    Let(Identifier, Expression),
    /// `assume` and `claim`.
    Truth(Expression),
}

/// A name with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Identifier {
    pub text: String,
    pub span: Span,
}

/// A variable of a `for` clause.
#[derive(Clone, Debug)]
pub(super) struct Quantified {
    pub name: Identifier,
    pub domain: Domain,
}

/// What a variable of a `for` clause runs over.
#[derive(Clone, Debug)]
pub(super) enum Domain {
    /// After `:`; the arguments are empty if there are no parentheses.
    Named(Identifier, Vec<Expression>),
    /// After `in`.
    Range(Range),
}

/// What stands after `in`; and `sample(P, n)`.
#[derive(Clone, Debug)]
pub(super) enum Range {
    /// `a..b`
    Integers(Expression, Expression),
    /// `X(P)`, `A(P)`; the name is one of the two.
    Points(Identifier, Expression),
    /// `sample(P, n)`, after `:`.
    Samples(Expression, Expression),
}

/// A term as it is written. Parentheses are not kept.
#[derive(Clone, Debug)]
pub(super) struct Expression {
    pub kind: ExpressionKind,
    pub span: Span,
    /// How many terms lie one inside another.
    pub height: usize,
}

#[derive(Clone, Debug)]
pub(super) enum ExpressionKind {
    Number(BigInt),
    Name(String),
    Call(Identifier, Vec<Expression>),
    Defined(Box<Expression>),
    Negative(Box<Expression>),
    Arithmetic(Arithmetic, Box<Expression>, Box<Expression>),
    Power(Box<Expression>, Box<Expression>),
    Entry(Box<Expression>, Vec<Expression>),
    /// One relation less than there are terms.
    Comparison(Vec<Expression>, Vec<Relation>),
    Not(Box<Expression>),
    Connective(Connective, Box<Expression>, Box<Expression>),
    Fold(Box<Fold>),
    /// `max(a, b)`, `min(a, b)`.
    Extreme(FoldKind, Vec<Expression>),
}

/// A `for all`, `exists`, `sum`, `max`, `min`, `expect` or `prob` with bound variables.
#[derive(Clone, Debug)]
pub(super) struct Fold {
    pub kind: FoldKind,
    pub binders: Vec<(Identifier, Range)>,
    pub filter: Option<Expression>,
    pub body: Expression,
}

impl Keyword {
    /// All of them, in their order.
    pub(super) const ALL: [Keyword; 9] = [
        Keyword::Statement,
        Keyword::Source,
        Keyword::Reading,
        Keyword::Amends,
        Keyword::Expect,
        Keyword::For,
        Keyword::Let,
        Keyword::Assume,
        Keyword::Claim,
    ];

    pub(super) fn text(self) -> &'static str {
        match self {
            Keyword::Statement => "statement",
            Keyword::Source => "source",
            Keyword::Reading => "reading",
            Keyword::Amends => "amends",
            Keyword::Expect => "expect",
            Keyword::For => "for",
            Keyword::Let => "let",
            Keyword::Assume => "assume",
            Keyword::Claim => "claim",
        }
    }

    /// Whether it says what the statement is, and not what it says.
    pub(super) fn is_header(self) -> bool {
        self <= Keyword::Expect
    }

    /// Where it may stand: ranks do not fall; only `for`, `let` and `assume` may share one.
    pub(super) fn rank(self) -> usize {
        match self {
            Keyword::For | Keyword::Let | Keyword::Assume => Keyword::For as usize,
            other => other as usize,
        }
    }
}

impl Expression {
    /// A term of a kind; its height follows.
    pub(super) fn new(kind: ExpressionKind, span: Span) -> Expression {
        let height = 1 + kind.children().into_iter().map(|child| child.height).max().unwrap_or(0);
        Expression { kind, span, height }
    }
}

impl ExpressionKind {
    /// The terms directly inside.
    fn children(&self) -> Vec<&Expression> {
        use ExpressionKind as E;
        match self {
            E::Number(_) | E::Name(_) => vec![],
            E::Call(_, terms) | E::Comparison(terms, _) | E::Extreme(_, terms) => terms.iter().collect(),
            E::Defined(a) | E::Negative(a) | E::Not(a) => vec![a],
            E::Arithmetic(_, a, b) | E::Power(a, b) | E::Connective(_, a, b) => vec![a, b],
            E::Entry(table, indices) => std::iter::once(&**table).chain(indices).collect(),
            E::Fold(fold) => {
                let ranges = fold.binders.iter().flat_map(|(_, range)| range.children());
                ranges.chain(&fold.filter).chain([&fold.body]).collect()
            }
        }
    }
}

impl Range {
    fn children(&self) -> Vec<&Expression> {
        match self {
            Range::Integers(from, to) => vec![from, to],
            Range::Points(_, context) => vec![context],
            Range::Samples(context, draws) => vec![context, draws],
        }
    }
}
