//! Samples, expectations, contexts of corrupted bits and kernels: values by hand or written out, and forged instances.

use super::assert_says;
use super::formulas::{context, facts, said};
use serde_json::{Value as Json, json};

fn is_undefined(clauses: &str, instance: &Json, term: &str) {
    let found = said(&format!("{clauses}\nclaim  {term}"), "ill-posed", instance, &json!([]));
    assert_eq!(found, Ok(()), "{term}");
}

fn is_not_shown(clauses: &str, instance: &Json, claim: &str) {
    for finding in ["refuted", "ill-posed"] {
        let found = said(&format!("{clauses}\nclaim  {claim}"), finding, instance, &json!([])).unwrap_err();
        // What is not decided has a value.
        let undecided = finding == "ill-posed" && found.ends_with("the claim has a value: it is not decided");
        assert!(undecided || found.starts_with("not shown"), "{claim}: {found}");
    }
}

/// Three points with weights 1/2, 1/3, 1/6, a function, and a sample of three.
const DRAWN: &str = "for    P: context, n in 0..9, f: function(P, X), S: sample(P, n), Q: sample(transposed(P), 1),
       x1 in X(P), x2 in X(P), x3 in X(P), a1 in A(P), a2 in A(P)";

fn drawn() -> Json {
    json!({
        "P": context(&[&[3, 0], &[1, 1], &[0, 1]]), "n": "3", "f": [["1"], ["-2"], ["4"]], "S": [["2"], ["0"], ["1"]],
        "Q": [["0"], ["1"]], "x1": 0, "x2": 1, "x3": 2, "a1": 0, "a2": 1,
    })
}

#[test]
fn samples_and_sums_over_them() {
    let entries = "let    g = empirical(S)
let    mean_square = (f[x1]^2 * p(P)[x1] + f[x2]^2 * p(P)[x2] + f[x3]^2 * p(P)[x3])";
    facts(
        &format!("{DRAWN}\n{entries}"),
        &drawn(),
        &json!([]),
        &[
            "g[x1] = 2/3 and g[x2] = 0 and g[x3] = 1/3",
            "draws(S)[x1, 1] = 1 and draws(S)[x1, 2] = 1 and draws(S)[x1, 3] = 0 and draws(S)[x2, 1] = 0 and draws(S)[x3, 3] = 1",
            "draws(S) * transpose(draws(S)) = n * diagonal(g)",
            "draws(Q)[a2, 1] = 1 and draws(Q)[a1, 1] = 0",
            "diagonal(f)[x3, x3] = 4 and diagonal(f)[x1, x2] = 0 and diagonal(f)[x2, x2] = -2",
            // Each point of one draw, by the weights.
            "prob(R: sample(P, 1): empirical(R)[x1] = 1) = p(P)[x1]",
            "expect(R: sample(P, 4): empirical(R)) = p(P)",
            "expect(R: sample(transposed(P), 3): empirical(R)) = q(P)",
            // (1 - p)^n, and binom(3, 1) p (1 - p)^2
            "prob(R: sample(P, 3): empirical(R)[x2] = 0) = (1 - p(P)[x2])^3",
            "prob(R: sample(P, 3): empirical(R)[x2] = 1/3) = 3 * p(P)[x2] * (1 - p(P)[x2])^2",
            // The variance of a mean.
            "expect(R: sample(P, 3): mean(f)^2 - inner(f, diagonal(empirical(R)) * f)) = mean(f)^2 - sum(x in X(P): f[x]^2 * p(P)[x]^2)",
            "expect(R: sample(P, 3): sum(x in X(P): empirical(R)[x] * f[x])^2) = mean_square / 3 + mean(f)^2 * 2/3",
            // Independent samples, and one whose size depends on another.
            "expect(R: sample(P, 2), U: sample(P, 3): empirical(R) * transpose(empirical(U))) = p(P) * transpose(p(P))",
            "prob(R: sample(P, 1), U: sample(P, 1): empirical(R) = empirical(U)) = 1/4 + 1/9 + 1/36",
            "prob(R: sample(P, 2), U: sample(P, rank(draws(R))): empirical(R) = empirical(U))
               = 1/8 + 1/27 + 1/216 + (1/3)^2 + (1/6)^2 + (1/9)^2",
            // No draws: one outcome.
            "expect(R: sample(P, 0): 7) = 7 and prob(R: sample(P, 0): rank(draws(R)) = 0) = 1",
            "prob(R: sample(P, 0): 1 = 2) = 0",
            // As finite ranges.
            "sum(R: sample(P, 2): 1) = 6 and max(R: sample(P, 3): empirical(R)[x3]) = 1 and min(R: sample(P, 3): empirical(R)[x1]) = 0",
            "for all R: sample(P, 2): exists x in X(P): empirical(R)[x] >= 1/2",
            "sum(R: sample(P, 2), x in X(P) where empirical(R)[x] > 0: 1) = 9",
            "not (exists R: sample(P, 2): empirical(R)[x1] = 1/3)",
            "sum(R: sample(P, 2): draws(R))[x1, 1] = 3",
            // An event that is undecided for some outcomes is worth 0 to 1 there: here at 4/9 of the probability.
            "prob(R: sample(P, 1): sqrt(2)^2 = 2 or empirical(R)[x1] = 1) >= 1/2",
            "prob(R: sample(P, 1): sqrt(2)^2 = 2 or empirical(R)[x1] = 1) <= 1",
            "bits(0) = 0 and bits(5) = 2 and bits(2^100 - 1) = 100",
        ],
    );
    for term in [
        "empirical(S)[x1] > expect(R: sample(P, -1): 1)",
        "expect(R: sample(P, 0): empirical(R)) = p(P)",
        "expect(R: sample(P, 2): 1 / (1 - empirical(R)[x1])) > 0",
        "prob(R: sample(P, 2): 1 / (1 - empirical(R)[x1]) > 0) > 0",
        // Undefined, although another outcome is not shown.
        "expect(R: sample(P, 1): 1 / ((sqrt(2)^2 - 2) * (1 - empirical(R)[x1]))) > 0",
        "prob(R: sample(P, n - 5): 1 > 0) > 0",
        "bits(-1) = 0",
        "characters(P)[x1, x1] = 1",
    ] {
        is_undefined(DRAWN, &drawn(), term);
    }
    for claim in [
        "prob(R: sample(P, 1): sqrt(2)^2 = 2 or empirical(R)[x1] = 1) > 3/4",
        "expect(R: sample(P, 1): 1 / (sqrt(2)^2 - 2)) = 0",
        "expect(R: sample(P, 5000): 1) = 2",
        "expect(R: sample(P, 400): 1) = 2",
        "for all R: sample(P, 4000): 1 = 2",
    ] {
        is_not_shown(DRAWN, &drawn(), claim);
    }
}

#[test]
fn forged_samples() {
    let of = |change: &dyn Fn(&mut Json)| {
        let mut instance = drawn();
        change(&mut instance);
        said(&format!("{DRAWN}\nclaim  empirical(S)[x1] > empirical(S)[x1]"), "refuted", &instance, &json!([]))
    };
    assert_eq!(of(&|_| ()), Ok(()));
    let wrong = "instance: S: expected how often each of 3 points was drawn, 3 draws in all";
    for counts in [
        json!([["1"], ["0"], ["1"]]),
        json!([["4"], ["0"], ["-1"]]),
        json!([["3/2"], ["1/2"], ["1"]]),
        // The numerators are counts.
        json!([["2/3"], ["0"], ["1"]]),
        json!([["2"], ["1"]]),
        json!([["2"], ["0"], ["0"], ["1"]]),
        json!([["2", "0"], ["0", "0"], ["1", "0"]]),
        json!([[], [], []]),
        json!([["1000000000000000000000"], ["0"], ["1"]]),
    ] {
        assert_says(&of(&|d| d["S"] = counts.clone()).unwrap_err(), wrong);
    }
    // Counts that sum to another n, from the other side.
    assert_says(&of(&|d| d["n"] = json!("2")).unwrap_err(), "instance: S: expected how often");
    assert_says(&of(&|d| d["Q"] = json!([["1"], ["1"]])).unwrap_err(), "instance: Q: expected how often each of 2");
    assert_says(&of(&|d| d["S"] = json!("3")).unwrap_err(), "instance: S: the value has another form");
    assert_says(&of(&|d| d["S"] = json!(3)).unwrap_err(), "instance: S: the value has another form");
    // Nothing was drawn: another finding.
    let none = json!([["0"], ["0"], ["0"]]);
    let change = |d: &mut Json| {
        d["n"] = json!("0");
        d["S"] = none.clone();
    };
    assert_says(&of(&change).unwrap_err(), "finding: the file says refuted, but 6:8: `empirical(S)` is undefined");
    // A sample of more draws than are gone through, and of fewer than none.
    let long = "for    P: context, n: integer, S: sample(P, n)\nclaim  1 > 2";
    let instance = |n: &str| json!({ "P": context(&[&[1]]), "n": n, "S": [[n]] });
    assert_eq!(said(long, "refuted", &instance("4096"), &json!([])), Ok(()));
    assert_says(&said(long, "refuted", &instance("4097"), &json!([])).unwrap_err(), "instance: S: a sample has 0 to");
    assert_says(&said(long, "refuted", &instance("-1"), &json!([])).unwrap_err(), "instance: S: a sample has 0 to");
}

/// The published claim that an expectation of powers is the power of the expectation.
#[test]
fn a_probability_that_is_changed_is_seen() {
    let clauses = "for    P: context, F: matrix(X(P), 1), m in 1..2\nlet    k = F * transpose(F)";
    let instance = json!({ "P": context(&[&[1], &[2]]), "F": [["1"], ["-2"]], "m": "2" });
    let left = "expect(S: sample(P, m): (k * diagonal(empirical(S)))^2 * k)";
    // k^3 times E[v^2], v = 1, 5/2, 4 with 1/9, 4/9, 4/9
    facts(
        clauses,
        &instance,
        &json!([]),
        &[
            &format!("{left} != integral_operator(k)^2 * k"),
            &format!("{left} = 10 * k and integral_operator(k)^2 * k = 9 * k"),
        ],
    );
    let clauses = "for    P: context, F: matrix(X(P), 1), m in 1..2, c: rational\nlet    k = F * transpose(F)";
    let of = |c: &str| {
        let mut instance = instance.clone();
        instance["c"] = json!(c);
        let claim = format!("{clauses}\nclaim  {left} != c * k");
        said(&claim, "refuted", &instance, &json!([]))
    };
    assert_eq!(of("10"), Ok(()));
    assert_says(&of("9").unwrap_err(), "holds");
}

fn cube(joint: &Json, d: &str, amount: &str) -> Json {
    let names = |letter: &str, count: usize| (0..count).map(|i| format!("{letter}{i}")).collect::<Vec<_>>();
    let (n, m) = (joint.as_array().unwrap().len(), joint[0].as_array().unwrap().len());
    json!({ "D": d, "t": amount, "P": { "x": names("x", n), "a": names("a", m), "joint": joint } })
}

#[test]
fn contexts_of_corrupted_bits() {
    let of = |family: &str, instance: &Json| {
        let clauses = format!("for    D: integer, t: rational, P: {family}\nclaim  1 > 2");
        said(&clauses, "refuted", instance, &json!([]))
    };
    let masked = cube(&json!([["1/3", "0", "1/6"], ["0", "1/3", "1/6"]]), "1", "1/3");
    let flipped = cube(&json!([["5/12", "1/12"], ["1/12", "5/12"]]), "1", "1/3");
    assert_eq!(of("masked(D, t)", &masked), Ok(()));
    assert_eq!(of("flipped(D, t)", &flipped), Ok(()));
    let other = "instance: P: it is another context than that of its domain";
    assert_says(&of("flipped(D, t)", &masked).unwrap_err(), other);
    assert_says(&of("masked(D, t)", &flipped).unwrap_err(), other);
    let forged = [
        // A probability, the order of the views and of the points, a view without mass, D, alpha.
        cube(&json!([["1/3", "0", "1/6"], ["0", "1/4", "1/4"]]), "1", "1/3"),
        cube(&json!([["1/6", "0", "1/3"], ["1/6", "1/3", "0"]]), "1", "1/3"),
        cube(&json!([["0", "1/3", "1/6"], ["1/3", "0", "1/6"]]), "1", "1/3"),
        cube(&json!([["1/2", "0"], ["0", "1/2"]]), "1", "1/3"),
        cube(&json!([["1/3", "0", "1/6"], ["0", "1/3", "1/6"]]), "2", "1/3"),
        cube(&json!([["1/3", "0", "1/6"], ["0", "1/3", "1/6"]]), "-1", "1/3"),
        cube(&json!([["1/3", "0", "1/6"], ["0", "1/3", "1/6"]]), "1000000000000000000000000", "1/3"),
        cube(&json!([["1/3", "0", "1/6"], ["0", "1/3", "1/6"]]), "1", "2/3"),
        cube(&json!([["1/3", "0", "1/6"], ["0", "1/3", "1/6"]]), "1", "-1/3"),
        cube(&json!([["1/2"], ["1/2"]]), "1", "3/2"),
    ];
    for forged in forged {
        assert_says(&of("masked(D, t)", &forged).unwrap_err(), other);
    }
    let clauses = "for    D in 1..3, alpha: rational, b in 0..D
assume 0 <= alpha <= 1 and b <= alpha * D < b + 1
for    P: block_masked(D, b)";
    let claim = format!("{clauses}\nclaim  context_complexity(P) <= exp((1 - alpha) * D * ln(2))");
    let mut blocks = cube(&json!([["1/2", "0"], ["0", "1/2"]]), "1", "0");
    blocks.as_object_mut().unwrap().remove("t");
    (blocks["alpha"], blocks["b"]) = (json!("1/2"), json!("0"));
    assert_eq!(said(&claim, "refuted", &blocks, &json!([])), Ok(()));
    blocks["b"] = json!("1");
    assert_says(&said(&claim, "refuted", &blocks, &json!([])).unwrap_err(), other);
    // A domain without a value.
    let of = |amount: &str| {
        said("for    P: masked(1, 1/0)\nclaim  1 > 2", "refuted", &json!({ "P": masked["P"], "t": amount }), &json!([]))
    };
    assert_says(&of("0").unwrap_err(), "instance: ");
    let undefined = said("for    P: masked(1, 1/0)\nclaim  1 > 2", "refuted", &json!({ "P": masked["P"] }), &json!([]));
    assert_says(&undefined.unwrap_err(), "instance: P: its domain is undefined");
    let unknown =
        said("for    P: masked(1, sqrt(2) / 2)\nclaim  1 > 2", "refuted", &json!({ "P": masked["P"] }), &json!([]));
    assert_says(&unknown.unwrap_err(), "instance: P: its domain is not shown");
    // What is said of the table is about the table.
    let square = cube(
        &json!([
            ["1/8", "0", "1/8", "0"],
            ["1/8", "0", "0", "1/8"],
            ["0", "1/8", "1/8", "0"],
            ["0", "1/8", "0", "1/8"]
        ]),
        "2",
        "1",
    );
    let clauses = "for    D: integer, t: rational, P: block_masked(D, 1), S: sample(P, 2),
       x1 in X(P), x2 in X(P), x3 in X(P), x4 in X(P)";
    let mut with_sample = square.clone();
    with_sample["S"] = json!([["0"], ["1"], ["0"], ["1"]]);
    for (k, name) in ["x1", "x2", "x3", "x4"].into_iter().enumerate() {
        with_sample[name] = json!(k);
    }
    facts(
        clauses,
        &with_sample,
        &json!([]),
        &[
            "context_complexity(P) = 2 and N(P) = 4 and M(P) = 4",
            "characters(P)[x1, x1] = 1 and characters(P)[x2, x2] = -1 and characters(P)[x3, x2] = 1 and characters(P)[x4, x4] = 1 and characters(P)[x2, x4] = -1",
            "for all x in X(P), y in X(P): gram(characters(P), characters(P))[x, y] = inner(indicator(x), indicator(y)) * 4",
            "for all j in 1..4: integral_operator(kX(P)) * column(characters(P), j) = (2 - bits(j - 1)) / 2 * column(characters(P), j)",
            "prob(R: sample(P, 2): rank(draws(R)) = 1) = 1/4",
            "draws(S)[x2, 1] = 1 and draws(S)[x4, 2] = 1",
        ],
    );
}

/// A kernel of rank 2 on three points, a definite and an indefinite one.
const KERNELS: &str =
    "for    P: context, k: matrix(X(P), X(P)), f: function(P, X), h: function(P, X), B: rational, n in 0..3,
       S: sample(P, n), Phi: encoder(P, X, 1), None: encoder(P, X, 0)";

fn kernels() -> Json {
    json!({
        "P": context(&[&[3], &[2], &[1]]), "k": [["2", "1", "0"], ["1", "1", "1"], ["0", "1", "2"]],
        "f": [["3"], ["2"], ["1"]], "h": [["1"], ["0"], ["0"]], "B": "1", "n": "3", "S": [["2"], ["0"], ["1"]],
        "Phi": [["1"], ["2"], ["0"]], "None": [[], [], []],
    })
}

#[test]
fn norms_and_fits() {
    facts(
        KERNELS,
        &kernels(),
        &json!([]),
        &[
            // f = k (3/2, 0, 1/2): c^T f = 9/2 + 1/2
            "abs(kernel_norm(k, f)^2 - 5) < 1/10^60",
            "kernel_norm(diagonal(f), f)^2 > 6 - 1/10^60 and kernel_norm(diagonal(h), 2 * h) = 2",
            // ||f||^2 = 9/2 + 4/3 + 1/6 = 6
            "smoothness(k, f) = 6/5 and smoothness(k, h) = 0 and smoothness(diagonal(h), h) = 1/2",
            "smoothness(k, 3 * f) = 6/5 and kernel_norm(identity(2), column(identity(2), 1)) = 1",
            "eigenvalue_sum(integral_operator(k), 0) = 0 and eigenvalue_sum(integral_operator(k), 3) = 2/2 + 1/3 + 2/6",
            "eigenvalue_sum(integral_operator(k), 2) = 5/3 and eigenvalue_sum(integral_operator(k), 99) = 5/3",
            "eigenvalue_sum(0 * k, 1) = 0 and eigenvalue_sum(identity(2), 2) = 2",
            "eigenvalue_sum(integral_operator(-f * transpose(f)), 3) = -6",
            // Both drawn points: k_II = 2 I, and columns (2, 1, 0), (0, 1, 2)
            "kernel_pca(k, S, 2) = (2 + 1/3)/2 + (1/3 + 4/6)/2 and 0 <= kernel_pca(k, S, 1) <= 5/3 and kernel_pca(k, S, 0) = 0",
            // w: (2 * 3)/2 of Phi = 1, and 0: w = 3 does not fit into 1
            "fit_risk(Phi, S, f, 3) = 1/3 * 16 + 1/6 and fit_risk(Phi, S, f, 100) = fit_risk(Phi, S, f, 3)",
            "fit_risk(Phi, S, f, 0) = 6 and least_risk(Phi, f, 0) = 6 and fit_risk(0 * Phi, S, f, 1) = 6",
            "fit_risk(None, S, f, 1) = 6 and least_risk(None, f, 0) = 6",
            // w = (3/2 + 4/3) / (1/2 + 4/3) = 17/11
            "least_risk(Phi, f, 17/11) = 6 - (17/6)^2 / (11/6) and least_risk(Phi, f, sqrt(3)) = least_risk(Phi, f, 2)",
            "least_risk(beside(Phi, Phi), f, 2) = least_risk(Phi, f, 2)",
            // The least of two copies is half of each: 2 (17/22)^2 <= (11/10)^2
            "least_risk(beside(Phi, Phi), f, 11/10) = least_risk(Phi, f, 2)",
        ],
    );
    for term in [
        "kernel_norm(k, h) > 0",
        "kernel_norm(f * transpose(h), f) > 0",
        "kernel_norm(-k, f) > 0",
        "smoothness(k, 0 * f) = 0",
        "smoothness(-k, f) = 0",
        "smoothness(f * transpose(h), f) = 0",
        "eigenvalue_sum(integral_operator(k), -1) = 0",
        "eigenvalue_sum(k, 3) = 0",
        "kernel_pca(k, S, 3) = 0",
        "kernel_pca(k, S, -1) = 0",
        "kernel_pca(-k, S, 1) = 0",
        "kernel_pca(f * transpose(h), S, 1) = 0",
        "fit_risk(Phi, S, f, -1) = 0",
        "least_risk(Phi, f, -B) = 0",
    ] {
        is_undefined(KERNELS, &kernels(), term);
    }
    for claim in [
        "kernel_pca(k, S, 1) = 0",
        "kernel_pca(k, S, 1) > 3/2",
        "fit_risk(Phi, S, f, 2) = 0",
        "least_risk(Phi, f, 3/2) = 0",
        "least_risk(Phi, f, sqrt(2)^2 - 2) = 0",
        "eigenvalue_sum(integral_operator(k), 1) = 0",
        // Of rank 1 and not semidefinite: the trace is not the sum of the largest.
        "eigenvalue_sum(integral_operator(-f * transpose(f)), 1) = -6",
        "kernel_norm(sqrt(2) * k, f) = 0",
    ] {
        is_not_shown(KERNELS, &kernels(), claim);
    }
    // Nothing was drawn.
    let mut none = kernels();
    (none["n"], none["S"]) = (json!("0"), json!([["0"], ["0"], ["0"]]));
    for term in ["kernel_pca(k, S, 1) = 0", "kernel_pca(k, S, 0) = 0", "fit_risk(Phi, S, f, 1) = 6"] {
        is_undefined(KERNELS, &none, term);
    }
    facts(KERNELS, &none, &json!([]), &["least_risk(Phi, f, 0) = 6"]);
    // A kernel that is 0 at what was drawn has no positive eigenvalues there.
    let mut apart = kernels();
    apart["k"] = json!([["0", "0", "0"], ["0", "1", "0"], ["0", "0", "0"]]);
    facts(KERNELS, &apart, &json!([]), &["kernel_pca(k, S, 0) = 0"]);
    is_undefined(KERNELS, &apart, "kernel_pca(k, S, 1) = 0");
}

#[test]
fn what_would_take_too_long() {
    let wide = json!({ "P": context(&[&[1]]), "d": "20000", "Phi": [vec!["1"; 20_000]] });
    let clauses = "for    P: context, d: integer, Phi: encoder(P, X, d)";
    is_not_shown(clauses, &wide, "least_risk(Phi, p(P), 1) = 5");
    let long = json!({ "d": "1001", "w": vec![["1"]; 1001] });
    is_not_shown("for    d: integer, w: matrix(d, 1)", &long, "trace(diagonal(w)) = 5");
    let two = json!({ "P": context(&[&[1], &[1]]) });
    is_not_shown("for    P: context", &two, "expect(S: sample(P, 4096): 1) = 5");
    // Each sample alone would be shown.
    facts("for    P: context", &two, &json!([]), &["expect(S: sample(P, 400): 1) = 1"]);
    is_not_shown("for    P: context", &two, "expect(S: sample(P, 400), R: sample(P, 400): 1) = 5");
}

/// The eigenvalues of a sum are asked for, and those of a pencil that was shown are believed.
#[test]
fn sums_of_eigenvalues() {
    let clauses = "for    B: matrix(2, 2)";
    let instance = json!({ "B": [["2", "1"], ["1", "1"]] });
    let bound = |lower: &str, upper: &str| {
        json!({
            "index": 1, "lower": lower, "family": [["8", "5"]], "floor": "1", "lower_psd": [], "floor_psd": [],
            "upper": upper, "outside": [], "multiplier": "0", "upper_psd": [{ "weight": "1", "vector": ["1", "-1"] }],
        })
    };
    let witness = |lower: &str, upper: &str| {
        let mass = [["1", "0"], ["0", "1"]];
        json!([{ "of": "pencil", "form": instance["B"], "mass": mass, "bounds": [bound(lower, upper)] }])
    };
    // (3 + sqrt 5) / 2 = 2.618...
    let shown = witness("5/2", "3");
    facts(clauses, &instance, &shown, &["5/2 <= eigenvalue_sum(B, 1) <= 3", "eigenvalue_sum(B, 2) = 3"]);
    let refused = said("for    B: matrix(2, 2)\nclaim  eigenvalue_sum(B, 1) > 27/10", "refuted", &instance, &shown);
    assert_says(&refused.unwrap_err(), "not shown");
    let other = said("for    B: matrix(2, 2)\nclaim  eigenvalue_sum(2 * B, 1) > 7", "refuted", &instance, &shown);
    assert_says(&other.unwrap_err(), "not shown: 5:8: `eigenvalue_sum(2 * B, 1)`: no witness");
}
