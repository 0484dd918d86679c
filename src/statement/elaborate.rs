//! From syntax to the typed tree: names are looked up, types found.

use super::application::{apply, noun};
use super::diagnostic::{Diagnostic, did_you_mean};
use super::document::Reading;
use super::lexer::{TokenKind, tokens};
use super::names::{Entry, NAMES, lookup};
use super::scope::{Fault, Scope};
use super::size::Size;
use super::syntax::{self, Body, Expression, ExpressionKind, Identifier, Keyword};
use super::tree::{
    Arithmetic, Clause, Connective, Corruption, Domain, Extent, FiniteRange, Fold, FoldKind, Kind, Relation, Slot,
    Span, Statement, Term, Verdict,
};
use super::types::{ContextTerm, Side, Space, Type};
use super::typing;

type Rational = crate::exact::rational::Rational;

/// What a term is made of, and its type.
type Elaborated = Result<(Kind, Type), Fault>;

/// The kinds of domain and what stands in their parentheses.
pub(super) const DOMAINS: [(&str, &str); 12] = [
    ("context", "context"),
    ("graph", "graph"),
    ("function", "function(P, X)"),
    ("encoder", "encoder(P, X, d)"),
    ("matrix", "matrix(d, e)"),
    ("integer", "integer"),
    ("rational", "rational"),
    ("singular_system", "singular_system(P)"),
    ("sample", "sample(P, n)"),
    ("masked", "masked(D, alpha)"),
    ("flipped", "flipped(D, alpha)"),
    ("block_masked", "block_masked(D, b)"),
];

/// The statement that a text says, or everything that is wrong with it, in the order of the text.
pub(super) fn elaborate(text: &str, reading: Reading) -> Result<Statement, Vec<Diagnostic>> {
    let mut elaborator = Elaborator { scope: Scope::default(), diagnostics: reading.diagnostics };
    elaborator.scope.lose(reading.lost);
    let mut clauses = Vec::new();
    let mut claim = None;
    let (mut id, mut source, mut about, mut amends, mut expect) = (None, None, None, None, None::<Verdict>);
    for clause in reading.document.clauses {
        match (clause.keyword, clause.body) {
            (Keyword::Statement, Body::Words(words)) => id = Some(words),
            (Keyword::Source, Body::Words(words)) => source = Some(words),
            (Keyword::Reading, Body::Words(words)) => about = Some(words),
            (Keyword::Amends, Body::Words(words)) => amends = Some(words),
            (_, Body::Words(_)) => unreachable!("only these keywords are followed by words"),
            (_, Body::Expect(verdict)) => expect = Some(verdict),
            (_, Body::For(all)) => all.iter().for_each(|one| clauses.extend(elaborator.quantified(one))),
            (_, Body::Let(name, term)) => clauses.extend(elaborator.definition(&name, &term)),
            (Keyword::Claim, Body::Truth(term)) => claim = elaborator.truth(&term, "a claim"),
            (_, Body::Truth(term)) => clauses.extend(elaborator.truth(&term, "a hypothesis").map(Clause::Assume)),
        }
    }
    match (id, source, claim) {
        (Some(id), Some(source), Some(claim)) if elaborator.diagnostics.is_empty() => Ok(Statement {
            id,
            source,
            reading: about,
            amends,
            expect,
            clauses,
            claim,
            variables: elaborator.scope.variables,
            text: text.into(),
        }),
        _ => {
            elaborator.diagnostics.sort_by_key(|found| found.span.start);
            assert!(!elaborator.diagnostics.is_empty(), "what is missing has been told");
            Err(elaborator.diagnostics)
        }
    }
}

struct Elaborator {
    scope: Scope,
    diagnostics: Vec<Diagnostic>,
}

impl Elaborator {
    /// A variable of a `for` clause. One that is wrong is not told again where it is mentioned.
    fn quantified(&mut self, one: &syntax::Quantified) -> Option<Clause> {
        let syntax::Quantified { name, domain } = one;
        let clause = self.scope.free(name).map_err(Fault::from).and_then(|()| {
            let (of, domain) = self.domain(name, domain)?;
            Ok(Clause::For(self.scope.bind(name, of)?, domain))
        });
        self.told(clause, Some(name))
    }

    fn definition(&mut self, name: &Identifier, term: &Expression) -> Option<Clause> {
        let clause = self.scope.free(name).map_err(Fault::from).and_then(|()| {
            let value = self.term(term)?;
            let size = (value.of == Type::Integer).then(|| self.size(term));
            let slot = self.scope.bind(name, value.of.clone())?;
            self.scope.sizes.extend(size.map(|size| (name.text.clone(), size)));
            Ok(Clause::Let(slot, value))
        });
        self.told(clause, Some(name))
    }

    /// A hypothesis or a claim.
    fn truth(&mut self, term: &Expression, what: &str) -> Option<Term> {
        let truth = self.term(term).and_then(|term| {
            typing::truth(&term, what)?;
            Ok(term)
        });
        self.told(truth, None)
    }

    /// Keeps what is wrong; a name that it should have bound is lost.
    fn told<T>(&mut self, result: Result<T, Fault>, name: Option<&Identifier>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(fault) => {
                self.scope.lose(name.map(|name| name.text.clone()));
                if let Fault::Found(found) = fault {
                    self.diagnostics.push(found);
                }
                None
            }
        }
    }

    fn domain(&mut self, name: &Identifier, domain: &syntax::Domain) -> Result<(Type, Domain), Fault> {
        let (kind, arguments) = match domain {
            syntax::Domain::Range(syntax::Range::Integers(from, to)) => {
                return Ok((Type::Integer, Domain::Range(self.integer(from)?, self.integer(to)?)));
            }
            syntax::Domain::Range(syntax::Range::Points(side, context)) => {
                let (side, slot) = self.points(side, context)?;
                return Ok((Type::Point(self.space(side, slot)), Domain::Points(side, slot)));
            }
            syntax::Domain::Range(syntax::Range::Samples(..)) => unreachable!("after `:` there is a name"),
            syntax::Domain::Named(kind, arguments) => (kind, &arguments[..]),
        };
        match (kind.text.as_str(), arguments) {
            ("context", []) => Ok((Type::Context(ContextTerm::Variable(name.text.clone())), Domain::Contexts)),
            ("graph", []) => Ok((Type::Context(ContextTerm::Graph(name.text.clone())), Domain::Graphs)),
            ("integer", []) => Ok((Type::Integer, Domain::Integers)),
            ("rational", []) => Ok((Type::Real, Domain::Rationals)),
            ("singular_system", [context]) => {
                let (slot, context) = self.context(context)?;
                Ok((Type::SingularSystem(context.clone()), Domain::SingularSystems(slot, context)))
            }
            ("function", [context, side]) => {
                let (rows, side) = self.side(context, side)?;
                let one = Kind::Number(Rational::from_integer(1.into()));
                let one = Term { kind: one, of: Type::Integer, span: kind.span.clone() };
                Ok((Type::function(side), Domain::Tables(rows, Extent::Count(one))))
            }
            ("encoder", [context, side, features]) => {
                let (rows, side) = self.side(context, side)?;
                let (columns, features) = self.extent(features)?;
                Ok((Type::Table(side, features), Domain::Tables(rows, columns)))
            }
            ("matrix", [rows, columns]) => {
                let ((rows, r), (columns, c)) = (self.extent(rows)?, self.extent(columns)?);
                Ok((Type::Table(r, c), Domain::Tables(rows, columns)))
            }
            ("sample", [context, draws]) => {
                let (side, slot, draws, of) = self.samples(context, draws)?;
                Ok((of, Domain::Samples(side, slot, draws)))
            }
            ("masked", [bits, alpha]) => self.cube(name, Corruption::Mask, bits, alpha),
            ("flipped", [bits, alpha]) => self.cube(name, Corruption::Flip, bits, alpha),
            ("block_masked", [bits, length]) => self.cube(name, Corruption::BlockMask, bits, length),
            (word, _) => Err(wrong_domain(kind, word).into()),
        }
    }

    /// Draws from X of a context: whose points, how many, and the type.
    fn samples(&mut self, context: &Expression, draws: &Expression) -> Result<(Side, Slot, Term, Type), Fault> {
        let x = Identifier { text: "X".into(), span: context.span.clone() };
        let (side, slot) = self.points(&x, context)?;
        let number = self.integer(draws)?;
        let of = Type::Sample(self.space(side, slot), self.size(draws).to_string());
        Ok((side, slot, number, of))
    }

    /// The context of bits that are corrupted by so much: a number, or an integer where bits are counted.
    fn cube(
        &mut self,
        name: &Identifier,
        corruption: Corruption,
        bits: &Expression,
        amount: &Expression,
    ) -> Result<(Type, Domain), Fault> {
        let (bits, amount) = (self.integer(bits)?, self.term(amount)?);
        match corruption {
            Corruption::BlockMask => typing::integer(&amount, "the length of a block")?,
            Corruption::Mask | Corruption::Flip => typing::number(&amount, "a probability")?,
        }
        let of = Type::Context(ContextTerm::Variable(name.text.clone()));
        Ok((of, Domain::Cube(corruption, bits, amount)))
    }

    /// Rows or columns of a matrix: points of a side, or an integer.
    fn extent(&mut self, term: &Expression) -> Result<(Extent, Space), Fault> {
        if let ExpressionKind::Call(side @ Identifier { text, .. }, arguments) = &term.kind
            && let ("X" | "A", [context]) = (text.as_str(), &arguments[..])
        {
            let (side, slot) = self.points(side, context)?;
            return Ok((Extent::Points(side, slot), self.space(side, slot)));
        }
        let count = self.integer(term)?;
        Ok((Extent::Count(count), Space::Dimension(self.size(term).to_string())))
    }

    /// `P, X` as arguments of a domain.
    fn side(&mut self, context: &Expression, side: &Expression) -> Result<(Extent, Space), Fault> {
        let name = match &side.kind {
            ExpressionKind::Name(text) if text == "X" || text == "A" => {
                Identifier { text: text.clone(), span: side.span.clone() }
            }
            _ => return Err(Diagnostic::new(side.span.clone(), "expected a side, `X` or `A`").into()),
        };
        let (side, slot) = self.points(&name, context)?;
        Ok((Extent::Points(side, slot), self.space(side, slot)))
    }

    /// The points of a side, as those of a context variable.
    fn points(&mut self, side: &Identifier, context: &Expression) -> Result<(Side, Slot), Fault> {
        let side = if side.text == "X" { Side::X } else { Side::A };
        let (slot, mut term) = self.context(context)?;
        let mut side = side;
        while let ContextTerm::Transposed(inner) = term {
            (side, term) = (side.other(), *inner);
        }
        Ok((side, slot))
    }

    fn space(&self, side: Side, slot: Slot) -> Space {
        match &self.scope.variables[slot].of {
            Type::Context(context) => Space::side(side, context.clone()),
            _ => unreachable!("points are those of a context variable"),
        }
    }

    /// A term that denotes a context: the variable that it comes from, and how.
    fn context(&mut self, term: &Expression) -> Result<(Slot, ContextTerm), Fault> {
        let value = self.term(term)?;
        let Type::Context(context) = value.of else {
            let message = format!("expected a context, found {}", noun(&value.of));
            return Err(Diagnostic::new(value.span, message).into());
        };
        let mut inner = &context;
        while let ContextTerm::Transposed(next) = inner {
            inner = next;
        }
        let (ContextTerm::Variable(name) | ContextTerm::Graph(name)) = inner else {
            unreachable!("a context is a variable, or one transposed")
        };
        let slot = self.scope.slot(name).expect("a context's variable is never left");
        Ok((slot, context))
    }

    fn integer(&mut self, term: &Expression) -> Result<Term, Fault> {
        let value = self.term(term)?;
        typing::integer(&value, "this")?;
        Ok(value)
    }

    /// What an integer term says as a number of rows or columns.
    fn size(&self, term: &Expression) -> Size {
        Size::of(term, &self.scope.sizes)
    }

    /// Every kind has a function of its own: one frame for all of them would be large, and terms are deep.
    fn term(&mut self, term: &Expression) -> Result<Term, Fault> {
        use ExpressionKind as E;
        let (kind, of) = match &term.kind {
            E::Number(n) => Ok((Kind::Number(Rational::from_integer(n.clone())), Type::Integer)),
            E::Name(text) => self.variable(text, &term.span),
            E::Call(name, arguments) => self.call(name, arguments, &term.span),
            E::Defined(inner) => self.defined(inner),
            E::Negative(inner) => self.negative(inner),
            E::Arithmetic(operation, a, b) => self.arithmetic(*operation, a, b, &term.span),
            E::Power(base, exponent) => self.power(base, exponent),
            E::Entry(table, indices) => self.entry(table, indices, &term.span),
            E::Comparison(terms, relations) => self.comparison(terms, relations),
            E::Not(inner) => self.not(inner),
            E::Connective(connective, a, b) => self.connective(*connective, a, b),
            E::Fold(fold) => self.fold(fold),
            E::Extreme(kind, terms) => self.extreme(*kind, terms),
        }?;
        Ok(Term { kind, of, span: term.span.clone() })
    }

    fn defined(&mut self, inner: &Expression) -> Elaborated {
        Ok((Kind::Defined(Box::new(self.term(inner)?)), Type::Truth))
    }

    fn variable(&mut self, text: &str, span: &Span) -> Elaborated {
        let slot = self.scope.find(&Identifier { text: text.into(), span: span.clone() })?;
        Ok((Kind::Variable(slot), self.scope.variables[slot].of.clone()))
    }

    fn negative(&mut self, inner: &Expression) -> Elaborated {
        let inner = self.term(inner)?;
        let of = typing::negative(&inner)?;
        Ok((Kind::Negative(Box::new(inner)), of))
    }

    fn arithmetic(&mut self, operation: Arithmetic, a: &Expression, b: &Expression, span: &Span) -> Elaborated {
        let (a, b) = (self.term(a)?, self.term(b)?);
        let of = typing::arithmetic(operation, &a, &b, span.clone())?;
        Ok((Kind::Arithmetic(operation, Box::new(a), Box::new(b)), of))
    }

    fn power(&mut self, base: &Expression, exponent: &Expression) -> Elaborated {
        let (base, exponent) = (self.term(base)?, self.term(exponent)?);
        let of = typing::power(&base, &exponent)?;
        Ok((Kind::Power(Box::new(base), Box::new(exponent)), of))
    }

    fn entry(&mut self, table: &Expression, indices: &[Expression], span: &Span) -> Elaborated {
        let (table, indices) = (self.term(table)?, self.terms(indices)?);
        let of = typing::entry(&table, &indices, span.clone())?;
        Ok((Kind::Entry(Box::new(table), indices), of))
    }

    fn comparison(&mut self, terms: &[Expression], relations: &[Relation]) -> Elaborated {
        let terms = self.terms(terms)?;
        for (pair, relation) in terms.windows(2).zip(relations) {
            typing::comparison(&pair[0], *relation, &pair[1])?;
        }
        Ok((Kind::Comparison(terms, relations.to_vec()), Type::Truth))
    }

    fn not(&mut self, inner: &Expression) -> Elaborated {
        let inner = self.term(inner)?;
        typing::truth(&inner, "what `not` denies")?;
        Ok((Kind::Not(Box::new(inner)), Type::Truth))
    }

    fn connective(&mut self, connective: Connective, a: &Expression, b: &Expression) -> Elaborated {
        let (a, b) = (self.term(a)?, self.term(b)?);
        typing::truth(&a, "what is joined")?;
        typing::truth(&b, "what is joined")?;
        Ok((Kind::Connective(connective, Box::new(a), Box::new(b)), Type::Truth))
    }

    fn extreme(&mut self, kind: FoldKind, terms: &[Expression]) -> Elaborated {
        let terms = self.terms(terms)?;
        let of = typing::extreme(&terms)?;
        Ok((Kind::Extreme(kind, terms), of))
    }

    fn terms(&mut self, terms: &[Expression]) -> Result<Vec<Term>, Fault> {
        terms.iter().map(|term| self.term(term)).collect()
    }

    fn call(&mut self, name: &Identifier, arguments: &[Expression], call: &Span) -> Elaborated {
        let (entry, arguments) = self.quantity(name, arguments)?;
        let terms = self.terms(arguments)?;
        let sizes: Vec<Option<Size>> = terms
            .iter()
            .zip(arguments)
            .map(|(term, argument)| (term.of == Type::Integer).then(|| self.size(argument)))
            .collect();
        let of = apply(entry, &terms, &sizes, call.clone())?;
        Ok((Kind::Quantity(entry.quantity, terms), of))
    }

    /// The quantity that is called, and its arguments proper.
    fn quantity<'a>(
        &self,
        name: &Identifier,
        arguments: &'a [Expression],
    ) -> Result<(&'static Entry, &'a [Expression]), Fault> {
        let Identifier { text, span } = name;
        if let Some(entry) = lookup(text) {
            return Ok((entry, arguments));
        }
        let error = |message: String| Diagnostic::new(span.clone(), message);
        let objectives: Vec<&str> =
            NAMES.iter().filter_map(|entry| entry.name.strip_prefix(text.as_str())?.strip_prefix(' ')).collect();
        if !objectives.is_empty() {
            let expected = objectives.join(" or ");
            return match arguments.split_first() {
                Some((Expression { kind: ExpressionKind::Name(objective), .. }, rest)) => {
                    let entry = lookup(&format!("{text} {objective}"));
                    let missing = || error(format!("what `{text}` knows is {expected}, found {objective}"));
                    Ok((entry.ok_or_else(missing)?, rest))
                }
                _ => Err(error(format!("the first argument of `{text}` is {expected}")).into()),
            };
        }
        if self.scope.is_lost(text) {
            return Err(Fault::Echo);
        }
        Err(match text.as_str() {
            "X" | "A" => error(format!("`{text}(P)` is a set of points, and no term"))
                .help(format!("it stands after `in`, as in `sum(x in {text}(P): f[x])`")),
            _ if DOMAINS.iter().any(|(domain, _)| domain == text) => {
                error(format!("`{text}` is a domain, and no term"))
                    .help("domains stand after the variables of a `for` clause")
            }
            _ if self.scope.slot(text).is_some() => error(format!("`{text}` is a variable and takes no arguments"))
                .help(format!("an entry is written `{text}[x]`, a product `{text} * (a)`")),
            _ => {
                let found = error(format!("unknown quantity `{text}`"));
                match did_you_mean(
                    text,
                    NAMES.iter().map(|entry| entry.name).chain(["sum", "max", "min", "expect", "prob", "defined"]),
                ) {
                    Some(help) => found.help(help),
                    None => found.help("the reference page lists all quantities"),
                }
            }
        }
        .into())
    }

    fn fold(&mut self, fold: &syntax::Fold) -> Elaborated {
        let mark = self.scope.mark();
        let result = self.bound(fold);
        self.scope.leave(mark);
        result
    }

    /// A fold; the caller takes its variables out of scope.
    fn bound(&mut self, fold: &syntax::Fold) -> Elaborated {
        let mut binders = Vec::new();
        for (name, range) in &fold.binders {
            self.scope.free(name)?;
            let (range, of) = match range {
                syntax::Range::Integers(from, to) => {
                    (FiniteRange::Integers(self.integer(from)?, self.integer(to)?), Type::Integer)
                }
                syntax::Range::Points(side, context) => {
                    let (side_here, slot) = self.points(side, context)?;
                    let written = if side.text == "X" { Side::X } else { Side::A };
                    (FiniteRange::Points(written, self.term(context)?), Type::Point(self.space(side_here, slot)))
                }
                syntax::Range::Samples(context, draws) => {
                    let (_, _, draws, of) = self.samples(context, draws)?;
                    (FiniteRange::Samples(self.term(context)?, draws), of)
                }
            };
            binders.push((self.scope.bind(name, of)?, range));
        }
        let filter = match &fold.filter {
            Some(filter) => {
                let filter = self.term(filter)?;
                typing::truth(&filter, "what stands after `where`")?;
                Some(filter)
            }
            None => None,
        };
        let body = self.term(&fold.body)?;
        let of = typing::fold(fold.kind, &body)?;
        if let FoldKind::Expectation | FoldKind::Probability = fold.kind {
            let over_samples = |(_, range): &&(Identifier, syntax::Range)| matches!(range, syntax::Range::Samples(..));
            if let Some((name, _)) = fold.binders.iter().find(|binder| !over_samples(binder)) {
                let message = format!("`{}` has no law: an expectation is over samples", name.text);
                return Err(Diagnostic::new(name.span.clone(), message)
                    .help("`S: sample(P, n)` are n draws from X")
                    .into());
            }
            if let Some(filter) = &filter {
                let message = "samples are not left out: an expectation is over all of them";
                let help = "of a conditional probability, divide two";
                return Err(Diagnostic::new(filter.span.clone(), message).help(help).into());
            }
        }
        if let Some((name, _)) = fold.binders.iter().find(|(name, _)| mentions(&of, &name.text)) {
            let message = format!("the size of what is summed changes with `{}`: {}", name.text, noun(&of));
            return Err(Diagnostic::new(body.span, message).into());
        }
        Ok((Kind::Fold(Box::new(Fold { kind: fold.kind, binders, filter, body })), of))
    }
}

/// Whether the size of a table depends on a name.
fn mentions(of: &Type, name: &str) -> bool {
    let Type::Table(rows, columns) = of else { return false };
    [rows, columns].into_iter().any(|space| match space {
        Space::Side(..) => false, // of a context, which no fold binds
        Space::Dimension(text) => tokens(text, 0..text.len())
            .is_ok_and(|found| found.iter().any(|token| token.kind == TokenKind::Name && token.text == name)),
    })
}

fn wrong_domain(kind: &Identifier, word: &str) -> Diagnostic {
    let all = DOMAINS.map(|(name, _)| name);
    if let Some((_, usage)) = DOMAINS.iter().find(|(name, _)| *name == word) {
        return Diagnostic::new(kind.span.clone(), format!("expected `{usage}`"))
            .help("X and A are sides, P a context, d and e integers");
    }
    let found = Diagnostic::new(kind.span.clone(), format!("unknown domain `{word}`"));
    match did_you_mean(word, all) {
        Some(help) => found.help(help),
        None => found.help(format!("domains are {}; a range stands after `in`", all.join(", "))),
    }
}
