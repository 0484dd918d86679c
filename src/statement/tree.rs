//! The typed tree of a statement: what an evaluator or a checker walks.

use super::names::Quantity;
use super::types::{ContextTerm, Side, Type};
use std::fmt;
use std::ops::Range;

type Rational = crate::exact::rational::Rational;

/// Bytes of the statement's text.
pub type Span = Range<usize>;

/// A variable, by its number in [`Statement::variables`].
pub type Slot = usize;

/// A published claim or a conjecture, ready to be evaluated.
#[derive(Clone, Debug)]
pub struct Statement {
    /// Its name: lower-case words joined by hyphens.
    pub id: String,
    /// Where it was published, or `own`.
    pub source: String,
    /// How an ambiguous sentence of the source is read.
    pub reading: Option<String>,
    /// The statement that it amends.
    pub amends: Option<String>,
    /// The verdict that its author expects.
    pub expect: Option<Verdict>,
    /// Quantifiers, definitions and hypotheses, in the order of the text.
    pub clauses: Vec<Clause>,
    /// What is claimed under them; of type [`Type::Truth`].
    pub claim: Term,
    /// All variables, bound by clauses and inside terms.
    pub variables: Vec<Variable>,
    /// The text that spans refer to.
    pub text: String,
}

impl Statement {
    /// The two halves of a claim `a iff b`: `b` under the hypothesis `a`, and `a` under the hypothesis `b`. `None` of
    /// another claim.
    pub fn directions(&self) -> Option<[Statement; 2]> {
        let Kind::Connective(Connective::Iff, left, right) = &self.claim.kind else { return None };
        let half = |hypothesis: &Term, claim: &Term| {
            let mut half = self.clone();
            half.clauses.push(Clause::Assume(hypothesis.clone()));
            half.claim = claim.clone();
            half
        };
        Some([half(left, right), half(right, left)])
    }
}

/// A verdict that can be expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// By a proof assistant, for all finite contexts.
    Proved,
    /// No violation in the scope.
    Survives,
    /// An instance violates it.
    Refuted,
    /// An instance leaves a term undefined.
    IllPosed,
    /// An instance cannot be decided.
    Undecided,
}

/// A variable's name and type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variable {
    /// As written.
    pub name: String,
    /// What it denotes.
    pub of: Type,
}

/// One step of the preamble.
#[derive(Clone, Debug)]
pub enum Clause {
    /// For all values of a variable.
    For(Slot, Domain),
    /// A name for a term.
    Let(Slot, Term),
    /// A hypothesis.
    Assume(Term),
}

/// What a universally quantified variable runs over.
#[derive(Clone, Debug)]
pub enum Domain {
    /// All contexts.
    Contexts,
    /// All graphs: contexts with as many points on A as on X and a symmetric table.
    Graphs,
    /// All integers.
    Integers,
    /// All rationals.
    Rationals,
    /// The integers from one to another, both included.
    Range(Term, Term),
    /// The points of a side.
    Points(Side, Slot),
    /// All rational tables of a shape: functions, encoders, matrices.
    Tables(Extent, Extent),
    /// All choices of singular functions of a context.
    SingularSystems(Slot, ContextTerm),
    /// All outcomes of so many draws from the points of a side.
    Samples(Side, Slot, Term),
    /// The one context of a corruption of D bits, and of how much.
    Cube(Corruption, Term, Term),
}

/// How the bits of X = {-1, 1}^D become A.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Corruption {
    /// Each is masked with a probability.
    Mask,
    /// Each is flipped with half of a probability: drawn anew with it.
    Flip,
    /// So many neighbours are masked, the first of them uniform.
    BlockMask,
}

/// How many rows or columns there are.
#[derive(Clone, Debug)]
pub enum Extent {
    /// One for each point of a side of a context variable.
    Points(Side, Slot),
    /// As many as an integer term says.
    Count(Term),
}

/// A term with its place and type.
#[derive(Clone, Debug)]
pub struct Term {
    /// What it is made of.
    pub kind: Kind,
    /// What it denotes.
    pub of: Type,
    /// Where it stands in the text.
    pub span: Span,
}

/// What a term is made of.
#[derive(Clone, Debug)]
pub enum Kind {
    /// A number as written.
    Number(Rational),
    /// A variable.
    Variable(Slot),
    /// A quantity of the theory, applied to as many arguments as its signature has.
    Quantity(Quantity, Vec<Term>),
    /// Whether a term has a value.
    Defined(Box<Term>),
    /// `-a`, of a number or a table.
    Negative(Box<Term>),
    /// `a + b`, `a - b`, `a * b`, `a / b`: numbers, tables of one shape (`+`, `-`), a number and a table
    /// (`*`), a table and a number (`*`, `/`), or two tables whose inner spaces agree (`*`).
    Arithmetic(Arithmetic, Box<Term>, Box<Term>),
    /// `a ^ n` with an integer n.
    Power(Box<Term>, Box<Term>),
    /// `t[x]` of a table of one column, `t[x, y]` of any.
    Entry(Box<Term>, Vec<Term>),
    /// `a < b <= c`: neighbours compare, and all of them do.
    Comparison(Vec<Term>, Vec<Relation>),
    /// `not a`.
    Not(Box<Term>),
    /// `a and b`, `a or b`, `a implies b`, `a iff b`. What the left side settles, the right side is not
    /// asked: it may then be undefined.
    Connective(Connective, Box<Term>, Box<Term>),
    /// `for all`, `exists`, `sum`, `max`, `min` over finite ranges; `expect` and `prob` over samples.
    Fold(Box<Fold>),
    /// The largest or least of several numbers that are written out.
    Extreme(FoldKind, Vec<Term>),
}

/// An operation on numbers and tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arithmetic {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
}

/// How two terms compare. Tables, contexts' points and truths know `=` and `!=` only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// `=`
    Equal,
    /// `!=`
    Unequal,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    Greater,
    /// `>=`
    AtLeast,
}

/// How two truths are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Connective {
    /// Both.
    And,
    /// At least one.
    Or,
    /// Not the first without the second.
    Implies,
    /// Both or none.
    Iff,
}

/// Something over finite ranges.
#[derive(Clone, Debug)]
pub struct Fold {
    /// What is made of the bodies.
    pub kind: FoldKind,
    /// The bound variables; a later range may mention an earlier variable.
    pub binders: Vec<(Slot, FiniteRange)>,
    /// Values for which this is false are left out.
    pub filter: Option<Term>,
    /// What is folded: a truth, a number, or (in a sum and an expectation) a table.
    pub body: Term,
}

/// What is made of the bodies of a fold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FoldKind {
    /// `for all`: true over nothing.
    All,
    /// `exists`: false over nothing.
    Any,
    /// `sum`: zero over nothing.
    Sum,
    /// `max`: undefined over nothing.
    Largest,
    /// `min`: undefined over nothing.
    Least,
    /// `expect`: the sum of the bodies, each times the probability of its samples, which are independent.
    Expectation,
    /// `prob`: the probability that the body is true.
    Probability,
}

/// What a bound variable runs over.
#[derive(Clone, Debug)]
pub enum FiniteRange {
    /// The integers from one to another, both included; none if the second is smaller.
    Integers(Term, Term),
    /// The points of a side of the context that a term denotes.
    Points(Side, Term),
    /// All outcomes of so many independent draws from X of the context that a term denotes.
    Samples(Term, Term),
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Verdict::Proved => "proved",
            Verdict::Survives => "survives",
            Verdict::Refuted => "refuted",
            Verdict::IllPosed => "ill-posed",
            Verdict::Undecided => "undecided",
        })
    }
}

impl Term {
    /// Every variable that occurs, bound ones included, in order of appearance.
    pub fn slots(&self) -> Vec<Slot> {
        let mut found = Vec::new();
        self.collect(&mut found);
        found
    }

    fn collect(&self, found: &mut Vec<Slot>) {
        if let Kind::Variable(slot) = self.kind {
            found.push(slot);
        }
        self.kind.children().into_iter().for_each(|t| t.collect(found));
    }
}

impl Kind {
    /// The terms directly inside.
    pub fn children(&self) -> Vec<&Term> {
        match self {
            Kind::Number(_) | Kind::Variable(_) => vec![],
            Kind::Quantity(_, terms) | Kind::Comparison(terms, _) | Kind::Extreme(_, terms) => terms.iter().collect(),
            Kind::Defined(a) | Kind::Negative(a) | Kind::Not(a) => vec![a],
            Kind::Arithmetic(_, a, b) | Kind::Power(a, b) | Kind::Connective(_, a, b) => vec![a, b],
            Kind::Entry(table, indices) => std::iter::once(&**table).chain(indices).collect(),
            Kind::Fold(fold) => fold.children(),
        }
    }
}

impl Fold {
    fn children(&self) -> Vec<&Term> {
        let ranges = self.binders.iter().flat_map(|(_, range)| match range {
            FiniteRange::Integers(from, to) => vec![from, to],
            FiniteRange::Points(_, context) => vec![context],
            FiniteRange::Samples(context, draws) => vec![context, draws],
        });
        ranges.chain(&self.filter).chain(std::iter::once(&self.body)).collect()
    }
}
