//! The statement language across its files: what is refused and where, the formatter's laws, and that no text
//! makes it panic.

use contexture::statement::names::NAMES;
use contexture::statement::types::Type;
use contexture::statement::{format, read};

const ENCODER_BOUND: &str = "\
# An upper bound.
statement encoder-bound
source    icml25 Thm 24
reading   the worst case over
          all tasks
expect    refuted

for    P: context, d in 1..N(P)-1, Phi: encoder(P, X, d), eps: rational
let    TG = trace_gap(P, Phi)
assume 0 < eps <= 1
assume TG < s(P, 1)^2
claim  worst_error(P, Phi, eps) <= (s(P, 1)^2 - (1 - eps)^2 + s(P, 1) * TG) / (s(P, 1)^2 - TG^2)
";

#[test]
fn a_published_statement_is_read() {
    let statement = read(ENCODER_BOUND).unwrap();
    assert_eq!(statement.id, "encoder-bound");
    assert_eq!(statement.reading.as_deref(), Some("the worst case over all tasks"));
    let names: Vec<&str> = statement.variables.iter().map(|v| v.name.as_str()).collect();
    assert_eq!(names, ["P", "d", "Phi", "eps", "TG"]);
    assert_eq!(statement.variables[2].of.to_string(), "table(X(P), d)");
    assert_eq!(statement.variables[4].of, Type::Real);
    assert_eq!(statement.clauses.len(), 7);
    assert_eq!(&statement.text[statement.claim.span.clone()], ENCODER_BOUND.rsplit("claim  ").next().unwrap().trim());
    assert_eq!(format(ENCODER_BOUND).unwrap(), ENCODER_BOUND.replace("\n          all", " all"));
    assert!(NAMES.len() > 60);
}
