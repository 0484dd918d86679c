//! Objectives: their values beside the same written out, their best values and encoders on tables whose singular
//! functions are known by hand. The witnesses are those that the evaluator makes.

use super::formulas::{context, facts};
use contexture::certificate::{Certificate, Witness};
use contexture::check::check;
use contexture::evaluate::{Instance, Outcome, certify};
use contexture::exact::rational::{Rational, fraction, ratio};
use contexture::statement::read;
use contexture::statement::tree::Statement;
use serde_json::{Value as Json, json};

/// A statement that is false on the instance where the fact is true, and what shows it.
fn certified(clauses: &str, instance: &Json, fact: &str) -> (Statement, Certificate) {
    let text = format!("statement mine\nsource own\n\n{clauses}\nclaim  not ({fact})\n");
    let statement = read(&text).unwrap_or_else(|found| panic!("{fact}: {found:?}"));
    let values = Instance::from_json(&statement, instance).unwrap_or_else(|e| panic!("{fact}: {e:?}"));
    let certificate = certify(&statement, &values, &Outcome::Violated).unwrap_or_else(|e| panic!("{fact}: {e}"));
    (statement, certificate)
}

/// Without one of its witnesses, or without one bound of an eigenvalue.
fn with_less(certificate: &Certificate) -> Vec<Certificate> {
    let mut all = Vec::new();
    for (k, witness) in certificate.witnesses.iter().enumerate() {
        let mut fewer = certificate.clone();
        fewer.witnesses.remove(k);
        all.push(fewer);
        let Witness::Pencil(pencil) = witness else { continue };
        for j in 0..pencil.bounds.len() {
            let (mut fewer, mut pencil) = (certificate.clone(), pencil.clone());
            pencil.bounds.remove(j);
            fewer.witnesses[k] = Witness::Pencil(pencil);
            all.push(fewer);
        }
    }
    all
}

/// Facts for which witnesses are needed; with fewer of them there is less to see, and never the contrary.
#[track_caller]
fn shown(clauses: &str, instance: &Json, facts: &[&str]) {
    for fact in facts {
        let (statement, certificate) = certified(clauses, instance, fact);
        assert!(check(&statement, &certificate).is_ok(), "{fact}: {:?}", check(&statement, &certificate));
        for fewer in with_less(&certificate) {
            if let Err(rejection) = check(&statement, &fewer) {
                assert_eq!(rejection.step(), "not shown", "{fact}: {rejection}\n{}", fewer.to_json());
            }
        }
    }
}

/// Orthonormal functions of mean zero for `p = (1/6, 1/3, 1/2)`.
const F: [i64; 3] = [1, 1, -1];
const G: [i64; 3] = [2, -1, 0];
/// The same for `q = (1/5, 4/5)`, times two.
const H: [i64; 2] = [4, -1];

fn names(letter: &str, size: usize) -> Vec<String> {
    (0..size).map(|i| format!("{letter}{i}")).collect()
}

/// `P(x,a) = p(x) q(a) (1 + r(x,a))`.
fn joint(p: &[Rational], q: &[Rational], r: impl Fn(usize, usize) -> Rational) -> Json {
    let one = ratio(1, 1);
    let cell = |x: usize, a: usize| fraction(&(&p[x] * &q[a] * (&one + r(x, a))));
    let rows: Vec<Vec<String>> = (0..p.len()).map(|x| (0..q.len()).map(|a| cell(x, a)).collect()).collect();
    json!({ "x": names("x", p.len()), "a": names("a", q.len()), "joint": rows })
}

fn p() -> Vec<Rational> {
    [(1, 6), (1, 3), (1, 2)].map(|(n, d)| ratio(n, d)).into()
}

/// A symmetric table with `T f = alpha f` and `T g = beta g`.
fn graph(alpha: Rational, beta: Rational) -> Json {
    let product = |v: [i64; 3], x: usize, y: usize| ratio(v[x] * v[y], 1);
    joint(&p(), &p(), |x, y| &alpha * product(F, x, y) + &beta * product(G, x, y))
}

/// Three points against two, with `T h = f / 4`.
fn wide() -> Json {
    let q = [ratio(1, 5), ratio(4, 5)];
    joint(&p(), &q, |x, a| ratio(F[x] * H[a], 8))
}

const GRAPH: &str = "for    P: graph";
const CONTEXT: &str = "for    P: context";
const NAMES: &str =
    ", f: function(P, X), g: function(P, X), r: function(P, A), z: function(P, A), k: matrix(X(P), X(P)), b: matrix(1, 1), c: matrix(2, 1),
       e: matrix(3, 1), t: matrix(2, 1)
let    h = one_X(P)
let    i = one_A(P)
let    fg = beside(f, g)
let    rz = beside(r, z)";

/// `k = 3 f f^T - 2 g g^T + 1 f^T + f 1^T + 5`, of which 3 and -2 are left on functions of mean zero.
fn kernel() -> Json {
    let cell = |x: usize, y: usize| 3 * F[x] * F[y] - 2 * G[x] * G[y] + F[x] + F[y] + 5;
    json!((0..3).map(|x| (0..3).map(|y| cell(x, y).to_string()).collect::<Vec<_>>()).collect::<Vec<_>>())
}

fn column(values: &[&str]) -> Json {
    json!(values.iter().map(|v| [v]).collect::<Vec<_>>())
}

/// `s_1^2 = alpha^2` and `s_2^2 = beta^2`, with `mu = nu = f, g`.
fn square(alpha: Rational, beta: Rational) -> Json {
    let (f, g) = (column(&["1", "1", "-1"]), column(&["2", "-1", "0"]));
    json!({ "P": graph(alpha, beta), "f": f, "g": g, "r": f, "z": g, "k": kernel(),
        "b": [["2"]], "c": column(&["3", "2"]), "e": column(&["3", "2", "1"]), "t": column(&["2", "3"]) })
}

/// `s_1 = 1/4` and `s_2 = 0`, with `mu = f, g` and `nu_1 = r`.
fn oblong() -> Json {
    let (f, g) = (column(&["1", "1", "-1"]), column(&["2", "-1", "0"]));
    json!({ "P": wide(), "f": f, "g": g, "r": column(&["2", "-1/2"]), "z": column(&["1", "0"]), "k": kernel(),
        "b": [["2"]], "c": column(&["3", "2"]), "e": column(&["3", "2", "1"]), "t": column(&["2", "3"]) })
}

#[test]
fn values_of_objectives_written_out() {
    let clauses = "for    P: context, f: function(P, X), h: function(P, X), Phi: encoder(P, X, 2), Psi: encoder(P, A, 2), k: matrix(X(P), X(P)),
       v: matrix(A(P), 2), c: matrix(2, 1)
let    small = 1/10^60
let    J = transpose(joint(P)) * T(P)
let    G = Psi * transpose(Psi)
let    H = Phi * transpose(Psi)
let    C = covariance(Psi)
let    B = covariance(T(P) * Psi)
let    D = centred(Phi)
let    E = centred(Psi)
let    Tv = T(P) * v";
    let of = |counts: &[&[u64]], psi: Json, v: Json| {
        json!({
            "P": context(counts), "f": [["1"], ["-2"], ["3"]], "h": [["1/2"], ["5"], ["-1"]],
            "Phi": [["1", "0"], ["2", "1"], ["0", "1"]], "Psi": psi, "v": v, "c": [["5"], ["-1"]],
            "k": [["1", "2", "-1"], ["2", "0", "3"], ["-1", "3", "5"]],
        })
    };
    let written = [
        "supervised(P, v, h) = trace(gram(v, v)) - sum(j in 1..2: inner(h, column(Tv, j))^2) / inner(h, h)",
        "supervised(P, v, Phi) = trace(gram(v, v)) - trace(gram(Tv, Phi) * inverse(gram(Phi, Phi)) * gram(Phi, Tv))",
        "supervised(P, v, beside(Phi, 2 * Phi)) = supervised(P, v, Phi) and supervised(P, v, 0 * f) = trace(gram(v, v))",
        "supervised_biased(P, v, h) = trace(covariance(v)) - sum(j in 1..2: inner(centred(h), column(Tv, j))^2) / inner(centred(h), centred(h))",
        "supervised_biased(P, v, one_X(P)) = trace(covariance(v)) and supervised_biased(P, v, beside(f, h)) < supervised_biased(P, v, h)",
        "supervised_biased(P, v, Phi) = trace(covariance(v)) - trace(gram(Tv, D) * inverse(gram(D, D)) * gram(D, Tv))",
        "noncontrastive(P, Psi) = sum(x in A(P), y in A(P), j in 1..2: J[x, y] * (Psi[x, j] - Psi[y, j])^2)",
        "spectral_contrastive(P, Psi) = sum(x in A(P), y in A(P): q(P)[x] * q(P)[y] * G[x, y]^2 - 2 * J[x, y] * G[x, y])",
        "svme(P, Phi, Psi) = sum(x in X(P), y in A(P), j in 1..2: joint(P)[x, y] * (Phi[x, j] - Psi[y, j])^2)",
        "two_sided(P, Phi, Psi) = sum(x in X(P), y in A(P), j in 1..2: joint(P)[x, y] * (D[x, j] - E[y, j])^2)",
        "low_rank(P, Phi, Psi) = sum(x in X(P), y in A(P): p(P)[x] * q(P)[y] * H[x, y]^2 - 2 * joint(P)[x, y] * H[x, y])",
        "kise(k, Phi) = trace(gram(D, D)) - sum(x in X(P), y in X(P), j in 1..2: p(P)[x] * p(P)[y] * k[x, y] * D[x, j] * D[y, j])",
        "not defined(kise(T(P) * T_star(P), Phi)) and kise(kX(P), Phi) = trace(covariance(Phi)) - trace(expected_covariance(P, Phi))",
        "nested(P, c, Phi) = 5 * explained(P, column(Phi, 1)) - explained(P, column(Phi, 2)) and not defined(graph_loss(P, Phi))",
        "barlow_twins(P, Psi, 2/7) = sum(j in 1..2: (1 - B[j, j] / C[j, j])^2) + 4/7 * B[1, 2]^2 / (C[1, 1] * C[2, 2])",
        "barlow_twins(P, beside(Psi, Psi), 2/7) > barlow_twins(P, Psi, 2/7) and not defined(barlow_twins(P, beside(Psi, one_A(P)), 1))",
        "abs(vicreg(P, Psi, 3, 5, 7, 1/9) - 3 * noncontrastive(P, Psi) - 5 * sum(j in 1..2: max(0, 1 - sqrt(C[j, j] + 1/9))) - 14 * C[1, 2]^2) < small",
        "abs(vicreg(P, beside(Psi, column(Psi, 1)), 0, 0, 3, 0) - 4 * (2 * C[1, 2]^2 + C[1, 1]^2)) < small",
        "sqrt(C[1, 1] + 1/9) < 1 and vicreg(P, column(Psi, 1), 0, 1, 1, 1/9) > 0 and vicreg(P, 9 * Psi, 0, 1, 0, 0) = 0",
        "not defined(vicreg(P, Psi, 1, 1, 1, -4)) and not defined(vicreg(P, beside(Psi, one_A(P)), 1, 1, 1, -1/100))",
        "abs(info_nce(P, Psi, 2/3) - sum(x in A(P): q(P)[x] * ln(sum(y in A(P): q(P)[y] * exp(G[x, y] * 3/2)))) + sum(x in A(P), y in A(P): J[x, y] * G[x, y] * 3/2)) < small",
        "abs(nt_xent(P, Psi, 2/3) - sum(x in A(P): q(P)[x] * ln(sum(y in A(P): q(P)[y] * exp(3/2 * G[x, y] / sqrt(G[x, x] * G[y, y]))))) + sum(x in A(P), y in A(P): 3/2 * J[x, y] * G[x, y] / sqrt(G[x, x] * G[y, y]))) < small",
        "not defined(info_nce(P, Psi, 0)) and not defined(nt_xent(P, Psi, -1)) and not defined(nt_xent(P, centred(0 * Psi), 1))",
        "abs(mutual_information(P) - sum(x in X(P), y in A(P) where joint(P)[x, y] > 0: joint(P)[x, y] * ln(joint(P)[x, y] / (p(P)[x] * q(P)[y])))) < small",
    ];
    let (wide, square): ([&[u64]; 3], [&[u64]; 3]) =
        ([&[2, 1], &[0, 3], &[1, 3]], [&[2, 1, 0], &[0, 3, 1], &[1, 0, 3]]);
    let two = of(&wide, json!([["3/2", "1"], ["1/3", "-2"]]), json!([["2", "1"], ["-1", "3"]]));
    let three = of(
        &square,
        json!([["1/2", "1"], ["1/3", "-2"], ["-1/4", "1/2"]]),
        json!([["2", "1"], ["-1", "3"], ["1/2", "1/3"]]),
    );
    facts(clauses, &two, &json!([]), &written);
    facts(clauses, &three, &json!([]), &written);
}

#[test]
fn best_values_by_hand() {
    let (graph, context) = (format!("{GRAPH}{NAMES}"), format!("{CONTEXT}{NAMES}"));
    let own = square(ratio(1, 2), ratio(1, 4));
    shown(
        &graph,
        &own,
        &[
            "minimum(noncontrastive, P, 0) = 0 and minimum(noncontrastive, P, 1) = 3/2 and minimum(noncontrastive, P, 2) = 27/8",
            "minimum(svme, P, 0) = 0 and minimum(svme, P, 1) = 3/4 and minimum(svme, P, 2) = 27/16",
            "minimum(graph_loss, P, 0) = 0 and minimum(graph_loss, P, 1) = 1/2 and minimum(graph_loss, P, 2) = 5/4",
            "minimum(contrastive, P, 0) = 0 and minimum(contrastive, P, 1) = -1/32 and minimum(contrastive, P, 2) = -17/512",
            "minimum(contrastive, P, 7) = -17/512 and minimum(contrastive, P, 10^30) = -17/512",
            "minimum(spectral_contrastive, P, 1) = -1 and minimum(spectral_contrastive, P, 2) = -17/16",
            "minimum(spectral_contrastive, P, 3) = -273/256 and minimum(spectral_contrastive, P, 9) = -273/256",
            "minimum(low_rank, P, 0) = 0 and minimum(low_rank, P, 1) = -1 and minimum(low_rank, P, 2) = -5/4",
            "minimum(low_rank, P, 3) = -21/16 and minimum(low_rank, P, 4) = -21/16",
            "minimum(two_sided, P, 0) = 0 and minimum(two_sided, P, 1) = 1 and minimum(two_sided, P, 2) = 5/2",
            "maximum(nested, P, c) = 7/8 and maximum(nested, P, b) = 1/2 and maximum(nested, P, 2 * c) = 7/4",
            "minimum(kise, k, 0) = 0 and minimum(kise, k, 1) = -2 and minimum(kise, k, 2) = 1 and minimum(kise, kX(P), 1) = 3/4",
            // T v = (f, 2 + g/4): 1, and 4 + 1/16 or, without the mean, 1/16.
            "minimum(supervised, P, beside(2 * r, 2 * i + z), 0) = 9 and minimum(supervised, P, beside(2 * r, 2 * i + z), 1) = 9 - 65/16",
            "minimum(supervised, P, beside(2 * r, 2 * i + z), 2) = 9 - 81/16 and minimum(supervised, P, beside(2 * r, 2 * i + z), 8) = 9 - 81/16",
            "minimum(supervised_biased, P, beside(2 * r, 2 * i + z), 0) = 5 and minimum(supervised_biased, P, beside(2 * r, 2 * i + z), 1) = 4",
            "minimum(supervised_biased, P, beside(2 * r, 2 * i + z), 2) = 5 - 17/16 and minimum(supervised_biased, P, r, 3) = 3/4",
            "eigenvalue(T(P), 1) = 1 and eigenvalue(T(P), 2) = 1/2 and eigenvalue(T(P), 3) = 1/4",
            "eigenvalue(integral_operator(k - transpose(k)), 1) = 0 and eigenvalue(c * transpose(c), 1) = 13 and eigenvalue(c * transpose(c), 2) = 0",
            "generalised_eigenvalue(gram(fg, T(P) * fg), 2 * gram(fg, fg), 1) = 1/4 and generalised_eigenvalue(gram(fg, T(P) * fg), 2 * gram(fg, fg), 2) = 1/8",
        ],
    );
    facts(
        &graph,
        &own,
        &json!([]),
        &[
            "not defined(minimum(noncontrastive, P, 3)) and not defined(minimum(noncontrastive, P, -1))",
            "not defined(minimum(svme, P, 3)) and not defined(minimum(svme, P, -1)) and not defined(minimum(graph_loss, P, 3))",
            "not defined(minimum(two_sided, P, 3)) and not defined(minimum(two_sided, P, -1)) and not defined(minimum(kise, k, 3))",
            "not defined(minimum(contrastive, P, -1)) and not defined(minimum(low_rank, P, -1)) and not defined(minimum(kise, k, -1))",
            "not defined(minimum(spectral_contrastive, P, -1)) and not defined(minimum(supervised, P, rz, -1))",
            "not defined(maximum(nested, P, e)) and not defined(maximum(nested, P, -c)) and not defined(maximum(nested, P, 0 * b))",
            "not defined(maximum(nested, P, t)) and not defined(maximum(nested, P, c + t)) and not defined(minimum(kise, T(P), 1))",
            "not defined(eigenvalue(T(P), 0)) and not defined(eigenvalue(T(P), 4)) and not defined(eigenvalue(T(P), -1)) and not defined(eigenvalue(k, 1))",
            "not defined(generalised_eigenvalue(c * transpose(t), identity(2), 1)) and not defined(generalised_eigenvalue(identity(2), identity(2) + c * transpose(t) / 9, 1))",
            "not defined(generalised_eigenvalue(identity(2), c * transpose(c), 1)) and not defined(generalised_eigenvalue(identity(2), -identity(2), 1))",
        ],
    );
    let oblong = oblong();
    shown(
        &context,
        &oblong,
        &[
            "minimum(noncontrastive, P, 1) = 15/8 and minimum(svme, P, 1) = 15/16 and minimum(svme, P, 2) = 31/16",
            "minimum(contrastive, P, 1) = -1/512 and minimum(contrastive, P, 2) = -1/512 and minimum(spectral_contrastive, P, 3) = -257/256",
            "minimum(low_rank, P, 2) = -17/16 and minimum(low_rank, P, 3) = -17/16 and minimum(two_sided, P, 1) = 3/2",
            "minimum(two_sided, transposed(P), 1) = 3/2 and minimum(svme, transposed(P), 1) = 15/16 and maximum(nested, P, c) = 3/16",
            "minimum(supervised, P, 3 * r, 1) = 9 - 9/16 and minimum(supervised, P, i, 1) = 0 and minimum(supervised_biased, P, i, 1) = 0",
            "eigenvalue(T(P) * T_star(P), 2) = 1/16 and eigenvalue(T_star(P) * T(P), 2) = 1/16 and eigenvalue(T(P) * T_star(P), 3) = 0",
        ],
    );
    facts(
        &context,
        &oblong,
        &json!([]),
        &[
            "not defined(minimum(two_sided, P, 2)) and not defined(minimum(two_sided, transposed(P), 2)) and not defined(minimum(noncontrastive, P, 2))",
            "not defined(minimum(svme, transposed(P), 2)) and not defined(maximum(nested, transposed(P), c)) and not defined(minimum(svme, P, 3))",
        ],
    );
}

#[test]
fn best_encoders_by_hand() {
    let (graph, context) = (format!("{GRAPH}{NAMES}"), format!("{CONTEXT}{NAMES}"));
    let own = square(ratio(1, 2), ratio(1, 4));
    shown(
        &graph,
        &own,
        &[
            "minimises(noncontrastive, P, r) and minimises(noncontrastive, P, 2 * i - r) and minimises(noncontrastive, P, rz)",
            "not minimises(noncontrastive, P, z) and not minimises(noncontrastive, P, 2 * r) and not minimises(noncontrastive, P, beside(r, r))",
            "not minimises(noncontrastive, P, (3 * r + 4 * z) / 5) and not minimises(noncontrastive, P, i)",
            "minimises(svme, P, f, r / 2) and minimises(svme, P, h - f, i - r / 2) and not minimises(svme, P, f, r) and not minimises(svme, P, 2 * f, r)",
            "not minimises(svme, P, g, z / 4) and minimises(svme, P, fg, beside(r / 2, z / 4)) and not minimises(svme, P, f, z)",
            "minimises(graph_loss, P, f) and minimises(graph_loss, P, h + f) and not minimises(graph_loss, P, g) and not minimises(graph_loss, P, 2 * f)",
            "minimises(graph_loss, P, fg) and not minimises(graph_loss, P, beside(f, f))",
            "minimises(kise, k, f) and minimises(kise, k, f - h) and not minimises(kise, k, g) and not minimises(kise, k, 2 * f)",
            "minimises(kise, k, fg) and not minimises(kise, kX(P), g) and minimises(kise, kX(P), f) and minimises(kise, -k, g)",
            "maximises(explained, P, f) and maximises(explained, P, -fg) and not maximises(explained, P, g) and not maximises(explained, P, 2 * f)",
            "not maximises(explained, P, (3 * f + 4 * h) / 5) and not maximises(explained, P, h) and not maximises(explained, P, f + h)",
            "maximises(nested, P, c, fg) and maximises(nested, P, c, -fg) and not maximises(nested, P, c, beside(g, f)) and maximises(nested, P, b, f)",
            "not maximises(nested, P, c, beside((3 * f + 4 * g) / 5, (4 * f - 3 * g) / 5)) and not maximises(nested, P, b, g)",
            // Of a value that is the greatest, and not orthonormal or of another mean.
            "not maximises(nested, P, b, 2 * g) and not maximises(nested, P, b, (2 * f + h + 2 * g) / 3)",
            "not minimises(two_sided, P, g, 2 * z) and not minimises(two_sided, P, 2 * g, z) and not minimises(two_sided, P, 2 * f, r / 2)",
            // <psi, psi> = s_i^2.
            "minimises(contrastive, P, r / 2) and minimises(contrastive, P, i + r / 2) and not minimises(contrastive, P, r) and not minimises(contrastive, P, z / 4)",
            "minimises(contrastive, P, beside(r / 2, z / 4)) and not minimises(contrastive, P, beside(r / 2, 0 * z)) and not minimises(contrastive, P, r / 4)",
            "minimises(contrastive, P, beside(beside(0 * r, z / 4), r / 2)) and not minimises(contrastive, P, 0 * r) and not minimises(contrastive, P, r / 2 + z / 4)",
            "minimises(spectral_contrastive, P, i) and minimises(spectral_contrastive, P, beside(i, r / 2)) and not minimises(spectral_contrastive, P, r / 2)",
            "not minimises(spectral_contrastive, P, beside(i, z / 4)) and not minimises(spectral_contrastive, P, 2 * i) and not minimises(spectral_contrastive, P, i + r / 2)",
            "minimises(spectral_contrastive, P, beside(beside(i, r / 2), beside(z / 4, 0 * z))) and not minimises(spectral_contrastive, P, beside(i, 0 * i))",
            "minimises(low_rank, P, h, i) and minimises(low_rank, P, 2 * h, i / 2) and not minimises(low_rank, P, h, 2 * i) and not minimises(low_rank, P, f, r / 2)",
            "minimises(low_rank, P, beside(h, f), beside(i, r / 2)) and not minimises(low_rank, P, beside(h, g), beside(i, z / 4)) and not minimises(low_rank, P, h, i + r)",
            "minimises(low_rank, P, beside(beside(h, f), beside(g, g)), beside(beside(i, r / 2), beside(z / 8, z / 8))) and not minimises(low_rank, P, h + f, i)",
            "minimises(two_sided, P, f, r) and not minimises(two_sided, P, f, -r) and not minimises(two_sided, P, g, z) and minimises(two_sided, P, h + f, 2 * i + r)",
            "minimises(two_sided, P, fg, rz) and not minimises(two_sided, P, fg, beside(z, r)) and not minimises(two_sided, P, 2 * f, r) and not minimises(two_sided, P, f, 2 * r)",
            "not minimises(two_sided, P, fg, beside(r, -z)) and minimises(two_sided, P, beside(3 * f + 4 * g, 4 * f - 3 * g) / 5, beside(3 * r + 4 * z, 4 * r - 3 * z) / 5)",
            // T v = (f, 2 + g / 4).
            "minimises(supervised, P, beside(2 * r, 2 * i + z), 8 * h + g) and not minimises(supervised, P, beside(2 * r, 2 * i + z), f)",
            "minimises(supervised_biased, P, beside(2 * r, 2 * i + z), f) and not minimises(supervised_biased, P, beside(2 * r, 2 * i + z), 8 * h + g)",
            "minimises(supervised_biased, P, beside(2 * r, 2 * i + z), h - 3 * f) and not minimises(supervised_biased, P, beside(2 * r, 2 * i + z), h)",
            "minimises(supervised, P, beside(2 * r, 2 * i + z), beside(f, 8 * h + g)) and not minimises(supervised, P, beside(2 * r, 2 * i + z), beside(f, h))",
            // One label sees one dimension: more features do no harm, fewer do.
            "minimises(supervised, P, r, beside(f, f)) and minimises(supervised, P, r, beside(f, 0 * g)) and not minimises(supervised, P, r, 0 * f)",
            "minimises(supervised, P, 0 * r, g) and minimises(supervised, P, 0 * r, 0 * g) and minimises(supervised, P, rz, beside(fg, h)) and not minimises(supervised, P, rz, beside(f, f))",
            "minimises(supervised, P, r, fg) and not minimises(supervised, P, rz, beside(f, h)) and minimises(supervised, P, rz, beside(f + g, f - g))",
            "extracts(T(P), h) and extracts(T(P), beside(f, h)) and not extracts(T(P), f) and not extracts(T(P), beside(f, g)) and extracts(T(P), beside(fg, h))",
            "not extracts(T(P), beside(h, h)) and not extracts(T(P), beside(beside(fg, h), h)) and not extracts(T(P), h + f) and extracts(integral_operator(k - k), f)",
            "learns(P, f) and not learns(P, g) and learns(P, fg)",
        ],
    );
    facts(
        &graph,
        &own,
        &json!([]),
        &[
            "not defined(maximises(nested, P, -c, fg)) and not defined(maximises(nested, P, 0 * c, fg)) and not defined(minimises(kise, T(P), f))",
            // Of a kernel that is one-sided: a function and its image, a function and what it is the image of.
            "not minimises(low_rank, P, T(P) * (3 * r + 4 * z), (3 * r + 4 * z) / 25) and not minimises(low_rank, P, (3 * f + 4 * g) / 25, T_star(P) * (3 * f + 4 * g))",
            "not defined(extracts(k, f)) and graph_loss(P, f) = 1/2 and graph_loss(P, 3 * fg + beside(h, h)) = 9 * 5/4",
        ],
    );
    // A tie: any rotation will do; of signed eigenvalues only those of a graph differ.
    shown(
        &graph,
        &square(ratio(1, 4), ratio(-1, 4)),
        &[
            "minimises(noncontrastive, P, r) and minimises(noncontrastive, P, z) and minimises(noncontrastive, P, (3 * r + 4 * z) / 5)",
            "minimises(graph_loss, P, f) and not minimises(graph_loss, P, g) and not minimises(graph_loss, P, (3 * f + 4 * g) / 5)",
            "minimises(two_sided, P, g, -z) and not minimises(two_sided, P, g, z) and minimises(two_sided, P, f, r) and not minimises(two_sided, P, (3 * f + 4 * g) / 5, (3 * r + 4 * z) / 5)",
            "minimum(graph_loss, P, 2) = 2 and minimum(graph_loss, P, 1) = 3/4 and eigenvalue(T(P), 3) = -1/4 and not psd(joint(P))",
            "maximises(nested, P, c, beside((3 * f + 4 * g) / 5, (4 * f - 3 * g) / 5)) and minimises(kise, kX(P), (3 * f + 4 * g) / 5)",
            "extracts(T(P), beside(h, f)) and not extracts(T(P), beside(h, g)) and learns(P, (3 * f + 4 * g) / 5)",
        ],
    );
    shown(
        &context,
        &oblong(),
        &[
            "minimises(noncontrastive, P, r) and minimises(svme, P, f, r / 4) and minimises(svme, P, fg, beside(r / 4, 0 * r)) and not minimises(svme, P, g, 0 * r)",
            "minimises(contrastive, P, r / 4) and minimises(contrastive, P, beside(r / 4, 0 * r)) and not minimises(contrastive, P, r) and not minimises(contrastive, P, 0 * r)",
            "minimises(spectral_contrastive, P, beside(i, r / 4)) and minimises(spectral_contrastive, P, beside(beside(i, 0 * i), r / 4)) and not minimises(spectral_contrastive, P, r / 4)",
            "minimises(low_rank, P, beside(h, f), beside(i, r / 4)) and minimises(low_rank, transposed(P), beside(i, r), beside(h, f / 4))",
            "minimises(two_sided, P, f, r) and not minimises(two_sided, P, g, r) and not minimises(two_sided, P, f, -r) and maximises(explained, P, f)",
            "maximises(nested, P, c, fg) and not maximises(nested, P, c, beside(g, f)) and minimises(supervised, P, r, f) and minimises(supervised, P, 0 * r + i, h)",
            "minimises(supervised_biased, P, z, f) and not minimises(supervised_biased, P, z, g) and minimises(supervised_biased, P, i, g)",
            // P / sqrt(q) sees f and constants only.
            "minimises(balanced, P, f) and minimises(balanced, P, h - 2 * f) and not minimises(balanced, P, g) and not minimises(balanced, P, h) and minimises(balanced, P, fg)",
            "not minimises(balanced, P, f + g) and not minimises(balanced, P, beside(g, h)) and minimises(balanced, P, beside(f, h))",
        ],
    );
}

/// Eigenvalues that are irrational are known by their sums, and by what is beside them.
#[test]
fn irrational_eigenvalues() {
    shown(
        "for    P: graph\nlet    K = T(P) * T_star(P)",
        &json!({ "P": context(&[&[5, 1, 0], &[1, 4, 1], &[0, 1, 3]]) }),
        &[
            "abs(minimum(svme, P, 2) - 3 + trace(K)) < 1/1000 and abs(minimum(noncontrastive, P, 2) - 6 + 2 * trace(K)) < 1/1000",
            "abs(minimum(contrastive, P, 2) + (trace(K * K) - 1) / 2) < 1/1000 and abs(minimum(low_rank, P, 3) + trace(K)) < 1/1000",
            "abs(minimum(two_sided, P, 2) - 6 + 2 * trace(T(P))) < 1/1000 and abs(minimum(graph_loss, P, 2) - 3 + trace(T(P))) < 1/1000",
            "abs(minimum(spectral_contrastive, P, 3) + trace(K * K)) < 1/1000 and minimum(svme, P, 1) < minimum(svme, P, 2) / 2",
            "abs(eigenvalue(K, 2) + eigenvalue(K, 3) + 1 - trace(K)) < 1/1000 and eigenvalue(K, 2) > eigenvalue(K, 3)",
        ],
    );
    let block =
        |last: &str| json!([["2", "1", "0", "0"], ["1", "1", "0", "0"], ["0", "0", last, "0"], ["0", "0", "0", "1/4"]]);
    let pick = |j: usize| json!((0..4).map(|i| [u8::from(i == j).to_string()]).collect::<Vec<_>>());
    shown(
        "for    P: context, K: matrix(X(P), X(P)), L: matrix(X(P), X(P)), a: function(P, X), b: function(P, X), c: function(P, X), d: function(P, X)",
        // The block has the eigenvalues 2.61 and 0.38.
        &json!({ "P": context(&[&[1], &[1], &[1], &[1]]), "K": block("1/3"), "L": block("1/2"),
            "a": pick(0), "b": pick(1), "c": pick(2), "d": pick(3) }),
        &[
            "extracts(K, beside(a, b)) and not extracts(L, beside(a, b)) and not extracts(K, beside(a, c)) and not extracts(K, c)",
            "not extracts(L, beside(c, d)) and not extracts(K, beside(c, d)) and extracts(L, beside(beside(a, b), c)) and not extracts(L, beside(beside(a, b), d))",
            "extracts(K, beside(beside(a + b, a - b), c)) and extracts(K, beside(beside(a, b), beside(c, d))) and not extracts(K, a)",
        ],
    );
}
