//! Seeded faults: true claims of the ledger with something changed in them. The search has to find out.

use super::{judge, scope};
use contexture::ledger::entries;
use contexture::statement::read;
use contexture::statement::tree::Verdict;

/// A claim of the ledger that survives, a part of its text, and what is written instead.
const FAULTS: &[(&str, &str, &str)] = &[
    // Constants.
    ("compat-realised-amended", "4 * eps", "2 * eps"),
    ("kernel-mean-one", "p(P)[y]) = 1", "p(P)[x]) = 1"),
    ("contraction", "norm(g) and", "norm(g) / 2 and"),
    ("compat-defined-amended", "<= 1", "< 1"),
    ("weak-association", "^2) < eps", "^2) < eps / 2"),
    ("trace-gap-at-optimum-amended", "s(P, d + 1)^2", "s(P, d + 1)"),
    ("encoder-bound-amended", "s(P, 1) * sqrt(TG)", "TG"),
    // Indices.
    ("trace", "sum(i in 0..N(P)-1", "sum(i in 1..N(P)-1"),
    ("zero-mean", "i in 1..N(P)-1", "i in 0..N(P)-1"),
    ("optimality-value-amended", "s(P, d + 1)^2)", "s(P, d)^2)"),
    ("spectral-decomposition", "s(P, i) *", "s(P, i)^2 *"),
    // Hypotheses.
    ("average-encoder-amended", "assume for all j in 1..d: in_span(T_star(P), column(Psi, j))\n", ""),
    ("rkhs-formula-amended", "assume in_span(T(P), f)\n", ""),
    ("independence-amended", "assume N(P) >= 2\n", ""),
    ("optimality-iff-amended", "learns(P, centred(Phi))", "learns(P, Phi)"),
    ("lipschitz-amended", "abs(mu(S, i)[x])", "mu(S, i)[x]"),
    ("ratio-trace-invariant-amended", "assume determinant(G) != 0\n", ""),
    ("tau-second-term-amended", "assume s(P, 1) > 0\n", ""),
    // Sides.
    ("adjoint", "T_star(P) * f, g)", "T_star(P) * f, 2 * g)"),
    ("rkhs-well-defined-amended", "assume in_span(T(P), f - g)\n", ""),
    ("duality", "eigenvalue(T_star(P) * T(P), i))", "eigenvalue(T_star(P) * T(P), 1))"),
];

#[test]
fn seeded_faults_are_found() {
    let entries = entries();
    let mut missed = Vec::new();
    for (id, part, instead) in FAULTS {
        let entry = entries.iter().find(|e| e.id == *id).unwrap_or_else(|| panic!("the ledger has no {id}"));
        assert!(entry.text.contains(part), "{id} does not say {part:?}");
        let text = entry.text.replacen(part, instead, 1);
        let statement = read(&text).unwrap_or_else(|found| panic!("{}", found[0].render(id, &text)));
        let judgement = judge(&statement, &scope("3x3:4", 300, 24));
        if !matches!(judgement.verdict, Verdict::Refuted | Verdict::IllPosed) {
            missed.push(format!("{id} with {instead:?} for {part:?}: {}", judgement.verdict));
        }
    }
    assert!(missed.is_empty(), "{} of {} faults were not found:\n{}", missed.len(), FAULTS.len(), missed.join("\n"));
}
