//! The statement language across its files: what is refused and where, the formatter's laws, a use of every
//! name, and that no text makes it panic.

mod laws;
mod names;
mod refused;

use contexture::statement::{Statement, read};

/// A statement with a preamble and a claim, under a header of two lines.
fn under_header(body: &str) -> String {
    format!("statement test\nsource own\n{body}")
}

/// The statement, or a panic with everything that is wrong.
fn must_read(text: &str) -> Statement {
    read(text).unwrap_or_else(|found| {
        let told: String = found.iter().map(|d| d.render("test", text)).collect();
        panic!("{told}\nin\n{text}")
    })
}

#[test]
fn a_published_statement_is_read() {
    let text = "\
# An upper bound.
statement encoder-bound
source    icml25 Thm 24
reading   the worst case over
          all tasks
expect    refuted

for    P: context, d in 1..N(P)-1, Phi: encoder(P, X, d), eps: rational
let    TG = trace_gap(P, Phi)
assume TG < s(P, 1)^2
claim  worst_error(P, Phi, eps) <= TG
";
    let statement = must_read(text);
    assert_eq!((statement.id.as_str(), statement.source.as_str()), ("encoder-bound", "icml25 Thm 24"));
    assert_eq!(statement.reading.as_deref(), Some("the worst case over all tasks"));
    assert_eq!((statement.amends, statement.expect.unwrap().to_string()), (None, "refuted".to_string()));
    let variables: Vec<String> = statement.variables.iter().map(|v| format!("{}: {}", v.name, v.of)).collect();
    assert_eq!(variables, ["P: context", "d: integer", "Phi: table(X(P), d)", "eps: real", "TG: real"]);
    assert_eq!(statement.clauses.len(), 6);
    assert_eq!(&text[statement.claim.span.clone()], "worst_error(P, Phi, eps) <= TG");
    assert_eq!(statement.text, text);
}

#[test]
fn types_follow_the_rules() {
    let cases = [
        ("N(P) + 1", "integer"),
        ("N(P) / 2", "real"),
        ("2^3", "integer"),
        ("2^-3", "real"),
        ("s(P, 1) * 2", "real"),
        ("max(1, s(P, 1))", "real"),
        ("T(P) * g", "function on X(P)"),
        ("2 * F / 3", "table(X(P), d)"),
        ("T_star(P) * F", "table(A(P), d)"),
        ("transpose(F)", "table(d, X(P))"),
        ("beside(F, one_X(P))", "table(X(P), d + 1)"),
        ("beside(one_X(P), F)", "table(X(P), d + 1)"),
        ("beside(beside(F, F), F)", "table(X(P), 3 * d)"),
        ("identity(1 + 1)", "table(2, 2)"),
        ("identity(k)", "table(d + 2, d + 2)"),
        ("gram(F, g - T_star(P) * T(P) * g)", ""),
        ("gram(F, T(P) * g)", "function on d"),
        ("kX(P)^2", "table(X(P), X(P))"),
        ("T(transposed(P))", "table(A(P), X(P))"),
        ("p(Q)", "function on A(P)"),
        ("p(transposed(transposed(P)))", "function on X(P)"),
        ("nu(S, 0)", "function on A(P)"),
        ("sum(x in X(P): F[x, 1] * indicator(x))", "function on X(P)"),
        ("sum(a in X(Q): indicator(a))", "function on A(P)"),
        ("g[x]", ""),
        ("f = g", ""),
        ("defined(g) = psd(kX(P))", "truth"),
        ("for all x in X(P), y in X(P): x = y implies F[x, d] = F[y, d]", "truth"),
        ("sum(x in X(P): 1) + sum(x in A(P): 1)", "integer"),
    ];
    let preamble = "for P: context, d in 1..3, F: encoder(P, X, d), g: function(P, A), S: singular_system(P)\n\
                    let Q = transposed(P)\nlet k = d + 2\n";
    for (term, expected) in cases {
        let text = under_header(&format!("{preamble}let result = {term}\nclaim 1 = 1\n"));
        if expected.is_empty() {
            assert!(read(&text).is_err(), "{term}");
            continue;
        }
        let statement = must_read(&text);
        let result = statement.variables.iter().find(|v| v.name == "result").unwrap();
        assert_eq!(result.of.to_string(), expected, "{term}");
    }
}
