//! Objectives: whatever a certificate shows of them is what the evaluator says, which shares nothing with the checker.

use contexture::certificate::Finding;
use contexture::evaluate::{Evaluation, Instance, NoValue, Outcome, Value, certify, outcome};
use contexture::exact::rational::{Rational, fraction, integer, ratio};
use contexture::statement::read;
use contexture::statement::tree::{Kind, Statement};
use serde_json::{Value as Json, json};

/// Numbers that look arbitrary, the same in every run.
struct Draw(u64);

impl Draw {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }

    fn between(&mut self, least: i64, most: i64) -> Rational {
        integer(least + self.below((most - least + 1) as u64) as i64)
    }

    fn table(&mut self, rows: usize, columns: usize) -> Vec<Vec<Rational>> {
        (0..rows).map(|_| (0..columns).map(|_| self.between(-1, 2)).collect()).collect()
    }

    fn symmetric(&mut self, n: usize) -> Vec<Vec<Rational>> {
        let half = self.table(n, n);
        (0..n).map(|i| (0..n).map(|j| half[i.max(j)][i.min(j)].clone()).collect()).collect()
    }
}

/// A joint table of counts, with encoders that are worth trying on it.
struct Case {
    counts: Vec<Vec<u64>>,
    /// Of convolution with these on the group of four elements of order two: its characters are eigenfunctions.
    steps: Option<[u64; 4]>,
}

impl Case {
    fn all() -> Vec<Case> {
        let convolution = |steps: [u64; 4]| Case {
            counts: (0..4).map(|x: usize| (0..4).map(|a: usize| steps[x ^ a]).collect()).collect(),
            steps: Some(steps),
        };
        let table = |rows: &[&[u64]]| Case { counts: rows.iter().map(|row| row.to_vec()).collect(), steps: None };
        vec![
            convolution([4, 2, 1, 1]),
            convolution([2, 1, 1, 1]),
            convolution([1, 1, 0, 0]),
            convolution([0, 3, 2, 1]),
            table(&[&[5, 1, 0], &[1, 4, 1], &[0, 1, 3]]),
            table(&[&[0, 0, 1], &[0, 1, 0], &[1, 0, 1]]),
            table(&[&[1, 2, 1, 4], &[3, 2, 1, 2]]),
            table(&[&[1, 1], &[2, 2], &[1, 3]]),
            table(&[&[1], &[2]]),
            table(&[&[1]]),
        ]
    }

    fn total(&self) -> u64 {
        self.counts.iter().flatten().sum()
    }

    fn n(&self) -> usize {
        self.counts.len()
    }

    fn m(&self) -> usize {
        self.counts[0].len()
    }

    fn context(&self) -> Json {
        let names = |side: &str, size: usize| (0..size).map(|k| format!("{side}{k}")).collect::<Vec<_>>();
        let joint: Vec<Vec<String>> =
            self.counts.iter().map(|row| row.iter().map(|c| fraction(&ratio(*c, self.total()))).collect()).collect();
        json!({ "x": names("x", self.n()), "a": names("a", self.m()), "joint": joint })
    }

    /// Two features on X and two on A.
    fn encoders(&self, draw: &mut Draw) -> [Vec<Vec<Rational>>; 2] {
        let Some(steps) = self.steps.filter(|_| draw.below(5) > 0) else {
            return [draw.table(self.n(), 2), draw.table(self.m(), 2)];
        };
        let sign = |c: usize, x: usize| integer(1 - 2 * i64::from((c & x).count_ones() % 2));
        let value = |c: usize| (0..4).map(|y| sign(c, y) * integer(steps[y])).sum::<Rational>() / integer(self.total());
        let value = |c: usize| value(c) * integer(4);
        let first = draw.below(4) as usize;
        let second = (first + 1 + draw.below(3) as usize) % 4;
        let chosen = [first, second];
        let shift = draw.between(0, 1) * integer(i64::from(draw.below(3) == 0));
        let (p, q) = if draw.below(3) == 0 { (ratio(3, 5), ratio(4, 5)) } else { (integer(1), integer(0)) };
        let scale = draw.below(5);
        let at = |x: usize, j: usize, factor: &dyn Fn(usize) -> Rational| {
            let [a, b] = chosen.map(|c| factor(c) * sign(c, x));
            if j == 0 { &p * &a + &q * &b } else { &p * &b - &q * &a }
        };
        let on = |factor: &dyn Fn(usize) -> Rational| -> Vec<Vec<Rational>> {
            (0..4).map(|x| (0..2).map(|j| at(x, j, factor) + &shift).collect()).collect()
        };
        let size = |c: usize| if value(c) < integer(0) { -value(c) } else { value(c) };
        let psi = match scale {
            0 => on(&|_| integer(1)),
            1 => on(&value),
            2 => on(&size),
            // T* Phi of all of Phi, its mean too.
            3 => {
                let image = |x: usize, j: usize| at(x, j, &value) + &shift;
                (0..4).map(|x| (0..2).map(|j| image(x, j)).collect()).collect()
            }
            _ => on(&|c| if value(c) < integer(0) { integer(-1) } else { integer(1) }),
        };
        [on(&|_| integer(1)), psi]
    }
}

/// Values of all variables that the statements below quantify over.
fn values(case: &Case, draw: &mut Draw) -> Json {
    let rows = |table: &[Vec<Rational>]| -> Json {
        json!(table.iter().map(|row| row.iter().map(fraction).collect::<Vec<_>>()).collect::<Vec<_>>())
    };
    let [phi, psi] = case.encoders(draw);
    let kernel = match case.steps {
        Some(_) if draw.below(2) == 0 => {
            let steps = draw.table(4, 1);
            (0..4).map(|x: usize| (0..4).map(|y: usize| steps[x ^ y][0].clone()).collect()).collect()
        }
        _ => draw.symmetric(case.n()),
    };
    let weights = match draw.below(4) {
        0 => [integer(1), integer(1)],
        1 => [integer(2), integer(-1)],
        _ => [integer(3), integer(2)],
    };
    let (labels, d, form, mut mass) = (draw.table(case.m(), 2), draw.below(5), draw.symmetric(2), draw.symmetric(2));
    // Definite more often than not.
    (0..2).for_each(|i| mass[i][i] += integer(2));
    json!({
        "P": case.context(), "Phi": rows(&phi), "Psi": rows(&psi), "k": rows(&kernel),
        "v": rows(&labels), "c": weights.iter().map(|c| [fraction(c)]).collect::<Vec<_>>(),
        "d": d.to_string(), "B": rows(&form), "C": rows(&mass),
    })
}

/// The variables that a claim needs, as clauses.
fn clauses(claim: &str) -> String {
    let all = [
        ("P", "context"),
        ("Phi", "encoder(P, X, 2)"),
        ("Psi", "encoder(P, A, 2)"),
        ("k", "matrix(X(P), X(P))"),
        ("v", "matrix(A(P), 2)"),
        ("c", "matrix(2, 1)"),
        ("d", "integer"),
        ("B", "matrix(2, 2)"),
        ("C", "matrix(2, 2)"),
        ("value", "rational"),
    ];
    let words: Vec<&str> = claim.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
    let needed = |name: &str| words.contains(&name) || name == "P";
    all.iter().filter(|(name, _)| needed(name)).map(|(name, domain)| format!("for {name}: {domain}\n")).collect()
}

fn statement(claim: &str) -> Statement {
    let text = format!("statement s\nsource own\n{}claim {claim}\n", clauses(claim));
    read(&text).unwrap_or_else(|found| panic!("{text}: {found:?}"))
}

fn instance(statement: &Statement, values: &Json, value: Option<&Rational>) -> Instance {
    let named = statement.variables.iter().map(|v| v.name.clone());
    let mut chosen: serde_json::Map<String, Json> =
        named.filter_map(|name| Some((name.clone(), values.get(&name)?.clone()))).collect();
    if let Some(value) = value {
        chosen.insert("value".into(), json!(fraction(value)));
    }
    Instance::from_json(statement, &Json::Object(chosen)).expect("the values are of the domains")
}

/// Tries to certify both findings. What is certified has to be what the evaluator says; whether it was.
fn tried(statement: &Statement, instance: &Instance) -> (Outcome, Result<(), String>) {
    let said = outcome(statement, instance);
    let nothing = Outcome::Undefined(NoValue { span: 0..0, reason: String::new() });
    let mut answer = Err("nothing is to be shown".to_string());
    for lie in [Outcome::Violated, nothing] {
        let is_true = matches!(
            (&said, &lie),
            (Outcome::Violated, Outcome::Violated) | (Outcome::Undefined(_), Outcome::Undefined(_))
        );
        match certify(statement, instance, &lie) {
            Ok(certificate) => {
                assert!(is_true, "{said:?} was certified as {lie:?}: {}", certificate.to_json());
                assert_eq!(certificate.finding == Finding::Refuted, lie == Outcome::Violated);
                answer = Ok(());
            }
            Err(reason) if is_true => answer = Err(reason.to_string()),
            Err(_) => {}
        }
    }
    (said, answer)
}

const TRUTHS: [&str; 18] = [
    "minimises(supervised, P, v, Phi)",
    "minimises(supervised, P, one_hot(P), Phi)",
    "minimises(supervised_biased, P, v, Phi)",
    "minimises(balanced, P, Phi)",
    "minimises(noncontrastive, P, Psi)",
    "minimises(contrastive, P, Psi)",
    "minimises(spectral_contrastive, P, Psi)",
    "minimises(svme, P, Phi, Psi)",
    "minimises(graph_loss, P, Phi)",
    "minimises(kise, k, Phi)",
    "minimises(kise, kX(P), Phi)",
    "minimises(low_rank, P, Phi, Psi)",
    "minimises(two_sided, P, Phi, Psi)",
    "maximises(explained, P, Phi)",
    "maximises(nested, P, c, Phi)",
    "extracts(integral_operator(k), Phi)",
    "extracts(T(P) * T_star(P), Phi)",
    "psd(k)",
];

#[test]
fn truths_of_objectives_are_certified_as_they_are() {
    let (mut draw, mut failures) = (Draw(7), Vec::new());
    for term in TRUTHS {
        let statements = [statement(term), statement(&format!("not ({term})"))];
        let (mut shown, mut unshown) = ([0, 0], Vec::new());
        for case in Case::all() {
            for _ in 0..if case.steps.is_some() { 14 } else { 4 } {
                let values = values(&case, &mut draw);
                for (place, statement) in statements.iter().enumerate() {
                    match tried(statement, &instance(statement, &values, None)) {
                        (Outcome::Violated, Ok(())) => shown[place] += 1,
                        (Outcome::Violated, Err(reason)) => unshown.push(reason),
                        _ => {}
                    }
                }
            }
        }
        // What certificates do not cover, and equal eigenvalues that are irrational.
        let known =
            |reason: &String| reason.contains("no rational multiples") || reason.contains("largest eigenvalues");
        let most = if term.contains("balanced") { 20 } else { 3 };
        let enough = shown[0] > 3 && shown[1] > 0;
        if !enough || unshown.len() > most || !unshown.iter().all(known) {
            failures.push(format!("{term}: false {}, true {}; not shown: {unshown:?}", shown[0], shown[1]));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

const NUMBERS: [&str; 32] = [
    "supervised(P, v, Phi)",
    "supervised_biased(P, v, Phi)",
    "noncontrastive(P, Psi)",
    "contrastive(P, Psi)",
    "spectral_contrastive(P, Psi)",
    "barlow_twins(P, Psi, 1 / 3)",
    "minimum(spectral_contrastive, P, d)",
    "svme(P, Phi, Psi)",
    "kise(k, Phi)",
    "low_rank(P, Phi, Psi)",
    "two_sided(P, Phi, Psi)",
    "explained(P, Phi)",
    "nested(P, c, Phi)",
    "graph_loss(P, Phi)",
    "minimum(supervised, P, v, d)",
    "minimum(supervised_biased, P, v, d)",
    "minimum(noncontrastive, P, d)",
    "minimum(contrastive, P, d)",
    "minimum(svme, P, d)",
    "minimum(kise, k, d)",
    "minimum(graph_loss, P, d)",
    "minimum(low_rank, P, d)",
    "minimum(two_sided, P, d)",
    "maximum(nested, P, c)",
    "eigenvalue(T(P) * T_star(P), d)",
    "eigenvalue(integral_operator(k), 1)",
    "eigenvalue(k, d)",
    "eigenvalue(B, 2)",
    "generalised_eigenvalue(B, C, d)",
    "generalised_eigenvalue(expected_covariance(P, Phi), covariance(Phi), 1)",
    "maximal_correlation(P)",
    "chi_squared(P)",
];

/// The left side of a claim `term <= value`.
fn value_of(statement: &Statement, instance: &Instance) -> Option<Rational> {
    let Kind::Comparison(terms, _) = &statement.claim.kind else { panic!("a comparison") };
    let mut evaluation = Evaluation::new(statement);
    instance.values().for_each(|(slot, value)| evaluation.bind(slot, value.clone()));
    match evaluation.value(&terms[0]) {
        Ok(Value::Number(number)) => number.as_rational().cloned(),
        _ => None,
    }
}

#[test]
fn values_of_objectives_are_certified_as_they_are() {
    let (mut draw, mut failures) = (Draw(11), Vec::new());
    for term in NUMBERS {
        let below = statement(&format!("{term} < value"));
        let above = statement(&format!("{term} > value"));
        let (mut shown, mut exact, mut undefined, mut open, mut unshown) = (0, 0, 0, 0, Vec::new());
        for case in Case::all() {
            for _ in 0..if case.steps.is_some() { 5 } else { 3 } {
                let values = values(&case, &mut draw);
                let zero = integer(0);
                let at = value_of(&below, &instance(&below, &values, Some(&zero)));
                exact += usize::from(at.is_some());
                // At a rational value both claims fail. If it is a sum of irrational eigenvalues, the bounds close in on it
                // without end, and the claims fail visibly only for other numbers.
                let near = at.unwrap_or_else(|| draw.between(-2, 4) / integer(2));
                for (statement, off) in [(&below, ratio(-1, 1000)), (&above, ratio(1, 1000))] {
                    let at = |value: &Rational| tried(statement, &instance(statement, &values, Some(value)));
                    let found = match at(&near) {
                        (Outcome::Violated, Err(reason)) if reason.contains("the bounds do not decide it") => {
                            open += 1;
                            at(&(&near + off))
                        }
                        found => found,
                    };
                    match found {
                        (Outcome::Violated, Ok(())) => shown += 1,
                        (Outcome::Undefined(_), Ok(())) => undefined += 1,
                        (Outcome::Violated | Outcome::Undefined(_), Err(reason)) => unshown.push(reason),
                        _ => {}
                    }
                }
            }
        }
        if shown < 10 || exact < 5 || open > shown || !unshown.is_empty() {
            failures.push(format!("{term}: {shown} {exact} {undefined} {open}; not shown: {unshown:?}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Numbers that are known by enclosures, or by roots.
const ENCLOSED: [&str; 8] = [
    "vicreg(P, Psi, 2, 3, 1, 1 / 4)",
    "info_nce(P, Psi, 2)",
    "info_nce(P, v, 1 / 2)",
    "nt_xent(P, Psi, 1 / 2)",
    "nt_xent(P, v, 3)",
    "mutual_information(P)",
    "ln(explained(P, Phi) + 1 / 3)",
    "exp(contrastive(P, Psi))",
];

#[test]
fn enclosed_values_are_certified_as_they_are() {
    let mut draw = Draw(13);
    for term in ENCLOSED {
        let below = statement(&format!("{term} < value"));
        let above = statement(&format!("{term} > value"));
        let (mut shown, mut undefined, mut unshown) = (0, 0, Vec::new());
        for case in Case::all() {
            for _ in 0..6 {
                let values = values(&case, &mut draw);
                // Not a value that one of them takes.
                let near = draw.between(-4, 8) / integer(4) + ratio(1, 1009);
                for statement in [&below, &above] {
                    match tried(statement, &instance(statement, &values, Some(&near))) {
                        (Outcome::Violated, Ok(())) => shown += 1,
                        (Outcome::Undefined(_), Ok(())) => undefined += 1,
                        (Outcome::Violated | Outcome::Undefined(_), Err(reason)) => unshown.push(reason),
                        (Outcome::Undecided(reason), _) => panic!("{term}: {reason}"),
                        _ => {}
                    }
                }
            }
        }
        println!("{term}: {shown} shown, {undefined} undefined; not shown: {:?}", unshown.first());
        assert!(shown > 20, "{term}: {shown}");
        assert!(unshown.is_empty(), "{term}: {}", unshown.join("\n"));
    }
}
