//! The whole proposition, clause by clause.

use super::condition::Conditions;
use super::gallina::{Gallina, level};
use super::linear::{Bounds, Linear};
use super::translation::{Known, Translation, Untranslated};
use crate::statement::tree::{Clause, Corruption, Domain, Extent, FiniteRange, Slot, Statement, Term};
use crate::statement::types::{Space, Type};

/// The file `statement.v` of a statement: `Definition statement (R : rcfType) : Prop`, and with an exponential of R where
/// the statement has one. The file's first line has the digest of the statement's text, which the caller gives.
///
/// # Errors
/// A quantity, or a use of one, that has no translation yet.
pub fn proposition(statement: &Statement, digest: &str) -> Result<String, Untranslated> {
    let mut translation = Translation::new(statement);
    let mut lines = Vec::new();
    for clause in &statement.clauses {
        translation.clause(clause, &mut lines)?;
    }
    let claim = translation.truth(&statement.claim)?;
    lines.push(claim.text);
    let exponential = if translation.is_analytic { " (E : exponential R)" } else { "" };
    Ok(format!(
        "(* statement: {digest} *)\n\
         (* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)\n\
         From mathcomp Require Import all_ssreflect all_algebra.\n\
         From Contexture Require Import statements.\n\
         Import Order.TTheory GRing.Theory Num.Theory.\n\
         Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.\n\
         Local Open Scope ring_scope.\n\n\
         Definition statement (R : rcfType){exponential} : Prop :=\n  {}.\n",
        lines.iter().map(|line| filled(line)).collect::<Vec<_>>().join("\n  "),
    ))
}

/// The longest line, where it can be broken.
const WIDTH: usize = 118;

/// A long line broken before connectives, or before other operators where there are none.
fn filled(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    let mut indent = 2;
    while rest.chars().count() + indent > WIDTH {
        let fits = |place: &usize| *place > 4 && rest[..*place].chars().count() + indent <= WIDTH;
        let last = |operators: &[&str]| operators.iter().filter_map(|o| places(rest, o).filter(fits).max()).max();
        let loose = last(&[" /\\ ", " \\/ ", " <-> "]);
        let Some(place) = loose.or_else(|| last(&[" -> ", " => ", " = ", " <= "])).or_else(|| last(&[" + ", " - "]))
        else {
            break;
        };
        out.push_str(&rest[..place]);
        out.push_str("\n      ");
        rest = rest[place..].trim_start();
        indent = 6;
    }
    out + rest
}

fn places<'a>(text: &'a str, operator: &'a str) -> impl Iterator<Item = usize> + 'a {
    text.match_indices(operator).map(|(place, _)| place)
}

impl Translation<'_> {
    fn clause(&mut self, clause: &Clause, lines: &mut Vec<String>) -> Result<(), Untranslated> {
        match clause {
            Clause::For(slot, domain) => self.quantifier(*slot, domain, lines),
            Clause::Assume(hypothesis) => {
                lines.push(format!("{} ->", self.truth(hypothesis)?.at(level::IFF)));
                Ok(())
            }
            Clause::Let(slot, term) => self.definition(*slot, term, lines),
        }
    }

    /// A name for a term: where it is used, the term has to have a value.
    fn definition(&mut self, slot: Slot, term: &Term, lines: &mut Vec<String>) -> Result<(), Untranslated> {
        if term.of == Type::Truth || matches!(term.of, Type::Context(_)) {
            return self.fails(&term.span, "a name of this kind");
        }
        let mut needed = Conditions::default();
        let value = self.term(term, &mut needed)?;
        // A value that has to exist is named where it is used.
        let value = if needed.ask_for_a_value() || matches!(term.of, Type::Integer) {
            value
        } else {
            let name = self.bind(slot);
            lines.push(format!("let {name} := {} in", value.text));
            Gallina::atom(name)
        };
        self.lets.insert(slot, (needed, value));
        Ok(())
    }

    fn quantifier(&mut self, slot: Slot, domain: &Domain, lines: &mut Vec<String>) -> Result<(), Untranslated> {
        let mut conditions = Conditions::default();
        let of = match domain {
            Domain::Contexts | Domain::Graphs => {
                if !self.contexts.is_empty() {
                    return Err(Untranslated { what: format!("{} (a second context)", self.variable(slot).name) });
                }
                let is_graph = matches!(domain, Domain::Graphs);
                let name = self.bind(slot);
                let sizes = if is_graph { ["N", "N"] } else { ["N", "M"] };
                for size in sizes {
                    self.bounds.insert(size.into(), Bounds { least: vec![Linear::constant(1)], most: vec![] });
                }
                let called = self.variable(slot).name.clone();
                self.contexts.push(Known { called, name: name.clone(), sizes: sizes.map(Linear::atom), bits: None });
                if is_graph {
                    lines.push(format!("forall (N : nat) ({name} : context R N N),"));
                    let (u, v) = if matches!(&*name, "u" | "v") { ("x", "y") } else { ("u", "v") };
                    lines.push(format!("(forall {u} {v}, {name} {u} {v} = {name} {v} {u}) ->"));
                } else {
                    lines.push(format!("forall (N M : nat) ({name} : context R N M),"));
                }
                return Ok(());
            }
            Domain::Cube(corruption, bits, amount) => return self.cube(slot, *corruption, bits, amount, lines),
            Domain::Integers => {
                return Err(Untranslated { what: format!("{} (any integer)", self.variable(slot).name) });
            }
            Domain::Rationals => "R".into(),
            Domain::Range(first, last) => {
                let range = FiniteRange::Integers(first.clone(), last.clone());
                let (binder, _) = self.binder(slot, &range, &mut conditions)?;
                lines.push(format!("forall {} : nat,", binder.name));
                if let Some(needed) = conditions.and(None) {
                    lines.push(format!("{} ->", needed.at(level::IFF)));
                }
                lines.push(format!("{} ->", binder.within.expect("integers have a range").at(level::IFF)));
                return Ok(());
            }
            Domain::Points(..) => {
                let Type::Point(space) = &self.variable(slot).of else { unreachable!("it is a point") };
                self.type_of_points(space).expect("points are of a side")
            }
            Domain::Tables(rows, columns) => {
                let (rows, columns) = (self.extent(rows, &mut conditions)?, self.extent(columns, &mut conditions)?);
                match columns.as_constant() {
                    Some(1) => format!("'cV[R]_{}", rows.size().argument()),
                    _ => format!("'M[R]_({}, {})", rows.natural().text, columns.natural().text),
                }
            }
            Domain::SingularSystems(_, context) => Gallina::applied("singular_system", &[&self.context(context)]).text,
            Domain::Samples(_, _, draws) => {
                let Type::Sample(Space::Side(side, context), _) = &self.variable(slot).of else {
                    unreachable!("it is a sample")
                };
                let (points, draws) = (self.points(*side, context), self.draws(draws, &mut conditions)?);
                Gallina::applied("sample", &[&points.size(), &draws.size()]).text
            }
        };
        if let Some(needed) = conditions.and(None) {
            lines.push(format!("{} ->", needed.at(level::IFF)));
        }
        let name = self.bind(slot);
        lines.push(format!("forall {name} : {of},"));
        Ok(())
    }

    /// Rows or columns, as many as there have to be: the tables of a negative size are none.
    fn extent(&mut self, extent: &Extent, conditions: &mut Conditions) -> Result<Linear, Untranslated> {
        match extent {
            Extent::Points(side, slot) => {
                let Type::Context(context) = &self.variable(*slot).of else { unreachable!("it is a context") };
                Ok(self.points(*side, context))
            }
            Extent::Count(count) => {
                let size = self.integer(count, conditions)?;
                if !size.is_natural(&self.bounds) {
                    conditions.need(Linear::constant(0).related("<=", &size).of_naturals());
                }
                Ok(size)
            }
        }
    }

    /// The one context of corrupted bits.
    fn cube(
        &mut self,
        slot: Slot,
        corruption: Corruption,
        bits: &Term,
        amount: &Term,
        lines: &mut Vec<String>,
    ) -> Result<(), Untranslated> {
        let mut conditions = Conditions::default();
        let length = self.integer(bits, &mut conditions)?;
        if !length.is_natural(&self.bounds) {
            return self.fails(&bits.span, "a number of bits that may be negative");
        }
        let bits = length.size();
        let (law, amount) = match corruption {
            Corruption::Mask | Corruption::Flip => {
                let amount = self.term(amount, &mut conditions)?;
                let (zero, one) = (Gallina::atom("0"), Gallina::atom("1"));
                conditions.need(zero.related("<=", &amount).right("/\\", &amount.related("<=", &one), level::AND));
                (if corruption == Corruption::Mask { "mask_law" } else { "flip_law" }, amount)
            }
            Corruption::BlockMask => {
                let masked = self.integer(amount, &mut conditions)?;
                self.between(0, &masked, &length, &mut conditions);
                ("block_law", masked.size())
            }
        };
        if let Some(needed) = conditions.and(None) {
            lines.push(format!("{} ->", needed.at(level::IFF)));
        }
        let law = Gallina::applied(&format!("@{law} R"), &[&bits, &amount]);
        let [points, views] =
            [format!("#|{{ffun 'I_{} -> bool}}|", bits.argument()), format!("#|massive ({})|", law.text)];
        for size in [&points, &views] {
            self.bounds.insert(size.clone(), Bounds { least: vec![Linear::constant(1)], most: vec![] });
        }
        let name = self.bind(slot);
        lines.push(format!("forall {name} : context R {points} {views},"));
        lines.push(format!("is_law {name} ->"));
        let called = self.variable(slot).name.clone();
        self.contexts.push(Known {
            called,
            name,
            sizes: [Linear::atom(&points), Linear::atom(&views)],
            bits: Some(bits),
        });
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statement::read;

    fn written(clauses: &str) -> Result<String, String> {
        let text = format!("statement made-up\nsource    own\n\n{clauses}");
        let statement = read(&text).unwrap_or_else(|e| panic!("{text}: {e:?}"));
        let file = proposition(&statement, "sha256:0").map_err(|e| e.to_string())?;
        let (head, body) = file.split_once("Definition statement ").expect("it is defined");
        assert!(head.starts_with("(* statement: sha256:0 *)\n"));
        Ok(body.lines().skip(1).map(|line| format!("{}\n", line.trim())).collect())
    }

    fn claim(claim: &str) -> String {
        let known = "for    P: context, d in 1..N(P)-1, Phi: encoder(P, X, d), f: function(P, X), t: rational";
        let all = written(&format!("{known}\nclaim  {claim}\n")).unwrap_or_else(|e| e);
        all.rsplit_once("forall t : R,\n").map_or(all.clone(), |(_, claim)| claim.trim_end().into())
    }

    #[test]
    fn variables_have_their_domains() {
        let all =
            "for    P: context, d in 1..min(N(P), M(P))-1, S: singular_system(P), Psi: encoder(P, A, d + 1), a in A(P),
          G: matrix(d, 1), W: matrix(X(P), X(P)), n in 1..3, D: sample(P, n)
let    F = centred(Psi)
assume d != 2
claim  T(P) * F = T(P) * F
";
        let expected = "forall (N M : nat) (P : context R N M),
forall d : nat,
(1 <= d <= minn N M - 1)%N ->
forall S : singular_system P,
forall Psi : 'M[R]_(M, d.+1),
forall a : 'I_M,
forall G : 'cV[R]_d,
forall W : 'M[R]_(N, N),
forall n : nat,
(1 <= n <= 3)%N ->
forall D : sample N n,
let F := centred_encoder (transposed P) Psi in
(d != 2)%N ->
T P *m F = T P *m F.
";
        assert_eq!(written(all).unwrap(), expected);
        let graph = "for    P: graph, f: function(P, A)\nclaim  norm(f) >= 0\n";
        let expected = "forall (N : nat) (P : context R N N),
(forall u v, P u v = P v u) ->
forall f : 'cV[R]_N,
0 <= norm (p P) f.
";
        assert_eq!(written(graph).unwrap(), expected);
        let named = written(&graph.replace('P', "u")).unwrap();
        assert!(named.contains("(forall x y, u x y = u y x) ->"), "{named}");
    }

    #[test]
    fn what_a_term_needs_is_said_before_it() {
        for (text, expected) in [
            ("s(P, d) > 0", "0 < s P d."),
            ("s(P, d + 1) > 0", "(d.+1 < N)%N /\\ 0 < s P d.+1."),
            ("1 / t < 2", "t != 0 /\\ 1 / t < 2%:R."),
            ("t / N(P) < 2 * d", "t / N%:R < 2%:R * d%:R."),
            ("sum(x in X(P): f[x] / p(P)[x]) = t^2", "\\sum_(x : 'I_N) f x 0 / p P 0 x = t ^+ 2."),
            ("sum(i in 1..d where i != 2: s(P, i)) <= t", "\\sum_(1 <= i < d.+1 | (i != 2)%N) s P i <= t."),
            (
                "sum(i in 1..d: mean(column(Phi, i)) / t) <= t",
                "(forall i : nat, (1 <= i <= d)%N -> t != 0) /\\ \\sum_(1 <= i < d.+1) mean (p P) (column Phi i.-1) / t <= t.",
            ),
            (
                "trace(inverse(covariance(Phi))) > 0",
                "covariance P Phi \\in unitmx /\\ 0 < \\tr (invmx (covariance P Phi)).",
            ),
            ("not in_span(Phi, f)", "~ in_span Phi f."),
            // What the left side settles does not ask the right.
            ("t != 0 implies 1 / t = 1", "t != 0 -> t != 0 /\\ 1 / t = 1."),
            ("1 / t = 1 implies t = 1", "t != 0 /\\ (t != 0 /\\ 1 / t = 1 -> t = 1)."),
            ("1 / t = 1 iff t = 1", "t != 0 /\\ (t != 0 /\\ 1 / t = 1 <-> t = 1)."),
            ("1 / t = 1 or t = 0", "t != 0 /\\ (t != 0 /\\ 1 / t = 1 \\/ t = 0)."),
            ("defined(1 / t)", "t != 0."),
            (
                "for all x in X(P) where f[x] / t > 0: t > 0",
                "forall x : 'I_N, t != 0 /\\ (t != 0 /\\ 0 < f x 0 / t -> 0 < t).",
            ),
            ("for all x in X(P): exists y in X(P): f[x] < f[y]", "forall x : 'I_N, exists y : 'I_N, f x 0 < f y 0."),
            (
                "for all u in -2..2: u != 0 implies u * t > -u",
                "forall u : int, - 2%:Z <= u <= 2%:Z -> (u%:~R : R) != 0 -> - u%:~R < u%:~R * t.",
            ),
            ("exists x in X(P): f[x] / t > 1", "exists x : 'I_N, t != 0 /\\ 1 < f x 0 / t."),
            ("0 < t <= 1", "0 < t <= 1."),
            ("0 < t <= mean(f) < 2", "0 < t /\\ t <= mean (p P) f /\\ mean (p P) f < 2%:R."),
            ("covariance(Phi)[1, d] = 0 and N(P) > d", "entry (covariance P Phi) 1 d = 0 /\\ (d < N)%N."),
        ] {
            assert_eq!(claim(text), expected, "{text}");
        }
    }

    #[test]
    fn largest_and_least_values_have_to_exist() {
        let found = claim("worst_error(P, Phi, t) <= trace_gap(P, Phi)");
        let expected = "0 < t /\\ exists worst1 : R, worst_error_is P Phi t worst1 /\\ ((centred_rank P Phi).+1 < N)%N
/\\ exists gap2 : R, trace_gap_is P Phi gap2 /\\ worst1 <= gap2.";
        assert_eq!(found, expected);
        let found = claim("max(x in X(P): f[x]) <= t");
        assert_eq!(found, "exists largest1 : R, maximum_is any (fun x : 'I_N => f x 0) largest1 /\\ largest1 <= t.");
        // One for each value of a variable around it.
        let found = claim("sum(y in X(P): max(x in X(P): kX(P)[x, y])) <= t");
        let expected =
            "exists largest1 : 'I_N -> R, (forall y : 'I_N, maximum_is any (fun x : 'I_N => kX P x y) (largest1 y))
/\\ \\sum_(y : 'I_N) largest1 y <= t.";
        assert_eq!(found, expected);
        // Of a name it is said where the name is used, once in a claim.
        let named = "for    P: context, f: function(P, X)
let    top = max(x in X(P): f[x])
assume top > 0
claim  top^2 >= top
";
        let expected = "forall (N M : nat) (P : context R N M),
forall f : 'cV[R]_N,
(exists largest1 : R, maximum_is any (fun x : 'I_N => f x 0) largest1 /\\ 0 < largest1) ->
exists largest1 : R, maximum_is any (fun x : 'I_N => f x 0) largest1 /\\ largest1 <= largest1 ^+ 2.
";
        assert_eq!(written(named).unwrap(), expected);
    }

    #[test]
    fn what_has_no_translation_is_not_written() {
        for (text, why) in [
            ("decay_rate(P) > 0", "decay_rate(P)"),
            ("t^(d - 2) > 0", "an exponent that may be negative"),
            ("exists i in 1..d: 1 / (i - 1) > t", "terms that may have no value"),
            ("exists x in X(P): f[x] > 0 or 1 / t > 0", "terms that may have no value"),
            ("minimises(graph_loss, P, Phi)", "a context that is not a graph"),
            ("for all i in 1..rank(inverse(covariance(Phi))): t > i", "a range that may have no value"),
            ("expect(D: sample(P, d - 2): t) = t", "a number of draws that may be negative"),
            ("(exists x in X(P): 1 / f[x] > t) or t > 0", "terms that may have no value"),
            ("sum(i in d-2..d: 1) = 3", "a range that may begin below 0"),
            ("sum(i in -2..2: i) = 0", "a range that may begin below 0"),
        ] {
            let found = claim(text);
            assert!(found.contains("no proposition of Coq") && found.contains(why), "{text}: {found}");
        }
    }

    #[test]
    fn what_a_name_needs_is_asked_where_it_is_used() {
        let text = "for    P: context, d in 0..N(P)-1, t: rational, largest2: rational
let    r = 1 / t
claim  sum(i in 1..d: r) <= max(x in X(P): p(P)[x])
";
        let expected = "forall (N M : nat) (P : context R N M),
forall d : nat,
(0 <= d <= N - 1)%N ->
forall t : R,
forall largest2 : R,
let r := 1 / t in
(forall i : nat, (1 <= i <= d)%N -> t != 0)
/\\ exists largest1 : R, maximum_is any (fun x : 'I_N => p P 0 x) largest1 /\\ \\sum_(1 <= i < d.+1) r <= largest1.
";
        assert_eq!(written(text).unwrap(), expected, "nothing is asked where d = 0");
        let taken = written(&text.replace("largest2", "largest1")).unwrap();
        assert!(taken.contains("exists largest1_ : R"), "{taken}");
        let bits = "for    D in 0..3, b in 0..4, P: block_masked(D, b)\nclaim  N(P) > 0\n";
        assert!(
            written(bits).unwrap().contains("(b < D.+1)%N ->\nforall P"),
            "more bits than there are are not masked"
        );
    }

    #[test]
    fn names_of_coq_are_left_to_it() {
        let text = "for    P: context, R: function(P, X), E: function(P, A), forall: rational\nclaim  norm(R) + norm(E) >= forall\n";
        let expected = "forall (N M : nat) (P : context R N M),
forall R_ : 'cV[R]_N,
forall E_ : 'cV[R]_M,
forall forall_ : R,
forall_ <= norm (p P) R_ + norm (q P) E_.
";
        assert_eq!(written(text).unwrap(), expected);
    }
}
