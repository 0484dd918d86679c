//! Found instances become certificates: those of the ledger, and those of conjectures that are false.

use contexture::certificate::{Certificate, Finding};
use contexture::context::Context;
use contexture::evaluate::{Instance, NotCertified, Outcome, certify, outcome};
use contexture::exact::rational::{fraction, ratio};
use contexture::ledger::entries;
use contexture::search::{Search, Universe};
use contexture::statement::read;
use contexture::statement::tree::Verdict;
use serde_json::{Value as Json, json};
use std::sync::atomic::AtomicBool;

/// `[1, 1; 0, 2]` as the context of these counts.
fn context(counts: &[&[u64]]) -> Json {
    let total: u64 = counts.iter().copied().flatten().sum();
    let cell = |count: &u64| fraction(&ratio(*count, total));
    let joint: Vec<Vec<String>> = counts.iter().map(|row| row.iter().map(cell).collect()).collect();
    let names = |side: &str, size: usize| (0..size).map(|k| format!("{side}{k}")).collect::<Vec<_>>();
    json!({ "x": names("x", counts.len()), "a": names("a", counts[0].len()), "joint": joint })
}

/// A function, or an encoder of one feature.
fn column(values: &[i64]) -> Json {
    json!(values.iter().map(|v| [v.to_string()]).collect::<Vec<_>>())
}

/// A small instance of each refuted or ill-posed statement of the ledger.
fn ledger_instance(id: &str) -> Json {
    let (point, pair): (&[&[u64]], &[&[u64]]) = (&[&[1]], &[&[1], &[1]]);
    let split: &[&[u64]] = &[&[0, 1], &[0, 1], &[1, 0]];
    match id {
        "rkhs-formula" => json!({ "P": context(pair), "f": column(&[0, 1]), "g": column(&[0, 1]) }),
        "rkhs-well-defined" => {
            json!({ "P": context(pair), "f": column(&[0, 0]), "g": column(&[1, -1]), "k": column(&[0, 1]) })
        }
        "rkhs-compatible" => json!({ "P": context(point), "f": column(&[1]), "eps": "0" }),
        "average-encoder" => {
            json!({ "P": context(&[&[0, 0, 1], &[1, 1, 0]]), "d": "1", "Psi": column(&[0, 1, -1]) })
        }
        "maximal-correlation" | "independence" => json!({ "P": context(point) }),
        "compat-defined" => json!({ "P": context(point), "f": column(&[1]) }),
        "compat-spectral" => json!({ "P": context(pair), "S": { "choice": 0 }, "f": column(&[0, 1]) }),
        "compat-realised" => json!({ "P": context(pair), "f": column(&[1, -1]), "eps": "1" }),
        "encoder-bound" => {
            json!({ "P": context(split), "d": "1", "Phi": column(&[3, 1, -4]), "eps": "1/4" })
        }
        "optimality-value" => {
            json!({ "P": context(&[&[1], &[1], &[1]]), "d": "1", "eps": "1", "Phi": column(&[0, 0, 0]) })
        }
        "optimality-iff" => json!({ "P": context(split), "d": "1", "eps": "1/4", "Phi": column(&[0, 0, 1]) }),
        "optimality-converse" => json!({ "P": context(split), "d": "1", "eps": "1", "Phi": column(&[0, 1, 0]) }),
        "ratio-trace-defined" => json!({ "P": context(point), "d": "1", "Phi": column(&[1]) }),
        "ratio-trace-invariant" => {
            json!({ "P": context(point), "d": "1", "Phi": column(&[0]), "G": column(&[1]) })
        }
        "ratio-trace-max" | "trace-gap-upper" => json!({ "P": context(pair), "d": "1", "Phi": column(&[0, 0]) }),
        "trace-gap-monotone" => {
            json!({ "P": context(pair), "d": "1", "Phi": column(&[0, 0]), "f": column(&[0, 1]) })
        }
        "trace-gap-at-optimum" => {
            let table: &[&[u64]] = &[&[0, 0, 1], &[0, 1, 0], &[1, 0, 1]];
            json!({ "P": context(table), "d": "1", "Phi": column(&[1, -3, 1]) })
        }
        "tau-second-term" => json!({ "P": context(pair), "beta": "1", "d0": "1", "d": "1" }),
        "lipschitz" => {
            json!({ "P": context(&[&[0, 1], &[1, 1]]), "S": { "choice": 1 }, "z": column(&[0, 1]), "c": "1" })
        }
        _ => objective_instance(id),
    }
}

/// The same of the chapter of the objectives.
fn objective_instance(id: &str) -> Json {
    let (point, pair): (&[&[u64]], &[&[u64]]) = (&[&[1]], &[&[1], &[1]]);
    let crossed: &[&[u64]] = &[&[0, 1], &[1, 0]];
    match id {
        "contrastive-identity" => {
            json!({ "P": context(crossed), "S": { "choice": 0 }, "d": "1", "Psi": column(&[0, 1]) })
        }
        "contrastive-iff" => json!({ "P": context(pair), "d": "1", "Psi": column(&[0]) }),
        "denoising" => {
            json!({ "P": context(pair), "k": "1", "u": column(&[0, 0]), "d": "1", "Psi": column(&[0]) })
        }
        "distillation" => {
            json!({ "P": context(pair), "e": "1", "Teacher": column(&[1, -1]), "d": "1", "Phi": column(&[2, 0]) })
        }
        "fisher" => json!({ "P": context(point), "k": "1", "u": column(&[0]), "d": "1", "W": column(&[0]) }),
        // The operator has the eigenvalues 0, -1/3 and -2/3, of which the last is the singular value 2/3.
        "graph" => {
            let steps: &[&[u64]] = &[&[0, 3, 2, 1], &[3, 0, 1, 2], &[2, 1, 0, 3], &[1, 2, 3, 0]];
            json!({ "P": context(steps), "d": "1", "Phi": column(&[1, 1, -1, -1]) })
        }
        "kise" => {
            let phi = json!([["2"], ["-1/2"]]);
            json!({ "P": context(&[&[1], &[4]]), "k": [["0", "0"], ["0", "1"]], "d": "1", "Phi": phi })
        }
        "low-rank" => json!({ "P": context(pair), "d": "1", "Phi": column(&[1, 1]), "Psi": column(&[1]) }),
        // All s_i are 0, and Phi is a unit vector between those that were chosen.
        "nested" => {
            let phi = json!([["1/3"], ["1"], ["-5/3"]]);
            let table: &[&[u64]] = &[&[2], &[1], &[1]];
            json!({ "P": context(table), "S": { "choice": 0 }, "d": "1", "c": column(&[1]), "Phi": phi })
        }
        "neural-collapse" => json!({ "P": context(point), "c": "1" }),
        "noncontrastive-iff" => json!({ "P": context(crossed), "d": "1", "Psi": column(&[0, 1]) }),
        "noncontrastive-value" => json!({ "P": context(pair), "d": "1" }),
        "ritz-orthonormal" => {
            let phi = json!([["0", "0"], ["0", "1"], ["1", "0"]]);
            let table: &[&[u64]] = &[&[0, 0, 1], &[0, 1, 0], &[1, 1, 1]];
            let (v, w) = (column(&[1, 2]), column(&[1, 0]));
            json!({ "P": context(table), "d": "2", "Phi": phi, "i": "1", "j": "2", "v": v, "w": w })
        }
        "supervised-onehot" => json!({ "P": context(pair), "d": "2", "Phi": [["1", "0"], ["1", "0"]] }),
        "supervised-balanced-risk" => json!({ "P": context(pair), "d": "1", "Phi": column(&[0, 0]) }),
        "supervised-regression-biased" => {
            json!({ "P": context(pair), "k": "1", "v": column(&[0]), "d": "1", "Phi": column(&[0, 0]) })
        }
        "supervised-regression-unbiased" => {
            json!({ "P": context(point), "k": "1", "v": column(&[0]), "d": "1", "Phi": column(&[0]) })
        }
        "svme" => json!({ "P": context(pair), "d": "1", "Phi": column(&[0, 2]) }),
        _ => {
            let read = |chapter: &str| {
                let path = format!("{}/proofs/{chapter}/{id}/instance.json", env!("CARGO_MANIFEST_DIR"));
                std::fs::read_to_string(path).ok()
            };
            let text = ["objectives", "learning"].into_iter().find_map(read).unwrap_or_else(|| panic!("{id}"));
            serde_json::from_str(&text).expect("JSON")
        }
    }
}

#[test]
fn instances_of_the_ledger_are_certified() {
    let mut certified = 0;
    for entry in entries() {
        let statement = entry.statement().unwrap();
        let finding = match statement.expect {
            Some(Verdict::Refuted) => Finding::Refuted,
            Some(Verdict::IllPosed) => Finding::IllPosed,
            _ => continue,
        };
        let instance = Instance::from_json(&statement, &ledger_instance(entry.id)).unwrap();
        let found = outcome(&statement, &instance);
        let certificate = certify(&statement, &instance, &found).unwrap_or_else(|e| panic!("{}: {e}", entry.id));
        assert_eq!(certificate.finding, finding, "{}", entry.id);
        assert_eq!(Certificate::parse(certificate.to_json().as_bytes()), Ok(certificate.clone()), "{}", entry.id);
        certified += 1;
    }
    assert_eq!(certified, 51);
}

/// What holds has no certificate.
#[test]
fn what_holds_is_not_certified() {
    let statement = read("statement s\nsource own\nfor P: context\nclaim s(P, 0) = 1\n").unwrap();
    let instance = Instance::from_json(&statement, &json!({ "P": context(&[&[1, 0], &[1, 1]]) })).unwrap();
    for said in [Outcome::Holds, Outcome::OutOfScope { undefined: None }] {
        assert!(certify(&statement, &instance, &said).is_err());
    }
    let NotCertified(reason) = certify(&statement, &instance, &Outcome::Violated).unwrap_err();
    assert!(reason.contains("holds") || reason.contains("true"), "the checker looks for itself: {reason}");
}

/// False for many contexts; each needs a witness of another kind, or both answers of one.
const CONJECTURES: [&str; 24] = [
    "for P: context\nassume N(P) >= 2\nclaim s(P, 1) <= 1/3",
    "for P: context\nassume N(P) >= 3\nclaim s(P, 1) = s(P, 2)",
    "for P: context\nassume N(P) >= 3\nclaim s(P, 2) >= 1/2",
    "for P: context\nclaim sum(i in 1..N(P)-1: s(P, i)) <= 1/2",
    "for P: context\nclaim sum(i in 1..N(P)-1: s(P, i)) > total_inertia(P) + 1/3",
    "for P: context, f: function(P, X)\nassume norm(centred(f)) > 0\nclaim compatibility(P, f) < s(P, 1) - 1/100",
    "for P: context, d in 1..N(P)-2, Phi: encoder(P, X, d)\nclaim trace_gap(P, Phi) >= s(P, 1)^2",
    "for P: context, d in 1..N(P)-2, Phi: encoder(P, X, d)\nclaim trace_gap(P, Phi) <= s(P, 1)^2 / 2",
    "for P: context, Phi: encoder(P, X, 2)\nassume centred_rank(P, Phi) = 2\nclaim ritz_value(P, Phi, 1) <= 2 * ritz_value(P, Phi, 2)",
    "for P: context, Phi: encoder(P, X, 2)\nassume centred_rank(P, Phi) = 2\nclaim ritz_value(P, Phi, 2) >= s(P, 2)^2",
    "for P: context, Phi: encoder(P, X, 1)\nclaim learns(P, Phi)",
    "for P: context, Phi: encoder(P, X, 2)\nclaim not learns(P, Phi)",
    "for P: context, Phi: encoder(P, X, 1)\nclaim not learns(P, Phi)",
    "for P: context, Phi: encoder(P, X, 1), eps: rational\nassume 1 - s(P, 1) < eps < 1\nclaim worst_error(P, Phi, eps) <= 1/2",
    "for P: context, Phi: encoder(P, X, 1), eps: rational\nassume 1 - s(P, 1) < eps < 1\nclaim worst_error(P, Phi, eps) >= 1/2",
    "for P: context, Phi: encoder(P, X, 2), eps: rational\nassume 1 - s(P, 1) < eps < 1\nclaim worst_error(P, Phi, eps) = 1",
    "for P: context, Phi: encoder(P, X, 2), eps: rational\nassume 1 - s(P, 1) < eps < 1\nclaim worst_error(P, Phi, eps) = 0",
    "for P: context, Phi: encoder(P, X, 1), eps: rational\nassume 1 - s(P, 1) < eps < 1\nclaim worst_error(P, Phi, eps) < top_worst_error(P, 1, eps)",
    "for P: context, Phi: encoder(P, X, 1), r: rational\nassume 0 < r < s(P, 1)\nclaim has_task(P, Phi, r, 1)",
    "for P: context, Phi: encoder(P, X, 1), r: rational\nassume s(P, N(P)-1) < r < s(P, 1)\nclaim not has_task(P, Phi, r, 1/4)",
    "for P: context, d in 1..N(P)-1\nclaim top_worst_error(P, d, 1) <= 1/2",
    "for P: context, z: function(P, X)\nassume exists x in X(P), y in X(P): distance(z, x, y) > 0\nclaim function_lipschitz(P, z) <= 1",
    "for P: context, d in 0..N(P)-2\nassume s(P, d + 1) < 1 and s(P, 1) > 0\nclaim tau(P, d, 1, 1) <= 1",
    "for P: context, S: singular_system(P), f: function(P, X)\nassume N(P) >= 2\nclaim inner(f, mu(S, 1)) <= inner(f, norm(mu(S, 1)) * f)",
];

/// False of what is drawn, of corrupted bits, and of kernels, each with an instance.
#[test]
fn statements_about_samples_are_certified() {
    let pair: &[&[u64]] = &[&[1], &[2]];
    let bit = json!({ "x": ["+", "-"], "a": ["+", "-"], "joint": [["1/2", "0"], ["0", "1/2"]] });
    let kernel = json!([["2", "1"], ["1", "1"]]);
    let cases = [
        (
            "for P: context, F: matrix(X(P), 1), m in 1..2\nlet k = F * transpose(F)\n\
             claim expect(S: sample(P, m): (k * diagonal(empirical(S)))^2 * k) = integral_operator(k)^2 * k",
            json!({ "P": context(pair), "F": column(&[1, -2]), "m": "2" }),
            Finding::Refuted,
        ),
        (
            "for P: context, f: function(P, X)\nclaim prob(S: sample(P, 2): (transpose(f) * empirical(S))[1] <= mean(f)) > 2/3",
            json!({ "P": context(pair), "f": column(&[0, 1]) }),
            Finding::Refuted,
        ),
        (
            "for P: context, f: function(P, X), n in 1..3\nassume f != mean(f) * one_X(P)\n\
             claim expect(S: sample(P, n): norm(f - (transpose(f) * empirical(S))[1] * one_X(P))) <= norm(centred(f))",
            json!({ "P": context(pair), "f": column(&[0, 1]), "n": "2" }),
            Finding::Refuted,
        ),
        (
            "for P: context, n in 0..3, S: sample(P, n)\nclaim max(x in X(P): empirical(S)[x]) <= 1/2",
            json!({ "P": context(pair), "n": "3", "S": [2, 1] }),
            Finding::Refuted,
        ),
        (
            "for P: context, n in 0..3, S: sample(P, n)\nclaim max(x in X(P): empirical(S)[x]) <= 1/2",
            json!({ "P": context(pair), "n": "0", "S": [0, 0] }),
            Finding::IllPosed,
        ),
        (
            "for D in 1..3, alpha: rational, b in 0..D\nassume 0 <= alpha <= 1 and b <= alpha * D < b + 1\n\
             for P: block_masked(D, b)\nclaim context_complexity(P) <= exp((1 - alpha) * D * ln(2))",
            json!({ "D": "1", "alpha": "1/2", "b": "0", "P": bit }),
            Finding::Refuted,
        ),
        // (3 + sqrt 5) / 2, by a pencil that is asked for
        (
            "for P: context, k: matrix(X(P), X(P))\nclaim eigenvalue_sum(integral_operator(k), 1) <= 4/5",
            json!({ "P": context(&[&[1], &[1]]), "k": kernel }),
            Finding::Refuted,
        ),
        (
            "for P: context, k: matrix(X(P), X(P)), n in 1..2\nassume psd(k)\n\
             claim expect(S: sample(P, n): eigenvalue_sum(transpose(draws(S)) * k * draws(S), 1)) <= n * trace(k) / 3",
            json!({ "P": context(&[&[1], &[1]]), "k": kernel, "n": "2" }),
            Finding::Refuted,
        ),
        (
            "for P: context, k: matrix(X(P), X(P)), f: function(P, X)\nassume psd(k)\nclaim kernel_norm(k, f) > 0",
            json!({ "P": context(pair), "k": [["1", "0"], ["0", "0"]], "f": column(&[0, 1]) }),
            Finding::IllPosed,
        ),
        (
            "for P: context, k: matrix(X(P), X(P)), f: function(P, X)\nassume psd(k) and f != 0 * f\nclaim smoothness(k, f) > 0",
            json!({ "P": context(pair), "k": [["1", "0"], ["0", "0"]], "f": column(&[0, 1]) }),
            Finding::Refuted,
        ),
    ];
    for (clauses, instance, finding) in cases {
        let statement = read(&format!("statement s\nsource own\n{clauses}\n")).unwrap();
        let instance = Instance::from_json(&statement, &instance).unwrap();
        let found = outcome(&statement, &instance);
        let certificate = certify(&statement, &instance, &found).unwrap_or_else(|e| panic!("{clauses}: {e}"));
        assert_eq!(certificate.finding, finding, "{clauses}");
        assert_eq!(Certificate::parse(certificate.to_json().as_bytes()), Ok(certificate), "{clauses}");
    }
}

/// Tables with rational and irrational spectra, ties, and zeros.
const TABLES: [&[[u64; 3]]; 7] = [
    &[[5, 1, 0], [1, 4, 1], [0, 2, 7]],
    &[[2, 1, 1], [1, 2, 1], [1, 1, 2]],
    &[[0, 0, 1], [0, 1, 0], [1, 0, 1]],
    &[[4, 2, 1], [2, 4, 1], [1, 1, 5]],
    &[[9, 1, 0], [2, 7, 1], [1, 1, 5], [0, 2, 3]],
    &[[1, 2, 3], [3, 1, 1]],
    &[[1, 0, 0], [0, 1, 1], [0, 1, 2], [1, 0, 0]],
];

#[test]
fn false_conjectures_are_certified() {
    let (mut certified, mut rejected) = (0, Vec::new());
    for clauses in CONJECTURES {
        let statement = read(&format!("statement s\nsource own\n{clauses}\n")).unwrap();
        for rows in TABLES {
            let context = Context::from_counts(rows).unwrap();
            let mut search = Search::new(&statement, Universe::One(Box::new(context), 60, 1));
            while !search.is_done() {
                search.advance(&AtomicBool::new(false));
            }
            let Some(found) = search.findings().violated else { continue };
            match certify(&statement, &found.instance, &found.outcome) {
                Ok(certificate) => {
                    assert!(certificate.to_json().len() < 10_000, "{clauses}");
                    certified += 1;
                }
                Err(NotCertified(reason)) => rejected.push(format!("{clauses}\n{rows:?}: {reason}")),
            }
        }
    }
    // What is left are quantities that take singular functions, and a task of exactly some compatibility, on
    // contexts where these are irrational.
    let known = |reason: &String| {
        reason.contains("singular functions are not rational") || reason.contains("no rational functions")
    };
    assert!(rejected.iter().all(known), "{}", rejected.join("\n"));
    assert_eq!((certified, rejected.len()), (117, 10), "{}", rejected.join("\n"));
}
