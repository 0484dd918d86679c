//! Certificates: hand-made ones are accepted, forged ones rejected, each with its own reason.

mod formulas;
mod objectives;
mod pencils;
mod samples;
mod schema;

use contexture::certificate::{Certificate, Finding, MAX_BYTES, Malformed, digest};
use contexture::check::{Refutation, Rejection, check};
use contexture::ledger::entries;
use contexture::statement::tree::Statement;
use contexture::statement::{format, read};
use proptest::prelude::*;
use serde_json::{Value as Json, json};
use std::fs;

const ALL: [&str; 13] = [
    "average-encoder",
    "compat-defined",
    "compat-realised",
    "encoder-bound",
    "lipschitz",
    "optimality-converse",
    "optimality-iff",
    "optimality-value",
    "ratio-trace-invariant",
    "rkhs-formula",
    "rkhs-well-defined",
    "tau-second-term",
    "trace-gap-at-optimum",
];

fn statement(id: &str) -> Statement {
    let entry = entries().into_iter().find(|e| e.id == id).expect("an entry of the ledger");
    entry.statement().expect("it reads")
}

/// A hand-made certificate, with the digest of the ledger's statement.
fn document(id: &str) -> Json {
    let path = format!("{}/tests/suite/certificates/{id}.json", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
    let mut document: Json = serde_json::from_str(&text).expect("JSON");
    document["statement"] = json!(digest(&format(&statement(id).text).expect("well formed")));
    document
}

/// What the checker says of a document as a certificate of a statement.
fn verdict(statement: &Statement, document: &Json) -> Result<Refutation, Rejection> {
    check(statement, &Certificate::parse(document.to_string().as_bytes())?)
}

/// The reason for which a changed certificate is rejected.
fn rejected(id: &str, change: impl FnOnce(&mut Json)) -> String {
    let mut document = document(id);
    change(&mut document);
    verdict(&statement(id), &document).expect_err("a forged certificate was accepted").to_string()
}

#[test]
fn hand_made_certificates_are_accepted() {
    for id in ALL {
        let refutation = verdict(&statement(id), &document(id)).unwrap_or_else(|e| panic!("{id}: {e}"));
        assert_eq!(refutation.statement(), id);
        assert_eq!(json!(refutation.digest()), document(id)["statement"]);
        let expected = statement(id).expect.expect("a verdict").to_string();
        assert_eq!(refutation.finding().to_string(), expected);
        assert_eq!(refutation.undefined().is_some(), refutation.finding() == Finding::IllPosed);
    }
    let shown = verdict(&statement("rkhs-formula"), &document("rkhs-formula")).unwrap();
    assert_eq!(shown.instance(), "P = [1; 1] / 2, f = [0, 1], g = [0, 1]");
    let words = |id: &str| verdict(&statement(id), &document(id)).unwrap().instance().to_string();
    assert_eq!(
        words("lipschitz"),
        "P = [0, 1; 1, 1] / 3, S = singular functions [1, 1; -2, 1] and [1, 1; 2, -1], z = [0, 1], c = 1"
    );
    assert_eq!(words("encoder-bound"), "P = [0, 1; 0, 1; 1, 0] / 3, d = 1, Phi = [1, 0, -1], eps = 1/4");
    let own = read("statement mine\nsource own\n\nfor    P: context, H: matrix(2, 2)\nclaim  1 = 2\n").unwrap();
    let table = json!({ "x": ["a", "b", "c"], "a": ["d"], "joint": [["1/2"], ["1/3"], ["1/6"]] });
    let shown = json!({
        "version": 1, "statement": digest(&format(&own.text).unwrap()), "finding": "refuted", "witnesses": [],
        "instance": { "P": table, "H": [["1", "1/2"], ["0", "-3"]] },
    });
    assert_eq!(verdict(&own, &shown).unwrap().instance(), "P = [3; 2; 1] / 6, H = [1, 1/2; 0, -3]");
    let shown = verdict(&statement("compat-defined"), &document("compat-defined")).unwrap();
    assert_eq!(shown.undefined().unwrap().text, "compatibility(P, f)");
}

#[test]
fn they_are_written_as_they_are_read() {
    for id in ALL {
        let document = document(id);
        let certificate = Certificate::parse(document.to_string().as_bytes()).unwrap();
        let text = certificate.to_json();
        assert!(text.ends_with("}\n"));
        assert_eq!(Certificate::parse(text.as_bytes()), Ok(certificate));
        assert_eq!(serde_json::from_str::<Json>(&text).unwrap(), document);
    }
}

#[track_caller]
fn assert_says(reason: &str, expected: &str) {
    assert!(reason.starts_with(expected), "{reason}\nis not\n{expected}");
}

#[test]
fn files_that_are_no_certificates() {
    let of = |text: &[u8]| Rejection::from(Certificate::parse(text).expect_err("it was read")).to_string();
    let good = document("encoder-bound").to_string();
    assert_says(&of(good.as_bytes()[..good.len() - 1].as_ref()), "format: EOF");
    assert_says(&of(&vec![b' '; MAX_BYTES + 1]), "format: the file has more than");
    let deep = format!("{}1{}", "[".repeat(20), "]".repeat(20));
    assert_says(
        &of(good.replace("\"witnesses\":[", &format!("\"witnesses\":[{deep},")).as_bytes()),
        "format: it is nested",
    );
    assert_says(&of(good.replacen("\"version\":1", "\"version\":1,\"version\":1", 1).as_bytes()), "format: the member");
    assert_says(&of(b"\xff"), "format: ");
    let change = |change: &dyn Fn(&mut Json)| {
        let mut document = document("encoder-bound");
        change(&mut document);
        of(document.to_string().as_bytes())
    };
    assert_says(&change(&|d| d["version"] = json!(2)), "version: the file has version 2");
    assert_eq!(Certificate::parse(br#"{"version": 7, "more": []}"#), Err(Malformed::Version(7)));
    assert_says(&change(&|d| d["more"] = json!(1)), "format: unknown field `more`");
    assert_says(&change(&|d| d["witnesses"][0]["more"] = json!(1)), "format: unknown field `more`");
    assert_says(&change(&|d| drop(d.as_object_mut().unwrap().remove("instance"))), "format: missing field `instance`");
    assert_says(&change(&|d| d["finding"] = json!("wrong")), "format: unknown variant `wrong`");
    assert_says(&change(&|d| d["witnesses"][0]["of"] = json!("rumour")), "format: unknown variant `rumour`");
    assert_says(
        &change(&|d| d["witnesses"] = json!(vec![d["witnesses"][0].clone(); 1001])),
        "format: it has more than 1000",
    );
    assert_says(&change(&|d| d["statement"] = json!("sha256:AB")), "format: the statement is not");
    assert_says(&change(&|d| d["instance"]["Phi"] = json!([["1"], ["0", "1"], ["1"]])), "format: the rows");
    assert_says(&change(&|d| d["witnesses"][0]["transposed"] = json!(false)), "format: a member has another form");
    assert_says(&change(&|d| d["witnesses"][1]["bounds"][0]["lower_psd"] = json!([["1", ["1"]]])), "format: a member");
    for (number, reason) in [
        (json!("1/0"), "has the denominator zero"),
        (json!("2/4"), "is not in lowest terms"),
        (json!("0.5"), "is not of the form"),
        (json!("9".repeat(20_001)), "has more than 20000 digits"),
    ] {
        let said = change(&|d| d["instance"]["eps"] = number.clone());
        assert!(said.starts_with("format: ") && said.contains(reason), "{said}");
    }
    for other in [json!(1.5), json!(-1), json!(null), json!(true)] {
        assert_says(&change(&|d| d["instance"]["eps"] = other.clone()), "format: ");
    }
}

#[test]
fn another_statement_or_another_instance() {
    let of = |id: &str| verdict(&statement(id), &document("rkhs-formula")).unwrap_err().to_string();
    assert_says(&of("rkhs-well-defined"), "digest: the statement has sha256:");
    assert_says(&of("rkhs-formula-amended"), "digest: ");
    let said = |reason: &str| format!("instance: {reason}");
    let instance = |name: &'static str, value: Json| rejected("optimality-iff", |d| d["instance"][name] = value);
    assert_says(&instance("Q", json!("1")), &said("Q: the statement quantifies over no such"));
    let missing = rejected("optimality-iff", |d| drop(d["instance"].as_object_mut().unwrap().remove("eps")));
    assert_says(&missing, &said("eps: it has no value"));
    assert_says(&instance("d", json!("3")), &said("d: expected an integer from 1 to 2"));
    assert_says(&instance("d", json!("1/2")), &said("d: the value has another form"));
    assert_says(&instance("d", json!("2")), &said("Phi: expected 3 rows of 2 numbers"));
    assert_says(&instance("Phi", json!([["0"], ["1"]])), &said("Phi: expected 3 rows of 1 numbers"));
    assert_says(&instance("eps", json!(1)), &said("eps: the value has another form"));
    assert_says(&instance("P", json!("1")), &said("P: expected a context"));
    let joint = |rows: Json| rejected("optimality-iff", |d| d["instance"]["P"]["joint"] = rows);
    assert_says(&joint(json!([["0", "1/3"], ["0", "1/3"], ["1/2", "0"]])), &said("P: the probabilities do not sum"));
    assert_says(&joint(json!([["0", "2/3"], ["0", "2/3"], ["-1/3", "0"]])), &said("P: a probability is negative"));
    assert_says(&joint(json!([["0", "1/2"], ["0", "0"], ["1/2", "0"]])), &said("P: a row or a column"));
    assert_says(&joint(json!([["0", "1/2"], ["1/2", "0"]])), &said("P: the joint table has another shape"));
    let labels = |x: Json| rejected("optimality-iff", |d| d["instance"]["P"]["x"] = x);
    assert_says(&labels(json!(["a", "a", "b"])), &said("P: labels"));
    assert_says(&labels(json!(["a", " ", "b"])), &said("P: labels"));
    // A changed cell that is still a context leaves the witnesses without their conditions.
    assert_says(&joint(json!([["1/6", "1/6"], ["0", "1/3"], ["1/3", "0"]])), "witness: witness 1, of spectrum");
}

#[test]
fn instances_that_show_nothing() {
    let formula = |f: Json| rejected("rkhs-formula", |d| d["instance"]["f"] = f);
    assert_says(&formula(json!([["1"], ["1"]])), "holds: ");
    let hypothesis = |g: Json| rejected("rkhs-well-defined", |d| d["instance"]["g"] = g);
    assert_says(&hypothesis(json!([["1"], ["0"]])), "hypothesis: 6:8: `T_star(P) * f = T_star(P) * g`: it is false");
    assert_says(&rejected("compat-realised", |d| d["instance"]["eps"] = json!("0")), "hypothesis: ");
    assert_says(&rejected("compat-realised", |d| d["instance"]["f"] = json!([["0"], ["0"]])), "hypothesis: ");
    assert_says(
        &rejected("compat-defined", |d| d["finding"] = json!("refuted")),
        "finding: the file says refuted, but",
    );
    assert_says(&rejected("rkhs-formula", |d| d["finding"] = json!("ill-posed")), "finding: the file says ill-posed");
    let undefined = rejected("rkhs-formula", |d| {
        d["instance"]["P"]["joint"] = json!([["1/2", "0"], ["0", "1/2"]]);
        d["instance"]["P"]["a"] = json!(["a0", "a1"]);
    });
    assert_says(&undefined, "holds: ");
}

#[test]
fn forged_spectra() {
    let bound =
        |change: &dyn Fn(&mut Json)| rejected("trace-gap-at-optimum", |d| change(&mut d["witnesses"][0]["bounds"][1]));
    let says =
        |reason: String, expected: &str| assert_says(&reason, &format!("witness: witness 1, of spectrum: {expected}"));
    says(bound(&|b| b["lower"] = json!("1/2")), "lower bound of number 2: what the squares leave");
    says(bound(&|b| b["upper"] = json!("1/8")), "upper bound of number 2: what the squares leave");
    says(bound(&|b| b["lower"] = json!("3/8")), "lower bound of number 2");
    says(bound(&|b| b["floor"] = json!("0")), "lower bound of number 2: the floor is not positive");
    says(bound(&|b| b["floor"] = json!("100")), "lower bound of number 2: what the squares leave");
    says(bound(&|b| b["family"][1] = b["family"][0].clone()), "lower bound of number 2");
    says(bound(&|b| b["family"] = json!([["1", "0", "0"]])), "lower bound of number 2: expected 2 functions of 3");
    says(bound(&|b| b["multiplier"] = json!("-1")), "upper bound of number 2: the multiplier is negative");
    says(bound(&|b| b["outside"][0] = json!(["1", "0", "0"])), "upper bound of number 2");
    says(bound(&|b| b["lower"] = json!("-1")), "the lower bound of number 2 is negative");
    says(bound(&|b| b["index"] = json!(3)), "there is no s_3");
    says(bound(&|b| b["index"] = json!(0)), "there is no s_0");
    says(
        bound(&|b| drop(b.as_object_mut().unwrap().remove("floor_psd"))),
        "the bounds of number 2 need the member floor_psd",
    );
    says(
        bound(&|b| b["upper_psd"][0]["weight"] = json!("-1")),
        "upper bound of number 2: a square has a negative weight",
    );
    says(bound(&|b| b["upper_psd"][0]["vector"][0] = json!("1/7")), "upper bound of number 2: what the squares leave");
    says(bound(&|b| b["upper_psd"][0]["vector"] = json!(["1"])), "upper bound of number 2: a square's vector");
    // Swapped: s_1^2 is said to be 1/4, s_2^2 to be 1.
    let swapped = rejected("trace-gap-at-optimum", |d| {
        d["witnesses"][0]["bounds"][0]["index"] = json!(2);
        d["witnesses"][0]["bounds"][1]["index"] = json!(1);
    });
    says(swapped, "lower bound of number 2: expected 2 functions");
    let named = rejected("trace-gap-at-optimum", |d| d["witnesses"][0]["context"] = json!("Phi"));
    says(named, "the statement quantifies over no context Phi");
    // True, and it isolates nothing: the claim is not decided.
    let wide = rejected("trace-gap-at-optimum", |d| d["witnesses"][0]["bounds"] = json!([]));
    assert_says(&wide, "not shown: 7:8: `trace_gap(P, Phi) = s(P, d + 1)`: the bounds do not decide it");
    let dropped = rejected("trace-gap-at-optimum", |d| drop(d["witnesses"].as_array_mut().unwrap().remove(1)));
    assert_says(&dropped, "not shown: 6:8: `learns(P, Phi)`");
}

#[test]
fn forged_singular_functions() {
    let system = |change: &dyn Fn(&mut Json)| rejected("lipschitz", |d| change(&mut d["instance"]["S"]));
    assert_says(&system(&|s| s["left"][1] = json!(["-2", "2"])), "instance: S: left: two functions are not orthogonal");
    assert_says(&system(&|s| s["left"][1] = json!(["0", "0"])), "instance: S: left: a function is zero");
    assert_says(
        &system(&|s| s["left"][0] = json!(["2", "2"])),
        "instance: S: left: the first function is not constant 1",
    );
    assert_says(
        &system(&|s| s["right"][1] = json!(["-2", "1"])),
        "instance: S: right: function 1 is no positive multiple",
    );
    assert_says(&system(&|s| s["left"] = json!([["1", "1"]])), "instance: S: left: expected 2 functions");
    assert_says(&system(&|s| s["right"][1] = json!(["1", "1"])), "instance: S: right: two functions");
    // The sign that the claim needs.
    let flipped = rejected("lipschitz", |d| {
        d["instance"]["S"]["left"][1] = json!(["2", "-1"]);
        d["instance"]["S"]["right"][1] = json!(["-2", "1"]);
    });
    assert_says(&flipped, "hypothesis: ");
    let witness = |change: &dyn Fn(&mut Json)| rejected("optimality-value", |d| change(&mut d["witnesses"][0]));
    let says =
        |reason: String, expected: &str| assert_says(&reason, &format!("witness: witness 1, of system: {expected}"));
    says(witness(&|w| w["left"][2] = json!(["1", "0", "-1"])), "left: two functions are not orthogonal");
    says(witness(&|w| w["right"] = json!([])), "right: expected 1 functions of 1");
    let order = rejected("trace-gap-at-optimum", |d| {
        let (left, right) = (
            [["1", "1", "1"], ["2", "0", "-1"], ["1", "-3", "1"]],
            [["1", "1", "1"], ["-2", "0", "1"], ["1", "-3", "1"]],
        );
        d["witnesses"] = json!([{ "of": "system", "context": "P", "left": left, "right": right }]);
    });
    says(order, "left: the singular value of function 2 is larger");
    let other = rejected("trace-gap-at-optimum", |d| {
        let left = [["1", "1", "1"], ["1", "-1", "0"], ["1", "1", "-1"]];
        d["witnesses"] = json!([{ "of": "system", "context": "P", "left": left, "right": left }]);
    });
    says(other, "left: function 1 is no eigenfunction");
}

#[test]
fn forged_ritz_values_and_worst_tasks() {
    let ritz = |change: &dyn Fn(&mut Json)| rejected("encoder-bound", |d| change(&mut d["witnesses"][1]["bounds"][0]));
    let says =
        |reason: String, expected: &str| assert_says(&reason, &format!("witness: witness 2, of ritz: {expected}"));
    says(ritz(&|b| b["lower"] = json!("7/8")), "lower bound of number 1");
    says(ritz(&|b| b["upper"] = json!("1/2")), "upper bound of number 1");
    says(ritz(&|b| b["index"] = json!(2)), "there is no Ritz value 2");
    says(ritz(&|b| b["family"] = json!([["0"]])), "lower bound of number 1");
    says(ritz(&|b| b["family"] = json!([["1", "0"]])), "lower bound of number 1: expected 1 functions of 1");
    let features = rejected("encoder-bound", |d| d["witnesses"][1]["features"] = json!([["1"], ["0"]]));
    says(features, "its features have another shape");
    let others = rejected("encoder-bound", |d| d["witnesses"][1]["features"] = json!([["1"], ["0"], ["-2"]]));
    says(others, "upper bound of number 1");

    let worst = |change: &dyn Fn(&mut Json)| rejected("optimality-iff", |d| change(&mut d["witnesses"][1]));
    let says = |reason: String, expected: &str| {
        assert_says(&reason, &format!("witness: witness 2, of worst_error: {expected}"))
    };
    says(worst(&|w| w["lower"] = json!("1/2")), "the task's error is below the lower bound");
    says(worst(&|w| w["upper"] = json!("3/8")), "upper bound: what the squares leave");
    says(worst(&|w| w["multiplier"] = json!("-1")), "the multiplier is negative");
    says(worst(&|w| w["multiplier"] = json!("1/2")), "upper bound: ");
    says(worst(&|w| w["constant"] = json!("-1")), "upper bound: ");
    says(worst(&|w| w["eps"] = json!("1/8")), "the task is not compatible enough");
    says(worst(&|w| w["task"][0]["weight"] = json!("7/16")), "the weights of the task do not sum to 1");
    says(worst(&|w| w["task"][0]["weight"] = json!("0")), "a weight of the task is not positive");
    says(worst(&|w| w["task"][0]["function"] = json!(["1", "1", "1"])), "a function of the task has a mean");
    says(
        worst(&|w| w["task"][0]["function"] = json!(["2", "1", "-3"])),
        "two functions of the task are not orthogonal",
    );
    says(worst(&|w| w["task"][0]["function"] = json!(["0", "0", "0"])), "a function of the task is zero");
    says(worst(&|w| w["task"] = json!([])), "the weights of the task do not sum");
    says(worst(&|w| drop(w.as_object_mut().unwrap().remove("psd"))), "the upper bound needs the member psd");
    let dropped = rejected("optimality-iff", |d| drop(d["witnesses"].as_array_mut().unwrap().pop()));
    assert_says(&dropped, "not shown: 10:8: `worst_error(P, Phi, eps)`: no witness bounds");

    let task = |change: &dyn Fn(&mut Json)| rejected("optimality-converse", |d| change(&mut d["witnesses"][1]));
    let says =
        |reason: String, expected: &str| assert_says(&reason, &format!("witness: witness 2, of has_task: {expected}"));
    says(task(&|w| w["upper"] = json!("1/5")), "upper bound: ");
    says(task(&|w| w["multiplier"] = json!("10")), "upper bound: ");
    says(task(&|w| w["task"] = json!([{ "weight": "1", "function": ["1", "1", "-2"] }])), "the task has another comp");
    says(task(&|w| drop(w.as_object_mut().unwrap().remove("upper"))), "it has neither a task nor an upper bound");
    assert_says(&task(&|w| w["rho"] = json!("1")), "witness: witness 2, of has_task: upper bound");
}

#[test]
fn forged_learning() {
    let learns = |change: &dyn Fn(&mut Json)| rejected("trace-gap-at-optimum", |d| change(&mut d["witnesses"][1]));
    let says =
        |reason: String, expected: &str| assert_says(&reason, &format!("witness: witness 2, of learns: {expected}"));
    says(learns(&|w| w["level"] = json!("1/8")), "the eigenvalues outside are not all at most the level");
    says(learns(&|w| w["level"] = json!("2")), "the eigenvalues inside are not all at least the level");
    says(learns(&|w| w["multiplier"] = json!("-1")), "the multiplier is negative");
    says(learns(&|w| w["features"] = json!([["2"], ["0"], ["-1"]])), "the eigenvalues inside");
    says(learns(&|w| w["features"] = json!([["1"], ["0"], ["0"]])), "nothing is to be shown: a feature has a mean");
    says(learns(&|w| drop(w.as_object_mut().unwrap().remove("inside_psd"))), "it needs the member inside_psd");
    // The second singular function is no top-1 one: the family is the first, on which the form is more than 1/2.
    let claim = read("statement mine\nsource own\n\nfor    P: context, Phi: encoder(P, X, 1)\nclaim  learns(P, Phi)\n")
        .unwrap();
    let mut own = document("trace-gap-at-optimum");
    own["statement"] = json!(digest(&format(&claim.text).expect("well formed")));
    let features = json!([["2"], ["0"], ["-1"]]);
    own["instance"] = json!({ "P": own["instance"]["P"], "Phi": features });
    let square = |weight: &str| json!([{ "weight": weight, "vector": ["1"] }]);
    // C of (1, -3, 1) is 3, of (2, 0, -1) it is 3/2; with B = 3 and 3/8.
    own["witnesses"] = json!([{
        "of": "learns", "context": "P", "features": features, "level": "1/2",
        "family": [["1", "-3", "1"]], "floor": "1", "floor_psd": square("1/2"),
        "low": [["1"]], "low_psd": square("3/8"),
    }]);
    verdict(&claim, &own).expect("it is shown not to learn");
    let change = |change: &dyn Fn(&mut Json)| {
        let mut forged = own.clone();
        change(&mut forged["witnesses"][0]);
        verdict(&claim, &forged).unwrap_err().to_string()
    };
    let says =
        |reason: String, expected: &str| assert_says(&reason, &format!("witness: witness 1, of learns: {expected}"));
    says(change(&|w| w["floor"] = json!("0")), "the floor is not positive");
    says(change(&|w| w["floor"] = json!("2")), "s_1^2 is not above the level");
    says(change(&|w| w["level"] = json!("1/8")), "the span is not below the level");
    says(change(&|w| w["low"] = json!([["0"]])), "the coefficients are dependent");
    says(change(&|w| w["low"] = json!([])), "expected 1 functions of 1");
    says(change(&|w| w["family"] = json!([])), "the family has 0 functions");
    // What shows that it learns and what shows that it does not are not to be mixed.
    let both = "it shows neither that the encoder learns nor that it does not, or both";
    for (name, value) in [("inside_psd", json!([])), ("outside_psd", json!([])), ("multiplier", json!("1"))] {
        says(change(&|w| w[name] = value.clone()), both);
    }
    let other = [
        ("family", json!([])),
        ("floor", json!("1")),
        ("floor_psd", json!([])),
        ("low", json!([])),
        ("low_psd", json!([])),
    ];
    for (name, value) in other {
        assert_says(&learns(&|w| w[name] = value.clone()), &format!("witness: witness 2, of learns: {both}"));
    }
}

/// What a certificate without witnesses shows of a claim about two independent sides of two points.
fn of(claim: &str, finding: &str) -> Result<(), &'static str> {
    let text = format!("statement mine\nsource own\n\nfor    P: context\nclaim  {claim}\n");
    let statement = read(&text).unwrap_or_else(|found| panic!("{claim}: {found:?}"));
    let joint = json!([["1/4", "1/4"], ["1/4", "1/4"]]);
    let certificate = json!({
        "version": 1, "statement": digest(&format(&text).unwrap()), "finding": finding, "witnesses": [],
        "instance": { "P": { "x": ["0", "1"], "a": ["0", "1"], "joint": joint } },
    });
    verdict(&statement, &certificate).map(|_| ()).map_err(|e| e.step())
}

/// What is not decided has a value, what may be undefined has none.
#[test]
fn what_is_not_shown_goes_its_way() {
    // s_1 is somewhere in [0, 1].
    assert_eq!(of("s(P, 1) > 1", "refuted"), Ok(()));
    assert_eq!(of("s(P, 1) > 0", "refuted"), Err("not shown"));
    assert_eq!(of("s(P, 1) > 0 and N(P) = 3", "refuted"), Ok(()));
    assert_eq!(of("N(P) = 3 and s(P, 1) > 0", "refuted"), Ok(()));
    assert_eq!(of("s(P, 1) > 0 or N(P) = 3", "refuted"), Err("not shown"));
    assert_eq!(of("s(P, 1) > 0 or N(P) = 2", "refuted"), Err("holds"));
    assert_eq!(of("s(P, 1) > 0 implies N(P) = 3", "refuted"), Err("not shown"));
    assert_eq!(of("s(P, 1) > 0 and 1 / (N(P) - 2) = 1", "ill-posed"), Err("not shown"));
    assert_eq!(of("s(P, 1) > 0 iff 1 / (N(P) - 2) = 1", "ill-posed"), Ok(()));
    assert_eq!(of("1 / s(P, 1) > 0 and N(P) = 3", "refuted"), Err("not shown"));
    assert_eq!(of("1 / s(P, 1) + s(P, 2) > 0", "ill-posed"), Ok(()), "undefined wins over not shown");
    assert_eq!(of("s(P, 2) + 1 / s(P, 1) > 0", "ill-posed"), Ok(()));
    assert_eq!(of("not defined(s(P, 2)) and defined(1 / s(P, 1))", "refuted"), Err("not shown"));
    assert_eq!(of("defined(s(P, 2))", "refuted"), Ok(()));
    assert_eq!(of("for all i in 1..2: s(P, i) > 0", "ill-posed"), Err("not shown"));
    assert_eq!(of("for all i in 1..2: s(P, i) >= 0", "ill-posed"), Ok(()));
    assert_eq!(of("s(P, 1) > 0", "ill-posed"), Err("finding"));
    assert_eq!(of("N(P) = 2", "ill-posed"), Err("finding"));
    assert_eq!(of("max(i in 1..0: i) = 1", "ill-posed"), Ok(()));
    assert_eq!(of("sum(i in 1..0: i) = 1", "refuted"), Ok(()));
    assert_eq!(of("decay_rate(P) = 1", "refuted"), Err("not shown"));
    assert_eq!(of("ln(0) = 1", "ill-posed"), Ok(()));
    assert_eq!(of("ln(sqrt(2) - sqrt(2)) = 1", "refuted"), Err("not shown"));
    assert_eq!(of("exp(257) = 1", "refuted"), Err("not shown"));
    assert_eq!(of("exp(ln(2)) = 2", "refuted"), Err("not shown"), "it holds, and no interval shows it");
    assert_eq!(of("exp(0) = 1 and ln(1) = 0", "refuted"), Err("holds"));
    assert_eq!(of("2 ^ 5000 = 1", "refuted"), Err("not shown"));
    assert_eq!(of("1 ^ 4096 = 1", "refuted"), Err("holds"));
    assert_eq!(of("1 ^ 4097 = 1", "refuted"), Err("not shown"));
    // Long conjunctions and disjunctions with a part that is not decided.
    assert_eq!(of("for all i in 0..1: s(P, i) > 0", "refuted"), Err("not shown"));
    assert_eq!(of("for all i in 1..2: s(P, 1) > 0 and i = 1", "refuted"), Ok(()));
    assert_eq!(of("for all i in 1..2: s(P, 1) > 0 or i = 1", "refuted"), Err("not shown"));
    assert_eq!(of("exists i in 1..2: s(P, 1) > 0 or i = 2", "refuted"), Err("holds"));
    assert_eq!(of("exists i in 1..2: s(P, 1) > 0 and i = 2", "refuted"), Err("not shown"));
    assert_eq!(of("exists i in 1..2: s(P, i) > 1", "ill-posed"), Ok(()));
    assert_eq!(of("exists i in 1..2: s(P, i) > 0", "ill-posed"), Err("not shown"));
    assert_eq!(of("exists i in 1..2 where s(P, 1) > 0: i = 3", "refuted"), Err("not shown"));
    assert_eq!(of("sum(i in 1..2 where s(P, 1) > 2: i) = 0", "refuted"), Err("holds"));
    assert_eq!(of("s(P, 1) > 0 implies 1 / (N(P) - 2) = 1", "ill-posed"), Err("not shown"));
    assert_eq!(of("s(P, 1) > 0 or 1 / (N(P) - 2) = 1", "ill-posed"), Err("not shown"));
    assert_eq!(of("s(P, 1) > 0 iff s(P, 1) > 0", "refuted"), Err("not shown"));
    assert_eq!(of("not (s(P, 1) > 0)", "refuted"), Err("not shown"));
    assert_eq!(of("(s(P, 1) > 0) = (1 = 1)", "refuted"), Err("not shown"));
    // Chains, extremes, and what needs a rational number.
    assert_eq!(of("0 < s(P, 1) < 0", "refuted"), Ok(()));
    assert_eq!(of("0 < s(P, 1) < 2", "refuted"), Err("not shown"));
    assert_eq!(of("s(P, 1) < 1 < 0", "refuted"), Ok(()));
    assert_eq!(of("0 <= s(P, 1) <= 1", "refuted"), Err("holds"));
    assert_eq!(of("s(P, 1) != 2 and s(P, 1) = s(P, 1)", "refuted"), Err("not shown"));
    assert_eq!(
        of("max(s(P, 1), 2) = 2 and min(s(P, 1), -1) = -1 and max(i in 0..1: s(P, i)) = 1", "refuted"),
        Err("holds")
    );
    assert_eq!(
        of("-s(P, 1) <= 0 and 2 - s(P, 1) >= 1 and 2 / (1 + s(P, 1)) >= 1 and s(P, 1)^2 <= 1", "refuted"),
        Err("holds")
    );
    assert_eq!(of("s(P, 1) * T(P) * one_A(P) = one_X(P)", "refuted"), Err("not shown"));
    assert_eq!(of("(2 + s(P, 1)) * T(P) * one_A(P) = one_X(P)", "refuted"), Ok(()));
    assert_eq!(of("one_X(P) / (2 + s(P, 1)) = one_X(P)", "refuted"), Ok(()));
    assert_eq!(of("one_X(P) / s(P, 1) = one_X(P)", "ill-posed"), Err("not shown"));
    assert_eq!(of("rank(s(P, 1) * T(P)) = 1", "refuted"), Err("not shown"));
    assert_eq!(of("symmetric(kX(P) + s(P, 1) * kX(P))", "refuted"), Err("not shown"));
    assert_eq!(of("symmetric(identity(2) + s(P, 1) * identity(2))", "refuted"), Err("holds"));
    assert_eq!(of("in_F(P, one_X(P), s(P, 1))", "refuted"), Ok(()));
    assert_eq!(of("sqrt(s(P, 1) - 2) = 0", "ill-posed"), Ok(()));
    assert_eq!(of("sqrt(s(P, 1) - 1) = 0", "ill-posed"), Err("not shown"));
    assert_eq!(of("sqrt(s(P, 1)) <= 1 and abs(s(P, 1) - 1/2) <= 1/2", "refuted"), Err("holds"));
    assert_eq!(of("top_worst_error(P, 1, 1) = 1", "refuted"), Err("not shown"));
    assert_eq!(of("has_task(P, one_X(P), 1/2, 0)", "refuted"), Err("not shown"));
    assert_eq!(of("worst_error(P, one_X(P), 1) <= 1", "refuted"), Err("not shown"));
}

/// The limit of work ends what takes long.
#[test]
fn slow_claims_are_not_shown() {
    assert_eq!(of("sum(i in 1..65536: 1) = 65536", "refuted"), Err("holds"));
    assert_eq!(of("sum(i in 1..65537: 1) = 65537", "refuted"), Err("not shown"));
    assert_eq!(of("trace(identity(1001)) = 1001", "refuted"), Err("not shown"));
    assert_eq!(of("sum(i in 1..60000, j in 1..60000, k in 1..60000: 1) = 1", "refuted"), Err("not shown"));
    assert_eq!(of("(2 ^ 4096) ^ 4096 = 1", "refuted"), Err("not shown"));
}

/// Formulas on a table whose values are known by hand.
#[test]
fn formulas_by_hand() {
    // p = (4/11, 7/11), q = (5/11, 6/11), phi^2 = 169/840.
    let facts = [
        "N(P) = 2 and M(P) = 2 and components(P) = 1 and not independent(P)",
        "total_inertia(P) = 169/840",
        "cramers_v(P)^2 < 170/840 and cramers_v(P)^2 > 168/840",
        "contingency_coefficient(P) > 4092/10000 and contingency_coefficient(P) < 4093/10000",
        "tschuprows_t(P)^2 < 170/840 and tschuprows_t(P)^2 > 168/840",
        "lambda_A(P) = 2/5 and lambda_X(P) = 1/4 and tau_A(P) = 169/840 and tau_X(P) = 169/840",
        "T(P) * one_A(P) = one_X(P) and T_star(P) * one_X(P) = one_A(P)",
        "integral_operator(kX(P)) = T(P) * T_star(P) and integral_operator(kA(P)) = T_star(P) * T(P)",
        "for all x in X(P): inner(indicator(x), one_X(P)) = p(P)[x] and norm(indicator(x)) > 0",
        "rank(T(P)) = 2 and determinant(identity(3)) = 1 and inverse(kX(P)) * kX(P) = kX(P) * inverse(kX(P))",
        "mean(centred(T(P) * column(T_star(P), 1))) = 0",
        "same_span(one_X(P), 3 * one_X(P)) and in_span(T(P), one_X(P)) and symmetric(kX(P))",
        "spectral_contrastive(P, one_hot(P)) = -596/847 and spectral_contrastive(P, one_A(P)) = -1",
        "not minimises(spectral_contrastive, P, 2 * one_A(P))",
        "barlow_twins(P, one_hot(P), 1/3) = 2 * (1 - 169/840)^2 + 2/3 * (169/840)^2",
        "not defined(barlow_twins(P, one_A(P), 1)) and not defined(vicreg(P, one_A(P), 1, 1, 1, -1))",
        "abs(vicreg(P, one_hot(P), 1, 1, 1, 0) - 61/77 - 2 * (1 - sqrt(30)/11) - 1800/14641) < 1/10^60",
        "vicreg(P, one_A(P), 5, 3, 1, 1/4) = 3 and vicreg(P, 10 * one_A(P), 5, 3, 1, 1) = 0",
        "info_nce(P, one_hot(P), 1) > 19156/1000000 and info_nce(P, one_hot(P), 1) < 19157/1000000",
        "abs(nt_xent(P, 7 * one_hot(P), 1) - info_nce(P, one_hot(P), 1)) < 1/10^60",
        "not defined(info_nce(P, one_A(P), 0)) and not defined(nt_xent(P, 0 * one_A(P), 1))",
        "mutual_information(P) > 103806/1000000 and mutual_information(P) < 103807/1000000",
        "exp(1) > 271828/100000 and exp(1) < 271829/100000 and abs(exp(1) * exp(-1) - 1) < 1/10^60",
        "ln(2) > 693147/1000000 and ln(2) < 693148/1000000 and abs(ln(6) - ln(2) - ln(3)) < 1/10^60",
        "kernel_deviation(P) > 0 and context_complexity(P) >= 1",
        "trace(kX(P) * kX(P)) > 0 and abs(-3) = 3 and sqrt(9/4) = 3/2",
        "transpose(joint(P)) = joint(transposed(P)) and q(P) = p(transposed(P))",
        "for all x in X(P), y in X(P): distance(p(P), x, y) = 0 or distance(p(P), x, y) = 3/11",
    ];
    let table = json!([["3/11", "1/11"], ["2/11", "5/11"]]);
    for fact in facts {
        let text = format!("statement mine\nsource own\n\nfor    P: context\nclaim  not ({fact})\n");
        let statement = read(&text).unwrap_or_else(|found| panic!("{fact}: {found:?}"));
        let certificate = json!({
            "version": 1, "statement": digest(&format(&text).unwrap()), "finding": "refuted", "witnesses": [],
            "instance": { "P": { "x": ["0", "1"], "a": ["0", "1"], "joint": table } },
        });
        verdict(&statement, &certificate).unwrap_or_else(|e| panic!("{fact}: {e}"));
    }
}

/// All places in a document.
fn places(document: &Json, here: &str, found: &mut Vec<String>) {
    found.push(here.into());
    match document {
        Json::Object(members) => {
            members.iter().for_each(|(name, inner)| places(inner, &format!("{here}/{name}"), found))
        }
        Json::Array(items) => {
            items.iter().enumerate().for_each(|(i, inner)| places(inner, &format!("{here}/{i}"), found))
        }
        _ => {}
    }
}

fn replacement() -> impl Strategy<Value = Json> {
    prop_oneof![
        (-3i64..4, 1i64..5).prop_map(|(n, d)| json!(if d == 1 { n.to_string() } else { format!("{n}/{d}") })),
        (0u64..4).prop_map(|n| json!(n)),
        Just(json!([])),
        Just(json!({})),
        Just(json!(null)),
        Just(json!([["1"], ["0"], ["2"]])),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    /// A change never panics the checker; and what is then accepted is a refutation of the statement all the same, by
    /// the evaluator, which shares nothing with the checker.
    #[test]
    fn mutations_are_harmless(which in 0..ALL.len(), place in any::<prop::sample::Index>(), new in replacement()) {
        use contexture::evaluate::{Instance, Outcome, outcome};
        let statement = statement(ALL[which]);
        let mut forged = document(ALL[which]);
        let mut all = Vec::new();
        places(&forged, "", &mut all);
        *forged.pointer_mut(place.get(&all[..]).as_str()).expect("a place") = new;
        if let Ok(refutation) = verdict(&statement, &forged)
            && forged["instance"].get("S").is_none()
        {
            let instance = Instance::from_json(&statement, &forged["instance"]).expect("its values are accepted");
            let agrees = match outcome(&statement, &instance) {
                Outcome::Violated => refutation.finding() == Finding::Refuted,
                Outcome::Undefined(_) => refutation.finding() == Finding::IllPosed,
                _ => false,
            };
            prop_assert!(agrees, "{forged}");
        }
    }

    /// No bytes panic the reader.
    #[test]
    fn any_bytes_are_read_or_refused(which in 0..ALL.len(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let good = document(ALL[which]).to_string();
        let mut bytes = good.clone().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if let Ok(certificate) = Certificate::parse(&bytes) {
            let _ = check(&statement(ALL[which]), &certificate);
        }
        let _ = Certificate::parse(&good.as_bytes()[..at]);
    }
}
