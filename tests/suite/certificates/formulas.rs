//! Values of quantities, beside the same written out in the statement language or known by hand. A fact is true for the
//! checker where it accepts a certificate that the contrary is refuted.

use super::verdict;
use contexture::certificate::digest;
use contexture::statement::{format, read};
use serde_json::{Value as Json, json};

/// The context of these counts.
pub fn context(counts: &[&[u64]]) -> Json {
    let total: u64 = counts.iter().copied().flatten().sum();
    let joint: Vec<Vec<String>> = counts.iter().map(|row| row.iter().map(|n| share(*n, total)).collect()).collect();
    let names = |letter: &str, size: usize| (0..size).map(|i| format!("{letter}{i}")).collect::<Vec<_>>();
    json!({ "x": names("x", counts.len()), "a": names("a", counts[0].len()), "joint": joint })
}

fn share(n: u64, total: u64) -> String {
    let mut common = (n, total);
    while common.1 != 0 {
        common = (common.1, common.0 % common.1);
    }
    match total / common.0 {
        1 => (n / common.0).to_string(),
        d => format!("{}/{d}", n / common.0),
    }
}

/// The step at which a certificate of a statement of one's own ends.
pub fn said(clauses: &str, finding: &str, instance: &Json, witnesses: &Json) -> Result<(), String> {
    let text = format!("statement mine\nsource own\n\n{clauses}\n");
    let statement = read(&text).unwrap_or_else(|found| panic!("{clauses}: {found:?}"));
    let certificate = json!({
        "version": 1, "statement": digest(&format(&text).expect("well formed")), "finding": finding,
        "witnesses": witnesses, "instance": instance,
    });
    verdict(&statement, &certificate).map(|_| ()).map_err(|e| e.to_string())
}

#[track_caller]
pub fn facts(clauses: &str, instance: &Json, witnesses: &Json, facts: &[&str]) {
    for fact in facts {
        let found = said(&format!("{clauses}\nclaim  not ({fact})"), "refuted", instance, witnesses);
        assert_eq!(found, Ok(()), "{fact}");
    }
}

/// A table of three and two points without symmetry, functions and encoders on both sides.
fn irregular() -> (&'static str, Json) {
    let clauses = "for    P: context, f: function(P, X), h: function(P, X), g: function(P, A), Phi: encoder(P, X, 2),
       Psi: encoder(P, A, 2), x: rational, x1 in X(P), x2 in X(P), x3 in X(P), a1 in A(P), a2 in A(P)
let    small = 1/10^60
let    G = centred(Psi) * transpose(centred(Psi))";
    let instance = json!({
        "P": context(&[&[2, 1], &[0, 3], &[1, 3]]),
        "f": [["1"], ["-2"], ["3"]], "h": [["1/2"], ["5"], ["-1"]], "g": [["2"], ["-1"]],
        "Phi": [["1", "0"], ["2", "1"], ["0", "1"]], "Psi": [["3", "1"], ["1", "-2"]], "x": "-7/2",
        "x1": 0, "x2": 1, "x3": 2, "a1": 0, "a2": 1,
    });
    (clauses, instance)
}

#[test]
fn contexts_operators_and_kernels() {
    let (clauses, instance) = irregular();
    facts(
        clauses,
        &instance,
        &json!([]),
        &[
            "N(P) = 3 and M(P) = 2 and N(transposed(P)) = 2 and M(transposed(P)) = 3",
            "p(P)[x1] = 3/10 and p(P)[x2] = 3/10 and p(P)[x3] = 2/5 and q(P)[a1] = 3/10 and q(P)[a2] = 7/10",
            "joint(P)[x1, a1] = 1/5 and joint(P)[x3, a1] = 1/10 and joint(P)[x3, a2] = 3/10 and joint(P)[x2, a1] = 0",
            "for all v in X(P), w in A(P): T(P)[v, w] = joint(P)[v, w] / p(P)[v]",
            "for all v in X(P), w in A(P): T_star(P)[w, v] = joint(P)[v, w] / q(P)[w]",
            "T_star(P) = T(transposed(P)) and joint(P) = transpose(joint(transposed(P)))",
            "for all v in X(P), w in X(P): kX(P)[v, w] = sum(c in A(P): joint(P)[v, c] * joint(P)[w, c] / q(P)[c]) / (p(P)[v] * p(P)[w])",
            "for all v in A(P), w in A(P): kA(P)[v, w] = sum(c in X(P): joint(P)[c, v] * joint(P)[c, w] / p(P)[c]) / (q(P)[v] * q(P)[w])",
            "kX(transposed(P)) = kA(P) and integral_operator(kX(P)) = T(P) * T_star(P)",
            "one_X(P)[x3] = 1 and one_A(P)[a2] = 1 and T(P) * one_A(P) = one_X(P) and T_star(P) * one_X(P) = one_A(P)",
            "indicator(x3)[x3] = 1 and indicator(x3)[x2] = 0 and indicator(a1)[a1] = 1 and indicator(a1)[a2] = 0",
            "for all v in X(P): for all w in X(P): indicator(v)[w] = 1 iff v = w",
            "components(P) = 1 and components(transposed(P)) = 1 and not independent(P)",
            "kernel_deviation(P) = sum(v in X(P), w in X(P): p(P)[v] * p(P)[w] * abs(kX(P)[v, w] - 1))",
            "context_complexity(P) = max(v in X(P): kX(P)[v, v]) and context_complexity(P) > 1",
        ],
    );
    let counted: [(&[&[u64]], &str); 9] = [
        (&[&[1, 0, 0], &[0, 1, 1], &[0, 1, 2], &[1, 0, 0]], "components(P) = 2 and not independent(P)"),
        (&[&[1, 0, 0], &[0, 1, 0], &[0, 0, 1]], "components(P) = 3"),
        (&[&[1, 0, 0], &[1, 1, 0], &[0, 1, 1], &[0, 0, 1]], "components(P) = 1"),
        (&[&[0, 1, 0], &[1, 0, 1], &[0, 1, 0], &[1, 0, 1]], "components(P) = 2"),
        (&[&[1, 2], &[3, 6]], "independent(P) and components(P) = 1 and total_inertia(P) = 0"),
        (&[&[1, 2], &[3, 7]], "not independent(P)"),
        (&[&[4]], "independent(P) and components(P) = 1 and N(P) = 1 and not defined(maximal_correlation(P))"),
        (&[&[4], &[1]], "not defined(maximal_correlation(P)) and not defined(maximal_correlation(transposed(P)))"),
        (&[&[4, 1], &[1, 1]], "0 <= maximal_correlation(P) <= 1"),
    ];
    for (counts, fact) in counted {
        facts("for    P: context", &json!({ "P": context(counts) }), &json!([]), &[fact]);
    }
}

#[test]
fn functions_and_encoders() {
    let (clauses, instance) = irregular();
    facts(
        clauses,
        &instance,
        &json!([]),
        &[
            "inner(f, h) = sum(v in X(P): p(P)[v] * f[v] * h[v]) and inner(f, h) = -81/20",
            "mean(f) = inner(f, one_X(P)) and mean(f) = 9/10 and mean(g) = -1/10",
            "abs(norm(f)^2 - inner(f, f)) < small and norm(one_A(P)) = 1 and abs(norm(g)^2 - 19/10) < small",
            "for all v in X(P): centred(Phi)[v, 2] = Phi[v, 2] - mean(column(Phi, 2)) and mean(centred(f)) = 0",
            "for all i in 1..2, j in 1..2: gram(Phi, Phi)[i, j] = inner(column(Phi, i), column(Phi, j))",
            "covariance(Phi) = gram(centred(Phi), centred(Phi)) and covariance(Psi) = gram(centred(Psi), centred(Psi))",
            "expected_covariance(P, Phi) = covariance(T_star(P) * Phi)",
            "explained(P, Phi) = sum(j in 1..2: inner(T_star(P) * column(Phi, j), T_star(P) * column(Phi, j)))",
            "ratio_trace(P, Phi) = trace(inverse(covariance(Phi)) * expected_covariance(P, Phi))",
            "ratio_trace(P, beside(Phi, Phi)) = ratio_trace(P, Phi) and not defined(ratio_trace(P, 0 * Phi))",
            "not defined(ratio_trace(P, beside(f, one_X(P))))",
            "centred_rank(P, Phi) = 2 and centred_rank(P, one_X(P)) = 0 and centred_rank(P, beside(f, f)) = 1",
            "probe_error(P, h, f) = inner(centred(f), centred(f)) - inner(centred(h), f)^2 / inner(centred(h), centred(h))",
            "probe_error(P, h, f) > 0 and probe_error(P, Phi, f) = 0 and probe_error(P, one_X(P), f) = inner(centred(f), centred(f))",
            "contrastive(P, Psi) = sum(v in A(P), w in A(P): 1/2 * q(P)[v] * q(P)[w] * G[v, w]^2 - sum(c in X(P): p(P)[c] * T(P)[c, v] * T(P)[c, w]) * G[v, w])",
            "dispersion(P, g) = sum(c in X(P), v in A(P), w in A(P): p(P)[c] * T(P)[c, v] * T(P)[c, w] * (g[v] - g[w])^2)",
            "abs(compatibility(P, f)^2 * inner(centred(f), centred(f)) - inner(T_star(P) * centred(f), T_star(P) * centred(f))) < small",
            "not defined(compatibility(P, 3 * one_X(P)))",
            "in_F(P, centred(f), 99/100) and not in_F(P, centred(f), 1/100) and not in_F(P, f, 1) and not defined(in_F(P, 0 * f, 1))",
            "least_preimage(P, T(P) * g) = g and not defined(least_preimage(P, f))",
            "spectral_inner(P, g, T_star(P) * T(P) * Psi * gram(Psi, g)) = inner(g, Psi * gram(Psi, g))",
            "kernel_lipschitz(P, f) = max(v in X(P), w in X(P), y in X(P) where v != w: abs(kX(P)[y, v] - kX(P)[y, w]) / distance(f, v, w))",
        ],
    );
    facts(
        clauses,
        &instance,
        &json!([]),
        &[
            "for all v in X(P), w in X(P): abs(distance(Phi, v, w)^2 - (Phi[v, 1] - Phi[w, 1])^2 - (Phi[v, 2] - Phi[w, 2])^2) < small",
            "not defined(kernel_lipschitz(P, one_X(P))) and not defined(function_lipschitz(P, one_X(P)))",
            "not learns(P, f) and not learns(P, beside(centred(f), centred(f))) and not learns(P, centred(f))",
            "not learns(P, beside(Phi, f)) and not defined(trace_gap(P, Phi)) and not defined(ritz_value(P, Phi, 3))",
            "not defined(ritz_value(P, Phi, 0)) and defined(ritz_value(P, Phi, 2)) and ritz_value(P, Phi, 2) <= 1",
            "not has_task(P, Phi, -1/2, 0) and not has_task(P, Phi, 2, 0) and not defined(worst_error(P, Phi, 0))",
            "not defined(worst_error(P, Phi, -1)) and not defined(top_worst_error(P, 1, 0))",
            "s(P, 0) = 1 and not defined(s(P, 3)) and not defined(s(P, -1)) and defined(s(P, 2)) and 0 <= s(P, 2) <= 1",
        ],
    );
    // A wide table: T* T is singular, and least norms matter.
    facts(
        "for    P: context, f: function(P, X), g: function(P, A), k: function(P, A)",
        &json!({ "P": context(&[&[1, 2, 3], &[3, 1, 1]]), "f": [["1"], ["-2"]], "g": [["1"], ["0"], ["5"]], "k": [["1"], ["1"], ["-1"]] }),
        &json!([]),
        &[
            "T(P) * least_preimage(P, f) = f and least_preimage(P, f) = T_star(P) * inverse(T(P) * T_star(P)) * f",
            "not defined(spectral_inner(P, g, T_star(P) * f)) and not defined(spectral_inner(P, T_star(P) * f, g))",
            "spectral_inner(P, T_star(P) * f, T_star(P) * (T(P) * g)) = inner(T_star(P) * f, g)",
            "dispersion(P, g) > 0 and dispersion(P, one_A(P)) = 0",
        ],
    );
}

/// A trace gap needs one singular value more than there are features.
#[test]
fn trace_gaps_at_the_last_singular_value() {
    let of = |counts: &[&[u64]], phi: Json, fact: &str| {
        let clauses = "for    P: context, Phi: encoder(P, X, 1)";
        facts(clauses, &json!({ "P": context(counts), "Phi": phi }), &json!([]), &[fact]);
    };
    of(&[&[1]], json!([["1"]]), "not defined(trace_gap(P, Phi))");
    of(&[&[1], &[1]], json!([["1"], ["1"]]), "defined(trace_gap(P, Phi)) and 0 <= trace_gap(P, Phi) <= 1");
    of(&[&[1], &[1]], json!([["1"], ["0"]]), "not defined(trace_gap(P, Phi))");
    of(&[&[1], &[1], &[1]], json!([["1"], ["0"], ["0"]]), "defined(trace_gap(P, Phi)) and trace_gap(P, Phi) <= 1");
}

#[test]
fn linear_algebra_and_arithmetic() {
    let (clauses, instance) = irregular();
    facts(
        clauses,
        &instance,
        &json!([]),
        &[
            "identity(2)[1, 1] = 1 and identity(2)[1, 2] = 0 and trace(identity(3)) = 3 and not defined(identity(-1))",
            "transpose(Phi)[2, x3] = 1 and column(Phi, 1)[x2] = 2 and column(Phi, 2)[x1] = 0",
            "not defined(column(Phi, 0)) and not defined(column(Phi, 3)) and not defined(column(Phi, -1))",
            "beside(f, Phi)[x3, 1] = 3 and beside(f, Phi)[x2, 2] = 2 and beside(f, Phi)[x3, 3] = 1",
            "trace(gram(Phi, Phi)) = gram(Phi, Phi)[1, 1] + gram(Phi, Phi)[2, 2] and trace(gram(Phi, Phi)) != 0",
            "determinant(gram(Phi, Phi)) = gram(Phi, Phi)[1, 1] * gram(Phi, Phi)[2, 2] - gram(Phi, Phi)[1, 2]^2",
            "inverse(gram(Phi, Phi)) * gram(Phi, Phi) = identity(2) and not defined(inverse(kX(P)))",
            "rank(Phi) = 2 and rank(kX(P)) = 2 and rank(beside(f, 2 * f)) = 1 and rank(0 * f) = 0",
            "symmetric(kX(P)) and not symmetric(integral_operator(kX(P))) and symmetric(identity(2)) and not symmetric(gram(Phi, beside(f, h)))",
            "same_span(Phi, Phi * gram(Phi, Phi)) and not same_span(Phi, f) and not same_span(f, Phi) and same_span(f, -f)",
            "not same_span(Phi, column(Phi, 1)) and not same_span(column(Phi, 1), Phi) and same_span(beside(f, f), f)",
            "in_span(Phi, column(Phi, 1) - 3 * column(Phi, 2)) and not in_span(Phi, f) and not in_span(f, h)",
            "abs(x) = 7/2 and abs(-x) = 7/2 and abs(0) = 0 and sqrt(9/4) = 3/2 and sqrt(0) = 0 and not defined(sqrt(x))",
            "abs(sqrt(2)^2 - 2) < small and sqrt(2) > 14142/10000 and sqrt(2) < 14143/10000",
            "-x = 7/2 and x + 1/2 = -3 and x - 1/2 = -4 and x * 2 = -7 and x / 7 = -1/2 and not defined(x / 0)",
            "-Phi = 0 * Phi - Phi and Phi + Phi = 2 * Phi and Phi * 2 = 2 * Phi and (Phi / 2)[x2, 1] = 1 and (-Phi)[x2, 1] = -2",
            "not defined(Phi / 0) and not defined(Phi * (1 / 0)) and (Phi - Phi)[x1, 1] = 0 and (Phi + Phi)[x2, 1] = 4",
            "2^10 = 1024 and 2^-2 = 1/4 and x^0 = 1 and x^1 = x and x^3 = x * x * x and 0^0 = 1 and not defined(0^-1)",
            "identity(2)^3 = identity(2) and kX(P)^2 * f = kX(P) * (kX(P) * f) and kX(P)^0 * f = f and kX(P)^1 = kX(P)",
            "not defined(gram(Phi, Phi)^-1) and -2^2 = -4 and 2^3^2 = 512 and 7 - 2 - 1 = 4 and 8 / 2 / 2 = 2",
            "1^4096 = 1 and (-1)^4095 = -1",
            "f[x1] = 1 and f[x3] = 3 and g[a1] = 2 and Phi[x2, 1] = 2 and Phi[x1, 2] = 0 and Phi[x3, 2] = 1 and Phi[x3, 1] = 0",
            "not defined(Phi[x1, 0]) and not defined(Phi[x1, 3]) and not defined(Phi[x1, -1]) and not defined(identity(2)[3, 1]) and not defined(identity(2)[1, 3])",
            "Phi[x2, 2] = 1 and identity(2)[2, 2] = 1 and identity(2)[2, 1] = 0 and gram(Phi, f)[2] = inner(column(Phi, 2), f)",
        ],
    );
}

#[test]
fn comparisons_connectives_and_folds() {
    let (clauses, instance) = irregular();
    facts(
        clauses,
        &instance,
        &json!([]),
        &[
            "1 < 2 <= 2 < 3 and 3 > 2 >= 2 and 1 != 2 and not 1 < 1 and not (1 < 2 < 2) and not (2 < 1 < 3)",
            "f = f and f != h and not (f = h) and not (f != f) and not f = 2 * f and Phi != 2 * Phi",
            "x3 = x3 and not (x3 != x3) and x1 != x2 and (exists v in X(P): v != x3) and (for all v in X(P) where v != x3: f[v] < 3)",
            "(1 = 1) = (2 = 2) and (1 = 1) != (1 = 2) and not ((1 = 1) = (1 = 2))",
            "(1 = 2 implies 1 = 3) and (1 = 2 implies 1 = 1) and not (1 = 1 implies 1 = 2) and (1 = 1 implies 2 = 2)",
            "(1 = 2 iff 1 = 3) and (1 = 1 iff 2 = 2) and not (1 = 1 iff 1 = 2) and not (1 = 2 iff 1 = 1)",
            "(1 = 2 or 1 = 1) and (1 = 1 or 1 / 0 = 1) and not (1 = 2 or 1 = 3) and not (1 = 2 and 1 / 0 = 1)",
            "(1 = 2 implies 1 / 0 = 1) and not defined(1 = 1 and 1 / 0 = 1) and not defined(1 = 2 or 1 / 0 = 1)",
            "not defined(1 = 1 implies 1 / 0 = 1) and not defined(1 = 2 iff 1 / 0 = 1) and not defined(not (1 / 0 = 1))",
            "not defined(1 < 0 < 1 / 0) and not defined(1 + 1 / 0) and not defined(1 / 0 + 1) and not defined(-(1 / 0))",
            "sum(i in 1..3, j in 1..i where i != j: i * j) = 11 and sum(i in 1..0: i) = 0 and sum(i in 3..3: i) = 3",
            "sum(i in 1..3: i^2) = 14 and sum(v in X(P): 1) = 3 and sum(v in A(P): 1) = 2 and sum(v in X(P): f[v]) = 2",
            "sum(i in -1..1: 10^(i + 1)) = 111",
            "max(i in 1..3: -(i - 2)^2) = 0 and min(i in 1..3: (i - 2)^2) = 0 and max(i in 1..3: i) = 3 and min(i in 1..3: i) = 1",
            "max(2, 1/2, 3) = 3 and min(2, 1/2, 3) = 1/2 and max(v in X(P): f[v]) = 3 and min(v in X(P): f[v]) = -2",
            "not defined(max(i in 1..0: i)) and not defined(min(i in 1..0: i)) and not defined(max(i in 1..3 where i > 3: i))",
            "not defined(sum(i in 1..3: 1 / (i - 2))) and sum(i in 1..3 where i != 2: 1 / (i - 2)) = 0",
            "not defined(max(1, 1 / 0)) and not defined(sum(i in 1..2 where 1 / 0 = 1: i))",
            "sum(i in 1..2: i * Phi) = 3 * Phi and sum(i in 1..0: i * f) = 0 * f and sum(i in 1..0: f[x1] * g) = 0 * g",
            "sum(i in 1..0: i * Phi) = 0 * Phi and sum(i in 1..0: transpose(Phi)) = 0 * transpose(Phi)",
            "sum(i in 1..0: i * identity(2)) = 0 * identity(2) and sum(v in X(P): f[v] * indicator(v)) = f",
            "(for all i in 1..3: i < 4) and not (for all i in 1..3: i < 3) and (for all i in 1..0: 1 = 2)",
            "(exists i in 1..3: i = 3) and not (exists i in 1..3: i = 4) and not (exists i in 1..0: 1 = 1)",
            "(for all i in 1..3, j in i..3: i <= j) and not (for all i in 1..3, j in 1..3: i <= j) and (exists i in 1..3, j in 1..i: i > j)",
            "(for all i in 1..3 where i != 2: i != 2) and (exists i in 1..3 where i > 2: i = 3) and not (exists i in 1..3 where i > 2: i = 2)",
            "(exists i in 1..3: i = 1 or 1 / (i - 1) = 5) and not (for all i in 1..3: i > 1 and 1 / (i - 1) = 5)",
            "not defined(for all i in 1..3: 1 / (3 - i) > 0) and not defined(exists i in 1..3: 1 / (3 - i) < 0)",
            "defined(1) and not defined(1 / 0) and defined(defined(1 / 0)) and defined(1 = 2)",
        ],
    );
}

#[test]
fn association() {
    let tables: [&[&[u64]]; 3] =
        [&[&[2, 1], &[0, 3], &[1, 3]], &[&[9, 1, 0], &[2, 7, 1], &[1, 1, 5], &[0, 2, 3]], &[&[1, 2, 3], &[3, 1, 1]]];
    for counts in tables {
        facts(
            "for    P: context\nlet    small = 1/10^60\nlet    phi = total_inertia(P)\nlet    n = N(P) - 1\nlet    m = M(P) - 1",
            &json!({ "P": context(counts) }),
            &json!([]),
            &[
                "phi = sum(v in X(P), w in A(P): joint(P)[v, w]^2 / (p(P)[v] * q(P)[w])) - 1 and phi > 0",
                "abs(cramers_v(P)^2 - phi / min(n, m)) < small",
                "abs(tschuprows_t(P)^4 - phi^2 / (n * m)) < small",
                "abs(contingency_coefficient(P)^2 - phi / (1 + phi)) < small",
                "lambda_X(P) = (sum(w in A(P): max(v in X(P): joint(P)[v, w])) - max(v in X(P): p(P)[v])) / (1 - max(v in X(P): p(P)[v]))",
                "lambda_A(P) = lambda_X(transposed(P)) and tau_A(P) = tau_X(transposed(P))",
                "tau_X(P) = (sum(v in X(P), w in A(P): joint(P)[v, w]^2 / q(P)[w]) - sum(v in X(P): p(P)[v]^2)) / (1 - sum(v in X(P): p(P)[v]^2))",
            ],
        );
    }
    facts(
        "for    P: context",
        &json!({ "P": context(&[&[1], &[2]]) }),
        &json!([]),
        &[
            "not defined(cramers_v(P)) and not defined(tschuprows_t(P)) and contingency_coefficient(P) = 0",
            "not defined(cramers_v(transposed(P))) and lambda_X(P) = 0 and not defined(lambda_A(P)) and tau_X(P) = 0 and not defined(tau_A(P))",
        ],
    );
}

/// A table whose eigenvalues 1, 1, 0 have rational functions: `mu_1 = (1, 1, -2)`, `mu_2 = (1, -1, 0)`, up to norms.
fn fork() -> (Json, Json) {
    let left = json!([["1", "1", "1"], ["1", "1", "-2"], ["1", "-1", "0"]]);
    let system = json!({ "left": left, "right": [["1", "1"], ["-2", "1"]] });
    (context(&[&[0, 1], &[0, 1], &[1, 0]]), system)
}

#[test]
fn quantities_of_singular_functions() {
    let (table, system) = fork();
    let witness = |transposed: bool, left: &str, right: &str| {
        let mut witness = json!({ "of": "system", "context": "P", "left": system[left], "right": system[right] });
        if transposed {
            witness["transposed"] = json!(true);
        }
        json!([witness])
    };
    let instance = json!({ "P": table, "S": system, "z": [["0"], ["1"], ["3"]], "f": [["1"], ["0"], ["0"]] });
    let clauses =
        "for    P: context, S: singular_system(P), z: function(P, X), f: function(P, X)\nlet    small = 1/10^60";
    facts(
        clauses,
        &instance,
        &json!([]),
        &[
            "s(P, 0) = 1 and s(P, 1) = 1 and s(P, 2) = 0 and not defined(s(P, 3)) and not defined(s(P, -1))",
            "mu(S, 0) = one_X(P) and abs(norm(mu(S, 1)) - 1) < small and abs(norm(mu(S, 2)) - 1) < small",
            "nu(S, 0) = one_A(P) and abs(norm(nu(S, 1)) - 1) < small and abs(inner(mu(S, 1), mu(S, 2))) < small",
            "not defined(mu(S, 3)) and not defined(nu(S, 2)) and not defined(mu(S, -1)) and not defined(nu(S, -1))",
            // mu_1 = (1, 1, -2) / sqrt 2, nu_1 = (-2, 1) / sqrt 2, mu_2 = (1, -1, 0) / sqrt(2/3).
            "for all x in X(P) where z[x] < 3: abs(mu(S, 1)[x]^2 - 1/2) < small and mu(S, 1)[x] > 0",
            "for all x in X(P) where z[x] < 3: abs(mu(S, 2)[x]^2 - 3/2) < small",
            "for all x in X(P) where z[x] = 3: abs(mu(S, 1)[x]^2 - 2) < small and mu(S, 1)[x] < 0 and mu(S, 2)[x] = 0",
            "abs(inner(f, mu(S, 1)) - 1 / (3 * sqrt(2))) < small",
            "top_worst_error(P, 1, 1/4) = 7/16 and top_worst_error(P, 2, 1/4) = 0 and top_worst_error(P, 0, 1/4) = 1",
            "top_worst_error(P, 1, 1) = 1 and top_worst_error(P, 1, 2) = 1 and not defined(top_worst_error(P, 3, 1/4))",
            "not defined(top_worst_error(P, -1, 1/4)) and not defined(top_worst_error(P, 1, 0)) and not defined(worst_error(P, z, 0))",
            // mu_2 moves by 2 / sqrt(2/3) over a distance of 1.
            "abs(function_lipschitz(P, z)^2 - 6) < small and not defined(function_lipschitz(P, one_X(P)))",
            "abs(function_lipschitz(P, 2 * z)^2 - 3/2) < small",
            "tau(P, 1, 3, 2) = 1 + 3 and tau(P, 1, 3, 1) = 4 and not defined(tau(P, 0, 3, 1)) and not defined(tau(P, 2, 3, 1))",
            "not defined(tau(P, 1, 3, 3)) and not defined(tau(P, -1, 1, 1)) and not defined(tau(P, 1, 1, -1)) and not defined(tau(P, 1, 1, 0))",
            "trace_gap(P, 0 * z) = 1 and not has_task(P, z, -1/2, 0) and not has_task(P, z, 11/10, 0)",
        ],
    );
    // The same as a witness, and of the other side.
    let alone = json!({ "P": table });
    let check = |fact: &str, witness: &Json| {
        said(&format!("for    P: context\nclaim  not ({fact})"), "refuted", &alone, witness)
    };
    assert_eq!(check("s(P, 1) = 1 and s(P, 2) = 0", &witness(false, "left", "right")), Ok(()));
    assert_eq!(check("s(transposed(P), 1) = 1", &witness(true, "right", "left")), Ok(()));
    let other = check("s(P, 1) = 1", &witness(true, "right", "left")).unwrap_err();
    assert!(other.starts_with("not shown"), "what is shown of one side is not used for the other: {other}");
    assert!(check("s(P, 1) = 1", &witness(true, "left", "right")).unwrap_err().starts_with("witness"));
    // Two tied functions move together: eigenvalue 1/16 twice, so the sum of both counts.
    let tied = json!({
        "P": context(&[&[2, 1, 1], &[1, 2, 1], &[1, 1, 2]]), "z": [["0"], ["1"], ["3"]],
    });
    let functions = json!([["1", "1", "1"], ["1", "-1", "0"], ["1", "1", "-2"]]);
    let system = json!([{ "of": "system", "context": "P", "left": functions, "right": functions }]);
    facts(
        "for    P: context, z: function(P, X)",
        &tied,
        &system,
        &[
            "s(P, 1) = 1/4 and s(P, 2) = 1/4 and abs(function_lipschitz(P, z)^2 - 6) < 1/10^60",
            "top_worst_error(P, 1, 3/4) = 1 and top_worst_error(P, 2, 3/4) = 0 and not defined(top_worst_error(P, 1, 1/2))",
            "tau(P, 1, 2, 2) = 16/15 + 2 * (1/16) / (2/16) and tau(P, 0, 2, 1) = 16/15",
        ],
    );
    // Eigenvalues 1, 1/4 (a path): the best mixture of a function inside and one outside.
    let path = json!({ "P": context(&[&[0, 0, 1], &[0, 1, 0], &[1, 0, 1]]) });
    let (left, right) = (
        json!([["1", "1", "1"], ["1", "-3", "1"], ["2", "0", "-1"]]),
        // Of any positive length.
        json!([["1", "1", "1"], ["2", "-6", "2"], ["-2", "0", "1"]]),
    );
    let system = json!([{ "of": "system", "context": "P", "left": left, "right": right }]);
    let facts_of_path = [
        "s(P, 1) = 1 and s(P, 2) = 1/2 and top_worst_error(P, 1, 1/4) = 7/12 and top_worst_error(P, 1, 1/2) = 1",
        "top_worst_error(P, 0, 1/4) = 1 and top_worst_error(P, 2, 1/4) = 0",
        "tau(P, 1, 1, 2) = 4/3 + 4/5 and tau(P, 1, 1, 1) = 4/3 + 1",
    ];
    let found =
        facts_of_path.map(|fact| said(&format!("for    P: context\nclaim  not ({fact})"), "refuted", &path, &system));
    assert_eq!(found, [Ok(()), Ok(()), Ok(())]);
}

/// Squares that show `matrix` positive semidefinite as it stands, since it is diagonally dominant.
fn nothing() -> Json {
    json!([])
}

#[test]
fn bounds_of_singular_values() {
    // s_1^2 = s_2^2 = 1/16.
    let instance = json!({ "P": context(&[&[2, 1, 1], &[1, 2, 1], &[1, 1, 2]]), "Phi": [["1"], ["-1"], ["0"]] });
    let clauses = "for    P: context, Phi: encoder(P, X, 1)";
    let upper = |index: u64, upper: &str, outside: Json| json!({ "index": index, "lower": "0", "upper": upper, "outside": outside, "multiplier": "0", "upper_psd": nothing() });
    let step = |claim: &str, witnesses: Json| {
        said(&format!("{clauses}\nclaim  {claim}"), "refuted", &instance, &witnesses)
            .map_err(|e| e.split(':').next().unwrap_or("").to_string())
    };
    let spectrum = |bounds: Json| json!([{ "of": "spectrum", "context": "P", "bounds": bounds }]);
    let not_shown = || Err("not shown".to_string());
    // u D - D K + p p^T is diagonally dominant already: u/3 - 1/72 on the diagonal, 1/144 beside it.
    let wide = spectrum(json!([upper(1, "1/4", json!([])), upper(2, "1/9", json!([["1", "0", "0"]]))]));
    assert_eq!(step("s(P, 1) > 1/2", wide.clone()), Ok(()));
    assert_eq!(step("s(P, 1) > 1/3", wide.clone()), not_shown(), "bounds of s_2 are not those of s_1");
    assert_eq!(step("s(P, 2) > 1/3", wide.clone()), Ok(()));
    assert_eq!(step("s(P, 2) < 1/100", wide.clone()), not_shown());
    // Several bounds of one number hold together, in any order.
    let (first, second) = (upper(1, "1/4", json!([])), upper(1, "1/9", json!([])));
    assert_eq!(step("s(P, 1) > 1/3", spectrum(json!([first, second]))), Ok(()));
    assert_eq!(step("s(P, 1) > 1/3", spectrum(json!([second, first]))), Ok(()));
    // 1 needs nothing, and what is beyond it is cut off.
    let beyond = json!([{ "index": 1, "lower": "0", "upper": "7" }]);
    assert_eq!(step("s(P, 1)^2 > 1", spectrum(beyond)), Ok(()));
    let short = json!([{ "index": 1, "lower": "0", "upper": "1/2" }]);
    assert_eq!(step("s(P, 1)^2 > 1", spectrum(short)), Err("witness".into()));
    // theta_1 = 1/16 exactly, by one function: B = 1/24 and C = 2/3.
    let ritz = |lower: &str, upper: &str, features: Json| {
        let squares = |weight: &str| json!([{ "weight": weight, "vector": ["1"] }]);
        json!([{ "of": "ritz", "context": "P", "features": features, "bounds": [{
            "index": 1, "lower": lower, "family": [["1"]], "floor": "1/2", "lower_psd": [], "floor_psd": squares("1/6"),
            "upper": upper, "outside": [], "multiplier": "0", "upper_psd": nothing(),
        }]}])
    };
    let phi = json!([["1"], ["-1"], ["0"]]);
    assert_eq!(step("ritz_value(P, Phi, 1) != 1/16", ritz("1/16", "1/16", phi.clone())), Ok(()));
    assert_eq!(step("ritz_value(P, Phi, 1) != 1/16", json!([])), not_shown());
    assert_eq!(
        step("ritz_value(P, 2 * Phi, 1) != 1/16", ritz("1/16", "1/16", phi.clone())),
        not_shown(),
        "of other features"
    );
    assert_eq!(step("ritz_value(P, Phi, 1) > 1/16", ritz("1/16", "1/17", phi.clone())), Err("witness".into()));
    assert_eq!(step("ritz_value(P, Phi, 1) < 1/15", ritz("1/15", "1", phi.clone())), Err("witness".into()));
    assert_eq!(step("trace_gap(P, Phi) > 1", ritz("1/16", "1/16", phi.clone())), Ok(()));
    let both = json!([ritz("1/16", "1/16", phi)[0], wide[0]]);
    // min(s_1^2, s_1^2 + s_2^2 - theta_1) <= 1/4.
    assert_eq!(step("trace_gap(P, Phi) > 1/4", both.clone()), Ok(()));
    assert_eq!(step("trace_gap(P, Phi) > 1/5", both), not_shown());
}

/// Each witness, and claims that it refutes; of another context, other features or another number it says nothing.
#[test]
fn witnesses_are_believed_for_what_they_name() {
    let (table, system) = fork();
    let (mu, nu) = (json!([["1"], ["1"], ["-2"]]), json!([["1"], ["-1"], ["0"]]));
    let instance = json!({ "P": table, "Q": table, "Phi": mu, "Psi": mu, "Chi": nu, "eps": "1/4" });
    let clauses = "for    P: context, Q: context, Phi: encoder(P, X, 1), Psi: encoder(Q, X, 1), Chi: encoder(P, X, 1), eps: rational";
    let steps = |claim: &str, witnesses: &[&Json]| {
        let found = said(&format!("{clauses}\nclaim  {claim}"), "refuted", &instance, &json!(witnesses));
        found.map_err(|e| e.split(':').next().unwrap_or("").to_string())
    };
    let refuted = |claim: &str, witnesses: &[&Json]| assert_eq!(steps(claim, witnesses), Ok(()), "{claim}");
    let not_shown =
        |claim: &str, witnesses: &[&Json]| assert_eq!(steps(claim, witnesses), Err("not shown".into()), "{claim}");

    let spectrum = json!({ "of": "spectrum", "context": "P", "bounds": [
        { "index": 2, "lower": "0", "upper": "0", "outside": [["1", "1", "-2"]], "multiplier": "1/2",
          "upper_psd": [{ "weight": "0", "vector": ["1", "0", "0"] }] },
    ]});
    refuted("s(P, 2) > 0", &[&spectrum]);
    not_shown("s(P, 1) > 0", &[&spectrum]);
    not_shown("s(Q, 2) > 0", &[&spectrum]);
    not_shown("s(transposed(P), 1) > 0", &[&spectrum]);
    let system = json!({ "of": "system", "context": "P", "left": system["left"], "right": system["right"] });
    refuted("s(P, 2) > 0", &[&system]);
    not_shown("s(Q, 2) > 0", &[&system]);
    not_shown("top_worst_error(Q, 1, eps) > 1/2", &[&system]);
    refuted("top_worst_error(P, 1, eps) > 1/2", &[&system]);

    let learned = json!({ "of": "learns", "context": "P", "features": mu, "level": "1/2",
        "inside_psd": [], "outside_psd": [], "multiplier": "1/2" });
    refuted("not learns(P, Phi)", &[&learned]);
    not_shown("not learns(Q, Psi)", &[&learned]);
    not_shown("not learns(P, Chi)", &[&learned]);
    let missed = json!({ "of": "learns", "context": "P", "features": nu, "level": "1/2", "family": [["1", "1", "-2"]],
        "floor": "1/2", "floor_psd": [], "low": [["1"]], "low_psd": [] });
    refuted("learns(P, Chi)", &[&missed]);
    not_shown("learns(P, Phi)", &[&missed]);

    let ritz = json!({ "of": "ritz", "context": "P", "features": nu, "bounds": [
        { "index": 1, "lower": "0", "upper": "0", "outside": [], "multiplier": "0", "upper_psd": [] },
    ]});
    refuted("ritz_value(P, Chi, 1) > 0", &[&ritz]);
    not_shown("ritz_value(P, Phi, 1) > 0", &[&ritz]);
    not_shown("ritz_value(Q, Psi, 1) > 0", &[&ritz]);

    let square = |weight: &str, vector: [&str; 3]| json!({ "weight": weight, "vector": vector });
    let mixed =
        json!([{ "weight": "9/16", "function": ["1", "1", "-2"] }, { "weight": "7/16", "function": ["1", "-1", "0"] }]);
    let worst =
        json!({ "of": "worst_error", "context": "P", "features": mu, "eps": "1/4", "lower": "7/16", "task": mixed });
    refuted("worst_error(P, Phi, eps) < 7/16", &[&worst]);
    not_shown("worst_error(P, Phi, eps) < 1/2", &[&worst]);
    not_shown("worst_error(P, Phi, 1/5) < 7/16", &[&worst]);
    not_shown("worst_error(P, Chi, eps) < 7/16", &[&worst]);
    not_shown("worst_error(Q, Psi, eps) < 7/16", &[&worst]);
    // 7/16 D - E + 9/16 D - D K = 0, since E is D - D K here.
    let mut both = worst.clone();
    for (name, value) in
        [("upper", json!("7/16")), ("multiplier", json!("1")), ("constant", json!("0")), ("psd", json!([]))]
    {
        both[name] = value;
    }
    refuted("worst_error(P, Phi, eps) != 7/16", &[&both]);
    let mut loose = worst.clone();
    drop(loose.as_object_mut().expect("an object").remove("lower"));
    refuted("worst_error(P, Phi, eps) < 7/16", &[&loose, &worst]);
    refuted("worst_error(P, Phi, eps) < 7/16", &[&worst, &loose]);
    not_shown("worst_error(P, Phi, eps) < 7/16", &[&loose]);
    // Every task will do for eps = 1, and nothing is to be asked of compatibility then.
    let mut all = json!({ "of": "worst_error", "context": "P", "features": mu, "eps": "1", "lower": "1",
        "task": [{ "weight": "1", "function": ["1", "-1", "0"] }], "upper": "1", "multiplier": "0", "constant": "0",
        "psd": [square("1/9", ["1", "1", "1"]), square("1/18", ["1", "1", "-2"])] });
    refuted("worst_error(P, Phi, 1) != 1", &[&all]);
    all["multiplier"] = json!("1");
    assert_eq!(steps("worst_error(P, Phi, 1) != 1", &[&all]), Err("witness".into()));

    let attained = json!({ "of": "has_task", "context": "P", "features": mu, "rho": "0",
        "task": [{ "weight": "1", "function": ["1", "-1", "0"] }] });
    refuted("not has_task(P, Phi, 0, 1)", &[&attained]);
    refuted("not has_task(P, Phi, 0, 1/2)", &[&attained]);
    not_shown("has_task(P, Phi, 0, 2)", &[&attained]);
    not_shown("not has_task(P, Phi, 1/2, 1)", &[&attained]);
    not_shown("not has_task(P, Chi, 0, 1)", &[&attained]);
    not_shown("not has_task(Q, Psi, 0, 1)", &[&attained]);
    let mut half = attained.clone();
    half["rho"] = json!("1/2");
    half["task"] =
        json!([{ "weight": "1/4", "function": ["1", "1", "-2"] }, { "weight": "3/4", "function": ["1", "-1", "0"] }]);
    refuted("not has_task(P, Phi, 1/2, 3/4)", &[&half]);
    half["rho"] = json!("1/4");
    assert_eq!(steps("not has_task(P, Phi, 1/4, 3/4)", &[&half]), Err("witness".into()));
    let most = |upper: &str, multiplier: &str, psd: Json| {
        json!({ "of": "has_task", "context": "P", "features": mu, "rho": "1",
            "upper": upper, "multiplier": multiplier, "constant": "0", "psd": psd })
    };
    // E = D - D K here.
    let none = most("0", "1", json!([]));
    let one = most("1", "0", json!([square("1/9", ["1", "1", "1"]), square("1/18", ["1", "1", "-2"])]));
    refuted("has_task(P, Phi, 1, 1/2)", &[&none]);
    not_shown("has_task(P, Phi, 1, 1/2)", &[&one]);
    refuted("has_task(P, Phi, 1, 1/2)", &[&none, &one]);
    refuted("has_task(P, Phi, 1, 1/2)", &[&one, &none]);
    not_shown("not has_task(P, Phi, 1, 0)", &[&none, &one]);
    not_shown("has_task(P, Phi, 1, 0)", &[&none]);
    // rho is not negative, whatever its square.
    let mut negative = attained.clone();
    negative["rho"] = json!("-1");
    negative["task"][0]["function"] = json!(["1", "1", "-2"]);
    assert_eq!(steps("not has_task(P, Phi, -1, 0)", &[&negative]), Err("witness".into()));
}

#[test]
fn sizes_and_domains() {
    // The size of the tables is a variable; it is known from the first, and over nothing it is not.
    let clauses =
        "for    P: context, d in 1..3, Phi: encoder(P, X, d), n: integer, H: matrix(2, d), k: matrix(X(P), A(P))";
    let instance = json!({
        "P": context(&[&[2, 1], &[0, 3], &[1, 3]]), "d": "2", "Phi": [["1", "0"], ["2", "1"], ["0", "1"]], "n": "-5",
        "H": [["1", "2"], ["3", "4"]], "k": [["1", "0"], ["0", "1"], ["2", "2"]],
    });
    facts(
        clauses,
        &instance,
        &json!([]),
        &[
            "sum(i in 1..2: i * Phi) = 3 * Phi and n = -5 and H[1, 2] = 2 and H[2, 1] = 3 and rank(k) = 2",
            "for all i in 1..d: norm(column(Phi, i)) > 0",
        ],
    );
    let step = |change: &dyn Fn(&mut Json), claim: &str| {
        let mut other = instance.clone();
        change(&mut other);
        said(&format!("{clauses}\nclaim  {claim}"), "refuted", &other, &json!([]))
            .map_err(|e| e.chars().take(40).collect::<String>())
    };
    let refused = |change: &dyn Fn(&mut Json), expected: &str| {
        let found = step(change, "1 = 2").expect_err(expected);
        assert!(found.starts_with(expected), "{found}\n{expected}");
    };
    assert_eq!(step(&|_| (), "1 = 2"), Ok(()));
    assert!(step(&|_| (), "sum(i in 1..0: i * Phi) = Phi").unwrap_err().starts_with("not shown"));
    refused(&|i| i["d"] = json!("0"), "instance: d: expected an integer from 1");
    refused(&|i| i["d"] = json!("4"), "instance: d: expected an integer from 1");
    refused(&|i| i["d"] = json!("3"), "instance: Phi: expected 3 rows of 3");
    refused(&|i| i["n"] = json!("1/2"), "instance: n: the value has another form");
    refused(&|i| i["n"] = json!(1), "instance: n: the value has another form");
    refused(&|i| i["H"] = json!([["1", "2"]]), "instance: H: expected 2 rows of 2");
    refused(&|i| i["k"] = json!([["1", "0"], ["0", "1"]]), "instance: k: expected 3 rows of 2");
    // A domain without a value has no elements.
    let domain = |range: &str| {
        let instance = json!({ "P": context(&[&[1], &[1]]), "n": "1" });
        let found =
            said(&format!("for    P: context, n in 1..{range}\nclaim  1 = 2"), "refuted", &instance, &json!([]));
        found.map_err(|e| e.split(": ").take(3).collect::<Vec<_>>().join(": "))
    };
    assert_eq!(domain("N(P)"), Ok(()));
    assert_eq!(domain("max(i in 1..0: i)"), Err("instance: n: its domain is undefined".into()));
    assert_eq!(domain("N(P)^5000"), Err("instance: n: its domain is not shown".into()));
    // Both ends of a range belong to it.
    for d in ["1", "3"] {
        let of_d = |i: &mut Json| {
            i["d"] = json!(d);
            let row: Vec<&str> = ["1", "2", "3"][..d.parse().unwrap()].to_vec();
            i["Phi"] = json!([row, row, row]);
            i["H"] = json!([row, row]);
        };
        assert_eq!(step(&of_d, "1 = 2"), Ok(()), "{d}");
    }
    // Points of either side, counted from 0.
    let points = |x: u64, a: u64| {
        let instance = json!({ "P": context(&[&[2, 1], &[0, 3], &[1, 3]]), "x": x, "a": a });
        said("for    P: context, x in X(P), a in A(P)\nclaim  1 = 2", "refuted", &instance, &json!([]))
    };
    assert_eq!(points(2, 1), Ok(()));
    assert!(points(3, 1).unwrap_err().starts_with("instance: x: there are 3 points"));
    assert!(points(2, 2).unwrap_err().starts_with("instance: a: there are 2 points"));
    // A side has at most 64 points.
    let long = |size: usize| {
        let column: Vec<Vec<u64>> = vec![vec![1]; size];
        let rows: Vec<&[u64]> = column.iter().map(Vec::as_slice).collect();
        let tall = json!({ "P": context(&rows) });
        said("for    P: context\nclaim  N(P) = 1", "refuted", &tall, &json!([]))
    };
    assert_eq!(long(64), Ok(()));
    assert!(long(65).unwrap_err().starts_with("instance: P: a side has 1 to 64 points"));
}
