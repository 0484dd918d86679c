//! The reference page of the language, generated: its tables are the table of names, its examples are read
//! by a test.

use super::document::MAX_BYTES;
use super::elaborate::DOMAINS;
use super::lexer::MAX_DIGITS;
use super::names::{Entry, NAMES, Quantity};
use super::parser::{MAX_HEIGHT, MAX_NESTING};
use super::scope::MAX_VARIABLES;
use super::signature::shown;
use std::fmt::Write;

/// Where the groups of the page begin; the table of names is in this order.
const GROUPS: [(Quantity, &str); 9] = [
    (Quantity::PointsOfX, "The context"),
    (Quantity::T, "Operators and kernels"),
    (Quantity::SingularValue, "The spectrum"),
    (Quantity::OneX, "Functions and linear algebra"),
    (Quantity::Compatibility, "Compatibility"),
    (Quantity::Learns, "Encoders"),
    (Quantity::Explained, "Objectives"),
    (Quantity::KernelNorm, "Kernels and samples"),
    (Quantity::TotalInertia, "Association and usefulness"),
];

/// What is expected after a domain's name, and what the variable is.
fn domain_meaning(name: &str) -> &'static str {
    match name {
        "context" => "a context: a finite joint table with positive marginals",
        "graph" => {
            "a weighted graph without isolated vertices: a context whose table is symmetric. Both sides are its \
             vertices: `A(P)` is `X(P)`"
        }
        "function" => "a function on X (or on `A`) with rational values: a table of one column",
        "encoder" => "an encoder on X (or on `A`) with d features and rational values",
        "matrix" => {
            "a rational matrix; rows and columns are integers, or points: `matrix(X(P), X(P))` is a kernel on X"
        }
        "integer" => "any integer",
        "rational" => "any rational number",
        "singular_system" => "a choice of singular functions, which `mu` and `nu` take; under ties there are many",
        "sample" => {
            "the outcome of n independent draws from X: how often each point was drawn. Not in which order, which no quantity sees"
        }
        "masked" => {
            "the context of X = {-1,1}^D, all equally likely, and A = X with each bit masked with probability alpha. \
             The k-th point from 0 has -1 where k has a bit. Points of A without mass are left out"
        }
        "flipped" => "the same, each bit flipped with probability alpha/2",
        "block_masked" => "the same, b consecutive bits masked, all D-b+1 places equally likely: 0 <= b <= D",
        _ => unreachable!("a domain without a meaning"),
    }
}

/// Operators, the loosest first.
const OPERATORS: [(&str, &str); 13] = [
    ("`for all x in X(P): a`, `exists i in 1..d: a`", "what follows the colon, as far as possible, for each value"),
    ("`a iff b`", "both or none; does not chain"),
    ("`a implies b`", "right associative: `a implies b implies c` is `a implies (b implies c)`"),
    ("`a or b`", "at least one"),
    ("`a and b`", "both"),
    ("`not a`", "the contrary; looser than a comparison"),
    ("`a = b`, `!=`, `<`, `<=`, `>`, `>=`", "chains: `0 < a <= b`. Tables, points and truths know `=` and `!=` only"),
    ("`a + b`, `a - b`", "numbers, or tables of the same rows and columns"),
    ("`a * b`, `a / b`", "numbers; a number and a table; the product of two tables whose inner spaces agree"),
    ("`-a`", "looser than a power: `-a^2` is `-(a^2)`"),
    ("`a^n`", "an integer exponent; of a number or a square table. `a^b^c` is `a^(b^c)`"),
    ("`t[x]`, `t[x, y]`", "an entry of a table of one column, or of any; by points or by integers from 1"),
    ("`sum(...)`, `max(...)`, `min(...)`, `expect(...)`, `prob(...)`, `defined(t)`, `name(...)`, `(a)`", "see below"),
];

/// Claims, each with the clauses that it needs. A test reads them all.
const EXAMPLES: [(&str, &str); 8] = [
    (
        "A function is a table of one column, and operators are tables",
        "\
for    P: context, f: function(P, X), g: function(P, A)
claim  inner(f, T(P) * g) = inner(T_star(P) * f, g)
",
    ),
    (
        "Quantifiers run over points and integers, also inside terms",
        "\
for    P: context
claim  for all x in X(P), y in X(P): kX(P)[x, y] = kX(P)[y, x]
",
    ),
    (
        "A sum over nothing is zero, a maximum over nothing has no value; `where` leaves values out",
        "\
for    P: context
assume exists i in 1..N(P)-1: s(P, i) > 0
claim  max(i in 1..N(P)-1 where s(P, i) > 0: s(P, i)) = max(s(P, 1), 0)
",
    ),
    (
        "Singular functions belong to a choice, and a claim is made for all choices",
        "\
for    P: context, S: singular_system(P), i in 0..min(N(P), M(P))-1
claim  T(P) * nu(S, i) = s(P, i) * mu(S, i)
",
    ),
    (
        "The sides of a transposed context are exchanged: its function on X is one on A",
        "\
for    P: context, g: function(transposed(P), X)
claim  norm(g) = norm(g - 0 * one_A(P))
",
    ),
    (
        "Hypotheses are read in order; what they leave undefined puts an instance out of scope",
        "\
for    P: context, d in 1..N(P)-1, Phi: encoder(P, X, d)
let    C = covariance(Phi)
assume determinant(C) != 0
claim  ratio_trace(P, Phi) = trace(inverse(C) * expected_covariance(P, Phi))
",
    ),
    (
        "Sizes are compared as sums: `d + 1` and `1 + d` are one size",
        "\
for    P: context, d in 1..3, Phi: encoder(P, X, d)
let    F = beside(one_X(P), Phi)
claim  same_span(F, F * identity(1 + d))
",
    ),
    (
        "Expectations and probabilities are over samples, and exact",
        "\
for    P: context, n in 1..3, f: function(P, X), t: rational
let    variance = inner(f, f) - mean(f)^2
assume t > 0
claim  expect(S: sample(P, n): sum(x in X(P): empirical(S)[x] * f[x])) = mean(f)
          and prob(S: sample(P, n): abs(sum(x in X(P): empirical(S)[x] * f[x]) - mean(f)) >= t)
          <= variance / (n * t^2)
",
    ),
];

/// A whole statement, as a first example.
const WHOLE: &str = "\
# Comments stand before a clause.
statement encoder-bound
source    icml25 Thm 24
reading   the worst case is over tasks of norm 1
expect    refuted

for    P: context, d in 1..N(P)-1, Phi: encoder(P, X, d), eps: rational
let    TG = trace_gap(P, Phi)
assume 0 < eps <= 1
assume TG < s(P, 1)^2
claim  worst_error(P, Phi, eps) <= (s(P, 1)^2 - (1 - eps)^2 + s(P, 1) * TG) / (s(P, 1)^2 - TG^2)
";

const CLAUSES: &str = "\
## Clauses

A clause begins at the first column with its keyword; indented lines continue it. A line that begins with `#`
is a comment and stands before a clause, or at the end. The order is:

| clause | says |
| --- | --- |
| `statement` | its name: lower-case words and digits, joined by hyphens |
| `source` | where it was published, or `own` |
| `reading` | optional: how an ambiguous sentence of the source is read |
| `amends` | optional: the name of the statement that it amends |
| `expect` | optional: `proved`, `survives`, `refuted`, `ill-posed` or `undecided` |
| `for` | variables, between commas: `name: domain`, or `name in` a range |
| `let` | `name = term`: a name for a term |
| `assume` | a hypothesis |
| `claim` | what is claimed; exactly one, the last clause |

`for`, `let` and `assume` stand in any number and order; each mentions names of the clauses before it. A name
is made of ASCII letters, digits and `_`, is bound once, and is none of the names below. The variables of
`for all`, `exists`, `sum`, `max`, `min`, `expect` and `prob` are forgotten after their term.
";

const TERMS: &str = "\
## Terms

A number is a whole number; a decimal is written as a quotient, `1/10`. From the loosest operator to the
tightest:
";

const FOLDS: &str = "\
`for all`, `exists`, `sum`, `max` and `min` bind variables: `sum(i in 1..d, j in 1..i where i != j: t)`. A
range is `a..b`, both ends included and empty if b < a, or the points `X(P)`, `A(P)`. `where` leaves out the
values for which it is false. `max(a, b, c)` is the largest of several numbers. A quantifier stands as the
last operand of a connective, or in parentheses. The terms of a sum may be tables.

A sample is a finite range too, with a law: `for all S: sample(P, n): t`, `max(S: sample(P, n): t)`.
`expect(S: sample(P, n): t)` is the sum of t over all outcomes of n independent draws from X, each times its
probability; t may be a table. `prob(S: sample(P, n): t)` is the probability that t is true. Both are exact: every
outcome is enumerated. `expect(S: sample(P, n), R: sample(P, m): t)` is over two independent samples.

`minimises(contrastive, P, Psi)`, `minimum(contrastive, P, d)`, `maximises(explained, P, Phi)` and
`maximum(nested, P, c)` name an objective first: whether an encoder is best, and what the best value is.
";

const TYPES: &str = "\
## Types

Everything with entries is a table. A type says what its rows and columns are: the points of a side, `X(P)` or
`A(P)`, or numbered places, as many as an integer term says. So a function on X cannot be taken for one on A,
nor for one on another context's points. Two sizes are the same if they are the same sum: `1 + d` is `d + 1`,
but `d` is not `e`, whatever their values are. An integer may stand wherever a real may.

In the signatures below a capital that is not declared stands for rows or columns of any kind, except `S`: the
points of some side, which have weights. A small letter stands for a size. An integer argument is also a size:
`identity(d)` is a `table(d, d)`.
";

const UNDEFINED: &str = "\
## When a term has no value

A division by zero, an index out of its range, a maximum over nothing: such a term is undefined, and so is
what contains it. Except: what the left side of `and`, `or` or `implies` settles does not ask the right side,
so `d <= 3 implies s(P, d) > 0` asks for no `s(P, 4)`. `defined(t)` asks whether t has a value.

A hypothesis that is undefined puts the instance out of scope, and such instances are counted apart. A claim
that is undefined on an instance in scope makes the statement ill-posed there.
";

/// The page `docs/language-reference.md`.
pub fn reference() -> String {
    let mut out = String::from("# The statement language\n\n");
    out.push_str("This page is generated from `src/statement`; a test tells when it is old.\n\n");
    let _ = writeln!(out, "```text\n{WHOLE}```\n\n{CLAUSES}\n## Domains\n");
    out.push_str("| after the variable | it is |\n| --- | --- |\n");
    for (name, usage) in DOMAINS {
        let _ = writeln!(out, "| `: {usage}` | {} |", domain_meaning(name));
    }
    out.push_str("| `in a..b` | an integer from a to b, both included |\n");
    out.push_str("| `in X(P)`, `in A(P)` | a point of a side |\n\n");
    out.push_str("P is a context variable, `transposed(P)`, or a name for one of them.\n\n");
    let _ = writeln!(out, "{TERMS}\n| operator | is |\n| --- | --- |");
    for (operator, meaning) in OPERATORS {
        let _ = writeln!(out, "| {} | {meaning} |", cell(operator));
    }
    let _ = writeln!(out, "\n{FOLDS}\n{TYPES}\n{UNDEFINED}\n## Examples");
    for (caption, text) in EXAMPLES {
        let _ = writeln!(out, "\n{caption}:\n\n```text\n{text}```");
    }
    let _ = writeln!(
        out,
        "\n## Limits\n\nA text has at most {} KiB and binds at most {MAX_VARIABLES} variables.",
        MAX_BYTES / 1024
    );
    let _ = writeln!(
        out,
        "A number has at most {MAX_DIGITS} digits. Parentheses, calls, quantifiers and prefixes are nested"
    );
    let _ = writeln!(
        out,
        "at most {MAX_NESTING} deep, operators at most {MAX_HEIGHT}, where `a + b + c` counts two.\n\n## Names"
    );
    for entry in NAMES {
        if let Some((_, title)) = GROUPS.iter().find(|(first, _)| *first == entry.quantity) {
            let _ = writeln!(out, "\n### {title}\n\n| name | is | undefined | source |\n| --- | --- | --- | --- |");
        }
        let Entry { meaning, undefined, source, .. } = entry;
        let _ = writeln!(out, "| `{}` | {} | {} | {source} |", shown(entry), cell(meaning), cell(undefined));
    }
    out
}

/// A bar would end the cell, also in code.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

#[cfg(test)]
mod tests {
    use super::super::{Diagnostic, format, read};
    use super::*;
    use std::path::Path;

    #[test]
    fn every_example_is_a_statement_in_canonical_form() {
        assert_eq!(format(WHOLE).unwrap(), WHOLE);
        assert!(read(WHOLE).is_ok());
        for (caption, text) in EXAMPLES {
            let text = format!("statement example\nsource    own\n\n{text}");
            let told = |found: Vec<Diagnostic>| -> String { found.iter().map(|d| d.render(caption, &text)).collect() };
            read(&text).map_err(told).unwrap();
            assert_eq!(format(&text).unwrap(), text, "{caption}");
        }
    }

    #[test]
    fn the_page_is_current() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/language-reference.md");
        let page = reference();
        if std::env::var("CONTEXTURE_UPDATE").is_ok_and(|value| value == "1") {
            std::fs::write(&path, &page).expect("the page can be written");
        }
        let found = std::fs::read_to_string(&path).expect("the page can be read");
        assert!(found == page, "docs/language-reference.md is old; CONTEXTURE_UPDATE=1 writes it anew");
    }

    #[test]
    fn every_name_and_group_is_on_the_page() {
        let page = reference();
        for entry in NAMES {
            assert!(page.contains(&format!("| `{}` |", shown(entry))), "{}", entry.name);
        }
        let titles: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("### ")).collect();
        assert_eq!(titles, GROUPS.map(|(_, title)| title));
    }
}
